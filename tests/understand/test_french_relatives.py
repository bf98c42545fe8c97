"""French clauses that open with "que", "où" and "ce que", and words that mean something else beside their neighbours."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "actors"),
    [
        ("La base où étaient stationnés des soldats français a été fermée.", "deployment", {"france-army"}),
        ("La ville, que les insurgés disent avoir libérée de l'armée, est calme.", "capture", {"rebels"}),
        (
            "Les soldats, que les rebelles accusent d'avoir tué un enfant, sont partis.",
            "killing",
            {"government-forces"},
        ),
        ("Un officier a imputé dix violations aux rebelles, ce que le M23 dément formellement.", "denial", {"m23"}),
        (
            "Les rebelles ont tué des civils à Beni, dénonce l'administration locale.",
            "accusation",
            {"local-authorities"},
        ),
        ("Des centaines d'hommes armés se sont lancés contre la caserne de Gossi.", "attack", {"rebels"}),
        ("L'armée malienne est entrée dans Kidal sans grande résistance.", "capture", {"fama-mali"}),
        ("Moscou a donné son feu vert à une offensive.", "support", {"russia"}),
    ],
)
def test_who_does_it(read: Reads, text: str, types: str, actors: set[str]) -> None:
    """Who acts stands behind the verb, or is what "que" stands for."""
    assert read(text, "fr").roles(types)[0] == actors


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Des roquettes sont tombées sur un hôtel, siège de l'ONU.", "siege"),
        ("Le ministre a soutenu que les rebelles préparaient une offensive.", "support"),
        ("Un bilan que la mairie conteste tient compte des victimes.", "killing"),
        ("Les assaillants se sont livrés le soir même au pillage de l'hôpital.", "surrender"),
        ("Le texte prévoit le retrait des troupes dans un délai de dix jours.", "ultimatum"),
        ("La ville abrite plus de 50 000 déplacés.", "aid"),
        ("Des milliers d'habitants se sont jetés dans les abris.", "attack"),
        ("Le ministre menace le pays de représailles.", "attack"),
    ],
)
def test_near_words(read: Reads, text: str, unread: str) -> None:
    """The same words beside others tell something else."""
    assert unread not in read(text, "fr").types


def test_only(read: Reads) -> None:
    """ "Ne ... que" tells that it was so, "ne ... pas" that it was not."""
    assert read("L'armée n'a bombardé que la base du M23.", "fr").mode("shelling") == "asserted"
    assert read("L'armée n'a pas bombardé la base du M23.", "fr").mode("shelling") == "denied"


def test_held_since_a_day(read: Reads) -> None:
    """A day between "tenue" and "par" parts nothing."""
    told = read("À Goma même, tenue depuis le 27 janvier par le M23, le calme est revenu.", "fr")
    assert [(one.place, one.holder) for one in told.reading.control] == [("@?goma", "m23")]


def test_the_capital_named(read: Reads) -> None:
    """The capital is the one that the report has named, whatever town came after; a provincial one is not."""
    told = read("Goma est calme. À Kinshasa, des gens ont peur. Les rebelles du M23 ont attaqué la capitale.", "fr")
    assert told.places("offensive|attack") & {"kinshasa", "gn-2314302"}
