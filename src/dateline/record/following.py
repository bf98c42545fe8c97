"""Ids in, the ids that they lead to out, from table to table: what lists what, without making one object of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from json import loads
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from dateline.record import schema
from dateline.record.finding import conditions
from dateline.record.schema import Entity
from dateline.record.store import Record
from dateline.record.wanted import Wanted

__all__ = ["Following", "following"]

_PORTION = 500  # so many parameters in one statement, which every database takes
_MOST = 100_000  # ids; of more, their whole table is read rather than looked up in it
_ENTITIES: dict[type, Entity[Any]] = {entity.kind: entity for entity in schema.VIEWS.values()}


@contextmanager
def following(record: Record) -> Iterator["Following"]:
    """Give what follows ids in a record, within one transaction."""
    with record.database.reading() as connection:
        yield Following(connection)


class Following:
    """Follows ids from table to table within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def told(self, kind: type, wanted: Wanted) -> set[str]:
        """Return the ids of what is wanted of one kind."""
        table = _ENTITIES[kind].table
        return set(self.connection.execute(select(table.c.id).where(*conditions(kind, wanted))).scalars())

    def along(self, kind: type, field: str, ids: Iterable[str]) -> set[str]:
        """Return what `ids` list in `field` (for roles: in all roles of that table)."""
        table, value = _link(_ENTITIES[kind], field)
        return self._follow(ids, table.c[_ENTITIES[kind].owner], table.c[value])

    def back(self, kind: type, field: str, ids: Iterable[str]) -> set[str]:
        """Return which of one kind list one of `ids` in `field`."""
        table, value = _link(_ENTITIES[kind], field)
        return self._follow(ids, table.c[value], table.c[_ENTITIES[kind].owner])

    def listed(self, kind: type, field: str, ids: Iterable[str]) -> set[str]:
        """Return which of `ids` something of one kind lists in `field`."""
        table, value = _link(_ENTITIES[kind], field)
        return self._follow(ids, table.c[value], table.c[value])

    def column(self, kind: type, name: str, ids: Iterable[str]) -> set[str]:
        """Return what `ids` have in a column of their own."""
        return self._follow(ids, _key(_ENTITIES[kind]), _ENTITIES[kind].table.c[name])

    def pairs(self, kind: type, name: str, ids: Collection[str]) -> dict[str, str]:
        """Return what each of `ids` has in a column of its own."""
        key, value = _key(_ENTITIES[kind]), _ENTITIES[kind].table.c[name]
        found: dict[str, str] = {}
        ordered = sorted(ids)
        for start in range(0, len(ordered), _PORTION):
            rows = self.connection.execute(select(key, value).where(key.in_(ordered[start : start + _PORTION])))
            found.update((row[0], row[1]) for row in rows)
        return found

    def often(self, kind: type, field: str, ids: Collection[str] | None = None) -> Counter[str]:
        """Return how many of `ids`, or of all, list each thing in `field`; without a field, stand in each document."""
        entity = _ENTITIES[kind]
        table, name = _link(entity, field) if field else (entity.table, "document")
        owner, value = (table.c[entity.owner] if field else table.c.id), table.c[name]
        often = select(value, func.count(owner.distinct())).group_by(value)
        if ids is None:
            return Counter({row[0]: row[1] for row in self.connection.execute(often)})
        found, ordered = Counter[str](), sorted(ids)
        for start in range(0, len(ordered), _PORTION):
            rows = self.connection.execute(often.where(owner.in_(ordered[start : start + _PORTION])))
            found.update({row[0]: row[1] for row in rows})
        return found

    def having(self, kind: type, name: str, values: Iterable[str]) -> set[str]:
        """Return the ids of one kind that have one of `values` in a column."""
        return self._follow(values, _ENTITIES[kind].table.c[name], _key(_ENTITIES[kind]))

    def there(self, kind: type, ids: Iterable[str]) -> set[str]:
        """Return which of `ids` are of one kind."""
        return self._follow(ids, _key(_ENTITIES[kind]), _key(_ENTITIES[kind]))

    def all(self, kind: type) -> set[str]:
        """Return all ids of one kind."""
        return set(self.connection.execute(select(_key(_ENTITIES[kind]))).scalars())

    def upwards(self, places: Collection[str]) -> set[str]:
        """Return places with all that they lie in."""
        return self._onwards(places, schema.PLACES.table.c.id, schema.PLACES.table.c.parent)

    def bodies(self, actors: Collection[str]) -> set[str]:
        """Return actors with all that they are part of, and what that is part of."""
        (memberships,) = (parts.table for parts in schema.ACTORS.parts)
        return self._onwards(actors, memberships.c.actor, memberships.c.parent)

    def originals(self, documents: Collection[str]) -> set[str]:
        """Return documents with those that they repeat, and what these repeat."""
        return self._onwards(documents, schema.COPIES.table.c.document, schema.COPIES.table.c.original)

    def among(self, kind: type, ids: Iterable[str]) -> ColumnElement[bool]:
        """Return what holds of these `ids` of one kind alone."""
        return _key(_ENTITIES[kind]).in_(sorted(ids))

    def sides(self, *kept: ColumnElement[bool]) -> Iterator[tuple[str, list[str]]]:
        """Yield the sides of contradictions: the contradiction's id, and those of the claims and figures that say it."""
        (sides,) = (parts.table for parts in schema.CONTRADICTIONS.parts)
        statement = select(sides.c.contradiction, sides.c.claims).join(schema.CONTRADICTIONS.table).where(*kept)
        for id, claims in self.connection.execute(statement).all():
            yield id, loads(claims)

    def beside(self, claims: Iterable[str]) -> set[str]:
        """Return the claims of the same words: those whose sentence in a document shares some with that of one of `claims`."""
        one, other = schema.CLAIMS.table, schema.CLAIMS.table.alias()
        shared = and_(one.c.document == other.c.document, one.c.start < other.c.stop, other.c.start < one.c.stop)
        return self._follow(claims, one.c.id, other.c.id, one.join(other, shared))

    def _onwards(self, ids: Collection[str], given: ColumnElement[str], wanted: ColumnElement[str]) -> set[str]:
        found, new = set(ids), set(ids)
        while new := self._follow(new, given, wanted) - found:
            found |= new
        return found

    def _follow(
        self, ids: Iterable[str], given: ColumnElement[str], wanted: ColumnElement[str], tables: Any = None
    ) -> set[str]:
        """Return what stands in column `wanted` of the rows that have one of `ids` in column `given`."""
        listed = ids if isinstance(ids, Mapping | set | frozenset) else set(ids)
        columns = select(wanted) if tables is None else select(wanted).select_from(tables)
        if len(listed) > _MOST:
            rows = self.connection.execute(columns.add_columns(given))
            return {value for value, id in rows if value and id in listed}
        found: set[str] = set()
        ordered = sorted(listed)
        for start in range(0, len(ordered), _PORTION):
            statement = columns.where(given.in_(ordered[start : start + _PORTION])).distinct()
            found.update(filter(None, self.connection.execute(statement).scalars()))
        return found


def _link(entity: Entity[Any], field: str) -> tuple[Table, str]:
    link = next(link for link in entity.links if link.field == field)
    return link.table, link.value


def _key(entity: Entity[Any]) -> ColumnElement[str]:
    return next(iter(entity.table.primary_key.columns))
