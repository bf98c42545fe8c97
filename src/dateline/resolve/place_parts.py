"""A place and what is told by it in, that part or surroundings of it out: "northern Syria", "10 km south of Homs"."""

from dataclasses import replace
from math import cos, radians, sqrt

from dateline.model import Place
from dateline.resolve.place_names import SETTLEMENTS
from dateline.theatres import fold
from dateline.theatres.gazetteer import distance_km

__all__ = ["around", "beside", "between", "is_direction", "listed_names", "part_of", "told_by"]

_KM_PER_DEGREE = 111.2
_PART, _PROVINCE, _NEAR = 5, 4, 2  # UCDP's precision codes: fuzzy area; a province; near a known place
_FEATURE_KM = 10.0
_STEPS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "centre": (0, 0)}
_STEPS |= {f"{ns}{ew}": (_STEPS[ns][0], _STEPS[ew][1]) for ns in ("north", "south") for ew in ("east", "west")}
# Kind word -> usual radius in km and UCDP precision, for a province or district that no list has but its town.
_AROUND = {"province": (50.0, 4), "district": (15.0, 3)}

_EDGE_KM, _COUNTRY_KM = 3.0, 15.0  # outskirts of a town whose extent is not known; how far out its countryside lies
_NEAR_KM = 25.0  # up to here UCDP counts a point as near a known place
_BEARING = 0.2  # how far a distance told in round numbers may be off, as a share of it
_EARTH_DEGREES = 180.0


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


def beside(place: Place, entity_name: str, town: Place, features: frozenset[str]) -> Place:
    """Return an unplaced bridge, mosque or quarter as near the town that its report is about; else the place as it was."""
    told = features & {*fold(entity_name).split(), place.kind}
    if place.lat is not None or not told:
        return place
    return _at(replace(place, kind=min(told)), town, _FEATURE_KM, f"told of in a report on {town.name}")


def told_by(place: Place, outer: Place) -> Place:
    """Return an unplaced place as somewhere in or by the one that its report tells it by, a country left out."""
    if place.lat is not None or outer.kind == "country" or outer.id == place.id:
        return place
    return _at(place, outer, max(_FEATURE_KM, outer.radius_km), f"told to lie in or by {outer.name}")


def _at(place: Place, outer: Place, radius: float, why: str) -> Place:
    """Return a place that no list has as lying somewhere around another one."""
    if outer.lat is None:
        return place
    return replace(
        place,
        id=f"{place.id.removeprefix('unplaced-')}-{outer.id}",
        lat=outer.lat,
        lon=outer.lon,
        radius_km=radius,
        parent=outer.id,
        country=outer.country,
        precision=_NEAR if radius <= _NEAR_KM else _PROVINCE if outer.kind == "province" else _PART,
        reason=f"no gazetteer or theatre lists this name; {why}",
    )


def is_direction(mark: str) -> bool:
    """True for a mark that names a part of a place ("north"), not another place told by it ("10km-north")."""
    return mark in _STEPS


def part_of(place: Place, direction: str) -> Place:
    """Return the place that a direction or distance tells by another; the same place for one that tells nothing."""
    if direction in _STEPS:
        return _part(place, direction)
    if direction == "outskirts":
        radius = max(_EDGE_KM, 1.5 * place.radius_km)
        return _told(place, direction, f"outskirts of {place.name}", radius, _NEAR)
    if direction.startswith("countryside"):
        return _countryside(place, direction.partition("-")[2])
    if "km" in direction:
        return _away(place, direction)
    return place


def listed_names(place: Place, direction: str) -> tuple[str, ...]:
    """Return the names under which a theatre may list that part of a place itself: "eastern Aleppo", "East Aleppo"."""
    kind, _, toward = direction.rpartition("-")
    if toward not in _STEPS or kind not in ("", "countryside"):
        return ()
    if toward == "centre":
        return (f"central {place.name}",)
    land = f" {kind}" if kind else ""
    return tuple(f"{word} {place.name}{land}" for word in (f"{toward}ern", toward))


