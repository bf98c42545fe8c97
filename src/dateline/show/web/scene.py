"""What one page shows of a record: ids in; names, sentences, quotes, links and review marks for its templates out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Claim, Copy, Event, Figure, Interval, Span
from dateline.record import Around, Record, document_numbers, part_of, words
from dateline.show.amounts import bare_number
from dateline.show.contents import Contents
from dateline.show.footnotes import published_words
from dateline.show.inert import one_line
from dateline.show.phrases import Naming
from dateline.show.questions import Questions
from dateline.show.sentences import Composer, capital

__all__ = ["Ref", "Scene", "days"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing by its name, and the page that tells of it."""

    id: str
    text: str
    href: str = ""
    note: str = ""


class Scene:
    """The part of a record around what a page shows. Sentences are told as in a brief; tables hold what was read."""

    def __init__(self, record: Record, around: Around) -> None:
        """Read that part, and nothing else of the record."""
        self.record = record
        self.contents = Contents(part_of(record, around), own_words=True)
        self.contents.numbers = document_numbers(record, list(self.contents.documents))
        self.naming = Naming(self.contents)
        self.composer = Composer(self.contents, self.naming)
        self._told = {event.id: event for event in self.contents.events}
        self._starts: dict[str, list[int]] = {}

    @cached_property
    def questions(self) -> Questions:
        """What is asked of contradictions."""
        return Questions(self.contents, self.naming, self.composer)

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims of this part as they were read."""
        return self.contents.as_read

    def add(self, event: Event, *claims: Claim) -> None:
        """Take in an event that the record has not: one made of claims, to be told by itself."""
        for claim in claims:
            self.contents.claims[claim.id] = claim
            self.contents.event_of[claim.id] = event
        self._told[event.id] = event

    def told(self, event: Event) -> str:
        """Return the event as a sentence, else as a noun phrase, without a full stop.

        No count of sources goes with it: the pages show the event's own, and two counts side by side look like a mistake.
        """
        mine = self._told.get(event.id)
        if mine is None:
            return capital(event.type)
        told = self.composer.tell(mine)
        return told.text if told else capital(self.composer.noun(mine))

    # --- names ------------------------------------------------------------------------------------------------------
    def actor(self, id: str) -> Ref:
        """Return an actor by name; no id is nobody in particular, who has no page."""
        if not id:
            return Ref("", "nobody in particular")
        actor = self.contents.actors.get(id)
        note = "" if actor is None or actor.known else "in no theatre"
        return Ref(id, one_line(actor.name) if actor else id, f"/actor/{id}", note)

    def actors(self, ids: Iterable[str]) -> list[Ref]:
        """Return several actors by name."""
        return [self.actor(id) for id in dict.fromkeys(ids)]

    def place(self, id: str) -> Ref:
        """Return a place by name."""
        place = self.contents.places.get(id)
        return Ref(id, one_line(place.name) if place else id, f"/place/{id}")

    def places(self, ids: Iterable[str]) -> list[Ref]:
        """Return several places by name."""
        return [self.place(id) for id in dict.fromkeys(ids)]

    def outlet(self, document: str) -> Ref:
        """Return who published a document: a link where the outlet is known."""
        outlet = self.contents.outlet(document)
        name = self.contents.publisher(document)
        return Ref(outlet.id, name, f"/outlet/{outlet.id}") if outlet else Ref(document, name, f"/document/{document}")

    def document(self, id: str) -> Ref:
        """Return a report by its title, else by its file."""
        article = self.contents.documents.get(id)
        title = one_line(article.title) if article and article.title else self.contents.file_name(id)
        return Ref(id, title, f"/document/{id}", published_words(self.contents, id))

    def copy(self, document: str) -> Copy | None:
        """Return what a document repeats, if it does."""
        return self.contents.copy_of(document)

    def sentence_anchor(self, document: str, span: Span) -> str:
        """Return the name of the sentence at a place in a report, as its page has it."""
        if document not in self._starts:
            self._starts[document] = self.record.sentence_starts(document)
        starts = self._starts[document]
        return f"s{max(0, bisect_right(starts, span.start) - 1)}"

    # --- words ------------------------------------------------------------------------------------------------------
    def read_words(self, spans: Sequence[tuple[str, Span]]) -> list[str]:
        """Return the words at places in reports, each on one line."""
        return [one_line(found) for found in words(self.record, spans)]

    def figure(self, figure: Figure) -> str:
        """Return a figure as `43–50 killed`."""
        low, high = bare_number(figure.low), bare_number(figure.high)
        amount = (
            low
            if low == high
            else f"≥ {low}"
            if figure.high is None
            else f"≤ {high}"
            if figure.low is None
            else f"{low}–{high}"
        )
        unit = "" if figure.unit in ("person", "") and figure.role else f" {figure.unit}"
        return f"{amount}{unit} {figure.role}".strip()

    def mark(self, ids: Iterable[str]) -> str:
        """Return what a human said of the first of these that one has looked at: accepted, changed or nothing."""
        return self.contents.review_mark(ids)


def days(time: Interval) -> str:
    """Return days in figures, the same in every language: `2016-12-13`, `2016-12-10 … 15`, `≤ 2016-12-13`."""
    first, last = time.earliest, time.latest
    if first is None and last is None:
        return "–"
    if first is None or last is None:
        return f"≥ {first}" if first else f"≤ {last}"
    if first == last:
        return first.isoformat()
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first} … {last.day:02}" if same else f"{first} … {last}"
