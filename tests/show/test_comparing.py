"""`dateline compare` tells what two records read differently in the same reports, field by field."""

import json
from dataclasses import replace

import pytest

from dateline.model import Modality
from dateline.show.comparing import compare, compared_json, compared_text
from tests.show.sample import make_record, make_views


@pytest.fixture
def two(tmp_path):
    """Two records of the same reports: the second takes one claim for a plan by somebody else, lacks one and has one more."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second, views = make_record(tmp_path / "a"), make_record(tmp_path / "b"), make_views()
    claims = {claim.id: claim for claim in views.claims}
    claims["c1"] = replace(claims["c1"], modality=Modality.PLANNED, actors=("hill-front",))
    claims["more"] = replace(
        claims.pop("c14"), id="more", trigger=claims["c15"].span, span=claims["c15"].span, document="d1"
    )
    second.replace_views(replace(views, claims=tuple(claims.values())))
    return first, second


def test_a_record_beside_itself_differs_in_nothing(record):
    same = compare(record, record)
    assert (same.same, same.differing, same.first_alone, same.second_alone) == (len(make_views().claims), (), (), ())


def test_differences_are_told_field_by_field(two):
    compared = compare(*two)
    (told,) = compared.differing
    assert told.fields == {"modality": ("asserted", "planned"), "actors": ("army", "hill-front")}
    assert [one.ids for one in compared.first_alone] == [("c14", "")]
    assert [one.ids for one in compared.second_alone] == [("", "more")]


def test_text_and_json_tell_the_same(two):
    compared = compare(*two)
    told, content = compared_text(compared), json.loads(compared_json(compared))
    assert "claims in both, differing      1 (" in told
    assert "modality: asserted | planned" in told
    assert content["differing"][0]["fields"]["modality"] == ["asserted", "planned"]
    assert content["reports"] == {"both": 4, "first": 0, "second": 0}
