"""TimeMap (Forensic Architecture, Bellingcat): a selection in, its files of events, sources and associations out.

TimeMap reads strings: days as MM/DD/YYYY, coordinates too. What an event is, who acts, how well it stands and whether a
person looked at it are associations, so that each can be filtered by.
"""

import json

from dateline.model import Event, Place
from dateline.show.exports.form import Files
from dateline.show.exports.permalink import web_address
from dateline.show.facts import Days, Facts
from dateline.show.selection import Selection

__all__ = ["write_timemap"]

_CREDIBILITY = {
    1: "1 confirmed by other sources",
    2: "2 probably true",
    3: "3 possibly true",
    4: "4 doubtful",
    5: "5 improbable",
    6: "6 cannot be judged",
}


def write_timemap(selection: Selection, files: Files) -> None:
    """Write events.json, sources.json and associations.json."""
    facts, associations = Facts(selection), _Associations()
    events: list[dict[str, object]] = []
    for event in facts.contents.events:
        place, days = facts.spot(event.places), facts.days(event.time, event.documents)
        if days is None and place is None:
            files.leave_out("events without a day and without a place that has coordinates")
            continue
        events.append(_event(facts, event, place, days, associations))
    told = {id for event in facts.contents.events for id in event.documents}
    sources = [_source(facts, id) for id in facts.contents.documents if id in told]
    for name, content in (("events", events), ("sources", sources), ("associations", associations.listed())):
        with files.text(f"{name}.json") as stream:
            json.dump(content, stream, ensure_ascii=False, indent=1)
            stream.write("\n")


def _event(
    facts: Facts, event: Event, place: Place | None, days: Days | None, associations: "_Associations"
) -> dict[str, object]:
    """An event in TimeMap's keys and no others."""
    review = facts.review(event.id) or ("claims accepted" if facts.claims_accepted(event) else "nobody looked at it")
    told_as = "told as a fact" if facts.happened(event) else "told as planned, demanded, threatened or denied"
    named = [
        associations.category(told_as),
        associations.filter("Event type", event.type),
        *(associations.filter("Who", name) for name in facts.actor_names((*event.actors, *event.targets))),
        associations.filter("Assessment", _CREDIBILITY.get(event.credibility, str(event.credibility))),
        *([associations.filter("Assessment", "contested")] if event.contested else []),
        associations.filter("Confirmation by a person", review),
    ]
    return {
        "id": event.id,
        "description": facts.words(event),
        "date": f"{days.start:%m/%d/%Y}" if days else "",
        "time": "",
        "time_precision": _precision(days),
        "time_display": _display(days),
        "location": facts.place_name(place.id) if place else "",
        "latitude": str(place.lat) if place else "",
        "longitude": str(place.lon) if place else "",
        "type": event.type,
        "category": told_as,
        "associations": list(dict.fromkeys(named)),
        "sources": list(event.documents),
        "comments": "; ".join(f"{publisher}: “{words}”" for publisher, words in facts.quotes(event)),
    }


def _precision(days: Days | None) -> str:
    if days is None:
        return "not told"
    return "day" if not days.length and not (days.open_start or days.open_end) else f"{days.length + 1} days"


def _display(days: Days | None) -> str:
    if days is None:
        return ""
    start, end = ("" if days.open_start else days.start.isoformat()), ("" if days.open_end else days.end.isoformat())
    return start if start == end else f"{start}–{end}" if start and end else f"from {start}" if start else f"by {end}"


def _source(facts: Facts, document: str) -> dict[str, object]:
    article = facts.contents.documents[document]
    day = article.published.date
    address = web_address(article.url)
    return {
        "id": document,
        "title": article.title or facts.contents.file_name(document),
        "thumbnail": "",
        "paths": [address] if address else [],
        "type": "Article",
        "affil_s": [facts.contents.publisher(document)],
        "url": address,
        "description": f"SHA-256 {article.sha256}",
        "parent": "",
        "author": facts.contents.publisher(document),
        "date": f"{day:%m/%d/%Y}" if day else "",
        "notes": "",
    }


class _Associations:
    """Gathers what events are filtered by."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, object]] = {}

    def category(self, title: str) -> str:
        """Name a category; gives its id."""
        return self._add(title, title, "CATEGORY", [])

    def filter(self, group: str, title: str) -> str:
        """Name a filter within a group; gives its id."""
        return self._add(f"{group}: {title}", title, "FILTER", [group, title])

    def listed(self) -> list[dict[str, object]]:
        """All of them, by id."""
        return [self._found[id] for id in sorted(self._found)]

    def _add(self, id: str, title: str, mode: str, paths: list[str]) -> str:
        self._found[id] = {"id": id, "title": title, "desc": "", "mode": mode, "filter_paths": paths}
        return id
