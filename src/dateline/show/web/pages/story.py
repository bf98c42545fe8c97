"""The page of a story and the front page: reports that follow one course of events, and what they tell day by day."""

from typing import Any, TextIO

from starlette.requests import Request

from dateline.model import Contradiction, Deal, Event, Story
from dateline.record import Around, Record, Wanted, by_id, count_all, find, find_all_ids, part_of
from dateline.show.brief import write_brief
from dateline.show.web.lists import LISTS
from dateline.show.web.scene import Ref, Scene

__all__ = ["overview", "story_file", "story_page"]

_EVENTS, _STORIES, _REPORTS, _FEW = 200, 30, 200, 8


def overview(record: Record, request: Request) -> dict[str, Any]:
    """Return what the front page shows: how much there is, the stories, what is contested, how deals stand."""
    stories = find(record, Story, Wanted(), _STORIES)
    contested = find(record, Event, Wanted(contested=True, order="-sources"), _FEW)
    known = find(record, Event, Wanted(order="-sources"), _FEW)
    deals = find(record, Deal, Wanted(), _FEW)
    return {
        "numbers": count_all(record),
        "stories": stories.items,
        "stories_total": stories.total,
        "contested": LISTS["events"].rows(record, [event.id for event in contested.items]),
        "contested_total": contested.total,
        "asked": _asked(record),
        "known": LISTS["events"].rows(record, [event.id for event in known.items]),
        "deals": LISTS["deals"].rows(record, [deal.id for deal in deals.items]),
        "deals_total": deals.total,
    }


def _asked(record: Record) -> list[Ref]:
    """Return what is contested of no one event, as questions: how a deal stands, who held a place."""
    found = find(record, Contradiction, Wanted(unknown=True), _FEW).items
    scene = Scene(record, Around(claims=[id for one in found for side in one.sides for id in side.claims]))
    asked = [Ref(one.id, scene.questions.ask(one), _where_shown(scene, one)) for one in found]
    return [one for one in asked if one.text]


def _where_shown(scene: Scene, one: Contradiction) -> str:
    """Return the page that shows both sides."""
    if deal := scene.questions.deal(one):
        return f"/deal/{deal.id}"
    told = [id for side in one.sides for id in side.claims]
    held = next((scene.contents.control[id].place for id in told if id in scene.contents.control), "")
    if one.about == "control" and held:
        return f"/place/{held}"
    event = scene.questions.event(one)
    return f"/event/{event.id}" if event else ""


def story_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of a story shows."""
    found = by_id(record, Story, [id])
    if not found:
        return None
    events = find(record, Event, Wanted(story=id), _EVENTS)
    scene = Scene(record, Around(events=[event.id for event in events.items]))
    days: dict[str, list[tuple[Event, str, str]]] = {}
    for event in events.items:
        day = event.time.earliest or event.time.latest
        told = (event, scene.told(event), scene.mark((event.id, *event.claims)))
        days.setdefault(day.isoformat() if day else "", []).append(told)
    return {
        "story": found[0],
        "reports": LISTS["documents"].rows(record, list(found[0].documents[:_REPORTS])),
        "days": days,
        "events_total": events.total,
        "events_shown": len(events.items),
    }


def story_file(record: Record, id: str, out: TextIO) -> bool:
    """Write a story as one HTML file that needs no other; False where there is no such story."""
    found = by_id(record, Story, [id])
    if not found:
        return False
    around = Around(events=find_all_ids(record, Event, Wanted(story=id)), reports=found[0].documents)
    write_brief(part_of(record, around), "html", out)
    return True
