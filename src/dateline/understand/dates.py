"""When: time words of a sentence into intervals of days, read against the publication date.

A weekday is the last one on or before the publication, the next one after "until" or beside a future; a day without a
year is the one nearest to the publication; words that hang on an unknown publication date stay `relative`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook.words import TimeWords
from dateline.model import Interval, Published, Span

__all__ = ["Dates", "TimeWord"]

_DAY = dt.timedelta(days=1)
_MONTH, _YEAR = 30, 365  # days of the units as times.yaml has them


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time expression: where it stands, what interval it means and whether it only bounds one end."""

    span: Span
    interval: Interval
    weekday: bool = False
    said: bool = False  # it dates the saying, not what is said


class Dates:
    """Finds the time expressions of one language."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        months, days = _any(words.months), _any(words.weekdays)
        since, until = _any(words.since), _any(words.until)
        number = rf"(?:\d{{1,3}}|{_any(words.numbers)})"
        units = _any(words.units)
        past, ahead = f"(?:{_any(words.past)})", f"(?:{_any(words.next)})"
        year = r"(?P<y>(?:19|20)\d\d)"
        self.bound = re.compile(
            rf"(?:\b(?P<since>{since})|\b(?P<until>{until}))\s+(?:le\s+|the\s+|au\s+|early\s+|late\s+|mid-|end of\s+)?$",
            re.I,
        )
        self.patterns: list[tuple[str, re.Pattern[str]]] = [
            (
                "days_range",
                _re(
                    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?\s*(?:-|–|to|and|until|au|et|à)\s*(?:le\s+)?"
                    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{months})\b\.?,?(?:\s+{year})?\b"
                ),
            ),
            (
                "days_range",
                _re(
                    rf"\b(?P<month>{months})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|to|and|until)\s*"
                    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year})?\b"
                ),
            ),
            (
                "years_range",
                _re(
                    r"\b(?:from|between|de|entre)\s+(?P<y>(?:19|20)\d\d)\s+(?:to|and|until|à|et)\s+(?P<y2>(?:19|20)\d\d)\b"
                ),
            ),
            (
                "nights",
                _re(
                    rf"\b(?:night|nuit|overnight)\b[^.]{{0,12}}?\b(?P<day>{days})\s+(?:to|à|au|into)\s+(?P<day2>{days})\b"
                ),
            ),
            ("iso", re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")),
            (
                "dmy",
                _re(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+of)?\s+(?P<month>{months})\.?,?(?:\s+{year})?\b"),
            ),
            ("mdy", _re(rf"\b(?P<month>{months})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year})?\b")),
            ("my", _re(rf"\b(?P<month>{months})\.?,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b")),
            ("days", _re(rf"\b(?P<word>{_any(words.spans)}|{_any(words.days)})\b")),
            ("ago", _re(rf"\b(?P<n>{number})\s+(?P<unit>{units})\s+(?:{_any(words.ago)})\b")),
            ("il_y_a", _re(rf"\b(?:il y a)\s+(?P<n>{number})\s+(?P<unit>{units})\b")),
            ("past", _re(rf"\b(?:the|ces|les|au cours des|la|le)\s+{past}\s+(?P<n>{number}\s+)?(?P<unit>{units})\b")),
            ("past_fr", _re(rf"\b(?P<n>{number}\s+)?(?P<unit>{units})\s+(?:{_any(words.past)})\b")),
            ("last", _re(rf"\b(?:{_any(words.past)})\s+(?P<unit>week|month|year)\b")),
            ("next", _re(rf"\b(?:{ahead}\s+(?P<unit>{units})|(?P<unit2>{units})\s+{ahead})\b")),
            (
                "weekday",
                _re(
                    rf"\b(?:(?P<past>{past})\s+|(?P<next>{ahead})\s+)?(?P<day>{days})s?"
                    rf"(?:\s+(?P<past2>{past})|\s+(?P<next2>{ahead}))?\b"
                ),
            ),
            (
                "month",
                _re(
                    r"\b(?:in|en|since|depuis|early|late|mid-?|du mois de|au mois de|last|this|de|of)\s*"
                    rf"(?P<month>{months})\b(?!\s*\d)"
                ),
            ),
            (
                "year",
                _re(
                    r"\b(?:(?:in|en|since|depuis|of|de|from|dès|by|until|jusqu'en|during|early|late)\s+)"
                    rf"{year}\b(?!\s*(?:people|personnes|%))"
                ),
            ),
        ]

    def find(self, text: str, offset: int, published: Published) -> list[TimeWord]:
        """Return the time expressions of a sentence's text that begins at `offset` of the article."""
        taken: list[Span] = []
        out = []
        for kind, pattern in self.patterns:
            for match in pattern.finditer(text):
                span = Span(match.start() + offset, match.end() + offset)
                if any(span.overlaps(other) for other in taken):
                    continue
                interval = self._read(kind, match, text, published)
                if interval is not None:
                    taken.append(span)
                    out.append(TimeWord(span, interval, kind == "weekday"))
        return sorted(out, key=lambda word: word.span)

    def _read(self, kind: str, match: re.Match[str], text: str, published: Published) -> Interval | None:
        """Return the interval of one expression, bounded by a "since" or "until" before it."""
        before = text[max(0, match.start() - 24) : match.start()]
        bound = self.bound.search(before)
        inner = match.group().lower()
        since = bool(bound and bound["since"]) or inner.startswith(("since", "depuis", "dès"))
        until = bool(bound and bound["until"]) or inner.startswith(("until", "by ", "jusqu"))
        ends = self._ends(kind, match, published, ahead=until)
        if ends is None:
            return None
        first, last = ends
        if first is None:
            return Interval(None, None, "relative")
        if since and not (before.lower().rstrip().endswith("from") and kind != "year"):
            return Interval(first, None, "text")
        return Interval(None, last, "text") if until else Interval(first, last, "text")

    def _ends(
        self, kind: str, match: re.Match[str], published: Published, ahead: bool
    ) -> tuple[dt.date | None, dt.date | None] | None:
        """Return first and last day; (None, None) where the expression hangs on an unknown publication date."""
        groups = {key: value for key, value in match.groupdict().items() if value}
        if kind in ("iso", "dmy", "mdy"):
            month = int(groups["m"]) if "m" in groups else self.words.months[groups["month"].lower()]
            return self._day(groups.get("y"), month, int(groups["d"]), published)
        if kind == "days_range":
            month = self.words.months[groups["month"].lower()]
            first = self._day(groups.get("y"), month, int(groups["d"]), published)
            last = self._day(groups.get("y"), month, int(groups["d2"]), published)
            return (first[0], last[1]) if first and last else None
        if kind == "years_range":
            return dt.date(int(groups["y"]), 1, 1), dt.date(int(groups["y2"]), 12, 31)
        if kind in ("my", "month"):
            return self._month(groups.get("y"), self.words.months[groups["month"].lower()], published)
        if kind == "year":
            year = int(groups["y"])
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        base = published.date
        if base is None:
            return None, None
        return self._relative(kind, groups, base, ahead)

    def _relative(
        self, kind: str, groups: dict[str, str], base: dt.date, ahead: bool
    ) -> tuple[dt.date, dt.date] | None:
        if kind == "days":
            word = groups["word"].lower()
            if "week" in word and "end" in word:
                sunday = base - (base.weekday() + 1) % 7 * _DAY
                return sunday - _DAY, sunday
            first, last = self.words.spans.get(word) or (self.words.days[word],) * 2
            return base + first * _DAY, base + max(last, first) * _DAY
        if kind == "weekday":
            return self._weekday(groups, base, ahead)
        if kind == "nights":
            morning = self._weekday({"day": groups["day2"]}, base, ahead)[1]
            return morning - _DAY, morning
        unit = self.words.units.get((groups.get("unit") or groups.get("unit2", "")).lower(), 1)
        number = self._number(groups.get("n", "1").strip().lower())
        if kind in ("ago", "il_y_a"):
            middle = base - number * unit * _DAY
            slack = (unit // 4 if number < 10 else unit // 2) * _DAY
            return middle - slack, min(middle + slack, base)
        if kind in ("past", "past_fr"):
            return base - max(1, number * unit) * _DAY, base
        if kind == "last" and unit >= _MONTH:
            end = base.replace(day=1) - _DAY if unit < _YEAR else dt.date(base.year - 1, 12, 31)
            return end.replace(day=1, month=1 if unit >= _YEAR else end.month), end
        if kind == "last":
            return base - 2 * unit * _DAY + _DAY, base - _DAY
        return base, base + 2 * max(unit, 1) * _DAY

    def _weekday(self, groups: dict[str, str], base: dt.date, ahead: bool) -> tuple[dt.date, dt.date]:
        wanted = self.words.weekdays[groups["day"].lower()]
        back = (base.weekday() - wanted) % 7
        if ahead or "next" in groups or "next2" in groups:
            day = base + ((wanted - base.weekday()) % 7 or 7) * _DAY
        else:
            day = base - back * _DAY
        return day, day

    def _number(self, text: str) -> int:
        return int(text) if text.isdigit() else self.words.numbers.get(text, 1)

    def _day(
        self, year: str | None, month: int, day: int, published: Published
    ) -> tuple[dt.date | None, dt.date | None] | None:
        base = published.date or published.latest
        if year is None and base is None:
            return None, None
        try:
            if year is not None:
                found = dt.date(int(year), month, day)
            else:
                assert base is not None
                options = [dt.date(base.year + k, month, day) for k in (-1, 0, 1)]
                found = min(options, key=lambda d: abs((d - base).days) + (60 if d > base + 30 * _DAY else 0))
        except ValueError:
            return None
        return found, found

    def _month(self, year: str | None, month: int, published: Published) -> tuple[dt.date | None, dt.date | None]:
        base = published.date
        if year is None and base is None:
            return None, None
        which = int(year) if year else base.year - (month > base.month) if base else 0
        first = dt.date(which, month, 1)
        last = (first + 31 * _DAY).replace(day=1) - _DAY
        return first, min(last, base) if base and last > base >= first else last


def nearest(words: list[TimeWord], at: int) -> Iterator[TimeWord]:
    """Yield time words by their distance from a character of the text."""
    yield from sorted(words, key=lambda w: min(abs(w.span.start - at), abs(w.span.end - at)))


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _any(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, longest first."""
    items = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in items)
