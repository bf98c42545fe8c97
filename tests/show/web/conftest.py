"""The workbench over the sample record, asked without a browser."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from dateline.cli.hands import hands_for
from dateline.record import open_record
from dateline.show.web import make_app
from tests.show.sample import make_record

ADDRESS = "http://127.0.0.1"


def client_of(record, hands=None):
    return TestClient(make_app(record, hands), base_url=ADDRESS)


@pytest.fixture(scope="session")
def client(tmp_path_factory):
    """Asks a workbench for looking only."""
    return client_of(make_record(tmp_path_factory.mktemp("web")))


@pytest.fixture
def own(tmp_path):
    """A record of the test's own, and who asks its workbench with all hands."""
    record = make_record(tmp_path)
    hands = replace(hands_for(record, "tester"), weigh=None)  # the sample's views rest on no readings: keep them
    with client_of(record, hands) as asking:
        yield asking, open_record(record.path)


@pytest.fixture
def posting(own):
    """Posts as a page of the server does: with its origin and its token."""
    asking, _ = own
    found = re.search(r'name="dateline-token" content="([^"]+)"', asking.get("/").text)
    assert found
    headers = {"Origin": ADDRESS, "X-Dateline-Token": found[1]}

    def post(path, **more):
        return asking.post(path, headers=headers, **more)

    return post
