"""Lists: what of a record to list and filters in, rows out, which print as a text table or as JSON."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.errors import DatelineError
from dateline.model import Actor, Article, Claim, Event, Place
from dateline.record import Record, Wanted, find_all_ids
from dateline.show.contents import Contents
from dateline.show.days import label
from dateline.show.footnotes import published_words
from dateline.show.inert import one_line
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer

__all__ = ["LISTS", "Filters", "Listing", "as_json", "as_text", "list_rows"]

_WIDEST = 72


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep: actors and places by id or by part of a name, types by id, and what is told of the days asked for."""

    actor: str = ""
    place: str = ""
    type: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def days(self) -> Wanted | None:
        """The days asked for, both ends included; None where all are."""
        return Wanted(since=self.since, until=self.until) if self.since or self.until else None


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under their columns; the first column is the id."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(default=())


def list_rows(record: Record, what: str, filters: Filters | None = None) -> Listing:
    """Return rows of one of `LISTS`. Raises DatelineError for another word."""
    if what not in LISTS:
        raise DatelineError(f"{record.path}: cannot list {what!r}; use one of {', '.join(LISTS)}")
    columns, rows = LISTS[what]
    lister = _Lister(record, filters or Filters())
    return Listing(columns, tuple(tuple(map(one_line, row)) for row in rows(lister)))


