"""Reads the example reports into aleppo.dateline and prints a short brief: events, the best attested first."""

from pathlib import Path

import dateline
from dateline.model import Event

REPORTS = Path(__file__).parent / "aleppo-2016"


def in_one_line(event: Event, names: dict[str, str]) -> str:
    """Return when, what, who and where, and on how many sources it rests."""
    day = event.time.earliest or event.time.latest or "undated"
    who = ", ".join(names.get(actor, actor) for actor in event.actors) or "not told"
    where = ", ".join(names.get(place, place) for place in event.places) or "place not told"
    mark = ", contested" if event.contested else ""
    return f"{day}  {event.type}: {who} ({where}); {event.independent_sources} independent sources{mark}"


def main() -> None:
    """Make the record, or add to it what is new in the folder, and print the ten best attested events."""
    record = dateline.build([REPORTS], into="aleppo.dateline", theatre="auto")
    names = {actor.id: actor.name for actor in record.actors()} | {place.id: place.name for place in record.places()}
    for document in record.documents():
        print(f"{document.published.date or 'undated'}  {document.language}  {document.outlet}: {document.title}")
    print()
    best = sorted(record.events(), key=lambda event: (-event.independent_sources, event.credibility))
    for event in best[:10]:
        print(in_one_line(event, names))


if __name__ == "__main__":
    main()
