"""The command line: options in, a record, a brief, an export or an explanation out; errors without tracebacks."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

import click
from tqdm import tqdm

from dateline.cli_codebook import codebook
from dateline.errors import DatelineError, RecordError
from dateline.record import open_record
from dateline.settings import PROFILES, Settings, wants_no_progress

if TYPE_CHECKING:
    from dateline.model import Skipped
    from dateline.record import Record
    from dateline.run import Summary

__all__ = ["cli", "main"]

SOME_SKIPPED, NOTHING_DONE = 1, 2


def main() -> None:
    """Run the program; every error that is ours becomes one line and exit status 2."""
    try:
        sys.exit(cli(standalone_mode=False) or 0)  # click hands back the status that a command ends with
    except click.ClickException as error:
        error.show()
        sys.exit(NOTHING_DONE)
    except click.Abort:
        click.echo("stopped; what was read so far is kept, the same command goes on from there", err=True)
        sys.exit(NOTHING_DONE)
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except OSError as error:
        what, why = error.filename or "the output", error.strerror or error
        click.echo(f"dateline: {what} cannot be written ({why}); free some space or use another folder", err=True)
        _drop_output()
        sys.exit(NOTHING_DONE)


def _drop_output() -> None:
    """Let what still waits for an output that takes no more go nowhere, so that nothing complains at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="dateline %(version)s")
def cli() -> None:
    """From many news reports of one conflict to one sourced record of what happened."""


cli.add_command(codebook)


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--into", "-i", required=True, metavar="RECORD", help="The record to make or to add to.")
@click.option(
    "--theatre", default="auto", show_default=True, metavar="auto|NAME|FOLDER", help="What is known of the conflict."
)
@click.option(
    "--profile", type=click.Choice(PROFILES), default="fast", show_default=True, help="How much care a sentence gets."
)
@click.option("--outlet", default="", metavar="NAME", help="The outlet of the reports that do not tell it.")
@click.option("--published", default="", metavar="DATE", help="The publication date of all reports read (YYYY-MM-DD).")
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read side by side."
)
@click.option("--codebook", default="", metavar="FOLDER", help="Event types of your own, over those that come along.")
def read(paths: tuple[str, ...], into: str, workers: int, **how: str) -> None:
    """Read reports (files and folders of them) into a record.

    The same reports again change nothing; a run that was cut off goes on where it stopped.
    """
    from dateline.run import build

    settings = Settings(workers=workers, **how)
    with _progress() as tell:
        summary = build(paths, into, settings, tell)
    _report(summary)
    if summary.skipped:
        raise click.exceptions.Exit(SOME_SKIPPED)


@cli.command()
@click.argument("record")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html"]),
    default="md",
    show_default=True,
    help="Markdown or one self-contained page.",
)
@click.option("--output", "-o", metavar="FILE", help="Where to write; the terminal otherwise.")
def brief(record: str, form: Literal["md", "html"], output: str | None) -> None:
    """Write a neutral, footnoted brief of a record."""
    from dateline.show import write_brief

    opened = open_record(record)
    with _output(output, opened.path) as stream:
        write_brief(opened, form, stream)


@cli.command()
@click.argument("record")
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The form of the export."
)
@click.option("--output", "-o", metavar="FILE", help="Where to write; the terminal otherwise.")
@click.option("--no-private-names", is_flag=True, help="Leave out names of persons who hold no public office.")
def export(record: str, form: str, output: str | None, no_private_names: bool) -> None:
    """Export a record for other programs."""
    from dateline.show import export as write

    opened = open_record(record)
    with _output(output, opened.path) as stream:
        write(opened, form, stream, leave_out_private_names=no_private_names)


@cli.command()
@click.argument("record")
@click.argument("id")
def explain(record: str, id: str) -> None:
    """Show what a claim or event rests on: the sentences, who says so, the rule behind each field."""
    from dateline.show import explain as tell

    click.echo(tell(open_record(record), id))


