"""What people are counted as, and counts without a noun of their own: any trade, any wording of dying, fleeing and being treated."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "unit", "role"),
    [
        ("At least 14 cadets were wounded on Monday.", "14 cadets", "person", "wounded"),
        ("Six paramedics died in the raid.", "Six paramedics", "person", "killed"),
        ("Rebels took 140 bases and four towns.", "140 bases", "base", ""),
        ("The blast hit 20 mud-brick houses.", "20 mud-brick houses", "house", ""),
        ("The attack wounded 12 people, four of them women.", "four of them women", "person", "wounded"),
        ("The raid cost the lives of 15 recruits.", "15 recruits", "person", "killed"),
        ("Dozens more were treated for burns.", "Dozens", "person", "wounded"),
        ("Hundreds were shot at a quarry outside the town.", "Hundreds", "person", "killed"),
        ("The whereabouts of at least 60 students remain unknown.", "60 students", "person", "missing"),
        ("The UN says 90 civilians died and more than 20,000 were driven from their homes.", "20,000", "person", "displaced"),
        ("Some 9,000 are trapped in the old town.", "9,000", "person", "besieged"),
        ("The shelling killed 80 people sheltering in a school.", "80 people", "person", "killed"),
        ("About 300 fighters boarded the buses.", "300 fighters", "person", "evacuated"),
        ("He put the number of strikes since May at more than 400.", "400", "strike", ""),
        ("Three women who reached Kassala told of a massacre.", "Three women", "person", ""),
        ("On the same day six nurses were wounded.", "six nurses", "person", "wounded"),
    ],
)  # fmt: skip
def test_english_counts(read, text, words, unit, role):
    figure = read(text).figure(words)
    assert (figure.unit, figure.role) == (unit, role)


@pytest.mark.parametrize(
    ("text", "words", "unit", "role"),
    [
        ("Vingt soldats ont été tués et 17 autres blessés.", "17 autres blessés", "person", "wounded"),
        ("L'attaque a coûté la vie à 12 gendarmes.", "12 gendarmes", "person", "killed"),
        ("Au moins 90 civils, dont 20 enfants, ont perdu la vie.", "90 civils", "person", "killed"),
        ("« Plus de 60 rebelles » ont été abattus, selon l'armée.", "60 rebelles", "person", "killed"),
        ("Les combats ont jeté 30 000 habitants sur les routes.", "30 000 habitants", "person", "displaced"),
        ("Deux observateurs ont été retrouvés assassinés.", "Deux observateurs", "person", "killed"),
        ("Une vingtaine de commerces ont brûlé.", "Une vingtaine de commerces", "shop", ""),
        ("L'ONG évalue à plus de 700 le nombre de civils tués.", "700", "person", "killed"),
    ],
)
def test_french_counts(read, text, words, unit, role):
    figure = read(text, "fr").figure(words)
    assert (figure.unit, figure.role) == (unit, role)


@pytest.mark.parametrize(
    "text",
    [
        "A rocket hit a six-storey block of flats.",
        "The two parties blamed each other.",
        "The strike came at 1100 GMT.",
    ],
)
def test_what_counts_nothing(read, text):
    assert not read(text).reading.figures


def test_as_many_as_is_an_upper_bound(read):
    figure = read("As many as 800 people may have died.").figure("800 people")
    assert (figure.low, figure.high) == (None, 800)
