"""Parquet: a selection in, one typed file a table out, for pandas, R, DuckDB and Polars; the tables are those of csv."""

import datetime as dt
from collections import defaultdict
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.show.exports.form import Files
from dateline.show.exports.tables import TABLES, Cell, Column, Table, flat_rows, tables_of
from dateline.show.selection import Selection

__all__ = ["write_parquet"]

_GROUP = 50_000  # rows that are held before they are written
_TYPES = {
    "text": pa.string(),
    "words": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
    "spans": pa.list_(pa.list_(pa.int64())),
}


def write_parquet(selection: Selection, files: Files) -> None:
    """Write every table, also an empty one."""
    writing = {table.name: _Writing(table, files) for top in TABLES for table in tables_of(top)}
    try:
        for table, row in flat_rows(selection):
            writing[table.name].add(row)
    finally:
        for one in writing.values():
            one.close()


class _Writing:
    """One file: rows gather and are written by the group."""

    def __init__(self, table: Table, files: Files) -> None:
        self.columns = (*_head(table), *table.columns)
        self.schema = pa.schema([pa.field(column.name, _TYPES[column.kind]) for column in self.columns])
        self.writer = pq.ParquetWriter(files.path(f"{table.name}.parquet"), self.schema, compression="zstd")
        self.rows: dict[str, list[Any]] = defaultdict(list)

    def add(self, row: dict[str, Cell]) -> None:
        for column in self.columns:
            self.rows[column.name].append(_value(row[column.name], column))
        if len(self.rows[self.columns[0].name]) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_table(pa.table(dict(self.rows), schema=self.schema))
            self.rows.clear()

    def close(self) -> None:
        self._flush()
        self.writer.close()


def _head(table: Table) -> tuple[Column, ...]:
    """The columns that tie a table to the one above it."""
    if not table.key:
        return ()
    return Column(table.owner, "words", (table.owner,)), Column("position", "integer", ("position",))


def _value(value: Cell, column: Column) -> Any:
    return dt.date.fromisoformat(value) if column.kind == "date" and isinstance(value, str) else value
