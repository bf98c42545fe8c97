"""Deals and ultimatums with their course, from the claims that speak of them: one deal for each place and set of parties."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import Article, Claim, Deal, DealStep, content_id

__all__ = ["build_deals"]

_STATUS = {
    "ultimatum": "demanded",
    "negotiation": "negotiated",
    "agreement": "agreed",
    "ceasefire": "in-force",
    "refusal": "refused",
    "violation": "broken",
}
_TERMS = frozenset(
    {
        "evacuation",
        "withdrawal",
        "disarmament",
        "surrender",
        "handover",
        "prisoner-exchange",
        "deployment",
        "corridor",
        "aid",
        "ceasefire",
    }
)
_ORDER = (
    "demanded",
    "offered",
    "negotiated",
    "agreed",
    "in-force",
    "delayed",
    "broken",
    "implemented",
    "refused",
    "lapsed",
)


def build_deals(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[Deal, ...]:
    """Return the deals that claims of demands, talks, agreements, truces, refusals and breaches tell of."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    listed = sorted(claims, key=lambda c: (c.document, c.trigger, c.id))
    for claim in listed:
        if claim.type in _STATUS and claim.places and not claim.background:
            groups[claim.places[0]].append(claim)
    terms = [c for c in listed if c.type in _TERMS and c.modality in ("agreed", "demanded") and c.places]
    return tuple(_deal(place, group, terms, articles) for place, group in sorted(groups.items()) if _worthy(group))


def _worthy(group: list[Claim]) -> bool:
    """A lone refusal or breach is no deal; somebody must have asked, talked or agreed."""
    return any(_STATUS[c.type] in ("demanded", "negotiated", "agreed", "in-force") for c in group)


def _deal(place: str, group: list[Claim], terms: list[Claim], articles: Mapping[str, Article]) -> Deal:
    parties = tuple(dict.fromkeys(key for c in group for key in (*c.actors, *c.targets)))
    mediators = tuple(dict.fromkeys(key for c in group for key in c.mediators))
    own_terms = [c for c in terms if place in c.places]
    words = tuple(dict.fromkeys(_words(c, articles) for c in own_terms))
    steps = _steps(group)
    ids = tuple(dict.fromkeys(c.id for c in (*group, *own_terms)))
    parties = tuple(key for key in parties if key not in mediators)
    return Deal(
        content_id("a", place, *sorted(c.id for c in group)),
        parties,
        mediators,
        place,
        words,
        steps[-1].status,
        steps,
        ids,
    )


def _steps(group: list[Claim]) -> tuple[DealStep, ...]:
    """Return the statuses told, by day and then by their natural order."""
    by_step: dict[tuple[dt.date | None, str], list[str]] = defaultdict(list)
    for claim in group:
        by_step[claim.time.latest or claim.time.earliest, _status(claim)].append(claim.id)
    ordered = sorted(by_step, key=lambda step: (step[0] or dt.date.min, _ORDER.index(step[1])))
    return tuple(DealStep(status, day, tuple(by_step[day, status])) for day, status in ordered)


def _status(claim: Claim) -> str:
    if claim.type in ("agreement", "ceasefire") and claim.modality in ("planned", "demanded", "hypothetical"):
        return (
            "offered" if claim.modality == "planned" else "demanded" if claim.modality == "demanded" else "negotiated"
        )
    return _STATUS[claim.type]


def _words(claim: Claim, articles: Mapping[str, Article]) -> str:
    text = articles[claim.document].text[claim.span.start : claim.span.end]
    return " ".join(text.split())
