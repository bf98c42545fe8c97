"""Pictures to save: a request in, the map or the lanes it asks for as one SVG with title, days, filter and source out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Actor, Interval, LedgerEntry, Place
from dateline.record import (
    EventPoint,
    PlacePoint,
    Record,
    Wanted,
    by_id,
    count_all,
    event_days,
    event_points,
    holders_on,
    place_points,
)
from dateline.show.days import day as in_words
from dateline.show.days import label, span_of_days
from dateline.show.inert import one_line
from dateline.show.pictures.control_map import Spot, counted, draw_control_map, main_box
from dateline.show.pictures.drawing import Caption
from dateline.show.pictures.ground import Box
from dateline.show.pictures.holders import Look
from dateline.show.pictures.marks import drawn_group
from dateline.show.pictures.standing import PlaceStanding, place_standing
from dateline.show.pictures.timeline import Moment, draw_lanes
from dateline.show.web.asking import asked, day, group_of
from dateline.show.web.days import main_days
from dateline.show.web.geo import Holders
from dateline.show.web.lanes import LANES, lanes_of

__all__ = ["lanes_picture", "map_picture"]

_MOST_PLACES, _MOST_EVENTS, _COUNTRY, _AREA = 20_000, 20_000, 6, 3
_LANE_EVENTS = 2000
_DRAWN = 250  # places on one picture: more is a blot
_GROUND = "Ground: Natural Earth. Dashed borders are not agreed. No front lines are drawn: reports tell of places."


def map_picture(record: Record, request: Request) -> Response:
    """Return the map of places in `bbox` on the day `on`, with the events the filters keep."""
    wanted, on = asked(request), day(request.query_params.get("on", ""))
    everywhere = replace(wanted, box=None, since=None, until=None)
    places = [one for one in place_points(record, everywhere, _MOST_PLACES)[0] if one.precision < _COUNTRY]
    told = holders_on(record, None)
    known = Holders(record, told)
    events = _by_place(event_points(record, wanted, _MOST_EVENTS)[0])
    spots = [
        _spot(place, place_standing(told.get(place.id, []), on), known, events.get(place.id, [])) for place in places
    ]
    box = wanted.box or main_box([(p.lon or 0.0, p.lat or 0.0, p.events) for p in places]) or (-20.0, -35.0, 60.0, 60.0)
    pairs = zip(spots, places, strict=True)
    told_of = [spot for spot, place in pairs if _within(spot, box) and (spot.weight or place.events)]
    spots = sorted(told_of, key=lambda spot: (-spot.weight, spot.name))[:_DRAWN]
    key = _key(spots, told, known, on, places)
    caption = _caption(record, wanted, on, len(told_of) - len(spots))
    local = request.query_params.get("names", "") == "local"
    return _svg(draw_control_map(spots, box, key, caption, local=local), "map")


def lanes_picture(record: Record, request: Request) -> Response:
    """Return the events the filters keep on lanes `by` place, actor or deal."""
    wanted, by = asked(request), request.query_params.get("by", LANES[0])
    usual = main_days(event_days(record, replace(wanted, since=None, until=None)))
    days = (wanted.since or usual[0], wanted.until or usual[1]) if usual else None
    days = (min(days), max(days)) if days else None
    shown = replace(wanted, since=days[0], until=days[1]) if days else wanted
    points, total = event_points(record, shown, _LANE_EVENTS, placed=False)
    lanes = lanes_of(record, points, by)
    events = {point.id: point for point in points}
    moments = [_moment(point, lane) for id, point in events.items() for _, lane in lanes.get(id, []) or [("", "")]]
    most = [f"the {len(points)} told by most sources of {total}"] * (total > len(points))
    about = "; ".join(
        [f"Events of {span_of_days(*days)}" if days else "No day is told", *_filters(record, wanted), *most]
    )
    caption = Caption(f"Events in time, by {by}", about, _source(record))
    return _svg(draw_lanes(moments, caption.title, days, caption), "timeline")


def _moment(point: EventPoint, lane: str) -> Moment:
    time = Interval(point.earliest, point.latest, "text")
    words = f"{label(time)}: {point.type.replace('-', ' ')}, {point.sources} source{'s' if point.sources != 1 else ''}"
    return Moment(point.id, time, group_of(point.type), words, one_line(lane), point.type.replace("-", " "))


def _by_place(points: Iterable[EventPoint]) -> dict[str, list[EventPoint]]:
    found: dict[str, list[EventPoint]] = defaultdict(list)
    for point in points:
        found[point.place].append(point)
    return found


def _spot(place: PlacePoint, standing: PlaceStanding, known: Holders, events: list[EventPoint]) -> Spot:
    groups = [drawn_group(group_of(point.type)) for point in events]
    area = place.radius_km if place.precision >= _AREA else 0.0
    held = ", ".join(known.name(entry.holder) for entry in standing.entries if entry.holder)
    return Spot(
        name=one_line(place.name),
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        status=standing.status,
        sides=_sides(standing.entries, known),
        held=f"{held}, {standing.status}" if held else "",
        radius_km=area if area >= 1 and (events or standing.status != "none") else 0.0,
        events=counted(groups),
    )


def _sides(entries: Iterable[LedgerEntry], known: Holders) -> tuple[Look, ...]:
    """Return a look for each side: those of one camp are drawn as one."""
    found: dict[str, Look] = {}
    for entry in entries:
        look = known.look(entry.holder)
        if look:
            found.setdefault(known.camp(entry.holder) or entry.holder, look)
    return tuple(found.values())[:3]


def _key(
    spots: list[Spot], told: dict[str, list[LedgerEntry]], known: Holders, on: date | None, places: list[PlacePoint]
) -> list[tuple[str, Look]]:
    """Return names and looks of the holders that are drawn."""
    drawn = {look for spot in spots for look in spot.sides}
    ids = sorted({e.holder for place in places for e in place_standing(told.get(place.id, []), on).entries if e.holder})
    return [(known.name(id), look) for id in ids if (look := known.look(id)) in drawn and look]


def _within(spot: Spot, box: Box) -> bool:
    return box[0] <= spot.lon <= box[2] and box[1] <= spot.lat <= box[3]


def _caption(record: Record, wanted: Wanted, on: date | None, left_out: int) -> Caption:
    title = f"Who is told to hold what, {in_words(on)}" if on else "Who is told to hold what, at the last"
    days = f"Events of {_days(wanted)}" if wanted.since or wanted.until else "Events of all days"
    filters = _filters(record, wanted) + [f"{left_out} further places not drawn"] * bool(left_out)
    return Caption(title, "; ".join([days, *filters]), f"{_source(record)} {_GROUND}")


def _days(wanted: Wanted) -> str:
    if wanted.since and wanted.until:
        return span_of_days(wanted.since, wanted.until)
    return (
        f"the days from {in_words(wanted.since)}"
        if wanted.since
        else f"the days up to {in_words(wanted.until or date.max)}"
    )


def _filters(record: Record, wanted: Wanted) -> list[str]:
    """Return in words what a list was narrowed to."""
    actors = [one_line(one.name) for one in by_id(record, Actor, wanted.actor)] or wanted.actor
    places = [one_line(one.name) for one in by_id(record, Place, wanted.place)] or wanted.place
    told = {
        "actor": ", ".join(actors),
        "place": ", ".join(places),
        "types": ", ".join(one.replace("-", " ") for one in wanted.type),
        "camp": wanted.camp,
        "words": wanted.text,
    }
    return [f"{name}: {value}" for name, value in told.items() if value] + ["contested only"] * wanted.contested


def _source(record: Record) -> str:
    return f"Source: {record.path.name}, {count_all(record)['documents']} reports, read by Dateline."


def _svg(picture: str, name: str) -> Response:
    """Return a picture that may style itself and do nothing else."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    headers = {"Content-Disposition": f'inline; filename="{name}.svg"', "Content-Security-Policy": policy}
    return Response(picture, media_type="image/svg+xml", headers=headers)
