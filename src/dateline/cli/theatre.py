"""The commands about theatres and their places: a folder, a file or a record in, findings, rows or a changed folder out."""

import sys
from pathlib import Path

import click

from dateline.cli.terminal import output as opened_output

__all__ = ["places", "theatre"]

FAULTY = 1
_FILES = ("actors.csv", "aliases.csv", "places.csv")


@click.group()
def theatre() -> None:
    """Begin, check, show and extend what is known of a conflict."""


@theatre.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--country", default="", metavar="CODE", help="The country it is about: two capitals such as YE.")
def new(folder: Path, country: str) -> None:
    """Begin a theatre: a FOLDER of empty tables with their columns, and settings to fill in."""
    from dateline.theatres.starting import new_theatre

    made = new_theatre(folder, country)
    click.echo(
        f"Fill in {made}, then: dateline theatre check {made}\nIt is used by: dateline read ... --theatre {made}"
    )


@theatre.command()
@click.argument("folder")
def check(folder: str) -> None:
    """Check that the tables of a theatre hold together.

    FOLDER is yours, or the name of a theatre that comes with Dateline. Exit status 1 where there are errors; warnings
    alone leave it at 0.
    """
    from dateline.theatres.checking import check as findings_of

    findings = findings_of(folder)
    _utf8()
    for finding in findings:
        click.echo(f"{finding.file}:{finding.line}: {finding.severity}: {finding.problem}; {finding.remedy}")
    errors = sum(finding.severity == "error" for finding in findings)
    click.echo(f"Errors: {errors}, warnings: {len(findings) - errors}." if findings else "Nothing wrong.")
    if errors:
        raise click.exceptions.Exit(FAULTY)


@theatre.command()
@click.argument("name", required=False)
@click.argument("thing", required=False)
def show(name: str | None, thing: str | None) -> None:
    """List the theatres that come with Dateline, or show what theatre NAME holds, or all it knows of THING.

    NAME may be a folder of yours; THING is the id or a name of an actor or place.
    """
    from dateline.theatres import shipped_theatres
    from dateline.theatres.telling import as_text, thing_as_text

    _utf8()
    if name and thing:
        click.echo(thing_as_text(name, thing), nl=False)
    else:
        click.echo("\n".join(map(as_text, [name] if name else shipped_theatres())), nl=False)


@theatre.command()
@click.argument("record")
@click.option("--rows", type=click.Choice(_FILES), help="Only the rows of this table, with its first line, as CSV.")
@click.option(
    "--at-least", type=click.IntRange(1), default=2, show_default=True, metavar="N", help="Only names met N times."
)
@click.option("--output", "-o", metavar="FILE", help="Where to write; the terminal otherwise.")
def suggest(record: str, rows: str | None, at_least: int, output: str | None) -> None:
    """Suggest rows for the names in RECORD that no theatre lists: the likely kind, spellings, example sentences.

    A suggestion is a guess of the machine: look at its sentences before you paste it.
    """
    from dateline.record import open_record
    from dateline.resolve.suggesting import Seen, suggest_rows
    from dateline.resolve.suggestion_text import as_csv, as_text
    from dateline.theatres import is_theatre, load_theatre

    opened = open_record(record)
    known = load_theatre(tuple(name for name in opened.settings().theatres if is_theatre(name)))
    seen = Seen(tuple(opened.articles()), tuple(opened.mentions()), tuple(opened.actors()), tuple(opened.places()))
    suggested = suggest_rows(seen, known, at_least)
    with opened_output(output, opened.path) as stream:
        stream.write(as_csv(suggested, rows) if rows else as_text(suggested))


@click.group()
def places() -> None:
    """Bring places of your own into a theatre."""


@places.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--theatre", "folder", required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="Whereto.")
@click.option("--country", default="", metavar="CODE", help="Only places of this country: two capitals such as YE.")
@click.option("--kind", default="", metavar="KIND", help="What the places are, where the file does not tell.")
@click.option("--source", "note", default="", metavar="TEXT", help="Where the file comes from, for each row.")
@click.option("--min-population", type=click.IntRange(0), default=0, metavar="N", help="Leave smaller settlements out.")
def import_(file: Path, folder: Path, country: str, kind: str, note: str, min_population: int) -> None:
    """Add the places of FILE to the theatre in FOLDER.

    FILE is an unzipped GeoNames dump (XX.txt or allCountries.txt), or a list of administrative areas with P-codes as
    GeoJSON or CSV. Places whose id the theatre has already stay as they are.
    """
    from dateline.theatres.importing import import_places
    from dateline.theatres.place_record import Source

    done = import_places(Source(file, country, kind, note, min_population), folder)
    click.echo(f"{done.added:,} places added to {done.path}, {done.known:,} were there already.")
    for reason, number in sorted(done.skipped.items()):
        click.echo(f"  left out: {number:,} {reason}")
    click.echo(f"It is used by: dateline read ... --theatre {folder}")


def _utf8() -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
