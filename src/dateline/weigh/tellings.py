"""Statements of control, captures, losses, handovers and carried-out deals in; who is told to hold what from which day, out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Claim, ControlStatement, Deal, Span
from dateline.weigh.geography import Geography
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["Telling", "tellings"]

_AREA_KM = 4.0  # a place that reaches so far can be held in part
_IN_PART = (
    "held",
    "stronghold",
    "pocket",
    "enclave",
    "poche",
    "bastion",
    "fief",
    "present",
    "active",
    "area",
    "capture",
    "stands there",
    "force",
    "a part",
)
_SHARP = 31  # days within which a capture counts as dated
_DAY = dt.timedelta(days=1)
# Who tells of a place, or lives in it, does not hold it.
_HOLDS_NOTHING = frozenset({"monitor", "media", "source", "ngo", "think tank", "humanitarian", "company", "family"})
_FACT = ("asserted", "reported")
# Acts that end a holding; who hands over tanks or prisoners may stay where he is.
_LEAVE_THE_PLACE = frozenset({"evacuation", "withdrawal", "handover", "surrender"})


@dataclass(frozen=True, slots=True)
class Telling:
    """On `day` somebody tells that `holder` holds `place` (`gone`: no longer); `whole` where it is told of all of it.

    `day` is None where neither the words nor the report's date tell one; `claim` is the claim or statement behind it.
    """

    place: str
    holder: str
    day: dt.date | None
    whole: bool
    gone: bool
    claim: str
    document: str
    speakers: tuple[str, ...]
    span: Span | None = None


def tellings(
    statements: Iterable[ControlStatement],
    claims: Mapping[str, Claim],
    deals: Iterable[Deal],
    geography: Geography,
    sides: Sides,
    witnesses: Witnesses,
) -> tuple[Telling, ...]:
    """Return all tellings in a fixed order."""
    listed = sorted(statements, key=lambda s: s.id)
    held = [s for s in listed if sides.kind(s.holder) not in _HOLDS_NOTHING]
    told = [t for s in held for t in _of_statement(s, claims, geography, witnesses)]
    taken = _captures(claims)
    told = [_before_its_end(t, taken, sides) for t in told]
    covered = {s.claim for s in listed if s.claim} | {(s.place, s.holder, s.document) for s in listed}
    for claim in claims.values():
        told += [t for t in _of_claim(claim, geography) if claim.id not in covered and _key(t) not in covered]
    for deal in deals:
        told += _of_deal(deal, claims, geography, sides)
    return tuple(sorted(told, key=lambda t: (t.place, t.day or dt.date.min, t.gone, t.holder, t.claim)))


def _before_its_end(telling: Telling, taken: Mapping[tuple[str, str], Sequence[Claim]], sides: Sides) -> Telling:
    """What "took the rebel-held town" tells of the rebels is true of the day before, whenever the report came out."""
    for claim in taken.get((telling.document, telling.place), ()):
        day = claim.time.latest if claim.time.basis in ("text", "context") else None
        other = claim.actors and not any(sides.one_side(a, telling.holder) for a in claim.actors)
        if day and other and telling.span and claim.span.overlaps(telling.span):
            return replace(telling, day=day - _DAY)
    return telling


def _captures(claims: Mapping[str, Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Return the captures told, by report and place."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.type == "capture":
            for place in claim.places:
                found[claim.document, place].append(claim)
    return found


def _key(telling: Telling) -> tuple[str, str, str]:
    return telling.place, telling.holder, telling.document


def _of_statement(
    one: ControlStatement, claims: Mapping[str, Claim], geography: Geography, witnesses: Witnesses
) -> Iterator[Telling]:
    """A statement `since` a day opens there and holds on the day it is told; `until` ends it the day after."""
    if not one.holder or not one.place:
        return
    claim = one.claim if one.claim in claims else one.id
    whole = (one.share is None or one.share >= 100) and not _in_part(one, geography)

    def telling(day: dt.date | None, gone: bool) -> Telling:
        return Telling(one.place, one.holder, day, whole, gone, claim, one.document, one.speakers, one.span)

    published = witnesses.published(one.document)
    if one.since:
        yield telling(one.since, one.denied)
    if one.until:
        yield telling(one.until, one.denied)
        yield telling(one.until + _DAY, True)
        return
    told_on = one.as_of or published
    if told_on or not one.since:
        yield telling(told_on, one.denied)


def _in_part(one: ControlStatement, geography: Geography) -> bool:
    """True where words on an area need not mean all of it: "rebel-held districts", "the last pocket", ground taken."""
    return geography.radius(one.place) >= _AREA_KM and one.share is None and any(w in one.rule for w in _IN_PART)


def _of_claim(claim: Claim, geography: Geography) -> Iterator[Telling]:
    """A dated capture or handover starts a holding, a loss or withdrawal ends one."""
    day = claim.time.latest or claim.time.earliest
    loose = claim.time.earliest and claim.time.latest and (claim.time.latest - claim.time.earliest).days > _SHARP
    if day is None or loose or claim.modality not in _FACT:
        return
    holders = claim.actors if claim.type == "capture" else claim.targets if claim.type == "handover" else ()
    losers = claim.actors if claim.type in ("withdrawal", "handover") else ()
    for place in claim.places:
        if geography.wide(place):
            continue
        whole = geography.radius(place) < _AREA_KM
        for actors, gone in ((holders, False), (losers, True)):
            for actor in actors:
                if whole or not gone:
                    yield Telling(place, actor, day, whole, gone, claim.id, claim.document, claim.speakers)


def _of_deal(deal: Deal, claims: Mapping[str, Claim], geography: Geography, sides: Sides) -> Iterator[Telling]:
    """A deal carried out ends the holding of those who leave by it."""
    if geography.wide(deal.place):
        return
    for step in deal.history:
        left = [c for c in step.claims if c in claims and claims[c].type in _LEAVE_THE_PLACE]
        if step.status != "implemented" or not step.date or not left:
            continue
        for party in deal.parties:
            if sides.is_opponent(party):
                claim = claims[left[0]]
                yield Telling(
                    deal.place, party, step.date + _DAY, False, True, claim.id, claim.document, claim.speakers
                )
