"""Which ids a list holds: a kind of object and what is wanted in, one portion of ids in order and their number out."""

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select

from dateline.model import (
    Actor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Deal,
    Event,
    Figure,
    LedgerEntry,
    Outlet,
    Place,
    Story,
)
from dateline.record import schema
from dateline.record.schema import DOCUMENTS, Entity
from dateline.record.wanted import Conditions, Wanted, lasting, told

__all__ = ["conditions", "find_ids"]

_MANY = 10_000  # values; SQLite takes 32,766 parameters in one statement


def conditions(kind: type, wanted: Wanted) -> Conditions:
    """Return what must hold for a row of `kind` to be wanted."""
    return _LISTS[kind][0](wanted)


def find_ids(
    connection: Connection, kind: type, wanted: Wanted, limit: int | None, offset: int
) -> tuple[list[str], int]:
    """Return the ids of one portion, in order, and the number of all. `limit` None gives all."""
    conditions_of, orders, usual = _LISTS[kind]
    table = DOCUMENTS if kind is Article else _ENTITIES[kind].table
    kept = conditions_of(wanted)
    statement = _ordered(select(table.c.id).where(*kept), table, orders, wanted.order or usual)
    if limit is None:
        ids = list(connection.execute(statement).scalars())
        return ids[offset:], len(ids)
    total = connection.execute(select(func.count()).select_from(table).where(*kept)).scalar_one()
    return list(connection.execute(statement.limit(limit).offset(offset)).scalars()), total


def _ordered(statement: Select[Any], table: Table, orders: dict[str, Any], asked: str) -> Select[Any]:
    name = asked.removeprefix("-")
    column = orders.get(name, table.c.id)
    last = column.desc().nulls_last() if asked.startswith("-") else column.asc().nulls_last()
    return statement.order_by(last, table.c.id)


# --- conditions by kind -------------------------------------------------------------------------------------------------
def _contradictions(wanted: Wanted) -> Conditions:
    """All, or with `unknown` those of no event: how a deal stands, who held a place."""
    return [schema.CONTRADICTIONS.table.c.event == ""] if wanted.unknown else []


def _events(wanted: Wanted) -> Conditions:
    table, found = schema.EVENTS.table, _days(schema.EVENTS.table, wanted)
    found += _type(table, wanted) + _by_actor(schema.EVENTS, "actors", wanted) + _at_place(schema.EVENTS, wanted)
    if wanted.document:
        found.append(_listed(schema.EVENTS, "documents", [wanted.document]))
    if wanted.story:
        found.append(_in_documents(schema.EVENTS, _documents_of_story(wanted.story)))
    if wanted.outlet:
        found.append(_in_documents(schema.EVENTS, _documents_of_outlet(wanted.outlet)))
    if wanted.camp:
        found.append(_listed(schema.EVENTS, "camps", [wanted.camp]))
    if wanted.contested:
        found.append(table.c.contested.is_(True))
    if wanted.box:
        inside = select(schema.PLACES.table.c.id).where(*_inside(wanted.box))
        places = _link(schema.EVENTS, "places")
        found.append(table.c.id.in_(select(places.c.event).where(places.c.place.in_(inside))))
    return found


def _claims(wanted: Wanted) -> Conditions:
    table, found = schema.CLAIMS.table, _days(schema.CLAIMS.table, wanted)
    found += _type(table, wanted) + _by_actor(schema.CLAIMS, "actors", wanted) + _at_place(schema.CLAIMS, wanted)
    if wanted.document:
        found.append(table.c.document == wanted.document)
    if wanted.outlet:
        found.append(table.c.document.in_(_documents_of_outlet(wanted.outlet)))
    if wanted.story:
        found.append(table.c.document.in_(_documents_of_story(wanted.story)))
    if wanted.mode:
        found.append(table.c.modality == wanted.mode)
    if wanted.event:
        claims = _link(schema.EVENTS, "claims")
        found.append(table.c.id.in_(select(claims.c.claim).where(claims.c.event == wanted.event)))
    return found


