"""Dateline: from many news reports of one conflict to one sourced record of what happened."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.record import Record, open_record

__all__ = ["DatelineError", "Record", "Settings", "build", "open_record"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load what speaks SQL when it is first asked for: a third of a second that `dateline --help` need not wait for."""
    if name in ("Record", "open_record"):
        from dateline import record

        return getattr(record, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def build(
    paths: Sequence[Path | str], *, into: Path | str, theatre: str = "auto", settings: Settings | None = None
) -> "Record":
    """Read the reports at `paths` into the record `into` and return it; more reports may be added later.

    `theatre` is `auto`, the name of a shipped theatre or a folder of your own. Raises DatelineError with a message that
    names the file and the remedy.
    """
    from dateline.run import build as run

    return run(paths, into, settings or Settings(theatre=theatre)).record
