"""Lists of administrative areas and places with P-codes, as GeoJSON or CSV, in; their places one by one out."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, pi, radians, sqrt
from typing import Any, TextIO

from dateline.errors import TheatreError
from dateline.theatres.place_record import PlaceRecord, Source

__all__ = ["read_geojson", "read_pcode_table"]

_CHUNK = 1 << 20
_BETWEEN = re.compile(r"[\s,]*")
_KM_PER_DEGREE = 111.2
_KINDS = {0: "country", 1: "province", 2: "district", 3: "district", 4: "village"}
_LANGUAGES = ("en", "fr", "ar", "ru")
# "ADM2_EN", "admin2Name_ar", "adm2_name", "name_en", "NAME": the level, if it tells one, and the language, if any.
_NAMES = re.compile(r"(?:adm(?:in)?_?(\d))?_?(?:name)?_?([a-z]{2}|ref)?\d*", re.IGNORECASE)
_CODES = re.compile(r"(?:adm(?:in)?_?(\d))?_?p?code", re.IGNORECASE)
_POINT = {"lat": ("lat", "latitude", "y", "center_lat"), "lon": ("lon", "lng", "long", "longitude", "x", "center_lon")}
Ring = list[list[float]]


def read_pcode_table(source: Source) -> Iterator[PlaceRecord]:
    """Yield the places of a CSV file with columns for a P-code (or id), names, latitude and longitude."""
    with source.path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
        lat, lon = (next((columns[n] for n in _POINT[what] if n in columns), "") for what in ("lat", "lon"))
        if not (lat and lon):
            raise TheatreError(f"{source.path}: no columns lat and lon; add a point to each row, or take the GeoJSON")
        for row in reader:
            try:
                point = float(row[lat] or "x"), float(row[lon] or "x")
            except (ValueError, TypeError):
                source.leave_out("rows without a point")
                continue
            record = _record({key: value for key, value in row.items() if key}, (*point, 0.0), source)
            if record:
                yield record


def read_geojson(source: Source) -> Iterator[PlaceRecord]:
    """Yield the places of a GeoJSON file of points or areas; an area becomes its centre and the radius of its size."""
    with source.path.open(encoding="utf-8-sig") as handle:
        for feature in _features(handle, source):
            properties, geometry = feature.get("properties"), feature.get("geometry")
            place = _extent(geometry) if isinstance(geometry, dict) else None
            if place is None or not isinstance(properties, dict):
                source.leave_out("features without names or a point")
                continue
            record = _record(properties, place, source)
            if record:
                yield record


def _features(handle: TextIO, source: Source) -> Iterator[dict[str, Any]]:
    """Yield the features of a collection one by one, so that a file larger than memory can be read."""
    buffer, decoder = handle.read(_CHUNK), json.JSONDecoder()
    start = re.search(r'"features"\s*:\s*\[', buffer)
    if start is None:
        raise TheatreError(f"{source.path}: holds no list of features; take a GeoJSON file of type FeatureCollection")
    at = start.end()
    while True:
        at = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # it matches nothing at all too
        if buffer.startswith("]", at):
            return
        try:
            feature, at = decoder.raw_decode(buffer, at)
        except json.JSONDecodeError as error:
            more = handle.read(max(_CHUNK, len(buffer) - at))
            if not more:
                raise TheatreError(f"{source.path}: breaks off or is no JSON ({error.msg}); fetch it anew") from error
            buffer, at = buffer[at:] + more, 0
            continue
        if isinstance(feature, dict):
            yield feature


def _record(row: Mapping[str, Any], place: tuple[float, float, float], source: Source) -> PlaceRecord | None:
    """Return the place that a row tells of: the names, code and parent of its deepest level."""
    values = {key: str(value).strip() for key, value in row.items() if value not in (None, "")}
    names, codes = _names(values), _codes(values)
    level = max(names, default=-1)
    if level not in names:
        source.leave_out("rows without a name")
        return None
    own = names[level]
    main = own.get("en") or own.get("") or own.get("ref") or next(iter(own.values()))
    code = codes.get(level) or values.get("id") or values.get("pcode") or main
    country = values.get("country") or values.get("iso2") or codes.get(0, "")[:2].upper() or source.country
    if source.country and country != source.country:
        source.leave_out("places of other countries")
        return None
    lat, lon, radius = place
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        source.leave_out("points that are not in degrees")
        return None
    others = {language: (own[language],) for language in _LANGUAGES if language in own}
    kind = values.get("kind") or source.kind or _KINDS.get(level, "village" if not radius else "area")
    parent = _id(codes[level - 1]) if level > 1 and codes.get(level - 1) else ""
    told = source.note or f"P-codes: {source.path.name}"
    return PlaceRecord(_id(code), main, kind, lat, lon, country, told, round(radius, 1), parent, others)


def _names(values: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Return the names a row has, by level of administration (-1 where it tells none) and language."""
    found: dict[int, dict[str, str]] = {}
    for key, value in values.items():
        match = _NAMES.fullmatch(key)
        if match and ("name" in key.lower() or (match[1] and match[2])):
            language = (match[2] or "").lower()
            found.setdefault(int(match[1] or -1), {}).setdefault(language, value)
    return found


def _codes(values: Mapping[str, str]) -> dict[int, str]:
    matches = ((match, value) for key, value in values.items() if (match := _CODES.fullmatch(key)))
    return {int(match[1] or -1): value for match, value in matches}


def _id(code: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-") or "unnamed"


def _extent(geometry: Mapping[str, Any]) -> tuple[float, float, float] | None:
    """Return latitude, longitude and radius in km: of an area's largest ring, the radius of a circle of its size."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    try:
        if kind == "Point":
            return float(coordinates[1]), float(coordinates[0]), 0.0  # type: ignore[index]
        if kind == "Polygon":
            return _centre(coordinates[0])  # type: ignore[index]
        if kind == "MultiPolygon":
            return max((_centre(part[0]) for part in coordinates), key=lambda one: one[2])  # type: ignore[union-attr]
    except (IndexError, TypeError, ValueError, ZeroDivisionError):
        return None
    return None


def _centre(ring: Ring) -> tuple[float, float, float]:
    """Return the centroid of a ring and the radius of its area, by the shoelace formula."""
    area = x = y = 0.0
    lon0, lat0 = float(ring[0][0]), float(ring[0][1])
    for (ax, ay, *_), (bx, by, *_) in pairwise(ring):
        cross = (ax - lon0) * (by - lat0) - (bx - lon0) * (ay - lat0)
        area, x, y = area + cross, x + (ax + bx - 2 * lon0) * cross, y + (ay + by - 2 * lat0) * cross
    lon, lat = lon0 + x / (3 * area), lat0 + y / (3 * area)
    km2 = abs(area) / 2 * _KM_PER_DEGREE**2 * cos(radians(lat))
    return round(lat, 5), round(lon, 5), sqrt(km2 / pi)
