"""Who holds a place where a sentence alone does not tell it: pronouns for places, captures of no doer, handovers, the last ones."""

import re

import pytest


def held(told):
    return {(one.place.lstrip("@?"), one.holder) for one in told.reading.control if not one.denied}


@pytest.mark.parametrize(
    ("text", "language", "place", "holder"),
    [
        ("Families went home to Gwoza after it was recaptured by the Nigerian army.", "en", "gwoza", "nigeria-army"),
        ("Kunduz was attacked on Monday. The Taliban captured it on Wednesday.", "en", "kunduz", "taliban"),
        ("The M23 lost Goma to the army in 2012 but retook it in January.", "en", "goma", "m23"),
        ("The M23 threatened to take Bukavu. It took Goma in January.", "en", "goma", "m23"),
        ("Kidal est tombée lundi. L'armée malienne l'a reprise mardi.", "fr", "kidal", "fama-mali"),
        ("Goma est une grande ville. Les rebelles du M23 la contrôlent depuis janvier.", "fr", "goma", "m23"),
    ],
)
def test_a_pronoun_may_stand_for_a_place(read, text, language, place, holder):
    assert (place, holder) in held(read(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "The army lost a helicopter near Gwoza. Boko Haram fighters captured it.",
        "In Gwoza the army found a tank. Boko Haram had taken it in May.",
        "The general praised the army in Goma. He had led it for years.",
    ],
)
def test_a_pronoun_for_a_thing_stands_for_no_place(read, text):
    assert not held(read(text))


@pytest.mark.parametrize(
    ("text", "language", "holder"),
    [
        ("The Taliban attacked Kunduz at dawn on Monday. By noon Kunduz had fallen.", "en", "taliban"),
        ("Kunduz has fallen, residents said. The Taliban captured Kunduz after a day of fighting.", "en", "taliban"),
        ("Les talibans ont attaqué Kunduz dimanche. Lundi, Kunduz est tombée.", "fr", "taliban"),
    ],
)
def test_a_town_that_fell_is_held_by_who_attacked_it(read, text, language, holder):
    told = read(text, language)
    fell = {one.holder for one in told.reading.control if re.search("fall|tomb", told.words(one.span))}
    assert fell == {holder}


@pytest.mark.parametrize(
    "text",
    [
        "Kunduz had not fallen, the governor said. The Taliban attacked Kunduz at dawn.",
        "Kunduz could fall within days. The Taliban attacked Kunduz on Monday.",
        "A captured truck stood in Kunduz. The Taliban attacked Kunduz on Monday.",
    ],
)
def test_what_has_not_fallen_is_not_held(read, text):
    assert not held(read(text))


def test_the_liberated_town_is_held_by_who_took_it(read):
    told = read("Nigerian soldiers captured Gwoza on Monday. The governor visited the liberated town of Gwoza.")
    assert [told.words(one.span) for one in told.reading.control if one.rule == "told as taken"] == [
        "liberated town of Gwoza"
    ]


@pytest.mark.parametrize(
    ("text", "language", "place", "holder"),
    [
        ("Goma was surrendered to the M23 without a shot.", "en", "goma", "m23"),
        ("The Taliban marched into Kunduz unopposed.", "en", "kunduz", "taliban"),
        ("Les talibans sont entrés dans Kunduz sans combattre.", "fr", "kunduz", "taliban"),
        ("The last Tamil Tigers in Kilinochchi surrendered.", "en", "kilinochchi", "ltte"),
        ("The remaining M23 fighters in Goma are to leave on Monday.", "en", "goma", "m23"),
        ("Commandos entered Kunduz. Some 200 Taliban fighters were still in the centre.", "en", "kunduz", "taliban"),
        ("Somali troops entered Kismayo. Al-Shabaab militants remain in the town.", "en", "kismayo", "al-shabaab"),
        ("The M23 flag was flying in Goma on Tuesday.", "en", "goma", "m23"),
        ("Le drapeau taliban flotte sur Kunduz.", "fr", "kunduz", "taliban"),
        ("The Houthis hold sway over Sanaa.", "en", "sanaa", "houthis"),
        ("The Taliban tightened their grip on Kandahar.", "en", "kandahar", "taliban"),
        ("Three years of Taliban rule in Kandahar were over.", "en", "kandahar", "taliban"),
        ("Kunduz is the third city to be captured by the Taliban this month.", "en", "kunduz", "taliban"),
    ],
)
def test_other_words_for_holding(read, text, language, place, holder):
    assert (place, holder) in held(read(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rebels will hand over Goma to the army.", "en"),
        ("The UN handed over the camp in Goma.", "en"),
        ("The Taliban pushed into Kunduz.", "en"),
        ("The last president of Mali spoke in Bamako.", "en"),
        ("The white flag flew over Kunduz.", "en"),
        ("The president tightened his grip on power in Kinshasa.", "en"),
        ("The Taliban launched an operation to capture Kunduz.", "en"),
        ("Kandahar fighters broke through to the Taliban's last bastion.", "en"),
        ("Elle est tombée malade à Goma.", "fr"),
        ("Le ministre défend Bamako.", "fr"),
    ],
)
def test_near_words_tell_of_no_holder(read, text, language):
    assert not held(read(text, language))


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("La ville de Goma, que contrôlent les rebelles du M23, manque d'eau.", "goma", "m23"),
        ("La ville de Goma, que contrôle le M23, manque d'eau.", "goma", "m23"),
        ("Dans Goma, que le M23 occupe depuis janvier, les prix montent.", "goma", "m23"),
        ("Les séparatistes, qui contrôlent Donetsk depuis 2014, ont tiré des roquettes.", "donetsk", "rebels"),
    ],
)
def test_french_clauses_of_holding(read, text, place, holder):
    assert (place, holder) in held(read(text, "fr"))


def test_the_capital_is_placed_where_no_word_names_it(read):
    told = read("Rockets hit Jalalabad in Afghanistan. Troops shelled the capital.")
    assert "Kabul" in {one.name for one in told.reading.entities}


def test_the_opposition_of_a_country_is_its_own(read):
    told = read("Shells fell on the opposition-held town of Douma in Syria.")
    assert {one.holder for one in told.reading.control} == {"syrian-opposition"}


@pytest.mark.parametrize(
    ("words", "language"),
    [("Three years of Taliban tyranny in Kandahar are told of.", "en"), ("Kandahar gémit sous le joug des talibans.", "fr")],
)  # fmt: skip
def test_a_loaded_word_alone_makes_nobody_the_holder(read, words, language):
    assert not read(words, language).reading.control
