"""Days in words: dates and intervals in, "25 March 2018", "by 22 March", "20-25 March" out."""

import calendar
from datetime import date

from dateline.model import UNKNOWN_TIME, Event, Interval
from dateline.show.contents import Contents

__all__ = ["day", "event_day", "is_sure", "label", "since_until", "span_of_days", "usual_year", "when"]

_MONTHS = tuple(calendar.month_name)  # English: the program never sets a locale
_INFERRED = ("publication", "relative")


def day(on: date, year: bool = True) -> str:
    """Return `25 March 2018`, or `25 March`."""
    return f"{on.day} {_MONTHS[on.month]}" + (f" {on.year}" if year else "")


def span_of_days(first: date, last: date, year: bool = True) -> str:
    """Return `20–25 March 2018`, whole months and years by their names."""
    if first == last:
        return day(first, year)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _whole_months(first, last, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, year)}"
    return f"{day(first, year and first.year != last.year)} – {day(last, year)}"


def _whole_months(first: date, last: date, year: bool) -> str:
    tail = f" {last.year}" if year else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month]}{tail}"
    between = f" {first.year}" if first.year != last.year else ""
    return f"{_MONTHS[first.month]}{between} – {_MONTHS[last.month]}{tail}"


def label(time: Interval, year: int | None = None, sure: bool = True) -> str:
    """Return the days before a line; without the year where it is `year`, marked where inferred."""
    known = [on for on in (time.earliest, time.latest) if on]
    if not known:
        return "date not told"
    with_year = any(on.year != year for on in known)
    if time.earliest and time.latest:
        words = span_of_days(time.earliest, time.latest, with_year)
    else:
        words = f"{'from' if time.earliest else 'by'} {_day_or_year(known[0], with_year)}"
    return words if sure else f"{words}, inferred"


def _day_or_year(on: date, with_year: bool) -> str:
    """A first of January stands for a year of which no more was told."""
    return str(on.year) if (on.month, on.day) == (1, 1) and with_year else day(on, with_year)


def when(time: Interval) -> str:
    """Return a phrase for the end of a sentence: `on 25 March 2018`, `by 22 March 2018`; or nothing."""
    first, last = time.earliest, time.latest
    if first and last:
        if first == last:
            return f"on {day(first)}"
        words = span_of_days(first, last)
        return f"in {words}" if not words[0].isdigit() or words.isdigit() else f"between {day(first)} and {day(last)}"
    if last:
        return f"by {day(last)}"
    return f"from {day(first)} on" if first else ""


def since_until(first: date | None, last: date | None) -> str:
    """Return days of holding a place in words."""
    return label(Interval(first, last, "text")) if first or last else "not told"


def event_day(time: Interval) -> date:
    """Return the day by which an event is put in order: its first, else its last; one without days comes at the end."""
    if time.earliest and time.latest and (time.latest - time.earliest).days > 366:
        return time.latest
    return time.earliest or time.latest or date.max


def usual_year(events: tuple[Event, ...]) -> int | None:
    """Return the one year in which all these events lie, else None."""
    years = {on.year for event in events for on in (event.time.earliest, event.time.latest) if on}
    return years.pop() if len(years) == 1 else None


def is_sure(contents: Contents, event: Event) -> bool:
    """False where an event's days hang on a publication date that was only inferred."""
    if event.time == UNKNOWN_TIME or event.time.basis not in _INFERRED:
        return True
    return any(
        contents.documents[id].published.basis != "inferred" for id in event.documents if id in contents.documents
    )
