"""`dateline serve` as it is started: the address it prints, a port that is taken, addresses that cannot be answered."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from dateline.show.web import free_port
from tests.show.sample import make_record


def run(*words, **more):
    return subprocess.run(
        [sys.executable, "-m", "dateline", "serve", *words], capture_output=True, text=True, timeout=60, **more
    )


@pytest.fixture
def record(tmp_path):
    return str(make_record(tmp_path).path)


def test_it_prints_where_it_is_answers_there_and_stops(record):
    command = [
        sys.executable,
        "-m",
        "dateline",
        "serve",
        record,
        "--no-open",
        "--read-only",
        "--port",
        str(free_port("127.0.0.1")),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert process.stdout
    address = process.stdout.readline().split()[4]
    with urllib.request.urlopen(address) as answer:
        assert b"Dateline" in answer.read()
    request = urllib.request.Request(address + "decide", b"act=undo", {"Origin": address.rstrip("/")})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 403
    process.send_signal(signal.SIGINT)
    assert process.wait(20) is not None


def test_a_port_that_is_taken_is_told_with_what_to_do(record):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = run(record, "--no-open", "--port", str(port))
    assert told.returncode == 2 and f"port {port}" in told.stderr and "leave --port out" in told.stderr


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--basemap", "missing.pmtiles")])
def test_what_cannot_be_served_is_told(record, words):
    told = run(record, "--no-open", *words)
    assert told.returncode == 2 and told.stderr.startswith("dateline: ") and "Traceback" not in told.stderr


def test_a_record_that_is_not_there_is_told():
    assert "there is no record here" in run("nowhere.dateline", "--no-open").stderr