def _documents(wanted: Wanted) -> Conditions:
    weighings = schema.WEIGHINGS.table
    found: Conditions = [or_(_has(DOCUMENTS.c.title, wanted.text), _has(DOCUMENTS.c.path, wanted.text))] * bool(
        wanted.text
    )
    if wanted.language:
        found.append(DOCUMENTS.c.language == wanted.language)
    if wanted.outlet:
        found.append(DOCUMENTS.c.id.in_(_documents_of_outlet(wanted.outlet)))
    if wanted.story:
        found.append(DOCUMENTS.c.id.in_(_documents_of_story(wanted.story)))
    if wanted.event:
        documents = _link(schema.EVENTS, "documents")
        found.append(DOCUMENTS.c.id.in_(select(documents.c.document).where(documents.c.event == wanted.event)))
    if wanted.since or wanted.until:
        days = told(weighings.c.published_earliest, weighings.c.published_latest, wanted)
        found.append(DOCUMENTS.c.id.in_(select(weighings.c.document).where(*days)))
    return found


def _actors(wanted: Wanted) -> Conditions:
    table = schema.ACTORS.table
    found = _named(schema.ACTORS, wanted.text)
    found += [table.c.kind == wanted.kind] * bool(wanted.kind) + [table.c.camp == wanted.camp] * bool(wanted.camp)
    return found + [table.c.known.is_(False)] * wanted.unknown


def _places(wanted: Wanted) -> Conditions:
    table = schema.PLACES.table
    found = _named(schema.PLACES, wanted.text) + [table.c.kind == wanted.kind] * bool(wanted.kind)
    found += [table.c.lat.is_(None)] * wanted.unknown + ([*_inside(wanted.box)] if wanted.box else [])
    return found + _in_place(table.c.id, wanted)


def _outlets(wanted: Wanted) -> Conditions:
    table = schema.OUTLETS.table
    found = [_has(table.c.name, wanted.text)] * bool(wanted.text)
    return found + [table.c.camp == wanted.camp] * bool(wanted.camp)


def _deals(wanted: Wanted) -> Conditions:
    table = schema.DEALS.table
    found: Conditions = [table.c.status == wanted.status] * bool(wanted.status)
    found += _in_place(table.c.place, wanted) + _by_actor(schema.DEALS, "parties", wanted)
    if wanted.since or wanted.until:
        (steps,) = (parts.table for parts in schema.DEALS.parts)
        course = told(func.min(steps.c.date), func.max(steps.c.date), wanted)
        found.append(table.c.id.in_(select(steps.c.deal).group_by(steps.c.deal).having(and_(*course))))
    return found


def _ledger(wanted: Wanted) -> Conditions:
    table = schema.LEDGER.table
    found = _in_place(table.c.place, wanted)
    found += [_one_of(table.c.holder, wanted.actor)] * bool(wanted.actor)
    found += [table.c.status == wanted.status] * bool(wanted.status)
    return found + lasting(table.c.since, table.c.until, wanted)


def _control(wanted: Wanted) -> Conditions:
    table = schema.CONTROL.table
    found = _in_place(table.c.place, wanted)
    for says in _by_actor(schema.CONTROL, "speakers", wanted):
        found.append(or_(_one_of(table.c.holder, wanted.actor), says))
    found += [table.c.document == wanted.document] * bool(wanted.document)
    first, last = (func.coalesce(end, table.c.as_of) for end in (table.c.since, table.c.until))
    return found + told(first, last, wanted)


def _figures(wanted: Wanted) -> Conditions:
    table = schema.FIGURES.table
    found = _days(table, wanted) + [table.c.document == wanted.document] * bool(wanted.document)
    return found + _by_actor(schema.FIGURES, "speakers", wanted) + _at_place(schema.FIGURES, wanted)


def _stories(wanted: Wanted) -> Conditions:
    found = [_has(schema.STORIES.table.c.title, wanted.text)] * bool(wanted.text)
    return found + ([_listed(schema.STORIES, "documents", [wanted.document])] if wanted.document else [])


