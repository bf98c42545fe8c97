"""Lists of what a record holds, with filters."""

import json
from datetime import date

import pytest

from dateline.errors import DatelineError
from dateline.model import Claim
from dateline.show import Filters, list_rows, listing
from dateline.show.listing import LISTS, as_json, as_text


def ids(record, what, **filters):
    return {row[0] for row in list_rows(record, what, Filters(**filters)).rows}


@pytest.mark.parametrize("what", LISTS)
def test_everything_can_be_listed_as_text_and_json(record, what):
    found = list_rows(record, what)
    assert found.rows and all(len(row) == len(found.columns) for row in found.rows)
    assert len(as_text(found).splitlines()) == len(found.rows) + 1
    assert json.loads(as_json(found))[0]["id"] == found.rows[0][0]


def test_filters_by_actor_place_type_and_days(record):
    assert ids(record, "claims", type="attack", actor="army") == {"c1", "c2", "c3"}
    assert ids(record, "claims", actor="valley observatory") == {"c4"}
    assert ids(record, "claims", place="Stonewell") == {"c9", "c11"}
    assert "c7" in ids(record, "claims", until=date(2013, 1, 1))
    assert ids(record, "events", since=date(2031, 3, 26), type="attack") == set()


def test_a_place_filter_takes_in_what_lies_within_it(record):
    assert {"e1", "e9"} <= ids(record, "events", place="valley")


def test_rejected_findings_are_not_listed(record):
    assert "c8" not in ids(record, "claims")


def test_documents_and_actors_tell_how_much_rests_on_them(record):
    found = list_rows(record, "documents")
    rows = {row[0]: dict(zip(found.columns, row, strict=True)) for row in found.rows}
    assert (rows["d3"]["note"], rows["d4"]["claims"]) == ("spun", "0")
    assert ids(record, "actors", type="agreement") == {"army", "hill-front", "southland"}


@pytest.mark.parametrize("what", ["events", "claims"])
def test_a_narrow_list_reads_little_of_the_record(record, values_read, what):
    """A record of a million claims is some gigabytes; what lies in one place of it is a matter of a second."""
    whole = len(ids(record, what))
    all_claims = values_read.count(Claim)
    values_read.clear()
    few = ids(record, what, place="Stonewell")
    assert 0 < len(few) < whole / 3
    assert 0 < values_read.count(Claim) < all_claims / 2


def test_rows_are_the_same_in_whatever_portions_they_are_read(record, monkeypatch):
    """The country that most lies in, and places that one report tells of, are those of the whole record."""
    whole = {what: list_rows(record, what).rows for what in LISTS}
    monkeypatch.setattr(listing, "_PORTION", 1)
    assert {what: list_rows(record, what).rows for what in LISTS} == whole


def test_a_word_that_lists_nothing_is_an_error(record):
    with pytest.raises(DatelineError, match="'people'; use one of events, claims"):
        list_rows(record, "people")
