"""The page of a place: its id in; who is said to hold it, in whose words, what happened there and what lies in it out."""

from dataclasses import dataclass
from typing import Any

from dateline.model import Contradiction, ControlStatement, Event, LedgerEntry, Place
from dateline.record import Around, Record, Wanted, by_id, find
from dateline.show.web.lists import LISTS
from dateline.show.web.pages.strip import ledger_strip
from dateline.show.web.pages.told import answers
from dateline.show.web.scene import Ref, Scene

__all__ = ["place_page"]

PRECISION = {
    1: "the place itself",
    2: "near a known place",
    3: "a district",
    4: "a province",
    5: "an area or a line",
    6: "a country",
    7: "international waters or airspace",
}
_EVENTS = 40
_STATEMENTS = 60
_LEDGER = 120


@dataclass(frozen=True, slots=True)
class Statement:
    """One report's words on who holds the place."""

    id: str
    outlet: Ref
    document: Ref
    holder: Ref | None
    denied: bool
    share: float | None
    as_of: str
    words: str
    href: str
    speakers: tuple[Ref, ...]


def place_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of a place shows."""
    found = by_id(record, Place, [id])
    if not found:
        return None
    place = found[0]
    here = Wanted(place=(id,), within=False)
    within = find(record, LedgerEntry, Wanted(place=(id,), order="-since"), _LEDGER).items
    ledger = [one for one in within if one.place == id]
    said = find(record, ControlStatement, here, _STATEMENTS).items
    inner = find(record, Place, Wanted(place=(id,)), 60)
    around = Around(
        places=[id, *(one.id for one in inner.items)],
        ledger=[entry.id for entry in ledger],
        documents=sorted({one.document for one in said}),
        actors=sorted({one.holder for one in said} | {id for one in said for id in one.speakers}),
    )
    scene = Scene(record, around)
    events = find(record, Event, Wanted(place=(id,), order="-sources"), _EVENTS)
    return {
        "place": place,
        "precision": PRECISION.get(place.precision, ""),
        "within": scene.places(one for one in scene.contents.ancestors(id) if one in scene.contents.places),
        "inner": [scene.place(one.id) for one in inner.items if one.id != id],
        "ledger": [(entry, scene.actor(entry.holder) if entry.holder else None) for entry in ledger],
        "strip": ledger_strip(scene, ledger, f"{place.name}: {len(ledger)}"),
        "disputes": answers(scene, _disputes(scene, ledger, said)),
        "statements": [_statement(scene, one, words) for one, words in zip(said, _words(scene, said), strict=True)],
        "events": LISTS["events"].rows(record, [event.id for event in events.items]),
        "events_total": events.total,
    }


def _disputes(scene: Scene, ledger: list[LedgerEntry], said: tuple[ControlStatement, ...]) -> list[Contradiction]:
    """The contradictions over who holds the place: those between what its ledger rests on."""
    own = {*(one.id for one in said), *(id for entry in ledger for id in entry.claims)}
    return [
        found
        for found in scene.contents.contradictions
        if found.about == "control" and not found.event and any(own & {*side.claims} for side in found.sides)
    ]


def _words(scene: Scene, said: tuple[ControlStatement, ...]) -> list[str]:
    return scene.read_words([(one.document, one.span) for one in said])


def _statement(scene: Scene, one: ControlStatement, words: str) -> Statement:
    return Statement(
        one.id,
        scene.outlet(one.document),
        scene.document(one.document),
        scene.actor(one.holder) if one.holder else None,
        one.denied,
        one.share,
        one.as_of.isoformat() if one.as_of else "",
        words,
        f"/document/{one.document}#{scene.sentence_anchor(one.document, one.span)}",
        tuple(scene.actors(one.speakers)),
    )
