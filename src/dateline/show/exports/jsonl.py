"""JSON Lines: a record in, one JSON object a line out (docs/exports.md); ids and offsets as in the record."""

import json
from collections.abc import Iterator
from typing import TextIO

from dateline.record import Record
from dateline.show.exports.rows import Json, Rows
from dateline.show.private import PrivateNames

__all__ = ["write_jsonl"]


def write_jsonl(record: Record, private: PrivateNames, stream: TextIO) -> None:
    """Write every object of the record, one a line, sources before what is said of them."""
    for row in _all(Rows(record, private)):
        stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def _all(rows: Rows) -> Iterator[dict[str, Json]]:
    record = rows.record
    yield from map(rows.outlet, record.outlets())
    yield from map(rows.document, record.documents())
    yield from map(rows.actor, record.actors())
    yield from map(rows.place, record.places())
    yield from map(rows.mention, record.mentions())
    yield from map(rows.figure, record.figures())
    yield from map(rows.claim, record.claims())
    yield from map(rows.control, record.control())
    yield from map(rows.framing, record.framings())
    yield from map(rows.event, record.events())
    yield from map(rows.ledger, record.ledger())
    yield from map(rows.deal, record.deals())
    yield from map(rows.contradiction, record.contradictions())
    yield from map(rows.story, record.stories())
