"""Krippendorff's alpha agrees with the worked examples of his paper, and is counted field by field.

The examples are the data of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.agreement import alpha
from dateline.weigh.agreement import agreement, disagreements


def units(*coders: str) -> list[list[str]]:
    """The values of each unit, from one line a coder; a dot is a value that is missing."""
    return [[value for value in unit if value != "."] for unit in zip(*(line.split() for line in coders), strict=True)]


@pytest.mark.parametrize(
    ("coders", "expected"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
    ids=["two coders, two values", "two coders, five values", "four coders, values missing"],
)
def test_alpha_is_that_of_the_worked_examples(coders, expected):
    found = alpha(units(*coders))[0]
    assert found is not None and round(found, 3) == expected


def test_where_nothing_varies_there_is_no_alpha():
    assert alpha([["a", "a"], ["a", "a"]])[0] is None
    assert alpha([["a"], []])[0] is None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=8))
def test_alpha_is_one_at_most_and_no_order_matters(found):
    value = alpha(found)[0]
    assert value is None or value <= 1.0
    again = alpha([list(reversed(unit)) for unit in reversed(found)])[0]
    assert again == value or (value is not None and again == pytest.approx(value))


def test_agreement_is_told_for_each_field_that_two_coders_told():
    things = {
        "c-1": {"A": {"verdict": "accept", "type": "clash"}, "B": {"verdict": "accept", "type": "attack"}},
        "c-2": {"A": {"verdict": "reject"}, "B": {"verdict": "reject"}},
        "c-3": {"A": {"verdict": "accept", "type": "clash"}},
    }
    found = {one.field: one for one in agreement(things.values())}
    assert (found["verdict"].alpha, found["verdict"].units, found["verdict"].agreed) == (1.0, 2, 2)
    assert (found["type"].units, found["type"].agreed, found["type"].coders) == (1, 0, ("A", "B"))
    assert [(one.id, one.field) for one in disagreements(things)] == [("c-1", "type")]
