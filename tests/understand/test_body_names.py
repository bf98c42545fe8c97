"""Bodies that no theatre lists, whose name tells what they are for; what stands within such a name is part of it."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "language", "name", "within"),
    [
        ("Fighters of the Movement for the Defence of Banadir seized the port.", "en", "Banadir", "Banadir"),
        ("The Popular Front for Free Ituri took Bunia.", "en", "Free Ituri", "Ituri"),
        ("The rebel Congress for Dignity and Justice said it would talk.", "en", "Dignity and Justice", "Congress"),
        ("Le Front populaire pour l'Ituri libre a pris Bunia.", "fr", "Ituri libre", "Ituri"),
        ("Le Mouvement pour la défense du Banadir a pris le port.", "fr", "Banadir", "Banadir"),
    ],
)
def test_a_body_named_for_its_aim_is_one_name(
    read: Reads, sentence: str, language: str, name: str, within: str
) -> None:
    told = read(sentence, language=language)
    named = {told.words(m.span): m.kind for m in told.reading.mentions if m.form == "name"}
    whole = [words for words in named if words.endswith(name)]
    assert [named[words] for words in whole] == ["actor"]
    assert within not in named


@pytest.mark.parametrize(
    ("sentence", "language", "place"),
    [
        ("The Council voted for Syria.", "en", "Syria"),
        ("The Movement for Peace in Bangui said so.", "en", "Bangui"),
        ("The Army for now holds Goma.", "en", "Goma"),
        ("Le Conseil a voté pour la Syrie.", "fr", "Syrie"),
    ],
)
def test_what_is_told_beside_a_body_is_not_its_name(read: Reads, sentence: str, language: str, place: str) -> None:
    told = read(sentence, language=language)
    assert (place, "place") in {(told.words(m.span), m.kind) for m in told.reading.mentions}
