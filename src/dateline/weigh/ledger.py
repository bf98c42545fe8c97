"""Who is told to hold what from which day in; the ledger of control out: place, holder, since, until, how well it stands.

A holding told for one day is carried forward until another holder is told; the days before it stay a gap. Where the other
side is told for the very same day, both stand as contested. Army and government of one side are one holder in this.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Literal

from dateline.model import LedgerEntry, content_id
from dateline.weigh.geography import Geography
from dateline.weigh.sides import Sides
from dateline.weigh.tellings import Telling
from dateline.weigh.witnesses import Witnesses

__all__ = ["build_ledger"]

_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class _Run:
    """A holding while it is put together; `told` is the last day on which somebody tells it."""

    place: str
    holder: str
    since: dt.date | None
    told: dt.date | None
    until: dt.date | None = None
    contested: bool = False
    behind: list[Telling] = field(default_factory=list)


def build_ledger(
    told: Sequence[Telling], geography: Geography, sides: Sides, witnesses: Witnesses
) -> tuple[LedgerEntry, ...]:
    """Return one entry for each run of days on which a holder is told for a place, and the claims it rests on."""
    by_place: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        by_place[telling.place].append(telling)
    runs = [run for place in sorted(by_place) for run in _of_place(by_place[place], sides)]
    _end_with_the_area(runs, told, geography, sides)
    return tuple(sorted((_entry(run, witnesses) for run in runs), key=lambda entry: entry.id))


def _of_place(told: Sequence[Telling], sides: Sides) -> list[_Run]:
    """Walk the days of one place in order, opening, carrying on and ending runs."""
    done: list[_Run] = []
    active: dict[str, _Run] = {}
    dated = [t for t in told if t.day is not None]
    for telling in dated:
        assert telling.day is not None
        if telling.gone:
            _leave(telling, telling.day, active, done)
            continue
        for holder in [h for h in active if not sides.one_side(h, telling.holder)]:
            _give_way(active[holder], telling, telling.day, active, done)
        run = active.get(telling.holder) or _named_run(telling, active, sides)
        if run is None:
            run = active[telling.holder] = _Run(telling.place, telling.holder, telling.day, telling.day)
        run.told = telling.day
        run.behind.append(telling)
        run.contested |= _disputed(telling, active, sides)
    done += active.values()
    for telling in told:
        if telling.day is None and not telling.gone:
            _undated(telling, done)
    return done


def _named_run(telling: Telling, active: dict[str, _Run], sides: Sides) -> _Run | None:
    """Return the only run that a general word and a name can both mean: "the rebels" hold it, and M23 does."""
    general = telling.holder in sides.general
    fits = [h for h in active if (h in sides.general) != general and sides.one_side(h, telling.holder)]
    if len(fits) != 1:
        return None
    run = active[fits[0]]
    if not general:
        run.holder = telling.holder
        active[telling.holder] = active.pop(fits[0])
    return run


def _leave(telling: Telling, day: dt.date, active: dict[str, _Run], done: list[_Run]) -> None:
    """End the run of a holder that is told to be gone."""
    run = active.pop(telling.holder, None)
    if run is None:
        return
    if run.told and run.told >= day:
        run.contested = True  # told to hold it and to be gone on one day
        active[telling.holder] = run
        return
    run.until = day - _DAY
    run.behind.append(telling)
    done.append(run)


def _give_way(run: _Run, telling: Telling, day: dt.date, active: dict[str, _Run], done: list[_Run]) -> None:
    """A later telling of another side, of the whole place, ends a run the day before; on one day both are contested."""
    if not telling.whole:
        return
    if run.told and run.told >= day:
        run.contested |= any(_others(t, telling) for t in _of_day(run, day))
        return
    run.until = day - _DAY
    done.append(active.pop(run.holder))


def _disputed(telling: Telling, active: dict[str, _Run], sides: Sides) -> bool:
    """True where another side is told for the same day, by somebody else, and one of the two of the whole place."""
    others = [run for holder, run in active.items() if not sides.one_side(holder, telling.holder)]
    behind = [t for run in others for t in _of_day(run, telling.day)]
    return any((t.whole or telling.whole) and ((t.whole and telling.whole) or _others(t, telling)) for t in behind)


def _of_day(run: _Run, day: dt.date | None) -> Iterator[Telling]:
    """Yield what was told of a run on its latest day, if it is this one: the days come in order."""
    yield from takewhile(lambda telling: telling.day == day, reversed(run.behind))


def _others(one: Telling, other: Telling) -> bool:
    """True where two tellings come from different people: one report can tell of both parts of a town."""
    return one.document != other.document or one.speakers != other.speakers


def _undated(telling: Telling, runs: list[_Run]) -> None:
    """Put an undated telling to a run of the same holder; else it stands alone, without days."""
    for run in runs:
        if run.holder == telling.holder:
            run.behind.append(telling)
            return
    runs.append(_Run(telling.place, telling.holder, None, None, behind=[telling]))


def _end_with_the_area(runs: Iterable[_Run], told: Iterable[Telling], geography: Geography, sides: Sides) -> None:
    """A holding in a town that is only carried forward ends where another side is told to hold the whole area around it."""
    areas: dict[object, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in told:
        if telling.whole and not telling.gone and telling.day and geography.radius(telling.place) > 0:
            for cell in geography.cells(telling.place):
                areas[cell][telling.place].append(telling)
    for run in runs:
        if run.until or run.told is None:
            continue
        for day in sorted(_taken_around(run, run.told, areas, geography, sides))[:1]:
            run.until = day - _DAY


def _taken_around(
    run: _Run, last: dt.date, areas: dict[object, dict[str, list[Telling]]], geography: Geography, sides: Sides
) -> Iterator[dt.date]:
    """Yield for each area around a run's place the first day after `last` on which another side is told to hold it."""
    for cell in geography.cells(run.place)[:1]:
        for area, told in areas[cell].items():
            if area == run.place or not geography.holds(area, run.place):
                continue
            after = (t for t in islice(told, _first_after(told, last), None))  # in the order of their days
            taken = next((t.day for t in after if not sides.one_side(t.holder, run.holder)), None)
            if taken:
                yield taken


def _first_after(told: Sequence[Telling], day: dt.date) -> int:
    return bisect_right(told, day, key=lambda telling: telling.day or dt.date.min)


def _entry(run: _Run, witnesses: Witnesses) -> LedgerEntry:
    camps = {camp for t in run.behind for camp in witnesses.camps_of(t.document, t.speakers)}
    status: Literal["claimed", "reported", "contested"] = "claimed"
    if run.contested:
        status = "contested"
    elif len(camps) > 1:
        status = "reported"
    claims = tuple(dict.fromkeys(t.claim for t in run.behind))
    return LedgerEntry(
        id=content_id("l", run.place, run.holder, run.since, run.until),
        place=run.place,
        holder=run.holder,
        since=run.since,
        until=run.until,
        status=status,
        claims=claims,
    )
