"""A thing of a report in, an anchor out; an anchor and today's reports in, the thing that it means now out.

Ids of claims follow from the report's bytes, the words and the type, so an edited report or codebook moves them. An anchor
leads back by the report (its id, its bytes, its link, its file name) and by the words with those around them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from rapidfuzz import fuzz

from dateline.model import Anchor, Article, Claim, ControlStatement, Figure, Mention, Reading, Span
from dateline.model.review import AnchorKind

__all__ = ["Finder", "anchor_of", "span_of", "words_at"]

_AROUND = 60  # characters on each side
_ALIKE = 70.0  # of 100: how like the words around must be
_OF_CLAIM = ("type", "actors", "targets", "mediators", "places", "speakers", "background", "figures")

Thing = Claim | Figure | ControlStatement | Mention


def anchor_of(thing: Thing, article: Article) -> Anchor:
    """Return the anchor of a claim, figure, control statement or mention."""
    kind, label = _kind(thing)
    return words_at(article, span_of(thing), Anchor(thing.id, kind, label=label, before=_before(thing)))


def words_at(article: Article, span: Span, anchor: Anchor) -> Anchor:
    """Return an anchor with the report, the words at a place in it and those around them filled in."""
    head, quote, tail = _window(article.text, span)
    return Anchor(
        id=anchor.id,
        kind=anchor.kind,
        document=article.id,
        path=article.path,
        url=article.url,
        sha256=article.sha256,
        span=span,
        quote=quote,
        head=head,
        tail=tail,
        label=anchor.label,
        before=anchor.before,
    )


def span_of(thing: Thing) -> Span:
    """Return the words that tell one thing from others beside it: a claim's signal words, else its own."""
    return thing.trigger if isinstance(thing, Claim) else thing.span


def _kind(thing: Thing) -> tuple[AnchorKind, str]:
    if isinstance(thing, Claim):
        return "claim", thing.type
    if isinstance(thing, Figure):
        return "figure", thing.unit
    if isinstance(thing, ControlStatement):
        return "control", ""
    return "mention", thing.kind


def _before(thing: Thing) -> str:
    """Return the fields of a claim as they stand, as JSON."""
    if not isinstance(thing, Claim):
        return ""
    fields: dict[str, object] = {name: getattr(thing, name) for name in _OF_CLAIM}
    days = (thing.time.earliest, thing.time.latest)
    earliest, latest = (day.isoformat() if day else None for day in days)
    fields |= {"modality": thing.modality.value, "time": {"earliest": earliest, "latest": latest}}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def _window(text: str, span: Span) -> tuple[str, str, str]:
    head, tail = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return head, text[span.start : span.end], tail


@dataclass(frozen=True, slots=True)
class _Found:
    """A thing of today's readings."""

    id: str
    kind: str
    document: str
    span: Span
    label: str


class Finder:
    """Finds what anchors mean in today's reports and readings."""

    def __init__(self, articles: Mapping[str, Article], readings: Iterable[Reading]) -> None:
        """Index all things by id; the rest is made when a first anchor has lost its thing."""
        self.articles = articles
        self._readings = {reading.document: reading for reading in readings}
        self._by_id = {one.id: one for document in self._readings for one in self._things(document)}
        self._documents: dict[tuple[str, str], list[str]] = defaultdict(list)
        for article in articles.values():
            for key in _keys(article.id, article.sha256, article.url, article.path):
                self._documents[key].append(article.id)

    def find(self, anchor: Anchor) -> str:
        """Return the id of the thing that an anchor means, "" where there is none."""
        known = self._by_id.get(anchor.id)
        if known and known.kind == anchor.kind:
            return known.id
        marked = [(*self._fit(anchor, one), one.id) for one in self._beside(anchor)]
        best = max(marked, default=(0.0, 0, ""))
        return best[2] if best[0] >= _ALIKE else ""

    def label(self, id: str) -> str:
        """Return the type of a claim, the unit of a figure."""
        return self._by_id[id].label if id in self._by_id else ""

    def place(self, anchor: Anchor) -> tuple[str, Span] | None:
        """Return the report and the place in it where an anchor's words stand now; None where they stand nowhere."""
        marked = []
        for document in self.reports(anchor):
            text = self.articles[document].text
            for start in _starts(text, anchor.quote):
                span = Span(start, start + len(anchor.quote))
                marked.append((_alike(anchor, _window(text, span)), -abs(start - anchor.span.start), document, span))
        best = max(marked, default=None)
        return (best[2], best[3]) if best and best[0] >= _ALIKE else None

    def reports(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the reports an anchor can mean: the same one, else those of its bytes, its link or its file name."""
        keys = _keys(anchor.document, anchor.sha256, anchor.url, anchor.path)
        return next((tuple(self._documents[key]) for key in keys if key in self._documents), ())

    def _beside(self, anchor: Anchor) -> Iterator[_Found]:
        """Yield the things of its kind in the reports an anchor can mean."""
        for document in self.reports(anchor):
            yield from (one for one in self._things(document) if one.kind == anchor.kind)

    def _fit(self, anchor: Anchor, one: _Found) -> tuple[float, int]:
        """Return how well a thing fits, 0 for other words: its words and label, then how near it is."""
        text = self.articles[one.document].text
        head, quote, tail = _window(text, one.span)
        same_text = one.document == anchor.document or self.articles[one.document].sha256 == anchor.sha256
        if quote.casefold() != anchor.quote.casefold() and not (same_text and one.span.overlaps(anchor.span)):
            return 0.0, 0
        likeness = 100.0 if same_text and one.span == anchor.span else _alike(anchor, (head, quote, tail))
        return likeness + (one.label == anchor.label), -abs(one.span.start - anchor.span.start)

    def _things(self, document: str) -> Iterator[_Found]:
        reading = self._readings.get(document)
        if reading is None:
            return
        things: tuple[Thing, ...] = (*reading.claims, *reading.figures, *reading.control, *reading.mentions)
        for thing in things:
            kind, label = _kind(thing)
            yield _Found(thing.id, kind, document, span_of(thing), label)


def _keys(document: str, sha256: str, url: str, path: str) -> list[tuple[str, str]]:
    """Return what tells a report, the surest first."""
    name = PurePath(path.replace("\\", "/")).name
    keys = (("id", document), ("sha256", sha256), ("url", url), ("name", name))
    return [(what, value) for what, value in keys if value]


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _alike(anchor: Anchor, window: tuple[str, str, str]) -> float:
    """Return how like the words around are, 0-100: the better side counts double, for an edit often falls on the other."""
    head, _, tail = window
    sides = sorted((fuzz.ratio(anchor.head, head), fuzz.ratio(anchor.tail, tail)))
    return (sides[0] + 2 * sides[1]) / 3
