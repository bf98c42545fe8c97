"""Articles with their places, actors and events in; what each report is about, as weights, out."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.model import Article, Claim, Event, Place
from dateline.resolve import Resolved
from dateline.theatres import Theatre
from dateline.weigh.known_names import KnownNames

__all__ = ["Profile", "Profiles"]

_KINDS = {"province": 0.4, "district": 0.7, "city": 0.7, "area": 0.7, "river": 0.3, "sea": 0.2, "road": 0.6}
_UP = 0.6  # weight that a place hands up to what it lies in
_STATES = 0.4  # states and world bodies are named in reports of anything
_EARLY = 600.0  # characters over which the weight of a mention falls: news stands first
_COURSES = {
    kind: course
    for course, kinds in {
        "leaving": ("evacuation", "withdrawal", "displacement"),
        "deal": ("agreement", "ceasefire", "negotiation", "violation", "refusal", "ultimatum"),
        "chemical": ("chemical-attack",),
    }.items()
    for kind in kinds
}


@dataclass(slots=True)
class Profile:
    """What a report is about: weights of places and actors, what goes on where, and the happenings it tells."""

    places: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    actors: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    courses: set[tuple[str, str]] = field(default_factory=set)
    chief: str = ""  # the event that the report is chiefly about
    told: set[str] = field(default_factory=set)  # events that it tells as news, not as history


class Profiles:
    """Makes the profile of each report from its mentions and claims, or from bare names where it was not understood."""

    def __init__(
        self, articles: Sequence[Article], resolved: Resolved, theatre: Theatre, events: Iterable[Event]
    ) -> None:
        """Take all reports of a record and the events that were found in them."""
        self.places: dict[str, Place] = {**theatre.places, **{place.id: place for place in resolved.places}}
        unnamed = {noun.actor for noun in theatre.nouns}
        self.actors = {actor.id: actor.kind for actor in resolved.actors if actor.id not in unnamed}
        self.profiles = {article.id: Profile() for article in articles}
        for mention in resolved.mentions:
            if mention.names and mention.document in self.profiles:
                self._note(mention.document, mention.refers_to, mention.span.start)
        event_of = {claim: event.id for event in events for claim in event.claims}
        for claim in resolved.claims:
            if not claim.background and claim.document in self.profiles:
                self._note_claim(claim, event_of.get(claim.id, ""))
        names = KnownNames(theatre, {p.id for p in resolved.places}, self.actors)
        for article in articles:
            for found, span in names.find(article) if not article.coded else ():
                self._note(article.id, found, span.start)

    def _note_claim(self, claim: Claim, event: str) -> None:
        profile = self.profiles[claim.document]
        if event:
            profile.told.add(event)
            profile.chief = event if claim.lead else profile.chief
        if claim.type in _COURSES:
            local = [p for p in claim.places if p in self.places and self.places[p].kind != "country"]
            profile.courses.update((_COURSES[claim.type], place) for place in local or _main_place(profile))

    def _note(self, document: str, found: str, at: int) -> None:
        weight: float = 1 + 1.5 * math.exp(-at / _EARLY)
        profile = self.profiles[document]
        if found in self.actors:
            broad = self.actors[found] in ("state", "intergovernmental", "media")
            profile.actors[found] += weight * (_STATES if broad else 1)
        place, seen = self.places.get(found), set[str]()
        while place and place.kind != "country" and place.id not in seen:
            seen.add(place.id)
            profile.places[place.id] += weight * _KINDS.get(place.kind, 1.0)
            weight *= _UP
            place = self.places.get(place.parent)


def _main_place(profile: Profile) -> list[str]:
    """Return the place a report is mostly about, where it names one."""
    return [min(profile.places, key=lambda place: (-profile.places[place], place))] if profile.places else []
