"""Lists of a record by portions: a record and what is wanted in, whole objects of one page and the number of all out."""

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import select

from dateline.model import Article, Decision, Doubt, Reading, Span
from dateline.model.views import Weighing
from dateline.record import reading_back, schema
from dateline.record.codec import decode, to_plain
from dateline.record.finding import conditions, find_ids
from dateline.record.schema import Entity
from dateline.record.store import Record
from dateline.record.wanted import Page, Wanted

__all__ = [
    "as_plain",
    "by_id",
    "decisions_on",
    "doubt_on",
    "find",
    "find_all_ids",
    "find_in_order",
    "in_document",
    "uncoded_in",
    "words",
]

T = TypeVar("T")
_ENTITIES: dict[type, Entity[Any]] = {entity.kind: entity for entity in schema.VIEWS.values()}


def find(record: Record, kind: type[T], wanted: Wanted, limit: int = 50, offset: int = 0) -> Page[T]:
    """Return one portion of a list of `kind`; documents come without their texts."""
    with record.database.reading() as connection:
        ids, total = find_ids(connection, kind, wanted, limit, offset)
    return Page(tuple(by_id(record, kind, ids)), total, offset)


def find_all_ids(record: Record, kind: type, wanted: Wanted) -> list[str]:
    """Return the ids of a whole list, in order."""
    with record.database.reading() as connection:
        return find_ids(connection, kind, wanted, None, 0)[0]


def find_in_order(record: Record, kind: type, wanted: Wanted) -> list[str]:
    """Return the ids of a whole list in the order in which the record gives its things."""
    with record.database.reading() as connection:
        ordered = reading_back.ordered(_ENTITIES[kind].table).where(*conditions(kind, wanted))
        return list(connection.execute(ordered).scalars())


def by_id(record: Record, kind: type[T], ids: Sequence[str]) -> list[T]:
    """Return the objects with these ids, in the order of the ids; one that is not there is left out."""
    if kind is Article:
        return cast(list[T], _articles(record, ids))
    return reading_back.fetch(record.database, _ENTITIES[kind], ids)


def as_plain(record: Record, kind: type, id: str) -> object | None:
    """Return one object in what JSON knows, field by field; None where there is no such object. A document has its text."""
    found = record.article(id) if kind is Article else next(iter(by_id(record, kind, [id])), None)
    return to_plain(found) if found is not None else None


def in_document(record: Record, kind: type[T], document: str) -> list[T]:
    """Return what of one kind stands in a document, in the order of its text."""
    return reading_back.of_document(record.database, _ENTITIES[kind], document)


def words(record: Record, spans: Sequence[tuple[str, Span]]) -> list[str]:
    """Return the words at places in documents; empty for a document the record does not hold."""
    texts = reading_back.fetch_texts(record.database, sorted({document for document, _ in spans}))
    return [texts.get(document, "")[span.start : span.end] for document, span in spans]


def uncoded_in(record: Record, document: str) -> tuple[Span, ...]:
    """Return the sentences of a document that have an event word and no claim."""
    content = select(schema.READINGS.c.content).where(schema.READINGS.c.document == document)
    with record.database.reading() as connection:
        found = connection.execute(content).scalar()
    return decode(Reading, found).uncoded if found else ()


def decisions_on(record: Record, id: str) -> tuple[Decision, ...]:
    """Return the decisions behind the review of a thing and those that were made under its id, the oldest first."""
    review = record.review(id)
    named = {*review.decisions} if review else set()
    about = reading_back.read_decisions_about(record.database, [id])
    others = reading_back.read_decisions_with(record.database, sorted(named - {one.id for one in about}))
    return tuple(sorted((*about, *others), key=lambda decision: decision.when))


def doubt_on(record: Record, claim: str) -> Doubt | None:
    """Return why a claim should be looked at; None where it was not weighed yet."""
    return next(iter(reading_back.fetch(record.database, schema.DOUBTS, [claim])), None)


def _articles(record: Record, ids: Sequence[str]) -> list[Article]:
    with record.database.reading() as connection:
        bare = {article.id: article for article in reading_back.fetch_bare_articles(connection, ids)}
    weighings = {one.document: one for one in reading_back.fetch(record.database, schema.WEIGHINGS, ids)}
    weighed: dict[str, Weighing] = weighings
    return [reading_back.dated(bare[id], weighed.get(id)) for id in ids if id in bare]
