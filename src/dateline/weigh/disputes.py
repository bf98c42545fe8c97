"""Claims, figures and deals in; the disputes over counts, over who did it, over what was done and agreed, out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Article, Claim, Contradiction, Deal, Event, Figure, Side
from dateline.weigh.geography import Geography
from dateline.weigh.joined_sides import contradiction, joined
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["Disputes", "by_id"]

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
_SPEECH = frozenset({"accusation", "denial", "criticism", "praise", "claim-responsibility"})
_ROUNDING = 1.02  # counts nearer than this are one count, rounded
_OPEN = 1.25  # two "at least" so far apart are not one count
_VAGUE = frozenset({24.0, 40.0, 200.0, 2000.0, 3000.0})  # what "dozens", "scores", "hundreds" are read as
_ANYONE = frozenset(
    "people persons person dead killed deaths lives bodies casualties victims wounded injured others personnes morts "
    "tués victimes blessés corps человек человека людей погибших убитых раненых شخصا شخص أشخاص قتيلا قتلى جريحا".split()
)
_NEXT = 250  # characters to the next count of the same thing
_MANY = 100.0
_DAYS = dt.timedelta(days=3)
_A_DAY = dt.timedelta(days=1)
_TWO_WEEKS = dt.timedelta(days=14)
_BLAMED = frozenset(
    "violation ceasefire killing shelling airstrike attack chemical-attack bombing capture deployment offensive siege support "
    "abduction destruction arrest".split()
)
_FACT = frozenset({"asserted", "reported"})
_ATTACKS = frozenset({"attack", "shelling", "airstrike", "bombing"})
_STATUSES = (
    (frozenset({"agreed", "in-force", "implemented", "offered"}), frozenset({"refused"})),
    (frozenset({"implemented"}), frozenset({"delayed", "broken", "lapsed"})),
    (frozenset({"in-force"}), frozenset({"broken"})),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One figure as somebody tells it: whose, on which day, over which place."""

    figure: Figure
    day: dt.date | None
    place: str
    noun: str
    event: str


