"""The ACLED-shaped export keeps to ACLED's columns, vocabularies and practice, and says that it is none of ACLED's data."""

import io
import json

import pandas as pd
import pytest
import yaml

from dateline.codebook.vocabulary import load_vocabulary
from dateline.show.exports import acled, export
from tests.show.sample import make_record, make_views

BOOK = acled._codebook()


@pytest.fixture(scope="module")
def table(placed):
    stream = io.StringIO()
    export(placed, "acled", stream)
    return pd.read_csv(io.StringIO(stream.getvalue()), keep_default_na=False).set_index("dateline_id", drop=False)


def test_the_columns_are_those_of_acled_with_ours_behind(table):
    assert list(table.columns) == [*acled.ACLED_COLUMNS, *acled.ACLED_OWN]


def test_sub_events_are_those_of_the_codebook_of_event_types():
    told = {sub: event for event, subs in BOOK["event_types"].items() for sub in subs}
    assert told == load_vocabulary().acled


def test_every_value_is_one_that_acled_knows(table):
    types, book = BOOK["actor_types"], BOOK
    assert len(table) > 0
    assert set(table["event_type"]) <= set(book["event_types"])
    assert all(
        sub in book["event_types"][event]
        for event, sub in zip(table["event_type"], table["sub_event_type"], strict=True)
    )
    assert set(table["disorder_type"]) <= set(book["disorder_types"].values())
    assert set(table["inter1"]) <= set(types) and set(table["inter2"]) <= {"", *types}
    pairs = {f"{one}-{other}" for at, one in enumerate(types) for other in types[at:]}
    pairs = pairs - {"Civilians-External/Other forces"} | {"External/Other forces-Civilians"}
    assert set(table["interaction"]) <= pairs | {f"{one} only" for one in types}
    assert set(table["time_precision"]) <= {1, 2, 3} and set(table["geo_precision"]) <= {1, 2, 3}
    assert set(table["civilian_targeting"]) <= {"", "Civilian targeting"}


def test_a_battle_has_its_two_sides_and_the_lowest_count_of_dead(table):
    row = table.loc["e1"]
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Northland Army", "State forces", "Hill Front", "Rebel group",
    )  # fmt: skip
    assert (row["interaction"], row["fatalities"]) == ("State forces-Rebel group", 10)
    assert (row["event_date"], row["time_precision"], row["location"], row["geo_precision"]) == (
        "2031-03-25", 1, "Oldbridge", 1,
    )  # fmt: skip
    assert row["contested"]


def test_a_foreign_army_is_an_external_force():
    from dateline.model import Actor, Place

    place = Place("oldbridge", "Oldbridge", "town", 10.1, 20.1, 0.0, "NL")
    kinds = {
        Actor("a", "A", "state force", country="NL"): "State forces",
        Actor("b", "B", "state force", country="SL"): "External/Other forces",
        Actor("c", "C", "armed group", camp="opposition"): "Rebel group",
        Actor("d", "D", "armed group", camp="government"): "Political militia",
        Actor("e", "E", "humanitarian"): "Civilians",
    }
    assert {actor: acled._type(actor, "Battles", place) for actor in kinds} == kinds
    assert acled._type(Actor("f", "F", "civilian group"), "Protests", place) == "Protesters"
    assert acled._type(Actor("f", "F", "civilian group"), "Riots", place) == "Rioters"


def test_what_is_only_planned_or_threatened_is_no_event(table):
    planned = [id for claim in make_views().claims if claim.modality.value == "planned" for id in [f"e{claim.id[1:]}"]]
    assert planned and not set(planned) & set(table.index)


def test_what_has_no_row_is_counted_and_the_file_is_called_acled_shaped(placed, tmp_path):
    export(placed, "acled", tmp_path / "war.csv")
    told = json.loads((tmp_path / "war.csv.metadata.json").read_text(encoding="utf-8"))
    events = len(list(placed.events()))
    rows = len(pd.read_csv(tmp_path / "war.csv"))
    rejected = 1
    assert rows + sum(told["left_out"].values()) == events - rejected
    assert "ACLED-shaped" in told["licence"] and "not ACLED data" in told["licence"]


def test_the_data_file_parses():
    assert yaml.safe_load(yaml.safe_dump(BOOK)) == BOOK


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    """The sample, its attack coded as an armed clash."""
    from dataclasses import replace

    record, views = make_record(tmp_path_factory.mktemp("acled")), make_views()
    coded = tuple(replace(c, acled="Armed clash") if c.type == "attack" else c for c in views.claims)
    record.replace_views(replace(views, claims=coded, reviews=tuple(record.reviews())))
    return record
