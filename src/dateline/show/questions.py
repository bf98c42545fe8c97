"""What is asked of a contradiction: a contradiction with its sides in, one plain question and each side's answer out."""

import re

from dateline.model import Claim, Contradiction, ControlStatement, Deal, Event, Figure, Modality, Side
from dateline.show.amounts import role_words
from dateline.show.contents import Contents
from dateline.show.days import day, when
from dateline.show.inert import one_line
from dateline.show.phrases import Naming, join_words
from dateline.show.sentences import Composer, capital
from dateline.show.templates import templates

__all__ = ["Questions"]

Source = Claim | Figure | ControlStatement
_VALUES = {
    "asserted": "yes",
    "told as fact": "yes",
    "denied": "no, or denied",
    "agreed": "yes",
    "refused or broken": "no: refused or broken",
    "planned": "planned",
    "demanded": "demanded",
    "threatened": "threatened",
    "reported": "unconfirmed reports say so",
    "partly reported": "yes, in part as unconfirmed",
}
_OF_DEALS = {"implemented": "carried out", "in-force": "in force"}


class Questions:
    """Asks what the contradictions of one record are about; each question says of whom, of what and where."""

    def __init__(self, contents: Contents, naming: Naming, composer: Composer) -> None:
        self.contents, self.naming, self.composer = contents, naming, composer
        self._events = {event.id: event for event in contents.events}

    def ask(self, found: Contradiction) -> str:
        """Return the question; empty where too little is known to ask one that a reader understands."""
        if deal := self.deal(found):
            return f"How did {self.deal_words(deal)} stand?"
        if found.about == "control":
            return self._control(found)
        event = self.event(found)
        if found.about == "figure":
            return self._how_many(found, event)
        return self._of_event(found, event) if event is not None else ""

    def value(self, found: Contradiction, side: Side) -> str:
        """Return a side's answer in words: ids become names, modes of telling become what they mean."""
        words = one_line(side.value)
        if self.deal(found):
            return join_words([_OF_DEALS.get(part, part) for part in words.split(", ")])
        if words in _VALUES:
            return _VALUES[words]
        if words in templates():
            return templates()[words].noun[-1]
        names = [self._called(part) for part in words.split(", ")]
        return join_words(names) if all(names) else words or "not told"

    def deal(self, found: Contradiction) -> Deal | None:
        """Return the deal whose course is in dispute."""
        if found.about != "status" or found.event:
            return None
        told = {id for side in found.sides for id in side.claims}
        deal = next((self.contents.deal_of[id] for id in sorted(told) if id in self.contents.deal_of), None)
        return deal if deal and told <= set(deal.claims) else None

    def deal_words(self, deal: Deal) -> str:
        """Return `the deal over Douma between A and B`, or `the ceasefire of A over Douma` where one side holds its fire."""
        place = self.naming.place_name(deal.place)
        parties = [phrase.text for id in self.parties(deal) if (phrase := self.naming.actor(id))]
        over = f" over {place}" if place else ""
        steps = {id for step in deal.history for id in step.claims} & self.contents.claims.keys()
        if len(parties) == 1 and steps and all(self.contents.claims[id].type == "ceasefire" for id in steps):
            return f"the ceasefire of {parties[0]}{over}"
        return f"the deal{over}" + (
            f" {'between' if len(parties) > 1 else 'with'} {join_words(parties)}" if parties else ""
        )

    def parties(self, deal: Deal) -> tuple[str, ...]:
        """Return a deal's parties without mediators and without an army beside its own government."""
        own = [id for id in deal.parties if id not in deal.mediators] or list(deal.parties)
        within = self.composer.knowing.backing.within
        return tuple(id for id in own if not any(o != id and within(id, o) for o in own))

    def event(self, found: Contradiction) -> Event | None:
        """Return the event that a contradiction is about."""
        claims = (id for side in found.sides for id in side.claims)
        known = (self.contents.event_of[id] for id in claims if id in self.contents.event_of)
        return self._events.get(found.event) or next(known, None)

    # --- one question a kind ----------------------------------------------------------------------------------------
    def _control(self, found: Contradiction) -> str:
        told = [s for s in self._sources(found) if isinstance(s, ControlStatement)]
        sources = self._sources(found)
        place = next((p for s in sources for p in _places(s)), "")
        name = self.naming.place_name(place)
        if not name:
            return ""
        on = next((f" on {day(s.as_of)}" for s in told if s.as_of), "")
        holder = next((phrase for s in told if (phrase := self.naming.actor(s.holder))), None)
        if all(side.value.endswith("%") for side in found.sides) and holder:
            return f"How much of {name} did {holder.text} hold{on}?"
        return f"Who held {name}{on}?"

    def _how_many(self, found: Contradiction, event: Event | None) -> str:
        figures = [source for source in self._sources(found) if isinstance(source, Figure)]
        role = next((figure.role for figure in figures if figure.role), "")
        carrying = [claim for figure in figures for claim in self.contents.carriers.get(figure.id, ())]
        places = tuple(event.places) if event else ()
        counted = [figure.places for figure in figures] + [claim.places for claim in carrying]
        places = places or tuple(dict.fromkeys(id for ids in counted for id in ids))
        where = self.naming.where(tuple(id for id in places if id not in self.contents.doubtful))
        days = when(event.time) if event else ""
        return " ".join(filter(None, ["How many people", role_words(role) or "were counted", where, days])) + "?"

    def _of_event(self, found: Contradiction, event: Event) -> str:
        noun = self.composer.noun(event)
        if found.about == "status":
            kinds = [side.value for side in found.sides if side.value in templates()]
            return self._means(event, noun) if kinds else self._did_it(found, event)
        if found.about == "actor" and all(side.value.startswith("an ") for side in found.sides):
            target = self.naming.actors(event.targets)
            where = self.naming.where(event.places)
            befell = " ".join(filter(None, [f"befell {target.text}" if target else "happened", where]))
            return f"{capital(' or '.join(side.value for side in found.sides))}: what {befell}?"
        asked = {"actor": f"Who was behind {noun}?", "place": f"Where was {noun}?", "time": f"When was {noun}?"}
        return asked.get(found.about, f"{capital(noun)}?")

    def _means(self, event: Event, noun: str) -> str:
        hit = self.naming.bare_places(event.places) or ((t := self.naming.actors(event.targets)) and t.text) or ""
        days = f" {days}" if (days := when(event.time)) else ""
        return f"By what means was {hit} hit{days}?" if hit else f"By what means: {noun}{days}?"

    def _did_it(self, found: Contradiction, event: Event) -> str:
        """Ask whether an act was done; of an act told without a doer, whether those who deny it did it."""
        question = self.composer.question(event)
        if question and not question.endswith(" happen?"):
            return question
        denied = [c for c in self._sources(found) if isinstance(c, Claim) and c.modality is Modality.DENIED]
        for claim in denied:
            template = templates().get(claim.type)
            if template and (words := self.composer.term(claim)) and claim.actors and " to " in words:
                return f"Did {words.replace(' to ', ' ', 1)}?"
        return question

    # --- look-ups ---------------------------------------------------------------------------------------------------
    def _sources(self, found: Contradiction) -> list[Source]:
        return self.contents.sources(id for side in found.sides for id in side.claims)

    def _called(self, id: str) -> str:
        if id in self.contents.places:
            return self.naming.place_name(id)
        if id in self.contents.actors:
            phrase = self.naming.actor(id)
            return phrase.text if phrase else ""
        return "" if re.fullmatch(r"[a-z0-9-]+-[a-z0-9-]+", id) else id


def _places(source: Source) -> tuple[str, ...]:
    return (source.place,) if isinstance(source, ControlStatement) else source.places
