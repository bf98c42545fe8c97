"""A record in, one of so many times its size out, to see how lists and briefs hold up: its rows copied within SQLite.

Each copy has ids of its own and lies some weeks after the one before, over the same places and actors. All is copied that lists,
briefs and exports read; the readings are copied as they are, with the ids of the first ones in them.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

__all__ = ["enlarge"]

_TABLES = ("documents", "sentences", "boilerplate", "readings", "weighings", "copies", "mentions", "framings", "claims", "figures",
           "doubts", "events", "contradictions", "control", "ledger", "deals", "stories")  # fmt: skip
_OWN = frozenset({"id", "claim", "event", "document", "figure", "lead_claim", "original", "part_of", "contradiction",
                  "control", "ledger", "deal", "story", "lead"})  # fmt: skip  # columns that hold ids of what is copied
_DAYS = 17  # between a copy and the next


def enlarge(record: Path, into: Path, times: int) -> Path:
    """Write the enlarged record."""
    shutil.copy(record, into)
    connection = sqlite3.connect(into)
    connection.executescript("PRAGMA synchronous = off; PRAGMA journal_mode = memory; PRAGMA foreign_keys = off;")
    indices = list(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''"))
    for name, _ in indices:
        connection.execute(f'DROP INDEX "{name}"')
    for table in _copied(connection):
        _copy(connection, table, times)
    for _, sql in indices:
        connection.execute(sql)
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()
    return into


def _copied(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables above with those beside them."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    owners = tuple(("story" if table == "stories" else table.removesuffix("s")) + "_" for table in _TABLES)
    yield from (name for name in names if name in _TABLES or name.startswith(owners) or name == "evidence")


def _copy(connection: sqlite3.Connection, table: str, times: int) -> None:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    connection.execute(f'CREATE TEMP TABLE base AS SELECT * FROM "{table}"')
    for number in range(1, times):
        values = ", ".join(_value(column, number) for column in columns)
        connection.execute(f'INSERT INTO "{table}" SELECT {values} FROM base')
    connection.execute("DROP TABLE base")


def _value(column: str, number: int) -> str:
    """Return what stands in a column of one copy: other ids, later days, the rest as it is."""
    if column in _OWN:
        return f"CASE WHEN \"{column}\" = '' THEN '' ELSE \"{column}\" || '-{number}' END"
    if column == "path":
        return f"'{number}/' || \"path\""
    if column == "claims":  # a list of ids, as JSON
        return f"replace(replace(\"claims\", '\", \"', '-{number}\", \"'), '\"]', '-{number}\"]')"
    if column.endswith(("_earliest", "_latest", "_date")) or column in ("since", "until", "as_of", "date"):
        return f'CASE WHEN "{column}" LIKE \'____-__-__\' THEN date("{column}", \'+{number * _DAYS} days\') ELSE "{column}" END'
    return f'"{column}"'
