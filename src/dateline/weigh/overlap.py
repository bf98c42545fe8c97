"""Which words reports share: takes articles, gives back likely pairs (MinHash, shared rare runs, shared figures and names)
and how much of the smaller report stands in the other, word for word or retold."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from dateline.model import Article
from dateline.theatres import fold

__all__ = ["Overlap", "Swaps", "Text", "swapped_words"]

_RUN = 5  # words in a shingle (Broder 1997)
_SHORT_RUN = 3  # words in a shingle of the MinHash, which small edits must not empty
_HASHES, _BANDS = 64, 32  # finds pairs from about a fifth of shingles shared, few below
_SEED = 42
_COMMON = 40  # reports that may share a run before it is a formula and no sign of copying
_LONG = 8  # words of a sentence that two writers do not put alike by accident
_SAME_WORDS = 0.6  # words in the same order, of all words of both
_STEM = 5  # letters that stand for a word, whatever its ending
_NAME = re.compile(r"(?<![.!?…»”\"]\s)(?<!^)\b[A-ZÀ-ÝА-ЯЁ][\w'’-]{2,}", re.MULTILINE)
_FIGURE = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")


@dataclass(frozen=True, slots=True)
class Text:
    """What overlap is measured on: words outside boilerplate, their runs, stems of content words, and anchors in order.

    Anchors are figures and names: who retells a report keeps them, and mostly keeps their order.
    """

    words: tuple[str, ...]
    sentences: tuple[str, ...]
    runs: frozenset[int]
    stems: frozenset[str]
    anchors: tuple[str, ...]


class Overlap:
    """Compares reports of one language; every comparison is within candidates, so that work stays linear."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self.texts = {article.id: _text(article) for article in articles}
        self.sources: dict[str, str] = {}
        self._long = self._long_sentences()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of reports that may repeat each other, each once, smaller id first."""
        found = {*self._by_minhash(), *self._by_runs(), *self._by_anchors()}
        for a, b in sorted(found):
            if self.articles[a].language == self.articles[b].language:
                yield a, b

    def verbatim(self, a: str, b: str) -> float:
        """Return the part of the smaller report's runs of words that also stand in the other."""
        x, y = self.texts[a].runs, self.texts[b].runs
        return len(x & y) / min(len(x), len(y)) if x and y else 0.0

    def retold(self, a: str, b: str) -> float:
        """Return how far one report retells the other: shared names and figures, their order, shared content words; 0-1."""
        x, y = self.texts[a], self.texts[b]
        first, second = set(x.anchors), set(y.anchors)
        shared = first & second
        if len(shared) < 5 or not any(s[0].isdigit() for s in shared):
            return 0.0
        anchors = len(shared) / min(len(first), len(second))
        fits = min(len(first), len(second)) / max(len(first), len(second))
        order = _in_order([s for s in x.anchors if s in shared], [s for s in y.anchors if s in shared])
        stems = len(x.stems & y.stems) / max(1, min(len(x.stems), len(y.stems)))
        return anchors * 0.4 + order * 0.25 + stems * 0.25 + fits * 0.1

    def sentences(self, document: str) -> tuple[str, ...]:
        """Return a report's sentences outside boilerplate."""
        return self.texts[document].sentences

    def taken_from(self, document: str) -> Mapping[str, tuple[int, ...]]:
        """Return which of a report's long sentences stand word for word in each other report, counted from 0."""
        taken: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self.texts[document].sentences):
            for other in self._long.get(fold(sentence), ()):
                if other != document:
                    taken[other].append(at)
        return {other: tuple(found) for other, found in taken.items()}

    def word_for_word(self, a: str, b: str) -> float:
        """Return the part of both reports' words that stand in the same order in both: high where only words were swapped."""
        x, y = self.texts[a].words, self.texts[b].words
        matcher = SequenceMatcher(None, x, y, autojunk=False)
        # Cheap upper bounds first: most candidate pairs are not alike.
        if matcher.real_quick_ratio() < _SAME_WORDS or matcher.quick_ratio() < _SAME_WORDS:
            return 0.0
        same = matcher.ratio()
        return same if same >= _SAME_WORDS else 0.0

    def _long_sentences(self) -> Mapping[str, tuple[str, ...]]:
        where: dict[str, set[str]] = defaultdict(set)
        for document, text in self.texts.items():
            for sentence in text.sentences:
                if len(sentence.split()) >= _LONG:
                    where[fold(sentence)].add(document)
        return {words: tuple(sorted(found)) for words, found in where.items() if len(found) > 1}

    def _by_minhash(self) -> Iterator[tuple[str, str]]:
        index = RMinHashLSH(threshold=0.2, num_perm=_HASHES, num_bands=_BANDS)
        ids = sorted(self.texts)
        for key, document in enumerate(ids):
            words = self.texts[document].words
            grams = sorted({" ".join(words[i : i + _SHORT_RUN]) for i in range(len(words) - _SHORT_RUN + 1)})
            if not grams:
                continue
            hashed = RMinHash(num_perm=_HASHES, seed=_SEED)
            hashed.update(grams)
            yield from (_ordered(ids[other], document) for other in index.query(hashed))
            index.insert(key, hashed)

    def _by_runs(self) -> Iterator[tuple[str, str]]:
        """MinHash misses a short report inside a long one; a sample of the rare runs does not."""
        sampled = {document: (run for run in text.runs if run % 4 == 0) for document, text in self.texts.items()}
        yield from _together(sampled, least=3)

    def _by_anchors(self) -> Iterator[tuple[str, str]]:
        """Retellings share no runs: they share figures beside names, in pairs rare enough to mean something."""
        keys = {document: _anchor_pairs(text.anchors) for document, text in self.texts.items()}
        yield from _together(keys, least=3)


