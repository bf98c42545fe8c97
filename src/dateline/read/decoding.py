"""Bytes to text: takes a file's bytes, gives back its text with nothing changed, whatever encoding it is in.

The result is what `open(path, encoding=..., newline="")` gives, so offsets into it count code points of the file as it
stands: line ends stay, and so does the byte order mark of a UTF-8 file (as U+FEFF, the first character).
"""

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from charset_normalizer import from_bytes

from dateline.errors import InputError

__all__ = ["EndlessLineError", "decode", "encoding_of", "lines_of"]

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_BINARY = (
    "this is a binary file, not plain text, or it has zero bytes in it; save the report as a UTF-8 text file (.txt)"
)
LONGEST_LINE = 16_000_000  # characters; a line of JSON with the longest report in it, every letter escaped
_SAMPLE, _SAMPLE_LEGACY = 256 * 1024, 64 * 1024
_ZEROS_OF_UTF16 = (
    0.03  # part of the bytes; the blanks of any writing make more, a damaged text of another kind has less
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Only encodings that news files are met in: a wider choice makes short texts come out as a wrong Central European one.
_LEGACY = ["cp1252", "cp1251", "cp1256", "cp1254", "koi8_r", "iso8859_6", "gb18030", "shift_jis", "euc_kr"]


class EndlessLineError(InputError):
    """A line that is longer than any report; `number` counts from 1."""

    def __init__(self, name: str, number: int) -> None:
        """Say which line."""
        super().__init__(f"{name}, line {number}: longer than {LONGEST_LINE:,} characters; no report is; mend the file")
        self.number = number


def encoding_of(stream: BinaryIO, name: str) -> str:
    """Return the encoding of a stream of any length, of which little is held at a time; it is read to its end.

    Raises InputError for empty and binary ones.
    """
    sample = stream.read(_SAMPLE)
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    _refuse(sample, name)
    if sample.startswith((*_UTF32, *_UTF16)):
        return "utf-32" if sample.startswith(_UTF32) else "utf-16"
    if sample.count(0) >= len(sample) * _ZEROS_OF_UTF16:
        return _utf16_without_mark(sample)
    if _looks_binary(sample.decode("latin-1")):
        raise InputError(f"{name}: {_BINARY}")
    decoder = codecs.getincrementaldecoder("utf-8")()
    legacy, chunk = "", sample
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            legacy = _legacy_of(chunk[:_SAMPLE_LEGACY], name)
            break
        chunk = stream.read(_SAMPLE)
    return legacy or "utf-8"


def lines_of(stream: BinaryIO, encoding: str, name: str) -> Iterator[str | EndlessLineError]:
    """Yield the lines of a stream with what ends them; of an endless one, the error that tells of it in its place."""
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            if len(line) < LONGEST_LINE or line.endswith("\n"):
                yield line
                continue
            while (rest := text.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            yield EndlessLineError(name, number)
    finally:
        with suppress(ValueError):  # whoever opened the stream closes it, and may have done so
            text.detach()


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`; `name` is only for messages. Raises InputError for empty and binary files."""
    _refuse(data, name)
    text = _decode_unicode(data)
    if text is None:
        text = _decode_legacy(data, name)
    if _looks_binary(text):
        raise InputError(f"{name}: {_BINARY}")
    return text


def _refuse(data: bytes, name: str) -> None:
    """Raise InputError for what is no text at all, told from how it begins."""
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise InputError(f"{name}: the file is empty; leave it out, or put the report's text into it")
    kind = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise InputError(f"{name}: this is {kind}, not plain text; save the report as a UTF-8 text file (.txt)")


def _decode_unicode(data: bytes) -> str | None:
    encoding = "utf-8"
    if data.startswith(_UTF32):
        encoding = "utf-32"
    elif data.startswith(_UTF16):
        encoding = "utf-16"
    elif data.count(0) >= len(data) * _ZEROS_OF_UTF16:
        encoding = _utf16_without_mark(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 without its mark shows as NULs at every other byte, since spaces and digits are below 256."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return "utf-16-be" if even > odd else "utf-16-le"


def _decode_legacy(data: bytes, name: str) -> str:
    return data.decode(_legacy_of(data, name))


def _legacy_of(data: bytes, name: str) -> str:
    if b"\x00" in data:
        raise InputError(f"{name}: {_BINARY}")
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise InputError(
            f"{name}: the bytes are no text in any known encoding; save it as UTF-8, or leave it out if it is binary"
        )
    return best.encoding


def _looks_binary(text: str) -> bool:
    sample = text[:20_000]
    strange = sum(1 for char in sample if (char < " " and char not in "\t\n\r\x0b\x0c\x1b") or char == "\ufffe")
    return "\x00" in sample or strange > len(sample) * 0.02
