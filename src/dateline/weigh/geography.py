"""Places in; whether two of them are one spot, which holds which, and the grid cells under which they are looked up, out."""

import math
from collections.abc import Iterable
from functools import lru_cache

from dateline.model import Place
from dateline.theatres.gazetteer import distance_km

__all__ = ["Geography"]

_NEAR_KM = 2.5  # two names nearer than this mean one spot: the same place under two ids
_WIDEST_KM = 75.0  # a larger area says too little of where something happened
_CELL = 0.5  # degrees; about 55 km
_KM_A_DEGREE = 111.0
_LINES = frozenset({"river", "sea"})
_WIDE_KINDS = frozenset({"country", "sea", "river", "continent"})


class Geography:
    """What the places of a record are to each other."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = {place.id: place for place in places}
        # Asked of the same few places over and over.
        self.wide = lru_cache(maxsize=65536)(self._wide)
        self.km = lru_cache(maxsize=65536)(self._km)
        self.one_spot = lru_cache(maxsize=65536)(self._one_spot)
        self.cells = lru_cache(maxsize=65536)(self._cells)

    def _wide(self, place: str) -> bool:
        """True where a place is too wide to tell one happening from another: countries, seas, what could not be placed."""
        known = self.places.get(place)
        return known is None or known.lat is None or known.kind in _WIDE_KINDS or known.radius_km > _WIDEST_KM

    def placed(self, place: str) -> bool:
        """True where it is known where a place lies, and it is no line of hundreds of kilometres."""
        known = self.places.get(place)
        return known is not None and known.lat is not None and known.kind not in _LINES

    def is_site(self, place: str) -> bool:
        """True for one building or installation: a dam, a hospital, an air base."""
        known = self.places.get(place)
        return known is not None and known.is_site

    def is_city(self, place: str) -> bool:
        """True for a town so large that several attacks of one day in it are no wonder."""
        known = self.places.get(place)
        return known is not None and known.kind == "city"

    def narrows(self, place: str, home: str) -> bool:
        """True where a place tells more than that it was around `home`; its own country, "the north" and a river do not."""
        known = self.places.get(place)
        if not self.placed(place) or known is None:
            return False
        return known.country != self.country(home) if known.kind == "country" else not self.wide(place)

    def country(self, place: str) -> str:
        """Return the country a place lies in, "" where unknown."""
        known = self.places.get(place)
        return known.country if known else ""

    def radius(self, place: str) -> float:
        """Return how far a place reaches; 0 for a point."""
        known = self.places.get(place)
        return known.radius_km if known else 0.0

    def _km(self, p: str, q: str) -> float | None:
        """Return the distance between two places' centres; None where one could not be placed."""
        a, b = self.places.get(p), self.places.get(q)
        if not a or not b or a.lat is None or b.lat is None or a.lon is None or b.lon is None:
            return None
        return distance_km(a.lat, a.lon, b.lat, b.lon)

    def holds(self, area: str, place: str) -> bool:
        """True where `place` lies in the area or city `area`."""
        if area == place:
            return True
        if self.wide(area) or self.radius(area) <= self.radius(place):
            return False
        known = self.places.get(place)
        away = self.km(area, place)
        return away is not None and (away <= self.radius(area) or bool(known and known.parent == area))

    def area(self, place: str) -> bool:
        """True for a part of a country that is too large to be a town's surroundings: "the east", a region."""
        known = self.places.get(place)
        return known is not None and known.kind not in _WIDE_KINDS and self.placed(place) and self.wide(place)

    def covers(self, area: str, place: str) -> bool:
        """True where a place lies in a part of its country."""
        away = self.km(area, place)
        return self.area(area) and away is not None and away <= self.radius(area)

    def beside(self, p: str, q: str) -> bool:
        """True where two places of about one size are the same or lie beside each other."""
        away = self.km(p, q)
        reach = sorted((self.radius(p), self.radius(q)))
        return p == q or (away is not None and away <= _NEAR_KM and reach[1] <= 2 * max(reach[0], _NEAR_KM))

    def _one_spot(self, p: str, q: str) -> bool:
        """True where two places are one, lie beside each other, or one lies in the other; a country is only itself."""
        if p == q:
            return True
        if self.wide(p) or self.wide(q):
            return False
        return self.beside(p, q) or self.holds(p, q) or self.holds(q, p)

    def _cells(self, place: str) -> tuple[tuple[object, object], ...]:
        """Return the grid cells a place touches: two places that are one spot always share one."""
        known = self.places.get(place)
        if known is None or known.lat is None or known.lon is None or self.wide(place):
            return (("id", place),)
        reach = max(known.radius_km, _NEAR_KM) / _KM_A_DEGREE
        narrow = reach / max(0.2, math.cos(math.radians(known.lat)))
        rows = range(math.floor((known.lat - reach) / _CELL), math.floor((known.lat + reach) / _CELL) + 1)
        columns = range(math.floor((known.lon - narrow) / _CELL), math.floor((known.lon + narrow) / _CELL) + 1)
        return tuple((row, column) for row in rows for column in columns)
