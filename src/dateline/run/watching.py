"""Reading what arrives: takes a folder, gives a summary each time that files in it came or changed, until it is stopped."""

from collections.abc import Iterator
from pathlib import Path

from dateline.errors import InputError
from dateline.run.pipeline import Summary, build
from dateline.settings import Settings

__all__ = ["watch"]

_QUIET_MS = 2000  # a file that is still being written changes more often than that
_LONGEST_MS = 30_000  # but among files that come without end, what is there is read


def watch(folder: Path, into: Path | str, settings: Settings) -> Iterator[Summary]:
    """Yield a summary of what is there, then of each batch of changes; ends at Ctrl-C, between two batches or within one.

    Raises InputError where there is no such folder.

    Every batch looks at the whole folder: files that stand as they stood cost next to nothing, and a change of a
    dateline.toml or documents.csv is seen for all that it is about.
    """
    import watchfiles

    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder to watch; check the spelling and the folder you are in")
    target = Path(into).resolve()
    # The watch begins before the first reading, so that what arrives meanwhile is not missed.
    changes = watchfiles.watch(
        folder,
        watch_filter=lambda _, path: not _is_own(Path(path), target),
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        yield_on_timeout=True,
        rust_timeout=500,
        raise_interrupt=False,
    )
    try:
        next(changes)
        yield from _read(folder, into, settings)
        for batch in changes:
            if batch:
                yield from _read(folder, into, settings)
    except KeyboardInterrupt:
        return  # what was being read is kept as far as it went


def _read(folder: Path, into: Path | str, settings: Settings) -> Iterator[Summary]:
    try:
        yield build([folder], into, settings)
    except InputError:  # nothing to read yet, or not yet whole
        return


def _is_own(path: Path, record: Path) -> bool:
    """True for the record itself, its journal and its parses, which change with every reading."""
    inside = record.parent in path.parents
    return inside and path.relative_to(record.parent).parts[0].startswith(record.name)