def _text(article: Article) -> Text:
    kept = tuple(article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
    words = tuple(fold(" ".join(kept)).split())
    return Text(
        words,
        kept,
        frozenset(_hash(" ".join(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1))),
        frozenset(word[:_STEM] for word in words if len(word) > 4),
        tuple(dict.fromkeys(_anchors(" ".join(kept)))),
    )


def _anchors(text: str) -> Iterator[str]:
    """Yield figures and names in the order of the text; years say little and are left out."""
    found = [(m.start(), re.sub(r"\D", "", m.group())) for m in _FIGURE.finditer(text)]
    found = [(at, digits) for at, digits in found if not re.fullmatch(r"(?:19|20)\d\d", digits)]
    found += [(m.start(), fold(m.group())[:7]) for m in _NAME.finditer(text)]
    yield from (anchor for _, anchor in sorted(found))


def _anchor_pairs(anchors: Sequence[str]) -> frozenset[str]:
    figures = [a for a in anchors if a.isdigit() and len(a) > 1]
    names = [a for a in anchors if not a.isdigit()]
    return frozenset(f"{figure} {name}" for figure in figures for name in names)


def _together(keys: Mapping[str, Iterable[object]], least: int) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share at least so many keys which are rare in the archive."""
    where: dict[object, list[str]] = defaultdict(list)
    for document in sorted(keys):
        for key in keys[document]:
            where[key].append(document)
    shared: Counter[tuple[str, str]] = Counter()
    for found in where.values():
        if 1 < len(found) <= _COMMON:
            shared.update((a, b) for at, a in enumerate(found) for b in found[at + 1 :])
    yield from (pair for pair, count in shared.items() if count >= least)


def _in_order(a: list[str], b: list[str]) -> float:
    """Return the part of shared anchors that stand in the same order in both."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(1, min(len(a), len(b)))


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


@lru_cache(maxsize=1_000_000)
def _hash(run: str) -> int:
    return crc32(run.encode("utf-8"))


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
