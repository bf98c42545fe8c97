"""The JSON Lines export has all that its contract names, with offsets that lead to the words."""

import io
import json

import pytest

from dateline.errors import DatelineError
from dateline.show import export
from dateline.show.selection import Filter
from tests.show.sample import HOSTILE, TEXTS, make_record

KEYS = {
    "document": "id path title outlet language published sha256 lead_claim copy_of spun boilerplate",
    "actor": "id name kind country part_of aliases",
    "place": "id name kind lat lon country precision",
    "mention": "id document start end kind form refers_to",
    "claim": "id document start end trigger type actors targets mediators places time speakers modality background figures plover acled confidence rule review",
    "figure": "id document start end low high unit role places speakers time",
    "control": "id document start end place holder from to as_of share speakers",
    "framing": "id document start end about stance neutral",
    "event": "id type actors targets places time claims documents independent_sources camps contested counts credibility",
    "ledger": "id place holder from to status claims",
    "deal": "id parties mediators place terms status history claims",
    "contradiction": "id about sides",
    "story": "id title documents",
    "outlet": "id name country camp reliability",
}


def exported(record, wanted=None):
    stream = io.StringIO()
    export(record, "jsonl", stream, wanted)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
def rows(record):
    return exported(record)


def by_id(rows, kind):
    return {row["id"]: row for row in rows if row["object"] == kind}


@pytest.mark.parametrize("kind", KEYS)
def test_every_kind_of_object_is_there_with_every_key(rows, kind):
    found = [row for row in rows if row["object"] == kind]
    assert found
    for row in found:
        assert set(KEYS[kind].split()) <= set(row)


def test_offsets_lead_to_the_evidence(rows):
    for row in rows:
        if "start" in row:
            assert TEXTS[row["document"]][row["start"] : row["end"]] == row["text"]


def test_a_trigger_is_the_words_that_signal_the_event(rows):
    claim = by_id(rows, "claim")["c1"]
    start, end = claim["trigger"]
    assert TEXTS["d1"][start:end] == "attacked"


def test_documents_tell_dates_copies_and_their_chief_claim(rows):
    documents = by_id(rows, "document")
    assert documents["d1"]["published"] == {
        "date": "2031-03-25",
        "earliest": "2031-03-25",
        "latest": "2031-03-25",
        "basis": "text",
    }
    assert (documents["d1"]["outlet"], documents["d1"]["lead_claim"]) == ("herald", "c1")
    assert (documents["d3"]["copy_of"], documents["d3"]["spun"], documents["d3"]["published"]["basis"]) == (
        "d1",
        True,
        "inferred",
    )
    assert documents["d4"]["published"]["date"] is None


def test_the_last_word_of_a_reviewer_stands_beside_a_claim(rows):
    claims = by_id(rows, "claim")
    assert [claims[id]["review"] for id in ("c5", "c8", "c1")] == ["accepted", "rejected", None]


def test_where_reviewers_differ_the_thing_is_marked(record, tmp_path):
    from datetime import UTC, datetime

    from dateline.model import Act, Decision

    made = make_record(tmp_path)
    when = datetime(2031, 4, 2, tzinfo=UTC)
    made.add_decision(Decision("h9", Act.REJECT, "c5", "second reader", when))
    told = {one["id"]: one for one in exported(made) if one["object"] == "claim"}
    assert (told["c5"]["review"], told["c5"]["disputed"]) == ("rejected", True)
    assert not by_id(exported(record), "claim")["c5"]["disputed"]


def test_what_is_unknown_is_null_or_empty(rows):
    claim = by_id(rows, "claim")["c14"]
    assert (claim["actors"], claim["places"], claim["speakers"]) == ([], [], [])
    ledger = by_id(rows, "ledger")["l1"]
    assert (ledger["from"], ledger["to"]) == ("2012-01-01", None)


def test_the_same_record_gives_the_same_bytes(record, tmp_path):
    other = tmp_path / "again"
    other.mkdir()
    first, second = io.StringIO(), io.StringIO()
    export(record, "jsonl", first)
    export(make_record(other), "jsonl", second)
    assert first.getvalue() == second.getvalue()


def test_private_people_can_go_without_their_names(record):
    rows = exported(record, Filter(redact_persons=True))
    assert "tolk" not in json.dumps(rows, ensure_ascii=False).lower().replace(HOSTILE, "")
    (private,) = [row for row in rows if row["object"] == "actor" and row["name"] == "a private person"]
    assert by_id(rows, "claim")["c9"]["speakers"] == [private["id"]]
    assert by_id(rows, "mention")["m2"]["refers_to"] == private["id"]
    assert "Northland Army" in {row["name"] for row in rows if row["object"] == "actor"}


def test_an_unknown_format_is_named_with_those_there_are(record):
    with pytest.raises(DatelineError, match=r"sample\.dateline.*'xml'.*jsonl"):
        export(record, "xml", io.StringIO())