def as_text(listing: Listing) -> str:
    """Return a table for a terminal; long cells end with dots."""
    rows = [tuple(_cut(cell) for cell in row) for row in (listing.columns, *listing.rows)]
    widths = [max(len(row[index]) for row in rows) for index in range(len(listing.columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def as_json(listing: Listing) -> str:
    """Return a JSON array with an object for each row."""
    rows = [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


class _Lister:
    """Lists one record under one set of filters."""

    def __init__(self, record: Record, filters: Filters) -> None:
        self.record, self.filters, self.contents = record, filters, Contents(record)
        self.naming = Naming(self.contents)
        self.composer = Composer(self.contents, self.naming)
        self.wanted_actors = self._matching(self.contents.actors, filters.actor)
        self.wanted_places = self._matching(self.contents.places, filters.place)
        self.told: dict[type, frozenset[str]] = {}  # the ids of what is told of the days asked for
        self._check()

    def events(self) -> Iterator[tuple[str, ...]]:
        """Yield events."""
        for event in self.contents.events:
            if self._kept(event, ()):
                told = self.composer.tell(event)
                words = told.sentence if told else self.composer.noun(event)
                yield (
                    event.id,
                    label(event.time),
                    event.type,
                    self._names(event.actors),
                    self._names(event.targets),
                    self._where(event.places),
                    str(event.independent_sources),
                    words,
                )

    def claims(self) -> Iterator[tuple[str, ...]]:
        """Yield claims."""
        for claim in self.contents.claims.values():
            if self._kept(claim, claim.speakers):
                words = self.contents.text(claim.document, claim.trigger)
                yield (
                    claim.id,
                    label(claim.time),
                    claim.type,
                    claim.modality.value,
                    self._names(claim.actors),
                    self._names(claim.targets),
                    self._where(claim.places),
                    self.contents.publisher(claim.document),
                    words,
                )

    def actors(self) -> Iterator[tuple[str, ...]]:
        """Yield actors, with how many claims name them."""
        named = Counter(
            id for claim in self._claims() for id in {*claim.actors, *claim.targets, *claim.mediators, *claim.speakers}
        )
        for id, actor in self.contents.actors.items():
            if self._is_wanted(id, self.wanted_actors) and (named[id] or not self._filtered()):
                yield id, actor.name, actor.kind, actor.camp, "yes" if actor.known else "no", str(named[id])

    def places(self) -> Iterator[tuple[str, ...]]:
        """Yield places, with how many claims lie there."""
        named = Counter(id for claim in self._claims() for id in set(claim.places))
        for id, place in self.contents.places.items():
            if self._is_wanted(id, self.wanted_places) and (named[id] or not self._filtered()):
                where = "" if place.lat is None or place.lon is None else f"{place.lat:.4f} {place.lon:.4f}"
                yield id, place.name, place.kind, where, str(place.precision), str(named[id])

    def documents(self) -> Iterator[tuple[str, ...]]:
        """Yield reports, with how many claims they make."""
        made = Counter(claim.document for claim in self._claims())
        for id, article in self.contents.documents.items():
            if (made[id] or not self._filtered()) and self._in_days(Article, id):
                copy = self.contents.copy_of(id)
                note = "spun" if copy and copy.spun else f"repeats {copy.original}" if copy and copy.original else ""
                outlet = self.contents.publisher(id)
                yield (
                    id,
                    article.path,
                    outlet,
                    article.language,
                    published_words(self.contents, id),
                    str(made[id]),
                    note,
                )

    # --- filters ----------------------------------------------------------------------------------------------------
    def _check(self) -> None:
        """Raise DatelineError where a filter names what the record has not: a slip of the pen."""
        path, asked = self.record.path, self.filters
        for kind, words, found in (
            ("actor", asked.actor, self.wanted_actors),
            ("place", asked.place, self.wanted_places),
        ):
            if words and not found:
                raise DatelineError(
                    f"{path}: no {kind} with the id or name {words!r}; `dateline list RECORD {kind}s` shows those it has"
                )

    def _filtered(self) -> bool:
        return bool(self.filters.actor or self.filters.place or self.filters.type)

    def _claims(self) -> list[Claim]:
        return [claim for claim in self.contents.claims.values() if self._kept(claim, claim.speakers)]

    def _kept(self, thing: Claim | Event, more: tuple[str, ...]) -> bool:
        within = {place for id in thing.places for place in (id, *self.contents.ancestors(id))}
        return (
            (not self.filters.type or thing.type == self.filters.type)
            and self._any_wanted({*thing.actors, *thing.targets, *more}, self.wanted_actors)
            and self._any_wanted(within, self.wanted_places)
            and self._in_days(type(thing), thing.id)
        )

    def _in_days(self, kind: type, id: str) -> bool:
        days = self.filters.days
        if days and kind not in self.told:
            self.told[kind] = frozenset(find_all_ids(self.record, kind, days))
        return not days or id in self.told[kind]

    def _any_wanted(self, ids: set[str], wanted: frozenset[str] | None) -> bool:
        return wanted is None or bool(ids & wanted)

    def _is_wanted(self, id: str, wanted: frozenset[str] | None) -> bool:
        return wanted is None or id in wanted

    def _matching(self, things: dict[str, Actor] | dict[str, Place], words: str) -> frozenset[str] | None:
        """Return the ids that a filter means: that id, else all whose names hold the words; None for no filter."""
        if not words:
            return None
        if words in things:
            return frozenset({words})
        low = words.casefold()
        return frozenset(
            id for id, one in things.items() if any(low in name.casefold() for name in (one.name, *one.aliases))
        )

    def _names(self, ids: tuple[str, ...]) -> str:
        return ", ".join(self.contents.actors[id].name if id in self.contents.actors else id for id in ids)

    def _where(self, ids: tuple[str, ...]) -> str:
        return ", ".join(self.contents.places[id].name if id in self.contents.places else id for id in ids)


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1].rstrip() + "…"


LISTS: dict[str, tuple[tuple[str, ...], Callable[[_Lister], Iterator[tuple[str, ...]]]]] = {
    "events": (("id", "when", "type", "actors", "targets", "places", "sources", "told"), _Lister.events),
    "claims": (("id", "when", "type", "mode", "actors", "targets", "places", "outlet", "words"), _Lister.claims),
    "actors": (("id", "name", "kind", "camp", "known", "claims"), _Lister.actors),
    "places": (("id", "name", "kind", "point", "precision", "claims"), _Lister.places),
    "documents": (("id", "path", "outlet", "language", "published", "claims", "note"), _Lister.documents),
}
