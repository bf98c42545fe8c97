"""Contradictions found pair by pair in; one for each question, with the claims of all who answer it alike on one side, out."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from dateline.model import Contradiction, Side, content_id

__all__ = ["contradiction", "joined"]


def contradiction(about: str, sides: Sequence[Side], event: str = "") -> Contradiction:
    """Return a contradiction whose id follows from its sides."""
    return Contradiction(content_id("x", about, *(c for s in sides for c in s.claims)), about, tuple(sides), event)


def joined(found: Iterable[tuple[Hashable, Contradiction]]) -> list[Contradiction]:
    """Return contradictions joined where they have a key or a claim in common; None is no key.

    Sides of one value become one, and a claim that would stand on two sides stays on the first.
    """
    listed = sorted(found, key=lambda pair: pair[1].id)
    groups: list[list[Contradiction]] = []
    moved: dict[int, int] = {}  # a group that was joined to another -> that one
    at: dict[Hashable, int] = {}
    for key, one in listed:
        marks: list[Hashable] = [("claim", c) for side in one.sides for c in side.claims]
        marks += [("key", key)] if key is not None else []
        known = sorted({_last(at[mark], moved) for mark in marks if mark in at})
        home = known[0] if known else len(groups)
        if not known:
            groups.append([])
        groups[home].append(one)
        for other in known[1:]:
            groups[home] += groups[other]
            groups[other] = []
            moved[other] = home
        at |= dict.fromkeys(marks, home)
    return [_one(group) for group in groups if group]


def _last(group: int, moved: dict[int, int]) -> int:
    """Return where a group ended up."""
    while group in moved:
        group = moved[group]
    return group


def _one(group: Sequence[Contradiction]) -> Contradiction:
    """Return the contradictions of one question as one."""
    if len(group) == 1:
        return group[0]
    sides: dict[str, dict[str, None]] = defaultdict(dict)
    taken: set[str] = set()
    for side in (side for one in group for side in one.sides):
        new = [c for c in side.claims if c not in taken or c in sides[side.value]]
        sides[side.value] |= dict.fromkeys(new)
        taken |= set(new)
    event = next((one.event for one in group if one.event), "")
    kept = [Side(value, tuple(sorted(claims))) for value, claims in sides.items() if claims]
    return contradiction(group[0].about, kept, event)
