"""One file to one Article: takes a path and what the user told, gives back text, date, language, sentences."""

import hashlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Article, Published, Sentence, Span, content_id
from dateline.read.boilerplate import find_boilerplate
from dateline.read.decoding import decode
from dateline.read.header import Header, find_header, find_title
from dateline.read.language import CODED_LANGUAGES, coding_note, detect_language
from dateline.read.manifest import ManifestRow, find_row, parse_published
from dateline.read.months import is_sensible
from dateline.read.sentences import split_sentences

__all__ = ["Defaults", "read_article"]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user told for all files of a run, each empty where nothing was told; `published` is an ISO date."""

    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


def read_article(path: Path | str, defaults: Defaults = Defaults()) -> Article:
    """Return the report at `path`.

    Publication date: what the user told, then what the text's head tells, then the manifest. Outlet, language and link:
    the manifest, then what the user told, then what can be found. Raises InputError where the file cannot be read.
    """
    path = Path(path)
    if any("\ud800" <= char <= "\udfff" for char in str(path)):
        shown = os.fsencode(path).decode(errors="backslashreplace")
        raise InputError(f"{shown}: the file's name is no readable text; rename it")
    data = _read_bytes(path)
    text = decode(data, str(path))
    row = find_row(path)
    header = find_header(text)
    boilerplate = find_boilerplate(text, header.spans)
    language = row.language or defaults.language.lower() or detect_language(_prose(text, boilerplate))
    sha256 = hashlib.sha256(data).hexdigest()
    return Article(
        id=content_id("d", path.name, sha256),
        path=path.as_posix(),
        title=find_title(text, boilerplate),
        outlet=row.outlet or defaults.outlet or header.outlet,
        language=language,
        published=_published(defaults, header, row),
        url=row.url or defaults.url,
        sha256=sha256,
        text=text,
        sentences=_sentences(text, boilerplate),
        boilerplate=boilerplate,
        coded=language in CODED_LANGUAGES,
        note=coding_note(language),
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the spelling and the folder you are in") from None
    except IsADirectoryError:
        raise InputError(f"{path}: this is a folder; name the files in it") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path}: the file cannot be opened ({reason}); check that you may read it") from None


def _prose(text: str, boilerplate: tuple[Span, ...]) -> str:
    """The text without its furniture, which is often in another language; all of it where nothing else is left."""
    kept, at = [], 0
    for span in boilerplate:
        kept.append(text[at : span.start])
        at = span.end
    prose = " ".join([*kept, text[at:]])
    return prose if prose.strip() else text


def _sentences(text: str, boilerplate: tuple[Span, ...]) -> tuple[Sentence, ...]:
    spans = split_sentences(text, boilerplate)
    return tuple(
        Sentence(index, span, any(furniture.covers(span) for furniture in boilerplate))
        for index, span in enumerate(spans)
    )


def _published(defaults: Defaults, header: Header, row: ManifestRow) -> Published:
    if defaults.published:
        return parse_published(defaults.published, "--published")
    if header.published:
        return Published(header.published, header.published, header.published, "text")
    dated = _complete(header.day_month, row.published) if header.day_month else None
    if dated:
        return Published(dated, dated, dated, "text")
    return row.published if row.published != UNKNOWN_PUBLISHED else UNKNOWN_PUBLISHED


def _complete(day_month: tuple[int, int], known: Published) -> date | None:
    """Give a dateline's day its year where the manifest leaves just one day that fits."""
    if known.date or not (known.earliest and known.latest) or not is_sensible(known.earliest):
        return None
    day, month = day_month
    try:
        dated = date(known.earliest.year, month, day)
    except ValueError:
        return None
    return dated if known.earliest <= dated <= known.latest else None