@cli.command(name="list")
@click.argument("record")
@click.argument("what", type=click.Choice(["events", "claims", "actors", "places", "documents"]))
@click.option("--actor", default="", metavar="ID", help="Only what this actor does or suffers.")
@click.option("--place", default="", metavar="ID", help="Only what happens there.")
@click.option("--type", "type_", default="", metavar="TYPE", help="Only this event type.")
@click.option("--from", "since", default="", metavar="DATE", help="Only from this day on.")
@click.option("--to", "until", default="", metavar="DATE", help="Only up to this day.")
@click.option("--json", "as_json", is_flag=True, help="JSON, one list.")
def list_(  # noqa: PLR0913  one parameter an option
    record: str, what: str, actor: str, place: str, type_: str, since: str, until: str, as_json: bool
) -> None:
    """List what is in a record."""
    from dateline.show.listing import Filters, as_text, list_rows
    from dateline.show.listing import as_json as json

    filters = Filters(actor, place, type_, _day(since, "--from"), _day(until, "--to"))
    if filters.since and filters.until and filters.since > filters.until:
        raise click.UsageError("--from is after --to; give the earlier day first")
    opened = open_record(record)
    _check_type(type_, opened)
    rows = list_rows(opened, what, filters)
    click.echo(json(rows) if as_json else as_text(rows), nl=False)


def _check_type(type_: str, record: "Record") -> None:
    """Raise DatelineError for an event type that the codebook of a record has not: a slip of the pen."""
    if not type_:
        return
    from dateline.codebook import load_codebook

    own = record.settings().codebook
    if type_ not in load_codebook(Path(own) if own and Path(own).is_dir() else None).types:
        raise DatelineError(f"{record.path}: no event type {type_!r}; `dateline codebook show` names the types")


def _day(text: str, option: str) -> date | None:
    """Return the day an option names; None where it is not given."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"'{text}' is not a day; write it as 2018-03-25", param_hint=option) from None


@cli.command()
@click.argument("record")
@click.option("--place", required=True, metavar="ID", help="The place: its id, or its name.")
@click.option("--on", "on", default="", metavar="DATE", help="Only this day.")
def control(record: str, place: str, on: str) -> None:
    """Show who held a place on which days, and the words that say so."""
    from dateline.show.standing import control_text

    click.echo(control_text(open_record(record), place, _day(on, "--on")), nl=False)


@cli.command()
@click.argument("record")
def deals(record: str) -> None:
    """Show every deal and ultimatum: its parties, its terms and how it went on."""
    from dateline.show.standing import deals_text

    click.echo(deals_text(open_record(record)), nl=False)


@cli.command()
def doctor() -> None:
    """Say which versions, models and data files are in use, and what each language can do here."""
    from dateline.run.doctor import report

    click.echo(report())


@cli.command()
@click.option("--output", "-o", default="demo", show_default=True, metavar="FOLDER", help="Where to leave the results.")
def demo(output: str) -> None:
    """Read the example reports and leave a brief and a record to look at."""
    from dateline.run import build
    from dateline.run.demo import example_reports
    from dateline.show import write_brief

    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    record_path, brief_path = folder / "record.dateline", folder / "brief.html"
    with _progress() as tell:
        summary = build([example_reports()], record_path, Settings(), tell)
    with brief_path.open("w", encoding="utf-8", newline="\n") as stream:
        write_brief(summary.record, "html", stream)
    _report(summary)
    click.echo(f"\nThe brief is {brief_path}: open it in a browser.\nThe record is {record_path}. Go on with:\n")
    for line in (
        "list {} events",
        "brief {}",
        "export {} --format jsonl -o record.jsonl",
        "read YOUR-REPORTS --into my.dateline",
    ):
        click.echo(f"    dateline {line.format(record_path)}")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a callback that draws one bar a step; silent where the output is no terminal."""
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
def _output(path: str | None, record: Path) -> Iterator[TextIO]:
    """Yield the file to write to, or the terminal; a file appears only when it is complete, and never over `record`."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
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


def _report(summary: "Summary") -> None:
    """Say what was read, and list what was not."""
    record = summary.record
    claims, events = sum(1 for _ in record.claims()), sum(1 for _ in record.events())
    again = f", {summary.known} already known" if summary.known else ""
    click.echo(
        f"{summary.added} reports read{again}; the record {record.path} holds {claims} claims of {events} events."
    )
    click.echo(f"Knowledge used: {', '.join(summary.theatres)}.")
    if summary.missing:
        click.echo(f"No longer found, so done without: {', '.join(summary.missing)}.")
    _list("Kept, but not coded:", summary.uncoded)
    _list("Skipped:", summary.skipped)


def _list(title: str, items: "list[Skipped]") -> None:
    if items:
        click.echo(title)
        for item in items:
            text = item.reason if item.path in item.reason else f"{item.path}: {item.reason}"
            click.echo(f"  {text}")


if __name__ == "__main__":
    main()
