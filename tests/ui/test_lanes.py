"""Events lie on lanes by place, actor or deal; soft ends are days not told; days are chosen by drawing, by keys, by address."""

import re
import struct
import xml.etree.ElementTree as ET

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def lanes_page(open_page, aleppo):
    """Opens the lanes and waits until they are drawn."""

    def open(query="", **settings):
        page = open_page(f"{aleppo}/timeline{query}", **settings)
        page.wait_for_selector("#lanes[data-ready=yes]", timeout=60_000)
        return page

    return open


def lanes(page):
    """What lies on each lane: its name -> how many events."""
    labels = [lane.get_attribute("aria-label") for lane in page.locator("svg.lanes .lane").all()]
    return {name: int(count) for name, count in (label.rsplit(": ", 1) for label in labels)}


def mark(page, words):
    return page.locator(f"svg.lanes a.mark[aria-label*='{words}']").first


def test_each_lane_says_how_much_lies_on_it(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    assert lanes(page) == {"Eastern Aleppo": 20, "Aleppo": 3, "Kafraya": 1, "Palmyra": 1, "Syria": 1}
    assert "26 events" in page.locator(".summary").inner_text()
    assert "no day is told of them: 1" in page.locator(".summary").inner_text()


def test_lanes_by_actor_and_by_deal(lanes_page):
    page = lanes_page("?by=actor&from=2016-12-11&to=2016-12-20")
    assert lanes(page)["rebels"] == 22 and lanes(page)["Islamic State"] == 1
    page.locator(".by a", has_text="deal").click()
    page.wait_for_selector("#lanes[data-ready=yes]")
    assert "by=deal" in page.url and "from=2016-12-11" in page.url
    assert lanes(page)["part of no deal"] == 25


def test_days_far_from_the_others_do_not_stretch_the_lanes(lanes_page):
    page = lanes_page()
    assert page.locator("[name=from]").input_value() == "2016-12-11"
    assert "Homs" not in lanes(page)
    far = lanes_page("?from=2012-01-01&to=2012-12-31")
    assert lanes(far) == {"Homs": 1}


def test_ends_that_nobody_tells_are_soft(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    siege, ceasefire, capture = (
        mark(page, words).locator("rect").first for words in ("siege", "ceasefire", "capture, 12")
    )
    assert "soft-shut" in siege.get_attribute("style")
    assert "shut-soft" in ceasefire.get_attribute("style")
    assert capture.get_attribute("style") is None
    assert "contested" in mark(page, "ceasefire").get_attribute("class")


def test_every_mark_leads_to_its_event(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    assert mark(page, "siege").get_attribute("href") == "/event/e31"
    assert "by 16 Dec 2016" in mark(page, "siege").get_attribute("aria-label")


def test_drawing_over_days_keeps_those_and_the_back_button_brings_all_back(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    box = page.locator("svg.lanes").bounding_box()
    middle = page.evaluate(
        "() => { const a = document.getElementById('lanes').page.axis; return [a.x('2016-12-12') + 4, a.x('2016-12-15') - 4]; }"
    )
    page.mouse.move(box["x"] + middle[0], box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + middle[1] - 20, box["y"] + 8)
    page.mouse.move(box["x"] + middle[1], box["y"] + 8)
    assert "12 December 2016" in page.locator(".brushed").inner_text()
    page.mouse.up()
    page.wait_for_url(re.compile("from=2016-12-12&to=2016-12-14"))
    page.wait_for_function(
        "() => document.querySelector('.summary').textContent.includes('12 December 2016')", polling=100
    )
    assert lanes(page)["Eastern Aleppo"] == 6
    page.go_back()
    page.wait_for_function(
        "() => document.querySelector('.summary').textContent.includes('20 December 2016')", polling=100
    )
    assert lanes(page)["Eastern Aleppo"] == 20


def test_a_brush_is_dropped_by_escape(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    box = page.locator("svg.lanes").bounding_box()
    page.mouse.move(box["x"] + 400, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 600, box["y"] + 8)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.locator("svg.lanes .brush").count() == 0
    assert "from=2016-12-11&to=2016-12-20" in page.url


def test_zooming_by_buttons(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20&on=2016-12-15")
    page.locator("[data-do=closer]").click()
    page.wait_for_url(re.compile("from=2016-12-13&to=2016-12-17"))
    page.locator("[data-do=whole]").click()
    page.wait_for_function("() => !location.search.includes('from=')", polling=100)


def test_keys_walk_from_mark_to_mark(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20")
    first = page.locator("svg.lanes a.mark").first
    first.focus()
    assert page.locator("svg.lanes a.mark[tabindex='0']").count() == 1
    page.keyboard.press("ArrowRight")
    said = "() => document.activeElement.getAttribute('aria-label')"
    second = page.evaluate(said)
    assert second != first.get_attribute("aria-label")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.closest('.lane').getAttribute('aria-label')") == "Aleppo: 3"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/event/e3"))
    page.troubles.clear()  # this record has no claims to tell of the event


def test_the_slider_lights_what_is_told_of_its_day(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20&on=2016-12-13")
    assert page.locator("svg.lanes .cursor").count() == 1
    assert "lit" in mark(page, "agreement").get_attribute("class")
    assert "lit" not in mark(page, "ceasefire").get_attribute("class")
    page.locator("[data-do=later]").click()
    assert "on=2016-12-14" in page.url
    assert "lit" not in mark(page, "agreement").get_attribute("class")


def test_a_crowded_lane_opens(lanes_page):
    page = lanes_page("?from=2016-12-01&to=2017-12-20")
    before = page.locator("svg.lanes a.mark").count()
    opener = page.locator("svg.lanes .opener").first
    hidden = int(re.sub(r"\D", "", opener.text_content()))
    opener.focus()
    page.keyboard.press("Enter")
    assert page.locator("svg.lanes a.mark").count() == before + hidden
    assert page.locator("svg.lanes .opener").first.get_attribute("aria-expanded") == "true"


def test_it_fits_a_telephone_and_dark_paper(lanes_page):
    page = lanes_page("?from=2016-12-11&to=2016-12-20", width=360, height=740, color_scheme="dark")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert lanes(page)["Eastern Aleppo"] == 20


def test_lanes_are_saved_as_svg_and_png(lanes_page):
    page = lanes_page("?by=actor&from=2016-12-11&to=2016-12-20&group=territory")
    with page.expect_download() as saved:
        page.locator("[data-do=svg]").click()
    words = " ".join(ET.fromstring(saved.value.path().read_text(encoding="utf-8")).itertext())
    for said in ("Events in time, by actor", "11–20 December 2016", "capture", "Islamic State", "aleppo.dateline"):
        assert said in words, said
    with page.expect_download() as saved:
        page.locator("[data-do=png]").click()
    png = saved.value.path().read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">I", png[16:20])[0] == 1920