# --- parts of conditions ------------------------------------------------------------------------------------------------
def _days(table: Table, wanted: Wanted) -> Conditions:
    return told(table.c.time_earliest, table.c.time_latest, wanted)


def _type(table: Table, wanted: Wanted) -> Conditions:
    return [table.c.type.in_(wanted.type)] * bool(wanted.type)


def _link(entity: Entity[Any], field: str) -> Table:
    return next(link.table for link in entity.links if link.field == field)


def _listed(
    entity: Entity[Any], field: str, values: Collection[str], few: bool = False, roles: Collection[str] = ()
) -> ColumnElement[bool]:
    """Those that list one of `values`; for a field of roles, in one of `roles`, or in whatever role."""
    link = next(link for link in entity.links if link.field == field)
    row = _one_of(link.table.c[link.value], values)
    return _owner_in(entity, link.table, and_(row, link.table.c.role.in_(roles)) if roles else row, few)


def _by_actor(entity: Entity[Any], field: str, wanted: Wanted) -> Conditions:
    roles = wanted.roles if entity is schema.CLAIMS else ()
    return [_listed(entity, field, wanted.actor, wanted.of_few_days, roles)] if wanted.actor else []


def _at_place(entity: Entity[Any], wanted: Wanted) -> Conditions:
    """Those of which one of several places is wanted."""
    places = _link(entity, "places")
    return [_owner_in(entity, places, row, wanted.of_few_days) for row in _in_place(places.c.place, wanted)]


def _in_place(column: ColumnElement[Any], wanted: Wanted) -> Conditions:
    """Those whose one place is wanted, or lies in one that is."""
    if not wanted.place:
        return []
    return [column.in_(_within(wanted.place)) if wanted.within else _one_of(column, wanted.place)]


def _one_of(column: ColumnElement[Any], values: Collection[str]) -> ColumnElement[bool]:
    """A column that holds one of `values`; of more than a statement takes, they come as one list in JSON."""
    if len(values) <= _MANY:
        return column.in_(values)
    return column.in_(select(func.json_each(json.dumps([*values])).table_valued("value").c.value))


def _owner_in(entity: Entity[Any], table: Table, row: ColumnElement[bool], few: bool) -> ColumnElement[bool]:
    """Those of which such a row lies in a table beside: where they are `few`, asked for each; else looked up by the row."""
    owner = table.c[entity.owner]
    if few:
        return exists().where(owner == entity.table.c.id, row)
    return entity.table.c.id.in_(select(owner).where(row))


def _within(ids: Collection[str]) -> Select[Any]:
    """The places and all that lie in them."""
    places = schema.PLACES.table
    inner = select(places.c.id).where(_one_of(places.c.id, ids)).cte("inner_places", recursive=True)
    inner = inner.union(select(places.c.id).join(inner, places.c.parent == inner.c.id))
    return select(inner.c.id)


def _in_documents(entity: Entity[Any], documents: Select[Any]) -> ColumnElement[bool]:
    table = _link(entity, "documents")
    return entity.table.c.id.in_(select(table.c[entity.owner]).where(table.c.document.in_(documents)))


def _documents_of_outlet(outlet: str) -> Select[Any]:
    weighings = schema.WEIGHINGS.table
    return select(weighings.c.document).where(weighings.c.outlet == outlet)


def _documents_of_story(story: str) -> Select[Any]:
    table = _link(schema.STORIES, "documents")
    return select(table.c.document).where(table.c.story == story)


def _named(entity: Entity[Any], text: str) -> Conditions:
    aliases = _link(entity, "aliases")
    other = select(aliases.c[entity.owner]).where(_has(aliases.c.alias, text))
    return [or_(_has(entity.table.c.name, text), entity.table.c.id.in_(other))] * bool(text)


def _has(column: Any, text: str) -> ColumnElement[bool]:
    return func.lower(column).contains(text.lower(), autoescape=True)


