"""What stands before a draft's trigger in its sentence: text by which its mode is told, whatever the parse makes of it."""

import re
from collections.abc import Iterable

from dateline.understand.draft import Draft

__all__ = ["follows_a_menace", "given_in_return", "text_before", "words_before"]

_WORDS = 6  # in which "have yet to" stands before its verb
_IN_RETURN = re.compile(r"\b(?:in (?:return|exchange) for|en échange (?:de|du|des|d['’]))\s*(?:[\w-]+['’\s]+){0,3}$")


def text_before(draft: Draft) -> str:
    """Return what stands before a draft's trigger in its sentence, in lower case."""
    parsed = draft.scene.parsed
    return parsed.text[: draft.hit.span.start - parsed.sentence.span.start].lower()


def words_before(draft: Draft) -> str:
    """Return the last words before a draft's trigger, with spaces around."""
    return f" {' '.join(text_before(draft).split()[-_WORDS:])} "


def follows_a_menace(draft: Draft, phrases: Iterable[str]) -> bool:
    """True behind "or else", "or face", "sous peine de": "leave or face an assault"."""
    near = words_before(draft)
    return any(f" {phrase} " in near for phrase in phrases)


def given_in_return(draft: Draft) -> bool:
    """True for a term: "laid down arms in return for safe passage", "en échange de leur départ"."""
    return _IN_RETURN.search(text_before(draft)) is not None
