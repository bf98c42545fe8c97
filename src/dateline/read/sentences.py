"""Sentences of a text in any language: takes text and places to cut at, gives back spans into the text as it stands.

Rules rather than a model: they hold for every language alike, for headlines, and for texts that lost their line breaks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from dateline.model import Span
from dateline.read.abbreviations import ABBREVIATIONS, NUMBERED, OPENERS, WEAK
from dateline.read.lines import FINAL, find_blocks, trim

__all__ = ["split_sentences"]

_ENDS = re.compile(
    # A closing mark may stand off by a space in French, so a guillemet is looked for behind one.
    rf"(?P<stop>[{re.escape(FINAL)}]+)(?P<close>(?:[\"'”’»)\]]|[\s\u00a0\u202f]»)*)(?P<gap>\s+|$)"
    r"|(?P<wide>[。！？])(?P<wideclose>[”’」』）]*)"
    # Columns and pictures leave runs of white space with a tab behind where the page was flattened.
    r"|(?P<column>[ \u00a0]*\t\s+|[ \u00a0]{3,})"
    # "was hit.The army": the space was lost on the way.
    r"|(?:(?<=[a-zà-ÿа-я]{2})(?=\.[A-ZÀ-ÝА-Я][a-zà-ÿа-я]+[\s,])|(?<=[ء-ي]{2})(?=\.[ء-ي]{2}))(?P<glued>\.)"
)
# Not behind a small word: "in The Hague", "of A level".
_SMALL = "".join(rf"(?<!\b{word})" for word in ("of", "in", "to", "by", "and", "the"))
_RESTART = re.compile(rf"(?<![\s\"“(.!?]){_SMALL} ([A-Z][a-z]*)(?= [a-z]{{2}})")
_LONGEST = 2000  # characters; no sentence of the news is longer
_FLAT_CHARS = 300
_HEADING_WORDS = 4
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]]+$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[\s\u00a0\u202f–—-]*(\w+)")


def split_sentences(text: str, cuts: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the sentences of `text` in order; none overlap, none crosses an edge of a span in `cuts`.

    Line breaks end a sentence (but for hard-wrapped paragraphs); pieces without a letter or digit are left out.
    """
    edges = sorted({edge for span in cuts for edge in (span.start, span.end)})
    found: list[Span] = []
    blocks = find_blocks(text)
    for block in blocks:
        inner = edges[bisect_right(edges, block.start) : bisect_left(edges, block.end)]
        for start, end in zip([block.start, *inner], [*inner, block.end], strict=True):
            found.extend(_split_piece(text, start, end))
    sentences = _split_flattened(text, found) if _is_flattened(text, blocks) else iter(found)
    return tuple(piece for span in sentences for piece in _split_endless(text, span))


def _is_flattened(text: str, blocks: tuple[Span, ...]) -> bool:
    """True for a whole page on one line, its commas lost: there alone a capital is the only sign of a new line."""
    return len(blocks) == 1 and len(text) > _FLAT_CHARS and text.count(",") * 1000 < len(text)


def _split_piece(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _ENDS.finditer(text, start, end):
        if match.end() < end and _is_end(text, match, begin, end):
            yield from _worth(text, begin, _end_of(match))
            begin = _end_of(match)
    yield from _worth(text, begin, end)


def _split_flattened(text: str, sentences: list[Span]) -> Iterator[Span]:
    """Split off headings that lost their line: a capital "The" or "According" in mid-sentence, a small word behind."""
    for span in sentences:
        begin = span.start
        for match in _RESTART.finditer(text, span.start, span.end):
            if match[1].lower() in OPENERS and _is_heading(text, begin, match.start()):
                yield from _worth(text, begin, match.start())
                begin = match.start(1)
        yield from _worth(text, begin, span.end)


def _split_endless(text: str, span: Span) -> Iterator[Span]:
    """Cut between words what is no sentence but a text without stops: a parser's time and memory grow with length."""
    begin = span.start
    while span.end - begin > _LONGEST:
        gap = max(text.rfind(" ", begin, begin + _LONGEST), text.rfind("\n", begin, begin + _LONGEST))
        cut = gap if gap > begin else begin + _LONGEST
        yield from _worth(text, begin, cut)
        begin = cut
    yield from _worth(text, begin, span.end)


def _is_heading(text: str, begin: int, end: int) -> bool:
    """True for some words with all their quotes closed; a date alone ("March 15 2011") belongs to what follows."""
    return len(text[begin:end].split()) >= _HEADING_WORDS and text[begin:end].count('"') % 2 == 0


def _worth(text: str, start: int, end: int) -> Iterator[Span]:
    span = trim(text, start, end)
    if span and any(char.isalnum() for char in text[span.start : span.end]):
        yield span


def _end_of(match: re.Match[str]) -> int:
    return match.start("gap") if match["stop"] else match.end()


def _is_end(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    if match["wide"] or match["glued"]:
        return bool(match["wide"]) or not _in_address(text, match.start(), begin)
    after = _WORD_AFTER.match(text, match.end(), end)
    following = after[1] if after else ""
    if following and following[0].islower() and not _is_name_particle(following, text, match.end()):
        return False
    if match["column"]:
        return bool(following) and following[0].isupper()
    if match["close"] or match["stop"] != ".":
        return True
    word = _WORD_BEFORE.search(text, begin, match.start())
    return word is None or _may_end(word[0], following)


def _is_name_particle(following: str, text: str, at: int) -> bool:
    """ "... said. al-Qalamoni": an Arabic article in Latin letters opens a name and so a sentence."""
    rest = text[at : at + 40].lstrip("\"'“‘«( ")
    return following in {"al", "el", "an", "ar", "as", "ad", "ash"} and bool(re.match(r"[a-z]{2,3}-[A-Z]", rest))


def _may_end(word: str, following: str) -> bool:
    """Can the sentence end at a full stop after `word`, the next word being `following`?"""
    bare = word.lower().lstrip("-–—/")
    if bare in NUMBERED and following[:1].isdigit():
        return False
    if bare in ABBREVIATIONS:
        return False
    initial = len(bare) == 1 and bare.isalpha() and word[-1].isupper()
    dotted = re.fullmatch(r"(?:\w\.)+\w", bare) is not None and not bare[0].isdigit()
    if initial or dotted or bare in WEAK:
        return following.lower() in OPENERS
    return True


def _in_address(text: str, at: int, begin: int) -> bool:
    """True inside a web or mail address, where a full stop never ends a sentence."""
    word = _WORD_BEFORE.search(text, begin, at)
    token = word[0] if word else ""
    return "/" in token or "@" in token or "." in token or token.startswith("www")
