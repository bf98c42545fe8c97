"""The commands that bring reports into a record and take them out again: paths in, a record out."""

import sys
from pathlib import Path

import click

from dateline.cli.terminal import progress, report
from dateline.errors import InputError
from dateline.settings import EXECUTORS, PROFILES, Settings

__all__ = ["forget", "read", "recode", "watch"]

SOME_SKIPPED = 1

_theatre = click.option(
    "--theatre", default="auto", show_default=True, metavar="auto|NAME|FOLDER", help="What is known of the conflict."
)
_profile = click.option(
    "--profile", type=click.Choice(PROFILES), default="fast", show_default=True, help="How much care a sentence gets."
)
_outlet = click.option("--outlet", default="", metavar="NAME", help="The outlet of the reports that do not tell it.")
_workers = click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read side by side."
)
_codebook = click.option(
    "--codebook", default="", metavar="FOLDER", help="Event types of your own, over those that come along."
)


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--into", "-i", required=True, metavar="RECORD", help="The record to make or to add to.")
@click.option(
    "--list", "listed", metavar="FILE", help="Read the paths in FILE too, one a line; - is the standard input."
)
@_theatre
@_profile
@_outlet
@click.option("--published", default="", metavar="DATE", help="The publication date of all reports read (YYYY-MM-DD).")
@_workers
@click.option(
    "--on", type=click.Choice(EXECUTORS), default="local", show_default=True, help="Where reports are understood."
)
@click.option(
    "--address", default="", metavar="ADDRESS", help="The Ray cluster; without it Ray starts on this machine."
)
@click.option("--shards", default="", metavar="FOLDER|URL", help="Where a cluster's workers leave what they read.")
@_codebook
def read(paths: tuple[str, ...], into: str, listed: str | None, workers: int, **how: str) -> None:
    """Read reports into a record: files, folders, archives, patterns such as 'in/**/*.html', or - for standard input.

    Files that stand as they stood are not read again; one that has changed takes the place of what it held before. A
    run that was cut off goes on where it stopped.
    """
    from dateline.run import build

    wanted = [*paths, *(_paths_in(listed) if listed else ())]
    if not wanted:
        raise click.UsageError("name the files and folders to read, or a list of them with --list")
    with progress() as tell:
        summary = build(wanted, into, Settings(workers=workers, **how), tell)
    report(summary)
    if summary.skipped:
        raise click.exceptions.Exit(SOME_SKIPPED)


def _paths_in(listed: str) -> list[str]:
    from dateline.read import paths_in_list

    try:
        text = sys.stdin.read() if listed == "-" else Path(listed).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise InputError(f"{listed}: the list cannot be read ({why}); write one path a line into a text file") from None
    found = paths_in_list(text)
    if not found:
        raise InputError(f"{listed}: the list is empty; write one path a line into it")
    return found


@click.command()
@click.argument("record")
@click.option(
    "--theatre", default="auto", show_default=True, metavar="auto|NAME|FOLDER", help="Use this theatre from now on too."
)
@click.option(
    "--profile", type=click.Choice(PROFILES), default=None, help="How much care a sentence gets; as before otherwise."
)
@_workers
@_codebook
def recode(record: str, workers: int, profile: str | None, **how: str) -> None:
    """Apply an edited codebook or theatre to a record, without its files and without parsing them again."""
    from dateline.run import recode as code

    with progress() as tell:
        report(code(record, Settings(workers=workers, profile=profile or "", **how), tell), "coded anew")


@click.command()
@click.argument("record")
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
def forget(record: str, documents: tuple[str, ...]) -> None:
    """Take documents out of a record, with all that rests on them alone.

    DOC is a document's id or path, or the folder, archive or table that documents lie in. Decisions stay in the log.
    """
    from dateline.run import forget as take_out

    with progress() as tell:
        gone = take_out(record, documents, tell)
    for article in gone:
        click.echo(f"  {article.id}  {article.path}")
    click.echo(f"{len(gone)} documents forgotten. Their files are untouched: read again, they come back.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--into", "-i", required=True, metavar="RECORD", help="The record to make or to add to.")
@_theatre
@_profile
@_outlet
@_workers
@_codebook
def watch(folder: Path, into: str, workers: int, **how: str) -> None:
    """Read what is in FOLDER, then each file that arrives or changes, until Ctrl-C.

    A file that is deleted stays in the record; `dateline forget` takes it out.
    """
    from dateline.run.watching import watch as look

    for summary in look(folder, into, Settings(workers=workers, **how)):
        report(summary)
    click.echo("Stopped watching; the record is whole.")
