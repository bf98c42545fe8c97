"""What humans said of claims being one happening or not in; clusters of claims that obey it out.

A later word on two claims replaces an earlier one. Claims that nobody spoke of stay where the machine put them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.model import Claim, Linkage

__all__ = ["Bonds"]


class Bonds:
    """Pairs of claims that belong together, and pairs that must stay apart."""

    def __init__(self, linkages: Iterable[Linkage]) -> None:
        self._together: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._linkages = tuple(linkages)
        self._said: dict[str, list[int]] = defaultdict(list)
        for number, linkage in enumerate(self._linkages):
            for id in {id for group in linkage.groups for id in group}:
                self._said[id].append(number)
            for one, other in combinations(linkage.groups, 2):
                self._bind(one, other, linkage.together)

    def _bind(self, one: Iterable[str], other: Iterable[str], together: bool) -> None:
        ties, cuts = (self._together, self._apart) if together else (self._apart, self._together)
        for a in one:
            for b in other:
                if a != b:
                    ties[a].add(b)
                    ties[b].add(a)
                    cuts[a].discard(b)
                    cuts[b].discard(a)

    def allow(self, claims: Iterable[Claim], others: Sequence[Claim]) -> bool:
        """False where a human said that one of the claims and one of the others are two happenings."""
        if not self._apart:
            return True
        ids = {claim.id for claim in others}
        return not any(self._apart[claim.id] & ids for claim in claims if claim.id in self._apart)

    def join(self, clusters: Sequence[list[Claim]]) -> list[list[Claim]]:
        """Return the clusters, those put together of which humans said so."""
        kept = dict(enumerate(clusters))
        owner = {claim.id: at for at, cluster in kept.items() for claim in cluster}
        free = len(kept)
        for group in self._groups(set(owner)):
            touched = [kept.pop(at) for at in sorted({owner[id] for id in group})]
            for cluster in self._joined(touched, group):
                free += 1
                kept[free] = cluster
                owner.update((claim.id, free) for claim in cluster)
        return list(kept.values())

    def _joined(self, touched: Sequence[list[Claim]], group: set[str]) -> list[list[Claim]]:
        """Return the clusters that a group touches as one; the group alone where the rest of them must not meet."""
        whole = [claim for cluster in touched for claim in cluster]
        if self.allow(whole, whole):
            return [whole]
        rests = [rest for cluster in touched if (rest := [claim for claim in cluster if claim.id not in group])]
        return [*rests, sorted((claim for claim in whole if claim.id in group), key=lambda claim: claim.id)]

    def _groups(self, known: set[str]) -> list[set[str]]:
        """Return the groups of claims that ties hold together, none with two in it that must stay apart."""
        group = {id: {id} for id in set(self._together) & known}
        for a in sorted(group):
            for b in sorted(self._together[a] & known):
                if group[a] is not group[b] and self._peaceful(group[a] | group[b]):
                    joined = group[a] | group[b]
                    group.update(dict.fromkeys(joined, joined))
        return [found for id, found in sorted(group.items()) if len(found) > 1 and id == min(found)]

    def _peaceful(self, group: set[str]) -> bool:
        return not any(self._apart[id] & group for id in group if id in self._apart)

    def words(self, claims: Sequence[Claim]) -> str:
        """Say who put claims together or apart; "" where nobody did."""
        ids = {claim.id for claim in claims}
        told: dict[str, None] = {}
        for number in sorted({number for id in ids for number in self._said.get(id, ())}):
            linkage = self._linkages[number]
            inside = sum(not ids.isdisjoint(group) for group in linkage.groups)
            if linkage.together and inside > 1:
                told[f"; put together by {linkage.who}"] = None
            elif not linkage.together and inside:
                told[f"; kept apart from others by {linkage.who}"] = None
        return "".join(told)
