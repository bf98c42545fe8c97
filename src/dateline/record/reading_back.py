"""Tables into values: takes a database, gives back the dataclasses that were written, in a stable order."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, case, func, literal, or_, select

from dateline.model import Article, Decision, Input, Reading, Sentence, Span
from dateline.record.codec import decode
from dateline.record.columns import from_row
from dateline.record.connection import Database
from dateline.record.schema import (
    BOILERPLATE,
    DECISIONS,
    DOCUMENTS,
    INPUT_DOCUMENTS,
    INPUTS,
    READINGS,
    SENTENCES,
    Entity,
)

__all__ = [
    "count_uncoded",
    "fetch",
    "fetch_all",
    "fetch_bare_articles",
    "fetch_readings",
    "fetch_texts",
    "find_article",
    "find_entity",
    "find_ids",
    "find_named",
    "find_superseded",
    "find_unread",
    "iterate",
    "iterate_articles",
    "iterate_bare_articles",
    "iterate_chosen",
    "iterate_readings",
    "iterate_within",
    "of_document",
    "read_decisions",
    "read_decisions_about",
    "read_decisions_with",
    "read_inputs",
]

T = TypeVar("T")
# Read in portions with a transaction each: a slow consumer never keeps a writer waiting.
_PORTION = 500


def iterate(database: Database, entity: Entity[T]) -> Iterator[T]:
    """Yield all of one kind: by the document's path and the place in it, where they have one; else by id."""
    key = next(iter(entity.table.primary_key.columns))
    with database.reading() as connection:
        ids = list(connection.execute(_ordered(entity.table, key)).scalars())
    for start in range(0, len(ids), _PORTION):
        with database.reading() as connection:
            found = _fetch(connection, entity, ids[start : start + _PORTION])
        yield from found


def iterate_within(
    database: Database, entity: Entity[T], documents: Sequence[str], ids: Collection[str] | None
) -> Iterator[T]:
    """Yield of one kind what lies in some documents, given by path, as `iterate` puts it in order; `ids` None means all."""
    key = next(iter(entity.table.primary_key.columns))
    for start in range(0, len(documents), _PORTION):
        within = entity.table.c.document.in_(documents[start : start + _PORTION])
        with database.reading() as connection:
            found = list(connection.execute(_ordered(entity.table, key).where(within)).scalars())
        yield from fetch(database, entity, [id for id in found if ids is None or id in ids])


def fetch_all(connection: Connection, entity: Entity[T]) -> list[T]:
    """Return all of one kind within a transaction that is open; by id."""
    key = next(iter(entity.table.primary_key.columns))
    ids = list(connection.execute(select(key).order_by(key)).scalars())
    portions = (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))
    return [one for portion in portions for one in _fetch(connection, entity, portion)]


def fetch(database: Database, entity: Entity[T], ids: Sequence[str]) -> list[T]:
    """Return those with these ids, in the order of the ids; one that is not there is left out."""
    found: list[T] = []
    for start in range(0, len(ids), _PORTION):
        with database.reading() as connection:
            found += _fetch(connection, entity, ids[start : start + _PORTION])
    return found


def of_document(database: Database, entity: Entity[T], document: str) -> list[T]:
    """Return all of one kind that stand in one document, in the order of the text."""
    table = entity.table
    statement = select(table.c.id).where(table.c.document == document).order_by(table.c.start, table.c.stop, table.c.id)
    with database.reading() as connection:
        ids = list(connection.execute(statement).scalars())
    return fetch(database, entity, ids)


def fetch_bare_articles(connection: Connection, ids: Sequence[str]) -> list[Article]:
    """Return documents by path, without text, sentences and boilerplate: what lists tell of them."""
    columns = [column for column in DOCUMENTS.c if column.name != "text"]
    bare: dict[str, object] = {"text": "", "sentences": (), "boilerplate": ()}
    found: list[Article] = []
    for start in range(0, len(ids), _PORTION):
        statement = select(*columns).where(DOCUMENTS.c.id.in_(ids[start : start + _PORTION]))
        found += [from_row(Article, row, bare) for row in connection.execute(statement).mappings()]
    return sorted(found, key=lambda article: (article.path, article.id))


def fetch_texts(database: Database, ids: Sequence[str]) -> dict[str, str]:
    """Return the texts of documents by id."""
    found: dict[str, str] = {}
    for start in range(0, len(ids), _PORTION):
        statement = select(DOCUMENTS.c.id, DOCUMENTS.c.text).where(DOCUMENTS.c.id.in_(ids[start : start + _PORTION]))
        with database.reading() as connection:
            found.update({row.id: row.text for row in connection.execute(statement)})
    return found


