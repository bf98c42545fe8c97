"""Dates written out: takes text, gives back the date it starts with, in English, French, Arabic or Russian."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

__all__ = ["EARLIEST_YEAR", "LATEST_YEAR", "MONTHS", "WrittenDate", "is_sensible", "match_date", "match_day_month"]

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100

_NAMES = (
    "january jan janvier janv يناير كانون\u00a0الثاني جانفي января январь янв",
    "february feb février fevrier févr fevr شباط فبراير فيفري февраля февраль февр фев",
    "march mar mars آذار أذار اذار مارس марта март мар",
    "april apr avril avr نيسان أبريل إبريل ابريل أفريل апреля апрель апр",
    "may mai أيار ايار مايو ماي мая май",
    "june jun juin حزيران يونيو يونيه جوان июня июнь июн",
    "july jul juillet juil تموز يوليو يوليه جويلية июля июль июл",
    "august aug août aout آب أغسطس اغسطس أوت августа август авг",
    "september sept sep septembre أيلول ايلول سبتمبر сентября сентябрь сент сен",
    "october oct octobre تشرين\u00a0الأول تشرين\u00a0الاول أكتوبر اكتوبر октября октябрь окт",
    "november nov novembre تشرين\u00a0الثاني نوفمبر ноября ноябрь нояб ноя",
    "december dec décembre decembre déc كانون\u00a0الأول كانون\u00a0الاول ديسمبر декабря декабрь дек",
)
MONTHS: Mapping[str, int] = MappingProxyType(
    {name.replace("\u00a0", " "): number for number, names in enumerate(_NAMES, 1) for name in names.split(" ")}
)
_WEEKDAYS = (
    "monday mon tuesday tues tue wednesday wed thursday thurs thu friday fri saturday sat sunday sun "
    "lundi lun mardi mer mercredi jeudi jeu vendredi ven samedi sam dimanche dim "
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"
)


def _either(words: list[str]) -> str:
    return (
        "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) + ")"
    )


_MONTH = rf"(?P<month>{_either(list(MONTHS))})\b(?:\s*/\s*{_either(list(MONTHS))}\b)?"
_WEEKDAY = rf"(?:(?:يوم\s+)?{_either(_WEEKDAYS.split())}\b[.,،]?\s+)?"
_DAY = r"(?P<day>\d{1,2})"
_ORDINAL = r"(?:st|nd|rd|th|er)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form + r"(?!\d)", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})([./-])(?P<month>\d{1,2})\2(?P<year>\d{4})",
        rf"{_DAY}{_ORDINAL}[.\s]\s*{_MONTH}\.?[,،]?\s+(?P<year>\d{{4}})",
        # "Apr 232017" is what is left of "Apr 23,2017" where commas were lost on the way.
        rf"{_MONTH}\.?\s+{_DAY}{_ORDINAL}[,،]?\s*(?P<year>\d{{4}})",
    )
)
_DAY_MONTH = tuple(
    re.compile(_WEEKDAY + form + r"(?!\d)", re.IGNORECASE)
    for form in (rf"{_DAY}{_ORDINAL}[.\s]\s*{_MONTH}", rf"{_MONTH}\.?\s+{_DAY}{_ORDINAL}\b")
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written, and where its words end."""

    day: date
    end: int


def is_sensible(day: date) -> bool:
    """True for years in which a report of today's wars can have come out."""
    return EARLIEST_YEAR <= day.year <= LATEST_YEAR


def match_date(text: str, at: int = 0) -> WrittenDate | None:
    """Return the full date that starts exactly at `at`; `3/4/2018` is 3 April, `3/14/2018` can only be 14 March."""
    for form in _FORMS:
        match = form.match(text, at)
        if match and (day := _calendar(match["year"], match["month"], match["day"])) and is_sensible(day):
            return WrittenDate(day, match.end())
    return None


def match_day_month(text: str, at: int = 0) -> tuple[int, int, int] | None:
    """Return (day, month, end) of a date without a year that starts exactly at `at`."""
    for form in _DAY_MONTH:
        match = form.match(text, at)
        if match and (day := _calendar("2000", match["month"], match["day"])):
            return day.day, day.month, match.end()
    return None


def _calendar(year: str, month: str, day: str) -> date | None:
    named = MONTHS.get(re.sub(r"\s+", " ", month.lower()))
    number = named or int(month)
    for m, d in ((number, int(day)), (int(day), number)):
        try:
            return date(int(year), m, d)
        except ValueError:
            # Only a date all in digits can be meant the other way round.
            if named:
                return None
    return None
