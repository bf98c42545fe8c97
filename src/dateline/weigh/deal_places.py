"""A claim on a deal in; the places that the deal is about out."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.model import Claim
from dateline.weigh.geography import Geography
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides

__all__ = ["DealPlaces"]

_LEVEL = 0.15  # weights nearer than this are level
_CARRIED = 0.5  # what a place is worth that reading carried over from another sentence
_CITY_KM = 6.0  # a place that reaches so far can be a landmark for its suburbs
_PLURAL = frozenset({"agreement", "ceasefire"})  # types that one clause can tell of several places


class DealPlaces:
    """Finds what deals are about by the words, by who holds what and by what each report is set in."""

    def __init__(self, geography: Geography, sides: Sides, scene: Scene) -> None:
        self.geography, self.sides, self.scene = geography, sides, scene

    def of(self, claim: Claim, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Return the place a deal is about: named with the claim, held by a party, near in the text, or the report's own."""
        named = self.scene.named_near(claim, 0)
        weights: dict[str, float] = defaultdict(float)
        own = any(one.field == "place" for one in claim.evidence)
        if own and claim.type in _PLURAL and all(map(self.geography.area, claim.places)):
            return claim.places  # "a truce in the east of the country" is over no town of it
        for place in claim.places:
            weights[place] += 0.0 if self.geography.wide(place) else 2.0 if place in named else 1.0 if own else _CARRIED
        for place in named:
            weights[place] += 1.0
        for place in set(self.scene.named_near(claim, 1)):
            weights[place] += 0.4
        at = self.scene.sentence(claim.document, claim.trigger.start)
        for place, worth in self._held(claim.document, parties, at).items():
            weights[place] += worth
        if main := self.scene.main_place(claim.document):
            weights[main] += 0.5
        weights = self._past_landmarks(weights, named)
        if not weights:
            return ()
        best = max(weights.values())
        alike = sorted(p for p in weights if weights[p] >= best - _LEVEL)
        sure = [p for p in alike if p in named or p in claim.places]
        if sure and claim.type in _PLURAL:
            return tuple(sure)
        return (min(sure or alike, key=lambda p: (-weights[p], p)),)

    def _past_landmarks(self, weights: dict[str, float], named: tuple[str, ...]) -> dict[str, float]:
        """Move a city's weight to the smaller places beside it that its sentence names: "a suburb of the capital".

        Others of their size that the sentence names gain with them: "suburbs such as X and Y and the quarter of Z".
        """
        moved = dict(weights)
        for city in [p for p in weights if p in named and self.geography.radius(p) >= _CITY_KM]:
            beside = [p for p in named if p != city and self._beside(p, city)]
            for place in beside:
                moved[place] = max(moved.get(place, 0.0), weights[city] + 0.1)
            alike = [p for p in named if any(self._alike(weights, p, q) for q in beside)] if len(beside) > 1 else ()
            moved |= {p: max(moved[p], weights[city] + 0.1) for p in alike}
        return moved

    def _alike(self, weights: Mapping[str, float], place: str, other: str) -> bool:
        return weights[place] >= weights[other] and self.geography.radius(place) <= 2 * self.geography.radius(other)

    def _beside(self, place: str, city: str) -> bool:
        away = self.geography.km(place, city)
        small = self.geography.radius(place) < self.geography.radius(city) / 2
        return small and away is not None and away <= 3 * self.geography.radius(city)

    def _held(self, document: str, parties: tuple[str, ...], at: int) -> dict[str, float]:
        """Return the places that a party which is no state holds by this report: deals are made over them."""
        worth: dict[str, float] = {}
        for sentence, holder, place in self.scene.held(document):
            fits = [self.sides.alike(holder, p) for p in parties if not self.sides.is_state(p)]
            if not fits or max(fits) <= 0.3 or self.sides.is_state(holder):
                continue
            near = 2.0 if sentence == at else 1.2
            worth[place] = max(worth.get(place, 0.0), near * max(fits))
        return worth
