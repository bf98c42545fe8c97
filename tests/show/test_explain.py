"""What a claim or an event rests on, as a reader asks for it."""

import pytest

from dateline.errors import DatelineError
from dateline.show import explain


def test_a_claim_is_shown_in_its_sentence_with_each_field_and_rule(record):
    text = explain(record, "c1")
    assert "The Northland Army >>attacked<< the terrorists of the Hill Front" in text
    assert "actor: “The Nort” [subject]" in text
    assert "who says so: the outlet itself" in text
    assert "reliability (assessed) B: corrections are printed" in text


def test_a_claim_names_the_others_of_its_event_and_why_they_were_joined(record):
    text = explain(record, "c1")
    assert "e1 with 2 other claims, joined because: same place, day and actors" in text
    assert "c2 (report 2)" in text


def test_an_event_is_explained_with_all_its_claims(record):
    text = explain(record, "e1")
    assert "credibility (assessed): 2 of 6, because two sources of two sides agree" in text
    assert all(f"claim {id}:" in text for id in ("c1", "c2", "c3"))
    assert "machine-spun text: “japanese side”" in text


def test_human_decisions_are_told_also_on_what_was_rejected(record):
    assert "confirmed by a reviewer: editor, 2031-04-01, heard the order" in explain(record, "c5")
    assert "rejected by a reviewer" in explain(record, "c8")


def test_figures_and_control_statements_can_be_asked_about(record):
    assert "43 to open person, killed" in explain(record, "f1")
    assert "the Hill Front holds Oldbridge" in explain(record, "k1")


def test_hostile_words_come_without_controls(record):
    assert "\u202e" not in explain(record, "c13")


def test_an_unknown_id_is_an_error_with_a_remedy(record):
    with pytest.raises(DatelineError, match=r"no claim.*'c99'; list them"):
        explain(record, "c99")
