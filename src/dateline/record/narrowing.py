"""A record narrowed: ids in; a Record that holds these ids alone out.

It reads no more of the record than it gives, so that a week of a record of a million claims is a matter of seconds.
"""

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Article, Reading, Story
from dateline.model.views import Weighing
from dateline.record import reading_back, schema
from dateline.record.connection import Database
from dateline.record.following import Following
from dateline.record.schema import Entity
from dateline.record.store import Record

__all__ = ["narrowed"]


def narrowed(record: Record, ids: Mapping[str, Iterable[str]]) -> Record:
    """Return a record of some documents, and of these ids by table; in the order of `record`, what lies in documents too.

    Mentions and framings are all of those documents, as are outlets and stories; reviews are all of the record.
    """
    held = {name: frozenset(found) for name, found in ids.items()}
    with record.database.reading() as connection:
        go = Following(connection)
        held["outlets"] = frozenset(go.column(Weighing, "outlet", held["documents"]))
        held["stories"] = frozenset(go.back(Story, "documents", held["documents"]))
        documents = [one.id for one in reading_back.fetch_bare_articles(connection, sorted(held["documents"]))]
    return _Narrowed(record.database, held, documents)


class _Narrowed(Record):
    """A record whose iterators give only some ids."""

    def __init__(self, database: Database, ids: Mapping[str, frozenset[str]], documents: list[str]) -> None:
        super().__init__(database)
        self._ids, self._documents = ids, documents

    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents that are held, by path."""
        return tuple(self._documents)

    def articles(self) -> Iterator[Article]:
        """The documents that are held, as they were read."""
        return reading_back.iterate_chosen(self.database, self._documents)

    def bare_documents(self) -> Iterator[Article]:
        """The documents that are held, dated, without their texts and sentences."""
        with self.database.reading() as connection:
            return self._dated(reading_back.fetch_bare_articles(connection, self._documents))

    def readings(self) -> Iterator[Reading]:
        """What was understood from the documents that are held."""
        return reading_back.fetch_readings(self.database, self._documents)

    def _all(self, entity: Entity[schema.T]) -> Iterator[schema.T]:
        held = self._ids.get(entity.table.name)
        if "document" in entity.table.c:
            return reading_back.iterate_within(self.database, entity, self._documents, held)
        return super()._all(entity) if held is None else reading_back.iterate_ids(self.database, entity, sorted(held))
