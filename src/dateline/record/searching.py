"""Search in texts and names of any script: words in, sentences and names that hold them out.

An index of trigrams over folded text (no case, no accents, one spelling of Arabic letters) lies in the record beside its
tables. It is made of what is not in it yet whenever `index_texts` is called; where it cannot be made (a record that may
not be written), texts are searched one after the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, text

from dateline.errors import RecordError
from dateline.model import Span
from dateline.record import schema
from dateline.record.schema import DOCUMENTS, READINGS, SENTENCES
from dateline.record.store import Record
from dateline.theatres.folding import fold

__all__ = ["Hit", "NameHit", "index_texts", "marked", "names", "search_names", "search_texts", "try_to_index"]

_TABLES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(document UNINDEXED, number UNINDEXED, words, tokenize='trigram')",
    "CREATE TABLE IF NOT EXISTS search_done (document TEXT PRIMARY KEY, mark TEXT NOT NULL)",
)
_PORTION = 100
_WORDS = re.compile(r"(\w+)")
_SHORTEST = 3  # letters that a trigram needs


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words: its number in its document, and where it stands."""

    document: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class NameHit:
    """An actor, place or outlet with the words in one of its names."""

    kind: str
    id: str
    name: str
    alias: str = ""


def index_texts(record: Record) -> int:
    """Bring the index up to date; return how many documents were added. Nothing is done where the engine has no trigrams."""
    if not _can_index(record):
        return 0
    with record.database.writing() as connection:
        for statement in _TABLES:
            connection.execute(text(statement))
    missing = _missing(record)
    for start in range(0, len(missing), _PORTION):
        with record.database.writing() as connection:
            for document, mark in missing[start : start + _PORTION]:
                _index(connection, document, mark)
    return len(missing)


def search_texts(record: Record, words: str, limit: int, offset: int = 0) -> tuple[list[Hit], int]:
    """Return sentences that hold all words, documents by path, and how many there are."""
    folded = [word for word in fold(words).split() if word]
    if not folded:
        return [], 0
    with record.database.reading() as connection:
        if _has_index(connection) and all(len(word) >= _SHORTEST for word in folded):
            return _indexed(connection, folded, limit, offset)
        return _scanned(connection, folded, limit, offset)


def marked(sentence: str, words: str) -> list[tuple[str, bool]]:
    """Cut a sentence into words that hold one of those sought, and the rest."""
    sought = fold(words).split()
    parts: list[tuple[str, bool]] = []
    for part in _WORDS.split(sentence):
        hit = any(word in fold(part) for word in sought)
        if parts and parts[-1][1] is hit:
            parts[-1] = (parts[-1][0] + part, hit)
        elif part:
            parts.append((part, hit))
    return parts


