"""When a truce comes into force: its draft and the sentence's time words in, the one that tells that day out."""

from collections.abc import Sequence

from dateline.understand.days.dates import TimeWord
from dateline.understand.draft import Draft
from dateline.understand.syntax import Parse

__all__ = ["STARTS", "in_force", "of_taking_effect"]

_TRUCES = frozenset("truce ceasefire cease-fire armistice trêve cessez-le-feu pause cessation".split())
_FORCE = {
    "force": frozenset({"in", "into"}),
    "effect": frozenset({"in", "into", "take", "takes", "took", "taken", "taking"}),
    "vigueur": frozenset({"en"}),
    "effet": frozenset({"prendre", "prend", "pris", "prendra", "prenait", "prenant"}),
}
# "three days after the entry into force of the truce": what these begin is what is told
STARTS = frozenset("entry start beginning onset entrée début commencement instauration".split())
_NEAR = 24  # characters between the words for it and its day: "took effect in the port on Monday"


def of_taking_effect(draft: Draft, words: Sequence[TimeWord]) -> TimeWord | None:
    """Return the day of "the truce signed in May came into force on Monday": a truce is of the days on which it holds."""
    if draft.type != "ceasefire" or (at := in_force(draft)) < 0:
        return None
    text, offset = draft.scene.parsed.text, draft.scene.parsed.sentence.span.start
    end = draft.scene.parse.words[at].end
    for word in sorted(words, key=lambda w: w.span):
        if word.span.start >= end and not word.work:
            between = text[end - offset : word.span.start - offset]
            return word if len(between) <= _NEAR and not set(between) & set(",;:—") else None
    return None


def in_force(draft: Draft) -> int:
    """Return the last word of "is in force", "took effect", "entré en vigueur" that tells of a truce, -1 where none does."""
    parse = draft.scene.parse
    told = (k for k, word in enumerate(parse.words) if k and parse.words[k - 1].low in _FORCE.get(word.low, ()))
    return next((k for k in told if _truce_of(parse, k) == draft.head), -1)


def _truce_of(parse: Parse, at: int) -> int:
    """Return the truce that words for coming into force are nearest to: the last before them, else the next."""
    truces = [word.i for word in parse.words if word.lemma in _TRUCES or word.low in _TRUCES]
    before = [k for k in truces if k < at]
    opening = all(parse.words[k].pos not in ("NOUN", "PROPN") for k in range(at - 1))
    behind = [k for k in truces if k > at] if opening or parse.words[at - 2].lemma in STARTS else []
    return behind[0] if behind and (opening or not before) else before[-1] if before else -1
