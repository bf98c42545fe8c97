"""The map and the timeline show what the record says and are sound SVG."""

import re
import xml.etree.ElementTree as ET

from dateline.record import create_or_open
from dateline.show.pictures import map_svg, timeline_svg
from dateline.show.pictures.labels import Label, place_labels

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


def test_labels_never_cover_each_other():
    crowd = [
        Label(f"Village {number}", 300 + 9 * (number % 4), 200 + 5 * (number // 4), 5.0, 13.0) for number in range(12)
    ]
    boxes = [(x, y - 10, x + 60, y + 3) for _, x, y in place_labels(crowd, 720, 480)]
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_the_timeline_has_a_lane_for_each_place_and_soft_ends_where_no_day_is_told(record):
    svg = timeline_svg(record)
    words = [text.text for text in drawn(svg, "text")]
    assert "Oldbridge" in words and "Stonewell" in words
    assert any("url(#dl-deal-open-shut)" in (bar.get("fill") or "") for bar in drawn(svg, "rect"))
    assert any("gave the Hill Front an ultimatum" in (title.text or "") for title in drawn(svg, "title"))


def test_nothing_to_draw_is_no_picture(tmp_path):
    record = create_or_open(tmp_path / "empty.dateline")
    assert map_svg(record) == "" and timeline_svg(record) == ""
