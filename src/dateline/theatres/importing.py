"""A GeoNames dump, or P-codes as GeoJSON or CSV, in; rows of a places.csv out, one at a time, however big the file."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dateline.errors import TheatreError
from dateline.theatres.folding import fold
from dateline.theatres.geonames_file import read_geonames
from dateline.theatres.pcode_files import read_geojson, read_pcode_table
from dateline.theatres.place_record import PlaceRecord, Source
from dateline.theatres.table_forms import COLUMNS
from dateline.theatres.theatre import shipped_theatres

__all__ = ["Imported", "import_places"]

_COLUMNS = COLUMNS["places.csv"]
_READERS: dict[str, Callable[[Source], Iterator[PlaceRecord]]] = {
    ".txt": read_geonames,
    ".tsv": read_geonames,
    ".geojson": read_geojson,
    ".json": read_geojson,
    ".csv": read_pcode_table,
}


@dataclass(slots=True)
class Imported:
    """What an import did: places added, those that were there already, lines that could not be read, by reason."""

    path: Path
    added: int = 0
    known: int = 0
    skipped: dict[str, int] = field(default_factory=dict)


def import_places(source: Source, folder: Path) -> Imported:
    """Add the places of a file to the theatre in `folder` (made if absent); those there already stay as they are.

    Raises TheatreError where the file cannot be read as places, or the theatre cannot be written.
    """
    if folder.resolve() in {path.resolve() for path in shipped_theatres().values()}:
        raise TheatreError(f"{folder}: comes with Dateline and is replaced with it; name a folder of your own")
    read = _READERS.get(source.path.suffix.lower())
    if read is None:
        endings = ", ".join(_READERS)
        raise TheatreError(f"{source.path}: cannot be told what it is by its ending; known are {endings}")
    if not source.path.is_file():
        raise TheatreError(f"{source.path}: there is no such file; name an unzipped dump or list of places")
    done = Imported(folder / "places.csv")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _replaced(done.path) as out:
            _add(read(source), out, done)
            done.skipped |= source.skipped
            _check(done, source)
    except UnicodeDecodeError as error:
        raise TheatreError(f"{source.path}: is not UTF-8 (byte {error.start}); save it anew as UTF-8") from error
    except OSError as error:
        name = error.filename or done.path
        raise TheatreError(f"{name}: {error.strerror}; name a file that is there and a folder to write to") from error
    return done


def _check(done: Imported, source: Source) -> None:
    """Raise TheatreError where nothing was found, before an empty table takes the place of another."""
    if not (done.added or done.known):
        why = "; ".join(f"{reason} ({number})" for reason, number in done.skipped.items()) or "it is empty"
        raise TheatreError(f"{source.path}: holds no place that can be used: {why}")


@contextmanager
def _replaced(path: Path) -> Iterator[tuple[TextIO, list[dict[str, str]], list[str]]]:
    """Yield a file that takes the place of `path` once it is complete, and the rows and columns that were there."""
    rows: list[dict[str, str]] = []
    columns = list(_COLUMNS)
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            rows = [{key: value or "" for key, value in row.items() if key} for row in reader]
            columns = list(reader.fieldnames or _COLUMNS)
            columns += [column for column in _COLUMNS if column not in columns]
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            yield stream, rows, columns
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _add(records: Iterable[PlaceRecord], out: tuple[TextIO, list[dict[str, str]], list[str]], done: Imported) -> None:
    stream, rows, columns = out
    writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    ids = {row.get("id", "") for row in rows}
    for record in records:
        if record.id in ids:
            done.known += 1
            continue
        ids.add(record.id)
        writer.writerow(_row(record))
        done.added += 1


def _row(record: PlaceRecord) -> dict[str, str]:
    """Return a place as a row; a name that says the same as the main one is left out."""
    row = {
        "id": record.id,
        "name": record.name,
        "kind": record.kind,
        "lat": f"{record.lat:.5f}",
        "lon": f"{record.lon:.5f}",
        "radius_km": f"{record.radius_km:g}",
        "parent": record.parent,
        "country": record.country,
        "source": record.source,
    }
    for language in ("en", "fr", "ar", "ru"):
        seen = {fold(record.name)} if language != "fr" else {fold(record.name), *map(fold, record.names.get("en", ()))}
        kept = []
        for name in record.names.get(language, ()):
            if "|" not in name and fold(name) and fold(name) not in seen:
                seen.add(fold(name))
                kept.append(name)
        row[f"aliases_{language}"] = "|".join(kept)
    return row
