"""Two sets of events side by side: a record's and a data set's in; pairs, what is missed, what is extra, each with why, out.

A pair shares days and place within the slack that both sides give, has two things that speak for it (the day, the spot, a
side, the number of dead) and no sides that are all others. Each event is in one pair at most, the likest first.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.show.facts import Facts
from dateline.show.matching.coded import CodedEvent, CodedFile, record_events
from dateline.show.matching.sides import Sides
from dateline.show.selection import Selection

__all__ = ["Difference", "Laid", "Missed", "Pair", "lay_beside"]

_SLACK = dt.timedelta(days=1)  # a report's day and the event's are easily taken for each other
_OPEN_SLACK = dt.timedelta(days=3)  # where only one end is told
_SAME_KM = 5.0
_LOOK_AROUND = dt.timedelta(days=10)
_BLOCK = 16  # days
_LONGEST, _WIDEST = 61, 400.0  # days, km: ACLED's month about a day, and a province
_VAGUE_DAYS, _VAGUE_KM = 31, 150.0  # of ours: more could be any of theirs
_SPOT_KM = 15.0
_ENOUGH = 2  # things that speak for a pair


@dataclass(frozen=True, slots=True)
class Difference:
    """One respect in which the two of a pair differ, as each has it."""

    about: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One event of theirs and one of ours that are the same, and how they differ."""

    theirs: CodedEvent
    ours: CodedEvent
    km: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """An event that one side alone has, and why no event of the other was laid beside it."""

    event: CodedEvent
    why: str


@dataclass(frozen=True, slots=True)
class Laid:
    """All that came out. `beyond` are events of theirs on days of which the record has no report; `sums` are rows that
    add up more than a month or half a country: no single event."""

    file: CodedFile
    record: str
    days: tuple[dt.date, dt.date] | None
    pairs: tuple[Pair, ...]
    missed: tuple[Missed, ...]
    extra: tuple[Missed, ...]
    beyond: int
    sums: int
    vague: int


def lay_beside(selection: Selection, file: CodedFile) -> Laid:
    """Lay a record beside a data set."""
    facts = Facts(selection)
    told = list(record_events(facts, file.scheme))
    ours = [one for one in told if (one.end - one.start).days <= _VAGUE_DAYS and one.reach_km <= _VAGUE_KM]
    days = _covered(facts, ours)
    single = [one for one in file.events if (one.end - one.start).days <= _LONGEST and one.reach_km < _WIDEST]
    theirs = [one for one in single if days and one.start <= days[1] and days[0] <= one.end]
    laying = _Laying(Sides(facts.contents), theirs, ours)
    pairs = laying.pairs()
    found, met = {pair.theirs.id for pair in pairs}, {pair.ours.id for pair in pairs}
    return Laid(
        file=file,
        record=selection.path.name,
        days=days,
        pairs=tuple(pairs),
        missed=tuple(Missed(one, laying.why(one, laying.ours, met)) for one in theirs if one.id not in found),
        extra=tuple(Missed(one, laying.why(one, laying.theirs, found)) for one in ours if one.id not in met),
        beyond=len(single) - len(theirs),
        sums=len(file.events) - len(single),
        vague=len(told) - len(ours),
    )


def _covered(facts: Facts, ours: list[CodedEvent]) -> tuple[dt.date, dt.date] | None:
    """The days on which the record could have an event: a week before its first report to its last."""
    published = [d.published for d in facts.contents.documents.values()]
    days = [day for one in published if (day := one.date or one.latest)]
    exact = [
        day for one in ours if not one.open_ended and (one.end - one.start).days <= 7 for day in (one.start, one.end)
    ]
    if not days:
        return (min(exact), max(exact)) if exact else None
    return min(days) - dt.timedelta(days=7), max(days)


class _ByDay:
    """Events by blocks of days: what is near in time is found without looking at all, however many there are."""

    def __init__(self, events: Iterable[CodedEvent]) -> None:
        self._blocks: dict[int, list[CodedEvent]] = defaultdict(list)
        for one in events:
            for block in _blocks(one, dt.timedelta()):
                self._blocks[block].append(one)

    def near(self, one: CodedEvent, slack: dt.timedelta) -> list[CodedEvent]:
        """Those whose days meet those of `one`, or miss them by `slack` at most."""
        found = {other.id: other for block in _blocks(one, slack) for other in self._blocks.get(block, ())}
        return [other for other in found.values() if _gap(one, other) <= slack]


