"""The map: a record's places in, an inline SVG with north up out; a dot a place, a ring in a dashed circle an area."""

import math
from collections import Counter
from dataclasses import dataclass
from html import escape
from statistics import median

from dateline.model import Place
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.pictures.drawing import element, frame, text, text_width
from dateline.show.pictures.labels import Box, Label, leader, place_labels

__all__ = ["draw_map"]

_WIDTH, _MOST_HEIGHT, _LEAST_HEIGHT, _MARGIN = 720.0, 480.0, 280.0, 54.0
_KM_PER_DEGREE = 111.32
_MOST_PLACES = 45
_LEGEND = 26.0
_MOST_REACH = 10.0  # km of an area's extent that the map makes room for: a province would shrink its towns to a point
_LABEL, _SMALL = 13.0, 11.0
_LONGEST = 30
# Countries and seas have a point only in name.
_WIDE = frozenset({"country", "sea"})
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_BARS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True, slots=True)
class _Spot:
    place: Place
    name: str
    lat: float
    lon: float
    events: int

    @property
    def is_area(self) -> bool:
        """True where the place is not one point of the map."""
        return self.place.radius_km >= 1


@dataclass(frozen=True, slots=True)
class _View:
    """Longitude and latitude to the drawing: equirectangular, with degrees of longitude as long as they are there."""

    west: float
    north: float
    scale: float  # drawing units per degree of latitude
    shrink: float  # length of a degree of longitude against one of latitude
    height: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return x and y."""
        return _MARGIN + (lon - self.west) * self.shrink * self.scale, _MARGIN + (self.north - lat) * self.scale

    @property
    def per_km(self) -> float:
        """Drawing units per kilometre."""
        return self.scale / _KM_PER_DEGREE


def draw_map(contents: Contents, naming: Naming) -> str:
    """Return the map, or nothing where no place of an event has coordinates."""
    spots, beyond = _spots(contents, naming)
    if not spots:
        return ""
    view = _view(spots)
    lines, degrees = _grid(view)
    names, left_out = _labels(spots, view, [_box(*one) for one in degrees])
    parts = lines + [text(words, x, y, class_="soft", font_size=_SMALL) for words, x, y in degrees]
    extents = "".join(_extent(spot, view) for spot in spots if spot.is_area)
    within = element("rect", width=_WIDTH, height=view.height)
    parts.append(element("clipPath", within, id="dl-map") + element("g", extents, clip_path="url(#dl-map)"))
    parts += [_mark(spot, view) for spot in spots]  # the larger first, the smaller on top
    parts += [names, _scale_bar(view), _note(beyond, left_out, view), _legend(view.height + 18)]
    told = ", ".join(f"{spot.name} ({spot.events})" for spot in spots)
    description = f"Events by place: {told}. North is up."
    return frame(_WIDTH, view.height + _LEGEND, "Map of the places of events", description, "".join(parts))


def _spots(contents: Contents, naming: Naming) -> tuple[list[_Spot], int]:
    """The places where events happened, the most frequent first, and how many lie too far off for one map."""
    counts = Counter(id for event in contents.events for id in dict.fromkeys(event.places))
    found = []
    for id, events in counts.most_common():
        place = contents.places.get(id)
        if place and place.lat is not None and place.lon is not None and place.kind not in _WIDE:
            found.append(_Spot(place, naming.place_name(id).removeprefix("the "), place.lat, place.lon, events))
    near = _near(found)
    return near[:_MOST_PLACES], len(found) - len(near[:_MOST_PLACES])


def _near(spots: list[_Spot]) -> list[_Spot]:
    """Leave out places so far from the others that they would shrink these to one point."""
    if not spots:
        return []
    lats = [spot.lat for spot in spots for _ in range(spot.events)]
    lons = [spot.lon for spot in spots for _ in range(spot.events)]
    middle = median(lats), median(lons)
    shrink = math.cos(math.radians(middle[0]))
    away = {s.place.id: math.hypot(s.lat - middle[0], (s.lon - middle[1]) * shrink) for s in spots}
    usual = median(away[spot.place.id] for spot in spots for _ in range(spot.events))
    return [spot for spot in spots if away[spot.place.id] <= max(6 * usual, 0.6)]


def _view(spots: list[_Spot]) -> _View:
    shrink = max(0.1, math.cos(math.radians(median(spot.lat for spot in spots))))
    reach = [(s, min(s.place.radius_km, _MOST_REACH) / _KM_PER_DEGREE) for s in spots]
    south, north = min(s.lat - r for s, r in reach), max(s.lat + r for s, r in reach)
    west, east = min(s.lon - r / shrink for s, r in reach), max(s.lon + r / shrink for s, r in reach)
    high, wide = max(north - south, 0.06), max((east - west) * shrink, 0.08)
    scale = min((_WIDTH - 2 * _MARGIN) / wide, (_MOST_HEIGHT - 2 * _MARGIN) / high)
    height = max(_LEAST_HEIGHT, high * scale + 2 * _MARGIN)
    spare_lon = ((_WIDTH - 2 * _MARGIN) / scale - (east - west) * shrink) / 2 / shrink
    spare_lat = ((height - 2 * _MARGIN) / scale - (north - south)) / 2
    return _View(west - spare_lon, north + spare_lat, scale, shrink, height)


def _grid(view: _View) -> tuple[list[str], list[tuple[str, float, float]]]:
    """Lines of latitude and longitude at round degrees, and their numbers with where they stand."""
    step = next((s for s in _STEPS if s * view.scale >= 90), _STEPS[-1])
    lines, numbers = [], []
    south, east = view.north - view.height / view.scale, view.west + _WIDTH / view.scale / view.shrink
    for index in range(math.floor(south / step), math.ceil((view.north + 1) / step) + 1):
        _, y = view.at(index * step, view.west)
        if 26 < y < view.height - 34:
            lines.append(element("line", x1=0.0, x2=_WIDTH, y1=y, y2=y, class_="grid"))
            numbers.append((_degrees(index * step, "N", "S", step), 4.0, y - 3))
    for index in range(math.floor(view.west / step) - 1, math.ceil(east / step) + 1):
        x, _ = view.at(view.north, index * step)
        if 50 < x < _WIDTH - 55:
            lines.append(element("line", x1=x, x2=x, y1=0.0, y2=view.height, class_="grid"))
            numbers.append((_degrees(index * step, "E", "W", step), x + 3, 12.0))
    return lines, numbers


def _box(words: str, x: float, y: float) -> Box:
    return x, y - 0.8 * _SMALL, x + text_width(words, _SMALL), y + 0.25 * _SMALL


def _degrees(value: float, plus: str, minus: str, step: float) -> str:
    digits = 0 if step >= 1 else 1 if step >= 0.1 else 2
    return f"{abs(value):.{digits}f}° {plus if value >= 0 else minus}"


def _size(events: int) -> float:
    return min(3 + 1.7 * math.sqrt(events), 14.0)


def _extent(spot: _Spot, view: _View) -> str:
    x, y = view.at(spot.lat, spot.lon)
    title = f"<title>Extent of {escape(spot.name)}, taken as a circle of {spot.place.radius_km:g} km</title>"
    return element("circle", title, cx=x, cy=y, r=max(spot.place.radius_km * view.per_km, 6), fill="var(--dl-place)",
                   fill_opacity=0.06, stroke="var(--dl-place)", stroke_opacity=0.45, stroke_dasharray="4 3")  # fmt: skip


def _mark(spot: _Spot, view: _View) -> str:
    """A dot for a place, a ring for somewhere in an area; both grow with the events."""
    x, y = view.at(spot.lat, spot.lon)
    title = f"<title>{escape(spot.name)}: {spot.events} event{'s' if spot.events > 1 else ''}</title>"
    return _ring(x, y, _size(spot.events), title) if spot.is_area else _dot(x, y, _size(spot.events), title)


def _dot(x: float, y: float, radius: float, title: str = "") -> str:
    return element(
        "circle", title, cx=x, cy=y, r=radius, fill="var(--dl-place)", stroke="var(--dl-paper)", stroke_width=1
    )


def _ring(x: float, y: float, radius: float, title: str = "") -> str:
    return element("circle", title, cx=x, cy=y, r=radius, fill="var(--dl-paper)", fill_opacity=0.8,
                   stroke="var(--dl-place)", stroke_width=2)  # fmt: skip


def _labels(spots: list[_Spot], view: _View, blocked: list[Box]) -> tuple[str, int]:
    """The names, those with most events first, and how many had no room."""
    wanted = [
        Label(_short(spot.name), *view.at(spot.lat, spot.lon), _size(spot.events) + 1, _LABEL, spot.is_area)
        for spot in spots
    ]
    placed = place_labels(wanted, _WIDTH, view.height, blocked)
    lines = "".join(_leader(leader(*one)) for one in placed)
    names = "".join(
        text(one.words, x, y, font_size=one.size, class_="halo", font_style="italic" if one.italic else "normal")
        for one, x, y in placed
    )
    return lines + names, len(wanted) - len(placed)


def _leader(ends: Box | None) -> str:
    if not ends:
        return ""
    return element("line", x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3], stroke="var(--dl-place)", stroke_width=1)


def _note(beyond: int, left_out: int, view: _View) -> str:
    notes = [f"{beyond} more place{'s' if beyond > 1 else ''} beyond this map"] if beyond else []
    notes += [f"no room for {left_out} name{'s' if left_out > 1 else ''}"] if left_out else []
    if not notes:
        return ""
    return text("; ".join(notes), _WIDTH - 12, view.height - 12, class_="soft halo", font_size=12, text_anchor="end")


def _legend(y: float) -> str:
    parts, x = [], 12.0
    for draw, words in ((_dot, "a place"), (_ring, "somewhere in an area, dashed to its extent")):
        parts += [draw(x + 5, y - 4, 5.0), text(words, x + 16, y, class_="soft", font_size=_SMALL)]
        x += 34 + text_width(words, _SMALL)
    return "".join([*parts, text("larger: more events", x, y, class_="soft", font_size=_SMALL)])


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _scale_bar(view: _View) -> str:
    km = max((bar for bar in _BARS if bar * view.per_km <= 150), default=_BARS[0])
    y, length = view.height - 14, km * view.per_km
    path = f"M12 {y - 4:.1f}V{y:.1f}H{12 + length:.1f}V{y - 4:.1f}"
    bar = element("path", d=path, fill="none", stroke="var(--dl-ink)", stroke_width=1.5)
    return bar + text(f"{km:g} km", 12 + length + 6, y + 1, font_size=12)
