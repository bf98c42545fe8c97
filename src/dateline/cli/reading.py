"""The commands that bring reports into a record: paths in, a record out."""

import click

from dateline.cli.terminal import progress, report
from dateline.settings import EXECUTORS, PROFILES, Settings

__all__ = ["read"]

SOME_SKIPPED = 1


@click.command()
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
@click.option(
    "--on", type=click.Choice(EXECUTORS), default="local", show_default=True, help="Where reports are understood."
)
@click.option(
    "--address", default="", metavar="ADDRESS", help="The Ray cluster; without it Ray starts on this machine."
)
@click.option("--shards", default="", metavar="FOLDER|URL", help="Where a cluster's workers leave what they read.")
@click.option("--codebook", default="", metavar="FOLDER", help="Event types of your own, over those that come along.")
def read(paths: tuple[str, ...], into: str, workers: int, **how: str) -> None:
    """Read reports (files and folders of them) into a record.

    The same reports again change nothing; a run that was cut off goes on where it stopped.
    """
    from dateline.run import build

    settings = Settings(workers=workers, **how)
    with progress() as tell:
        summary = build(paths, into, settings, tell)
    report(summary)
    if summary.skipped:
        raise click.exceptions.Exit(SOME_SKIPPED)
