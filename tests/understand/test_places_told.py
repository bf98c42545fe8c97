"""Where things happen, told roundabout: in a country named behind, in return for something elsewhere, by those at home there."""

import pytest


def at(told, type: str) -> list[tuple[str, ...]]:
    """Give the places of a report's claims of one type."""
    return [tuple(p.lstrip("@?") for p in claim.places) for claim in told.reading.claims if claim.type == type]


@pytest.mark.parametrize(
    ("words", "language", "type", "place"),
    [
        ("Gunmen attacked a convoy near Mandera, in Kenya.", "en", "attack", "mandera"),
        ("Une bombe a tué six soldats près de Mandera, au Kenya.", "fr", "bombing", "mandera"),
        ("Des hommes armés ont attaqué un poste de l'armée à Djibo, au Burkina Faso.", "fr", "attack", "djibo"),
        ("Israel struck Iranian positions near Damascus in retaliation for a rocket attack on Haifa.", "en", "attack", "damascus"),
        ("Turkey bombed positions near Kobani, a day after a blast in Istanbul.", "en", "airstrike|bombing", "kobani"),
        ("Residents of Mariupol said Russian soldiers had shelled their homes.", "en", "shelling", "mariupol"),
        ("The mayor of Kherson, Ukraine, said nine people were wounded when Russian artillery hit a market.", "en", "shelling", "kherson"),
        ("Des habitants de Marioupol ont raconté que des soldats russes avaient bombardé leurs maisons.", "fr", "shelling", "marioupol"),
        ("Turkish-backed rebels entered the centre of Afrin.", "en", "capture", "afrin"),
    ],
)  # fmt: skip
def test_the_place_is_where_it_happens(read, words, language, type, place):
    told = read(words, language)
    found = [places for kind in type.split("|") for places in at(told, kind)]
    assert place in found[0]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The group killed 24 villagers after seizing a hamlet in northern Syria.", "syria/north"),
        ("In Syria, jets killed ten people in Raqqa.", "raqqa"),
    ],
)
def test_of_two_places_the_one_that_tells_more_is_meant(read, words, place):
    assert {place} == {p.lstrip("@?") for claim in read(words).reading.claims for p in claim.places}


def test_a_syrian_city_is_a_city(read):
    told = read("IS attacked the Syrian city of Deir ez-Zor. The province of Deir ez-Zor has a garrison.")
    assert [e.hint for e in told.reading.entities if "ez" in e.key and "zor" in e.key][:1] == ["city"]


def test_who_speaks_for_a_state_tells_no_place(read):
    told = read("The president of Syria said the militants had fired mortars.")
    assert all("syria" not in places for places in at(told, "shelling"))


@pytest.mark.parametrize(
    ("words", "language", "type"),
    [
        ("A bomb killed six soldiers near Mandera. Al-Shabaab claimed responsibility for the attack.", "en", "bombing"),
        ("Une bombe a tué six soldats près de Mandera. Les Chebab ont revendiqué l'attaque.", "fr", "bombing"),
    ],
)
def test_who_claims_an_attack_made_it(read, words, language, type):
    found = [claim.actors for claim in read(words, language).reading.claims if claim.type == type]
    assert found and set(found) == {("al-shabaab",)}


@pytest.mark.parametrize(
    "words",
    [
        "A bomb killed six soldiers near Mandera. Nobody claimed responsibility for the attack.",
        "A blast hit Quneitra. The Israeli army said it had struck a post in return for mortar fire.",
        "The army shelled Mandera. Al-Shabaab claimed responsibility for a blast there.",
    ],
)
def test_nobody_is_given_what_he_does_not_claim(read, words):
    first = read(words).reading.claims[0]
    assert not {"al-shabaab", "israel-army"} & {*first.actors}


def test_those_set_free_do_not_negotiate(read):
    told = read("Qatar negotiated the release of 16 Lebanese soldiers held by Ahrar al-Sham.")
    assert [claim.actors for claim in told.reading.claims if claim.type == "negotiation"] == [("qatar",)]
    freed = [claim for claim in told.reading.claims if claim.type == "prisoner-exchange"]
    assert [claim.targets for claim in freed] == [("lebanon-army",)]
