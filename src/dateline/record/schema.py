"""The tables of a record: which dataclass lies in which table, and where its lists lie beside it.

Stage one, kept for each document: inputs, documents, sentences, boilerplate, readings. Stage two, written anew as a whole: all
others but `meta`, `decisions` and `formers` (ids that were shown once, and what is there instead). Dates are ISO text, so
that any SQLite tool shows and sorts them.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, func
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from dateline.model import (
    Actor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Count,
    Deal,
    DealStep,
    Decision,
    Doubt,
    Event,
    Evidence,
    Figure,
    Framing,
    Input,
    LedgerEntry,
    Membership,
    Mention,
    Orphan,
    Outlet,
    Place,
    Review,
    Sentence,
    Side,
    Span,
    Story,
    Tombstone,
)
from dateline.model.views import Weighing
from dateline.record.columns import columns_of

__all__ = [
    "ACTORS",
    "APPLICATION_ID",
    "BOILERPLATE",
    "CLAIMS",
    "CONTRADICTIONS",
    "CONTROL",
    "COPIES",
    "DEALS",
    "DECISIONS",
    "DOCUMENTS",
    "DOUBTS",
    "EVENTS",
    "FIGURES",
    "FORMERS",
    "FRAMINGS",
    "INPUTS",
    "INPUT_DOCUMENTS",
    "LAYOUT",
    "LEDGER",
    "MENTIONS",
    "META",
    "METADATA",
    "NOTES",
    "ORPHANS",
    "OUTLETS",
    "PLACES",
    "READINGS",
    "REVIEWS",
    "SCHEMA_VERSION",
    "SENTENCES",
    "STORIES",
    "TOMBSTONES",
    "VIEWS",
    "WEIGHINGS",
    "Entity",
    "Link",
    "Parts",
]

T = TypeVar("T")

# "DtLn" in the file's head: tells a record from any other SQLite file.
APPLICATION_ID = 0x44744C6E
SCHEMA_VERSION = 1

METADATA = MetaData()


@dataclass(frozen=True, slots=True)
class Link:
    """A field that lists ids or words, as rows (owner, position, value), with a role where a table holds several."""

    field: str
    table: Table
    value: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A field that lists small dataclasses, as rows (owner, position, their columns)."""

    field: str
    table: Table
    kind: type


@dataclass(frozen=True, slots=True)
class Entity(Generic[T]):
    """One kind of object: its table, and the tables beside it. `owner` is their column that names it."""

    kind: type[T]
    table: Table
    owner: str
    links: tuple[Link, ...] = ()
    parts: tuple[Parts, ...] = ()

    @property
    def elsewhere(self) -> frozenset[str]:
        """The fields that lie in other tables."""
        return frozenset([link.field for link in self.links] + [parts.field for parts in self.parts])

    @property
    def tables(self) -> tuple[Table, ...]:
        """All its tables, those that point at it first."""
        beside = [link.table for link in self.links] + [parts.table for parts in self.parts]
        return (*dict.fromkeys(beside), self.table)


def _entity(
    kind: type[T],
    name: str,
    owner: str,
    *,
    roles: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
    parts: dict[str, tuple[str, type]] | None = None,
    index: tuple[str, ...] = (),
) -> Entity[T]:
    """Declare the tables of one kind.

    `roles` maps fields that list actors to the role in `OWNER_roles`; `links` maps a field to its column of the table
    `OWNER_FIELD`; `parts` maps a field to a table's name and its rows' type; `index` names columns to search by, of which
    `day` stands for the days that an interval `time` spans.
    """
    elsewhere = frozenset({*(roles or {}), *(links or {}), *(parts or {})})
    table = Table(name, METADATA, *columns_of(kind, key="id", without=elsewhere))
    for column in index:
        Index(f"{name}_by_{column}", *(_days(table) if column == "day" else [table.c[column]]))
    linked: list[Link] = []
    if roles:
        shared = _beside(f"{owner}_roles", name, owner, [Column("role", Text, primary_key=True)], "actor")
        linked.extend(Link(field, shared, "actor", role) for field, role in roles.items())
    for field, value in (links or {}).items():
        linked.append(Link(field, _beside(f"{owner}_{field}", name, owner, [], value), value))
    parted = tuple(_parts(field, *what, name, owner) for field, what in (parts or {}).items())
    return Entity(kind, table, owner, tuple(linked), parted)


def _days(table: Table) -> list[Any]:
    """Return what lists of some days ask for and are put in order by: all of it, so that no row need be read for it."""
    return [func.coalesce(table.c.time_earliest, table.c.time_latest), table.c.time_latest, table.c.id]


