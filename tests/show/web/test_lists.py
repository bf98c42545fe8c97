"""Lists: filters, counts, order and the same rows as JSON, CSV and GeoJSON."""

import csv
import io

import pytest

NAMES = ("events", "claims", "documents", "stories", "actors", "places", "outlets", "deals", "control")


@pytest.mark.parametrize("name", [*NAMES, "wording", "coverage", "agreement", "search"])
def test_every_list_is_there_as_page_json_and_csv(client, name):
    query = "?q=oldbridge" if name == "search" else ""
    page, data, table = (client.get(f"/{name}{form}{query}") for form in ("", ".json", ".csv"))
    assert page.status_code == data.status_code == table.status_code == 200
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert data.json()["total"] == len(data.json()["rows"]) == len(rows) == int(table.headers["X-Total-Count"])
    assert [row["id"] for row in data.json()["rows"]] == [row["id"] for row in rows]
    assert name == "agreement" or rows


def ids(client, address):
    return {row["id"] for row in client.get(address).json()["rows"]}


def test_filters_keep_what_fits(client):
    everything = ids(client, "/claims.json")
    assert ids(client, "/claims.json?type=attack&place=stonewell") == {"c8"}
    assert ids(client, "/claims.json?mode=demanded") == {"c6"}
    assert ids(client, "/claims.json?actor=iven-tolk") == {"c9"}
    assert ids(client, "/claims.json?outlet=herald") == {
        id for id in everything if id not in ("c2", "c3", "c11", "c12")
    }
    assert ids(client, "/claims.json?from=2012-01-01&to=2012-12-31") == {"c7"}
    assert ids(client, "/events.json?contested=yes") == {"e1"}
    assert ids(client, "/events.json?camp=opposition") == {"e1"}
    assert ids(client, "/events.json?story=s1&type=displacement") == {"e12"}
    assert ids(client, "/actors.json?unknown=yes") == {"iven-tolk", "evil"}
    assert ids(client, "/places.json?q=OLD") == {"oldbridge"}


def test_a_place_stands_for_all_that_lies_in_it(client):
    within = ids(client, "/events.json?place=valley")
    assert within == ids(client, "/events.json?place=oldbridge") | ids(client, "/events.json?place=stonewell")
    assert "e13" not in within


def test_days_asked_for_leave_out_what_has_no_day(client):
    assert ids(client, "/events.json?from=2031-03-25&to=2031-03-25") >= {"e1", "e4"}
    assert ids(client, "/events.json?from=2040-01-01") == set()


def test_a_group_is_all_its_types(client):
    assert "e1" in ids(client, "/events.json?group=violence") and "e11" not in ids(
        client, "/events.json?group=violence"
    )
    assert ids(client, "/events.json?group=nonsense") == set()


def test_what_cannot_be_understood_asks_for_nothing(client):
    everything = ids(client, "/events.json")
    for query in ("from=yesterday", "order=drop table", "offset=-1", "bbox=1,2,3", "limit=many"):
        assert ids(client, f"/events.json?{query}") == everything
    assert client.get("/events?offset=99999").status_code == 200


def test_portions_add_up_to_the_list(client):
    whole = [row["id"] for row in client.get("/claims.json").json()["rows"]]
    parts = [client.get(f"/claims.json?limit=4&offset={at}").json() for at in range(0, len(whole), 4)]
    assert [row["id"] for part in parts for row in part["rows"]] == whole
    assert {part["total"] for part in parts} == {len(whole)}


def test_an_order_is_turned_round(client):
    up = [row["sources"] for row in client.get("/events.json?order=sources").json()["rows"]]
    down = [row["sources"] for row in client.get("/events.json?order=-sources").json()["rows"]]
    assert up == sorted(up) and down == sorted(down, reverse=True)


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(own, posting):
    from dateline.show.web.table import Cell, Column, Row, as_csv

    rows = [Row("x", (Cell('=HYPERLINK("http://evil.example")'), Cell(-3)))]
    text = "".join(as_csv((Column("words", "Words"), Column("number", "Number")), rows))
    assert list(csv.reader(io.StringIO(text)))[1] == ["x", '\'=HYPERLINK("http://evil.example")', "-3"]


def test_geojson_has_points_with_who_holds_them_on_a_day(client):
    places = client.get("/places.geojson?on=2020-01-01").json()
    held = {one["id"]: one["properties"] for one in places["features"]}
    assert [holder["id"] for holder in held["oldbridge"]["holders"]] == ["hill-front"]
    assert held["oldbridge"]["holders"][0]["camp"] == "opposition"
    before = client.get("/places.geojson?on=2011-01-01").json()
    assert all(not one["properties"]["holders"] for one in before["features"])
    assert places["features"][0]["geometry"]["coordinates"] == [20.1, 10.1]


def test_geojson_obeys_filters_and_the_box_of_the_map(client):
    events = client.get("/events.geojson?contested=yes").json()
    assert [one["properties"]["id"] for one in events["features"]] == ["e1"] and events["total"] == 1
    assert events["features"][0]["properties"]["group"] == "violence"
    inside = client.get("/places.geojson?bbox=20,10,20.15,10.15").json()
    assert [one["id"] for one in inside["features"]] == ["oldbridge"]
    assert client.get("/events.geojson?limit=2").json()["shown"] == 2


def test_lanes_by_place_actor_and_deal(client):
    for by, lane in (("place", "oldbridge"), ("actor", "army"), ("deal", "x1")):
        events = client.get(f"/lanes.json?by={by}").json()["events"]
        assert any(one["id"] == lane for event in events for one in event["lanes"])
        assert all(event["earliest"] or event["latest"] for event in events)


def test_a_list_is_shown_in_french(client):
    text = client.get("/events?lang=fr").text
    assert 'lang="fr"' in text and "attaque" in text and "Événement" in text
    assert "lang=fr" in client.get("/events?lang=fr").headers["set-cookie"]
    client.cookies.clear()
    assert "Événement" in client.get("/events", headers={"Accept-Language": "fr-CA,fr;q=0.9"}).text
    client.cookies.clear()
