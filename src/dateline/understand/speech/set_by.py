"""Modes that one event sets for another: a draft and the draft it hangs on in, the mode out.

What is asked in an ultimatum, agreed in a deal or threatened is told by its place below them, not by words of its own.
"""

from collections.abc import Mapping

from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.parse.words import AIMS
from dateline.understand.speech.mode_words import ASKED_WITH, SETTING
from dateline.understand.speech.saying_words import ASKING
from dateline.understand.syntax import Parse, Word

__all__ = ["finite", "set_by"]

_FINITE = frozenset({"past", "pres", "fut", "cond"})


def finite(parse: Parse, word: Word) -> bool:
    """True for a verb that tells for itself: "leaves", "has left", not "leave", "leaving"; a bare form may be an infinitive."""
    helped = [parse.words[k] for k in parse.kids(word.i, "aux", "aux:pass")]
    if any(k.low == "to" for k in helped) or word.pos not in ("VERB", "AUX"):
        return False
    return any(k.tense in _FINITE and (k.low != k.lemma or k is not word) for k in (word, *helped))


def set_by(
    draft: Draft, word: Word, head: Word, types: Mapping[int, Draft], violent: bool
) -> tuple[Modality, int, str] | None:
    """Return the mode that a governing draft sets, its word and how; `word` hangs on `head`, `types` are drafts by word."""
    parse, other = draft.scene.parse, types.get(head.i)
    if (
        other is None
        or other is draft
        or other.type not in SETTING
        or (draft.type in ("agreement", "negotiation") and other.type not in ASKING)
        or (draft.type == "violation" and other.type in ("agreement", "ceasefire"))  # nobody agrees to break a deal
    ):
        return None
    if violent and other.type != "threat":
        return None
    aimed = word.tense == "inf" or any(parse.words[k].low in AIMS for k in parse.kids(word.i, "mark"))
    if word.rel == "advcl" and not (aimed or word.prep in AIMS):
        return None  # "as the army advances, it has given an ultimatum"
    if word.rel == "conj" and (other.type == "negotiation" or (finite(parse, word) and not parse.kids(word.i, "mark"))):
        return None  # "met and agreed", "vowed to fight on and has sent troops": told as done beside it
    below = word.rel in ("xcomp", "ccomp", "acl", "advcl", "obj", "conj") or word.prep in ASKED_WITH
    mode = Modality(other.hit.trigger.modality) if other.hit.trigger.modality else SETTING[other.type]
    return (mode, head.i, f"asked or agreed in the {other.type}") if below else None
