"""A record gives back what was put in, once, in a stable order, and as tables that other tools can read."""

import sqlite3
import tempfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from dateline.model import Claim, Event, Published
from dateline.model.views import Views
from dateline.record import RunSettings, Wanted, create_or_open, open_record, schema
from dateline.record.finding import conditions
from tests.record import samples

KINDS = {field.name: get_args(field.type)[0] for field in fields(Views) if field.name not in ("weighings", "copies")}


@pytest.fixture
def record(tmp_path):
    return create_or_open(tmp_path / "war.db")


def filled(record, documents=("d-1", "d-2")):
    for number, id in enumerate(documents):
        record.add_reading(samples.article(f"{9 - number}.txt", id), samples.reading(id), "v1")
    record.replace_views(samples.views(documents))
    return record


def test_all_views_come_back_equal(record):
    filled(record)
    opened = open_record(record.path)
    for field in fields(Views):
        expected = getattr(samples.views(("d-1", "d-2")), field.name)
        assert set(getattr(opened, field.name)()) == set(expected), field.name


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_view_holds_comes_back_equal(data):
    name = data.draw(st.sampled_from(sorted(KINDS)))
    items = samples.with_ids(data.draw(st.lists(samples.of_kind(KINDS[name]), max_size=3)))
    with tempfile.TemporaryDirectory() as folder:
        record = create_or_open(Path(folder) / "war.db")
        record.replace_views(Views(**{name: items}))
        assert sorted(getattr(record, name)(), key=lambda item: item.id) == list(items)


def test_articles_and_readings_come_back_by_path(record):
    filled(record)
    assert list(record.articles()) == [samples.article("8.txt", "d-2"), samples.article("9.txt", "d-1")]
    assert list(record.readings()) == [samples.reading("d-2"), samples.reading("d-1")]
    assert [claim.document for claim in record.claims()] == ["d-2", "d-1"]


def test_a_list_of_some_days_is_looked_up_in_an_index_that_holds_all_it_asks_for(record):
    """In a record of a million claims it would else read every one of them."""
    week = Wanted(since=date(2018, 3, 19), until=date(2018, 3, 25))
    for kind in (Event, Claim):
        statement = select(schema.VIEWS[f"{kind.__name__.lower()}s"].table.c.id).where(*conditions(kind, week))
        asked = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
        with sqlite3.connect(record.path) as connection:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
        assert len(plan) == 1 and "SEARCH" in plan[0] and "_by_day" in plan[0], plan


def test_texts_and_what_was_seen_but_not_coded_come_without_the_readings(record):
    filled(record)
    ids = record.document_ids()
    assert record.texts(ids) == {article.id: article.text for article in record.articles()}
    assert record.count_uncoded(ids) == sum(len(reading.uncoded) for reading in record.readings()) > 0
    bare = [replace(one, text="", sentences=(), boilerplate=()) for one in record.documents()]
    assert list(record.bare_documents()) == bare


def test_documents_have_the_date_that_weighing_inferred_and_articles_the_one_they_told(record):
    filled(record)
    inferred = Published(None, samples.DAY, samples.DAY, "inferred")
    assert {document.published for document in record.documents()} == {inferred}
    assert record.article("d-1").published == inferred
    assert record.article_as_read("d-1") == samples.article("9.txt", "d-1")


def test_one_thing_is_found_by_its_id(record):
    filled(record)
    assert record.claim("c-d-1-1") == samples.claim("d-1")
    assert record.event("e-1") == samples.views().events[0]
    assert (record.claim("none"), record.event("none"), record.article("none")) == (None, None, None)


def test_the_same_article_twice_changes_nothing(record):
    filled(record)
    before = record.path.read_bytes()
    record.add_reading(samples.article("9.txt", "d-1"), samples.reading("d-1"), "v1")
    assert record.path.read_bytes() == before
    assert record.has_current_views()


def test_another_fingerprint_reads_the_document_anew(record):
    filled(record)
    assert record.has_document("d-1") and record.has_document("d-1", "v1") and not record.has_document("d-1", "v2")
    changed = replace(samples.reading("d-1"), claims=())
    record.add_reading(samples.article("9.txt", "d-1"), changed, "v2")
    assert record.has_document("d-1", "v2") and not record.has_current_views()
    assert list(record.readings()) == [samples.reading("d-2"), changed]


def test_new_views_take_the_place_of_the_old_and_decisions_stay(record):
    filled(record)
    record.add_decision(samples.decision(1))
    record.add_decision(samples.decision(2))
    record.add_decision(samples.decision(1))
    record.replace_views(Views())
    assert all(not list(getattr(record, field.name)()) for field in fields(Views))
    assert record.decisions() == (samples.decision(1), samples.decision(2))


def test_settings_are_kept(record):
    assert record.settings() == RunSettings()
    record.set_settings(RunSettings(("world", "syria"), "fast"))
    assert open_record(record.path).settings() == RunSettings(("world", "syria"), "fast")


def test_reading_back_never_stands_in_the_way_of_writing(record):
    filled(record)
    for reading in record.readings():
        record.add_reading(samples.article("9.txt", reading.document), reading, "v3")
    assert record.has_document("d-1", "v3")


def test_at_rest_a_record_is_one_file(record):
    filled(record)
    assert [path.name for path in record.path.parent.iterdir()] == ["war.db"]


def test_any_sqlite_tool_can_ask_who_did_what(record):
    filled(record)
    connection = sqlite3.connect(record.path)
    asked = """
        SELECT documents.path, claims.type, claim_roles.actor, claims.time_earliest,
               substr(documents.text, claims.start + 1, claims.stop - claims.start)
        FROM claims JOIN claim_roles ON claim_roles.claim = claims.id AND claim_roles.role = 'actor'
                    JOIN documents ON documents.id = claims.document
        ORDER BY documents.path, claim_roles.position
    """
    rows = connection.execute(asked).fetchall()
    connection.close()
    assert rows[0] == ("reports/8.txt", "capture", "army", "2018-03-20", "he army took Northbridge.")
    assert [row[2] for row in rows] == ["army", "police", "army", "police"]
