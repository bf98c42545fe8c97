"""Weights of things by report in; vectors of length 1, in which rare things weigh more, and how alike two of them are, out."""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.weigh.rows import Rows, sums

__all__ = ["Vectors"]

_PRIOR = 20  # reports of an imagined archive, so that words of a small one are not all common
_KEPT = 4096  # vectors held as dictionaries at a time


class Vectors:
    """One vector a report, counted from 0, held as numbers: as dictionaries they would take more memory than the texts."""

    def __init__(self, counts: Iterable[Mapping[str, float]]) -> None:
        """Take the weights of each report; they are gone through once and not kept."""
        self._things: dict[str, int] = {}
        self._ids, self._weights = Rows(np.int32), Rows(np.float64)
        for count in counts:
            ids = [self._things.setdefault(thing, len(self._things)) for thing in count]
            self._ids.append(np.array(ids, dtype=np.int32))
            self._weights.append(np.array([*count.values()], dtype=np.float64))
        common = np.bincount(self._ids.flat, minlength=len(self._things)).tolist()
        total = len(self._ids) + _PRIOR
        rare = np.array([math.log(1 + total / (1 + times)) for times in common], dtype=np.float64)
        for own, weights in zip(self._ids, self._weights, strict=True):
            weights[:] = np.sqrt(weights) * rare[own]
            # Added up one by one, as all sums here, so that the last digits are the same on every machine.
            if size := math.sqrt(sum((weights * weights).tolist())):
                weights /= size
        self._open = np.zeros(len(self._things), dtype=np.float64)
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, report: int) -> dict[int, float]:
        """Return one report's weights by thing."""
        return dict(zip(self._ids[report].tolist(), self._weights[report].tolist(), strict=True))

    def things(self, report: int) -> list[int]:
        """Return the numbers of what a report has."""
        found: list[int] = self._ids[report].tolist()
        return found

    def alike(self, one: int, other: int) -> float:
        """Return the cosine of two reports' vectors."""
        a, b = self.of(one), self.of(other)
        if len(a) > len(b):
            a, b = b, a
        return sum(weight * b[thing] for thing, weight in a.items() if thing in b)

    def nearly(self, one: int, others: NDArray[np.int64]) -> NDArray[Any]:
        """Return about how alike a report and each of others are: the cosines but for rounding, all at once."""
        own = self._ids[one]
        self._open[own] = self._weights[one]
        ids, bounds = self._ids.of(others)
        weights, _ = self._weights.of(others)
        found = sums(self._open[ids] * weights, bounds)
        self._open[own] = 0.0
        return found
