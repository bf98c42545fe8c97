"""Who held each place when, from all statements of control together; gaps stay gaps."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import Claim, ControlStatement, LedgerEntry, content_id
from dateline.weigh.witnesses import Witnesses

__all__ = ["build_ledger"]

_KEEPS = dt.timedelta(days=1)


def build_ledger(
    statements: Iterable[ControlStatement], claims: Mapping[str, Claim], witnesses: Witnesses
) -> tuple[LedgerEntry, ...]:
    """Return one entry for each place, holder and run of days that statements support.

    An entry is `contested` where another holder is told for the same place and days, `reported` where witnesses of
    two camps tell it, else `claimed`.
    """
    by_place: dict[str, dict[str, list[ControlStatement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        if statement.holder and statement.place and not statement.denied:
            by_place[statement.place][statement.holder].append(statement)
    entries = []
    for place, holders in sorted(by_place.items()):
        runs = {holder: _span(told) for holder, told in holders.items()}
        for holder, told in sorted(holders.items()):
            since, until = runs[holder]
            others = [run for other, run in runs.items() if other != holder]
            contested = any(_meet((since, until), run) for run in others)
            camps = {camp for s in told for camp in witnesses.camps_of(s.document, s.speakers)}
            status = "contested" if contested else "reported" if len(camps) > 1 else "claimed"
            ids = tuple(dict.fromkeys(s.claim if s.claim in claims else s.id for s in sorted(told, key=lambda s: s.id)))
            entry_id = content_id("l", place, holder, since, until)
            entries.append(LedgerEntry(entry_id, place, holder, since, until, status, ids))  # type: ignore[arg-type]
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _span(told: list[ControlStatement]) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day that statements of one holder speak of."""
    starts = [day for s in told if (day := s.since or s.as_of)]
    ends = [day for s in told if (day := s.until or s.as_of)]
    return min(starts, default=None), max(ends, default=None)


def _meet(a: tuple[dt.date | None, dt.date | None], b: tuple[dt.date | None, dt.date | None]) -> bool:
    """True where two runs share a day; undated runs meet nothing."""
    if not (a[0] and a[1] and b[0] and b[1]):
        return False
    return a[0] <= b[1] + _KEEPS and b[0] <= a[1] + _KEEPS
