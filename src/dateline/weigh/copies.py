"""Which reports repeat which, and which a machine rewrote: takes articles and their dates, gives back copies of originals.

A copy shares most of its word runs with the original, or retells it: the same names and figures, in the same order.
The original is the earliest report of a group; of equally old ones the one that shows no traces of a machine, then the fullest.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from dateline.model import Article, Copy, Published
from dateline.weigh.overlap import Overlap
from dateline.weigh.spun import find_spun, traces_of, weight_of

__all__ = ["Compared", "find_copies"]

_VERBATIM = 0.40  # shared part of the smaller report's runs from which it counts as a copy
_SOME = 0.10  # shared part from which a comparison word by word is worth its time
_RETOLD = 0.70
_SOON = 10  # days within which a retelling comes out


class Compared:
    """What of reports does not hang on their dates: which words they share, and each one's traces of a machine."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.overlap = Overlap(articles)
        self.traces = {article.id: traces_of(article) for article in articles}


def find_copies(texts: Compared, dates: Mapping[str, Published]) -> tuple[Copy, ...]:
    """Return for each report that repeats another which one and how much, and the reports that are machine-spun."""
    articles, overlap, traces = texts.articles, texts.overlap, texts.traces
    made = {document: weight_of(found) for document, found in traces.items()}
    ordered = sorted(articles, key=lambda a: (_day(dates[a.id]), made[a.id], -len(a.text), a.id))
    rank = {article.id: at for at, article in enumerate(ordered)}
    best: dict[str, tuple[float, str]] = {}
    days = {
        document: published.date.toordinal() if published.date else math.nan for document, published in dates.items()
    }
    for pair in overlap.pairs(_SOME, _RETOLD, days, _SOON):
        earlier, later = sorted(pair, key=rank.__getitem__)
        alike = _alike(overlap, earlier, later, dates)
        if alike and (later not in best or (alike, -rank[earlier]) > (best[later][0], -rank[best[later][1]])):
            best[later] = (alike, earlier)
    spun = find_spun(articles, overlap, {later: earlier for later, (_, earlier) in best.items()}, traces, dates)
    out = [_copy(a.id, best, spun) for a in articles if a.id in best or a.id in spun]
    return tuple(sorted(out, key=lambda copy: copy.document))


def _day(published: Published) -> dt.date:
    return published.date or published.latest or dt.date.max


def _alike(overlap: Overlap, earlier: str, later: str, dates: Mapping[str, Published]) -> float:
    """Return how alike two reports are if one repeats the other, else 0."""
    verbatim = overlap.verbatim(earlier, later)
    if verbatim >= _VERBATIM:
        return verbatim
    if verbatim >= _SOME and (same := overlap.word_for_word(earlier, later)):
        return same
    soon = _soon(dates[earlier].date, dates[later].date)
    return overlap.retold(earlier, later, _RETOLD) if soon else 0.0


def _soon(a: dt.date | None, b: dt.date | None) -> bool:
    return a is None or b is None or abs((a - b).days) <= _SOON


def _copy(document: str, best: Mapping[str, tuple[float, str]], spun: Mapping[str, tuple[str, ...]]) -> Copy:
    """Name the first original of a chain of copies: who copies a copy has no other source."""
    alike, original = best.get(document, (0.0, ""))
    while original in best:
        original = best[original][1]
    return Copy(document, original, round(alike, 3), document in spun, spun.get(document, ()))
