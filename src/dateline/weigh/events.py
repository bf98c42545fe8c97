"""Claims of one happening joined into events: first within each report, then between reports that share a place and days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any, TypeVar

from dateline.model import UNKNOWN_TIME, Claim, Deal, Event, Figure, Interval, content_id
from dateline.weigh.agreed_steps import Step, agreed_steps
from dateline.weigh.bonds import Bonds
from dateline.weigh.bundles import Bundle, days_of
from dateline.weigh.figures import counts_of
from dateline.weigh.geography import Geography
from dateline.weigh.grades import grade_claims
from dateline.weigh.likeness import Likeness
from dateline.weigh.parts import parts_of_event
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["EventBuilder"]

_BUCKET = 7  # days in a block
_MOST_BUCKETS = 10  # a longer window is looked up by its place alone
_MOST_TRIED = 60  # clusters of one block that a bundle is compared with, the first ones

Key = tuple[object, ...]
V = TypeVar("V")


class EventBuilder:
    """Joins claims; what belongs together does not depend on the order in which they come."""

    def __init__(
        self, geography: Geography, sides: Sides, scene: Scene, witnesses: Witnesses, bonds: Bonds | None = None
    ) -> None:
        self.geography, self.sides, self.scene, self.witnesses = geography, sides, scene, witnesses
        self.bonds = bonds or Bonds(())
        self._known: dict[Any, Any] = {}  # parts of events: most are of one claim, and many of those alike

    def build(
        self, claims: Sequence[Claim], figures: Sequence[Figure], deals: Iterable[Deal] = ()
    ) -> tuple[Event, ...]:
        """Return the events of all claims, each claim in exactly one; what is one step of a deal is one event."""
        by_id = {figure.id: figure for figure in figures}
        likeness = Likeness(self.geography, self.sides, self.witnesses, by_id, self.scene)
        steps = agreed_steps(deals, {claim.id: claim for claim in claims}, self.sides, self.geography)
        joined = self.bonds.join(self._by_steps(self._clusters(claims, likeness), steps))
        return tuple(sorted((self._event(group, by_id) for group in joined), key=lambda event: event.id))

    def _clusters(self, claims: Iterable[Claim], likeness: Likeness) -> list[list[Claim]]:
        """Return the claims joined within reports and between them; of two families or modes none are one happening."""
        by_text: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_text[claim.document].append(claim)
        kinds: dict[tuple[str, str], list[Bundle]] = defaultdict(list)
        for told in by_text.values():
            of_text: dict[tuple[str, str], list[Bundle]] = defaultdict(list)
            for single in (likeness.bundle((claim,)) for claim in told):
                of_text[single.family, single.mode].append(single)
            for kind, singles in of_text.items():
                kinds[kind] += self._within_text(singles, likeness)
        return [group for kind in sorted(kinds) for group in self._between_texts(kinds.pop(kind), likeness)]

    def _within_text(self, singles: list[Bundle], likeness: Likeness) -> list[Bundle]:
        """Join one report's claims of one family, the fullest first, so that a title or a back-reference finds its act."""
        bundles: list[Bundle] = []
        for single in sorted(singles, key=lambda b: (-_filled(b.claims[0]), b.claims[0].trigger, b.claims[0].id)):
            claim = single.claims[0]
            free = [(at, other) for at, other in enumerate(bundles) if self.bonds.allow(single.claims, other.claims)]
            fits = [(likeness.within_text(single, other), -at) for at, other in free]
            score, at = max(fits, default=(0.0, 0))
            if score > 0:
                bundles[-at] = likeness.bundle((*bundles[-at].claims, claim))
            else:
                bundles.append(single)
        return bundles

    def _between_texts(self, bundles: Sequence[Bundle], likeness: Likeness) -> list[list[Claim]]:
        """Join bundles of different reports; only those that share a block of place and days are compared."""
        cores: list[Bundle] = []
        members: list[list[Claim]] = []
        documents: list[set[str]] = []
        spans: list[tuple[int, int]] = []
        blocks: dict[tuple[Key, object], list[int]] = defaultdict(list)
        ordered = sorted(bundles, key=lambda b: (-max(map(_filled, b.claims)), -len(b.claims), b.claims[0].id))
        for bundle in ordered:
            spots, weeks = self._spots(bundle), (*self._weeks(bundle), "ever")
            near = product(spots, weeks if bundle.loose else weeks[:-1])
            own, (first, last) = {c.document for c in bundle.claims}, days_of(bundle)
            tried = {at for key in near for at in blocks.get(key, ())}
            # What lies on other days is most of a block and is told apart without a look at its slots.
            apart = [at for at in tried if spans[at][0] <= last and first <= spans[at][1]]
            apart = [at for at in apart if own.isdisjoint(documents[at])]
            apart = [at for at in apart if self.bonds.allow(bundle.claims, members[at])]
            fits = [(likeness.between_texts(bundle, cores[at]), -at) for at in apart]
            score, at = max(fits, default=(0.0, 0))
            if score > 0:
                members[-at].extend(bundle.claims)
                documents[-at] |= own
                continue
            for block in map(blocks.__getitem__, product(spots, weeks)):
                if len(block) < _MOST_TRIED:
                    block.append(len(cores))
            cores.append(bundle)
            members.append(list(bundle.claims))
            documents.append(own)
            spans.append((first, last))
        return members

    def _by_steps(self, clusters: list[list[Claim]], step_of: Mapping[str, Step]) -> list[list[Claim]]:
        """Join clusters that tell of one agreement: a deal agreed, or in force, from one day on."""
        kept: list[list[Claim]] = []
        found: dict[object, int] = {}
        for cluster in clusters:
            steps = list(dict.fromkeys(step_of[c.id] for c in cluster if c.id in step_of))
            at = next((found[s] for s in steps if s in found and self.bonds.allow(cluster, kept[found[s]])), len(kept))
            if at < len(kept):
                kept[at] = [*kept[at], *cluster]
            else:
                kept.append(cluster)
            for step in steps:
                found.setdefault(step, at)
        return kept

    def _spots(self, bundle: Bundle) -> tuple[Key, ...]:
        """Return the blocks of its kind a bundle belongs to: each of its places' cells, and each pair of its named actors."""
        local = [p for p in (*bundle.places, bundle.home) if not self.geography.wide(p)]
        cells = dict.fromkeys(cell for place in local for cell in self.geography.cells(place))
        names = sorted({*bundle.actors, *bundle.targets} - self.sides.general)
        return (*cells, *(("pair", x, y) for x in names for y in names if x < y))

    def _weeks(self, bundle: Bundle) -> Iterable[object]:
        """Return the weeks of a window, with a day of grace; a window that is open or long has a block of its own.

        What no words date may tell of an older happening and is looked up in a block of all days as well.
        """
        if bundle.window is None:
            return ("any",)
        day = dt.timedelta(days=1)
        first = (bundle.window.first - day).toordinal() // _BUCKET
        last = (bundle.window.last + day).toordinal() // _BUCKET
        if last - first > _MOST_BUCKETS:
            return ("any",)
        return (*range(first, last + 1), "any") if bundle.window.sharp is False else tuple(range(first, last + 1))

    def _event(self, claims: list[Claim], figures: Mapping[str, Figure]) -> Event:
        first = max(claims, key=lambda c: (_filled(c), c.id))
        claims = sorted(claims, key=lambda c: (c.document, c.trigger, c.id))
        told = [c for c in claims if c.modality != "denied"]
        grade, reasons = grade_claims(claims, self.witnesses)
        kind = _type(claims)
        return Event(
            id=content_id("e", *(c.id for c in claims)),
            type=kind,
            actors=self._same(_union(c.targets if _other_way(c, kind) else c.actors for c in claims)),
            targets=self._same(_union(c.actors if _other_way(c, kind) else c.targets for c in claims)),
            places=self._same(_union(c.places for c in claims)),
            time=_time(claims),
            claims=tuple(c.id for c in claims),
            documents=self._same(tuple(sorted({c.document for c in claims}))),
            independent_sources=self.witnesses.independent(told or claims),
            camps=self.witnesses.camps(told or claims),
            contested=bool(told) and len(told) < len(claims),
            counts=counts_of(claims, parts_of_event(claims, figures, self.scene), self.witnesses),
            credibility=grade,
            reasons=self._same(reasons),
            why=self._same(_why(claims, first) + self.bonds.words(claims)),
        )

    def _same(self, value: V) -> V:
        same: V = self._known.setdefault(value, value)
        return same


