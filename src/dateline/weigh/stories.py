"""Reports of one running story: near in time and sharing the places and actors of their claims."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Article, Claim, Place, Published, Story, content_id

__all__ = ["build_stories"]

_DAYS = dt.timedelta(days=10)
_ALIKE = 0.3


def build_stories(
    articles: Sequence[Article], claims: Iterable[Claim], places: Mapping[str, Place], dates: Mapping[str, Published]
) -> tuple[Story, ...]:
    """Return the stories of a record, each report in one; the likest reports join first."""
    profile: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.background:
            continue
        local = [p for p in claim.places if p in places and places[p].kind != "country"]
        profile[claim.document].update(f"place {p}" for p in local)
        profile[claim.document].update(f"actor {a}" for a in (*claim.actors, *claim.targets))
    pairs = [
        (alike, a.id, b.id)
        for at, a in enumerate(articles)
        for b in articles[at + 1 :]
        if _near(dates[a.id], dates[b.id]) and (alike := _alike(profile[a.id], profile[b.id])) >= _ALIKE
    ]
    group = {article.id: {article.id} for article in articles}
    for _, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if group[a] is not group[b]:
            merged = group[a] | group[b]
            for document in merged:
                group[document] = merged
    by_id = {article.id: article for article in articles}
    return tuple(_story(sorted(g), by_id) for g in sorted({frozenset(g) for g in group.values()}, key=min))


def _near(a: Published, b: Published) -> bool:
    """True where two reports came out within the span of one story; an undated one can belong to any."""
    return a.date is None or b.date is None or abs(a.date - b.date) <= _DAYS


def _alike(a: Counter[str], b: Counter[str]) -> float:
    """Return the cosine of two reports' counts of places and actors, 0 where they share no place."""
    shared = set(a) & set(b)
    if not any(key.startswith("place") for key in shared):
        return 0.0
    dot = sum(a[key] * b[key] for key in shared)
    size = (sum(v * v for v in a.values()) * sum(v * v for v in b.values())) ** 0.5
    return float(dot / size) if size else 0.0


def _story(documents: list[str], articles: Mapping[str, Article]) -> Story:
    titles = [articles[d].title for d in documents if articles[d].title]
    return Story(content_id("s", *documents), titles[0] if titles else "", tuple(documents))
