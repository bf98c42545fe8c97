"""French words that hide: pronouns of a verb, words within a name, participles that open a sentence, numbers asked for."""

from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.theatres import load_theatre
from dateline.understand import Understand
from dateline.understand.coding.conditions import Conditions
from dateline.understand.lexicon import Lexicon
from tests.understand.conftest import Reads, article


@pytest.mark.parametrize(
    "sentence",
    [
        "Les insurgés s'en prennent aux observateurs à Marib.",
        "Des hommes armés s'en sont violemment pris à un village du Kivu.",
        "Les miliciens menacent de s'en prendre aux convois de l'ONU.",
        "Un commando s'en était pris à une caserne de Niamey.",
    ],
)
def test_the_pronouns_of_a_verb_are_part_of_it(read: Reads, sentence: str) -> None:
    """ "S'en prendre à" is to attack, in whatever tense."""
    assert "attack" in read(sentence, "fr").types


@pytest.mark.parametrize(
    "sentence",
    [
        "Le président tchadien s'en est pris à l'Union européenne.",
        "Le ministre s'en prend vivement à l'opposition.",
    ],
)
def test_who_holds_an_office_attacks_in_words(read: Reads, sentence: str) -> None:
    """A president who "s'en prend à" somebody criticises."""
    types = read(sentence, "fr").types
    assert "criticism" in types
    assert "attack" not in types


def test_a_verb_with_en_is_not_the_verb_alone(read: Reads) -> None:
    """ "S'en sortir" and "prendre" are other verbs."""
    assert "attack" not in read("La ville s'en est bien sortie.", "fr").types
    assert "attack" not in read("Les soldats ont pris leur poste à Gao.", "fr").types


@pytest.mark.parametrize(
    ("sentence", "accused", "accuser"),
    [
        ("Accusées de pillages par l'ONU, les milices ont pris Bria.", "militias", "un"),
        ("Accusée de tortures, l'armée rwandaise a quitté Goma.", "rwanda-army", ""),
        ("Soupçonnée de crimes de guerre, l'armée éthiopienne s'est retirée de Mekele.", "ethiopian-endf", ""),
    ],
)
def test_whom_the_first_participle_tells_of(read: Reads, sentence: str, accused: str, accuser: str) -> None:
    """The subject is the one accused; who accuses stands before the comma."""
    actors, targets = read(sentence, "fr").roles("accusation")
    assert targets == {accused}
    assert actors == ({accuser} if accuser else set())


def test_who_did_what_the_first_participle_accuses_of(read: Reads) -> None:
    """ "Accusés d'avoir tué": they are said to have killed."""
    read_ = read("Accusés d'avoir tué des paysans, les rebelles ont nié toute implication.", "fr")
    assert read_.roles("killing")[0] == {"rebels"}
    assert read_.mode("killing") == "reported"


@pytest.mark.parametrize(
    ("sentence", "type", "actor"),
    [
        ("Pris en otage par Boko Haram, les quatre enseignants ont été relâchés.", "abduction", "boko-haram"),
        ("Assiégés depuis un mois par l'armée, les rebelles de Homs se sont rendus.", "siege", "syrian-army"),
    ],
)
def test_by_whom_the_first_participle_is_done(read: Reads, sentence: str, type: str, actor: str) -> None:
    """A participle at the head of a sentence is a verb, whatever the model takes it for."""
    assert read(sentence, "fr").roles(type)[0] == {actor}


def _conditions() -> Conditions:
    return Conditions(load_codebook(), Lexicon(load_theatre(("syria",)), "fr"))


def test_capitals_in_a_condition_name_a_class_or_a_word() -> None:
    """ "ONU" is no class of the codebook, so it is the word."""
    (asked,) = _conditions().read([("context", ("ONU", "Tchad", "NUMBER", "WEAPON"))])
    assert {"onu", "tchad", "fusil"} <= asked.forms
    assert asked.pointing == ("NUMBER",)


def test_an_apostrophe_parts_words() -> None:
    """ "D'obus" are two words, looked for in the running text."""
    (asked,) = _conditions().read([("context", ("d'obus", "obus"))])
    assert asked.phrases == ("d'obus",)


OWN = """\
add_to: deployment
triggers:
  fr:
    nouns:
      - words: [corvette]
        if: {self: [NUMBER]}
        frame: {actor: [de], place: [dans]}
        weight: 0.9
      - words: [flottille]
        if: {de: [char]}
        frame: {actor: [de], place: [dans]}
        weight: 0.9
"""


def test_a_condition_may_ask_for_a_number_or_for_a_word_within_a_name(tmp_path: Path) -> None:
    """ "Trois corvettes", not "la corvette"; "chars russes" are "char", though the name is one word of the parse."""
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    stage = Understand(("syria",), codebook=str(tmp_path))

    def types(text: str) -> list[str]:
        return [claim.type for claim in stage.read(article(text, "fr")).claims]

    assert types("Trois corvettes dans le port de Lattaquié.") == ["deployment"]
    assert types("Une dizaine de corvettes dans le port de Lattaquié.") == ["deployment"]
    assert types("La corvette dans le port de Lattaquié.") == []
    assert types("Une flottille de chars russes dans le port de Lattaquié.") == ["deployment"]
