"""Claims of one happening joined into events: same family of types, compatible actors, one place or area, overlapping time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import UNKNOWN_TIME, Actor, Claim, Count, Event, Figure, Interval, Place, content_id
from dateline.theatres.gazetteer import distance_km
from dateline.weigh.witnesses import Witnesses

__all__ = ["EventBuilder", "FAMILIES"]

# Types that different reports give to one happening.
FAMILIES = (
    frozenset({"airstrike", "shelling", "attack", "killing", "bombing", "chemical-attack"}),
    frozenset({"evacuation", "withdrawal", "displacement"}),
    frozenset({"offensive", "capture", "loss", "clash"}),
    frozenset({"agreement", "ceasefire"}),
    frozenset({"negotiation"}),
    frozenset({"ultimatum", "demand"}),
)
_SLACK = dt.timedelta(days=1)
_WIDE = 21  # days: an open or long interval is too vague to join by time alone
_NEAR_KM = 6.0
_GENERIC = frozenset({"rebels", "civilians", "government-forces", "pro-government-forces", "officials", "unknown"})


@dataclass(frozen=True, slots=True)
class _Window:
    """The days a claim can be about, for joining: open ends closed by the publication date."""

    first: dt.date
    last: dt.date


class EventBuilder:
    """Joins claims; what belongs together does not depend on the order of the claims."""

    def __init__(self, actors: Iterable[Actor], places: Iterable[Place], witnesses: Witnesses) -> None:
        self.parents = {actor.id: {part.parent for part in actor.part_of} for actor in actors}
        self.places = {place.id: place for place in places}
        self.witnesses = witnesses

    def build(self, claims: Sequence[Claim], figures: Sequence[Figure]) -> tuple[Event, ...]:
        """Return the events of all claims, each claim in exactly one."""
        by_block: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: c.id):
            by_block[self._family(claim), self._mode(claim)].append(claim)
        groups = [group for block in by_block.values() for group in self._group(block)]
        by_id = {figure.id: figure for figure in figures}
        return tuple(sorted((self._event(group, by_id) for group in groups), key=lambda event: event.id))

    def _family(self, claim: Claim) -> str:
        return next((min(family) for family in FAMILIES if claim.type in family), claim.type)

    def _mode(self, claim: Claim) -> str:
        """Facts join facts; a demand or a plan is another thing than its fulfilment."""
        return "fact" if claim.modality in ("asserted", "reported", "denied") else "will"

    def _group(self, claims: list[Claim]) -> list[list[Claim]]:
        """Group a block by joining every pair that fits, best filled claims first so that sparse ones find a home."""
        ordered = sorted(claims, key=lambda c: (-self._filled(c), c.id))
        groups: list[list[Claim]] = []
        for claim in ordered:
            fitting = [(self._fit(claim, group), -at) for at, group in enumerate(groups)]
            best = max(fitting, default=(0.0, 0))
            if best[0] > 0:
                groups[-best[1]].append(claim)
            else:
                groups.append([claim])
        return groups

    def _filled(self, claim: Claim) -> int:
        return 2 * bool(claim.places) + bool(claim.actors) + bool(claim.targets) + (claim.time.basis == "text")

    def _fit(self, claim: Claim, group: list[Claim]) -> float:
        """Return how well a claim fits a group: 0 where any slot contradicts the group's first claim."""
        first = group[0]
        time = self._times_fit(claim, first)
        place = self._places_fit(claim, first)
        actor = self._actors_fit(claim.actors, first.actors)
        target = self._actors_fit(claim.targets, first.targets)
        if min(time, place, actor, target) < 0:
            return 0.0
        score = time + 2 * place + actor + target + (0.5 if claim.type == first.type else 0.0)
        return score if score >= 2.5 and place + actor + target >= 1 else 0.0

    def _times_fit(self, a: Claim, b: Claim) -> float:
        x, y = self._window(a), self._window(b)
        if x is None or y is None:
            return 0.3
        if x.first - _SLACK > y.last or y.first - _SLACK > x.last:
            return -1
        wide = max((x.last - x.first).days, (y.last - y.first).days) > _WIDE
        return 0.4 if wide else 1.0

    def _window(self, claim: Claim) -> _Window | None:
        published = self.witnesses.published(claim.document)
        first, last = claim.time.earliest, claim.time.latest
        if claim.time.basis == "publication":
            return _Window(published - dt.timedelta(days=7), published + dt.timedelta(days=7)) if published else None
        if first is None and last is None:
            return None
        if first is None and last is not None:
            return _Window(last - dt.timedelta(days=14), last)
        assert first is not None
        return _Window(first, last or max(first, published or first))

    def _places_fit(self, a: Claim, b: Claim) -> float:
        """1 for a shared place or a place in the other's area, -1 for places apart, 0 where one tells none."""
        if not a.places or not b.places:
            return 0.0
        return 1.0 if any(self.one_place(p, q) for p in a.places for q in b.places) else -1.0

    def one_place(self, p: str, q: str) -> bool:
        """True where two places are one, near each other, or one lies in the other's area (countries are too wide)."""
        if p == q:
            return True
        a, b = self.places.get(p), self.places.get(q)
        if not a or not b or a.lat is None or b.lat is None or a.lon is None or b.lon is None:
            return False
        if "country" in (a.kind, b.kind):
            return False
        reach = max(_NEAR_KM, min(60.0, max(a.radius_km, b.radius_km)))
        return distance_km(a.lat, a.lon, b.lat, b.lon) <= reach

    def _actors_fit(self, a: tuple[str, ...], b: tuple[str, ...]) -> float:
        if not a or not b:
            return 0.0
        if any(self._compatible(x, y) for x in a for y in b):
            return 1.0
        return 0.3 if _GENERIC & {*a, *b} else -1.0

    def _compatible(self, x: str, y: str) -> bool:
        """True for one actor, or one that is part of the other."""
        return x == y or y in self.parents.get(x, ()) or x in self.parents.get(y, ())

    def _event(self, claims: list[Claim], figures: dict[str, Figure]) -> Event:
        claims = sorted(claims, key=lambda c: (c.document, c.trigger, c.id))
        facts = [c for c in claims if c.modality != "denied"]
        documents = tuple(sorted({c.document for c in claims}))
        sources = self.witnesses.independent(facts or claims)
        camps = self.witnesses.camps(facts or claims)
        contested = any(c.modality == "denied" for c in claims) and bool(facts)
        first = max(claims, key=self._filled)
        why = (
            "one claim"
            if len(claims) == 1
            else f"{len(claims)} claims of like type, actors, place and time as claim {first.id}"
        )
        credibility, reasons = self._credibility(claims, sources, camps, contested)
        return Event(
            id=content_id("e", *(c.id for c in claims)),
            type=self._type(claims),
            actors=_union(c.actors for c in claims),
            targets=_union(c.targets for c in claims),
            places=_union(c.places for c in claims),
            time=self._time(claims),
            claims=tuple(c.id for c in claims),
            documents=documents,
            independent_sources=sources,
            camps=camps,
            contested=contested,
            counts=tuple(_counts(claims, figures)),
            credibility=credibility,
            reasons=reasons,
            why=why,
        )

    def _type(self, claims: list[Claim]) -> str:
        """The commonest type; of equals the one that tells the means rather than the outcome."""
        counts: dict[str, int] = defaultdict(int)
        for claim in claims:
            counts[claim.type] += 1
        return max(counts, key=lambda t: (counts[t], t not in ("killing", "attack"), t))

    def _time(self, claims: list[Claim]) -> Interval:
        """The narrowest interval told, else what the publication dates allow."""
        told = [c.time for c in claims if c.time.basis == "text" and c.time.earliest and c.time.latest]
        if told:
            return min(told, key=lambda t: ((t.latest or dt.date.max) - (t.earliest or dt.date.min), t.earliest))
        known = [c.time for c in claims if c.time.earliest or c.time.latest]
        return min(known, key=lambda t: (t.latest or dt.date.max, t.earliest or dt.date.min)) if known else UNKNOWN_TIME

    def _credibility(
        self, claims: list[Claim], sources: int, camps: tuple[str, ...], contested: bool
    ) -> tuple[int, tuple[str, ...]]:
        """Return the Admiralty code's 1-6 for the information, with its reasons in words; wording plays no part."""
        if contested:
            return 4, ("told by some, denied by others",)
        if all(c.modality == "reported" for c in claims):
            return 5 if sources <= 1 else 3, ("told only as hearsay",)
        if sources >= 2 and len(camps) >= 2:
            return 1, (f"{sources} independent sources of {len(camps)} camps agree",)
        if sources >= 2:
            return 2, (f"{sources} independent sources agree",)
        if not camps:
            return 6, ("one source, of which no camp is recorded: cannot be judged",)
        return 3, ("one source tells it, nobody contradicts",)


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _counts(claims: list[Claim], figures: dict[str, Figure]) -> Iterable[Count]:
    """Yield low, best and high by role. Best is the median of the claims' own best values, as a cautious single number
    between the extremes; UCDP's practice of preferring the most reliable source needs grades and is left to the reader."""
    by_role: dict[str, list[Figure]] = defaultdict(list)
    for claim in claims:
        for figure_id in claim.figures:
            figure = figures.get(figure_id)
            if figure and figure.role and not figure.part_of:
                by_role[figure.role].append(figure)
    for role, found in sorted(by_role.items()):
        lows = [f.low for f in found if f.low is not None]
        highs = [h for f in found if (h := f.high if f.high is not None else f.low) is not None]
        if lows or highs:
            middle = sorted(lows or highs)
            yield Count(role, min(lows, default=None), middle[len(middle) // 2], max(highs, default=None))
