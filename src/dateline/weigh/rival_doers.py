"""Events in; deeds told with another doer, another means or another cause out."""

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from importlib import resources

from dateline.model import Contradiction, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["RivalDoers"]

_DAYS = dt.timedelta(days=3)
_A_DAY = dt.timedelta(days=1)
_A_WEEK = dt.timedelta(days=7)
_TWO_MONTHS = dt.timedelta(days=60)
_FACT = frozenset({"asserted", "reported"})
_ATTACKS = frozenset({"attack", "shelling", "airstrike", "bombing"})
_DEEDS = _ATTACKS | {"destruction", "killing", "chemical-attack"}
_DEAD = 5.0  # fewer may have died in several attacks of one day
_ALIKE = 0.6
_ONE_TOLL = 1.2  # tolls nearer than this may be counts of one attack
_WORD = re.compile(r"\w+")
_Marks = Callable[[Event], set[str]]


class RivalDoers:
    """Finds deeds that opposed sides are said to have done."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    def find(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield breaches of one deal and deeds blamed on opposed sides, and acts told with another means or cause."""
        breaches = [e for e in events if e.type == "violation"]
        yield from joined((None, one) for one in self._opposed(self._meeting(breaches, breaches, _A_WEEK)))
        yield from joined((None, one) for one in self._opposed(self._one_deed(events)))
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

    # --- one deed ---------------------------------------------------------------------------------------------------
    def _one_deed(self, events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
        """Yield pairs of attacks that are one: in one town and day on one kind of thing, with gas, or with the same dead.

        A building is only destroyed once: the days it is told of may lie weeks apart.
        """
        deeds = [e for e in events if e.type in _DEEDS and e.actors]
        marks = {e.id: self._marks(e) for e in deeds}
        for a, b in self._meeting(deeds, deeds, _A_DAY, lambda e: marks[e.id]):
            two = self._buildings(a) and self._buildings(b) and not self._buildings(a) & self._buildings(b)
            if (marks[a.id] & marks[b.id] != {"toll"} or self._same_dead(a, b)) and not two:
                yield a, b
        ruined = [e for e in deeds if any(self.ground.claims[c].type == "destruction" for c in e.claims)]
        for a, b in self._meeting(ruined, deeds, _TWO_MONTHS, self._buildings):
            yield from ((a, b), (b, a))

    def _marks(self, event: Event) -> set[str]:
        """Return what tells an attack from the others of its town and day."""
        if event.type == "killing":  # the thing told of beside it is not what was hit
            return {"toll"} if _dead(event) >= _DEAD else set()
        marks, sites = self._buildings(event), _sites()
        for claim in (self.ground.claims[c] for c in event.claims):
            text = self.ground.articles[claim.document].text[claim.span.start : claim.span.end]
            marks |= {sites[word] for word in _WORD.findall(text.lower()) if word in sites}
        marks |= {"gas"} if event.type == "chemical-attack" else set()
        return marks | ({"toll"} if _dead(event) >= _DEAD else set())

    def _buildings(self, event: Event) -> set[str]:
        """Return the buildings, by their names, that an event is told at."""
        return {place for place in event.places if self.ground.geography.is_site(place)}

    def _same_dead(self, a: Event, b: Event) -> bool:
        """True where tolls are about one and whom they count may be the same."""
        low, high = sorted((_dead(a), _dead(b)))
        same = (self.ground.sides.meet(a.targets, b.targets) or 0.0) >= _ALIKE
        return same and low >= _DEAD and high <= _ONE_TOLL * low

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
    def _meeting(
        self, xs: Sequence[Event], ys: Sequence[Event], within: dt.timedelta, marks: "_Marks | None" = None
    ) -> Iterator[tuple[Event, Event]]:
        """Yield pairs that share a place and a mark and lie within some days of each other; blocked by cell and mark."""
        blocks: dict[Hashable, list[Event]] = defaultdict(list)
        for y in ys:
            for key in self._keys(y, {_bucket(y, within, 0), "any"}, marks):
                blocks[key].append(y)
        seen: set[tuple[str, str]] = set()
        for x in xs:
            around = [_bucket(x, within, step) for step in (-1, 0, 1)]
            near_days: set[Hashable] = {"any"} if around[1] is None else {*around, None}
            for y in (y for key in self._keys(x, near_days, marks) for y in blocks.get(key, ())):
                if (x.id, y.id) in seen or x.id == y.id:
                    continue
                seen.add((x.id, y.id))
                days = (x.time.latest or x.time.earliest, y.time.latest or y.time.earliest)
                near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= within
                spot = any(self.ground.geography.one_spot(p, q) for p in self._spots(x) for q in self._spots(y))
                if near and spot:
                    yield x, y

    def _keys(self, event: Event, days: set[Hashable], marks: "_Marks | None") -> Iterator[Hashable]:
        own = sorted(marks(event)) if marks else [""]
        return ((cell, when, mark) for cell in self._cells(event) for when in days for mark in own)

    def _spots(self, event: Event) -> tuple[str, ...]:
        local = tuple(p for p in event.places if not self.ground.geography.wide(p))
        return local or tuple(dict.fromkeys(m for d in event.documents if (m := self.ground.scene.main_place(d))))

    def _cells(self, event: Event) -> set[object]:
        return {cell for p in self._spots(event) for cell in self.ground.geography.cells(p)}


def _dead(event: Event) -> float:
    """Return the best count of an event's dead."""
    return next((count.best or count.low or 0.0 for count in event.counts if count.role == "killed"), 0.0)


def _bucket(event: Event, within: dt.timedelta, step: int) -> int | None:
    """Return the stretch of so many days that an event lies in, or one beside it; None for an undated one."""
    day = event.time.latest or event.time.earliest
    return day.toordinal() // (within.days + 1) + step if day else None


@lru_cache(maxsize=1)
def _sites() -> dict[str, str]:
    """Return words for what is hit -> the kind of thing."""
    text = (resources.files("dateline.weigh") / "site_words.csv").read_text(encoding="utf-8")
    return {word: row["site"] for row in csv.DictReader(text.splitlines()) for word in row["words"].split("|")}
