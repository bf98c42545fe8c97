"""Fixtures of the map and the lanes: their record behind a real server, and pages of any width, paper and motion."""

import threading
import time

import pytest
import uvicorn

from dateline.show.web import free_port, make_app
from tests.ui.aleppo import make_record

__all__ = ["aleppo", "open_page", "served"]


def served(record, **options):
    """Run a server of a record in a thread; return it and its address."""
    port = free_port("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(record, **options), port=port, log_level="error", lifespan="on"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server, f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def aleppo(tmp_path_factory):
    """The address of a server of the record of maps and lanes."""
    server, address = served(make_record(tmp_path_factory.mktemp("atlas")))
    yield address
    server.should_exit = True


@pytest.fixture
def open_page(browser):
    """Opens pages that are watched: a request off this machine or an error in the console fails the test."""
    from tests.ui.conftest import watch  # which itself takes these fixtures in

    opened = []

    def open(address, width=1000, height=660, **settings):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB", **settings)
        page = watch(context.new_page())
        opened.append(page)
        page.goto(address)
        return page

    yield open
    troubles = [trouble for page in opened for trouble in page.troubles]
    for page in opened:
        page.context.close()
    assert not troubles, troubles
