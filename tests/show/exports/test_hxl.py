"""The HXL file has its row of hashtags, in the syntax of the standard, and computes nothing."""

import csv
import io
import re

import pytest

from dateline.show.exports import export
from dateline.show.exports.hxl import HXL_COLUMNS

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
CORE = set(
    "activity access adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency date "
    "delivery description event frequency geo group impact indicator inneed item loc meta modality need operations org output "
    "population reached region respondee sector service severity status subsector targeted value".split()
)


@pytest.fixture(scope="module")
def rows(record):
    stream = io.StringIO()
    export(record, "hxl", stream)
    return list(csv.reader(io.StringIO(stream.getvalue())))


def test_the_second_row_holds_hashtags_of_the_standard(rows):
    assert rows[0] == list(HXL_COLUMNS)
    for tag in rows[1]:
        assert TAG.fullmatch(tag), tag
        assert tag[1:].partition("+")[0] in CORE, tag
    assert len(set(rows[1])) == len(rows[1])


def test_each_row_is_an_event_under_its_tags(rows):
    events = {row[0]: dict(zip(rows[1], row, strict=True)) for row in rows[2:]}
    attack = events["e1"]
    assert (attack["#date+start"], attack["#loc+name"], attack["#geo+lat"]) == ("2031-03-25", "Oldbridge", "10.1")
    assert (attack["#affected+killed+min"], attack["#affected+killed"]) == ("10", "43")
    assert attack["#group+name+actor"] == "Northland Army"
    assert attack["#meta+contested"] == "true"
