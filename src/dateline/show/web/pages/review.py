"""The review: a queue and a coder in; one claim after the other, with its sentence, its fields and one question, out."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from starlette.requests import Request

from dateline.model import Act, Claim, Decision, Event, Interval, Modality
from dateline.model.fields import read_value
from dateline.record import (
    QUEUES,
    Around,
    Record,
    agreement,
    by_id,
    count_types,
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

__all__ = ["AGREEMENT_COLUMNS", "agreement_page", "agreement_rows", "review_item", "review_page", "unlike_now"]

AGREEMENT_COLUMNS = (
    Column("field", "Field"),
    Column("alpha", "Alpha", number=True),
    Column("same", "Same", number=True),
    Column("things", "Things", number=True),
    Column("words", "Words", number=True),
)
_SHOWN = 60
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
    claim = _as_read(claim, said) if blind else _as_said(claim, said)
    event = next(iter(Scene(record, Around(claims=[claim.id])).contents.events), None)
    scene = Scene(record, Around(claims=[claim.id], actors=_actors(claim), places=claim.places))
    return {
        "item": claim,
        "blind": blind,
        "context": in_context(scene, claim),
        "fields": fields_of(scene, claim),
        "editable": _EDITABLE,
        "question": _question(record, claim),
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


def _as_read(claim: Claim, said: list[Decision]) -> Claim:
    """Return a claim as it stood before the first decision on it."""
    before = next((anchor.before for one in said for anchor in one.anchors if anchor.before), "")
    if not before or (said and said[0].act is Act.ADD):
        return claim
    held = json.loads(before)
    lists: dict[str, Any] = {
        name: tuple(held[name]) for name in ("actors", "targets", "mediators", "places", "speakers") if name in held
    }
    told: dict[str, Any] = {name: held[name] for name in ("type", "background") if name in held}
    if "modality" in held:
        told["modality"] = Modality(held["modality"])
    if isinstance(held.get("time"), dict):
        told["time"] = _interval(held["time"], claim.time)
    return replace(claim, **lists, **told)


def unlike_now(record: Record, id: str, who: str) -> list[tuple[str, object]]:
    """Return fields, with their values, in which a coder who was not shown others' words saw a claim unlike it is now.

    To confirm what one saw is then to say these values.
    """
    claim = record.claim(id)
    if claim is None or not said_by_others(record, id, who):
        return []
    review = record.review(id)
    log = {one.id: one for one in record.decisions()}
    said = [log[one] for one in review.decisions if one in log] if review else []
    seen, now = _as_read(claim, said), _as_said(claim, said)
    return [(name, _plain(seen, name)) for name in _EDITABLE if _plain(seen, name) != _plain(now, name)]


def _plain(claim: Claim, name: str) -> object:
    """Return a field as JSON knows it."""
    held = getattr(claim, name)
    if isinstance(held, Interval):
        return {
            end: day.isoformat() if day else None for end, day in (("earliest", held.earliest), ("latest", held.latest))
        }
    return list(held) if isinstance(held, tuple) else str(held)


def _as_said(claim: Claim, said: list[Decision]) -> Claim:
    """Return a claim with the fields that people set, also those not weighed yet."""
    for decision in said:
        if decision.act is Act.CHANGE:
            with suppress(ValueError, TypeError):
                value: Any = read_value("claim", decision.field, decision.value)
                claim = replace(claim, **{decision.field: value})
    return claim


def _interval(held: dict[str, Any], now: Interval) -> Interval:
    ends = [date.fromisoformat(held[end]) if held.get(end) else None for end in ("earliest", "latest")]
    return Interval(ends[0], ends[1], held.get("basis", now.basis))


def _question(record: Record, claim: Claim) -> str:
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
    fields, differences, coders = agreement(record)
    return {
        "fields": fields,
        "differences": differences[:200],
        "differences_total": len(differences),
        "coders": [one_line(coder) for coder in coders],
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
                Cell(round(one.same, 4)),
                Cell(one.things),
                Cell(one.words),
            ),
        )
        for one in agreement(record)[0]
    ]
