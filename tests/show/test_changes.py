"""`dateline diff` tells what came, went and changed since a day, and follows what went to what stands there now."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.show.changes import changes_json, changes_text
from tests.show.sample import make_record, make_views

TODAY = datetime.now(UTC).date()


@pytest.fixture
def record(tmp_path):
    """A record whose chief event got another id twice, and which lost a deal."""
    made, views = make_record(tmp_path), make_views()
    for id in ("e1-then", "e1-now"):
        made.replace_views(replace(views, events=(replace(views.events[0], id=id), *views.events[1:]), deals=()))
    return made


def test_it_counts_and_tells_each_change(record):
    told = changes_text(record, TODAY)
    assert "event          2 appeared, 2 vanished" in told
    assert "deal           1 vanished" in told
    assert "vanished x1, gone" in told


def test_what_went_leads_through_what_came_between_to_what_stands_now(record):
    assert "vanished e1, now e1-now\n" in changes_text(record, TODAY)
    content = json.loads(changes_json(record, TODAY))
    assert {one["id"]: one["into"] for one in content["changes"] if one["id"].startswith("e1")} == {
        "e1": ["e1-now"],
        "e1-then": ["e1-now"],
        "e1-now": [],
    }


def test_decisions_since_the_day_are_told(record):
    assert "2031-04-01 c5 accept by editor" in changes_text(record, date(2031, 1, 1))
    assert "c5 accept" not in changes_text(record, date(2032, 1, 1))


def test_nothing_changed_is_said(record):
    assert changes_text(record, date(2099, 1, 1)).splitlines()[-1] == "nothing changed"
