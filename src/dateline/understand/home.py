"""Which country a report is about, so that "the army" and "the government" can be read."""

from collections import Counter

from dateline.understand.lexicon import Lexicon, tokens_of

__all__ = ["home_of"]

_HEAD = 4_000  # characters; the beginning of a report tells its country


def home_of(text: str, lexicon: Lexicon) -> str:
    """Return the id of the country most spoken of, "" where none is; a loaded theatre's own country weighs double.

    Places count for their country, states and nationalities for themselves.
    """
    codes = {country.code: country.id for country in lexicon.theatre.countries.values()}
    homes = {codes[home.country] for home in lexicon.theatre.homes if home.country in codes}
    counts: Counter[str] = Counter()
    tokens = tokens_of(text[:_HEAD], 0)
    i = 0
    while i < len(tokens):
        size, entries = lexicon.name_at(tokens, i)
        country = lexicon.demonym_at(tokens, i)
        for entry in entries[:1]:
            place, actor = lexicon.place(entry.id), lexicon.actor(entry.id)
            code = place.country if entry.kind == "place" and place else actor.country if actor else ""
            country = entry.id if entry.kind == "state" else codes.get(code, "")
            if entry.kind == "place":
                counts[country] += 1
        if country:
            counts[country] += 1
        i += max(size, 1)
    counts.pop("", None)
    for home in homes:
        counts[home] *= 2
    return counts.most_common(1)[0][0] if counts and counts.most_common(1)[0][1] > 0 else ""
