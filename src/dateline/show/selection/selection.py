"""A record through a filter: gives what is kept, kind by kind in the record's order, with private names already gone.

Every export reads from a Selection alone, so that no format can forget a filter or leak a name. It gives what a Record
gives, so that a brief is composed from it as from the record itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from dateline.model import (
    Actor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Copy,
    Count,
    Deal,
    Decision,
    Event,
    Figure,
    Framing,
    LedgerEntry,
    Mention,
    Outlet,
    Place,
    Reading,
    Review,
    Span,
    Story,
)
from dateline.model.views import Weighing
from dateline.record import Record, RunSettings, Wanted, find_all_ids, narrowed
from dateline.show.private import PRIVATE_NAME, PrivateNames
from dateline.show.selection.filter import Filter
from dateline.show.selection.keeping import Ids, find_kept, reviews
from dateline.show.texts import Texts

__all__ = ["Selection"]

T = TypeVar("T")
# Which fields hold actors' ids, and which hold words that can name somebody.
_ACTORS: dict[type, tuple[str, ...]] = {
    Claim: ("actors", "targets", "mediators", "speakers"),
    Figure: ("speakers",),
    ControlStatement: ("holder", "speakers"),
    Event: ("actors", "targets"),
    LedgerEntry: ("holder",),
    Deal: ("parties", "mediators"),
    Mention: ("refers_to",),
    Framing: ("about",),
}
_WORDS: dict[type, tuple[str, ...]] = {
    Article: ("path", "title", "url", "note", "outlet", "author"),
    Event: ("reasons", "why"),
    Deal: ("terms",),
    Story: ("title",),
    Framing: ("neutral",),
    Copy: ("evidence",),
    Place: ("reason",),
    Outlet: ("name", "reason"),
}


class Selection:
    """What of a record goes out. Iterators read the record anew each time and keep its order."""

    def __init__(self, record: Record, wanted: Filter | None = None) -> None:
        """Find what the filter keeps. Raises DatelineError where it names what the record has not."""
        self.filter = wanted or Filter()
        self.kept = find_kept(record, self.filter) if self.filter.narrows else None
        self._record = narrowed(record, self.kept.by_table()) if self.kept else record
        self.private = PrivateNames(record if self.filter.redact_persons else None)
        self.review = {about: str(judgement.value) for about, judgement in reviews(record).items()}
        self.disputed = frozenset(review.id for review in record.reviews() if review.disputed)

    # --- the record itself ------------------------------------------------------------------------------------------
    @property
    def path(self) -> Path:
        """The record's file."""
        return self._record.path

    @property
    def settings(self) -> RunSettings:
        """What the reports were read with."""
        return self._record.settings()

    @property
    def shown_filter(self) -> Filter:
        """The filter as it may be told: not even there does a private person's name stand."""
        asked = self.filter
        actor, place = map(self.private.meant, (asked.actor, asked.place))
        return replace(asked, actor=actor, place=place)

    def article_as_read(self, id: str) -> Article | None:
        """One report as it was read; private names in its text are blacked out, so that offsets hold."""
        article = self._record.article_as_read(id)
        if article is None or not self.private.any:
            return article
        hidden: Article = self._hide(article)
        return hidden

    def texts(self, ids: Sequence[str]) -> dict[str, str]:
        """The texts of reports by id, with private names blacked out."""
        return {id: self.private.mask(text) for id, text in self._record.texts(ids).items()}

    def sentence_starts(self, document: str) -> list[int]:
        """Where the sentences of a report begin, in order."""
        return self._record.sentence_starts(document)

    def count_uncoded(self, ids: Sequence[str]) -> int:
        """How many sentences of these reports have an event word and no claim."""
        return self._record.count_uncoded(ids)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of human decisions."""
        return self._record.decisions()

    def standing_decisions(self) -> tuple[Decision, ...]:
        """The decisions of the log that nobody took back."""
        return self._record.standing_decisions()

    def reviews(self) -> Iterator[Review]:
        """What the decisions on each thing come to."""
        return self._record.reviews()

    def readings(self) -> Iterator[Reading]:
        """What was understood from each report."""
        return self._record.readings()

    def words(self, document: str, span: Span) -> str:
        """The words at a place of a report."""
        text = self._texts.of(document)
        return self.private.clean(text[span.start : span.end])

    def around(self, document: str, span: Span, width: int) -> tuple[str, str]:
        """Up to `width` characters before and after a place of a report."""
        text = self._texts.of(document)
        before, after = text[max(0, span.start - width) : span.start], text[span.end : span.end + width]
        return self.private.clean(before), self.private.clean(after)

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self._record.texts, self._record.document_ids())

    # --- sources ----------------------------------------------------------------------------------------------------
    def documents(self) -> Iterator[Article]:
        """The reports."""
        return self._hidden(self._record.documents())

    def bare_documents(self) -> Iterator[Article]:
        """The reports without their texts."""
        return self._hidden(self._record.bare_documents())

    def weighings(self) -> Iterator[Weighing]:
        """What weighing found of each report."""
        return self._record.weighings()

    def copies(self) -> Iterator[Copy]:
        """Which reports repeat others."""
        return self._hidden(self._record.copies())

    def outlets(self) -> Iterator[Outlet]:
        """Who publishes the reports."""
        return self._hidden(self._record.outlets())

    # --- who and where ----------------------------------------------------------------------------------------------
    def actors(self) -> Iterator[Actor]:
        """Who acts; private persons under a number where that is asked."""
        return map(self._masked, self._record.actors())

    def places(self) -> Iterator[Place]:
        """Where."""
        return self._hidden(self._record.places())

    def mentions(self) -> Iterator[Mention]:
        """The words of kept reports that point at kept actors and places."""
        kept = self.kept
        named = kept.actors | kept.places if kept else frozenset()
        return self._hidden(one for one in self._record.mentions() if not kept or one.refers_to in named)

    def places_named(self, documents: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        """The words of reports that name places: the report, the place and where they begin."""
        return self._record.places_named(documents)

    # --- what is said -----------------------------------------------------------------------------------------------
    def claims(self) -> Iterator[Claim]:
        """What each report says."""
        figures = self.kept.figures if self.kept else None
        return self._hidden(self._narrowed(self._record.claims(), "figures", figures))

    def claim_ids(self) -> Iterable[str]:
        """The ids of the claims, in no order."""
        return self.kept.claims if self.kept else find_all_ids(self._record, Claim, Wanted(order="id"))

    def figures(self) -> Iterator[Figure]:
        """The numbers that reports give."""
        return self._hidden(self._record.figures())

    def control(self) -> Iterator[ControlStatement]:
        """Statements on who holds a place."""
        return self._hidden(self._record.control())

    def framings(self) -> Iterator[Framing]:
        """Wording that takes a side, in kept reports and about kept actors."""
        kept = self.kept
        named = kept.actors | {""} if kept else frozenset()
        return self._hidden(one for one in self._record.framings() if not kept or one.about in named)

    # --- what all say together --------------------------------------------------------------------------------------
    def events(self) -> Iterator[Event]:
        """Happenings; one of which not all claims are kept tells of those alone."""
        return self._hidden(map(self._part, self._record.events()))

    def ledger(self) -> Iterator[LedgerEntry]:
        """Who holds which place on which days."""
        return self._hidden(self._narrowed(self._record.ledger(), "claims", self._sources))

    def deals(self) -> Iterator[Deal]:
        """Deals and their course."""
        found = self._narrowed(self._record.deals(), "claims", self._sources)
        return self._hidden(
            replace(d, history=tuple(self._narrowed(d.history, "claims", self._sources))) for d in found
        )

    def contradictions(self) -> Iterator[Contradiction]:
        """What reports say that cannot all be so."""
        for one in self._record.contradictions():
            sides = tuple(side for side in self._narrowed(one.sides, "claims", self._sources) if side.claims)
            event = one.event if not self.kept or one.event in self.kept.events else ""
            masked = tuple(replace(s, value=self.private.clean(self.private.id(s.value))) for s in sides)
            yield replace(one, event=event, sides=masked)

    def stories(self) -> Iterator[Story]:
        """Running stories of which a report is kept."""
        found = self._narrowed(self._record.stories(), "documents", self.kept.documents if self.kept else None)
        return self._hidden(found)

    # --- parts ------------------------------------------------------------------------------------------------------
    @cached_property
    def _sources(self) -> Ids | None:
        return self.kept.claims | self.kept.figures | self.kept.control if self.kept else None

    @cached_property
    def _claims_by_id(self) -> dict[str, Claim]:
        return {one.id: one for one in self._record.claims()}

    @cached_property
    def _figures_by_id(self) -> dict[str, Figure]:
        return {one.id: one for one in self._record.figures()}

    def _narrowed(self, things: Iterable[T], field: str, ids: Ids | None) -> Iterator[T]:
        """Leave out of a field that lists ids those that are not kept."""
        for one in things:
            listed = getattr(one, field)
            narrow = ids is not None and not ids.issuperset(listed)
            yield replace(one, **{field: tuple(id for id in listed if ids and id in ids)}) if narrow else one  # type: ignore[type-var]

    def _part(self, event: Event) -> Event:
        """An event without what only claims tell that are left out; its grades stay those of all reports."""
        if not self.kept or self.kept.claims.issuperset(event.claims):
            return event
        told = [self._claims_by_id[id] for id in event.claims if id in self.kept.claims]
        named = {id for c in told for id in (*c.actors, *c.targets, *c.places)}
        documents = {claim.document for claim in told}
        return replace(
            event,
            claims=tuple(claim.id for claim in told),
            documents=tuple(id for id in event.documents if id in documents),
            actors=tuple(id for id in event.actors if id in named),
            targets=tuple(id for id in event.targets if id in named),
            places=tuple(id for id in event.places if id in named),
            counts=tuple(self._counts(event, told)),
        )

    def _counts(self, event: Event, told: list[Claim]) -> Iterator[Count]:
        """What the claims that are kept count: their own lowest and highest, and the best where it lies between."""
        ids = {id for claim in told for id in claim.figures}
        figures = [self._figures_by_id[id] for id in ids if id in self._figures_by_id]
        for count in event.counts:
            ends = [(f.low, f.high if f.high is not None else f.low) for f in figures if f.role == count.role]
            lows, highs = (
                ([end for end in side if end is not None] for side in zip(*ends, strict=True)) if ends else ([], [])
            )
            low, high = min(lows, default=None), max(highs, default=None)
            if low is not None or high is not None:
                fits = count.best is not None and (low or 0) <= count.best <= (count.best if high is None else high)
                yield Count(count.role, low, count.best if fits else low if low is not None else high, high)

    def _masked(self, one: Actor) -> Actor:
        if not self.private.is_private(one):
            return one
        return replace(one, id=self.private.id(one.id), name=PRIVATE_NAME, aliases=(), wikidata="")

    def _hidden(self, things: Iterable[T]) -> Iterator[T]:
        """Put numbers for private persons' ids, and neutral words for their names."""
        return map(self._hide, things) if self.private.any else iter(things)

    def _hide(self, one: Any) -> Any:
        ids = {field: self._each(getattr(one, field), self.private.id) for field in _ACTORS.get(type(one), ())}
        words = {field: self._each(getattr(one, field), self.private.clean) for field in _WORDS.get(type(one), ())}
        if isinstance(one, Article):
            words["text"] = self.private.mask(one.text)  # letter by letter, so that offsets hold
        return replace(one, **ids, **words)

    @staticmethod
    def _each(value: Any, change: Any) -> Any:
        return tuple(map(change, value)) if isinstance(value, tuple) else change(value)
