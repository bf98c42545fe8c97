"""Names beside the text, inside other names, by borders and beside words for kinds of places: what a report names."""

from dataclasses import replace

import pytest

from dateline.model import Span
from dateline.understand import Understand
from tests.understand.conftest import article


def meant(told) -> dict[str, str]:
    """Give what a report's names mean, by their words."""
    return {told.words(m.span): m.refers_to.lstrip("@") for m in told.reading.mentions}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("KABUL, Aug. 8, 2021 (Lantern Wire) -", {"KABUL": "?kabul"}),
        ("PRETORIA, South Africa (Lantern Wire) —", {"PRETORIA": "?pretoria", "South Africa": "south-africa"}),
        ("MOSCOW (Lantern Wire)", {"MOSCOW": "?moscow"}),
        ("Rebels wait for the Syrian army outside Homs.", {"Syrian army": "syrian-army"}),
    ],
)
def test_names_in_a_dateline_or_caption_are_mentions(line, names):
    body = "The council met on Friday."
    quiet = article(f"{line} {body}")
    quiet = replace(
        quiet,
        boilerplate=(Span(0, len(line)),),
        sentences=(replace(quiet.sentences[0], span=Span(len(line) + 1, len(quiet.text)), index=0),),
    )
    reading = Understand(theatres=("syria",)).read(quiet)
    found = {quiet.text[m.span.start : m.span.end]: m.refers_to.lstrip("@") for m in reading.mentions if m.aside}
    assert found.items() >= names.items()


@pytest.mark.parametrize(
    ("words", "language", "name", "border"),
    [
        (
            "Smugglers were shot near the Turkish border in Syria on Friday.",
            "en",
            "Turkish border",
            "syria-turkey-border",
        ),
        ("Troops closed the border with Jordan in southern Syria.", "en", "border with Jordan", "jordan-syria-border"),
        (
            "Clashes broke out on the Algerian-Malian border on Friday.",
            "en",
            "Algerian-Malian border",
            "algeria-mali-border",
        ),
        ("Des tirs ont eu lieu à la frontière turque, en Syrie.", "fr", "frontière turque", "syria-turkey-border"),
    ],
)
def test_the_border_of_two_states_is_a_place(read, words, language, name, border):
    assert meant(read(words, language))[name] == border


@pytest.mark.parametrize(
    ("words", "name", "actor"),
    [
        ("US forces raided a farm near Raqqa on Friday.", "US", "united-states"),
        ("UK forces raided a farm near Raqqa on Friday.", "UK", "united-kingdom"),
        ("The Turkey-backed rebels raided a farm near Azaz on Friday.", "Turkey", "turkey"),
    ],
)
def test_a_name_within_anothers_is_a_mention(read, words, name, actor):
    assert meant(read(words))[name] == actor


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("Shells hit the Qasrat neighbourhood on Friday.", "en", "Qasrat"),
        ("Fighters stormed the Verdanol steel plant on Friday.", "en", "Verdanol"),
        ("Des combattants ont pris la prison de Munzaba vendredi.", "fr", "Munzaba"),
    ],
)
def test_a_word_for_a_kind_of_place_makes_a_name_a_place(read, words, language, name):
    assert meant(read(words, language))[name] == f"?{name.lower()}"


def test_a_state_named_in_one_breath_with_a_place_is_one(read):
    told = read("Strikes in northern Syria and Iraq killed dozens on Friday.")
    assert {m.kind for m in told.reading.mentions if told.words(m.span) == "Iraq"} == {"place"}


@pytest.mark.parametrize(
    ("words", "inner", "outer"),
    [
        ("Shells hit Bamkara in the Aleppo province on Friday.", "bamkara", "aleppo-province"),
        ("Shells hit the village of Tokrat near Manbij on Friday.", "tokrat", "manbij"),
        ("Shells hit the Qasrat neighbourhood in Homs on Friday.", "qasrat", "homs"),
    ],
)
def test_what_lies_where_is_noted(read, words, inner, outer):
    entities = {entity.key.lstrip("@?"): entity for entity in read(words).reading.entities}
    assert entities[inner].within.lstrip("@") == outer


def test_places_in_a_row_do_not_lie_in_each_other(read):
    told = read("Shells hit Raqqa, Homs and Hama on Friday.")
    assert not [entity for entity in told.reading.entities if entity.within]
