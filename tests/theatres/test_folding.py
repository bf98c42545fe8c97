"""Names are made comparable: folding twice is folding once, and spellings of one name meet."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.theatres import fold, skeleton, words_of

TEXT = st.text(max_size=60)


@given(TEXT)
@example("İstanbul")
@example("ﷺ")
@example("ΑΣ")
@example("ʼn")
@example("Jaïsh al-’Islām‎")
@example("ﬀ ẞ ǰ")
def test_folding_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_folding_leaves_no_case_and_no_blanks_at_the_ends(text):
    folded = fold(text)
    assert folded == folded.casefold() == folded.strip()
    assert "  " not in folded


@given(TEXT)
def test_the_words_of_a_name_are_folded_each(text):
    assert all(fold(word) == word for word in words_of(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaysh al-Islam", "Jaïch el-Islam"),
        ("Faylaq al-Rahman", "Failak ar-Rahman"),
        ("Ahrar al-Sham", "Ahrar ash-Sham"),
        ("Houthis", "Huthis"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("الرستن", "ٱلرستن"), ("إدلب", "ادلب"), ("Dūmā", "duma"), ("l’armée", "larmee"), ("ALEP", "Alep")],
)
def test_writings_that_differ_in_signs_alone_fold_to_one(one, other):
    assert fold(one) == fold(other)
