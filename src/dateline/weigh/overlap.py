"""Which words reports share: takes articles, gives back likely pairs (MinHash, shared rare runs, shared figures and names)
and how much of the smaller report stands in the other, word for word or retold."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from dateline.model import Article
from dateline.theatres import fold
from dateline.weigh.together import PAIR, Numbers, together

__all__ = ["Overlap", "Swaps", "Text", "swapped_words"]

_RUN = 5  # words in a shingle (Broder 1997)
_SHORT_RUN = 3  # words in a shingle of the MinHash, which small edits must not empty
_HASHES, _BANDS = 64, 32  # finds pairs from about a fifth of shingles shared, few below
_SEED = 42
_COMMON = 40  # reports that may share a run before it is a formula and no sign of copying
_LONG = 8  # words of a sentence that two writers do not put alike by accident
_SAME_WORDS = 0.6  # words in the same order, of all words of both
_STEM = 5  # letters that stand for a word, whatever its ending
_ANCHORS, _ORDER, _STEMS, _FITS = (
    0.4,
    0.25,
    0.25,
    0.1,
)  # what makes a retelling: shared anchors, their order, words, length
_RETOLD_NAMES = 5  # anchors that must be shared, with a figure among them
_ROUNDED = 1e-9
_NAME = re.compile(r"(?<![.!?…»”\"]\s)(?<!^)\b[A-ZÀ-ÝА-ЯЁ][\w'’-]{2,}", re.MULTILINE)
_SHARED = 4  # of the hashes: about a sixteenth of the short runs
_KEPT = 2048  # texts held as words at a time
_NONE: Numbers = np.array([], dtype=np.uint64)
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")


@dataclass(frozen=True, slots=True)
class Text:
    """What overlap is measured on: words outside boilerplate, their runs, stems of content words, and anchors in order.

    Anchors are figures and names: who retells a report keeps them, and mostly keeps their order.
    """

    words: tuple[str, ...]
    sentences: tuple[str, ...]
    runs: NDArray[np.uint32]
    stems: frozenset[str]
    anchors: tuple[str, ...]


class Overlap:
    """Compares reports of one language; every comparison is within candidates, so that work stays linear.

    Of each report its runs, words, stems, figures and names are held as numbers: in a large archive each has some dozens of
    distant relatives, and to read its text again for every one of them takes longer than to compare the two.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self.text = lru_cache(maxsize=_KEPT)(self._text)
        self._ids = sorted(self.articles)
        self._runs: dict[str, NDArray[np.uint32]] = {}
        self._sentences: dict[str, Numbers] = {}
        self._words: dict[str, NDArray[np.uint32]] = {}
        self._stems: dict[str, NDArray[np.uint32]] = {}
        self._in_text: dict[str, NDArray[np.uint32]] = {}  # figures and names in the order of the text
        self._anchors: dict[str, NDArray[np.uint32]] = {}
        keys: list[Numbers] = []
        likely: list[Numbers] = []
        names: dict[str, int] = {}
        signs = np.zeros((len(self._ids), _HASHES), dtype=np.uint32)
        index = RMinHashLSH(threshold=0.2, num_perm=_HASHES, num_bands=_BANDS)
        for at, document in enumerate(self._ids):
            text = self.text(document)
            self._runs[document] = text.runs
            self._sentences[document] = np.array([_key(sentence) for sentence in text.sentences], dtype=np.uint64)
            keys.append(_anchor_pairs(text.anchors, names))
            self._words[document] = _numbers(text.words)
            self._stems[document] = np.unique(_numbers(text.stems))
            self._in_text[document] = np.array([names[anchor] for anchor in text.anchors], dtype=np.uint32)
            self._anchors[document] = np.sort(self._in_text[document])
            likely.append(_by_minhash(index, signs, at, text.words))
        self._is_figure = np.array([anchor[0].isdigit() for anchor in names], dtype=bool)
        self._pairs = self._likely_pairs(likely, keys)
        self._long = self._long_sentences()

    def _likely_pairs(self, likely: list[Numbers], anchor_keys: list[Numbers]) -> Numbers:
        if not self._ids:  # all reports forgotten
            return _NONE
        # MinHash misses a short report inside a long one; a sample of the rare runs does not.
        sampled = [runs[runs % 4 == 0].astype(np.uint64) for runs in self._runs.values()]
        # Retellings share no runs: they share figures beside names, in pairs rare enough to mean something.
        found = (np.concatenate(likely), together(sampled, 3, _COMMON), together(anchor_keys, 3, _COMMON))
        pairs: Numbers = np.unique(np.concatenate(found))
        return pairs

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of reports that may repeat each other, each once, smaller id first."""
        for pair in self._pairs:
            a, b = (self._ids[at] for at in divmod(int(pair), PAIR))
            if self.articles[a].language == self.articles[b].language:
                yield a, b

    def verbatim(self, a: str, b: str) -> float:
        """Return the part of the smaller report's runs of words that also stand in the other."""
        x, y = self._runs[a], self._runs[b]
        return _shared(x, y) / min(len(x), len(y)) if len(x) and len(y) else 0.0

    def retold(self, a: str, b: str, least: float = 0.0) -> float:
        """Return how far one report retells the other: shared names and figures, their order, shared content words; 0-1.

        0 where it does not come to `least`; the order, which takes longest, is looked at only where it can decide.
        """
        if not self.may_be_retold(a, b, least):
            return 0.0
        x, y = self._anchors[a], self._anchors[b]
        shared = set(np.intersect1d(x, y, assume_unique=True).tolist())
        few, many = sorted((len(x), len(y)))
        anchors, fits = len(shared) / few, few / many
        first, second = self._stems[a], self._stems[b]
        stems = _shared(first, second) / max(1, min(len(first), len(second)))
        if anchors * _ANCHORS + _ORDER + stems * _STEMS + fits * _FITS + _ROUNDED < least:
            return 0.0
        in_text = ([one for one in self._in_text[document].tolist() if one in shared] for document in (a, b))
        order = _in_order(*in_text)
        found = anchors * _ANCHORS + order * _ORDER + stems * _STEMS + fits * _FITS
        return found if found >= least else 0.0

    def may_be_retold(self, a: str, b: str, least: float = 0.0) -> bool:
        """False where the names and figures alone, which are held, rule out that `retold` comes to `least`."""
        x, y = self._anchors[a], self._anchors[b]
        shared = np.intersect1d(x, y, assume_unique=True)
        if len(shared) < _RETOLD_NAMES or not self._is_figure[shared].any():
            return False
        few, many = sorted((len(x), len(y)))
        most = len(shared) / few * _ANCHORS + _ORDER + _STEMS + few / many * _FITS
        return most + _ROUNDED >= least

    def sentences(self, document: str) -> tuple[str, ...]:
        """Return a report's sentences outside boilerplate."""
        return self.text(document).sentences

    def taken_from(self, document: str) -> Mapping[str, tuple[int, ...]]:
        """Return which of a report's long sentences stand word for word in each other report, counted from 0."""
        taken: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self._sentences[document].tolist()):
            for other in self._long.get(sentence, ()):
                if other != document:
                    taken[other].append(at)
        return {other: tuple(found) for other, found in taken.items()}

    def word_for_word(self, a: str, b: str) -> float:
        """Return the part of both reports' words that stand in the same order in both: high where only words were swapped."""
        x, y = self._words[a], self._words[b]
        total = len(x) + len(y)
        # Cheap upper bounds first: most candidate pairs are not alike.
        if 2 * min(len(x), len(y)) < _SAME_WORDS * total or 2 * _in_common(x, y) < _SAME_WORDS * total:
            return 0.0
        matcher = SequenceMatcher(None, x.tolist(), y.tolist(), autojunk=False)
        same = matcher.ratio()
        return same if same >= _SAME_WORDS else 0.0

    def _text(self, document: str) -> Text:
        return _text(self.articles[document])

    def _long_sentences(self) -> Mapping[int, tuple[str, ...]]:
        """Return the reports in which each long sentence stands that stands in several."""
        keys = np.concatenate([np.unique(found) for found in self._sentences.values()] or [_NONE])
        seen, times = np.unique(keys, return_counts=True)
        shared = {key for key in seen[times > 1].tolist() if key}
        where: dict[int, list[str]] = defaultdict(list)
        for document in self._ids:
            for key in dict.fromkeys(self._sentences[document].tolist()):
                if key in shared:
                    where[key].append(document)
        return {key: tuple(found) for key, found in where.items()}


