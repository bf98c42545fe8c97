"""XLSX workbooks: one report a row, told as `book.xlsx!Sheet1#12` by the row's number in the sheet."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from dateline.errors import InputError
from dateline.model import Skipped
from dateline.read.formats.archive import open_zip
from dateline.read.formats.bounded import held
from dateline.read.rows import Row, Rows
from dateline.read.source import Piece, Source

__all__ = ["read"]


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of each row of each sheet. Raises InputError where no sheet has a column of texts."""
    from openpyxl import load_workbook

    with open_zip(source):
        pass  # refuses bombs and what is no ZIP file
    with source.open() as stream, held(stream) as open:
        try:
            book = load_workbook(open(), read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl lets through whatever its parsers raise
            raise InputError(f"{source.path}: this workbook is damaged ({error}); save it anew, or as CSV") from None
        problems: list[str] = []
        done = 0
        for sheet in book.worksheets:
            try:
                for piece in _sheet(source, sheet):
                    done += 1
                    yield piece
            except InputError as error:
                problems.append(str(error))
    if problems and not done:
        raise InputError(problems[0])
    yield from (Skipped(source.path, problem) for problem in problems)


def _sheet(source: Source, sheet: Any) -> Iterator[Piece]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    names = next((names for _, cells in rows if sum(map(bool, names := _texts(cells))) > 1), [])
    if not names:
        return
    table = Source(
        f"{source.path}!{sheet.title}", source.name, source.open, source.depth, told=source.told, given=source.given
    )
    yield from Rows(table).read(
        Row(f"#{number}", dict(zip(names, cells, strict=False))) for number, raw in rows if any(cells := _texts(raw))
    )


def _texts(cells: Iterable[object]) -> list[str]:
    return [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat() if cell.time() != datetime.min.time() else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()
