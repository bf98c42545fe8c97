"""Whom "both sides", "each side", "the other side" and "the movement" mean in a report."""

import pytest

from tests.understand.conftest import Reads

TALKS = "Ethiopia and Eritrea agreed to a truce on Monday. "
PAIR = {"ethiopia", "eritrea"}


@pytest.mark.parametrize(
    "second",
    [
        "Both sides withdrew from Badme on Tuesday.",
        "The two sides withdrew their troops from Badme.",
        "The warring parties withdrew from Badme.",
        "Each side withdrew from Badme.",
    ],
)
def test_both_sides_are_the_two_named_last(read: Reads, second: str) -> None:
    assert set(read(TALKS + second).claim("withdrawal").actors) == PAIR


@pytest.mark.parametrize("both", ["Les deux camps se sont retirés", "Les belligérants se sont retirés"])
def test_both_sides_in_french(read: Reads, both: str) -> None:
    text = f"L'Éthiopie et l'Érythrée ont conclu une trêve lundi. {both} de Badmé."
    assert set(read(text, "fr").claim("withdrawal").actors) == PAIR


def test_the_other_side_is_the_one_not_named_here(read: Reads) -> None:
    text = TALKS + "Eritrea called on the other side to withdraw from Badme."
    assert read(text).claim("demand").targets == ("ethiopia",)


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia, Eritrea and Sudan met on Monday. Both sides withdrew from Badme.",
        "Shots were fired on Monday. Both sides withdrew from Badme.",
    ],
)
def test_of_three_or_none_nobody_can_tell_who_both_are(read: Reads, text: str) -> None:
    assert read(text).claim("withdrawal").actors == ()


def test_bodies_of_one_state_are_one_side(read: Reads) -> None:
    text = "The Ethiopian army and the Ethiopian government praised the truce with Eritrea. Both sides withdrew from Badme."
    assert "eritrea" in read(text).claim("withdrawal").actors


@pytest.mark.parametrize("word", ["movement", "group"])
def test_the_movement_is_the_armed_group_named_last(read: Reads, word: str) -> None:
    text = f"The Houthis took Marib in Yemen on Monday. The {word} shelled Taiz on Tuesday."
    assert read(text).claim("shelling").actors == ("houthis",)
