"""A place and a direction or kind word in, that part or surroundings of it out: "northern Syria", "Homs province"."""

from dataclasses import replace
from math import cos, radians, sqrt

from dateline.model import Place
from dateline.resolve.place_names import SETTLEMENTS

__all__ = ["around", "part_of"]

_KM_PER_DEGREE = 111.2
_PART, _NEAR = 5, 2  # UCDP's precision codes: fuzzy area; near a known place
_STEPS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "centre": (0, 0)}
_STEPS |= {f"{ns}{ew}": (_STEPS[ns][0], _STEPS[ew][1]) for ns in ("north", "south") for ew in ("east", "west")}
# Kind word -> usual radius in km and UCDP precision, for a province or district that no list has but its town.
_AROUND = {"province": (50.0, 4), "district": (15.0, 3)}


def around(place: Place, hint: str) -> Place:
    """Return the province or district around a town of its name where the report speaks of that; else the place."""
    if hint not in _AROUND or place.kind not in SETTLEMENTS:
        return place
    radius, precision = _AROUND[hint]
    reason = f"{place.reason}; the {hint} around the {place.kind}, its extent estimated"
    return replace(
        place,
        id=f"{place.id}-{hint}",
        name=f"{place.name} {hint}",
        kind=hint,
        radius_km=radius,
        precision=precision,
        reason=reason,
    )


def part_of(place: Place, direction: str) -> Place:
    """Return the part of a place that lies in a direction; a point stays where it is and becomes less exact."""
    if direction not in _STEPS:
        return place
    adjective = "central" if direction == "centre" else f"{direction}ern"
    part = replace(place, id=f"{place.id}-{direction}", name=f"{adjective} {place.name}", parent=place.id)
    if place.lat is None or place.lon is None:
        return part
    if not place.radius_km:
        return replace(part, precision=_NEAR)
    half = place.radius_km / 2
    lat, lon = _moved(place.lat, place.lon, half, _STEPS[direction])
    return replace(part, kind="area", lat=lat, lon=lon, radius_km=half, precision=_PART)


def _moved(lat: float, lon: float, km: float, step: tuple[int, int]) -> tuple[float, float]:
    """Return the point `km` away in the direction of `step` (north, east)."""
    north, east = step
    share = km / _KM_PER_DEGREE / (sqrt(2) if north and east else 1)
    new_lat = max(-90.0, min(90.0, lat + north * share))
    new_lon = lon + east * share / max(0.01, cos(radians(lat)))
    return round(new_lat, 4), round((new_lon + 180) % 360 - 180, 4)
