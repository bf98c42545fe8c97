"""Words from reports, which anyone may have written, in; the same without control signs and turned letters out."""

import re

__all__ = ["clip", "inert", "one_line"]

# Letters that turn the reading order round could make a quote look like other words: shown as a replacement mark.
_TURNING = dict.fromkeys(map(ord, "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"), "\ufffd")
_UNSEEN = dict.fromkeys(map(ord, "\u202c\u2069\u200b\u2060\ufeff\u00ad\u2061\u2062\u2063\u2064"), "")
_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], " ")  # all but tabs and line ends
_SIGNS = {**_TURNING, **_UNSEEN, **_CONTROLS}
_SPACES = re.compile(r"\s+")


def inert(text: str) -> str:
    """Return `text` without control characters; marks that turn the order of letters become visible ones."""
    return text.translate(_SIGNS)


def one_line(text: str) -> str:
    """Return inert `text` with every run of white space as one blank."""
    return _SPACES.sub(" ", inert(text)).strip()


def clip(text: str, start: int, end: int, width: int = 220) -> str:
    """Return up to `width` characters of `text` around `start`..`end`, in whole words, with dots for the rest."""
    if len(text) <= width:
        return one_line(text)
    left = max(0, min(start, (start + end) // 2 - width // 2))
    right = min(len(text), max(left + width, end))
    left = _word_start(text, left)
    right = _word_end(text, right)
    return f"{'… ' if left else ''}{one_line(text[left:right])}{' …' if right < len(text) else ''}"


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
