"""What readers take and give: a Source of bytes in; texts found in it, further Sources, or a word on what cannot be read."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeAlias

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Published, Skipped
from dateline.read.given import NOTHING_GIVEN, Given

__all__ = [
    "LARGEST",
    "LONGEST",
    "Found",
    "Passed",
    "Piece",
    "Reader",
    "Source",
    "Told",
    "compose",
    "file_source",
    "found_in",
    "printable",
]

LARGEST = 64 * 1024 * 1024  # bytes of a file that is one report; no report is larger
LONGEST = 2_000_000  # characters of one report, some 700 pages; to understand it takes 1.3 GB of memory
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Told:
    """What a format tells of a report beside its text; empty where it tells nothing.

    `made` is the day the file itself was made, which counts less than a day in its text.
    """

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: Published = UNKNOWN_PUBLISHED
    language: str = ""
    url: str = ""
    retrieved: datetime | None = None
    record_id: str = ""
    made: Published = UNKNOWN_PUBLISHED


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name: a file, a member of an archive, a record of a web archive, the standard input.

    `path` is shown to users, `name` (with its suffix) tells the format unless `format` does; `open` begins anew at each
    call; `depth` counts the containers around it; `charset` is what its container says of its encoding.
    """

    path: str
    name: str
    open: Callable[[], BinaryIO]
    depth: int = 0
    format: str = ""
    charset: str = ""
    told: Told = field(default_factory=Told)
    given: Given = NOTHING_GIVEN

    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(_HEAD)

    def read(self) -> bytes:
        """All bytes; raises InputError where they are more than any report has."""
        with self.open() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError(
                f"{self.path}: larger than {LARGEST // 1024**2} MB, so it is not one report; cut it into reports, "
                "or give many reports as JSON Lines, CSV or an archive"
            )
        return data

    def inner(self, name: str, open: Callable[[], BinaryIO]) -> "Source":
        """A member of this container."""
        last = PurePosixPath(name).name or name
        return Source(f"{self.path}!{name}", last, open, self.depth + 1, given=self.given)


@dataclass(frozen=True, slots=True)
class Found:
    """The text of one report. `key` tells it from others of the same text: a file's name, an address, a row's id."""

    path: str
    key: str
    text: str
    sha256: str
    format: str
    told: Told = field(default_factory=Told)
    given: Given = NOTHING_GIVEN


@dataclass(frozen=True, slots=True)
class Passed:
    """A file of a kind that is not read, beside others that are."""

    path: str


Piece: TypeAlias = Found | Source | Skipped | Passed
Reader: TypeAlias = Callable[[Source], Iterator[Piece]]


def file_source(path: Path, given: Given = NOTHING_GIVEN) -> Source:
    """Return a file as a Source."""
    return Source(path.as_posix(), path.name, lambda: path.open("rb"), given=given)


def found_in(source: Source, part: str, text: str, told: Told, data: bytes = b"") -> Found:
    """Return a text found in `source`, at `part` ("" or "#12"); its hash is that of `data`, else of the text."""
    digest = hashlib.sha256(data or text.encode("utf-8", "surrogatepass")).hexdigest()
    key = told.record_id or told.url if part else source.name
    return Found(source.path + part, key, text, digest, "", told, source.given)


def compose(title: str, body: str) -> str:
    """Return a title and a text as one text, the title on a line of its own unless the text begins with it."""
    title, body = " ".join(title.split()), body.strip()
    if not title or body.startswith(title):
        return body
    return f"{title}\n\n{body}" if body else title


def printable(name: str) -> str:
    """A name as text that can be shown, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode().translate({n: f"\\x{n:02x}" for n in range(32)})
