"""The SQLite file behind a record: gives transactions, and turns what SQLite says into messages with a remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from dateline.errors import RecordError

__all__ = ["ENGINE", "Database"]

ENGINE = f"SQLite {sqlite3.sqlite_version}"

_WAIT_SECONDS = 30
# What SQLite says (part of it), and what that means to a user.
_MEANINGS = (
    ("is not a database", "this is not a Dateline record; name another file, or move this one away"),
    (
        "disk is full",
        "the disk is full; free some space and run the same command again: nothing written so far is lost",
    ),
    (
        "readonly",
        "the record cannot be written; check that you may write the file and its folder, or copy it elsewhere",
    ),
    ("is locked", "another program is writing to the record; wait for it to end, then run the same command again"),
    (
        "unable to open",
        "the record cannot be opened or made; check that its folder exists and that you may write to it",
    ),
    ("malformed", "the record is damaged; take it back from a copy, or read the reports again into a new record"),
    ("no such", "the record is damaged; take it back from a copy, or read the reports again into a new record"),
    ("disk I/O error", "the disk reports an error; check it, and copy the record elsewhere"),
)


class Database:
    """One file. Every transaction has a connection of its own, so that nothing is held open between two calls.

    The journal is SQLite's default (a rollback journal), not a write-ahead log: at rest a record is a single file that
    can be copied or mailed, it works on network drives, and a process killed in mid-write leaves a journal that the
    next one to open the file rolls back by itself.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path
        self._engine = _make_engine(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file."""
        with self._clear_errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose writes all come to be at the end, or none does."""
        engine = self._engine.execution_options(writes=True)
        with self._clear_errors(), engine.begin() as connection:
            yield connection

    def vacuum(self) -> None:
        """Write the file anew with nothing but what is in it."""
        with self._clear_errors(), closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as connection:
            connection.execute("VACUUM")

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            said = str(getattr(error, "orig", None) or error)
            meaning = next((text for words, text in _MEANINGS if words in said), None)
            raise RecordError(f"{self.path}: {meaning or f'the record cannot be used ({said})'}") from error


def _make_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), poolclass=NullPool, connect_args={"timeout": _WAIT_SECONDS}
    )

    # Python's driver begins transactions late, and none before CREATE TABLE; so SQLAlchemy begins them itself.
    @event.listens_for(engine, "connect")
    def _take_over(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
