"""Which things a filter keeps: a record and a Filter in, the ids of each kind that are kept out.

What is kept is whole and consistent: an event comes with its claims, a claim with its figures, its report, and everybody
and every place it names; nothing kept points at what is left out. Ids alone are followed: no object is made to be left out.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from dateline.model import (
    Actor,
    Claim,
    ControlStatement,
    Copy,
    Deal,
    Event,
    Figure,
    Judgement,
    LedgerEntry,
    Place,
)
from dateline.record import Following, Record, Wanted, following
from dateline.show.selection.filter import Filter, Status
from dateline.show.selection.meaning import meant

__all__ = ["ACTING", "Kept", "find_kept", "reviews"]

Ids = frozenset[str]
_CONFIRMED = frozenset({Judgement.ACCEPTED, Judgement.CHANGED})
ACTING = ("actor", "target", "speaker")  # in a claim; who mediates does not act


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
    place, actor = meant(record, "place", wanted.place), meant(record, "actor", wanted.actor)
    asked = Wanted(actor=actor, place=place, since=wanted.since, until=wanted.until, roles=ACTING)
    judged = reviews(record)
    with following(record) as go:
        return _Keeping(go, asked if wanted.matches else None, wanted.status, judged).find()


class _Keeping:
    """Finds what one filter keeps of one record; `asked` is None where only a status is asked for."""

    def __init__(self, go: Following, asked: Wanted | None, status: Status, judged: Mapping[str, Judgement]) -> None:
        self.go, self.asked, self.status = go, asked, status
        self.rejected = {id for id, said in judged.items() if said is Judgement.REJECTED and status != "all"}
        self.confirmed = {id for id, said in judged.items() if said in _CONFIRMED}

    def find(self) -> Kept:
        matched = self._events()
        claims = self._claims(matched)
        events = self.go.back(Event, "claims", claims) - self.rejected
        figures, control = self._figures(claims), self._control(claims)
        sources = claims | figures | control
        ledger, deals = self._resting(LedgerEntry, sources), self._resting(Deal, sources)
        return Kept(
            claims=frozenset(claims),
            figures=frozenset(figures),
            control=frozenset(control),
            events=frozenset(events if matched is None else events & matched),
            ledger=frozenset(ledger),
            deals=frozenset(deals),
            contradictions=self._contradictions(sources),
            documents=self._documents(claims, figures, control),
            actors=self._actors(claims, figures, control, ledger, deals),
            places=self._places(claims, figures, control, ledger, deals),
        )

    # --- what is kept -----------------------------------------------------------------------------------------------
    def _events(self) -> set[str] | None:
        """The events that the filter matches, by their roles or by who says so; None for all."""
        if self.asked is None:
            return None
        found = self.go.told(Event, self.asked)
        if self.asked.actor:
            told = self.go.told(Claim, Wanted(actor=self.asked.actor, roles=("speaker",)))
            said, elsewise = self.go.back(Event, "claims", told), replace(self.asked, actor=())
            found |= said & self.go.told(Event, elsewise) if elsewise != Wanted(roles=ACTING) else said
        return found

    def _claims(self, matched: set[str] | None) -> set[str]:
        """The claims of matched events, and those of none that the filter matches; each by itself where status is asked."""
        go = self.go
        through = self.confirmed | go.along(Event, "claims", self.confirmed) if self.status == "accepted" else None
        if self.asked is None or matched is None:
            found = go.all(Claim) if through is None else go.there(Claim, through)
            lost = go.along(Event, "claims", self.rejected)
            found -= lost - go.along(Event, "claims", go.back(Event, "claims", lost) - self.rejected)
        else:
            own = go.told(Claim, self.asked)
            found = go.along(Event, "claims", matched - self.rejected) | (own - go.listed(Event, "claims", own))
            found = go.there(Claim, found if through is None else found & through)
        return found - self.rejected

    def _figures(self, claims: set[str]) -> set[str]:
        """The figures of claims, and those that the filter matches by themselves."""
        own = self._matched(Figure) if self.status != "accepted" or self.asked else self.confirmed
        own = own & self.confirmed if self.status == "accepted" else own
        return self.go.there(Figure, (self.go.along(Claim, "figures", claims) | own) - self.rejected)

    def _control(self, claims: set[str]) -> set[str]:
        found = self._matched(ControlStatement) - self.rejected
        if self.status != "accepted":
            return found
        told = self.go.pairs(ControlStatement, "claim", found)
        return {id for id in found if id in self.confirmed or told[id] in claims}

    def _resting(self, kind: type, sources: set[str]) -> set[str]:
        """What rests on some of these, and is matched; what people said of it does not count."""
        found = self.go.back(kind, "claims", sources)
        return found & self.go.told(kind, self.asked) if self.asked else found

    def _matched(self, kind: type) -> set[str]:
        return self.go.told(kind, self.asked) if self.asked else self.go.all(kind)

    # --- what comes along -------------------------------------------------------------------------------------------
    def _contradictions(self, sources: set[str]) -> Ids:
        """Those of which at least two sides still have somebody who says so: else nothing contradicts."""
        sides = Counter(id for id, told in self.go.sides() if not sources.isdisjoint(told))
        return frozenset(id for id, number in sides.items() if number >= 2)

    def _documents(self, claims: set[str], figures: set[str], control: set[str]) -> Ids:
        """The reports that say something of it, with those that they repeat."""
        said = ((Claim, claims), (Figure, figures), (ControlStatement, control))
        found = set[str]().union(*(self.go.column(kind, "document", ids) for kind, ids in said))
        return frozenset(found | self.go.column(Copy, "original", found))

    def _actors(self, claims: set[str], figures: set[str], control: set[str], ledger: set[str], deals: set[str]) -> Ids:
        """Whoever is named; a body that somebody is part of comes with him."""
        go = self.go
        found = go.along(Claim, "actors", claims) | go.along(Figure, "speakers", figures)
        found |= go.along(ControlStatement, "speakers", control) | go.column(ControlStatement, "holder", control)
        found |= go.column(LedgerEntry, "holder", ledger) | go.along(Deal, "parties", deals)
        return frozenset(go.there(Actor, go.bodies(found)))

    def _places(self, claims: set[str], figures: set[str], control: set[str], ledger: set[str], deals: set[str]) -> Ids:
        """Every place that is named, with all that it lies in."""
        go = self.go
        found = go.along(Claim, "places", claims) | go.along(Figure, "places", figures)
        for kind, ids in ((ControlStatement, control), (LedgerEntry, ledger), (Deal, deals)):
            found |= go.column(kind, "place", ids)
        return frozenset(go.there(Place, go.upwards(found)))
