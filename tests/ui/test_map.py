"""The map shows who is told to hold what on a day and what happened, by hand and by keyboard, and never stays blank."""

import re
import struct
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Request

from tests.ui.aleppo import make_record
from tests.ui.opening import served
from tests.ui.test_pages import serious
from tests.ui.tiles import make_archive

pytestmark = pytest.mark.slow

ARMY, REBELS, STATE = "#0072b2", "#d55e00", "#009e73"
LAND = (248, 246, 241)
# How many dots of the canvas within some dots of a place (or everywhere) are near a colour.
COUNT = """([id, colour, reach]) => {
  const page = document.getElementById("map").page, map = page.map, canvas = map.getCanvas(), ratio = devicePixelRatio;
  const copy = Object.assign(document.createElement("canvas"), {width: canvas.width, height: canvas.height});
  const pen = copy.getContext("2d");
  pen.drawImage(canvas, 0, 0);
  let [x, y, wide, high] = [0, 0, canvas.width, canvas.height];
  if (id) {
    const at = map.project(page.byId.get(id).geometry.coordinates);
    [x, y, wide, high] = [(at.x - reach) * ratio, (at.y - reach) * ratio, 2 * reach * ratio, 2 * reach * ratio];
  }
  const {data} = pen.getImageData(Math.max(0, x), Math.max(0, y), wide, high);
  let found = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i] - colour[0]) + Math.abs(data[i + 1] - colour[1]) + Math.abs(data[i + 2] - colour[2]) < 24) found += 1;
  return found;
}"""


@pytest.fixture
def map_page(open_page, aleppo):
    """Opens the map and waits until it has drawn everything."""

    def open(query="", address=aleppo, **settings):
        page = open_page(f"{address}/map{query}", **settings)
        page.wait_for_selector("#map[data-ready=yes]", timeout=60_000)
        return page

    return open


