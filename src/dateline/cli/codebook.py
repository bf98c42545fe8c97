"""The commands about event types: a folder or a type in, findings, a description or a changed file out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dateline.codebook import Codebook

__all__ = ["codebook"]

FAULTY = 1


@click.group()
def codebook() -> None:
    """Check, show and extend the event types."""


@codebook.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Check that the event types hold together, with those of FOLDER over them.

    Exit status 1 where there are errors; warnings alone leave it at 0.
    """
    from dateline.codebook.checking import check as findings_of

    findings = findings_of(None, folder)
    for finding in findings:
        where = f" ({finding.where})" if finding.where else ""
        click.echo(f"{finding.file}:{finding.line}: {finding.severity}: {finding.problem}{where}; {finding.remedy}")
    errors = sum(finding.severity == "error" for finding in findings)
    click.echo(f"Errors: {errors}, warnings: {len(findings) - errors}." if findings else "Nothing wrong.")
    if errors:
        raise click.exceptions.Exit(FAULTY)


@codebook.command()
@click.argument("type", required=False)
@click.option("--codebook", "folder", metavar="FOLDER", type=click.Path(path_type=Path), help="Types of your own.")
def show(type: str | None, folder: Path | None) -> None:
    """List the event types, or show all that TYPE holds: rules, trigger words, examples, codes."""
    from dateline.codebook.telling import as_list, as_text

    types = _load(folder).types
    if type and type not in types:
        raise click.BadParameter(f"{type}: no such event type; known are {', '.join(types)}", param_hint="TYPE")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(as_text(types[type]) if type else as_list(types.values()))


@codebook.command()
@click.argument("type")
@click.option("--new", is_flag=True, help="Begin a new type: write a file to fill in.")
@click.option("--language", metavar="CODE", help="The language of the example: en, fr, ar, ...")
@click.option("--text", help="The example: one sentence.")
@click.option("--near-miss-of", "other", default="", metavar="OTHER", help="Looks like OTHER, but is TYPE (or none).")
@click.option("--theatre", type=click.Path(path_type=Path), metavar="FOLDER", help="Your theatre: into its `codebook`.")
@click.option("--into", type=click.Path(path_type=Path), metavar="FOLDER", help="Your folder of event types.")
def add(type: str, new: bool, language: str | None, text: str | None, other: str, **where: Path | None) -> None:
    """Add an example of TYPE, or a new TYPE, to event types of your own.

    Without --theatre and --into, the folder `codebook` here is used.
    """
    from dateline.codebook.editing import NewExample, add_example, start_type

    folder = where["into"] or (where["theatre"] or Path()) / "codebook"
    if new:
        click.echo(f"Fill in {start_type(folder, type)}, then: dateline codebook check {folder}")
    elif not (text and text.strip() and language):
        raise click.UsageError("give --text and --language, or --new for a new type")
    else:
        path = add_example(folder, NewExample(type, language, " ".join(text.split()), other))
        click.echo(f"Added to {path}; it is used by: dateline read ... --codebook {folder}")


def _load(folder: Path | None) -> "Codebook":
    from dateline.codebook import load_codebook

    return load_codebook(folder)
