"""French in what mode: "si" written "s'", what almost happened, what is counted on, what is not yet done, hearsay."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type", "mode"),
    [
        ("S'ils attaquent Idleb, la Turquie réagira.", "attack", "hypothetical"),
        ("Les rebelles ont failli prendre Homs.", "capture", "denied"),
        ("L'armée compte reprendre Idleb.", "capture", "planned"),
        ("L'armée n'a pas encore repris Homs.", "capture", "denied"),
        ("Selon des informations non vérifiées, le général Bakri aurait été tué à Homs.", "killing", "reported"),
    ],
)
def test_in_what_mode(read: Reads, sentence: str, type: str, mode: str) -> None:
    assert read(sentence, "fr").mode(type) == mode


def test_information_of_nobody_has_no_speaker(read: Reads) -> None:
    """Who stands behind the comma is told of, and does not say it."""
    told = read("Selon des informations non vérifiées, le général Bakri aurait été tué à Homs.", "fr")
    assert told.speakers("killing") == []
    assert read("Selon le quotidien Al-Watan, l'armée a pris Homs.", "fr").speakers("capture") != ["syrian-army"]


def test_who_counts_on_an_act_does_it(read: Reads) -> None:
    """ "L'armée compte reprendre": the army is to retake it."""
    assert read("L'armée compte reprendre Idleb.", "fr").roles("capture")[0] == {"syrian-army"}
    assert read("L'armée n'a pas encore repris Homs.", "fr").roles("capture")[0] == {"syrian-army"}


def test_a_stuff_is_used(read: Reads) -> None:
    """ "Du chlore" is what is used; the state suspected is told by its capital."""
    told = read("Washington soupçonne Damas d'avoir utilisé du chlore à Homs.", "fr")
    assert told.roles("accusation") == ({"united-states"}, {"syrian-government"})
    assert told.roles("chemical-attack")[0] == {"syrian-government"}
    assert told.mode("chemical-attack") == "reported"


def test_a_participle_agrees_with_what_it_is_done_to(read: Reads) -> None:
    """ "Des soldats, qu'ils ont relâchés": the ending says that the clause tells of the soldiers."""
    told = read("Les rebelles avaient enlevé dix casques bleus, qu'ils ont ensuite relâchés.", "fr")
    assert told.roles("prisoner-exchange") == ({"rebels"}, {"un-peacekeeping"})
