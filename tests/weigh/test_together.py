"""Pairs that share rare keys are the same however many are counted at once."""

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.weigh import together as module
from dateline.weigh.together import PAIR, together

SETS = st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=9)


@settings(max_examples=150, deadline=None)
@given(SETS, st.integers(1, 3), st.integers(2, 6), st.sampled_from([16, 64, 4_000_000]))
def test_pairs_are_those_that_share_enough_keys_which_not_too_many_have(sets, least, most, portion):
    usual, module._PORTION = module._PORTION, portion
    try:
        keys = (
            [np.array(sorted(k for k in one if k % 3 == rest), dtype=np.uint64) for one in sets] for rest in range(3)
        )
        found = together(keys, least, most).tolist()
    finally:
        module._PORTION = usual
    common = Counter(key for one in sets for key in one)
    shared = Counter(
        a * PAIR + b for a, b in combinations(range(len(sets)), 2) for key in sets[a] & sets[b] if common[key] <= most
    )
    assert found == sorted(pair for pair, times in shared.items() if times >= least)
