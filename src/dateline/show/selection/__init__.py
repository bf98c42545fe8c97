"""What of a record goes out: a record and a Filter in, a Selection out from which every export is written."""

from dateline.show.selection.filter import STATUSES, Filter
from dateline.show.selection.selection import Selection

__all__ = ["STATUSES", "Filter", "Selection"]
