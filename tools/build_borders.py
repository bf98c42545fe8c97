"""Takes the workbench's basemap (Natural Earth), writes theatres/world/borders.csv: where two countries' border lies."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from dateline.show.pictures.ground import decode
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import distance_km

ROOT = Path(__file__).resolve().parent.parent / "src" / "dateline"
SOURCE, TARGET = ROOT / "show/web/static/basemap/world.json", ROOT / "theatres/world/borders.csv"
SHORTEST_KM = 5.0  # what is shorter is a corner where several countries meet

Point = tuple[float, float]


def shared_lines(world: dict[str, list[dict[str, list[list[list[int]]]]]]) -> dict[tuple[str, str], set[int]]:
    """Return the numbers of the lines that two countries' outlines share, by their codes."""
    owners: dict[int, set[str]] = defaultdict(set)
    for country in world["countries"]:
        for line in (line for polygon in country["rings"] for ring in polygon for line in ring):
            owners[line if line >= 0 else ~line].add(str(country["code"]))
    shared: dict[tuple[str, str], set[int]] = defaultdict(set)
    for line, codes in owners.items():
        for pair in combinations(sorted(codes), 2):
            shared[pair].add(line)
    return shared


def middle(points: list[Point]) -> tuple[float, float, float]:
    """Return the border's own point nearest to the middle of it (latitude first), and how far its ends lie from there."""
    lon, lat = (sum(values) / len(points) for values in zip(*points, strict=True))
    x, y = min(points, key=lambda p: (distance_km(p[1], p[0], lat, lon), p))
    return y, x, max(distance_km(y, x, p[1], p[0]) for p in points)


def rows(
    world: dict[str, list[dict[str, list[list[list[int]]]]]], precision: int, codes: Iterable[str]
) -> list[tuple[object, ...]]:
    """Return the rows of the table, sorted."""
    known, lines = set(codes), world["lines"]
    out: list[tuple[object, ...]] = []
    for (one, other), numbers in sorted(shared_lines(world).items()):
        points = [point for number in sorted(numbers) for point in decode(str(lines[number]), precision)]
        lat, lon, reach = middle(points)
        if {one, other} <= known and reach >= SHORTEST_KM:
            out.append((one, other, round(lat, 2), round(lon, 2), round(reach)))
    return out


def main() -> None:
    """Write the table."""
    world = json.loads(SOURCE.read_text(encoding="utf-8"))
    codes = (country.code for country in load_theatre(()).countries.values())
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("one", "other", "lat", "lon", "radius_km"))
        writer.writerows(rows(world, int(world["precision"]), codes))


if __name__ == "__main__":
    main()
