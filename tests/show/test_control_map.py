"""The picture of a map says who is told to hold what, in shapes and words, on a ground of land and borders."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from dateline.model import LedgerEntry
from dateline.show.pictures.control_map import Spot, draw_control_map, main_box
from dateline.show.pictures.drawing import Caption
from dateline.show.pictures.ground import View, ground, ground_names
from dateline.show.pictures.holders import COLOURS, looks
from dateline.show.pictures.standing import place_standing

SVG = "{http://www.w3.org/2000/svg}"
ALEPPO = (36.9, 36.0, 37.5, 36.4)
GOLAN = (35.4, 32.6, 36.4, 33.5)
CAPTION = Caption("A day", "Events of a day", "Source: a record")


def entry(holder, place="aleppo", status="claimed", since=date(2016, 12, 1), until=None):
    return LedgerEntry(f"{holder}-{place}-{since}", place, holder, since, until, status, ())


def drawn(*spots, box=ALEPPO, key=()):
    return draw_control_map(spots, box, key, CAPTION)


def classes(svg):
    return [one.get("class") for one in ET.fromstring(svg).iter() if (one.get("class") or "").startswith("holding")]


# --- looks ----------------------------------------------------------------------------------------------------------
def test_whoever_is_told_for_most_places_has_the_first_colour():
    told = [entry("b", "one"), entry("a", "one"), entry("b", "two"), entry("b", "two", since=date(2017, 1, 1))]
    found = looks(told, {"a": "Alpha", "b": "Beta"})
    assert found["b"].colour == COLOURS[0] and found["a"].colour == COLOURS[1]


def test_no_two_holders_have_the_same_letters():
    names = {
        "a": "Syrian Arab Army",
        "b": "Southern Army",
        "c": "Salah al-Din Army",
        "d": "rebels",
        "e": "Red Army",
        "f": "الجيش",
    }
    found = looks([entry(id) for id in names], names)
    letters = [look.letters for look in found.values()]
    assert len(set(letters)) == len(names)
    assert found["a"].letters == "SA" and found["d"].letters in ("Re", "RA")


def test_holders_beyond_the_colours_share_a_grey_and_keep_their_letters():
    names = {f"h{n}": f"{letters} group" for n, letters in enumerate("AB CD EF GH IJ KL MN OP QR".split())}
    found = looks([entry(id) for id in names], names)
    assert len({look.colour for look in found.values()}) == len(COLOURS) + 1


# --- standing -------------------------------------------------------------------------------------------------------
def test_who_holds_a_place_on_a_day():
    told = [entry("rebels", until=date(2016, 12, 10), status="reported"), entry("army", since=date(2016, 12, 11))]
    assert place_standing(told, date(2016, 12, 5)).status == "reported"
    assert [one.holder for one in place_standing(told, date(2016, 12, 12)).entries] == ["army"]
    assert place_standing(told, date(2016, 11, 1)).status == "none"


def test_what_is_told_without_a_day_counts_only_where_nothing_else_is_told():
    undated = entry("army", since=None)
    assert place_standing([undated], date(2016, 12, 5)).status == "undated"
    assert place_standing([undated, entry("rebels")], date(2016, 12, 5)).status == "claimed"


def test_contested_is_told_before_all_and_nobody_known_is_unknown():
    both = [entry("army", status="reported"), entry("rebels", status="contested")]
    assert place_standing(both, date(2016, 12, 5)).status == "contested"
    assert place_standing([entry("", status="unknown")], date(2016, 12, 5)).status == "unknown"


# --- the ground -----------------------------------------------------------------------------------------------------
def test_the_ground_has_land_and_sea_borders_and_names():
    view = View((33.0, 33.0, 39.0, 37.5), 960)
    parts = " ".join(ground(view))
    assert 'class="land"' in parts and 'class="border"' in parts and 'class="province"' in parts
    names = {words for words, _, _ in ground_names(view, local=False)}
    assert {"Aleppo", "Idlib"} <= names
    assert "محافظة حلب" in {words for words, _, _ in ground_names(view, local=True)}


def test_a_border_that_is_not_agreed_is_drawn_apart_with_its_note():
    parts = [part for part in ground(View(GOLAN, 960)) if 'class="disputed"' in part]
    assert any("Golan Heights" in part for part in parts)
    assert not [part for part in ground(View((37.6, 34.2, 38.9, 35.0), 960)) if 'class="disputed"' in part]


def test_land_is_cut_to_the_view():
    numbers = [
        float(n) for part in ground(View(ALEPPO, 960)) for n in re.findall(r"[ML](-?[\d.]+) ", part) if "land" in part
    ]
    assert numbers and min(numbers) > -1 and max(numbers) < 961


def test_the_high_north_and_the_edge_of_the_world_can_be_drawn():
    for box in ((-180.0, 60.0, 180.0, 89.0), (170.0, -50.0, 180.0, -30.0), (0.0, 0.0, 0.0, 0.0)):
        ET.fromstring(drawn(box=box))


# --- the picture ----------------------------------------------------------------------------------------------------
def test_each_standing_looks_different():
    army, rebels = looks([entry("army"), entry("rebels")], {"army": "Army", "rebels": "rebels"}).values()
    ways = {
        "claimed": (army,),
        "reported": (army,),
        "contested": (army, rebels),
        "undated": (army,),
        "unknown": (),
        "none": (),
    }
    shapes = set()
    for status, sides in ways.items():
        svg = drawn(Spot("A place", 36.2, 37.2, status, sides), key=[("Army", army)])
        first = next(one for one in ET.fromstring(svg).iter() if one.get("class") == f"holding {status}")
        shapes.add(re.sub(r' (xmlns|class)\S*="[^"]*"', "", ET.tostring(first, encoding="unicode")))
    assert len(shapes) == len(ways)


def test_an_area_is_a_dashed_circle_of_its_radius_and_a_point_is_none():
    area, point = drawn(Spot("Area", 36.2, 37.2, radius_km=5)), drawn(Spot("Point", 36.2, 37.2))
    assert "drawn as a circle of 5 km" in area and "drawn as a circle" not in point


def test_names_are_words_never_markup():
    svg = drawn(Spot('<script>alert(1)</script> & "x"', 36.2, 37.2, held="<b>"), key=[])
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert "<script>alert(1)" in "".join(ET.fromstring(svg).itertext())


def test_the_picture_says_in_words_what_it_shows():
    told = next(
        ET.fromstring(
            drawn(Spot("Aleppo", 36.2, 37.2, "claimed", held="rebels, claimed", events={"violence": 3}))
        ).iter(f"{SVG}desc")
    )
    assert "Aleppo: rebels, claimed, 3 events" in (told.text or "")
    assert classes(drawn(Spot("Far", 10.0, 10.0, "unknown")))[0] == "holding reported"  # the key alone: it lies outside


def test_the_main_box_leaves_out_places_far_off():
    box = main_box([(37.1, 36.2, 9), (37.2, 36.1, 5), (96.7, 61.5, 1)])
    assert box and box[2] < 40
    assert main_box([]) is None
