"""What the map loads: a request in, GeoJSON of events or of places with who is said to hold them out."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.model import Actor, LedgerEntry
from dateline.record import EventPoint, PlacePoint, Record, by_id, event_points, holders_on, place_points
from dateline.show.inert import one_line
from dateline.show.pictures.holders import Look, looks
from dateline.show.web.asking import asked, day, group_of, number

__all__ = ["Holders", "events_geojson", "places_geojson"]

_USUAL, _MOST = 2000, 20_000


def events_geojson(record: Record, request: Request) -> Response:
    """Return events at their places as points, those of most sources first; `total` says how many there are."""
    points, total = event_points(record, asked(request), number(request, "limit", _USUAL, _MOST))
    return _collection([_event(point) for point in points], total)


def places_geojson(record: Record, request: Request) -> Response:
    """Return places as points, with who is said to hold each on the day `on`; without one, with all that is told."""
    points, total = place_points(record, asked(request), number(request, "limit", _USUAL, _MOST))
    on = day(request.query_params.get("on", ""))
    told = holders_on(record, None)
    holders = holders_on(record, on) if on else told
    known = Holders(record, told)
    return _collection([_place(point, holders.get(point.id, []), known) for point in points], total)


class Holders:
    """The holders of a record: who they are, and how each is drawn."""

    def __init__(self, record: Record, told: dict[str, list[LedgerEntry]]) -> None:
        """Take all entries of the ledger, by place: no filter changes a colour."""
        entries = [entry for of_place in told.values() for entry in of_place]
        ids = sorted({entry.holder for entry in entries if entry.holder})
        self.actors = {actor.id: actor for actor in by_id(record, Actor, ids)}
        self.looks = looks(entries, {id: one_line(actor.name) for id, actor in self.actors.items()})

    def name(self, id: str) -> str:
        """Return a holder's name, or its id."""
        return one_line(self.actors[id].name) if id in self.actors else id

    def camp(self, id: str) -> str:
        """Return the side a holder is counted with, where one is known."""
        return self.actors[id].camp if id in self.actors else ""

    def look(self, id: str) -> Look | None:
        """Return a holder's colour and letters."""
        return self.looks.get(id)


def _event(point: EventPoint) -> dict[str, object]:
    properties: dict[str, object] = {
        "id": point.id,
        "type": point.type,
        "group": group_of(point.type),
        "earliest": point.earliest.isoformat() if point.earliest else None,
        "latest": point.latest.isoformat() if point.latest else None,
        "sources": point.sources,
        "contested": point.contested,
        "credibility": point.credibility,
        "place": point.place,
        "name": one_line(point.name),
        "precision": point.precision,
        "radius_km": point.radius_km,
    }
    return _feature(f"{point.id} {point.place}", point, properties)


def _place(point: PlacePoint, entries: list[LedgerEntry], known: Holders) -> dict[str, object]:
    properties: dict[str, object] = {
        "id": point.id,
        "name": one_line(point.name),
        "kind": point.kind,
        "precision": point.precision,
        "radius_km": point.radius_km,
        "events": point.events,
        "holders": [_holder(entry, known) for entry in entries],
    }
    return _feature(point.id, point, properties)


def _holder(entry: LedgerEntry, known: Holders) -> dict[str, object]:
    look = known.look(entry.holder)
    return {
        "id": entry.holder,
        "name": known.name(entry.holder),
        "camp": known.camp(entry.holder),
        "status": entry.status,
        "since": entry.since.isoformat() if entry.since else None,
        "until": entry.until.isoformat() if entry.until else None,
        "ledger": entry.id,
        "colour": look.colour if look else None,
        "letters": look.letters if look else None,
    }


def _feature(id: str, point: EventPoint | PlacePoint, properties: dict[str, object]) -> dict[str, object]:
    where = {"type": "Point", "coordinates": [point.lon, point.lat]}
    return {"type": "Feature", "id": id, "geometry": where, "properties": properties}


def _collection(features: list[dict[str, object]], total: int) -> Response:
    content = {"type": "FeatureCollection", "total": total, "shown": len(features), "features": features}
    return JSONResponse(content, media_type="application/geo+json", headers={"X-Total-Count": str(total)})
