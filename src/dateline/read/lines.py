"""Blocks of a text: takes text, gives back the spans of its lines, with the lines of hard-wrapped paragraphs joined."""

import re
from itertools import pairwise

from dateline.model import Span

__all__ = ["FINAL", "find_blocks", "trim"]

FINAL = ".!?…؟۔।。！？"
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_CLOSERS = "\"'”’»)]"
_WRAP_AT_LEAST, _WRAP_AT_MOST = 45, 100


def find_blocks(text: str) -> tuple[Span, ...]:
    """Return the trimmed spans of the lines that hold anything; wrapped lines of one paragraph are one block."""
    lines = [span for match in _LINE.finditer(text) if (span := trim(text, match.start(), match.end()))]
    return _join_wrapped(text, lines) if _is_wrapped(text, lines) else tuple(lines)


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space (and byte order mark) at its ends, or None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Span(start, end) if start < end else None


def _continues(text: str, line: Span, following: Span) -> bool:
    """True where one line break, and no empty line, stands between a line cut in mid-sentence and the next."""
    one_break = len(_BREAK.findall(text, line.end, following.start)) == 1
    cut = text[line.start : line.end].rstrip(_CLOSERS)[-1:] not in FINAL
    return one_break and cut and line.end - line.start >= _WRAP_AT_LEAST


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """A text is hard-wrapped when no line is long and most line breaks fall in mid-sentence before a small letter."""
    if len(lines) < 4 or max(line.end - line.start for line in lines) > _WRAP_AT_MOST:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if _continues(text, a, b)]
    lower = sum(1 for _, following in pairs if text[following.start].islower())
    return len(pairs) >= len(lines) * 0.4 and lower >= len(pairs) * 0.5


def _join_wrapped(text: str, lines: list[Span]) -> tuple[Span, ...]:
    blocks: list[Span] = []
    last_line: Span | None = None
    for line in lines:
        one_break = last_line is not None and len(_BREAK.findall(text, last_line.end, line.start)) == 1
        # A short line ends its paragraph, as a headline or a last line does.
        if one_break and last_line is not None and last_line.end - last_line.start >= _WRAP_AT_LEAST:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
        last_line = line
    return tuple(blocks)
