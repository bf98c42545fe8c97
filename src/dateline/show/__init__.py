"""The record for people: a sourced brief, exports, pictures, explanations and lists, read only through the record."""

from dateline.show.brief import write_brief
from dateline.show.explain import explain
from dateline.show.exports import EXPORTS, export
from dateline.show.listing import Filters, list_rows

__all__ = ["EXPORTS", "Filters", "explain", "export", "list_rows", "write_brief"]
