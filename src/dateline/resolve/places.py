"""A place as a report names it, and where the report's other places lie, in; one place, with the reason, out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from dateline.model import Entity, Place
from dateline.resolve.place_names import SETTLEMENTS, Candidate, PlaceNames
from dateline.resolve.place_parts import around, is_direction, listed_names, part_of, told_by
from dateline.resolve.place_weights import NEAR, Weights, weigh
from dateline.theatres import Theatre, fold
from dateline.theatres.gazetteer import Gazetteer, distance_km

__all__ = ["Candidate", "PlaceContext", "PlaceLinker"]

# A smaller place farther off than this, abroad, is a namesake rather than meant; by a lesser-known name all the more.
# And so is a large one on another continent, unless the whole world knows it: Palma in Mozambique is not Palma de Mallorca.
_ABROAD_KM, _KNOWN_EVERYWHERE = 5_000.0, 1_000_000
_SMALL_TOWN = 10_000  # people: a town of this size in a country that the report names is meant however far off
_FAR_KM, _LARGE, _LARGE_BY_OTHER_NAME = 1_000.0, 50_000, 150_000
# A theatre's village or quarter is no more than a namesake in a report on another country, but near the border.
_SMALL = frozenset({"city", "town", "village", "neighbourhood", "district", "camp", "site"})
_OVER_THE_BORDER_KM = 200.0
_IN_OR_BY_KM, _NOT_BY_KM = (
    30.0,
    100.0,
)  # from where a place is told to lie: surely there up to here, not there from here
_QUARTER = "neighbourhood"
_ACROSS = frozenset({"sea", "river", "area", "lake"})
_TOLD = 3.0
# With the common words of places: "the Old City", "the Great Mosque" are names of one in every town.
_PLAIN = frozenset(
    "old new great grand main vieux vieille nouveau nouvelle grande ancien ancienne of the de la le".split()
)


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What else tells where a report is: its home countries' codes, its certain places' points, the countries it names."""

    home: tuple[str, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    named: frozenset[str] = frozenset()  # codes of the countries that the report names
    within: Place | None = None  # what the place to choose is told to lie in or by


class PlaceLinker:
    """Chooses the place a report means by a name; a choice depends on that report alone, never on their order."""

    def __init__(self, theatre: Theatre, gazetteer: Gazetteer, plain: frozenset[str] = frozenset()) -> None:
        """Take what lists places; `plain` are the common words of places: a name of these alone is one in every town."""
        self.theatre, self.plain = theatre, plain | _PLAIN
        self.names = PlaceNames(theatre, gazetteer)
        self._lists = "+".join(Path(name).name for name in theatre.names)  # a folder's path is no one else's business
        states = theatre.countries.values()
        self._centres = {s.code: (s.place.lat, s.place.lon) for s in states if s.place.lat is not None}
        self._capitals = frozenset((fold(name), s.code) for s in states for name in s.capitals)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return every place the name can mean: those that bear it, or where there is none the theatre's most alike."""
        return self.names.named(name) or self.names.spelled_like(name)

    def choose(self, entity: Entity, context: PlaceContext) -> Place:
        """Return the place meant, with the reason; one that no list has keeps its name and has no coordinates."""
        offered = self._offered(entity)
        found = [c for c in offered if self._plausible(c, context)] or self._unmistakable(entity, offered)
        found = found or [c for c in self._alike(entity, context) if self._close(c, context, entity.hint)]
        if not found:
            unplaced = self._unplaced(entity, bool(offered))
            return part_of(told_by(unplaced, context.within) if context.within else unplaced, entity.direction)
        marked = [(weigh(c, entity.hint, self._surroundings(c, context)), c) for c in found]
        order = {place_id: at for at, place_id in enumerate(entity.candidates)}
        marked.sort(key=lambda m: (-m[0].total, order.get(m[1].place.id, len(order)), m[1].place.id))
        place = replace(_as_told(marked[0][1], entity), reason=self._reason(marked, len(offered), context))
        return self._listed_part(place, entity.direction) or part_of(around(place, entity.hint), entity.direction)

    def _unmistakable(self, entity: Entity, offered: Sequence[Candidate]) -> list[Candidate]:
        """Return the one place of a name of several words that a theatre lists, however far off: "Kabul airport"."""
        alone = len(offered) == 1 and offered[0].source == "theatre" and len(entity.name.split()) > 1
        return [*offered] if alone and not entity.direction else []

    def _listed_part(self, place: Place, direction: str) -> Place | None:
        """Return the part of a place that the theatre lists itself: "the east of Aleppo" is its Eastern Aleppo."""
        for name in listed_names(place, direction) if place.id in self.theatre.places else ():
            for found in self.names.named(name):
                if found.source == "theatre" and found.place.kind != "country" and found.place.id != place.id:
                    why = f"listed in theatre {self._lists} as that part of {place.name}"
                    return replace(found.place, reason=f"{why}; {place.reason}")
        return None

    def _offered(self, entity: Entity) -> tuple[Candidate, ...]:
        """Return the theatre's offers for the entity and the places that bear its names."""
        key = entity.key.removeprefix("@").partition("/")[0]
        listed = [c for i in (entity.candidates or (key,)) if (c := self.names.listed(i))]
        if listed and entity.direction:
            return tuple(listed)  # the words have more in them than the name: "northern Syria", "10 km from Homs"
        names = [name for name in _names(entity) if not self.plain.issuperset(fold(name).split())]
        named = [c for name in names for c in self.names.named(name)]
        return tuple({c.place.id: c for c in (*named, *listed)}.values())

    def countries(self, entity: Entity) -> tuple[str, ...]:
        """Return the countries that have a place of an entity's name."""
        return tuple(dict.fromkeys(c.place.country for c in self._offered(entity) if c.place.country and c.main))

    def only(self, entity: Entity, context: PlaceContext) -> Place | None:
        """Return the place meant where one alone bears the name and is large or near enough."""
        found = [] if entity.direction else [c for c in self._offered(entity) if self._plausible(c, context)]
        return found[0].place if len(found) == 1 and found[0].main else None

    def _close(self, candidate: Candidate, context: PlaceContext, hint: str) -> bool:
        """True for a place near all that the report is about: who misspells a name writes of what lies there.

        A quarter of a town is no village elsewhere that is spelled like it.
        """
        if hint == _QUARTER and min(_distances(candidate.place, context.points), default=0.0) > _IN_OR_BY_KM:
            return False
        if context.within is not None and (_away(candidate.place, context.within) or 0.0) > _NOT_BY_KM:
            return False
        anchors = (*context.points, *self._homes(context))
        at_home = candidate.place.country in context.home
        return at_home or not anchors or min(_distances(candidate.place, anchors)) <= _FAR_KM

    def _alike(self, entity: Entity, context: PlaceContext) -> tuple[Candidate, ...]:
        alike = [c for name in _names(entity) for c in self.names.spelled_like(name)]
        alike += [c for name in _names(entity) for code in context.home for c in self.names.spelled_like_in(name, code)]
        alike.sort(key=lambda c: c.likeness)
        return tuple({c.place.id: c for c in alike}.values())

    def _plausible(self, candidate: Candidate, context: PlaceContext) -> bool:
        """False for a small place of the gazetteer abroad and far from all that the report is about."""
        place, large = candidate.place, _LARGE if candidate.main else _LARGE_BY_OTHER_NAME
        if context.within is not None and (away := _away(place, context.within)) is not None:
            return away <= _NOT_BY_KM or candidate.population >= _KNOWN_EVERYWHERE
        if self._capital(place) or place.country in context.home or place.kind not in _SMALL:
            return True
        if candidate.source == "theatre":
            anchors = context.points or self._homes(context)
            known = place.country in context.named and place.kind in ("city", "town")
            return known or min(_distances(place, anchors), default=0.0) <= _OVER_THE_BORDER_KM
        if place.country in context.named and candidate.population >= _SMALL_TOWN:
            return True
        anchors = (*context.points, *self._homes(context))
        away = min(_distances(place, anchors), default=0.0)
        if candidate.population >= large:
            return away <= _ABROAD_KM or candidate.population >= _KNOWN_EVERYWHERE
        return away <= _FAR_KM

    def _capital(self, place: Place) -> bool:
        return place.kind in SETTLEMENTS and (fold(place.name), place.country) in self._capitals

    def _homes(self, context: PlaceContext) -> tuple[tuple[float, float], ...]:
        centres = (self._centres.get(code) for code in context.home)
        return tuple((c[0], c[1]) for c in centres if c and c[0] is not None and c[1] is not None)

    def _surroundings(self, candidate: Candidate, context: PlaceContext) -> Weights:
        """Return what the report's context says for a candidate."""
        place = candidate.place
        near, scale = (3.0, 200.0) if context.points else (1.5, 500.0)
        anchors = context.points or self._homes(context)
        away = max(0.0, median(_distances(place, anchors)) - place.radius_km) if anchors else float("inf")
        beside = _away(place, context.within) if context.within is not None else None
        return Weights(
            {
                "in a country the reports are about": 1.5 * (place.country in context.home),
                NEAR: near / (1 + away / scale) if place.kind != "country" else 0.0,
                "a capital": 1.0 * self._capital(place),
                "the report says where it lies": _TOLD * (beside is not None and beside <= _IN_OR_BY_KM),
            }
        )

    def _reason(self, marked: list[tuple[Weights, Candidate]], offered: int, context: PlaceContext) -> str:
        """Say in words why the first candidate was chosen."""
        best = marked[0][1]
        listed = f"in theatre {self._lists}" if best.source == "theatre" else "in the world gazetteer"
        if best.likeness < 100:
            listed = f"spelled like {best.place.name} {listed} ({best.likeness:.0f} of 100)"
        else:
            listed = f"named {listed}"
        if len(marked) == 1:
            if offered <= 1 or best.likeness < 100:
                return f"{listed}; only candidate"
            return f"{listed}; the only one of {offered} namesakes that is large or near enough"
        other = marked[1][1].place
        away = min(_distances(best.place, _point(other)), default=0.0)
        what = ", ".join(filter(None, (other.kind, other.country)))
        ahead = marked[0][0].total - marked[1][0].total
        runner_up = f"ahead by {ahead:.1f} points of runner-up {other.name} ({what})"
        runner_up += f", {away:,.0f} km away" if away >= 1 else ""
        why = marked[0][0].above(marked[1][0])
        if why == NEAR:
            count = len(context.points)
            of = (
                f"{count} other place{'s' * (count != 1)} of the report"
                if count
                else "the country the reports are about"
            )
            why = f"nearest to {of}"
        return f"{listed}; {why}; {runner_up}" if why else f"{listed}; {runner_up}"

    def _unplaced(self, entity: Entity, known: bool) -> Place:
        name = next(iter(_names(entity)), entity.key.lstrip("@?"))
        slug = fold(name).replace(" ", "-") or "unnamed"
        reason = "only small places far from all that the report is about have this name"
        reason = reason if known else "no gazetteer or theatre lists this name"
        return Place(f"unplaced-{slug}", name, entity.hint or "unknown", precision=7, reason=reason)


def _as_told(candidate: Candidate, entity: Entity) -> Place:
    """Return the place; one of the gazetteer alone is called as the report calls it, not "Dūmā", where that is Latin."""
    place = candidate.place
    told = [name for name in _names(entity) if name.isascii() and name[:1].isupper() and not name.isupper()]
    if candidate.source == "theatre" or candidate.likeness < 100 or place.name.isascii() or not told:
        return place
    return replace(place, name=min(told, key=lambda name: (len(name), name)), aliases=(place.name,))


def _names(entity: Entity) -> tuple[str, ...]:
    """Return the names of an entity, without the words that tell a part of it or another place by it."""
    if entity.direction and not is_direction(entity.direction):
        key = entity.key.removeprefix("@").partition("/")[0]
        return (key.removeprefix("?"),) if key.startswith("?") else ()
    names = tuple(dict.fromkeys(filter(None, (entity.name, *sorted(entity.surfaces)))))
    if entity.direction:
        return tuple(dict.fromkeys(n.split(None, 1)[-1] for n in names))
    return names


def _point(place: Place) -> tuple[tuple[float, float], ...]:
    return () if place.lat is None or place.lon is None else ((place.lat, place.lon),)


def _distances(place: Place, points: tuple[tuple[float, float], ...]) -> list[float]:
    if place.lat is None or place.lon is None:
        return [float("inf")] * len(points)
    return [distance_km(place.lat, place.lon, lat, lon) for lat, lon in points]


def _away(place: Place, outer: Place) -> float | None:
    """Return how far outside another one a place lies, None where nobody can tell."""
    if place.kind in _ACROSS and not place.country:
        return None  # "Ukraine's Black Sea port": no country has it all
    if outer.kind == "country":
        return 0.0 if place.country == outer.country else float("inf")
    if outer.lat is None or place.lat is None or place.kind == "country":
        return None
    return max(0.0, _distances(place, _point(outer))[0] - 1.5 * max(outer.radius_km, place.radius_km))