def _other_way(claim: Claim, kind: str) -> bool:
    """True for a loss told in an event of another type, and for a capture told in a loss: who acts there is hit here."""
    return claim.type == ("capture" if kind == "loss" else "loss")


def _filled(claim: Claim) -> int:
    return 2 * bool(claim.places) + bool(claim.actors) + bool(claim.targets) + (claim.time.basis == "text")


def _why(claims: Sequence[Claim], first: Claim) -> str:
    """Say why the claims stand together, and in what mode where it is not a fact."""
    mode = "" if first.modality in ("asserted", "reported", "denied") else f", {first.modality}, not told as done"
    if len(claims) == 1:
        return f"one claim{mode}"
    denied = sum(c.modality == "denied" for c in claims)
    against = f"; {denied} of them deny it" if denied and denied < len(claims) else ""
    return f"{len(claims)} claims of like type, actors, place and time as claim {first.id}{against}{mode}"


def _type(claims: Sequence[Claim]) -> str:
    """The commonest type; of equals the one that tells the means rather than the outcome."""
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[claim.type] += 1
    return max(counts, key=lambda t: (counts[t], t not in ("killing", "attack", "destruction"), t))


def _time(claims: Sequence[Claim]) -> Interval:
    """The narrowest interval told, else what the publication dates allow."""
    told = [c.time for c in claims if c.time.basis == "text" and c.time.earliest and c.time.latest]
    if told:
        return min(told, key=lambda t: ((t.latest or dt.date.max) - (t.earliest or dt.date.min), t.earliest))
    known = [c.time for c in claims if c.time.earliest or c.time.latest]
    return min(known, key=lambda t: (t.latest or dt.date.max, t.earliest or dt.date.min)) if known else UNKNOWN_TIME


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))
