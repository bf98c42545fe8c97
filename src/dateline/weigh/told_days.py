"""The days a report names: takes an article, gives back its dates and weekdays in order, without asking when it came out."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.weekdays import WeekdayWords, load_weekdays
from dateline.model import Article, Span
from dateline.read.months import EARLIEST_YEAR, match_date, match_day_month
from dateline.theatres import fold

__all__ = ["ToldDay", "find_days", "years_with"]

_START = re.compile(r"(?<![\w/.-])(?=\w)")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d%]|[.,/-]\d)")
_BEFORE = 24
_HEAD = 220  # characters within which a dateline stands
_DATELINE = re.compile(r"\s*(?:г\.?|года|GMT)?\s*[)(/A-Za-z ]{0,24}\s*[—–-]\s|\s*\.\s*[—–-]\s")


@dataclass(frozen=True, slots=True)
class ToldDay:
    """One day named: the words, the sentence, and what they say of it; `ahead` days lie after the report.

    `day` is a full date; `month` and `number` a day without year; `weekday` counts from Monday as 0; `year` is a year alone.
    """

    span: Span
    sentence: int
    day: dt.date | None = None
    number: int = 0
    month: int = 0
    weekday: int | None = None
    year: int = 0
    ahead: bool = False
    dateline: bool = False


def find_days(article: Article) -> tuple[ToldDay, ...]:
    """Return the days that the sentences of a report name, in the order of the text."""
    words = load_weekdays(article.language)
    found: list[ToldDay] = []
    for sentence in article.sentences:
        if not sentence.quiet:
            found += _of_sentence(article.text, sentence.span, sentence.index, words)
    return tuple(found)


def years_with(day: ToldDay) -> tuple[int, ...]:
    """Return the years in which a weekday with day and month can be: 25 March is a Sunday in few."""
    years = []
    for year in range(EARLIEST_YEAR, 2041):
        try:
            fits = dt.date(year, day.month, day.number).weekday() == day.weekday
        except ValueError:  # 29 February
            continue
        if day.weekday is None or fits:
            years.append(year)
    return tuple(years)


def _of_sentence(text: str, span: Span, index: int, words: WeekdayWords | None) -> Iterator[ToldDay]:
    at = span.start
    while (start := _START.search(text, at, span.end)) is not None:
        day = _at(text, start.start(), index, words)
        if day is None:
            at = start.start() + 1
            continue
        before = text[max(span.start, start.start() - _BEFORE) : start.start()]
        ahead = bool(words and words.ahead.search(before))
        dateline = day.day is not None and day.span.end <= _HEAD and bool(_DATELINE.match(text, day.span.end))
        yield ToldDay(day.span, index, day.day, day.number, day.month, day.weekday, day.year, ahead, dateline)
        at = day.span.end


def _at(text: str, at: int, index: int, words: WeekdayWords | None) -> ToldDay | None:
    """Return the day named exactly here, the most telling reading first."""
    named = words.find.match(text, at) if words else None
    weekday = _number(named, words) if named and words else None
    if weekday is None and not (text[at].isdigit() or text[at].isalpha()):
        return None
    if full := match_date(text, at):
        return ToldDay(Span(at, full.end), index, full.day, weekday=weekday)
    if partly := match_day_month(text, at):
        return ToldDay(Span(at, partly[2]), index, None, partly[0], partly[1], weekday)
    if named and weekday is not None:
        return ToldDay(Span(at, named.end()), index, weekday=weekday)
    year = _YEAR.match(text, at)
    return ToldDay(Span(at, year.end()), index, year=int(year.group())) if year else None


def _number(match: re.Match[str], words: WeekdayWords) -> int | None:
    name = match.group().lower()
    if name in words.numbers:
        return words.numbers[name]
    folded = {fold(word): number for word, number in words.numbers.items()}
    return folded.get(fold(name), folded.get(fold(name).removeprefix("ال")))
