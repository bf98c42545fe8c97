"""French deeds told by who does them or what they are done to: alliances bomb from the air, envoys come to talk."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("L'Otan a visé un dépôt de carburant près de Syrte.", "airstrike"),
        ("La coalition a bombardé des positions rebelles à Saada.", "airstrike"),
        ("Les habitants ont enterré les victimes d'un raid de l'Otan à Zliten.", "airstrike"),
        ("Un de leurs hélicoptères a été abattu à Alep.", "attack"),
        ("Les rebelles ont abattu deux de ses avions à Alep.", "attack"),
        ("Paris condamne la mort de dix manifestants à Khartoum.", "criticism"),
        ("L'opposition dénonce des massacres commis par l'armée à Homs.", "accusation"),
        ("L'émissaire de l'ONU se rendra mardi à Khartoum.", "negotiation"),
        ("Le médiateur est arrivé hier à Juba.", "negotiation"),
        ("Les insurgés ont participé à l'assaut contre Syrte.", "offensive"),
        ("L'armée a lancé l'assaut final sur la ville de Homs.", "offensive"),
        ("La caserne de Sebha est tombée dimanche.", "capture"),
        ("Plusieurs députés ont annoncé leur ralliement à l'opposition.", "support"),
        ("Le ralliement de dizaines de soldats aux rebelles affaiblit Damas.", "split"),
        ("Les combats ont poussé des milliers d'habitants à l'exode.", "displacement"),
        ("Les habitants partent en courant.", "displacement"),
        ("Des renforts ont été acheminés par bateau à Misrata.", "deployment"),
        ("Kiev revendique avoir frappé un dépôt de munitions à Louhansk.", "claim-responsibility"),
    ],
)
def test_types_of_deeds(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence, "fr").types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Un dépôt d'armes a explosé à Brazzaville.", "disarmament"),
        ("La police a tiré sur des manifestants désarmés à Lomé.", "disarmament"),
        ("Le chef rebelle s'explique dans un entretien accordé à la BBC.", "negotiation"),
        ("Le général a parlé lors d'un point presse au Pentagone.", "demand"),
        ("Le siège local de l'organisation est fermé.", "siege"),
        ("L'émissaire de l'ONU a été tué à Khartoum.", "negotiation"),
    ],
)
def test_types_that_are_not_told(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence, "fr").types


def test_what_is_prepared_is_planned(read: Reads) -> None:
    """Preparations for an assault announce it."""
    assert (
        read("Les préparatifs d'un assaut contre la ville de Homs se poursuivent.", "fr").mode("offensive") == "planned"
    )
