"""Lists: what of a record to list and filters in, rows out, which print as a text table or as JSON."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from dateline.cycles import without_collecting
from dateline.errors import DatelineError
from dateline.model import Actor, Article, Claim, Event, Judgement, Place
from dateline.record import (
    Background,
    Record,
    Wanted,
    find_all_ids,
    find_in_order,
    following,
    part_of_documents,
    part_quoting,
    part_telling,
)
from dateline.show.contents import Contents
from dateline.show.days import label
from dateline.show.footnotes import published_words
from dateline.show.inert import one_line
from dateline.show.phrases import Naming
from dateline.show.selection.keeping import ACTING, reviews
from dateline.show.selection.meaning import meant
from dateline.show.sentences import Composer

__all__ = ["LISTS", "Filters", "Listing", "as_json", "as_text", "list_rows"]

_WIDEST = 72
_PORTION = 500  # things that are read at once


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep: actors and places by id or by part of a name, types by id, and what is told of the days asked for."""

    actor: str = ""
    place: str = ""
    type: str = ""
    since: date | None = None
    until: date | None = None


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
    with without_collecting():
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
    """Lists one record under one set of filters: finds ids, and reads what they need a portion at a time."""

    def __init__(self, record: Record, filters: Filters) -> None:
        self.record = record
        self.actor_ids = meant(record, "actor", filters.actor)
        self.place_ids = meant(record, "place", filters.place)
        self.days = Wanted(since=filters.since, until=filters.until)
        types = (filters.type,) if filters.type else ()
        self.wanted = replace(self.days, actor=self.actor_ids, place=self.place_ids, type=types, roles=ACTING)
        self.filtered = bool(filters.actor or filters.place or filters.type)
        self.rejected = {id for id, judgement in reviews(record).items() if judgement is Judgement.REJECTED}

    def events(self) -> Iterator[tuple[str, ...]]:
        """Yield events."""
        background = Background(self.record, self.rejected)
        for ids in _portions(find_in_order(self.record, Event, self.wanted)):
            contents = Contents(part_telling(self.record, ids))
            contents.home, contents.doubtful = background.home, background.doubtful(contents.places.values())
            composer = Composer(contents, Naming(contents))
            for event in contents.events:
                told = composer.tell(event)
                words = told.sentence if told else composer.noun(event)
                yield (
                    event.id,
                    label(event.time),
                    event.type,
                    _names(contents.actors, event.actors),
                    _names(contents.actors, event.targets),
                    _names(contents.places, event.places),
                    str(event.independent_sources),
                    words,
                )

    def claims(self) -> Iterator[tuple[str, ...]]:
        """Yield claims."""
        for ids in _portions(find_in_order(self.record, Claim, self.wanted)):
            contents = self._contents(part_quoting(self.record, ids))
            for claim in (contents.claims[id] for id in ids if id in contents.claims):
                words = contents.text(claim.document, claim.trigger)
                yield (
                    claim.id,
                    label(claim.time),
                    claim.type,
                    claim.modality.value,
                    _names(contents.actors, claim.actors),
                    _names(contents.actors, claim.targets),
                    _names(contents.places, claim.places),
                    contents.publisher(claim.document),
                    words,
                )

    def actors(self) -> Iterator[tuple[str, ...]]:
        """Yield actors, with how many claims name them."""
        named = self._counted("actors")
        for actor in self.record.actors():
            if (not self.actor_ids or actor.id in self.actor_ids) and (named[actor.id] or not self.filtered):
                known = "yes" if actor.known else "no"
                yield actor.id, actor.name, actor.kind, actor.camp, known, str(named[actor.id])

    def places(self) -> Iterator[tuple[str, ...]]:
        """Yield places, with how many claims lie there."""
        named = self._counted("places")
        for place in self.record.places():
            if (not self.place_ids or place.id in self.place_ids) and (named[place.id] or not self.filtered):
                where = "" if place.lat is None or place.lon is None else f"{place.lat:.4f} {place.lon:.4f}"
                yield place.id, place.name, place.kind, where, str(place.precision), str(named[place.id])

    def documents(self) -> Iterator[tuple[str, ...]]:
        """Yield reports, with how many claims they make."""
        made = self._counted("")
        told = set(find_all_ids(self.record, Article, self.days))
        kept = [id for id in self.record.document_ids() if id in told and (made[id] or not self.filtered)]
        for ids in _portions(kept):
            contents = self._contents(part_of_documents(self.record, ids))
            for id in ids:
                article, copy = contents.documents[id], contents.copy_of(id)
                note = "spun" if copy and copy.spun else f"repeats {copy.original}" if copy and copy.original else ""
                outlet, published = contents.publisher(id), published_words(contents, id)
                yield id, article.path, outlet, article.language, published, str(made[id]), note

    # --- parts ------------------------------------------------------------------------------------------------------
    def _contents(self, part: Record) -> Contents:
        contents = Contents(part)
        contents.numbers = self._numbers
        return contents

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id: number for number, id in enumerate(self.record.document_ids(), 1)}

    def _counted(self, field: str) -> Counter[str]:
        """How many of the claims that are wanted list each id in `field`; without one, stand in each report."""
        with following(self.record) as go:
            if self.wanted == Wanted(roles=ACTING):
                return go.often(Claim, field) - go.often(Claim, field, self.rejected)
            return go.often(Claim, field, go.told(Claim, self.wanted) - self.rejected)


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))


def _names(things: Mapping[str, Actor] | Mapping[str, Place], ids: tuple[str, ...]) -> str:
    return ", ".join(things[id].name if id in things else id for id in ids)


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1].rstrip() + "…"


LISTS: dict[str, tuple[tuple[str, ...], Callable[[_Lister], Iterator[tuple[str, ...]]]]] = {
    "events": (("id", "when", "type", "actors", "targets", "places", "sources", "told"), _Lister.events),
    "claims": (("id", "when", "type", "mode", "actors", "targets", "places", "outlet", "words"), _Lister.claims),
    "actors": (("id", "name", "kind", "camp", "known", "claims"), _Lister.actors),
    "places": (("id", "name", "kind", "point", "precision", "claims"), _Lister.places),
    "documents": (("id", "path", "outlet", "language", "published", "claims", "note"), _Lister.documents),
}
