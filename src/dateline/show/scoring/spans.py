"""Stretches of text compared, and items paired one to one: two lists and how well two of them fit in, pairs out."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.model import Span

__all__ = ["likeness", "paired", "shared"]

G = TypeVar("G")
R = TypeVar("R")


def shared(one: Span, other: Span) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def likeness(one: Span, other: Span) -> float:
    """Return the shared characters over all that the two reach across."""
    common = shared(one, other)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common else 0.0


def paired(gold: Sequence[G], ours: Sequence[R], fit: Callable[[G, R], float]) -> dict[int, int]:
    """Return index of gold -> index of ours: the best fit first, of equal ones the earliest; a fit of 0 is none."""
    fits = [(fit(one, other), -at, -to) for at, one in enumerate(gold) for to, other in enumerate(ours)]
    met: dict[int, int] = {}
    taken: set[int] = set()
    for value, at, to in sorted(fits, reverse=True):
        if value <= 0:
            break
        if -at not in met and -to not in taken:
            met[-at] = -to
            taken.add(-to)
    return met
