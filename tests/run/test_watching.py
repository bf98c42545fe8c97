"""`dateline watch`: what is there is read, then what arrives, and Ctrl-C ends it well."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.record import open_record
from dateline.run.watching import watch
from dateline.settings import Settings
from tests.cli.conftest import start

pytestmark = pytest.mark.slow
WAIT = 120


def put(path: Path, text: str) -> None:
    """Write a file at a stroke, as it arrives."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def wait_for(process, path: Path, names: set[str]) -> None:
    """Wait until the record shows these reports, weighed."""
    for _ in range(WAIT * 4):
        assert process.poll() is None, process.communicate()
        if path.is_file() and path.stat().st_size:
            record = open_record(path)
            if {Path(one.path).name for one in record.articles()} == names and record.has_current_views():
                return
        time.sleep(0.25)
    raise AssertionError(f"{names} did not arrive")


def stopped(process) -> tuple[str, str]:
    """Press Ctrl-C as a user does: again, where nothing happens within seconds."""
    for _ in range(6):
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=10)
            return out, err
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("it goes on")


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal there")
def test_what_arrives_is_read_until_ctrl_c(tmp_path):
    put(tmp_path / "in/a.txt", "The army shelled Homs on 3 May 2018, killing two people, activists said.\n")
    record = tmp_path / "in/war.dateline"  # a record within the folder does not wake its own watch
    process = start("watch", tmp_path / "in", "--into", record)
    wait_for(process, record, {"a.txt"})
    put(tmp_path / "in/empty.txt", "")
    put(tmp_path / "in/new/b.csv", "id,text\n1,Rebels captured a checkpoint near Hama on 4 May 2018.\n")
    wait_for(process, record, {"a.txt", "b.csv#2"})
    put(tmp_path / "in/a.txt", "The army shelled Idlib on 3 May 2018, activists said.\n")
    (tmp_path / "in/empty.txt").unlink()
    for _ in range(WAIT * 4):
        now = open_record(record)
        if now.has_current_views() and not any("Homs" in one.text for one in now.articles()):
            break
        time.sleep(0.25)
    time.sleep(1)  # it says what it read, then waits: Ctrl-C before that stops a read, which is told otherwise
    out, err = stopped(process)
    assert process.returncode == 0, out + err
    assert "Traceback" not in err and "Stopped watching; the record is whole." in out
    assert "empty.txt" in out
    assert next(one.text for one in open_record(record).articles()).startswith("The army shelled Idlib")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="no such folder to watch"):
        next(watch(tmp_path / "nowhere", tmp_path / "r", Settings()))
