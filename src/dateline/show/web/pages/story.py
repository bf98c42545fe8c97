"""The page of a story and the front page: reports that follow one course of events, and what they tell day by day."""

from typing import Any, TextIO

from starlette.requests import Request

from dateline.model import Deal, Event, Story
from dateline.record import Around, Record, Wanted, by_id, count_all, find, find_all_ids, part_of
from dateline.show.brief import write_brief
from dateline.show.web.lists import LISTS
from dateline.show.web.scene import Scene

__all__ = ["overview", "story_file", "story_page"]

_EVENTS, _STORIES, _REPORTS = 200, 30, 200


def overview(record: Record, request: Request) -> dict[str, Any]:
    """Return what the front page shows: how much there is, the stories, what is contested, how deals stand."""
    stories = find(record, Story, Wanted(), _STORIES)
    contested = find(record, Event, Wanted(contested=True, order="-sources"), 8)
    known = find(record, Event, Wanted(order="-sources"), 8)
    deals = find(record, Deal, Wanted(), 8)
    return {
        "numbers": count_all(record),
        "stories": stories.items,
        "stories_total": stories.total,
        "contested": LISTS["events"].rows(record, [event.id for event in contested.items]),
        "contested_total": contested.total,
        "known": LISTS["events"].rows(record, [event.id for event in known.items]),
        "deals": LISTS["deals"].rows(record, [deal.id for deal in deals.items]),
        "deals_total": deals.total,
    }


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
