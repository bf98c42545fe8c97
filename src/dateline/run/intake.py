"""What comes in: takes paths and a record, reads the files that are new or have changed, keeps their reports in the record.

A file that stands as it stood is told by its size and time, and not opened. So to read ten thousand files again takes seconds.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Article, Input, Skipped, content_id
from dateline.plugins import READERS, plugins_of
from dateline.read import Defaults, Listing, Passed, ReportFile, read_file, read_stream, shown
from dateline.read.registry import problems
from dateline.record import Record, create_or_open
from dateline.settings import Settings

__all__ = ["Intake", "take_in"]

_BATCH, _BATCH_CHARS = 200, 4_000_000  # what is held before it is written
_PROBLEMS = 30  # of one file that are told one by one
_BESIDE = ("dateline.toml", "documents.csv")
_LIBRARIES = ("trafilatura", "feedparser", "pypdf", "openpyxl", "warcio")  # what they find depends on their version

Tell = Callable[[str, int, int], None]


@dataclass(slots=True)
class Intake:
    """What came in: the ids of all documents in the files given, what was skipped and why, what was passed over."""

    documents: set[str] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    unchanged: int = 0


def take_in(given: Listing, into: Path | str, settings: Settings, tell: Tell) -> tuple[Record, Intake]:
    """Read what is new or changed of the files given into the record `into`, which is made with the first report.

    Raises InputError where nothing could be read.
    """
    taking = _Taking(Path(into), Defaults(outlet=settings.outlet, published=settings.published))
    taking.result.passed += [shown(path) for path in given.passed]
    taking.result.skipped += [Skipped(problem, problem) for problem in problems()]
    if given.stream:
        taking.stream()
    for at, file in enumerate(given.files, 1):
        taking.file(file)
        tell("reading", at, len(given.files))
    taking.flush()
    if taking.record is None or not taking.result.documents:
        reasons = "; ".join(list(dict.fromkeys(one.reason for one in taking.result.skipped))[:3])
        raise InputError(
            f"nothing to read: {reasons or 'no report in the paths given; docs/inputs.md tells what is read'}"
        )
    return taking.record, taking.result


class _Taking:
    """One run over the files: holds reports until there are enough to write, and knows which files stand as they stood."""

    def __init__(self, into: Path, defaults: Defaults) -> None:
        self.into, self.defaults, self.result = into, defaults, Intake()
        exists = into.is_file() and into.stat().st_size > 0
        self.record = create_or_open(into) if exists else None
        self._known = self.record.inputs() if self.record else {}
        self._articles: dict[str, Article] = {}
        self._files: list[tuple[Input, tuple[str, ...]]] = []
        self._chars = 0
        self._how = cache(self._how_in)

    def file(self, file: ReportFile) -> None:
        """Read one file, unless it stands as it stood."""
        try:
            new = self._input(file)
        except OSError as error:
            path = shown(file.path)
            self._skip([Skipped(path, f"{path}: cannot be opened ({error.strerror}); check that you may read it")])
            return
        old, documents = self._known.get(new.id, (None, ()))
        if old and (old.size, old.modified, old.how) == (new.size, new.modified, new.how):
            self._same(old, documents)
        elif old and old.how == new.how and old.size == new.size and old.sha256 == _hash(file.path):
            self._files.append((replace(old, modified=new.modified), documents))
            self._same(old, documents)
        else:
            self._read(file, new)

    def stream(self) -> None:
        """Read the standard input."""
        self._collect("stdin", read_stream(sys.stdin.buffer, self.defaults))

    def flush(self) -> None:
        """Write what is held."""
        if self.record is None and not self._articles:
            return  # a record is made with its first report, never for files that hold none
        self.record = self.record or create_or_open(self.into)
        if self._articles or self._files:
            self.record.take_in(self._articles.values(), self._files)
        self._articles, self._files, self._chars = {}, [], 0

    def _same(self, old: Input, documents: tuple[str, ...]) -> None:
        self.result.unchanged += 1
        self.result.documents.update(documents)
        self.result.skipped += old.problems

    def _read(self, file: ReportFile, new: Input) -> None:
        ids, skipped = self._collect(new.path, read_file(file, self.defaults))
        if ids or skipped:
            with suppress(OSError):
                done = replace(new, sha256=_hash(file.path), problems=tuple(skipped))
                self._files.append((done, tuple(ids)))

    def _collect(self, path: str, pieces: Iterator[Article | Skipped | Passed]) -> tuple[list[str], list[Skipped]]:
        ids: list[str] = []
        skipped: list[Skipped] = []
        try:
            for piece in pieces:
                if isinstance(piece, Article):
                    ids.append(piece.id)
                    self._hold(piece)
                elif isinstance(piece, Passed):
                    self.result.passed.append(piece.path)
                else:
                    skipped.append(piece)
        except InputError as error:
            skipped.append(Skipped(path, str(error)))
        self._skip(skipped := _few(path, skipped))
        return ids, skipped

    def _skip(self, skipped: list[Skipped]) -> None:
        self.result.skipped += skipped

    def _hold(self, article: Article) -> None:
        if article.id not in self.result.documents:
            self.result.documents.add(article.id)
            self._articles[article.id] = article
            self._chars += len(article.text)
        if len(self._articles) >= _BATCH or self._chars >= _BATCH_CHARS:
            self.flush()

    def _input(self, file: ReportFile) -> Input:
        place = Path(os.path.realpath(file.path))
        stat = place.stat()
        # The place itself is not kept: a record is handed on, and nobody need know how its maker's folders are named.
        id = content_id("i", place.as_posix().encode(errors="surrogateescape"))
        how = self._how(Path(os.path.realpath(file.path.parent)), Path(os.path.realpath(file.root)))
        return Input(id, shown(file.path), stat.st_size, stat.st_mtime_ns, "", how)

    def _how_in(self, folder: Path, root: Path) -> str:
        """A mark of all that the reports of a folder depend on beside their files."""
        digest = hashlib.sha256(f"{_program()}{self.defaults}".encode())
        inside = [one for one in folder.parents if one == root or root in one.parents]
        for one in dict.fromkeys((folder, folder.parent, *inside)):
            for name in _BESIDE:
                with suppress(OSError):
                    digest.update((one / name).read_bytes())
        return digest.hexdigest()[:16]


def _few(path: str, skipped: list[Skipped]) -> list[Skipped]:
    if len(skipped) <= _PROBLEMS:
        return skipped
    return [*skipped[:_PROBLEMS], Skipped(path, f"{path}: and {len(skipped) - _PROBLEMS} more problems like these")]


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@cache
def _program() -> str:
    """A mark of the readers: another version of them may find another text."""
    root = Path(__file__).parent.parent / "read"
    digest = hashlib.sha256()
    for path in sorted(chain(root.rglob("*.py"), root.rglob("*.yaml"))):
        digest.update(path.read_bytes())
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}".encode())
    for plugin in plugins_of(READERS):
        digest.update(f"{plugin.package} {plugin.version} {plugin.name}".encode())
    return digest.hexdigest()[:16]
