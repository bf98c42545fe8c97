"""Timings run only where they are asked for: `python -m pytest tests/bench` or `-m bench`."""

import pytest


def pytest_collection_modifyitems(config, items):
    """Leave the timings out of a run over all tests."""
    asked = "bench" in (config.option.markexpr or "") or any("bench" in word for word in config.invocation_params.args)
    timings = [] if asked else [item for item in items if item.get_closest_marker("bench")]
    if timings:
        config.hook.pytest_deselected(items=timings)
        items[:] = [item for item in items if item not in timings]


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A few reports to measure on."""
    from tests.cli.reports import write_reports

    folder = tmp_path_factory.mktemp("reports")
    write_reports(folder, 20)
    return folder
