"""Events in; breaches told of another side, acts told with another means or another cause out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from dateline.model import Contradiction, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["RivalDoers"]

_DAYS = dt.timedelta(days=3)
_A_WEEK = dt.timedelta(days=7)
_FACT = frozenset({"asserted", "reported"})
_ATTACKS = frozenset({"attack", "shelling", "airstrike", "bombing"})


class RivalDoers:
    """Finds breaches blamed on opposed sides, and what was an attack to some and an accident or another attack to others."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    def find(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield breaches of one deal blamed on opposed sides, and acts told with another means or cause."""
        breaches = [e for e in events if e.type == "violation"]
        yield from joined((None, one) for one in self._opposed(self._meeting(breaches, breaches, _A_WEEK)))
        yield from joined((None, one) for one in self._causes(events))
        yield from self._means(events)

    def _opposed(self, pairs: Iterator[tuple[Event, Event]]) -> Iterator[Contradiction]:
        """Yield the pairs whose doers are opposed, unless one source tells both: it tells of two deeds."""
        for a, b in pairs:
            if a.id < b.id and a.actors and b.actors and not self.ground.sides.may_be_one(a.actors, b.actors):
                sides = [Side(", ".join(e.actors), self._facts(e)) for e in (a, b)]
                if all(side.claims for side in sides) and len({self._source(c) for s in sides for c in s.claims}) > 1:
                    yield contradiction("actor", sides)

    def _facts(self, event: Event) -> tuple[str, ...]:
        """Return the claims of an event that tell it as done, by somebody."""
        claims = self.ground.claims
        return tuple(c for c in event.claims if claims[c].modality in _FACT and claims[c].actors)

    def _source(self, id: str) -> tuple[str, tuple[str, ...]]:
        claim = self.ground.claims[id]
        return claim.document, claim.speakers

    # --- another cause, another means -------------------------------------------------------------------------------
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

    def _means(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield acts that one report tells as an air strike, another as shelling or a bomb."""
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

    # --- pairs ------------------------------------------------------------------------------------------------------
    def _meeting(self, xs: Sequence[Event], ys: Sequence[Event], within: dt.timedelta) -> Iterator[tuple[Event, Event]]:
        """Yield pairs that share a place and lie within some days of each other; blocked by place cell."""
        blocks: dict[Hashable, list[Event]] = defaultdict(list)
        for y in ys:
            for cell in self._cells(y):
                for when in {_bucket(y, within, 0), "any"}:
                    blocks[cell, when].append(y)
        seen: set[tuple[str, str]] = set()
        for x in xs:
            around = [_bucket(x, within, step) for step in (-1, 0, 1)]
            near_days = ["any"] if around[1] is None else [*around, None]
            for y in (y for cell in self._cells(x) for when in near_days for y in blocks.get((cell, when), ())):
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


def _bucket(event: Event, within: dt.timedelta, step: int) -> int | None:
    """Return the stretch of so many days that an event lies in, or one beside it; None for an undated one."""
    day = event.time.latest or event.time.earliest
    return day.toordinal() // (within.days + 1) + step if day else None
