"""What the map and the lanes ask for: days, places with their holders, events in view, and pictures that carry no markup."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from dateline.record import DayCount
from dateline.show.web.days import main_days
from tests.show.web.conftest import client_of
from tests.ui.aleppo import make_record


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    """Asks a workbench over the record of maps and lanes."""
    return client_of(make_record(tmp_path_factory.mktemp("atlas")))


def ids(answer):
    return {one["properties"]["id"] for one in answer.json()["features"]}


def holders(answer, place):
    found = next(one["properties"] for one in answer.json()["features"] if one["properties"]["id"] == place)
    return [(one["id"], one["status"], one["letters"]) for one in found["holders"]]


# --- days -----------------------------------------------------------------------------------------------------------
def test_days_count_events_by_group_and_leave_none_out(atlas):
    told = atlas.get("/days.json").json()
    assert (told["first"], told["last"]) == ("2016-12-11", "2016-12-20")
    assert told["days"]["2016-12-16"]["violence"] == 2  # a shelling, and the siege that is told "by" that day
    assert told["undated"] == 1
    assert sum(sum(groups.values()) for groups in told["days"].values()) + told["undated"] == 28


def test_days_obey_the_filters(atlas):
    told = atlas.get("/days.json?group=movement").json()
    assert {group for groups in told["days"].values() for group in groups} == {"movement"}


def test_the_main_days_are_those_most_events_lie_in():
    many = [DayCount(date(2018, 3, day), "attack", 5) for day in range(10, 16)]
    old = [DayCount(date(2011, 3, 15), "protest", 4), DayCount(None, "attack", 9)]
    assert main_days([*old, *many]) == (date(2018, 3, 10), date(2018, 3, 15))
    assert main_days([DayCount(None, "attack", 2)]) is None
    assert main_days([DayCount(date(2018, 3, 10), "attack", 1)]) == (date(2018, 3, 10), date(2018, 3, 10))


# --- places and events ----------------------------------------------------------------------------------------------
def test_places_come_with_all_that_is_told_or_with_one_day(atlas):
    assert len(holders(atlas.get("/places.geojson"), "eastern-aleppo")) == 3
    assert holders(atlas.get("/places.geojson?on=2016-12-11"), "eastern-aleppo") == [("rebels", "reported", "Re")]
    assert holders(atlas.get("/places.geojson?on=2016-12-20"), "eastern-aleppo") == [("army", "contested", "SA")]


def test_a_colour_does_not_change_with_filters_or_days(atlas):
    def colours(query):
        features = atlas.get(f"/places.geojson{query}").json()["features"]
        return {one["id"]: one["colour"] for place in features for one in place["properties"]["holders"] if one["id"]}

    whole = colours("")
    for query in ("?on=2016-12-11", "?bbox=36,35,37.5,37", "?on=2016-12-20&place=aleppo"):
        assert colours(query).items() <= whole.items()


def test_events_of_a_view_are_those_in_it(atlas):
    found = atlas.get("/events.geojson?bbox=38,34,38.4,35")
    assert ids(found) == {"e33"}
    assert found.json()["total"] == 1


def test_an_open_end_lies_on_its_told_day_in_lists_and_on_maps(atlas):
    late, told = ("/events.geojson?from=2016-12-25&to=2016-12-26", "/events.geojson?from=2016-12-18&to=2016-12-18")
    assert ids(atlas.get(late)) == set()
    assert "e32" in ids(atlas.get(told))


def test_lanes_name_what_each_event_lies_on(atlas):
    by_place = atlas.get("/lanes.json?by=place&limit=100").json()
    by_deal = {one["id"]: one["lanes"] for one in atlas.get("/lanes.json?by=deal&limit=100").json()["events"]}
    assert next(one for one in by_place["events"] if one["id"] == "e33")["lanes"] == [
        {"id": "palmyra", "name": "Palmyra"}
    ]
    assert [lane["id"] for lane in by_deal["e34"]] == ["deal-1"] and by_deal["e33"] == []


# --- pictures -------------------------------------------------------------------------------------------------------
def words(answer):
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    return " ".join(ET.fromstring(answer.text).itertext())


def test_a_map_picture_tells_its_day_days_filters_and_source(atlas):
    told = words(atlas.get("/map.svg?on=2016-12-14&from=2016-12-08&to=2016-12-14&actor=army&contested=yes"))
    for said in (
        "14 December 2016",
        "Events of 8–14 December 2016",
        "actor: Syrian Arab Army",
        "contested only",
        "aleppo.dateline",
    ):
        assert said in told, said


def test_pictures_of_nothing_are_still_pictures(atlas):
    assert "No event with a day" in words(atlas.get("/timeline.svg?actor=nobody"))
    assert words(atlas.get("/map.svg?bbox=0,0,0.01,0.01"))
    assert words(atlas.get("/map.svg?bbox=nonsense&on=never"))


@pytest.mark.parametrize(
    "path", ["/map.svg", "/timeline.svg?by=actor", "/timeline.svg?by=place", "/map.svg?actor=%3Cscript%3E"]
)
def test_hostile_names_are_words_in_pictures(client, path):
    answer = client.get(path)
    drawn = ET.fromstring(answer.text)
    assert {one.tag.rpartition("}")[2] for one in drawn.iter()}.isdisjoint(
        {"script", "img", "image", "a", "foreignObject"}
    )
    assert "\u202e" not in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "sandbox" in answer.headers["content-security-policy"]
