"""A record laid beside a data set: what is found, missed, extra and differing, with reasons that hold."""

import csv
import gzip
import io
import json

import pytest

from dateline.errors import InputError
from dateline.show.exports import export
from dateline.show.matching import as_json, as_text, lay_beside, read_coded
from dateline.show.selection import Filter, Selection

UCDP = {
    "id": "1", "date_start": "2031-03-25", "date_end": "2031-03-25", "latitude": "10.1", "longitude": "20.1",
    "where_prec": "1", "where_coordinates": "Oldbridge town", "side_a": "Government of Northland", "side_b": "Hill Front",
    "low": "40", "best": "43", "high": "43",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "NOR1", "event_date": "25 March 2031", "time_precision": "1", "event_type": "Battles",
    "latitude": "10.1", "longitude": "20.1", "geo_precision": "1", "location": "Oldbridge",
    "actor1": "Hill Front", "actor2": "Military Forces of Northland (2020-)", "fatalities": "10",
}  # fmt: skip


def written(folder, rows, delimiter=","):
    path = folder / "coded.csv"
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


def laid(record, folder, rows, scheme="ucdp"):
    return lay_beside(Selection(record, Filter(status="standing")), read_coded(written(folder, rows), scheme))


def test_the_same_event_is_found_and_agrees(record, tmp_path):
    (pair,) = laid(record, tmp_path, [UCDP | {"side_a": "Northland Army"}]).pairs
    assert (pair.theirs.id, pair.ours.id, pair.differences) == ("1", "e1", ())


def test_sides_may_stand_in_the_other_order_and_the_date_in_words(record, tmp_path):
    (pair,) = laid(record, tmp_path, [ACLED | {"actor2": "Northland Army"}], "acled").pairs
    assert (pair.ours.id, pair.differences) == ("e1", ())


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"best": "500", "low": "400", "high": "600"}, "how many"),
        ({"date_start": "2031-03-24", "date_end": "2031-03-24"}, "when"),
        ({"side_b": "Valley Column"}, "who"),
        ({"latitude": "10.2", "where_prec": "2"}, "where"),
    ],
)
def test_a_difference_is_told_with_both_values(record, tmp_path, change, about):
    (pair,) = laid(record, tmp_path, [UCDP | {"side_a": "Northland Army"} | change]).pairs
    (difference,) = [one for one in pair.differences if one.about == about]
    assert difference.theirs and difference.ours and difference.theirs != difference.ours


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"date_start": "2031-03-20", "date_end": "2031-03-20"}, "days off"),
        ({"latitude": "15.0"}, "km away in"),
        (
            {"side_a": "Blue Column", "side_b": "Red Column", "latitude": "10.25", "longitude": "20.3"},
            "is between others",
        ),
    ],
)
def test_a_missed_event_says_what_keeps_it_apart_from_the_nearest(record, tmp_path, change, why):
    (missed,) = laid(record, tmp_path, [UCDP | change]).missed
    assert why in missed.why


def test_each_event_is_in_one_pair_only(record, tmp_path):
    found = laid(record, tmp_path, [UCDP | {"id": str(number)} for number in range(5)])
    assert len({pair.ours.id for pair in found.pairs}) == len(found.pairs)
    assert len(found.pairs) + len(found.missed) == 5


def test_what_lies_beyond_the_reports_and_sums_are_not_held_against_the_record(record, tmp_path):
    rows = [
        UCDP | {"id": "old", "date_start": "1999-01-01", "date_end": "1999-01-01"},
        UCDP | {"id": "year", "date_start": "2031-01-01", "date_end": "2031-12-31", "where_prec": "6"},
    ]
    found = laid(record, tmp_path, rows)
    assert (found.beyond, found.sums, len(found.missed)) == (1, 1, 0)


def test_an_export_of_the_record_finds_itself_again(record, tmp_path):
    export(record, "ucdp", tmp_path / "own.csv")
    found = lay_beside(Selection(record), read_coded(tmp_path / "own.csv", "ucdp"))
    assert [(pair.ours.id, [d.about for d in pair.differences]) for pair in found.pairs]
    assert not found.missed


def test_text_and_json_tell_the_same(record, tmp_path):
    found = laid(record, tmp_path, [UCDP, UCDP | {"id": "2", "latitude": "15.0"}])
    told, content = as_text(found), json.loads(as_json(found))
    assert "found      1 of 2 of theirs (50 %)" in told
    assert [one["theirs"]["id"] for one in content["found"]] == ["1"]
    assert [one["id"] for one in content["missed"]] == ["2"]


def test_names_in_a_file_cannot_act_on_a_terminal(record, tmp_path):
    told = as_text(laid(record, tmp_path, [UCDP | {"where_coordinates": "Town\x1b[31m\u202e", "latitude": "15.0"}]))
    assert "\x1b" not in told and "\u202e" not in told


# --- files ----------------------------------------------------------------------------------------------------------
def test_files_may_be_gzipped_or_have_semicolons(tmp_path):
    plain = read_coded(written(tmp_path, [UCDP]), "ucdp").events
    (tmp_path / "coded.csv.gz").write_bytes(gzip.compress((tmp_path / "coded.csv").read_bytes()))
    assert read_coded(tmp_path / "coded.csv.gz", "ucdp").events == plain
    assert read_coded(written(tmp_path, [UCDP], ";"), "ucdp").events == plain


def test_a_row_that_cannot_be_read_is_named_and_the_others_count(tmp_path):
    coded = read_coded(written(tmp_path, [UCDP, UCDP | {"date_start": "yesterday"}]), "ucdp")
    assert len(coded.events) == 1
    assert "row 3" in coded.unread[0] and "yesterday" in coded.unread[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"id,name\n1,x\n", "columns date_start"), (b"\xff\xfe\x00", "UTF-8"), (b"\x1f\x8bxx", "cannot be read")],
)
def test_a_file_of_another_kind_is_refused(tmp_path, data, words):
    path = tmp_path / "coded.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_coded(path, "ucdp")
