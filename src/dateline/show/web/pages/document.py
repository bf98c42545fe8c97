"""The page of a report: its id in; its text cut where something was found in it, and what was found beside it out."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dateline.model import (
    Article,
    Claim,
    ControlStatement,
    Figure,
    Framing,
    Mention,
    Modality,
    Sentence,
    Span,
    Story,
)
from dateline.record import Around, Record, Wanted, find, in_document, uncoded_in
from dateline.show.templates import templates
from dateline.show.web.pages.told import Telling, tellings
from dateline.show.web.scene import Ref, Scene

__all__ = ["LAYERS", "document_page"]

T = TypeVar("T")
LAYERS = ("actors", "places", "claims", "figures", "wording", "neutral", "quiet")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi", "sd", "ug", "dv"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words something was found in: which layer, a remark, and the page of what it is."""

    span: Span
    layer: str
    title: str = ""
    href: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that all the same things were found in."""

    text: str
    start: int
    layers: tuple[str, ...] = ()
    title: str = ""
    href: str = ""
    ids: str = ""
    neutral: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its number, its pieces, and whether it is boilerplate or was seen and not coded."""

    number: int
    pieces: tuple[Piece, ...]
    quiet: bool
    uncoded: bool


@dataclass(slots=True)
class Paragraph:
    """Sentences without a line break between them, and what was found in them."""

    lines: list[Line] = field(default_factory=list)
    claims: list[Telling] = field(default_factory=list)
    control: list[tuple[ControlStatement, Ref, Ref | None]] = field(default_factory=list)
    framings: list[tuple[str, Framing, Ref]] = field(default_factory=list)


