"""The commands that lay a record beside something else: a data set, a human coding, another record, an earlier day."""

from pathlib import Path

import click

from dateline.record import open_record

__all__ = ["match"]


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
