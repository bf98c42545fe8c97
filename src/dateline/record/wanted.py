"""What a list is asked for, and what it means to be told of some days: a `Wanted` and two columns in, conditions out."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, func, or_

__all__ = ["Conditions", "Page", "Wanted", "lasting", "told"]

T = TypeVar("T")
Conditions = list[ColumnElement[bool]]
_FEW = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list keeps; an empty field keeps all. `text` is part of a name, `box` is west, south, east, north.

    `since` and `until` are the first and the last day (either may be open). What is told of them: an interval that shares
    a day with them. Where only one of its ends is told, that day stands for it: "by 25 March" is the 25th and not every
    day before, "from 25 March on" not every day since. What no day is told of is not told of these. A holding, though,
    lasts until its end is told.

    `actor` and `place` are ids, of which one is enough. At a place is what lies within it too, unless `within` is not asked.
    By an actor is what has it in whatever role; of claims, `roles` can name those that are meant.

    `order` names a column of the list, with `-` before it for the other way round.
    """

    text: str = ""
    actor: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    document: str = ""
    outlet: str = ""
    camp: str = ""
    mode: str = ""
    language: str = ""
    kind: str = ""
    status: str = ""
    story: str = ""
    event: str = ""
    contested: bool = False
    unknown: bool = False
    within: bool = True
    roles: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    order: str = ""

    @property
    def of_few_days(self) -> bool:
        """True where it is quicker to ask of each thing told of the days where it lies than of each thing there when it was."""
        return bool(self.since and self.until and (self.until - self.since).days < _FEW)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One portion of a list, and how long the whole list is."""

    items: tuple[T, ...]
    total: int
    offset: int = 0


def told(first: Any, last: Any, wanted: Wanted) -> Conditions:
    """What is told of the days wanted, as `Wanted` has it; in the words of the index by day, which then tells it alone."""
    start, found = func.coalesce(first, last), Conditions()
    if wanted.until:
        found.append(start <= wanted.until.isoformat())
    if wanted.since:
        found.append(func.coalesce(last, start) >= wanted.since.isoformat())
    return found


def lasting(first: Any, last: Any, wanted: Wanted) -> Conditions:
    """As `told`, of what goes on for as long as no end of it is told."""
    found: Conditions = [or_(first.is_not(None), last.is_not(None))] * bool(wanted.since or wanted.until)
    if wanted.until:
        found.append(func.coalesce(first, last) <= wanted.until.isoformat())
    if wanted.since:
        found.append(or_(last.is_(None), last >= wanted.since.isoformat()))
    return found
