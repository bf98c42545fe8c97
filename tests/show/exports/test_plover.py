"""PLOVER records: one a claim, with category, mode, actors, and as what it is told."""

import io
import json

import pytest

from dateline.codebook.vocabulary import load_vocabulary
from dateline.show.exports import export, plover
from dateline.show.exports.plover import _mode
from tests.show.sample import TEXTS, make_views


@pytest.fixture(scope="module")
def records(record):
    stream = io.StringIO()
    export(record, "plover", stream)
    return {one["id"]: one for one in json.loads(stream.getvalue())}


def test_every_claim_with_a_category_is_a_record(records):
    claims = {claim.id: claim for claim in make_views().claims if claim.plover}
    assert set(records) == set(claims)
    assert {one["event"] for one in records.values()} <= set(load_vocabulary().plover)


def test_actors_stand_with_code_and_sector(records):
    one = records["c1"]
    assert one["source"] == [{"actorText": "Northland Army", "id": "army", "code": "NLD", "sector": "MIL"}]
    assert one["target"][0]["sector"] == "REB"
    assert TEXTS["d1"][one["start"] : one["end"]] == one["text"]
    assert one["eventText"] == "attacked"
    assert one["dead"] == 43 or one["dead"] is None


@pytest.mark.parametrize(
    ("modality", "keys"),
    [
        ("asserted", set()),
        ("planned", {"future"}),
        ("demanded", {"future"}),
        ("denied", {"negated"}),
        ("hypothetical", {"hypothetical"}),
    ],
)
def test_what_it_is_told_as_is_marked(records, modality, keys):
    found = [one for one in records.values() if one["modality"] == modality]
    for one in found:
        assert {key for key in ("future", "negated", "hypothetical") if one[key]} == keys


def test_history_is_marked(records):
    historical = {claim.id for claim in make_views().claims if claim.background}
    assert {id for id, one in records.items() if one["historical"]} == historical & set(records)


def test_modes_belong_to_types_and_categories_that_there_are():
    book, words = plover._book(), load_vocabulary()
    from dateline.codebook import load_codebook

    types = load_codebook().types
    for type_, modes in book["modes"].items():
        assert type_ in types
        assert set(modes) <= set(words.plover)
    assert set(book["sectors"]) <= set(words.kinds)
    assert set(book["sub_events"]) <= set(words.acled)


def test_what_is_promised_has_no_mode_of_what_is_done():
    from dataclasses import replace

    claim = replace(make_views().claims[0], type="airstrike", plover="ASSAULT", acled="Air/drone strike")
    assert _mode(claim) == "aerial"
    assert _mode(replace(claim, plover="THREATEN")) is None
    assert _mode(replace(claim, type="bombing", acled="Suicide bomb")) == "suicide-attack"


def test_the_review_stands_beside_each(records):
    assert (records["c5"]["review"], records["c8"]["review"], records["c1"]["review"]) == ("accepted", "rejected", None)
