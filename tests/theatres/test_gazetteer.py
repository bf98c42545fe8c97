"""The world gazetteer finds places by any of their names in any script, and its file is what its provenance says."""

import hashlib
import json
import random
from collections import Counter
from importlib import resources

import pytest

from dateline.theatres.gazetteer import Gazetteer, distance_km, load_gazetteer, unpack
from tools.build_gazetteer import City, pack

HOMS, ALEPPO, MOSCOW = "gn-169577", "gn-170063", "gn-524901"


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Homs", HOMS),
        ("HOMS", HOMS),
        ("حمص", HOMS),
        ("Хомс", HOMS),
        ("חומס", HOMS),
        ("Χομς", HOMS),
        ("Ḩimş", HOMS),
        ("Alep", ALEPPO),
        ("حلب", ALEPPO),
        ("Moscou", MOSCOW),
        ("Москва", MOSCOW),
        ("موسكو", MOSCOW),
    ],
)
def test_finds_a_place_by_its_names_in_any_script(world, name, place):
    assert name in world
    assert world.find(name)[0].id == place


def test_gives_point_country_kind_and_population(world):
    homs = world.find("Homs")[0]
    assert (homs.name, homs.kind, homs.country, homs.precision) == ("Homs", "city", "SY", 1)
    assert distance_km(homs.lat, homs.lon, 34.73, 36.71) < 5
    assert world.population(homs.id) > 500_000


def test_namesakes_come_largest_first(world):
    found = world.find("Tripoli")
    people = [world.population(place.id) for place in found]
    assert {"LY", "LB"} <= {place.country for place in found}
    assert people == sorted(people, reverse=True)


def test_a_glottal_stop_may_be_written_or_not(world):
    assert world.find("Dar‘ā")[0].id in {place.id for place in world.find("Dara")}


@pytest.mark.parametrize("name", ["", "   ", "?!", "Xyzzyville upon Nowhere", "غغغغغغغغغ"])
def test_what_is_no_name_is_not_found(world, name):
    assert name not in world
    assert world.find(name) == ()


@pytest.mark.parametrize("place_id", ["homs", "gn-", "gn-x", "gn-999999999999", "unplaced-homs"])
def test_the_population_of_what_it_does_not_list_is_nought(world, place_id):
    assert world.population(place_id) == 0


def test_every_country_lists_places_that_are_found_by_their_own_names(world):
    chosen = random.Random(7)
    for code in world.country_codes:
        places = list(world.in_country(code))
        for place in chosen.sample(places, min(8, len(places))):
            assert place.country == code
            assert place.id in {found.id for found in world.find(place.name)}


def test_words_of_no_name_do_not_pass_for_one(world):
    chosen = random.Random(11)
    words = {"".join(chosen.choices("qxzjkvw", k=14)) for _ in range(20_000)}
    assert not [word for word in words if word in world]


def test_the_file_is_the_one_its_provenance_describes(world):
    folder = resources.files("dateline.theatres")
    packed = (folder / "gazetteer.bin").read_bytes()
    told = json.loads((folder / "gazetteer.provenance.json").read_text(encoding="utf-8"))
    assert told["sha256"] == hashlib.sha256(packed).hexdigest()
    assert told["places"] == len(world)
    assert len(packed) == told["bytes"] <= 8_000_000


CITIES = [
    City(5, "Tir na nÓg", 53.1, -6.25, "IE", 12, ("Tír na nÓg", "XYZ", "tyr", "12345", "Тир")),
    City(9, "Ys", -48.0001, 179.9999, "FR", 2_000_000, ("Kêr-Is", "https://example.org/Ys", "Ys, Bretagne")),
    City(7, "Lyonesse", 0.0, 0.0, "FR", 5_000, ("Лионесс", "リヨネス")),
]


def test_packing_does_not_depend_on_the_order_of_places():
    assert pack(CITIES) == pack(reversed(CITIES))


def test_packing_keeps_places_and_drops_codes_links_and_postal_codes():
    dropped: Counter[str] = Counter()
    small = unpack(pack(CITIES, dropped))
    (ys,) = small.find("KÊR-IS")
    assert (ys.id, ys.name, ys.lat, ys.lon, ys.country, ys.kind) == ("gn-9", "Ys", -48.0001, 179.9999, "FR", "city")
    assert [small.find(name)[0].id for name in ("Тир", "リヨネス", "tir na nog")] == ["gn-5", "gn-7", "gn-5"]
    assert not [name for name in ("XYZ", "tyr", "12345", "https://example.org/Ys", "Bretagne") if name in small]
    assert sum(dropped.values()) == 6


def test_distance():
    assert distance_km(33.5, 36.3, 33.5, 36.3) == 0
    assert distance_km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(344, abs=2)
    assert distance_km(0, 179.9, 0, -179.9) == pytest.approx(22.2, abs=0.1)
