"""Figures and the events they are told of in; counts of one thing that cannot all be so out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Contradiction, Event, Figure, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["VAGUE", "RivalCounts"]

_ROLES = frozenset(
    {
        "killed",
        "wounded",
        "evacuated",
        "displaced",
        "captured",
        "released",
        "resident",
        "fighter",
        "arrested",
        "missing",
    }
)
_FLOWS = frozenset(
    {"evacuated", "displaced", "returned"}
)  # people counted over days, told at a place and not of one act
_STOCKS = _FLOWS | {"resident", "fighter", "besieged"}  # counted of a place; tolls are only of one act
_ROUNDING = 1.02  # counts nearer than this are one count, rounded
_OPEN = 1.25  # two "at least" so far apart are not one count
VAGUE = frozenset({24.0, 40.0, 200.0, 2000.0, 3000.0})  # what "dozens", "scores", "hundreds" are read as
_ANYONE = frozenset(
    "people persons person dead killed deaths lives bodies casualties victims wounded injured others personnes morts "
    "tués victimes blessés corps человек человека людей погибших убитых раненых شخصا شخص أشخاص قتيلا قتلى جريحا".split()
)
_NEXT = 250  # characters to the next count of the same thing
_MANY = 100.0
_DAYS = dt.timedelta(days=3)
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One figure as somebody tells it: whose, on which day, over which place."""

    figure: Figure
    day: dt.date | None
    place: str
    noun: str
    event: str


