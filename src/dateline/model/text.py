"""A report as read: its text untouched, and what is known about it before anyone understands it."""

from dataclasses import dataclass

from dateline.model.when import Published

__all__ = ["Article", "Sentence", "Skipped", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a document's text, in Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True where the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True where `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence's place in the text, counted from 0; `quiet` ones (captions, credits, repeats) are never coded."""

    index: int
    span: Span
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `text` is the file's text as it stands; every offset anywhere points into it.

    `language` is ISO 639-1 (`und` if it cannot be told); `coded` is False where no claims can be found in that
    language, and `note` then says so in words for the user.
    """

    id: str
    path: str
    title: str
    outlet: str
    language: str
    published: Published
    url: str
    sha256: str
    text: str
    sentences: tuple[Sentence, ...]
    boilerplate: tuple[Span, ...]
    coded: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that could not be read as a report: why, and what the user can do."""

    path: str
    reason: str
