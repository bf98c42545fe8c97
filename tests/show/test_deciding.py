"""What people decided is seen in briefs and explanations, and never looks like what the program found or assessed."""

import io
import shutil

import pytest

from dateline.model import Act
from dateline.record import Record, open_record
from dateline.run import Decider, build, decide
from dateline.show import explain, write_brief
from tests.run.reports import claim_of, event_with, write


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    return build([write(folder / "reports")], folder / "war.dateline").record.path


@pytest.fixture
def record(made, tmp_path) -> Record:
    return open_record(shutil.copy(made, tmp_path / "war.dateline"))


@pytest.fixture
def me(record) -> Decider:
    return Decider(record, "A. Reader")


def brief(record: Record, form="md") -> str:
    stream = io.StringIO()
    write_brief(record, form, stream)
    return stream.getvalue()


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


@pytest.mark.parametrize(
    ("make", "mark"),
    [
        (lambda me, id: [me.judge(id, Act.ACCEPT)], "confirmed by a reviewer"),
        (lambda me, id: [me.change(id, "actors", ["civilians"])], "corrected by a reviewer"),
        (lambda me, id: [me.judge(id, Act.UNSURE)], "a reviewer was not sure of it"),
        (
            lambda me, id: [me.judge(id, Act.REJECT), Decider(me.record, "B").judge(id, Act.ACCEPT)],
            "reviewers differ on it",
        ),
    ],
)
def test_a_brief_tells_what_reviewers_said_of_a_sentence(record, me, make, mark):
    decide(record, make(me, claim_of(record, "protest").id))
    text = brief(record)
    assert mark in line_with(text, "protested")
    assert text.count(f"\\[{mark}\\]") == 1
    assert mark in brief(record, "html")


def test_a_brief_tells_how_many_claims_were_looked_at(record, me):
    assert "Reviewers looked at" not in brief(record)
    decide(record, [me.judge(claim_of(record, "protest").id, Act.REJECT)])
    decide(record, [me.judge(claim_of(record, "refusal").id, Act.ACCEPT)])
    assert "Reviewers looked at claims: 1 confirmed, 1 rejected and left out." in brief(record)


def test_a_grade_that_a_reviewer_set_does_not_look_like_an_assessed_one(record, me):
    event = event_with(record, claim_of(record, "capture").id)
    decide(record, [me.grade("river-post", "B", "corrects itself"), me.grade(event.id, 1, "seen on film")])
    text = brief(record)
    assert r"**\[B, set by a reviewer\]**" in line_with(text, "| River Post") and "*(F)*" in line_with(
        text, "| Morning Wire"
    )
    told = explain(record, event.id)
    assert "credibility (set by a reviewer): 1 of 6, because seen on film" in told
    assert "reliability (set by a reviewer) B" in told and "reliability (assessed) F" in told


def test_an_explanation_tells_who_put_claims_into_one_event(record, me):
    one, other = (event_with(record, claim_of(record, kind).id) for kind in ("withdrawal", "capture"))
    decide(record, [me.merge(one.id, [other.id], "one battle")])
    told = explain(record, one.id)
    assert f"{one.id} is {record.resolve_id(one.id)} now" in told
    assert "put together by A. Reader" in told
    assert "put together by a reviewer: A. Reader" in told and "one battle" in told


def test_an_explanation_tells_what_was_changed_from_what_to_what(record, me):
    claim = claim_of(record, "protest").id
    time = {"earliest": "2016-12-10", "latest": "2016-12-12"}
    decide(record, [me.change(claim, "places", ["aleppo", "fuah"]), me.change(claim, "time", time)])
    decide(record, [me.change(claim, "background", True)])
    told = explain(record, claim)
    assert "(places is aleppo, fuah, was idlib)" in told
    assert "(time is 2016-12-10..2016-12-12, was 2016-12-12)" in told
    assert "(background is yes, was no)" in told


def test_a_rejected_claim_can_still_be_asked_about(record, me):
    claim = claim_of(record, "protest").id
    decide(record, [me.judge(claim, Act.REJECT)])
    assert "event: none; it was rejected" in explain(record, claim)


def test_an_explanation_tells_that_reviewers_differ(record, me):
    claim = claim_of(record, "protest").id
    decide(record, [me.judge(claim, Act.ACCEPT), Decider(record, "B. Reader").judge(claim, Act.REJECT, "no crowd")])
    told = explain(record, claim)
    assert "confirmed by a reviewer: A. Reader" in told and "rejected by a reviewer: B. Reader" in told
    assert "reviewers differ" in told and "no crowd" in told


def test_an_actor_is_explained_by_its_names_and_mentions(record, me):
    decide(record, [me.merge("organisation-lantern-brigade", ["organisation-lantern-battalion"])])
    told = explain(record, "organisation-lantern-battalion")
    assert "organisation-lantern-battalion put together by a reviewer" in told
    mentions = [m for m in record.mentions() if m.refers_to == "organisation-lantern-brigade"]
    assert mentions and all(mention.id in told and mention.document in told for mention in mentions)
    assert "The Lantern Battalion attacked" in told


def test_hostile_words_of_reviewers_show_as_text(record, me):
    claim = claim_of(record, "protest").id
    decide(record, [Decider(record, "<script>alert(1)</script>\n# x").judge(claim, Act.ACCEPT, "a\x1b[2Jb\n\nc")])
    told = explain(record, claim)
    assert "\x1b" not in told and "\n# x" not in told
    assert "<script>alert" not in brief(record, "html")
