"""Many short arrays in, one long one with their ends out: as objects of their own they would take twice the memory."""

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

__all__ = ["Rows", "sums"]

_FIRST = 1024


class Rows:
    """A list of arrays of one kind that only grows, the rows counted from 0."""

    def __init__(self, dtype: DTypeLike) -> None:
        self._flat = np.empty(_FIRST, dtype=dtype)
        self._ends = array("q", [0])

    def append(self, row: NDArray[Any]) -> None:
        """Add a row at the end."""
        start = self._ends[-1]
        end = start + len(row)
        if end > len(self._flat):
            more = np.empty(max(end, len(self._flat) * 3 // 2), dtype=self._flat.dtype)
            more[:start] = self._flat[:start]
            self._flat = more
        self._flat[start:end] = row
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> NDArray[Any]:
        return self._flat[self._ends[at] : self._ends[at + 1]]

    def __iter__(self) -> Iterator[NDArray[Any]]:
        return (self[at] for at in range(len(self)))

    @property
    def flat(self) -> NDArray[Any]:
        """All rows one after the other."""
        return self._flat[: self._ends[-1]]

    def of(self, chosen: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[np.int64]]:
        """Return the rows of some numbers one after the other, and where each ends, with 0 before the first."""
        ends = np.frombuffer(self._ends, dtype=np.int64)
        starts, sizes = ends[chosen], ends[chosen + 1] - ends[chosen]
        bounds = np.concatenate(([0], np.cumsum(sizes)))
        return self._flat[np.repeat(starts - bounds[:-1], sizes) + np.arange(bounds[-1])], bounds


def sums(values: NDArray[Any], bounds: NDArray[np.int64]) -> NDArray[Any]:
    """Return the sum of each row's values, the rows as `Rows.of` gives them; of weights, right to some billionths."""
    added = np.concatenate(([0], np.cumsum(values)))
    return added[bounds[1:]] - added[bounds[:-1]]
