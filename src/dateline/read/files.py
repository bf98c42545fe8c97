"""Which files are reports: takes the paths a user names, gives back the report files under them, sorted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import InputError

__all__ = ["MANIFEST_NAME", "REPORT_SUFFIXES", "find_files"]

REPORT_SUFFIXES = frozenset({".txt", ".text", ".md"})
MANIFEST_NAME = "documents.csv"
_NEVER_NAMES = frozenset({MANIFEST_NAME, "readme.md", "outlets.csv"})
_NEVER_SUFFIXES = frozenset({".yaml", ".yml"})


def find_files(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """Return the reports at `paths` (files, or folders with all that lies in them), each once, sorted by path.

    Raises InputError where a path does not exist, or where nothing readable is left.
    """
    named = [Path(path) for path in paths]
    found: dict[Path, Path] = {}
    for path in named:
        for file in _reports_at(path):
            found.setdefault(file.resolve(), file)
    if not found:
        where = ", ".join(str(path) for path in named) or "no path"
        raise InputError(f"{where}: no reports found; name text files (.txt, .md) or a folder that holds some")
    return tuple(sorted(found.values(), key=lambda file: file.as_posix()))


def _reports_at(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file() and _is_report(file, path))
    elif path.is_file():
        if not _is_company(path):
            yield path
    else:
        raise InputError(f"{path}: no such file or folder; check the spelling and the folder you are in")


def _is_report(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and not _is_company(file) and file.suffix.lower() in REPORT_SUFFIXES


def _is_company(file: Path) -> bool:
    """True for files that keep reports company (lists, read-mes, labels) and are never reports themselves."""
    return file.name.lower() in _NEVER_NAMES or file.suffix.lower() in _NEVER_SUFFIXES
