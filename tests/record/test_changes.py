"""A record logs what came, went and changed whenever it is weighed anew, and what stands in the place of what went."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.model import Event
from dateline.model.views import Views
from dateline.record import open_record
from tests.show.sample import make_record, make_views


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path)


def changed(record, **more):
    record.replace_views(replace(make_views(), **more))
    return {(one.kind, one.id): one for one in record.changes()}


def test_the_first_views_change_nothing(record):
    assert record.changes() == ()


def test_the_same_views_again_change_nothing(record):
    assert changed(record) == {}


def test_an_event_that_was_split_leads_to_its_parts(record):
    views = make_views()
    joined = views.events[0]
    parts = tuple(replace(joined, id=f"new-{claim}", claims=(claim,)) for claim in joined.claims)
    log = changed(record, events=(*parts, *views.events[1:]))
    assert (log["event", "e1"].what, log["event", "e1"].into) == ("vanished", ("new-c1", "new-c2", "new-c3"))
    assert log["event", "new-c1"].what == "appeared"


def test_events_that_were_joined_lead_to_the_same(record):
    views = make_views()
    one, other = views.events[0], views.events[1]
    joined: Event = replace(one, id="joined", claims=(*one.claims, *other.claims))
    log = changed(record, events=(joined, *views.events[2:]))
    assert log["event", one.id].into == log["event", other.id].into == ("joined",)


def test_a_claim_on_the_same_words_takes_the_place_of_the_one_before(record):
    views = make_views()
    other = replace(views.claims[0], id="c1-again", type="clash")
    log = changed(record, claims=(other, *views.claims[1:]))
    assert log["claim", "c1"].into == ("c1-again",)


def test_what_stays_under_its_id_tells_what_changed(record):
    views = make_views()
    log = changed(record, ledger=(replace(views.ledger[0], status="contested"),))
    assert (log["ledger", "l1"].what, log["ledger", "l1"].fields) == ("changed", ("status",))


def test_what_is_gone_for_good_leads_nowhere(record):
    log = changed(record, claims=(), events=(), contradictions=(), deals=())
    assert log["claim", "c1"].what == "vanished" and log["claim", "c1"].into == ()


def test_the_log_is_kept_through_later_runs_and_can_be_asked_from_a_moment_on(record):
    changed(record, ledger=())
    changed(record)
    whole = record.changes()
    assert [one.what for one in whole if one.kind == "ledger"] == ["vanished", "appeared"]
    assert record.changes(datetime.now(UTC) + timedelta(days=1)) == ()
    assert record.changes(datetime.now(UTC) - timedelta(days=1)) == whole


def test_the_log_holds_no_words_of_reports_and_no_names(record):
    changed(record, claims=(), events=())
    with sqlite3.connect(record.path) as database:
        rows = database.execute("SELECT * FROM changes").fetchall()
    assert rows
    assert "tolk" not in str(rows).lower() and "oldbridge" not in str(rows).lower()


def test_a_record_without_the_log_opens_and_gets_it_when_it_changes(record, tmp_path):
    old = tmp_path / "old.dateline"
    shutil.copy(record.path, old)
    opened = open_record(old)
    assert opened.changes() == ()
    opened.replace_views(Views())
    assert opened.changes()
