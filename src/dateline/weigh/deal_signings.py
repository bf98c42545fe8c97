"""Words on deals in; when a deal was signed, began and ended by them, and whether that is the same deal, out."""

import datetime as dt
from collections.abc import Iterable, Sequence

from dateline.weigh.deal_word import DealWord, is_told_day

__all__ = [
    "ended_before",
    "freshness",
    "is_signing",
    "overlap",
    "signed_apart",
    "signed_before",
    "talks_apart",
    "took_effect",
]

_SIGNED = frozenset({"agreed", "in-force"})
_ENDED = frozenset({"broken", "lapsed"})
_SIGNS = dt.timedelta(days=3)  # within which reports date one signing; another day is another deal
_BEGINS = dt.timedelta(days=7)  # after its signing, a truce comes into force


def is_signing(word: DealWord) -> bool:
    """True for words that date an agreement itself, not one of its terms."""
    dated = word.claim.time.basis == "text" and word.day is not None
    return dated and word.status in _SIGNED and word.claim.type in ("agreement", "ceasefire")


def overlap(word: DealWord, other: DealWord) -> bool:
    """True where two words can tell of one day: "on 20 April", "in April"."""
    a, b = word.claim.time, other.claim.time
    return (a.earliest or dt.date.min) <= (b.latest or dt.date.max) and (b.earliest or dt.date.min) <= (
        a.latest or dt.date.max
    )


def signed_before(words: Sequence[DealWord], truce: Sequence[DealWord]) -> dt.date:
    """Return the last day before a group's words on which another's deal was signed: what fails is the deal signed last."""
    first = min((w.day for w in words if w.day), default=dt.date.max)
    return max((w.day for w in truce if w.day and w.day <= first and is_signing(w)), default=dt.date.min)


def took_effect(words: Sequence[DealWord], signed: Sequence[DealWord]) -> bool:
    """True where words date the coming into force of a truce to the days after another group's signing."""
    days = [w.day for w in signed if w.day and is_signing(w) and w.status == "agreed"]
    begun = [
        w.day for w in words if w.day and w.status == "in-force" and is_told_day(w) and w.day == w.claim.time.earliest
    ]
    return any(dt.timedelta(0) <= begin - day <= _BEGINS for begin in begun for day in days)


def freshness(word: DealWord, words: Sequence[DealWord]) -> float:
    """Of two deals of the same parties over one place, words fit better the one signed last before them."""
    day, signed = word.day, [w.day for w in words if w.day and is_signing(w)]
    since = [(day - one).days for one in signed if one <= day] if day else []
    return 0.5 / (1 + min(since)) if since else 0.0


def signed_apart(word: DealWord, words: Iterable[DealWord]) -> bool:
    """True where a deal was signed on other days, by the words, than those of a word that tells of signing one."""
    day = word.day
    days = [other.day for other in words if is_signing(other) and other.day and other.status == word.status]
    return bool(days) and day is not None and min(abs(day - other) for other in days) > _SIGNS


def ended_before(word: DealWord, words: Iterable[DealWord]) -> bool:
    """True for words on a truce that had failed before this one was signed: "an earlier truce collapsed"."""
    day = word.day
    if day is None or word.status not in _ENDED:
        return False
    signed = [other.day for other in words if is_signing(other) and other.day]
    return bool(signed) and day < min(signed)


def talks_apart(words: Sequence[DealWord], others: Sequence[DealWord]) -> bool:
    """True where one side of two only refuses to talk, and the other tells of no talks: that refuses no ultimatum."""
    return any(
        all(w.talks for w in one) and not any(w.talks or w.claim.type == "negotiation" for w in two)
        for one, two in ((words, others), (others, words))
    )
