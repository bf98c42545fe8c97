"""What maps and lines of time draw: what is wanted in, light rows of events and places out, without their claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from dateline.model import Event, LedgerEntry, Place
from dateline.record import schema
from dateline.record.finding import conditions
from dateline.record.reading_back import fetch
from dateline.record.store import Record
from dateline.record.wanted import Wanted

__all__ = ["EventPoint", "PlacePoint", "event_points", "holders_on", "lane_names", "place_points"]

_PORTION = 500


@dataclass(frozen=True, slots=True)
class EventPoint:
    """One event at one of its places; `lat` and `lon` are None where it has none that could be placed."""

    id: str
    type: str
    earliest: date | None
    latest: date | None
    sources: int
    contested: bool
    credibility: int
    place: str = ""
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: int = 0
    radius_km: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacePoint:
    """One place with how many events lie in it."""

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    precision: int
    radius_km: float
    parent: str
    events: int


def event_points(record: Record, wanted: Wanted, limit: int, *, placed: bool = True) -> tuple[list[EventPoint], int]:
    """Return events at their places, the best known first, and how many rows there are; `placed` leaves out the rest."""
    events, places = schema.EVENTS.table, schema.PLACES.table
    link = next(link.table for link in schema.EVENTS.links if link.field == "places")
    joined = events.outerjoin(link, link.c.event == events.c.id).outerjoin(places, places.c.id == link.c.place)
    kept = [*conditions(Event, wanted), *([places.c.lat.is_not(None)] if placed else [])]
    statement = select(
        events.c.id, events.c.type, events.c.time_earliest, events.c.time_latest, events.c.independent_sources.label("sources"),
        events.c.contested, events.c.credibility, places.c.id.label("place"), places.c.name, places.c.lat, places.c.lon,
        places.c.precision, places.c.radius_km,
    ).select_from(joined).where(*kept)  # fmt: skip
    with record.database.reading() as connection:
        total = connection.execute(select(func.count()).select_from(joined).where(*kept)).scalar_one()
        ordered = statement.order_by(events.c.independent_sources.desc(), events.c.id, link.c.position).limit(limit)
        rows = connection.execute(ordered).mappings().all()
    return [_event_point({**row}) for row in rows], total


def place_points(record: Record, wanted: Wanted, limit: int) -> tuple[list[PlacePoint], int]:
    """Return places with a point, those of most events first, and how many there are."""
    places = schema.PLACES.table
    link = next(link.table for link in schema.EVENTS.links if link.field == "places")
    told = select(link.c.place, func.count().label("events")).group_by(link.c.place).subquery()
    joined = places.outerjoin(told, told.c.place == places.c.id)
    kept = [*conditions(Place, wanted), places.c.lat.is_not(None)]
    often = func.coalesce(told.c.events, 0).label("events")
    columns = [places.c[name] for name in ("id", "name", "kind", "lat", "lon", "precision", "radius_km", "parent")]
    with record.database.reading() as connection:
        total = connection.execute(select(func.count()).select_from(places).where(*kept)).scalar_one()
        ordered = select(*columns, often).select_from(joined).where(*kept).order_by(often.desc(), places.c.id)
        rows = connection.execute(ordered.limit(limit)).mappings().all()
    return [PlacePoint(**row) for row in rows], total


def holders_on(record: Record, on: date | None) -> dict[str, list[LedgerEntry]]:
    """Return who is said to hold each place on a day (None: at the last), the latest statement first."""
    ledger = schema.LEDGER.table
    first, last = ledger.c.since, ledger.c.until
    kept = (
        []
        if on is None
        else [func.coalesce(first, "") <= on.isoformat(), func.coalesce(last, "9999") >= on.isoformat()]
    )
    latest = func.coalesce(first, "")
    statement = select(ledger.c.id).where(*kept).order_by(ledger.c.place, latest.desc(), ledger.c.id)
    with record.database.reading() as connection:
        ids = list(connection.execute(statement).scalars())
    found: dict[str, list[LedgerEntry]] = {}
    for entry in fetch(record.database, schema.LEDGER, ids):
        found.setdefault(entry.place, []).append(entry)
    return found


def lane_names(record: Record, by: str, events: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Return for each event its actors (`by` is actor) or deals, as ids and names."""
    if by == "deal":
        steps = next(link.table for link in schema.DEALS.links if link.field == "claims")
        held = next(link.table for link in schema.EVENTS.links if link.field == "claims")
        deals = schema.DEALS.table.outerjoin(
            schema.PLACES.table, schema.PLACES.table.c.id == schema.DEALS.table.c.place
        )
        joined = held.join(steps, steps.c.claim == held.c.claim).join(deals, schema.DEALS.table.c.id == steps.c.deal)
        statement = select(held.c.event, schema.DEALS.table.c.id, schema.PLACES.table.c.name).select_from(joined)
    else:
        held = next(link.table for link in schema.EVENTS.links if link.field == "actors")
        actors = schema.ACTORS.table
        joined = held.join(actors, actors.c.id == held.c.actor)
        statement = select(held.c.event, actors.c.id, actors.c.name).select_from(joined)
    found: dict[str, list[tuple[str, str]]] = {}
    with record.database.reading() as connection:
        for start in range(0, len(events), _PORTION):
            kept = held.c.event.in_(events[start : start + _PORTION])
            for event, id, name in connection.execute(statement.where(kept).distinct()):
                found.setdefault(event, []).append((id, name or ""))
    return found


def _event_point(row: Mapping[str, Any]) -> EventPoint:
    held = {name: value for name, value in row.items() if value is not None and not name.startswith("time_")}
    days: dict[str, Any] = {
        end: date.fromisoformat(row[f"time_{end}"]) if row[f"time_{end}"] else None for end in ("earliest", "latest")
    }
    return EventPoint(**held, **days)
