"""Texts into sentence vectors with the weights of multilingual-e5-small, in plain numpy: tokens, layers, their mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from dateline.understand.coding.e5_file import E5File, unpack

__all__ = ["E5", "Tokenizer"]

FloatArray = NDArray[np.float32]

_WORD = "▁"
_SPACES = re.compile(r"\s+")
_BATCH = 768  # tokens: enough to keep the matrix products busy, small enough for the caches
_ROWS = 96  # rows of the inner layer worked on at a time, for the caches again
_QUERY = "query: "  # what the model was trained to see before a text that is compared with its like


class Tokenizer:
    """Text to piece ids: characters normalized, then for each word the likeliest way to cut it into pieces."""

    def __init__(self, pieces: Mapping[str, tuple[int, float]], normal: Mapping[int, str], unknown: int) -> None:
        self.pieces, self.unknown = pieces, unknown
        self.normal = dict(normal)
        self.longest = max(map(len, pieces))
        self.penalty = min(score for _, score in pieces.values()) - 10
        self._word = lru_cache(maxsize=20_000)(self._cut)

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text's pieces. No piece reaches over a space, so that words can be cut one by one."""
        words = _SPACES.sub(" ", text.translate(self.normal)).strip().split(" ")
        return [piece for word in words for piece in self._word(_WORD + word)]

    def _cut(self, word: str) -> tuple[int, ...]:
        """Viterbi: the best score up to each character, and the piece that ends there."""
        size = len(word)
        best = [0.0] + [-np.inf] * size
        back = [(0, self.unknown)] * (size + 1)
        for start in range(size):
            if best[start] + self.penalty > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self.penalty, (start, self.unknown)
            for end in range(start + 1, min(start + self.longest, size) + 1):
                found = self.pieces.get(word[start:end])
                if found and best[start] + found[1] > best[end]:
                    best[end], back[end] = best[start] + found[1], (start, found[0])
        return tuple(reversed(list(self._trace(back, size))))

    def _trace(self, back: list[tuple[int, int]], at: int) -> Iterator[int]:
        while at > 0:
            at, piece = back[at]
            yield piece


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """One layer: matrices are kept transposed, so that rows of tokens are multiplied from the left."""

    attend: FloatArray
    attend_bias: FloatArray
    out: FloatArray
    out_bias: FloatArray
    out_norm: tuple[FloatArray, FloatArray]
    widen: FloatArray
    widen_bias: FloatArray
    narrow: FloatArray
    narrow_bias: FloatArray
    narrow_norm: tuple[FloatArray, FloatArray]


