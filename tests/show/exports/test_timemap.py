"""TimeMap's three files pass its rules, and point at each other without a gap."""

import json

import jsonschema
import pytest

from dateline.show.exports import export
from tests.show.exports import schemas


@pytest.fixture(scope="module")
def files(record, tmp_path_factory):
    target = tmp_path_factory.mktemp("timemap") / "war"
    export(record, "timemap", target)
    return {
        name: json.loads((target / f"{name}.json").read_text("utf-8")) for name in ("events", "sources", "associations")
    }


@pytest.mark.parametrize("name", ["events", "sources", "associations"])
def test_each_file_passes_the_rules_of_timemap(files, name):
    assert files[name]
    jsonschema.Draft202012Validator(getattr(schemas, f"TIMEMAP_{name.upper()}")).validate(files[name])


def test_the_rules_can_fail():
    for wrong in (
        {"description": "", "associations": []},
        {"description": "", "associations": [], "date": "2031-03-25"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([wrong], schemas.TIMEMAP_EVENTS)


def test_events_lead_to_sources_and_associations_that_are_there(files):
    sources, associations = {one["id"] for one in files["sources"]}, {one["id"] for one in files["associations"]}
    for event in files["events"]:
        assert set(event["sources"]) <= sources
        assert set(event["associations"]) <= associations


def test_told_assessed_and_confirmed_are_filters_of_their_own(files):
    (event,) = [one for one in files["events"] if one["id"] == "e1"]
    assert (event["date"], event["latitude"], event["longitude"]) == ("03/25/2031", "10.1", "20.1")
    assert event["category"] == "told as a fact"
    assert {"Assessment: 2 probably true", "Assessment: contested"} <= set(event["associations"])
    assert "Confirmation by a person: nobody looked at it" in event["associations"]
    (confirmed,) = [one for one in files["events"] if one["id"] == "e5"]
    assert "Confirmation by a person: claims accepted" in confirmed["associations"]
    assert "e8" not in {one["id"] for one in files["events"]}
