"""An act told by how long after it another came: "a week after it seized the town", "after the raid". In it, its day out."""

import datetime as dt
import re
from collections.abc import Sequence

from dateline.codebook.words import TimeWords
from dateline.model import Interval, Published, Span
from dateline.understand.days.date_patterns import any_of
from dateline.understand.days.dates import TimeWord
from dateline.understand.days.taking_effect import STARTS
from dateline.understand.draft import Draft
from dateline.understand.syntax import Word

__all__ = ["Elapsed"]

_DAY = dt.timedelta(days=1)
_REACH = 40  # characters before "after" in which the length of time stands


class Elapsed:
    """Reads lengths of time between two acts, in one language."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        self.after = frozenset(words.later)
        number = rf"(?P<n>\d{{1,3}}|{any_of(words.numbers)})"
        self.length = re.compile(rf"\b{number}\s+(?P<unit>{any_of(words.units)})\s+$", re.I)

    def read(self, draft: Draft, words: Sequence[TimeWord], published: Published) -> TimeWord | None:
        """Return when an act happened that another followed after some time; None where the words tell nothing of the kind."""
        parse, text = draft.scene.parse, draft.scene.parsed.text
        offset = draft.scene.parsed.sentence.span.start
        chain = (draft.head, *parse.ancestors(draft.head))
        verb = next((k for k in chain if parse.words[k].pos == "VERB"), -1)
        mark = self._after(draft, draft.head, "case") or self._after(draft, verb, "mark") or self._after_start(draft)
        if mark is None:
            return None
        verb = mark.head
        first = mark.start - offset
        found = self.length.search(text[max(0, first - _REACH) : first])
        begun = mark.head in parse.ancestors(draft.head) and parse.words[mark.head].pos == "NOUN"
        clause = range(mark.i, draft.head) if begun else parse.subtree(verb)  # "the start of the truce signed in May"
        inside = {parse.words[k].start for k in clause}
        own = [word for word in words if any(word.span.start <= start < word.span.end for start in inside)]
        if found is None or any(word.span.start > mark.start for word in own):
            return None  # its own clause tells the day
        anchor = self._anchor([word for word in words if word not in own], mark.start, published)
        span = Span(mark.start - len(found.group()), mark.end)
        return TimeWord(span, self._before(anchor, found["n"].lower(), found["unit"].lower())) if anchor else None

    def _after(self, draft: Draft, k: int, rel: str) -> Word | None:
        """Return the "after" of "after it seized the town", or, right before the act's own noun, of "after the seizure"."""
        parse = draft.scene.parse
        opening = (parse.words[m] for m in parse.kids(k, rel)) if k >= 0 else ()
        return next((word for word in opening if word.low in self.after), None)

    def _after_start(self, draft: Draft) -> Word | None:
        """Return the "after" of "three days after the entry into force of the truce"."""
        above = next((k for k in draft.scene.parse.ancestors(draft.head)), -1)
        started = above >= 0 and draft.scene.parse.words[above].lemma in STARTS
        return self._after(draft, above, "case") if started else None

    def _anchor(self, words: Sequence[TimeWord], at: int, published: Published) -> dt.date | None:
        """Return the day of the act that followed: the nearest that the sentence tells, else that of the report."""
        single = [w for w in words if w.interval.latest and w.interval.earliest == w.interval.latest]
        near = min(single, key=lambda w: abs(w.span.start - at), default=None)
        return near.interval.latest if near else published.date

    def _before(self, anchor: dt.date, number: str, unit: str) -> Interval:
        days = self.words.units[unit]
        count = int(number) if number.isdigit() else self.words.numbers[number]
        middle, slack = anchor - count * days * _DAY, days // 2 * _DAY
        return Interval(middle - slack, min(middle + slack, anchor), "text")
