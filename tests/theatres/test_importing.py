"""Places come into a theatre from a GeoNames dump or a list with P-codes; what cannot be used is counted, none is lost."""

import csv
import json
from pathlib import Path

import pytest

from dateline.errors import TheatreError
from dateline.theatres import load_theatre, shipped_theatres
from dateline.theatres.importing import import_places
from dateline.theatres.place_record import Source

DUMP = [
    "901\tMadīnat al Jisr\tMadinat al Jisr\tJisr City,مدينة الجسر,Джиср,JSR,http://example.org\t15.3\t44.2\tP\tPPLA\tYE\t\t26\t\t\t\t120000\t\t2253\tAsia/Aden\t2020-01-01",
    "902\tWādī an Nūr\tWadi an Nur\t\t15.5\t44.5\tT\tVAL\tYE\t\t26\t\t\t\t0\t\t900\tAsia/Aden\t2020-01-01",
    "903\tMukhayyam\tMukhayyam\t\t15.6\t44.6\tS\tCMPRF\tYE\t\t26\t\t\t\t0\t\t900\tAsia/Aden\t2020-01-01",
    "904\tElsewhere\tElsewhere\t\t30.1\t31.2\tP\tPPL\tEG\t\t11\t\t\t\t400\t\t9\tAfrica/Cairo\t2020-01-01",
    "905\tBroken\tBroken\t\tnorth\t31.2\tP\tPPL\tYE\t\t11\t\t\t\t400\t\t9\tAsia/Aden\t2020-01-01",
    "a line of another kind",
    "906\tBiʼr\tBir\t\t15.7\t44.7\tP\tPPL\tYE\t\t11\t\t\t\t40\t\t9\tAsia/Aden\t2020-01-01",
    "907\tSmall Hamlet\tSmall Hamlet\t\t15.7\t44.7\tP\tPPL\tYE\t\t11\t\t\t\t40\t\t9\tAsia/Aden\t2020-01-01",
    "908\tGrand Hotel\tGrand Hotel\t\t15.7\t44.7\tS\tHTL\tYE\t\t11\t\t\t\t0\t\t9\tAsia/Aden\t2020-01-01",
]


def rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "places.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "YE.txt"
    path.write_text("\n".join(DUMP) + "\n", encoding="utf-8", newline="\n")
    return path


def test_a_geonames_dump_becomes_places_with_names_by_script(tmp_path, dump):
    done = import_places(Source(dump, country="YE"), tmp_path / "mine")
    found = rows(tmp_path / "mine")
    assert set(found) == {"gn-901", "gn-902", "gn-903", "gn-907"}
    assert (done.added, done.known) == (4, 0)
    city = found["gn-901"]
    assert (city["name"], city["kind"], city["lat"], city["country"]) == ("Madinat al Jisr", "city", "15.30000", "YE")
    assert (city["aliases_en"], city["aliases_ar"], city["aliases_ru"]) == ("Jisr City", "مدينة الجسر", "Джиср")
    assert city["source"] == "GeoNames 901, CC BY 4.0"
    assert (found["gn-902"]["kind"], found["gn-903"]["kind"]) == ("area", "camp")
    assert float(found["gn-902"]["radius_km"]) > 0
    assert done.skipped == {
        "places of other countries": 1,
        "lines whose numbers are none": 1,
        "lines that do not have 19 columns": 1,
        "names shorter than 4 letters": 1,
        "features of kinds that reports seldom name": 1,
    }


def test_the_theatre_made_so_is_one_that_reading_uses(tmp_path, dump):
    import_places(Source(dump, country="YE"), tmp_path / "mine")
    assert load_theatre((str(tmp_path / "mine"),)).places["gn-901"].kind == "city"


def test_importing_again_adds_nothing_and_keeps_what_a_person_changed(tmp_path, dump):
    mine = tmp_path / "mine"
    import_places(Source(dump, country="YE"), mine)
    changed = (mine / "places.csv").read_text(encoding="utf-8").replace("Madinat al Jisr", "Bridge City")
    (mine / "places.csv").write_text(changed, encoding="utf-8")
    done = import_places(Source(dump, country="YE"), mine)
    assert (done.added, done.known) == (0, 4)
    assert (mine / "places.csv").read_text(encoding="utf-8") == changed


def test_small_settlements_can_be_left_out(tmp_path, dump):
    import_places(Source(dump, country="YE", min_population=500), tmp_path / "mine")
    assert "gn-907" not in rows(tmp_path / "mine")


