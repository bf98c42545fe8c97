"""Readings of single reports in, one vocabulary of actors and places out: the same thing gets the same id everywhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.model import Actor, Claim, ControlStatement, Entity, Figure, Framing, Mention, Place, Reading
from dateline.resolve.actors import ActorLinker
from dateline.resolve.place_parts import between
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.theatres import Theatre
from dateline.theatres.gazetteer import load_gazetteer

__all__ = ["Resolve", "Resolved"]

T = TypeVar("T", Claim, Figure, ControlStatement, Framing, Mention)


@dataclass(frozen=True, slots=True)
class Resolved:
    """All readings with their entity keys turned into ids."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    control: tuple[ControlStatement, ...]
    framings: tuple[Framing, ...]


class Resolve:
    """The stage: links actors over all readings, and places report by report in their own context."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.actors = ActorLinker(theatre)
        self.places = PlaceLinker(theatre, load_gazetteer())

    def __call__(self, readings: Sequence[Reading]) -> Resolved:
        """Return everything under its final ids; the order of the readings plays no part."""
        actors = self.actors.link(entity for reading in readings for entity in reading.entities)
        places: dict[str, Place] = {}
        out: dict[str, list[object]] = {"mentions": [], "claims": [], "figures": [], "control": [], "framings": []}
        for reading in readings:
            table = {key: actor.id for key, actor in actors.items()}
            for key, place in self._places(reading).items():
                # Of several reports' reasons the same one is kept, whatever their order.
                places[place.id] = min(place, places.get(place.id, place), key=_order)
                table[key] = place.id
            for name in out:
                out[name].extend(_renamed(item, table) for item in getattr(reading, name))
        listed = {actor.id: actor for actor in actors.values()}
        return Resolved(
            tuple(listed[key] for key in sorted(listed)),
            tuple(places[key] for key in sorted(places)),
            *(tuple(out[name]) for name in out),  # type: ignore[arg-type]
        )

    def _homes(self, reading: Reading) -> tuple[str, ...]:
        """Return the code of the country that a report speaks of most, else those of the theatres' countries."""
        codes = {country.id: country.code for country in self.theatre.countries.values()}
        told: Counter[str] = Counter()
        for mention in reading.mentions:
            key = mention.refers_to.removeprefix("@").partition("/")[0]
            thing = self.theatre.places.get(key) or self.theatre.actors.get(key)
            told[codes.get(key) or (thing.country if thing else "")] += 1
        told.pop("", None)
        most = max(told.values(), default=0)
        homes = tuple(home.country for home in self.theatre.homes)
        top = sorted(code for code, count in told.items() if count == most)
        return homes if not top or set(top) & set(homes) else (top[0], *homes)

    def _places(self, reading: Reading) -> dict[str, Place]:
        """Link a report's places: the sure ones first, the others in their light."""
        entities = [entity for entity in reading.entities if entity.kind == "place"]
        sure = [e for e in entities if len(e.candidates) == 1]
        homes = self._homes(reading)
        first = PlaceContext(homes, ())
        known = {e.key: self.places.choose(e, first) for e in sure}
        points = tuple(
            (p.lat, p.lon) for p in known.values() if p.lat is not None and p.lon is not None and p.kind != "country"
        )
        context = PlaceContext(homes, tuple(sorted(points)))
        placed = known | {e.key: self.places.choose(e, context) for e in entities if e.key not in known}
        return placed | {e.key: between(placed[e.key], placed[k]) for e in entities if (k := _partner(e)) in placed}


def _order(place: Place) -> tuple[int, str, str]:
    return len(place.reason), place.reason, repr(place)


def _partner(entity: Entity) -> str:
    """Return the key of the other place in "between X and Y" as the report knows that stretch; "" for other places."""
    other = entity.direction.partition("between:")[2]
    return f"{other}/between:{entity.key.partition('/')[0]}" if other else ""


def _renamed(item: T, table: dict[str, str]) -> T:
    """Return a claim, figure, statement, framing or mention with ids in place of keys."""

    def ids(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(table.get(key, key) for key in keys))

    if isinstance(item, Claim):
        targets = tuple(key for key in ids(item.targets) if key not in ids(item.actors))
        return replace(
            item,
            actors=ids(item.actors),
            targets=targets,
            mediators=ids(item.mediators),
            places=ids(item.places),
            speakers=ids(item.speakers),
        )
    if isinstance(item, Figure):
        return replace(item, places=ids(item.places), speakers=ids(item.speakers))
    if isinstance(item, ControlStatement):
        return replace(
            item,
            place=table.get(item.place, item.place),
            holder=table.get(item.holder, item.holder),
            speakers=ids(item.speakers),
        )
    if isinstance(item, Framing):
        return replace(item, about=table.get(item.about, item.about))
    return replace(item, refers_to=table.get(item.refers_to, item.refers_to))
