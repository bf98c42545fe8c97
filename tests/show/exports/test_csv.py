"""The CSV export is tidy, opens in pandas and R, computes nothing, and comes back without loss."""

import csv
import io
import shutil
import subprocess

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.show.exports import export
from dateline.show.exports.cells import escaped, from_cell, to_cell, unescaped
from dateline.show.exports.csv_tables import header, write_jsonl_of_tables
from dateline.show.exports.tables import TABLES, tables_of
from dateline.show.selection import Filter


@pytest.fixture(scope="module")
def folder(record, tmp_path_factory):
    target = tmp_path_factory.mktemp("csv") / "war"
    export(record, "csv", target)
    return target


def as_jsonl(record, wanted=None):
    stream = io.StringIO()
    export(record, "jsonl", stream, wanted)
    return stream.getvalue()


@pytest.mark.parametrize("wanted", [Filter(), Filter(redact_persons=True), Filter(place="stonewell")], ids=str)
def test_the_tables_come_back_as_the_same_json_lines(record, tmp_path, wanted):
    export(record, "csv", tmp_path / "war", wanted)
    back = io.StringIO()
    write_jsonl_of_tables(tmp_path / "war", back)
    assert back.getvalue() == as_jsonl(record, wanted)


def test_every_table_is_there_with_its_header(folder):
    for top in TABLES:
        for table in tables_of(top):
            with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as lines:
                assert next(csv.reader(lines)) == header(table)


def test_lines_end_as_rfc_4180_says_and_no_mark_comes_first(folder):
    data = (folder / "outlets.csv").read_bytes()
    assert data.startswith(b"id,name,") and data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_pandas_reads_dates_numbers_and_names(folder):
    claims = pd.read_csv(folder / "claims.csv", parse_dates=["time_earliest", "time_latest"])
    first = claims.set_index("id").loc["c1"]
    assert first["time_earliest"] == pd.Timestamp("2031-03-25")
    assert (first["actor_names"], first["outlet_name"]) == ("Northland Army", "The Herald")
    events = pd.read_csv(folder / "events.csv").set_index("id")
    assert tuple(events.loc["e1", ["killed_low", "killed_best", "killed_high"]]) == (10, 43, 43)


def test_claim_assessment_and_confirmation_are_columns_of_their_own(folder):
    claims = pd.read_csv(folder / "claims.csv").set_index("id")
    assert claims.loc["c5", "review"] == "accepted"
    assert claims.loc["c8", "review"] == "rejected"
    assert pd.isna(claims.loc["c1", "review"])
    events = pd.read_csv(folder / "events.csv").set_index("id")
    assert (events.loc["e5", "claims_accepted"], events.loc["e1", "claims_accepted"]) == (1, 0)
    assert events.loc["e1", "credibility"] == 2


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed (Debian: r-base-core)")
def test_r_reads_the_tables(folder):
    code = "x <- read.csv(commandArgs(TRUE)[1]); stopifnot(nrow(x) > 10, x$type[x$id == 'c1'] == 'attack')"
    assert subprocess.run(["Rscript", "-e", code, folder / "claims.csv"], check=False).returncode == 0


# --- cells ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "＝1"])
def test_no_cell_begins_with_what_starts_a_formula(text):
    cell = escaped(text)
    assert cell == f"'{text}"
    assert unescaped(cell) == text


@pytest.mark.parametrize("text", ["", "plain", "'tis said", "''", "5 - 3", " =1"])
def test_other_text_stays_as_it_is(text):
    assert escaped(text) == text == unescaped(text)


def test_a_negative_number_is_a_number():
    assert to_cell(-33.5, "number") == "-33.5"
    assert from_cell("-33.5", "number") == -33.5


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text):
    assert from_cell(to_cell(text, "words"), "words") == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_list_comes_back(words):
    assert from_cell(to_cell(list(words), "list"), "list") == words


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(number):
    assert from_cell(to_cell(number, "number"), "number") == number


# --- reading back ---------------------------------------------------------------------------------------------------
def spoilt(folder, tmp_path, name, change):
    target = tmp_path / "spoilt"
    shutil.copytree(folder, target)
    path = target / name
    text = change(path.read_text(encoding="utf-8"))
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        write_jsonl_of_tables(target, io.StringIO())
    return str(error.value)


def test_a_missing_table_is_named(folder, tmp_path):
    assert "places.csv: this table is missing" in spoilt(folder, tmp_path, "places.csv", lambda text: None)


def test_a_missing_column_is_named(folder, tmp_path):
    told = spoilt(folder, tmp_path, "places.csv", lambda text: text.replace("lat,", "latitude,", 1))
    assert "places.csv: the columns lat are missing" in told


def test_a_row_that_is_too_short_is_named(folder, tmp_path):
    assert "row " in spoilt(folder, tmp_path, "outlets.csv", lambda text: text + "x,y\r\n")


def test_a_cell_that_does_not_fit_is_named(folder, tmp_path):
    told = spoilt(folder, tmp_path, "places.csv", lambda text: text.replace("10.1,20.1", "ten,20.1"))
    assert "places.csv" in told and "lat" in told and "ten" in told
