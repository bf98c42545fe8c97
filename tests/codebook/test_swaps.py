"""A text is searched only for the traces of rewriting that its words allow, and no trace is lost by it."""

import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dateline.codebook.swaps import SwapWords, beginnings_of, load_swaps
from dateline.read.spun import find_swaps

WORDS = load_swaps("en") or SwapWords((), {}, re.compile(""), frozenset())
PLAIN = "The mayor said on Tuesday that both bridges were open again and that the market would follow within days."


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(WORDS.patterns))
def test_what_holds_a_trace_is_searched_for_it(data, pattern):
    text = data.draw(st.from_regex(pattern.find))
    assume(not re.search("[ſİıK]", text))  # letters that are "s", "i" and "k" to a search without regard to case alone
    assert pattern.may_be_in(beginnings_of(text))


def test_a_plain_text_is_searched_for_few():
    may = [pattern for pattern in WORDS.patterns if pattern.may_be_in(beginnings_of(PLAIN))]
    assert len(may) < len(WORDS.patterns) / 4


def test_traces_are_found_with_what_they_stand_for():
    text = "The safety forces, he mentioned, took location beneath the settlement; the insurgent teams withdrew."
    found = {(swap.original, swap.repaired) for swap in find_swaps(text)}
    assert {("location", "place"), ("teams", "groups")} <= found
