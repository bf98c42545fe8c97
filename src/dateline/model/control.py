"""Who holds a place: single statements of reports, and the ledger that they make together."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.text import Span

__all__ = ["ControlStatement", "LedgerEntry"]


@dataclass(frozen=True, slots=True)
class ControlStatement:
    """One report's words on who holds a place; `holder` is empty where nobody is named, `share` is in percent.

    `denied` marks words that the holder does not (or no longer) hold it.
    """

    id: str
    document: str
    span: Span
    place: str
    holder: str
    since: date | None
    until: date | None
    as_of: date | None
    share: float | None
    speakers: tuple[str, ...]
    rule: str
    claim: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Who holds a place over some days by all reports together, and the claims or statements it rests on."""

    id: str
    place: str
    holder: str
    since: date | None
    until: date | None
    status: Literal["claimed", "reported", "contested", "unknown"]
    claims: tuple[str, ...]
