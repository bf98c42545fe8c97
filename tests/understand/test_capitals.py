"""A capital in its sentence: the government that acts, whatever hangs it where, or the town where something is."""

import pytest

from tests.understand.conftest import Reads


def _kinds(told) -> dict[str, str]:
    return {told.words(m.span): m.kind for m in told.reading.mentions}


@pytest.mark.parametrize(
    ("sentence", "capital"),
    [
        ("The border raid pushed Tbilisi to recall its envoy.", "Tbilisi"),
        ("The ambush led Bogota to break off the talks.", "Bogota"),
        ("Rebels burned the depot and Addis Ababa has since closed the road.", "Addis Ababa"),
        ("The shelling stopped, but Belgrade never admitted the losses.", "Belgrade"),
        ("Khartoum's ambassador left the room.", "Khartoum"),
        ("The villagers were worn out by Asmara's demands.", "Asmara"),
    ],
)
def test_a_capital_that_is_made_to_act_or_opens_a_clause_of_its_own_is_its_government(
    read: Reads, sentence: str, capital: str
) -> None:
    assert _kinds(read(sentence)).get(capital) == "actor"


@pytest.mark.parametrize(
    ("sentence", "capital"),
    [
        ("Rebels shelled the port and Tripoli was bombed.", "Tripoli"),
        ("The garrison gave up, and Kabul fell a day later.", "Kabul"),
        ("The convoy left Kabul and Kandahar for the border.", "Kabul"),
        ("Nairobi's mayor left the room.", "Nairobi"),
    ],
)
def test_a_capital_that_suffers_or_is_left_is_a_town(read: Reads, sentence: str, capital: str) -> None:
    assert _kinds(read(sentence)).get(capital) == "place"


@pytest.mark.parametrize(
    ("sentence", "capital", "kind"),
    [
        ("Un texte que Belgrade a aussitôt refusé.", "Belgrade", "actor"),
        ("L'armée a rompu la trêve, ce que Kigali nie.", "Kigali", "actor"),
        ("Les blindés déployés par Ankara ont quitté la ville.", "Ankara", "actor"),
        ("Le convoi est passé par Beyrouth.", "Beyrouth", "place"),
        ("Les rebelles tiennent le port et Tripoli a été bombardée.", "Tripoli", "place"),
    ],
)
def test_a_french_capital_acts_or_is_passed_through(read: Reads, sentence: str, capital: str, kind: str) -> None:
    assert _kinds(read(sentence, language="fr")).get(capital) == kind


@pytest.mark.parametrize(
    ("sentence", "army"),
    [
        ("Moscow sent its army into Chechnya.", "russia-army"),
        ("Rwanda sent its soldiers across the lake.", "rwanda-army"),
    ],
)
def test_a_states_own_soldiers_are_its_army(read: Reads, sentence: str, army: str) -> None:
    told = read(sentence)
    assert army in {m.refers_to.lstrip("@") for m in told.reading.mentions}
    assert told.claim("deployment").actors
