"""Truces that come into force: on which day, and what "it" means where a deal was told just before."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The armistice, signed on 2 March and in force since 6 March, was prolonged.", "2018-03-06..2018-03-25"),
        ("A truce concluded on 2 March came into effect on Thursday.", "2018-03-22"),
        ("The generals spoke on Friday, three days after the start of the truce.", "2018-03-20"),
        ("A truce was signed on 2 March, and a force of marines landed on 6 March.", "2018-03-02.."),
    ],
)
def test_a_truce_is_of_the_day_on_which_it_comes_into_force(read: Reads, text: str, day: str) -> None:
    assert read(text).time("ceasefire") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("La trêve, conclue le 2 mars, est entrée en vigueur jeudi.", "2018-03-22"),
        (
            "Ils ont tiré vendredi, quatre jours après l'entrée en vigueur de la trêve conclue à Genève le 2 mars.",
            "2018-03-19",
        ),
    ],
)
def test_its_day_in_french(read: Reads, text: str, day: str) -> None:
    assert read(text, "fr").time("ceasefire") == day


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The armistice is to come into force on Friday.", "planned"),
        ("The armistice came into force on Friday.", "asserted"),
    ],
)
def test_what_is_to_come_into_force_is_planned(read: Reads, text: str, mode: str) -> None:
    assert read(text).claim("ceasefire").modality == mode


@pytest.mark.parametrize(
    ("text", "types", "words"),
    [
        ("Chad and Sudan concluded a truce in May. It took effect on Sunday.", "ceasefire", "took effect"),
        (
            "Chad and Sudan concluded an accord in May. It entered into force on Sunday.",
            "agreement",
            "entered into force",
        ),
        ("Chad concluded a truce in May. Sudan breached it.", "violation", "breached"),
        ("Chad hailed the truce, but it fell apart on Friday.", "violation", "fell apart"),
    ],
)
def test_it_is_the_deal_told_before(read: Reads, text: str, types: str, words: str) -> None:
    told = read(text)
    assert words in [told.words(claim.trigger) for claim in told.reading.claims if claim.type == types]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ils ont signé une trêve samedi. Les rebelles l'ont violée aussitôt.", "violation"),
        ("La trêve a été signée samedi. Une femme a été arrêtée ; les soldats l'ont violée.", "sexual-violence"),
    ],
)
def test_the_pronoun_in_french(read: Reads, text: str, types: str) -> None:
    assert types in read(text, "fr").types


@pytest.mark.parametrize(
    "text",
    [
        "The rebels declared a truce. Sudan crossed a river and breached it.",
        "A truce was declared in May. Rain fell in June. Sudan breached it.",
        "The army stormed the dam. The rebels had breached it.",
    ],
)
def test_it_is_something_else(read: Reads, text: str) -> None:
    assert "violation" not in read(text).types


def test_a_breach_is_no_term_of_the_deal(read: Reads) -> None:
    assert (
        read("Both accepted the truce on 3 March, but it fell apart on 10 March.").claim("violation").modality
        == "asserted"
    )
