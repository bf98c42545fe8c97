"""A record narrowed: ids in; out the part of it that a filter of days is asked of, or a Record that holds these ids alone.

Neither reads more of the record than it gives, so that a week of a record of a million claims is a matter of seconds.
"""

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Article, Claim, ControlStatement, Deal, Event, Figure, LedgerEntry, Reading
from dateline.record import reading_back, schema
from dateline.record.connection import Database
from dateline.record.pages import find_all_ids
from dateline.record.part import Gathering, Part, resting_on
from dateline.record.schema import Entity
from dateline.record.store import Record, dated
from dateline.record.wanted import Wanted

__all__ = ["TOLD", "around_told", "narrowed", "told_ids"]

# What can be told of some days.
TOLD: tuple[type, ...] = (Event, Claim, Figure, ControlStatement, LedgerEntry, Deal)
_IN_DOCUMENTS = ("claims", "figures", "control")


def told_ids(record: Record, days: Wanted) -> dict[type, frozenset[str]]:
    """Return the ids of what is told of some days, by kind."""
    return {kind: frozenset(find_all_ids(record, kind, days)) for kind in TOLD}


def around_told(record: Record, told: Mapping[type, Iterable[str]]) -> Record:
    """Return what is told with the claims of its events, the events and figures of its claims, and what contradicts there."""
    with record.database.reading() as connection:
        go = Gathering(connection)
        events, claims = {*told[Event]}, {*told[Claim]}
        claims |= go.along(schema.EVENTS, "claims", events)
        events |= go.back(schema.EVENTS, "claims", claims)
        figures = {*told[Figure]} | go.along(schema.CLAIMS, "figures", claims)
        ids = {"events": events, "claims": claims, "figures": figures, "control": {*told[ControlStatement]}}
        ids |= {"ledger": {*told[LedgerEntry]}, "deals": {*told[Deal]}}
        ids["contradictions"] = resting_on(connection, claims | figures | ids["control"])
        ids["copies"] = set().union(*(go.column(schema.VIEWS[name], "document", ids[name]) for name in _IN_DOCUMENTS))
    return Part(record.database, ids)


def narrowed(record: Record, ids: Mapping[str, Iterable[str]]) -> Record:
    """Return a record of some documents, and of these ids by table; in the order of `record`, what lies in documents too.

    Mentions and framings are all of those documents, as are outlets and stories; reviews are all of the record.
    """
    held = {name: frozenset(found) for name, found in ids.items()}
    with record.database.reading() as connection:
        go = Gathering(connection)
        held["outlets"] = frozenset(go.column(schema.WEIGHINGS, "outlet", held["documents"]))
        held["stories"] = frozenset(go.back(schema.STORIES, "documents", held["documents"]))
        documents = [one.id for one in reading_back.fetch_bare_articles(connection, sorted(held["documents"]))]
    return _Narrowed(record.database, held, documents)


class _Narrowed(Record):
    """A record whose iterators give only some ids."""

    def __init__(self, database: Database, ids: Mapping[str, frozenset[str]], documents: list[str]) -> None:
        super().__init__(database)
        self._ids, self._documents = ids, documents

    def articles(self) -> Iterator[Article]:
        """The documents that are held, as they were read."""
        return reading_back.iterate_chosen(self.database, self._documents)

    def bare_documents(self) -> Iterator[Article]:
        """The documents that are held, dated, without their texts and sentences."""
        weighings = {weighing.document: weighing for weighing in self.weighings()}
        with self.database.reading() as connection:
            found = reading_back.fetch_bare_articles(connection, self._documents)
        return (dated(article, weighings.get(article.id)) for article in found)

    def readings(self) -> Iterator[Reading]:
        """What was understood from the documents that are held."""
        return reading_back.fetch_readings(self.database, self._documents)

    def _all(self, entity: Entity[schema.T]) -> Iterator[schema.T]:
        held = self._ids.get(entity.table.name)
        if "document" in entity.table.c:
            return reading_back.iterate_within(self.database, entity, self._documents, held)
        return super()._all(entity) if held is None else iter(reading_back.fetch(self.database, entity, sorted(held)))
