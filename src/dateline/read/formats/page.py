"""HTML pages: the text of the article, and what the page tells of itself; nothing is ever fetched."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED
from dateline.read.dates import read_date
from dateline.read.decoding import decode
from dateline.read.months import LATEST_YEAR
from dateline.read.source import Piece, Source, Told, compose, found_in

__all__ = ["page_text", "read", "text_of_fragment"]

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML may hold these
_LARGEST = 10_000_000  # characters of markup; the tree of a longer page does not fit
_OURS = '<meta name="generator" content="Dateline">'
# The latest day is fixed, so that the same page gives the same date whenever it is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": f"{LATEST_YEAR}-12-31"}


def read(source: Source) -> Iterator[Piece]:
    """Yield the article of a page. Raises InputError where none can be found."""
    data = source.read()
    markup = page_text(data, source)
    if _OURS in markup[:2000]:
        raise InputError(f"{source.path}: a brief written by Dateline, not a report; leave it out")
    if len(markup) > _LARGEST:
        raise InputError(
            f"{source.path}: a page of more than {_LARGEST // 1_000_000} million characters; save its text as .txt"
        )
    text, told = _extract(markup, source)
    yield found_in(source, "", text, told, data)


def page_text(data: bytes, source: Source) -> str:
    """Return the markup, in the encoding that its mark, its server or its head names; else in the one that fits."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        named = _CHARSET.search(data[:4096])
        for name in (source.charset, named[1].decode("ascii") if named else ""):
            try:
                return data.decode(name) if name and data.strip() else decode(data, source.path)
            except (LookupError, UnicodeDecodeError):
                continue
    return decode(data, source.path)


def text_of_fragment(markup: str) -> str:
    """Return the text of a piece of HTML, such as the content of a feed's entry; plain text stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import html

    markup = _CONTROL.sub("", markup)
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (ValueError, TypeError, AssertionError):
        return markup.strip()
    for part in list(tree.iter("script", "style", "iframe")):
        part.drop_tree()
    for part in tree.iter("p", "br", "li", "div", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        part.tail = "\n" + (part.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _extract(markup: str, source: Source) -> tuple[str, Told]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    known = source.told
    try:
        page = bare_extraction(
            markup, url=known.url or None, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except (RecursionError, ValueError) as error:
        raise InputError(f"{source.path}: the page cannot be taken apart ({error}); save its text as .txt") from None
    if not isinstance(page, Document) or not (page.text or "").strip():
        raise InputError(f"{source.path}: no article found on this page; open it in a browser, save its text as .txt")
    dated = read_date(page.date) if page.date else UNKNOWN_PUBLISHED
    told = replace(
        known,
        title=known.title or page.title or "",
        author=known.author or page.author or "",
        outlet=known.outlet or page.sitename or "",
        url=known.url or page.url or "",
        published=known.published if known.published != UNKNOWN_PUBLISHED else dated,
    )
    # An empty line between paragraphs, so that none is taken for the next line of the one before.
    return compose(told.title, str(page.text).replace("\n", "\n\n")), told
