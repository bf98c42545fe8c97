"""Dates as files and forms tell them: takes a cell, a header or an option, gives back the days it can mean."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Published
from dateline.read.months import EARLIEST_YEAR, LATEST_YEAR, is_sensible, match_date

__all__ = ["guess_order", "parse_published", "read_date", "read_moment"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_SLASHED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,].*)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_WEEKDAY = re.compile(r"^[A-Za-z]{3,9},?\s+(?=[A-Z\d])")


def parse_published(value: str, where: str) -> Published:
    """Return an ISO date of day, month or year as Published; raises InputError naming `where` it was written."""
    match = _ISO.fullmatch(value.strip())
    if not match:
        raise InputError(f"{where}: '{value}' is not a date; write it as 2018-03-25, 2018-03 or 2018")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise InputError(f"{where}: '{value}' is no day of the calendar; write it as 2018-03-25") from None
    if not is_sensible(first):
        raise InputError(f"{where}: '{value}' lies outside {EARLIEST_YEAR} to {LATEST_YEAR}; correct the year")
    if day:
        return _on(first)
    last = date(first.year, month, monthrange(first.year, month)[1]) if month else date(first.year, 12, 31)
    return Published(None, first, last, "metadata")


def read_date(value: str, order: str = "") -> Published:
    """Return what a date in a file means, in any common form; unknown where it cannot be told.

    03/04/2018 may be two days: with no `order` (`day-first`, `month-first`) it is the span from one to the other.
    """
    value = value.strip()
    try:
        return parse_published(value, "")
    except InputError:
        pass
    if match := _COMPACT.fullmatch(value):
        return _of([(match[1], match[2], match[3])])
    if match := _SLASHED.fullmatch(value):
        day_first, month_first = (match[3], match[2], match[1]), (match[3], match[1], match[2])
        forms = {"day-first": [day_first], "month-first": [month_first]}
        return _of(forms.get(order, [day_first, month_first]))
    if _EPOCH.fullmatch(value):
        moment = read_moment(value)
        return _on(moment.date()) if moment and is_sensible(moment.date()) else UNKNOWN_PUBLISHED
    written = match_date(value) or match_date(_WEEKDAY.sub("", value))
    return _on(written.day) if written else _of_mail(value)


def read_moment(value: str) -> datetime | None:
    """Return a moment written as ISO, as in mail headers, as YYYYMMDDhhmmss or in seconds since 1970; None if untold."""
    value = value.strip()
    try:
        if _EPOCH.fullmatch(value):
            seconds = float(value)
            return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
        if re.fullmatch(r"\d{14}", value):
            return datetime.strptime(value, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        if re.match(r"\d{4}", value):
            return _in_utc(datetime.fromisoformat(value))
        return _in_utc(parsedate_to_datetime(value))
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def guess_order(values: Iterable[str]) -> str:
    """Return how a column writes 03/04/2018, where one of its days can only be meant one way; else ""."""
    for value in values:
        match = _SLASHED.fullmatch(value.strip())
        if match and int(match[1]) > 12:
            return "day-first"
        if match and int(match[2]) > 12:
            return "month-first"
    return ""


def _of_mail(value: str) -> Published:
    moment = read_moment(value)
    return _on(moment.date()) if moment and is_sensible(moment.date()) else UNKNOWN_PUBLISHED


def _of(forms: Iterable[tuple[str, str, str]]) -> Published:
    """One day, or the span of the days that the forms (year, month, day) can mean."""
    days = set()
    for year, month, day in forms:
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    sensible = sorted(day for day in days if is_sensible(day))
    if not sensible:
        return UNKNOWN_PUBLISHED
    return _on(sensible[0]) if len(sensible) == 1 else Published(None, sensible[0], sensible[-1], "metadata")


def _on(day: date) -> Published:
    return Published(day, day, day, "metadata")


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
