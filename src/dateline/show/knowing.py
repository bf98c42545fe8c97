"""What is known of an event: its claims in, the phrases that fill a sentence's slots out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model import Claim, Event, Modality
from dateline.show.amounts import people_words
from dateline.show.contents import Contents
from dateline.show.phrases import Naming, Phrase
from dateline.show.sense import LEAVING, Roles, Sense, is_official
from dateline.show.templates import Template

__all__ = ["Knowing", "Known"]

# What is told of an event whose claims differ: the strongest thing said of it.
_STRENGTH = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.AGREED,
    Modality.PLANNED,
    Modality.DEMANDED,
    Modality.THREATENED,
    Modality.DENIED,
    Modality.HYPOTHETICAL,
)
_TWO_SIDED = frozenset({"negotiation", "agreement", "ceasefire", "clash", "prisoner-exchange"})
# One kills, detains or abducts members of a group, not the group.
_OF_MEMBERS = frozenset({"killing", "abduction", "arrest"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an event, as phrases in slots."""

    slots: dict[str, Phrase]
    where: str
    people: str = ""
    dated: bool = False

    @property
    def facts(self) -> int:
        """How many things of note are known: a bare "civilians fled" is not worth a line."""
        named = sum(1 for slot in ("actor", "target", "mediator", "both") if slot in self.slots)
        return named + bool(self.where) + bool(self.people and self.dated)

    def placed(self, words: str, choice: str) -> str:
        """Add where it happened to a filled template, unless that has told the place."""
        if not words or not self.where or "{place}" in choice or "{where}" in choice:
            return words
        return f"{words} {self.where}"


class Knowing:
    """Gathers what is known of the events of one record."""

    def __init__(self, contents: Contents, naming: Naming) -> None:
        self.contents, self.naming, self.sense = contents, naming, Sense(contents)

    def main(self, event: Event) -> Claim | None:
        """The claim that says most: of the event's own type, in the strongest mode, of the usual doers, the fullest."""
        claims = self.contents.claims_of(event)
        doers = Counter(claim.actors for claim in claims if claim.actors and claim.type == event.type)

        def rank(claim: Claim) -> tuple[bool, int, int, int, float]:
            roles = sum(map(bool, (claim.actors, claim.targets, claim.places)))
            named = sum(1 for id in (*claim.actors, *claim.targets) if self.naming.is_named(id))
            own, strength = claim.type == event.type, -_STRENGTH.index(claim.modality)
            return own, strength, doers[claim.actors], roles + min(named, 2), claim.confidence

        return max(claims, key=rank, default=None)

    def of_event(self, event: Event, main: Claim, template: Template) -> Known:
        """What the main claim tells, and what others of its type add where it is silent."""
        alike = [claim for claim in self.contents.claims_of(event) if claim.type == main.type]
        actors = main.actors or _usual(claim.actors for claim in alike)
        if main.type in _TWO_SIDED and len(actors) < 2:
            actors = tuple(dict.fromkeys((*actors, *(id for claim in alike for id in claim.actors))))[:4]
        targets = main.targets or _usual(claim.targets for claim in alike)
        places = main.places or _usual(claim.places for claim in alike)
        known = self._known(main, Roles(actors, targets, main.mediators, places), template)
        return self._with_people(event, main, template, replace(known, dated=event.time.earliest is not None))

    def of_claim(self, claim: Claim, template: Template, asker: tuple[str, ...] = ()) -> Known:
        """What one claim tells; whoever asks others to leave (`asker`) is not the one who leaves."""
        targets = tuple(id for id in claim.targets if id not in asker or template.group == "violence")
        return self._known(claim, Roles(claim.actors, targets, claim.mediators, claim.places), template)

    def _known(self, claim: Claim, told: Roles, template: Template) -> Known:
        roles = self.sense.roles(claim, told, template)
        slots = self._slots(claim, roles)
        if claim.type == "capture" and self.sense.in_part(claim, roles.places):
            slots.pop("place", None)
        bare = self.naming.bare_places(roles.places)
        return Known(slots, f"over {bare}" if template.over and bare else self.naming.where(roles.places))

    def _slots(self, claim: Claim, roles: Roles) -> dict[str, Phrase]:
        actor, target = self.naming.actors(roles.actors), self.naming.actors(roles.targets)
        if actor and target and target.text == actor.text:
            target = None
        if claim.type in _OF_MEMBERS and target and self._is_group(roles.targets):
            target = Phrase(f"members of {target.text}", True)
        if claim.type == "protest" and actor and actor.text == "protesters":
            actor = None
        place = self.naming.bare_places(roles.places)
        others = tuple(id for id in roles.mediators if id not in (*roles.actors, *roles.targets))
        found = {
            "actor": actor,
            "target": target,
            "both": actor if actor and actor.several else None,
            "official": actor if is_official(self.contents, roles.actors) else None,
            "place": Phrase(place) if place else None,
            "mediator": self.naming.actors(others),
        }
        return {slot: phrase for slot, phrase in found.items() if phrase}

    def _is_group(self, ids: tuple[str, ...]) -> bool:
        return any(self.naming.is_named(id) and self.contents.actors[id].kind != "person" for id in ids)

    def _with_people(self, event: Event, main: Claim, template: Template, known: Known) -> Known:
        """Put the count of people into the slot of those it counts: `at least 43 civilians were killed`."""
        slot, slots = template.people_slot, dict(known.slots)
        if not slot:
            return known
        if main.type in LEAVING and "target" not in slots and "actor" in slots and "official" not in slots:
            slot = "actor"
        words = people_words(self.contents, event, template.people_role, _people_noun(slots.get(slot)))
        if words:
            slots[slot] = Phrase(words, not words.endswith((" person", " civilian")))
            slots.pop("both", None)
        return replace(known, slots=slots, people=words)


def _usual(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The most frequent of these that is not empty."""
    counts = Counter(choice for choice in choices if choice)
    return counts.most_common(1)[0][0] if counts else ()


def _people_noun(phrase: Phrase | None) -> str:
    """The noun after a number: `civilians`, `members of the army`, else `people`."""
    if phrase is None:
        return "people"
    common = phrase.plural and not phrase.several and phrase.text == phrase.text.lower()
    if (common and not phrase.text.startswith("the ")) or phrase.text.startswith("members of "):
        return phrase.text
    return f"members of {phrase.text}"
