"""Grades that humans set in; outlets and events with these in the place of the assessed ones, and the reasons, out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Event, Grading, Orphan
from dateline.theatres import Theatre, fold

__all__ = ["graded", "graded_events"]


def graded(theatre: Theatre, gradings: Sequence[Grading], names: Iterable[str]) -> Theatre:
    """Return the theatre with the reliability that humans gave to outlets; `names` are the outlets of the reports."""
    letters = {grading.about: grading for grading in gradings if not grading.claims}
    if not letters:
        return theatre
    found = {outlet.id: outlet for outlet in theatre.outlets.values() if outlet.id in letters}
    called = [theatre.outlet_called(name) for name in sorted(set(filter(None, names)))]
    found |= {outlet.id: outlet for outlet in called if outlet.id in letters}
    outlets = {
        id: replace(outlet, reliability=letters[id].value, reason=letters[id].reason) for id, outlet in found.items()
    }
    own = {fold(name): outlet.id for outlet in outlets.values() for name in (outlet.id, outlet.name)}
    return replace(theatre, outlets={**theatre.outlets, **outlets}, outlet_names={**own, **theatre.outlet_names})


def graded_events(events: Sequence[Event], gradings: Sequence[Grading]) -> tuple[tuple[Event, ...], tuple[Orphan, ...]]:
    """Return the events with the credibility that humans gave them, and the gradings whose claims are in no event."""
    set_by_hand: dict[str, Grading] = {}
    orphans: list[Orphan] = []
    by_claim = {claim: event.id for event in events for claim in event.claims}
    for grading in gradings:
        ids = [by_claim[claim] for claim in grading.claims if claim in by_claim]
        if ids:
            set_by_hand[max(sorted(set(ids)), key=ids.count)] = grading
        elif grading.claims:
            orphans.append(Orphan(grading.decision, "none of its claims counts in an event now"))
    return tuple(_graded(event, set_by_hand.get(event.id)) for event in events), tuple(orphans)


def _graded(event: Event, grading: Grading | None) -> Event:
    if grading is None:
        return event
    return replace(event, credibility=int(grading.value), reasons=(grading.reason, *event.reasons))
