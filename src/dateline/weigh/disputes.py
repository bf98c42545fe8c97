"""Claims and deals in; the disputes over whether something was done, and over how a deal stands, out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Claim, Contradiction, Deal, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["Disputes", "by_id"]

_SPEECH = frozenset({"accusation", "denial", "criticism", "praise", "claim-responsibility"})
_TWO_WEEKS = dt.timedelta(days=14)
_BLAMED = frozenset(
    "violation ceasefire killing shelling airstrike attack chemical-attack bombing capture deployment offensive siege support "
    "abduction destruction arrest".split()
)
_FACT = frozenset({"asserted", "reported"})
_ATTACKS = frozenset({"attack", "shelling", "airstrike", "bombing"})
_HARM = frozenset({"killing"})
_STATUSES = (
    (frozenset({"agreed", "in-force", "implemented", "offered"}), frozenset({"refused"})),
    (frozenset({"implemented"}), frozenset({"delayed", "broken", "lapsed"})),
    (frozenset({"in-force"}), frozenset({"broken"})),
)


class Disputes:
    """Finds what cannot all be so."""

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    # --- denials and blame ------------------------------------------------------------------------------------------
    def denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield acts told by some and denied by others, and accusations against the denial of the accused."""
        yield from joined((one.event or None, one) for one in self._denials(events))

    def _denials(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        for event in events:
            if event.type in _SPEECH:
                continue  # who denies an accusation denies the act
            said = tuple(c for c in event.claims if self.ground.claims[c].modality != "denied")
            denied = tuple(c for c in event.claims if self.ground.claims[c].modality == "denied")
            if said and denied:
                yield contradiction("status", [Side("told as fact", said), Side("denied", denied)], event.id)
        event_of = {c: e for e in events for c in e.claims}
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.ground.claims.values(), key=lambda c: (c.document, c.trigger, c.id)):
            by_document[claim.document].append(claim)
        for told in by_document.values():
            for denial in told:
                if denial.type == "denial":
                    yield from self._denied(denial, told, event_of)
                elif denial.type in _HARM and denial.modality == "denied" and denial.speakers:
                    yield from self._no_harm(denial, told, event_of)

    def _no_harm(self, denied: Claim, told: Sequence[Claim], event_of: Mapping[str, Event]) -> Iterator[Contradiction]:
        """Set "no evidence that civilians were killed" against the attack just before it that is told to have killed some."""
        at = self.ground.scene.sentence(denied.document, denied.trigger.start)
        hit = [
            c
            for c in told
            if 0 <= at - self.ground.scene.sentence(c.document, c.trigger.start) <= 1
            and c.trigger < denied.trigger
            and c.modality in _FACT
            and c.type in _ATTACKS | _HARM
            and c.speakers != denied.speakers
            and (self.ground.sides.meet(c.targets, denied.targets) or 0.0) >= 0.6
        ]
        if hit and event_of[hit[-1].id].id != event_of[denied.id].id:
            sides = [Side("told as fact", tuple(sorted(c.id for c in hit))), Side("denied", (denied.id,))]
            yield contradiction("status", sides, event_of[hit[-1].id].id)

    def _denied(self, denial: Claim, told: Sequence[Claim], event_of: Mapping[str, Event]) -> Iterator[Contradiction]:
        """Set a denial against what stands just before it: the accusation of the one who denies, and the act."""
        at = self.ground.scene.sentence(denial.document, denial.trigger.start)
        near = [
            c
            for c in told
            if 0 <= at - self.ground.scene.sentence(c.document, c.trigger.start) <= 2 and c is not denial
        ]
        here = [c for c in near if self.ground.scene.sentence(c.document, c.trigger.start) == at]
        # what its own sentence tells is denied, nothing before: "X alleges that they looted homes; Y denies it"
        charged = any(c.type == "accusation" for c in here)
        told_here = any(c.modality != "denied" and c.trigger.start < denial.trigger.start for c in here)
        near = here if told_here else near
        may_be = self.ground.sides.may_be_one
        blamed = [c for c in near if c.type == "accusation" and (charged or may_be(c.targets, denial.actors))]
        # an act of nobody is no act of who denies something: "he denied this" may be about a detail of it
        acts = [c for c in near if c.type in _BLAMED and c.modality in _FACT and c.actors and denial.actors]
        acts = [c for c in acts if charged or may_be(c.actors, denial.actors)]
        said = {c.id for c in (*blamed, *acts)}
        said |= {c for act in acts for c in event_of[act.id].claims if self.ground.claims[c].modality != "denied"}
        if not said and denial.actors:  # "28 of its men were among the dead": nobody's deed, but told of who denies it
            acts = [c for c in near if c.type in _HARM and c.modality in _FACT and c.speakers and c.targets]
            acts = [c for c in acts if may_be(c.targets, denial.actors)]
            said = {c.id for c in acts}
        if not said:
            return
        denied = [
            c for c in told if c.modality == "denied" and self.ground.scene.sentence(c.document, c.trigger.start) == at
        ]
        against = {denial.id, *(c.id for c in denied)} - said
        acts += [c for c in denied if c.type not in _SPEECH]
        event = event_of[(acts or blamed)[0].id].id
        sides = [Side("told as fact", tuple(sorted(said))), Side("denied", tuple(sorted(against)))]
        yield contradiction("status", sides, event)

    # --- deals ------------------------------------------------------------------------------------------------------
    def statuses(self, deals: Sequence[Deal]) -> Iterator[Contradiction]:
        """Yield deals told as agreed by some and refused by others, as carried out and as halted, within two weeks."""
        for deal in deals:
            for yes, no in _STATUSES:
                sides = self._two(deal, yes, no)
                if sides:
                    yield contradiction("status", sides)

    def _two(self, deal: Deal, yes: frozenset[str], no: frozenset[str]) -> list[Side]:
        """Return the two sides told within two weeks; a deal first refused and later agreed has changed, not split."""
        for_it = [s for s in deal.history if s.status in yes]
        against = [s for s in deal.history if s.status in no]
        span = _TWO_WEEKS if "refused" in no else dt.timedelta(0)  # carried out one day and broken the next: its course
        near = [
            (a, b) for a in for_it for b in against if a.date is None or b.date is None or abs(a.date - b.date) <= span
        ]
        left = tuple(dict.fromkeys(c for a, _ in near for c in a.claims))
        right = tuple(dict.fromkeys(c for _, b in near for c in b.claims if c not in left))
        if not left or not right:
            return []
        words = [", ".join(sorted({s.status for s in side})) for side in ([a for a, _ in near], [b for _, b in near])]
        return [Side(words[0], left), Side(words[1], right)]


def by_id(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return contradictions once each, in the order of their ids."""
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))
