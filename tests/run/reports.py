"""Four short reports of one week, made up, that tell of the same happenings in part."""

import io
from pathlib import Path

from dateline.model import Claim, Event
from dateline.record import Record
from dateline.show import export

REPORTS = {
    "one.txt": (
        "Aleppo, 13 December 2016 (Morning Wire) - Syrian government forces captured the district of Sheikh Saeed in Aleppo"
        " on Monday, state media said.\n\nShelling killed 40 people in eastern Aleppo on Sunday, activists said. Residents"
        " protested in Idlib on Monday.\n"
    ),
    "two.txt": (
        "Aleppo, 13 December 2016 (River Post) - The Syrian army took Sheikh Saeed, a district of Aleppo, on Monday, a"
        " monitoring group said.\n\nFighters of the Lantern Brigade withdrew from the district overnight. At least 25 people"
        " were killed in shelling of eastern Aleppo on Sunday, doctors said.\n"
    ),
    "three.txt": (
        "Aleppo, 14 December 2016 (Morning Wire) - Rebels and the Syrian government agreed on a ceasefire in Aleppo on"
        " Tuesday, Russia said.\n\nThe Lantern Brigade rejected the ceasefire. Ahrar al-Sham shelled al-Fu'ah on Wednesday,"
        " the army said.\n"
    ),
    "four.txt": (
        "Aleppo, 15 December 2016 (River Post) - Buses left eastern Aleppo on Thursday as the evacuation of civilians began,"
        " the Red Cross said.\n\nThe Lantern Battalion attacked a convoy near al-Fu'ah on Wednesday, state media said.\n"
    ),
}


def write(folder: Path, names=tuple(REPORTS)) -> Path:
    """Write the reports into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(REPORTS[name], encoding="utf-8", newline="\n")
    return folder


def exported(record: Record) -> str:
    """Return the whole export of a record."""
    stream = io.StringIO()
    export(record, "jsonl", stream)
    return stream.getvalue()


def claim_of(record: Record, type_: str, words: str = "") -> Claim:
    """Return the claim of a type whose signal words these are."""
    texts = {article.id: article.text for article in record.articles()}
    found = (c for c in record.claims() if c.type == type_)
    return next(c for c in found if words in texts[c.document][c.trigger.start : c.trigger.end])


def event_with(record: Record, claim: str) -> Event:
    """Return the event that a claim is in."""
    return next(event for event in record.events() if claim in event.claims)
