"""Which reader fits which bytes: takes a Source, tells its format by first bytes and suffix, gives the texts in it."""

import importlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from dateline.errors import InputError
from dateline.model import Skipped
from dateline.plugins import READERS, plugins_of
from dateline.read.source import LONGEST, Found, Passed, Piece, Reader, Source, printable

__all__ = ["Format", "format_of", "formats", "is_report_name", "problems", "read_source"]

_DEEPEST = 5  # containers within containers
_DAMAGED = (zlib.error, EOFError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError)
_COMPANY = frozenset({"documents.csv", "readme.md", "dateline.toml"})
_TABLES = frozenset(
    {"outlets.csv", "actors.csv", "aliases.csv", "places.csv", "nouns.csv", "countries.csv", "wording.csv"}
)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be read: its name, how its names end, and what reads it (a Reader, or where one is)."""

    name: str
    suffixes: tuple[str, ...]
    read: Reader | str


_SHIPPED = (
    Format("text", (".txt", ".text", ".md", ".markdown"), "text:read"),
    Format("html", (".html", ".htm", ".xhtml"), "page:read"),
    Format("jsonl", (".jsonl", ".ndjson"), "jsonlines:read"),
    Format("json", (".json",), "jsonlines:read_json"),
    Format("csv", (".csv", ".tsv"), "table:read"),
    Format("xlsx", (".xlsx", ".xlsm"), "sheet:read"),
    Format("pdf", (".pdf",), "pdf:read"),
    Format("eml", (".eml",), "mail:read"),
    Format("feed", (".rss", ".atom", ".xml"), "feed:read"),
    Format("warc", (".warc", ".warc.gz"), "webarchive:read"),
    Format("wacz", (".wacz",), "archive:read_wacz"),
    Format("zip", (".zip",), "archive:read_zip"),
    Format("tar", (".tar", ".tar.gz", ".tgz"), "archive:read_tar"),
    Format("gzip", (".gz",), "archive:read_gzip"),
)
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


@lru_cache(maxsize=1)
def formats() -> Mapping[str, Format]:
    """Return all formats by name: those that come along, and those of plug-ins, which may take their place."""
    added = [plugin.value for plugin in plugins_of(READERS) if isinstance(plugin.value, Format)]
    return MappingProxyType({one.name: one for one in (*_SHIPPED, *added)})


def problems() -> list[str]:
    """Return what is wrong with plug-ins, in words for the user."""
    wrong = [one.problem for one in plugins_of(READERS) if one.problem]
    odd = [one for one in plugins_of(READERS) if not one.problem and not isinstance(one.value, Format)]
    return wrong + [f"plug-in {one.name} of {one.package}: names no Format; tell its makers" for one in odd]


def is_report_name(name: str) -> bool:
    """True for a file that is read when a folder or an archive holds it: of a known kind, not hidden, no company."""
    last = name.rsplit("/", 1)[-1].lower()
    return bool(_by_suffix(last)) and last not in _COMPANY and last not in _TABLES


def format_of(source: Source) -> str:
    """Return the name of the format: that of the source, else told by the first bytes, else by the suffix.

    Raises InputError where it cannot be told.
    """
    if source.format:
        return source.format
    head = source.head()
    return _by_magic(head, source.name.lower()) or _by_suffix(source.name.lower()) or _by_content(head)


def read_source(source: Source) -> Iterator[Found | Skipped | Passed]:
    """Yield each text in a source and in the sources within it. Raises InputError where nothing can be read.

    What is wrong with one member is told in its place and stops no other.
    """
    name = format_of(source)
    for piece in _pieces(source, name):
        if isinstance(piece, Source):
            yield from _inner(piece, source)
        elif isinstance(piece, Found) and len(piece.text) > LONGEST:
            yield Skipped(
                piece.path,
                f"{piece.path}: a text of {len(piece.text):,} characters, more than {LONGEST:,}, is not one report; cut it",
            )
        elif isinstance(piece, Found):
            yield replace(piece, format=piece.format or name)
        else:
            yield piece


def _pieces(source: Source, name: str) -> Iterator[Piece]:
    """Yield what a reader gives; whatever a library or a plug-in raises over a broken file becomes a word on that file."""
    try:
        yield from _reader(formats()[name])(source)
    except InputError:
        raise
    except _DAMAGED as error:
        why = str(error) or "it ends too early"
        raise InputError(
            f"{source.path}: damaged, or packed in an unknown way ({why}); get it anew, or unpack it"
        ) from error
    except Exception as error:
        why = f"{type(error).__name__}: {error}"[:200]
        raise InputError(
            f"{source.path}: cannot be read as {name} ({why}); mend it, or save its text as .txt"
        ) from error


def _inner(source: Source, outer: Source) -> Iterator[Found | Skipped | Passed]:
    if source.depth > _DEEPEST:
        yield Skipped(source.path, f"{source.path}: archives within archives, too deep; unpack it yourself")
        return
    if not source.format and source.path != outer.path:
        hidden = any(part.startswith((".", "__MACOSX")) for part in source.path.rpartition("!")[2].split("/"))
        if hidden or not is_report_name(source.name):
            yield Passed(source.path)
            return
    try:
        yield from read_source(source)
    except InputError as error:
        yield Skipped(source.path, str(error))
    except _DAMAGED as error:  # while its first bytes were looked at
        yield Skipped(
            source.path,
            f"{source.path}: damaged, or packed in an unknown way ({error or 'it ends too early'}); unpack it",
        )


def _reader(format: Format) -> Reader:
    if not isinstance(format.read, str):
        return format.read
    module, _, name = format.read.partition(":")
    reader: Reader = getattr(importlib.import_module(f"dateline.read.formats.{module}"), name)
    return reader


@lru_cache(maxsize=4096)
def _by_suffix(name: str) -> str:
    """The format whose suffix ends the name, the longest first; of `a.csv.gz`, gzip."""
    fitting = [(len(end), one.name) for one in formats().values() for end in one.suffixes if name.endswith(end)]
    if not fitting:
        return ""
    best = max(fitting)[1]
    return best if best != "gzip" or _by_suffix(name.removesuffix(".gz")) else ""


def _by_magic(head: bytes, name: str) -> str:
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(head, name)
    if head.startswith(b"\x1f\x8b"):
        return _kind_of_gzip(head)
    return ""


def _kind_of_zip(head: bytes, name: str) -> str:
    known = _by_suffix(name)
    if known in ("xlsx", "wacz", "zip"):
        return known
    if b"xl/" in head:
        return "xlsx"
    office = b"word/" in head or b"mimetypeapplication/vnd.oasis" in head or b"ppt/" in head
    if office:
        raise InputError(f"{printable(name)}: an office document; save it as PDF, HTML or text, and give that")
    return "zip"


def _kind_of_gzip(head: bytes) -> str:
    try:
        inner = zlib.decompressobj(wbits=31).decompress(head, 600)
    except zlib.error:
        return "gzip"
    if inner.startswith(b"WARC/"):
        return "warc"
    return "tar" if inner[257:262] == b"ustar" else "gzip"


def _by_content(head: bytes) -> str:
    """The format of bytes under a name that tells nothing."""
    if _FEED.search(head[:1000]):
        return "feed"
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{") and b"}\n{" in head.replace(b"\r", b""):
        return "jsonl"
    return "json" if start.startswith((b'{"', b"[{", b"{\n", b"[\n")) else "text"
