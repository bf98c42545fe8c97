"""The program as a user runs it: in a process of its own, or in this one where only speed differs."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.cli import main
from tests.cli.reports import write_reports


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


def start(*words: object, **more: object) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    command = [sys.executable, "-m", "dateline", *map(str, words)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    if os.name == "posix":  # a shell's background job ignores Ctrl-C, and so would all that it starts
        streams["preexec_fn"] = _hear_ctrl_c  # type: ignore[assignment]
    process: subprocess.Popen[str] = subprocess.Popen(command, text=True, encoding="utf-8", **(streams | more))  # type: ignore[call-overload]
    return process


def _hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*words: object, **more: object) -> Ran:
    """Run the program in a process of its own to its end."""
    process = start(*words, **more)
    out, err = process.communicate(timeout=300)
    return Ran(process.returncode, out, err)


@pytest.fixture
def call(monkeypatch, capsys) -> Callable[..., Ran]:
    """Run the program's own entry point here, with models that are loaded already."""

    def call_(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, words)])
        capsys.readouterr()
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        told = capsys.readouterr()
        return Ran(status, told.out, told.err)

    return call_


@pytest.fixture
def exported(call) -> Callable[[Path], str]:
    """Give a record's whole export."""

    def exported_(record: Path) -> str:
        ran = call("export", record)
        assert ran.status == 0, ran.err
        return str(ran.out)

    return exported_


@pytest.fixture(scope="session")
def _sample(tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sample")
    write_reports(folder / "reports", 6)
    ran = run("read", "reports", "--into", "war.dateline", cwd=folder)
    assert ran.status == 0, ran.err
    return folder / "reports", folder / "war.dateline"


@pytest.fixture
def reports(tmp_path, _sample) -> Path:
    """A folder of six reports."""
    return Path(shutil.copytree(_sample[0], tmp_path / "reports"))


@pytest.fixture
def record(tmp_path, _sample) -> Path:
    """A record of the six reports, to be read or spoilt."""
    return Path(shutil.copy(_sample[1], tmp_path / "war.dateline"))


@pytest.fixture
def unprivileged(tmp_path) -> dict[str, object]:
    """Arguments that make `run` obey a folder's permissions, which the superuser does not."""
    if os.name != "posix":
        pytest.skip("permissions of folders are told by mode bits on POSIX systems only")
    if os.geteuid() != 0:
        return {}
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.owner() == "root" and folder not in (Path("/"), Path("/tmp")):
            folder.chmod(folder.stat().st_mode | 0o055)
    more: dict[str, object] = {"user": 65534, "cwd": tmp_path, "env": {**os.environ, "HOME": str(tmp_path)}}
    try:
        works = run("--version", **more).status == 0
    except PermissionError:
        works = False
    if not works:
        pytest.skip("the superuser runs these tests, and another user may not run the program")
    return more
