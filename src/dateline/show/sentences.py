"""Events into sentences: takes an event with its claims, gives one neutral English sentence and what it rests on.

Where too little is known for a sentence that reads well, there is none: the event stays in the record.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model import Claim, Event, Modality
from dateline.show.amounts import people_words, role_clauses
from dateline.show.attribution import Attribution
from dateline.show.contents import Contents
from dateline.show.days import when
from dateline.show.joining import Joining
from dateline.show.phrases import Naming, Phrase, join_words
from dateline.show.templates import Template, fill, gerund, templates

__all__ = ["Composer", "Told", "capital"]

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
_TOLD = (Modality.ASSERTED, Modality.REPORTED)
_TWO_SIDED = frozenset({"negotiation", "agreement", "ceasefire", "clash", "prisoner-exchange"})
_LEAVING = frozenset({"evacuation", "displacement"})
_AREAS = frozenset({"area", "province", "district", "country", "unknown", "", "river", "road", "mountain"})
_ADVANCE = re.compile(r"advanc|gain|progress|avanc|gagn|push|наступ|продви|تقدم", re.IGNORECASE)
_FUTURE = (Modality.PLANNED, Modality.DEMANDED, Modality.THREATENED, Modality.AGREED)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words: the sentence without its full stop, a remark on how it stands, and the claims it rests on."""

    event: Event
    text: str
    remark: str
    claims: tuple[Claim, ...]
    joined: tuple[str, ...] = ()

    @property
    def to_come(self) -> bool:
        """True for what was only planned, demanded or agreed: the day of its report is no day it happened on."""
        time = self.event.time
        return self.claims[0].modality in _FUTURE and time.basis == "publication" and not time.latest

    @property
    def sentence(self) -> str:
        """The sentence with its remark."""
        return f"{self.text}{f' ({self.remark})' if self.remark else ''}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an event, as phrases in slots, and whether the doers count as officials."""

    slots: dict[str, Phrase]
    where: str
    people: str = ""
    dated: bool = False

    @property
    def facts(self) -> int:
        """How many things of note are known: a bare "civilians fled" is not worth a line."""
        named = sum(1 for slot in ("actor", "target", "mediator", "both") if slot in self.slots)
        return named + bool(self.where) + bool(self.people and self.dated)


