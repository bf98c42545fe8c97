"""Which decisions stand, and whose word counts: rules that a reader of docs/reviewing.md can check by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Act, Anchor, Decision, Judgement
from dateline.model.log import coder_words, review_of, standing

START = datetime(2024, 5, 1, tzinfo=UTC)
BEFORE = Anchor("c-1", "claim", label="clash", before='{"type": "clash", "actors": ["b", "a"]}')


def log(*words: str) -> list[Decision]:
    """Decisions from "coder act[ field=value]", an undo from "coder undo number"; numbered from 0."""
    out = []
    for number, line in enumerate(words):
        who, act, *rest = line.split()
        field, _, value = rest[0].partition("=") if rest and act == "change" else ("", "", "")
        about = f"h{rest[0]}" if act == "undo" else "c-1"
        when = START + timedelta(minutes=number)
        out.append(Decision(f"h{number}", Act(act), about, who, when, "", field, value, (BEFORE,)))
    return out


def ids(decisions) -> list[str]:
    return [one.id for one in decisions]


def test_what_was_undone_does_not_stand():
    assert ids(standing(log("A accept", "A reject", "A undo 1"))) == ["h0"]


def test_an_undo_that_was_undone_takes_nothing_back():
    assert ids(standing(log("A accept", "A undo 0", "A undo 1"))) == ["h0"]
    assert ids(standing(log("A accept", "A undo 0", "A undo 1", "A undo 2"))) == []


@given(st.lists(st.integers(0, 9), max_size=10))
def test_any_chain_of_undos_leaves_only_decisions_of_the_log(targets):
    found = log("A accept", "B reject", *(f"A undo {n}" for n in targets if n < 2))
    assert set(ids(standing(found))) <= {"h0", "h1"}


@pytest.mark.parametrize(
    ("words", "judgement", "disputed"),
    [
        (["A accept"], Judgement.ACCEPTED, False),
        (["A accept", "A reject"], Judgement.REJECTED, False),
        (["A accept", "B reject"], Judgement.REJECTED, True),
        (["A accept", "B reject", "A reject"], Judgement.REJECTED, False),
        (["A reject", "B unsure"], Judgement.REJECTED, False),
        (["A unsure"], Judgement.UNSURE, False),
        (["A reject", "A unsure"], Judgement.UNSURE, False),
        (["A flag"], None, False),
        (['A change type="attack"', "B accept"], Judgement.ACCEPTED, True),
        (['A change type="attack"', "A accept"], Judgement.CHANGED, False),
        (['A change type="attack"', "B accept", 'A change type="clash"'], Judgement.CHANGED, False),
        (['A change type="attack"'], Judgement.CHANGED, False),
        (['A change type="attack"', "A reject"], Judgement.REJECTED, False),
        (["A reject", 'A change type="attack"'], Judgement.CHANGED, False),
        (["A accept", 'B change type="attack"'], Judgement.CHANGED, True),
        (['A change type="attack"', 'B change type="attack"'], Judgement.CHANGED, False),
        (['A change actors=["a","b"]', "B accept"], Judgement.CHANGED, False),
    ],
)
def test_the_newest_definite_word_counts_and_coders_are_seen_to_differ(words, judgement, disputed):
    review = review_of("c-1", log(*words))
    assert (review.judgement, review.disputed) == (judgement, disputed)


def test_who_accepts_vouches_for_the_fields_as_they_stood():
    words = coder_words(log("A accept", 'B change type="attack"', "C reject"))
    assert words["A"] == {"verdict": "accept", "type": '"clash"', "actors": '["a", "b"]'}
    assert words["B"] == {"verdict": "accept", "type": '"attack"', "actors": '["a", "b"]'}
    assert words["C"] == {"verdict": "reject"}


def test_a_flag_is_up_until_somebody_gives_a_definite_word():
    assert review_of("c-1", log("A flag")).flagged
    assert review_of("c-1", log("A flag", "B unsure")).flagged
    assert not review_of("c-1", log("A flag", "B accept")).flagged
    assert review_of("c-1", log("B accept", "A flag")).flagged
