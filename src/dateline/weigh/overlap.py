"""Which words reports share: takes articles, gives back likely pairs (MinHash, shared rare runs, shared figures and names)
and how much of the smaller report stands in the other, word for word or retold."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from dateline.model import Article
from dateline.theatres import fold, fold_text
from dateline.weigh.rows import Rows, sums
from dateline.weigh.together import PAIR, Numbers, together

__all__ = ["Overlap", "Swaps", "swapped_words"]

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
_LOW = (1 << 16) - 1  # the bits of a run by which it is told apart where only a bound is wanted
_PORTIONS = 8  # in which figures are laid beside names: all at once would take more memory than the texts
_NONE: Numbers = np.array([], dtype=np.uint64)
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")


class Overlap:
    """Compares reports of one language; every comparison is within candidates, so that work stays linear.

    Of each report its runs, words, stems, figures and names are held as numbers: in a large archive each has some hundreds of
    distant relatives, and to read its text again for every one of them takes longer than to compare the two.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self._ids = sorted(self.articles)
        self._at = {document: at for at, document in enumerate(self._ids)}
        self._runs, self._words, self._stems = Rows(np.uint32), Rows(np.uint32), Rows(np.uint32)
        self._sentences = Rows(np.uint64)
        self._in_text, self._anchors = Rows(np.uint32), Rows(np.uint32)  # in the order of the text, and by number
        likely: list[Numbers] = []
        names: dict[str, int] = {}
        signs = np.zeros((len(self._ids), _HASHES), dtype=np.uint32)
        index = RMinHashLSH(threshold=0.2, num_perm=_HASHES, num_bands=_BANDS)
        for at, document in enumerate(self._ids):
            kept = _kept(self.articles[document])
            folded = [fold_text(sentence) for sentence in kept]
            words = " ".join(folded).split()
            anchors = dict.fromkeys(_anchors(" ".join(kept)))
            self._runs.append(_runs(words))
            self._sentences.append(np.array(list(map(_key, kept, folded)), dtype=np.uint64))
            self._words.append(_numbers(words))
            self._stems.append(np.unique(_numbers({word[:_STEM] for word in words if len(word) > 4})))
            self._in_text.append(np.array([names.setdefault(a, len(names)) for a in anchors], dtype=np.uint32))
            self._anchors.append(np.sort(self._in_text[at]))
            likely.append(_by_minhash(index, signs, at, words))
        self._is_figure = np.array([anchor[0].isdigit() for anchor in names], dtype=bool)
        long_figure = np.array([anchor.isdigit() and len(anchor) > 1 for anchor in names], dtype=bool)
        is_name = np.array([not anchor.isdigit() for anchor in names], dtype=bool)
        del index, signs, names
        self._pairs = self._likely_pairs(likely, long_figure, is_name)
        self._long = self._long_sentences()

    def _likely_pairs(self, likely: list[Numbers], figures: NDArray[np.bool_], names: NDArray[np.bool_]) -> Numbers:
        if not self._ids:  # all reports forgotten
            return _NONE
        # MinHash misses a short report inside a long one; a sample of the rare runs does not.
        sampled = ([runs[runs % 16 == rest].astype(np.uint64) for runs in self._runs] for rest in (0, 4, 8, 12))
        # Retellings share no runs: they share figures beside names, in pairs rare enough to mean something.
        beside = ([_anchor_pairs(own, figures, names, rest) for own in self._anchors] for rest in range(_PORTIONS))
        found = (np.concatenate(likely), together(sampled, 3, _COMMON), together(beside, 3, _COMMON))
        pairs: Numbers = np.unique(np.concatenate(found))
        return pairs

    def pairs(self, verbatim: float, retold: float, days: Mapping[str, float], soon: int) -> Iterator[tuple[str, str]]:
        """Yield pairs of reports, smaller id first, of which one may repeat so much of the other, or retell it so far.

        One that comes out more than `soon` days after another retells nothing of it; a day may be unknown (nan).

        Most likely pairs are distant relatives. One report's are all looked at together: that at most so many of its runs
        stand in another, as told by a part of each run's bits, rules out nearly all of them.
        """
        first, second = np.divmod(self._pairs, np.uint64(PAIR))
        starts = np.flatnonzero(np.concatenate(([True], first[1:] != first[:-1]))) if len(first) else ()
        marks = np.zeros(_LOW + 1, dtype=bool)
        on = np.array([days[document] for document in self._ids], dtype=np.float64)
        named = np.zeros(len(self._is_figure), dtype=bool)
        for start, end in pairwise((*starts, len(first))):
            a, others = int(first[start]), second[start:end].astype(np.int64)
            may = self._may_repeat(a, others, verbatim, marks)
            near = ~(np.abs(on[others] - on[a]) > soon)
            may[near] |= self._may_retell(a, others[near], retold, named)
            for b in others[may].tolist():
                one, other = self._ids[a], self._ids[b]
                if self.articles[one].language == self.articles[other].language:
                    yield one, other

    def _may_repeat(
        self, a: int, others: NDArray[np.int64], least: float, marks: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Return of which other reports `verbatim` may come to `least`; `marks` are all unset."""
        own = self._runs[a] & _LOW
        marks[own] = True
        values, bounds = self._runs.of(others)
        most = sums(marks.take(values & _LOW), bounds)
        marks[own] = False
        found: NDArray[np.bool_] = most >= least * np.minimum(len(own), np.diff(bounds)) - _ROUNDED
        return found

    def _may_retell(
        self, a: int, others: NDArray[np.int64], least: float, named: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Return for which other reports names and figures alone do not rule out that `retold` comes to `least`."""
        own = self._anchors[a]
        named[own] = True
        values, bounds = self._anchors.of(others)
        hits = named[values]
        named[own] = False
        shared, figures = sums(hits, bounds), sums(hits & self._is_figure[values], bounds)
        few, many = np.minimum(len(own), np.diff(bounds)), np.maximum(len(own), np.diff(bounds))
        most = shared / np.maximum(few, 1) * _ANCHORS + _ORDER + _STEMS + few / np.maximum(many, 1) * _FITS
        found: NDArray[np.bool_] = (shared >= _RETOLD_NAMES) & (figures > 0) & (most + _ROUNDED >= least)
        return found

    def verbatim(self, a: str, b: str) -> float:
        """Return the part of the smaller report's runs of words that also stand in the other."""
        x, y = self._runs[self._at[a]], self._runs[self._at[b]]
        return _shared(x, y) / min(len(x), len(y)) if len(x) and len(y) else 0.0

    def retold(self, a: str, b: str, least: float = 0.0) -> float:
        """Return how far one report retells the other: shared names and figures, their order, shared content words; 0-1.

        0 where it does not come to `least`; the order, which takes longest, is looked at only where it can decide.
        """
        one, other = self._at[a], self._at[b]
        x, y = self._anchors[one], self._anchors[other]
        found = np.intersect1d(x, y, assume_unique=True)
        if len(found) < _RETOLD_NAMES or not self._is_figure[found].any():
            return 0.0
        shared = set(found.tolist())
        few, many = sorted((len(x), len(y)))
        anchors, fits = len(shared) / few, few / many
        first, second = self._stems[one], self._stems[other]
        stems = _shared(first, second) / max(1, min(len(first), len(second)))
        if anchors * _ANCHORS + _ORDER + stems * _STEMS + fits * _FITS + _ROUNDED < least:
            return 0.0
        in_text = ([name for name in self._in_text[at].tolist() if name in shared] for at in (one, other))
        order = _in_order(*in_text)
        told = anchors * _ANCHORS + order * _ORDER + stems * _STEMS + fits * _FITS
        return told if told >= least else 0.0

    def sentences(self, document: str) -> tuple[str, ...]:
        """Return a report's sentences outside boilerplate."""
        return _kept(self.articles[document])

    def taken_from(self, document: str) -> Mapping[str, tuple[int, ...]]:
        """Return which of a report's long sentences stand word for word in each other report, counted from 0."""
        taken: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self._sentences[self._at[document]].tolist()):
            for other in self._long.get(sentence, ()):
                if other != document:
                    taken[other].append(at)
        return {other: tuple(found) for other, found in taken.items()}

    def word_for_word(self, a: str, b: str) -> float:
        """Return the part of both reports' words that stand in the same order in both: high where only words were swapped."""
        x, y = self._words[self._at[a]], self._words[self._at[b]]
        total = len(x) + len(y)
        # Cheap upper bounds first: most candidate pairs are not alike.
        if 2 * min(len(x), len(y)) < _SAME_WORDS * total or 2 * _in_common(x, y) < _SAME_WORDS * total:
            return 0.0
        matcher = SequenceMatcher(None, x.tolist(), y.tolist(), autojunk=False)
        same = matcher.ratio()
        return same if same >= _SAME_WORDS else 0.0

    def _long_sentences(self) -> Mapping[int, tuple[str, ...]]:
        """Return the reports in which each long sentence stands that stands in several."""
        keys = np.concatenate([np.unique(found) for found in self._sentences] or [_NONE])
        seen, times = np.unique(keys, return_counts=True)
        shared = {key for key in seen[times > 1].tolist() if key}
        where: dict[int, list[str]] = defaultdict(list)
        for document, own in zip(self._ids, self._sentences, strict=True):
            for key in dict.fromkeys(own.tolist()):
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


