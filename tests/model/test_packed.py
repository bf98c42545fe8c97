"""A packed list is the list it was made of, whatever is in it and however long it is."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Claim, Doubt, Framing, Interval, Mention
from dateline.model.packed import Packed


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from([Mention, Framing, Doubt, Claim, Interval]), st.sampled_from([0, 1, 511, 512, 1025]))
def test_all_items_come_back_in_order_and_by_number(data, kind, size):
    few = data.draw(st.lists(st.from_type(kind), min_size=1, max_size=4))
    items = tuple(few[at % len(few)] for at in range(size))
    packed = Packed(items[: size // 2])
    packed.extend(items[size // 2 :])
    assert packed == items and items == tuple(packed) and len(packed) == size
    assert [packed[at] for at in range(size)[:: size // 3 + 1]] == list(items[:: size // 3 + 1])
    assert size == 0 or packed[-1] == items[-1]


def test_packed_items_take_a_fraction_of_their_memory():
    days = [Interval(dt.date(2018, 3, 1) + dt.timedelta(days=n % 300), None, "text") for n in range(5120)]
    packed = Packed(days)
    assert sum(map(len, packed._portions)) < 10 * len(days)
