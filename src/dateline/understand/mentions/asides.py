"""Names in what no claim is read from: a report's dateline, captions and kickers in, references to listed names out.

Who searches a record for a name wants these mentions too. They stand beside the text, so that no word points back at them.
"""

import re
from collections.abc import Iterator

from dateline.model import ASIDES, Article, Span
from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.lexicon import Lexicon, Token, tokens_of
from dateline.understand.memory import Memory
from dateline.understand.mentions.names import Name, find_names
from dateline.understand.mentions.namesakes import by_report
from dateline.understand.scene import Ref

__all__ = ["asides"]

DATELINE, CAPTION = ASIDES
_TOWN = r"[^\W\d_a-z][\w'’-]+(?:[ ][^\W\d_a-z][\w'’-]+){0,3}"
# "KYIV, Ukraine (Agency) —", "Bamako, 14 November 2023 -", "MOSCOW (Agency)": one or two places, then agency, day or dash.
_DATELINE = re.compile(
    rf"(?P<town>{_TOWN})(?:,\s*(?P<state>{_TOWN}))?\s*(?=[,.]?\s*[(/–—-]|,\s*(?:le\s)?[\w.]{{0,12}}\s?\d)"
)


def asides(article: Article, memory: Memory) -> Iterator[Ref]:
    """Yield the names in the parts of a report that hold no claims, in the order of the text."""
    quiet = [sentence.span for sentence in article.sentences if sentence.quiet]
    parts = {*quiet, *(span for span in article.boilerplate if not any(one.overlaps(span) for one in quiet))}
    for part in sorted(parts):
        told = list(_dateline(article.text, part, memory.lexicon))
        yield from told  # behind the town stands the agency, in whose name no place is told
        yield from (ref for ref in _listed(article.text, part, memory) if not told or ref.kind == "actor")


def _dateline(text: str, part: Span, lexicon: Lexicon) -> Iterator[Ref]:
    """Yield the town of a dateline and its country."""
    found = _DATELINE.match(text, part.start, part.end)
    state = ""
    for group in ("state", "town") if found else ():
        assert found is not None
        words, span = found[group], Span(*found.span(group))
        if words and (ids := _places(words, lexicon)) is not None:
            key = f"@{ids[0] if ids else '?' + fold(words)}"
            yield Ref(-1, span, "place", "name", key, DATELINE, ids, within=state)
            state = key


def _places(words: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the listed places of a name, () for one that only the gazetteer has, None for what is no place's name."""
    tokens = tokens_of(words, 0, lexicon)
    size, entries = lexicon.name_at(tokens, 0)
    ids = tuple(dict.fromkeys(entry.id for entry in entries if entry.kind != "actor")) if size == len(tokens) else ()
    return ids if ids or words in load_gazetteer() else None


def _listed(text: str, part: Span, memory: Memory) -> Iterator[Ref]:
    """Yield the names of the lexicon in a caption, kicker or credit."""
    tokens = tokens_of(text[part.start : part.end], part.start, memory.lexicon)
    for name in find_names(tokens, memory.lexicon):
        name = by_report(name, memory)
        place = name.kind == "place" or (name.kind == "state" and _is_land(tokens, name, memory))
        key = f"@{name.ids[0]}" if place else name.ids[0]
        span = Span(name.start, name.end)
        yield Ref(-1, span, "place" if place else "actor", "name", key, CAPTION, name.ids, name.noun)


def _is_land(tokens: list[Token], name: Name, memory: Memory) -> bool:
    """True for a state's name behind a preposition of place or right behind a town: "in Syria", "Damascus, Syria"."""
    before = tokens[name.first - 1] if name.first else None
    if before is None:
        return False
    return before.text.lower() in memory.locative | memory.directions.keys() or bool(
        (found := before.known) and any(entry.kind == "place" for entry in found.names)
    )
