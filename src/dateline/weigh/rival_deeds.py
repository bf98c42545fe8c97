"""Events in; attacks that are one and are told as the deed of opposed sides out."""

import csv
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dateline.model import Claim, Contradiction, Event, Side
from dateline.weigh.ground import Ground
from dateline.weigh.joined_sides import contradiction, joined

__all__ = ["RivalDeeds"]

_FACT = frozenset({"asserted", "reported"})
_DEEDS = frozenset({"attack", "shelling", "airstrike", "bombing", "destruction", "killing", "chemical-attack"})
_GAS, _TOLL = "gas", "toll"
_DEAD = 5.0  # fewer may have died in several attacks of one day
_ONE_TOLL = 1.2  # tolls nearer than this may be counts of one attack
_ALIKE = 0.6
_TWO_MONTHS = 60  # days
# A city has several of these, and both sides may have hit one on one day.
_MANY = frozenset("hospital school worship market convoy craft".split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A claim of who hit what, and what tells this attack from the others of its town and day."""

    claim: Claim
    event: str
    doers: tuple[str, ...]
    day: int
    marks: frozenset[str]
    dead: float


class RivalDeeds:
    """Finds one attack blamed on opposed sides.

    It is one where it hit the same kind of thing in one town on one day, or was told with gas, or with the same dead. What is
    destroyed is destroyed once: the days that it is told of may lie weeks apart.
    """

    def __init__(self, ground: Ground) -> None:
        """Take the record."""
        self.ground = ground

    def find(self, events: Sequence[Event]) -> Iterator[Contradiction]:
        """Yield one contradiction for each attack."""
        deeds = [deed for event in events for deed in self._told(event)]
        hit = {deed.event for deed in deeds}
        who = {event.id: ", ".join(filter(self._acts, event.actors)) for event in events if event.id in hit}
        claims = {event.id: [self.ground.claims[c] for c in event.claims] for event in events if event.id in hit}
        pairs = (p for p in self._meeting(deeds) if self._opposed(*p) and not self._together(*p, claims))
        yield from joined((None, _between(pair, who)) for pair in pairs)

    def _told(self, event: Event) -> Iterator[_Deed]:
        """Yield the claims of an event that tell an attack as done by somebody, at a place, on a day of their own."""
        for claim in (self.ground.claims[c] for c in event.claims):
            doers = tuple(filter(self._acts, claim.actors))
            here = any(not self.ground.geography.wide(p) for p in claim.places)
            told = claim.type in _DEEDS and claim.modality in _FACT and doers and here
            first, last = claim.time.earliest, claim.time.latest
            ruined = claim.type == "destruction" and any(map(self.ground.geography.is_site, claim.places))
            if told and last and first and (ruined or (last - first).days <= 1):
                dead = self._dead(claim)
                yield _Deed(claim, event.id, doers, last.toordinal(), frozenset(self._marks(claim, dead)), dead)

    def _acts(self, actor: str) -> bool:
        """True for who may attack: states, armed groups, and those who command them."""
        return self.ground.sides.is_principal(actor)

    def _dead(self, claim: Claim) -> float:
        figures = (self.ground.figures[f] for f in claim.figures if f in self.ground.figures)
        return max((f.low or 0.0 for f in figures if f.role == "killed" and not f.part_of), default=0.0)

    def _marks(self, claim: Claim, dead: float) -> Iterator[str]:
        """Yield what tells an attack from others: the building, the kind of thing hit, gas, many dead."""
        if dead >= _DEAD:
            yield _TOLL
        if claim.type == "chemical-attack":
            yield _GAS
        if claim.type != "killing":  # the thing told of beside it is not what was hit
            geography, kinds = self.ground.geography, _sites()
            yield from (place for place in claim.places if geography.is_site(place))
            text = self.ground.articles[claim.document].text[claim.span.start : claim.span.end].lower()
            hit = {kinds[word] for word in _WORD.findall(text) if word in kinds}
            yield from hit - (_MANY if any(map(geography.is_city, claim.places)) else frozenset())

    def _meeting(self, deeds: Sequence[_Deed]) -> Iterator[tuple[_Deed, _Deed]]:
        """Yield pairs of one place and mark that lie within a day of each other; of one building destroyed, within weeks."""
        blocks: dict[Hashable, list[_Deed]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        for deed in sorted(deeds, key=lambda d: d.claim.id):
            cells = {c for p in deed.claim.places for c in self.ground.geography.cells(p)}
            for mark in sorted(deed.marks):
                site = self.ground.geography.is_site(mark)
                for cell in cells:
                    for other in blocks[cell, mark]:
                        pair = other.claim.id, deed.claim.id
                        once = site and "destruction" in (deed.claim.type, other.claim.type)
                        if pair not in seen and abs(deed.day - other.day) <= (_TWO_MONTHS if once else 1):
                            seen.add(pair)
                            yield other, deed
                    blocks[cell, mark].append(deed)

    def _together(self, a: _Deed, b: _Deed, claims: dict[str, list[Claim]]) -> bool:
        """True where a claim of either event tells both doers as one side: "Russian and Syrian jets"."""
        one = self.ground.sides.may_be_one
        told = (c.actors for deed in (a, b) for c in claims[deed.event] if len(c.actors) > 1)
        return any(one(actors, a.doers) and one(actors, b.doers) for actors in told)

    def _opposed(self, a: _Deed, b: _Deed) -> bool:
        """True for one attack by opposed sides, told by two sources: one source that tells both tells of two deeds."""
        sides, geography = self.ground.sides, self.ground.geography
        one, other = a.claim, b.claim
        if a.event == b.event or (one.document, one.speakers) == (other.document, other.speakers):
            return False
        if sides.may_be_one(a.doers, b.doers) or not any(
            geography.one_spot(p, q) for p in one.places for q in other.places
        ):
            return False
        sites = [{m for m in deed.marks if geography.is_site(m)} for deed in (a, b)]
        if all(sites) and sites[0].isdisjoint(sites[1]):
            return False  # two hospitals
        low, high = sorted((a.dead, b.dead))
        same_dead = (
            low >= _DEAD and high <= _ONE_TOLL * low and (sides.meet(one.targets, other.targets) or 0.0) >= _ALIKE
        )
        return a.marks & b.marks != {_TOLL} or same_dead


def _between(pair: tuple[_Deed, _Deed], who: dict[str, str]) -> Contradiction:
    return contradiction("actor", [Side(who[deed.event], (deed.claim.id,)) for deed in pair])


@lru_cache(maxsize=1)
def _sites() -> dict[str, str]:
    """Return words for what is hit -> the kind of thing."""
    text = (resources.files("dateline.weigh") / "site_words.csv").read_text(encoding="utf-8")
    return {word: row["site"] for row in csv.DictReader(text.splitlines()) for word in row["words"].split("|")}
