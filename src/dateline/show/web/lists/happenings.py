"""The lists of events and of claims: ids in, rows out, each with its sentence or its words."""

from collections.abc import Sequence

from dateline.model import Claim, Event
from dateline.record import Around, Record, by_id
from dateline.show.web.lists.spec import ListSpec
from dateline.show.web.scene import Scene, days
from dateline.show.web.table import Cell, Column, Row

__all__ = ["CLAIMS", "EVENTS"]


def _event_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    scene = Scene(record, Around(events=ids))
    return [_event(scene, event) for event in by_id(record, Event, ids)]


def _event(scene: Scene, event: Event) -> Row:
    mark = scene.mark((event.id, *event.claims))
    cells = (
        Cell(days(event.time), note=event.time.basis),
        Cell(scene.told(event), f"/event/{event.id}", language="en"),
        Cell(event.type, word=True),
        Cell(tuple(scene.actors(event.actors))),
        Cell(tuple(scene.actors(event.targets))),
        Cell(tuple(scene.places(event.places))),
        Cell(event.independent_sources),
        Cell(len(event.documents)),
        Cell(event.credibility),
        Cell("contested" if event.contested else "", word=True, mark="contested"),
        Cell(mark, word=True, mark=f"review {mark}"),
    )
    return Row(event.id, cells)


def _claim_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    scene = Scene(record, Around(claims=ids))
    claims = by_id(record, Claim, ids)
    quotes = scene.read_words([(claim.document, claim.span) for claim in claims])
    return [_claim(scene, claim, quote) for claim, quote in zip(claims, quotes, strict=True)]


def _claim(scene: Scene, claim: Claim, quote: str) -> Row:
    mark = scene.mark((claim.id,))
    cells = (
        Cell(days(claim.time), note=claim.time.basis),
        Cell(quote, f"/claim/{claim.id}", mark="quote"),
        Cell(claim.type, word=True),
        Cell(claim.modality.value, word=True),
        Cell(tuple(scene.actors(claim.actors))),
        Cell(tuple(scene.actors(claim.targets))),
        Cell(tuple(scene.places(claim.places))),
        Cell((scene.outlet(claim.document),)),
        Cell(tuple(scene.actors(claim.speakers))),
        Cell(round(claim.confidence, 2)),
        Cell(mark, word=True, mark=f"review {mark}"),
    )
    return Row(claim.id, cells)


_WHO = (Column("actors", "Who"), Column("targets", "To whom"), Column("places", "Where"))
EVENTS = ListSpec(
    "events",
    "Events",
    "What happened, by all the reports that tell it; copies are counted once.",
    Event,
    (
        Column("day", "When", order=True),
        Column("told", "Event"),
        Column("type", "Type", order=True),
        *_WHO,
        Column("sources", "Sources", order=True, number=True),
        Column("reports", "Reports", number=True),
        Column("credibility", "Credibility", order=True, number=True),
        Column("contested", "Contested"),
        Column("review", "Review"),
    ),
    ("from", "to", "group", "type", "actor", "place", "outlet", "camp", "contested"),
    "day",
    _event_rows,
    geo=True,
)
CLAIMS = ListSpec(
    "claims",
    "Claims",
    "What each report says, in its own words.",
    Claim,
    (
        Column("day", "When", order=True),
        Column("words", "Words"),
        Column("type", "Type", order=True),
        Column("mode", "Mode", order=True),
        *_WHO,
        Column("outlet", "Outlet"),
        Column("speakers", "Says who"),
        Column("confidence", "Sure", order=True, number=True),
        Column("review", "Review"),
    ),
    ("from", "to", "group", "type", "mode", "actor", "place", "outlet"),
    "day",
    _claim_rows,
)
