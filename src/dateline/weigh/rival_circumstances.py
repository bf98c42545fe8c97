"""Events in; deeds that are done once and are told of another place or another day out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from dateline.model import Claim, Contradiction, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["RivalCircumstances"]

_FACT = frozenset({"asserted", "reported"})
_APART_KM = 25.0  # up to here UCDP counts a point as near a known place
_TWO_DAYS = dt.timedelta(days=2)  # what one report tells of the evening another tells of the night after
_MONTHS = dt.timedelta(days=90)  # a town is taken again, but seldom within these


class RivalCircumstances:
    """Finds where and when cannot all be so: a person is killed once, a building falls once, a town not twice in some weeks."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    def find(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield contradictions over the place, then over the day, one for each deed."""
        told: dict[Hashable, list[Claim]] = defaultdict(list)
        for event in events:
            for claim in (self.ground.claims[c] for c in event.claims):
                for deed in self._deeds(claim, event) if claim.modality in _FACT else ():
                    told[deed].append(claim)
        several = {deed: claims for deed, claims in told.items() if len({c.document for c in claims}) > 1}
        for deed, claims in several.items():
            pairs = [p for p in combinations(sorted(claims, key=lambda c: c.id), 2) if p[0].document != p[1].document]
            yield from joined((deed, _pair("place", p, _place)) for p in pairs if self._elsewhere(*p))
            yield from joined((deed, _pair("time", p, _day)) for p in pairs if self._another_day(*p))

    def _deeds(self, claim: Claim, event: Event) -> Iterator[Hashable]:
        """Yield what a claim tells that is done once: the death of a person, the end of a building, the fall of a town."""
        sides = self.ground.sides
        if claim.type == "killing" and len(claim.targets) == 1 and sides.kind(claim.targets[0]) == "person":
            yield from () if claim.targets[0] in sides.general else [("killing", claim.targets[0])]
        if claim.type == "destruction":
            yield from (("destruction", place) for place in claim.places if self.ground.geography.is_site(place))
        if claim.type == "capture" and not any(self.ground.geography.area(p) for p in claim.places):
            yield "capture", event.id

    def _elsewhere(self, a: Claim, b: Claim) -> bool:
        """True where both tell a town or spot of their own, and these lie apart."""
        geography = self.ground.geography
        xs, ys = ([p for p in c.places if not geography.wide(p)] for c in (a, b))
        if not xs or not ys or a.type == "capture":
            return False
        away = [geography.km(p, q) for p in xs for q in ys]
        spots = any(geography.one_spot(p, q) for p in xs for q in ys)
        return not spots and all(km is not None and km > _APART_KM for km in away)

    def _another_day(self, a: Claim, b: Claim) -> bool:
        """True where the words of both tell one day, and these are more than a day apart; months apart are two deeds."""
        days = [c.time.earliest for c in (a, b) if c.time.basis == "text" and c.time.earliest == c.time.latest]
        if len(days) < 2 or days[0] is None or days[1] is None:
            return False
        return _TWO_DAYS <= abs(days[0] - days[1]) <= _MONTHS


def _pair(about: str, claims: tuple[Claim, Claim], value: Callable[[Claim], str]) -> Contradiction:
    return contradiction(about, [Side(value(claim), (claim.id,)) for claim in claims])


def _place(claim: Claim) -> str:
    return ", ".join(claim.places)


def _day(claim: Claim) -> str:
    return str(claim.time.earliest)
