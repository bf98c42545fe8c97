"""When: time words of a sentence into intervals of days, read against the publication date.

A weekday is the last one on or before the publication, the next one after "until" or beside a future; a day without a
year is the one nearest to the publication; words that hang on an unknown publication date stay `relative`.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.codebook.words import TimeWords
from dateline.model import Interval, Published, Span
from dateline.understand.days.date_patterns import any_of, bound, calendar, relative
from dateline.understand.parse.words import words_in

__all__ = ["Dates", "TimeWord", "day_told"]

_WORD = re.compile(r"\w+")
_DIGIT, _YEAR_TOLD = re.compile(r"\d"), re.compile(r"(?:19|20)\d\d")
_TWO_YEARS = re.compile(r"(?:19|20)\d\d\b.*(?:19|20)\d\d", re.DOTALL)
_DIGITS = {
    **dict.fromkeys(("dom", "dmy", "mdy", "days_range", "days_between"), _DIGIT),
    **dict.fromkeys(("iso", "year", "my"), _YEAR_TOLD),
    "years_range": _TWO_YEARS,
}
_WORDLESS = frozenset({"iso", "years_range", "year", "dom"})  # kinds that are told by digits alone
_WITH_UNIT = frozenset({"ago", "il_y_a", "past", "past_fr", "last", "next", "this", "lasting", "work"})
# "For three days" lasts until the day of writing where the verb is a perfect; "in three days of fighting" always does.
# One of its own clause: "has stopped work; food for three days", "has agreed to halt fire for three days" have lasted no time.
_PERFECT = re.compile(
    r"\b(?:has|have|'ve|depuis|voilà|cela fait)\b(?![^;]*;)(?!.*\bto (?!the\b|an?\b)[a-z]+ )", re.I | re.S
)
_OF = re.compile(r"\s+of\b", re.I)
# "mid-May", "midMay"
_GLUED = ("in", "by", "until", "en", "since", "depuis", "early", "late", "mid", "last", "this", "de", "of")
_FIRST = ("first time", "première fois", "first", "une première")
_PLURAL = frozenset("days weeks jours semaines".split())
_SOME = 4  # as "a few" has it in times.yaml
_VAGUE = frozenset({"a few", "several", "quelques", "plusieurs"})
_FROM_NOW = frozenset({"ago", "il y a"})  # the others count from the day told last
_DAY = dt.timedelta(days=1)
_AHEAD = 4  # months within which "by" a month is more likely the next one
_MONTH, _YEAR = 30, 365  # days of the units as times.yaml has them


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time expression: where it stands, what interval it means and whether it only bounds one end."""

    span: Span
    interval: Interval
    weekday: bool = False
    said: bool = False  # it dates the saying, not what is said
    work: bool = False  # "seven days of", "of seven days": it dates the noun beside these words alone
    whole: Interval | None = None  # of "since May" and "until May": all of May


