"""Who "is engaged in" fighting or a campaign does it, and is not its target."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "who"),
    [
        ("Turkey is engaged in a military operation against the YPG in Afrin.", "offensive", "turkey"),
        (
            "Ethiopia, which has been engaged in a campaign in Somalia since 2011, sent more troops.",
            "offensive",
            "ethiopia",
        ),
        ("Chad was engaged in fighting with Boko Haram near Bosso.", "clash", "chad"),
    ],
)
def test_who_is_engaged_acts(read: Reads, text: str, types: str, who: str) -> None:
    claim = read(text).claim(types)
    assert who in claim.actors
    assert who not in claim.targets


def test_who_engages_others_hits_them(read: Reads) -> None:
    assert read("Troops engaged the rebels near Taiz.").claim("clash").targets == ("rebels",)


def test_engaged_in_talks_is_no_fight(read: Reads) -> None:
    read("Ghana is engaged in talks with Togo.").claim("negotiation")
