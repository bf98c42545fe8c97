"""PDF files: the text layer, page after page; one that holds only pictures of pages is told apart."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED
from dateline.read.dates import read_date
from dateline.read.source import LONGEST, Piece, Source, found_in

__all__ = ["read"]

_LETTERS_A_PAGE = 20  # fewer on every page: a scan, with page numbers at most
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])")
_DAY = re.compile(r"D:(\d{8})")


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of a paper. Raises InputError for a scanned, locked or damaged one."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends by itself is no news to a user
    data = source.read()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{source.path}: this PDF is locked with a password; save it anew without one")
        pages = len(reader.pages)
        text = _text(reader)
        about = reader.metadata
        title = str((about.title if about else "") or "")
        author, made = (
            str((about.author if about else "") or ""),
            str((about.get("/CreationDate") if about else "") or ""),
        )
    except InputError:
        raise
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise InputError(
            f"{source.path}: this PDF is damaged ({error or type(error).__name__}); save it anew from a PDF viewer, or save "
            "its text as .txt"
        ) from None
    if sum(map(str.isalpha, text)) < _LETTERS_A_PAGE * pages:
        raise InputError(
            f"{source.path}: this PDF holds pictures of its {pages} pages and no text (a scan); run OCR over it, "
            "such as `ocrmypdf in.pdf out.pdf`, and give the result"
        )
    day = _DAY.match(made)
    told = replace(
        source.told,
        title=title.strip(),
        author=author.strip(),
        made=read_date(day[1]) if day else UNKNOWN_PUBLISHED,
    )
    yield found_in(source, "", text, told, data)


def _text(reader: object) -> str:
    """All pages, an empty line between them; words cut at a line's end are made whole."""
    parts: list[str] = []
    length = 0
    for page in reader.pages:  # type: ignore[attr-defined]
        parts.append(_HYPHEN.sub("", page.extract_text().strip()))
        length += len(parts[-1])
        if length > LONGEST:
            break
    return "\n\n".join(part for part in parts if part).replace("\x00", "")
