"""The commands about the program itself: what is in use here, and a first look on the example reports."""

from pathlib import Path

import click

from dateline.cli.terminal import progress
from dateline.cli.terminal import report as tell_what_was_read
from dateline.settings import Settings

__all__ = ["demo", "doctor"]


@click.command()
def doctor() -> None:
    """Say which versions, models and data files are in use, and what each language can do here."""
    from dateline.run.doctor import report

    click.echo(report())


@click.command()
@click.option("--output", "-o", default="demo", show_default=True, metavar="FOLDER", help="Where to leave the results.")
def demo(output: str) -> None:
    """Read the example reports and leave a brief and a record to look at."""
    from dateline.run import build
    from dateline.run.demo import example_reports
    from dateline.show import write_brief

    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    record_path, brief_path = folder / "record.dateline", folder / "brief.html"
    with progress() as tell:
        summary = build([example_reports()], record_path, Settings(), tell)
    with brief_path.open("w", encoding="utf-8", newline="\n") as stream:
        write_brief(summary.record, "html", stream)
    tell_what_was_read(summary)
    click.echo(f"\nThe brief is {brief_path}: open it in a browser.\nThe record is {record_path}. Go on with:\n")
    for line in (
        "serve {}",
        "list {} events",
        "brief {}",
        "export {} --format jsonl -o record.jsonl",
        "read YOUR-REPORTS --into my.dateline",
    ):
        click.echo(f"    dateline {line.format(record_path)}")
