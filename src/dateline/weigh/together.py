"""Keys of many reports in; the pairs of reports that share several rare keys, as numbers, out.

Arrays in place of dictionaries: an archive has millions of keys, and each would cost a hundred bytes.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["PAIR", "Numbers", "together"]

Numbers = NDArray[np.uint64]
PAIR = 1 << 32  # a pair of numbers a, b is written as a * PAIR + b


def together(keys: Sequence[Numbers], least: int, most: int) -> Numbers:
    """Return the pairs (each as one number) that share at least `least` keys which no more than `most` of all have.

    `keys` holds one array of different keys for each report; reports are counted from 0.
    """
    counts = [len(found) for found in keys]
    owners = np.repeat(np.arange(len(keys), dtype=np.uint64), counts)
    flat = np.concatenate([*keys, np.array([], dtype=np.uint64)])
    order = np.argsort(flat, kind="stable")
    flat, owners = flat[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1]))) if len(flat) else np.array([], dtype=int)
    sizes = np.diff(np.append(starts, len(flat)))
    found = [_pairs(owners, starts[sizes == size], size) for size in range(2, most + 1)]
    pairs, shared = np.unique(np.concatenate([*found, np.array([], dtype=np.uint64)]), return_counts=True)
    return pairs[shared >= least]


def _pairs(owners: Numbers, starts: NDArray[np.int64], size: int) -> Numbers:
    """Return the pairs within groups of one size; a group's owners stand one after the other, in order."""
    groups = owners[starts[:, None] + np.arange(size)]
    first, second = np.triu_indices(size, 1)
    pairs: Numbers = (groups[:, first] * np.uint64(PAIR) + groups[:, second]).ravel()
    return pairs