def _key(sentence: str, folded: str) -> int:
    """Return a number for a sentence's words; 0 for a short one, which two writers may well put alike."""
    if len(sentence.split()) < _LONG:
        return 0
    return int.from_bytes(blake2b(folded.encode("utf-8"), digest_size=8).digest(), "big")


def _kept(article: Article) -> tuple[str, ...]:
    """Return the sentences outside boilerplate."""
    return tuple(article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)


def _runs(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return a number for each run of words, in order, each once."""
    runs = {crc32(" ".join(words[i : i + _RUN]).encode("utf-8")) for i in range(max(0, len(words) - _RUN + 1))}
    return np.array(sorted(runs), dtype=np.uint32)


def _anchors(text: str) -> Iterator[str]:
    """Yield figures and names in the order of the text; years say little and are left out."""
    found = [(m.start(), re.sub(r"\D", "", m.group())) for m in _FIGURE.finditer(text)]
    found = [(at, digits) for at, digits in found if not re.fullmatch(r"(?:19|20)\d\d", digits)]
    found += [(m.start(), fold(m.group())[:7]) for m in _NAME.finditer(text)]
    yield from (anchor for _, anchor in sorted(found))


def _anchor_pairs(
    anchors: NDArray[np.uint32], figures: NDArray[np.bool_], names: NDArray[np.bool_], rest: int
) -> Numbers:
    """Return each figure of a portion of all with each name of a report as one number."""
    told = anchors[figures[anchors] & (anchors % _PORTIONS == rest)].astype(np.uint64)
    beside = anchors[names[anchors]].astype(np.uint64)
    pairs: Numbers = np.add.outer(told * np.uint64(PAIR), beside).ravel()
    return pairs


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
