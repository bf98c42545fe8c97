"""Small reports of our own making: a text and what it says in, an article with its claims out."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import (
    UNKNOWN_PUBLISHED,
    Article,
    Claim,
    ControlStatement,
    Figure,
    Interval,
    Mention,
    Modality,
    Published,
    Sentence,
    Span,
    content_id,
)
from dateline.resolve import Resolved
from dateline.theatres import load_theatre
from dateline.weigh.standing import Standing, find_standing
from dateline.weigh.witnesses import Witnesses

THEATRE = load_theatre(("syria",))


def article(name: str, text: str, day: str = "", outlet: str = "") -> Article:
    """Return a report with one sentence for each full stop."""
    ends = [m.end() for m in re.finditer(r"\.\s*", text)] or [len(text)]
    starts = [0, *ends[:-1]]
    sentences = tuple(Sentence(n, Span(a, b)) for n, (a, b) in enumerate(zip(starts, ends, strict=True)))
    on = dt.date.fromisoformat(day) if day else None
    published = Published(on, on, on, "metadata") if on else UNKNOWN_PUBLISHED
    return Article(
        id=content_id("d", name),
        path=name,
        title="",
        outlet=outlet,
        language="en",
        published=published,
        url="",
        sha256="",
        text=text,
        sentences=sentences,
        boilerplate=(),
    )


def claim(
    report: Article,
    words: str,
    kind: str,
    actors: Iterable[str] = (),
    targets: Iterable[str] = (),
    places: Iterable[str] = (),
    **more: object,
) -> Claim:
    """Return a claim whose trigger is `words`; its clause is the sentence around them. `on` is its day, if told."""
    start = report.text.index(words)
    span = next(s.span for s in report.sentences if s.span.start <= start < s.span.end)
    on = more.pop("on", None)
    day = dt.date.fromisoformat(str(on)) if on else None
    published = report.published.date
    time = Interval(day, day, "text") if day else Interval(None, published, "publication" if published else "unknown")
    made = Claim(
        id=content_id("c", report.id, start, kind),
        document=report.id,
        span=span,
        trigger=Span(start, start + len(words)),
        type=kind,
        actors=tuple(actors),
        targets=tuple(targets),
        mediators=(),
        places=tuple(places),
        time=time,
        speakers=(),
        modality=Modality.ASSERTED,
        background=False,
        figures=(),
        plover="",
        acled="",
        confidence=1.0,
        rule="test",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def figure(report: Article, words: str, low: float, high: float | None, role: str, **more: object) -> Figure:
    """Return a count of people whose words stand in the report."""
    start = report.text.index(words)
    made = Figure(
        id=content_id("f", report.id, start),
        document=report.id,
        span=Span(start, start + len(words)),
        low=low,
        high=high,
        unit="person",
        role=role,
        places=(),
        speakers=(),
        time=Interval(None, report.published.date, "publication"),
        rule="test",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def held(report: Article, words: str, place: str, holder: str, **more: object) -> ControlStatement:
    """Return a statement that `holder` holds `place` on the day of the report."""
    start = report.text.index(words)
    made = ControlStatement(
        id=content_id("k", report.id, start, holder),
        document=report.id,
        span=Span(start, start + len(words)),
        place=place,
        holder=holder,
        since=None,
        until=None,
        as_of=report.published.date,
        share=None,
        speakers=(),
        rule="holding word control",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def named(report: Article, words: str, place: str) -> Mention:
    """Return a mention of a place."""
    start = report.text.index(words)
    span = Span(start, start + len(words))
    return Mention(content_id("m", report.id, start), report.id, span, "place", "name", place, "test")


def weigh(
    articles: Sequence[Article],
    claims: Sequence[Claim] = (),
    figures: Sequence[Figure] = (),
    control: Sequence[ControlStatement] = (),
    mentions: Sequence[Mention] = (),
) -> Standing:
    """Return what the reports together say."""
    places = tuple(
        THEATRE.places[p] for p in sorted({p for c in claims for p in c.places} | {s.place for s in control})
    )
    more = tuple(THEATRE.places[m.refers_to] for m in mentions)
    resolved = Resolved(
        actors=tuple(THEATRE.actors.values()),
        places=tuple({p.id: p for p in (*places, *more)}.values()),
        mentions=tuple(mentions),
        claims=tuple(claims),
        figures=tuple(figures),
        control=tuple(control),
        framings=(),
    )
    by_id = {a.id: a for a in articles}
    witnesses = Witnesses(articles, (), THEATRE, {a.id: a.published for a in articles})
    return find_standing(by_id, resolved, witnesses)
