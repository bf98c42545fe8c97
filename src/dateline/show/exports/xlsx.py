"""XLSX: a selection in, one workbook out, a sheet a table of csv; text is text, days are days, and nothing is a formula."""

import datetime as dt
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dateline.show.exports.csv_tables import header
from dateline.show.exports.form import Files
from dateline.show.exports.tables import TABLES, Cell, Kind, Table, flat_rows, tables_of
from dateline.show.selection import Selection

__all__ = ["XLSX", "write_xlsx"]

XLSX = "record.xlsx"
_MOST_CHARACTERS = 32_767  # Excel's own limits
_MOST_ROWS = 1_048_576
_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts days wrongly or not at all
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS = {"text": 40, "told": 60}
_ORDER = "events claims figures control ledger deals documents".split()  # what people look at first


def write_xlsx(selection: Selection, files: Files) -> None:
    """Write every table as a sheet, the ones people look at first in front."""
    book = Workbook(write_only=True)
    tables = {table.name: table for top in TABLES for table in tables_of(top)}
    names = [*_ORDER, *(name for name in tables if name not in _ORDER)]
    sheets = {name: _Sheet(book, tables[name]) for name in names}
    for table, row in flat_rows(selection):
        sheets[table.name].add(row, files)
    book.save(files.path(XLSX))


class _Sheet:
    """One sheet: a bold first row that stays in sight, and a filter on it."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self.sheet, self.rows = book.create_sheet(table.name), 1
        self.kinds: dict[str, Kind] = {column.name: column.kind for column in table.columns}
        names = header(table)
        self.sheet.freeze_panes = "B2"
        self.sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}1"
        for at, name in enumerate(names, 1):
            self.sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, 18)
        self.sheet.append([self._text(name, bold=True) for name in names])

    def add(self, row: dict[str, Cell], files: Files) -> None:
        if self.rows >= _MOST_ROWS:
            files.leave_out(f"rows of {self.sheet.title} beyond what a sheet can hold; csv has them")
            return
        self.rows += 1
        self.sheet.append([self._cell(value, self.kinds.get(name, "words"), files) for name, value in row.items()])

    def _cell(self, value: Cell, kind: Kind, files: Files) -> Any:
        if value is None or isinstance(value, bool | int | float):
            return value
        if kind == "date" and isinstance(value, str) and dt.date.fromisoformat(value) >= _FIRST_DAY:
            return dt.date.fromisoformat(value)
        text = "; ".join(map(str, value)) if isinstance(value, list) else value
        text = _NOT_XML.sub("\ufffd", text)
        if len(text) > _MOST_CHARACTERS:
            files.leave_out("ends of texts that are longer than a cell can hold; csv has them")
        return self._text(text[:_MOST_CHARACTERS]) if text else None

    def _text(self, text: str, bold: bool = False) -> Any:
        """A cell that is text, whatever it begins with."""
        cell = WriteOnlyCell(self.sheet, value=text)
        cell.data_type = "s"
        if bold:
            cell.font = Font(bold=True)
        return cell
