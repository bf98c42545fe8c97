"""What of an event is contested: an event and the contradictions of a record in, who denies it and what is in doubt out."""

from collections import defaultdict
from dataclasses import dataclass

from dateline.model import Claim, Event, Modality
from dateline.show.contents import Contents
from dateline.show.phrases import Naming, join_words

__all__ = ["Doubting", "Doubts"]

_REMARKS = {
    "figure": "the number is contested",
    "actor": "who or what was behind it is contested",
    "place": "the place is contested",
    "time": "the day is contested",
}


@dataclass(frozen=True, slots=True)
class Doubts:
    """Doubts in words: the clause that tells a denial, empty without one, and short remarks on the rest."""

    denied: str = ""
    remarks: tuple[str, ...] = ()


class Doubting:
    """Tells what is contested of the events of one record."""

    def __init__(self, contents: Contents, naming: Naming) -> None:
        self.contents, self.naming = contents, naming
        self._of: dict[str, list[str]] = defaultdict(list)
        for one in contents.contradictions:
            if one.event:
                self._of[one.event].append(one.id)
        self._by_id = {one.id: one for one in contents.contradictions}

    def of(self, event: Event, main: Claim) -> Doubts:
        """Return the doubts about what the main claim says of an event; who tells a denial is not contradicted by it."""
        found = [self._by_id[id] for id in self._of[event.id]]
        remarks = tuple(dict.fromkeys(_REMARKS[one.about] for one in found if one.about in _REMARKS))
        if main.modality not in (Modality.ASSERTED, Modality.REPORTED):
            return Doubts("", remarks)
        denials = [claim for one in found if one.about == "status" for claim in self._denials(one.sides[-1].claims)]
        own = [c for c in self.contents.claims_of(event) if c.modality is Modality.DENIED and c.type == main.type]
        denied = self._clause(main, [*own, *denials])
        means = any(one.about == "status" and not self._denials(one.sides[-1].claims) for one in found)
        return Doubts(denied, (*remarks, *(("reports differ on the means",) if means else ())))

    def _denials(self, ids: tuple[str, ...]) -> list[Claim]:
        claims = [self.contents.claims[id] for id in ids if id in self.contents.claims]
        return [c for c in claims if c.modality is Modality.DENIED or c.type == "denial"]

    def _clause(self, main: Claim, denials: list[Claim]) -> str:
        """Return `the government denied it`, or whom it denied to have done so where the sentence names nobody."""
        if not denials:
            return ""
        deniers = [phrase.text for claim in denials for id in self._denier(claim) if (phrase := self.naming.actor(id))]
        if not deniers:
            return "it was denied"
        who = join_words(list(dict.fromkeys(deniers)), 3)
        blamed = next((c.actors for c in denials if c.actors and c.type == main.type), ())
        doer = self.naming.actors(blamed) if not main.actors else None
        return f"{who} denied that {doer.text} did so" if doer else f"{who} denied it"

    def _denier(self, claim: Claim) -> tuple[str, ...]:
        """Who denies: whoever is named as saying so, else who denies it in so many words."""
        return claim.speakers[-1:] or (claim.actors[:1] if claim.type == "denial" else ())
