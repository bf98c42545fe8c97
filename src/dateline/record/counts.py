"""How many: a record and ids in, numbers by id out, counted by the database."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Integer, cast, func, select

from dateline.record import schema
from dateline.record.schema import DOCUMENTS
from dateline.record.store import Record

__all__ = [
    "count_all",
    "count_in_documents",
    "count_listing",
    "count_types",
    "coverage_by_language",
    "distinct",
    "document_numbers",
    "reports_of_outlets",
]

_PORTION = 500
_ENTITIES: dict[type, schema.Entity[Any]] = {entity.kind: entity for entity in schema.VIEWS.values()}


def count_all(record: Record) -> dict[str, int]:
    """Return how many rows each kind of object has, `documents` among them."""
    tables = {"documents": DOCUMENTS, **{name: entity.table for name, entity in schema.VIEWS.items()}}
    with record.database.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }


def count_listing(record: Record, kind: type, field: str, ids: Sequence[str]) -> dict[str, int]:
    """Return how many claims or events (`kind`) list each id in `field`, whatever its role."""
    entity = _ENTITIES[kind]
    link = next(link for link in entity.links if link.field == field)
    value, owner = link.table.c[link.value], link.table.c[entity.owner]
    found: dict[str, int] = {}
    with record.database.reading() as connection:
        for start in range(0, len(ids), _PORTION):
            kept = value.in_(ids[start : start + _PORTION])
            rows = connection.execute(select(value, func.count(func.distinct(owner))).where(kept).group_by(value))
            found.update(_pairs(rows))
    return found


def count_in_documents(record: Record, ids: Sequence[str]) -> dict[str, int]:
    """Return how many claims each document makes."""
    document = schema.CLAIMS.table.c.document
    found: dict[str, int] = {}
    with record.database.reading() as connection:
        for start in range(0, len(ids), _PORTION):
            kept = document.in_(ids[start : start + _PORTION])
            found.update(_pairs(connection.execute(select(document, func.count()).where(kept).group_by(document))))
    return found


def reports_of_outlets(record: Record) -> dict[str, tuple[int, int]]:
    """Return for each outlet how many reports it has in the record, and how many of them repeat another or are spun."""
    weighings, copies = schema.WEIGHINGS.table, schema.COPIES.table
    joined = weighings.outerjoin(copies, copies.c.document == weighings.c.document)
    statement = select(weighings.c.outlet, func.count(), func.count(copies.c.document)).select_from(joined)
    with record.database.reading() as connection:
        return {
            outlet: (all_, copied)
            for outlet, all_, copied in connection.execute(statement.group_by(weighings.c.outlet))
        }


def count_types(record: Record) -> dict[str, int]:
    """Return how many claims there are of each event type."""
    column = schema.CLAIMS.table.c.type
    with record.database.reading() as connection:
        return _pairs(connection.execute(select(column, func.count()).group_by(column)))


def coverage_by_language(record: Record) -> list[tuple[str, int, int, int]]:
    """Return for each language how many documents there are, how many of them could be coded, and their claims."""
    claims = schema.CLAIMS.table
    told = select(claims.c.document, func.count().label("claims")).group_by(claims.c.document).subquery()
    joined = DOCUMENTS.outerjoin(told, told.c.document == DOCUMENTS.c.id)
    coded = func.sum(cast(DOCUMENTS.c.coded, Integer))
    columns = (DOCUMENTS.c.language, func.count(), coded, func.coalesce(func.sum(told.c.claims), 0))
    statement = select(*columns).select_from(joined).group_by(DOCUMENTS.c.language).order_by(func.count().desc())
    with record.database.reading() as connection:
        return [(row[0], row[1], row[2], row[3]) for row in connection.execute(statement)]


def _pairs(rows: Iterable[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in rows}


def distinct(record: Record, kind: type, field: str) -> list[str]:
    """Return the values of a field of `kind` (any other class: of documents) that occur, in order."""
    column = DOCUMENTS.c[field] if kind not in _ENTITIES else _ENTITIES[kind].table.c[field]
    with record.database.reading() as connection:
        return [value for value in connection.execute(select(column).distinct().order_by(column)).scalars() if value]


def document_numbers(record: Record, ids: Sequence[str]) -> dict[str, int]:
    """Return the number of each document when all are put in order by their paths."""
    rank = func.row_number().over(order_by=(DOCUMENTS.c.path, DOCUMENTS.c.id)).label("rank")
    ranked = select(DOCUMENTS.c.id, rank).subquery()
    found: dict[str, int] = {}
    with record.database.reading() as connection:
        for start in range(0, len(ids), _PORTION):
            kept = ranked.c.id.in_(ids[start : start + _PORTION])
            found.update(_pairs(connection.execute(select(ranked).where(kept))))
    return found