def _inside(box: tuple[float, float, float, float]) -> Conditions:
    west, south, east, north = box
    places = schema.PLACES.table
    across = places.c.lon.between(west, east) if west <= east else or_(places.c.lon >= west, places.c.lon <= east)
    return [and_(across, places.c.lat.between(south, north))]


def _often(entity: Entity[Any], field: str, by: ColumnElement[Any]) -> ColumnElement[Any]:
    """How many of `entity` list the thing in column `by`."""
    link = next(link for link in entity.links if link.field == field)
    count = select(func.count(func.distinct(link.table.c[entity.owner]))).where(link.table.c[link.value] == by)
    return count.scalar_subquery()


_ENTITIES: dict[type, Entity[Any]] = {entity.kind: entity for entity in schema.VIEWS.values()}
_Event, _Claim = schema.EVENTS.table.c, schema.CLAIMS.table.c
_PUBLISHED = (
    select(func.coalesce(schema.WEIGHINGS.table.c.published_earliest, schema.WEIGHINGS.table.c.published_latest))
    .where(schema.WEIGHINGS.table.c.document == DOCUMENTS.c.id)
    .scalar_subquery()
)
_IN_CLAIMS = select(func.count()).where(_Claim.document == DOCUMENTS.c.id).scalar_subquery()
_NUMBER_OF_REPORTS = (
    select(func.count())
    .where(_link(schema.STORIES, "documents").c.story == schema.STORIES.table.c.id)
    .scalar_subquery()
)
# What a list holds -> its conditions, the columns it can be put in order by, and its usual order.
_LISTS: dict[type, tuple[Callable[[Wanted], Conditions], dict[str, Any], str]] = {
    Event: (
        _events,
        {
            "day": func.coalesce(_Event.time_earliest, _Event.time_latest),
            "type": _Event.type,
            "sources": _Event.independent_sources,
            "credibility": _Event.credibility,
        },
        "day",
    ),
    Claim: (
        _claims,
        {
            "day": func.coalesce(_Claim.time_earliest, _Claim.time_latest),
            "type": _Claim.type,
            "mode": _Claim.modality,
            "confidence": _Claim.confidence,
        },
        "day",
    ),
    Article: (
        _documents,
        {"published": _PUBLISHED, "path": DOCUMENTS.c.path, "language": DOCUMENTS.c.language, "claims": _IN_CLAIMS},
        "published",
    ),
    Actor: (
        _actors,
        {
            "name": func.lower(schema.ACTORS.table.c.name),
            "kind": schema.ACTORS.table.c.kind,
            "camp": schema.ACTORS.table.c.camp,
            "claims": _often(schema.CLAIMS, "actors", schema.ACTORS.table.c.id),
        },
        "-claims",
    ),
    Place: (
        _places,
        {
            "name": func.lower(schema.PLACES.table.c.name),
            "kind": schema.PLACES.table.c.kind,
            "claims": _often(schema.CLAIMS, "places", schema.PLACES.table.c.id),
        },
        "-claims",
    ),
    Outlet: (
        _outlets,
        {"name": func.lower(schema.OUTLETS.table.c.name), "reliability": schema.OUTLETS.table.c.reliability},
        "name",
    ),
    Deal: (_deals, {"status": schema.DEALS.table.c.status, "place": schema.DEALS.table.c.place}, "place"),
    LedgerEntry: (
        _ledger,
        {
            "place": schema.LEDGER.table.c.place,
            "since": func.coalesce(*(schema.LEDGER.table.c[n] for n in ("since", "until"))),
        },
        "place",
    ),
    ControlStatement: (_control, {"as_of": schema.CONTROL.table.c.as_of}, "as_of"),
    Figure: (_figures, {}, "id"),
    Contradiction: (_contradictions, {}, "id"),
    Story: (_stories, {"since": schema.STORIES.table.c.since, "reports": _NUMBER_OF_REPORTS}, "-reports"),
}
