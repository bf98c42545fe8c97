"""One report's words on deals in; the same with the days and fates that its other words on a deal tell, out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from dateline.weigh.deal_word import DealWord, is_told_day

__all__ = ["dated", "with_its_fate"]

_PLURAL = frozenset({"agreement", "ceasefire"})
_ASKED = frozenset({"demanded", "offered"})
_REACHED = frozenset({"agreed", "in-force"})
_FAILED = frozenset({"broken", "refused", "delayed", "lapsed"})
_FATE = 80  # characters between the name of a deal and the word that tells its fate


def dated(words: Sequence[DealWord], published: dt.date | None) -> list[DealWord]:
    """Return words with the days they have by other words of their report, which came out on `published`.

    Talks that led to the deal it tells of are no step of their own.
    """
    told = [word for word in words if not _led_to_it(word, words)]
    return [_answered(_broken_at_once(_agreed_then(word, told, published), told), told) for word in told]


def _led_to_it(word: DealWord, words: Sequence[DealWord]) -> bool:
    """True for talks told beside the deal of the same people that they came to, with no later day of their own."""
    if word.status != "negotiated" or word.claim.time.basis == "text":
        return False
    first = word.claim.time.earliest
    return any(
        other.claim.type in _PLURAL
        and other.status in _REACHED
        and is_told_day(other)
        and other.day is not None
        and (first is None or first <= other.day)
        and bool(word.parties)
        and set(word.parties) <= set(other.parties)
        for other in words
    )


def _agreed_then(word: DealWord, words: Sequence[DealWord], published: dt.date | None) -> DealWord:
    """A term is agreed on when its deal is; its own day is the one on which it falls due: "will leave by 10 October"."""
    if word.claim.modality not in ("agreed", "planned") or word.status != "agreed" or word.day is None:
        return word
    deals = [
        other.day
        for other in words
        if other.sentence == word.sentence
        and other.claim.type == "agreement"
        and other.status in _REACHED
        and other.day
    ]
    if any(day < word.day for day in deals) and is_told_day(word):
        return replace(word, day=max(day for day in deals if day < word.day))
    if not published or word.day <= published:
        return word
    theirs = [w for w in words if not word.parties or not set(word.parties).isdisjoint(w.parties)]
    before = [w.day for w in theirs if w.status == "agreed" and w.day and w.day <= published]
    return replace(word, day=max(before, default=published))


def _broken_at_once(word: DealWord, words: Sequence[DealWord]) -> DealWord:
    """ "They broke it within hours": on the day on which the deal told right before was signed."""
    if word.status != "broken" or not word.soon or is_told_day(word):
        return word
    near = [w for w in words if w.status in _REACHED and is_told_day(w) and 0 <= word.sentence - w.sentence <= 1]
    deal = max((w for w in near if w.claim.trigger < word.claim.trigger), key=lambda w: w.claim.trigger, default=None)
    return replace(word, day=deal.day) if deal and deal.day else word


def _answered(word: DealWord, words: Sequence[DealWord]) -> DealWord:
    """A refusal without a day of its own is of the day of what it refuses, where that is told right before it."""
    if word.status != "refused" or is_told_day(word):
        return word
    asked = [
        other
        for other in words
        if other.status in _ASKED
        and other.claim.trigger < word.claim.trigger
        and word.sentence - other.sentence <= 1
        and other.place == word.place
        and is_told_day(other)
    ]
    last = max(asked, key=lambda other: (other.claim.trigger, other.claim.id), default=None)
    return replace(word, day=last.day) if last else word


def with_its_fate(word: DealWord, words: Sequence[DealWord]) -> DealWord:
    """A deal named beside the word for its end stands as that word says: "the brokered truce collapsed".

    Where both have days of their own, two steps are told: "a truce signed in May collapsed in June".
    """
    if word.claim.type not in _PLURAL or word.status not in _REACHED:
        return word
    for other in words:
        close = abs(other.claim.trigger.start - word.claim.trigger.start) <= _FATE
        if close and other.sentence == word.sentence and other.status in _FAILED and other.claim.type != "refusal":
            apart = word.claim.time.basis == other.claim.time.basis == "text" and word.day != other.day
            return replace(word, status="agreed") if apart else replace(word, status=other.status, day=other.day)
    return word
