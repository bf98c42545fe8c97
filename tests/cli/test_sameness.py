"""The same reports give the same export, however they come in: in any order, in portions, or after a run was cut off."""

import signal
import sys
import time

import pytest

from dateline.errors import RecordError
from dateline.record import open_record
from tests.cli.conftest import run, start
from tests.cli.reports import write_reports


def documents_in(record):
    """Return how many documents a record has understood; they are taken in before, all at once."""
    try:
        return sum(1 for _ in open_record(record).readings())
    except RecordError:
        return 0


def test_the_order_of_reading_changes_nothing(tmp_path, reports, call, exported):
    paths = sorted(reports.glob("*.txt"))
    for name, order in (("there", paths), ("back", paths[::-1])):
        for path in order:
            assert call("read", path, "-i", tmp_path / name).status == 0
    assert exported(tmp_path / "there") == exported(tmp_path / "back")


def test_two_portions_make_the_same_record_as_one(tmp_path, reports, call, exported):
    paths = sorted(reports.glob("*.txt"))
    assert call("read", *paths, "-i", tmp_path / "whole").status == 0
    assert call("read", *paths[3:], "-i", tmp_path / "parts").status == 0
    assert call("read", *paths[:4], "-i", tmp_path / "parts").status == 0
    assert exported(tmp_path / "parts") == exported(tmp_path / "whole")


def test_a_record_made_twice_is_the_same(tmp_path, reports, record, call, exported):
    first = tmp_path / "first"
    call("read", reports, "-i", first)
    second = run("read", reports, "-i", tmp_path / "second")  # another process: other hashes of strings
    assert second.status == 0
    assert exported(first) == exported(tmp_path / "second")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["killed", "interrupted"])
def test_a_run_that_was_cut_off_goes_on_where_it_stopped(tmp_path, exported, how):
    if how == "interrupted" and sys.platform == "win32":
        pytest.skip("a process cannot be interrupted alone here")
    write_reports(tmp_path / "reports", 30, repeat=12)
    process = start("read", "reports", "-i", "cut.dateline", cwd=tmp_path)
    deadline = time.monotonic() + 120
    while documents_in(tmp_path / "cut.dateline") < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT) if how == "interrupted" else process.kill()
    _, told = process.communicate(timeout=60)
    kept = documents_in(tmp_path / "cut.dateline")
    assert 3 <= kept < 30
    if how == "interrupted":
        assert process.returncode == 2
        assert "Traceback" not in told
        assert "the same command goes on from there" in told
    again = run("read", "reports", "-i", "cut.dateline", cwd=tmp_path)
    assert f"{30 - kept} reports read, {kept} already known" in again.out
    assert run("read", "reports", "-i", "whole.dateline", cwd=tmp_path).status == 0
    assert exported(tmp_path / "cut.dateline") == exported(tmp_path / "whole.dateline")
