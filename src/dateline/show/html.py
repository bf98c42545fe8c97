"""A page as one HTML file: a Page in, text out that needs no script and no other file, with every word escaped."""

from html import escape
from importlib import resources

from dateline.show.page import (
    Block,
    Bullets,
    Footnote,
    Line,
    Mark,
    Notes,
    Page,
    Paragraph,
    Picture,
    Piece,
    Section,
    Table,
)

__all__ = ["html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi"})


def html(page: Page) -> str:
    """Return the page as a whole HTML document."""
    css = (resources.files("dateline.show") / "brief.css").read_text(encoding="utf-8")
    sections = "\n".join(map(_section, page.sections))
    notes = f'<section><h2>Sources</h2>\n<ol class="notes">\n{_notes(page)}\n</ol></section>' if page.notes else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dateline">
<title>{escape(page.title)}</title>
<style>
{css}</style>
</head>
<body>
<main>
<h1>{escape(page.title)}</h1>
<p class="intro">{_line(page.intro)}</p>
{sections}
{notes}
<footer>Composed by fixed rules from a Dateline record. Every line leads to the words it rests on; what no reviewer has
marked has been checked by no one.</footer>
</main>
</body>
</html>
"""


def _section(section: Section) -> str:
    blocks = "\n".join(map(_block, section.blocks))
    lead = ' class="lead"' if section.title == "Lead" else ""
    return f"<section{lead}><h2>{escape(section.title)}</h2>\n{blocks}\n</section>" if blocks else ""


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_line(block.line)}</p>"
    if isinstance(block, Bullets):
        return "<ul>\n" + "\n".join(f"<li>{_line(item)}</li>" for item in block.lines) + "\n</ul>"
    if isinstance(block, Picture):
        return f"<figure>{block.svg}<figcaption>{escape(block.title)}</figcaption></figure>"
    return _table(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "\n".join(_row(table.head, row) for row in table.rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'


def _row(head: tuple[str, ...], row: tuple[Line, ...]) -> str:
    cells = (f'<td data-head="{escape(name)}">{_line(cell)}</td>' for name, cell in zip(head, row, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _line(pieces: Line) -> str:
    return "".join(map(_piece, pieces)).strip()


def _piece(piece: Piece) -> str:
    if isinstance(piece, Notes):
        links = "".join(f'<a href="#note-{n}" aria-label="source {n}">[{n}]</a>' for n in piece.numbers)
        return f" <sup>{links}</sup>"
    if isinstance(piece, Mark):
        return f' <span class="badge {piece.kind}">{escape(piece.text)}</span>'
    text = f"<bdi>{escape(piece.text)}</bdi>" if piece.style == "quote" else escape(piece.text)
    forms = {"strong": f"<strong>{text}</strong>", "emphasis": f"<em>{text}</em>", "quote": f"“{text}”"}
    return forms.get(piece.style, text)


def _notes(page: Page) -> str:
    return "\n".join(map(_note, page.notes))


def _note(note: Footnote) -> str:
    language = f' lang="{escape(note.language)}"' if note.language not in ("", "und") else ""
    direction = ' dir="rtl"' if note.language in _RIGHT_TO_LEFT else ' dir="auto"'
    copy = f' <span class="badge copy">{escape(note.copy)}</span>' if note.copy else ""
    return (
        f'<li id="note-{note.number}">[{note.number}] <bdi>{escape(note.publisher)}</bdi>, {escape(note.date)}, '
        f"<q{language}{direction}>{escape(note.quote)}</q> "
        f"(<bdi>{escape(note.report)}</bdi>, characters {note.start}–{note.end}){copy}</li>"
    )
