"""How well things stand: copies, contradictions with their sides, stories."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Contradiction", "Copy", "Side", "Story"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: its value in words and the claims or figures behind it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be so; `about` is figure, status, control, actor, place or time."""

    id: str
    about: str
    sides: tuple[Side, ...]
    event: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one running story, oldest first: `since` and `until` are the days they came out, `lead` the one that
    gives the story its title."""

    id: str
    title: str
    documents: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """`document` repeats `original` (similarity 0-1), or is machine-spun: then `evidence` quotes the tell-tale words."""

    document: str
    original: str
    similarity: float
    spun: bool = False
    evidence: tuple[str, ...] = ()