class Disputes:
    """Finds what cannot all be so."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        claims: Mapping[str, Claim],
        figures: Mapping[str, Figure],
        geography: Geography,
        sides: Sides,
        scene: Scene,
        witnesses: Witnesses,
    ) -> None:
        self.articles, self.claims, self.figures, self.geography = articles, claims, figures, geography
        self.sides, self.scene, self.witnesses = sides, scene, witnesses
        self._whom = {key: c.targets for c in claims.values() for key in c.figures if len(c.figures) == 1}

    # --- counts -----------------------------------------------------------------------------------------------------
    def counts(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield counts of one role that lie further apart than rounding, vagueness and growth explain.

        Compared are the figures of one event, and figures of one role over one place within a few days. A toll that
        grows from one day to the next is no contradiction; one that shrinks is.
        """
        event_of = {key: e.id for e in events for c in e.claims for key in self.claims[c].figures}
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

        known = {key(f): event_of[f.id] for f in self.figures.values() if f.id in event_of}
        return {f.id: known[key(f)] for f in self.figures.values() if f.id not in event_of and key(f) in known}

    def _answered(self, event_of: Mapping[str, str]) -> dict[str, str]:
        """Return the events of bare tolls that answer the count before them: "at least 900 died, A said. B put it at 2,000"."""
        found: dict[str, str] = {}
        before: Figure | None = None
        for figure in sorted(self.figures.values(), key=lambda f: (f.document, f.span, f.id)):
            bare = any(c.isdigit() for c in self.scene.last_word(figure.document, figure.span))
            if (
                before
                and bare
                and before.role == figure.role
                and before.document == figure.document
                and before.id in event_of
            ):
                at, back = (self.scene.sentence(f.document, f.span.start) for f in (figure, before))
                if (
                    at - back <= 1
                    and figure.speakers != before.speakers
                    and all(map(self.geography.wide, figure.places))
                ):
                    found[figure.id] = event_of[before.id]
            before = figure if figure.role in _ROLES and figure.unit == "person" and not figure.part_of else before
        return found

    def _with_roles(self) -> Iterator[Figure]:
        """Yield all figures; one without a role takes that of the count before it: "the UN speaks of 35,000 people"."""
        before: Figure | None = None
        for figure in sorted(self.figures.values(), key=lambda f: (f.document, f.span, f.id)):
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
        day = self.witnesses.published(figure.document)
        place = next((p for p in figure.places if not self.geography.wide(p)), self.scene.main_place(figure.document))
        noun = self.scene.last_word(figure.document, figure.span) if figure.part_of else ""
        counted = _Counted(figure, day, place, noun, event)
        if event:
            yield ("event", event, figure.role, noun), counted
        if place and day and figure.role in _STOCKS:
            for cell in self.geography.cells(place):
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
        if bool(x.part_of) != bool(y.part_of) or (not self.geography.one_spot(a.place, b.place) and not a.event):
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
        return self.sides.meet(self._whom.get(x.id, ()), self._whom.get(y.id, ())) == 0.0

    def _anyone(self, figure: Figure) -> bool:
        """True for a count of people of whatever kind: "900 people", "30 dead", a bare number."""
        word = self.scene.last_word(figure.document, figure.span)
        return word in _ANYONE or any(c.isdigit() for c in word)

    def _vague(self, figure: Figure) -> bool:
        """True where a word stands for a number, "hundreds", not for "more than 200"."""
        digits = any(c.isdigit() for c in self.articles[figure.document].text[figure.span.start : figure.span.end])
        return figure.high is None and figure.low in _VAGUE and not digits

    def _grew(self, a: _Counted, b: _Counted) -> bool:
        """True where the later report counts more: the toll may have grown."""
        if a.day is None or b.day is None or a.day == b.day:
            return False
        early, late = sorted((a, b), key=lambda c: c.day or dt.date.min)
        return (late.figure.low or 0.0) > (early.figure.low or 0.0) and a.figure.role not in ("resident",)

    # --- denials and blame ------------------------------------------------------------------------------------------
    def denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield acts told by some and denied by others, and accusations against the denial of the accused."""
        yield from joined((one.event or None, one) for one in self._denials(events))

    def _denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        for event in events:
            if event.type in _SPEECH:
                continue  # who denies an accusation denies the act
            said = tuple(c for c in event.claims if self.claims[c].modality != "denied")
            denied = tuple(c for c in event.claims if self.claims[c].modality == "denied")
            if said and denied:
                yield contradiction("status", [Side("told as fact", said), Side("denied", denied)], event.id)
        event_of = {c: e for e in events for c in e.claims}
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims.values(), key=lambda c: (c.document, c.trigger, c.id)):
            by_document[claim.document].append(claim)
        for told in by_document.values():
            for denial in told:
                if denial.type == "denial":
                    yield from self._denied(denial, told, event_of)

    def _denied(self, denial: Claim, told: Sequence[Claim], event_of: Mapping[str, Event]) -> Iterator[Contradiction]:
        """Set a denial against what stands just before it: the accusation of the one who denies, and the act."""
        at = self.scene.sentence(denial.document, denial.trigger.start)
        near = [c for c in told if 0 <= at - self.scene.sentence(c.document, c.trigger.start) <= 2 and c is not denial]
        here = [c for c in near if self.scene.sentence(c.document, c.trigger.start) == at]
        # what its own sentence tells is denied, nothing before: "X alleges that they looted homes; Y denies it"
        charged = any(c.type == "accusation" for c in here)
        told_here = any(c.modality != "denied" and c.trigger.start < denial.trigger.start for c in here)
        near = here if told_here else near
        blamed = [c for c in near if c.type == "accusation" and (charged or self._fits(c.targets, denial.actors))]
        # an act of nobody is no act of who denies something: "he denied this" may be about a detail of it
        acts = [c for c in near if c.type in _BLAMED and c.modality in _FACT and c.actors and denial.actors]
        acts = [c for c in acts if charged or self._fits(c.actors, denial.actors)]
        said = {c.id for c in (*blamed, *acts)}
        said |= {c for act in acts for c in event_of[act.id].claims if self.claims[c].modality != "denied"}
        if not said:
            return
        denied = [c for c in told if c.modality == "denied" and self.scene.sentence(c.document, c.trigger.start) == at]
        against = {denial.id, *(c.id for c in denied)} - said
        acts += [c for c in denied if c.type not in _SPEECH]
        event = event_of[(acts or blamed)[0].id].id
        sides = [Side("told as fact", tuple(sorted(said))), Side("denied", tuple(sorted(against)))]
        yield contradiction("status", sides, event)

    def _fits(self, xs: tuple[str, ...], ys: tuple[str, ...]) -> bool:
        fit = self.sides.meet(xs, ys)
        return fit is None or fit >= 0.6 or any(self.sides.one_side(x, y) for x in xs for y in ys)

    def doers(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield breaches of one deal blamed on opposed sides, and acts told with another doer, means or cause."""
        breaches = [e for e in events if e.type == "violation"]
        yield from joined((None, one) for one in self._opposed(breaches, _TWO_WEEKS // 2))
        yield from joined((None, one) for one in self._causes(events))
        for event in events:
            means: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for key in event.claims:
                if self.claims[key].type in ("airstrike", "shelling", "bombing"):
                    means[self.claims[key].document][self.claims[key].type].append(key)
            by_means: dict[str, list[str]] = defaultdict(list)
            for told in means.values():
                main = max(told, key=lambda kind: (len(told[kind]), kind))
                by_means[main] += told[main]
            if len(by_means) > 1:
                sides = [Side(kind, tuple(sorted(keys))) for kind, keys in sorted(by_means.items())]
                yield contradiction("status", sides, event.id)

    def _opposed(self, events: Sequence[Event], within: dt.timedelta) -> Iterator[Contradiction]:
        """Yield pairs of events of one kind at one place and time whose doers are opposed."""
        for a, b in self._meeting(events, events, within):
            if a.id < b.id and a.actors and b.actors and not self._fits(a.actors, b.actors):
                yield contradiction("actor", [Side(", ".join(e.actors), e.claims) for e in (a, b)])

    def _causes(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield an accident set against an attack on the same target."""
        accidents = [e for e in events if e.type == "accident"]
        attacks = [e for e in events if any(self.claims[c].type in _ATTACKS for c in e.claims)]
        for a, b in self._meeting(accidents, attacks, _DAYS):
            hit = tuple(
                c
                for c in b.claims
                if self.claims[c].type in _ATTACKS
                and (self.sides.meet((*a.targets, *a.actors), self.claims[c].targets) or 0.0) >= 0.6
            )
            if hit and {self._breath(c) for c in hit} != {self._breath(c) for c in a.claims}:
                yield contradiction("actor", [Side("an accident", a.claims), Side("an attack", hit)], b.id)

    def _breath(self, id: str) -> tuple[str, int]:
        """Return the sentence a claim stands in: "shot down or crashed" contradicts nothing."""
        claim = self.claims[id]
        return claim.document, self.scene.sentence(claim.document, claim.trigger.start)

    def _meeting(self, xs: Sequence[Event], ys: Sequence[Event], within: dt.timedelta) -> Iterator[tuple[Event, Event]]:
        """Yield pairs that share a place and lie within some days of each other; blocked by place cell."""
        blocks: dict[object, list[Event]] = defaultdict(list)
        for y in ys:
            for cell in self._cells(y):
                for when in {_bucket(y, within, 0), "any"}:
                    blocks[cell, when].append(y)
        seen: set[tuple[str, str]] = set()
        for x in xs:
            around = [_bucket(x, within, step) for step in (-1, 0, 1)]
            near_days = ["any"] if around[1] is None else [*around, None]
            for y in (y for cell in self._cells(x) for when in near_days for y in blocks[cell, when]):
                if (x.id, y.id) in seen or x.id == y.id:
                    continue
                seen.add((x.id, y.id))
                days = (x.time.latest or x.time.earliest, y.time.latest or y.time.earliest)
                near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= within
                spot = any(self.geography.one_spot(p, q) for p in self._spots(x) for q in self._spots(y))
                if near and spot:
                    yield x, y

    def _spots(self, event: Event) -> tuple[str, ...]:
        local = tuple(p for p in event.places if not self.geography.wide(p))
        return local or tuple(dict.fromkeys(m for d in event.documents if (m := self.scene.main_place(d))))

    def _cells(self, event: Event) -> set[object]:
        return {cell for p in self._spots(event) for cell in self.geography.cells(p)}

    # --- deals ------------------------------------------------------------------------------------------------------
    def statuses(self, deals: Sequence[Deal]) -> Iterator[Contradiction]:
        """Yield deals told as agreed by some and refused by others, as carried out and as halted, within two weeks."""
        for deal in deals:
            for yes, no in _STATUSES:
                sides = self._two(deal, yes, no)
                if sides:
                    yield contradiction("status", sides)

    def _two(self, deal: Deal, yes: frozenset[str], no: frozenset[str]) -> list[Side]:
        """Return the two sides told within two weeks; a deal first refused and later agreed has changed, not split."""
        for_it = [s for s in deal.history if s.status in yes]
        against = [s for s in deal.history if s.status in no]
        span = _TWO_WEEKS if "refused" in no else dt.timedelta(0)  # carried out one day and broken the next: its course
        near = [
            (a, b) for a in for_it for b in against if a.date is None or b.date is None or abs(a.date - b.date) <= span
        ]
        left = tuple(dict.fromkeys(c for a, _ in near for c in a.claims))
        right = tuple(dict.fromkeys(c for _, b in near for c in b.claims if c not in left))
        if not left or not right:
            return []
        words = [", ".join(sorted({s.status for s in side})) for side in ([a for a, _ in near], [b for _, b in near])]
        return [Side(words[0], left), Side(words[1], right)]


def _bucket(event: Event, within: dt.timedelta, step: int) -> int | None:
    """Return the stretch of so many days that an event lies in, or one beside it; None for an undated one."""
    day = event.time.latest or event.time.earliest
    return day.toordinal() // (within.days + 1) + step if day else None


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


def by_id(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return contradictions once each, in the order of their ids."""
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))
