"""What waits for a human word: a queue and a coder in, one portion of claims by doubt times importance out."""

import json
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.model import Claim, Judgement
from dateline.record import schema
from dateline.record.finding import conditions
from dateline.record.schema import DECISIONS
from dateline.record.store import Record
from dateline.record.wanted import Page, Wanted

__all__ = ["QUEUES", "QueueNumbers", "review_numbers", "review_queue", "said_by_others"]

QUEUES = ("new", "second", "disputed", "unsure", "flagged", "mine")
_PORTION = 500


@dataclass(frozen=True, slots=True)
class QueueNumbers:
    """How many claims are in each queue, by its name, and how many claims there are."""

    queues: dict[str, int]
    claims: int


def review_queue(record: Record, queue: str, who: str, wanted: Wanted, limit: int = 50, offset: int = 0) -> Page[str]:
    """Return ids of claims in the order in which looking at them helps most.

    `new` are claims nobody has judged, `second` those that others but not `who` have, `mine` those that `who` has;
    `disputed`, `unsure` and `flagged` are what they say.
    """
    claims, doubts = schema.CLAIMS.table, schema.DOUBTS.table
    with record.database.reading() as connection:
        kept = [*conditions(Claim, wanted), _in_queue(connection, queue, who)]
        total = connection.execute(select(func.count()).select_from(claims).where(*kept)).scalar_one()
        joined = claims.outerjoin(doubts, doubts.c.id == claims.c.id)
        statement = select(claims.c.id).select_from(joined).where(*kept)
        ordered = statement.order_by(func.coalesce(doubts.c.priority, 0.0).desc(), claims.c.id)
        return Page(tuple(connection.execute(ordered.limit(limit).offset(offset)).scalars()), total, offset)


def review_numbers(record: Record, who: str) -> QueueNumbers:
    """Return how many claims wait in each queue of a coder."""
    claims = schema.CLAIMS.table
    with record.database.reading() as connection:
        all_ = connection.execute(select(func.count()).select_from(claims)).scalar_one()
        counts = {queue: _count(connection, _in_queue(connection, queue, who)) for queue in QUEUES}
    return QueueNumbers(counts, all_)


def said_by_others(record: Record, claim: str, who: str) -> bool:
    """True where others have judged a claim and this coder has not: their word is then not shown to them yet."""
    with record.database.reading() as connection:
        return claim in _coders(connection, who)[1]


def _count(connection: Connection, kept: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(schema.CLAIMS.table).where(kept)).scalar_one()


def _in_queue(connection: Connection, queue: str, who: str) -> ColumnElement[bool]:
    id, reviews = schema.CLAIMS.table.c.id, schema.REVIEWS.table
    if queue in ("second", "mine"):
        mine, others = _coders(connection, who)
        return id.in_(mine if queue == "mine" else others)
    if queue == "disputed":
        return id.in_(select(reviews.c.id).where(reviews.c.disputed.is_(True)))
    if queue == "flagged":
        return id.in_(select(reviews.c.id).where(reviews.c.flagged.is_(True)))
    if queue == "unsure":
        return id.in_(select(reviews.c.id).where(reviews.c.judgement == Judgement.UNSURE.value))
    return id.not_in(select(reviews.c.id).where(reviews.c.judgement.is_not(None)))


def _coders(connection: Connection, who: str) -> tuple[list[str], list[str]]:
    """Return what this coder has judged, and what only others have."""
    by = {row.id: row.who for row in connection.execute(select(DECISIONS.c.id, DECISIONS.c.who))}
    reviews = schema.REVIEWS.table
    judged = select(reviews.c.id, reviews.c.decisions).where(reviews.c.judgement.is_not(None))
    mine: list[str] = []
    others: list[str] = []
    for id, decisions in connection.execute(judged):
        own = any(by.get(decision) == who for decision in json.loads(decisions))
        (mine if own else others).append(id)
    return mine, others
