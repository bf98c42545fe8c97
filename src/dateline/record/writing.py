"""Values into tables: takes a connection inside a transaction and dataclasses, gives rows back to no one."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from dateline.model import Article, Decision, Reading, Review
from dateline.model.views import Views
from dateline.record.codec import encode
from dateline.record.columns import to_row
from dateline.record.formers import lead_on, what_stood
from dateline.record.schema import (
    BOILERPLATE,
    DECISIONS,
    DOCUMENTS,
    META,
    READINGS,
    REVIEWS,
    SENTENCES,
    VIEWS,
    Entity,
)

__all__ = ["read_state", "write_decision", "write_meta", "write_reading", "write_review", "write_stale", "write_views"]

T = TypeVar("T")
_BATCH = 5000
_LISTS = frozenset({"sentences", "boilerplate"})


def write_meta(connection: Connection, values: dict[str, str]) -> None:
    """Set names to values, over what stood there."""
    for name, value in values.items():
        statement = sqlite_insert(META).values(name=name, value=value)
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def write_stale(connection: Connection) -> None:
    """Note that something came in that the views do not show yet."""
    write_meta(connection, {"views": "stale", "edits": str(read_state(connection)[0] + 1)})


def read_state(connection: Connection) -> tuple[int, int]:
    """Return how often something came in, and how many decisions there are."""
    edits = connection.execute(select(META.c.value).where(META.c.name == "edits")).scalar()
    decisions = connection.execute(select(func.count()).select_from(DECISIONS)).scalar_one()
    return int(edits or 0), int(decisions)


def write_reading(connection: Connection, article: Article, reading: Reading, fingerprint: str) -> None:
    """Put one document in, with its reading, in the place of what was known of it before."""
    for table in (SENTENCES, BOILERPLATE, READINGS):
        connection.execute(delete(table).where(table.c.document == article.id))
    connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == article.id))
    connection.execute(insert(DOCUMENTS), [to_row(article, _LISTS)])
    for table, items in ((SENTENCES, article.sentences), (BOILERPLATE, article.boilerplate)):
        _insert(connection, table, _numbered({"document": article.id}, items))
    row = {"document": article.id, "fingerprint": fingerprint, "content": encode(reading)}
    connection.execute(insert(READINGS), [row])


def write_views(connection: Connection, views: Views) -> None:
    """Put all views in, in the place of those before; ids that are gone lead on to what is there instead."""
    before = what_stood(connection)
    for entity in reversed(VIEWS.values()):
        for table in entity.tables:
            connection.execute(delete(table))
    for field, entity in VIEWS.items():
        _write_entity(connection, entity, getattr(views, field))
    lead_on(connection, before)


def write_review(connection: Connection, id: str, review: Review | None) -> None:
    """Put a review in the place of that of the same thing, or take that out."""
    connection.execute(delete(REVIEWS.table).where(REVIEWS.table.c.id == id))
    if review is not None:
        _write_entity(connection, REVIEWS, [review])


def write_decision(connection: Connection, decision: Decision) -> None:
    """Add a decision at the end of the log; one that is there already stays as it is."""
    connection.execute(sqlite_insert(DECISIONS).values(to_row(decision)).on_conflict_do_nothing(index_elements=["id"]))


def _write_entity(connection: Connection, entity: Entity[T], items: Iterable[T]) -> None:
    items = tuple(items)
    _insert(connection, entity.table, (to_row(item, entity.elsewhere) for item in items))
    for link in entity.links:
        role = {"role": link.role} if link.role else {}
        rows = (
            {entity.owner: _id(item), "position": position, link.value: value, **role}
            for item in items
            for position, value in enumerate(getattr(item, link.field))
        )
        _insert(connection, link.table, rows)
    for parts in entity.parts:
        of_all = (row for item in items for row in _numbered({entity.owner: _id(item)}, getattr(item, parts.field)))
        _insert(connection, parts.table, of_all)


def _id(item: Any) -> str:
    return str(item.id)


def _numbered(owner: dict[str, object], items: Iterable[object]) -> Iterator[dict[str, object]]:
    for position, item in enumerate(items):
        yield {**owner, "position": position, **to_row(item)}


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        connection.execute(insert(table), batch)
