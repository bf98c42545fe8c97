"""Claims and events in; both without the sides and places that no words of a claim tell, out.

Where a sentence names no place or doer, reading carries one over from another sentence, and fills in the other side of a
fight. That helps to find what belongs together; told as a fact it is a guess. So it stands in a brief only where some
claim of the same event tells it in words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dateline.model import Claim, Event, Modality

__all__ = ["UNSURE", "events_in_own_words", "in_own_words", "tells"]

UNSURE = 0.6  # a claim of less confidence is not told on its own


def in_own_words(claims: Mapping[str, Claim], events: Iterable[Event], trusted: Collection[str]) -> dict[str, Claim]:
    """Return the claims without roles that were carried over to all of an event; what people looked at (`trusted`) stays."""
    told = dict(claims)
    for event in events:
        modes: dict[Modality, list[Claim]] = defaultdict(list)
        for claim in (claims[id] for id in event.claims if id in claims):
            modes[_mode(claim)].append(claim)
        for alike in modes.values():
            actors = {id for one in alike if tells("actor", one, trusted) for id in _own("actor", one, trusted)}
            targets = {id for one in alike for id in _own("target", one, trusted)}
            placed = [one for one in alike if tells("place", one, trusted)]
            for claim in alike:
                near = (one for one in placed if one.type == claim.type or _together(one, claim))
                told[claim.id] = replace(
                    claim,
                    actors=_kept(claim.actors, actors),
                    targets=_kept(claim.targets, targets),
                    places=_kept(claim.places, {id for one in near for id in one.places}),
                )
    return told


def events_in_own_words(events: Iterable[Event], claims: Mapping[str, Claim]) -> Iterable[Event]:
    """Return the events with the doers and places that their claims tell."""
    for event in events:
        own = [claims[id] for id in event.claims if id in claims]
        actors = {id for claim in own for id in claim.actors}
        targets = {id for claim in own for id in claim.targets}
        places = {id for claim in own for id in claim.places}
        yield replace(
            event,
            actors=_kept(event.actors, actors),
            targets=_kept(event.targets, targets),
            places=_kept(event.places, places),
        )


def tells(field: str, claim: Claim, trusted: Collection[str]) -> bool:
    """True where words of the claim's own tell its `actor` or `place`, or a person has looked at it."""
    return claim.id in trusted or any(one.field == field and not one.of_context for one in claim.evidence)


def _own(field: str, claim: Claim, trusted: Collection[str]) -> tuple[str, ...]:
    """Return who is in a role, without those whom reading has filled in from elsewhere in the report: they stand last."""
    ids = claim.actors if field == "actor" else claim.targets
    filled = sum(one.field == field and one.of_context for one in claim.evidence)
    return ids if claim.id in trusted else ids[: len(ids) - filled]


def _together(one: Claim, other: Claim) -> bool:
    return one.document == other.document and one.span.overlaps(other.span)


def _mode(claim: Claim) -> Modality:
    """What is demanded or planned says nothing of what was done; a fact and a hearsay do of each other."""
    return Modality.ASSERTED if claim.modality is Modality.REPORTED else claim.modality


def _kept(ids: tuple[str, ...], told: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id in told)