def document_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of a report shows."""
    article = record.article(id)
    if article is None:
        return None
    claims = in_document(record, Claim, id)
    found = _Found(record, article, claims)
    return {
        "article": article,
        "title": found.scene.document(id).text,
        "outlet": found.scene.outlet(id),
        "judged": found.scene.contents.outlet(id),
        "published": found.scene.document(id).note,
        "copy": found.scene.copy(id),
        "original": found.scene.outlet(copy.original) if (copy := found.scene.copy(id)) and copy.original else None,
        "right_to_left": article.language in _RIGHT_TO_LEFT,
        "paragraphs": found.paragraphs(),
        "stories": find(record, Story, Wanted(document=id)).items,
        "all_types": sorted(templates()),
        "modes": [mode.value for mode in Modality],
        "numbers": {"claims": len(claims), "sentences": len(article.sentences), "uncoded": len(found.uncoded)},
    }


class _Found:
    """All that was found in one report."""

    def __init__(self, record: Record, article: Article, claims: Sequence[Claim]) -> None:
        self.article = article
        mentions = in_document(record, Mention, article.id)
        self.framings = in_document(record, Framing, article.id)
        self.control = in_document(record, ControlStatement, article.id)
        self.figures = in_document(record, Figure, article.id)
        actors = {one.refers_to for one in mentions if one.kind == "actor"} | {one.about for one in self.framings}
        actors |= {one.holder for one in self.control}
        places = {one.refers_to for one in mentions if one.kind == "place"} | {one.place for one in self.control}
        around = Around(
            claims=[claim.id for claim in claims], documents=[article.id], actors=[*actors], places=[*places]
        )
        self.scene = Scene(record, around)
        self.claims = [claim for claim in claims if claim.id in self.scene.claims]
        self.uncoded = uncoded_in(record, article.id)
        self.marks = sorted(self._marks(mentions), key=lambda mark: (mark.span, mark.layer))
        self.starts = [mark.span.start for mark in self.marks]
        self.longest = max((mark.span.end - mark.span.start for mark in self.marks), default=0)

    def paragraphs(self) -> list[Paragraph]:
        """Cut the text into paragraphs of sentences; each finding stands beside the sentence it begins in."""
        lines = list(_lines(self.article))
        starts = [span.start for _, span in lines]
        rows = {row.id: row for row in tellings(self.scene, self.claims)}
        claims = _by_line(starts, ((one.trigger, rows[one.id]) for one in self.claims))
        control = _by_line(starts, ((one.span, self._held(one)) for one in self.control))
        framings = _by_line(starts, ((one.span, self._loaded(one)) for one in self.framings))
        made, at = [Paragraph()], 0
        for number, (line, span) in enumerate(lines):
            if "\n" in self.article.text[at : span.start] and made[-1].lines:
                made.append(Paragraph())
            made[-1].lines.append(self._line(line, span))
            made[-1].claims += claims.get(number, [])
            made[-1].control += control.get(number, [])
            made[-1].framings += framings.get(number, [])
            at = span.end
        return made

    def _line(self, sentence: Sentence | None, span: Span) -> Line:
        quiet = sentence is None or sentence.quiet
        uncoded = any(span.overlaps(one) for one in self.uncoded)
        return Line(
            sentence.index if sentence else -1, tuple(_cut(self.article.text, span, self._near(span))), quiet, uncoded
        )

    def _near(self, span: Span) -> list[Marked]:
        first = bisect_left(self.starts, span.start - self.longest)
        near = self.marks[first : bisect_left(self.starts, span.end)]
        return [mark for mark in near if mark.span.overlaps(span)]

    def _held(self, one: ControlStatement) -> tuple[ControlStatement, Ref, Ref | None]:
        return one, self.scene.place(one.place), self.scene.actor(one.holder) if one.holder else None

    def _loaded(self, one: Framing) -> tuple[str, Framing, Ref]:
        return self.article.text[one.span.start : one.span.end], one, self.scene.actor(one.about)

    def _marks(self, mentions: Iterable[Mention]) -> Iterator[Marked]:
        for one in mentions:
            ref = self.scene.actor(one.refers_to) if one.kind == "actor" else self.scene.place(one.refers_to)
            yield Marked(one.span, f"{one.kind}s", ref.text, ref.href, one.refers_to)
        for figure in self.figures:
            yield Marked(figure.span, "figures", self.scene.figure(figure), "", figure.id)
        for framing in self.framings:
            yield Marked(framing.span, "wording", framing.neutral, "", framing.id)
        for claim in self.claims:
            yield Marked(claim.trigger, "claims", claim.type, f"/claim/{claim.id}", claim.id)


def _lines(article: Article) -> Iterator[tuple[Sentence | None, Span]]:
    """Yield the sentences, and what stands between them where that is more than blanks."""
    at = 0
    for sentence in article.sentences:
        if sentence.span.start > at and article.text[at : sentence.span.start].strip():
            yield None, Span(at, sentence.span.start)
        yield sentence, sentence.span
        at = max(at, sentence.span.end)
    if article.text[at:].strip():
        yield None, Span(at, len(article.text))


def _by_line(starts: Sequence[int], found: Iterable[tuple[Span, T]]) -> dict[int, list[T]]:
    """Put each finding to the number of the line it begins in."""
    lines: dict[int, list[T]] = {}
    for span, one in found:
        lines.setdefault(max(0, bisect_right(starts, span.start) - 1), []).append(one)
    return lines


def _cut(text: str, span: Span, within: Sequence[Marked]) -> Iterator[Piece]:
    """Yield the text of a span cut wherever something found in it begins or ends; `within` is in order of starts."""
    edges = {span.start, span.end}
    for mark in within:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    cuts = sorted(edges)
    here: list[Marked] = []
    following = 0
    for start, end in itertools.pairwise(cuts):
        while following < len(within) and within[following].span.start <= start:
            here.append(within[following])
            following += 1
        here = [mark for mark in here if mark.span.end > start]
        yield _piece(text[start:end], start, here, end)


def _piece(words: str, start: int, here: Sequence[Marked], end: int) -> Piece:
    loaded = next((mark for mark in here if mark.layer == "wording"), None)
    linked = sorted((mark for mark in here if mark.href), key=lambda mark: mark.span.end - mark.span.start)
    return Piece(
        words,
        start,
        tuple(dict.fromkeys(mark.layer for mark in here)),
        " · ".join(dict.fromkeys(mark.title for mark in here if mark.title)),
        linked[0].href if linked else "",
        " ".join(dict.fromkeys(mark.id for mark in here)),
        loaded.title if loaded and loaded.span.end == end else "",
    )
