"""How much is told of each day: what is wanted in, events counted by day and type out, without reading one of them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from dateline.model import Event
from dateline.record import schema
from dateline.record.finding import conditions
from dateline.record.store import Record
from dateline.record.wanted import Wanted

__all__ = ["DayCount", "event_days"]


@dataclass(frozen=True, slots=True)
class DayCount:
    """So many events of one type on one day; `day` is None for those of which no day is told."""

    day: date | None
    type: str
    events: int


def event_days(record: Record, wanted: Wanted) -> list[DayCount]:
    """Return counts in order of days; an event of several days counts on its first, one of an open start on its last."""
    table = schema.EVENTS.table
    day = func.coalesce(table.c.time_earliest, table.c.time_latest)
    statement = select(day, table.c.type, func.count()).where(*conditions(Event, wanted))
    with record.database.reading() as connection:
        rows = connection.execute(statement.group_by(day, table.c.type).order_by(day, table.c.type)).all()
    return [DayCount(date.fromisoformat(on) if on else None, type, count) for on, type, count in rows]
