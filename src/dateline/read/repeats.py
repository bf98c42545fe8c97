"""Texts that stand twice: takes text and its blocks, gives back the copies that must not be read again."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dateline.model import Span
from dateline.read.lines import FINAL

__all__ = ["find_repeats"]

_CAPTION_WORDS = (6, 40)
_RUN_WORDS = 12


def find_repeats(text: str, blocks: tuple[Span, ...]) -> Iterator[Span]:
    """Yield repeated blocks (all of them where they look like a picture's caption, else all but the first) and runs."""
    groups: dict[str, list[Span]] = defaultdict(list)
    for block in blocks:
        groups[_key(text[block.start : block.end])].append(block)
    for key, copies in groups.items():
        if len(copies) > 1 and key:
            is_first_line = copies[0] == blocks[0]
            yield from copies if _is_caption(text, copies[0]) and not is_first_line else copies[1:]
    for block in blocks:
        yield from _runs(text, block)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _is_caption(text: str, block: Span) -> bool:
    """A caption is a sentence's worth of words without the stop that a sentence would have."""
    words = text[block.start : block.end]
    fewest, most = _CAPTION_WORDS
    return fewest <= len(words.split()) <= most and words.rstrip("\"'”’»)]")[-1:] not in FINAL + ":"


def _opens_sentence(text: str, block: Span, copy: int, first: int) -> bool:
    """True where the copy starts with a capital and either of the two stands behind a stop, a date or nothing."""
    starts = text[block.start + copy].isupper() or text[block.start + copy].isdigit()
    before = [text[block.start : block.start + at].rstrip(" \"'“«(") for at in (copy, first)]
    return starts and any(not words or words[-1] in FINAL + '"”»)]' or words[-1].isdigit() for words in before)


def _runs(text: str, block: Span) -> Iterator[Span]:
    """Yield later copies of a run of a dozen words or more within one line, as flattened pages have them."""
    words = list(re.finditer(r"\w+", text[block.start : block.end]))
    tokens = [word[0].casefold() for word in words]
    first: dict[tuple[str, ...], int] = {}
    at = 0
    while at + _RUN_WORDS <= len(tokens):
        gram = tuple(tokens[at : at + _RUN_WORDS])
        earlier = first.setdefault(gram, at)
        if earlier + _RUN_WORDS > at:
            at += 1
            continue
        length = _RUN_WORDS
        while at + length < len(tokens) and earlier + length < at and tokens[earlier + length] == tokens[at + length]:
            length += 1
        end = words[at + length - 1].end()
        if not _opens_sentence(text, block, words[at].start(), words[earlier].start()):
            at += length
            continue
        closing = re.compile(r"[\"'”’»)]*[.!?…]?[\"'”’»)]*").match(text, block.start + end)
        yield Span(block.start + words[at].start(), closing.end() if closing else block.start + end)
        at += length
