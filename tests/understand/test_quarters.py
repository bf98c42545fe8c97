"""Quarters, districts and villages that no list has: a report's sentences in, which names are places, of what, and where."""

import pytest


def places(told) -> dict[str, tuple[str, str, str]]:
    """Give each place's kind word, and the place that it is told to lie in, by the words that name it."""
    entities = {e.key: e for e in told.reading.entities}
    named = [m for m in told.reading.mentions if m.kind == "place" and m.form == "name"]
    found = {told.words(m.span): entities[m.refers_to] for m in named}
    return {words: (e.key.lstrip("@?"), e.hint, e.within.lstrip("@?")) for words, e in found.items()}


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ("Militiamen burned shops in the Boy-Tanda district of Bangui.", "Boy-Tanda", ("boy tanda", "district", "bangui")),
        ("Planes hit the Al-Sarraf Gharbi neighbourhood of Khartoum.", "Al-Sarraf Gharbi", ("al sarraf gharbi", "neighbourhood", "khartoum")),
        ("In Yonkro, a northern suburb of Abidjan, two died.", "Yonkro", ("yonkro", "", "abidjan")),
        ("Mobs roamed the mainly Christian Tandé-Ville neighbourhood in Bangui.", "Tandé-Ville", ("tande ville", "neighbourhood", "bangui")),
    ],
)  # fmt: skip
def test_a_name_with_a_word_for_its_kind_is_a_place_of_that_kind(read, words, name, told):
    assert places(read(words)).get(name) == told


@pytest.mark.parametrize(
    ("words", "names", "kind"),
    [
        ("Shells fell on the Yonkro and Tandéville neighbourhoods of Abidjan.", ("Yonkro", "Tandéville"), "neighbourhood"),
        ("Gunmen combed the Karwan, Dehzar and Kolba districts in Kabul.", ("Karwan", "Dehzar", "Kolba"), "district"),
        ("The army bombed the villages of Dehzar and Kolba.", ("Dehzar", "Kolba"), "village"),
    ],
)  # fmt: skip
def test_all_names_of_a_row_are_places_of_the_kind(read, words, names, kind):
    found = places(read(words))
    assert [found[name][1] for name in names] == [kind] * len(names)


@pytest.mark.parametrize(
    "words",
    [
        "Troops entered the Dehzar district of Kabul on Friday.",
        "Troops entered two districts of Kabul on Friday.",
        "Fires burned in the Dehzar and Kolba districts of Kabul.",
    ],
)
def test_a_city_of_districts_is_no_district(read, words):
    assert places(read(words))["Kabul"][1] == ""


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("Twelve died in battles around Deir Hassan in Syria.", "Deir Hassan", True),
        ("In Syria, the army retook Tell Omar on Friday.", "Tell Omar", True),
        ("In Syria, clashes went on near Omar Karam.", "Omar Karam", True),
        ("In Syria, reporters met Sara Haddad near Omar Karam.", "Omar Karam", False),
    ],
)
def test_what_is_fought_around_or_retaken_is_ground(read, words, name, place):
    assert (name in places(read(words))) is place


def test_a_city_named_as_a_district_is_one(read):
    assert places(read("Troops left the district of Kabul on Friday."))["Kabul"][1] == "district"


@pytest.mark.parametrize(
    ("words", "no_name"),
    [
        ("Mortars struck a market in Kabul.", "Mortars"),
        ("Boy soldiers were freed in Bangui.", "Boy"),
    ],
)
def test_weapons_and_people_at_the_head_of_a_sentence_are_no_names(read, words, no_name):
    told = read(words)
    assert no_name not in {told.words(m.span) for m in told.reading.mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("words", "name", "who"),
    [
        ("The Syrian armys spokesman denied it in Damascus.", "Syrian armys", "syrian-army"),
        ("In Damascus, Assads troops held the hill.", "Assads", "bashar-al-assad"),
        ("In Damascus, the Assads held the hill.", "the Assads", "assad-family"),
        ("Iraqs government called for calm in Baghdad.", "government", "iraq"),
    ],
)
def test_a_text_that_lost_its_apostrophes_names_the_same(read, words, name, who):
    told = read(words)
    assert {told.words(m.span): m.refers_to for m in told.reading.mentions}[name] == who


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The Turkish government closed the crossing. Turkey said so on Friday.", "en"),
        ("Turkish authorities closed the crossing. Ankara said so on Friday.", "en"),
        ("Le gouvernement turc a fermé le passage. La Turquie l'a annoncé vendredi.", "fr"),
    ],
)
def test_a_state_and_its_government_are_one_actor(read, words, language):
    told = read(words, language)
    assert {m.refers_to for m in told.reading.mentions if m.kind == "actor" and m.form == "name"} == {"turkey"}
