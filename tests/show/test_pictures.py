"""The map and the timeline show what the record says and are sound SVG."""

import math
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from dateline.model import Interval
from dateline.record import create_or_open
from dateline.show.choosing import choose
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.pictures import draw_map, draw_timeline, map_svg, timeline_svg
from dateline.show.pictures.labels import Label, leader, place_labels
from dateline.show.sentences import Composer

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg, name):
    return list(ET.fromstring(svg).iter(f"{SVG}{name}"))


def spot(svg, name):
    """The circle whose title starts with the name: its x, y and radius."""
    for circle in drawn(svg, "circle"):
        title = circle.find(f"{SVG}title")
        if title is not None and (title.text or "").startswith(name):
            return tuple(float(circle.get(key)) for key in ("cx", "cy", "r"))
    raise AssertionError(f"{name} is not on the map")


def test_the_map_has_north_up_and_larger_dots_for_more_events(record):
    svg = map_svg(record)
    oldbridge, stonewell = spot(svg, "Oldbridge"), spot(svg, "Stonewell")
    assert stonewell[0] > oldbridge[0]  # it lies east
    assert stonewell[1] < oldbridge[1]  # and north
    assert oldbridge[2] > stonewell[2]


def test_the_map_has_a_scale_and_words_for_those_who_cannot_see_it(record):
    svg = map_svg(record)
    assert re.search(r">\d+ km<", svg)
    assert drawn(svg, "title")[0].text == "Map of the places of events"
    assert "Oldbridge" in (drawn(svg, "desc")[0].text or "")


def test_pictures_are_sound_xml_without_anything_from_outside(record):
    for svg in (map_svg(record), timeline_svg(record)):
        ET.fromstring(svg)
        assert not drawn(svg, "script") and not drawn(svg, "image")
        assert "<script" not in svg and not re.search(r"url\((?!#)|href", svg)


def test_an_area_is_a_ring_within_its_extent_and_a_place_a_dot(record):
    contents = Contents(record)
    wide = next(place for place in contents.places.values() if place.name == "Stonewell")
    contents.places[wide.id] = replace(wide, radius_km=2.0)
    circles = [one for one in drawn(draw_map(contents, Naming(contents)), "circle") if len(one)]
    filled = {one[0].text: one.get("fill") for one in circles if not one.get("stroke-dasharray")}
    assert [one[0].text for one in circles if one.get("stroke-dasharray")] == [
        "Extent of Stonewell, taken as a circle of 2 km"
    ]
    fills = {str(title).split(":")[0]: fill for title, fill in filled.items()}
    assert fills["Stonewell"] != fills["Oldbridge"]


def test_a_wide_area_does_not_shrink_the_places_to_one_point(record):
    contents = Contents(record)
    wide = next(place for place in contents.places.values() if place.name == "Stonewell")
    apart = []
    for radius in (0.0, 10.0, 90.0):
        contents.places[wide.id] = replace(wide, radius_km=radius)
        svg = draw_map(contents, Naming(contents))
        apart.append(math.dist(spot(svg, "Oldbridge")[:2], spot(svg, "Stonewell")[:2]))
    assert apart[2] == apart[1] > 0.3 * apart[0]


