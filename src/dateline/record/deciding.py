"""New decisions inside a transaction in; what they come to for the things they are about shown at once, with no weighing."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, RowMapping, or_, select

from dateline.model import Act, Decision, Review
from dateline.model.log import review_of, standing
from dateline.record.columns import from_row
from dateline.record.formers import ids_now
from dateline.record.schema import DECISIONS, REVIEWS
from dateline.record.writing import write_review

__all__ = ["show_at_once"]

_ON_SEVERAL = frozenset({Act.MERGE, Act.SPLIT, Act.GRADE})


def show_at_once(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Put the reviews of all things that the decisions are about up to date."""
    about = dict.fromkeys(thing for decision in decisions for thing in _things(connection, decision))
    for id in about:
        known = from_row(Review, row, {}) if (row := _row(connection, id)) else Review(id, None, False, False, ())
        found = standing(_log(connection, id, known.decisions))
        words = [decision for decision in found if decision.act not in _ON_SEVERAL]
        write_review(connection, id, review_of(id, words) if words else None)


def _things(connection: Connection, decision: Decision) -> Iterable[str]:
    """Return what a decision is about, by today's id; an undo is about what the decision was that it takes back."""
    seen: set[str] = set()
    found: Decision | None = decision
    while found and found.act is Act.UNDO and found.about not in seen:
        seen.add(found.about)
        row = connection.execute(select(DECISIONS).where(DECISIONS.c.id == found.about)).mappings().first()
        found = from_row(Decision, row, {}) if row else None
    if found is None or found.act in _ON_SEVERAL:
        return ()
    held = connection.execute(select(REVIEWS.table).where(REVIEWS.table.c.decisions.contains(f'"{found.id}"')))
    return [row.id for row in held] or [ids_now(connection, [found.about])[found.about] or found.about]


def _row(connection: Connection, id: str) -> RowMapping | None:
    return connection.execute(select(REVIEWS.table).where(REVIEWS.table.c.id == id)).mappings().first()


def _log(connection: Connection, id: str, known: Sequence[str]) -> list[Decision]:
    """Return the part of the log that one thing rests on, in its order: what is about it, and all that takes back."""
    table = DECISIONS.c
    wanted = or_(table.about == id, table.id.in_(known), table.act == Act.UNDO.value)
    rows = connection.execute(select(DECISIONS).where(wanted).order_by(table.number)).mappings()
    return [from_row(Decision, row, {}) for row in rows]
