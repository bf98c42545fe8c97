"""Pages of one thing each: what an analyst must find on them."""

import re
from dataclasses import replace

import pytest

from dateline.model import Contradiction, DealStep, Side
from dateline.record import create_or_open
from tests.show.sample import DAY, make_record, make_views
from tests.show.web.conftest import client_of


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.split("<main", 1)[1]).split())


def test_an_event_shows_who_says_what_and_folds_copies_under_their_source(client):
    page = client.get("/event/e1")
    text = text_of(page)
    assert "The Herald" in text and "government" in text
    assert "2 independent" in text and "contested" in text
    assert "1 more that repeat it" in text and "machine-spun" in text
    assert "43" in text and "10" in text and 'data-side="B"' in page.text


def test_a_claim_shows_what_each_field_rests_on_and_what_people_said(client):
    text = text_of(client.get("/claim/c5"))
    assert "The army told the group to leave Oldbridge" in text
    assert "subject" in text and "confirmed" in text and "heard the order" in text and "80 %" in text


def test_a_report_is_cut_into_sentences_with_what_was_found_beside_them(client):
    page = client.get("/document/d1")
    text = text_of(page)
    assert 'id="s0"' in page.text and "terrorists" in text and "fighters" in text
    assert 'class="m actors"' in page.text and "held by" in text


def test_what_is_not_marked_is_kept_in_the_address(client):
    assert 'data-hide="actors places"' in client.get("/document/d1?hide=actors,places,nonsense").text


def test_a_place_shows_who_is_said_to_hold_it_in_whose_words(client):
    page = client.get("/place/oldbridge")
    text = text_of(page)
    assert "Hill Front" in text and "2012-01-01" in text and "has held Oldbridge since 2012" in text
    assert "<svg" in page.text and "Green Valley" in text


def test_an_actor_shows_how_outlets_call_it(client):
    text = text_of(client.get("/actor/hill-front"))
    assert "The Herald" in text or "terrorists" in text or "events" in text
    assert "terrorists" in text_of(client.get("/wording"))


def test_a_deal_shows_its_course_with_the_words_of_each_step(client):
    text = text_of(client.get("/deal/x1"))
    assert "agreed" in text and "ont conclu un accord" in text and "Southland" in text
    assert "agreed" in text_of(client.get("/deals"))


def test_the_board_marks_a_deal_that_is_told_both_ways(client, tmp_path):
    """A deal that one report calls agreed and another refused stood among the agreed ones without a word of it."""
    assert "contested" not in text_of(client.get("/deals"))
    views, steps = make_views(), (DealStep("agreed", DAY, ("c11",)), DealStep("refused", DAY, ("c6",)))
    doubt = Contradiction("q", "status", (Side("agreed", ("c11",)), Side("refused", ("c6",))))
    record = make_record(tmp_path)
    deals = (replace(views.deals[0], history=steps),)
    events = tuple(replace(event, contested=False) for event in views.events)
    record.replace_views(replace(views, events=events, deals=deals, contradictions=(doubt,)))
    asking = client_of(record)
    assert "2 claims contested" in text_of(asking.get("/deals"))
    front = text_of(asking.get("/"))
    assert "1 contradiction Stories" in front
    assert "Contested How did the deal over Stonewell" in front  # not "Contested 0": that counts events alone


def test_a_story_is_told_by_day_and_goes_as_one_file(client):
    text = text_of(client.get("/story/s1"))
    assert "2031-03-25" in text and "Oldbridge" in text
    answer = client.get("/story/s1.html")
    assert answer.headers["content-disposition"].startswith("attachment") and "<script" not in answer.text
    assert "Oldbridge" in answer.text
    assert client.get("/story/none.html").status_code == 404


def test_search_folds_case_and_accents_in_any_script(client):
    assert "/actor/iven-tolk" in client.get("/search?q=tolk").text
    assert "<mark>armée</mark>" in client.get("/search?q=ARMEE").text
    assert client.get("/search?q=").status_code == 200
    assert "2" in text_of(client.get("/search?q=dix"))


def test_coverage_lists_what_was_seen_and_not_coded(client):
    text = text_of(client.get("/coverage"))
    assert "The N" in text and "la" in text


def test_names_are_suggested(client):
    found = client.get("/suggest/places?q=old").json()
    assert found[0]["id"] == "oldbridge"
    assert client.get("/suggest/places?q=bridge").json()[0]["alias"] in ("", "Old Bridge")
    assert client.get("/suggest/nonsense?q=x").status_code == 404


@pytest.mark.parametrize("path", ["/event/x", "/claim/x", "/document/x", "/place/x", "/actor/x", "/outlet/x", "/deal/x",
                                  "/story/x", "/event/x/card", "/review/x", "/nothing"])  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(client, path):
    assert client.get(path).status_code == 404


def test_an_empty_record_has_all_its_pages(tmp_path):
    from tests.show.web.conftest import client_of

    client = client_of(create_or_open(tmp_path / "empty.dateline"))
    for path in ("/", "/events", "/claims", "/documents", "/places", "/control", "/deals", "/wording", "/coverage",
                 "/review", "/agreement", "/search?q=x", "/map", "/timeline", "/events.geojson", "/lanes.json"):  # fmt: skip
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("path", ["/event/e1", "/claim/c1", "/place/oldbridge", "/actor/army", "/outlet/herald", "/deal/x1", "/story/s1", "/document/d1"])  # fmt: skip
def test_each_thing_is_there_as_json_with_all_its_fields(client, path):
    answer = client.get(f"{path}.json")
    assert answer.json()["id"] == path.split("/")[-1]
    assert client.get(f"{path}x.json").status_code == 404
