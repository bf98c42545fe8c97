"""One happening, as all the claims about it tell it together."""

from dataclasses import dataclass

from dateline.model.when import Interval

__all__ = ["Count", "Event"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many people in one role, at the lowest, best and highest."""

    role: str
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of one happening joined. `independent_sources` counts witnesses, not reports: copies are one.

    `credibility` is 1-6 of the Admiralty code, `reasons` says in words why; `why` says why the claims were joined.
    """

    id: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    time: Interval
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    independent_sources: int
    camps: tuple[str, ...]
    contested: bool
    counts: tuple[Count, ...]
    credibility: int
    reasons: tuple[str, ...] = ()
    why: str = ""
