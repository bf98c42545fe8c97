"""Takes the record that read_and_brief.py makes and prints who is said to hold each place, from when to when."""

import sys
from itertools import groupby

import dateline
from dateline.model import LedgerEntry


def in_one_line(entry: LedgerEntry, holder: str) -> str:
    """Return the days, the holder and how the entry stands; an open end is written as `...`."""
    since, until = entry.since or "...", entry.until or "..."
    return f"  {since} to {until}: {holder} ({entry.status}, {len(entry.claims)} statements)"


def main(path: str) -> None:
    """Print the ledger, place by place and in the order of days."""
    record = dateline.open_record(path)
    actors = {actor.id: actor.name for actor in record.actors()}
    places = {place.id: place.name for place in record.places()}
    entries = sorted(record.ledger(), key=lambda entry: (entry.place, str(entry.since or "")))
    for place, rows in groupby(entries, key=lambda entry: entry.place):
        print(places.get(place, place))
        for entry in rows:
            print(in_one_line(entry, actors.get(entry.holder, entry.holder) or "holder not told"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "aleppo.dateline")
