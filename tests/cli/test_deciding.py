"""Decisions from the command line: each is told, in the log, seen everywhere, and can be taken back."""

import json
import shutil

import pytest

from dateline.record import open_record
from dateline.run import build
from tests.run.reports import claim_of, event_with, write


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deciding")
    return build([write(folder / "reports")], folder / "war.dateline").record.path


@pytest.fixture
def path(made, tmp_path):
    return shutil.copy(made, tmp_path / "war.dateline")


@pytest.fixture
def claim(path):
    return claim_of(open_record(path), "protest").id


def test_a_word_on_a_claim_is_told_logged_and_seen(call, path, claim):
    done = call("decide", path, claim, "reject", "--who", "A. Reader", "--why", "no crowd")
    assert done.status == 0 and "rejected by a reviewer: A. Reader" in done.out
    (row,) = json.loads(call("decisions", path, "--json").out)
    assert (row["act"], row["about"], row["who"], row["why"]) == ("reject", claim, "A. Reader", "no crowd")
    assert row["state"] == "stands"
    assert "rejected by a reviewer" in call("explain", path, claim).out
    assert "Idlib" not in call("brief", path).out


def test_several_fields_are_set_in_plain_words(call, path, claim):
    call("decide", path, claim, "places=idlib, aleppo", "time=2016-12-10..2016-12-11", "background=yes", "--who", "A")
    found = open_record(path).claim(claim)
    assert found and found.places == ("idlib", "aleppo") and found.background
    assert (str(found.time.earliest), str(found.time.latest)) == ("2016-12-10", "2016-12-11")


def test_without_a_name_the_login_name_decides(call, path, claim, monkeypatch):
    monkeypatch.setenv("LOGNAME", "deskeditor")
    call("decide", path, claim, "accept")
    assert [one.who for one in open_record(path).decisions()] == ["deskeditor"]


def test_a_missed_claim_is_added_at_its_words(call, path):
    article = next(a for a in open_record(path).articles() if "Buses" in a.text)
    at = article.text.index("Buses")
    done = call("decide", path, f"{article.id}:{at}-{at + 10}", "type=displacement", "actors=civilians", "--who", "A")
    assert done.status == 0 and "added by a reviewer" in done.out
    assert any(claim.rule == "added by hand" for claim in open_record(path).claims())


def test_a_grade_needs_its_reason(call, path):
    refused = call("decide", path, "river-post", "reliability=B", "--who", "A")
    assert refused.status == 2 and "--why" in refused.err
    assert call("decide", path, "river-post", "reliability=B", "--who", "A", "--why", "corrects itself").status == 0
    assert {one.id: one.reliability for one in open_record(path).outlets()}["river-post"] == "B"


def test_merge_split_and_undo(call, path):
    brigade, battalion = "organisation-lantern-brigade", "organisation-lantern-battalion"
    assert call("merge", path, brigade, battalion, "--who", "A").status == 0
    assert open_record(path).resolve_id(battalion) == brigade
    claim = claim_of(open_record(path), "shelling", "Shelling")
    event = event_with(open_record(path), claim.id)
    assert call("split", path, event.id, claim.id, "--who", "A").status == 0
    assert event_with(open_record(path), claim.id).claims == (claim.id,)
    assert call("undo", path, "--who", "A").status == 0
    assert event_with(open_record(path), claim.id) == event
    log = call("decisions", path).out
    assert "taken back" in log and "put together by a reviewer: A" in log


def test_who_two_readers_differ_on_is_shown(call, path, claim):
    assert call("agreement", path).out == "No two coders have judged the same thing.\n"
    call("decide", path, claim, "accept", "--who", "A")
    call("decide", path, claim, "reject", "--who", "B")
    told = call("agreement", path).out
    assert f"{claim}  verdict: A accept; B reject" in told
    assert json.loads(call("agreement", path, "--json").out)["fields"][0]["field"] == "verdict"


def test_the_queue_asks_one_question_of_each_claim_that_nobody_settled(call, path, claim):
    rows = json.loads(call("queue", path, "--json", "--most", 100).out)
    assert {row["id"] for row in rows} == {one.id for one in open_record(path).claims()}
    assert [row["priority"] for row in rows] == sorted((row["priority"] for row in rows), reverse=True)
    assert all(row["question"].endswith("?") and row["reason"] for row in rows)
    call("decide", path, claim, "accept", "--who", "A")
    assert claim not in call("queue", path, "--most", 100).out
    assert claim in call("queue", path, "--most", 100, "--for", "B").out
    assert claim not in call("queue", path, "--most", 100, "--for", "A").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["decide", "c-none", "accept"], "holds nothing with the id 'c-none'"),
        (["decide", "CLAIM", "approve"], "neither one of accept"),
        (["decide", "CLAIM", "colour=red"], "has no field 'colour'"),
        (["decide", "CLAIM", "time=yesterday"], "'yesterday' is no day"),
        (["undo", "h-none"], "no decision has this id"),
        (["merge", "russia", "aleppo"], "all of one kind"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(call, path, claim, words, told):
    command, *rest = (claim if word == "CLAIM" else word for word in words)
    done = call(command, path, *rest, "--who", "A")
    assert done.status == 2 and told in done.err and "Traceback" not in done.err


def test_coders_who_worked_on_copies_come_together(call, path, claim, tmp_path):
    copy = shutil.copy(path, tmp_path / "copy.dateline")
    call("decide", path, claim, "accept", "--who", "A")
    call("decide", copy, claim, "reject", "--who", "B")
    for here, there in ((path, copy), (copy, path)):
        told = call("decisions", here, "--from", there).out
        assert "confirmed by a reviewer: A" in told and "rejected by a reviewer: B" in told
    for joined in (path, copy):
        review = open_record(joined).review(claim)
        assert review and review.judgement == "rejected" and review.disputed
    assert call("export", path).out == call("export", copy).out


def test_nothing_decided_is_told_so(call, path):
    assert call("decisions", path).out == "No decisions.\n"
