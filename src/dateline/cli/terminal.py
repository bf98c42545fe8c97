"""What all commands share: progress while they work, the file or terminal they write to, the report at the end."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TextIO

import click

from dateline.errors import RecordError
from dateline.settings import wants_no_progress

if TYPE_CHECKING:
    from dateline.model import Skipped
    from dateline.record import Record
    from dateline.run import Summary

__all__ = ["open_record", "output", "plain_output", "progress", "report"]


def open_record(path: Path | str) -> "Record":
    """Open a record; what speaks SQL is loaded only then, so that help appears at once."""
    from dateline.record import open_record as opened

    return opened(path)


_KINDS = 8  # that are told one by one


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a callback that draws one bar a step; silent where the output is no terminal."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # no thread beside us: processes are forked while a bar is drawn
    bars: dict[str, tqdm] = {}  # type: ignore[type-arg]

    def tell(what: str, done: int, total: int) -> None:
        if what not in bars:
            quiet = not sys.stderr.isatty() or wants_no_progress()
            bars[what] = tqdm(desc=what, total=total, unit=" reports" if total > 1 else "", disable=quiet, delay=0.5)
        bars[what].update(done - bars[what].n)

    try:
        yield tell
    finally:
        for bar in bars.values():
            bar.close()


@contextmanager
def output(path: str | None, record: Path) -> Iterator[TextIO]:
    """Yield the file to write to, or the terminal; a file appears only when it is complete, and never over `record`."""
    if path is None:
        yield plain_output()
        sys.stdout.flush()
        return
    target = Path(path)
    if target.is_dir():
        raise RecordError(f"{target}: this is a folder; name a file in it, to be written")
    if target.exists() and target.samefile(record):
        raise RecordError(f"{target}: this is the record itself; name another file to write to")
    partial = target.with_name(target.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        partial.replace(target)
    except OSError as error:
        raise RecordError(
            f"{target}: cannot be written ({error.strerror}); choose another folder or free some space"
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def plain_output() -> TextIO:
    """Return the terminal, or the pipe in its place, for text as it is: in UTF-8, line ends untouched."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def report(summary: "Summary", done: str = "read") -> None:
    """Say what was read, or otherwise done, and list what was not."""
    record = summary.record
    claims, events = sum(1 for _ in record.claims()), sum(1 for _ in record.events())
    again = f", {summary.known} already known" if summary.known else ""
    again += f", {summary.replaced} replaced or gone" if summary.replaced else ""
    click.echo(
        f"{summary.added} reports {done}{again}; the record {record.path} holds {claims} claims of {events} events."
    )
    click.echo(f"Knowledge used: {', '.join(summary.theatres)}.")
    if summary.missing:
        click.echo(f"No longer found, so done without: {', '.join(summary.missing)}.")
    if summary.passed:
        click.echo(f"Passed over, of kinds that are not read: {_kinds(summary.passed)}.")
    _list("Kept, but not coded:", summary.uncoded)
    _list("Skipped:", summary.skipped)


def _kinds(paths: list[str]) -> str:
    """How many of each kind, by suffix, the most first."""
    kinds = Counter(PurePath(path).suffix.lower() or PurePath(path).name for path in paths).most_common()
    told = ", ".join(f"{number} {kind}" for kind, number in kinds[:_KINDS])
    return told + (f" and {sum(number for _, number in kinds[_KINDS:])} others" if len(kinds) > _KINDS else "")


def _list(title: str, items: "list[Skipped]") -> None:
    if items:
        click.echo(title)
        for item in items:
            text = item.reason if item.path in item.reason else f"{item.path}: {item.reason}"
            click.echo(f"  {text}")
