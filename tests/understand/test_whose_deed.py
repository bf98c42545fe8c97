"""Whose a deed is where its own words leave it out: the clause it stands in, "we", bare numbers, who beat an attack off."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack by the rebels was repelled by the army.",
        "The army repelled an assault by rebels near Taiz.",
        "Rebels were repelled by the army near Hama.",
    ],
)
def test_who_beats_an_attack_off_does_not_lose(read: Reads, sentence: str) -> None:
    assert read(sentence).claim("loss").actors == ("rebels",)


def test_who_beats_an_attack_off_has_not_made_it(read: Reads) -> None:
    made = read("The attack was repelled by the army.").claim("attack")
    assert (made.actors, made.targets) == ((), ("government-forces",))
    assert read("L'attaque a été repoussée par l'armée.", "fr").claim("attack").modality == "asserted"


def test_who_kills_in_the_passive_has_killed(read: Reads) -> None:
    assert read("Twelve civilians were killed by Boko Haram in Maiduguri.").claim("killing").actors == ("boko-haram",)


@pytest.mark.parametrize(
    ("sentence", "type", "actor"),
    [
        ("The rebels took two hills during a week-long offensive.", "offensive", "rebels"),
        ("The ceasefire was violated as Ukrainian forces shelled the town of Avdiivka.", "violation", "ukraine-army"),
        ("The truce collapsed when rebels opened fire on army posts.", "violation", "rebels"),
        ("A guard was shot dead by a Ukrainian sniper near Pisky.", "attack", "ukraine-army"),
        ("An ethnic army overran a garrison near the border.", "capture", "rebels"),
    ],
)
def test_the_clause_a_deed_stands_in_tells_whose_it_was(read: Reads, sentence: str, type: str, actor: str) -> None:
    assert read(sentence).claim(type).actors == (actor,)


def test_who_fights_amid_clashes_fights_in_them(read: Reads) -> None:
    clash = read("The Houthis made advances amid clashes with pro-government troops.").claim("clash")
    assert set(clash.actors) == {"houthis", "pro-government-forces"}


def test_who_only_brokered_a_truce_has_not_broken_it(read: Reads) -> None:
    broken = read("The Russian-brokered ceasefire has fallen apart.").claim("violation")
    assert (broken.actors, broken.mediators) == ((), ("russia",))


def test_we_and_ours_are_those_the_speaker_speaks_for(read: Reads) -> None:
    told = read('"Our troops entered Mekelle," Liya Kassa, a spokesperson for the TPLF, said.')
    assert told.claim("capture").actors == ("tplf",)


def test_a_bare_number_counts_those_told_before(read: Reads) -> None:
    assert read("Three rebels were captured and more than ten were killed.").claim("killing").targets == ("rebels",)
    told = read("Sept rebelles ont été capturés, plus d'une dizaine ont été tués.", "fr")
    assert told.claim("killing").targets == ("rebels",)


@pytest.mark.parametrize(
    ("sentence", "language", "type", "mode"),
    [
        ("The rebels attacked in order to capture the town of Hama.", "en", "capture", "planned"),
        ("Ils se sont réunis en vue de signer un cessez-le-feu.", "fr", "ceasefire", "planned"),
        ("Instead of leaving the town, the rebels attacked the army.", "en", "withdrawal", "denied"),
        ("All efforts to establish a lasting ceasefire have failed so far.", "en", "ceasefire", "denied"),
    ],
)
def test_what_is_aimed_at_or_failed_is_not_told_as_done(
    read: Reads, sentence: str, language: str, type: str, mode: str
) -> None:
    assert read(sentence, language).claim(type).modality == mode
