"""Which reports repeat which: near copies by shared word runs (shingles), the earlier or fuller report being the original."""

from collections.abc import Sequence

from dateline.model import Article, Copy
from dateline.theatres import fold

__all__ = ["find_copies"]

_RUN = 5  # words in a shingle (Broder 1997)
_NEAR = 0.45  # shared part of the smaller report from which it counts as a copy


def find_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Return for each report that repeats another which one and how much; candidates share at least one rare run."""
    runs = {article.id: _runs(article) for article in articles}
    by_run: dict[int, list[str]] = {}
    for article in articles:
        for run in runs[article.id]:
            by_run.setdefault(run, []).append(article.id)
    order = {
        article.id: (article.published.date is None, article.published.date, -len(article.text), article.path)
        for article in articles
    }
    ranked = sorted(articles, key=lambda a: (str(order[a.id][1] or "9999"), order[a.id][2], order[a.id][3]))
    rank = {article.id: at for at, article in enumerate(ranked)}
    out = []
    for article in ranked:
        shared: dict[str, int] = {}
        for run in runs[article.id]:
            for other in by_run[run]:
                if rank[other] < rank[article.id]:
                    shared[other] = shared.get(other, 0) + 1
        best = max(shared.items(), key=lambda pair: (pair[1], -rank[pair[0]]), default=None)
        if best and (size := min(len(runs[article.id]), len(runs[best[0]]))) and best[1] / size >= _NEAR:
            out.append(Copy(article.id, best[0], round(best[1] / size, 3)))
    return tuple(sorted(out, key=lambda copy: copy.document))


def _runs(article: Article) -> frozenset[int]:
    """Return the hashes of all runs of words outside boilerplate."""
    kept = " ".join(article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
    words = fold(kept).split()
    return frozenset(hash(tuple(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1)))
