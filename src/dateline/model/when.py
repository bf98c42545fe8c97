"""Time as reports tell it: an interval of days, each end known or open, and what it was read from."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

__all__ = ["UNKNOWN_PUBLISHED", "UNKNOWN_TIME", "Interval", "Published"]

IntervalBasis = Literal["text", "context", "publication", "relative", "unknown"]
PublishedBasis = Literal["text", "metadata", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both included; None is an open end.

    `basis` says where it comes from: words beside the claim (`text`), a neighbouring sentence (`context`), only the
    publication date (`publication`), words that hang on an unknown publication date (`relative`) or nothing.
    """

    earliest: dt.date | None
    latest: dt.date | None
    basis: IntervalBasis

    def overlaps(self, other: "Interval") -> bool:
        """True where the two can share a day; an open end reaches without limit."""
        starts_late = self.earliest and other.latest and self.earliest > other.latest
        ends_early = self.latest and other.earliest and self.latest < other.earliest
        return not (starts_late or ends_early)


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out; `date` is None unless the day is known or inferred."""

    date: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    basis: PublishedBasis


UNKNOWN_TIME = Interval(None, None, "unknown")
UNKNOWN_PUBLISHED = Published(None, None, None, "unknown")
