"""A place and a direction or kind word in, that part or surroundings of it out: "northern Syria", "Homs province"."""

from dataclasses import replace
from math import cos, radians, sqrt

from dateline.model import Place
from dateline.resolve.place_names import SETTLEMENTS
from dateline.theatres import fold

__all__ = ["around", "beside", "part_of"]

_KM_PER_DEGREE = 111.2
_PART, _NEAR = 5, 2  # UCDP's precision codes: fuzzy area; near a known place
_FEATURE_KM = 10.0
# What lies in or by a town, so that a name no list has is still near it.
_FEATURES = frozenset(
    "bridge mosque church hospital airport airbase base crossing checkpoint prison school university market plant factory "
    "refinery port harbour harbor dam square roundabout street district quarter neighbourhood neighborhood camp palace "
    "castle citadel station stadium pont mosquee eglise hopital aeroport ecole universite marche usine barrage place "
    "quartier gare rue".split()
)
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


def beside(place: Place, entity_name: str, town: Place) -> Place:
    """Return an unplaced bridge, mosque or quarter as near the town that its report is about; else the place as it was."""
    words = set(fold(entity_name).split()) | {place.kind}
    if place.lat is not None or town.lat is None or not words & _FEATURES:
        return place
    return replace(
        place,
        id=f"{place.id.removeprefix('unplaced-')}-{town.id}",
        kind=next(iter(sorted(words & _FEATURES))),
        lat=town.lat,
        lon=town.lon,
        radius_km=_FEATURE_KM,
        parent=town.id,
        country=town.country,
        precision=_NEAR,
        reason=f"no gazetteer or theatre lists this name; told of in a report on {town.name}",
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
