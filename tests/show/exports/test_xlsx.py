"""The workbook opens in openpyxl with the rows of the CSV tables; text is text whatever it begins with, days are days."""

import datetime as dt
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from dateline.show.exports import export
from tests.show.sample import make_record, make_views

FORMULA = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("xlsx")
    record, views = make_record(folder), make_views()
    army = replace(views.actors[0], name=FORMULA, aliases=("bell\x07", "x" * 40_000))
    record.replace_views(replace(views, actors=(army, *views.actors[1:])))
    export(record, "xlsx", folder / "war.xlsx")
    return openpyxl.load_workbook(folder / "war.xlsx")


def table(book, name):
    rows = list(book[name].values)
    return pd.DataFrame(rows[1:], columns=rows[0])


def test_every_table_is_a_sheet_with_the_rows_of_csv(record, tmp_path):
    export(record, "xlsx", tmp_path / "war.xlsx")
    export(record, "csv", tmp_path / "war")
    opened = openpyxl.load_workbook(tmp_path / "war.xlsx")
    tables = {path.stem: len(pd.read_csv(path)) for path in (tmp_path / "war").glob("*.csv")}
    assert {sheet.title: sheet.max_row - 1 for sheet in opened.worksheets} == tables
    assert opened.sheetnames[:2] == ["events", "claims"]


def test_no_cell_is_a_formula(book):
    types = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert FORMULA in set(table(book, "actors")["name"])


def test_days_are_days_and_the_head_stays_in_sight(book):
    claims = table(book, "claims").set_index("id")
    assert claims.loc["c1", "time_earliest"] == dt.datetime(2031, 3, 25)
    assert (book["claims"].freeze_panes, book["claims"]["A1"].font.bold) == ("B2", True)


def test_signs_that_no_workbook_can_hold_are_shown_as_such_and_long_cells_end_in_time(book):
    aliases = table(book, "actors").set_index("id").loc["army", "aliases"]
    assert aliases.startswith("bell\ufffd; xxx")
    assert len(aliases) == 32_767
