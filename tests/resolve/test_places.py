"""A name means one place in the report's own context, with the reason in words; a name nobody lists stays unplaced."""

import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Entity
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import distance_km, load_gazetteer

HOMS, DAMASCUS, BEIRUT, BENGHAZI = (34.73, 36.71), (33.51, 36.29), (33.89, 35.5), (32.12, 20.07)
SYRIA = resources.files("dateline.theatres") / "syria" / "places.csv"
SYRIAN = PlaceContext(home=("SY",))

PLACES = """\
id,name,kind,lat,lon,radius_km,parent,country,source,aliases_en,aliases_fr,aliases_ar,aliases_ru
al-rastan,Al-Rastan,town,34.926,36.732,0,homs-province,SY,test,Rastan|ar-Rastan,,الرستن,Растан|Растана
homs,Homs,city,34.7308,36.7094,0,homs-province,SY,test,Homs|Hims,Homs,حمص,Хомс|Хомса
homs-province,Homs province,province,34.4,38.0,120,syria,SY,test,Homs|Homs governorate,,حمص,Хомс
lake-asad,Lake Assad,area,35.9,38.2,30,syria,SY,test,Lake Assad|Lake al-Assad,,,
"""


@pytest.fixture(scope="module")
def linker(tmp_path_factory) -> PlaceLinker:
    return PlaceLinker(load_theatre((str(_folder(tmp_path_factory.mktemp("small"))),)), load_gazetteer())


def _folder(folder: Path) -> Path:
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "theatre.yaml").write_text("country: SY\n", encoding="utf-8")
    return folder


def named(name: str, hint: str = "", direction: str = "", candidates: tuple[str, ...] = ()) -> Entity:
    return Entity(f"@?{name}", "place", name, (name,), candidates, hint, direction)


def test_tripoli_by_the_other_places_of_the_report(linker):
    near_lebanon = linker.choose(named("Tripoli"), PlaceContext((), (HOMS, DAMASCUS, BEIRUT)))
    near_libya = linker.choose(named("Tripoli"), PlaceContext((), (BENGHAZI,)))
    assert (near_lebanon.country, near_libya.country) == ("LB", "LY")
    assert "nearest to 3 other places of the report" in near_lebanon.reason
    assert re.search(r"ahead by \d\.\d points of runner-up Tripoli \(city, LY\), 2,1", near_lebanon.reason)
    assert near_lebanon.reason.endswith(" km away")


def test_tripoli_by_the_home_country_and_else_the_better_known(linker):
    assert linker.choose(named("Tripoli"), PlaceContext(home=("LB",))).country == "LB"
    assert linker.choose(named("Tripoli"), PlaceContext()).country == "LY"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("الرستن", "al-rastan"),
        ("رستن", "al-rastan"),
        ("Растане", "al-rastan"),
        ("Rastan", "al-rastan"),
        ("AL RASTAN", "al-rastan"),
        ("Rasstan", "al-rastan"),
        ("حلب", "gn-170063"),
        ("Алеппо", "gn-170063"),
        ("Москвы", "gn-524901"),
        ("Genève", "gn-2660646"),
        ("Syrie", "syria"),
        ("Сирии", "syria"),
    ],
)
def test_finds_places_by_names_in_every_language(linker, name, place):
    assert linker.choose(named(name), SYRIAN).id == place


def test_a_place_that_both_lists_know_is_one(linker):
    assert {c.place.id for c in linker.candidates("Emesa")} >= {"homs"}  # a name that only the gazetteer has
    assert "gn-169577" not in {c.place.id for c in linker.candidates("Homs")}


def test_the_kind_word_tells_city_from_province(linker):
    both = ("homs", "homs-province")
    assert linker.choose(named("Homs", candidates=both), SYRIAN).id == "homs"
    assert linker.choose(named("Homs", "city", candidates=both), SYRIAN).id == "homs"
    province = linker.choose(named("Homs", "province", candidates=both), SYRIAN)
    assert (province.id, province.precision) == ("homs-province", 4)
    assert "the report says province" in province.reason


def test_a_province_that_no_list_has_lies_around_its_town(linker):
    place = linker.choose(named("Idlib", "province"), SYRIAN)
    assert (place.name, place.kind, place.precision) == ("Idlib province", "province", 4)
    assert place.radius_km > 0
    assert "extent estimated" in place.reason


def test_a_misspelt_name_says_what_it_was_taken_for(linker):
    lake = linker.choose(named("Lake Asad"), SYRIAN)
    assert lake.id == "lake-asad"
    assert lake.reason.startswith("spelled like Lake Assad in theatre")


def test_a_spelling_no_list_has_is_found_in_the_home_country_by_its_sound(linker):
    assert linker.choose(named("Maarat al-Numan"), SYRIAN).country == "SY"


