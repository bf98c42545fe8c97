"""Who stands between the two that make a deal: hosts, helpers, authors, announcers, and the mediators told with another mention."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "mediators"),
    [
        ("Armenia and Azerbaijan accepted a ceasefire drawn up by Turkey.", "ceasefire", {"turkey"}),
        ("Armenia and Azerbaijan accepted a ceasefire that Turkey had proposed.", "ceasefire", {"turkey"}),
        (
            "Ethiopia and Eritrea agreed on a border with the help of Norway and Kenya.",
            "agreement",
            {"norway", "kenya"},
        ),
        (
            "The truce between Chad and Sudan, hosted by Qatar and guaranteed by Egypt, holds.",
            "ceasefire",
            {"qatar", "egypt"},
        ),
        ("Norway announced on Friday that Chad and Sudan had agreed to a ceasefire.", "agreement", {"norway"}),
        (
            "A Saudi-American brokered ceasefire between Chad and Sudan began.",
            "ceasefire",
            {"saudi-arabia", "united-states"},
        ),
    ],
)
def test_who_stands_between_two(read: Reads, text: str, types: str, mediators: set[str]) -> None:
    claim = read(text).claim(types)
    assert set(claim.mediators) == mediators and not mediators & set(claim.actors)


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        (
            "Une trêve entre le Tchad et le Soudan, conclue en mars sous l'égide de l'Union africaine, tient.",
            {"african-union"},
        ),
        ("Le Tchad et le Soudan ont conclu une trêve avec l'aide du Kenya.", {"kenya"}),
        ("La Thaïlande et le Cambodge ont accepté un cessez-le-feu proposé par la Malaisie.", {"malaysia"}),
    ],
)
def test_who_stands_between_two_in_french(read: Reads, text: str, mediators: set[str]) -> None:
    assert set(read(text, "fr").claim("ceasefire").mediators) == mediators


@pytest.mark.parametrize(
    "text",
    [
        "The rebels announced that they had agreed with Sudan on a truce.",
        "Sudan rejected a truce proposed by the rebels.",
        "Chad took the town of Abeche with the help of France.",
    ],
)
def test_a_party_or_an_ally_mediates_nothing(read: Reads, text: str) -> None:
    assert not any(claim.mediators for claim in read(text).reading.claims)


def test_a_later_mention_of_the_deal_has_its_mediators(read: Reads) -> None:
    told = read(
        "Norway brokered a truce between Colombia and the ELN on Friday. Colombia and the ELN will resume talks on Monday."
    )
    assert told.claim("negotiation").mediators == ("norway",)


def test_another_deal_has_mediators_of_its_own(read: Reads) -> None:
    told = read(
        "Norway brokered a truce between Colombia and the ELN on Friday. Israel and Hamas signed an accord on Saturday."
    )
    assert told.claim("agreement").mediators == ()


def test_what_comes_before_is_not_yet_mediated(read: Reads) -> None:
    told = read("Chad and Sudan held talks in May. Chad and Sudan signed an accord brokered by Oman in June.")
    assert told.claim("negotiation").mediators == ()


def test_two_meetings_of_one_sentence_have_their_own(read: Reads) -> None:
    told = read("Talks in Doha mediated by Qatar broke down, and a meeting that Angola wants to host looks distant.")
    assert [claim.mediators for claim in told.reading.claims if claim.type == "negotiation"] == [
        ("qatar",),
        ("angola",),
    ]