def between(one: Place, other: Place) -> Place:
    """Return the stretch between two places: their middle, with half the way as radius."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one
    first, second = sorted((one, other), key=lambda place: place.id)
    half = distance_km(one.lat, one.lon, other.lat, other.lon) / 2
    return replace(
        one,
        id=f"between-{first.id}-and-{second.id}",
        name=f"between {first.name} and {second.name}",
        kind="area",
        lat=round((one.lat + other.lat) / 2, 4),
        lon=_middle(one.lon, other.lon),
        radius_km=round(max(1.0, half), 1),
        country=one.country if one.country == other.country else "",
        parent="",
        precision=_NEAR if half <= _NEAR_KM else _PART,
        reason=f"the stretch between {first.name} and {second.name}; {one.reason}",
    )


def _part(place: Place, direction: str) -> Place:
    """Return the part of a place that lies in a direction; a point stays where it is and becomes less exact."""
    adjective = "central" if direction == "centre" else f"{direction}ern"
    part = replace(place, id=f"{place.id}-{direction}", name=f"{adjective} {place.name}", parent=place.id)
    if place.lat is None or place.lon is None:
        return part
    if not place.radius_km:
        return replace(part, precision=_NEAR)
    half = place.radius_km / 2
    lat, lon = _moved(place.lat, place.lon, half, _STEPS[direction])
    return replace(part, kind="area", lat=lat, lon=lon, radius_km=half, precision=_PART)


def _countryside(place: Place, toward: str) -> Place:
    """Return the land around a town, or the part of it in a direction."""
    name = f"{toward}ern countryside of {place.name}" if toward else f"countryside of {place.name}"
    slug = f"countryside-{toward}" if toward else "countryside"
    out = max(_COUNTRY_KM, place.radius_km / 2 if place.kind == "province" else place.radius_km + _EDGE_KM)
    land = _told(place, slug, name, out, _PART)
    if place.lat is None or place.lon is None or not toward:
        return land
    lat, lon = _moved(place.lat, place.lon, out, _STEPS[toward])
    return replace(land, lat=lat, lon=lon)


def _away(place: Place, direction: str) -> Place:
    """Return the point some kilometres off; without a bearing, all that lies so far around the place."""
    number, _, toward = direction.partition("km")
    km, toward = float(number), toward.removeprefix("-")
    precision = _NEAR if km <= _NEAR_KM else _PART
    if place.lat is None or place.lon is None or toward not in _STEPS:
        return _told(place, f"{number}km", f"{number} km from {place.name}", km, precision)
    lat, lon = _moved(place.lat, place.lon, km, _STEPS[toward])
    name = f"{number} km {toward} of {place.name}"
    told = _told(place, f"{number}km-{toward}", name, max(2.0, round(_BEARING * km, 1)), precision)
    return replace(told, lat=lat, lon=lon)


def _told(place: Place, slug: str, name: str, radius: float, precision: int) -> Place:
    reason = f"told by {place.name}, its point and extent estimated; {place.reason}"
    slug = slug.replace(".", "-")
    return replace(
        place,
        id=f"{place.id}-{slug}",
        name=name,
        kind="area",
        radius_km=radius,
        parent=place.id,
        precision=precision if place.lat is not None else place.precision,
        reason=reason,
    )


def _middle(one: float, other: float) -> float:
    """Return the longitude half way, across the date line where that is the shorter way."""
    if abs(one - other) > _EARTH_DEGREES:
        one, other = (degrees + 2 * _EARTH_DEGREES if degrees < 0 else degrees for degrees in (one, other))
    return round(((one + other) / 2 + _EARTH_DEGREES) % (2 * _EARTH_DEGREES) - _EARTH_DEGREES, 4)


def _moved(lat: float, lon: float, km: float, step: tuple[int, int]) -> tuple[float, float]:
    """Return the point `km` away in the direction of `step` (north, east)."""
    north, east = step
    share = km / _KM_PER_DEGREE / (sqrt(2) if north and east else 1)
    new_lat = max(-90.0, min(90.0, lat + north * share))
    new_lon = lon + east * share / max(0.01, cos(radians(lat)))
    return round(new_lat, 4), round((new_lon + 180) % 360 - 180, 4)