def square(west: float, south: float, size: float) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(properties: dict[str, str], geometry: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_areas_with_p_codes_become_centres_with_a_radius(tmp_path):
    path = tmp_path / "adm.geojson"
    island = square(50.0, 12.0, 0.01)
    features = [
        feature(
            {"ADM1_EN": "Taizz", "ADM1_AR": "تعز", "ADM1_PCODE": "YE15", "ADM0_EN": "Yemen", "ADM0_PCODE": "YE"},
            {"type": "Polygon", "coordinates": [square(43.0, 13.0, 1.0)]},
        ),
        feature(
            {"adm2_name": "Al Mukha", "adm2_pcode": "YE1506", "adm1_name": "Taizz", "adm1_pcode": "YE15"},
            {"type": "MultiPolygon", "coordinates": [[island], [square(43.2, 13.2, 0.2)]]},
        ),
        feature({"name_en": "Old Well", "pcode": "YE-77"}, {"type": "Point", "coordinates": [44.0, 15.0]}),
        feature({"ADM1_EN": "No shape"}, None),
        feature({}, {"type": "Point", "coordinates": [44.0, 15.0]}),
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    done = import_places(Source(path, country="YE"), tmp_path / "mine")
    found = rows(tmp_path / "mine")
    assert done.added == 3
    assert sum(done.skipped.values()) == 2
    taizz, mukha, well = found["ye15"], found["ye1506"], found["ye-77"]
    assert (taizz["kind"], taizz["lat"], taizz["lon"], taizz["aliases_ar"]) == (
        "province",
        "13.50000",
        "43.50000",
        "تعز",
    )
    assert 60 < float(taizz["radius_km"]) < 63  # a circle as large as a square degree
    assert (mukha["kind"], mukha["parent"], mukha["lat"]) == ("district", "ye15", "13.30000")
    assert (well["kind"], well["radius_km"], well["country"]) == ("village", "0", "YE")


def test_a_big_geojson_is_read_piece_by_piece(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.theatres.pcode_files._CHUNK", 64)
    path = tmp_path / "many.json"
    points = [
        feature({"name": f"Well {n}", "pcode": f"W{n}"}, {"type": "Point", "coordinates": [44, 15]}) for n in range(300)
    ]
    path.write_text(json.dumps({"features": points}, indent=2), encoding="utf-8")
    assert import_places(Source(path), tmp_path / "mine").added == 300


def test_a_table_of_p_codes_becomes_places(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text(
        "admin4Pcode,admin4Name_en,admin4Name_ar,Latitude,Longitude\nYE150601,Al Zahari,الزهاري,13.42,43.27\nYE15x,Nowhere,,,\n",
        encoding="utf-8",
    )
    done = import_places(Source(path, country="YE", note="a survey of 2020"), tmp_path / "mine")
    row = rows(tmp_path / "mine")["ye150601"]
    assert (row["name"], row["kind"], row["aliases_ar"], row["source"]) == (
        "Al Zahari",
        "village",
        "الزهاري",
        "a survey of 2020",
    )
    assert done.skipped == {"rows without a point": 1}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("XX.txt", "some notes\n", "line 1: 1 columns where a GeoNames dump has 19"),
        ("a.geojson", '{"type": "Point"}', "holds no list of features"),
        ("b.geojson", '{"features": [{"type": "Fea', "breaks off or is no JSON"),
        ("c.csv", "name,pcode\nA Village,1\n", "no columns lat and lon"),
        ("d.pdf", "x", "cannot be told what it is by its ending"),
        ("e.csv", "name,lat,lon\n", "holds no place that can be used"),
    ],
)
def test_what_is_no_list_of_places_is_told_and_leaves_no_file(tmp_path, name, text, told):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(TheatreError, match=told):
        import_places(Source(tmp_path / name), tmp_path / "mine")
    assert not list((tmp_path / "mine").glob("*"))


def test_a_file_that_is_not_there_makes_no_folder(tmp_path):
    with pytest.raises(TheatreError, match="there is no such file"):
        import_places(Source(tmp_path / "none.txt"), tmp_path / "mine")
    assert not (tmp_path / "mine").exists()


def test_a_theatre_that_comes_along_is_not_written_to(tmp_path, dump):
    with pytest.raises(TheatreError, match="name a folder of your own"):
        import_places(Source(dump), shipped_theatres()["syria"])
