"""CSV: a selection in, one file a table out (RFC 4180, UTF-8 without a byte-order mark); and such a folder back into
the objects of the JSON Lines export, without loss.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.show.exports.cells import from_cell, to_cell
from dateline.show.exports.form import Files
from dateline.show.exports.rows import Json
from dateline.show.exports.tables import TABLES, Column, Kind, Table, flat_rows, tables_of
from dateline.show.selection import Selection

__all__ = ["header", "read_csv_tables", "write_csv_tables", "write_jsonl_of_tables"]

_LONGEST = 10_000_000  # characters of a cell: Python's own limit of 131,072 is less than a report's words can be


def write_csv_tables(selection: Selection, files: Files) -> None:
    """Write every table, also an empty one, each with its header."""
    with ExitStack() as open_files:
        writers: dict[str, Any] = {}
        for table in _all_tables():
            stream = open_files.enter_context(files.text(f"{table.name}.csv", newline=""))
            writers[table.name] = csv.writer(stream)
            writers[table.name].writerow(header(table))
        kinds = {table.name: _kinds(table) for table in _all_tables()}
        for table, row in flat_rows(selection):
            of_column = kinds[table.name]
            writers[table.name].writerow([to_cell(value, of_column[name]) for name, value in row.items()])


def header(table: Table) -> list[str]:
    """The names of a table's columns; one below another begins with the object it belongs to and its position there."""
    return [*([table.owner, "position"] if table.key else []), *(column.name for column in table.columns)]


def _kinds(table: Table) -> dict[str, Kind]:
    head: dict[str, Kind] = {table.owner: "words", "position": "integer"} if table.key else {}
    return head | {column.name: column.kind for column in table.columns}


def _all_tables() -> Iterator[Table]:
    for table in TABLES:
        yield from tables_of(table)


def write_jsonl_of_tables(folder: Path, stream: TextIO) -> None:
    """Write the JSON Lines export that the tables in `folder` were made beside: the same bytes, if no cell was edited."""
    for one in read_csv_tables(folder):
        stream.write(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_csv_tables(folder: Path) -> Iterator[dict[str, Json]]:
    """Yield the objects that a CSV export tells. Raises InputError where a table is missing or a cell does not fit."""
    for table in TABLES:
        small = {below.key: _grouped(folder, below) for below in table.below}
        for row in _rows(folder, table):
            one: dict[str, Json] = {"object": table.object}
            for key in _keys(table):
                columns = [column for column in table.columns if column.path[0] == key and not column.derived]
                inner = small[key].get(str(row["id"]), []) if key in small else None
                one[key] = _assembled(columns, row) if inner is None else _below(key, inner)
            yield one


def _keys(table: Table) -> list[str]:
    """The keys of the object in the order of the JSON Lines export, in which a list of objects has its own place."""
    places = {"memberships": "aliases", "evidence": "review", "counts": "credibility", "history": "claims"}
    keys = list(dict.fromkeys(column.path[0] for column in table.columns if not column.derived))
    for below in table.below:
        before = places.get(below.key)
        keys.insert(keys.index(before) if before else len(keys), below.key)
    return keys


def _assembled(columns: list[Column], row: dict[str, Json]) -> Json:
    """The value under a key: of one column, or of several that tell its parts."""
    if len(columns) == 1 and len(columns[0].path) == 1:
        return row[columns[0].name]
    parts = {column.path[1]: row[column.name] for column in columns}
    return list(parts.values()) if all(part.isdigit() for part in parts) else parts


def _below(key: str, rows: list[dict[str, Json]]) -> Json:
    if key == "counts":
        return {str(row["role"]): {name: value for name, value in row.items() if name != "role"} for row in rows}
    found: Json = list(rows)
    return found


def _grouped(folder: Path, table: Table) -> dict[str, list[dict[str, Json]]]:
    found: dict[str, list[tuple[int, dict[str, Json]]]] = defaultdict(list)
    for row in _rows(folder, table):
        small = {column.path[0]: row[column.name] for column in table.columns}
        found[str(row[table.owner])].append((int(str(row["position"])), small))
    return {id: [small for _, small in sorted(rows, key=lambda one: one[0])] for id, rows in found.items()}


def _rows(folder: Path, table: Table) -> Iterator[dict[str, Json]]:
    """Yield the rows of a table as values."""
    path = folder / f"{table.name}.csv"
    csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = set(header(table)) - set(reader.fieldnames or ())
            if missing:
                raise InputError(
                    f"{path}: the columns {', '.join(sorted(missing))} are missing; export the record anew"
                )
            for number, row in enumerate(reader, 2):
                yield _values(f"{path}: row {number}", _kinds(table), row)
    except FileNotFoundError as error:
        raise InputError(f"{path}: this table is missing; the folder is no whole CSV export, export it anew") from error


def _values(where: str, kinds: dict[str, Kind], row: dict[str, str]) -> dict[str, Json]:
    if None in row or None in row.values():
        raise InputError(f"{where} has not as many cells as the header; mend it or export anew")
    values: dict[str, Json] = {}
    for name, kind in kinds.items():
        try:
            values[name] = from_cell(row[name], kind)
        except ValueError as error:
            raise InputError(f"{where}, column {name}: {row[name]!r} is no {kind}; mend it or export anew") from error
    return values
