"""JSON Lines: a selection in, one JSON object a line out (docs/exports.md); ids and offsets as in the record."""

import json
from collections.abc import Iterator

from dateline.show.exports.form import Files
from dateline.show.exports.rows import Json, Rows
from dateline.show.selection import Selection

__all__ = ["JSONL", "all_rows", "write_jsonl"]

JSONL = "record.jsonl"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_jsonl(selection: Selection, files: Files) -> None:
    """Write every object, one a line, sources before what is said of them."""
    with files.text(JSONL) as stream:
        for row in all_rows(Rows(selection)):
            stream.write(_encode(row) + "\n")


def all_rows(rows: Rows) -> Iterator[dict[str, Json]]:
    """Yield the row of every object, kind by kind."""
    kept = rows.selection
    yield from map(rows.outlet, kept.outlets())
    yield from map(rows.document, kept.documents())
    yield from map(rows.actor, kept.actors())
    yield from map(rows.place, kept.places())
    yield from map(rows.mention, kept.mentions())
    yield from map(rows.figure, kept.figures())
    yield from map(rows.claim, kept.claims())
    yield from map(rows.control, kept.control())
    yield from map(rows.framing, kept.framings())
    yield from map(rows.event, kept.events())
    yield from map(rows.ledger, kept.ledger())
    yield from map(rows.deal, kept.deals())
    yield from map(rows.contradiction, kept.contradictions())
    yield from map(rows.story, kept.stories())
