"""Whom a deed harms and at whom a statement is aimed, where the words leave it to the reader."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "language", "type"),
    [
        ("A raid by Saudi jets killed eleven people near Saada.", "en", "airstrike"),
        ("Gunmen abducted six people from a bus near Kaduna.", "en", "abduction"),
        ("Shelling in Kharkiv claimed the lives of nine people.", "en", "shelling"),
        ("A truck bomb killed seven in Mogadishu on Friday.", "en", "bombing"),
        ("Militiamen shot everyone they met in the village of Djugu.", "en", "killing|attack"),
        ("Douze personnes ont été tuées dans une frappe de drone à Kidal.", "fr", "airstrike"),
        ("Le bombardement de Sumy a tué trois personnes.", "fr", "shelling|airstrike"),
        ("Le massacre de Moura n'a pas été oublié.", "fr", "killing"),
    ],
)
def test_people_of_whom_nothing_more_is_told_are_civilians(
    read: Reads, sentence: str, language: str, type: str
) -> None:
    told = read(sentence, language)
    claim = next(claim for claim in told.reading.claims if claim.type in type.split("|"))
    assert claim.targets == ("civilians",)


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The war in Tigray has killed 300,000 people.", ()),
        ("More than 25,000 people have been killed since the spring.", ()),
        ("The airstrike near Gao killed fifteen fighters of JNIM.", ("jnim",)),
    ],
)
def test_a_whole_wars_dead_and_fighters_are_not(read: Reads, sentence: str, targets: tuple[str, ...]) -> None:
    assert all(claim.targets == targets for claim in read(sentence).reading.claims)


@pytest.mark.parametrize(
    ("sentence", "type", "target"),
    [
        ("Activists count civilian deaths in coalition strikes on Hajin.", "airstrike|shelling", "civilians"),
        ("The rebels blew up a truck parked beside a mill, wounding two farmers.", "bombing", "civilians"),
        ("Mortar rounds fell on a residential district of Taiz.", "shelling", "civilians"),
        ("Somali troops brutally repressed a demonstration in Baidoa.", "coercion", "protesters"),
    ],
)
def test_who_is_harmed_stands_beside_the_deed(read: Reads, sentence: str, type: str, target: str) -> None:
    found = [claim for claim in read(sentence).reading.claims if claim.type in type.split("|")]
    assert any(target in claim.targets for claim in found)


@pytest.mark.parametrize(
    ("sentence", "type", "target"),
    [
        ("Norway condemned the Ethiopian army's attacks on Mekelle.", "criticism", "ethiopian-endf"),
        ("The M23 said it had downed a Kenyan army helicopter.", "claim-responsibility", "kenya"),
        ("Al-Shabaab said it had killed 40 Kenyan soldiers.", "claim-responsibility", "kenya-army"),
    ],
)
def test_a_statement_is_aimed_at_whom_its_act_names(read: Reads, sentence: str, type: str, target: str) -> None:
    assert target in read(sentence).claim(type).targets


def test_who_is_accused_of_a_deed_is_said_to_have_done_it(read: Reads) -> None:
    told = read("Amnesty accused the Wagner group of massacres in Moura.")
    assert "wagner-group" in told.claim("killing").actors


@pytest.mark.parametrize(
    ("sentence", "language", "actor"),
    [
        ("Bangassou is itself in the hands of the rebels.", "en", "rebels"),
        ("The airport is back under rebel control.", "en", "rebels"),
        ("Le port vient de tomber aux mains des insurgés.", "fr", "rebels"),
    ],
)
def test_into_whose_hands_a_place_falls_took_it(read: Reads, sentence: str, language: str, actor: str) -> None:
    claim = read(sentence, language).claim("capture")
    assert actor in claim.actors
    assert actor not in claim.targets


@pytest.mark.parametrize(
    ("sentence", "type", "actor"),
    [
        ("A drone belonging to the Houthis hit a tanker off Hodeidah.", "attack|airstrike|shelling", "houthis"),
        ("The Nigerian army killed nine gunmen in an ambush operation near Gwoza.", "attack", "nigeria-army"),
        ("The Somali army beat off an attack by al-Shabaab.", "loss", "al-shabaab"),
    ],
)
def test_whose_a_blow_is(read: Reads, sentence: str, type: str, actor: str) -> None:
    found = [claim for claim in read(sentence).reading.claims if claim.type in type.split("|")]
    assert any(actor in claim.actors for claim in found)


def test_who_beats_an_attack_off_was_attacked(read: Reads) -> None:
    assert read("The Somali army beat off an attack by al-Shabaab.").claim("attack").targets == ("somalia-army",)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The Houthis struck the ship with missiles supplied by Iran.", "en"),
        ("Les Houthis ont repris la colline avec l'appui de l'Iran.", "fr"),
    ],
)
def test_help_is_for_who_acts_with_it(read: Reads, sentence: str, language: str) -> None:
    assert read(sentence, language).claim("support").targets == ("houthis",)


def test_who_a_war_displaces_is_who_flees(read: Reads) -> None:
    fled = read("The fighting has displaced 40,000 villagers.").claim("displacement")
    assert (fled.actors, fled.targets) == (("civilians",), ())
    driven = read("The Janjaweed expelled the villagers from Kabkabiya.").claim("displacement")
    assert driven.targets == ("civilians",)


def test_prisoners_are_what_is_swapped_and_whom_somebody_frees(read: Reads) -> None:
    assert read("Some 200 prisoners will be swapped by Sunday.").claim("prisoner-exchange").targets == ()
    assert read("The Houthis released 40 prisoners.").claim("prisoner-exchange").targets != ()


def test_human_shields_are_held_once(read: Reads) -> None:
    told = read("The rebels still hold dozens of villagers as human shields.")
    assert [claim.type for claim in told.reading.claims] == ["abduction"]
    assert told.roles("abduction") == ({"rebels"}, {"civilians"})


def test_a_bombardment_far_off_in_the_report_is_of_nobody(read: Reads) -> None:
    far = " ".join(f"Traders in the {n} quarter counted their losses." for n in ("old", "new", "eastern", "western"))
    told = read(f"Saudi jets bombed Sanaa on Monday. {far} An air strike hit a bridge in Ibb.", published="2017-03-08")
    assert told.reading.claims[-1].type == "airstrike"
    assert told.reading.claims[-1].actors == ()


@pytest.mark.parametrize(
    ("words", "language", "people"),
    [
        ("Families of Hezbollah fighters were displaced from Qusayr.", "en", "Families"),
        ("The wives of the army's officers were displaced from Qusayr.", "en", "wives"),
        ("Les familles des combattants du Hezbollah ont été déplacées de Qousseir.", "fr", "familles"),
    ],
)
def test_the_families_of_fighters_are_civilians(read, words, language, people):
    told = read(words, language)
    assert {told.words(m.span): m.refers_to for m in told.reading.mentions}[people] == "civilians"
    assert [claim.actors for claim in told.reading.claims if claim.type == "displacement"] in ([("civilians",)], [()])


def test_families_that_go_along_leave_too(read):
    told = read("Some 400 Ahrar al-Sham fighters, along with their families, were evacuated to Idlib.")
    assert [claim.actors for claim in told.reading.claims] == [("ahrar-al-sham", "civilians")]
