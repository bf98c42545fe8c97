"""A record in; what reviewers are to look at next, how far they agree and where they differ, out."""

import json
from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select

from dateline.model import Act, Agreement, Claim, Decision, Disagreement, Doubt, Judgement, Review
from dateline.model.fields import read_value
from dateline.model.log import coder_words, standing
from dateline.record import schema
from dateline.record.connection import Database
from dateline.record.reading_back import find_entity, iterate, read_decisions

__all__ = ["before_changes", "read_agreement", "read_disagreements", "read_queue"]


def read_queue(database: Database, who: str = "") -> tuple[Doubt, ...]:
    """Return the doubts of claims in the order in which to look at them, without those that are settled.

    Settled is for `who` what `who` judged; for nobody in particular, what anyone judged and nobody doubts.
    """
    reviews = {review.id: review for review in iterate(database, schema.REVIEWS)}
    done = _judged_by(database, reviews, who) if who else {id for id, review in reviews.items() if _is_settled(review)}
    left = (doubt for doubt in iterate(database, schema.DOUBTS) if doubt.id not in done)
    return tuple(sorted(left, key=lambda doubt: (-doubt.priority, doubt.id)))


def _is_settled(review: Review) -> bool:
    definite = review.judgement is not None and review.judgement is not Judgement.UNSURE
    return definite and not review.disputed and not review.flagged


def _judged_by(database: Database, reviews: dict[str, Review], who: str) -> set[str]:
    with database.reading() as connection:
        table = schema.DECISIONS.c
        own = set(connection.execute(select(table.id).where(table.who == who, table.act != "flag")).scalars())
    return {id for id, review in reviews.items() if own.intersection(review.decisions)}


def read_agreement(database: Database) -> tuple[Agreement, ...]:
    """Return how far coders agree, field by field."""
    from dateline.weigh.agreement import agreement  # here, so that opening a record loads no stage

    return agreement(_words(database).values())


def read_disagreements(database: Database) -> tuple[Disagreement, ...]:
    """Return the fields in which coders differ, thing by thing."""
    from dateline.weigh.agreement import disagreements

    return tuple(disagreements(_words(database)))


def before_changes(claim: Claim, database: Database) -> Claim:
    """Return a claim as it stood before anyone changed a field of it, or as it is where nobody did."""
    review = find_entity(database, schema.REVIEWS, claim.id)
    known = set(review.decisions) if review else set()
    changes = (one for one in read_decisions(database) if one.id in known and one.act is Act.CHANGE)
    first = next((one for one in changes if one.anchors and one.anchors[0].before), None)
    if first is None:
        return claim
    before = json.loads(first.anchors[0].before)
    fields = {name: read_value("claim", name, json.dumps(value)) for name, value in before.items()}
    return replace(claim, **fields)  # type: ignore[arg-type]  # each was read by its own reader


def _words(database: Database) -> dict[str, dict[str, dict[str, str]]]:
    """Return what coders say of each thing."""
    log = {decision.id: decision for decision in standing(read_decisions(database))}
    found: dict[str, list[Decision]] = defaultdict(list)
    for review in iterate(database, schema.REVIEWS):
        found[review.id] = [log[id] for id in review.decisions if id in log]
    return {id: coder_words(decisions) for id, decisions in found.items()}
