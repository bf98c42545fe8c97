"""ZIP, TAR and gzip: their members, each opened in place, none unpacked by its own name; what could harm is refused."""

import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from dateline.errors import InputError
from dateline.model import Skipped
from dateline.read.formats.bounded import gunzipped, held, is_bomb
from dateline.read.source import Piece, Source, printable

__all__ = ["open_zip", "read_gzip", "read_tar", "read_zip"]

_MEMBERS = 1_000_000
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")
_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
_LOCKED = 0x1


def read_zip(source: Source, below: str = "") -> Iterator[Piece]:
    """Yield the members of a ZIP file, or only those below a folder of it."""
    with open_zip(source) as archive:
        for info in archive.infolist():
            if info.is_dir() or not info.filename.startswith(below):
                continue
            if info.flag_bits & _LOCKED:
                yield _skipped(source, info.filename, "locked with a password; unpack it yourself")
            elif _OUTSIDE.search(info.filename):
                yield _skipped(source, info.filename, "its name leads out of the archive; rename it, if you trust it")
            else:
                yield source.inner(printable(info.filename), _Member(archive, info))


def read_wacz(source: Source) -> Iterator[Piece]:
    """Yield the web archives in a WACZ file; its lists of pages and its index hold no reports."""
    yield from read_zip(source, "archive/")


def read_tar(source: Source) -> Iterator[Piece]:
    """Yield the members of a TAR file, packed with gzip or not; links and devices are told, never followed."""
    with _clear_errors(source), source.open() as packed:
        zipped = packed.read(2) == b"\x1f\x8b"
        packed.seek(0)
        plain = gunzipped(packed, source.path) if zipped else packed
        with plain, tarfile.open(fileobj=plain, mode="r|") as archive:
            for number, member in enumerate(archive):
                if number >= _MEMBERS:
                    raise InputError(f"{source.path}: more than {_MEMBERS:,} members; unpack it, and give the folder")
                yield from _member(source, archive, member)


def _member(source: Source, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Piece]:
    if _OUTSIDE.search(member.name):
        yield _skipped(source, member.name, "its name leads out of the archive; rename it, if you trust it")
    elif member.isfile():
        stream = archive.extractfile(member)
        if stream is not None:
            with held(stream) as open:
                yield source.inner(printable(member.name.removeprefix("./")), open)
    elif not member.isdir():
        yield _skipped(source, member.name, "a link or device, which is not followed")


def read_gzip(source: Source) -> Iterator[Piece]:
    """Yield what a gzip file holds: one file, named as this without `.gz`."""
    name = re.sub(r"\.gz$", "", source.name, flags=re.IGNORECASE)

    def open() -> BinaryIO:
        return gunzipped(source.open(), source.path)

    with _clear_errors(source):
        yield Source(source.path, name, open, source.depth + 1, told=source.told, given=source.given)


@dataclass(frozen=True, slots=True)
class _Member:
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def __call__(self) -> BinaryIO:
        return cast(BinaryIO, self.archive.open(self.info))


@contextmanager
def open_zip(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP file that is known to do no harm. Raises InputError for a bomb, and for a damaged file."""
    with (
        _clear_errors(source),
        source.open() as stream,
        _seekable(source, stream) as seekable,
        zipfile.ZipFile(seekable) as archive,
    ):
        infos = archive.infolist()
        packed, unpacked = sum(i.compress_size for i in infos), sum(i.file_size for i in infos)
        seekable.seek(0, 2)
        if is_bomb(min(packed, seekable.tell()), unpacked) or any(is_bomb(i.compress_size, i.file_size) for i in infos):
            raise InputError(
                f"{source.path}: unpacks to far more than it holds, as an archive made to do harm; leave it out"
            )
        if len(infos) > _MEMBERS:
            raise InputError(f"{source.path}: more than {_MEMBERS:,} members; unpack it, and give the folder")
        yield archive


@contextmanager
def _seekable(source: Source, stream: BinaryIO) -> Iterator[BinaryIO]:
    """Within another archive a stream can only be wound back by unpacking it anew, so it is copied once."""
    if not source.depth:
        yield stream
        return
    with held(stream) as open:
        yield open()


@contextmanager
def _clear_errors(source: Source) -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        raise InputError(
            f"{source.path}: the archive is damaged ({str(error) or 'it ends too early'}); unpack it yourself and give the "
            "folder, or get it anew"
        ) from None


def _skipped(source: Source, name: str, why: str) -> Skipped:
    shown = f"{source.path}!{printable(name)}"
    return Skipped(shown, f"{shown}: {why}")
