"""What is believable: the roles of a claim in, those that a brief may name out, for a misreading can do harm.

The record keeps what was read; a brief leaves a doer out rather than blame someone by mistake.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Claim, Modality
from dateline.show.contents import Contents
from dateline.show.grounds import AREAS, told_in_part
from dateline.show.templates import Template

__all__ = ["CAN_BE_THREATENED", "LEAVING", "Roles", "Sense", "is_official"]

LEAVING = frozenset({"evacuation", "displacement"})
_STATE = frozenset({"state", "state force", "state body"})
_OFFICIAL = _STATE | {"humanitarian", "intergovernmental", "coalition", "ngo", "local body"}
# Who is told beside violence as its victim, witness or accuser; as its doer only when misread.
_BYSTANDERS = frozenset(
    {"civilian group", "humanitarian", "media", "monitor", "source", "ngo", "think tank", "company"}
)
# Who tells of a deal or of ground taken and has no hand in it.
_ONLOOKERS = frozenset({"media", "monitor", "source", "think tank"})
_ACCUSERS = frozenset({"political group", "intergovernmental", "local body", "person"})
_ATROCITY = frozenset({"chemical-attack", "sexual-violence", "killing", "abduction"})
_OF_PEOPLE = frozenset({"killing", "abduction", "arrest", "siege", "sexual-violence", "coercion", "chemical-attack"})
_ADVANCE = re.compile(r"advanc|gain|progress|avanc|gagn|push|наступ|продви|تقدم", re.IGNORECASE)
CAN_BE_THREATENED = frozenset({"violence", "territory", "movement", "deal", "unrest"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Ids in roles."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    places: tuple[str, ...]


class Sense:
    """Judges the roles of one record's claims."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def roles(self, claim: Claim, roles: Roles, template: Template) -> Roles:
        """Return the roles without what is hardly meant."""
        actors, targets = roles.actors, tuple(id for id in roles.targets if id not in roles.actors)
        if template.group == "violence":
            actors = tuple(id for id in actors if self._can_be_violent(id, claim))
            targets = tuple(id for id in targets if self._can_be_hit(id, claim, actors))
        if template.group in ("deal", "demand", "territory"):
            actors = tuple(id for id in actors if self._kind(id) not in _ONLOOKERS)
        if claim.type == "violation":  # who speaks of a breach speaks of another's
            actors = tuple(id for id in actors if id not in claim.speakers)
        if claim.type in LEAVING and actors and not is_official(self.contents, actors):
            targets = tuple(id for id in targets if not is_official(self.contents, (id,)))
        return Roles(actors, targets, roles.mediators, self._places(roles.places, actors, template))

    def silent(self, claim: Claim, template: Template) -> bool:
        """True where a sentence would more likely wrong someone than tell a reader something."""
        if claim.modality is Modality.HYPOTHETICAL:
            return True
        if claim.modality is Modality.THREATENED:
            return template.group not in CAN_BE_THREATENED
        if template.group == "deal" and claim.actors and not claim.targets:
            return all(self._kind(id) == "intergovernmental" for id in claim.actors)  # it agreed on words of its own
        if template.group != "violence":
            return False
        own_word = set(claim.actors) & set(claim.speakers)
        if own_word and claim.type in _ATROCITY and claim.modality is not Modality.DENIED:
            return True
        return claim.modality is Modality.DEMANDED and bool(self._states(claim.speakers) & self._states(claim.targets))

    def in_part(self, claim: Claim, places: tuple[str, ...], beside: Iterable[Claim] = ()) -> bool:
        """True where ground was gained within a place, not the whole of it: too little is better than too much.

        `beside` are the other claims of the same gain: one that tells of a part corrects one that names no place itself.
        """
        kinds = {self.contents.places[id].kind for id in places if id in self.contents.places}
        advance = _ADVANCE.search(self.contents.text(claim.document, claim.trigger)) is not None
        own = any(one.field == "place" for one in claim.evidence)
        told = (claim,) if own else (claim, *(c for c in beside if c.type == claim.type))
        return advance or bool(kinds & AREAS) or any(told_in_part(self.contents, one) for one in told)

    def one_side(self, ids: tuple[str, ...]) -> bool:
        """True where all are of one camp, or a state's government and forces: they do not deal with or fight each other."""
        found = [self.contents.actors[id] for id in ids if id in self.contents.actors]
        camps = {actor.camp for actor in found}
        states = {actor.country if actor.kind in _STATE else "" for actor in found}
        return bool(found) and any(len(same) == 1 and "" not in same for same in (camps, states))

    def _kind(self, id: str) -> str:
        return self.contents.actors[id].kind if id in self.contents.actors else ""

    def _can_be_violent(self, id: str, claim: Claim) -> bool:
        kind = self._kind(id)
        return kind not in _BYSTANDERS and not (kind in _ACCUSERS and id in claim.speakers)

    def _can_be_hit(self, id: str, claim: Claim, actors: tuple[str, ...]) -> bool:
        """A state's force does not strike the same state; private people hit are never named."""
        actor = self.contents.actors.get(id)
        if actor is None or (actor.kind == "person" and not actor.known):
            return False
        own = actor.kind in _STATE and actor.country in self._states(actors)
        return not own and not (claim.type in _OF_PEOPLE and actor.kind in ("state", "state body"))

    def _states(self, ids: tuple[str, ...]) -> set[str]:
        """The countries of those of these that belong to a state."""
        found = (self.contents.actors[id] for id in ids if id in self.contents.actors)
        return {actor.country for actor in found if actor.kind in _STATE and actor.country}

    def _places(self, ids: tuple[str, ...], actors: tuple[str, ...], template: Template) -> tuple[str, ...]:
        """Leave out the country that all is about, unless a foreign actor is named: it tells a reader nothing."""
        if template.group == "statement":
            return ()
        home, code = self.contents.home
        named = (self.contents.actors.get(id) for id in actors)
        foreign = any(actor and actor.country not in ("", code) for actor in named)
        kept = tuple(id for id in ids if id not in self.contents.doubtful and (id != home or foreign))
        kept = tuple(id for id in kept if id in self.contents.places)
        return tuple(id for id in kept if self.contents.places[id].kind != "country") if template.over else kept


def is_official(contents: Contents, ids: tuple[str, ...]) -> bool:
    """True where all are states, their bodies or aid bodies."""
    found = [contents.actors[id] for id in ids if id in contents.actors]
    return bool(found) and all(actor.kind in _OFFICIAL for actor in found)
