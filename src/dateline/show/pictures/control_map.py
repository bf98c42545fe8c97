"""The map of one day: places with their holders and events in, a whole SVG with title, days, filter and source out."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from statistics import median

from dateline.show.pictures.drawing import Caption, captioned, element, text, text_width
from dateline.show.pictures.ground import Box, View, ground, ground_names
from dateline.show.pictures.holders import Look
from dateline.show.pictures.labels import Box as Rectangle
from dateline.show.pictures.labels import Label, leader, place_labels
from dateline.show.pictures.marks import DRAWN_GROUPS, event_mark, hatches, holder_mark

__all__ = ["Spot", "counted", "draw_control_map", "main_box"]

_WIDTH, _LEAST, _MOST, _ROW = 960.0, 380.0, 900.0, 25.0
_LABEL, _SMALL = 13.0, 11.5
_WIDEST = 150.0  # km: a wider area says nothing of where
_BARS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_STYLE = """
.dl-picture .sea { fill: #dbe5ec; } .dl-picture .land { fill: #f8f6f1; }
.dl-picture .coast, .dl-picture .province, .dl-picture .border, .dl-picture .disputed { fill: none; stroke-linejoin: round; }
.dl-picture .coast { stroke: #b3bfc8; } .dl-picture .province { stroke: #c9cbc8; stroke-width: .8; }
.dl-picture .border { stroke: #868e96; stroke-width: 1.3; }
.dl-picture .disputed { stroke: #868e96; stroke-width: 1.3; stroke-dasharray: 5 4; }
.dl-picture .letters { font-size: 9px; font-weight: 700; text-anchor: middle; }
.dl-picture .on-colour { fill: #fff; } .dl-picture .faint { fill: #7d8791; letter-spacing: .04em; text-anchor: middle; }
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: how its holding stands, with a look a side, and its events counted by drawn group."""

    name: str
    lat: float
    lon: float
    status: str = "none"
    sides: tuple[Look, ...] = ()
    held: str = ""
    radius_km: float = 0.0  # 0 for a point
    events: Mapping[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How many events it has: what its name's place is fought out by."""
        return sum(self.events.values()) + (self.status != "none")


def draw_control_map(
    spots: Sequence[Spot], box: Box, key: Sequence[tuple[str, Look]], caption: Caption, *, local: bool = False
) -> str:
    """Return the picture; `key` names the holders, `local` writes names of provinces as they are written there."""
    view = _view(box)
    inside = sorted((s for s in spots if _in(s, view)), key=lambda spot: (spot.weight, spot.name))
    marks = [part for spot in inside for part in _marks(spot, view)]
    names, boxes = _names(inside[::-1], view)
    body = [element("rect", width=_WIDTH, height=view.height, class_="sea"), *ground(view)]
    body += [_extent(spot, view) for spot in inside if spot.radius_km]
    body += [*_faint(ground_names(view, local), boxes, view), *marks, names, _scale_bar(view)]
    clip = element("clipPath", element("rect", width=_WIDTH, height=view.height), id="dl-view")
    picture = element("g", "".join(body), clip_path="url(#dl-view)")
    below, bottom = _key(key, view.height + 26)
    patterns = hatches([look for _, look in key] + [_SAMPLE])
    told = "; ".join(
        f"{spot.name}: {spot.held or 'no holder told'}, {sum(spot.events.values())} events" for spot in inside[::-1]
    )
    whole = element("style", _STYLE) + patterns + clip + picture + below
    return captioned(caption, whole, (_WIDTH, bottom - 8), f"{told}.")


def main_box(spots: Sequence[tuple[float, float, int]]) -> Box | None:
    """Return where most events lie, of longitudes, latitudes and counts: places far off would shrink these to one point."""
    points = [(lon, lat) for lon, lat, events in spots for _ in range(min(events, 50))]
    if not points:
        return None
    middle = median(lon for lon, _ in points), median(lat for _, lat in points)
    shrink = math.cos(math.radians(middle[1]))
    away = {p: math.hypot((p[0] - middle[0]) * shrink, p[1] - middle[1]) for p in points}
    usual = max(6 * median(away[p] for p in points), 0.6)
    near = [p for p in points if away[p] <= usual]
    lons, lats = [lon for lon, _ in near], [lat for _, lat in near]
    return min(lons) - 0.12, min(lats) - 0.12, max(lons) + 0.12, max(lats) + 0.12


def _view(box: Box) -> View:
    """Return a view that holds the box and is neither flat nor tall."""
    west, south, east, north = box
    west, east = (west, east) if east - west > 0.02 else (west - 0.05, east + 0.05)
    south, north = (south, north) if north - south > 0.02 else (south - 0.05, north + 0.05)
    for _ in range(60):
        view = View((west, max(-85.0, south), east, min(85.0, north)), _WIDTH)
        if view.height < _LEAST:
            spare = (north - south) * 0.03
            south, north = south - spare, north + spare
        elif view.height > _MOST:
            spare = (east - west) * 0.03
            west, east = west - spare, east + spare
        else:
            break
    return view


def _in(spot: Spot, view: View) -> bool:
    west, south, east, north = view.box
    return west <= spot.lon <= east and south <= spot.lat <= north


def _marks(spot: Spot, view: View) -> list[str]:
    x, y = view.at(spot.lon, spot.lat)
    found = [holder_mark(x, y, spot.status, spot.sides, escape(f"{spot.name}: {spot.held or 'no holder told'}"))]
    if sum(spot.events.values()):
        told = ", ".join(f"{count} {group}" for group, count in spot.events.items() if count)
        found.append(event_mark(x + 15, y - 14, spot.events, escape(f"{spot.name}: {told}")))
    return found


def _extent(spot: Spot, view: View) -> str:
    if spot.radius_km > _WIDEST:
        return ""
    x, y = view.at(spot.lon, spot.lat)
    colour = spot.sides[0].colour if len(spot.sides) == 1 else "var(--dl-place)"
    title = element("title", escape(f"{spot.name}, an area, drawn as a circle of {spot.radius_km:g} km"))
    return element("circle", title, cx=x, cy=y, r=max(6.0, spot.radius_km * view.per_km(spot.lat)), fill=colour,
                   fill_opacity=0.1, stroke=colour, stroke_opacity=0.75, stroke_width=1.2, stroke_dasharray="3 4")  # fmt: skip


def _names(spots: Sequence[Spot], view: View) -> tuple[str, list[Rectangle]]:
    """Return names beside their marks, those with most to tell first, and where they stand."""
    wanted = [
        Label(
            spot.name,
            *view.at(spot.lon, spot.lat),
            12.0 if spot.status != "none" else 5.0,
            _LABEL,
            bool(spot.radius_km),
        )
        for spot in spots
    ]
    at = [(view.at(spot.lon, spot.lat), sum(spot.events.values())) for spot in spots]
    badges = [(x + 4, y - 25, x + 27, y - 3) for (x, y), events in at if events]
    placed = place_labels(wanted, _WIDTH, view.height, badges)
    lines = "".join(
        element("line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], stroke="var(--dl-place)", stroke_width=1)
        for one in placed
        if (ends := leader(*one))
    )
    words = "".join(text(one.words, x, y, font_size=one.size, class_="halo") for one, x, y in placed)
    boxes = [(x, y - one.size, x + text_width(one.words, one.size), y + 4) for one, x, y in placed]
    return lines + words, [*boxes, *badges, *((x - 13, y - 13, x + 13, y + 13) for (x, y), _ in at)]


def _faint(names: list[tuple[str, float, float]], taken: list[Rectangle], view: View) -> list[str]:
    """Return names of the ground that find room in the middle of what they name."""
    found = []
    for words, x, y in names:
        half = text_width(words, _SMALL) / 2 + 4
        box = (x - half, y - 12, x + half, y + 5)
        free = not any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken)
        if free and box[0] > 0 and box[2] < _WIDTH and box[1] > 0 and box[3] < view.height:
            found.append(text(words, x, y, font_size=_SMALL, class_="faint halo"))
            taken.append(box)
    return found


def _scale_bar(view: View) -> str:
    per_km = view.per_km((view.box[1] + view.box[3]) / 2)
    km = max((bar for bar in _BARS if bar * per_km <= 150), default=_BARS[0])
    y, length = view.height - 14, km * per_km
    path = f"M12 {y - 4:.1f}V{y:.1f}H{12 + length:.1f}V{y - 4:.1f}"
    bar = element("path", d=path, fill="none", stroke="var(--dl-ink)", stroke_width=1.5)
    return bar + text(f"{km:g} km", 12 + length + 6, y + 1, font_size=12, class_="halo")


_SAMPLE = Look("#5b6470", "")
_WAYS = (
    ("reported", "several independent sources", 1),
    ("claimed", "claimed: one source", 1),
    ("contested", "contested", 2),
    ("undated", "told without a day", 1),
    ("unknown", "nobody known holds it", 0),
    ("none", "not told", 0),
)


def _key(holders: Sequence[tuple[str, Look]], top: float) -> tuple[str, float]:
    """Return the key in rows, and where it ends."""
    items = [(lambda x, y, look=look: holder_mark(x, y, "reported", (look,)), name) for name, look in holders]
    rows: list[list[tuple[object, str]]] = [list(items)] if items else []
    rows.append([(lambda x, y, w=way, n=n: holder_mark(x, y, w, (_SAMPLE,) * n), words) for way, words, n in _WAYS])
    rows.append([(lambda x, y, g=group: event_mark(x, y, {g: 1}), group) for group in DRAWN_GROUPS])
    parts, x, y = [], 28.0, top
    for row in rows:
        for draw, words in row:
            wide = 30 + text_width(words, _SMALL)
            if x + wide > _WIDTH:
                x, y = 28.0, y + _ROW
            assert callable(draw)
            parts += [draw(x, y - 4), text(words, x + 17, y, font_size=_SMALL)]
            x += wide + 12
        x, y = 28.0, y + _ROW
    return "".join(parts), y


def counted(groups: Sequence[str]) -> dict[str, int]:
    """Return how often each drawn group stands in a row, in their order."""
    counts = Counter(groups)
    return {group: counts[group] for group in DRAWN_GROUPS if counts[group]}
