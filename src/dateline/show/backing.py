"""Who says a sentence: an event's claims and the roles that a sentence names in, the claims that say just that out.

A sentence may not tell more than its sources do, so only claims that name the same act, in the same mode, with the doer,
the target and the place of the sentence (or somebody in him, or somewhere in it) are counted and cited for it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Claim, ControlStatement, Event, Modality, Place
from dateline.show.contents import Contents
from dateline.show.own_words import UNSURE, tells
from dateline.show.sense import Roles

__all__ = ["Backing", "same_mode"]

_SPEAKS_FOR = frozenset({"person", "source", "family"})
_ONE_SIDED = frozenset({"state media", "party media", "activist"})  # outlets that are a party's voice
_KM_A_DEGREE = 111.2
_BESIDE_KM = 2.5  # two names so near each other mean one place
_INITIALS = 4  # letters; a shorter camp is an abbreviation
_STEPS = 4
Told = Claim | ControlStatement


class Backing:
    """Finds the claims of one record that say a sentence, and counts who really witnesses them."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._outlet_ids = {outlet.name.casefold(): outlet.id for outlet in contents.outlets.values()}

    def claims(self, event: Event, main: Claim, roles: Roles) -> tuple[Claim, ...]:
        """Return the claims that say what a sentence with these roles says, `main` first; `main` is always one of them."""
        alike = [c for c in self.contents.claims_of(event) if c.type == main.type and same_mode(c, main)]
        sure = [c for c in alike if c.confidence >= UNSURE and c.id != main.id]
        return (main, *(c for c in sure if _adds(c, main, roles) and self._say(_beside(c, alike), roles)))

    def witnesses(self, claims: Iterable[Told]) -> frozenset[str]:
        """Return who is behind claims: copies are their original, a spokesman is his body, a report that has it from
        others is no witness beside them."""
        reports: dict[str, list[Told]] = defaultdict(list)
        for claim in claims:
            reports[claim.document].append(claim)
        found: set[str] = set()
        for told in reports.values():
            cited = [claim for claim in told if self._named_speaker(claim)]
            found |= {self._witness(claim) for claim in cited or told}
        return frozenset(found)

    def camps(self, claims: Iterable[Told]) -> list[str]:
        """Return the camps that the witnesses of claims stand in, where recorded."""
        found = {self._camp(claim) for claim in claims}
        known = sorted(camp for camp in found if camp and camp != "none")
        return [camp.upper() if len(camp) < _INITIALS else camp for camp in known]

    def one_sided(self, claims: Sequence[Claim]) -> list[str]:
        """Return the outlets' names where all who tell it in their own words are one party's outlets; else nothing."""
        outlets = [self.contents.outlet(self._original(claim.document)) for claim in claims if not claim.speakers]
        known = [outlet for outlet in outlets if outlet and outlet.kind in _ONE_SIDED]
        if not known or len(known) < len(outlets) or len({outlet.camp for outlet in known}) > 1:
            return []
        return list(dict.fromkeys(outlet.name for outlet in known))

    # --- what is said -----------------------------------------------------------------------------------------------
    def _say(self, told: Sequence[Claim], roles: Roles) -> bool:
        """True where claims of one source together name every doer, one of the targets and one of the places."""
        actors = {id for claim in told if tells("actor", claim, self.contents.review) for id in claim.actors}
        targets = {id for claim in told for id in claim.targets}
        places = {id for claim in told if tells("place", claim, self.contents.review) for id in claim.places}
        return (
            all(any(self.within(x, wanted) for x in actors) for wanted in roles.actors)
            and (not roles.targets or any(self.within(x, wanted) for x in targets for wanted in roles.targets))
            and (not roles.places or any(self.lies_in(x, wanted) for x in places for wanted in roles.places))
        )

    def within(self, actor: str, whole: str) -> bool:
        """True for an actor and for what it is part of: what an air force does, its state does."""
        for _ in range(_STEPS):
            if actor == whole:
                return True
            known = self.contents.actors.get(actor)
            if known is None or not known.part_of:
                return False
            if any(part.parent == whole for part in known.part_of):
                return True
            actor = known.part_of[0].parent
        return False

    def lies_in(self, place: str, area: str) -> bool:
        """True where a place is an area or lies in it."""
        if place == area or area in self.contents.ancestors(place):
            return True
        p, a = self.contents.places.get(place), self.contents.places.get(area)
        away = _km(p, a) if p and a else None
        if p is None or a is None or away is None:
            return False
        if a.radius_km > p.radius_km:
            return away <= a.radius_km
        return away <= _BESIDE_KM and p.radius_km <= 2 * max(a.radius_km, _BESIDE_KM)

    # --- who says it ------------------------------------------------------------------------------------------------
    def _named_speaker(self, claim: Told) -> str:
        """Return the innermost speaker with a name; "" where none has one."""
        known = (id for id in reversed(claim.speakers) if id in self.contents.actors)
        return next((id for id in known if self.contents.actors[id].name[:1].isupper()), "")

    def _witness(self, claim: Told) -> str:
        speaker = self._named_speaker(claim)
        for _ in range(_STEPS):
            actor = self.contents.actors.get(speaker)
            if actor is None or actor.kind not in _SPEAKS_FOR or not actor.part_of:
                break
            speaker = max(actor.part_of, key=lambda part: (part.since, part.parent)).parent
        if speaker:
            name = self.contents.actors[speaker].name if speaker in self.contents.actors else speaker
            return self._outlet_ids.get(name.casefold(), speaker)
        document = self._original(claim.document)
        outlet = self.contents.outlet(document)
        return outlet.id if outlet else document

    def _original(self, document: str) -> str:
        seen = {document}
        while (copy := self.contents.copy_of(document)) and copy.original and copy.original not in seen:
            document = copy.original
            seen.add(document)
        return document

    def _camp(self, claim: Told) -> str:
        if not claim.speakers:
            outlet = self.contents.outlet(claim.document)
            return outlet.camp if outlet else ""
        id = claim.speakers[-1]
        for _ in range(_STEPS):
            actor = self.contents.actors.get(id)
            if actor is None or actor.camp or not actor.part_of:
                return actor.camp if actor else ""
            id = actor.part_of[0].parent
        return ""


