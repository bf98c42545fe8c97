"""What a brief is made of before it is Markdown or HTML: sections of paragraphs, lists, tables and pictures."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "Bullets", "Footnote", "Line", "Mark", "Notes", "Page", "Paragraph", "Picture", "Piece", "Section",
           "Table", "Words", "line"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text, not yet escaped for any format."""

    text: str
    style: Literal["plain", "strong", "emphasis", "quote"] = "plain"


@dataclass(frozen=True, slots=True)
class Notes:
    """Numbers of footnotes."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark that never looks like a report's words: what a reviewer confirmed, or what the program judged."""

    text: str
    kind: Literal["review", "assessed", "copy"] = "review"


Piece = Words | Notes | Mark
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline SVG, which only HTML can show, and its title."""

    svg: str
    title: str


Block = Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where words stand: the publisher, the date, the quoted words, the report's title or path and the characters."""

    number: int
    publisher: str
    date: str
    quote: str
    language: str
    report: str
    start: int
    end: int
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole brief."""

    title: str
    intro: Line
    sections: tuple[Section, ...]
    notes: tuple[Footnote, ...]


def line(*pieces: Piece | str) -> Line:
    """Return a line; strings are plain words, and empty ones are left out."""
    return tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces if piece != "")
