"""Sentence vectors in, how likely each event type is out; learned from the codebook's own examples and definitions.

A head is a linear discriminant: all types share one spread, so that a few dozen examples a type suffice, and it is
solved in one step, so that a user's own types are learned in memory when first asked for.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.codebook import Codebook
from dateline.errors import CodebookError
from dateline.understand.coding.vectors import FloatArray, Vectors, load_vectors, one_thread

__all__ = ["NONE", "SHIPPED", "Head", "Lesson", "digest_of", "head_for", "learn", "lessons_of"]

NONE = "none"  # the label of examples in which nothing happens
SHIPPED = Path(str(resources.files("dateline.codebook"))) / "head.npz"
SHRINKAGE = 0.5  # how far the spread is drawn towards a ball: see tools/train_heads.py, which tries others
_FORM = 1  # counts up when heads are learned in another way


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the type it teaches; `own` texts are examples, the others definitions and rules."""

    text: str
    type: str
    own: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Weights over features. `scale` makes probabilities honest on unseen examples."""

    types: tuple[str, ...]
    mean: FloatArray
    weights: FloatArray
    bias: FloatArray
    scale: float
    digest: str

    @classmethod
    def load(cls) -> "Head":
        """Return the head that comes with Dateline."""
        try:
            with np.load(SHIPPED, allow_pickle=False) as data:
                mean, weights, bias = (data[name].astype(np.float32) for name in ("mean", "weights", "bias"))
                types = tuple(map(str, data["types"]))
                scale, digest = float(data["scale"]), str(data["digest"])
        except (OSError, KeyError, ValueError) as error:
            raise CodebookError(f"{SHIPPED}: no readable head ({error}); run `python tools/train_heads.py`") from error
        return cls(types, mean, weights, bias, scale, digest)

    def save(self, path: Path) -> None:
        """Write the head, small and without pickled objects."""
        np.savez_compressed(
            path,
            types=np.asarray(self.types),
            mean=self.mean.astype(np.float16),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            scale=np.float32(self.scale),
            digest=np.asarray(self.digest),
        )

    def scores(self, features: FloatArray) -> FloatArray:
        """Return (n, types) scores; the larger, the likelier."""
        with one_thread():
            return np.asarray((features - self.mean) @ self.weights + self.bias, dtype=np.float32)

    def probabilities(self, features: FloatArray) -> FloatArray:
        """Return (n, types): the types of the codebook and `none`, summing to 1."""
        scores = self.scores(features) * np.float32(self.scale)
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        return scores

    def is_stale(self, codebook: Codebook) -> bool:
        """True where the codebook teaches something else than what this head has learned."""
        return self.digest != digest_of(lessons_of(codebook))


def lessons_of(codebook: Codebook) -> tuple[Lesson, ...]:
    """Return all that the codebook teaches, in a fixed order: examples, definitions, and what a type includes."""
    lessons = []
    for event_type in sorted(codebook.types.values(), key=lambda t: t.id):
        lessons += [Lesson(e.text, e.type) for e in event_type.examples if e.type in codebook.types or e.type == NONE]
        rules = (f"{event_type.name}. {event_type.definition}", *event_type.include)
        lessons += [Lesson(rule, event_type.id, own=False) for rule in rules]
    return tuple(lessons)


def digest_of(lessons: Sequence[Lesson]) -> str:
    """Return a hash of the lessons and of the model that reads them."""
    read = [_FORM, Vectors.package, Vectors.version, SHRINKAGE, *([x.text, x.type, x.own] for x in lessons)]
    return hashlib.sha256(json.dumps(read, ensure_ascii=False).encode("utf-8")).hexdigest()


def learn(lessons: Sequence[Lesson], features: FloatArray, shrinkage: float = 0.0) -> Head:
    """Return a head of these lessons: the means of all types, seen through the spread they share."""
    types = (*sorted({lesson.type for lesson in lessons} - {NONE}), NONE)
    labels = np.asarray([types.index(lesson.type) for lesson in lessons])
    own = np.asarray([lesson.own for lesson in lessons])
    mean = features[own].mean(axis=0)
    centred = (features - mean).astype(np.float64)
    counts = np.bincount(labels, minlength=len(types))
    sums = np.zeros((len(types), centred.shape[1]))
    np.add.at(sums, labels, centred)
    means = sums / np.maximum(counts, 1)[:, None]
    weights = np.linalg.solve(_spread(centred - means[labels], shrinkage or SHRINKAGE), means.T)
    bias = -0.5 * np.einsum("ij,ji->i", means, weights)
    bias[counts == 0] = -1e4  # nothing taught, nothing found
    mean, weights, bias = (x.astype(np.float32) for x in (mean, weights, bias))
    return Head(types, mean, weights, bias, 1.0, digest_of(lessons))


def _spread(rest: NDArray[np.float64], shrinkage: float) -> NDArray[np.float64]:
    """Return the spread within types, drawn towards one that is the same in all directions."""
    spread: NDArray[np.float64] = rest.T @ rest / len(rest)
    spread *= 1 - shrinkage
    spread[np.diag_indices_from(spread)] += shrinkage * np.einsum("ij,ij->", rest, rest) / rest.size
    return spread


def head_for(codebook: Codebook) -> Head:
    """Return the shipped head, or where the codebook differs (a user's own types) one learned now and kept."""
    return _head(lessons_of(codebook))


@lru_cache(maxsize=8)
def _head(lessons: tuple[Lesson, ...]) -> Head:
    shipped = Head.load()
    if shipped.digest == digest_of(lessons):
        return shipped
    learned = learn(lessons, load_vectors().features([lesson.text for lesson in lessons]))
    return replace(learned, scale=shipped.scale)
