"""What a user asks an export to hold: status, days, place, actor, and whether private persons go without their names."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

__all__ = ["STATUSES", "Filter", "Status"]

Status = Literal["all", "standing", "accepted"]
STATUSES: tuple[str, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; made without arguments, everything.

    `status`: `standing` leaves out what a person rejected, `accepted` all that no person accepted or corrected.
    `since` and `until` keep what is told of these days, as lists do (docs/exports.md). `place` and `actor` are ids or parts
    of names; a place takes in those that lie in it.
    """

    status: Status = "all"
    since: date | None = None
    until: date | None = None
    place: str = ""
    actor: str = ""
    redact_persons: bool = False

    @property
    def narrows(self) -> bool:
        """True where it leaves anything out but names."""
        return self.status != "all" or self.matches

    @property
    def matches(self) -> bool:
        """True where it asks for days, a place or an actor."""
        return bool(self.since or self.until or self.place or self.actor)
