"""A report comes back to its town from places that it names in passing."""

import pytest

from tests.understand.conftest import Reads

TOWN = "Rebels attacked Kidal in Mali on Monday. Two soldiers were killed in Kidal, and houses burned. "


@pytest.mark.parametrize(
    "passing",
    [
        "A column had left Gao a day earlier. Planes bombed the rebels at night.",
        "Refugees arrived in Bamako. Planes bombed the rebels at night.",
    ],
)
def test_what_follows_a_place_named_in_passing_is_of_the_town(read: Reads, passing: str) -> None:
    assert read(TOWN + passing).claim("airstrike").places == ("@?kidal",)


def test_what_a_sentence_places_itself_stays_there(read: Reads) -> None:
    assert read(TOWN + "Planes bombed the rebels in Gao at night.").claim("airstrike").places == ("@?gao",)


def test_a_report_on_two_towns_stays_where_it_went(read: Reads) -> None:
    text = "Rebels attacked Kidal in Mali on Monday. They entered Gao on Tuesday. Planes bombed the rebels at night."
    assert read(text).claim("airstrike").places == ("@?gao",)
