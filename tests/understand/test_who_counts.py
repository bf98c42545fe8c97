"""Who is cited by what they reckon, by their office before their name, or by a noun that only one who spoke before bears."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        (
            "Human Rights Watch put the toll of the bombing at 41 dead.",
            "bombing|airstrike|attack",
            "hrw",
        ),
        ("The war has cost 3,000 lives, by the UN's count.", "killing", "un"),
        (
            "Rebels fled the town of Morek on Friday, said the spokesman for the Operations Room, Colonel Karim Saadi.",
            "withdrawal",
            "?person:karim saadi",
        ),
        (
            "The post has been shelled since Friday, when the gunmen fled to the hills, Karim Saadi said.",
            "withdrawal",
            "?person:karim saadi",
        ),
        ("The Houthis threatened to kill the hostages.", "killing", "houthis"),
        (
            "The Russian Defence Ministry said troops seized Morek. President Vladimir Putin said that this was a feat. "
            "The ministry said rebels fled the town.",
            "withdrawal",
            "russia-defence-ministry",
        ),
    ],
)
def test_who_is_cited(read, text, types, speaker):
    assert read(text).speakers(types) == [speaker]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army put its soldiers at the gate after the raid on Saqba.", "airstrike|attack|offensive"),
        ("Rebels fled the town of Morek on Friday, by the old road.", "withdrawal"),
    ],
)
def test_nobody_is_cited(read, text, types):
    assert read(text).speakers(types) == []
