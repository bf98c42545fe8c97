"""Readings of single reports in, one vocabulary of actors and places out: the same thing gets the same id everywhere."""

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.codebook import load_codebook
from dateline.model import INNER, NO_RULINGS, Entity, Mention, Place, Reading, Rulings
from dateline.model.packed import Packed
from dateline.resolve.actors import ActorLinker
from dateline.resolve.identities import Identities
from dateline.resolve.place_names import SETTLEMENTS
from dateline.resolve.place_parts import beside, between
from dateline.resolve.places import PlaceContext, PlaceLinker
from dateline.resolve.resolved import Resolved, renamed
from dateline.resolve.ruled import Ruled
from dateline.resolve.sharing import Sharing
from dateline.theatres import Theatre, fold
from dateline.theatres.gazetteer import load_gazetteer

__all__ = ["Resolve", "Resolved"]

_WIDE = frozenset({"country", "province", "border"})  # known without being told where
_ACTING = 0.5  # what an actor's country counts beside that of a place
_SHARE = 3  # a theatre's country spoken of a third as often as the first one is a home of the report too


class Resolve:
    """The stage: links actors over all readings, and places report by report in their own context; then what humans said.

    `codebook` is a folder of one's own types, over those that come along.
    """

    def __init__(self, theatre: Theatre, codebook: str = "") -> None:
        self.theatre, self.codebook = theatre, codebook
        self.actors = ActorLinker(theatre)
        words = load_codebook().places.values()
        self.features = frozenset(fold(word) for language in words for word in language.features)
        nouns = frozenset(fold(word) for language in words for word in (*language.nouns, *language.directions))
        self.places = PlaceLinker(theatre, load_gazetteer(), nouns | self.features)

    def __call__(self, readings: Iterable[Reading], rulings: Rulings = NO_RULINGS) -> Resolved:
        """Return everything under its final ids; the order of the readings, which are gone through twice, plays no part."""
        resolved = self._link(readings)
        if rulings == NO_RULINGS:
            return resolved
        identities = Identities(self.theatre, self.actors.known, rulings)
        types = load_codebook(Path(self.codebook) if self.codebook else None).types
        return identities.finish(Ruled(types, rulings).apply(identities.apply(resolved)))

    def _link(self, readings: Iterable[Reading]) -> Resolved:
        actors = self.actors.link(entity for reading in readings for entity in reading.entities)
        actor_ids = {key: actor.id for key, actor in actors.items()}
        places: dict[str, Place] = {}
        sharing = Sharing()
        out: dict[str, Any] = {"mentions": Packed(), "claims": [], "figures": [], "control": [], "framings": Packed()}
        for reading in readings:
            own: dict[str, str] = {}
            for key, place in self._places(reading).items():
                # Of several reports' reasons the same one is kept, whatever their order.
                places[place.id] = min(place, places.get(place.id, place), key=_order)
                own[key] = place.id
            table = ChainMap(own, actor_ids)
            sharing.begin()
            for name in out:
                out[name].extend(sharing.of(renamed(item, table)) for item in getattr(reading, name))
        listed = {actor.id: actor for actor in actors.values()}
        return Resolved(
            tuple(listed[key] for key in sorted(listed)),
            tuple(places[key] for key in sorted(places)),
            out["mentions"],
            tuple(out["claims"]),
            tuple(out["figures"]),
            tuple(out["control"]),
            out["framings"],
        )

    def _homes(self, reading: Reading) -> tuple[str, ...]:
        """Return the codes of the country that a report speaks of most and of the theatres' that it speaks of much.

        Who is named says less of it than what places are; a name that no theatre lists speaks for the countries that
        have such a place, of these for those already spoken of.
        """
        codes = {country.id: country.code for country in self.theatre.countries.values()}
        told: dict[str, float] = defaultdict(float)
        for mention in filter(_counts, reading.mentions):
            key = mention.refers_to.removeprefix("@").partition("/")[0]
            thing = self.theatre.places.get(key) or self.theatre.actors.get(key)
            told[codes.get(key) or (thing.country if thing else "")] += 1.0 if mention.kind == "place" else _ACTING
        told.pop("", None)
        spoken = set(told)
        for entity in reading.entities:
            lands = set(self.places.countries(entity)) if entity.kind == "place" and not entity.candidates else set()
            for code in lands & spoken or lands:
                told[code] += 1 / len(lands & spoken or lands)
        most = max(told.values(), default=0.0)
        homes = tuple(home.country for home in self.theatre.homes)
        likely = tuple(code for code in homes if told.get(code, 0.0) * _SHARE >= most)
        top = sorted(code for code, count in told.items() if count == most)
        if not top:
            return homes
        return likely if set(top) & set(homes) else (top[0], *likely)

    def _places(self, reading: Reading) -> dict[str, Place]:
        """Link a report's places: the sure ones first, the others in their light, last what is told by another one."""
        entities = [entity for entity in reading.entities if entity.kind == "place"]
        homes = self._homes(reading)
        known = {e.key: self.places.choose(e, PlaceContext(homes)) for e in entities if len(e.candidates) == 1}
        named = frozenset(p.country for p in known.values() if p.kind == "country")
        near = PlaceContext(homes, named=named)
        lone = {e.key: p for e in entities if e.key not in known and (p := self.places.only(e, near))}
        context = replace(near, points=_points((*known.values(), *lone.values())))
        placed = known | {e.key: self.places.choose(e, context) for e in entities if e.key not in known}
        told = [e for e in entities if e.within in placed and e.within != e.key and placed[e.key].kind not in _WIDE]
        placed |= {e.key: self.places.choose(e, replace(context, within=placed[e.within])) for e in told}
        placed |= {e.key: between(placed[e.key], placed[k]) for e in entities if (k := _partner(e)) in placed}
        town = self._town(reading, placed)
        return {e.key: beside(placed[e.key], e.name, town, self.features) if town else placed[e.key] for e in entities}

    def _town(self, reading: Reading, places: dict[str, Place]) -> Place | None:
        """Return the settlement that a report speaks of most."""
        told = Counter(m.refers_to for m in reading.mentions if m.kind == "place" and _counts(m))
        towns = [(count, key) for key, count in told.items() if key in places and places[key].kind in SETTLEMENTS]
        return places[max(towns, key=lambda town: (town[0], town[1]))[1]] if towns else None


def _counts(mention: Mention) -> bool:
    """True for a name in the text itself that is told of for its own sake: not the Homs of "northern Homs"."""
    return not mention.aside and not (mention.kind == "place" and mention.rule == INNER)


def _points(places: Iterable[Place]) -> tuple[tuple[float, float], ...]:
    """Return where places lie, without states, whose middle says little."""
    at = {(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None and p.kind != "country"}
    return tuple(sorted(at))


def _order(place: Place) -> tuple[int, str, str]:
    return len(place.reason), place.reason, repr(place)


def _partner(entity: Entity) -> str:
    """Return the key of the other place in "between X and Y" as the report knows that stretch; "" for other places."""
    other = entity.direction.partition("between:")[2]
    return f"{other}/between:{entity.key.partition('/')[0]}" if other else ""
