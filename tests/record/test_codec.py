"""What is written as JSON comes back equal, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import (
    Article,
    Claim,
    Deal,
    Decision,
    Doubt,
    Event,
    Figure,
    Framing,
    Interval,
    Mention,
    Reading,
    Span,
)
from dateline.record.codec import decode, encode
from dateline.record.columns import from_row, to_row
from tests.record import samples

KINDS = [Article, Claim, Decision, Figure, Interval, Reading]
ALL = [*KINDS, Span, Mention, Framing, Event, Deal, Doubt]
FEW = settings(max_examples=40, deadline=None)


@FEW
@given(st.sampled_from(ALL).flatmap(lambda kind: st.tuples(st.just(kind), samples.of_kind(kind))))
def test_json_round_trip(pair):
    kind, value = pair
    assert decode(kind, encode(value)) == value


@FEW
@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), samples.of_kind(kind))))
def test_column_round_trip(pair):
    kind, value = pair
    assert from_row(kind, to_row(value), {}) == value


def test_json_is_the_same_for_equal_values():
    assert encode(samples.reading()) == encode(samples.reading())


@pytest.mark.parametrize(
    "text", ["[]", '{"start":1}', '{"start":"1","end":2}', '{"start":1,"end":2,"more":3}', "nonsense"]
)
def test_json_that_does_not_fit_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        decode(Span, text)
