"""python tests/eval/run_tolls.py [--misses N]: how many were killed, by what several outlets together tell of ten happenings (FA-KES).

The range was written down from the articles (`tolls.yaml`). The record of these articles is asked for the happening, by place and
day, and for its lowest and highest count of killed.
"""

import sys
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.model import Count, Event, Place
from dateline.run import build
from tests.eval import public, run_fakes
from tests.eval.gold import Spot
from tests.eval.public import Outcome, Sheet

TEXTS = run_fakes.TEXTS
TOLLS = Path(__file__).with_name("tolls.yaml")
ABOUT = "the lowest and highest toll of ten happenings, told by several outlets each (FA-KES)"
FOUND, LOW, HIGH, BOTH, MEET = "happening found", "lowest toll", "highest toll", "both", "ranges meet"
_DAY = timedelta(days=1)

Toll = dict[str, Any]


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Build a record of the articles and compare."""
    tolls: list[Toll] = yaml.safe_load(TOLLS.read_text(encoding="utf-8"))
    wanted = {name for toll in tolls for name in toll["articles"]}
    sheet = Sheet("tolls", public.mark_of(TEXTS, TOLLS))
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "reports"
        folder.mkdir()
        run_fakes.lay_out((row for row in run_fakes.rows() if row["id"] in wanted), folder)
        record = build([folder], Path(kept) / "record.dateline").record
        names = {article.id: Path(article.path).stem for article in record.articles()}
        places = {place.id: place for place in record.places()}
        events = list(record.events())
    for toll in tolls:
        _compare(sheet, toll, _killed(toll, events, names, places))
    return sheet.outcome(ABOUT)


def _killed(toll: Toll, events: list[Event], names: Mapping[str, str], places: Mapping[str, Place]) -> Count | None:
    """Return the count of killed of the event of that day and place that most of the articles tell."""
    found: list[tuple[int, int, str, Count]] = []
    for event in events:
        told = {names[document] for document in event.documents} & set(toll["articles"])
        killed = next((count for count in event.counts if count.role == "killed"), None)
        if told and killed and _on(event, toll["day"]) and _at(event, toll["place"], places):
            found.append((len(told), len(event.claims), event.id, killed))
    return max(found)[-1] if found else None


def _on(event: Event, day: date) -> bool:
    """True for what is dated to that day, give or take one; "68 in six days" is another count."""
    first, last = event.time.earliest or event.time.latest, event.time.latest or event.time.earliest
    return bool(first and last and day - 2 * _DAY <= first and last <= day + _DAY)


def _at(event: Event, place: list[float], places: Mapping[str, Place]) -> bool:
    spot = Spot(*place)
    return any(spot.meets(places[id].lat, places[id].lon) for id in event.places if id in places)


def _compare(sheet: Sheet, toll: Toll, killed: Count | None) -> None:
    name, (low, high) = toll["happening"], toll["killed"]
    ours = (killed.low, killed.high) if killed else (None, None)
    miss = f"{name}: {low}-{high}, have {ours[0]}-{ours[1]} ({toll['by']})"
    sheet.share(FOUND, name, killed is not None, name)
    sheet.share(LOW, name, ours[0] == low, miss)
    sheet.share(HIGH, name, ours[1] == high, miss)
    sheet.share(BOTH, name, ours == (low, high), miss)
    sheet.share(MEET, name, ours[0] is not None and ours[1] is not None and ours[0] <= high and low <= ours[1], miss)


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
