"""Who holds a place where the words stand apart: lists of holders, towns told by what lies near, whose a place was."""

import pytest


def held(told):
    return {(one.place.lstrip("@?"), one.holder, one.denied) for one in told.reading.control}


@pytest.mark.parametrize(
    ("text", "place", "holders"),
    [
        (
            "The enclave of Douma is controlled by factions, including Jaysh al-Islam and Faylaq al-Rahman.",
            "douma",
            {"jaysh-al-islam", "faylaq-al-rahman"},
        ),
        ("Saqba is held by factions such as Ahrar al-Sham.", "saqba", {"ahrar-al-sham"}),
        ("Idlib is run by rebels, among them Ahrar al-Sham, the report says.", "idlib", {"ahrar-al-sham"}),
        ("Manbij is held by rebels.", "manbij", {"rebels"}),
        (
            "Douma is the last stronghold of Faylaq al-Rahman and the so-called Jaysh al-Islam terror groups.",
            "douma",
            {"jaysh-al-islam", "faylaq-al-rahman"},
        ),
        ("Afrin is controlled by the Turkish army and allied Syrian armed groups.", "afrin", {"turkey-army", "rebels"}),
        ("Saqba is held by rebels and the army shelled it.", "saqba", {"rebels"}),
        ("The army and its allies secured control over 90% of Douma.", "douma", {"syrian-army"}),
    ],
)
def test_all_who_hold_a_place_are_told(read, text, place, holders):
    assert held(read(text)) == {(place, holder, False) for holder in holders}


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Douma has been under the militants'control since 2012.", "douma", "rebels"),
        ("Manbij (north), a town held by rebels, was shelled.", "manbij", "rebels"),
        ("Palmyra (centre), the city controlled by the Islamic State, was bombed.", "palmyra", "islamic-state"),
        ("Saqba, east of Damascus, held by rebels, was shelled.", "saqba", "rebels"),
        ("The army is shelling the rebel town of Saqba.", "saqba", "rebels"),
        ("Libyan fighters came from the rebel cities of the east.", "libya/east", "rebels"),
        ('Rastan, declared "free" by the rebels, was shelled.', "rastan", "rebels"),
        ("Idlib was proclaimed a liberated zone by Ahrar al-Sham.", "idlib", "ahrar-al-sham"),
        ("FSA fighters are still in Rastan, an activist said.", "rastan", "free-syrian-army"),
        ("M23 rebels are inside Goma.", "goma", "m23"),
        ("Islamic State fighters remained in the city of Manbij.", "manbij", "islamic-state"),
        ("The re-taking by government troops of Palmyra was hailed.", "palmyra", "syrian-army"),
        ("The Syrian army announced full victory against terrorist groups in Eastern Ghouta.", "eastern-ghouta", "syrian-army"),
        (
            "Hodeidah was shelled. President Hadi of Yemen was driven from the capital by the Houthis in 2014.",
            "sanaa",
            "houthis",
        ),
    ],
)  # fmt: skip
def test_more_ways_to_tell_who_holds(read, text, place, holder):
    assert held(read(text)) == {(place, holder, False)}


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        (
            "Ils ont pilonné Misrata. Cette ville de l'est de Tripoli sous contrôle des rebelles est encerclée.",
            "misrata",
            "rebels",
        ),
        ("Benghazi (est), une ville contrôlée par les rebelles, a été bombardée.", "benghazi", "rebels"),
        ("Rastane, déclarée «libre» par les insurgés, a été bombardée.", "rastan", "rebels"),
        ("L'armée vise Rastane, déclarée «ville libre» par l'Armée syrienne libre.", "rastan", "free-syrian-army"),
        (
            "Rastane a été bombardée. Cette ville, située dans la province de Homs, avait été déclarée «libre» par les insurgés.",
            "rastan",
            "rebels",
        ),
        ("Ils ont atteint le port situé au sud du fief rebelle Benghazi.", "benghazi", "rebels"),
        ("Les combattants de l'ASL sont encore à Rastane.", "rastan", "free-syrian-army"),
        ("Des rebelles du M23 sont présents dans la ville de Goma.", "goma", "m23"),
        ("En Libye, les villes rebelles de l'est ont envoyé des renforts.", "libya/east", "rebels"),
    ],
)
def test_more_ways_to_tell_it_in_french(read, text, place, holder):
    assert held(read(text, "fr")) == {(place, holder, False)}


@pytest.mark.parametrize(
    ("text", "language", "place", "holder"),
    [
        ("The army has recaptured the rebel-held town of Saqba.", "en", "saqba", "syrian-army"),
        ("Syrian troops on Friday retook the rebel district of Baba Amr.", "en", "baba-amr", "syrian-army"),
        ("L'armée a repris vendredi le quartier rebelle de Baba Amr.", "fr", "baba-amr", "syrian-army"),
    ],
)
def test_whose_a_place_was_it_is_not_any_more(read, text, language, place, holder):
    told = read(text, language)
    assert held(told) == {(place, holder, False)}
    assert told.claim("capture").targets in ((), ("rebels",))


@pytest.mark.parametrize(
    "text",
    [
        'Minister Paul Smith said: "We have pushed the Islamic State out of Kobane."',
        "Spokesman John Carter said they had completed control of all Malakal.",
        "Hamas is in Doha for talks on a ceasefire.",
        "Rebels are no longer in Saqba, residents said.",
    ],
)
def test_who_merely_tells_of_a_place_or_talks_there_does_not_hold_it(read, text):
    assert not held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD Government forces took a village on Tuesday.",
        "It was their last hold in the Darfur region, and the city was taken by the RSF at dawn.",
    ],
)
def test_a_village_taken_is_not_the_town_or_the_area_named_beside_it(read, text):
    assert not held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Le front réunit des groupes armés qui tiennent la ville de Goma depuis mai.",
        "L'accord vise des rebelles étrangers qui occupent la ville de Goma.",
        "La coalition compte six groupes armés qui contrôlent la ville de Goma.",
    ],
)
def test_who_holds_it_is_told_before_the_relative(read, text):
    assert held(read(text, "fr")) == {("goma", "rebels", False)}
