"""Decisions and dropped reports as they reach the record."""

import time

import pytest

from dateline.model import Act, Judgement

REPORT = """The Morning Courier
Published: 12 March 2018

Rebel fighters captured the town of Douma on Sunday, residents said.
"""


def until(asking, done):
    """Wait until nothing is going on and `done` holds."""
    for _ in range(600):
        state = asking.get("/status.json").json()
        if not state["task"] and not state["waiting"] and done(state):
            return state
        time.sleep(0.05)
    raise AssertionError(state)


def test_a_decision_is_in_the_log_when_the_answer_comes(own, posting):
    _, record = own
    answer = posting("/decide", data={"act": "reject", "about": "c1", "why": "misread"})
    assert answer.status_code == 200
    last = record.decisions()[-1]
    assert (last.id, last.act, last.about, last.who, last.why) == (
        answer.json()["decisions"][0],
        Act.REJECT,
        "c1",
        "tester",
        "misread",
    )
    assert record.review("c1").judgement is Judgement.REJECTED


def test_the_same_word_sent_again_is_one_decision(own, posting):
    _, record = own
    first = posting("/decide", data={"act": "accept", "about": "c1"}).json()
    again = posting("/decide", data={"act": "accept", "about": "c1", "again": "yes"}).json()
    assert again == first and len(record.decisions()) == 3


@pytest.mark.parametrize("form", [
    {"act": "accept"},
    {"act": "nonsense", "about": "c1"},
    {"act": "accept", "about": "nothing"},
    {"act": "change", "about": "c1", "field": "type", "value": '"no-such-type"'},
    {"act": "change", "about": "c1", "field": "time", "earliest": "2031-03-26", "latest": "2031-03-25"},
    {"act": "grade", "about": "herald", "field": "reliability", "value": '"A"'},
    {"act": "add", "document": "d1", "quote": "words that are not there", "type": "attack"},
    {"act": "add", "document": "none", "quote": "army", "type": "attack"},
])  # fmt: skip
def test_what_does_not_fit_is_refused_in_words(own, posting, form):
    _, record = own
    answer = posting("/decide", data=form)
    assert answer.status_code == 422 and len(answer.json()["error"]) > 10
    assert len(record.decisions()) == 2


def test_a_claim_is_added_where_its_words_stand(own, posting):
    _, record = own
    form = {
        "act": "add",
        "document": "d1",
        "quote": "has  held\nOldbridge",
        "type": "siege",
        "actors": ["hill-front"],
        "start": "0",
    }
    answer = posting("/decide", data=form)
    assert answer.status_code == 200, answer.text
    last = record.decisions()[-1]
    assert last.act is Act.ADD and last.anchors[0].quote == "has held Oldbridge"


def test_each_browser_decides_under_its_own_name(own, posting):
    _, record = own
    assert posting("/who", data={"who": "  Zoé   Ω "}).json() == {"who": "Zoé Ω"}
    posting("/decide", data={"act": "unsure", "about": "c2"})
    assert record.decisions()[-1].who == "Zoé Ω"
    assert posting("/who", data={"who": " "}).status_code == 422


def test_an_undo_without_a_name_takes_the_last_one_back(own, posting):
    _, record = own
    posting("/decide", data={"act": "accept", "about": "c1"})
    posting("/decide", data={"act": "undo"})
    assert record.decisions()[-1].act is Act.UNDO and record.review("c1") is None


@pytest.mark.slow
def test_dropped_reports_are_read_and_what_is_left_out_is_told(own, posting):
    asking, record = own
    files = [
        ("reports", ("../../evil name.txt", REPORT.encode())),
        ("reports", ("picture.png", b"\x89PNG\r\n\x1a\n\x00")),
    ]
    answer = posting("/reports", files=files, data={"outlet": "", "published": "2018-03-12"})
    assert answer.json() == {"files": 2}
    state = until(asking, lambda state: state["revision"])
    assert not state["error"] and any("picture.png" in line for line in state["problems"]), state
    article = next(one for one in record.articles() if "Douma" in one.text)
    assert ".." not in article.path and article.path.endswith("evil name.txt")
    assert f"/document/{article.id}" in asking.get("/search?q=residents").text


def test_a_date_that_is_none_and_a_drop_of_nothing_are_refused(own, posting):
    assert posting("/reports", files=[("reports", ("a.txt", b"x"))], data={"published": "soon"}).status_code == 422
    assert posting("/reports", data={"published": ""}).status_code == 422
