"""The page of an event: its id in; who says what in which words, copies folded under their source, contradictions out."""

from dataclasses import dataclass
from typing import Any

from dateline.model import Contradiction, Event
from dateline.record import Around, Record
from dateline.show.amounts import bare_number
from dateline.show.days import label
from dateline.show.web.pages.told import Telling, answers, tellings
from dateline.show.web.scene import Ref, Scene

__all__ = ["event_card", "event_page"]

CREDIBILITY = {
    1: "confirmed by others",
    2: "probably so",
    3: "possibly so",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One report with what it says, and the reports that repeat it."""

    outlet: Ref
    document: Ref
    camp: str
    reliability: str
    reason: str
    note: str
    claims: tuple[Telling, ...]
    copies: tuple["Source", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A claim that can be taken out of its event."""

    id: str
    outlet: str
    words: str


def event_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of an event shows."""
    event = record.event(id)
    if event is None:
        return None
    scene = Scene(record, Around(events=[id]))
    claims = [scene.claims[one] for one in event.claims if one in scene.claims]
    disputes = _disputes(scene, event)
    rows = tellings(scene, claims, disputes)
    return {
        **_head(scene, event),
        "sources": _sources(scene, rows),
        "disputes": answers(scene, disputes),
        "deals": [Ref(d.id, scene.questions.deal_words(d), f"/deal/{d.id}", d.status) for d in scene.contents.deals],
        "why": event.why,
        "split_of": [Part(row.id, scene.outlet(row.document).text, row.words) for row in rows],
    }


def event_card(record: Record, id: str) -> dict[str, Any] | None:
    """Return what a card tells of an event: the head of its page."""
    event = record.event(id)
    return _head(Scene(record, Around(events=[id])), event) if event else None


def _head(scene: Scene, event: Event) -> dict[str, Any]:
    return {
        "event": event,
        "title": scene.told(event),
        "when": label(event.time),
        "places": scene.places(event.places),
        "actors": scene.actors(event.actors),
        "targets": scene.actors(event.targets),
        "counts": [_count(count.role, count.low, count.best, count.high) for count in event.counts],
        "credibility": CREDIBILITY.get(event.credibility, CREDIBILITY[6]),
        "review": scene.mark((event.id, *event.claims)),
        "outlets": list({ref.text: ref for ref in map(scene.outlet, event.documents)}.values()),
    }


def _count(role: str, low: float | None, best: float | None, high: float | None) -> dict[str, str]:
    values = {"low": bare_number(low), "best": bare_number(best), "high": bare_number(high)}
    return {"role": role, **values}


def _disputes(scene: Scene, event: Event) -> list[Contradiction]:
    """The contradictions of an event: those that name it, else those between its claims."""
    own = {*event.claims, *(figure for id in event.claims if id in scene.claims for figure in scene.claims[id].figures)}
    return [
        found
        for found in scene.contents.contradictions
        if found.event == event.id or any(own & {*side.claims} for side in found.sides)
    ]


def _sources(scene: Scene, rows: list[Telling]) -> list[Source]:
    """Put rows under their reports, and reports that repeat another one of these under that one."""
    by_document: dict[str, list[Telling]] = {}
    for row in rows:
        by_document.setdefault(row.document, []).append(row)
    original = {id: copy.original for id in by_document if (copy := scene.copy(id)) and copy.original in by_document}
    return [
        _source(
            scene, id, by_document, [other for other in by_document if _root(original, other) == id and other != id]
        )
        for id in by_document
        if id not in original
    ]


def _root(original: dict[str, str], id: str) -> str:
    seen: set[str] = set()
    while id in original and id not in seen:
        seen.add(id)
        id = original[id]
    return id


def _source(scene: Scene, id: str, rows: dict[str, list[Telling]], copies: list[str]) -> Source:
    outlet, copy = scene.contents.outlet(id), scene.copy(id)
    note = "" if copy is None else "machine-spun" if copy.spun else "repeats a report that does not tell this"
    if copy and copy.original in rows:
        note = f"{'machine-spun, ' if copy.spun else ''}repeats {scene.outlet(copy.original).text}"
    return Source(
        scene.outlet(id),
        scene.document(id),
        outlet.camp if outlet and outlet.camp != "none" else "",
        outlet.reliability if outlet else "",
        outlet.reason if outlet else "",
        note,
        tuple(rows[id]),
        tuple(_source(scene, other, rows, []) for other in copies),
    )
