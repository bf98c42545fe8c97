"""Words of war that sport, markets and politics borrow tell of no violence; the same words, meant, do."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    "sentence",
    [
        "The visitors bombarded the goal for an hour and the goalkeeper saved everything.",
        "Stocks in the cement maker came under attack on the Karachi exchange.",
        "The striker stormed through the defence before half-time.",
        "Hotel bookings are under attack from cheap flights.",
        "A flood of paperwork awaits importers in Mombasa.",
    ],
)
def test_borrowed_words_are_no_violence(read: Reads, sentence: str) -> None:
    assert not set(read(sentence).types) & {
        "shelling",
        "attack",
        "offensive",
        "displacement",
        "natural-disaster",
        "capture",
        "clash",
    }


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("An attack on tourists in Sousse shocked the country.", "attack"),
        ("The attack on the Bardo museum came at noon.", "attack"),
        ("Shelling hit a bread queue in Douma.", "shelling"),
        ("The goal of the offensive is to cut the road to Aleppo.", "offensive"),
        ("A coach with 40 passengers came under attack near Homs.", "attack"),
        ("Gunmen attacked the museum in Tunis and killed 21 tourists.", "attack"),
        ("Shells hit the stadium during a football match in Aleppo.", "shelling"),
        ("A bomb exploded outside a cinema in Kabul.", "bombing"),
        ("Rebels stormed the town while most men were at the football match.", "offensive"),
    ],
)
def test_the_same_words_meant(read: Reads, sentence: str, type: str) -> None:
    assert type in set(read(sentence).types)
