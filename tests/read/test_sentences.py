"""Sentences are found in any language, and their spans hold whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.read import model_text
from dateline.read.boilerplate import find_boilerplate
from dateline.read.header import find_header
from dateline.read.sentences import split_sentences


def sentences(text):
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Gen. Smith met Lt. Col. Brown.", "They spoke for 2.5 hours."],
        ["The U.S. Army left.", "The U.N. envoy stayed."],
        ["He works in the U.S.", "The envoy does not."],
        ["Resolution No. 2254 was passed on Dec. 18.", "It calls for talks."],
        ['"We will not leave," he said.', '"We stay."', "The army did not answer."],
        ['"We refuse!" he said.', "Nobody left..."],
        ["Talks ended … without a deal.", "More are planned."],
        ["M. Dupont et Mme Durand sont arrivés.", "« Nous partons. »", "Ils sont partis."],
        ["Où sont-ils ?", "Personne ne le sait."],
        ["هل انسحب الجيش؟", "لا أحد يعلم.", "قال السكان ذلك."],
        ["Население — 5 тыс. человек.", "Это в 2015 г. подсчитали власти.", "Город пуст."],
        ["About 3,500 people left.", "al-Masri said so."],
        ["Army enters town", "It met no resistance, residents said.", "Talks go on"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    joined = " ".join(parts) if parts[0][-1] in '.?!؟"…»' else "\n".join(parts)
    assert sentences(joined) == parts


def test_wrapped_lines_of_one_paragraph_are_one_sentence():
    text = (
        "Army enters town\n\n"
        "The army entered the town on Monday morning after the last of the\n"
        "fighters had left it for the north of the province, officials said in\n"
        "the capital. Residents said that the streets were empty and that the\n"
        "shops were shut.\n\nTalks go on.\n"
    )
    assert [part.replace("\n", " ") for part in sentences(text)] == [
        "Army enters town",
        "The army entered the town on Monday morning after the last of the fighters had left it for the north of the "
        "province, officials said in the capital.",
        "Residents said that the streets were empty and that the shops were shut.",
        "Talks go on.",
    ]


def test_a_page_flattened_to_one_line_is_still_parted():
    text = (
        "Shells hit the market in Northbridge At least four people were hurt on Sunday a doctor said. "
        '"We had no warning" he added.The army denied it. No end in sight According to the monitor 200 people have '
        "left the town since May and more are expected to follow in the coming days if the shelling goes on as before."
    )
    assert sentences(text)[:4] == [
        "Shells hit the market in Northbridge",
        "At least four people were hurt on Sunday a doctor said.",
        '"We had no warning" he added.',
        "The army denied it.",
    ]


TEXTS = st.text(st.sampled_from(list("aB é.!?…؟ \n\r\t\"'«»()[]-,،1ب و،\u00a0\u200bЯя。@/©")), max_size=400)


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_never_overlap(text):
    furniture = find_boilerplate(text, find_header(text).spans)
    for spans in (split_sentences(text, furniture), furniture):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in split_sentences(text, furniture):
        assert all(piece.covers(span) or not piece.overlaps(span) for piece in furniture)


@given(TEXTS)
def test_no_letter_is_lost_between_sentences(text):
    inside = "".join(text[span.start : span.end] for span in split_sentences(text))
    assert [char for char in inside if char.isalnum()] == [char for char in text if char.isalnum()]


@given(st.text())
def test_the_reading_copy_keeps_every_offset(text):
    copy = model_text(text)
    assert len(copy) == len(text)
    assert [a == b for a, b in zip(copy, text, strict=True) if b.isascii() and b.isprintable()].count(False) == 0


def test_the_reading_copy_is_plainer():
    assert model_text("l’armée\u00a0: “non”") == 'l\'armée : "non"'


def test_sentences_are_cut_at_given_edges():
    text = "One two three four."
    assert split_sentences(text, [Span(4, 7)]) == (Span(0, 3), Span(4, 7), Span(8, 19))


def test_a_text_without_stops_is_cut_between_words():
    text = "shells fell on the town and people fled " * 500
    sentences = split_sentences(text)
    assert max(span.end - span.start for span in sentences) <= 2000
    assert " ".join(text[span.start : span.end] for span in sentences).split() == text.split()


def test_a_text_without_spaces_is_cut_too():
    assert [span.end - span.start for span in split_sentences("x" * 5000)] == [2000, 2000, 1000]
