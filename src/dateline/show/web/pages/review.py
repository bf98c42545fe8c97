"""The review: a queue and a coder in; one claim after the other, with its sentence, its fields and one question, out."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request

from dateline.model import Act, Claim, Decision, Event, Modality
from dateline.model.fields import read_value
from dateline.record import (
    QUEUES,
    Around,
    Record,
    by_id,
    count_types,
    doubt_on,
    review_numbers,
    review_queue,
    said_by_others,
)
from dateline.show.inert import one_line
from dateline.show.templates import templates
from dateline.show.web.asking import asked, group_of
from dateline.show.web.pages.claim import fields_of, in_context
from dateline.show.web.pages.told import sentence_address
from dateline.show.web.scene import Ref, Scene, days
from dateline.show.web.table import Cell, Column, Row

__all__ = ["AGREEMENT_COLUMNS", "agreement_page", "agreement_rows", "review_item", "review_page"]

AGREEMENT_COLUMNS = (
    Column("field", "Field"),
    Column("alpha", "Alpha", number=True),
    Column("things", "Things", number=True),
    Column("same", "Same", number=True),
    Column("coders", "Coders"),
)
_SHOWN = 60
_DIFFERENCES = 200
_KEYS = 9
_EDITABLE = ("type", "modality", "actors", "targets", "mediators", "places", "time", "speakers")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim in the queue: enough to know it by."""

    id: str
    type: str
    words: str
    outlet: str
    when: str
    review: str


def review_page(record: Record, request: Request, who: str) -> dict[str, Any]:
    """Return the queue asked for and its first claim, or the claim asked for."""
    queue = request.query_params.get("queue", "new")
    queue = queue if queue in QUEUES else "new"
    found = review_queue(record, queue, who, asked(request), _SHOWN)
    first = request.query_params.get("claim") or (found.items[0] if found.items else "")
    return {
        "queue": queue,
        "queues": QUEUES,
        "numbers": review_numbers(record, who),
        "waiting": _waiting(record, list(found.items), blind=queue == "second"),
        "total": found.total,
        "first": first,
        "who": who,
        "query": request.url.query,
        **(review_item(record, first, who) or {"item": None}),
    }


def _waiting(record: Record, ids: list[str], blind: bool) -> list[Waiting]:
    scene = Scene(record, Around(claims=ids))
    claims = by_id(record, Claim, ids)
    words = scene.read_words([(claim.document, claim.trigger) for claim in claims])
    return [
        Waiting(
            claim.id,
            claim.type,
            said,
            scene.outlet(claim.document).text,
            days(claim.time),
            "" if blind else scene.mark((claim.id,)),
        )
        for claim, said in zip(claims, words, strict=True)
    ]


def review_item(record: Record, id: str, who: str) -> dict[str, Any] | None:
    """Return one claim for judging; where only others have judged it, as the machine read it and without their words."""
    claim = record.claim(id) or record.claim(record.resolve_id(id))
    if claim is None:
        return None
    blind = said_by_others(record, claim.id, who)
    review = record.review(claim.id)
    log = {one.id: one for one in record.decisions()} if review else {}
    said = [log[one] for one in review.decisions if one in log] if review else []
    claim = (record.claim_as_read(claim.id) or claim) if blind else _as_said(claim, said)
    event = next(iter(Scene(record, Around(claims=[claim.id])).contents.events), None)
    scene = Scene(record, Around(claims=[claim.id], actors=_actors(claim), places=claim.places))
    return {
        "item": claim,
        "blind": blind,
        "context": in_context(scene, claim),
        "fields": fields_of(scene, claim),
        "editable": _EDITABLE,
        "sentence": _sentence(record, claim),
        "doubt": None if blind else doubt_on(record, claim.id),
        "outlet": scene.outlet(claim.document),
        "document": scene.document(claim.document),
        "address": sentence_address(scene, claim),
        "judged": scene.contents.outlet(claim.document),
        "event": Ref(event.id, event.id, f"/event/{event.id}") if event else None,
        "state": "" if blind or review is None or review.judgement is None else review.judgement.value,
        "flagged": bool(review and review.flagged and not blind),
        "disputed": bool(review and review.disputed and not blind),
        "said": [] if blind else said,
        "types": likely_types(record, claim.type),
        "all_types": sorted(templates()),
        "modes": [mode.value for mode in Modality],
    }


def _actors(claim: Claim) -> tuple[str, ...]:
    return (*claim.actors, *claim.targets, *claim.mediators, *claim.speakers)


def _as_said(claim: Claim, said: list[Decision]) -> Claim:
    """Return a claim with the fields that people set, also those not weighed yet."""
    for decision in said:
        if decision.act is Act.CHANGE:
            with suppress(ValueError, TypeError):
                value: Any = read_value("claim", decision.field, decision.value)
                claim = replace(claim, **{decision.field: value})
    return claim


def _sentence(record: Record, claim: Claim) -> str:
    """Return the claim alone as a sentence, for asking whether the report says it."""
    alone = Event(
        "alone", claim.type, claim.actors, claim.targets, claim.places, claim.time, (claim.id,), (claim.document,), 1, (),
        False, (), 6,
    )  # fmt: skip
    scene = Scene(record, Around(claims=[claim.id]))
    scene.add(alone, claim)
    return scene.told(alone)


def likely_types(record: Record, type: str) -> list[str]:
    """Return nine other types that a claim of this one may rather be: those of its group, then the most frequent."""
    often = count_types(record)
    group = [name for name, template in templates().items() if template.group == group_of(type)]
    ranked = sorted(group, key=lambda name: (-often.get(name, 0), name))
    others = sorted(often, key=lambda name: (-often[name], name))
    return [name for name in dict.fromkeys((*ranked, *others)) if name != type][:_KEYS]


def agreement_page(record: Record, request: Request) -> dict[str, Any]:
    """Return how far coders agree, by field, and where they do not."""
    fields, differences = record.agreement(), record.disagreements()
    return {
        "fields": fields,
        "differences": differences[:_DIFFERENCES],
        "differences_total": len(differences),
        "coders": sorted({one_line(coder) for one in fields for coder in one.coders}),
        "query": request.url.query,
    }


def agreement_rows(record: Record, request: Request) -> list[Row]:
    """Return the agreement by field as rows."""
    return [
        Row(
            one.field,
            (
                Cell(one.field),
                Cell(None if one.alpha is None else round(one.alpha, 4)),
                Cell(one.units),
                Cell(one.agreed),
                Cell("; ".join(one.coders)),
            ),
        )
        for one in record.agreement()
    ]