def _beside(claim: Claim, alike: Sequence[Claim]) -> list[Claim]:
    """Return what else the claim's report tells of it; what a speaker says is read from that speaker's words alone."""
    return [c for c in alike if c.document == claim.document and (not claim.speakers or c.speakers == claim.speakers)]


def _adds(claim: Claim, main: Claim, roles: Roles) -> bool:
    """False for words that tell nothing of whom or where ("the settlement"), or only what their report's main ones told."""
    told = {one.field for one in claim.evidence}
    known = {one.field for one in main.evidence} if claim.document == main.document else set()
    named = ("actor", roles.actors, claim.actors), ("target", roles.targets, claim.targets)
    if any(field in told and wanted and ids for field, wanted, ids in named):
        return True
    if claim.document == main.document:
        return "place" in told and "place" not in known and bool(roles.places)
    return bool(claim.actors or claim.targets or claim.places) or not (roles.actors or roles.targets or roles.places)


def same_mode(claim: Claim, main: Claim) -> bool:
    """True where a claim is told in a mode that says what the main claim's does; a fact also says a hearsay."""
    if claim.modality is main.modality:
        return True
    return main.modality is Modality.REPORTED and claim.modality is Modality.ASSERTED


def _km(p: Place, q: Place) -> float | None:
    """Return about how far two places' centres lie apart; None where one could not be placed."""
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return None
    east = (p.lon - q.lon) * math.cos(math.radians((p.lat + q.lat) / 2))
    return _KM_A_DEGREE * math.hypot(p.lat - q.lat, east)