class _Laying:
    """Compares events pair by pair, those near each other in time only."""

    def __init__(self, sides: Sides, theirs: list[CodedEvent], ours: list[CodedEvent]) -> None:
        self.sides, self.all_ours = sides, ours
        self.theirs, self.ours = _ByDay(theirs), _ByDay(ours)

    def pairs(self) -> list[Pair]:
        """Pair one to one, the likest first; equal likeness in the order of ids, so that it is always the same."""
        scored = [
            (-score, one.id, other.id, one, other)
            for other in self.all_ours
            for one in self.theirs.near(other, _OPEN_SLACK)
            if (score := self._likeness(one, other)) > 0
        ]
        found, met, pairs = set(), set(), []
        for _, _, _, one, other in sorted(scored, key=lambda item: item[:3]):
            if one.id not in found and other.id not in met:
                found.add(one.id)
                met.add(other.id)
                pairs.append(Pair(one, other, distance(one, other), tuple(self._differences(one, other))))
        return sorted(pairs, key=lambda pair: (pair.theirs.start, pair.theirs.id))

    def _likeness(self, theirs: CodedEvent, ours: CodedEvent) -> float:
        gap, km, reach = _gap(theirs, ours), distance(theirs, ours), _reach(theirs, ours)
        if gap > _slack(theirs, ours) or km > reach:
            return 0.0
        who = self._who(theirs, ours)
        same_count = bool(theirs.best and ours.best and _count_fits(theirs, ours))
        if self._contradict(theirs, ours) and not same_count:
            return 0.0
        speaking = (gap.days == 0 and (ours.end - ours.start).days <= _SLACK.days) + (km <= _SPOT_KM) + 2 * same_count
        if speaking + round(2 * who) < _ENOUGH:
            return 0.0
        long = (theirs.end - theirs.start).days / 60
        return 2 - long - gap.days / 2 - km / (reach + 1) + who + 0.5 * same_count - 0.2 * ours.open_ended

    def _contradict(self, theirs: CodedEvent, ours: CodedEvent) -> bool:
        """True where a side that both name is another one, and none is the same in either order."""
        (a, b), (x, y) = theirs.sides, ours.sides
        verdicts = [self.sides.same(*pair) for pair in ((a, x), (b, y), (a, y), (b, x)) if pair[0] and pair[1]]
        return True not in verdicts and False in verdicts

    def _who(self, theirs: CodedEvent, ours: CodedEvent) -> float:
        """1 where both sides are the same (in either order), a half where one is, 0 where none is."""
        (a, b), (x, y) = theirs.sides, ours.sides
        best = 0.0
        for left, right in (((a, x), (b, y)), ((a, y), (b, x))):
            verdicts = [self.sides.same(*left), self.sides.same(*right)]
            named = [verdict is True and bool(pair[0]) for verdict, pair in zip(verdicts, (left, right), strict=True)]
            best = max(best, 0.5 * sum(named))
        return best

    def _differences(self, theirs: CodedEvent, ours: CodedEvent) -> Iterator[Difference]:
        if _gap(theirs, ours) or (ours.end - ours.start).days > (theirs.end - theirs.start).days + 2:
            yield Difference("when", days_words(theirs), days_words(ours))
        km = distance(theirs, ours)
        if km > max(_SAME_KM, min(theirs.reach_km, ours.reach_km)):
            yield Difference("where", theirs.place, f"{ours.place}, {km:.0f} km away")
        (a, b), (x, y) = theirs.sides, ours.sides
        straight = [self.sides.same(a, x), self.sides.same(b, y)]
        crossed = [self.sides.same(a, y), self.sides.same(b, x)]
        if True in crossed and straight.count(True) < crossed.count(True):
            straight = crossed
        if straight != [True, True]:
            yield Difference(
                "who", " and ".join(map(_list, (a, b))), " and ".join(self._named(side) for side in (x, y))
            )
        if not _count_fits(theirs, ours):
            yield Difference("how many", count_words(theirs), count_words(ours))

    def _named(self, ids: tuple[str, ...]) -> str:
        actors = self.sides.contents.actors
        return _list(tuple(actors[id].name if id in actors else id for id in ids))

    def why(self, one: CodedEvent, others: _ByDay, taken: set[str]) -> str:
        """Why no event of the other side was laid beside this one: the nearest, and what keeps them apart."""
        near = others.near(one, _LOOK_AROUND)
        if not near:
            return f"nothing within {_LOOK_AROUND.days} days"
        other = min(near, key=lambda o: (distance(one, o) > _reach(one, o), _gap(one, o), distance(one, o), o.id))
        km, gap = distance(one, other), _gap(one, other)
        if km > _reach(one, other):
            return (
                f"nothing near enough; the nearest is {other.id}, {km:.0f} km away in {other.place or 'no named place'}"
            )
        if gap > _slack(one, other):
            return f"{other.id} in {other.place} is {gap.days} days off"
        if other.id in taken:
            return f"{other.id} on that day and there is laid beside another one"
        return f"{other.id} on that day and there is between others, or too little speaks for it"


def _blocks(one: CodedEvent, slack: dt.timedelta) -> range:
    first, last = (one.start - slack).toordinal(), (one.end + slack).toordinal()
    return range(first // _BLOCK, last // _BLOCK + 1)


def _gap(one: CodedEvent, other: CodedEvent) -> dt.timedelta:
    return max(one.start - other.end, other.start - one.end, dt.timedelta())


def _slack(one: CodedEvent, other: CodedEvent) -> dt.timedelta:
    return _OPEN_SLACK if one.open_ended or other.open_ended else _SLACK


def _reach(one: CodedEvent, other: CodedEvent) -> float:
    return max(one.reach_km, other.reach_km) + _SAME_KM


def distance(one: CodedEvent, other: CodedEvent) -> float:
    """Kilometres between two events, on a sphere."""
    north, south = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon)
    cosine = math.sin(north) * math.sin(south) + math.cos(north) * math.cos(south) * math.cos(across)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


def _count_fits(theirs: CodedEvent, ours: CodedEvent) -> bool:
    """True where their best lies within what ours tell; a side that counts nobody contradicts no count but one."""
    if ours.best is None or theirs.best is None:
        return not (theirs.best or ours.best)
    low = ours.low if ours.low is not None else ours.best
    high = ours.high if ours.high is not None else ours.best
    return low <= theirs.best <= high or (theirs.low or theirs.best) <= ours.best <= (theirs.high or theirs.best)


def days_words(one: CodedEvent) -> str:
    """`2016-12-13`, or both ends."""
    days = one.start.isoformat() if one.start == one.end else f"{one.start} to {one.end}"
    return f"{days}, one end not told" if one.open_ended else days


def count_words(one: CodedEvent) -> str:
    """How many dead, `10-43, best 43`."""
    if one.best is None:
        return "not counted"
    ends = sorted({end for end in (one.low, one.high) if end is not None})
    return f"{one.best:g}" if len(ends) < 2 else f"{ends[0]:g} to {ends[-1]:g}, best {one.best:g}"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nobody named"
