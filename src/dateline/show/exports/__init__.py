"""Exports: a record and a format's name in, a whole stream of it out. A new format is a function and a line here."""

from collections.abc import Callable
from typing import TextIO

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.show.exports.jsonl import write_jsonl
from dateline.show.private import PrivateNames

__all__ = ["EXPORTS", "Writer", "export"]

Writer = Callable[[Record, PrivateNames, TextIO], None]

EXPORTS: dict[str, Writer] = {"jsonl": write_jsonl}


def export(record: Record, format: str, stream: TextIO, *, leave_out_private_names: bool = False) -> None:
    """Write the record to `stream` in one of `EXPORTS`. Raises DatelineError for another format.

    With `leave_out_private_names`, people whom no theatre lists go without their names, in quoted words too.
    """
    if format not in EXPORTS:
        known = ", ".join(sorted(EXPORTS))
        raise DatelineError(f"{record.path}: there is no export format {format!r}; use one of {known}")
    EXPORTS[format](record, PrivateNames(record if leave_out_private_names else None), stream)