def day_told(word: TimeWord) -> dt.date | None:
    """Return the one day that a time expression tells, None where it tells more or less."""
    interval = word.interval
    return interval.latest if interval.basis == "text" and interval.earliest == interval.latest else None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of time expressions, and what a sentence must have for it to match: one word of each group, and digits.

    Most sentences have none of them, and a pattern of hundreds of words takes long to find that out.
    """

    kind: str
    pattern: re.Pattern[str]
    anchors: tuple[frozenset[str], ...]
    digits: re.Pattern[str] | None
    whole: tuple[frozenset[str], ...] = ()  # of which it needs one with all its words

    @classmethod
    def of(cls, kind: str, pattern: re.Pattern[str], words: TimeWords) -> "_Pattern":
        """Return a pattern of a kind with what it needs."""
        if kind in _WORDLESS:
            return cls(kind, pattern, (), _DIGITS[kind])
        units = {*words.units, "week", "month", "year"}
        listed = {"days": {*words.spans, *words.days}, "weekday": words.weekdays, "nights": words.weekdays}
        listed["season"] = words.seasons
        asked: Iterable[str] = listed.get(kind, units if kind in _WITH_UNIT else words.months)
        beside = dict.fromkeys(("past", "past_fr", "last"), words.past)
        beside |= {"ago": words.ago, "next": words.next, "this": words.this, "lasting": words.lasting}
        groups = (asked, beside[kind]) if kind in beside else (asked,)
        whole = tuple(frozenset(_WORD.findall(item.lower())) for item in asked) if kind == "days" else ()
        return cls(kind, pattern, tuple(map(_anchors, groups)), _DIGITS.get(kind), whole)


def _digits_in(text: str) -> set[re.Pattern[str]]:
    """Return which of the patterns of digits a sentence has."""
    found: set[re.Pattern[str]] = set()
    for needed in (_DIGIT, _YEAR_TOLD, _TWO_YEARS):  # each has the one before in it
        if needed.search(text) is None:
            break
        found.add(needed)
    return found


def _anchors(words: Iterable[str]) -> frozenset[str]:
    """Return how one of these words may stand in a text, in lower case; of several words the longest, which is the rarest."""
    ends = {max(found, key=len) for item in words if (found := _WORD.findall(item.lower()))}
    return frozenset(ends | {word + "s" for word in ends} | {glued + word for word in ends for glued in _GLUED})


class Dates:
    """Finds the time expressions of one language."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        self.bound = bound(words)
        # Of days alone: "two weeks earlier" is too vague to count on.
        units = [unit for unit, days in words.units.items() if days == 1]
        back = any_of(word for word in words.ago if word not in _FROM_NOW)
        number = any_of(words.numbers.keys() - _VAGUE)
        self.before = re.compile(rf"(?P<n>\d+|{number})\s+(?P<unit>{any_of(units)})\s+(?:{back})")
        self.patterns = [_Pattern.of(kind, pattern, words) for kind, pattern in (*calendar(words), *relative(words))]
        self.anchors = frozenset(word for one in self.patterns for group in one.anchors for word in group)
        self.wordless = {n for n, one in enumerate(self.patterns) if not one.anchors}
        self.anchored = {  # by a word, the numbers of the patterns that it is an anchor of
            word: [n for n, one in enumerate(self.patterns) if one.anchors and word in one.anchors[0]]
            for word in self.anchors
        }

    def find(self, text: str, offset: int, published: Published, told: dt.date | None = None) -> list[TimeWord]:
        """Return the time expressions of a sentence's text that begins at `offset` of the article.

        `told` is the day that the report told last: "the day before" counts from it.
        """
        taken: list[Span] = []
        out: list[TimeWord] = []
        words = words_in(text)
        here, digits = self.anchors & words, _digits_in(text)
        likely = {n for word in here for n in self.anchored[word]}
        for n in sorted(likely | self.wordless if digits else likely):
            one = self.patterns[n]
            if (one.digits and one.digits not in digits) or any(group.isdisjoint(here) for group in one.anchors[1:]):
                continue
            if one.whole and not any(expression <= words for expression in one.whole):
                continue
            for match in one.pattern.finditer(text):
                span = Span(match.start() + offset, match.end() + offset)
                if any(span.overlaps(other) for other in taken):
                    continue
                if one.kind == "lasting" and not (_PERFECT.search(text[: match.end()]) or _OF.match(text, match.end())):
                    continue
                read = self._read(one.kind, match, text, published)
                if read is not None:
                    taken.append(span)
                    out.append(TimeWord(span, read[0], one.kind == "weekday", work=one.kind == "work", whole=read[1]))
        return self._from_told(sorted(out, key=lambda word: word.span), text, offset, told)

    def _from_told(self, words: list[TimeWord], text: str, offset: int, told: dt.date | None) -> list[TimeWord]:
        """Count "the day before" from the day told last, where one was."""
        out = []
        for word in words:
            low = text[word.span.start - offset : word.span.end - offset].lower().replace("’", "'")
            shift = self._shift(low)
            if shift is not None and told is not None:
                day = told + shift * _DAY
                word = replace(word, interval=Interval(day, day, word.interval.basis))
            told = day_told(word) or told
            out.append(word)
        return out

    def _shift(self, low: str) -> int | None:
        """Return how many days from the day told last an expression lies: "the day before", "two days earlier"."""
        counted = self.before.fullmatch(low)
        if counted:
            return -self._number(counted["n"]) * self.words.units[counted["unit"]]
        return self.words.from_told.get(low)

    def _read(
        self, kind: str, match: re.Match[str], text: str, published: Published
    ) -> tuple[Interval, Interval | None] | None:
        """Return the interval of one expression, bounded by a "since" or "until" before it, and the unbounded one."""
        before = text[max(0, match.start() - 24) : match.start()]
        bound = self.bound.search(before)
        inner = match.group().lower()
        since = bool(bound and bound["since"]) or inner.startswith(("since", "depuis", "dès"))
        until = bool(bound and bound["until"]) or inner.startswith(("until", "by ", "jusqu"))
        if since and before.lower().rstrip().removesuffix("since").removesuffix("depuis").rstrip().endswith(_FIRST):
            return None  # "for the first time since 2016": that is when it last happened
        ends = self._ends(kind, match, published, ahead=until)
        if ends is None:
            return None
        first, last = ends
        if first is None:
            return Interval(None, None, "relative"), None
        whole = Interval(first, last, "text")
        if since and not (before.lower().rstrip().endswith("from") and kind != "year"):
            return Interval(first, None, "text"), whole
        return (Interval(None, last, "text"), whole) if until else (whole, None)

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
        if kind == "days_between":
            months = (self.words.months[groups[name].lower()] for name in ("month", "month2"))
            ends = [
                self._day(groups.get("y"), m, int(groups[d]), published)
                for m, d in zip(months, ("d", "d2"), strict=True)
            ]
            return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
        if kind == "years_range":
            return dt.date(int(groups["y"]), 1, 1), dt.date(int(groups["y2"]), 12, 31)
        if kind in ("my", "month"):
            whole = self._month(groups.get("y"), self.words.months[groups["month"].lower()], published, ahead)
            return self._part(groups.get("part", ""), whole)
        if kind == "year":
            year = int(groups["y"])
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        base = published.date
        if kind == "season" and (base or "y" in groups):
            return self._season(groups, base)
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
        if kind == "dom":
            return self._day_of_month(int(groups["d"]), base)
        unit = self.words.units.get((groups.get("unit") or groups.get("unit2", "")).lower(), 1)
        number = self._number(groups.get("n", "1").strip().lower())
        if kind == "work":
            # "Weeks of raids" are some; "the day of rage" and "months of raids" are no length one can tell.
            if "n" not in groups:
                number = _SOME if groups["unit"].lower() in _PLURAL else 0
            return (base - number * unit * _DAY, base) if number else None
        if kind == "this":
            return self._this(unit, base)
        if kind == "lasting":
            return base - max(1, number * unit) * _DAY, base
        if kind in ("ago", "il_y_a"):
            middle = base - number * unit * _DAY
            vague = groups["n"].lower() in _VAGUE
            rough = unit // 10 if unit > _YEAR else unit // 4 if number < 10 else unit // 2
            slack = (number * unit // 2 if vague else rough) * _DAY
            return middle - slack, min(middle + slack, base)
        if kind in ("past", "past_fr"):
            return base - max(1, number * unit) * _DAY, base
        if kind == "last" and unit >= _MONTH:
            end = base.replace(day=1) - _DAY if unit < _YEAR else dt.date(base.year - 1, 12, 31)
            return end.replace(day=1, month=1 if unit >= _YEAR else end.month), end
        if kind == "last":
            return base - 2 * unit * _DAY + _DAY, base - _DAY
        return base, base + 2 * max(unit, 1) * _DAY

    def _day_of_month(self, day: int, base: dt.date) -> tuple[dt.date, dt.date] | None:
        """ "On the 12th": the last one there was."""
        start = base.replace(day=1) if day <= base.day else (base.replace(day=1) - _DAY).replace(day=1)
        found = start + (day - 1) * _DAY
        return (found, found) if found.month == start.month else None

    def _this(self, unit: int, base: dt.date) -> tuple[dt.date, dt.date]:
        """ "This month", "earlier this week": from its first day to the day of writing."""
        if unit >= _MONTH:
            return base.replace(day=1, month=1 if unit >= _YEAR else base.month), base
        return base - base.weekday() * _DAY, base

    def _season(self, groups: dict[str, str], base: dt.date | None) -> tuple[dt.date, dt.date] | None:
        """Return the season of a year, else the last one that has begun; "last summer" is one that is over."""
        m, d, m2, d2 = self.words.seasons[groups["season"].lower()]
        years = [int(groups["y"])] if "y" in groups else [base.year - 1, base.year] if base else []
        spans = [(dt.date(y, m, d), dt.date(y + (m2 < m), m2, d2)) for y in years]
        begun = [(first, last) for first, last in spans if base is None or first <= base]
        return begun[-1] if begun else None

    def _part(self, part: str, whole: tuple[dt.date | None, dt.date | None]) -> tuple[dt.date | None, dt.date | None]:
        """Return the days of "early", "mid" or "late" in a month."""
        first, last = whole
        days = self.words.parts.get(re.sub(r"\s+", " ", part.lower()))
        if first is None or last is None or days is None:
            return whole
        end = (first + 31 * _DAY).replace(day=1)
        start, stop = (first + (n - 1) * _DAY if n > 0 else end + n * _DAY for n in days)
        return start, stop

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

    def _month(
        self, year: str | None, month: int, published: Published, ahead: bool
    ) -> tuple[dt.date | None, dt.date | None]:
        base = published.date
        if year is None and base is None:
            return None, None
        which = int(year) if year else base.year - (month > base.month) if base else 0
        if ahead and base and not year and 0 < (month - base.month) % 12 <= _AHEAD:
            which = base.year + (month < base.month)  # "by mid-January", told in December
        first = dt.date(which, month, 1)
        last = (first + 31 * _DAY).replace(day=1) - _DAY
        return first, min(last, base) if base and last > base >= first else last
