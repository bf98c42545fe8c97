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
        for linkage in self._linkages:
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
        kept = list(clusters)
        by_id = {claim.id: claim for cluster in clusters for claim in cluster}
        for group in self._groups(set(by_id)):
            touched = [cluster for cluster in kept if any(claim.id in group for claim in cluster)]
            whole = [claim for cluster in touched for claim in cluster]
            kept = [cluster for cluster in kept if cluster not in touched]
            if self.allow(whole, whole):
                kept.append(whole)
            else:  # what the machine put beside them must not come together: they stand by themselves
                kept += [rest for cluster in touched if (rest := [c for c in cluster if c.id not in group])]
                kept.append([by_id[id] for id in sorted(group)])
        return kept

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
        for linkage in self._linkages:
            inside = sum(bool(ids & set(group)) for group in linkage.groups)
            if linkage.together and inside > 1:
                told[f"; put together by {linkage.who}"] = None
            elif not linkage.together and inside:
                told[f"; kept apart from others by {linkage.who}"] = None
        return "".join(told)
