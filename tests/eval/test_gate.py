"""The program reads as well as it did: no figure on reports coded by hand lies below its floor."""

import pytest

from tests.eval import (
    floors,
    public,
    run,
    run_across,
    run_geovirus,
    run_plover,
    run_re3d,
    run_sentences,
    run_tolls,
    sets,
)

# Public sets that take well under a minute together, and reports of our own on what several say together; the other runners
# are for the command line.
RUNNERS = {
    "plover": run_plover,
    "re3d": run_re3d,
    "geovirus": run_geovirus,
    "across": run_across,
    "tolls": run_tolls,
    "sentences": run_sentences,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sets.SETS)
def test_no_figure_falls_below_its_floor(name):
    if not sets.is_here(name):
        pytest.skip(f"the gold of {name} is not here; set DATELINE_EVAL to the folder that holds gold/ and score/")
    measured = sets.measure(name)
    print(run.table(measured))
    assert floors.below(measured) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", RUNNERS)
def test_no_figure_of_a_runner_falls_below_its_floor(name):
    runner = RUNNERS[name]
    if told := public.absent(runner.TEXTS):
        pytest.skip(told)
    outcome = runner.measure()
    print(public.table(outcome))
    assert floors.below(outcome) == []


@pytest.mark.parametrize("name", floors.load())
def test_every_floor_is_one_that_a_figure_can_fall_below(name):
    assert name in (*sets.SETS, *RUNNERS)
    assert all(0 <= floor < 1 for floor in floors.load()[name]["floors"].values())
