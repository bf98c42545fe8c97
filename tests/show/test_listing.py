"""Lists of what a record holds, with filters."""

import json
from datetime import date

import pytest

from dateline.errors import DatelineError
from dateline.show import Filters, list_rows
from dateline.show.listing import LISTS, as_json, as_text


def ids(record, what, **filters):
    return {row[0] for row in list_rows(record, what, Filters(**filters)).rows}


@pytest.mark.parametrize("what", LISTS)
def test_everything_can_be_listed_as_text_and_json(record, what):
    listing = list_rows(record, what)
    assert listing.rows and all(len(row) == len(listing.columns) for row in listing.rows)
    assert len(as_text(listing).splitlines()) == len(listing.rows) + 1
    assert json.loads(as_json(listing))[0]["id"] == listing.rows[0][0]


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
    listing = list_rows(record, "documents")
    rows = {row[0]: dict(zip(listing.columns, row, strict=True)) for row in listing.rows}
    assert (rows["d3"]["note"], rows["d4"]["claims"]) == ("spun", "0")
    assert ids(record, "actors", type="agreement") == {"army", "hill-front", "southland"}


def test_a_word_that_lists_nothing_is_an_error(record):
    with pytest.raises(DatelineError, match="'people'; use one of events, claims"):
        list_rows(record, "people")
