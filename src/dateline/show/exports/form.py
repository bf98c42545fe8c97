"""What an export format is: its name and the files it writes into a folder, from a Selection.

A writer never sees where its files end up: it opens them through Files, and what it wrote is put in place only when all
of it is complete (placing.py). A format of one file can also be written to a stream.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dateline.show.selection import Selection

__all__ = ["Files", "Form", "Writer"]


@dataclass(slots=True)
class Files:
    """The files of one export while they are written, and what could not be told in its format: reason -> how many."""

    folder: Path
    left_out: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def text(self, name: str, newline: str = "\n") -> Iterator[TextIO]:
        """Give a text file of that name, in UTF-8; `newline=""` for CSV, which ends its own lines."""
        with self.path(name).open("w", encoding="utf-8", newline=newline) as stream:
            yield stream

    def path(self, name: str) -> Path:
        """Give the path of a file of that name, for libraries that write files themselves."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def leave_out(self, reason: str) -> None:
        """Count a thing that the format has no place for."""
        self.left_out[reason] = self.left_out.get(reason, 0) + 1


Writer = Callable[[Selection, Files], None]


@dataclass(frozen=True, slots=True)
class Form:
    """One format. `single` is the name of its only file, empty where it writes several; `binary` is no text."""

    name: str
    about: str
    write: Writer
    single: str = ""
    binary: bool = False
    note: str = ""
