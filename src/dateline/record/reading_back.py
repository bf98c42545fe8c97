"""Tables into values: takes a database, gives back the dataclasses that were written, in a stable order."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, case, func, literal, or_, select

from dateline.model import UNKNOWN_PUBLISHED, Article, Decision, Input, Reading, Sentence, Span
from dateline.model.views import Weighing
from dateline.record.codec import decode
from dateline.record.columns import from_row, maker
from dateline.record.connection import Database
from dateline.record.schema import (
    BOILERPLATE,
    DECISIONS,
    DOCUMENTS,
    INPUT_DOCUMENTS,
    INPUTS,
    MENTIONS,
    READINGS,
    SENTENCES,
    Entity,
)

__all__ = [
    "count_uncoded",
    "dated",
    "fetch",
    "fetch_all",
    "fetch_bare_articles",
    "fetch_readings",
    "fetch_texts",
    "find_article",
    "find_entity",
    "find_ids",
    "find_named",
    "find_sentence_starts",
    "find_superseded",
    "find_unread",
    "iterate",
    "iterate_articles",
    "iterate_bare_articles",
    "iterate_chosen",
    "iterate_ids",
    "iterate_places_named",
    "iterate_readings",
    "iterate_within",
    "of_document",
    "ordered",
    "read_decisions",
    "read_decisions_about",
    "read_decisions_with",
    "read_inputs",
]

T = TypeVar("T")
# Read in portions with a transaction each: a slow consumer never keeps a writer waiting.
_PORTION = 500
_DOCUMENTS = 100  # whose mentions and the like are read at once


def iterate(database: Database, entity: Entity[T]) -> Iterator[T]:
    """Yield all of one kind: by the document's path and the place in it, where they have one; else by id."""
    with database.reading() as connection:
        ids = list(connection.execute(ordered(entity.table)).scalars())
    yield from iterate_ids(database, entity, ids)


def iterate_within(
    database: Database, entity: Entity[T], documents: Sequence[str], ids: Collection[str] | None
) -> Iterator[T]:
    """Yield of one kind what lies in some documents, given by path, as `iterate` puts it in order; `ids` None means all."""
    key = next(iter(entity.table.primary_key.columns))
    number = [*entity.table.c].index(key)
    for start in range(0, len(documents), _DOCUMENTS):
        within = entity.table.c.document.in_(documents[start : start + _DOCUMENTS])
        with database.reading() as connection:
            rows = connection.execute(ordered(entity.table, entity.table).where(within)).all()
            kept = rows if ids is None else [row for row in rows if row[number] in ids]
            portions = [kept[at : at + _PORTION] for at in range(0, len(kept), _PORTION)]
            made = [_with_lists(connection, entity, portion) for portion in portions]
        for portion in made:
            yield from portion


def fetch_all(connection: Connection, entity: Entity[T]) -> list[T]:
    """Return all of one kind within a transaction that is open; by id."""
    key = next(iter(entity.table.primary_key.columns))
    ids = list(connection.execute(select(key).order_by(key)).scalars())
    portions = (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))
    return [one for portion in portions for one in _fetch(connection, entity, portion)]


def fetch(database: Database, entity: Entity[T], ids: Sequence[str]) -> list[T]:
    """Return those with these ids, in the order of the ids; one that is not there is left out."""
    return list(iterate_ids(database, entity, ids))


def iterate_ids(database: Database, entity: Entity[T], ids: Sequence[str]) -> Iterator[T]:
    """Yield those with these ids, in the order of the ids, as `fetch` returns them."""
    for start in range(0, len(ids), _PORTION):
        with database.reading() as connection:
            found = _fetch(connection, entity, ids[start : start + _PORTION])
        yield from found


def of_document(database: Database, entity: Entity[T], document: str) -> list[T]:
    """Return all of one kind that stand in one document, in the order of the text."""
    table = entity.table
    statement = select(table.c.id).where(table.c.document == document).order_by(table.c.start, table.c.stop, table.c.id)
    with database.reading() as connection:
        ids = list(connection.execute(statement).scalars())
    return fetch(database, entity, ids)


def dated(article: Article, weighing: Weighing | None) -> Article:
    """Return a document with the date that weighing gave it, if any."""
    known = weighing is not None and weighing.published != UNKNOWN_PUBLISHED
    return replace(article, published=weighing.published) if weighing and known else article


def fetch_bare_articles(connection: Connection, ids: Sequence[str]) -> list[Article]:
    """Return documents by path, without text, sentences and boilerplate: what lists tell of them."""
    columns = [column for column in DOCUMENTS.c if column.name != "text"]
    make = maker(Article, tuple(column.name for column in columns), ("text", "sentences", "boilerplate"))
    found: list[Article] = []
    for start in range(0, len(ids), _PORTION):
        statement = select(*columns).where(DOCUMENTS.c.id.in_(ids[start : start + _PORTION]))
        found += [make(row, "", (), ()) for row in connection.execute(statement).all()]
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


