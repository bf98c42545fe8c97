"""Events into sentences: takes an event with its claims, gives one neutral English sentence and what it rests on.

Where too little is known for a sentence that reads well, there is none: the event stays in the record.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.model import Claim, Event, Modality
from dateline.show.amounts import role_clauses
from dateline.show.attribution import Attribution
from dateline.show.contents import Contents
from dateline.show.days import days_told, when
from dateline.show.doubting import Doubting
from dateline.show.joining import Joining
from dateline.show.knowing import Knowing, Known
from dateline.show.own_words import UNSURE
from dateline.show.phrases import Naming, Phrase, join_words
from dateline.show.templates import Template, fill, gerund, templates

__all__ = ["Composer", "Told", "capital"]

_TOLD = (Modality.ASSERTED, Modality.REPORTED)
_FUTURE = (Modality.PLANNED, Modality.DEMANDED, Modality.THREATENED, Modality.AGREED)
# What others plan for people as often as they do themselves.
_EXPECTED_OF = frozenset(
    {"evacuation", "displacement", "return", "split", "withdrawal", "surrender", "disarmament", "handover"}
)
_OF_GROUND = frozenset({"capture", "loss", "offensive", "siege"})
_ENOUGH = 2
_NEEDS_CONTENT = frozenset({"accusation", "denial", "demand"})  # "made accusations" tells nobody what of


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words: the sentence without its full stop, a remark on how it stands, and the claims it rests on."""

    event: Event
    text: str
    remark: str
    claims: tuple[Claim, ...]
    joined: tuple[str, ...] = ()
    core: str = ""  # the clause alone, whoever says it
    sources: int = 1  # witnesses who each say the sentence

    @property
    def to_come(self) -> bool:
        """True for what was only planned, demanded or agreed: the day of its report is no day it happened on."""
        time = self.event.time
        return self.claims[0].modality in _FUTURE and time.basis == "publication" and not time.latest

    @property
    def sentence(self) -> str:
        """The sentence with its remark."""
        return f"{self.text}{f' ({self.remark})' if self.remark else ''}"