class RivalCounts:
    """Finds counts that rival each other."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground
        self._whom = {key: c.targets for c in ground.claims.values() for key in c.figures if len(c.figures) == 1}

    def counts(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield counts of one role that lie further apart than rounding, vagueness and growth explain.

        Compared are the figures of one event, and figures of one role over one place within a few days. A toll that
        grows from one day to the next is no contradiction; one that shrinks is.
        """
        event_of = {key: e.id for e in events for c in e.claims for key in self.ground.claims[c].figures}
        event_of |= self._repeated(event_of)
        event_of |= self._answered(event_of)
        groups: dict[tuple[object, ...], list[_Counted]] = defaultdict(list)
        for figure in self._with_roles():
            for key, counted in self._keyed(figure, event_of):
                groups[key].append(counted)
        seen: set[tuple[str, str]] = set()
        yield from joined(pair for key in sorted(groups, key=str) for pair in self._apart(groups[key], seen))

    def _repeated(self, event_of: Mapping[str, str]) -> dict[str, str]:
        """Return the events of figures that repeat, in the same report, a figure of an event."""

        def key(figure: Figure) -> tuple[object, ...]:
            return figure.document, figure.role, figure.low, figure.high, bool(figure.part_of)

        known = {key(f): event_of[f.id] for f in self.ground.figures.values() if f.id in event_of}
        return {f.id: known[key(f)] for f in self.ground.figures.values() if f.id not in event_of and key(f) in known}

    def _answered(self, event_of: Mapping[str, str]) -> dict[str, str]:
        """Return the events of bare tolls that answer the count before them: "at least 900 died, A said. B put it at 2,000"."""
        found: dict[str, str] = {}
        before: Figure | None = None
        for figure in sorted(self.ground.figures.values(), key=lambda f: (f.document, f.span, f.id)):
            bare = any(c.isdigit() for c in self.ground.scene.last_word(figure.document, figure.span))
            if (
                before
                and bare
                and before.role == figure.role
                and before.document == figure.document
                and before.id in event_of
            ):
                at, back = (self.ground.scene.sentence(f.document, f.span.start) for f in (figure, before))
                here = all(self.ground.geography.wide(p) or p in before.places for p in figure.places)
                if at - back <= 1 and figure.speakers != before.speakers and here:
                    found[figure.id] = event_of[before.id]
            before = figure if figure.role in _ROLES and figure.unit == "person" and not figure.part_of else before
        return found

    def _with_roles(self) -> Iterator[Figure]:
        """Yield all figures; one without a role takes that of the count before it: "the UN speaks of 35,000 people"."""
        before: Figure | None = None
        for figure in sorted(self.ground.figures.values(), key=lambda f: (f.document, f.span, f.id)):
            if figure.unit == "person" and not figure.role and before and figure.low and before.low:
                near = figure.document == before.document and figure.span.start - before.span.start < _NEXT
                alike = max(figure.low, before.low) < 3 * min(figure.low, before.low)
                if near and alike and figure.low >= _MANY:
                    figure = replace(figure, role=before.role, places=figure.places or before.places)
            if figure.unit == "person" and figure.role and not figure.part_of:
                before = figure
            yield figure

    def _keyed(self, figure: Figure, event_of: Mapping[str, str]) -> Iterator[tuple[tuple[object, ...], _Counted]]:
        """Yield the groups in which a figure is compared: its event's, and its role's at its place and days."""
        if figure.role not in _ROLES or figure.unit != "person" or not figure.low:
            return
        event = event_of.get(figure.id, "")
        day = self.ground.witnesses.published(figure.document)
        place = next(
            (p for p in figure.places if not self.ground.geography.wide(p)),
            self.ground.scene.main_place(figure.document),
        )
        noun = self.ground.scene.last_word(figure.document, figure.span) if figure.part_of else ""
        counted = _Counted(figure, day, place, noun, event)
        if event:
            yield ("event", event, figure.role, noun), counted
        if place and day and figure.role in _STOCKS:
            for cell in self.ground.geography.cells(place):
                for week in {(day + step).toordinal() // 7 for step in (-_DAYS, _DAYS)}:
                    yield ("place", cell, week, figure.role, noun), counted

    def _apart(
        self, found: Sequence[_Counted], seen: set[tuple[str, str]]
    ) -> Iterator[tuple[tuple[str, str, str] | None, Contradiction]]:
        for at, a in enumerate(found):
            for b in found[at + 1 : at + 40]:
                pair = (min(a.figure.id, b.figure.id), max(a.figure.id, b.figure.id))
                if pair not in seen and self._cannot_both_be(a, b):
                    seen.add(pair)
                    sides = [Side(_count(x.figure), (x.figure.id,)) for x in sorted((a, b), key=lambda x: x.figure.id)]
                    event = a.event if a.event == b.event else ""
                    yield (event, a.figure.role, a.noun) if event else None, contradiction("figure", sides, event)

    def _cannot_both_be(self, a: _Counted, b: _Counted) -> bool:
        x, y = a.figure, b.figure
        if (x.part_of in (y.id, x.part_of and y.part_of) and x.part_of == y.id) or y.part_of == x.id:
            return False
        if bool(x.part_of) != bool(y.part_of) or (not self.ground.geography.one_spot(a.place, b.place) and not a.event):
            return False
        if x.document == y.document and x.speakers == y.speakers:
            return False  # nobody contradicts himself in one report: "25 soldiers and 30 civilians"
        if not (a.event and a.event == b.event) and not _counted_at_once(a, b):
            return False
        if self._grew(a, b) or self._vague(x) or self._vague(y) or self._of_others(x, y):
            return False
        low, high = sorted((x, y), key=lambda f: f.low or 0.0)
        if not low.low or not high.low or (self._anyone(high) and not self._anyone(low)):
            return False  # 192 soldiers are among 200 people
        if low.high is None and high.high is None:
            return high.low > _OPEN * low.low
        if low.high is None:
            return False  # "at least 30" leaves room for 43
        return high.low > _ROUNDING * low.high and high.low - low.high >= _grain(high.low, low.high) / 2

    def _of_others(self, x: Figure, y: Figure) -> bool:
        """True for counts of other people: "60 Afghans and 13 American soldiers"."""
        return self.ground.sides.meet(self._whom.get(x.id, ()), self._whom.get(y.id, ())) == 0.0

    def _anyone(self, figure: Figure) -> bool:
        """True for a count of people of whatever kind: "900 people", "30 dead", a bare number."""
        word = self.ground.scene.last_word(figure.document, figure.span)
        return word in _ANYONE or any(c.isdigit() for c in word)

    def _vague(self, figure: Figure) -> bool:
        """True where a word stands for a number, "hundreds", not for "more than 200"."""
        digits = any(
            c.isdigit() for c in self.ground.articles[figure.document].text[figure.span.start : figure.span.end]
        )
        return figure.high is None and figure.low in VAGUE and not digits

    def _grew(self, a: _Counted, b: _Counted) -> bool:
        """True where the later report counts more: the toll may have grown."""
        if a.day is None or b.day is None or a.day == b.day:
            return False
        early, late = sorted((a, b), key=lambda c: c.day or dt.date.min)
        return (late.figure.low or 0.0) > (early.figure.low or 0.0) and a.figure.role not in ("resident",)


def _counted_at_once(a: _Counted, b: _Counted) -> bool:
    """True for counts that are no act's own where both speak of the same days: people who move are counted from day to day."""
    if not a.figure.time.overlaps(b.figure.time):
        return False
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= _A_DAY


def _count(figure: Figure) -> str:
    """Return a count in words: "43 or more", "30", "1,500 to 5,000"."""
    low = f"{figure.low:,.0f}" if figure.low is not None else ""
    high = f"{figure.high:,.0f}" if figure.high is not None else ""
    if figure.high is None:
        return f"{low} or more"
    return low if low == high or not low else f"{low} to {high}"


def _grain(*counts: float) -> float:
    """Return how coarsely the coarser of large counts is rounded: 8,000 to thousands; small ones not at all."""
    if min(counts) < 1000:
        return 0.0
    return max(max((10.0**k for k in range(1, 6) if count % 10**k == 0), default=1.0) for count in counts)
