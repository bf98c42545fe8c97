"""Signs of a mode at a draft's trigger: what stands before it, whether it is on hold, whether it only seems so."""

import re
from collections.abc import Iterable

from dateline.understand.draft import Draft
from dateline.understand.mode_words import HALTED, SEEMING, THOUGHT
from dateline.understand.syntax import Parse, Word

__all__ = ["follows_a_menace", "given_in_return", "on_hold", "opened", "seems", "text_before", "words_before"]

_CLAUSE = 60  # characters: how far a conditional opening reaches
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


def opened(draft: Draft, openings: Iterable[str]) -> str:
    """Return the conditional opening of several words before the trigger, in the same clause: "in case X refuses"."""
    before = text_before(draft)
    for opening in openings:
        at = before.rfind(opening) if " " in opening else -1
        if at >= 0 and not before[at:].count(",") and len(before) - at < _CLAUSE:
            return opening
    return ""


def on_hold(parse: Parse, head: Word) -> int:
    """Return the word of "peace talks are on hold" that says so, -1 where nothing does."""
    above = parse.words[head.head] if head.head >= 0 and head.rel == "subj" else None
    if above is None or above.lemma != "be":
        return -1
    return next((k for k in parse.kids(above.i, "obl", "xcomp") if parse.words[k].lemma in HALTED), -1)


def seems(parse: Parse, head: Word) -> bool:
    """True for "appeared to have been carried out", "thought to be theirs", not for "seemed to be in retaliation"."""
    if head.lemma not in SEEMING:
        return head.lemma in THOUGHT and bool(parse.kids(head.i, "xcomp"))
    verb = head.i
    return any(parse.words[k].lemma != "be" and parse.kids(k, "aux", "aux:pass") for k in parse.kids(verb, "xcomp"))
