"""Reports that a program rewrote or pasted together: takes articles, gives back the tell-tale words of those that are spun.

No single trace counts: a report is spun where traces of two kinds or more agree and weigh enough together.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Article, Published
from dateline.read.spun import find_swaps
from dateline.theatres import fold
from dateline.weigh.overlap import Overlap, swapped_words

__all__ = ["Trace", "find_spun", "traces_of", "weight_of"]

_ENOUGH = 1.3
_KINDS = 2
_MOST = 1.5  # what one kind of trace can weigh at most
_QUOTES = 8  # tell-tale words kept as evidence
_BLOCK = 6  # words from which a paragraph can be told again by accident no more
_SWAPPED, _KEPT_FORM = 0.04, 0.75  # an editor changes fewer words, and the sentences around them more
_ALIKE = 0.3  # shared runs of two sources that are copies of each other
_PASTED = 3  # sentences taken from each of two reports that make a patchwork
_JUMPS, _STEPS = 0.75, 8  # part of neighbouring sentences without a word in common, in a report of so many
_TURNS = 4  # changes from one source to another within one report
_STEM = 5
_DATELINE = re.compile(
    r"(?:(?<=\n)|(?<=[.!?”\"] ))(?P<w>[A-Z]{3,}(?: [A-Z]{3,})?(?: \([\w ]+\)|, [A-Z][a-z]{2,8}\.? \d{1,2})[^\n]{0,20}?[-–—])"
)
_FULL_NAME = re.compile(r"\b(?:[A-Z][\w-]+ ){1,3}(?P<w>[A-Z][a-z]+) (?:for|of) [A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Trace:
    """One sign that a machine wrote: its kind, how much it weighs, and the words that show it."""

    kind: str
    weight: float
    words: str


def traces_of(article: Article) -> tuple[Trace, ...]:
    """Return the traces of a machine that a report shows by itself."""
    return (*_swaps(article), *_repeats(article), *_order(article), *_jumps(article))


def weight_of(traces: Iterable[Trace]) -> float:
    """Return how much traces weigh together: of one kind, many weigh no more than a few."""
    return sum(_by_kind(traces).values())


def find_spun(
    articles: Sequence[Article],
    overlap: Overlap,
    originals: Mapping[str, str],
    own: Mapping[str, tuple[Trace, ...]],
    dates: Mapping[str, Published],
) -> Mapping[str, tuple[str, ...]]:
    """Return the spun reports with the words that show it; `originals` are those of known copies, `own` each one's traces."""
    by_id = {article.id: article for article in articles}
    out = {}
    for article in articles:
        traces = [*own[article.id], *_pasted(article, by_id, overlap, dates)]
        original = originals.get(article.id)
        # Which of two was rewritten shows in the traces that only one of them bears.
        if original and weight_of(own[article.id]) > weight_of(own[original]):
            traces += _swapped(article.id, original, overlap)
        if len({trace.kind for trace in traces}) >= _KINDS and weight_of(traces) >= _ENOUGH:
            out[article.id] = _evidence(traces)
    return out


def _by_kind(traces: Iterable[Trace]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for trace in traces:
        weights[trace.kind] = min(_MOST, weights[trace.kind] + trace.weight)
    return weights


def _evidence(traces: list[Trace]) -> tuple[str, ...]:
    """Return the words of the heaviest traces; of each kind first one, so that a reader sees how they agree."""
    ordered = sorted(traces, key=lambda t: (-t.weight, t.kind, t.words))
    firsts = list({trace.kind: trace for trace in reversed(ordered)}.values())
    firsts.sort(key=lambda t: (-t.weight, t.kind))
    listed = [*firsts, *(trace for trace in ordered if trace not in firsts)]
    return tuple(dict.fromkeys(" ".join(trace.words.split()) for trace in listed))[:_QUOTES]


def _swaps(article: Article) -> Iterator[Trace]:
    """Yield the traces of synonyms; a word said again tells no more than said once."""
    seen = set()
    for swap in find_swaps(article.text, article.language):
        words = article.text[swap.evidence.start : swap.evidence.end]
        if fold(words) not in seen:
            seen.add(fold(words))
            yield Trace(swap.kind, swap.weight, words)


def _repeats(article: Article) -> Iterator[Trace]:
    """Yield what stands twice: a caption or paragraph, or a sentence told again at once in other words."""
    blocks = Counter(" ".join(block.split()) for block in article.text.split("\n") if len(block.split()) >= _BLOCK)
    yield from (Trace("repeat", 0.6, block[:120]) for block, times in blocks.items() if times > 1)
    texts = [article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet]
    for before, after in pairwise(texts):
        words, earlier = fold(after).split(), fold(before).split()
        if 3 <= len(words) <= 10 and words[-2:] == earlier[-2:] and words != earlier:
            yield Trace("echo", 0.5, after)


def _order(article: Article) -> Iterator[Trace]:
    """Yield short names that stand before the full one they are short for: what was pasted lost what stood before it."""
    for match in _FULL_NAME.finditer(article.text):
        short = re.search(rf"\b[Tt]he {match['w'].lower()} (?:said|says|stated|added|reported)\b", article.text)
        if short and short.start() < match.start() and match.group() not in article.text[: short.start()]:
            yield Trace("order", 0.5, short.group())


def _jumps(article: Article) -> Iterator[Trace]:
    """Yield a dateline in the middle of a report, and sentences that have nothing to do with their neighbours."""
    start = min((s.span.end for s in article.sentences if not s.quiet), default=0)
    for match in _DATELINE.finditer(article.text, start):
        yield Trace("dateline", 0.8, match["w"])
    texts = [article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet]
    stems = [{word[:_STEM] for word in fold(text).split() if len(word) >= _STEM or word.isdigit()} for text in texts]
    steps = [not a & b for a, b in pairwise(stems) if len(a) >= 4 and len(b) >= 4]
    if len(steps) >= _STEPS and sum(steps) >= _JUMPS * len(steps):
        yield Trace("jumps", 0.4, texts[1 + steps.index(True)])


def _swapped(document: str, original: str, overlap: Overlap) -> Iterator[Trace]:
    """Yield words put one for another in a copy that else kept its original's sentences as they were."""
    swaps = swapped_words(overlap.sentences(document), overlap.sentences(original))
    if swaps.share >= _SWAPPED and swaps.kept_form >= _KEPT_FORM:
        yield from (Trace("word for word", 0.15, f"{new} (for {old})") for old, new in swaps.pairs[:10])


def _pasted(
    article: Article, by_id: Mapping[str, Article], overlap: Overlap, dates: Mapping[str, Published]
) -> Iterator[Trace]:
    """Yield the reports whole sentences were taken from, where several that are no copies of each other, and the turns
    from one to the other: who draws on two reports uses one after the other, who pastes mixes them."""
    taken = overlap.taken_from(article.id)
    day = dates[article.id].date
    sources = [
        other
        for other, found in sorted(taken.items())
        if len(found) >= _PASTED and (first := dates[other].date) and (day is None or first <= day)
    ]
    apart = [a for a in sources if all(a == b or overlap.verbatim(a, b) < _ALIKE for b in sources)]
    if len(apart) < 2:
        return
    yield Trace("patchwork", 1.0, "sentences of " + " and ".join(by_id[s].title or s for s in apart[:3]))
    origin = [source for _, source in sorted((at, source) for source in apart for at in taken[source])]
    if sum(a != b for a, b in pairwise(origin)) >= _TURNS:
        yield Trace("mixed", 0.6, "sentences of several reports by turns")
