"""Who holds a place on a day, and how that stands: entries of the ledger and a day in, a status and its holders out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import LedgerEntry

__all__ = ["PlaceStanding", "place_standing"]


@dataclass(frozen=True, slots=True)
class PlaceStanding:
    """`status` is none, unknown, undated, claimed, reported or contested."""

    status: str
    entries: tuple[LedgerEntry, ...] = ()


def place_standing(entries: Sequence[LedgerEntry], on: date | None) -> PlaceStanding:
    """Return how the holding of a place stands; what is told without a day counts only where nothing else is told."""
    told = [one for one in entries if one.holder or one.status == "unknown"]
    dated = [one for one in told if (one.since or one.until) and _covers(one, on)]
    held = dated or [one for one in told if not one.since and not one.until]
    if not held:
        return PlaceStanding("none")
    return PlaceStanding(_status(held, dated=bool(dated)), tuple(held))


def _covers(entry: LedgerEntry, on: date | None) -> bool:
    if on is None:
        return entry.until is None
    return (entry.since or date.min) <= on <= (entry.until or date.max)


def _status(held: list[LedgerEntry], *, dated: bool) -> str:
    found = {one.status for one in held}
    if found == {"unknown"}:
        return "unknown"
    if not dated:
        return "undated"
    return next(status for status in ("contested", "reported", "claimed") if status in found)
