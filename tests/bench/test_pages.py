"""How long pages of a large record take, and how much memory they need.

DATELINE_BENCH_DOCUMENTS says how large (10000 for the figures in docs/workbench.md, which take some minutes to make).
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.record import index_texts
from dateline.run import build
from dateline.run.demo import example_reports
from dateline.show.web import make_app
from tests.bench.large_pages import multiplied

pytestmark = [pytest.mark.bench, pytest.mark.slow]
DOCUMENTS = int(os.environ.get("DATELINE_BENCH_DOCUMENTS", "560"))
FIRST, LIST, MEMORY = 1.0, 0.3, 500  # seconds, seconds, megabytes
LISTS = (
    "/events", "/events?order=-sources", "/events?group=violence&from=2017-03-01&to=2017-03-20", "/events?contested=yes",
    "/events?place=aleppo", "/events?actor=rebels", "/events?outlet=meridian-wire", "/events?offset=50000", "/claims",
    "/claims?type=attack", "/claims?actor=rebels&place=eastern-aleppo", "/claims?order=-confidence", "/documents",
    "/documents?order=-claims", "/stories", "/actors", "/places", "/outlets", "/deals", "/control", "/coverage",
    "/places.geojson?on=2017-01-01", "/suggest/places?q=ale", "/review.json",
)  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    small = build([example_reports()], folder / "small.dateline").record
    record = multiplied(small, DOCUMENTS, folder / "large.dateline")
    index_texts(record)
    return TestClient(make_app(record), base_url="http://127.0.0.1")


def seconds(client, path):
    """Return the time of this process that an answer takes, the better of two: others may be at work on the machine."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        assert client.get(path).status_code == 200
        taken.append(time.process_time() - start)
    return min(taken)


def test_the_first_page_and_the_review_come_within_a_second(client):
    for path in ("/", "/review", "/map", "/timeline"):
        assert seconds(client, path) < FIRST, path


def test_lists_and_filters_come_quickly(client):
    taken = {path: seconds(client, path) for path in LISTS}
    for path, time_ in sorted(taken.items(), key=lambda one: -one[1]):
        print(f"{time_ * 1000:7.0f} ms  {path}")
    assert [path for path, time_ in taken.items() if time_ > LIST] == []


ASK = """
import sys
from pathlib import Path
from starlette.testclient import TestClient
from dateline.record import open_record
from dateline.show.web import make_app
client = TestClient(make_app(open_record(sys.argv[1])), base_url="http://127.0.0.1")
for path in sys.argv[2:]:
    client.get(path)
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells the most memory a process held")
def test_a_server_of_its_own_stays_small(client, tmp_path_factory):
    """Every list once, then the most that the process ever held."""
    path = next(tmp_path_factory.getbasetemp().glob("large*/large.dateline"))
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK, str(path), "/", *LISTS], capture_output=True, text=True, check=True
    )
    megabytes = int(told.stdout) / 1024
    print(f"{megabytes:7.0f} MB")
    assert megabytes < MEMORY
