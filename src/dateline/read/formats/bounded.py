"""Unpacked bytes with a bound: a packed stream in, a stream out that stops with an error where a bomb unpacks."""

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

from dateline.errors import InputError

__all__ = ["LARGEST_TOTAL", "gunzipped", "held", "is_bomb"]

LARGEST_TOTAL = 20 * 1024**3  # bytes that one archive may hold, unpacked
_RATIO, _RATIO_FROM = 250, 32 * 1024**2  # text packs to a tenth, the most uniform of logs to a hundredth
_IN_MEMORY = 16 * 1024**2
_CHUNK = 1024**2


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def is_bomb(packed: int, unpacked: int) -> bool:
    """True where so many bytes come of so few that no reports are in them."""
    return unpacked > LARGEST_TOTAL or (unpacked > _RATIO_FROM and unpacked > _RATIO * max(packed, 1))


def gunzipped(packed: BinaryIO, path: str) -> BinaryIO:
    """Return what a gzip stream unpacks to, to be closed with it; reading may raise InputError."""
    return io.BufferedReader(_Counted(packed, path), _CHUNK)


@contextmanager
def held(stream: _Readable) -> Iterator[Callable[[], BinaryIO]]:
    """Copy a stream that can be read only once, and give what opens the copy; a large one lies in a nameless file."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        while chunk := stream.read(_CHUNK):
            spool.write(chunk)

        def open() -> BinaryIO:
            spool.seek(0)
            return cast(BinaryIO, io.BufferedReader(_Lent(spool)))

        yield open


class _Counted(io.RawIOBase):
    def __init__(self, packed: BinaryIO, path: str) -> None:
        self._under, self._path, self._unpacked = packed, path, 0
        self._stream = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._under.close()
        super().close()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._unpacked += len(data)
        if is_bomb(self._under.tell(), self._unpacked):
            raise InputError(
                f"{self._path}: unpacks to far more than it holds, as an archive made to do harm; leave it out"
            )
        buffer[: len(data)] = data
        return len(data)


class _Lent(io.RawIOBase):
    """A spool that stays open when its reader is closed."""

    def __init__(self, spool: "SpooledTemporaryFile[bytes]") -> None:
        self._spool = spool

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._spool.seek(offset, whence)

    def tell(self) -> int:
        return self._spool.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._spool.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
