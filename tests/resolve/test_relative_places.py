"""A place told by another lies where the words say, as exactly as they say, and says by what it was told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Entity, Mention, Place, Reading, Span
from dateline.resolve import Resolve
from dateline.resolve.place_parts import between, part_of
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import distance_km, load_gazetteer

TOWN = Place("stonewell", "Stonewell", "town", 36.0, 37.0, country="SY", reason="named in theatre test")
CITY = Place("oldbridge", "Oldbridge", "city", 36.4, 37.4, 6.0, country="SY")
NOWHERE = Place("unplaced-x", "X", "unknown", precision=7)


def shift(one, other):
    """Return how far another place lies, and whether north (1) or south (-1), east or west."""
    north, east = other.lat - one.lat, other.lon - one.lon
    sign = ((north > 0) - (north < 0), (east > 0) - (east < 0))
    return distance_km(one.lat, one.lon, other.lat, other.lon), sign


@pytest.mark.parametrize(("toward", "north", "east"), [("south", -1, 0), ("northeast", 1, 1), ("west", 0, -1)])
def test_so_many_kilometres_off_in_a_direction(toward, north, east):
    place = part_of(TOWN, f"10km-{toward}")
    assert (place.id, place.name) == (f"stonewell-10km-{toward}", f"10 km {toward} of Stonewell")
    away, sign = shift(TOWN, place)
    assert away == pytest.approx(10, rel=0.02)
    assert sign == (north, east)
    assert (place.precision, place.radius_km, place.parent, place.country) == (2, 2.0, "stonewell", "SY")
    assert place.reason == "told by Stonewell, its point and extent estimated; named in theatre test"


def test_a_distance_without_a_direction_is_all_that_lies_so_far_around():
    place = part_of(TOWN, "8.5km")
    assert (place.id, place.name) == ("stonewell-8-5km", "8.5 km from Stonewell")
    assert (place.lat, place.lon, place.radius_km, place.precision) == (36.0, 37.0, 8.5, 2)


def test_what_lies_far_off_is_less_exact():
    far = part_of(TOWN, "80km-east")
    assert (far.precision, far.radius_km) == (5, 16.0)


def test_outskirts_are_wider_than_the_town():
    assert part_of(CITY, "outskirts").radius_km == 9.0
    assert part_of(TOWN, "outskirts").name == "outskirts of Stonewell"


def test_a_countryside_lies_around_or_to_one_side():
    around, east = part_of(TOWN, "countryside"), part_of(TOWN, "countryside-east")
    assert (around.lat, around.lon) == (36.0, 37.0)
    assert east.name == "eastern countryside of Stonewell"
    assert shift(TOWN, east)[1] == (0, 1)
    assert (around.precision, east.precision) == (5, 5)


def test_between_two_places_is_one_stretch_whichever_comes_first():
    one, other = between(TOWN, CITY), between(CITY, TOWN)
    assert one.id == other.id == "between-oldbridge-and-stonewell"
    assert (one.lat, one.lon) == (other.lat, other.lon) == (36.2, 37.2)
    assert one.radius_km == pytest.approx(distance_km(36.0, 37.0, 36.4, 37.4) / 2, abs=0.1)
    across = between(Place("a", "A", "town", 0.0, 179.5), Place("b", "B", "town", 0.0, -179.5))
    assert across.lon in (180.0, -180.0)


@pytest.mark.parametrize("mark", ["10km-south", "outskirts", "countryside-east", "north", "7km"])
def test_what_is_told_by_a_place_that_is_nowhere_stays_nowhere(mark):
    place = part_of(NOWHERE, mark)
    assert (place.lat, place.lon, place.precision) == (None, None, 7)
    assert between(TOWN, NOWHERE) == TOWN


def test_a_part_that_the_theatre_lists_itself_is_that_place():
    linker = PlaceLinker(load_theatre(("syria",)), load_gazetteer())
    told = Entity("@aleppo/east", "place", "east Aleppo", ("east Aleppo",), ("aleppo",), "", "east")
    place = linker.choose(told, PlaceContext(("SY",)))
    assert place.id == "eastern-aleppo"
    assert "as that part of Aleppo" in place.reason


def test_the_south_of_a_state_is_no_other_state():
    linker = PlaceLinker(load_theatre(()), load_gazetteer())
    told = Entity("@sudan/south", "place", "southern Sudan", ("southern Sudan",), ("sudan",), "", "south")
    assert linker.choose(told, PlaceContext(("SD",))).id == "sudan-south"


def reading(document: str, *entities: Entity) -> Reading:
    mentions = tuple(
        Mention(f"m-{document}-{k}", document, Span(k, k + 1), e.kind, "name", e.key, "test")
        for k, e in enumerate(entities)
    )
    return Reading(document, entities, mentions, (), (), (), ())


def place(key: str, name: str, *candidates: str, direction: str = "") -> Entity:
    return Entity(key, "place", name, (name,), candidates, "", direction)


READINGS = [
    reading("d1", place("@homs", "Homs", "homs", "homs-province"), place("@?tripoli", "Tripoli")),
    reading("d2", place("@?tripoli", "Tripoli"), place("@libya", "Libya", "libya"), place("@?benghazi", "Benghazi")),
    reading("d3", place("@homs/outskirts", "the outskirts of Homs", "homs", direction="outskirts")),
    reading(
        "d4",
        place("@homs/between:@hama", "Homs", "homs", direction="between:@hama"),
        place("@hama/between:@homs", "between Homs and Hama", "hama", direction="between:@homs"),
    ),
    reading("d5", Entity("?person:osama bawizani", "actor", "Osama Bawizani"), Entity("syrian-army", "actor", "SAA")),
    reading("d6", Entity("?person:osam bawizani", "actor", "Osam Bawizani"), place("@?xyzzy", "Xyzzy al-Nowhere")),
]


@pytest.fixture(scope="module")
def resolve() -> Resolve:
    return Resolve(load_theatre(("syria",)))


@settings(max_examples=25, deadline=None)
@given(st.permutations(READINGS))
def test_resolving_does_not_depend_on_the_order_of_reports(resolve, shuffled):
    straight, other = resolve(READINGS), resolve(shuffled)
    assert (other.places, other.actors) == (straight.places, straight.actors)
    assert set(other.mentions) == set(straight.mentions)


def test_both_names_of_a_stretch_between_two_places_mean_that_stretch(resolve):
    found = resolve(READINGS)
    told = {mention.refers_to for mention in found.mentions if mention.document == "d4"}
    assert told == {"between-hama-and-homs"}