class E5:
    """The network. The words' own vectors stay packed and are unpacked as they occur."""

    def __init__(self, file: E5File) -> None:
        self.file, self.sizes = file, file.sizes
        self.tokenizer = Tokenizer(file.pieces, file.normal, file.unknown)
        hidden = self.sizes.hidden
        self.words = file.blocks("emb.word", hidden)
        self.positions = file.tensor("emb.pos", hidden) + file.tensor("emb.type", hidden)[0]
        self.first_norm = (file.tensor("emb.ln.w"), file.tensor("emb.ln.b"))
        self.layers = [self._layer(f"l{k}.") for k in range(self.sizes.layers)]

    def _layer(self, prefix: str) -> _Layer:
        hidden, inner, tensor = self.sizes.hidden, self.sizes.inner, self.file.tensor

        def turned(name: str, columns: int) -> FloatArray:
            return np.ascontiguousarray(tensor(prefix + name, columns).T)

        return _Layer(
            attend=np.concatenate([turned(f"{x}.w", hidden) for x in "qkv"], axis=1),
            attend_bias=np.concatenate([tensor(f"{prefix}{x}.b") for x in "qkv"]),
            out=turned("ao.w", hidden),
            out_bias=tensor(prefix + "ao.b"),
            out_norm=(tensor(prefix + "aln.w"), tensor(prefix + "aln.b")),
            widen=turned("fi.w", hidden),
            widen_bias=tensor(prefix + "fi.b"),
            narrow=turned("fo.w", inner),
            narrow_bias=tensor(prefix + "fo.b"),
            narrow_norm=(tensor(prefix + "oln.w"), tensor(prefix + "oln.b")),
        )

    def embed(self, texts: Sequence[str], layers: tuple[int, ...]) -> FloatArray:
        """Return (n, layers, hidden): the mean of each text's tokens after the layers asked for, counted from 1."""
        ids = [self._ids(text) for text in texts]
        out = np.zeros((len(texts), len(layers), self.sizes.hidden), dtype=np.float32)
        for batch in _batches(sorted(range(len(texts)), key=lambda k: (len(ids[k]), ids[k]))[::-1], ids):
            out[batch] = self._forward([ids[k] for k in batch], layers)
        return out

    def _ids(self, text: str) -> list[int]:
        """Return a text's ids; what is longer than the model can read is cut off."""
        pieces = self.tokenizer.encode(_QUERY + text)[: self.sizes.positions - 2]
        return [self.file.start, *pieces, self.file.end]

    def _forward(self, batch: list[list[int]], wanted: tuple[int, ...]) -> FloatArray:
        """Run a batch sorted by length. The texts stand one after the other, without padding."""
        lengths = [len(ids) for ids in batch]
        x = unpack(self.words[np.concatenate([np.asarray(ids) for ids in batch])])
        x += np.concatenate([self.positions[:n] for n in lengths])
        self._norm(x, self.first_norm)
        runs = [(length, len(list(same))) for length, same in groupby(lengths)]
        starts, counts = np.cumsum([0, *lengths[:-1]]), np.asarray(lengths, dtype=np.float32)[:, None]
        means = np.empty((len(batch), len(wanted), self.sizes.hidden), dtype=np.float32)
        for number, layer in enumerate(self.layers, start=1):
            x += self._attention(x, layer, runs)
            self._norm(x, layer.out_norm)
            x += self._inner(x, layer)
            self._norm(x, layer.narrow_norm)
            if number in wanted:
                means[:, wanted.index(number)] = np.add.reduceat(x, starts, axis=0) / counts
        return means

    def _attention(self, x: FloatArray, layer: _Layer, runs: list[tuple[int, int]]) -> FloatArray:
        """Let each token look at the others of its text; texts of one length go together."""
        heads, hidden = self.sizes.heads, self.sizes.hidden
        seen = x @ layer.attend
        seen += layer.attend_bias
        context = np.empty_like(x)
        at = 0
        for length, texts in runs:
            rows = slice(at, at + length * texts)
            parts = seen[rows].reshape(texts, length, 3, heads, hidden // heads)
            q, k, v = (parts[:, :, which].transpose(0, 2, 1, 3) for which in range(3))
            look = np.matmul(q, k.transpose(0, 1, 3, 2)) * np.float32((hidden // heads) ** -0.5)
            look -= look.max(axis=-1, keepdims=True)
            np.exp(look, out=look)
            look /= look.sum(axis=-1, keepdims=True)
            context[rows] = np.matmul(look, v).transpose(0, 2, 1, 3).reshape(-1, hidden)
            at += length * texts
        out: FloatArray = context @ layer.out
        out += layer.out_bias
        return out

    def _inner(self, x: FloatArray, layer: _Layer) -> FloatArray:
        """The wide layer with its GELU, the latter in its tanh form (within .001 of the exact one)."""
        wide = x @ layer.widen
        wide += layer.widen_bias
        for at in range(0, len(wide), _ROWS):
            part = wide[at : at + _ROWS]
            bend = part * part
            bend *= np.float32(0.044715)
            bend += 1
            bend *= part
            bend *= np.float32(0.7978845608)
            np.tanh(bend, out=bend)
            bend += 1
            bend *= np.float32(0.5)
            part *= bend
        out: FloatArray = np.matmul(wide, layer.narrow)
        out += layer.narrow_bias
        return out

    def _norm(self, x: FloatArray, scale: tuple[FloatArray, FloatArray]) -> None:
        """Layer normalization in place."""
        x -= x.mean(axis=-1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x) / x.shape[-1]
        x *= (1 / np.sqrt(spread + self.file.eps)).astype(np.float32)[:, None]
        x *= scale[0]
        x += scale[1]


def _batches(order: list[int], ids: list[list[int]]) -> Iterator[list[int]]:
    """Yield the texts in batches of about the same number of tokens."""
    batch: list[int] = []
    tokens = 0
    for k in order:
        if batch and tokens + len(ids[k]) > _BATCH:
            yield batch
            batch, tokens = [], 0
        batch.append(k)
        tokens += len(ids[k])
    if batch:
        yield batch
