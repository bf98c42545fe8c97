"""Who says that they have done it claims it; who says it of others does not."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Baku said Monday it had fired rockets at Stepanakert.", "azerbaijan"),
        ("The army announced on Sunday that it had neutralised four terrorists.", "government-forces"),
        ("The M23 said it had downed a drone over Masisi.", "m23"),
        ("The rebels said their fighters had ambushed a convoy.", "rebels"),
    ],
)
def test_who_tells_of_their_own_deed_claims_it(read: Reads, sentence: str, actor: str) -> None:
    assert read(sentence).claim("claim-responsibility").actors == (actor,)


@pytest.mark.parametrize(
    "sentence",
    [
        "The army said rebels had killed five soldiers before they fled.",
        "Residents said they had been attacked by the rebels.",
        "The army said it had received the bodies.",
        "The ministry said they had not attacked the hospital.",
        "Reuters reported that it had struck a deal with a publisher.",
    ],
)
def test_who_tells_of_others_deeds_claims_nothing(read: Reads, sentence: str) -> None:
    assert not [c for c in read(sentence).reading.claims if c.type == "claim-responsibility"]
