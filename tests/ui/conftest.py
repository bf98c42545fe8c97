"""A real server, a real record and a real browser, which fails a test on whatever leaves this machine or complains."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn

from dateline.cli.hands import hands_for
from dateline.record import open_record
from dateline.run import build
from dateline.run.demo import example_reports
from dateline.show.web import free_port, make_app
from tests.show.sample import make_record
from tests.ui.opening import aleppo, open_page  # noqa: F401 (fixtures of the map and the lanes)

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.ui)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium on the path (Debian: apt-get install chromium)"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    flags = ["--no-sandbox", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 1360, "height": 900}, "locale": "en-GB"}


@pytest.fixture(scope="session")
def example_record(tmp_path_factory):
    """The record of the example reports, made once."""
    path = tmp_path_factory.mktemp("examples") / "aleppo.dateline"
    build([example_reports()], path)
    return path


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory):
    """A small record in which article texts, names and places are hostile."""
    return make_record(tmp_path_factory.mktemp("sample")).path


@contextmanager
def serving(path, **options):
    """Yield the address of a server of this record, in a thread of this process."""
    record = open_record(path)
    port = free_port("127.0.0.1", 0)
    hands = hands_for(record, options.get("who", "tester"))
    app = make_app(record, hands if options.get("weigh", True) else replace(hands, weigh=None))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="session")
def site(example_record):
    """The address of a server of the example record; no test may change it."""
    with serving(example_record) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(sample_record):
    """The address of a server of the hostile record; no test may change it."""
    with serving(sample_record, weigh=False) as address:  # its views rest on no readings: keep them
        yield address


@pytest.fixture
def own_record(example_record, tmp_path):
    """A copy of the example record, to change."""
    return Path(shutil.copy(example_record, tmp_path / "own.dateline"))


@pytest.fixture
def own_site(own_record):
    """The address of a server of a record of the test's own."""
    with serving(own_record) as address:
        yield address


class Process:
    """A server as users start it, which can be killed and started anew under the same address."""

    def __init__(self, path):
        self.path, self.port = path, free_port("127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self):
        command = [
            sys.executable,
            "-m",
            "dateline",
            "serve",
            str(self.path),
            "--port",
            str(self.port),
            "--no-open",
            "--who",
            "tester",
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ})
        assert self.process.stdout and b"workbench" in self.process.stdout.readline()

    def kill(self):
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server_process(own_record):
    """A server in a process of its own, over a record of the test's own."""
    server = Process(own_record)
    server.start()
    yield server
    server.kill()


def watch(page):
    """Note whatever a page asks of another machine, and whatever it complains of."""
    page.troubles = []
    page.allowed = []

    def asked(request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "file") and parts.hostname != "127.0.0.1":
            page.troubles.append(f"left this machine: {request.url}")

    page.on("request", asked)
    page.on("console", lambda message: message.type == "error" and page.troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.troubles.append(f"script: {error}"))
    return page


@pytest.fixture
def page(page):
    """A page that fails the test on any request that leaves this machine and on any error in the console."""
    watch(page)
    yield page
    assert [trouble for trouble in page.troubles if not any(words in trouble for words in page.allowed)] == []


@pytest.fixture
def loaded() -> Callable[[str], object]:
    """Returns what an address answers as JSON."""

    def get(address):
        with urllib.request.urlopen(address) as answer:
            return json.load(answer)

    return get
