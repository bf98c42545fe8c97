"""Claims, figures and deals in; the disputes over counts, over who did it, over what was done and agreed, out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Claim, Contradiction, Deal, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["Disputes", "by_id"]

_SPEECH = frozenset({"accusation", "denial", "criticism", "praise", "claim-responsibility"})
_DAYS = dt.timedelta(days=3)
_TWO_WEEKS = dt.timedelta(days=14)
_BLAMED = frozenset(
    "violation ceasefire killing shelling airstrike attack chemical-attack bombing capture deployment offensive siege support "
    "abduction destruction arrest".split()
)
_FACT = frozenset({"asserted", "reported"})
_ATTACKS = frozenset({"attack", "shelling", "airstrike", "bombing"})
_HARM = frozenset({"killing"})
_STATUSES = (
    (frozenset({"agreed", "in-force", "implemented", "offered"}), frozenset({"refused"})),
    (frozenset({"implemented"}), frozenset({"delayed", "broken", "lapsed"})),
    (frozenset({"in-force"}), frozenset({"broken"})),
)


class Disputes:
    """Finds what cannot all be so."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    # --- denials and blame ------------------------------------------------------------------------------------------
    def denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield acts told by some and denied by others, and accusations against the denial of the accused."""
        yield from joined((one.event or None, one) for one in self._denials(events))

    def _denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        for event in events:
            if event.type in _SPEECH:
                continue  # who denies an accusation denies the act
            said = tuple(c for c in event.claims if self.ground.claims[c].modality != "denied")
            denied = tuple(c for c in event.claims if self.ground.claims[c].modality == "denied")
            if said and denied:
                yield contradiction("status", [Side("told as fact", said), Side("denied", denied)], event.id)
        event_of = {c: e for e in events for c in e.claims}
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.ground.claims.values(), key=lambda c: (c.document, c.trigger, c.id)):
            by_document[claim.document].append(claim)
        for told in by_document.values():
            for denial in told:
                if denial.type == "denial":
                    yield from self._denied(denial, told, event_of)
                elif denial.type in _HARM and denial.modality == "denied" and denial.speakers:
                    yield from self._no_harm(denial, told, event_of)

    def _no_harm(self, denied: Claim, told: Sequence[Claim], event_of: Mapping[str, Event]) -> Iterator[Contradiction]:
        """Set "no evidence that civilians were killed" against the attack just before it that is told to have killed some."""
        at = self.ground.scene.sentence(denied.document, denied.trigger.start)
        hit = [
            c
            for c in told
            if 0 <= at - self.ground.scene.sentence(c.document, c.trigger.start) <= 1
            and c.trigger < denied.trigger
            and c.modality in _FACT
            and c.type in _ATTACKS | _HARM
            and c.speakers != denied.speakers
            and (self.ground.sides.meet(c.targets, denied.targets) or 0.0) >= 0.6
        ]
        if hit and event_of[hit[-1].id].id != event_of[denied.id].id:
            sides = [Side("told as fact", tuple(sorted(c.id for c in hit))), Side("denied", (denied.id,))]
            yield contradiction("status", sides, event_of[hit[-1].id].id)

    def _denied(self, denial: Claim, told: Sequence[Claim], event_of: Mapping[str, Event]) -> Iterator[Contradiction]:
        """Set a denial against what stands just before it: the accusation of the one who denies, and the act."""
        at = self.ground.scene.sentence(denial.document, denial.trigger.start)
        near = [
            c
            for c in told
            if 0 <= at - self.ground.scene.sentence(c.document, c.trigger.start) <= 2 and c is not denial
        ]
        here = [c for c in near if self.ground.scene.sentence(c.document, c.trigger.start) == at]
        # what its own sentence tells is denied, nothing before: "X alleges that they looted homes; Y denies it"
        charged = any(c.type == "accusation" for c in here)
        told_here = any(c.modality != "denied" and c.trigger.start < denial.trigger.start for c in here)
        near = here if told_here else near
        blamed = [c for c in near if c.type == "accusation" and (charged or self._fits(c.targets, denial.actors))]
        # an act of nobody is no act of who denies something: "he denied this" may be about a detail of it
        acts = [c for c in near if c.type in _BLAMED and c.modality in _FACT and c.actors and denial.actors]
        acts = [c for c in acts if charged or self._fits(c.actors, denial.actors)]
        said = {c.id for c in (*blamed, *acts)}
        said |= {c for act in acts for c in event_of[act.id].claims if self.ground.claims[c].modality != "denied"}
        if not said:
            return
        denied = [
            c for c in told if c.modality == "denied" and self.ground.scene.sentence(c.document, c.trigger.start) == at
        ]
        against = {denial.id, *(c.id for c in denied)} - said
        acts += [c for c in denied if c.type not in _SPEECH]
        event = event_of[(acts or blamed)[0].id].id
        sides = [Side("told as fact", tuple(sorted(said))), Side("denied", tuple(sorted(against)))]
        yield contradiction("status", sides, event)

    def _fits(self, xs: tuple[str, ...], ys: tuple[str, ...]) -> bool:
        fit = self.ground.sides.meet(xs, ys)
        return fit is None or fit >= 0.6 or any(self.ground.sides.one_side(x, y) for x in xs for y in ys)

    def doers(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield breaches of one deal blamed on opposed sides, and acts told with another doer, means or cause."""
        breaches = [e for e in events if e.type == "violation"]
        yield from joined((None, one) for one in self._opposed(breaches, _TWO_WEEKS // 2))
        yield from joined((None, one) for one in self._causes(events))
        for event in events:
            means: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for key in event.claims:
                if self.ground.claims[key].type in ("airstrike", "shelling", "bombing"):
                    means[self.ground.claims[key].document][self.ground.claims[key].type].append(key)
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
        attacks = [e for e in events if any(self.ground.claims[c].type in _ATTACKS for c in e.claims)]
        for a, b in self._meeting(accidents, attacks, _DAYS):
            hit = tuple(
                c
                for c in b.claims
                if self.ground.claims[c].type in _ATTACKS
                and (self.ground.sides.meet((*a.targets, *a.actors), self.ground.claims[c].targets) or 0.0) >= 0.6
            )
            if hit and {self._breath(c) for c in hit} != {self._breath(c) for c in a.claims}:
                yield contradiction("actor", [Side("an accident", a.claims), Side("an attack", hit)], b.id)

    def _breath(self, id: str) -> tuple[str, int]:
        """Return the sentence a claim stands in: "shot down or crashed" contradicts nothing."""
        claim = self.ground.claims[id]
        return claim.document, self.ground.scene.sentence(claim.document, claim.trigger.start)

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
                spot = any(self.ground.geography.one_spot(p, q) for p in self._spots(x) for q in self._spots(y))
                if near and spot:
                    yield x, y

    def _spots(self, event: Event) -> tuple[str, ...]:
        local = tuple(p for p in event.places if not self.ground.geography.wide(p))
        return local or tuple(dict.fromkeys(m for d in event.documents if (m := self.ground.scene.main_place(d))))

    def _cells(self, event: Event) -> set[object]:
        return {cell for p in self._spots(event) for cell in self.ground.geography.cells(p)}

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


def by_id(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return contradictions once each, in the order of their ids."""
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))
