"""The record for people: a sourced brief, exports, pictures, explanations and lists, read only through the record."""

from typing import TYPE_CHECKING

from dateline.show.brief import write_brief
from dateline.show.explain import explain
from dateline.show.listing import Filters, list_rows

if TYPE_CHECKING:
    from dateline.show.exports import EXPORTS, export

__all__ = ["EXPORTS", "Filters", "explain", "export", "list_rows", "write_brief"]


def __getattr__(name: str) -> object:
    """Load what writes workbooks, map layers and Parquet when it is asked for: lists and briefs need not wait for it."""
    if name in ("EXPORTS", "export"):
        from dateline.show import exports

        return getattr(exports, name)
    raise AttributeError(f"module 'dateline.show' has no attribute {name!r}")
