"""Days in words: dates and intervals in, "25 March 2018", "by 22 March", "20-25 March" out."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.model import UNKNOWN_TIME, Claim, Event, Interval
from dateline.show.contents import Contents

__all__ = ["day", "days_told", "event_day", "is_sure", "label", "span_of_days", "usual_year", "when"]

_MONTHS = tuple(calendar.month_name)  # English: the program never sets a locale
_INFERRED = ("publication", "relative")
_BASES = ("text", "relative", "context", "publication", "unknown")  # how near to the words the days stand


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
        words = f"from {_start(known[0], with_year)}" if time.earliest else f"by {_day_or_year(known[0], with_year)}"
    return words if sure else f"{words}, inferred"


def _start(on: date, with_year: bool) -> str:
    """A first of a month stands for a month of which no more was told: "since March"."""
    if on.day == 1 and on.month > 1:
        return f"{_MONTHS[on.month]}{f' {on.year}' if with_year else ''}"
    return _day_or_year(on, with_year)


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
        if not words[0].isdigit() or words.isdigit():
            return f"in {words}"
        start = (
            str(first.day)
            if (first.year, first.month) == (last.year, last.month)
            else day(first, first.year != last.year)
        )
        return f"between {start} and {day(last)}"
    if last:
        return f"by {day(last)}"
    return f"from {_start(first, True)} on" if first else ""


def days_told(claims: Sequence[Claim]) -> Interval:
    """Return the days that the claims of a sentence tell of it, the main one first; words before reports' dates.

    A report tells what happened by the day it comes out; an open start carried over from another sentence tells nothing.
    """
    told = [claim.time for claim in claims if claim.time.basis != "context" or claim.time.latest]
    sharpest = min((_BASES.index(time.basis) for time in told), default=len(_BASES))
    best = [time for time in told if _BASES.index(time.basis) == sharpest]
    if not best:
        return UNKNOWN_TIME
    days = best[0]
    for other in best[1:]:
        days = _meet(days, other) if days.overlaps(other) else days
    return replace(days, earliest=None) if days.basis == "publication" and days.latest else days


def _meet(days: Interval, other: Interval) -> Interval:
    """Return the days that both can mean; of two reports that look ahead, the earlier one's day."""
    starts = [on for on in (days.earliest, other.earliest) if on]
    last = min((on for on in (days.latest, other.latest) if on), default=None)
    ahead = days.basis == "publication" and last is None
    return Interval((min if ahead else max)(starts, default=None), last, days.basis)


def event_day(time: Interval) -> date:
    """Return the day by which an event is put in order: its first, else its last; one without days comes at the end."""
    if time.earliest and time.latest and (time.latest - time.earliest).days > 366:
        return time.latest
    return time.earliest or time.latest or date.max


def usual_year(events: tuple[Event, ...]) -> int | None:
    """Return the one year in which all these events lie, else None."""
    years = {on.year for event in events for on in (event.time.earliest, event.time.latest) if on}
    return years.pop() if len(years) == 1 else None


def is_sure(contents: Contents, time: Interval, claims: Iterable[Claim]) -> bool:
    """False where the days that claims tell hang on a publication date that was only inferred."""
    if time == UNKNOWN_TIME or time.basis not in _INFERRED:
        return True
    told = {claim.document for claim in claims}
    return any(contents.documents[id].published.basis != "inferred" for id in told if id in contents.documents)
