"""Web annotations pass the W3C's rules, and their selectors lead to the words in the reports."""

import io
import json

import jsonschema
import pytest

from dateline.show.exports import export
from dateline.show.exports.webannotation import _source
from tests.show.exports.schemas import ANNOTATION, COLLECTION
from tests.show.sample import TEXTS


@pytest.fixture(scope="module")
def collection(record):
    stream = io.StringIO()
    export(record, "webannotation", stream)
    return json.loads(stream.getvalue())


def test_the_collection_passes_the_rules_of_the_w3c(collection):
    jsonschema.Draft202012Validator(COLLECTION).validate(collection)
    assert collection["total"] == len(collection["first"]["items"]) > 10


def test_the_rules_can_fail(collection):
    wrong = collection["first"]["items"][0] | {"target": {"source": "no iri", "selector": []}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, ANNOTATION)


def test_both_selectors_lead_to_the_same_words(record, collection):
    documents = {claim.id: claim.document for claim in record.claims()}
    found = 0
    for one in collection["first"]["items"]:
        kind, id = one["id"].removeprefix("urn:dateline:").split(":")
        if kind == "claim":
            text = TEXTS[documents[id]]
            quote, position = one["target"]["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text.endswith(quote["prefix"], 0, position["start"])
            assert text.startswith(quote["suffix"], position["end"])
            found += 1
    assert found == len(documents)


def test_a_decision_is_a_tag_of_its_own(collection):
    tags = {
        one["id"].rpartition(":")[2]: {body["value"] for body in one["body"] if body["purpose"] == "tagging"}
        for one in collection["first"]["items"]
    }
    assert "review:accepted" in tags["c5"] and "review:rejected" in tags["c8"] and "review:none" in tags["c1"]


def test_a_report_without_an_address_is_named_by_its_content():
    assert _source("https://example.org/a", "00" * 32) == "https://example.org/a"
    assert _source("javascript:alert(1)", "00" * 32) == "ni:///sha-256;" + "A" * 43
