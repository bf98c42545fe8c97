"""A path in, the record there out: made if need be, and refused where it is foreign or of another version."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import select

from dateline.errors import RecordError
from dateline.record import schema, writing
from dateline.record.connection import Database
from dateline.record.schema import META, METADATA
from dateline.record.store import Record

__all__ = ["create_or_open", "open_record"]

_HEAD = b"SQLite format 3\x00"


def create_or_open(path: Path | str) -> Record:
    """Return the record at `path`, made if there is none. Raises RecordError where that cannot be."""
    path = Path(path)
    if path.is_dir():
        raise RecordError(f"{path}: this is a folder; name a file for the record, such as {path / 'record.db'}")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first, or name another one")
    database = Database(path)
    if not path.exists() or path.stat().st_size == 0:
        _create(database)
    _check(database)
    return Record(database)


def open_record(path: Path | str) -> Record:
    """Return the record at `path`. Raises RecordError where there is none, or where it is of another version."""
    path = Path(path)
    if not path.is_file():
        raise RecordError(f"{path}: there is no record here; check the path, or make one from reports first")
    database = Database(path)
    _check(database)
    return Record(database)


def _create(database: Database) -> None:
    """Make all tables in one transaction: a file is a whole record or an empty file."""
    with database.writing() as connection:
        METADATA.create_all(connection)
        about = {"schema": str(schema.SCHEMA_VERSION), "layout": schema.LAYOUT, "dateline": _version()}
        writing.write_meta(connection, {**about, "views": "stale"})
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def _check(database: Database) -> None:
    path = database.path
    foreign = RecordError(f"{path}: this is not a Dateline record; name another file, or move this one away")
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
    except OSError as error:
        raise RecordError(
            f"{path}: the record cannot be opened ({error.strerror}); check that you may read it"
        ) from error
    if head != _HEAD:
        raise foreign
    with database.reading() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != schema.APPLICATION_ID:
            raise foreign
        found = {row.name: row.value for row in connection.execute(select(META))}
    if (found.get("schema"), found.get("layout")) != (str(schema.SCHEMA_VERSION), schema.LAYOUT):
        raise RecordError(
            f"{path}: the record was made by Dateline {found.get('dateline', '?')}, whose tables differ from those of "
            f"{_version()}; use that version, or read the reports again into a new record"
        )


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "unknown"
