"""Names in reports of many wars: governments or lands, units, speakers, accounts, missions, and names shown to be places."""

import pytest

from dateline.resolve import Resolve
from dateline.theatres import load_theatre


def meant(told) -> dict[str, str]:
    """Give what a report's names mean, by their words."""
    return {told.words(m.span): m.refers_to.lstrip("@") for m in told.reading.mentions}


def kinds(told, name: str) -> set[str]:
    """Give as what a name is read: actor, place or both."""
    return {m.kind for m in told.reading.mentions if told.words(m.span) == name}


@pytest.mark.parametrize(
    ("words", "language", "name", "kind"),
    [
        ("The Khartoum government rejected the offer on Friday.", "en", "Khartoum", "actor"),
        ("The Khartoum market was shelled on Friday.", "en", "Khartoum", "place"),
        ("Ministers met envoys from Tbilisi on Friday.", "en", "Tbilisi", "actor"),
        ("Refugees from Tbilisi arrived on Friday.", "en", "Tbilisi", "place"),
        ("Relations between Nairobi and Kampala soured on Friday.", "en", "Kampala", "actor"),
        ("The road between Nairobi and Kampala was cut on Friday.", "en", "Kampala", "place"),
        ("Des villages tenus par les milices loyales à Khartoum ont été pris.", "fr", "Khartoum", "actor"),
        ("Des obus sont tombés à Khartoum vendredi.", "fr", "Khartoum", "place"),
        ("Une trêve signée vendredi entre Asmara et Addis-Abeba a tenu.", "fr", "Asmara", "actor"),
        ("Un vol entre Asmara et Addis-Abeba a repris vendredi.", "fr", "Asmara", "place"),
        ("L'ambassade du Tchad a été attaquée vendredi.", "fr", "Tchad", "actor"),
        ("Des combats ont éclaté dans le nord du Tchad vendredi.", "fr", "Tchad", "place"),
        ("Rebels hold parts of Chad, the army said on Friday.", "en", "Chad", "place"),
        ("The army shelled towns bordering Chad and Niger on Friday.", "en", "Niger", "place"),
    ],
)
def test_a_government_or_its_land(read, words, language, name, kind):
    assert kinds(read(words, language), name) == {kind}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Abkhazia said that its forces had won on Friday.", "actor"),
        ("The people of Abkhazia fled on Friday.", "place"),
        ("Shells hit villages across Abkhazia on Friday.", "place"),
    ],
)
def test_a_land_that_rules_itself_acts_only_where_it_does_something(read, words, kind):
    told = read(words)
    assert kinds(told, "Abkhazia") <= {kind}


@pytest.mark.parametrize(
    ("words", "language", "name", "place"),
    [
        ("Jets bombed northern Homs on Friday.", "en", "Homs", "homs"),
        ("Shells hit the Damascus suburbs on Friday.", "en", "Damascus", "damascus"),
        ("Fighters are spread between Raqqa and Manbij on Friday.", "en", "Raqqa", "raqqa"),
        ("Clashes broke out 10 km south of Manbij on Friday.", "en", "Manbij", "manbij"),
    ],
)
def test_the_town_by_which_a_place_is_told_is_a_mention(read, words, language, name, place):
    assert meant(read(words, language))[name] == place


def test_a_province_is_named_once(read):
    told = read("Jets bombed Homs province on Friday.")
    assert [m.refers_to for m in told.reading.mentions if m.kind == "place"] == ["@homs-province"]


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("The 7th Mechanised Brigade took the hill on Friday.", "en", "7th Mechanised Brigade"),
        ("Soldiers of 61 Division took the hill on Friday.", "en", "61 Division"),
        ("La 12e division blindée a pris la colline vendredi.", "fr", "12e division blindée"),
    ],
)
def test_a_numbered_unit_is_a_name(read, words, language, name):
    assert meant(read(words, language))[name].startswith("?organisation:")


@pytest.mark.parametrize("words", ["He lost 12 brigade members on Friday.", "Two division commanders fled on Friday."])
def test_counted_men_of_a_unit_are_none(read, words):
    assert not [name for name, key in meant(read(words)).items() if key.startswith("?organisation:")]


