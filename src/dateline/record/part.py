"""A part of a record: ids of what a page shows in; a Record that holds these and all they rest on, and no more, out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from dateline.model import Article, Decision, Reading
from dateline.model.views import Weighing
from dateline.record import reading_back, schema
from dateline.record.connection import Database
from dateline.record.schema import Entity
from dateline.record.store import Record, dated

__all__ = ["Around", "Gathering", "Part", "part_of", "resting_on"]

_PORTION = 500  # so many parameters in one statement, which every database takes


@dataclass(frozen=True, slots=True)
class Around:
    """What a page shows, by id; `reports` are documents with all that stands in them.

    `bare` events and deals come without their claims: enough to name them.
    """

    events: Sequence[str] = ()
    claims: Sequence[str] = ()
    documents: Sequence[str] = ()
    reports: Sequence[str] = ()
    actors: Sequence[str] = ()
    places: Sequence[str] = ()
    deals: Sequence[str] = ()
    ledger: Sequence[str] = ()
    bare: bool = False


def part_of(record: Record, around: Around) -> Record:
    """Return the part of `record` around some objects; what it holds is whole, with the claims of its events."""
    with record.database.reading() as connection:
        return Part(record.database, _gather(connection, around))


class Part(Record):
    """A record whose iterators give only some ids."""

    def __init__(self, database: Database, ids: Mapping[str, Iterable[str]]) -> None:
        super().__init__(database)
        self._ids = {name: sorted(found) for name, found in ids.items()}
        self._ids["reviews"] = self._ids["doubts"] = sorted(set().union(*self._ids.values()))

    def articles(self) -> Iterator[Article]:
        """The documents of this part, without their texts and sentences."""
        with self.database.reading() as connection:
            yield from reading_back.fetch_bare_articles(connection, self._ids["documents"])

    def documents(self) -> Iterator[Article]:
        """The documents of this part, dated, without their texts and sentences."""
        weighings: dict[str, Weighing] = {weighing.document: weighing for weighing in self.weighings()}
        return (dated(article, weighings.get(article.id)) for article in self.articles())

    def bare_documents(self) -> Iterator[Article]:
        """The same as `documents`."""
        return self.documents()

    def readings(self) -> Iterator[Reading]:
        """What was understood from the documents of this part."""
        return reading_back.fetch_readings(self.database, self._ids["documents"])

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions about what this part holds, the oldest first."""
        return reading_back.read_decisions_about(self.database, self._ids["reviews"])

    def _all(self, entity: Entity[schema.T]) -> Iterator[schema.T]:
        return iter(reading_back.fetch(self.database, entity, self._ids.get(entity.table.name, ())))


