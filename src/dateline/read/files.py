"""Which files are read: takes the paths a user names, gives back the files under them, sorted, and those passed over."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.read.registry import formats, is_report_name

__all__ = ["STANDARD_INPUT", "Listing", "ReportFile", "find_files", "paths_in_list"]

STANDARD_INPUT = "-"
_NEVER_SUFFIXES = frozenset({".yaml", ".yml"})
_NEVER_NAMES = frozenset({"documents.csv", "outlets.csv", "readme.md", "dateline.toml"})
# Where a browser puts the pictures, scripts and frames of a page that it saved beside it.
_PARTS_OF_PAGE = ("_files", "_fichiers", "-Dateien", ".files", "_archivos", "_файлы")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file to read; `root` is the folder that the user named, or the file's own."""

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies at the paths that a user named: the files to read, and those of kinds that are not read.

    `stream` is True where the standard input is to be read too.
    """

    files: tuple[ReportFile, ...]
    passed: tuple[Path, ...] = ()
    stream: bool = False


def find_files(paths: Iterable[Path | str]) -> Listing:
    """Return the reports at `paths` (files, wildcards, folders with all that lies in them), each once, sorted by path.

    `-` is the standard input. Raises InputError where a path does not exist, or where nothing readable is left.
    """
    given = [Path(path) for path in paths]
    stream = Path(STANDARD_INPUT) in given
    named = [path for one in given if one != Path(STANDARD_INPUT) for path in _expanded(one)]
    found: dict[str, ReportFile] = {}
    passed: list[Path] = []
    for path in named:
        for file in _files_at(path):
            if path.is_dir() and not is_report_name(file.path.name):
                passed.append(file.path)
            elif not _is_company(file.path):
                found.setdefault(os.path.realpath(file.path), file)
    if not found and not stream:
        where = ", ".join(str(path) for path in named) or "no path"
        raise InputError(
            f"{where}: no reports found; name text files (.txt, .md), pages (.html), tables or archives, or a folder that "
            "holds some"
        )
    return Listing(tuple(sorted(found.values(), key=lambda file: file.path.as_posix())), tuple(passed), stream)


def paths_in_list(text: str) -> list[str]:
    """Return the paths in a list, one a line; or ended by zero bytes, as `find -print0` writes them."""
    parts = text.split("\0") if "\0" in text else text.splitlines()
    return [part for part in parts if part.strip()]


def _expanded(path: Path) -> list[Path]:
    """The path, or the paths that fit it where it is a wildcard that no shell has taken apart."""
    text = str(path)
    if path.exists() or not glob.has_magic(text):
        return [path]
    fitting = glob.glob(text, recursive=True)  # noqa: PTH207  Path.glob takes no pattern that begins at the root
    found = sorted(Path(one) for one in fitting)
    if not found:
        raise InputError(f"{path}: no file fits this pattern; check the spelling and the folder you are in")
    return found


def _files_at(path: Path) -> Iterator[ReportFile]:
    if path.is_dir():
        yield from (ReportFile(file, path) for file in _walk(path))
    elif path.is_file():
        yield ReportFile(path, path.parent)
    elif path.exists():
        raise InputError(
            f"{path}: neither a file nor a folder; give what comes through a pipe as the standard input, -"
        )
    else:
        raise InputError(f"{path}: no such file or folder; check the spelling and the folder you are in")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, without hidden ones and the parts of saved pages; links to folders end here."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    names = {entry.name for entry in listed}
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _is_part_of_page(entry.name, names):
                yield from _walk(folder / entry.name)
        elif entry.is_file():
            yield folder / entry.name


def _is_part_of_page(name: str, beside: set[str]) -> bool:
    stems = [name.removesuffix(end) for end in _PARTS_OF_PAGE if name.endswith(end)]
    return any(stem + end in beside for stem in stems for end in (".html", ".htm", ".xhtml"))


def _is_company(file: Path) -> bool:
    """True for files that keep reports company (lists, read-mes, labels) and are never reports themselves."""
    return file.name.lower() in _NEVER_NAMES or (
        file.suffix.lower() in _NEVER_SUFFIXES and file.suffix.lower() not in _known()
    )


def _known() -> set[str]:
    return {end for one in formats().values() for end in one.suffixes}