def iterate_places_named(database: Database, documents: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the document, the place and the start of each of the words of documents that name a place."""
    mentions = MENTIONS.table.c
    columns = select(mentions.document, mentions.refers_to, mentions.start).where(mentions.kind == "place")
    for start in range(0, len(documents), _PORTION):
        within = mentions.document.in_(documents[start : start + _PORTION])
        with database.reading() as connection:
            rows = connection.execute(columns.where(within)).all()
        yield from ((row[0], row[1], row[2]) for row in rows)


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


def find_sentence_starts(database: Database, document: str) -> list[int]:
    """Return where the sentences of a document begin, in order."""
    starts = select(SENTENCES.c.start).where(SENTENCES.c.document == document).order_by(SENTENCES.c.position)
    with database.reading() as connection:
        return list(connection.execute(starts).scalars())


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


def ordered(table: Table, asked: Any = None) -> Select[Any]:
    """Return what asks for the key, or for `asked`, of all rows in the order of `iterate`."""
    key = next(iter(table.primary_key.columns))
    columns = select(key if asked is None else asked)
    if "document" not in table.c:
        return columns.order_by(key)
    place = [table.c.start, table.c.stop] if "start" in table.c else []
    joined = columns.select_from(table.outerjoin(DOCUMENTS, DOCUMENTS.c.id == table.c.document))
    return joined.order_by(DOCUMENTS.c.path, table.c.document, *place, key)  # one path may have held several documents


def _fetch(connection: Connection, entity: Entity[T], ids: Sequence[str]) -> list[T]:
    key = next(iter(entity.table.primary_key.columns))
    number = [*entity.table.c].index(key)
    rows = {row[number]: row for row in connection.execute(select(entity.table).where(key.in_(ids))).all()}
    return _with_lists(connection, entity, [rows[id] for id in ids if id in rows])


def _with_lists(connection: Connection, entity: Entity[T], rows: Sequence[Any]) -> list[T]:
    """Return what rows of a table tell, a portion of them, with what lies in the tables beside it."""
    fields, columns = tuple(sorted(entity.elsewhere)), entity.table.c
    make = maker(cast(Any, entity.kind), tuple(columns.keys()), fields)
    if not fields:
        return [make(row) for row in rows]
    number = columns.keys().index("id")
    lists = _fetch_lists(connection, entity, [row[number] for row in rows])
    return [make(row, *[lists[field].get(row[number], ()) for field in fields]) for row in rows]


def _fetch_lists(
    connection: Connection, entity: Entity[Any], ids: Sequence[str]
) -> Mapping[str, Mapping[str, tuple[object, ...]]]:
    """Return the fields that lie in other tables: what each id has there, by field."""
    found: dict[str, dict[str, list[object]]] = {field: defaultdict(list) for field in entity.elsewhere}
    for table in dict.fromkeys(link.table for link in entity.links):
        for id, field, value in connection.execute(_listed(entity, table, ids)).all():
            found[field][id].append(value)
    for parts in entity.parts:
        for id, part in _fetch_parts(connection, parts.table, entity.owner, parts.kind, ids):
            found[parts.field][id].append(part)
    return {field: {id: tuple(values) for id, values in owners.items()} for field, owners in found.items()}


def _fetch_parts(
    connection: Connection, table: Table, owner: str, kind: Any, ids: Sequence[str]
) -> Iterator[tuple[str, Any]]:
    """Yield what lies in a table of small things, each with the id that it belongs to; in order."""
    columns = table.c
    rows = connection.execute(
        select(table).where(columns[owner].in_(ids)).order_by(columns[owner], columns.position)
    ).all()
    number, make = columns.keys().index(owner), maker(kind, tuple(columns.keys()), ())
    yield from ((row[number], make(row)) for row in rows)


def _listed(entity: Entity[Any], table: Table, ids: Sequence[str]) -> Select[Any]:
    """Return what asks one table for (owner, field, value): the field is told by the role where a table holds several."""
    links = [link for link in entity.links if link.table is table]
    owner, value = table.c[entity.owner], table.c[links[0].value]
    roles = {link.role: link.field for link in links if link.role}
    field: Any = case(roles, value=table.c.role) if roles else literal(links[0].field)
    return select(owner, field, value).where(owner.in_(ids)).order_by(owner, table.c.position)


def _fetch_articles(connection: Connection, ids: Sequence[str]) -> list[Article]:
    number, make = (
        DOCUMENTS.c.keys().index("id"),
        maker(Article, tuple(DOCUMENTS.c.keys()), ("sentences", "boilerplate")),
    )
    rows = {row[number]: row for row in connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id.in_(ids))).all()}
    sentences, boilerplate = defaultdict[str, list[Sentence]](list), defaultdict[str, list[Span]](list)
    for id, sentence in _fetch_parts(connection, SENTENCES, "document", Sentence, ids):
        sentences[id].append(sentence)
    for id, span in _fetch_parts(connection, BOILERPLATE, "document", Span, ids):
        boilerplate[id].append(span)
    return [make(rows[id], tuple(sentences[id]), tuple(boilerplate[id])) for id in ids if id in rows]
