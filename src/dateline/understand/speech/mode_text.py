"""Signs of a mode at a draft's trigger: what stands before it, whether it is on hold, whether it only seems so."""

import re
from collections.abc import Collection, Iterable

from dateline.understand.draft import Draft
from dateline.understand.speech.mode_words import (
    FAILING,
    HALTED,
    SEEMING,
    SUPPOSING,
    THOUGHT,
    TRYING,
)
from dateline.understand.syntax import Parse, Word

__all__ = [
    "asked_in_time",
    "follows_a_menace",
    "in_vain",
    "on_hold",
    "opened",
    "seems",
    "supposed_on",
    "text_before",
    "without_a_sign",
    "words_before",
]

_CLAUSE = 60  # characters: how far a conditional opening reaches
_FAR = 10  # words in which "no evidence that" stands before the act
_IN_TIME = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|grant(?:ed|s|ing)?|offer(?:ed|s|ing)?|set|donn\w+|laiss\w+|accord\w+)\s[^.;:]{0,80}"
    r"\b(?:hours?|days?|weeks?|heures?|jours?|semaines?)\s(?:to|pour|in which to)\s(?:se\s|s['’])?$"
)
_KNOWN = frozenset({"the", "this", "these", "le", "la", "les", "l'", "l’", "cette", "ce", "ces"})
_QUOTES = str.maketrans("", "", '«»“”"')
_WORDS = 6  # in which "have yet to" stands before its verb


def text_before(draft: Draft) -> str:
    """Return what stands before a draft's trigger in its sentence, in lower case."""
    parsed = draft.scene.parsed
    return parsed.text[: draft.hit.span.start - parsed.sentence.span.start].lower()


def words_before(draft: Draft) -> str:
    """Return the last words before a draft's trigger, with spaces around."""
    return f" {' '.join(text_before(draft).rsplit(None, _WORDS)[-_WORDS:])} "


def asked_in_time(draft: Draft) -> bool:
    """True for what somebody is given a time for: "gave the garrison 48 hours to lay down its arms"."""
    return _IN_TIME.search(text_before(draft)) is not None


def without_a_sign(draft: Draft, phrases: Iterable[str]) -> bool:
    """True behind "no evidence that", "aucune indication que": who says so does not grant that it happened.

    What is named as known is granted: "no evidence that civilians were killed in the strike".
    """
    parse = draft.scene.parse
    if any(parse.words[k].low in _KNOWN for k in parse.kids(draft.head, "det")):
        return False
    near = f" {' '.join(text_before(draft).translate(_QUOTES).split()[-_FAR:])} "
    return any(f" {phrase} " in near for phrase in phrases if phrase.endswith((" that", " que")))


def follows_a_menace(draft: Draft, phrases: Iterable[str]) -> bool:
    """True behind "or else", "or face", "sous peine de": "leave or face an assault"."""
    near = words_before(draft)
    return any(f" {phrase} " in near for phrase in phrases)


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
    """True for "seemed to have been made by drones", "thought to be theirs", not for "seemed to be in retaliation"."""
    if head.lemma not in SEEMING:
        return head.lemma in THOUGHT and bool(parse.kids(head.i, "xcomp"))
    verb = head.i
    return any(parse.words[k].lemma != "be" and parse.kids(k, "aux", "aux:pass") for k in parse.kids(verb, "xcomp"))


def in_vain(parse: Parse, tried: Word) -> bool:
    """True for "efforts to reach a truce have failed": there is none."""
    verb = parse.words[tried.head] if tried.head >= 0 and tried.rel == "subj" and tried.lemma in TRYING else None
    return verb is not None and verb.lemma in FAILING and not parse.negated(verb.i)


def supposed_on(parse: Parse, modal: int, conditions: Collection[str]) -> int:
    """Return the "if" on which a modal's verb hangs, else -1: "if the town were to fall, they would besiege the next"."""
    word = parse.words[modal] if modal >= 0 else None
    if word is None or word.low not in SUPPOSING or word.head < 0:
        return -1
    opened_by = (m for k in parse.kids(word.head, "advcl") for m in parse.kids(k, "mark"))
    return next((m for m in opened_by if parse.words[m].low in conditions), -1)
