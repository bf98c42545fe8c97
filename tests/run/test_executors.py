"""Wherever reports are understood, the record is the same: in one process, in two, on a Ray cluster, also when workers die."""

import io
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.record import Record
from dateline.run import build
from dateline.settings import Settings
from dateline.show import export
from tests.cli.conftest import run
from tests.cli.reports import write_reports


def exported(record: Record) -> str:
    stream = io.StringIO()
    export(record, "jsonl", stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """Some forty reports: enough for several shards."""
    folder: Path = tmp_path_factory.mktemp("reports")
    write_reports(folder, 40, repeat=3)
    return folder


@pytest.fixture(scope="module")
def alone(reports, tmp_path_factory) -> str:
    """What one process makes of them."""
    summary = build([reports], tmp_path_factory.mktemp("alone") / "war.dateline")
    return exported(summary.record)


@pytest.mark.slow
def test_two_processes_make_the_record_of_one(reports, alone, tmp_path):
    assert exported(build([reports], tmp_path / "war.dateline", Settings(workers=2)).record) == alone


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes of a run in /proc")
def test_a_process_that_is_ended_by_the_system_is_told_and_what_was_read_is_kept(reports, alone, tmp_path):
    own = set(children(os.getpid()))
    killer = Killer(lambda: [pid for pid in children(os.getpid()) if pid not in own])
    into = tmp_path / "war.dateline"
    with killer, pytest.raises(DatelineError, match="fewer --workers"):
        build([reports], into, Settings(workers=2))
    assert killer.done
    assert exported(build([reports], into).record) == alone


@pytest.mark.slow
def test_a_ray_cluster_makes_the_record_of_one_process(reports, alone, tmp_path):
    pytest.importorskip("ray")
    into = tmp_path / "war.dateline"
    assert exported(build([reports], into, Settings(workers=2, on="ray")).record) == alone
    assert [path.name for path in tmp_path.iterdir()] == ["war.dateline"]  # the shards are gone: all is in the record


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers of Ray in /proc")
def test_a_worker_killed_in_the_middle_changes_nothing(reports, alone, tmp_path):
    pytest.importorskip("ray")
    folder = tmp_path / "shards"
    killer = Killer(lambda: ray_workers() if any(folder.glob("*.parquet")) else [])
    with killer:
        record = build([reports], tmp_path / "war.dateline", Settings(workers=2, on="ray", shards=str(folder))).record
    assert killer.done
    assert exported(record) == alone


def test_no_ray_is_told_with_the_remedy(tmp_path):
    (tmp_path / "ray.py").write_text("raise ImportError('no module named ray')\n", encoding="utf-8")
    write_reports(tmp_path / "in", 1)
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    called = run(
        "read", "in", "-i", "war.dateline", "--on", "ray", cwd=tmp_path, env={**os.environ, "PYTHONPATH": paths}
    )
    assert called.status == 2
    assert "pip install 'dateline[cluster]'" in called.err
    assert "Traceback" not in called.err


class Killer:
    """Ends the first process that `find` names, once, while its block runs."""

    def __init__(self, find):
        self.find, self.done, self._stop = find, 0, False

    def __enter__(self):
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop = True
        self._thread.join()

    def _watch(self):
        while not (self.done or self._stop):
            for pid in self.find()[:1]:
                os.kill(pid, signal.SIGKILL)
                self.done = pid
            time.sleep(0.02)


def children(of):
    """The processes that a process started, with those that they started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text(encoding="utf-8", errors="replace").split(" ", 1)
            parents[int(pid)] = int(rest.rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended just now
    found = [of]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found[1:]


def ray_workers():
    """The processes of this test's Ray in which reports are understood."""
    return [pid for pid in children(os.getpid()) if b"_Worker" in command(pid)]


def command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
