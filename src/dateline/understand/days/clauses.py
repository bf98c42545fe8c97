"""Days told by how a clause hangs on another: a draft and the sentence's time words in, the day of its clause out."""

from collections.abc import Sequence

from dateline.understand.days.dates import TimeWord
from dateline.understand.draft import Draft
from dateline.understand.syntax import Parse

__all__ = ["other_tense", "told_by_when", "where_on"]

_WHEN = frozenset({"when", "où"})
_WHERE = frozenset({"where", "où"})
_STILL = frozenset("has have 's 've is are will a ont est sont".split())  # of today, beside what a bare past tells
_PUT_BACK = frozenset({"had", "'d", "avait", "avaient"})


def told_by_when(draft: Draft, words: Sequence[TimeWord]) -> TimeWord | None:
    """Return the time word of "since May, when a visit ended in fighting": the fighting was in May, not since then."""
    parse = draft.scene.parse
    opening = next(
        (
            m
            for k in (draft.head, *parse.ancestors(draft.head))
            for m in parse.kids(k, "advmod", "mark", "obl")
            if parse.words[m].low in _WHEN and m < draft.head
        ),
        -1,
    )
    if opening < 1:
        return None
    before = opening - 1 - (parse.words[opening - 1].text == ",")
    end, start = parse.words[before].end, parse.words[opening].start
    if any(word.span.start >= start for word in words):
        return None  # "when it fell in June": its own words tell
    word = next((word for word in words if word.span.end == end), None)
    return TimeWord(word.span, word.whole or word.interval) if word is not None and not word.work else None


def where_on(parse: Parse, clause: int) -> bool:
    """True for "were taken on Monday to the camp, where the agency fed them": it tells what came next, on the same day.

    "In the village where rebels killed 20" says which village is meant; its day is another.
    """
    opening = next((m for m in parse.kids(clause, "advmod", "mark", "obl") if parse.words[m].low in _WHERE), -1)
    if opening < 1 or parse.words[opening - 1].text != ",":
        return False
    helped = {parse.words[k].low for k in parse.kids(clause, "aux", "aux:pass")}
    if "will" in helped or "would" in helped:
        return True
    return parse.words[clause].tense in ("past", "part") and helped.isdisjoint(_STILL | _PUT_BACK)


def other_tense(parse: Parse, verb: int) -> bool:
    """True for the second half of "gave up the port in 2012 and means to win it back": the first half's day is not its own."""
    first = parse.first_conjunct(verb)
    if first == verb or parse.words[verb].pos != "VERB":
        return False
    now = {parse.words[k].low for k in parse.kids(verb, "aux", "aux:pass")}
    then = {parse.words[k].low for k in parse.kids(first, "aux", "aux:pass")}
    return not now.isdisjoint(_STILL) and parse.words[first].tense == "past" and not then
