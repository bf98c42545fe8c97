"""WARC files: the pages and plain texts a crawl brought in, told as `crawl.warc.gz#3`, with address, time and record id."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from dateline.errors import InputError
from dateline.model import Skipped
from dateline.read.dates import read_moment
from dateline.read.source import LARGEST, Piece, Source, Told

__all__ = ["read"]

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf"}
_TYPES = ("response", "resource", "conversion")


def read(source: Source) -> Iterator[Piece]:
    """Yield each page, paper or plain text that was got whole (status 200), as a source of its own.

    The same content under the same address is given once, by its id, like everywhere.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    with source.open() as stream:
        try:
            records = ArchiveIterator(stream)
            while record := _next(records):
                number += 1
                yield from _page(source, number, record)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError) as error:
            first = (str(error).strip().splitlines() or ["it ends too early"])[0]
            raise InputError(
                f"{source.path}#{number + 1}: the web archive is damaged here ({first}); what stands before is read; get "
                "it anew, or pack it with `warcio recompress`"
            ) from None


def _next(records: Any) -> Any:
    """The next record, or None; what warcio would print of odd ones is kept from the terminal."""
    with redirect_stderr(StringIO()):
        return next(records, None)


@dataclass(frozen=True, slots=True)
class _Body:
    data: bytes

    def __call__(self) -> BytesIO:
        return BytesIO(self.data)


def _page(source: Source, number: int, record: Any) -> Iterator[Piece]:
    headers, http = record.rec_headers, record.http_headers
    if record.rec_type not in _TYPES or (http and http.get_statuscode() != "200"):
        return
    declared = (http.get_header("Content-Type") if http else "") or headers.get_header("Content-Type") or ""
    media, _, more = declared.partition(";")
    format = _FORMATS.get(media.strip().lower())
    if not format:
        return
    path = f"{source.path}#{number}"
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Skipped(path, f"{path}: larger than {LARGEST // 1024**2} MB, so it is not one report")
    elif data.strip():
        told = Told(
            url=headers.get_header("WARC-Target-URI") or "",
            retrieved=read_moment(headers.get_header("WARC-Date") or ""),
            record_id=(headers.get_header("WARC-Record-ID") or "").strip("<>"),
        )
        charset = more.lower().partition("charset=")[2].strip(" \"';")
        yield Source(path, told.url, _Body(data), source.depth + 1, format, charset, told, source.given)
