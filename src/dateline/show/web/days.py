"""What the slider of days loads: a request in, events counted by day and group and the days they lie in out, as JSON."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.record import DayCount, Record, event_days
from dateline.show.web.asking import asked, group_of

__all__ = ["days_json", "main_days"]


def days_json(record: Record, request: Request) -> Response:
    """Return counts by day and group; `first` and `last` bound the days most events lie in."""
    wanted = replace(asked(request), since=None, until=None, box=None)
    counts = event_days(record, wanted)
    by_day: dict[str, Counter[str]] = defaultdict(Counter)
    for one in counts:
        if one.day:
            by_day[one.day.isoformat()][group_of(one.type)] += one.events
    bounds = main_days(counts)
    return JSONResponse(
        {
            "first": bounds[0].isoformat() if bounds else None,
            "last": bounds[1].isoformat() if bounds else None,
            "undated": sum(one.events for one in counts if one.day is None),
            "days": by_day,
        }
    )


def main_days(counts: Iterable[DayCount]) -> tuple[date, date] | None:
    """Return the shortest run of days that most events lie in, with those near it.

    Reports look back: a few events of other years must not shrink the days told of to a point.
    """
    days = sorted(one.day for one in counts for _ in range(one.events) if one.day)
    if not days:
        return None
    held = -(-len(days) * 3 // 4)
    first, last = min(zip(days, days[held - 1 :], strict=False), key=lambda run: run[1] - run[0])
    reach = max((last - first) / 2, timedelta(days=7))
    return min(day for day in days if day >= first - reach), max(day for day in days if day <= last + reach)
