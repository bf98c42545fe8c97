"""The readings of an archive are read as often as they are asked for, and weigh the same as those of a small record."""

import pytest

from dateline.run import build, readings, weigh_record
from dateline.run.demo import example_reports
from dateline.run.readings import Readings


@pytest.mark.slow
def test_views_are_the_same_whether_readings_are_held_or_streamed(tmp_path, monkeypatch):
    record = build([example_reports()], tmp_path / "war.dateline").record
    held, theatres = weigh_record(record, record.settings().theatres), record.settings().theatres
    monkeypatch.setattr(readings, "_HELD", 2)
    streamed = Readings(record)
    assert list(streamed) == list(streamed) == sorted(record.readings(), key=lambda reading: reading.document)
    assert weigh_record(record, theatres) == held
