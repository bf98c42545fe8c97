"""The ground of a map picture: a view in, land, borders and names of the basemap as SVG elements out."""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from dateline.show.pictures.drawing import element

__all__ = ["Box", "View", "decode", "ground", "ground_names"]

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north
_FINEST = 0.5  # drawing units: points nearer to the last one are left out
_PROVINCES_FROM = 60.0  # drawing units a degree must be long, so that provinces do not crowd


@dataclass(frozen=True, slots=True)
class View:
    """Longitude and latitude to the drawing, as web maps do it (Mercator)."""

    box: Box
    width: float

    @property
    def scale(self) -> float:
        """Drawing units per degree of longitude."""
        return self.width / (self.box[2] - self.box[0])

    @property
    def height(self) -> float:
        """How high the drawing is."""
        return (_rise(self.box[3]) - _rise(self.box[1])) * self.scale

    def at(self, lon: float, lat: float) -> Point:
        """Return x and y."""
        return (lon - self.box[0]) * self.scale, (_rise(self.box[3]) - _rise(lat)) * self.scale

    def per_km(self, lat: float) -> float:
        """Drawing units per kilometre at a latitude."""
        return self.scale / 111.32 / max(0.05, math.cos(math.radians(lat)))


def ground(view: View) -> list[str]:
    """Return land, coasts, borders (disputed ones dashed, with their note as a title) and lines between provinces."""
    world = _world()
    land = "".join(
        _path(clipped, view, closed=True) for ring in world.rings_in(view.box) if (clipped := _clip(ring, view.box))
    )
    parts = [element("path", d=land, class_="land", fill_rule="evenodd")] if land else []
    if view.scale >= _PROVINCES_FROM:
        lines, _, disputed = _provinces_in(view.box)
        parts.append(_lines(lines, view, "province"))
        parts += [_lines([line], view, "disputed", note) for note, line in disputed]
    parts.append(_lines(world.lines_in(world.coasts, view.box), view, "coast"))
    parts.append(_lines(world.lines_in(world.borders, view.box), view, "border"))
    parts += [_lines(world.lines_in(lines, view.box), view, "disputed", note) for note, lines in world.disputed]
    return [part for part in parts if part]


def ground_names(view: View, local: bool) -> list[tuple[str, float, float]]:
    """Return names of provinces, or of countries where the view is wide, with where their middle stands."""
    if view.scale >= _PROVINCES_FROM:
        names = _provinces_in(view.box)[1]
    else:
        names = [(*one["at"], one["name"], one["local"]) for one in _world().countries if one["size"] * view.scale > 50]
    west, south, east, north = view.box
    inside = [one for one in names if west < one[0] < east and south < one[1] < north]
    return [(there if local else english, *view.at(x, y)) for x, y, english, there in inside]


@dataclass(frozen=True, slots=True)
class _World:
    lines: list[list[Point]]
    boxes: list[Box]
    countries: list[dict[str, Any]]
    coasts: list[int]
    borders: list[int]
    disputed: list[tuple[str, list[int]]]

    def lines_in(self, indexes: Iterable[int], box: Box) -> list[list[Point]]:
        """Return those of these lines that can touch a box."""
        return [self.lines[index] for index in indexes if _meet(self.boxes[index], box)]

    def rings_in(self, box: Box) -> Iterator[list[Point]]:
        """Yield the rings of land around or in a box."""
        for ring in (ring for one in self.countries for polygon in one["rings"] for ring in polygon):
            edges = [self.boxes[index if index >= 0 else ~index] for index in ring]
            if _meet(_joined(edges), box):
                yield [p for i in ring for p in (self.lines[i] if i >= 0 else self.lines[~i][::-1])]


@lru_cache(maxsize=1)
def _world() -> _World:
    read = _read("world.json")
    lines = [decode(line, read["precision"]) for line in read["lines"]]
    disputed = [(one["note"], one["lines"]) for one in read["disputed"]]
    shared = {*read["borders"], *(index for _, indexes in disputed for index in indexes)}
    rings = (ring for one in read["countries"] for polygon in one["rings"] for ring in polygon)
    coasts = sorted({index if index >= 0 else ~index for ring in rings for index in ring} - shared)
    return _World(lines, [_box(line) for line in lines], read["countries"], coasts, read["borders"], disputed)


def _provinces_in(
    box: Box,
) -> tuple[list[list[Point]], list[tuple[float, float, str, str]], list[tuple[str, list[Point]]]]:
    """Return lines, names and disputed lines of the countries whose provinces lie in a box."""
    read = _read("provinces.json")
    lines, names, disputed = [], [], []
    for one in read["countries"].values():
        if _meet(one["box"], box):
            lines += [decode(line, read["precision"]) for line in one["lines"]]
            names += [tuple(name) for name in one["names"]]
            disputed += [(line["note"], decode(line["line"], read["precision"])) for line in one["disputed"]]
    return lines, names, disputed


@lru_cache(maxsize=2)
def _read(name: str) -> Any:
    file = resources.files("dateline.show.web") / "static" / "basemap" / name
    return json.loads(file.read_text(encoding="utf-8"))


def decode(text: str, precision: int) -> list[Point]:
    """Return the points (longitude, latitude) of a line encoded in 1/`precision` degrees by `tools/build_basemap.py`."""
    numbers: list[int] = []
    value = shift = 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, x, y = [], 0, 0
    for right, up in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + right, y + up
        points.append((x / precision, y / precision))
    return points


def _lines(lines: Iterable[list[Point]], view: View, kind: str, note: str = "") -> str:
    path = "".join(_path(run, view) for line in lines for run in _runs(line, view.box))
    title = element("title", note) if note else ""
    return element("path", title, d=path, class_=kind) if path else ""


def _runs(line: list[Point], box: Box) -> Iterator[list[Point]]:
    """Yield the parts of a line that can touch a box."""
    run: list[Point] = []
    for one, other in pairwise(line):
        if _meet(_box([one, other]), box):
            run = run or [one]
            run.append(other)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(points: list[Point], view: View, closed: bool = False) -> str:
    kept: list[Point] = []
    for x, y in (view.at(lon, lat) for lon, lat in points):
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    if len(kept) < 2:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + ("Z" if closed else "")


def _clip(ring: list[Point], box: Box) -> list[Point]:
    """Cut a ring to a box, one side after the other (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        found: list[Point] = []
        for here, there in zip(ring[-1:] + ring[:-1], ring, strict=True):
            inside, goes_in = (here[axis] - edge) * sign >= 0, (there[axis] - edge) * sign >= 0
            if inside != goes_in:
                part = (edge - here[axis]) / (there[axis] - here[axis])
                found.append((here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])))
            if goes_in:
                found.append(there)
        ring = found
        if not ring:
            break
    return ring


def _rise(lat: float) -> float:
    """How far up a latitude lies on a Mercator map, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(max(-85.0, min(85.0, lat))) / 2)))


def _box(points: list[Point]) -> Box:
    lons, lats = [x for x, _ in points], [y for _, y in points]
    return min(lons), min(lats), max(lons), max(lats)


def _joined(boxes: list[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
