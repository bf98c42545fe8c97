"""Rows of a list: cells in; the same rows as a page, JSON or CSV out, under the same column names."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.show.inert import one_line
from dateline.show.web.scene import Ref

__all__ = ["Cell", "Column", "Row", "as_csv", "as_json"]

Value = str | float | int | bool | None | tuple[Ref, ...]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in exports, its heading, and how it is shown; `order` says it can put the list in order."""

    name: str
    title: str
    order: bool = False
    number: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One value; `href` leads to its page, `word` is a word of the program (to be translated), `mark` a look."""

    value: Value
    href: str = ""
    word: bool = False
    mark: str = ""
    note: str = ""
    language: str = ""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The things it names."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def plain(self) -> str | float | int | bool | None:
        """The value without links."""
        return "; ".join(ref.text for ref in self.value) if isinstance(self.value, tuple) else self.value


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the id of what it tells of, and a cell for each column."""

    id: str
    cells: tuple[Cell, ...]
    looks: str = ""


def as_json(columns: tuple[Column, ...], rows: Iterable[Row], total: int) -> Iterator[str]:
    """Yield a JSON object with the number of all rows and the rows; things are given with id and name."""
    yield f'{{"total": {total}, "rows": ['
    for number, row in enumerate(rows):
        values = {column.name: _value(cell) for column, cell in zip(columns, row.cells, strict=True)}
        yield ("," if number else "") + "\n" + json.dumps({"id": row.id, **values}, ensure_ascii=False)
    yield "\n]}\n"


def as_csv(columns: tuple[Column, ...], rows: Iterable[Row]) -> Iterator[str]:
    """Yield CSV with a heading; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    yield _line(["id", *(column.name for column in columns)])
    for row in rows:
        yield _line([row.id, *(_safe(cell.plain) for cell in row.cells)])


def _value(cell: Cell) -> object:
    if isinstance(cell.value, tuple):
        return [{"id": ref.id, "name": one_line(ref.text)} for ref in cell.value]
    return one_line(cell.value) if isinstance(cell.value, str) else cell.value


def _safe(value: str | float | int | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else one_line(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _line(values: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(values)
    return buffer.getvalue()
