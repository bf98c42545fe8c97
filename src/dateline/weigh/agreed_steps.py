"""Deals and claims in; for each claim of an agreement that was reached, the step of a deal it tells of, out."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Claim, Deal, DealStep
from dateline.weigh.geography import Geography
from dateline.weigh.likeness import is_fact
from dateline.weigh.sides import Sides

__all__ = ["Step", "agreed_steps"]

_AGREED = frozenset({"agreement", "ceasefire"})
_REACHED = ("agreed", "in-force")
_TOLD = ("text", "context")

Step = tuple[str, object]  # a deal and a day


def agreed_steps(
    deals: Iterable[Deal], claims: Mapping[str, Claim], sides: Sides, geography: Geography
) -> dict[str, Step]:
    """Return the steps by claim; what is one step is one event.

    A claim that no words date may name an older or a newer deal: it counts where its report dates the step elsewhere, or
    where it names a group that the deal is with or the foreign venue where it was signed.
    """
    found: dict[str, Step] = {}
    for deal in deals:
        for step in deal.history:
            if step.date and step.status in _REACHED:
                found |= {claim.id: (deal.id, step.date) for claim in _tellings(deal, step, claims, sides, geography)}
    return found


def _tellings(
    deal: Deal, step: DealStep, claims: Mapping[str, Claim], sides: Sides, geography: Geography
) -> Iterator[Claim]:
    listed = [claims[id] for id in step.claims if id in claims]
    told = [claim for claim in listed if claim.type in _AGREED and is_fact(claim)]
    dating = {claim.document for claim in told if claim.time.basis in _TOLD}
    home = geography.country(deal.place)
    abroad = {p for c in told if c.time.basis in _TOLD for p in c.places if geography.country(p) not in ("", home)}
    opponents = {party for party in deal.parties if sides.is_opponent(party)}
    for claim in told:
        named = {*claim.actors, *claim.targets, *claim.places}
        if claim.document in dating or not named.isdisjoint(opponents | abroad):
            yield claim
