"""What is wrong in a theatre's file: file, line, problem and remedy; and the file's rows, each with its line."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

__all__ = ["Finding", "Row", "Sheet", "cells", "read_sheet"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a file: an `error` breaks or misleads reading, a `warning` is worth a look."""

    file: str
    line: int
    problem: str
    remedy: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as it is written, and where it stands."""

    path: Path
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def error(self, problem: str, remedy: str) -> Finding:
        """Return an error at this row."""
        return Finding(str(self.path), self.line, problem, remedy)

    def warning(self, problem: str, remedy: str) -> Finding:
        """Return a warning at this row."""
        return Finding(str(self.path), self.line, problem, remedy, "warning")


@dataclass(slots=True)
class Sheet:
    """A table of a theatre: its rows, and what was wrong in reading them."""

    path: Path
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def cells(text: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, parted by `|`."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def read_sheet(path: Path, required: tuple[str, ...], known: tuple[str, ...]) -> Sheet:
    """Read a table; nothing where it is absent. `required` columns must hold something, `known` ones are used or shown."""
    sheet = Sheet(path)
    if not path.exists():
        return sheet
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            _read(csv.DictReader(handle), sheet, required, known)
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 (byte {error.start})"
        sheet.findings.append(Finding(str(path), 1, problem, "save it anew as UTF-8"))
    except csv.Error as error:
        sheet.findings.append(Finding(str(path), 1, f"is no CSV ({error})", "save it anew as comma-separated text"))
    return sheet


def _read(reader: "csv.DictReader[str]", sheet: Sheet, required: tuple[str, ...], known: tuple[str, ...]) -> None:
    sheet.columns = tuple(reader.fieldnames or ())
    for column in required:
        if column not in sheet.columns:
            problem = f"no column {column!r}"
            sheet.findings.append(Finding(str(sheet.path), 1, problem, "add it to the first line"))
    for column in sheet.columns:
        if column not in known and not column.startswith(("aliases_", "names_", "demonyms_", "capitals_")):
            problem = f"unknown column {column!r}: nothing reads it"
            remedy = f"rename it; known are {', '.join(known)}"
            sheet.findings.append(Finding(str(sheet.path), 1, problem, remedy, "warning"))
    for line, raw in _with_lines(reader):
        row = Row(sheet.path, line, {key: (value or "").strip() for key, value in raw.items() if key})
        sheet.findings += _shape(row, raw, [c for c in required if c in sheet.columns])
        sheet.rows.append(row)


def _with_lines(reader: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with the line it begins in: one with a line break in a cell ends further down."""
    last = reader.line_num
    for raw in reader:
        yield last + 1, raw
        last = reader.line_num


def _shape(row: Row, raw: dict[str, str], required: list[str]) -> Iterator[Finding]:
    """Yield empty cells that must hold something, and more cells than there are columns."""
    for column in required:
        if not row[column]:
            yield row.error(f"nothing in column {column!r}", "fill it in")
    if None in raw:
        yield row.error("more cells than columns", "put a value with a comma between double quotes")
    elif any(value is None for value in raw.values()):
        yield row.warning("fewer cells than columns", "add the commas that are missing")
