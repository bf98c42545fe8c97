"""A year that says which of many is meant dates that one alone."""

import datetime as dt

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("The 1995 massacre in Srebrenica shocked the world.", "killing", 1995),
        ("Its forces were behind the 2012 attack on Houla.", "attack", 2012),
        ("The 2003 invasion of Iraq began at dawn.", "offensive", 2003),
    ],
)
def test_a_year_before_a_noun_dates_it(read: Reads, text: str, kind: str, year: int) -> None:
    time = read(text).claim(kind).time
    assert (time.earliest, time.latest) == (dt.date(year, 1, 1), dt.date(year, 12, 31))


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("The government broke the 2013 agreement.", "violation", "en"),
        ("The army raided the market of the 2011 revolt.", "attack", "en"),
        ("L'armée a violé l'accord de 2015.", "violation", "fr"),
    ],
)
def test_what_is_done_to_a_thing_of_a_year_is_not_of_that_year(
    read: Reads, text: str, kind: str, language: str
) -> None:
    time = read(text, language).claim(kind).time
    assert time.latest is None or time.latest.year not in (2011, 2013, 2015)
