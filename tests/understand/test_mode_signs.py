"""Words beside a deed that say nobody vouches for it, that it was not done, or that it is still to come."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("An alleged Saudi-led coalition airstrike hit a wedding near Taiz.", "airstrike"),
        ("A presumed Saudi airstrike on a market killed nine people.", "airstrike"),
        ("The blaze apparently stemmed from a rebel attack near the port.", "attack"),
        ("Some forty officers may have been taken prisoner.", "arrest"),
    ],
)
def test_what_nobody_vouches_for_is_reported(read: Reads, sentence: str, type: str) -> None:
    assert read(sentence).mode(type) == "reported"


@pytest.mark.parametrize(
    ("sentence", "language", "type"),
    [
        ("Peace talks are due to open in Doha on 4 May.", "en", "negotiation"),
        ("Kampala announced the sending of two battalions to Goma.", "en", "deployment"),
        ("The announcement of an offensive in the east alarmed the towns.", "en", "offensive"),
        ("He ordered a hunt for the rebels.", "en", "offensive"),
        ("Washington pledged further training for the army.", "en", "support"),
        ("Une manifestation prévue dimanche à Kinshasa inquiète le gouvernement.", "fr", "protest"),
    ],
)
def test_what_is_announced_or_due_is_planned(read: Reads, sentence: str, language: str, type: str) -> None:
    assert read(sentence, language).mode(type) == "planned"


def test_the_day_of_an_announcement_only_opens_what_is_announced(read: Reads) -> None:
    assert read("The army announced a major operation on Monday.").time("offensive").startswith("2018-03-19")
    assert "2018-03-26" not in read("The army announced a major operation on Monday.").time("offensive")


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("No claim of responsibility was made.", "claim-responsibility"),
        ("Schools were not shelled, nor was the hospital bombed.", "shelling"),
    ],
)
def test_what_is_told_not_to_have_been_done_is_denied(read: Reads, sentence: str, type: str) -> None:
    told = read(sentence)
    assert {c.modality.value for c in told.reading.claims if c.type == type} == {"denied"}


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("The army announced a ceasefire.", "ceasefire"),
        ("Rebels launched an offensive on Monday.", "offensive"),
        ("The reported leader of the group was killed in an airstrike.", "airstrike"),
        ("Russian warplanes bombed the suspected depot.", "airstrike"),
    ],
)
def test_what_is_told_as_done_is_asserted(read: Reads, sentence: str, type: str) -> None:
    assert read(sentence).mode(type) == "asserted"
