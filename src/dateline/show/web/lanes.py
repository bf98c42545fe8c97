"""What the lines of time load: a request in, events with their days and the lanes they lie on out, as JSON."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.record import EventPoint, Record, event_points, lane_names
from dateline.show.inert import one_line
from dateline.show.web.asking import asked, group_of, number

__all__ = ["LANES", "lanes_json", "lanes_of"]

LANES = ("place", "actor", "deal")
_USUAL, _MOST = 1000, 20_000


def lanes_json(record: Record, request: Request) -> Response:
    """Return events with days, each with the lanes (`by` place, actor or deal) it lies on; `total` says how many."""
    points, total = event_points(record, asked(request), number(request, "limit", _USUAL, _MOST), placed=False)
    by = request.query_params.get("by", LANES[0])
    lanes = lanes_of(record, points, by)
    events = {point.id: point for point in points if point.earliest or point.latest}
    rows = [_row(point, lanes.get(point.id, [])) for point in events.values()]
    return JSONResponse({"by": by, "total": total, "shown": len(rows), "events": rows})


def lanes_of(record: Record, points: list[EventPoint], by: str) -> dict[str, list[tuple[str, str]]]:
    """Return for each event the ids and names of the lanes it lies on."""
    if by not in LANES[1:]:
        return _of_places(points)
    return lane_names(record, by, sorted({point.id for point in points}))


def _of_places(points: list[EventPoint]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for point in points:
        if point.place:
            found.setdefault(point.id, []).append((point.place, point.name))
    return found


def _row(point: EventPoint, lanes: list[tuple[str, str]]) -> dict[str, object]:
    return {
        "id": point.id,
        "type": point.type,
        "group": group_of(point.type),
        "earliest": point.earliest.isoformat() if point.earliest else None,
        "latest": point.latest.isoformat() if point.latest else None,
        "sources": point.sources,
        "contested": point.contested,
        "lanes": [{"id": id, "name": one_line(name)} for id, name in lanes],
    }
