"""The map: a record's places in, an inline SVG with north up out; areas as circles of their radius, places as dots."""

import math
from collections import Counter
from dataclasses import dataclass
from html import escape
from statistics import median

from dateline.model import Place
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.pictures.drawing import element, frame, text
from dateline.show.pictures.labels import Label, place_labels

__all__ = ["draw_map"]

_WIDTH, _MOST_HEIGHT, _LEAST_HEIGHT, _MARGIN = 720.0, 480.0, 280.0, 54.0
_KM_PER_DEGREE = 111.32
_MOST_PLACES = 45
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
    areas = "".join(_area(spot, view) for spot in spots if spot.place.radius_km >= 1)
    dots = "".join(_dot(spot, view) for spot in spots if spot.place.radius_km < 1)
    body = _grid(view) + areas + dots + _labels(spots, view) + _scale_bar(view)
    if beyond:
        body += text(f"{beyond} more place{'s' if beyond > 1 else ''} beyond this map", _WIDTH - 12, view.height - 12,
                     class_="soft", font_size=12, text_anchor="end")  # fmt: skip
    names = ", ".join(f"{spot.name} ({spot.events})" for spot in spots)
    return frame(_WIDTH, view.height, "Map of the places of events", f"Events by place: {names}. North is up.", body)


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
    reach = [(s, min(s.place.radius_km, 120.0) / _KM_PER_DEGREE) for s in spots]
    south, north = min(s.lat - r for s, r in reach), max(s.lat + r for s, r in reach)
    west, east = min(s.lon - r / shrink for s, r in reach), max(s.lon + r / shrink for s, r in reach)
    high, wide = max(north - south, 0.06), max((east - west) * shrink, 0.08)
    scale = min((_WIDTH - 2 * _MARGIN) / wide, (_MOST_HEIGHT - 2 * _MARGIN) / high)
    height = max(_LEAST_HEIGHT, high * scale + 2 * _MARGIN)
    spare_lon = ((_WIDTH - 2 * _MARGIN) / scale - (east - west) * shrink) / 2 / shrink
    spare_lat = ((height - 2 * _MARGIN) / scale - (north - south)) / 2
    return _View(west - spare_lon, north + spare_lat, scale, shrink, height)


def _grid(view: _View) -> str:
    """Lines of latitude and longitude at round degrees, with their numbers at the edge."""
    step = next((s for s in _STEPS if s * view.scale >= 90), _STEPS[-1])
    parts = []
    south, east = view.north - view.height / view.scale, view.west + _WIDTH / view.scale / view.shrink
    for index in range(math.floor(south / step), math.ceil((view.north + 1) / step) + 1):
        _, y = view.at(index * step, view.west)
        if 14 < y < view.height - 6:
            parts.append(element("line", x1=0.0, x2=_WIDTH, y1=y, y2=y, class_="grid"))
            parts.append(text(_degrees(index * step, "N", "S", step), 4, y - 3, class_="soft", font_size=10))
    for index in range(math.floor(view.west / step) - 1, math.ceil(east / step) + 1):
        x, _ = view.at(view.north, index * step)
        if 30 < x < _WIDTH - 55:
            parts.append(element("line", x1=x, x2=x, y1=0.0, y2=view.height, class_="grid"))
            parts.append(text(_degrees(index * step, "E", "W", step), x + 3, 11, class_="soft", font_size=10))
    return "".join(parts)


def _degrees(value: float, plus: str, minus: str, step: float) -> str:
    digits = 0 if step >= 1 else 1 if step >= 0.1 else 2
    return f"{abs(value):.{digits}f}° {plus if value >= 0 else minus}"


def _size(events: int) -> float:
    return 3.5 + 2.2 * math.sqrt(events)


def _title(spot: _Spot) -> str:
    return f"<title>{escape(spot.name)}: {spot.events} event{'s' if spot.events > 1 else ''}</title>"


def _area(spot: _Spot, view: _View) -> str:
    x, y = view.at(spot.lat, spot.lon)
    radius = max(spot.place.radius_km * view.per_km, 6)
    return element("circle", _title(spot), cx=x, cy=y, r=radius, fill="var(--dl-territory)", fill_opacity=0.1,
                   stroke="var(--dl-territory)", stroke_opacity=0.5, stroke_dasharray="4 3")  # fmt: skip


def _dot(spot: _Spot, view: _View) -> str:
    x, y = view.at(spot.lat, spot.lon)
    return element("circle", _title(spot), cx=x, cy=y, r=_size(spot.events), fill="var(--dl-violence)",
                   fill_opacity=0.75, stroke="var(--dl-paper)", stroke_width=1)  # fmt: skip


def _labels(spots: list[_Spot], view: _View) -> str:
    wanted = []
    for spot in spots:
        x, y = view.at(spot.lat, spot.lon)
        area = spot.place.radius_km >= 1
        wanted.append(Label(_short(spot.name), x, y, 0.0 if area else _size(spot.events), 13.0, area))
    placed = place_labels(wanted, _WIDTH, view.height)
    return "".join(
        text(one.words, x, y, font_size=one.size, class_="halo soft" if one.area else "halo",
             font_style="italic" if one.area else "normal")
        for one, x, y in placed
    )  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _scale_bar(view: _View) -> str:
    km = max((bar for bar in _BARS if bar * view.per_km <= 150), default=_BARS[0])
    y, length = view.height - 14, km * view.per_km
    path = f"M12 {y - 4:.1f}V{y:.1f}H{12 + length:.1f}V{y - 4:.1f}"
    bar = element("path", d=path, fill="none", stroke="var(--dl-ink)", stroke_width=1.5)
    return bar + text(f"{km:g} km", 12 + length + 6, y + 1, font_size=12)
