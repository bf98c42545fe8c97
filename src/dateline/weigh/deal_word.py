"""What one claim says of a deal: its status, place, parties and day."""

import datetime as dt
from dataclasses import dataclass

from dateline.model import Claim

__all__ = ["DealWord", "is_told_day"]

_TOLD_DAYS = frozenset({"text", "context", "relative"})  # what else dates a word is when its report came out


@dataclass(frozen=True, slots=True)
class DealWord:
    """One claim's word on a deal; `opponents` are the parties that are no state's."""

    claim: Claim
    status: str
    place: str
    parties: tuple[str, ...]
    day: dt.date | None
    sentence: int
    title: bool = False  # told in a title, where names are short and often left out
    soon: bool = False  # a breach "within hours" of the signing
    talks: bool = False  # talks are refused, and nothing else
    alone: bool = False  # a truce that one side holds by its own decision: part of no deal with another


def is_told_day(word: DealWord) -> bool:
    """True where the claim's words tell the day, False where it is that of the report or of another word."""
    time = word.claim.time
    return time.basis in _TOLD_DAYS and word.day in (None, time.earliest, time.latest)
