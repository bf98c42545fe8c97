"""All views of a record in; for each claim how doubtful it is, how much rests on it, and one question to a reviewer, out.

Doubts of different kinds add up as chances do: two halves make three quarters. What is asked is the greatest of them.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from dateline.model import Claim, Doubt, Event, Review
from dateline.model.packed import Packed
from dateline.model.views import Views

__all__ = ["find_doubts"]

_DIFFER, _UNSURE, _FLAGGED, _CONTRADICTED = 0.95, 0.8, 0.8, 0.6
_UNPLACED, _UNKNOWN, _CARRIED, _UNDATED, _NO_ONE = 0.5, 0.4, 0.35, 0.2, 0.15
_BASE, _LEAD, _DISPUTED, _STANDS_ON, _OLD = 0.25, 0.15, 0.15, 0.15, 0.5
_QUESTIONS = {
    "figure": ("figures", "Is the count read rightly, and of whom?"),
    "actor": ("actors", "Who does the report say did it?"),
    "place": ("places", "Where does the report say it happened?"),
    "time": ("time", "When does the report say it happened?"),
    "status": ("modality", "Does the report say that it was done, or only agreed, demanded or refused?"),
    "control": ("places", "Does the report say who holds the place, and all of it?"),
}


@dataclass(frozen=True, slots=True)
class _Reason:
    """One thing that is doubtful of a claim, 0-1."""

    doubt: float
    field: str
    reason: str
    question: str


def find_doubts(views: Views) -> Sequence[Doubt]:
    """Return the doubt of every claim, in the order of the claims."""
    finder = _Doubts(views)
    return Packed(finder.of(claim) for claim in views.claims)


class _Doubts:
    """Looks up what the doubts of claims follow from."""

    def __init__(self, views: Views) -> None:
        self.actors = {actor.id: actor for actor in views.actors}
        self.places = {place.id: place for place in views.places}
        self.reviews: Mapping[str, Review] = {review.id: review for review in views.reviews}
        self.event_of: Mapping[str, Event] = {id: event for event in views.events for id in event.claims}
        self.copies = {copy.document for copy in views.copies if copy.original}
        self.against = {id: one.about for one in views.contradictions for side in one.sides for id in side.claims}
        self.stands_on = {id for entry in views.ledger for id in entry.claims}
        self.stands_on |= {id for deal in views.deals for id in deal.claims}

    def of(self, claim: Claim) -> Doubt:
        """Return the doubt of one claim."""
        reasons = sorted(self._reasons(claim), key=lambda one: -one.doubt)
        sure = reduce(lambda left, one: left * (1 - one.doubt), reasons, 1.0)
        doubt, importance, most = 1 - sure, self._importance(claim), reasons[0]
        return Doubt(
            id=claim.id,
            priority=round(doubt * importance, 4),
            doubt=round(doubt, 4),
            importance=round(importance, 4),
            field=most.field,
            reason=most.reason,
            question=most.question,
        )

    def _reasons(self, claim: Claim) -> Iterator[_Reason]:
        yield from self._said(claim)
        sure = f"the program is sure only to {claim.confidence:.0%} that the words say this"
        yield _Reason(1 - claim.confidence, "type", sure, f"Do these words tell of this: {claim.type}?")
        about = next((self.against[id] for id in (claim.id, *claim.figures) if id in self.against), "")
        if about:
            field, question = _QUESTIONS[about]
            yield _Reason(_CONTRADICTED, field, f"reports contradict each other on the {about}", question)
        yield from self._who(claim)
        yield from self._where(claim)
        if claim.time.basis not in ("text", "context"):
            yield _Reason(_UNDATED, "time", "no word beside it tells the day", _QUESTIONS["time"][1])

    def _said(self, claim: Claim) -> Iterator[_Reason]:
        review = self.reviews.get(claim.id)
        if review is None:
            return
        if review.disputed:
            yield _Reason(_DIFFER, "verdict", "reviewers differ on it", "Which of them is right?")
        if review.judgement == "unsure":
            yield _Reason(_UNSURE, "verdict", "a reviewer was not sure of it", "Do the words say this?")
        if review.flagged:
            yield _Reason(_FLAGGED, "verdict", "a reviewer asks others to look at it", "Do the words say this?")

    def _who(self, claim: Claim) -> Iterator[_Reason]:
        question = _QUESTIONS["actor"][1]
        new = next((self.actors[id] for id in claim.actors if id in self.actors and not self.actors[id].known), None)
        if new:
            yield _Reason(_UNKNOWN, "actors", f"no list knows “{new.name}”", "Who or what is this?")
        if claim.actors and not _told("actor", claim):
            yield _Reason(_CARRIED, "actors", "who did it is taken from another sentence", question)
        if not claim.actors:
            yield _Reason(_NO_ONE, "actors", "nobody is told to have done it", question)

    def _where(self, claim: Claim) -> Iterator[_Reason]:
        question = _QUESTIONS["place"][1]
        lost = next((self.places[id] for id in claim.places if id in self.places and self.places[id].lat is None), None)
        if lost and lost.kind != "country":
            yield _Reason(_UNPLACED, "places", f"no list has a place “{lost.name}”", "Where is this?")
        if claim.places and not _told("place", claim):
            yield _Reason(_CARRIED, "places", "where it happened is taken from another sentence", question)
        if not claim.places:
            yield _Reason(_NO_ONE, "places", "no place is told", question)

    def _importance(self, claim: Claim) -> float:
        """More for what others rest on: a lead, many witnesses, many dead, the ledger, a deal; less for history and copies."""
        event = self.event_of.get(claim.id)
        sources = event.independent_sources if event else 0
        dead = max((count.best or 0.0 for count in event.counts), default=0.0) if event else 0.0
        weight = _BASE + _LEAD * claim.lead + _STANDS_ON * (claim.id in self.stands_on)
        weight += _DISPUTED * bool(event and event.contested)
        weight += min(0.2, 0.1 * max(0, sources - 1)) + min(0.2, 0.1 * math.log10(1 + dead))
        less = _OLD if claim.background or claim.document in self.copies else 1.0
        return min(1.0, weight) * less


def _told(field: str, claim: Claim) -> bool:
    return any(one.field == field for one in claim.evidence)
