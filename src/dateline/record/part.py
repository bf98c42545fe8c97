"""A part of a record: ids of what a page shows in; a Record that holds these and all they rest on, and no more, out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import (
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Deal,
    Decision,
    Event,
    Figure,
    Framing,
    LedgerEntry,
    Outlet,
    Reading,
)
from dateline.model.views import Weighing
from dateline.record import reading_back, schema
from dateline.record.connection import Database
from dateline.record.following import Following, following
from dateline.record.schema import Entity
from dateline.record.store import Record

__all__ = ["Around", "Part", "part_of", "part_of_documents", "part_quoting", "part_telling"]


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
    with following(record) as go:
        return Part(record.database, _gather(go, around))


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
        return self._dated(self.articles())

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
        return reading_back.iterate_ids(self.database, entity, self._ids.get(entity.table.name, ()))


def part_telling(record: Record, events: Sequence[str]) -> Record:
    """Return the part of `record` that sentences on some events draw on, and no other event: what else is told in the
    words of their claims, who denies it, and all who report, act and lie around it.
    """
    with following(record) as go:
        contradictions = go.having(Contradiction, "event", events)
        denials = {id for at, claims in go.sides(go.among(Contradiction, contradictions)) for id in claims}
        told = go.along(Event, "claims", events)
        claims = told | go.beside(told) | denials
        ids = {"events": {*events}, "claims": claims, "contradictions": contradictions}
        ids["figures"], ids["deals"] = go.along(Claim, "figures", told), go.back(Deal, "claims", told)
        found = go.along(Event, "documents", events) | go.column(Claim, "document", claims)
        ids |= _reports(go, go.originals(found)) | {"outlets": go.all(Outlet)}
        ids["actors"], ids["places"] = go.bodies(_actors(go, ids)), go.upwards(_places(go, ids))
    return Part(record.database, ids)


def part_quoting(record: Record, claims: Sequence[str]) -> Record:
    """Return the part of `record` that tells of some claims who says them of whom and where, and nothing around them."""
    with following(record) as go:
        ids = {"claims": {*claims}, **_reports(go, go.column(Claim, "document", claims))}
        ids["actors"], ids["places"] = _actors(go, ids), _places(go, ids)
    return Part(record.database, ids)


def part_of_documents(record: Record, documents: Sequence[str]) -> Record:
    """Return some documents of `record` with who publishes them and whether they repeat others."""
    with following(record) as go:
        return Part(record.database, _reports(go, {*documents}))


def _gather(go: Following, around: Around) -> dict[str, set[str]]:
    ids = {"events": {*around.events}, "deals": {*around.deals}, "ledger": {*around.ledger}}
    claims: set[str] = set()
    if not around.bare:
        claims = go.along(Event, "claims", ids["events"]) | go.along(Deal, "claims", ids["deals"])
    claims |= go.having(Claim, "document", around.reports) | {*around.claims}
    control = go.having(ControlStatement, "document", around.reports)
    ids["ledger"] |= go.back(LedgerEntry, "claims", claims | control) if around.reports else set()
    claims |= go.along(LedgerEntry, "claims", ids["ledger"])
    ids["claims"], ids["control"] = claims, claims | control  # a ledger rests on both
    ids["events"] |= go.back(Event, "claims", around.claims)
    ids["deals"] |= go.back(Deal, "claims", claims)
    ids["figures"] = go.along(Claim, "figures", claims) | claims | go.having(Figure, "document", around.reports)
    ids["framings"] = go.having(Framing, "document", around.reports)
    ids["contradictions"] = go.having(Contradiction, "event", ids["events"])
    if not around.bare:
        sources = claims | ids["figures"]
        of_no_event = go.sides(schema.CONTRADICTIONS.table.c.event == "")  # how a deal stands, who holds a place
        ids["contradictions"] |= {id for id, told in of_no_event if not sources.isdisjoint(told)}
    ids |= _documents(go, ids, around)
    ids["actors"] = go.bodies(_actors(go, ids)) | {*around.actors}
    ids["places"] = go.upwards(_places(go, ids) | {*around.places})
    return ids


def _documents(go: Following, ids: Mapping[str, set[str]], around: Around) -> dict[str, set[str]]:
    found = {*around.documents, *around.reports} | go.along(Event, "documents", around.events)
    for kind, name in ((Claim, "claims"), (Figure, "figures"), (ControlStatement, "control")):
        found |= go.column(kind, "document", ids[name])
    found |= go.column(Copy, "original", found)
    return _reports(go, found)


def _reports(go: Following, documents: set[str]) -> dict[str, set[str]]:
    outlets = go.column(Weighing, "outlet", documents)
    return {"documents": documents, "weighings": documents, "copies": documents, "outlets": outlets}


def _actors(go: Following, ids: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for name, field in (
        ("claims", "actors"),
        ("events", "actors"),
        ("deals", "parties"),
        ("figures", "speakers"),
        ("control", "speakers"),
    ):
        found |= go.along(schema.VIEWS[name].kind, field, ids.get(name, ()))
    for name, column in (("control", "holder"), ("ledger", "holder"), ("framings", "about")):
        found |= go.column(schema.VIEWS[name].kind, column, ids.get(name, ()))
    return found


def _places(go: Following, ids: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for name in ("claims", "events", "figures"):
        found |= go.along(schema.VIEWS[name].kind, "places", ids.get(name, ()))
    for name in ("deals", "ledger", "control"):
        found |= go.column(schema.VIEWS[name].kind, "place", ids.get(name, ()))
    return found