def iterate_bare_articles(database: Database) -> Iterator[Article]:
    """Yield all documents by path, without text, sentences and boilerplate."""
    for portion in _portions(database):
        with database.reading() as connection:
            articles = fetch_bare_articles(connection, portion)
        yield from articles


def count_uncoded(database: Database, ids: Sequence[str]) -> int:
    """Return how many sentences of documents have an event word and no claim; the readings stay where they are."""
    number = func.sum(func.json_array_length(READINGS.c.content, "$.uncoded"))
    total = 0
    for start in range(0, len(ids), _PORTION):
        statement = select(number).where(READINGS.c.document.in_(ids[start : start + _PORTION]))
        with database.reading() as connection:
            total += connection.execute(statement).scalar() or 0
    return total


def find_entity(database: Database, entity: Entity[T], id: str) -> T | None:
    """Return the one with this id, or None."""
    with database.reading() as connection:
        return next(iter(_fetch(connection, entity, [id])), None)


def iterate_articles(database: Database) -> Iterator[Article]:
    """Yield the documents as they were read, by path."""
    for portion in _portions(database):
        with database.reading() as connection:
            articles = _fetch_articles(connection, portion)
        yield from articles


def iterate_chosen(database: Database, ids: Sequence[str]) -> Iterator[Article]:
    """Yield the documents with these ids, in that order."""
    for start in range(0, len(ids), _PORTION):
        with database.reading() as connection:
            articles = _fetch_articles(connection, ids[start : start + _PORTION])
        yield from articles


def iterate_readings(database: Database) -> Iterator[Reading]:
    """Yield what was understood from each document, by path."""
    for portion in _portions(database):
        yield from fetch_readings(database, portion)


def fetch_readings(database: Database, ids: Sequence[str]) -> Iterator[Reading]:
    """Yield what was understood from these documents, in the order of the ids."""
    for start in range(0, len(ids), _PORTION):
        portion = ids[start : start + _PORTION]
        with database.reading() as connection:
            statement = select(READINGS.c.document, READINGS.c.content).where(READINGS.c.document.in_(portion))
            contents = {row.document: row.content for row in connection.execute(statement)}
        yield from (decode(Reading, contents[id]) for id in portion if id in contents)


def find_article(database: Database, id: str) -> Article | None:
    """Return the document with this id as it was read, or None."""
    with database.reading() as connection:
        return next(iter(_fetch_articles(connection, [id])), None)


def read_inputs(database: Database) -> dict[str, tuple[Input, tuple[str, ...]]]:
    """Return every file that was read, by id, with the ids of the documents that it holds."""
    held = select(INPUT_DOCUMENTS.c.input, INPUT_DOCUMENTS.c.document).where(INPUT_DOCUMENTS.c.current == 1)
    documents: dict[str, list[str]] = defaultdict(list)
    with database.reading() as connection:
        for row in connection.execute(held):
            documents[row.input].append(row.document)
        inputs = [from_row(Input, row, {}) for row in connection.execute(select(INPUTS)).mappings()]
    return {one.id: (one, tuple(documents[one.id])) for one in inputs}


def find_unread(database: Database, fingerprint: str) -> tuple[str, ...]:
    """Return the ids of documents without a reading of that fingerprint, by path."""
    joined = DOCUMENTS.outerjoin(READINGS, READINGS.c.document == DOCUMENTS.c.id)
    other: ColumnElement[bool] = READINGS.c.fingerprint.is_(None)
    if fingerprint:
        other = other | (READINGS.c.fingerprint != fingerprint)
    statement = select(DOCUMENTS.c.id).select_from(joined).where(other).order_by(DOCUMENTS.c.path, DOCUMENTS.c.id)
    with database.reading() as connection:
        return tuple(connection.execute(statement).scalars())


def find_superseded(database: Database) -> tuple[str, ...]:
    """Return the ids of documents that came of files, none of which holds them now."""
    document = INPUT_DOCUMENTS.c.document
    statement = select(document).group_by(document).having(func.max(INPUT_DOCUMENTS.c.current) == 0)
    with database.reading() as connection:
        return tuple(connection.execute(statement.order_by(document)).scalars())


def find_named(database: Database, name: str) -> tuple[str, ...]:
    """Return the ids of documents with that id or path, or in a file of that path; else of those that lie below it."""
    held = select(INPUT_DOCUMENTS.c.document).join(INPUTS, INPUTS.c.id == INPUT_DOCUMENTS.c.input)
    in_file = DOCUMENTS.c.id.in_(held.where(INPUTS.c.path == name))
    exact = select(DOCUMENTS.c.id).where((DOCUMENTS.c.id == name) | (DOCUMENTS.c.path == name) | in_file)
    path = DOCUMENTS.c.path
    below = or_(*(path.startswith(name.rstrip("/") + sign, autoescape=True) for sign in "/!#"))
    with database.reading() as connection:
        found = tuple(connection.execute(exact).scalars())
        return found or tuple(connection.execute(select(DOCUMENTS.c.id).where(below).order_by(path)).scalars())


