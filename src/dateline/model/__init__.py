"""The vocabulary of Dateline: frozen dataclasses that every stage takes and gives back; imports nothing of ours."""

from dateline.model.actor import Actor, Membership, Outlet
from dateline.model.alteration import Alteration
from dateline.model.claim import (
    ASIDES,
    FROM_ALONE,
    FROM_CONTEXT,
    FROM_FOE,
    FROM_HOLDER,
    INNER,
    MERE_PEOPLE,
    Claim,
    Entity,
    Evidence,
    Framing,
    Mention,
    Modality,
    Reading,
)
from dateline.model.control import ControlStatement, LedgerEntry
from dateline.model.deal import DEAL_STATUSES, Deal, DealStep
from dateline.model.event import Count, Event
from dateline.model.figure import Figure
from dateline.model.ids import content_id
from dateline.model.place import Place
from dateline.model.review import (
    Act,
    Agreement,
    Anchor,
    Decision,
    Disagreement,
    Doubt,
    Judgement,
    Orphan,
    Review,
    Tombstone,
)
from dateline.model.rulings import NO_RULINGS, Change, Grading, Linkage, Merging, Regrouping, Rulings
from dateline.model.text import Article, Input, Sentence, Skipped, Span
from dateline.model.weight import Contradiction, Copy, Side, Story
from dateline.model.when import UNKNOWN_PUBLISHED, UNKNOWN_TIME, Interval, Published

__all__ = [
    "ASIDES",
    "DEAL_STATUSES",
    "FROM_ALONE",
    "FROM_CONTEXT",
    "FROM_FOE",
    "FROM_HOLDER",
    "INNER",
    "MERE_PEOPLE",
    "NO_RULINGS",
    "UNKNOWN_PUBLISHED",
    "UNKNOWN_TIME",
    "Act",
    "Actor",
    "Agreement",
    "Alteration",
    "Anchor",
    "Article",
    "Change",
    "Claim",
    "Contradiction",
    "ControlStatement",
    "Copy",
    "Count",
    "Deal",
    "DealStep",
    "Decision",
    "Disagreement",
    "Doubt",
    "Entity",
    "Event",
    "Evidence",
    "Figure",
    "Framing",
    "Grading",
    "Input",
    "Interval",
    "Judgement",
    "LedgerEntry",
    "Linkage",
    "Membership",
    "Mention",
    "Merging",
    "Modality",
    "Orphan",
    "Outlet",
    "Place",
    "Published",
    "Reading",
    "Regrouping",
    "Review",
    "Rulings",
    "Sentence",
    "Side",
    "Skipped",
    "Span",
    "Story",
    "Tombstone",
    "content_id",
]
