"""What a file does not tell itself: takes a report's path, gives back its row in the `documents.csv` beside it."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Published
from dateline.read.decoding import decode
from dateline.read.files import MANIFEST_NAME
from dateline.read.months import EARLIEST_YEAR, LATEST_YEAR, is_sensible

__all__ = ["EMPTY_ROW", "ManifestRow", "find_row", "parse_published"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row of a manifest; a cell that is missing is empty. `problem` tells what keeps the row from being used."""

    file: str
    outlet: str = ""
    published: Published = UNKNOWN_PUBLISHED
    url: str = ""
    language: str = ""
    problem: str = ""


EMPTY_ROW = ManifestRow("")


def find_row(path: Path) -> ManifestRow:
    """Return the row for `path` from the manifest in its folder, or in the folder above (`sub/name.txt`).

    Raises InputError where that row, or the manifest as a whole, cannot be used; a bad row harms no other.
    """
    for folder, name in ((path.parent, path.name), (path.parent.parent, f"{path.parent.name}/{path.name}")):
        manifest = folder / MANIFEST_NAME
        if manifest.is_file():
            stat = manifest.stat()
            row = _rows(manifest, stat.st_mtime_ns, stat.st_size).get(name)
            if row and row.problem:
                raise InputError(row.problem)
            if row:
                return row
    return EMPTY_ROW


def parse_published(value: str, where: str) -> Published:
    """Return an ISO date of day, month or year as Published; raises InputError naming `where` it was written."""
    match = _ISO.fullmatch(value.strip())
    if not match:
        raise InputError(f"{where}: '{value}' is not a date; write it as 2018-03-25, 2018-03 or 2018")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise InputError(f"{where}: '{value}' is no day of the calendar; write it as 2018-03-25") from None
    if not is_sensible(first):
        raise InputError(f"{where}: '{value}' lies outside {EARLIEST_YEAR} to {LATEST_YEAR}; correct the year")
    if day:
        return Published(first, first, first, "metadata")
    last = date(first.year, month, _last_day(first.year, month)) if month else date(first.year, 12, 31)
    return Published(None, first, last, "metadata")


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


# The file's time and size are part of the key: an edited manifest is read anew.
@lru_cache(maxsize=64)
def _rows(manifest: Path, _changed: int, _size: int) -> dict[str, ManifestRow]:
    text = decode(manifest.read_bytes(), str(manifest)).removeprefix("\ufeff")
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in head and "," not in head else ",")
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if "file" not in columns:
        raise InputError(
            f"{manifest}: there is no column 'file'; its first line must name the columns, 'file' among them"
        )
    rows: dict[str, ManifestRow] = {}
    for raw in reader:
        cells = {name: (raw.get(column) or "").strip() for name, column in columns.items()}
        row = _row(cells, f"{manifest}, line {reader.line_num}")
        if row.file in rows:
            raise InputError(f"{manifest}, line {reader.line_num}: '{row.file}' is listed twice; keep one line a file")
        if row.file:
            rows[row.file] = row
    return rows


def _row(cells: dict[str, str], where: str) -> ManifestRow:
    file, told = cells["file"].replace("\\", "/").removeprefix("./"), cells.get("published", "")
    try:
        published = parse_published(told, where) if told else UNKNOWN_PUBLISHED
    except InputError as error:
        return ManifestRow(file, problem=str(error))
    return ManifestRow(
        file=file,
        outlet=cells.get("outlet", ""),
        published=published,
        url=cells.get("url", ""),
        language=cells.get("language", "").lower(),
    )
