"""Which things a filter keeps: a record and a Filter in, the ids of each kind that are kept out.

What is kept is whole and consistent: an event comes with its claims, a claim with its figures, its report, and everybody
and every place it names; nothing kept points at what is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dateline.errors import DatelineError
from dateline.model import (
    Actor,
    Claim,
    Contradiction,
    ControlStatement,
    Deal,
    Event,
    Figure,
    Judgement,
    LedgerEntry,
    Place,
)
from dateline.record import Record, Wanted, around_told, told_ids
from dateline.show.selection.filter import Filter

__all__ = ["Kept", "find_kept", "reviews"]

Ids = frozenset[str]
_Told = Claim | Event | Figure | ControlStatement | LedgerEntry | Deal
_CONFIRMED = frozenset({Judgement.ACCEPTED, Judgement.CHANGED})


@dataclass(frozen=True, slots=True)
class Kept:
    """The ids that are kept, by kind."""

    claims: Ids
    figures: Ids
    control: Ids
    events: Ids
    ledger: Ids
    deals: Ids
    contradictions: Ids
    documents: Ids
    actors: Ids
    places: Ids

    def by_table(self) -> dict[str, Ids]:
        """The ids by the record's tables."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def reviews(record: Record) -> dict[str, Judgement]:
    """Return what people's words on each thing come to; somebody unsure has not decided."""
    judged = ((review.id, review.judgement) for review in record.reviews())
    return {id: said for id, said in judged if said is not None and said is not Judgement.UNSURE}


def find_kept(record: Record, wanted: Filter) -> Kept:
    """Return what `wanted` keeps. Raises DatelineError where it names an actor or a place that the record has not."""
    return _Keeping(record, wanted).find()


