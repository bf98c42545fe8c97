"""Patterns of time expressions in one language: days and months of the calendar, and days told from the day of writing."""

import re
from collections.abc import Iterable

from dateline.codebook.words import TimeWords

__all__ = ["any_of", "bound", "calendar", "relative"]

Pattern = tuple[str, re.Pattern[str]]

_AFTER = "after|amid|following|despite|après|malgré"  # "after weeks of raids", but "the early days of the raids"
_YEAR = r"(?P<y>(?:19|20)\d\d)"


def bound(words: TimeWords) -> re.Pattern[str]:
    """Return the pattern of "since" and "until" right before a time expression."""
    return re.compile(
        rf"(?:\b(?P<since>{any_of(words.since)})|\b(?P<until>{any_of(words.until)}))"
        r"\s+(?:le\s+|the\s+|au\s+|early\s+|late\s+|mid-|end of\s+)?$",
        re.I,
    )


def calendar(words: TimeWords) -> list[Pattern]:
    """Return the patterns of dates, ranges of dates, months and years, those that take in others first."""
    months, days, year = any_of(words.months), any_of(words.weekdays), _YEAR
    part = _part(words)
    return [
        (
            "days_between",
            _re(
                rf"\b(?P<month>{months})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:to|and|until)\s+"
                rf"(?P<month2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year})?\b"
            ),
        ),
        (
            "days_between",
            _re(
                rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<month>{months})\s+(?:to|and|until|au|et)\s+(?:le\s+)?"
                rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?P<month2>{months})\b(?:,?\s+{year})?\b"
            ),
        ),
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
            _re(rf"\b(?:night|nuit|overnight)\b[^.]{{0,12}}?\b(?P<day>{days})\s+(?:to|à|au|into)\s+(?P<day2>{days})\b"),
        ),
        ("iso", re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")),
        (
            "dmy",
            _re(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+of)?\s+(?P<month>{months})\.?,?(?:\s+{year})?\b"),
        ),
        ("mdy", _re(rf"\b(?P<month>{months})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{year})?\b")),
        ("my", _re(rf"\b(?:{part}[\s-]*)?(?P<month>{months})\.?,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b")),
    ]


def _season(words: TimeWords, past: str, year: str) -> Pattern:
    """Return the pattern of "last spring", "in the autumn of 2016", "l'hiver dernier"."""
    seasons, this = any_of(words.seasons), any_of(words.this)
    return (
        "season",
        _re(
            rf"\b(?:{past}\s+|(?:in|during|{this}|en|au|à)\s+(?:the\s+|l')?|l'|le\s+)(?P<season>{seasons})"
            rf"(?:\s+(?P<back>{past}))?(?:\s+(?:of\s+|de\s+)?{year})?\b"
        ),
    )


def relative(words: TimeWords) -> list[Pattern]:
    """Return the patterns of "yesterday", "two weeks ago", weekdays, and of a month or year without a day."""
    months, days, year = any_of(words.months), any_of(words.weekdays), _YEAR
    number = rf"(?:\d{{1,3}}|{any_of(words.numbers)})"
    units, part = any_of(words.units), _part(words)
    this = any_of(words.this)
    past, ahead = f"(?:{any_of(words.past)})", f"(?:{any_of(words.next)})"
    return [
        _season(words, past, year),
        ("this", _re(rf"\b(?:{this})\s+(?P<unit>week|month|year|semaine|mois|année)(?:-ci)?\b")),
        *_lengths(words, number),
        ("dom", _re(r"\bon\s+the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[A-Z]\w+ (?:brigade|division|front))")),
        ("ago", _re(rf"\b(?P<n>{number})\s+(?P<unit>{units})\s+(?:{any_of(words.ago)})\b")),
        ("il_y_a", _re(rf"\b(?:il y a)\s+(?P<n>{number})\s+(?P<unit>{units})\b")),
        ("days", _re(rf"\b(?P<word>{any_of(words.spans)}|{any_of(words.days)})\b")),
        ("past", _re(rf"\b(?:the|ces|les|au cours des|la|le)\s+{past}\s+(?P<n>{number}\s+)?(?P<unit>{units})\b")),
        ("last", _re(rf"\b(?:la\s+|le\s+|l')(?P<unit>semaine|mois|an|année)\s+{past}\b")),
        ("past_fr", _re(rf"\b(?P<n>{number}\s+)?(?P<unit>{units})\s+(?:{any_of(words.past)})\b")),
        ("last", _re(rf"\b{past}\s+(?P<unit>week|month|year)\b")),
        ("next", _re(rf"\b(?:{ahead}\s+(?P<unit>{units})|(?P<unit2>{units})\s+{ahead})\b")),
        (
            "weekday",
            _re(
                rf"\b(?:(?P<past>{past})\s+|(?P<next>{ahead})\s+)?(?P<day>{days})s?"
                rf"(?:\s+(?P<past2>{past})|\s+(?P<next2>{ahead}))?\b"
            ),
        ),
        ("month", _re(rf"\b{part}[\s-]*(?P<month>{months})\b(?!\s*\d)")),
        (
            "month",
            _re(
                rf"\b(?:in|by|until|en|d'ici|since|depuis|du mois de|au mois de|last|this|de|of)\s*(?:{part}[\s-]*)?"
                rf"(?P<month>{months})\b(?!\s*\d)"
            ),
        ),
        (
            "year",
            _re(
                r"(?<!plus )(?<!près )(?<!moins )"  # "près de 2000 détenus"
                r"\b(?:(?:in|en|since|depuis|of|de|from|dès|by|until|jusqu'en|during|early|late)\s+)"
                rf"{year}\b(?!\s*(?:people|personnes|%))"
            ),
        ),
        # "the 1994 genocide"
        ("year", _re(rf"(?<=\bthe )(?:(?:early|late|mid)[- ])?{year}(?=\s+(?!people\b|persons\b)[a-z])")),
    ]


def _lengths(words: TimeWords, number: str) -> list[Pattern]:
    """Return the patterns of how long something went on: "for two weeks", "weeks of raids", "a siege of six weeks"."""
    units, lasting = any_of(words.units), any_of(words.lasting)
    return [
        (
            "lasting",
            _re(
                rf"\b(?:{lasting})\s+(?:the\s+|more than\s+|over\s+|almost\s+|nearly\s+|plus de\s+|près de\s+)?"
                rf"(?P<n>{number})\s+(?P<unit>{units})\b"
            ),
        ),
        (
            "work",
            _re(
                rf"\b(?:(?P<n>{number})\s+(?:straight\s+|consecutive\s+)?|(?:{_AFTER})\s+)(?P<unit>{units})\s+"
                r"(?:(?:of|de)\s+|d['’])(?=\w)"
            ),
        ),
        # "a siege of nearly four weeks", "a 14-month campaign": of the noun beside it, as "six weeks of siege"
        (
            "work",
            _re(
                r"\bof\s+(?:almost\s+|nearly\s+|about\s+|around\s+|some\s+|over\s+|more than\s+)?"
                rf"(?P<n>{number})\s+(?P<unit>{units})\b(?!['’]|\s+(?:of|and|{any_of(words.ago)})\b)"
            ),
        ),
        ("work", _re(rf"\b(?P<n>{number})-(?P<unit>{units})(?:-long|-old)?\s+(?=\w)")),
    ]


def _part(words: TimeWords) -> str:
    """Return the pattern of what may stand before a month's name: "early", "mid-", "fin"."""
    return rf"(?P<part>{any_of(words.parts)})"


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, longest first."""
    items = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in items)


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
