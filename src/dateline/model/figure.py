"""Counts, shares and distances as reports give them."""

from dataclasses import dataclass

from dateline.model.text import Span
from dateline.model.when import Interval

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number between `low` and `high`, both included; `high` is None for "at least". `unit` is singular English.

    `role` says what people are counted as (killed, wounded, evacuated, ...); `part_of` names the figure of which this
    one is a part ("12 dead, 4 of them children").
    """

    id: str
    document: str
    span: Span
    low: float | None
    high: float | None
    unit: str
    role: str
    places: tuple[str, ...]
    speakers: tuple[str, ...]
    time: Interval
    rule: str
    part_of: str = ""