class _Keeping:
    """Finds what one filter keeps of one record; of one that asks for days, the part of the record around these is read."""

    def __init__(self, record: Record, wanted: Filter) -> None:
        self.wanted, self.review = wanted, reviews(record)
        self.places = {place.id: place for place in record.places()}
        self.actors = {actor.id: actor for actor in record.actors()}
        self.path = record.path
        self.wanted_places = self._meant("place", wanted.place, self.places)
        self.wanted_actors = self._meant("actor", wanted.actor, self.actors)
        asks_days = wanted.since or wanted.until
        self.told = told_ids(record, Wanted(since=wanted.since, until=wanted.until)) if asks_days else None
        self.record = around_told(record, self.told) if self.told else record
        self.claims = {claim.id: claim for claim in self.record.claims()}
        self.figures = {figure.id: figure for figure in self.record.figures()}

    def find(self) -> Kept:
        events = [event for event in self.record.events() if self._keeps_event(event)]
        claims = self._claims(events)
        figures = {id for claim in claims.values() for id in claim.figures if self._stands(id, confirmed=True)}
        figures |= {figure.id for figure in self.figures.values() if self._keeps_figure(figure)}
        control = {one.id: one for one in self.record.control() if self._keeps_control(one, claims)}
        sources = claims.keys() | control.keys() | figures
        ledger = [one for one in self.record.ledger() if self._keeps_entry(one, sources)]
        deals = [one for one in self.record.deals() if self._keeps_deal(one, sources)]
        contradictions = [one for one in self.record.contradictions() if _keeps_sides(one, sources)]
        kept_figures = [self.figures[id] for id in figures if id in self.figures]
        said: list[Claim | Figure | ControlStatement] = [*claims.values(), *kept_figures, *control.values()]
        documents = self._with_originals({one.document for one in said})
        return Kept(
            claims=frozenset(claims),
            figures=frozenset(figure.id for figure in kept_figures),
            control=frozenset(control),
            events=frozenset(event.id for event in events if any(id in claims for id in event.claims)),
            ledger=frozenset(one.id for one in ledger),
            deals=frozenset(one.id for one in deals),
            contradictions=frozenset(one.id for one in contradictions),
            documents=documents,
            actors=self._named_actors(claims.values(), kept_figures, control.values(), ledger, deals),
            places=self._named_places(claims.values(), kept_figures, control.values(), ledger, deals),
        )

    # --- what is kept -----------------------------------------------------------------------------------------------
    def _claims(self, events: Iterable[Event]) -> dict[str, Claim]:
        """The claims of kept events, and those of none that the filter matches; each by itself where status is asked."""
        all_events = list(self.record.events())
        in_events = {id for event in all_events for id in event.claims}
        confirmed = {id for event in all_events if self._confirmed(event.id) for id in event.claims}
        ids = dict.fromkeys(id for event in events for id in event.claims)
        ids |= dict.fromkeys(id for id, claim in self.claims.items() if id not in in_events and self._matches(claim))
        found = (self.claims[id] for id in ids if id in self.claims)
        return {claim.id: claim for claim in found if self._stands(claim.id, claim.id in confirmed)}

    def _keeps_event(self, event: Event) -> bool:
        return self._stands(event.id, confirmed=True) and self._matches(event)

    def _stands(self, id: str, confirmed: bool = False) -> bool:
        """True where the status asked for lets it through; `confirmed` for what is confirmed through something else."""
        if self.wanted.status == "all":
            return True
        if self.review.get(id) is Judgement.REJECTED:
            return False
        return self.wanted.status == "standing" or confirmed or self._confirmed(id)

    def _confirmed(self, id: str) -> bool:
        return self.review.get(id) in _CONFIRMED

    def _keeps_figure(self, figure: Figure) -> bool:
        if self.wanted.status == "accepted" and not self._confirmed(figure.id):
            return False
        return self._stands(figure.id) and self._fits(figure, figure.speakers, figure.places)

    def _keeps_control(self, one: ControlStatement, claims: dict[str, Claim]) -> bool:
        fits = self._fits(one, (one.holder, *one.speakers), (one.place,))
        return fits and self._stands(one.id, confirmed=one.claim in claims)

    def _keeps_entry(self, one: LedgerEntry, sources: set[str]) -> bool:
        return self._fits(one, (one.holder,), (one.place,)) and any(id in sources for id in one.claims)

    def _keeps_deal(self, one: Deal, sources: set[str]) -> bool:
        fits = self._fits(one, (*one.parties, *one.mediators), (one.place,))
        return fits and any(id in sources for id in one.claims)

    # --- what the filter asks ---------------------------------------------------------------------------------------
    def _matches(self, one: Claim | Event) -> bool:
        speakers = one.speakers if isinstance(one, Claim) else self._speakers(one)
        return self._fits(one, (*one.actors, *one.targets, *speakers), one.places)

    def _speakers(self, event: Event) -> tuple[str, ...]:
        return tuple(who for id in event.claims if id in self.claims for who in self.claims[id].speakers)

    def _fits(self, one: _Told, who: Iterable[str], where: Iterable[str]) -> bool:
        within = {place for id in where for place in (id, *self._around(id))}
        return (
            (self.told is None or one.id in self.told[type(one)])
            and (self.wanted_actors is None or not self.wanted_actors.isdisjoint(who))
            and (self.wanted_places is None or not self.wanted_places.isdisjoint(within))
        )

    def _meant(self, kind: str, words: str, things: dict[str, Actor] | dict[str, Place]) -> Ids | None:
        if not words:
            return None
        low = words.casefold()
        found = [id for id, one in things.items() if any(low in name.casefold() for name in (one.name, *one.aliases))]
        if words in things or found:
            return frozenset({words} if words in things else found)
        raise DatelineError(
            f"{self.path}: no {kind} with the id or name {words!r}; `dateline list RECORD {kind}s` shows those it has"
        )

    # --- what comes along -------------------------------------------------------------------------------------------
    def _around(self, place: str) -> list[str]:
        found: list[str] = []
        while place in self.places and (parent := self.places[place].parent) and parent not in found:
            found.append(parent)
            place = parent
        return found

    def _with_originals(self, documents: set[str]) -> Ids:
        originals = {copy.original for copy in self.record.copies() if copy.document in documents and copy.original}
        return frozenset(documents | originals)

    def _named_actors(
        self,
        claims: Iterable[Claim],
        figures: Iterable[Figure],
        control: Iterable[ControlStatement],
        ledger: Iterable[LedgerEntry],
        deals: Iterable[Deal],
    ) -> Ids:
        named = {id for c in claims for id in (*c.actors, *c.targets, *c.mediators, *c.speakers)}
        named |= {id for figure in figures for id in figure.speakers}
        named |= {id for one in control for id in (one.holder, *one.speakers)} | {one.holder for one in ledger}
        named |= {id for deal in deals for id in (*deal.parties, *deal.mediators)}
        waiting = list(named)
        while waiting:  # a body that somebody is part of comes with him
            actor = self.actors.get(waiting.pop())
            parents = {member.parent for member in actor.part_of} - named if actor else set()
            named |= parents
            waiting += parents
        return frozenset(named & self.actors.keys())

    def _named_places(
        self,
        claims: Iterable[Claim],
        figures: Iterable[Figure],
        control: Iterable[ControlStatement],
        ledger: Iterable[LedgerEntry],
        deals: Iterable[Deal],
    ) -> Ids:
        named = {id for claim in claims for id in claim.places} | {id for figure in figures for id in figure.places}
        named |= {one.place for one in control} | {one.place for one in ledger} | {one.place for one in deals}
        return frozenset({id for place in named for id in (place, *self._around(place))} & self.places.keys())


def _keeps_sides(one: Contradiction, sources: set[str]) -> bool:
    """True where at least two sides still have somebody who says so: else nothing contradicts."""
    return sum(any(id in sources for id in side.claims) for side in one.sides) >= 2
