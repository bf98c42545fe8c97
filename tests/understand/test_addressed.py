"""Whom words, help and punishment are for: a state or its capital behind any preposition, or behind what was said of it."""

import pytest

from dateline.theatres import load_theatre
from dateline.understand.lexicon import Lexicon
from dateline.understand.mentions.home import home_of
from dateline.understand.mentions.opening import Opening
from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type", "target"),
    [
        ("Bamako recalled its ambassador from Algiers.", "sanction", "algeria"),
        ("Kenya cut ties with Mogadishu in December.", "sanction", "somalia"),
        ("The bloc threatened Niamey with punitive measures against Niamey.", "sanction", "niger"),
        ("Pretoria turned to Berlin for help with ammunition.", "appeal", "germany"),
        ("Ministers stepped up pressure on Belgrade to hand over the general.", "demand", "serbia"),
        ("The envoy has made a formal request to Ankara for air support.", "appeal", "turkey"),
        ("Turkey openly sided with Baku in the war.", "support", "azerbaijan"),
        ("Erdogan slammed Israel over the raid.", "criticism", "israel"),
        ("Paris lashed out at Azerbaijan over the offensive.", "criticism", "azerbaijan"),
    ],
)
def test_a_state_is_addressed_behind_any_preposition(read: Reads, sentence: str, type: str, target: str) -> None:
    assert read(sentence).claim(type).targets == (target,)


@pytest.mark.parametrize(
    ("sentence", "type", "target"),
    [
        ("Amnesty alleged that Russian soldiers had shot villagers.", "accusation", "russia-army"),
        ("The bishops denounced abuses by the Taliban.", "criticism", "taliban"),
        ("Hezbollah turned down the Israeli offer.", "refusal", "israel"),
        ("The Taliban spurned a truce offer from Kabul.", "refusal", "afghanistan"),
        ("Rwanda renewed its accusations that Uganda is sheltering rebels.", "accusation", "uganda"),
        ("Trump set a deadline for Hamas to accept the plan.", "ultimatum", "hamas"),
    ],
)
def test_who_did_what_is_judged_is_its_target(read: Reads, sentence: str, type: str, target: str) -> None:
    assert target in read(sentence).claim(type).targets


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The last French soldiers left the Central African Republic.", "central-african-republic"),
        ("Chadian peacekeepers will leave Mali within two weeks.", "mali"),
        ("Wagner fighters quit Burkina Faso in June.", "burkina-faso"),
    ],
)
def test_a_state_that_is_left_is_a_place(read: Reads, sentence: str, place: str) -> None:
    assert place in read(sentence).places("withdrawal")


@pytest.mark.parametrize(
    ("sentence", "type", "actor"),
    [
        ("Militiamen intimidated voters in Dili with guns.", "coercion", "militias"),
        ("Russian artillery hit Nikopol four times overnight.", "shelling", "russia-army"),
        ("The Philippine army is in the fifth day of a sweep of the villages.", "offensive", "philippines-army"),
        ("The blockade of Timbuktu declared by JNIM has doubled prices.", "siege", "jnim"),
    ],
)
def test_who_does_it(read: Reads, sentence: str, type: str, actor: str) -> None:
    assert actor in read(sentence).claim(type).actors


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 8,000 people, 3,000 of them fighters, left Aleppo on Thursday.",
        "At least 12 people, five of them soldiers, were killed in Kabul.",
        "Forty hostages, most of them policemen, were freed in Goma.",
    ],
)
def test_a_part_of_those_told_is_not_the_whole(read: Reads, sentence: str) -> None:
    told = {key for claim in read(sentence).reading.claims for key in (*claim.actors, *claim.targets)}
    assert not told & {"rebels", "afghan-national-army", "democratic-republic-of-the-congo-police", "police"}


def test_a_report_is_about_the_land_whose_towns_it_names_again_and_again() -> None:
    text = (
        "GENEVA - Syrian troops killed civilians in eastern Aleppo, the UN said. Damascus denied it. Russia said fighters would leave eastern Aleppo "
        "for Idlib under a deal brokered by Turkey. Russia's envoy said the war in eastern Aleppo was over."
    )
    lexicon = Lexicon(load_theatre(("syria",)), "en")
    assert home_of(Opening(text, lexicon), lexicon) == "syria"


def test_an_outlet_that_no_list_knows_does_nothing_it_reports(read: Reads) -> None:
    told = read("The transfer of fighters out of Aleppo was halted, the Levant State Bulletin reported on Friday.")
    assert not any("bulletin" in key for claim in told.reading.claims for key in (*claim.actors, *claim.targets))
