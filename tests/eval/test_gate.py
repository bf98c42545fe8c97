"""The program reads as well as it did: no figure on reports coded by hand lies below its floor."""

import pytest

from tests.eval import floors, run, sets


@pytest.mark.slow
@pytest.mark.parametrize("name", sets.SETS)
def test_no_figure_falls_below_its_floor(name):
    if not sets.is_here(name):
        pytest.skip(f"the gold of {name} is not here; set DATELINE_EVAL to the folder that holds gold/ and score/")
    measured = sets.measure(name)
    print(run.table(measured))
    assert floors.below(measured) == []


@pytest.mark.parametrize("name", floors.load())
def test_every_floor_is_one_that_a_figure_can_fall_below(name):
    assert name in sets.SETS
    assert all(0 <= floor < 1 for floor in floors.load()[name]["floors"].values())