@pytest.mark.parametrize(
    ("words", "language", "name", "key"),
    [
        ("Families told QPN on Friday that they had fled.", "en", "QPN", "?organisation:qpn"),
        ("M. Bakoro a refusé vendredi. Paul Bakoro a refusé.", "fr", "Bakoro", "?person:bakoro"),
        ("La Malienne Awa Sidibe tweete. @AwaS : la ville est prise.", "fr", "@AwaS", ""),
        ("Jean Baro écrit. @jbaro77 : la ville est prise.", "fr", "@jbaro77", "?person:jean baro"),
        ("Jean Baro écrit. @quelquun : la ville est prise.", "fr", "@quelquun", "?person:quelquun"),
        ("The Permanent Strategic Framework (XQP) signed on Friday.", "en", "XQP", "csp-mali"),
    ],
)
def test_speakers_and_accounts_are_names(read, words, language, name, key):
    assert meant(read(words, language))[name].startswith(key)


@pytest.mark.parametrize(
    ("words", "language", "name", "mission"),
    [
        ("Two blue helmets died in Bangui, Central African Republic, on Friday.", "en", "blue helmets", "minusca"),
        ("Un Casque bleu a été tué vendredi à Bamako, au Mali.", "fr", "Casque bleu", "minusma"),
        ("The U.N. mission in Tripoli, Libya, voiced horror on Friday.", "en", "U.N. mission", "unsmil"),
        ("Des soldats de la Monusco ont quitté Goma, en RDC, vendredi.", "fr", "Monusco", "monusco"),
    ],
)
def test_blue_helmets_are_those_of_the_mission_there(read, words, language, name, mission):
    assert meant(read(words, language))[name] == mission


def test_no_mission_is_meant_after_it_left(read):
    told = read("UN peacekeepers died in Freetown, Sierra Leone, on Friday.", published="2024-03-01")
    assert "unamsil" not in meant(told).values()


@pytest.mark.parametrize(
    ("words", "serbs"),
    [
        ("The Serbs shelled Gorazde, and the Bosnian Serbs denied it on Friday.", "vrs-bosnia"),
        ("The Serbs and the Kosovo Albanians signed on Friday.", "serbia"),
    ],
)
def test_a_people_alone_is_the_group_of_it_that_is_named(read, words, serbs):
    assert meant(read(words))["Serbs"] == serbs


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("Shells hit the towns of Tokrat and Bel Munzan on Friday.", "en", "Bel Munzan"),
        ("Des obus ont touché les villages de Tokrat et Munzaba vendredi.", "fr", "Munzaba"),
        ("Fighters cut the Damascus-Kazrin highway on Friday.", "en", "Kazrin"),
        ("Four were killed in Belnouro, the army said on Friday.", "en", "Belnouro"),
        ("They shot everyone inside the Turkish Hospital on Friday.", "en", "Turkish Hospital"),
        ("Aid reached the town of el-Munzan on Friday.", "en", "el-Munzan"),
    ],
)
def test_the_words_around_show_a_place(read, words, language, name):
    assert kinds(read(words, language), name) == {"place"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("He works in the Senate on Friday.", "Senate"),
        ("Leaders of Hamas and Fatah met on Friday.", "Fatah"),
    ],
)
def test_who_is_listed_is_no_place(read, words, name):
    assert "place" not in kinds(read(words), name)


def test_the_town_that_a_report_opens_with_is_beside_its_text(read):
    told = read("BEIRUT A strike killed 18 people in Raqqa on Friday.")
    assert [m.aside for m in told.reading.mentions if told.words(m.span) == "BEIRUT"] == [True]
    assert {place.lstrip("@?") for claim in told.reading.claims for place in claim.places} == {"raqqa"}


def test_a_sea_lies_in_no_one_country(read):
    told = read("Ships left Ukraine's Black Sea port of Odesa, Ukraine, on Friday.")
    places = {place.id for place in Resolve(load_theatre(("syria",)))([told.reading]).places}
    assert "black-sea" in places
