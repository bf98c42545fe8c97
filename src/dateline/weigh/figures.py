"""The figures of one happening in; lowest, best and highest count by role out, and each claimant's own.

The rule for the best count follows the practice of the Uppsala Conflict Data Program: the best estimate is the most
reliable and latest count that fits with the rest, and the lowest and highest keep every other count in sight.

1. The count of a part ("12 dead, four of them children") is never the count of the whole.
2. A part that is larger than every whole it could belong to raises the whole: the whole cannot be smaller than its part.
3. Of several counts the claimants of the last three days of reporting are heard, since tolls grow; of these, those whose
   outlets have the best reliability grade; of these, the middle one, and of two middle ones the lower.
4. "At least N" counts as N for the best and leaves the highest open only where no other count is higher.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Count, Figure
from dateline.weigh.witnesses import Witnesses

__all__ = ["Told", "counts_of", "told_by_claimant"]

_LAST = dt.timedelta(days=3)
_UNDATED = dt.date.min


@dataclass(frozen=True, slots=True)
class Told:
    """One claimant's count in one role: what it was last, on which day it came out and how reliable its outlet is."""

    claimant: str
    role: str
    low: float | None
    high: float | None
    day: dt.date
    reliability: str
    figure: str


def counts_of(claims: Iterable[Claim], figures: Mapping[str, Figure], witnesses: Witnesses) -> tuple[Count, ...]:
    """Return low, best and high by role."""
    listed = list(claims)
    told = told_by_claimant(listed, figures, witnesses)
    parts = _parts(listed, figures)
    by_role: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_role[one.role].append(one)
    return tuple(_count(role, found, parts.get(role, 0.0)) for role, found in sorted(by_role.items()))


def told_by_claimant(claims: Iterable[Claim], figures: Mapping[str, Figure], witnesses: Witnesses) -> tuple[Told, ...]:
    """Return what each claimant counts, in a fixed order; parts of a whole are left out."""
    found = {}
    for claim in claims:
        for key in claim.figures:
            figure = figures.get(key)
            if figure and figure.role and not figure.part_of and (figure.low is not None or figure.high is not None):
                found[key] = Told(
                    claimant=witnesses.witness(claim),
                    role=figure.role,
                    low=figure.low,
                    high=figure.high,
                    day=witnesses.published(claim.document) or _UNDATED,
                    reliability=_reliability(claim, witnesses),
                    figure=key,
                )
    return tuple(sorted(found.values(), key=lambda t: (t.role, t.day, t.claimant, t.figure)))


def _reliability(claim: Claim, witnesses: Witnesses) -> str:
    outlet = witnesses.outlets.get(claim.document)
    return outlet.reliability if outlet else "F"


def _parts(claims: Sequence[Claim], figures: Mapping[str, Figure]) -> dict[str, float]:
    """Return the largest count of a part by role."""
    parts: dict[str, float] = {}
    keys = {key for claim in claims for key in claim.figures}
    for key in keys:
        figure = figures.get(key)
        if figure and figure.part_of and figure.role and figure.low is not None:
            whole = figures.get(figure.part_of)
            role = whole.role if whole and whole.role else figure.role
            parts[role] = max(parts.get(role, 0.0), figure.low)
    return parts


def _count(role: str, told: Sequence[Told], part: float) -> Count:
    lows = [t.low for t in told if t.low is not None]
    highs = [h for t in told if (h := t.high if t.high is not None else t.low) is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    best = _best(told)
    if part:  # the whole cannot be smaller than its part
        best = max(best, part) if best is not None else part
        high = max(high, best) if high is not None else best
    return Count(role, low, best, high)


def _best(told: Sequence[Told]) -> float | None:
    """Return the middle of the latest and most reliable counts."""
    last = max(t.day for t in told)
    late = [t for t in told if last == _UNDATED or t.day >= last - _LAST]
    grade = min(t.reliability for t in late)
    values = sorted(_value(t) for t in late if t.reliability == grade)
    return values[(len(values) - 1) // 2] if values else None


def _value(told: Told) -> float:
    """Return a count as one number: its middle where both ends are told, else the end that is."""
    if told.low is not None and told.high is not None:
        return (told.low + told.high) / 2
    return told.low if told.low is not None else told.high or 0.0
