"""The log of what came, went and changed: views before and after in, rows that no later run loses out.

Ids follow from content, so a claim of which the words stay keeps its id, and an event that gains a report gets another. The
log says which, so that whoever cited an id finds what stands there now. It holds ids alone, no words of a report. Its table
lies apart from the others: a record made before it has none, and gets it when it is weighed next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, insert, inspect, select

from dateline.model import Alteration, Span
from dateline.model.views import Views
from dateline.record.columns import columns_of, from_row, to_row
from dateline.record.reading_back import fetch_all
from dateline.record.schema import VIEWS

__all__ = ["changes_between", "log_changes", "read_changes"]

_LOG = MetaData()
CHANGES = Table(
    "changes",
    _LOG,
    Column("number", Integer, primary_key=True),
    *columns_of(Alteration),
    Index("changes_by_decided", "decided"),
    Index("changes_by_id", "id"),
)
# Field of Views -> what its things are called in the log.
_KINDS = {
    "weighings": "document",
    "claims": "claim",
    "figures": "figure",
    "control": "control",
    "events": "event",
    "ledger": "ledger",
    "deals": "deal",
    "contradictions": "contradiction",
}
_BATCH = 5000


def log_changes(connection: Connection, views: Views) -> None:
    """Log what the coming `views` change; call it before they are written. The first views of a record change nothing."""
    if not any(connection.execute(select(VIEWS[field].table).limit(1)).first() for field in _KINDS):
        return
    now = datetime.now(UTC).replace(microsecond=0)
    for field, kind in _KINDS.items():  # one kind at a time, so that no second record is held beside the coming one
        before = fetch_all(connection, VIEWS[field])
        rows = [to_row(change) for change in changes_between(kind, before, getattr(views, field), now)]
        if rows:
            _LOG.create_all(connection)
        for start in range(0, len(rows), _BATCH):
            connection.execute(insert(CHANGES), rows[start : start + _BATCH])


def read_changes(connection: Connection, since: datetime | None = None) -> list[Alteration]:
    """Return the log, the oldest first; all of it, or what came at or after a moment."""
    if not inspect(connection).has_table("changes"):
        return []
    statement = select(CHANGES).order_by(CHANGES.c.number)
    if since:
        statement = statement.where(CHANGES.c.decided >= since.isoformat())
    return [from_row(Alteration, row, {}) for row in connection.execute(statement).mappings()]


def changes_between(kind: str, before: Iterable[Any], after: Iterable[Any], now: datetime) -> Iterator[Alteration]:
    """Yield what changed among the things of one kind, in the order of their ids."""
    old = {_id(one): one for one in before}
    new = {_id(one): one for one in after}
    heirs = _heirs([one for id, one in new.items() if id not in old])
    for id in sorted(old.keys() | new.keys()):
        if id not in new:
            yield Alteration(now, kind, id, "vanished", into=heirs(old[id]))  # type: ignore[arg-type]
        elif id not in old:
            yield Alteration(now, kind, id, "appeared")  # type: ignore[arg-type]
        elif old[id] != new[id]:
            yield Alteration(now, kind, id, "changed", fields=_differing(old[id], new[id]))  # type: ignore[arg-type]


def _id(one: Any) -> str:
    return str(getattr(one, "id", "") or one.document)


def _differing(one: Any, other: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name))


def _heirs(new: Iterable[Any]) -> Any:
    """Return a function that finds what stands in the place of a thing that went: what rests on one claim with it, what
    stands on the same words, or what tells of the same place and holder.
    """
    by_claim: dict[str, list[str]] = defaultdict(list)
    by_document: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for one in new:
        for claim in _claims(one):
            by_claim[claim].append(_id(one))
        if hasattr(one, "span"):
            by_document[one.document].append((getattr(one, "trigger", one.span), _id(one)))

    def find(gone: Any) -> tuple[str, ...]:
        found = [id for claim in _claims(gone) for id in by_claim.get(claim, ())]
        if hasattr(gone, "span"):
            words = getattr(gone, "trigger", gone.span)
            found += [id for span, id in by_document.get(gone.document, ()) if span.overlaps(words)]
        return tuple(sorted(set(found)))

    return find


def _claims(one: Any) -> tuple[str, ...]:
    """The claims a thing rests on."""
    if hasattr(one, "sides"):
        return tuple(claim for side in one.sides for claim in side.claims)
    return tuple(getattr(one, "claims", ()))
