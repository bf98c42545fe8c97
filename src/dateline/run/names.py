"""What a user calls an actor or a place, by id or by name, in; the one that is meant out, or what there is to choose from."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from dateline.errors import DecisionError
from dateline.model import Actor, Place
from dateline.record import Record
from dateline.theatres import Theatre, fold, is_theatre, load_theatre
from dateline.theatres.gazetteer import load_gazetteer

__all__ = ["Names"]

T = TypeVar("T", bound=Actor | Place)

_MOST = 8  # namesakes told of


class Names:
    """The actors and places that a record, its theatres and the gazetteer know."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def find(self, word: str, kind: type[T]) -> T:
        """Return the actor or place of that id, else the only one of that name. Raises DecisionError where there is none."""
        known = self.known(word, kind)
        if known is not None:
            return known
        what = kind.__name__.lower()
        found = self.called(word, kind)
        if not found:
            raise DecisionError(f"{word!r}: neither the record nor its theatres know {what}s of this id or name")
        if len(found) > 1:
            listed = ", ".join(f"{one.id} ({one.kind}, {one.country or '?'})" for one in found[:_MOST])
            raise DecisionError(f"{word!r}: {len(found)} {what}s are called so; give the id of one: {listed}")
        return found[0]

    def known(self, id: str, kind: type[T]) -> T | None:
        """Return the actor or place of that id."""
        for found in (self.record.thing(id), self._listed(id, kind)):
            if isinstance(found, kind):
                return found
        return None

    def _listed(self, id: str, kind: type[T]) -> Actor | Place | None:
        if kind is Actor:
            return self._theatre.actors.get(id)
        return self._theatre.places.get(id) or load_gazetteer().place(id)

    def called(self, name: str, kind: type[T]) -> list[T]:
        """Return those of that name: of the record, else of its theatres, else of the world."""
        folded = fold(name)
        for source in self._sources(folded, kind):
            found = {one.id: one for one in source if isinstance(one, kind)}
            if found:
                return [found[id] for id in sorted(found)]
        return []

    def _sources(self, folded: str, kind: type[T]) -> Iterator[Iterable[Actor | Place]]:
        theatre = self._theatre
        if kind is Actor:
            yield (one for one in self.record.actors() if _bears(one, folded))
            yield (one for one in theatre.actors.values() if _bears(one, folded))
            return
        yield (one for one in self.record.places() if _bears(one, folded))
        yield (theatre.places[id] for id, _, name in theatre.place_names if fold(name) == folded)
        homes = {home.country for home in theatre.homes}
        world = load_gazetteer().find(folded)
        yield (place for place in world if place.country in homes)
        yield world

    @cached_property
    def _theatre(self) -> Theatre:
        return load_theatre(tuple(name for name in self.record.settings().theatres if is_theatre(name)))


def _bears(thing: Actor | Place, folded: str) -> bool:
    return folded in {fold(name) for name in (thing.name, *thing.aliases)}
