"""Complete files into their place: a format, a selection and a target in, the written files or an unharmed target out.

Everything is written into a hidden folder beside the target first. A single file then takes its place in one step; of a
folder, the metadata file goes last, so that a folder that holds one is whole.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import DatelineError, RecordError
from dateline.show.exports.form import Files, Form
from dateline.show.exports.metadata import METADATA, metadata, reads_as_export
from dateline.show.selection import Selection

__all__ = ["write_to_file", "write_to_folder", "write_to_stream"]


def write_to_stream(form: Form, selection: Selection, stream: TextIO) -> None:
    """Write a format of one text file to a stream; nothing is written where the export fails."""
    if not form.single or form.binary:
        what = "a file that is no text" if form.binary and form.single else "several files"
        raise DatelineError(f"{selection.path}: {form.name} is {what}; name where to write it with -o")
    with tempfile.TemporaryDirectory(prefix="dateline-") as name:
        files = Files(Path(name))
        form.write(selection, files)
        with files.path(form.single).open(encoding="utf-8", newline="") as written:
            shutil.copyfileobj(written, stream)


def write_to_file(form: Form, selection: Selection, target: Path) -> None:
    """Write a format of one file to `target`, and its metadata beside it."""
    _refuse(target.is_dir(), target, "this is a folder; name a file in it, to be written")
    with _staged(target, selection) as files:
        form.write(selection, files)
        described = files.path(METADATA)
        described.write_text(metadata(form, selection, files), encoding="utf-8", newline="\n")
        Path(files.path(form.single)).replace(target)
        Path(described).replace(target.with_name(f"{target.name}.{METADATA}"))


def write_to_folder(form: Form, selection: Selection, target: Path) -> None:
    """Write a format of several files into the folder `target`; an earlier export there is written over, nothing else."""
    _refuse(target.is_file(), target, f"this is a file; {form.name} is several files, so name a folder")
    taken = target.is_dir() and any(target.iterdir()) and not reads_as_export(target)
    _refuse(taken, target, "this folder holds something else than an export; name a new or empty one")
    with _staged(target, selection) as files:
        form.write(selection, files)
        described = metadata(form, selection, files)
        target.mkdir(exist_ok=True)
        _clear(target)
        for path in sorted(files.folder.rglob("*")):
            if path.is_file():
                place = target / path.relative_to(files.folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                Path(path).replace(place)
        last = files.path(METADATA)
        last.write_text(described, encoding="utf-8", newline="\n")
        Path(last).replace(target / METADATA)


def _clear(target: Path) -> None:
    """Take an earlier export away, its metadata first: from then on the folder does not claim to be whole."""
    earlier = reads_as_export(target)
    (target / METADATA).unlink(missing_ok=True)
    for name in earlier or ():
        path = (target / name).resolve()
        if path.is_relative_to(target.resolve()):  # the list is a file that anyone may have written
            path.unlink(missing_ok=True)


@contextmanager
def _staged(target: Path, selection: Selection) -> Iterator[Files]:
    """Give a hidden folder beside the target, gone at the end; say clearly why something could not be written."""
    same = target.exists() and target.is_file() and target.samefile(selection.path)
    _refuse(same, target, "this is the record itself; name another file to write to")
    _refuse(
        not target.absolute().parent.is_dir(),
        target,
        f"cannot be written: there is no folder {target.parent}; make it first",
    )
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.absolute().parent) as name:
            yield Files(Path(name))
    except OSError as error:
        why = error.strerror or error
        raise RecordError(f"{target}: cannot be written ({why}); choose another folder or free some space") from error


def _refuse(is_so: bool, target: Path, why: str) -> None:
    if is_so:
        raise RecordError(f"{target}: {why}")
