"""Actors in; whether two names can mean one doer, and on which side of the war each stands, out."""

from collections.abc import Iterable
from functools import lru_cache

from dateline.model import Actor
from dateline.theatres import Theatre

__all__ = ["Sides"]

_STATE = frozenset({"state", "state force", "state body"})
_ARMED = frozenset({"armed group", "coalition", "political group"})
_PEOPLE = frozenset({"civilian group", "family", "local body", "person"})
_FOR_THE_STATE = frozenset({"pro-government-forces", "government-forces", "security-forces"})
_AGAINST_IT = frozenset({"rebels", "opposition"})
_ANYBODY = frozenset({"unknown", "officials", "local-sources"})
_CERTAIN, _FITTING, _VAGUE = 1.0, 0.6, 0.3


class Sides:
    """What the actors of a record are to each other."""

    def __init__(self, actors: Iterable[Actor], theatre: Theatre) -> None:
        self.theatre = theatre
        self.actors = {**theatre.actors, **{actor.id: actor for actor in actors}}
        self.general = _ANYBODY | {noun.actor for noun in theatre.nouns}
        self._ruling = {a.camp for a in theatre.actors.values() if a.role == "army" and a.camp}
        self._above: dict[str, frozenset[str]] = {}
        # Asked of the same few actors over and over.
        self.kind = lru_cache(maxsize=65536)(self._kind)
        self.is_state = lru_cache(maxsize=65536)(self._is_state)
        self.side = lru_cache(maxsize=65536)(self._side)
        self.alike = lru_cache(maxsize=65536)(self._alike)
        self.is_opponent = lru_cache(maxsize=65536)(self._is_opponent)

    def above(self, actor: str) -> frozenset[str]:
        """Return an actor with everything it is part of."""
        if actor not in self._above:
            found, queue = {actor}, [actor]
            while queue:
                known = self.actors.get(queue.pop())
                parents = {part.parent for part in known.part_of} - found if known else set()
                found |= parents
                queue += sorted(parents)
            self._above[actor] = frozenset(found)
        return self._above[actor]

    def _kind(self, actor: str) -> str:
        """Return what kind of actor it is, "" where unknown."""
        known = self.actors.get(actor)
        return known.kind if known else ""

    def country(self, actor: str) -> str:
        """Return the country an actor is of, "" where unknown or of none."""
        known = self.actors.get(actor)
        return known.country if known else ""

    def _is_state(self, actor: str) -> bool:
        """True for a state, its forces, its bodies and those who speak for them."""
        if self.kind(actor) in _STATE:
            return True
        return self.kind(actor) == "person" and any(self.kind(a) in _STATE for a in self.above(actor) - {actor})

    def is_armed_group(self, actor: str) -> bool:
        """True for an armed or political group that is no state's."""
        return self.kind(actor) in _ARMED

    def is_principal(self, actor: str) -> bool:
        """True for who can make peace or war: states, armed and political groups, coalitions."""
        return self.is_state(actor) or self.is_armed_group(actor)

    def _is_opponent(self, actor: str) -> bool:
        """True for a named group that no state leads: what tells one deal over a place from another."""
        named = actor not in self.general and self.is_armed_group(actor)
        return named and self.theatre.camp_of(actor) not in self._ruling

    def _side(self, actor: str) -> str:
        """Return the side an actor is on: its camp, else the state it serves, else itself."""
        camp = self.theatre.camp_of(actor)
        if camp and camp != "none":
            return camp
        if actor == "government-forces":
            return "government"
        known = self.actors.get(actor)
        return f"state {known.country}" if known and known.country and known.kind in _STATE else actor

    def one_side(self, x: str, y: str) -> bool:
        """True where two can count as one holder or one party: kin, of one camp, or a general word that fits."""
        return x == y or self.side(x) == self.side(y) or self.alike(x, y) >= _FITTING

    def _alike(self, x: str, y: str) -> float:
        """Return how well two names can mean one doer: 1 the same or part of it, 0 apart, between for general words."""
        if x == y or x in self.above(y) or y in self.above(x):
            return _CERTAIN
        if x in _ANYBODY or y in _ANYBODY:
            return _VAGUE
        if x in self.general or y in self.general:
            return self._general_fit(x, y)
        if self.is_state(x) and self.is_state(y) and self.side(x) == self.side(y):
            return _FITTING
        return 0.0

    def _general_fit(self, x: str, y: str) -> float:
        """A general word ("rebels", "civilians") fits an actor of its kind, unless they stand against each other."""
        if (self._fights_for(x) and self._fights_against(y)) or (self._fights_for(y) and self._fights_against(x)):
            return 0.0
        for group in (_STATE, _ARMED, _PEOPLE):
            if self.kind(x) in group and self.kind(y) in group:
                return _FITTING
        return 0.0

    def _fights_for(self, actor: str) -> bool:
        """True for the side of the state where the war is fought."""
        return actor in _FOR_THE_STATE or self.theatre.camp_of(actor) in self._ruling

    def _fights_against(self, actor: str) -> bool:
        return actor in _AGAINST_IT or self.is_opponent(actor)

    def meet(self, xs: Iterable[str], ys: Iterable[str]) -> float | None:
        """Return the best fit between two groups of actors; None where one of them is empty."""
        xs, ys = tuple(xs), tuple(ys)
        return max(self.alike(x, y) for x in xs for y in ys) if xs and ys else None

    def may_be_one(self, xs: tuple[str, ...], ys: tuple[str, ...]) -> bool:
        """True where some of both groups may be of one side; where nobody is named, anybody may be meant."""
        fit = self.meet(xs, ys)
        return fit is None or fit >= 0.6 or any(self.one_side(x, y) for x in xs for y in ys)
