"""Ids that were in; where they lead now, out: an id that was once shown is never a dead end.

The id of an event follows from its claims, so a report more or a decision gives it another one. Whatever took over most of
its claims is what it has become.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from dateline.record.schema import (
    CLAIMS,
    DEALS,
    DECISIONS,
    DOCUMENTS,
    EVENTS,
    FORMERS,
    LEDGER,
    NOTES,
    REVIEWS,
    STORIES,
    TOMBSTONES,
    VIEWS,
    Entity,
)

__all__ = ["Stood", "ids_now", "lead_on", "what_stood"]

# Kinds whose ids follow from what they are made of, and where that is listed.
_MADE_OF = ((EVENTS, "claims"), (DEALS, "claims"), (LEDGER, "claims"), (STORIES, "documents"))
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Stood:
    """What a record showed: the parts of each event, deal, holding and story, and where each claim stood."""

    parts: tuple[dict[str, tuple[str, ...]], ...]
    claims: dict[str, tuple[str, int, int]]


def what_stood(connection: Connection) -> Stood:
    """Return what the record shows now."""
    parts = tuple(_parts(connection, *_table(entity, field)) for entity, field in _MADE_OF)
    table = CLAIMS.table
    rows = connection.execute(select(table.c.id, table.c.document, table.c.trigger_start, table.c.trigger_stop))
    return Stood(parts, {id: (document, start, stop) for id, document, start, stop in rows})


def lead_on(connection: Connection, before: Stood) -> None:
    """Let each id that was shown before, and is gone, lead to what is there instead."""
    now = what_stood(connection)
    moved = _decided_on(connection)
    for old, new in zip(before.parts, now.parts, strict=True):
        moved |= _successors(old, new)
    moved |= _moved_claims(before.claims, now.claims)
    alive = set(now.claims).union(*now.parts)
    known = {row.id: row.now for row in connection.execute(select(FORMERS))}
    wanted = {id: kept for id, kept in {**known, **moved}.items() if id not in alive}
    if wanted != known:
        connection.execute(delete(FORMERS))
        rows = [{"id": id, "now": wanted[id]} for id in sorted(wanted)]
        for start in range(0, len(rows), _BATCH):
            connection.execute(insert(FORMERS), rows[start : start + _BATCH])


def ids_now(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return for each id the one under which its thing is found now, "" where it is nowhere."""
    wanted = set(ids)
    alive: set[str] = set()
    led: dict[str, str] = {}
    frontier = wanted
    while frontier:
        here = _alive(connection, frontier)
        alive |= here
        gone = frontier - here
        led |= dict.fromkeys(gone, "")
        led |= {id: now for table, column in _LEADS for id, now in _pairs(connection, table, column, gone)}
        frontier = {led[id] for id in gone} - alive - set(led) - {""}
    return {id: _end(id, led, alive) for id in wanted}


def _end(id: str, led: Mapping[str, str], alive: set[str]) -> str:
    seen: set[str] = set()
    while id not in alive and id not in seen:
        seen.add(id)
        id = led.get(id, "")
    return id if id in alive else ""


# Where a thing's id leads on: what it was merged into by hand comes before what it became.
_LEADS = ((FORMERS, "now"), (TOMBSTONES.table, "kept"))


def _pairs(connection: Connection, table: Table, column: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for batch in _batches(ids):
        for row in connection.execute(select(table.c.id, table.c[column]).where(table.c.id.in_(batch))):
            yield row[0], row[1]


def _alive(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return those of the ids under which the record holds a thing, or a document."""
    tables = [entity.table for name, entity in VIEWS.items() if name not in NOTES] + [DOCUMENTS]
    found: set[str] = set()
    for batch in _batches(ids):
        for table in tables:
            found.update(connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars())
    return found


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(ids)
    yield from (listed[start : start + _BATCH] for start in range(0, len(listed), _BATCH))


def _table(entity: Entity[Any], field: str) -> tuple[Table, str, str]:
    link = next(link for link in entity.links if link.field == field)
    return link.table, entity.owner, link.value


def _parts(connection: Connection, table: Table, owner: str, value: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id, part in connection.execute(select(table.c[owner], table.c[value])):
        found[id].append(part)
    return {id: tuple(parts) for id, parts in found.items()}


def _successors(old: Mapping[str, Iterable[str]], new: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return for each id that is gone the one that took over most of its parts."""
    owners: dict[str, list[str]] = defaultdict(list)
    for id, parts in new.items():
        for part in parts:
            owners[part].append(id)
    moved = {}
    for id in sorted(set(old) - set(new)):
        heirs = Counter(heir for part in old[id] for heir in owners.get(part, ()))
        if heirs:
            moved[id] = min(heirs, key=lambda heir: (-heirs[heir], heir))
    return moved


def _decided_on(connection: Connection) -> dict[str, str]:
    """Return for each thing that was decided on where it has gone by the words of its decision: an edited report, say."""
    log = connection.execute(select(DECISIONS.c.id, DECISIONS.c.about))
    about = {row.id: row.about for row in log}
    reviews = connection.execute(select(REVIEWS.table.c.id, REVIEWS.table.c.decisions))
    led = ((about.get(one, ""), row.id) for row in reviews for one in json.loads(row.decisions))
    # A control statement is noted under the decision on its claim, but that claim has not become it.
    return {was: now for was, now in led if was.partition("-")[0] == now.partition("-")[0]}


def _moved_claims(old: Mapping[str, tuple[str, int, int]], new: Mapping[str, tuple[str, int, int]]) -> dict[str, str]:
    """Return for each claim that is gone the one that stands at its words now, if any: of another type, for instance."""
    gone = sorted(set(old) - set(new))
    if not gone:
        return {}
    beside: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for id, (document, start, stop) in new.items():
        beside[document].append((start, stop, id))
    moved = {}
    for id in gone:
        document, start, stop = old[id]
        there = [other for first, last, other in sorted(beside[document]) if first < stop and start < last]
        if there:
            moved[id] = there[0]
    return moved