def test_a_state_is_meant_by_its_name_rather_than_a_town(linker):
    for name in ("Lebanon", "Jordan", "Kuwait", "Georgia"):
        assert linker.choose(named(name), PlaceContext(("US",), ((41.0, -85.0),))).kind == "country"


def test_an_unknown_name_stays_unplaced(linker):
    place = linker.choose(named("Xyzzy al-Nowhere", "village"), SYRIAN)
    assert (place.id, place.lat, place.lon, place.precision) == ("unplaced-xyzzy-al-nowhere", None, None, 7)
    assert (place.name, place.kind) == ("Xyzzy al-Nowhere", "village")
    assert place.reason == "no gazetteer or theatre lists this name"


def test_a_small_namesake_at_the_other_end_of_the_world_is_not_meant(linker):
    place = linker.choose(named("Bar"), PlaceContext(("SY",), (HOMS,)))
    assert place.lat is None
    assert "far from all" in place.reason


@pytest.mark.parametrize(
    ("direction", "north", "east"),
    [("north", 1, 0), ("south", -1, 0), ("east", 0, 1), ("west", 0, -1), ("northeast", 1, 1), ("southwest", -1, -1)],
)
def test_a_part_of_an_area_lies_half_a_radius_off(linker, direction, north, east):
    whole = linker.choose(Entity("@syria", "place", "Syria", ("Syria",), ("syria",)), SYRIAN)
    name = f"{direction}ern Syria"
    part = linker.choose(Entity(f"@syria/{direction}", "place", name, (name,), ("syria",), "", direction), SYRIAN)
    assert (part.id, part.name, part.precision) == (f"syria-{direction}", name, 5)
    assert part.radius_km == whole.radius_km / 2
    assert distance_km(whole.lat, whole.lon, part.lat, part.lon) == pytest.approx(whole.radius_km / 2, rel=0.02)
    assert ((part.lat > whole.lat) - (part.lat < whole.lat), (part.lon > whole.lon) - (part.lon < whole.lon)) == (
        north,
        east,
    )


def test_a_part_of_a_point_stays_there_and_is_less_exact(linker):
    part = linker.choose(named("northern Rastan", direction="north", candidates=("al-rastan",)), SYRIAN)
    assert (part.id, part.lat, part.precision) == ("al-rastan-north", 34.926, 2)
    assert linker.choose(named("central Syria", direction="centre", candidates=("syria",)), SYRIAN).id == "syria-centre"


NAMES = ["Tripoli", "Homs", "Rastan", "Rasstan", "طرابلس", "Триполи", "Bar", "Nowhere-on-Sea", "Alexandria", "London"]
CONTEXTS = [SYRIAN, PlaceContext(), PlaceContext((), (BENGHAZI,)), PlaceContext(("LB",), (HOMS, BEIRUT))]


@settings(max_examples=30, deadline=None)
@given(st.permutations([(name, context) for name in NAMES for context in CONTEXTS]), st.randoms())
def test_linking_does_not_depend_on_the_order_of_reports(linker, asked, chance):
    fresh = PlaceLinker(linker.theatre, load_gazetteer())
    for name, context in asked:
        shuffled = PlaceContext(context.home, tuple(chance.sample(context.points, len(context.points))))
        assert fresh.choose(named(name), shuffled) == linker.choose(named(name), context)


@pytest.mark.skipif(not SYRIA.is_file(), reason="the theatre syria lists no places yet")
def test_homs_in_the_theatre_that_ships():
    linker = PlaceLinker(load_theatre(("syria",)), load_gazetteer())
    city, province = (linker.choose(named("Homs", hint), SYRIAN) for hint in ("city", "province"))
    assert (city.kind, province.kind) == ("city", "province")
    assert city.id != province.id
    assert linker.choose(named("Tripoli"), PlaceContext(("SY",), (HOMS, DAMASCUS))).country == "LB"


def test_a_namesake_on_another_continent_is_not_meant(linker):
    """Palma in Mozambique was placed on Mallorca; elsewhere in Africa neither is meant."""
    mozambique = PlaceContext(home=("MZ",), points=((-12.97, 40.52),))
    assert linker.choose(named("Palma", "town"), mozambique).country == "MZ"
    assert linker.choose(named("Palma", "town"), PlaceContext(home=("ZA",), points=((-29.86, 31.02),))).lat is None
    assert linker.choose(named("Palma", "town"), PlaceContext(home=("ES",))).country == "ES"
    assert linker.choose(named("New York"), mozambique).country == "US"  # the whole world knows it


def test_a_town_of_a_country_that_is_named_is_meant_however_far_off(linker):
    far = PlaceContext(home=("MZ",), points=((-12.97, 40.52),))
    assert linker.choose(named("Gori"), far).lat is None
    assert linker.choose(named("Gori"), PlaceContext(far.home, far.points, frozenset({"GE"}))).country == "GE"
