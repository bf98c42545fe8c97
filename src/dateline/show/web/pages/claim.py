"""The page of a claim: its id in; its words in their context, each field with what it rests on, its event out."""

import itertools
from dataclasses import dataclass
from typing import Any

from dateline.model import Claim, Evidence, Figure, Span
from dateline.record import Around, Record
from dateline.show.days import label
from dateline.show.web.pages.told import sentence_address
from dateline.show.web.scene import Ref, Scene

__all__ = ["Field", "claim_page", "fields_of"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim: its value, and the words and rules it rests on."""

    name: str
    title: str
    refs: tuple[Ref, ...] = ()
    text: str = ""
    word: bool = False
    evidence: tuple[tuple[str, str], ...] = ()


def claim_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of a claim shows."""
    claim = record.claim(id)
    if claim is None:
        return None
    scene = Scene(record, Around(claims=[id]))
    event = next((event for event in scene.contents.events if id in event.claims), None)
    return {
        "claim": claim,
        "context": in_context(scene, claim),
        "fields": fields_of(scene, claim),
        "outlet": scene.outlet(claim.document),
        "document": scene.document(claim.document),
        "address": sentence_address(scene, claim),
        "judged": scene.contents.outlet(claim.document),
        "copy": scene.copy(claim.document),
        "event": Ref(event.id, event.id, f"/event/{event.id}") if event else None,
        "review": scene.mark((id,)),
    }


def in_context(scene: Scene, claim: Claim) -> tuple[str, str, str, str, str]:
    """Return the words before the sentence, in it before the signal words, these, in it behind them, and after it."""
    article = scene.record.article_as_read(claim.document)
    if article is None:
        return "", "", "", "", ""
    text, trigger = article.text, claim.trigger
    own = [one.span for one in article.sentences if one.span.overlaps(claim.span) or one.span.overlaps(trigger)]
    ends = (claim.span, *own)
    span = Span(min(one.start for one in ends), max(one.end for one in ends))
    around = [one.span for one in article.sentences if not one.quiet]
    start = max((one.start for one in around if one.end <= span.start), default=span.start)
    end = min((one.end for one in around if one.start >= span.end), default=span.end)
    inner = trigger if span.covers(trigger) else Span(span.end, span.end)
    cuts = (start, span.start, inner.start, inner.end, span.end, end)
    before, first, words, rest, after = (text[a:b] for a, b in itertools.pairwise(cuts))
    return before, first, words, rest, after


def fields_of(scene: Scene, claim: Claim) -> list[Field]:
    """Return the fields of a claim in the order in which people ask for them."""
    figures = [scene.contents.figures[id] for id in claim.figures if id in scene.contents.figures]
    because = _because(scene, claim)
    return [
        Field("type", "Type", text=claim.type, word=True, evidence=because("type", "trigger")),
        Field("modality", "Mode", text=claim.modality.value, word=True, evidence=because("modality")),
        Field("actors", "Who", tuple(scene.actors(claim.actors)), evidence=because("actor", "actors")),
        Field("targets", "To whom", tuple(scene.actors(claim.targets)), evidence=because("target", "targets")),
        Field("mediators", "Through", tuple(scene.actors(claim.mediators)), evidence=because("mediator", "mediators")),
        Field("places", "Where", tuple(scene.places(claim.places)), evidence=because("place", "places")),
        Field("time", "When", text=label(claim.time), evidence=((f"from {claim.time.basis}", ""), *because("time"))),
        Field("figures", "How many", text="; ".join(map(scene.figure, figures)), evidence=_rules(scene, figures)),
        Field("speakers", "Says who", tuple(scene.actors(claim.speakers)), evidence=because("speaker", "speakers")),
    ]


def _rules(scene: Scene, figures: list[Figure]) -> tuple[tuple[str, str], ...]:
    quotes = scene.read_words([(figure.document, figure.span) for figure in figures])
    return tuple(zip(quotes, (figure.rule for figure in figures), strict=True))


def _because(scene: Scene, claim: Claim) -> Any:
    quotes = scene.read_words([(claim.document, one.span) for one in claim.evidence])
    found: list[tuple[Evidence, str]] = list(zip(claim.evidence, quotes, strict=True))

    def because(*names: str) -> tuple[tuple[str, str], ...]:
        return tuple((quote, one.rule) for one, quote in found if one.field in names)

    return because
