"""A report as read: its text untouched, and what is known about it before anyone understands it."""

from dataclasses import dataclass
from datetime import datetime

from dateline.model.when import Published

__all__ = ["Article", "Input", "Sentence", "Skipped", "Span"]


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
    """One report. `text` is what every offset anywhere points into.

    It is the file's text as it stands where `format` is `text`, else what was taken out of a page, a row or a paper.
    `path` names a part of a container as `reports.zip!inner/a.html` or `table.csv#12`. `retrieved` and `record_id` are
    what a web archive, or a row, tells of itself; `author` is a byline. `language` is ISO 639-1 (`und` if it cannot be
    told); `coded` is False where no claims can be found in that language, and `note` then says so in words for the user.
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
    format: str = "text"
    author: str = ""
    retrieved: datetime | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that could not be read as a report: why, and what the user can do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it stood when it was read, so that it need not be read again while it stays the same.

    `id` stands for its place on this machine; `how` for all else that its reports depend on: options and files beside
    it, and the program; `problems` is what could not be read of it.
    """

    id: str
    path: str
    size: int
    modified: int
    sha256: str
    how: str
    problems: tuple[Skipped, ...] = ()
