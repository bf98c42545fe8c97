"""One side of a report under several words, and means that belong to another's deed."""

import pytest

from tests.understand.conftest import Reads

SAHEL = "Jihadists attacked the base at Djibo in Burkina Faso. The {word} killed 12 soldiers. "


@pytest.mark.parametrize("word", ["terrorists", "militants", "extremists"])
def test_terrorists_of_a_report_on_jihadists_are_those(read: Reads, word: str) -> None:
    assert read(SAHEL.format(word=word)).claim("killing").actors == ("jihadists",)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels hold the town of Kidal in Mali. Jihadists attacked it on Sunday. The militants killed 12 soldiers.",
        "Opposition fighters and jihadists fought in Kidal, Mali. The militants killed 12 soldiers.",
    ],
)
def test_where_rebels_are_told_of_too_nobody_can_say_which(read: Reads, text: str) -> None:
    assert read(text).claim("killing").actors == ("rebels",)


@pytest.mark.parametrize("close", ["linked to Islamic State", "partly allied to al-Qaeda, partly to Islamic State"])
def test_whom_others_are_close_to_has_not_done_it(read: Reads, close: str) -> None:
    text = f"Jihadists raided Markoye in Burkina Faso. The jihadists, {close}, killed 40 villagers."
    assert read(text).claim("killing").actors == ("jihadists",)


def test_a_coalition_of_an_earlier_war_is_not_the_one_listed(read: Reads) -> None:
    early = read("The US-led coalition bombed Tripoli in Libya.", published="2011-03-21").claim("shelling")
    assert early.actors == ("allied-forces",)
    late = read("The US-led coalition bombed Raqqa in Syria.", published="2017-06-21").claim("airstrike|shelling")
    assert late.actors == ("anti-is-coalition",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Eleven guerrillas from the camp died in the operation.",
        "The army has killed fifty jihadists during several operations.",
        "Thirty insurgents died in the offensive on Kunduz.",
    ],
)
def test_deaths_in_an_operation_are_told_beside_it(read: Reads, sentence: str) -> None:
    assert read(sentence).claim("killing")


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("On Monday 15 people were killed by Saudi warplanes in Hodeidah.", "airstrike"),
        ("Helicopters attacked the village of Kutum.", "airstrike"),
        ("Two people were killed by a sniper in Pisky.", "attack"),
    ],
)
def test_who_is_killed_by_aircraft_is_killed_from_the_air(read: Reads, sentence: str, type: str) -> None:
    assert read(sentence).claim(type)


def test_who_stops_another_s_offensive_keeps_no_truce(read: Reads) -> None:
    types = [claim.type for claim in read("Armenian troops tried to halt the Azerbaijani offensive.").reading.claims]
    assert "ceasefire" not in types and "offensive" in types
    assert read("Both sides halted their offensive on Friday.").claim("ceasefire")


def test_strikes_that_answer_a_gas_attack_are_none(read: Reads) -> None:
    text = "Syrian forces carried out a gas attack in Khan Sheikhoun. The U.S. strikes hit an airbase on Friday."
    assert [c.type for c in read(text).reading.claims if "united-states" in c.actors] == ["shelling"]


def test_fire_fighting_is_no_fighting(read: Reads) -> None:
    assert not [
        c for c in read("Fire-fighting and rescue operations lasted all night.").reading.claims if c.type == "clash"
    ]
