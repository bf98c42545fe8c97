"""Texts that anyone may have written do nothing in the browser but show; foreign pages change nothing."""

import http.server
import threading

import pytest

from dateline.model import Reading
from dateline.record import create_or_open, open_record
from tests.show.sample import article, make_views
from tests.ui.conftest import serving


@pytest.mark.parametrize("path", ["/", "/events", "/claims", "/places", "/actors", "/documents", "/document/d1", "/claim/c13", "/event/e13",
                                  "/place/trap", "/actor/evil", "/review?claim=c13", "/search?q=alert", "/wording", "/coverage"])  # fmt: skip
def test_hostile_words_show_as_words(page, hostile_site, path):
    page.on("dialog", lambda dialog: page.troubles.append(f"dialog: {dialog.message}"))
    page.goto(hostile_site + path)
    assert page.locator("img:not([src^='/static'])").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.evaluate("[...document.scripts].every(one => one.src.startsWith(location.origin))")


def test_letters_that_turn_the_order_are_made_visible(page, hostile_site):
    page.goto(hostile_site + "/document/d1")
    text = page.locator(".text").inner_text()
    assert "\u202e" not in text and "\ufffdtxt.exe" in text


def test_a_line_of_a_megabyte_is_shown(page, tmp_path):
    long = article("d9", "long.txt", "word <b>bold</b> " * 65_000)
    record = create_or_open(tmp_path / "long.dateline")
    record.add_reading(long, Reading("d9", (), (), (), (), (), (), ()), "test")
    with serving(record.path) as address:
        page.goto(address + "/document/d9")
        assert page.locator(".text b").count() == 0
        assert len(page.locator(".text .body").inner_text()) > 1_000_000


@pytest.fixture
def foreign_page(own_site):
    """The address of a page of another site (another port is another origin) that tries to decide."""
    form = f"""<form id=f method=post action="{own_site}/decide"><input name=act value=reject><input name=about value=c1></form>
    <script>fetch("{own_site}/decide", {{method: "POST", mode: "no-cors", body: new URLSearchParams({{act: "reject", about: "c1"}})}})
    .finally(() => document.getElementById("f").submit())</script>"""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(form.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_a_foreign_page_decides_nothing(page, foreign_page, own_record):
    page.allowed += ["403", "ERR_BLOCKED", "404", "Failed to fetch"]
    page.goto(foreign_page)
    page.get_by_text("Only pages of this server").wait_for()
    assert open_record(own_record).decisions() == ()


def test_no_site_can_put_a_page_into_a_frame(page, hostile_site):
    answer = page.goto(hostile_site + "/review")
    assert answer and "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_the_sample_is_as_hostile_as_it_says():
    assert any("<script>" in place.name for place in make_views().places)
