"""The Parquet tables have the rows of the CSV tables, with types: days are days, lists are lists."""

import datetime as dt

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dateline.show.exports import export


@pytest.fixture(scope="module")
def folder(record, tmp_path_factory):
    target = tmp_path_factory.mktemp("parquet") / "war"
    export(record, "parquet", target)
    return target


def test_it_has_the_same_tables_and_rows_as_csv(record, folder, tmp_path):
    export(record, "csv", tmp_path / "war")
    for path in (tmp_path / "war").glob("*.csv"):
        table = pq.read_table(folder / f"{path.stem}.parquet")
        rows = pd.read_csv(path)
        assert (table.num_rows, table.column_names) == (len(rows), list(rows.columns)), path.name


def test_days_are_days_and_lists_are_lists(folder):
    claims = pd.read_parquet(folder / "claims.parquet").set_index("id")
    assert claims.loc["c1", "time_earliest"] == dt.date(2031, 3, 25)
    assert list(claims.loc["c1", "actors"]) == ["army"]
    assert claims["background"].dtype == bool
    assert pd.isna(claims.loc["c1", "review"])
