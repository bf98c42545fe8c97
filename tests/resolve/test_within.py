"""Of namesakes the one where the report says it lies is meant; what no list has lies by the place it is told by."""

import pytest

from dateline.model import Entity, Place
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import load_gazetteer

LINKER = PlaceLinker(load_theatre(()), load_gazetteer())
CITY = Place("oldbridge", "Oldbridge", "city", 36.4, 37.4, 6.0, country="SY")


def land(code):
    return next(country.place for country in load_theatre(()).countries.values() if country.code == code)


@pytest.mark.parametrize(("name", "code"), [("Tripoli", "LY"), ("Tripoli", "LB"), ("Cordoba", "AR"), ("Cordoba", "ES")])
def test_a_namesake_in_the_country_told_is_meant(name, code):
    entity = Entity(f"@?{name.lower()}", "place", name)
    assert LINKER.choose(entity, PlaceContext(("SY",), within=land(code))).country == code


def test_what_no_list_has_lies_by_the_place_it_is_told_by():
    found = LINKER.choose(Entity("@?qzvrtha", "place", "Qzvrtha", hint="village"), PlaceContext(("SY",), within=CITY))
    assert (found.id, found.lat, found.lon, found.parent, found.precision) == (
        "qzvrtha-oldbridge",
        36.4,
        37.4,
        "oldbridge",
        2,
    )
    assert "told to lie in or by Oldbridge" in found.reason


def test_within_a_country_alone_nothing_is_placed():
    found = LINKER.choose(Entity("@?qzvrtha", "place", "Qzvrtha"), PlaceContext(("SY",), within=land("SY")))
    assert found.lat is None


def test_a_name_of_common_words_is_one_in_every_town():
    plain = PlaceLinker(load_theatre(()), load_gazetteer(), frozenset({"city"}))
    found = plain.choose(Entity("@?old city", "place", "Old City"), PlaceContext(("IQ",), within=CITY))
    assert found.parent == "oldbridge"
