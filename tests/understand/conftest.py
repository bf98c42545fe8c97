"""Short texts in, what the program understands of them out, in words that a test can state: `read("Rebels shelled Hama.")`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from dateline.model import Article, Claim, ControlStatement, Figure, Interval, Published, Reading, Sentence, Span
from dateline.model.when import UNKNOWN_PUBLISHED
from dateline.read.sentences import split_sentences
from dateline.understand import Understand

Reads = Callable[..., "Told"]


def article(text: str, language: str = "en", published: str = "2018-03-25") -> Article:
    """Return a text as a report of its own; `published` may be "" for a report without a date. 25 March 2018 is a Sunday."""
    day = date.fromisoformat(published) if published else None
    when = Published(day, day, day, "metadata") if day else UNKNOWN_PUBLISHED
    sentences = tuple(Sentence(at, span) for at, span in enumerate(split_sentences(text)))
    return Article("d", "", "", "", language, when, "", "0" * 64, text, sentences, ())


def days(interval: Interval) -> str:
    """Return an interval as "2018-03-23" for one day, "2018-03-23..", "..2018-03-25" or ".." where an end is open."""
    if interval.earliest and interval.earliest == interval.latest:
        return interval.earliest.isoformat()
    return f"{interval.earliest or ''}..{interval.latest or ''}"


@dataclass(frozen=True)
class Told:
    """A reading beside its text. Actors are told by id, places by id or name, without the marks of a reading's keys."""

    text: str
    reading: Reading

    def words(self, span: Span) -> str:
        """Return the words at a place of the text."""
        return self.text[span.start : span.end]

    @property
    def types(self) -> list[str]:
        """The types of all claims, in the order of the text."""
        return [claim.type for claim in self.reading.claims]

    def claim(self, types: str) -> Claim:
        """Return the one claim of a type, or of one of several ("attack|offensive"); the test fails where it is not one."""
        found = [claim for claim in self.reading.claims if claim.type in types.split("|")]
        if len(found) != 1:
            pytest.fail(f"{len(found)} claims of type {types} in:\n{self}")
        return found[0]

    def time(self, types: str) -> str:
        """Return when a claim's event happens."""
        return days(self.claim(types).time)

    def places(self, types: str) -> set[str]:
        """Return where a claim's event happens."""
        return {place.lstrip("@?") for place in self.claim(types).places}

    def roles(self, types: str) -> tuple[set[str], set[str]]:
        """Return who does it and to whom."""
        claim = self.claim(types)
        return set(claim.actors), set(claim.targets)

    def speakers(self, types: str) -> list[str]:
        """Return whom a claim comes from, outermost first."""
        return list(self.claim(types).speakers)

    def mode(self, types: str) -> str:
        """Return in what mode a claim is told."""
        return self.claim(types).modality.value

    def figure(self, words: str) -> Figure:
        """Return the one figure whose words contain these."""
        found = [figure for figure in self.reading.figures if words in self.words(figure.span)]
        if len(found) != 1:
            pytest.fail(f"{len(found)} figures at {words!r} in:\n{self}")
        return found[0]

    def holding(self, place: str) -> ControlStatement:
        """Return the one statement on who holds a place."""
        found = [held for held in self.reading.control if held.place.lstrip("@?") == place]
        if len(found) != 1:
            pytest.fail(f"{len(found)} statements of control on {place} in:\n{self}")
        return found[0]

    @property
    def framings(self) -> set[tuple[str, str, str]]:
        """Loaded wording: the words, about whom, in which direction."""
        return {(self.words(f.span), f.about, f.stance) for f in self.reading.framings}

    def __str__(self) -> str:
        """Return all that was understood, one line each: what a failing test shows."""
        lines = [f"  {self.text}"]
        for claim in self.reading.claims:
            who = f"{list(claim.actors)} -> {list(claim.targets)} by way of {list(claim.mediators)} at {list(claim.places)}"
            told = f"{claim.modality.value} {days(claim.time)} ({claim.time.basis}), from {list(claim.speakers)}"
            lines.append(f"  {claim.type} {self.words(claim.trigger)!r}: {who}, {told}")
        for figure in self.reading.figures:
            part = f", part of {figure.part_of}" if figure.part_of else ""
            lines.append(
                f"  {self.words(figure.span)!r}: {figure.low}..{figure.high} {figure.unit} {figure.role}{part}"
            )
        for held in self.reading.control:
            lines.append(
                f"  {held.place} held by {held.holder}, since {held.since}, until {held.until}, share {held.share}"
            )
        lines += [f"  {words!r} about {about or 'nobody'}: {stance}" for words, about, stance in sorted(self.framings)]
        return "\n".join(lines)


@pytest.fixture(scope="session")
def read() -> Reads:
    """Give a function that reads a short text with the real models, codebook and theatres (world and Syria)."""
    stage = Understand(("syria",))

    def read_(text: str, language: str = "en", published: str = "2018-03-25") -> Told:
        return Told(text, stage.read(article(text, language, published)))

    return read_
