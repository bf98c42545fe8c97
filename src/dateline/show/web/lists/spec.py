"""What makes a list: a name, a kind of object, columns, filters, and a function from ids to rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.record import Record
from dateline.show.web.table import Column, Row

__all__ = ["ListSpec"]


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One list. `filters` are names of the query string; `usual` is the order it has when none is asked for."""

    name: str
    title: str
    about: str
    kind: type
    columns: tuple[Column, ...]
    filters: tuple[str, ...]
    usual: str
    rows: Callable[[Record, Sequence[str]], list[Row]]
    geo: bool = False
