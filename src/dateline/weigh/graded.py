"""What humans said of outlets and events in; their grades in the place of assessed ones, and who said what, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Event, Grading, Linkage, Orphan, Review, Rulings
from dateline.theatres import Theatre, fold

__all__ = ["Graded", "graded_events", "graded_outlets", "with_notes"]


@dataclass(frozen=True, slots=True)
class Graded:
    """Events with the grades of humans: by event the decisions behind them, and the gradings that fit none."""

    events: tuple[Event, ...]
    notes: dict[str, str]
    orphans: tuple[Orphan, ...]


def graded_outlets(theatre: Theatre, gradings: Sequence[Grading], names: Iterable[str]) -> Theatre:
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


def graded_events(events: Sequence[Event], gradings: Sequence[Grading]) -> Graded:
    """Return the events with the credibility that humans gave them; a grade goes to the event with most of its claims."""
    set_by_hand: dict[str, Grading] = {}
    orphans: list[Orphan] = []
    by_claim = {claim: event.id for event in events for claim in event.claims}
    for grading in gradings:
        ids = [by_claim[claim] for claim in grading.claims if claim in by_claim]
        if ids:
            set_by_hand[max(sorted(set(ids)), key=ids.count)] = grading
        elif grading.claims:
            orphans.append(Orphan(grading.decision, "none of its claims counts in an event now"))
    listed = tuple(_graded(event, set_by_hand.get(event.id)) for event in events)
    return Graded(listed, {id: grading.decision for id, grading in set_by_hand.items()}, tuple(orphans))


def _graded(event: Event, grading: Grading | None) -> Event:
    if grading is None:
        return event
    return replace(event, credibility=int(grading.value), reasons=(grading.reason, *event.reasons))


def with_notes(rulings: Rulings, graded: Graded) -> tuple[Review, ...]:
    """Return the reviews of claims, and those that only note who graded an outlet or an event, or put events together."""
    notes: dict[str, list[str]] = defaultdict(list)
    by_claim = {claim: event.id for event in graded.events for claim in event.claims} if rulings.linkages else {}
    for linkage in rulings.linkages:
        for event in _touched(by_claim, linkage):
            notes[event].append(linkage.decision)
    for id, decision in graded.notes.items():
        notes[id].append(decision)
    for grading in rulings.gradings:
        if not grading.claims:
            notes[grading.about].append(grading.decision)
    added = (Review(id, None, False, False, tuple(dict.fromkeys(notes[id]))) for id in sorted(notes))
    return (*rulings.reviews, *added)


def _touched(by_claim: Mapping[str, str], linkage: Linkage) -> list[str]:
    """Return the events that a linkage made: with claims of several of its groups, or of one that stands apart."""
    least = 2 if linkage.together else 1
    events = Counter(event for group in linkage.groups for event in {by_claim[id] for id in group if id in by_claim})
    return sorted(event for event, groups in events.items() if groups >= least)
