"""RSS and Atom files: one text an entry, told as `feed.xml#2`; the entry's own page is not fetched."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Skipped
from dateline.read.dates import read_date
from dateline.read.formats.page import text_of_fragment
from dateline.read.language import language_code
from dateline.read.source import Piece, Source, Told, compose, found_in

__all__ = ["read"]

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)[^\[>]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of each entry that has one."""
    import feedparser

    data = source.read()
    if _DOCTYPE.search(data[:100_000]):
        raise InputError(f"{source.path}: this feed declares entities of its own, as one made to do harm; leave it out")
    # Given as bytes it is never taken for an address; markup is cleaned here, so none is resolved or sanitised there.
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.get("bozo") else ""
        raise InputError(f"{source.path}: no entries of RSS or Atom found{why}; get the feed anew, or save its pages")
    channel = Told(
        outlet=str(feed.feed.get("title", "")),
        language=language_code(str(feed.feed.get("language", ""))),
    )
    for number, entry in enumerate(feed.entries, 1):
        yield _found(source, f"#{number}", entry, replace(channel, retrieved=source.told.retrieved))
    if feed.get("bozo") and "encoding" not in type(feed.bozo_exception).__name__.lower():
        yield Skipped(
            source.path,
            f"{source.path}: the feed is broken ({feed.bozo_exception}); {len(feed.entries)} entries could be read, "
            "others may be lost",
        )


def _found(source: Source, part: str, entry: Any, channel: Told) -> Piece:
    title = text_of_fragment(str(entry.get("title", "")))
    contents = [str(one.get("value", "")) for one in entry.get("content", [])] + [str(entry.get("summary", ""))]
    text = compose(title, text_of_fragment(max(contents, key=len)))
    if not text:
        return Skipped(source.path + part, f"{source.path}{part}: no text in this entry")
    moment = str(entry.get("published") or entry.get("updated") or "")
    told = replace(
        channel,
        title=title,
        author=str(entry.get("author", "")),
        published=read_date(moment) if moment else UNKNOWN_PUBLISHED,
        url=str(entry.get("link", "")),
        record_id=str(entry.get("id", "")),
    )
    return found_in(source, part, text, told)
