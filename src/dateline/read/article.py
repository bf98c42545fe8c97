"""One file to its Articles: takes a path and what the user told, gives back text, date, language, sentences."""

import os
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Article, Published, Sentence, Skipped, Span, content_id
from dateline.read.boilerplate import find_boilerplate
from dateline.read.dates import parse_published
from dateline.read.files import ReportFile
from dateline.read.formats.bounded import held
from dateline.read.given import given_for
from dateline.read.header import Header, find_header, find_title
from dateline.read.language import CODED_LANGUAGES, UNDETERMINED, coding_note, detect_language
from dateline.read.manifest import EMPTY_ROW, ManifestRow, find_row
from dateline.read.months import is_sensible
from dateline.read.registry import read_source
from dateline.read.sentences import split_sentences
from dateline.read.source import Found, Passed, Source, file_source

__all__ = ["Defaults", "make_article", "read_article", "read_file", "read_stream", "shown"]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user told for all files of a run, each empty where nothing was told; `published` is an ISO date."""

    outlet: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


def read_article(path: Path | str, defaults: Defaults = Defaults()) -> Article:
    """Return the one report, or the first, in the file at `path`. Raises InputError where there is none."""
    path = Path(path)
    for one in read_file(ReportFile(path, path.parent), defaults):
        if isinstance(one, Article):
            return one
        if isinstance(one, Skipped):
            raise InputError(one.reason)
    raise InputError(f"{path}: no report in this file; look into it, or leave it out")


def read_file(file: ReportFile, defaults: Defaults = Defaults()) -> Iterator[Article | Skipped | Passed]:
    """Yield every report in a file, with what lies beside it taken into account. Raises InputError where none can be read.

    `dateline.toml` and `documents.csv` are those of its folder and the folders above.
    """
    path = file.path
    if any("\ud800" <= char <= "\udfff" for char in str(path)):
        raise InputError(f"{shown(path)}: the file's name is no readable text; rename it")
    _check(path)
    row = find_row(path)
    source = file_source(path, given_for(path, file.root))
    yield from _articles(source, row, defaults)


def read_stream(stream: BinaryIO, defaults: Defaults = Defaults()) -> Iterator[Article | Skipped | Passed]:
    """Yield every report in the standard input, which is copied, since it can be read but once."""
    with held(stream) as open:
        yield from _articles(Source("stdin", "stdin", open), EMPTY_ROW, defaults)


def _articles(source: Source, row: ManifestRow, defaults: Defaults) -> Iterator[Article | Skipped | Passed]:
    empty = True
    for piece in read_source(source):
        empty = False
        yield make_article(piece, row, defaults) if isinstance(piece, Found) else piece
    if empty:
        raise InputError(f"{source.path}: no report in it; look into it, or leave it out")


def make_article(found: Found, row: ManifestRow, defaults: Defaults) -> Article:
    """Return the report that a text found in a file is.

    Publication date: what the user told, then what the file's format tells, then the text's head, then the manifest.
    Outlet, language and link: the manifest, then dateline.toml, the format, what the user told for all, the text.
    """
    text, told, given = found.text, found.told, found.given
    header = find_header(text)
    boilerplate = find_boilerplate(text, header.spans)
    language = _language(found, row, defaults, _prose(text, boilerplate))
    return Article(
        id=content_id("d", found.key, found.sha256),
        path=found.path,
        title=told.title or find_title(text, boilerplate),
        outlet=row.outlet or given.outlet or told.outlet or defaults.outlet or header.outlet,
        language=language,
        published=_published(found, defaults, header, row),
        url=row.url or given.url or told.url or defaults.url,
        sha256=found.sha256,
        text=text,
        sentences=_sentences(text, boilerplate),
        boilerplate=boilerplate,
        coded=language in CODED_LANGUAGES,
        note=coding_note(language),
        format=found.format,
        author=told.author,
        retrieved=told.retrieved,
        record_id=told.record_id,
    )


def shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _check(path: Path) -> None:
    try:
        with path.open("rb"):
            pass
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the spelling and the folder you are in") from None
    except IsADirectoryError:
        raise InputError(f"{path}: this is a folder; name the files in it") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path}: the file cannot be opened ({reason}); check that you may read it") from None


def _language(found: Found, row: ManifestRow, defaults: Defaults, prose: str) -> str:
    fixed = row.language or found.given.language or defaults.language.lower()
    if fixed:
        return fixed
    seen = detect_language(prose)
    return found.told.language or seen if seen == UNDETERMINED else seen


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
    starts = [furniture.start for furniture in boilerplate]  # in order, and apart from one another
    return tuple(
        Sentence(index, span, (at := bisect_right(starts, span.start)) > 0 and boilerplate[at - 1].covers(span))
        for index, span in enumerate(spans)
    )


def _published(found: Found, defaults: Defaults, header: Header, row: ManifestRow) -> Published:
    if defaults.published:
        return parse_published(defaults.published, "--published")
    given, told = found.given.published, found.told.published
    listed = row.published if row.published != UNKNOWN_PUBLISHED else given
    if given.date:
        return given
    if told.date:
        return listed if row.published.date else told
    if header.published:
        return Published(header.published, header.published, header.published, "text")
    near = listed if listed != UNKNOWN_PUBLISHED else told
    dated = _complete(header.day_month, near) if header.day_month else None
    if dated:
        return Published(dated, dated, dated, "text")
    return near if near != UNKNOWN_PUBLISHED else found.told.made


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