def crowd():
    return [
        Label(f"Village {number}", 300 + 9 * (number % 4), 200 + 5 * (number // 4), 5.0, 13.0) for number in range(12)
    ]


def apart(a, b):
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def box(label, x, y):
    """Where a label's words stand, as wide as letters are in DejaVu Sans, a wide font."""
    return (x, y - 0.75 * label.size, x + 0.5 * len(label.words) * label.size, y + 0.2 * label.size)


def test_labels_cover_neither_each_other_nor_a_dot_nor_what_is_blocked():
    wanted, blocked = crowd(), (320.0, 180.0, 420.0, 200.0)
    placed = place_labels(wanted, 720, 480, [blocked])
    boxes = [box(*one) for one in placed]
    dots = [(one.x - 5, one.y - 5, one.x + 5, one.y + 5) for one in wanted]
    assert len(placed) > len(wanted) / 2
    for index, a in enumerate(boxes):
        assert all(apart(a, b) for b in [*boxes[index + 1 :], *dots, blocked])


def test_a_label_that_stands_far_off_is_joined_to_its_dot():
    placed = place_labels(crowd(), 720, 480)
    assert leader(*placed[0]) is None
    far = [one for one in placed if not -22 < one[1] - one[0].x - 9 < 22 and leader(*one)]
    assert far
    for label, x, y in far:
        ends = leader(label, x, y)
        assert ends
        assert math.hypot(ends[0] - label.x, ends[1] - label.y) == pytest.approx(label.radius)


def test_a_label_without_room_is_left_out():
    assert place_labels([Label("A name longer than the picture", 40, 40, 5.0, 13.0)], 80, 80) == []


def test_the_timeline_has_a_lane_for_each_place_and_soft_ends_where_no_day_is_told(record):
    svg = timeline_svg(record)
    words = [text.text for text in drawn(svg, "text")]
    assert "Oldbridge" in words and "Stonewell" in words
    assert any("url(#dl-deal-open-shut)" in (bar.get("fill") or "") for bar in drawn(svg, "rect"))
    assert any("gave the Hill Front an ultimatum" in (title.text or "") for title in drawn(svg, "title"))


def timeline_of(record, times):
    """The timeline of as many events as there are times, all of one place, made from an event of the record."""
    contents = Contents(record)
    naming = Naming(contents)
    composer = Composer(contents, naming)
    chosen = choose(contents, composer)
    told = [
        replace(chosen.told[0], event=replace(chosen.told[0].event, id=f"e{number:03}", time=time))
        for number, time in enumerate(times)
    ]
    return draw_timeline(contents, naming, composer, replace(chosen, told=tuple(told)))


def day(number, month=3):
    return Interval(date(2031, month, number), date(2031, month, number), "text")


def marks(svg):
    return [one for one in drawn(svg, "circle") + drawn(svg, "rect") if one.find(f"{SVG}title") is not None]


def test_the_timeline_shows_a_day_near_the_others_and_leaves_out_another_year(record):
    times = [day(number) for number in range(10, 30)] + [day(6)]
    assert len(marks(timeline_of(record, times))) == 21
    svg = timeline_of(record, [*times, Interval(date(2019, 1, 1), date(2019, 1, 1), "text")])
    assert len(marks(svg)) == 21
    assert "1 more event not in this picture" in [text.text for text in drawn(svg, "text")]


def test_no_two_events_of_the_timeline_cover_each_other(record):
    svg = timeline_of(record, [day(10)] * 30 + [day(12)] * 3)
    places = [(float(one.get("cx")), float(one.get("cy"))) for one in marks(svg)]
    assert len(places) == len(set(places)) < 33
    assert any((text.text or "").endswith("more events not in this picture") for text in drawn(svg, "text"))


def test_the_keys_of_the_legend_stand_apart(record):
    wide = {"violence": 4.2, "territory": 4.1, "deal": 2.1, "movement": 5.4}  # in DejaVu Sans, of the font size
    svg = timeline_svg(record)
    ends = [float(text.get("x", "")) + 11 * wide[text.text or ""] for text in drawn(svg, "text") if text.text in wide]
    keys = [float(one.get("cx", "")) - 4.5 for one in drawn(svg, "circle") if not len(one)]
    assert len(ends) == 4 and len(keys) == 5
    assert all(end + 4 < key for end, key in zip(ends, keys[1:], strict=True))


def test_nothing_to_draw_is_no_picture(tmp_path):
    record = create_or_open(tmp_path / "empty.dateline")
    assert map_svg(record) == "" and timeline_svg(record) == ""
