"""What is known of an event: its claims in, the phrases that fill a sentence's slots out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.model import Claim, Event, Modality
from dateline.show.amounts import people_words
from dateline.show.backing import Backing, same_mode
from dateline.show.contents import Contents
from dateline.show.own_words import UNSURE, tells
from dateline.show.phrases import Naming, Phrase
from dateline.show.sense import LEAVING, Roles, Sense, is_official
from dateline.show.templates import Template, templates

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
_OF_DEALS = frozenset({"negotiation", "agreement", "refusal"})
_OF_GROUND = frozenset({"siege", "capture", "handover"})  # types whose place is what they are done to
_BATTLE = frozenset({"capture", "offensive", "loss", "attack"})
_MANY = 4  # witnesses; more say no more
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
        self.backing = Backing(contents)
        self._mains: dict[str, Claim | None] = {}
        self._roles: dict[tuple[str, str], Roles] = {}
        self._backers: dict[tuple[str, str], tuple[Claim, ...]] = {}

    def main(self, event: Event) -> Claim | None:
        """The claim whose sentence says most and is said by most: of the event's own type, in the strongest mode."""
        if event.id not in self._mains:
            self._mains[event.id] = self._find_main(event)
        return self._mains[event.id]

    def _find_main(self, event: Event) -> Claim | None:
        claims = self.contents.claims_of(event)
        first = max(((c.type == event.type, -_strength(c)) for c in claims), default=None)
        best = [c for c in claims if (c.type == event.type, -_strength(c)) == first]
        best = [c for c in best if c.confidence >= UNSURE] or best
        if len(best) < 2:
            return best[0] if best else None
        doers = Counter(claim.actors for claim in best if claim.actors)
        telling = {_roles_of(claim): claim for claim in best}
        said = {roles: len(self._said_by(event, claim)) for roles, claim in telling.items()}

        def rank(claim: Claim) -> tuple[float, int, int, float]:
            told = (tells(field, claim, self.contents.review) for field in ("actor", "place"))
            roles = sum(map(bool, (claim.actors, claim.targets, claim.places)))
            own = sum(told) - 2
            named = sum(1 for id in (*claim.actors, *claim.targets) if self.naming.is_named(id))
            known = 0.7 * min(said[_roles_of(claim)], _MANY) + roles + min(named, 2) * 0.5
            known -= (3.0 if claim.type in _OF_GROUND else 1.0) * self._is_vast(claim.places)
            known += 0.5 * (claim.modality is Modality.ASSERTED) + 0.5 * bool(claim.figures)
            return known + own, doers[claim.actors], roles, claim.confidence

        return max(best, key=rank)

    def _is_vast(self, places: tuple[str, ...]) -> bool:
        """True where a place is so wide that naming it tells a reader little: a province, a country."""
        kinds = {self.contents.places[id].kind for id in places if id in self.contents.places}
        return bool(kinds & {"province", "country"})

    def _said_by(self, event: Event, claim: Claim) -> frozenset[str]:
        template = templates().get(claim.type)
        if template is None:
            return frozenset()
        return self.backing.witnesses(self.backers(event, claim, template))

    def roles(self, event: Event, main: Claim, template: Template) -> Roles:
        """Who and where a sentence names: what the main claim tells, and what others say of the same where it is silent."""
        key = event.id, main.id
        if key not in self._roles:
            self._roles[key] = self._find_roles(event, main, template)
        return self._roles[key]

    def _find_roles(self, event: Event, main: Claim, template: Template) -> Roles:
        alike = [c for c in self.contents.claims_of(event) if c.type == main.type and same_mode(c, main)]
        alike = [c for c in alike if c.document == main.document or self._meets(c, main)]
        if main.type == "clash" and len(main.actors) == 1 and not main.targets:
            return self.sense.roles(main, replace(_roles_told(main), actors=self._fighters(main)), template)
        actors = main.actors or _usual(claim.actors for claim in alike)
        if main.type in _TWO_SIDED and len(actors) < 2:
            actors = tuple(dict.fromkeys((*actors, *(id for claim in alike for id in claim.actors))))[:4]
        targets = main.targets or _usual(claim.targets for claim in alike)
        places = self._place_of_deal(main) or main.places or _usual(claim.places for claim in alike)
        return self.sense.roles(main, Roles(actors, targets, main.mediators, places), template)

    def _meets(self, claim: Claim, main: Claim) -> bool:
        """True where another report's claim tells of one doer or target with the main one: then it may fill its gaps."""
        within = self.backing.within
        people = ((claim.actors, main.actors), (claim.targets, main.targets))
        return any(within(x, y) or within(y, x) for xs, ys in people for x in xs for y in ys)

    def _fighters(self, main: Claim) -> tuple[str, ...]:
        """Who fought: the one side that a word on fighting names, and the other where the same sentence tells its gain."""
        beside = [c for c in self._by_document[main.document] if c.span.overlaps(main.span)]
        told = (id for c in beside if c.type in _BATTLE and c.modality is main.modality for id in c.actors)
        state = is_official(self.contents, main.actors)
        others = (id for id in told if is_official(self.contents, (id,)) is not state)
        return tuple(
            dict.fromkeys((*main.actors, *(id for id in others if not self.sense.one_side((*main.actors, id)))))
        )

    @cached_property
    def _by_document(self) -> dict[str, list[Claim]]:
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.contents.claims.values():
            groups[claim.document].append(claim)
        return groups

    def _place_of_deal(self, main: Claim) -> tuple[str, ...]:
        """The place of the deal that a word on talks or terms belongs to, where the words tell none or the area around it."""
        deal = self.contents.deal_of.get(main.id) if main.type in _OF_DEALS else None
        if deal is None or not deal.place or set(main.actors).isdisjoint(deal.parties):
            return ()
        return (deal.place,) if all(self.backing.lies_in(deal.place, place) for place in main.places) else ()

    def backers(self, event: Event, main: Claim, template: Template) -> tuple[Claim, ...]:
        """The claims that say the event's sentence, the main one first."""
        key = event.id, main.id
        if key not in self._backers:
            self._backers[key] = self.backing.claims(event, main, self.roles(event, main, template))
        return self._backers[key]

    def counting(self, event: Event, main: Claim, template: Template) -> tuple[Claim, ...]:
        """The claims whose counts belong to the sentence: those that say it, stand in its words or are set in its place."""
        roles, backers = self.roles(event, main, template), self.backers(event, main, template)
        said = {b.speakers for b in backers}  # whoever is named as saying it did not give another's count

        def belongs(claim: Claim) -> bool:
            beside = any(claim.document == b.document and claim.span.overlaps(b.span) for b in backers)
            own = claim.speakers in said and tells("place", claim, self.contents.review)
            return beside or (own and any(self.backing.lies_in(x, p) for x in claim.places for p in roles.places))

        others = (c for c in self.contents.claims_of(event) if c.modality is not Modality.DENIED and belongs(c))
        return tuple(dict.fromkeys((*backers, *others)))

    def of_event(self, event: Event, main: Claim, template: Template) -> Known:
        """What the sentence of an event tells."""
        known = self._known(main, self.roles(event, main, template), template, self.contents.claims_of(event))
        return self._with_people(event, main, template, replace(known, dated=event.time.earliest is not None))

    def of_claim(self, claim: Claim, template: Template, asker: tuple[str, ...] = ()) -> Known:
        """What one claim tells; whoever asks others to leave (`asker`) is not the one who leaves."""
        targets = tuple(id for id in claim.targets if id not in asker or template.group == "violence")
        told = replace(_roles_told(claim), targets=targets)
        return self._known(claim, self.sense.roles(claim, told, template), template)

    def _known(self, claim: Claim, roles: Roles, template: Template, beside: Iterable[Claim] = ()) -> Known:
        slots = self._slots(claim, roles)
        if claim.type == "capture" and self.sense.in_part(claim, roles.places, beside):
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
            "both": actor if actor and actor.several and not self.sense.one_side(roles.actors) else None,
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
        told = self.backers(event, main, template)
        words = people_words(self.contents, event, template.people_role, _people_noun(slots.get(slot)), told)
        if words:
            slots[slot] = Phrase(words, not words.endswith((" person", " civilian")))
            slots.pop("both", None)
        return replace(known, slots=slots, people=words)


def _strength(claim: Claim) -> int:
    """Return how strongly a claim speaks, 0 the most; a fact told and a fact heard of are level."""
    return max(1, _STRENGTH.index(claim.modality))


def _roles_told(claim: Claim) -> Roles:
    return Roles(claim.actors, claim.targets, claim.mediators, claim.places)


def _roles_of(claim: Claim) -> tuple[tuple[str, ...], ...]:
    return claim.actors, claim.targets, claim.places, claim.mediators


def _usual(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The most frequent of these that is not empty."""
    counts = Counter(choice for choice in choices if choice)
    return counts.most_common(1)[0][0] if counts else ()


def _people_noun(phrase: Phrase | None) -> str:
    """The noun after a number: `civilians`, `members of the army`, else `people`."""
    if phrase is None or phrase.several:
        return "people"
    common = phrase.plural and not phrase.several and phrase.text == phrase.text.lower()
    if (common and not phrase.text.startswith("the ")) or phrase.text.startswith("members of "):
        return phrase.text
    return f"members of {phrase.text}"
