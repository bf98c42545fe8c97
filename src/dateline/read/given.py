"""What a user fixes for the files of a folder: takes a `dateline.toml`, gives back outlet, language, date and columns."""

import fnmatch
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Published
from dateline.read.dates import parse_published

__all__ = ["COLUMNS", "NOTHING_GIVEN", "TOML_NAME", "Given", "given_for"]

TOML_NAME = "dateline.toml"
COLUMNS = ("text", "title", "published", "outlet", "url", "language", "author", "retrieved", "id")
_DATES = ("day-first", "month-first")
_WORDS = ("outlet", "language", "url", "published", "dates")
_REMEDY = "docs/inputs.md names the keys"


@dataclass(frozen=True, slots=True)
class Given:
    """What a user fixes; each empty where nothing is. `columns` maps our fields to the names of a table's columns.

    `dates` is how a day such as 03/04/2018 is meant in a table.
    """

    outlet: str = ""
    language: str = ""
    url: str = ""
    published: Published = UNKNOWN_PUBLISHED
    dates: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class _File:
    """One dateline.toml: what it fixes for all files below its folder, and for those whose path fits a pattern."""

    folder: Path
    top: Given
    matching: tuple[tuple[str, Given], ...]


def given_for(path: Path, root: Path) -> Given:
    """Return what the `dateline.toml` files fix for `path`: those of its folder and the folders above up to `root`.

    A nearer file counts more, and in one file a later `[[files]]` that fits. Raises InputError for a broken one.
    """
    given = NOTHING_GIVEN
    for folder in _folders(path.parent, root):
        file = _load(folder)
        if file:
            inside = path.relative_to(file.folder).as_posix()
            fitting = [one for pattern, one in file.matching if fnmatch.fnmatch(inside, pattern)]
            for more in (file.top, *fitting):
                given = _over(given, more)
    return given


def _folders(folder: Path, root: Path) -> list[Path]:
    """The folders from `root` down to `folder`; that one alone where it does not lie below."""
    if folder != root and root not in folder.parents:
        return [folder]
    above = [folder, *(one for one in folder.parents if one == root or root in one.parents)]
    return above[::-1]


def _over(old: Given, new: Given) -> Given:
    changed = {one.name: getattr(new, one.name) for one in fields(Given) if getattr(new, one.name) != one.default}
    changed["columns"] = MappingProxyType({**old.columns, **new.columns})
    if new.published == UNKNOWN_PUBLISHED:
        changed.pop("published", None)
    return replace(old, **changed)


def _load(folder: Path) -> _File | None:
    path = folder / TOML_NAME
    try:
        stat = path.stat()
    except OSError:
        return None
    return _parse(path, stat.st_mtime_ns, stat.st_size)


# The file's time and size are part of the key: an edited file is read anew.
@lru_cache(maxsize=256)
def _parse(path: Path, _changed: int, _size: int) -> _File:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: no valid TOML ({error}); correct that line") from None
    parts = table.pop("files", [])
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise InputError(f"{path}: 'files' must be written as [[files]], once for each pattern")
    return _File(path.parent, _given(path, table), tuple(_matching(path, part) for part in parts))


def _matching(path: Path, part: dict[str, object]) -> tuple[str, Given]:
    match = part.pop("match", None)
    if not isinstance(match, str) or not match:
        raise InputError(
            f"{path}: a [[files]] has no 'match'; write the files it is for, such as match = \"sana/*.html\""
        )
    return match, _given(path, part)


def _given(path: Path, table: dict[str, object]) -> Given:
    columns = _columns(path, table.pop("columns", {}))
    for key, value in table.items():
        if key not in _WORDS:
            known = ", ".join((*_WORDS, "columns", "files"))
            raise InputError(f"{path}: there is no key '{key}'; known are {known} ({_REMEDY})")
        if key != "published" and not isinstance(value, str):
            raise InputError(f"{path}: '{key}' must be words in quotation marks, not {value!r}")
    words = {key: str(value).strip() for key, value in table.items()}
    if words.get("dates", "day-first") not in _DATES:
        raise InputError(f"{path}: 'dates' is '{words['dates']}'; write one of {', '.join(_DATES)}")
    told = words.pop("published", "")
    published = parse_published(told, f"{path}, published") if told else UNKNOWN_PUBLISHED
    words["language"] = words.get("language", "").lower()
    return Given(**words, published=published, columns=columns)


def _columns(path: Path, table: object) -> Mapping[str, str]:
    if not isinstance(table, dict):
        raise InputError(f"{path}: 'columns' must be a table: [columns], and below it such as text = \"notes\"")
    for key, value in table.items():
        if key not in COLUMNS:
            raise InputError(f"{path}: [columns] has no '{key}'; known are {', '.join(COLUMNS)} ({_REMEDY})")
        if not isinstance(value, str):
            raise InputError(f"{path}: [columns] {key} must name one column in quotation marks, not {value!r}")
    return MappingProxyType(dict(table))
