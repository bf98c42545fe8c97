"""Events, deals, the ledger and their claims in; everything that cannot all be so, each with its sides, out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model import Contradiction, ControlStatement, Deal, Event, Figure, LedgerEntry, Side
from dateline.weigh.disputes import Disputes, by_id
from dateline.weigh.joined_sides import contradiction, joined
from dateline.weigh.rival_circumstances import RivalCircumstances
from dateline.weigh.rival_counts import RivalCounts
from dateline.weigh.rival_deeds import RivalDeeds
from dateline.weigh.rival_doers import RivalDoers

__all__ = ["find_contradictions"]

_SHARE = 1.5  # percent points within which two shares are one


def find_contradictions(
    events: Sequence[Event],
    deals: Sequence[Deal],
    ledger: Sequence[LedgerEntry],
    statements: Sequence[ControlStatement],
    disputes: Disputes,
) -> tuple[Contradiction, ...]:
    """Return the contradictions of a record; a coarser or vaguer telling of the same is none."""
    return by_id(
        (
            *disputes.denials(events),
            *RivalCounts(disputes.ground).counts(events),
            *RivalDoers(disputes.ground).find(events),
            *RivalDeeds(disputes.ground).find(events),
            *RivalCircumstances(disputes.ground).find(events),
            *disputes.statuses(deals),
            *joined((None, one) for one in _holders(ledger, disputes)),
            *joined((None, one) for one in _shares(statements, disputes)),
        )
    )


def _holders(ledger: Sequence[LedgerEntry], disputes: Disputes) -> Iterator[Contradiction]:
    """Yield places told to be held by two sides on the same days."""
    by_place: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in ledger:
        if entry.status == "contested" and entry.holder:
            by_place[entry.place].append(entry)
    for entries in by_place.values():
        listed = sorted(entries, key=lambda e: e.id)
        for at, a in enumerate(listed):
            for b in listed[at + 1 :]:
                overlap = not (
                    (a.until and b.since and a.until < b.since) or (b.until and a.since and b.until < a.since)
                )
                if (
                    overlap
                    and not disputes.ground.sides.one_side(a.holder, b.holder)
                    and set(a.claims) != set(b.claims)
                ):
                    yield contradiction("control", [Side(e.holder, e.claims) for e in (a, b)])


def _shares(statements: Sequence[ControlStatement], disputes: Disputes) -> Iterator[Contradiction]:
    """Yield shares of one place, held by one side within a day, that differ; plain control counts as all of it."""
    shared: dict[tuple[str, str], list[tuple[ControlStatement, float]]] = defaultdict(list)
    for one in statements:
        share = 100.0 if one.share is None and one.rule.endswith("control") else one.share
        if share is not None and one.as_of and one.holder and not one.denied:
            shared[one.place, disputes.ground.sides.side(one.holder)].append((one, share))
    percents: dict[str, list[Figure]] = defaultdict(list)
    for figure in disputes.ground.figures.values():
        if figure.unit == "percent":
            percents[figure.document].append(figure)
    for found in shared.values():
        listed = sorted(found, key=lambda pair: (pair[0].as_of, pair[0].id))
        for at, a in enumerate(listed):
            for b in listed[at + 1 : at + 10]:
                if _differ(a, b):
                    sides = [Side(f"{share:g}%", _evidence(one, percents[one.document])) for one, share in (a, b)]
                    yield contradiction("control", sides)


def _differ(a: tuple[ControlStatement, float], b: tuple[ControlStatement, float]) -> bool:
    """True where two shares cannot both be: told on one day, or smaller a day later, and by different people."""
    (one, first), (other, second) = a, b
    told_by_one = one.document == other.document and one.speakers == other.speakers
    if told_by_one or not one.as_of or not other.as_of or abs((one.as_of - other.as_of).days) > 1:
        return False
    if one.share is None and other.share is None:
        return False
    return abs(first - second) > _SHARE and (one.as_of == other.as_of or second < first)


def _evidence(one: ControlStatement, percents: Sequence[Figure]) -> tuple[str, ...]:
    """Return the claim of a statement, or itself, with the figure that tells its share."""
    told = [f for f in percents if one.share is not None and f.low == one.share]
    figures = [f.id for f in told if f.span.overlaps(one.span) or abs(f.span.start - one.span.start) < 150]
    return (one.claim or one.id, *sorted(figures))