def read_decisions(database: Database) -> tuple[Decision, ...]:
    """Return the whole log in the order in which it was written."""
    with database.reading() as connection:
        rows = connection.execute(select(DECISIONS).order_by(DECISIONS.c.number)).mappings().all()
    return tuple(from_row(Decision, row, {}) for row in rows)


def read_decisions_about(database: Database, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Return the part of the log that is about these ids, in the order in which it was written."""
    return _some_decisions(database, DECISIONS.c.about, ids)


def read_decisions_with(database: Database, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Return the decisions with these ids, in the order in which they were written."""
    return _some_decisions(database, DECISIONS.c.id, ids)


def _some_decisions(database: Database, column: ColumnElement[str], ids: Sequence[str]) -> tuple[Decision, ...]:
    rows: list[RowMapping] = []
    for start in range(0, len(ids), _PORTION):
        statement = select(DECISIONS).where(column.in_(ids[start : start + _PORTION]))
        with database.reading() as connection:
            rows += connection.execute(statement).mappings().all()
    return tuple(from_row(Decision, row, {}) for row in sorted(rows, key=lambda row: int(row["number"])))


def find_ids(database: Database) -> tuple[str, ...]:
    """Return the ids of all documents, by path."""
    with database.reading() as connection:
        return tuple(connection.execute(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.path, DOCUMENTS.c.id)).scalars())


def _portions(database: Database) -> Iterator[tuple[str, ...]]:
    ids = find_ids(database)
    yield from (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))


def _ordered(table: Table, key: ColumnElement[Any]) -> Any:
    if "document" not in table.c:
        return select(key).order_by(key)
    place = [table.c.start, table.c.stop] if "start" in table.c else []
    joined = select(key).select_from(table.outerjoin(DOCUMENTS, DOCUMENTS.c.id == table.c.document))
    return joined.order_by(DOCUMENTS.c.path, table.c.document, *place, key)  # one path may have held several documents


def _fetch(connection: Connection, entity: Entity[T], ids: Sequence[str]) -> list[T]:
    key = next(iter(entity.table.primary_key.columns))
    rows = {row[key.name]: row for row in connection.execute(select(entity.table).where(key.in_(ids))).mappings()}
    lists = _fetch_lists(connection, entity, ids)
    empty: dict[str, tuple[object, ...]] = dict.fromkeys(entity.elsewhere, ())
    return [from_row(entity.kind, rows[id], {**empty, **lists.get(id, {})}) for id in ids if id in rows]


def _fetch_lists(
    connection: Connection, entity: Entity[Any], ids: Sequence[str]
) -> Mapping[str, dict[str, tuple[object, ...]]]:
    """Return for each id its fields that lie in other tables."""
    found: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for table in dict.fromkeys(link.table for link in entity.links):
        for id, field, value in connection.execute(_listed(entity, table, ids)).all():
            found[id][field].append(value)
    for parts in entity.parts:
        owner = parts.table.c[entity.owner]
        statement = select(parts.table).where(owner.in_(ids)).order_by(owner, parts.table.c.position)
        for row in connection.execute(statement).mappings():
            found[row[owner.name]][parts.field].append(from_row(parts.kind, row, {}))
    return {id: {field: tuple(values) for field, values in fields.items()} for id, fields in found.items()}


def _listed(entity: Entity[Any], table: Table, ids: Sequence[str]) -> Select[Any]:
    """Return what asks one table for (owner, field, value): the field is told by the role where a table holds several."""
    links = [link for link in entity.links if link.table is table]
    owner, value = table.c[entity.owner], table.c[links[0].value]
    roles = {link.role: link.field for link in links if link.role}
    field: Any = case(roles, value=table.c.role) if roles else literal(links[0].field)
    return select(owner, field, value).where(owner.in_(ids)).order_by(owner, table.c.position)


def _fetch_articles(connection: Connection, ids: Sequence[str]) -> list[Article]:
    rows = {row["id"]: row for row in connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id.in_(ids))).mappings()}
    sentences = _fetch_parts(connection, SENTENCES, Sentence, ids)
    boilerplate = _fetch_parts(connection, BOILERPLATE, Span, ids)
    return [
        from_row(Article, rows[id], {"sentences": tuple(sentences[id]), "boilerplate": tuple(boilerplate[id])})
        for id in ids
        if id in rows
    ]


def _fetch_parts(connection: Connection, table: Table, kind: type[T], ids: Sequence[str]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    statement = select(table).where(table.c.document.in_(ids)).order_by(table.c.document, table.c.position)
    for row in connection.execute(statement).mappings():
        found[row["document"]].append(from_row(kind, row, {}))
    return found
