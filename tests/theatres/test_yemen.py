"""The theatre of Yemen: chosen for reports of that war and no other, and good enough to read them by."""

from pathlib import Path

import pytest

from dateline.record import Record
from dateline.run import build
from dateline.run.choice import choose_theatres
from dateline.settings import Settings
from dateline.theatres import load_theatre
from dateline.theatres.gazetteer import distance_km, load_gazetteer

REPORTS = Path(__file__).resolve().parents[1] / "fixtures" / "yemen"
SYRIAN = Path(__file__).resolve().parents[2] / "examples" / "aleppo-2016"
CODED = sorted(REPORTS.glob("0[1-8]-*.txt"))


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Record:
    return build([REPORTS], tmp_path_factory.mktemp("yemen") / "yemen.dateline").record


@pytest.mark.parametrize("path", CODED, ids=lambda path: path.stem)
def test_each_report_of_that_war_brings_it_in_and_no_other(path):
    assert choose_theatres("auto", [path.read_text(encoding="utf-8")]) == ("world", "yemen")


@pytest.mark.parametrize("path", sorted(SYRIAN.glob("*.txt")), ids=lambda path: path.stem)
def test_reports_of_another_war_do_not_bring_it_in(path):
    assert "yemen" not in choose_theatres("auto", [path.read_text(encoding="utf-8")])


def test_reports_of_no_known_war_are_read_with_the_world_alone(tmp_path):
    text = "Police in Lima fired tear gas at protesters on Monday, wounding four people, the Peruvian government said."
    (tmp_path / "peru.txt").write_text(text, encoding="utf-8")
    found = build([tmp_path / "peru.txt"], tmp_path / "peru.dateline", Settings(published="2020-11-10"))
    assert found.theatres == ("world",)
    assert {claim.type for claim in found.record.claims()}
    assert any(place.country == "PE" for place in found.record.places())


def test_it_is_large_enough_and_every_row_tells_its_source():
    world, theatre = load_theatre(()), load_theatre(("yemen",))
    folder = Path(theatre.folders[-1])
    actors = (folder / "actors.csv").read_text(encoding="utf-8").splitlines()[1:]
    places = (folder / "places.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(actors) >= 120
    assert all("general knowledge" in row for row in actors)
    assert all("general knowledge" in row or "GeoNames" in row for row in places)
    languages = {alias.language for alias in theatre.aliases[len(world.aliases) :]}
    assert languages == {"en", "fr", "ar", "ru"}
    dated = [actor for actor in theatre.actors.values() if any(part.since or part.until for part in actor.part_of)]
    assert len([actor for actor in dated if actor.country == "YE"]) >= 30


def test_it_places_what_the_gazetteer_lacks():
    theatre, gazetteer = load_theatre(("yemen",)), load_gazetteer()
    own = [place for place in theatre.places.values() if place.country == "YE" and place.kind != "province"]
    names = {place.id: {name for id, _, name in theatre.place_names if id == place.id} for place in own}
    lacking = [
        place
        for place in own
        if not any(hit.country == "YE" for name in names[place.id] for hit in gazetteer.find(name))
    ]
    assert len(lacking) >= 60


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("sanaa", 15.35, 44.21),
        ("aden", 12.79, 45.03),
        ("hodeidah", 14.80, 42.95),
        ("marib", 15.46, 45.33),
        ("saada", 16.94, 43.76),
    ],
)
def test_the_chief_towns_lie_where_they_are(name, lat, lon):
    place = load_theatre(("yemen",)).places[name]
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 5


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Houthi rebels", "houthis"),
        ("rebelles houthis", "houthis"),
        ("أنصار الله", "houthis"),
        ("хуситы", "houthis"),
        ("Security Belt", "security-belt-forces"),
        ("Conseil de transition du Sud", "southern-transitional-council"),
        ("Mahdi al-Machat", "mahdi-al-mashat"),
        ("ألوية العمالقة", "giants-brigades"),
        ("UN envoy for Yemen", "un-envoy-yemen"),
    ],
)
def test_one_actor_by_its_names_in_every_language(name, actor):
    assert (actor, name) in {(alias.actor, alias.text) for alias in load_theatre(("yemen",)).aliases}


def test_who_belonged_to_whom_is_dated():
    theatre = load_theatre(("yemen",))
    samad = theatre.actors["saleh-al-samad"].part_of[0]
    assert (samad.parent, samad.since, samad.until) == ("supreme-political-council", "2016-08", "2018-04")
    assert theatre.camp_of("yahya-saree") == "houthi"


def acts(record: Record, type_: str) -> set[tuple[str, str]]:
    """Give who does what of a type where."""
    return {
        (who, place)
        for claim in record.claims()
        if claim.type == type_
        for who in claim.actors
        for place in claim.places
    }


def test_the_reports_are_read_by_it(record):
    assert ("security-belt-forces", "dar-saad") in acts(record, "capture")
    assert ("hadrami-elite", "mukalla") in acts(record, "capture")
    assert ("southern-transitional-council", "aden") in acts(record, "capture")
    assert ("houthis", "sanaa") in acts(record, "killing")
    assert ("saudi-led-coalition", "hodeidah-airport") in acts(record, "airstrike")


def test_french_and_english_reports_meet_in_one_actor_and_place(record):
    told = {(m.refers_to, m.document) for m in record.mentions()}
    for shared in ("houthis", "hodeidah-port", "martin-griffiths", "southern-transitional-council"):
        assert len({document for id, document in told if id == shared}) >= 2, shared


def test_nearly_every_name_of_the_reports_is_known(record):
    named = [m for m in record.mentions() if m.form == "name"]
    unknown = {actor.id for actor in record.actors() if not actor.known} | {
        p.id for p in record.places() if p.lat is None
    }
    assert sum(m.refers_to in unknown for m in named) <= len(named) / 20
