"""Krippendorff's alpha gives the values of the textbook example of its author, for each metric."""

import pytest

from dateline.model.agreement import alpha

# Four coders, twelve units; the data of the worked example in Krippendorff's writings, with its published results.
_: int | None = None
A: list[int | None] = [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _]
B: list[int | None] = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3]
C: list[int | None] = [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _]
D: list[int | None] = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _]
UNITS = list(zip(A, B, C, D, strict=True))


@pytest.mark.parametrize(
    ("metric", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_textbook_example(metric, expected):
    value, units = alpha(UNITS, metric)
    assert value == pytest.approx(expected, abs=0.0006)
    assert units == 11  # one unit has a single value


def test_full_agreement_is_1_and_steady_contradiction_below_0():
    assert alpha([("a", "a"), ("b", "b")]) == (1.0, 2)
    value, _units = alpha([("a", "b"), ("b", "a")])
    assert value is not None and value < 0


@pytest.mark.parametrize("units", [[], [("a", None)], [("a", "a"), ("a", "a")]])
def test_where_nothing_can_vary_there_is_no_alpha(units):
    assert alpha(units)[0] is None
