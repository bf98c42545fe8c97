"""Counts as reports give them: low and high, unit and role; what is no count gives none."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The strike killed 12 people.", "12 people", 12, 12),
        ("Twenty-one people died in Goma.", "Twenty-one people", 21, 21),
        ("Two hundred fighters surrendered.", "Two hundred fighters", 200, 200),
        ("Over 40 civilians were killed in Kharkiv.", "40 civilians", 40, None),
        ("More than 1,200 people fled El Fasher.", "1,200 people", 1200, None),
        ("At least 17 people were killed in Taiz.", "17 people", 17, None),
        ("Up to 60 soldiers were captured.", "60 soldiers", None, 60),
        ("Fewer than 10 people were wounded.", "10 people", None, 10),
        ("No more than 10 people were wounded.", "10 people", None, 10),
        ("Dozens of people were wounded in Odesa.", "Dozens of people", 24, None),
        ("Several thousand people fled Gao.", "Several thousand people", 3000, None),
        ("Hundreds of civilians fled Ménaka.", "Hundreds of civilians", 200, None),
        ("Scores of protesters were arrested in Khartoum.", "Scores of protesters", 40, None),
        ("Tens of thousands of people have fled Omdurman.", "Tens of thousands of people", 20000, None),
        ("Between 20 and 30 fighters were killed near Kidal.", "20 and 30 fighters", 20, 30),
        ("20 to 30 soldiers were wounded.", "20 to 30 soldiers", 20, 30),
        ("Half a million people live in the city.", "Half a million people", 500000, 500000),
        ("1.5 million people are in need of food in Darfur.", "1.5 million people", 1500000, 1500000),
        ("Nearly 3,500 civilians returned to Trostyanets.", "3,500 civilians", 3500, 3500),
    ],
)
def test_low_and_high(read, text, words, low, high):
    figure = read(text).figure(words)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words", "unit", "role"),
    [
        ("The strike killed 12 people.", "12", "person", "killed"),
        ("31 people were wounded in Sumy.", "31", "person", "wounded"),
        ("The blast killed at least 60 Afghans.", "60", "person", "killed"),
        ("The group said that 28 of its own members were killed.", "28", "person", "killed"),
        ("Some 300 fighters left Douma on buses.", "300", "person", "evacuated"),
        ("Up to 60 soldiers were captured.", "60", "person", "captured"),
        ("The army arrested 25 men in Bamako.", "25", "person", "captured"),
        ("The Houthis released 14 prisoners.", "14", "person", "released"),
        ("Seven people were missing after the raid.", "Seven", "person", "missing"),
        ("Two hundred fighters surrendered.", "Two hundred", "person", "surrendered"),
        ("Around 5,000 residents remain in the village.", "5,000", "person", "resident"),
        ("The camp shelters 70,000 people.", "70,000", "person", "resident"),
        ("Nearly 3,500 civilians returned to Trostyanets.", "3,500", "person", "returned"),
        ("More than 1,200 people fled El Fasher.", "1,200", "person", "displaced"),
        ("Hundreds of families were displaced.", "Hundreds", "family", "displaced"),
        ("The army captured three villages near Hama.", "three", "village", ""),
        ("Rebels hold 40 percent of the city.", "40 percent", "percent", ""),
        ("The front line is 15 km from Marib.", "15 km", "kilometre", ""),
        ("The army destroyed six tanks in Kupiansk.", "six", "tank", ""),
        ("Ukraine shot down two drones over Kherson.", "two", "drone", ""),
    ],
)
def test_unit_and_role(read, text, words, unit, role):
    figure = read(text).figure(words)
    assert (figure.unit, figure.role) == (unit, role)


@pytest.mark.parametrize(
    "text",
    [
        "The truce lasted three days.",
        "The fighting went on for 12 hours.",
        "The United States gave 50 million dollars in aid.",
        "The bridge cost €12 million.",
        "In 2014 the Houthis entered Sanaa.",
        "The soldier was 24 years old.",
        "The 24-year-old soldier was buried in Kyiv.",
        "Resolution 2254 was adopted by the Security Council.",
        "The 4th division attacked Daraa.",
        "Rebels shelled Aleppo on 3 February 2017.",
        "The attack began at 6 pm.",
        "The army fired rockets for the third time.",
        "No one was killed.",
    ],
)
def test_what_is_no_figure(read, text):
    told = read(text)
    assert [told.words(figure.span) for figure in told.reading.figures] == []


@pytest.mark.parametrize(
    ("text", "whole", "part", "low", "language"),
    [
        ("At least 17 people, including four children, were killed in Taiz.", "17 people", "four children", 4, "en"),
        ("At least 17 people were killed in Taiz, including four children.", "17 people", "four children", 4, "en"),
        ("Twelve people were killed in Goma, among them three women.", "Twelve people", "three women", 3, "en"),
        (
            "Au moins 17 personnes, dont quatre enfants, ont été tuées à Taëz.",
            "17 personnes",
            "quatre enfants",
            4,
            "fr",
        ),
    ],
)
def test_a_part_names_its_whole(read, text, whole, part, low, language):
    told = read(text, language)
    assert told.figure(part).low == told.figure(part).high == low
    assert told.figure(part).role == "killed"
    assert told.figure(part).part_of == told.figure(whole).id


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Une vingtaine de personnes ont été tuées à Gao.", "vingtaine", 20, 20),
        ("Plus de 103 600 personnes ont fui la ville.", "103", 103600, None),
        ("Plus de 103\u00a0600 personnes ont fui la ville.", "103", 103600, None),
        ("Plus de 103\u202f600 personnes ont fui la ville.", "103", 103600, None),
        ("Environ 5.000 habitants restent dans le village.", "5.000", 5000, 5000),
        ("Des dizaines de personnes ont été blessées.", "dizaines", 20, None),
        ("Une centaine de civils ont fui Ménaka.", "centaine", 100, 100),
        ("Plusieurs milliers de personnes ont fui Tombouctou.", "milliers", 3000, None),
        ("Un demi-million de personnes vivent dans la ville.", "demi-million", 500000, 500000),
        ("Entre 20 et 30 combattants ont été tués.", "20", 20, 30),
        ("Jusqu'à 60 soldats ont été capturés.", "60", None, 60),
        ("Douze civils ont péri.", "Douze", 12, 12),
        ("Quelque 300 combattants ont quitté Douma.", "300", 300, 300),
    ],
)
def test_french_numbers(read, text, words, low, high):
    figure = read(text, "fr").figure(words)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words", "unit", "role"),
    [
        ("Douze civils ont péri.", "Douze", "person", "killed"),
        ("Deux soldats ont été tués et cinq blessés.", "Deux", "person", "killed"),
        ("Deux soldats ont été tués et cinq blessés.", "cinq", "person", "wounded"),
        ("Environ 5.000 habitants restent dans le village.", "5.000", "person", "resident"),
        ("Plus de 500 personnes ont fui la ville.", "500", "person", "displaced"),
        ("L'armée a repris trois villages.", "trois", "village", ""),
        ("Les rebelles contrôlent 40 % de la ville.", "40", "percent", ""),
        ("Le front est à 15 km de Marib.", "15", "kilometre", ""),
    ],
)
def test_french_units_and_roles(read, text, words, unit, role):
    figure = read(text, "fr").figure(words)
    assert (figure.unit, figure.role) == (unit, role)


@pytest.mark.parametrize(
    "text",
    [
        "La trêve a duré trois jours.",
        "L'aide s'élève à 50 millions d'euros.",
        "En 2014, les Houthis sont entrés à Sanaa.",
    ],
)
def test_what_is_no_figure_in_french(read, text):
    assert read(text, "fr").reading.figures == ()


def test_killed_and_wounded_of_one_sentence_are_two_figures(read):
    told = read("Two soldiers were killed and five were wounded in Sumy.")
    assert [(f.low, f.role) for f in told.reading.figures] == [(2, "killed"), (5, "wounded")]


def test_a_figure_belongs_to_its_claim_and_has_its_speaker(read):
    told = read("Boko Haram killed 20 people in Maiduguri, the United Nations said.")
    assert told.claim("killing").figures == (told.figure("20 people").id,)
    assert told.figure("20 people").speakers == ("un",)
    assert [place.lstrip("@?") for place in told.figure("20 people").places] == ["maiduguri"]


def test_a_part_is_a_figure_of_its_own_beside_the_whole(read):
    told = read("Au moins 17 personnes, dont quatre enfants, ont été tuées à Taëz.", "fr")
    assert [(f.low, f.high, f.role) for f in told.reading.figures] == [(17, None, "killed"), (4, 4, "killed")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("More than 200,000 residents fled the city of Goma.", "displaced"),
        ("At least 289 civilians lost their lives in Afrin.", "killed"),
        ("Some 500 rebels withdrew from Sirte.", "evacuated"),
        ("A town of 100,000 people was captured by the army.", "resident"),
    ],
)
def test_people_count_as_what_happens_to_them(read, text, role):
    figures = [f for f in read(text).reading.figures if f.unit == "person"]
    assert [f.role for f in figures] == [role]


@pytest.mark.parametrize(
    ("text", "words", "low"),
    [
        ("The town had 30,000 residents in 2011 and has a few hundred now.", "a few hundred now", 200),
        ("About 90,000 people lived in Avdiivka, several thousand today.", "several thousand today", 3000),
    ],
)
def test_what_is_left_today_is_counted_as_what_was_there(read, text, words, low):
    figure = read(text).figure(words)
    assert (figure.low, figure.unit, figure.role) == (low, "person", "resident")


def test_a_number_that_acts_now_is_no_count_of_what_was_left(read):
    told = read("Ten soldiers died and 20 now hold the hill.")
    assert all(figure.role != "killed" for figure in told.reading.figures[1:])
