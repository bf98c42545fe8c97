"""A page as Markdown: a Page in, text out in which nothing that a report says can act as markup."""

import re

from dateline.show.page import Block, Bullets, Footnote, Line, Mark, Notes, Page, Paragraph, Piece, Table

__all__ = ["markdown"]

_MARKUP = re.compile(r"([\\`*_\[\]{}<>#|~&])")
_LINK = re.compile(r"(?i)\b(https?|ftp|www|mailto|javascript|data)([:.])")
_SPACES = re.compile(r"\s+")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown(page: Page) -> str:
    """Return the page as Markdown; its notes stand at the end, each with its number."""
    parts = [f"# {_escape(page.title)}", _line(page.intro)]
    for section in page.sections:
        blocks = [text for block in section.blocks if (text := _block(block))]
        parts += [f"## {_escape(section.title)}", *blocks] if blocks else []
    parts += ["## Sources", "\n".join(_note(note) + "  " for note in page.notes)] if page.notes else []
    return "\n\n".join(parts).rstrip() + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _line(block.line)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_line(item)}" for item in block.lines)
    if isinstance(block, Table):
        rows = [" | ".join(_line(cell) for cell in row) for row in block.rows]
        head = [" | ".join(map(_escape, block.head)), " | ".join("---" for _ in block.head)]
        return "\n".join(f"| {row} |" for row in head + rows)
    return ""  # Markdown has no pictures that need no second file


def _line(pieces: Line) -> str:
    return "".join(map(_piece, pieces)).strip()


def _piece(piece: Piece) -> str:
    if isinstance(piece, Notes):
        return " " + "".join(f"\\[{number}\\]" for number in piece.numbers)
    if isinstance(piece, Mark):
        return f" **\\[{_escape(piece.text)}\\]**" if piece.kind == "review" else f" *({_escape(piece.text)})*"
    text = _escape(piece.text)
    forms = {"strong": f"**{text}**", "emphasis": f"*{text}*", "quote": f"“{text}”"}
    return forms.get(piece.style, text)


def _note(note: Footnote) -> str:
    copy = f" *({_escape(note.copy)})*" if note.copy else ""
    where = f"({_escape(note.report)}, characters {note.start}–{note.end})"
    return f"\\[{note.number}\\] {_escape(note.publisher)}, {note.date}, “{_escape(note.quote)}” {where}{copy}"


def _escape(text: str) -> str:
    """Make every sign that Markdown or HTML could take for markup plain, and keep addresses from becoming links."""
    text = _LINK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", _SPACES.sub(" ", text)))
    return _LIST.sub(r"\1\\\2", text)