def _by_minhash(index: RMinHashLSH, signs: NDArray[np.uint32], at: int, words: Sequence[str]) -> Numbers:
    """Return the pairs of a report with those before it whose short runs are likely alike, and add it to them.

    Two hashes in common bring two reports together, which in a large archive many do by accident: those with hardly more
    than that in common share too little to repeat each other. `signs` holds the hashes of all reports.
    """
    grams = sorted({" ".join(words[i : i + _SHORT_RUN]) for i in range(len(words) - _SHORT_RUN + 1)})
    if not grams:
        return _NONE
    hashed = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashed.update(grams)
    signs[at] = hashed.digest()
    found = np.array(sorted(set(index.query(hashed))), dtype=np.uint64)
    if len(found):
        found = found[(signs[found] == signs[at]).sum(axis=1) >= _SHARED]
    index.insert(at, hashed)
    return found * np.uint64(PAIR) + np.uint64(at)


def _key(sentence: str) -> int:
    """Return a number for a sentence's words; 0 for a short one, which two writers may well put alike."""
    if len(sentence.split()) < _LONG:
        return 0
    return int.from_bytes(blake2b(fold(sentence).encode("utf-8"), digest_size=8).digest(), "big")


def _text(article: Article) -> Text:
    kept = tuple(article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
    words = tuple(fold(" ".join(kept)).split())
    runs = {crc32(" ".join(words[i : i + _RUN]).encode("utf-8")) for i in range(max(0, len(words) - _RUN + 1))}
    return Text(
        words,
        kept,
        np.array(sorted(runs), dtype=np.uint32),
        frozenset(word[:_STEM] for word in words if len(word) > 4),
        tuple(dict.fromkeys(_anchors(" ".join(kept)))),
    )


def _anchors(text: str) -> Iterator[str]:
    """Yield figures and names in the order of the text; years say little and are left out."""
    found = [(m.start(), re.sub(r"\D", "", m.group())) for m in _FIGURE.finditer(text)]
    found = [(at, digits) for at, digits in found if not re.fullmatch(r"(?:19|20)\d\d", digits)]
    found += [(m.start(), fold(m.group())[:7]) for m in _NAME.finditer(text)]
    yield from (anchor for _, anchor in sorted(found))


def _anchor_pairs(anchors: Sequence[str], numbers: dict[str, int]) -> Numbers:
    """Return each figure with each name of a report as one number; `numbers` counts figures and names of all reports."""
    counted = [(anchor, numbers.setdefault(anchor, len(numbers))) for anchor in anchors]
    figures = [number for a, number in counted if a.isdigit() and len(a) > 1]
    names = [number for a, number in counted if not a.isdigit()]
    pairs = np.add.outer(np.array(figures, dtype=np.uint64) * np.uint64(PAIR), np.array(names, dtype=np.uint64))
    return np.unique(pairs)


def _numbers(words: Iterable[str]) -> NDArray[np.uint32]:
    return np.array([crc32(word.encode("utf-8")) for word in words], dtype=np.uint32)


def _shared(x: NDArray[np.uint32], y: NDArray[np.uint32]) -> int:
    """Return how many numbers stand in both; in neither does one stand twice."""
    both = np.concatenate((x, y))
    both.sort(kind="stable")  # two runs in order: they are merged
    return int(np.count_nonzero(both[1:] == both[:-1]))


def _in_common(x: NDArray[np.uint32], y: NDArray[np.uint32]) -> int:
    """Return how many words two texts have in common in whatever order, each as often as it stands in both."""
    (first, times), (second, others) = np.unique(x, return_counts=True), np.unique(y, return_counts=True)
    _, at, where = np.intersect1d(first, second, assume_unique=True, return_indices=True)
    return int(np.minimum(times[at], others[where]).sum())


def _in_order(a: list[int], b: list[int]) -> float:
    """Return the part of shared anchors that stand in the same order in both."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(1, min(len(a), len(b)))


@dataclass(frozen=True, slots=True)
class Swaps:
    """How a report differs from its source: word pairs put one for another, their share of all words, and the part of all
    changes that left the form of the sentence as it was."""

    pairs: tuple[tuple[str, str], ...]
    share: float
    kept_form: float


def swapped_words(copy: Sequence[str], source: Sequence[str]) -> Swaps:
    """Compare a report with its source, word by word over the whole text."""
    new, old = (" ".join(sentences).lower().split() for sentences in (copy, source))
    pairs: list[tuple[str, str]] = []
    changes = kept = 0
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and j - i <= 3 and m - k <= 3:
            pairs.append((" ".join(old[i:j]), " ".join(new[k:m])))
            kept += 1
        changes += kind != "equal" and j - i < 12 and m - k < 12
    return Swaps(tuple(pairs), len(pairs) / max(1, len(new)), kept / max(1, changes))
