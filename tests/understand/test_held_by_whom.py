"""Who is told not to hold a place, whose army of occupation it is, and places joined or named again."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The outskirts of Tikrit remain outside government control.",
        "Much of Kachin State is beyond the control of the army.",
    ],
)
def test_out_of_control_is_not_held(read, text):
    assert all(held.denied for held in read(text).reading.control)


def test_what_has_not_fallen_is_not_taken(read):
    assert not [held for held in read("Goma had not fallen into rebel hands.").reading.control if not held.denied]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The city of Mosul was freed by Iraqi troops.", "iraq-army"),
        ("Bakhmut itself, held since the end of May by the Wagner Group, was shelled.", "wagner-group"),
    ],
)
def test_held_or_freed(read, text, holder):
    assert holder in {held.holder for held in read(text).reading.control}


def test_freed_people_make_no_holder(read):
    assert not read("The army freed 40 hostages in Baga.").reading.control


def test_a_plural_speaks_of_both_towns(read):
    told = read("Les habitants ont fui vers Tikrit et Baïji, tenues par les rebelles.", "fr")
    assert len({held.place for held in told.reading.control}) == 2


def test_a_town_named_again_in_french(read):
    told = read("À Mossoul même, tenue depuis le 10 juin par les rebelles, l'eau manque.", "fr")
    assert [held.holder for held in told.reading.control] == ["rebels"]


def test_only_the_towns_in_one_breath_are_held(read):
    told = read("Les habitants ont fui vers Kirkouk et les villages de Tikrit et Baïji, tenus par les rebelles.", "fr")
    assert len({held.place for held in told.reading.control}) == 2
