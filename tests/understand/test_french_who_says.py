"""French sayings and what is told in them: clauses of a denial, who speaks on, what "faire état de" opens."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type", "teller"),
    [
        ("L'armée turque dément qu'un de ses drones ait été abattu en Irak.", "attack", "turkey-army"),
        ("Le régime dément avoir bombardé le marché de Homs.", "shelling", "syrian-government"),
        ("Moscou nie avoir bombardé un hôpital à Alep.", "airstrike|shelling", "russia"),
    ],
)
def test_what_is_denied_hangs_on_the_denial(read: Reads, sentence: str, type: str, teller: str) -> None:
    """A clause behind "que" and an infinitive of the perfect are told by who denies."""
    told = read(sentence, "fr")
    assert told.mode(type) == "denied"
    assert told.speakers(type) == [teller]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Selon l'Observatoire syrien des droits de l'Homme, des combats ont éclaté à Deraa. "
            "Un civil a été tué à Homs, ajoute l'organisation.",
            "sohr",
        ),
        (
            "Le général Ahmed Bakri a annoncé la prise de la ville de Homs. Dix soldats ont été tués, a précisé l'officier.",
            "?person:ahmed bakri",
        ),
    ],
)
def test_who_spoke_goes_on(read: Reads, text: str, speaker: str) -> None:
    """ "L'organisation", "l'officier" behind a quotation are who spoke before."""
    assert read(text, "fr").speakers("killing") == [speaker]


def test_an_organisation_with_a_name_of_its_own_is_another(read: Reads) -> None:
    """Words that say which organisation it is point at that one."""
    text = "Selon l'Observatoire syrien des droits de l'Homme, le calme règne. Dix civils ont été tués à Idleb, affirme l'organisation Médecins sans frontières."
    assert read(text, "fr").speakers("killing") != ["sohr"]


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("L'ONU fait état de douze morts à Homs.", "killing"),
        ("L'ONU a fait état de combats à Homs.", "clash"),
        ("L'ONU fait état de bombardements à Idleb.", "shelling|airstrike"),
    ],
)
def test_who_reports_speaks(read: Reads, sentence: str, type: str) -> None:
    """ "Faire état de" opens what is told, and kills nobody."""
    told = read(sentence, "fr")
    assert told.speakers(type) == ["un"]
    assert told.roles(type)[0] == set()


def test_what_none_is_told_of_did_not_happen(read: Reads) -> None:
    """ "Aucune perte" denies the loss."""
    assert read("L'armée n'a fait état d'aucune perte à Homs.", "fr").mode("killing") == "denied"


def test_a_participle_of_saying_goes_on_with_its_speaker(read: Reads) -> None:
    """ "A raconté un témoin, précisant que": the witness says both."""
    told = read("La ville est déserte, a raconté un témoin, précisant que des habitants fuient vers Alep.", "fr")
    assert told.speakers("displacement") == ["local-sources"]
