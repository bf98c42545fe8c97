"""Claims and figures that cannot all be so: denial against assertion, refusal against agreement, counts too far apart, two holders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Claim, Contradiction, ControlStatement, Deal, Event, Figure, LedgerEntry, Side, content_id

__all__ = ["find_contradictions"]

_YES = frozenset({"agreement", "ceasefire"})
_NO = frozenset({"refusal", "violation"})
_FAR = 1.5  # two counts are told apart where one is more than half as much again
_ROLES = frozenset({"killed", "wounded", "evacuated", "displaced", "captured", "released", "resident"})


def find_contradictions(
    events: Sequence[Event],
    deals: Sequence[Deal],
    ledger: Sequence[LedgerEntry],
    statements: Iterable[ControlStatement],
    claims: Mapping[str, Claim],
    figures: Mapping[str, Figure],
) -> tuple[Contradiction, ...]:
    """Return the contradictions of a record, each with its sides."""
    out = [*_denials(events, claims), *_counts(events, claims, figures), *_deals(deals, claims), *_holders(ledger)]
    return tuple(sorted({c.id: c for c in out}.values(), key=lambda c: c.id))


def _make(about: str, sides: list[Side], event: str = "") -> Contradiction:
    return Contradiction(
        content_id("x", about, *(c for side in sides for c in side.claims)), about, tuple(sides), event
    )


def _denials(events: Sequence[Event], claims: Mapping[str, Claim]) -> Iterable[Contradiction]:
    for event in events:
        said = tuple(c for c in event.claims if claims[c].modality != "denied")
        denied = tuple(c for c in event.claims if claims[c].modality == "denied")
        if said and denied:
            yield _make("status", [Side("told as fact", said), Side("denied", denied)], event.id)


def _counts(
    events: Sequence[Event], claims: Mapping[str, Claim], figures: Mapping[str, Figure]
) -> Iterable[Contradiction]:
    """Counts of one role in one event that lie further apart than rounding; different days of a growing toll do not count."""
    for event in events:
        by_role: dict[str, list[Figure]] = defaultdict(list)
        for claim_id in event.claims:
            for figure_id in claims[claim_id].figures:
                figure = figures.get(figure_id)
                if figure and figure.role in _ROLES and not figure.part_of and figure.low is not None:
                    by_role[figure.role].append(figure)
        for found in by_role.values():
            low, high = min(found, key=lambda f: f.low or 0), max(found, key=lambda f: f.low or 0)
            if low.document == high.document or not low.low or not high.low or high.low <= _FAR * low.low:
                continue
            if low.high is None and low.low >= 0.4 * high.low:
                continue
            yield _make("figure", [Side(f"{low.low:g}", (low.id,)), Side(f"{high.low:g}", (high.id,))], event.id)


def _deals(deals: Sequence[Deal], claims: Mapping[str, Claim]) -> Iterable[Contradiction]:
    for deal in deals:
        yes = tuple(
            c
            for c in deal.claims
            if claims[c].type in _YES and claims[c].modality in ("asserted", "reported", "planned")
        )
        no = tuple(c for c in deal.claims if claims[c].type in _NO and claims[c].modality in ("asserted", "reported"))
        if yes and no:
            yield _make("status", [Side("agreed", yes), Side("refused or broken", no)])


def _holders(ledger: Sequence[LedgerEntry]) -> Iterable[Contradiction]:
    by_place: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in ledger:
        if entry.status == "contested":
            by_place[entry.place].append(entry)
    for entries in by_place.values():
        sides = [Side(entry.holder, entry.claims) for entry in sorted(entries, key=lambda e: e.id)]
        if len(sides) > 1:
            yield _make("control", sides)