class Gathering:
    """Follows ids from table to table within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def follow(self, ids: Iterable[str], given: Column[Any], wanted: Column[Any]) -> set[str]:
        """Return what stands in column `wanted` of the rows that have one of `ids` in column `given`."""
        found: set[str] = set()
        listed = sorted(ids)
        for start in range(0, len(listed), _PORTION):
            statement = select(wanted).where(given.in_(listed[start : start + _PORTION])).distinct()
            found.update(filter(None, self.connection.execute(statement).scalars()))
        return found

    def along(self, entity: Entity[Any], field: str, ids: Iterable[str]) -> set[str]:
        """Return what `ids` list in `field` (for roles: in all roles of that table)."""
        table, value = _link(entity, field)
        return self.follow(ids, table.c[entity.owner], table.c[value])

    def back(self, entity: Entity[Any], field: str, ids: Iterable[str]) -> set[str]:
        """Return which of `entity` list one of `ids` in `field`."""
        table, value = _link(entity, field)
        return self.follow(ids, table.c[value], table.c[entity.owner])

    def column(self, entity: Entity[Any], name: str, ids: Iterable[str]) -> set[str]:
        """Return what `ids` have in a column of their own."""
        key = next(iter(entity.table.primary_key.columns))
        return self.follow(ids, key, entity.table.c[name])

    def within(self, entity: Entity[Any], documents: Iterable[str]) -> set[str]:
        """Return what of one kind stands in some documents."""
        return self.follow(documents, entity.table.c.document, entity.table.c.id)

    def upwards(self, places: set[str]) -> set[str]:
        """Return the places with all that they lie in."""
        found, new = set(places), places
        while new := self.column(schema.PLACES, "parent", new) - found:
            found |= new
        return found


def _gather(connection: Connection, around: Around) -> dict[str, set[str]]:
    go = Gathering(connection)
    ids = {"events": {*around.events}, "deals": {*around.deals}, "ledger": {*around.ledger}}
    claims: set[str] = set()
    if not around.bare:
        claims = go.along(schema.EVENTS, "claims", ids["events"]) | go.along(schema.DEALS, "claims", ids["deals"])
    claims |= go.within(schema.CLAIMS, around.reports) | {*around.claims}
    ids["ledger"] |= (
        go.back(schema.LEDGER, "claims", claims | go.within(schema.CONTROL, around.reports))
        if around.reports
        else set()
    )
    claims |= go.along(schema.LEDGER, "claims", ids["ledger"])
    ids["claims"], ids["control"] = claims, claims | go.within(schema.CONTROL, around.reports)  # a ledger rests on both
    ids["events"] |= go.back(schema.EVENTS, "claims", around.claims)
    ids["deals"] |= go.back(schema.DEALS, "claims", claims)
    ids["figures"] = go.along(schema.CLAIMS, "figures", claims) | claims | go.within(schema.FIGURES, around.reports)
    ids["framings"] = go.within(schema.FRAMINGS, around.reports)
    ids["contradictions"] = go.follow(
        ids["events"], _column(schema.CONTRADICTIONS, "event"), _column(schema.CONTRADICTIONS, "id")
    )
    if not around.bare:
        of_no_event = schema.CONTRADICTIONS.table.c.event == ""  # how a deal stands, who holds a place
        ids["contradictions"] |= resting_on(connection, claims | ids["figures"], of_no_event)
    ids |= _documents(go, ids, around)
    ids["actors"] = _actors(go, ids) | {*around.actors}
    ids["places"] = go.upwards(_places(go, ids) | {*around.places})
    return ids


def resting_on(connection: Connection, sources: set[str], *conditions: ColumnElement[bool]) -> set[str]:
    """Return the contradictions that rest on some claims, figures or statements."""
    table, (sides,) = schema.CONTRADICTIONS.table, (parts.table for parts in schema.CONTRADICTIONS.parts)
    statement = select(sides.c.contradiction, sides.c.claims).join(table).where(*conditions)
    return {id for id, told in connection.execute(statement) if not sources.isdisjoint(loads(told))}


def _documents(go: Gathering, ids: Mapping[str, set[str]], around: Around) -> dict[str, set[str]]:
    found = {*around.documents, *around.reports} | go.along(schema.EVENTS, "documents", around.events)
    for name in ("claims", "figures", "control"):
        found |= go.column(schema.VIEWS[name], "document", ids[name])
    found |= go.column(schema.COPIES, "original", found)
    outlets = go.column(schema.WEIGHINGS, "outlet", found)
    return {"documents": found, "weighings": found, "copies": found, "outlets": outlets}


def _actors(go: Gathering, ids: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for name, field in (("claims", "actors"), ("events", "actors"), ("deals", "parties"), ("figures", "speakers")):
        found |= go.along(schema.VIEWS[name], field, ids[name])
    found |= go.along(schema.CONTROL, "speakers", ids["control"])
    for name, column in (("control", "holder"), ("ledger", "holder"), ("framings", "about")):
        found |= go.column(schema.VIEWS[name], column, ids[name])
    memberships = next(parts.table for parts in schema.ACTORS.parts)
    return found | go.follow(found, memberships.c.actor, memberships.c.parent)


def _places(go: Gathering, ids: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for name in ("claims", "events", "figures"):
        found |= go.along(schema.VIEWS[name], "places", ids[name])
    for name in ("deals", "ledger", "control"):
        found |= go.column(schema.VIEWS[name], "place", ids[name])
    return found


def _link(entity: Entity[Any], field: str) -> tuple[Table, str]:
    link = next(link for link in entity.links if link.field == field)
    return link.table, link.value


def _column(entity: Entity[Any], name: str) -> Column[Any]:
    return entity.table.c[name]
