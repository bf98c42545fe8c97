"""What all reports together say: every table that is computed anew from the readings, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.actor import Actor, Outlet
from dateline.model.claim import Claim, Framing, Mention
from dateline.model.control import ControlStatement, LedgerEntry
from dateline.model.deal import Deal
from dateline.model.event import Event
from dateline.model.figure import Figure
from dateline.model.place import Place
from dateline.model.review import Doubt, Orphan, Review, Tombstone
from dateline.model.weight import Contradiction, Copy, Story
from dateline.model.when import UNKNOWN_PUBLISHED, Published

__all__ = ["Views", "Weighing"]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What weighing found of one document: its outlet's id, its date, the claim it is about.

    `published_why` tells in words what an inferred date was read from.
    """

    document: str
    outlet: str = ""
    published: Published = UNKNOWN_PUBLISHED
    lead_claim: str = ""
    published_why: str = ""


@dataclass(frozen=True, slots=True)
class Views:
    """All that follows from the readings and the human decisions; roles hold actor and place ids, never entity keys.

    What is most numerous, and only written out, may be packed (packed.py) rather than a tuple.
    """

    weighings: tuple[Weighing, ...] = ()
    copies: tuple[Copy, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: Sequence[Mention] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    control: tuple[ControlStatement, ...] = ()
    framings: Sequence[Framing] = ()
    events: tuple[Event, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    deals: tuple[Deal, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    stories: tuple[Story, ...] = ()
    reviews: tuple[Review, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    doubts: Sequence[Doubt] = ()
