"""What the workbench may do to a record but not know how: callables that the command line hands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Hands", "Progress"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """Without a callable its page is for looking only.

    `read` takes the paths of reports, an outlet, a date (either may be empty) and a progress callback; it gives back a
    line for each report that could not be read.
    """

    read: Callable[[Sequence[Path], str, str, Progress], list[str]] | None = None
