"""Dateline: from many news reports of one conflict to one sourced record of what happened."""

from collections.abc import Sequence
from pathlib import Path

from dateline.errors import DatelineError
from dateline.record import Record, open_record
from dateline.settings import Settings

__all__ = ["DatelineError", "Record", "Settings", "build", "open_record"]
__version__ = "0.1.0"


def build(
    paths: Sequence[Path | str], *, into: Path | str, theatre: str = "auto", settings: Settings | None = None
) -> Record:
    """Read the reports at `paths` into the record `into` and return it; more reports may be added later.

    `theatre` is `auto`, the name of a shipped theatre or a folder of your own. Raises DatelineError with a message that
    names the file and the remedy.
    """
    from dateline.run import build as run

    return run(paths, into, settings or Settings(theatre=theatre)).record
