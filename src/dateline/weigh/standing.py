"""Resolved claims and their witnesses in; events, the ledger of control, deals and contradictions out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.model import Article, Contradiction, Deal, Event, LedgerEntry
from dateline.resolve import Resolved
from dateline.weigh.bonds import Bonds
from dateline.weigh.contradictions import find_contradictions
from dateline.weigh.deal_words import DealReader
from dateline.weigh.deals import build_deals
from dateline.weigh.disputes import Disputes
from dateline.weigh.events import EventBuilder
from dateline.weigh.geography import Geography
from dateline.weigh.ground import Ground
from dateline.weigh.ledger import build_ledger
from dateline.weigh.parts import mark_parts
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.tellings import tellings
from dateline.weigh.witnesses import Witnesses

__all__ = ["Standing", "find_standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What happened, who held what, what was agreed, and what of it is disputed."""

    events: tuple[Event, ...]
    ledger: tuple[LedgerEntry, ...]
    deals: tuple[Deal, ...]
    contradictions: tuple[Contradiction, ...]


def find_standing(articles: Mapping[str, Article], resolved: Resolved, witnesses: Witnesses) -> Standing:
    """Return all that claims of many reports together say of the happenings; order plays no part."""
    geography = Geography(resolved.places)
    sides = Sides(resolved.actors, witnesses.theatre)
    scene = Scene(articles, resolved.mentions, resolved.control, geography)
    counted = mark_parts(resolved.figures, scene)
    deals = build_deals(resolved.claims, DealReader(articles, geography, sides, scene, witnesses))
    events = EventBuilder(geography, sides, scene, witnesses, Bonds(resolved.rulings.linkages)).build(
        resolved.claims, counted, deals
    )
    claims = {claim.id: claim for claim in resolved.claims}
    figures = {figure.id: figure for figure in counted}
    told = tellings(resolved.control, claims, deals, geography, sides, witnesses)
    ledger = build_ledger(told, geography, sides, witnesses)
    disputes = Disputes(Ground(articles, claims, figures, geography, sides, scene, witnesses))
    contradictions = find_contradictions(events, deals, ledger, resolved.control, disputes)
    disputed = {c.event for c in contradictions if c.event}
    marked = tuple(replace(e, contested=True) if e.id in disputed else e for e in events)
    return Standing(marked, ledger, deals, contradictions)
