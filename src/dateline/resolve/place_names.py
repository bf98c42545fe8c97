"""A place's name in, every place it can mean out: from the theatre and the world gazetteer, then by like spelling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dateline.model import Place
from dateline.theatres import Theatre, fold
from dateline.theatres.gazetteer import Gazetteer, distance_km, without_glottals
from dateline.theatres.spelling import Spellings, bare, spellings_in

__all__ = ["SETTLEMENTS", "Candidate", "PlaceNames"]

SETTLEMENTS = frozenset({"city", "town", "village"})
_TWIN_KM = 12.0  # the theatre's point and the gazetteer's may lie at two ends of one city
# Russian case endings of single names -> endings of the form that gazetteers list.
_CASES = {
    "а": ("",), "я": ("ь", "й"), "у": ("", "а"), "ю": ("я", "ь", "й"), "е": ("", "а", "я", "ь", "й"),
    "ы": ("а", ""), "и": ("а", "я", "ь"), "ом": ("",), "ем": ("ь", "й"), "ой": ("а",), "ей": ("я",), "ью": ("ь",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name can mean: who lists it, how like the names are (0-100), and how many people live there.

    `main` is False where the gazetteer has the name only as another name of the place: an exonym, or one long gone.
    """

    place: Place
    source: Literal["theatre", "gazetteer"]
    likeness: float = 100.0
    population: int = 0
    main: bool = True


class PlaceNames:
    """The names of the theatre's places over those of the world; what was found for a name is kept for next time."""

    def __init__(self, theatre: Theatre, gazetteer: Gazetteer) -> None:
        self.theatre = theatre
        self.gazetteer = gazetteer
        self._listed: dict[str, set[str]] = defaultdict(set)
        for place_id, _, name in theatre.place_names:
            self._listed[fold(name)].add(place_id)
        self._twins, self._people = self._merged()
        self._alike_pool = self._pool()
        self._spellings = Spellings(self._alike_pool)
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._alike: dict[str, tuple[Candidate, ...]] = {}

    def listed(self, place_id: str) -> Candidate | None:
        """Return the theatre's place of that id."""
        place = self.theatre.places.get(place_id)
        return Candidate(place, "theatre", population=self._people.get(place_id, 0)) if place else None

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that bear the name, else those that bear it with or without an article or case ending."""
        folded = fold(name)
        if folded not in self._found:
            found = self._exactly(folded)
            if not found:
                found = _once(c for form in _forms(folded) for c in self._exactly(form))
            self._found[folded] = found
        return self._found[folded]

    def spelled_like(self, name: str) -> tuple[Candidate, ...]:
        """Return places of the theatre and its home countries whose names look or sound almost so; likest first."""
        folded = fold(name)
        if folded not in self._alike:
            pool = self._alike_pool
            found = [replace(c, likeness=score) for like, score in self._spellings.similar(folded) for c in pool[like]]
            self._alike[folded] = _once(sorted(found, key=lambda c: (-c.likeness, c.place.id)))
        return self._alike[folded]

    def spelled_like_in(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Return places of the gazetteer in a country (ISO code) whose names look or sound almost so; likest first."""
        folded = fold(name)
        similar = sorted(spellings_in(country).similar(folded), key=lambda like: (-like[1], like[0]))
        own = ((c, score) for like, score in similar for c in self._exactly(like) if c.place.country == country)
        return _once(replace(c, likeness=score) for c, score in own)

    def _exactly(self, folded: str) -> tuple[Candidate, ...]:
        """Return the places listed under a folded name; one that both lists know comes once, as the theatre has it."""
        ids = sorted(self._listed.get(folded, ()))
        for place in self.gazetteer.find(folded):
            ids.append(self._twins.get(place.id, ""))
            if not ids[-1]:
                ids[-1] = place.id
        return _once(self._candidate(i, folded) for i in ids)

    def _candidate(self, place_id: str, folded: str) -> Candidate:
        listed = self.listed(place_id)
        if listed:
            return listed
        place = next(p for p in self.gazetteer.find(folded) if p.id == place_id)
        # A name in another script than the gazetteer's Latin main name says nothing of how usual it is.
        main = not folded.isascii() or fold(place.name) == folded
        return Candidate(place, "gazetteer", population=self.gazetteer.population(place_id), main=main)

    def _pool(self) -> dict[str, list[Candidate]]:
        """Return what misspelt names are compared with: the theatre's names, the main ones of its home countries."""
        pool = {name: [c for i in sorted(ids) if (c := self.listed(i))] for name, ids in self._listed.items()}
        for code in sorted({home.country for home in self.theatre.homes}):
            for place in self.gazetteer.in_country(code):
                if place.id not in self._twins:
                    people = self.gazetteer.population(place.id)
                    pool.setdefault(fold(without_glottals(place.name)), []).append(
                        Candidate(place, "gazetteer", population=people)
                    )
        return pool

    def _merged(self) -> tuple[dict[str, str], dict[str, int]]:
        """Match the theatre's settlements with the gazetteer's: gazetteer id -> theatre id, theatre id -> people."""
        nearest: dict[str, tuple[float, str]] = {}
        for name, ids in self._listed.items():
            own = [p for i in sorted(ids) if (p := self.theatre.places[i]).kind in SETTLEMENTS]
            for other in self.gazetteer.find(name) if own else ():
                for place in own:
                    pair = (_apart(place, other), place.id)
                    if pair[0] <= _TWIN_KM and pair < nearest.get(other.id, (_TWIN_KM + 1, "")):
                        nearest[other.id] = pair
        people: dict[str, int] = defaultdict(int)
        for other_id, (_, place_id) in nearest.items():
            people[place_id] = max(people[place_id], self.gazetteer.population(other_id))
        return {other_id: place_id for other_id, (_, place_id) in nearest.items()}, dict(people)


def _apart(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def _once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates in their order, the first of each place."""
    kept: dict[str, Candidate] = {}
    for candidate in candidates:
        kept.setdefault(candidate.place.id, candidate)
    return tuple(kept.values())


def _forms(folded: str) -> Iterator[str]:
    """Yield other forms of a folded name: without or with an article, and for Russian the case that lists give."""
    short = bare(folded)
    if short != folded:
        yield short
    elif "\u0621" <= folded[:1] <= "\u064a":
        yield f"ال{folded}"
    elif "a" <= folded[:1] <= "z":
        yield f"al {folded}"
    for ending, originals in _CASES.items():
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= 3:
            yield from (stem + original for original in originals)
