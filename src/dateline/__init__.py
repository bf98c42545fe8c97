"""Dateline: from many news reports of one conflict to one sourced record of what happened."""
