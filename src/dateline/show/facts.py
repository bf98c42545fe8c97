"""What formats of events ask of a selection: the point, the days, the words and the sources of an event or a holding.

What a person rejected is not in it: these formats go into others' programs, which would not know.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Claim, Count, Event, Interval, Modality, Place, Published
from dateline.show.contents import Contents
from dateline.show.inert import one_line
from dateline.show.phrases import Naming
from dateline.show.selection import Selection
from dateline.show.sentences import Composer

__all__ = ["Days", "Facts"]

_HAPPENED = frozenset({Modality.ASSERTED, Modality.REPORTED})
_CLIP = 300


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, always both; `basis` is that of the time, `publication` where only the reports have a date.

    `open_start` and `open_end` mark an end that no report tells: the other one, or the last day told of, stands there.
    """

    start: dt.date
    end: dt.date
    basis: str
    open_start: bool = False
    open_end: bool = False

    @property
    def length(self) -> int:
        """How many days lie between."""
        return (self.end - self.start).days


class Facts:
    """Looks up what formats tell of events."""

    def __init__(self, selection: Selection) -> None:
        """Read the selection once."""
        self.selection = selection
        self.contents = Contents(selection)
        self.composer = Composer(self.contents, Naming(self.contents))

    # --- names ------------------------------------------------------------------------------------------------------
    def actor_names(self, ids: Iterable[str]) -> list[str]:
        """The names of actors, in order."""
        return [one_line(self.contents.actors[id].name) if id in self.contents.actors else id for id in ids]

    def place_name(self, id: str) -> str:
        """A place's name; empty for none."""
        return one_line(self.contents.places[id].name) if id in self.contents.places else id

    def within(self, place: str) -> list[Place]:
        """The places that a place lies in, the nearest first."""
        return [self.contents.places[id] for id in self.contents.ancestors(place) if id in self.contents.places]

    # --- events -----------------------------------------------------------------------------------------------------
    def happened(self, event: Event) -> list[Claim]:
        """The claims that tell the event as a fact, those of its own type and the surest first."""
        told = [claim for claim in self.contents.claims_of(event) if claim.modality in _HAPPENED]
        return sorted(told, key=lambda claim: (claim.type != event.type, claim.background, -claim.confidence, claim.id))

    def spot(self, ids: Iterable[str]) -> Place | None:
        """The most exact of these places that has a point."""
        found = [self.contents.places[id] for id in ids if id in self.contents.places]
        placed = [place for place in found if place.lat is not None and place.lon is not None]
        return min(placed, key=lambda place: (place.precision, place.radius_km), default=None)

    def days(self, time: Interval, documents: Iterable[str]) -> Days | None:
        """The days of a time; where none is told, those on which the reports came out; None where nothing is known."""
        if time.earliest or time.latest:
            start, end = time.earliest or time.latest, time.latest or time.earliest
            assert start and end
            return Days(start, end, time.basis, not time.earliest, not time.latest)
        out = [self._published(id) for id in documents]
        days = sorted(day for published in out for day in (published.earliest, published.latest, published.date) if day)
        return Days(days[0], days[-1], "publication", True, True) if days else None

    def holding_days(self, since: dt.date | None, until: dt.date | None) -> Days | None:
        """The days of a holding; an open end lasts as long as the record tells of anything."""
        first, last = self.span
        start, end = since or until or first, until or last
        if start is None or end is None:
            return None
        return Days(start, max(start, end), "text", since is None, until is None)

    @cached_property
    def span(self) -> tuple[dt.date | None, dt.date | None]:
        """The first day that events tell of, and the last day of all: of events and of reports."""
        starts = [event.time.earliest for event in self.contents.events if event.time.earliest]
        ends = [event.time.latest for event in self.contents.events if event.time.latest]
        out = [d.published.latest for d in self.contents.documents.values() if d.published.latest]
        return min(starts + out, default=None), max(ends + out, default=None)

    def words(self, event: Event) -> str:
        """The event in one neutral sentence, or as a bare noun where too little is known for one."""
        told = self.composer.tell(event)
        return f"{told.sentence}." if told else self.composer.noun(event)

    def quotes(self, event: Event) -> list[tuple[str, str]]:
        """Who publishes and what the report says, for each claim of the event, shortened."""
        claims = self.contents.claims_of(event)
        told = ((self.contents.publisher(c.document), self.selection.words(c.document, c.span)) for c in claims)
        return [(publisher, one_line(words)[:_CLIP]) for publisher, words in told]

    def count(self, event: Event, role: str) -> Count:
        """How many people in one role; all unknown where nobody counts them."""
        return next((count for count in event.counts if count.role == role), Count(role, None, None, None))

    def publishers(self, event: Event) -> list[str]:
        """The names of those who publish the event's reports, each once."""
        return list(dict.fromkeys(self.contents.publisher(id) for id in event.documents))

    def urls(self, event: Event) -> list[str]:
        """The addresses of the event's reports, where they have one."""
        found = (self.contents.documents[id].url for id in event.documents if id in self.contents.documents)
        return list(dict.fromkeys(url for url in found if url))

    def review(self, id: str) -> str:
        """What a person decided on a thing: `accepted`, `changed`, or nothing."""
        return self.selection.review.get(id, "")

    def claims_accepted(self, event: Event) -> int:
        """How many claims of the event a person accepted or corrected."""
        return sum(self.review(id) in ("accepted", "changed") for id in event.claims)

    def _published(self, document: str) -> Published:
        article = self.contents.documents.get(document)
        return article.published if article else Published(None, None, None, "unknown")
