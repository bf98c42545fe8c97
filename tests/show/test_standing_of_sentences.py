"""A sentence tells no more than each of the sources counted for it, and says who says so where that matters."""

from dataclasses import replace

import pytest

from dateline.model import Contradiction, Modality, Outlet, Reading, Side
from dateline.record import Record, create_or_open
from dateline.show.choosing import choose
from dateline.show.contents import Contents
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer, Told
from tests.show.sample import ARTICLES, make_views


def make(folder, changes, outlets=None, contradictions=()) -> Record:
    """The sample record with some claims changed; `changes` holds the fields to change by claim id."""
    views = make_views()
    claims = tuple(replace(c, **changes.get(c.id, {})) for c in views.claims)
    record = create_or_open(folder / "changed.dateline")
    for one in ARTICLES:
        record.add_reading(one, _empty(one.id), "test")
    record.replace_views(
        replace(views, claims=claims, outlets=outlets or views.outlets, contradictions=contradictions, deals=())
    )
    return record


def _empty(id):
    return Reading(id, (), (), (), (), (), ())


def told(record: Record, id: str = "e1") -> Told:
    contents = Contents(record)
    event = next(event for event in contents.events if event.id == id)
    found = Composer(contents, Naming(contents)).tell(event)
    assert found is not None
    return found


def test_a_copy_is_no_second_source_of_a_sentence(tmp_path):
    assert told(make(tmp_path, {})).sources == 2


def test_a_report_of_the_wider_area_is_no_source_for_the_town(tmp_path):
    changes = {"c2": {"places": ("valley",), "targets": ()}}
    found = told(make(tmp_path, changes))
    assert "in Oldbridge" in found.text
    assert found.sources == 1 and "c2" not in {claim.id for claim in found.claims}


def test_a_sentence_on_the_area_is_told_where_all_say_that_much(tmp_path):
    found = told(make(tmp_path, {"c2": {"places": ("valley",)}}))
    assert "in Green Valley" in found.text and found.sources == 2


def test_a_report_that_names_no_doer_is_no_source_for_who_did_it(tmp_path):
    assert told(make(tmp_path, {"c2": {"actors": ()}})).sources == 1


def test_a_doer_named_only_in_a_denial_is_not_told_as_the_doer(tmp_path):
    changes = {
        "c1": {"actors": (), "speakers": ("observatory",)},
        "c2": {"actors": (), "modality": Modality.REPORTED},
        "c3": {"modality": Modality.DENIED, "speakers": ("army",)},
    }
    text = told(make(tmp_path, changes)).sentence
    assert text.startswith("The Hill Front came under attack in Oldbridge")
    assert text.count("the Northland Army denied that the Northland Army did so") == 1


def test_what_others_deny_names_who_says_it_and_who_denies(tmp_path):
    denial = {"c3": {"modality": Modality.DENIED, "speakers": ("army",)}}
    found = told(make(tmp_path, denial))
    assert "The Herald" in found.text and "report 2" in found.text
    assert found.text.endswith("; the Northland Army denied it")


@pytest.mark.parametrize(("kind", "named"), [("state media", True), ("party media", True), ("private", False)])
def test_what_only_a_partys_own_outlet_tells_carries_its_name(tmp_path, kind, named):
    outlet = Outlet("herald", "The Herald", "NL", "government", kind, "D", "speaks for one party")
    found = told(
        make(tmp_path, {"c2": {"modality": Modality.PLANNED}, "c3": {"modality": Modality.PLANNED}}, (outlet,))
    )
    assert found.text.endswith(", The Herald said") is named


def test_a_contested_number_is_not_a_contested_act(tmp_path):
    figures = Contradiction("q1", "figure", (Side("43", ("f1",)), Side("10", ("f2",))), "e1")
    found = told(make(tmp_path, {}, contradictions=(figures,)))
    assert "the number is contested" in found.remark and "denied" not in found.text


def test_one_report_that_has_it_from_others_is_attributed_though_its_title_is_not(tmp_path):
    changes = {"c3": {"document": "d1"}, "c1": {"speakers": ("observatory",)}, "c2": {"modality": Modality.PLANNED}}
    found = told(make(tmp_path, changes))
    assert found.text.endswith(", the Valley Observatory for Human Rights said") and found.sources == 1


def test_an_accusation_without_its_content_is_left_out(tmp_path):
    record = make(tmp_path, {"c15": {"type": "accusation", "actors": ("army",), "targets": ("hill-front",)}})
    contents = Contents(record)
    event = next(event for event in contents.events if "c15" in event.claims)
    assert Composer(contents, Naming(contents)).tell(replace(event, type="accusation")) is None


def test_terms_of_a_deal_stand_with_the_deal_and_not_alone(tmp_path):
    terms = {
        "c10": {"type": "agreement", "span": ARTICLES[0].sentences[0].span},
        "c6": {"modality": Modality.AGREED, "span": ARTICLES[0].sentences[0].span},
    }
    record = make(tmp_path, terms)
    contents = Contents(record)
    event = replace(next(e for e in contents.events if e.id == "e10"), type="agreement")
    found = Composer(contents, Naming(contents)).tell(event)
    assert found is not None and "c6" in found.joined
    assert ", under which it was to withdraw from Oldbridge" in found.text


def test_the_same_report_saying_less_again_is_not_told_twice(tmp_path):
    poorer = {"type": "attack", "actors": ("army",), "targets": (), "places": ("oldbridge",), "document": "d1"}
    record = make(tmp_path, {"c15": poorer})
    contents = Contents(record)
    composer = Composer(contents, Naming(contents))
    told_ones = choose(contents, composer).told
    assert [one.event.id for one in told_ones if one.claims[0].type == "attack"].count("e15") == 0
