"""The commands that lay a record beside something else: a data set, a human coding, another record, an earlier day."""

from datetime import datetime
from pathlib import Path

import click

from dateline.cli.terminal import open_record

__all__ = ["compare", "diff", "match", "score"]


@click.command()
@click.argument("record")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "scheme", type=click.Choice(["ucdp", "acled"]), required=True, help="How FILE is coded.")
@click.option("--all", "show_all", is_flag=True, help="Show every event, not the first 20 of each kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON, everything.")
def match(record: str, file: Path, scheme: str, show_all: bool, as_json: bool) -> None:
    """Lay a record beside a data set that people coded: found, missed, extra, differing, and why.

    FILE is a CSV file of UCDP GED or ACLED, also gzipped.
    """
    from dateline.show import matching
    from dateline.show.selection import Filter, Selection

    selection = Selection(open_record(record), Filter(status="standing"))
    laid = matching.lay_beside(selection, matching.read_coded(file, scheme))
    click.echo(matching.as_json(laid) if as_json else matching.as_text(laid, 0 if show_all else 20), nl=False)


@click.command()
@click.argument("record")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--texts", type=click.Path(path_type=Path), help="The coded reports, where the record lacks some.")
@click.option("--misses", type=click.IntRange(0), default=0, metavar="N", help="Show up to N misses of each layer.")
@click.option("--json", "as_json", is_flag=True, help="JSON, everything.")
def score(record: str, gold: Path, texts: Path | None, misses: int, as_json: bool) -> None:
    """Score a record against reports that people coded, layer by layer.

    GOLD is a folder with a YAML file for each coded report.
    """
    from dateline.show import scoring

    opened = open_record(record)
    known = scoring.texts_of(opened, [folder for folder in (texts, gold / "texts") if folder])
    scores = scoring.score(opened, scoring.load_gold(gold, known))
    click.echo(scoring.as_json(scores) if as_json else scoring.as_text(scores, misses), nl=False)


@click.command()
@click.argument("first")
@click.argument("second")
@click.option("--all", "show_all", is_flag=True, help="Show every difference, not the first 20 of each kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON, everything.")
def compare(first: str, second: str, show_all: bool, as_json: bool) -> None:
    """Show what two records read differently in the same reports: two runs, two versions, two theatres."""
    from dateline.show.comparing import compare as lay
    from dateline.show.comparing import compared_json, compared_text

    compared = lay(open_record(first), open_record(second))
    click.echo(compared_json(compared) if as_json else compared_text(compared, 0 if show_all else 20), nl=False)


@click.command()
@click.argument("record")
@click.option(
    "--since", required=True, metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="From this day on (UTC)."
)
@click.option("--all", "show_all", is_flag=True, help="Show every change, not the first 20 of each kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON, everything.")
def diff(record: str, since: datetime, show_all: bool, as_json: bool) -> None:
    """Show what came, went and changed in a record since a day, and what stands in the place of what went."""
    from dateline.show.changes import changes_json, changes_text

    opened = open_record(record)
    day = since.date()
    click.echo(changes_json(opened, day) if as_json else changes_text(opened, day, 0 if show_all else 20), nl=False)
