"""The tidy tables of csv, xlsx and parquet: which columns each has, what stands in them, and the rows of a selection.

A table is one kind of object of the JSON Lines export (docs/exports.md), flat: a time is three columns, a list of ids one
cell, a list of objects a table of its own. `derived` columns repeat in words what ids say; reading back ignores them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.show.exports.jsonl import all_rows
from dateline.show.exports.permalink import permalink
from dateline.show.exports.rows import Json, Rows
from dateline.show.selection import Selection

__all__ = ["TABLES", "Cell", "Column", "Kind", "Table", "flat_rows", "tables_of"]

# `words` are never unknown, `text` may be; `list` holds ids or words, `spans` pairs of offsets.
Kind = Literal["text", "words", "integer", "number", "boolean", "date", "list", "spans"]
Cell = str | int | float | bool | list[Json] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `path` leads to its value in the exported object."""

    name: str
    kind: Kind
    path: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a kind of object, or of the small objects under one key of it (then `key` and `owner` are set)."""

    name: str
    object: str
    columns: tuple[Column, ...]
    key: str = ""
    below: tuple["Table", ...] = ()

    @property
    def owner(self) -> str:
        """The column of a table below another one that names the object it belongs to."""
        return self.object if self.key else ""


def _columns(text: str, derived: bool = False) -> tuple[Column, ...]:
    """Read `name:kind` or `name:kind:path.to.value`, one a word; without a kind it is text."""
    found = []
    for word in text.split():
        name, kind, path = [*word.split(":"), "", ""][:3]
        found.append(Column(name, kind or "text", tuple((path or name).split(".")), derived))  # type: ignore[arg-type]
    return tuple(found)


_TIME = "time_earliest:date:time.earliest time_latest:date:time.latest time_basis:words:time.basis"
_PLACE_IN_TEXT = "id:words document:words start:integer end:integer text:words"


def _table(
    name: str, object: str, columns: str, derived: str = "", key: str = "", below: tuple[Table, ...] = ()
) -> Table:
    return Table(name, object, _columns(columns) + _columns(derived, derived=True), key, below)


TABLES: tuple[Table, ...] = (
    _table("outlets", "outlet", "id:words name:words country camp kind reliability:words reason:words"),
    _table(
        "documents",
        "document",
        "id:words path:words title:words outlet language:words published:date:published.date "
        "published_earliest:date:published.earliest published_latest:date:published.latest "
        "published_basis:words:published.basis sha256:words lead_claim copy_of similarity:number spun:boolean "
        "spun_evidence:list boilerplate:spans url coded:boolean note format:words author retrieved record_id text",
        derived="outlet_name permalink",
    ),
    _table(
        "actors",
        "actor",
        "id:words name:words kind:words role country camp part_of:list aliases:list wikidata known:boolean",
        below=(_table("memberships", "actor", "member_of:words:actor from to", key="memberships"),),
    ),
    _table(
        "places",
        "place",
        "id:words name:words kind:words lat:number lon:number radius_km:number country parent precision:integer "
        "aliases:list reason",
    ),
    _table("mentions", "mention", f"{_PLACE_IN_TEXT} kind:words form:words refers_to:words rule:words"),
    _table(
        "figures",
        "figure",
        f"{_PLACE_IN_TEXT} low:number high:number unit:words role places:list speakers:list {_TIME} part_of "
        "rule:words review disputed:boolean",
        derived="place_names:list speaker_names:list permalink",
    ),
    _table(
        "claims",
        "claim",
        f"{_PLACE_IN_TEXT} trigger_start:integer:trigger.0 trigger_end:integer:trigger.1 trigger_text:words type:words "
        f"actors:list targets:list mediators:list places:list {_TIME} speakers:list modality:words background:boolean "
        "figures:list plover acled confidence:number rule:words lead:boolean review disputed:boolean",
        derived="actor_names:list target_names:list place_names:list speaker_names:list outlet_name permalink",
        below=(
            _table("evidence", "claim", "field:words start:integer end:integer text:words rule:words", key="evidence"),
        ),
    ),
    _table(
        "control",
        "control",
        f"{_PLACE_IN_TEXT} place holder from:date to:date as_of:date share:number speakers:list claim denied:boolean "
        "rule:words review disputed:boolean",
        derived="place_name holder_name speaker_names:list permalink",
    ),
    _table(
        "framings",
        "framing",
        f"{_PLACE_IN_TEXT} about stance:words neutral:words rule:words",
        derived="about_name permalink",
    ),
    _table(
        "events",
        "event",
        f"id:words type:words actors:list targets:list places:list {_TIME} claims:list documents:list "
        "independent_sources:integer camps:list contested:boolean credibility:integer reasons:list why review disputed:boolean",
        derived="actor_names:list target_names:list place_names:list killed_low:number:counts.killed.low "
        "killed_best:number:counts.killed.best killed_high:number:counts.killed.high claims_accepted:integer",
        below=(_table("event_counts", "event", "role:words low:number best:number high:number", key="counts"),),
    ),
    _table(
        "ledger",
        "ledger",
        "id:words place:words holder from:date to:date status:words claims:list",
        derived="place_name holder_name",
    ),
    _table(
        "deals",
        "deal",
        "id:words parties:list mediators:list place terms:list status:words claims:list",
        derived="party_names:list mediator_names:list place_name",
        below=(_table("deal_steps", "deal", "status:words date:date claims:list", key="history"),),
    ),
    _table(
        "contradictions",
        "contradiction",
        "id:words about:words event",
        below=(_table("contradiction_sides", "contradiction", "value:words claims:list", key="sides"),),
    ),
    _table("stories", "story", "id:words title:words documents:list"),
)
_BY_OBJECT: Mapping[str, Table] = {table.object: table for table in TABLES}
# Derived column -> the key whose ids it puts into names.
_NAMES = {
    "actor_names": "actors",
    "target_names": "targets",
    "mediator_names": "mediators",
    "party_names": "parties",
    "speaker_names": "speakers",
    "place_names": "places",
    "place_name": "place",
    "holder_name": "holder",
    "about_name": "about",
}


def tables_of(table: Table) -> Iterator[Table]:
    """Yield a table and those below it."""
    yield table
    yield from table.below


def flat_rows(selection: Selection) -> Iterator[tuple[Table, dict[str, Cell]]]:
    """Yield every row of every table with the table it belongs to, the rows of one table one after the other by kind."""
    rows = Rows(selection)
    telling = _Telling(selection)
    for one in all_rows(rows):
        table = _BY_OBJECT[str(one["object"])]
        own = {c.name: telling.derived(c, one) if c.derived else _at(one, c.path) for c in table.columns}
        yield table, own
        for below in table.below:
            for position, small in enumerate(_listed(one[below.key])):
                head: dict[str, Cell] = {below.owner: str(one["id"]), "position": position}
                yield below, head | {column.name: _at(small, column.path) for column in below.columns}


def _listed(value: Json) -> list[dict[str, Json]]:
    """The small objects under a key; counts are keyed by their role."""
    if isinstance(value, dict):
        return [{"role": role, **inner} for role, inner in value.items() if isinstance(inner, dict)]
    return [inner for inner in value if isinstance(inner, dict)] if isinstance(value, list) else []


def _at(one: Json, path: tuple[str, ...]) -> Cell:
    """The value a path leads to; None where a step is not there."""
    for step in path:
        if isinstance(one, list):
            one = one[int(step)] if int(step) < len(one) else None
        else:
            one = one.get(step) if isinstance(one, dict) else None
    return one if not isinstance(one, dict) else None


class _Telling:
    """Fills derived columns: names for ids, addresses for words."""

    def __init__(self, selection: Selection) -> None:
        self.names = {actor.id: actor.name for actor in selection.actors()}
        self.names |= {place.id: place.name for place in selection.places()}
        self.names |= {outlet.id: outlet.name for outlet in selection.outlets()}
        self.urls = {one.id: one.url for one in selection.documents()}
        outlets = {one.document: one.outlet for one in selection.weighings()}
        self.outlets = {id: self.names.get(outlet, "") for id, outlet in outlets.items()}
        self.confirmed = {id for id, word in selection.review.items() if word in ("accepted", "changed")}

    def derived(self, column: Column, one: dict[str, Json]) -> Cell:
        if column.name in _NAMES:
            return self._named(one[_NAMES[column.name]])
        if column.name == "outlet_name":
            return self.outlets.get(self._document(one)) or None
        if column.name == "permalink":
            words = one.get("text", "")
            return permalink(self.urls.get(self._document(one), ""), str(words)) or None
        if column.name == "claims_accepted":
            claims = one["claims"]
            return sum(id in self.confirmed for id in claims) if isinstance(claims, list) else 0
        return _at(one, column.path)

    def _document(self, one: dict[str, Json]) -> str:
        return str(one.get("document") or one["id"])

    def _named(self, ids: Json) -> Cell:
        if isinstance(ids, list):
            return [self.names.get(str(id), str(id)) for id in ids]
        return self.names.get(str(ids), str(ids)) if ids else None
