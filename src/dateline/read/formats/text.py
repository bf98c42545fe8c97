"""Plain text and Markdown: the text as it stands in the file, so that offsets into it are offsets into the file."""

from collections.abc import Iterator

from dateline.errors import InputError
from dateline.read.decoding import decode
from dateline.read.source import LONGEST, Piece, Source, found_in

__all__ = ["read"]


def read(source: Source) -> Iterator[Piece]:
    """Yield the one text."""
    data = source.read()
    if len(data) > 4 * LONGEST:  # whatever the encoding; no need to find out which
        raise InputError(f"{source.path}: {len(data):,} bytes of plain text are not one report; cut it into reports")
    yield found_in(source, "", decode(data, source.path), source.told, data)