def rgb(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def dots(page, colour, place="", reach=11):
    settled(page)
    return page.evaluate(COUNT, [place, rgb(colour) if isinstance(colour, str) else list(colour), reach])


def settled(page):
    """Wait until all is loaded and drawn; a page nobody looks at is given no frames, so one is drawn by hand."""
    page.wait_for_timeout(200)
    loaded = "() => { const { map } = document.getElementById('map').page; map.redraw(); return map.loaded() && !map.isMoving(); }"
    page.wait_for_function(loaded, polling=100, timeout=60_000)


def table(page):
    """What the table says: place -> who holds it and how many events."""
    rows = page.locator(".places tbody tr").all()
    return {
        row.locator("th button").inner_text(): [cell.inner_text() for cell in row.locator("td").all()] for row in rows
    }


def on_day(page, day):
    page.wait_for_selector(f"#map[data-day='{day}']", timeout=20_000)


def test_the_map_is_not_blank(map_page):
    page = map_page("?on=2016-12-14&bbox=35.0,33.0,39.5,37.0")
    assert dots(page, LAND) > 50_000
    assert dots(page, ARMY) > 50
    assert dots(page, STATE) > 50


def test_a_place_has_the_colour_of_who_holds_it_on_the_day(map_page):
    page = map_page("?on=2016-12-11&bbox=37.0,36.1,37.4,36.3")
    assert dots(page, REBELS, "eastern-aleppo") > 120
    assert dots(page, ARMY, "eastern-aleppo") == 0
    page.locator("input[type=date]").fill("2016-12-20")
    on_day(page, "2016-12-20")
    assert dots(page, ARMY, "eastern-aleppo") > 120
    assert dots(page, REBELS, "eastern-aleppo") == 0


def test_contested_is_split_claimed_is_hatched_and_unknown_is_hollow(map_page):
    page = map_page("?on=2016-12-14&bbox=37.0,36.1,37.4,36.3")
    assert dots(page, ARMY, "eastern-aleppo", 14) > 60
    assert dots(page, REBELS, "eastern-aleppo", 14) > 60
    page = map_page("?on=2016-12-14&bbox=36.4,35.7,36.9,36.1")
    hatched = dots(page, REBELS, "idlib")
    assert 20 < hatched < 200
    page = map_page("?on=2016-12-14&bbox=35.6,33.0,36.0,33.3")
    assert dots(page, "#5b6470", "quneitra") > 20
    assert dots(page, "#ffffff", "quneitra") > 60


def test_the_table_says_what_the_map_shows(map_page):
    page = map_page("?on=2016-12-14&bbox=35.0,33.0,39.0,37.0")
    said = table(page)
    assert "Syrian Arab Army" in said["Eastern Aleppo"][0] and "rebels" in said["Eastern Aleppo"][0]
    assert "contested" in said["Eastern Aleppo"][0]
    assert "claimed" in said["Idlib"][0]
    assert "nobody known" in said["Quneitra"][0]
    assert "without a day" in said["Kafraya"][0]
    assert said["Eastern Aleppo"][1] == "8"  # two a day from the 11th to the 14th
    assert "wider than this map draws" in page.locator(".places th", has_text="Syria").inner_text()


def test_events_without_a_day_are_counted_not_lost(map_page):
    assert "no day is told of them: 1" in map_page("?on=2016-12-14").locator(".left-out").inner_text()


def test_arrow_keys_step_the_days_and_the_back_button_undoes_them(map_page):
    page = map_page("?on=2016-12-14")
    page.locator("input[type=range]").press("ArrowRight")
    on_day(page, "2016-12-15")
    assert "on=2016-12-15" in page.url
    page.locator("[data-do=later]").click()
    on_day(page, "2016-12-16")
    page.keyboard.press("ArrowLeft")
    on_day(page, "2016-12-15")
    page.go_back()
    on_day(page, "2016-12-16")
    page.go_back()
    on_day(page, "2016-12-15")
    page.go_back()
    on_day(page, "2016-12-14")
    assert page.locator(".timebar output").inner_text() == "14 December 2016"


def test_playing_walks_through_the_days_and_stops_at_the_last(map_page):
    page = map_page("?on=2016-12-18", reduced_motion="reduce")
    page.locator("[data-do=play]").click()
    assert page.locator("[data-do=play]").get_attribute("aria-pressed") == "true"
    on_day(page, "2016-12-20")
    page.wait_for_selector("[data-do=play][aria-pressed=false]", timeout=20_000)
    assert page.locator("input[type=range]").input_value() == page.locator("input[type=range]").get_attribute("max")


def test_only_events_in_view_are_asked_for(map_page):
    page = map_page("?on=2016-12-14&days=all")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("() => void document.getElementById('map').page.map.jumpTo({center: [38.28, 34.56], zoom: 10})")
    page.wait_for_function(
        "() => document.querySelectorAll('.places tbody tr').length === 1", timeout=20_000, polling=100
    )
    events = [url for url in asked if "/events.geojson" in url]
    assert events and all("bbox=" in url for url in events)
    assert not [url for url in asked if "/places.geojson" in url]
    assert list(table(page)) == ["Palmyra"]
    assert re.search(r"bbox=38\.\d+,34\.\d+,38\.\d+,34\.\d+", page.url)


def test_the_address_brings_the_same_map_back(map_page):
    page = map_page("?on=2016-12-13&bbox=36.9,36.0,37.5,36.4&days=1&pick=eastern-aleppo")
    assert page.locator(".card h2").inner_text() == "Eastern Aleppo"
    assert page.locator("select[name=days]").input_value() == "1"
    assert len(page.locator(".card .events li").all()) == 2
    assert page.locator(".card .events a").first.get_attribute("href").startswith("/event/")
    page.locator(".card .close").click()
    assert page.locator(".card").is_hidden() and "pick" not in page.url


def test_a_mark_opens_by_a_click_and_by_the_table(map_page):
    page = map_page("?on=2016-12-14&bbox=37.0,36.1,37.4,36.3")
    at = page.evaluate(
        "() => { const p = document.getElementById('map').page; return p.map.project(p.byId.get('aleppo').geometry.coordinates); }"
    )
    box = page.locator(".map-canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    assert page.locator(".card h2").inner_text() == "Aleppo"
    page.locator(".places button", has_text="Eastern Aleppo").press("Enter")
    assert page.locator(".card h2").inner_text() == "Eastern Aleppo"


def test_filters_of_the_address_hold_on_the_map(map_page):
    page = map_page("?on=2016-12-14&group=movement&bbox=35.0,33.0,39.0,37.0")
    assert table(page)["Eastern Aleppo"][1] == "4"


def test_disputed_borders_in_view_are_dashed_with_a_note(map_page):
    page = map_page("?on=2016-12-14&bbox=35.4,32.6,36.4,33.5")
    assert "Golan Heights" in page.locator(".disputes").inner_text()
    assert page.locator(".disputes-note").is_visible()
    away = map_page("?on=2016-12-14&bbox=37.6,34.2,38.9,35.0")
    assert away.locator(".disputes-note").is_hidden()


def test_names_can_stand_as_they_are_written_there(map_page):
    page = map_page("?on=2016-12-14&bbox=35.0,33.0,39.5,37.0")
    english = page.locator(".map-canvas canvas").screenshot()
    page.locator("[data-do=names]").click()
    settled(page)
    assert page.locator("[data-do=names]").get_attribute("aria-pressed") == "true" and "names=local" in page.url
    assert page.locator(".map-canvas canvas").screenshot() != english


def test_dark_paper(map_page):
    page = map_page("?on=2016-12-14", color_scheme="dark")
    assert dots(page, (30, 37, 43)) > 50_000
    assert dots(page, LAND) < 500
    assert dots(page, ARMY) > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(map_page, scheme):
    page = map_page("?on=2016-12-14&bbox=37.0,36.1,37.4,36.3&pick=eastern-aleppo", color_scheme=scheme)
    assert page.locator(".card").is_visible()
    assert serious(page) == []


def test_it_speaks_french(map_page):
    page = map_page("?on=2016-12-14&lang=fr")
    assert page.locator(".on-day").inner_text() == "14 décembre 2016"
    assert "plusieurs sources indépendantes" in page.locator(".legend").inner_text()


def test_it_fits_a_telephone(map_page):
    page = map_page("?on=2016-12-14", width=360, height=780)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert dots(page, LAND) > 10_000
    assert page.locator("[data-do=play]").is_visible()


def test_a_map_is_saved_as_svg_and_png_with_title_days_and_source(map_page):
    page = map_page("?on=2016-12-14&days=1&bbox=35.0,33.0,39.0,37.0&group=violence")
    with page.expect_download() as saved:
        page.locator("[data-do=svg]").click()
    svg = saved.value.path().read_text(encoding="utf-8")
    words = " ".join(ET.fromstring(svg).itertext())
    for said in (
        "14 December 2016",
        "Events of 14 December 2016",
        "violence",
        "aleppo.dateline",
        "Eastern Aleppo",
        "claimed: one source",
    ):
        assert said in words, said
    with page.expect_download() as saved:
        page.locator("[data-do=png]").click()
    assert saved.value.suggested_filename.endswith("14-december-2016.png")
    png = saved.value.path().read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">I", png[16:20])[0] == 1920
    assert len(png) > 40_000  # an empty sheet of that size takes a tenth of it


def test_tiles_of_ones_own_lie_under_everything(open_page, tmp_path):
    archive = tmp_path / "own.pmtiles"
    archive.write_bytes(make_archive("water"))
    server, address = served(make_record(tmp_path), tiles=archive)
    try:
        page = open_page(f"{address}/map?on=2016-12-14")
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))
        page.reload()
        page.wait_for_selector("#map[data-ready=yes]", timeout=60_000)
        parts = [one.headers.get("range", "") for one in asked if one.url.endswith("/tiles.pmtiles")]
        assert parts and all(part.startswith("bytes=") for part in parts)
        assert dots(page, (219, 229, 236)) > 200_000  # its water covers our land
        assert dots(page, ARMY) > 100
    finally:
        server.should_exit = True


def test_the_card_does_not_lie_on_what_was_picked(map_page):
    page = map_page("?on=2016-12-14&bbox=36.9,35.9,40.5,38.6", reduced_motion="reduce")  # Aleppo lies where cards open
    page.locator(".places button", has_text=re.compile("^Aleppo$")).click()
    settled(page)
    at = page.evaluate(
        "() => { const p = document.getElementById('map').page; return p.map.project(p.byId.get('aleppo').geometry.coordinates); }"
    )
    card, view = page.locator(".card").bounding_box(), page.locator(".map-canvas").bounding_box()
    assert at["x"] > card["x"] + card["width"] - view["x"] or at["y"] < card["y"] - view["y"]
    assert 0 < at["x"] < view["width"] and 0 < at["y"] < view["height"]
