"""CSV and its kin: one report a row, told as `file.csv#12` by the row's number in a spreadsheet (the head is row 1)."""

import csv
from collections.abc import Iterator

from dateline.errors import InputError
from dateline.read.decoding import EndlessLineError, encoding_of, lines_of
from dateline.read.rows import Row, Rows
from dateline.read.source import LONGEST, Piece, Source

__all__ = ["read"]

_DELIMITERS = ",;\t|"
_GDELT_COLUMNS = (57, 58, 61)  # the event tables of GDELT 1 and 2 have no head and no text
_TOO_MANY = "more cells than the table has columns, so its text may be cut off; put it in quotation marks"


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of each row, little held at a time."""
    csv.field_size_limit(LONGEST)
    with source.open() as stream:
        encoding = encoding_of(stream, source.path)
    with source.open() as stream:
        lines = _lines(source, lines_of(stream, encoding, source.path))
        head = next(lines, "")
        delimiter = max(_DELIMITERS, key=head.count)
        names = next(csv.reader([head], delimiter=delimiter), [])
        _refuse_gdelt(source, names)
        while names and not names[-1].strip():  # a delimiter at the end of each line, as some programs write
            names.pop()
        yield from Rows(source).read(_rows(source, names, csv.reader(lines, delimiter=delimiter)))


def _lines(source: Source, lines: Iterator[str | EndlessLineError]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, EndlessLineError):
            raise line
        yield line.replace("\x00", "")


def _rows(source: Source, names: list[str], reader: Iterator[list[str]]) -> Iterator[Row]:
    number = 1
    try:
        for number, cells in enumerate(reader, 2):
            if any(cells):
                problem = _TOO_MANY if any(cells[len(names) :]) else ""
                yield Row(f"#{number}", dict(zip(names, cells, strict=False)), problem)
    except csv.Error as error:
        raise InputError(
            f"{source.path}#{number + 1}: the table breaks off here ({error}); a quotation mark may be missing at the end of a "
            "cell: mend it, the rows before are read"
        ) from None


def _refuse_gdelt(source: Source, names: list[str]) -> None:
    if len(names) in _GDELT_COLUMNS and names[0].isdigit():
        raise InputError(
            f"{source.path}: an event table of GDELT, which holds no texts; save the pages that its last column names, "
            "and give those"
        )
