"""Every page opens in a real browser without a complaint, can be read at 360 px, and passes axe-core."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dateline.record import open_record

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
LISTS = (
    "events",
    "claims",
    "documents",
    "stories",
    "actors",
    "places",
    "outlets",
    "deals",
    "control",
    "wording",
    "coverage",
)
PAGES = (
    "/",
    "/timeline",
    *(f"/{name}" for name in LISTS),
    "/deals?view=list",
    "/search?q=Aleppo",
    "/review",
    "/agreement",
)


@pytest.fixture(scope="module")
def things(example_record):
    """An address of each kind of thing, each one with much to show."""
    record = open_record(example_record)
    event = max(record.events(), key=lambda event: (event.contested, len(event.documents)))
    place = next(entry.place for entry in record.ledger())
    return (
        f"/event/{event.id}",
        f"/claim/{event.claims[0]}",
        f"/document/{event.documents[0]}",
        f"/place/{place}",
        f"/actor/{next(id for one in record.events() for id in one.actors)}",
        f"/outlet/{next(record.outlets()).id}",
        f"/deal/{next(record.deals()).id}",
        f"/story/{next(record.stories()).id}",
        f"/document/{next(article.id for article in record.articles() if article.language == 'ar')}",
    )


def serious(page):
    """What axe-core finds that is serious: the rule and the first element."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    return [
        (one["id"], one["nodes"][0]["html"][:200], one["nodes"][0]["failureSummary"][:200])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_many_things_is_sound(page, site, path, scheme):
    page.emulate_media(color_scheme=scheme)
    answer = page.goto(site + path)
    assert answer and answer.status == 200
    assert page.locator("h1").count() == 1
    assert serious(page) == []


@pytest.mark.parametrize("number", range(9))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_one_thing_is_sound(page, site, things, number, scheme):
    page.emulate_media(color_scheme=scheme)
    answer = page.goto(site + things[number])
    assert answer and answer.status == 200
    assert serious(page) == []


def test_every_page_can_be_read_on_a_narrow_screen(page, site, things):
    page.set_viewport_size({"width": 360, "height": 740})
    for path in (*PAGES, *things):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_every_page_is_there_in_french(page, site, things):
    for path in (*PAGES, *things):
        page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang=fr")
        assert page.locator("html").get_attribute("lang") == "fr"
        assert "Événements" in page.locator("nav.pages").inner_text()
    page.goto(site + "/")  # it is remembered
    assert "Événements" in page.locator("nav.pages").inner_text()


def test_what_lies_nowhere_is_told(page, site):
    page.allowed.append("404")
    answer = page.goto(site + "/event/e-nothing")
    assert answer and answer.status == 404
    assert "holds nothing" in page.locator("main").inner_text()


def test_filters_change_the_list_the_count_and_the_address(page, site):
    page.goto(site + "/events")
    before = page.locator(".count").inner_text()
    page.select_option("select[name=group]", "deal")
    page.wait_for_url(re.compile("group=deal"))
    assert page.locator(".count").inner_text() != before
    kinds = set(page.locator("td.type").all_inner_texts())
    assert kinds and not kinds & {"attack", "airstrike", "killing", "capture", "protest"}
    page.go_back()
    expect(page.locator(".count")).to_have_text(before)
    page.go_forward()
    page.reload()
    assert page.locator("select[name=group]").input_value() == "deal"


def test_a_place_is_chosen_by_keyboard_from_what_the_record_knows(page, site):
    page.goto(site + "/events")
    field = page.get_by_role("combobox", name="Place")
    field.press_sequentially("ramou")
    page.get_by_role("option", name=re.compile("Ramouseh")).wait_for()
    field.press("Enter")
    page.wait_for_url(re.compile("place="))
    assert all("Ramouseh" in row for row in page.locator("td.places").all_inner_texts())


def test_a_list_says_how_many_rows_and_gives_the_same_as_json(page, site, loaded):
    page.goto(site + "/claims?group=violence")
    total = int(page.locator(".count b").last.inner_text())
    assert loaded(site + "/claims.json?group=violence")["total"] == total


def test_a_fact_is_one_click_from_its_sentence(page, site, things):
    page.goto(site + things[0])
    words = page.locator("td.words a").first
    said = words.inner_text()
    words.click()
    page.wait_for_url(re.compile(r"/document/.*#s\d+"))
    sentence = page.locator(".sentence:target").inner_text()
    assert said[:40].split()[0] in sentence


def test_marks_in_a_report_are_switched_and_kept_in_the_address(page, site, things):
    page.goto(site + things[2])
    page.get_by_role("checkbox", name=re.compile("Actors")).uncheck()
    page.wait_for_url(re.compile("hide="))
    page.reload()
    assert not page.get_by_role("checkbox", name=re.compile("Actors")).is_checked()


def test_arabic_runs_from_right_to_left(page, site, things):
    page.goto(site + things[8])
    assert page.evaluate("getComputedStyle(document.querySelector('p.body')).direction") == "rtl"


def test_dark_and_light_are_chosen_and_remembered(page, site):
    page.goto(site + "/?theme=dark")
    page.goto(site + "/events")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(site + "/events?theme=light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper


def test_a_story_is_one_file_that_needs_no_other(page, site, things, tmp_path):
    with page.expect_download() as download:
        page.goto(site + things[7])
        page.get_by_text("as one HTML file").click()
    path = tmp_path / "story.html"
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8")
    assert "<script" not in text and not re.search(r'(src|href)="(?!#)', text)
    page.goto(path.as_uri())
    assert page.locator("h1").inner_text()


def test_the_front_page_asks_what_is_contested_of_no_event(page, site):
    """How a deal stands and who held a place belong to no event, and were counted but shown nowhere."""
    page.goto(f"{site}/")
    asked = page.locator("#contested > ul a")
    question = asked.first.inner_text()
    assert question.endswith("?")
    asked.first.click()
    expect(page.locator("main")).to_contain_text(question)