def _keys(name: str, owner: str) -> list[Column[Any]]:
    return [
        Column(owner, Text, ForeignKey(f"{name}.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
    ]


def _beside(table: str, name: str, owner: str, more: list[Column[Any]], value: str) -> Table:
    beside = Table(table, METADATA, *_keys(name, owner), *more, Column(value, Text, nullable=False))
    Index(f"{table}_by_{value}", beside.c[value])
    return beside


def _parts(field: str, table: str, kind: type, name: str, owner: str) -> Parts:
    return Parts(field, Table(table, METADATA, *_keys(name, owner), *columns_of(kind)), kind)


def _of_document(table: str, kind: type) -> Table:
    owner = Column("document", Text, ForeignKey("documents.id"), primary_key=True)
    return Table(table, METADATA, owner, Column("position", Integer, primary_key=True), *columns_of(kind))


META = Table("meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
DOCUMENTS = Table(
    "documents",
    METADATA,
    *columns_of(Article, key="id", without=frozenset({"sentences", "boilerplate"})),
    Index("documents_by_path", "path"),
)
SENTENCES = _of_document("sentences", Sentence)
BOILERPLATE = _of_document("boilerplate", Span)
READINGS = Table(
    "readings",
    METADATA,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("content", Text, nullable=False),
)
# The files that were read, and which documents came of which; `current` is 0 for those that a file held in an older state.
INPUTS = Table("inputs", METADATA, *columns_of(Input, key="id"))
INPUT_DOCUMENTS = Table(
    "input_documents",
    METADATA,
    Column("input", Text, ForeignKey("inputs.id"), primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("current", Integer, nullable=False),
    Index("input_documents_by_document", "document"),
)
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("number", Integer, primary_key=True),
    *columns_of(Decision),
    Index("decisions_by_id", "id", unique=True),
    Index("decisions_by_about", "about"),
)

FORMERS = Table("formers", METADATA, Column("id", Text, primary_key=True), Column("now", Text, nullable=False))

WEIGHINGS = Entity(Weighing, Table("weighings", METADATA, *columns_of(Weighing, key="document")), "document")
COPIES = Entity(Copy, Table("copies", METADATA, *columns_of(Copy, key="document")), "document")
OUTLETS = _entity(Outlet, "outlets", "outlet")
ACTORS = _entity(
    Actor,
    "actors",
    "actor",
    links={"aliases": "alias"},
    parts={"part_of": ("memberships", Membership)},
    index=("name",),
)
PLACES = _entity(Place, "places", "place", links={"aliases": "alias"}, index=("name",))
MENTIONS = _entity(Mention, "mentions", "mention", index=("document", "refers_to"))
CLAIMS = _entity(
    Claim,
    "claims",
    "claim",
    roles={"actors": "actor", "targets": "target", "mediators": "mediator", "speakers": "speaker"},
    links={"places": "place", "figures": "figure"},
    parts={"evidence": ("evidence", Evidence)},
    index=("document", "type", "day"),
)
FIGURES = _entity(
    Figure, "figures", "figure", roles={"speakers": "speaker"}, links={"places": "place"}, index=("document", "role")
)
CONTROL = _entity(
    ControlStatement, "control", "control", roles={"speakers": "speaker"}, index=("document", "place", "holder")
)
FRAMINGS = _entity(Framing, "framings", "framing", index=("document", "about"))
EVENTS = _entity(
    Event,
    "events",
    "event",
    roles={"actors": "actor", "targets": "target"},
    links={"places": "place", "claims": "claim", "documents": "document", "camps": "camp"},
    parts={"counts": ("event_counts", Count)},
    index=("type", "day"),
)
LEDGER = _entity(LedgerEntry, "ledger", "ledger", links={"claims": "claim"}, index=("place", "holder", "since"))
DEALS = _entity(
    Deal,
    "deals",
    "deal",
    roles={"parties": "party", "mediators": "mediator"},
    links={"claims": "claim"},
    parts={"history": ("deal_steps", DealStep)},
    index=("place", "status"),
)
CONTRADICTIONS = _entity(
    Contradiction, "contradictions", "contradiction", parts={"sides": ("contradiction_sides", Side)}, index=("event",)
)
STORIES = _entity(Story, "stories", "story", links={"documents": "document"})
REVIEWS = _entity(Review, "reviews", "review", index=("judgement",))
TOMBSTONES = _entity(Tombstone, "tombstones", "tombstone")
ORPHANS = _entity(Orphan, "orphans", "orphan")
DOUBTS = _entity(Doubt, "doubts", "doubt", index=("priority",))

# Field of Views -> where it lies; in the order in which they are written.
VIEWS: dict[str, Entity[Any]] = {
    "weighings": WEIGHINGS,
    "copies": COPIES,
    "outlets": OUTLETS,
    "actors": ACTORS,
    "places": PLACES,
    "mentions": MENTIONS,
    "claims": CLAIMS,
    "figures": FIGURES,
    "control": CONTROL,
    "framings": FRAMINGS,
    "events": EVENTS,
    "ledger": LEDGER,
    "deals": DEALS,
    "contradictions": CONTRADICTIONS,
    "stories": STORIES,
    "reviews": REVIEWS,
    "tombstones": TOMBSTONES,
    "orphans": ORPHANS,
    "doubts": DOUBTS,
}
# Views that are notes on other things, under those things' ids.
NOTES = frozenset({"weighings", "copies", "reviews", "tombstones", "orphans", "doubts"})


def _fingerprint() -> str:
    """The tables follow the dataclasses, so a field more is another layout: it must not be met with old tables."""
    statements = [str(CreateTable(table).compile(dialect=sqlite.dialect())) for table in METADATA.sorted_tables]
    return hashlib.sha256("\n".join(sorted(statements)).encode("utf-8")).hexdigest()[:12]


LAYOUT = _fingerprint()
