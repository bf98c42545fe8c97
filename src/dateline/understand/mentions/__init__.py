"""Whom and what the words of a report point at: names, common nouns and pronouns in, actors and places out."""
