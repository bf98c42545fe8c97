"""The GED-shaped export keeps to UCDP's columns, precisions and counts; source_original is who claims it."""

import datetime as dt
import io

import pandas as pd
import pytest

from dateline.model import Place
from dateline.show.exports import export
from dateline.show.exports.geography import cell
from dateline.show.exports.ucdp import UCDP_COLUMNS, UCDP_OWN, _when
from dateline.show.facts import Days


@pytest.fixture(scope="module")
def table(record):
    stream = io.StringIO()
    export(record, "ucdp", stream)
    return pd.read_csv(io.StringIO(stream.getvalue()), keep_default_na=False).set_index("dateline_id", drop=False)


def test_the_columns_are_those_of_ged_with_ours_behind(table):
    assert list(table.columns) == [*UCDP_COLUMNS, *UCDP_OWN]
    assert len(UCDP_COLUMNS) == 49


def test_an_event_has_sides_counts_precisions_and_claimants(table):
    row = table.loc["e1"]
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("Northland Army", "Hill Front", 1)
    assert row["dyad_name"] == "Northland Army - Hill Front"
    assert (row["low"], row["best"], row["high"]) == (10, 43, 43)
    assert row["deaths_a"] + row["deaths_b"] + row["deaths_civilians"] + row["deaths_unknown"] == row["best"]
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == (1, 1, 1)
    assert row["source_original"] != "" and "Herald" in row["source_office"]
    assert row["geom_wkt"] == "POINT (20.1 10.1)"


def test_only_events_with_deaths_that_are_told_as_facts_are_in(table):
    assert set(table.index) <= {"e1", "e4"}
    assert (table["high"] >= 1).all()


@pytest.mark.parametrize(
    ("last", "open_end", "precision"),
    [(25, False, 1), (27, False, 2), (30, False, 2), (31, False, 3), (25, True, 4)],
)
def test_date_precision_follows_the_length_of_the_days(last, open_end, precision):
    days = Days(dt.date(2031, 3, 25), dt.date(2031, 3, last), "text", open_end=open_end)
    assert _when(days, Place("p", "P", "town"))["date_prec"] == precision


def test_a_month_is_4_and_more_is_5():
    place = Place("p", "P", "town")
    month, year = (
        Days(dt.date(2031, 3, 1), dt.date(2031, 3, 31), "text"),
        Days(dt.date(2031, 1, 1), dt.date(2031, 12, 31), "text"),
    )
    assert (_when(month, place)["date_prec"], _when(year, place)["date_prec"]) == (4, 5)


def test_the_grid_cell_is_that_of_prio_grid():
    assert cell(-90, -180) == 1
    assert cell(89.9, 179.9) == 259_200
    assert cell(33.5, 36.3) == (int((33.5 + 90) * 2)) * 720 + int((36.3 + 180) * 2) + 1