class Composer:
    """Composes the sentences of one record."""

    def __init__(self, contents: Contents, naming: Naming) -> None:
        self.contents, self.naming = contents, naming
        self.attribution = Attribution(naming)
        self.joining = Joining(contents)

    def tell(self, event: Event, with_days: bool = False) -> Told | None:
        """Return the event as a sentence, or None where silence is better."""
        claims = self.contents.claims_of(event)
        main = self._main(event, claims)
        template = templates().get(main.type if main else "")
        if main is None or template is None or main.modality is Modality.HYPOTHETICAL:
            return None
        known = self._known(event, main, template)
        joined = self.joining.claims(main, template) if template.joined else ()
        text = self._joined(template, known, main, joined) if joined else ""
        told_within = tuple(claim.id for claim in joined) if text else ()
        if not text and known.facts >= _ENOUGH:
            text = self._clause(template, known, main)
        if not text:
            return None
        text = self._with_more(text, event, template, main, with_days)
        return Told(event, capital(text), self._remark(event), _ordered(main, claims), told_within)

    def noun(self, event: Event) -> str:
        """Return the event as a noun phrase with its place: `an attack on civilians in Northbridge`."""
        main = self._main(event, self.contents.claims_of(event))
        template = templates().get(main.type if main else "")
        if template is None or main is None:
            return event.type
        known = self._known(event, main, template)
        words, choice = fill(template.noun, known.slots)
        return _placed(words or event.type, choice, known)

    def question(self, event: Event) -> str:
        """Return `Did X attack Y in Z?`, or the noun as a question."""
        main = self._main(event, self.contents.claims_of(event))
        template = templates().get(main.type if main else "")
        if template is None or main is None:
            return f"{capital(event.type)}?"
        known = self._known(event, main, template)
        actor = known.slots.get("actor")
        words, choice = fill(template.do, known.slots, actor)
        if actor is None or not words:
            return f"Did {self.noun(event)} happen?"
        return f"Did {actor.text} {_placed(words, choice, known)}?"

    # --- what is known ----------------------------------------------------------------------------------------------
    def _main(self, event: Event, claims: tuple[Claim, ...]) -> Claim | None:
        """The claim that says most: of the event's own type, in the strongest mode, of the usual doers, the fullest."""
        doers = Counter(claim.actors for claim in claims if claim.actors and claim.type == event.type)

        def rank(claim: Claim) -> tuple[bool, int, int, int, float]:
            roles = sum(map(bool, (claim.actors, claim.targets, claim.places)))
            named = sum(1 for id in (*claim.actors, *claim.targets) if self.naming.is_named(id))
            full = roles + min(named, 2)
            return (
                claim.type == event.type,
                -_STRENGTH.index(claim.modality),
                doers[claim.actors],
                full,
                claim.confidence,
            )

        return max(claims, key=rank, default=None)

    def _known(self, event: Event, main: Claim, template: Template) -> _Known:
        """What the main claim tells, and what others of its type add where it is silent."""
        alike = [claim for claim in self.contents.claims_of(event) if claim.type == main.type]
        actors = main.actors or _usual(claim.actors for claim in alike)
        targets = main.targets or _usual(claim.targets for claim in alike)
        if main.type in _TWO_SIDED and len(actors) < 2:
            actors = tuple(dict.fromkeys((*actors, *(id for claim in alike for id in claim.actors))))[:4]
        targets = tuple(id for id in targets if id not in actors)
        places = self._places(main.places or _usual(claim.places for claim in alike), actors, template)
        slots = self._slots(actors, self._sensible(main.type, actors, targets), main.mediators, places)
        if main.type == "capture" and self._in_part(main, places):
            slots.pop("place", None)
        known = _Known(slots, self._where(template, places), dated=event.time.earliest is not None)
        return self._with_people(event, template, known)

    def _places(self, ids: tuple[str, ...], actors: tuple[str, ...], template: Template) -> tuple[str, ...]:
        """Leave out the country that all is about, unless a foreign actor is named: it tells a reader nothing."""
        if template.group == "statement":
            return ()
        foreign = {actor.country for id in actors if (actor := self.contents.actors.get(id)) and actor.country}
        home = self.contents.home
        kept = tuple(id for id in ids if id not in self.contents.doubtful and (id != home[0] or foreign - {home[1]}))
        return tuple(id for id in kept if self.contents.places[id].kind != "country") if template.over else kept

    def _in_part(self, main: Claim, places: tuple[str, ...]) -> bool:
        """True where ground was gained within a place, not the whole of it: too little is better than too much."""
        kinds = {self.contents.places[id].kind for id in places if id in self.contents.places}
        words = self.contents.text(main.document, main.trigger)
        return bool(kinds & _AREAS) or _ADVANCE.search(words) is not None

    def _sensible(self, type: str, actors: tuple[str, ...], targets: tuple[str, ...]) -> tuple[str, ...]:
        """Civilians evacuate no army: such a target is a misreading, and is not told."""
        if type in _LEAVING and actors and not self.naming.official(actors):
            return tuple(id for id in targets if not self.naming.official((id,)))
        return targets

    def _where(self, template: Template, places: tuple[str, ...]) -> str:
        bare = self.naming.bare_places(places)
        return f"over {bare}" if template.over and bare else self.naming.where(places)

    def _slots(
        self, actors: tuple[str, ...], targets: tuple[str, ...], mediators: tuple[str, ...], places: tuple[str, ...]
    ) -> dict[str, Phrase]:
        actor, target = self.naming.actors(actors), self.naming.actors(targets)
        if actor and target and target.text == actor.text:
            target = None
        place = self.naming.bare_places(places)
        found = {
            "actor": actor,
            "target": target,
            "both": actor if actor and actor.several else None,
            "official": actor if self.naming.official(actors) else None,
            "place": Phrase(place) if place else None,
            "mediator": self.naming.actors(tuple(id for id in mediators if id not in (*actors, *targets))),
        }
        return {slot: phrase for slot, phrase in found.items() if phrase}

    def _with_people(self, event: Event, template: Template, known: _Known) -> _Known:
        """Put the count of people into the slot of those it counts: `at least 43 civilians were killed`."""
        slot, slots = template.people_slot, dict(known.slots)
        if not slot:
            return known
        if event.type in _LEAVING and "target" not in slots and "actor" in slots and "official" not in slots:
            slot = "actor"
        phrase = slots.get(slot)
        words = people_words(self.contents, event, template.people_role, _people_noun(phrase))
        if words:
            slots[slot] = Phrase(words, not words.endswith((" person", " civilian")))
            slots.pop("both", None)
        return replace(known, slots=slots, people=words)

    # --- clauses ----------------------------------------------------------------------------------------------------
    def _clause(self, template: Template, known: _Known, main: Claim) -> str:
        told = main.modality in _TOLD or (template.group == "demand" and main.modality is Modality.DEMANDED)
        if told:
            words, choice = fill(template.asserted, known.slots)
            return _placed(words, choice, known)
        actor = known.slots.get("actor")
        if actor is not None and main.modality is Modality.DEMANDED and set(main.actors) <= set(main.speakers):
            words, choice = fill(template.noun, known.slots)
            return f"{actor.text} called for {_placed(words, choice, known)}" if words else ""
        words, choice = fill(template.do, known.slots, actor)
        if actor is not None and words:
            return f"{self._opening(main, actor, known)} {_placed(words, choice, known)}"
        words, choice = fill(template.noun, known.slots)
        return self._of_nobody(main, _placed(words, choice, known)) if words and actor is None else ""

    def _opening(self, main: Claim, actor: Phrase, known: _Known) -> str:
        """Return the doer with the verb of the mode, ready for an infinitive."""
        was = "were" if actor.plural else "was"
        if main.modality is Modality.PLANNED:
            expected = main.type in ("evacuation", "displacement", "return", "split") and "official" not in known.slots
            return f"{actor.text} {was} expected to" if expected else f"{actor.text} planned to"
        if main.modality is Modality.AGREED:
            return f"under a deal, {actor.text} {was} to"
        verbs = {
            Modality.THREATENED: "threatened to",
            Modality.DEMANDED: f"{was} called on to",
            Modality.DENIED: "did not",
        }
        return f"{actor.text} {verbs[main.modality]}"

    def _of_nobody(self, main: Claim, noun: str) -> str:
        was = "were" if noun.split()[0].endswith("s") or noun.startswith("air strikes") else "was"
        if main.modality is Modality.PLANNED:
            return f"{noun} {was} expected"
        if main.modality is Modality.AGREED:
            return f"a deal provided for {noun}"
        if main.modality is Modality.DEMANDED:
            return f"there were calls for {noun}"
        return f"there was a threat of {noun}" if main.modality is Modality.THREATENED else f"{noun} {was} denied"

    def _joined(self, template: Template, known: _Known, main: Claim, joined: tuple[Claim, ...]) -> str:
        """Return a demand, refusal or accusation together with what is demanded, refused or blamed."""
        slots = dict(known.slots)
        if template.joined_subject == "target" and "target" not in slots:
            subject = self.naming.actors(joined[0].actors)
            slots |= {"target": subject} if subject else {}
        subject = slots.get(template.joined_subject)
        asker = main.actors if template.joined_subject == "target" else ()
        deeds = [words for claim in joined if (words := self._deed(claim, subject, asker))]
        if not deeds:
            return ""
        slots["do"] = Phrase(join_words(deeds))
        slots["doing"] = Phrase(join_words([gerund(words) for words in deeds]))
        slots["what"] = Phrase(self._what(joined[0]))
        return fill((template.joined,), slots)[0]

    def _deed(self, claim: Claim, subject: Phrase | None, asker: tuple[str, ...] = ()) -> str:
        """Return what a claim's doer does, as an infinitive; who asks others to leave is not the one who leaves."""
        template = templates().get(claim.type)
        if template is None or not template.do:
            return ""
        known = self._deed_known(claim, template, asker)
        words, choice = fill(template.do, known.slots, subject)
        return _placed(words, choice, known)

    def _deed_known(self, claim: Claim, template: Template, asker: tuple[str, ...]) -> _Known:
        targets = tuple(id for id in claim.targets if id not in asker or template.group == "violence")
        places = self._places(claim.places, claim.actors, template)
        targets = self._sensible(claim.type, claim.actors, targets)
        slots = self._slots(claim.actors, targets, claim.mediators, places)
        return _Known(slots, self._where(template, places))

    def term(self, claim: Claim) -> str:
        """Return what a deal or an ultimatum asks: `the group to leave Northbridge`; empty where it cannot be told."""
        subject = self.naming.actors(claim.actors)
        deed = self._deed(claim, subject)
        return (
            f"{subject.text} to {deed}" if subject and deed else self._what(claim) if claim.type in templates() else ""
        )

    def _what(self, claim: Claim) -> str:
        template = templates()[claim.type]
        known = self._deed_known(claim, template, ())
        words, choice = fill(template.noun, known.slots)
        return _placed(words, choice, known)

    # --- the rest of the sentence -----------------------------------------------------------------------------------
    def _with_more(self, text: str, event: Event, template: Template, main: Claim, with_days: bool) -> str:
        mediators = tuple(id for id in main.mediators if id not in (*main.actors, *main.targets))
        if (through := self.naming.actors(mediators)) and "{mediator}" not in template.asserted:
            text += f", with {through.text} as {'mediators' if through.several else 'mediator'}"
        if with_days and (days := when(event.time)):
            text += f" {days}"
        more = role_clauses(self.contents, event, template.people_role)
        if more and main.modality in _TOLD:
            text += f"; {join_words(more)}"
        return self.attribution.attributed(text, template.group, main, self.contents.claims_of(event))

    def _remark(self, event: Event) -> str:
        """Return how the event stands: independent sources, sides that agree, whether it is contested."""
        parts = []
        if event.independent_sources > 1:
            parts.append(f"{event.independent_sources} independent sources")
        if len(camps := [camp for camp in event.camps if camp and camp != "none"]) > 1:
            parts.append(f"told by {join_words(sorted(camps))} sources")
        if event.contested:
            parts.append("contested")
        return "; ".join(parts)


def _placed(words: str, choice: str, known: _Known) -> str:
    """Add where it happened, unless the template has told the place."""
    if not words or not known.where or "{place}" in choice or "{where}" in choice:
        return words
    return f"{words} {known.where}"


def _usual(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The most frequent of these that is not empty."""
    counts = Counter(choice for choice in choices if choice)
    return counts.most_common(1)[0][0] if counts else ()


def _people_noun(phrase: Phrase | None) -> str:
    if phrase is None:
        return "people"
    if (
        phrase.plural
        and not phrase.several
        and phrase.text == phrase.text.lower()
        and not phrase.text.startswith("the ")
    ):
        return phrase.text
    return f"members of {phrase.text}"


def _ordered(main: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The main claim first, then those of reports not yet named, then the rest."""
    rest = [claim for claim in claims if claim.id != main.id]
    seen = Counter({main.document: 1})
    ranks = {}
    for claim in rest:
        ranks[claim.id] = seen[claim.document]
        seen[claim.document] += 1
    return (main, *sorted(rest, key=lambda claim: ranks[claim.id]))


def capital(text: str) -> str:
    """Return `text` with its first letter as a capital one."""
    return text[:1].upper() + text[1:]
