"""Brief and dossier as exports: a selection in, Markdown and a page for screen and print out, with the cited reports."""

from dateline.show.brief import compose
from dateline.show.contents import Contents
from dateline.show.dossier import compose_dossier
from dateline.show.exports.form import Files
from dateline.show.exports.references import bibtex, csl_json
from dateline.show.html import html
from dateline.show.markdown import markdown
from dateline.show.page import Page
from dateline.show.selection import Selection

__all__ = ["write_brief_files", "write_dossier"]


def write_brief_files(selection: Selection, files: Files) -> None:
    """Write the brief of what is kept."""
    _write("brief", compose(selection), selection, files)


def write_dossier(selection: Selection, files: Files) -> None:
    """Write everything that is kept, event by event with each claim in its own words."""
    _write("dossier", compose_dossier(selection), selection, files)


def _write(name: str, page: Page, selection: Selection, files: Files) -> None:
    contents = Contents(selection)
    for ending, text in (("md", markdown(page)), ("html", html(page))):
        with files.text(f"{name}.{ending}") as stream:
            stream.write(text)
    documents = sorted(contents.documents)
    with files.text("reports.bib") as stream:
        stream.write(bibtex(contents, documents))
    with files.text("reports.csl.json") as stream:
        stream.write(csl_json(contents, documents))
