"""Keys of many reports in; the pairs of reports that share several rare keys, as numbers, out.

Arrays in place of dictionaries: an archive has millions of keys, and each would cost a hundred bytes.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["PAIR", "Numbers", "together"]

Numbers = NDArray[np.uint64]
_PORTION = 4_000_000  # pairs held before they are counted
PAIR = 1 << 32  # a pair of numbers a, b is written as a * PAIR + b


def together(keys: Iterable[Sequence[Numbers]], least: int, most: int) -> Numbers:
    """Return the pairs (each as one number) that share at least `least` keys which no more than `most` of all have.

    The keys come in portions, so that not all need be held at once: each key in one portion alone. A portion holds one
    array of different keys for each report; reports are counted from 0.
    """
    counted = _Counted()
    for portion in keys:
        _count(portion, most, counted)
    pairs, shared = counted.all()
    return pairs[shared >= least]


class _Counted:
    """Counts pairs that come in portions: all at once would fill the memory, and most come many times."""

    def __init__(self) -> None:
        self._pairs = np.array([], dtype=np.uint64)
        self._times = np.array([], dtype=np.int32)
        self._waiting: list[Numbers] = []

    def add(self, pairs: Numbers) -> None:
        self._waiting.append(pairs)
        if sum(map(len, self._waiting)) >= _PORTION:
            self._count()

    def all(self) -> tuple[Numbers, NDArray[np.int32]]:
        """Return the pairs in order, and how often each came."""
        self._count()
        return self._pairs, self._times

    def _count(self) -> None:
        new, times = np.unique(np.concatenate([*self._waiting, self._pairs[:0]]), return_counts=True)
        self._waiting = []
        at = np.searchsorted(self._pairs, new)
        known = np.searchsorted(self._pairs, new, side="right") > at
        self._times[at[known]] += times[known].astype(np.int32)
        # Put in where they belong: to sort all anew each time would take several times the memory.
        self._pairs = np.insert(self._pairs, at[~known], new[~known])
        self._times = np.insert(self._times, at[~known], times[~known])


def _count(keys: Sequence[Numbers], most: int, counted: _Counted) -> None:
    """Count the pairs of one portion."""
    owners = np.repeat(np.arange(len(keys), dtype=np.uint32), [len(found) for found in keys])
    flat = np.concatenate([*keys, np.array([], dtype=np.uint64)])
    order = np.argsort(flat, kind="stable")
    flat, owners = flat[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1]))) if len(flat) else np.array([], dtype=int)
    sizes = np.diff(np.append(starts, len(flat)))
    for size in range(2, most + 1):
        groups = starts[sizes == size]
        at_once = _PORTION // (size * (size - 1) // 2)
        for first in range(0, len(groups), at_once):
            counted.add(_pairs(owners, groups[first : first + at_once], size))


def _pairs(owners: NDArray[np.uint32], starts: NDArray[np.int64], size: int) -> Numbers:
    """Return the pairs within groups of one size; a group's owners stand one after the other, in order."""
    groups = owners[starts[:, None] + np.arange(size)].astype(np.uint64)
    first, second = np.triu_indices(size, 1)
    pairs: Numbers = (groups[:, first] * np.uint64(PAIR) + groups[:, second]).ravel()
    return pairs
