"""Deals and ultimatums as things with a course, computed from claims."""

from dataclasses import dataclass
from datetime import date

__all__ = ["DEAL_STATUSES", "Deal", "DealStep"]

DEAL_STATUSES = (
    "demanded",
    "offered",
    "negotiated",
    "agreed",
    "in-force",
    "implemented",
    "refused",
    "broken",
    "delayed",
    "lapsed",
)


@dataclass(frozen=True, slots=True)
class DealStep:
    """One status a deal is said to have had, when, and by which claims."""

    status: str
    date: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal over one place: parties, mediators, terms in words, its latest status and its course so far."""

    id: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    place: str
    terms: tuple[str, ...]
    status: str
    history: tuple[DealStep, ...]
    claims: tuple[str, ...]
