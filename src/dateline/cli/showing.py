"""The commands that show a record: a brief, an export, an explanation, lists."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dateline.cli.terminal import open_record, plain_output
from dateline.cli.terminal import output as opened_output
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.record import Record

# Named here too, so that the help need not load what writes them; a test holds the two lists together.
FORMATS = tuple(
    "jsonl csv xlsx parquet acled ucdp plover geojson gpkg timemap ftm webannotation hxl brief dossier".split()
)

__all__ = ["FORMATS", "brief", "control", "deals", "explain", "export", "list_"]


@click.command()
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
    with opened_output(output, opened.path) as stream:
        write_brief(opened, form, stream)


@click.command()
@click.argument("record")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="The form of the export."
)
@click.option("--output", "-o", metavar="PATH", help="The file or folder to write; the terminal otherwise.")
@click.option(
    "--status",
    type=click.Choice(["all", "standing", "accepted"]),
    default="all",
    show_default=True,
    help="Without what a person rejected; or only what one accepted or corrected.",
)
@click.option("--redact", type=click.Choice(["persons"]), help="Leave out names of persons who hold no public office.")
@click.option("--since", default="", metavar="DATE", help="Only from this day on.")
@click.option("--until", default="", metavar="DATE", help="Only up to this day.")
@click.option("--place", default="", metavar="ID", help="Only what is there or within: a place's id, or its name.")
@click.option("--actor", default="", metavar="ID", help="Only what this actor does, suffers or says: id, or name.")
def export(record: str, form: str, output: str | None, redact: str | None, **wanted: str) -> None:
    """Export a record for other programs.

    Formats of one file are written to the terminal, or with --output to a file; those of several to a folder. Beside
    each goes a metadata file. A folder that was exported as csv can stand in the place of RECORD, to become jsonl again.
    """
    from dateline.show import export as write
    from dateline.show.selection import Filter

    since, until = _days(wanted, "--since", "--until")
    keeping = Filter(wanted["status"], since, until, wanted["place"], wanted["actor"], bool(redact))  # type: ignore[arg-type]
    if Path(record).is_dir():
        _export_tables(Path(record), form, output, keeping == Filter())
    elif output is None:
        write(open_record(record), form, plain_output(), keeping)
    else:
        write(open_record(record), form, Path(output), keeping)


def _export_tables(folder: Path, form: str, output: str | None, unfiltered: bool) -> None:
    """Turn a csv export back into jsonl."""
    from dateline.show.exports.csv_tables import write_jsonl_of_tables

    if form != "jsonl" or not unfiltered:
        raise DatelineError(
            f"{folder}: a folder of tables becomes jsonl only, whole; for all else name the record itself"
        )
    with opened_output(output, folder) as stream:
        write_jsonl_of_tables(folder, stream)


@click.command()
@click.argument("record")
@click.argument("id")
def explain(record: str, id: str) -> None:
    """Show what ID rests on: the sentences, who says so, the rule behind each field.

    ID is that of a claim, event, figure or control statement; of an actor or place, for the words that name it and why it
    is taken for that; or of a report, for when it came out and what tells so.
    """
    from dateline.show import explain as tell

    click.echo(tell(open_record(record), id))


@click.command(name="list")
@click.argument("record")
@click.argument("what", type=click.Choice(["events", "claims", "actors", "places", "documents"]))
@click.option("--actor", default="", metavar="ID", help="Only what this actor does or suffers.")
@click.option("--place", default="", metavar="ID", help="Only what happens there.")
@click.option("--type", default="", metavar="TYPE", help="Only this event type.")
@click.option("--from", "since", default="", metavar="DATE", help="Only from this day on.")
@click.option("--to", "until", default="", metavar="DATE", help="Only up to this day.")
@click.option("--json", "as_json", is_flag=True, help="JSON, one list.")
def list_(record: str, what: str, as_json: bool, **wanted: str) -> None:
    """List what is in a record."""
    from dateline.show.listing import Filters, as_text, list_rows
    from dateline.show.listing import as_json as json

    since, until = _days(wanted, "--from", "--to")
    opened = open_record(record)
    _check_type(wanted["type"], opened)
    filters = Filters(wanted["actor"], wanted["place"], wanted["type"], since, until)
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


def _days(wanted: dict[str, str], first: str, last: str) -> tuple[date | None, date | None]:
    """Return the days that two options name, of which the first cannot be the later one."""
    since, until = _day(wanted["since"], first), _day(wanted["until"], last)
    if since and until and since > until:
        raise click.UsageError(f"{first} is after {last}; give the earlier day first")
    return since, until


def _day(text: str, option: str) -> date | None:
    """Return the day an option names; None where it is not given."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"'{text}' is not a day; write it as 2018-03-25", param_hint=option) from None


@click.command()
@click.argument("record")
@click.option("--place", required=True, metavar="ID", help="The place: its id, or its name.")
@click.option("--on", "on", default="", metavar="DATE", help="Only this day.")
def control(record: str, place: str, on: str) -> None:
    """Show who held a place on which days, and the words that say so."""
    from dateline.show.standing import control_text

    click.echo(control_text(open_record(record), place, _day(on, "--on")), nl=False)


@click.command()
@click.argument("record")
def deals(record: str) -> None:
    """Show every deal and ultimatum: its parties, its terms and how it went on."""
    from dateline.show.standing import deals_text

    click.echo(deals_text(open_record(record)), nl=False)
