"""Values into tables: takes a connection inside a transaction and dataclasses, gives rows back to no one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from dateline.model import Article, Decision, Input, Reading, Review
from dateline.model.views import Views
from dateline.record.codec import encode
from dateline.record.columns import to_row
from dateline.record.formers import lead_on, what_stood
from dateline.record.schema import (
    BOILERPLATE,
    DECISIONS,
    DOCUMENTS,
    INPUT_DOCUMENTS,
    INPUTS,
    META,
    READINGS,
    REVIEWS,
    SENTENCES,
    VIEWS,
    Entity,
)

__all__ = [
    "forget_documents",
    "read_state",
    "write_article",
    "write_decision",
    "write_input",
    "write_meta",
    "write_reading",
    "write_review",
    "write_stale",
    "write_views",
]

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
    write_article(connection, article)
    row = {"document": article.id, "fingerprint": fingerprint, "content": encode(reading)}
    connection.execute(insert(READINGS), [row])


def write_article(connection: Connection, article: Article) -> None:
    """Put one document in that is to be understood yet, in the place of what was known of it before."""
    drop_documents(connection, [article.id])
    connection.execute(insert(DOCUMENTS), [to_row(article, _LISTS)])
    for table, items in ((SENTENCES, article.sentences), (BOILERPLATE, article.boilerplate)):
        _insert(connection, table, _numbered({"document": article.id}, items))


def write_input(connection: Connection, read: Input, documents: Iterable[str]) -> None:
    """Note a file and the documents that came of it; those of an older state that it no longer holds stay noted."""
    connection.execute(delete(INPUTS).where(INPUTS.c.id == read.id))
    connection.execute(insert(INPUTS), [to_row(read)])
    connection.execute(update(INPUT_DOCUMENTS).where(INPUT_DOCUMENTS.c.input == read.id).values(current=0))
    for document in dict.fromkeys(documents):
        statement = sqlite_insert(INPUT_DOCUMENTS).values(input=read.id, document=document, current=1)
        connection.execute(statement.on_conflict_do_update(index_elements=["input", "document"], set_={"current": 1}))


def drop_documents(connection: Connection, ids: Iterable[str]) -> None:
    """Take documents out, with their readings; where they came from stays noted, and so do decisions."""
    for id in ids:
        for table in (SENTENCES, BOILERPLATE, READINGS):
            connection.execute(delete(table).where(table.c.document == id))
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == id))


def forget_documents(connection: Connection, ids: Iterable[str]) -> None:
    """Take documents out for good: a file that still holds one of them is read anew when it is met again."""
    ids = tuple(ids)
    drop_documents(connection, ids)
    for id in ids:
        links = INPUT_DOCUMENTS.c.document == id
        holding = select(INPUT_DOCUMENTS.c.input).where(links, INPUT_DOCUMENTS.c.current == 1)
        connection.execute(delete(INPUTS).where(INPUTS.c.id.in_(holding)))
        connection.execute(delete(INPUT_DOCUMENTS).where(links))


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
    items = items if isinstance(items, Sequence) else tuple(items)  # what is packed stays so
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
