"""The lists of deals and of who holds what: ids in, rows out."""

from collections.abc import Sequence

from dateline.model import Deal, Interval, LedgerEntry
from dateline.record import Around, Record, by_id
from dateline.show.inert import one_line
from dateline.show.sentences import capital
from dateline.show.web.lists.spec import ListSpec
from dateline.show.web.scene import Scene, days
from dateline.show.web.table import Cell, Column, Row

__all__ = ["CONTROL", "DEALS"]


def _deal_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    scene = Scene(record, Around(deals=ids, bare=True))
    return [_deal(scene, deal) for deal in by_id(record, Deal, ids)]


def _deal(scene: Scene, deal: Deal) -> Row:
    steps = [step.date for step in deal.history if step.date]
    cells = (
        Cell(tuple(scene.places([deal.place])) if deal.place else ()),
        Cell(capital(scene.questions.deal_words(deal)), f"/deal/{deal.id}", language="en"),
        Cell(deal.status, word=True, mark=f"status {deal.status}"),
        Cell(days(Interval(min(steps, default=None), max(steps, default=None), "text"))),
        Cell(tuple(scene.actors(deal.parties))),
        Cell(tuple(scene.actors(deal.mediators))),
        Cell("; ".join(map(one_line, deal.terms)), mark="quote"),
        Cell(len(deal.claims)),
    )
    return Row(deal.id, cells)


def _ledger_rows(record: Record, ids: Sequence[str]) -> list[Row]:
    scene = Scene(record, Around(ledger=ids))
    return [_held(scene, entry) for entry in by_id(record, LedgerEntry, ids)]


def _held(scene: Scene, entry: LedgerEntry) -> Row:
    holder = scene.actor(entry.holder) if entry.holder else None
    cells = (
        Cell(tuple(scene.places([entry.place]))),
        Cell((holder,) if holder else ()),
        Cell(entry.status, word=True, mark=f"status {entry.status}"),
        Cell(entry.since.isoformat() if entry.since else ""),
        Cell(entry.until.isoformat() if entry.until else ""),
        Cell(len(entry.claims)),
    )
    return Row(entry.id, cells)


DEALS = ListSpec(
    "deals",
    "Deals",
    "Deals and ultimatums with their course.",
    Deal,
    (
        Column("place", "Where", order=True),
        Column("deal", "Deal"),
        Column("status", "Status", order=True),
        Column("days", "Days"),
        Column("parties", "Parties"),
        Column("mediators", "Through"),
        Column("terms", "Terms"),
        Column("claims", "Claims", number=True),
    ),
    ("status", "actor", "place"),
    "place",
    _deal_rows,
)
CONTROL = ListSpec(
    "control",
    "Control",
    "Who is said to hold a place on which days; what lies between two places is left open.",
    LedgerEntry,
    (
        Column("place", "Place", order=True),
        Column("holder", "Held by"),
        Column("status", "Status"),
        Column("since", "From", order=True),
        Column("until", "To"),
        Column("claims", "Statements", number=True),
    ),
    ("place", "actor", "status", "from", "to"),
    "place",
    _ledger_rows,
)
