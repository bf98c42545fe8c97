"""A record in, look-ups of all its objects by id out; the texts of reports are fetched when asked for."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import PurePath
from typing import Protocol, TypeVar

from dateline.model import Act, Claim, ControlStatement, Copy, Event, Figure, Judgement, Outlet, Span
from dateline.record import Record
from dateline.show.inert import one_line
from dateline.show.own_words import events_in_own_words, in_own_words
from dateline.show.selection import Selection
from dateline.show.texts import Texts

__all__ = ["Contents"]


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)


class Contents:
    """All that a brief needs of one record. What a reviewer rejected is left out."""

    def __init__(self, record: Record | Selection, own_words: bool = False) -> None:
        """Read everything but the texts once; with `own_words`, claims tell only what words of theirs tell."""
        self.record = record
        self.reviews = _by_id(record.reviews())
        decided = ((review.id, review.judgement) for review in self.reviews.values())
        self.review = {id: said for id, said in decided if said is not None and said is not Judgement.UNSURE}
        self.gradings = {one.id for one in record.standing_decisions() if one.act is Act.GRADE}
        self.documents = _by_id(record.bare_documents())
        self.weighings = {weighing.document: weighing for weighing in record.weighings()}
        self.leads = frozenset(weighing.lead_claim for weighing in self.weighings.values())
        self.copies = {copy.document: copy for copy in record.copies()}
        self.outlets = _by_id(record.outlets())
        self.actors = _by_id(record.actors())
        self.places = _by_id(record.places())
        self.figures = _by_id(self._standing(record.figures()))
        self.control = _by_id(self._standing(record.control()))
        claims = list(record.claims())
        self.claim_ids = frozenset(claim.id for claim in claims)  # those that were rejected too
        self.claims = self.as_read = _by_id(self._standing(claims))
        self.events = tuple(event for event in self._standing(record.events()) if self.claims_of(event))
        if own_words:
            self.claims = in_own_words(self.as_read, self.events, self.review)
            self.events = tuple(events_in_own_words(self.events, self.claims))
        self.framings = tuple(self._standing(record.framings()))
        self.ledger = tuple(self._standing(record.ledger()))
        self.deals = tuple(self._standing(record.deals()))
        self.contradictions = tuple(self._standing(record.contradictions()))
        self.deal_of = {id: deal for deal in self.deals for step in deal.history for id in step.claims}
        self.carriers = self._carriers()
        self.event_of = {claim: event for event in self.events for claim in event.claims}
        self.home = self._home()
        self.doubtful = self._doubtful()
        self.numbers = {id: number for number, id in enumerate(self.documents, 1)}
        self._texts = Texts(record.texts, self.documents)
        self._sentences: dict[str, list[int]] = {}

    def _carriers(self) -> dict[str, list[Claim]]:
        """The claims that carry each figure."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            for id in claim.figures:
                found[id].append(claim)
        return found

    def _home(self) -> tuple[str, str]:
        """The place and the code of the country that most events lie in."""
        codes = Counter(self.places[id].country for event in self.events for id in event.places if id in self.places)
        code = next((code for code, _ in codes.most_common() if code), "")
        of_code = (id for id, place in self.places.items() if place.kind == "country" and place.country == code)
        return next(of_code, ""), code

    def _doubtful(self) -> frozenset[str]:
        """Names of no known place or kind that one report alone uses: a brief leaves them out."""
        told: dict[str, set[str]] = {}
        for claim in self.claims.values():
            for id in claim.places:
                told.setdefault(id, set()).add(claim.document)
        vague = (id for id, place in self.places.items() if place.lat is None and place.kind in ("unknown", "area", ""))
        return frozenset(id for id in vague if len(told.get(id, ())) < 2)

    def _standing(self, things: Iterable[T]) -> Iterable[T]:
        return (thing for thing in things if self.review.get(thing.id) is not Judgement.REJECTED)

    def claims_of(self, event: Event) -> tuple[Claim, ...]:
        """The event's claims that stand, in the order of the event."""
        return tuple(self.claims[id] for id in event.claims if id in self.claims)

    def figures_of(self, event: Event) -> tuple[Figure, ...]:
        """The figures that the event's claims carry."""
        ids = dict.fromkeys(id for claim in self.claims_of(event) for id in claim.figures)
        return tuple(self.figures[id] for id in ids if id in self.figures)

    def text(self, document: str, span: Span) -> str:
        """The words at a place in a report, as they stand there."""
        return self.full_text(document)[span.start : span.end]

    def full_text(self, document: str) -> str:
        """A report's whole text; empty for a document the record does not hold."""
        return self._texts.of(document)

    def sentence(self, document: str, span: Span) -> tuple[int, int]:
        """Where the sentence around a place in a report begins and the next one does."""
        if document not in self._sentences:
            self._sentences[document] = self.record.sentence_starts(document)
        starts = self._sentences[document]
        at = bisect_right(starts, span.start)
        return starts[at - 1] if at else 0, starts[at] if at < len(starts) else len(self.full_text(document))

    def outlet(self, document: str) -> Outlet | None:
        """Who published a document, where that is known."""
        weighing = self.weighings.get(document)
        return self.outlets.get(weighing.outlet) if weighing else None

    def publisher(self, document: str) -> str:
        """The outlet's name, else what the file itself calls it, else the report's number in the record."""
        outlet = self.outlet(document)
        article = self.documents.get(document)
        if outlet is not None:
            return one_line(outlet.name)
        if article is None:
            return "a report that is not in the record"
        return one_line(article.outlet) or f"report {self.numbers[document]}"

    def file_name(self, document: str) -> str:
        """The name of a document's file, without the folders of whoever read it."""
        article = self.documents.get(document)
        return one_line(PurePath(article.path.replace("\\", "/")).name) if article else document

    def about(self, id: str) -> Claim | Figure | ControlStatement | None:
        """The claim, figure or control statement with this id."""
        return self.claims.get(id) or self.figures.get(id) or self.control.get(id)

    def sources(self, ids: Iterable[str]) -> list[Claim | Figure | ControlStatement]:
        """What stands behind these ids, without those the record does not hold."""
        return [found for found in map(self.about, dict.fromkeys(ids)) if found is not None]

    def copy_of(self, document: str) -> Copy | None:
        """The document's copy note, if it repeats another one or is spun."""
        return self.copies.get(document)

    def ancestors(self, place: str) -> tuple[str, ...]:
        """The ids of the places that a place lies in, the nearest first."""
        found: list[str] = []
        while place in self.places and (parent := self.places[place].parent) and parent not in found:
            found.append(parent)
            place = parent
        return tuple(found)

    def review_mark(self, ids: Iterable[str]) -> str:
        """What reviewers said of the first of these that one judged: `accepted`, `changed`, `unsure`, `disputed` or ""."""
        found = (self.reviews[id] for id in ids if id in self.reviews)
        judged = next((review for review in found if review.judgement is not None), None)
        if judged is None or judged.judgement is None:
            return ""
        return "disputed" if judged.disputed else judged.judgement.value

    def is_graded(self, id: str) -> bool:
        """True where a reviewer set the grade of this outlet or event."""
        review = self.reviews.get(id)
        return review is not None and any(one in self.gradings for one in review.decisions)


def _by_id(things: Iterable[T]) -> dict[str, T]:
    return {thing.id: thing for thing in things}
