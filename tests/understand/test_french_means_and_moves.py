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


@pytest.mark.parametrize(
    ("sentence", "type", "place"),
    [
        ("La prise mardi de l'aéroport de Tabqa inquiète Damas.", "capture", "tabqa-air-base"),
        ("Avec la chute dimanche de la ville de Homs, les rebelles reculent.", "capture", "homs"),
        ("Le bombardement vendredi du quartier de Baba Amr a fait dix morts.", "shelling", "baba-amr"),
    ],
)
def test_a_day_behind_a_deed_only_dates_it(read: Reads, sentence: str, type: str, place: str) -> None:
    """What follows the day is the deed's own."""
    assert read(sentence, "fr").places(type) == {place}


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("L'Union africaine a appelé à une trêve immédiate.", "appeal"),
        ("Le pape appelle au calme.", "appeal"),
        ("Paris appelle la Russie à un cessez-le-feu.", "demand"),
        ("L'avancée fulgurante des rebelles inquiète Damas.", "offensive"),
        ("Ils avançaient en direction de Homs.", "offensive"),
        ("La coalition bombarde par air et par mer deux casernes près de Syrte.", "airstrike"),
    ],
)
def test_to_whom_and_whither(read: Reads, sentence: str, type: str) -> None:
    """Who names nobody when calling for a truce appeals; a verb without another one beside it is the verb."""
    assert type in read(sentence, "fr").types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Entouré de ses gardes, le chef rebelle a parlé à Homs.", "siege"),
        ("Les rebelles trouveront sur leur route les blindés de l'armée.", "discovery"),
        ("Il est impossible d'écarter l'idée que les rebelles reviennent.", "refusal"),
        ("Les rebelles ont refusé le combat à Homs.", "refusal"),
        ("Les avancées des négociations de Genève rassurent l'armée.", "offensive"),
    ],
)
def test_words_with_another_sense(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence, "fr").types
