"""The table of places in; points, extents, parents and twins that do not hold together out."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from dateline.theatres.findings import Finding, Row, Sheet, cells
from dateline.theatres.folding import fold
from dateline.theatres.gazetteer import distance_km
from dateline.theatres.table_forms import AREAS, ID, country_codes
from dateline.theatres.theatre import load_theatre

__all__ = ["check_places"]

_TWIN_KM = 3.0
_BOX_DEGREES = 2.0  # how far outside its box a theatre's places may lie: neighbours' towns and seas


def check_places(sheet: Sheet, sheets: dict[str, Sheet]) -> Iterator[Finding]:
    """Yield what is wrong in a places.csv."""
    world = load_theatre(())
    known = {row["id"] for row in sheet.rows} | world.places.keys()
    codes = country_codes()
    box = _box(sheet.path.with_name("theatre.yaml"))
    for row in sheet.rows:
        if row["id"] and not ID.fullmatch(row["id"]):
            yield row.error(f"{row['id']!r} is no id", "use small letters, digits and single hyphens")
        if row["parent"] and row["parent"] not in known:
            yield row.error(f"lies in the unknown place {row['parent']!r}", "add it to places.csv, or name another")
        if row["parent"] and row["parent"] == row["id"]:
            yield row.error("lies in itself", "name the place that contains it")
        if row["country"] and row["country"] not in codes:
            yield row.warning(f"unknown country {row['country']!r}", "write a code of two capitals such as YE")
        if not row["source"]:
            yield row.warning("no source", "name where the point comes from")
        yield from _point(row, box)
    yield from _twins(sheet)


def _point(row: Row, box: tuple[float, ...]) -> Iterator[Finding]:
    """Check the numbers of a row: degrees within bounds, an extent for what is an area."""
    numbers = {}
    for column in ("lat", "lon", "radius_km"):
        try:
            numbers[column] = float(row[column] or 0)
        except ValueError:
            yield row.error(
                f"{column} {row[column]!r} is no number", "write degrees such as 15.35, kilometres such as 4"
            )
            return
    lat, lon, radius = numbers.values()
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius >= 0):
        yield row.error(f"{lat}, {lon} is no point on earth", "write latitude before longitude, in degrees")
        return
    if box and not _within(lat, lon, box):
        yield row.warning(f"{lat}, {lon} lies outside the theatre's box", "look at the point, or widen the box")
    if row["kind"] in AREAS and not radius:
        yield row.warning(f"{row['kind']} without radius_km", "write half its extent in kilometres")


def _within(lat: float, lon: float, box: tuple[float, ...]) -> bool:
    south, west, north, east = box
    near = _BOX_DEGREES
    return south - near <= lat <= north + near and west - near <= lon <= east + near


def _box(path: Path) -> tuple[float, ...]:
    """Return the box of a theatre.yaml; () where it has none, or none that can be read: that is told elsewhere."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        box = tuple(float(number) for number in data["box"])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError):
        return ()
    return box if len(box) == 4 else ()


def _twins(sheet: Sheet) -> Iterator[Finding]:
    """Yield places of one name and kind that lie so near each other that they are likely one."""
    named: dict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        names = [row["name"], *(name for column in sheet.columns for name in _names(row, column))]
        for name in dict.fromkeys(map(fold, names)):
            named[name].append(row)
    told: set[frozenset[str]] = set()
    for name, rows in sorted(named.items()):
        for at, row in enumerate(rows):
            for other in rows[:at]:
                pair = frozenset((row["id"], other["id"]))
                if pair not in told and _one_place(row, other):
                    told.add(pair)
                    problem = f"{name!r} is {other['id']} (line {other.line}) too, of the same kind and place"
                    yield row.warning(problem, "make one row of both, or take the shared name from one")


def _names(row: Row, column: str) -> tuple[str, ...]:
    return cells(row[column]) if column.startswith("aliases_") else ()


def _one_place(row: Row, other: Row) -> bool:
    if row["kind"] != other["kind"]:
        return False
    try:
        points = [float(one[column]) for one in (row, other) for column in ("lat", "lon")]
        reach = max(_TWIN_KM, *(float(one["radius_km"] or 0) for one in (row, other)))
    except ValueError:
        return False
    return distance_km(*points) <= reach
