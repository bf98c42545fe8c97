"""A record of four small reports, made once; each test decides on a copy of its own."""

import shutil
from pathlib import Path

import pytest

from dateline.record import Record, open_record
from dateline.run import build
from tests.run.reports import write


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """The record as it was read, with nothing decided."""
    folder: Path = tmp_path_factory.mktemp("four")
    return build([write(folder / "reports")], folder / "war.dateline").record.path


@pytest.fixture
def record(made, tmp_path) -> Record:
    """A copy of it."""
    return open_record(shutil.copy(made, tmp_path / "war.dateline"))
