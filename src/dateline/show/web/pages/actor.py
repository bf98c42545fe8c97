"""The pages of an actor and of an outlet: an id in; names, what it belongs to, what it does, how it is called out."""

from collections import defaultdict
from typing import Any

from dateline.model import Actor, Article, Claim, Event, Outlet
from dateline.record import Around, Record, Wanted, by_id, find, framed, named
from dateline.show.inert import one_line
from dateline.show.web.lists import LISTS
from dateline.show.web.scene import Scene

__all__ = ["actor_page", "outlet_page"]

_EVENTS, _NAMES = 40, 12


def actor_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of an actor shows."""
    found = by_id(record, Actor, [id])
    if not found:
        return None
    events = find(record, Event, Wanted(actor=(id,), order="-sources"), _EVENTS)
    parents = {one.id: one for one in by_id(record, Actor, sorted({member.parent for member in found[0].part_of}))}
    names: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in named(record, [id]):
        names[one.outlet].append((one_line(one.words), one.times))
    return {
        "actor": found[0],
        "members": [(member, parents.get(member.parent)) for member in found[0].part_of],
        "events": LISTS["events"].rows(record, [event.id for event in events.items]),
        "events_total": events.total,
        "claims_total": find(record, Claim, Wanted(actor=(id,)), 0).total,
        "outlets": {outlet.id: outlet for outlet in by_id(record, Outlet, sorted(names))},
        "names": {outlet: sorted(words, key=lambda one: (-one[1], one[0]))[:_NAMES] for outlet, words in names.items()},
        "framed": _by_outlet(framed(record, actor=id)),
    }


def outlet_page(record: Record, id: str) -> dict[str, Any] | None:
    """Return what the page of an outlet shows."""
    found = by_id(record, Outlet, [id])
    if not found:
        return None
    reports = find(record, Article, Wanted(outlet=id, order="-published"), 100)
    loaded = framed(record, outlet=id)
    scene = Scene(record, Around(actors=sorted({one.about for one in loaded})))
    return {
        "outlet": found[0],
        "reports": LISTS["documents"].rows(record, [report.id for report in reports.items]),
        "reports_total": reports.total,
        "claims_total": find(record, Claim, Wanted(outlet=id), 0).total,
        "framed": [(one, scene.actor(one.about)) for one in loaded[:100]],
    }


def _by_outlet(loaded: list[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for one in loaded:
        grouped[one.outlet].append(one)
    return grouped