class Composer:
    """Composes the sentences of one record."""

    def __init__(self, contents: Contents, naming: Naming) -> None:
        self.contents, self.naming = contents, naming
        self.attribution = Attribution(naming)
        self.joining = Joining(contents)
        self.knowing = Knowing(contents, naming)
        self.doubts = Doubting(contents, naming)

    def tell(self, event: Event, with_days: bool = False) -> Told | None:
        """Return the event as a sentence, or None where silence is better."""
        main = self.knowing.main(event)
        template = templates().get(main.type if main else "")
        if main is None or template is None or self.knowing.sense.silent(main, template):
            return None
        backers = self.knowing.backers(event, main, template)
        if main.confidence < UNSURE and len(backers) < _ENOUGH:
            return None
        event = replace(event, time=days_told(backers))
        known = self.knowing.of_event(event, main, template)
        joined = self.joining.claims(main, template)
        text = self._joined(template, known, main, joined) if joined and template.joined else ""
        told_within = tuple(claim.id for claim in joined) if text or not template.joined else ()
        if not text and known.facts >= _ENOUGH and main.type not in _NEEDS_CONTENT:
            text = self._clause(template, known, main)
            text += self._under(main, joined) if text and not template.joined else ""
        if not text:
            return None
        core, text = text, self._with_more(text, event, template, backers)
        if with_days and (days := when(event.time)):
            text = f"{days}, {text}"
        sources = len(self.knowing.backing.witnesses(backers))
        remark = self._remark(event, backers, sources, known)
        return Told(event, capital(text), remark, _ordered(main, backers), told_within, core, sources)

    def noun(self, event: Event) -> str:
        """Return the event as a noun phrase with its place: `an attack on civilians in Northbridge`."""
        main = self.knowing.main(event)
        template = templates().get(main.type if main else "")
        if template is None or main is None:
            return event.type
        known = self.knowing.of_event(event, main, template)
        words, choice = fill(template.noun, known.slots)
        return known.placed(words or event.type, choice)

    def question(self, event: Event) -> str:
        """Return `Did X attack Y in Z?`, or the noun as a question; of an accusation or denial, the act itself."""
        main = self.knowing.main(event)
        template = templates().get(main.type if main else "")
        if template is None or main is None:
            return f"{capital(event.type)}?"
        if template.group == "statement":
            about = self.joining.claims(main, template)
            return f"Did {words}?" if about and (words := self.term(about[0]).replace(" to ", " ", 1)) else ""
        known = self.knowing.of_event(event, main, template)
        actor = known.slots.get("actor")
        words, choice = fill(template.do, known.slots, actor)
        if actor is None or not words:
            return f"Did {self.noun(event)} happen?"
        return f"Did {actor.text} {known.placed(words, choice)}?"

    def term(self, claim: Claim) -> str:
        """Return what a deal or an ultimatum asks: `the group to leave Northbridge`; empty where it cannot be told."""
        subject = self.naming.actors(claim.actors)
        deed = self._deed(claim, subject)
        return f"{subject.text} to {deed}" if subject and deed else self._what(claim)

    # --- clauses ----------------------------------------------------------------------------------------------------
    def _clause(self, template: Template, known: Known, main: Claim) -> str:
        told = main.modality in _TOLD or (template.group == "demand" and main.modality is Modality.DEMANDED)
        if told:
            words, choice = fill(template.asserted, known.slots)
            return known.placed(words, choice)
        if main.modality is Modality.DENIED and (denier := self.naming.actors(main.speakers[-1:])):
            words, choice = fill(template.asserted, known.slots)
            return f"{denier.text} denied that {known.placed(words, choice)}" if words else ""
        actor = known.slots.get("actor")
        if actor is not None and main.modality is Modality.DEMANDED and set(main.actors) <= set(main.speakers):
            words, choice = fill(template.noun, known.slots)
            return f"{actor.text} called for {known.placed(words, choice)}" if words else ""
        words, choice = self._to_do(main, template, known, actor)
        if actor is not None and words:
            return f"{self._opening(main, actor, known)} {known.placed(words, choice)}"
        words, choice = fill(template.noun, known.slots)
        return self._of_nobody(main, known.placed(words, choice)) if words and actor is None else ""

    def _opening(self, main: Claim, actor: Phrase, known: Known) -> str:
        """Return the doer with the verb of the mode, ready for an infinitive."""
        was = "were" if actor.plural else "was"
        if main.modality is Modality.PLANNED:
            expected = main.type in _EXPECTED_OF and "official" not in known.slots and main.speakers[-1:] != main.actors
            return f"{actor.text} {was} ready or expected to" if expected else f"{actor.text} planned to"
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

    def _joined(self, template: Template, known: Known, main: Claim, joined: tuple[Claim, ...]) -> str:
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
        """Return what a claim's doer does, as an infinitive."""
        template = templates().get(claim.type)
        if template is None or not template.do:
            return ""
        known = self.knowing.of_claim(claim, template, asker)
        return known.placed(*self._to_do(claim, template, known, subject))

    def _to_do(self, claim: Claim, template: Template, known: Known, subject: Phrase | None) -> tuple[str, str]:
        """Return what a doer does, as an infinitive; a state that has no one to evacuate does not leave itself."""
        if claim.type == "evacuation" and "official" in known.slots and "target" not in known.slots:
            return f"carry out {template.noun[-1]}", template.noun[-1]
        return fill(template.do, known.slots, subject)

    def _what(self, claim: Claim) -> str:
        template = templates().get(claim.type)
        if template is None:
            return ""
        known = self.knowing.of_claim(claim, template)
        return known.placed(*fill(template.noun, known.slots))

    def _under(self, main: Claim, joined: tuple[Claim, ...]) -> str:
        """Return the terms of a deal: `, under which the group was to leave Northbridge`; a lone doer is "it" or "they"."""
        terms = []
        for claim in joined:
            subject = self.naming.actors(claim.actors)
            if subject and (deed := self._deed(claim, subject)):
                own = claim.actors == main.actors
                name = ("they" if subject.plural else "it") if own else subject.text
                terms.append(f"{name} {'were' if subject.plural else 'was'} to {deed}")
        return f", under which {join_words(terms)}" if terms else ""

    # --- the rest of the sentence -----------------------------------------------------------------------------------
    def _with_more(self, text: str, event: Event, template: Template, backers: tuple[Claim, ...]) -> str:
        main = backers[0]
        mediators = tuple(id for id in main.mediators if id not in (*main.actors, *main.targets))
        if (through := self.naming.actors(mediators)) and "{mediator}" not in template.asserted:
            text += f", with {through.text} as {'mediators' if through.several else 'mediator'}"
        counting = self.knowing.counting(event, main, template)
        more = role_clauses(self.contents, event, counting, template.people_role, main.type in _OF_GROUND)
        if more and main.modality in _TOLD:
            text += f"; {join_words(more)}"
        doubts = self.doubts.of(event, main)
        outlets = self._own_words(backers, bool(doubts.denied))
        text = self.attribution.attributed(text, template.group, backers, outlets)
        return f"{text}; {doubts.denied}" if doubts.denied else text

    def _own_words(self, backers: tuple[Claim, ...], denied: bool) -> list[str]:
        """The outlets to name: those of one side where only they tell it, and all of them where others deny it."""
        if denied:
            cited = {c.document for c in backers if c.speakers}
            return list(dict.fromkeys(self.contents.publisher(c.document) for c in backers if c.document not in cited))
        return self.knowing.backing.one_sided(backers)

    def _remark(self, event: Event, backers: tuple[Claim, ...], sources: int, known: Known) -> str:
        """Return how the sentence stands: independent sources that say it, sides that agree, what is contested."""
        parts = []
        if sources > 1:
            parts.append(f"{sources} independent sources")
        if sources > 1 and len(camps := self.knowing.backing.camps(backers)) > 1:
            parts.append(f"told by {join_words(camps)} sources")
        lone = backers[0].type == "clash" and not {"target", "both"} & set(known.slots) and "actor" in known.slots
        parts += ["against whom is not told"] if lone and backers[0].modality in _TOLD else []
        doubts = self.doubts.of(event, backers[0])
        return "; ".join([*parts, *doubts.remarks])


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
