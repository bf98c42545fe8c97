"""What a file does not tell itself: takes a report's path, gives back its row in the `documents.csv` beside it."""

import csv
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Published
from dateline.read.dates import parse_published
from dateline.read.decoding import decode

__all__ = ["EMPTY_ROW", "MANIFEST_NAME", "ManifestRow", "find_row"]

MANIFEST_NAME = "documents.csv"


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