def names(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    """Yield id and name of each of the `actors`, `places` or `outlets`, then id and alias for each of its other names."""
    with record.database.reading() as connection:
        found = list(_names(connection, kind))
    yield from ((id, alias or name) for id, name, alias in found)


def search_names(
    record: Record, words: str, limit: int = 20, kinds: Iterable[str] = ("actors", "places", "outlets")
) -> list[NameHit]:
    """Return what is called so, those whose name begins with the words first."""
    folded = fold(words)
    if not folded:
        return []
    found: dict[tuple[str, str], tuple[int, NameHit]] = {}
    with record.database.reading() as connection:
        for kind in kinds:
            for id, name, alias in _names(connection, kind):
                rank = min(_rank(fold(name), folded), _rank(fold(alias), folded) + 1 if alias else 9)
                if rank < 4 and found.get((kind, id), (9, None))[0] > rank:
                    found[kind, id] = rank, NameHit(kind, id, name, alias if folded not in fold(name) else "")
    ranked = sorted(found.values(), key=lambda one: (one[0], len(one[1].name), one[1].name, one[1].id))
    return [hit for _, hit in ranked[:limit]]


def _rank(name: str, words: str) -> int:
    if name == words:
        return 0
    return 1 if name.startswith(words) else 2 if f" {words}" in name else 3 if words in name else 9


def _names(connection: Connection, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, name and "" for each thing, then id, name and alias for each of its other names."""
    table = schema.VIEWS[kind].table
    yield from ((row.id, row.name, "") for row in connection.execute(select(table.c.id, table.c.name)))
    for link in schema.VIEWS[kind].links:
        if link.field == "aliases":
            joined = table.join(link.table, link.table.c[schema.VIEWS[kind].owner] == table.c.id)
            for row in connection.execute(select(table.c.id, table.c.name, link.table.c.alias).select_from(joined)):
                yield row.id, row.name, row.alias


# --- the index ----------------------------------------------------------------------------------------------------------
def _can_index(record: Record) -> bool:
    with record.database.reading() as connection:
        if connection.dialect.name != "sqlite":
            return False
        return bool(connection.execute(text("SELECT sqlite_compileoption_used('ENABLE_FTS5')")).scalar())


def _has_index(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    if not connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'search_done'")).scalar():
        return False
    # While it is being made, or after reports came in by another program, it would keep silent on some.
    done, all_ = (
        connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in ("search_done", "documents")
    )
    return bool(done >= all_)


def _missing(record: Record) -> list[tuple[str, str]]:
    """Documents that are not in the index as they are now."""
    mark = (DOCUMENTS.c.sha256 + READINGS.c.fingerprint).label("mark")
    now = select(DOCUMENTS.c.id, mark).join(READINGS, READINGS.c.document == DOCUMENTS.c.id).order_by(DOCUMENTS.c.path)
    with record.database.reading() as connection:
        done = {row[0]: row[1] for row in connection.execute(text("SELECT document, mark FROM search_done"))}
        return [(row[0], row[1]) for row in connection.execute(now) if done.get(row[0]) != row[1]]


def _index(connection: Connection, document: str, mark: str) -> None:
    words = connection.execute(select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document)).scalar()
    if words is None:
        return
    connection.execute(text("DELETE FROM search WHERE document = :document"), {"document": document})
    spans = select(SENTENCES.c.position, SENTENCES.c.start, SENTENCES.c.stop).where(SENTENCES.c.document == document)
    rows = [{"d": document, "n": n, "w": fold(words[a:b])} for n, a, b in connection.execute(spans)]
    if rows:
        connection.execute(text("INSERT INTO search (document, number, words) VALUES (:d, :n, :w)"), rows)
    done = text("INSERT INTO search_done VALUES (:d, :m) ON CONFLICT (document) DO UPDATE SET mark = :m")
    connection.execute(done, {"d": document, "m": mark})


def _indexed(connection: Connection, folded: list[str], limit: int, offset: int) -> tuple[list[Hit], int]:
    asked = {"match": " AND ".join(f'"{word}"' for word in folded)}
    total = connection.execute(text("SELECT count(*) FROM search WHERE search MATCH :match"), asked).scalar_one()
    rows = connection.execute(
        text(
            "SELECT s.document, s.number, n.start, n.stop FROM search AS s JOIN documents AS d ON d.id = s.document "
            "JOIN sentences AS n ON n.document = s.document AND n.position = s.number WHERE search MATCH :match "
            "ORDER BY d.path, s.number LIMIT :limit OFFSET :offset"
        ),
        {**asked, "limit": limit, "offset": offset},
    )
    return [Hit(document, number, Span(start, stop)) for document, number, start, stop in rows], total


def _scanned(connection: Connection, folded: list[str], limit: int, offset: int) -> tuple[list[Hit], int]:
    """Look through all texts: slow, for words too short for the index and for records without one."""
    found: list[Hit] = []
    spans = select(SENTENCES.c.position, SENTENCES.c.start, SENTENCES.c.stop).where(
        SENTENCES.c.document == bindparam("d")
    )
    for id, words in connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.text).order_by(DOCUMENTS.c.path)).all():
        whole = fold(words)
        if all(word in whole for word in folded):
            for number, start, stop in connection.execute(spans, {"d": id}):
                sentence = fold(words[start:stop])
                if all(word in sentence for word in folded):
                    found.append(Hit(id, number, Span(start, stop)))
    return found[offset : offset + limit], len(found)


def try_to_index(record: Record) -> None:
    """Bring the index up to date where the record can be written; else leave it."""
    try:
        index_texts(record)
    except RecordError:
        return
