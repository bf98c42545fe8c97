"""Map layers open in GeoPandas, lie where they should, and every row has the days that a time slider needs."""

import geopandas
import pandas as pd
import pytest
from shapely.geometry import Point

from dateline.show.exports import EXPORTS, export
from dateline.show.exports.geography import circle

LAYERS = ("events", "event_areas", "control", "control_areas")
FORMATS = [name for name in ("geojson", "gpkg") if name in EXPORTS]


@pytest.fixture(scope="module", params=FORMATS)
def layers(request, record, tmp_path_factory):
    target = tmp_path_factory.mktemp(request.param) / "war"
    export(record, request.param, target)
    if request.param == "gpkg":
        return {name: geopandas.read_file(target, layer=name) for name in LAYERS}
    return {name: geopandas.read_file(target / f"{name}.geojson") for name in LAYERS}


def test_events_are_points_where_their_place_is(layers):
    events = layers["events"].set_index("id")
    assert (events.geometry.loc["e1"].x, events.geometry.loc["e1"].y) == (20.1, 10.1)
    assert events.crs.to_epsg() == 4326


def test_every_row_has_its_first_and_last_day(layers):
    for name in (name for name in LAYERS if len(layers[name])):
        starts, ends = pd.to_datetime(layers[name]["date_start"]), pd.to_datetime(layers[name]["date_end"])
        assert starts.notna().all() and ends.notna().all() and (starts <= ends).all()


def test_areas_are_valid_polygons_around_their_point(layers):
    for name in ("event_areas", "control_areas"):
        for shape in layers[name].geometry:
            assert shape.geom_type == "Polygon" and shape.is_valid and shape.exterior.is_ccw


def test_a_holding_with_an_open_end_lasts_as_long_as_the_record_tells_of_anything(layers):
    row = layers["control"].set_index("id").loc["l1"]
    assert pd.Timestamp(row["date_start"]) == pd.Timestamp("2012-01-01")
    assert pd.Timestamp(row["date_end"]) == pd.Timestamp("2031-03-25")
    assert row["open_end"] and not row["open_start"]
    assert (row["holder"], row["status"]) == ("Hill Front", "claimed")


def test_told_assessed_and_reviewed_are_told_apart(layers):
    events = layers["events"].set_index("id")
    assert {"told_as", "credibility", "contested", "claims_accepted", "review"} <= set(events.columns)
    assert events.loc["e1", "told_as"] == "fact"
    assert events.loc["e1", "contested"]
    assert "e8" not in events.index  # rejected


def test_a_circle_keeps_its_radius():
    ring = circle(33.5, 36.3, 10)
    assert ring[0] == ring[-1]
    centre = geopandas.GeoSeries([Point(36.3, 33.5)], crs=4326).to_crs(32637)[0]
    corners = geopandas.GeoSeries([Point(*corner) for corner in ring], crs=4326).to_crs(32637)
    assert all(9_800 < centre.distance(corner) < 10_200 for corner in corners)


@pytest.mark.parametrize(("lat", "lon", "radius"), [(10, 20, 0), (88.9, 0, 30), (0, 179.9, 50), (0, 0, 3000)])
def test_where_no_circle_can_stand_there_is_none(lat, lon, radius):
    assert circle(lat, lon, radius) == []
