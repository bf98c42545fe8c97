"""What was said of one deal in; its steps in the order of its course, and how it stands, out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from dateline.model import DealStep
from dateline.weigh.deal_word import DealWord, is_told_day

__all__ = ["status_of_course", "steps_of"]

_ORDER = (
    "demanded",
    "offered",
    "negotiated",
    "agreed",
    "in-force",
    "delayed",
    "broken",
    "implemented",
    "refused",
    "lapsed",
)
# How far along a deal is; what stands level is told by different people.
_STAGE = dict.fromkeys(_ORDER, 1) | {"demanded": 0, "offered": 0, "negotiated": 0}
_LED_TO = {
    "negotiated": ("agreed", "in-force", "implemented"),
    "offered": ("agreed",),
    "agreed": ("in-force", "implemented"),
}
# The order in which the steps of a deal lead to each other: where a step stands that no words date.
_COURSE = (
    "demanded",
    "offered",
    "negotiated",
    "agreed",
    "refused",
    "in-force",
    "delayed",
    "broken",
    "implemented",
    "lapsed",
)
_SIGNED = ("agreed", "in-force")
_FAILED = frozenset({"broken", "delayed", "lapsed"})


def steps_of(words: Sequence[DealWord]) -> tuple[DealStep, ...]:
    """Return the statuses told, by day and then by their natural order; one without a day stands after what leads to it.

    A report that only mentions a deal on the day it comes out tells no new step: it stands with the last one before. So
    does a report that has no day at all, where others date the same status.
    """
    by_step: dict[tuple[dt.date | None, str], list[str]] = defaultdict(list)
    days: dict[str, set[dt.date]] = defaultdict(set)
    told = [word for word in words if not _asks_to_keep_it(word, words)]
    sharp = [(w.status, w.day) for w in told if w.day and _is_sharp(w)]
    for word in sorted(told, key=lambda w: (w.day or dt.date.max, not is_told_day(w), w.claim.id)):
        day = _sharper(word, sharp) or max(days[word.status], default=None)
        dated = is_told_day(word) and (
            word.status != "in-force" or word.claim.time.basis == "text"
        )  # since then, it holds
        if day and not dated and (before := _led_to(word, day, days)):
            day = max(before)
        if day:
            days[word.status].add(day)
        by_step[day, word.status].append(word.claim.id)
    steps = [DealStep(s, day, tuple(dict.fromkeys(claims))) for (day, s), claims in by_step.items()]
    return _in_course(steps)


def _asks_to_keep_it(word: DealWord, words: Sequence[DealWord]) -> bool:
    """True for "called on them to leave at once" after both had signed: no new demand, it asks that the deal be kept."""
    if word.status != "demanded" or word.claim.type == "ultimatum" or word.day is None:
        return False
    if any(w.claim.type == "ultimatum" and w.status == "demanded" for w in words):
        return False
    return any(w.status in _SIGNED and is_told_day(w) and w.day is not None and w.day <= word.day for w in words)


def _is_sharp(word: DealWord) -> bool:
    """True where the words tell one day, or another word of the report lends its own."""
    time = word.claim.time
    return word.day == time.earliest == time.latest if is_told_day(word) else word.day != time.latest


def _sharper(word: DealWord, sharp: Sequence[tuple[str, dt.date]]) -> dt.date | None:
    """Return the day of a word; "in April" is the one day in April on which others tell the same step."""
    first, last = word.claim.time.earliest, word.claim.time.latest
    if word.day is None or word.claim.time.basis != "text" or first is None or last is None or first == last:
        return word.day
    within = {day for status, day in sharp if status == word.status and first <= day <= last}
    return within.pop() if len(within) == 1 else word.day


def _in_course(steps: Sequence[DealStep]) -> tuple[DealStep, ...]:
    """Return steps in the order of a deal's course."""
    course = sorted((s for s in steps if s.date), key=lambda s: (s.date or dt.date.max, _ORDER.index(s.status)))
    for step in sorted((s for s in steps if not s.date), key=lambda s: _COURSE.index(s.status)):
        led = [at for at, s in enumerate(course, 1) if _COURSE.index(s.status) < _COURSE.index(step.status)]
        course.insert(max(led, default=0), step)
    return tuple(course)


def _led_to(word: DealWord, day: dt.date, days: dict[str, set[dt.date]]) -> list[dt.date]:
    """Return the days of steps that a mention without a day of its own stands with: of its status, or what it led to.

    A breach told after a deal was signed again is no mention of the breach before that.
    """
    signed = max((d for status in _SIGNED for d in days[status] if d <= day), default=dt.date.min)
    before = [d for d in days[word.status] if d <= day and (word.status not in _FAILED or d >= signed)]
    led = [d for status in _LED_TO.get(word.status, ()) for d in days[status] if d <= day]
    return before or led


def status_of_course(steps: Sequence[DealStep], alone: bool = False) -> str:
    """Return the status told last; of those on one day the furthest along, of level ones that which most claims tell.

    What one side declares `alone` and the other refuses that day is refused. A deal that a report without a day tells
    as carried out has been so since, unless another tells that it failed.
    """
    done = bool(steps) and steps[-1].status == "implemented" and steps[-1].date is None
    if done and not any(step.status in _FAILED for step in steps):
        return "implemented"
    last = max((step.date or dt.date.min for step in steps), default=dt.date.min)
    late = [step for step in steps if (step.date or dt.date.min) == last]
    if any(step.status == "implemented" for step in late):  # who tells its terms that day adds nothing
        late = [step for step in late if step.status not in _SIGNED]
    if alone and {step.status for step in late} <= {"offered", "agreed", "in-force", "refused"}:
        late = [step for step in late if step.status == "refused"] or late
    return max(late, key=lambda step: (_STAGE[step.status], len(step.claims), _ORDER.index(step.status))).status
