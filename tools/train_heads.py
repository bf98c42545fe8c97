"""Takes the codebook's examples, writes the head over sentence vectors and, beside it, where it came from.

python tools/train_heads.py           choose, learn, calibrate and write the head (about a minute)
python tools/train_heads.py --cache F keep vectors in folder F between runs
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.codebook import Codebook, load_codebook
from dateline.understand.coding.heads import NONE, SHIPPED, SHRINKAGE, Head, Lesson, digest_of, learn, lessons_of
from dateline.understand.coding.vectors import FloatArray, Vectors, load_vectors

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.reliability import bins, draw

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "img" / "reliability.svg"
FOLDS = 5
GRID = (0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
LIMIT = 400_000  # bytes the head may take
SURE = 0.8  # what the head holds so likely it is called sure of


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """The lessons with their features and the fold each example is tested in (-1: definitions, never tested)."""

    lessons: tuple[Lesson, ...]
    features: FloatArray
    fold: NDArray[np.int64]


def features_of(lessons: tuple[Lesson, ...], cache: Path | None) -> FloatArray:
    """Return the features of all lessons, from the cache where they are there."""
    path = cache / f"{digest_of(lessons)[:16]}.npy" if cache else None
    if path and path.exists():
        loaded: FloatArray = np.load(path, allow_pickle=False)
        return loaded
    features = load_vectors().features([lesson.text for lesson in lessons])
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, features)
    return features


def folds_of(lessons: tuple[Lesson, ...]) -> NDArray[np.int64]:
    """Deal the examples of each type out to the folds in the order of a hash of their text."""
    fold = np.full(len(lessons), -1, dtype=np.int64)
    dealt: dict[str, int] = {}
    for k in sorted(range(len(lessons)), key=lambda k: hashlib.sha256(lessons[k].text.encode("utf-8")).digest()):
        if lessons[k].own:
            turn = dealt.get(lessons[k].type, len(dealt))
            fold[k], dealt[lessons[k].type] = turn % FOLDS, turn + 1
    return fold


def held_out(data: Lessons, shrinkage: float) -> tuple[FloatArray, tuple[str, ...]]:
    """Return each example's scores from a head that has not seen it."""
    types = (*sorted({lesson.type for lesson in data.lessons} - {NONE}), NONE)
    scores = np.zeros((len(data.lessons), len(types)), dtype=np.float32)
    for k in range(FOLDS):
        taught = [n for n, fold in enumerate(data.fold) if fold != k]
        head = learn([data.lessons[n] for n in taught], data.features[taught], shrinkage)
        columns = [types.index(name) for name in head.types]
        tested = np.flatnonzero(data.fold == k)
        scores[tested[:, None], np.asarray(columns)[None]] = head.scores(data.features[tested])
    return scores, types


def best_scale(scores: FloatArray, labels: NDArray[np.int64]) -> float:
    """Return the factor under which the true types of held-out examples are likeliest."""

    def surprise(scale: float) -> float:
        z = scores.astype(np.float64) * scale
        z -= z.max(axis=1, keepdims=True)
        return float((np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels]).mean())

    return float(min(np.geomspace(0.05, 2, 80), key=surprise))


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A head, and what it said about examples while it had not seen them."""

    head: Head
    tried: dict[float, float]
    said: FloatArray  # the probability of the likeliest type
    right: NDArray[np.bool_]
    languages: tuple[str, ...]


def train(codebook: Codebook, cache: Path | None) -> Trained:
    """Learn and calibrate the head."""
    lessons = lessons_of(codebook)
    data = Lessons(lessons, features_of(lessons, cache), folds_of(lessons))
    own = np.flatnonzero(data.fold >= 0)
    tried: dict[float, float] = {}
    for shrinkage in GRID:
        scores, types = held_out(data, shrinkage)
        labels = np.asarray([types.index(lessons[k].type) for k in own])
        tried[shrinkage] = round(float((scores[own].argmax(axis=1) == labels).mean()), 4)
    if max(tried.values()) > tried[SHRINKAGE] + 0.01:
        print(f"A better SHRINKAGE than {SHRINKAGE} is among {tried}")
    scores, types = held_out(data, SHRINKAGE)
    scale = best_scale(scores[own], labels)
    likely = softmax(scores * np.float32(scale))
    head = replace(learn(lessons, data.features), scale=scale)
    language = {e.text: e.language for t in codebook.types.values() for e in t.examples}
    languages = tuple(language[lessons[k].text] for k in own)
    return Trained(head, tried, likely[own].max(axis=1), likely[own].argmax(axis=1) == labels, languages)


def softmax(scores: FloatArray) -> FloatArray:
    """Return rows of scores as probabilities."""
    out = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(out / out.sum(axis=1, keepdims=True), dtype=np.float32)


def provenance(trained: Trained, lessons: int) -> dict[str, object]:
    """Return where the head came from and how well it did, for the file beside it."""
    head = trained.head
    return {
        "made_by": "tools/train_heads.py",
        "learned_from": "src/dateline/codebook/types: examples, definitions, rules of what is included",
        "digest": head.digest,
        "packages": {Vectors.package: Vectors.version, "numpy": metadata.version("numpy")},
        "types": len(head.types),
        "lessons": lessons,
        "shrinkage": {"taken": SHRINKAGE, "accuracy_by_shrinkage": {str(k): v for k, v in trained.tried.items()}},
        "scale": round(head.scale, 4),
        "accuracy_in_five_fold_cross_validation": round(float(trained.right.mean()), 4),
        "by_language": {name: by_language(trained, name) for name in sorted(set(trained.languages))},
        "reliability": [b.row() for b in bins(trained.said, trained.right)],
    }


def by_language(trained: Trained, name: str) -> dict[str, float]:
    """Return how well the head did in a language: on all examples, and on those it was sure of."""
    here = np.asarray([language == name for language in trained.languages])
    sure = here & (trained.said >= SURE)
    return {
        "examples": int(here.sum()),
        "accuracy": round(float(trained.right[here].mean()), 3),
        "sure_of": round(float(sure.sum() / here.sum()), 3),
        "right_where_sure": round(float(trained.right[sure].mean()), 3) if sure.any() else 0.0,
    }


def main() -> None:
    """Write the head, what is told of it, and the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=None)
    cache: Path | None = parser.parse_args().cache
    codebook = load_codebook()
    trained = train(codebook, cache)
    trained.head.save(SHIPPED)
    if SHIPPED.stat().st_size > LIMIT:
        raise SystemExit(f"{SHIPPED}: larger than {LIMIT:,} bytes; shrink the features")
    text = json.dumps(provenance(trained, len(lessons_of(codebook))), indent=2)
    SHIPPED.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw(bins(trained.said, trained.right)), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
