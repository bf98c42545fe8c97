"""Which time expression belongs to which claim, and what a claim without one can still be said to have."""

import datetime as dt
from dataclasses import dataclass, replace

from dateline.model import Evidence, Interval, Modality, Published
from dateline.understand.days.clauses import other_tense, told_by_when, where_on
from dateline.understand.days.dates import TimeWord
from dateline.understand.days.elapsed import Elapsed
from dateline.understand.days.taking_effect import of_taking_effect
from dateline.understand.draft import Draft
from dateline.understand.speech.going_on import Speech
from dateline.understand.speech.mode_signs import announced
from dateline.understand.syntax import Parse

__all__ = ["Times"]

_AHEAD = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED, Modality.AGREED, Modality.HYPOTHETICAL})
_PUNCTUAL = frozenset(
    "airstrike shelling bombing attack killing capture loss clash arrest abduction chemical-attack destruction "
    "claim-responsibility "
    "violation handover".split()
)
_OF_THE_DAY = frozenset(
    "airstrike shelling bombing attack killing clash destruction chemical-attack capture loss arrest abduction".split()
)
# Sums that have grown since the war began, or since nobody says when.
_SUMMED = frozenset("displacement corridor offensive discovery".split())
# What is said is news of the day it is said.
_SPOKEN = frozenset("demand appeal threat accusation denial criticism praise claim-responsibility ultimatum".split())
_SET_A_TERM = frozenset({"ultimatum"})
_HAD = frozenset("had avait avaient".split())
_OF_A_NAME = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ"})  # "months of intense air and ground fighting"
_DONE = _HAD | frozenset("has have was were been a ont été était étaient".split())
_FROM_THEN = frozenset({"since", "depuis"})
_MOST = frozenset("most first worst plus première premier pire".split())
_OLD = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Times:
    """Assigns times; all a report's times are read against its publication date."""

    published: Published
    elapsed: Elapsed

    def read(
        self, draft: Draft, words: list[TimeWord], speeches: list[Speech], heads: set[int]
    ) -> tuple[Interval, list[Evidence]]:
        """Return a draft's interval and the words it was read from; `heads` are those of all drafts of the sentence."""
        modality = draft.modality
        word = self.elapsed.read(draft, words, self.published) or told_by_when(draft, words)
        word = word or of_taking_effect(draft, words) or self._own(draft, words, speeches, heads)
        if word is None:
            return self._default(draft, modality), []
        interval = self._recent(draft, word.interval, modality) if word.said else word.interval
        single = interval.earliest == interval.latest or interval.latest is None
        if modality in _AHEAD and interval.earliest and self._of_the_asking(draft, word):
            interval = Interval(interval.earliest, None, interval.basis)
        elif announced(draft) >= 0 and interval.earliest and self._over(interval):
            interval = Interval(interval.earliest, None, interval.basis)  # the day of the announcement
        elif modality in _AHEAD and word.weekday and interval.earliest and single and not self._told_past(draft, word):
            interval = self._forward(interval)
        today = self.published.date
        if modality not in _AHEAD and word.weekday and today and interval.latest and interval.latest > today:
            week = dt.timedelta(days=7)  # "by Friday the army had taken it": the last one
            interval = Interval(interval.earliest and interval.earliest - week, interval.latest - week, interval.basis)
        told = modality not in _AHEAD and interval.basis == "text"
        if told and today and interval.latest and interval.latest > today >= (interval.earliest or today):
            interval = Interval(interval.earliest, today, "text")  # "agreed to free them by 30 June"
        interval = self._opened(draft, interval, words)
        return interval, [Evidence("time", word.span, "time words in the sentence")]

    def _opened(self, draft: Draft, interval: Interval, words: list[TimeWord]) -> Interval:
        """What has only an end begins where the sentence tells it ("in May they got until 3 June"), if to come, today."""
        if interval.earliest is not None or interval.latest is None or interval.basis != "text":
            return interval
        starts = [w.interval for w in words if w.interval.earliest and w.interval.latest and not w.work]
        first = next((t for t in starts if t.earliest and t.earliest <= interval.latest), None)
        if first is not None and draft.type in _SET_A_TERM | {draft.type if draft.modality in _AHEAD else ""}:
            return Interval(first.earliest, interval.latest, "text")
        today = self.published.date
        ahead = draft.modality in _AHEAD and today is not None and interval.latest >= today
        return Interval(today, interval.latest, "text") if ahead else interval

    def _over(self, interval: Interval) -> bool:
        """True for what lies before the report's day."""
        return (
            interval.latest is not None and self.published.date is not None and interval.latest <= self.published.date
        )

    def _own(self, draft: Draft, words: list[TimeWord], speeches: list[Speech], heads: set[int]) -> TimeWord | None:
        """Return the expression nearest to the trigger in the tree; one at a speech verb dates the saying, not the deed."""
        parse = draft.scene.parse
        best, best_distance = None, 99.0
        chain = [draft.head, *parse.ancestors(draft.head)]
        saying = {s.verb for s in speeches if s.verb >= 0} - {draft.head}
        for word in words:
            at = next((w.i for w in parse.words if w.start <= word.span.start < w.end), None)
            at = at if at is not None else next((w.i for w in parse.words if w.start >= word.span.start), None)
            if at is None:
                continue
            path = [at, *parse.ancestors(at)]
            meet = next((k for k in path if k in chain), None)
            if meet is None or self._of_another(
                draft, word, path[: path.index(meet)], chain[: chain.index(meet)], heads
            ):
                continue
            governor = next((k for k in path if parse.words[k].pos in ("VERB", "AUX")), None)
            distance = chain.index(meet) * 1.5 + path.index(meet) * 0.5 + abs(at - draft.head) / 20
            if governor in saying and governor != draft.head:
                distance += 2.0
                if governor in chain and draft.head in parse.subtree(governor) and len(words) > 1:
                    distance += 4.0
            if distance < best_distance:
                best, best_distance = word, distance
        return self._said(best, draft, saying) if best is not None else None

    def _of_another(self, draft: Draft, word: TimeWord, down: list[int], up: list[int], heads: set[int]) -> bool:
        """True where a time word dates something else; `down` and `up` lead from it and from the trigger to where they meet."""
        parse = draft.scene.parse
        words = parse.words
        if word.work:
            return not self._worked(draft, word)
        told = next((k for k in down if words[k].text.isdigit()), -1)
        if _whole_year(word) and told >= 0 and words[told].head != draft.head and _names_by_year(parse, told):
            return True  # "broke the 2015 agreement": that is when it was made
        if any(words[k].rel == "relcl" for k in down) or any(
            words[k].rel == "relcl" and not where_on(parse, k) for k in up
        ):
            return True  # "who seized the city in 2014": that is when they seized it
        if any(words[k].rel == "conj" and other_tense(parse, k) for k in up):
            return True  # "lost it in 2012 and vows to win it back": it vows today
        if up and any(words[k].rel == "acl" and words[k].tense in ("part", "past") for k in down):
            return True  # "fled the city taken in June": that is when it was taken
        if any(words[k].rel == "advcl" and self._unlike_then(parse, k) for k in down):
            return True  # "a victory, the greatest since they were driven out in 2016": they were driven out then
        if any(words[k].rel in ("conj", "ccomp") and parse.kids(k, "subj", "subj:pass") for k in down):
            return True  # "it kept the deal, and Iran broke it on Friday": that is when Iran broke it
        lasting = word.interval.earliest is not None and word.interval.latest is None
        if lasting and any(k in heads and words[k].pos == "NOUN" for k in down):
            return True  # "called for help for the towns under siege since March": so long the siege lasts
        at = next((w.i for w in words if w.end > word.span.start), 0)
        if any(w.text in ":;" for w in words[draft.head : at]):
            return True  # "the deal had often been broken: buses were burnt on 18 December"
        # "Under the deal, they leave on Wednesday": the deal is older.
        return draft.follows and at not in set(parse.subtree(draft.head))

    def _unlike_then(self, parse: Parse, clause: int) -> bool:
        """True for a clause that says since when nothing was like it: "the greatest victory since they were driven out"."""
        opened = {parse.words[k].low for k in parse.kids(clause, "mark", "case")} | {parse.words[clause].prep}
        most = any(w.low in _MOST or (w.pos == "ADJ" and w.low.endswith("est")) for w in parse.words[:clause])
        return most and bool(opened & _FROM_THEN) and bool(parse.kids(clause, "subj", "subj:pass"))

    def _worked(self, draft: Draft, word: TimeWord) -> bool:
        """True where a draft is what "seven days of" is of: what comes next, and no truce, which those days are to last."""
        if draft.modality in _AHEAD or draft.type == "ceasefire":
            return False
        words = draft.scene.parse.words
        if words[draft.head].end == word.span.start - 1:
            return True  # "a siege of six weeks"
        after = [w for w in words if w.start >= word.span.end]
        until = next((n for n, w in enumerate(after) if n and w.pos not in _OF_A_NAME), len(after))
        return draft.head in {w.i for w in after[:until]}

    def _of_the_asking(self, draft: Draft, word: TimeWord) -> bool:
        """True for "agreed on Saturday to leave": that is the day of agreeing; they leave from then on."""
        parse = draft.scene.parse
        at = next((w.i for w in parse.words if w.end > word.span.start), 0)
        chain = [draft.head, *parse.ancestors(draft.head)]
        above = next((k for k in parse.ancestors(at) if parse.words[k].pos == "VERB"), -1)
        agreed = draft.modality is Modality.AGREED and parse.words[draft.head].pos == "NOUN" and above in chain
        if agreed and parse.words[above].tense in ("past", "part"):
            return True  # "agreed on Tuesday to a truce"
        below = next((k for k in chain if parse.words[k].rel == "xcomp" and at < k), -1)
        return below >= 0 and parse.words[below].head in (at, *parse.ancestors(at))

    def _told_past(self, draft: Draft, word: TimeWord) -> bool:
        """True for "was ordered on Wednesday", with no infinitive between: that Wednesday is over."""
        parse = draft.scene.parse
        at = next((w.i for w in parse.words if w.end > word.span.start), 0)
        verb = next((k for k in parse.ancestors(at) if parse.words[k].pos in ("VERB", "AUX")), -1)
        if verb < 0 or parse.words[verb].tense not in ("past", "part") or parse.kids(verb, "xcomp"):
            return False
        helped = {parse.words[k].low for k in parse.kids(verb, "aux", "aux:pass")}
        return helped <= _DONE and (bool(helped) or parse.words[verb].rel == "acl")

    def _said(self, word: TimeWord, draft: Draft, saying: set[int]) -> TimeWord:
        """A date that belongs to the act of saying only bounds what is told: it happened by then."""
        parse = draft.scene.parse
        at = next((w.i for w in parse.words if w.end > word.span.start), 0)
        governor = next((k for k in [at, *parse.ancestors(at)] if parse.words[k].pos in ("VERB", "AUX")), None)
        named = draft.head in parse.ancestors(at) and parse.words[draft.head].pos == "NOUN"  # "the 2015 accord"
        if word.work or named or governor not in saying or word.interval.latest is None:
            return word
        if draft.modality in _AHEAD:  # what was announced on Friday comes after Friday
            return TimeWord(word.span, Interval(word.interval.earliest, None, "text"), said=True)
        return TimeWord(word.span, Interval(None, word.interval.latest, "text"), said=True)

    def _recent(self, draft: Draft, interval: Interval, modality: Modality) -> Interval:
        """News of a strike or a capture, told on a day, is of that day or the one before; other things happened by then."""
        if draft.type in _SPOKEN and modality is Modality.ASSERTED and interval.latest:
            return Interval(interval.latest, interval.latest, "text")
        told = modality in (Modality.ASSERTED, Modality.REPORTED, Modality.DENIED)
        if (draft.type in _PUNCTUAL or self._finite(draft)) and told and interval.latest:
            return Interval(interval.latest - dt.timedelta(days=1), interval.latest, "context")
        return interval

    def _forward(self, interval: Interval) -> Interval:
        """What is still to come "on Wednesday", or "from Wednesday" on, is of the next one."""
        day, base = interval.earliest, self.published.date
        if day and base and day < base:
            day += dt.timedelta(days=7)
        return Interval(day, day if interval.latest else None, interval.basis)

    def _default(self, draft: Draft, modality: Modality) -> Interval:
        """Without time words: news of the day is of that day or the one before, all else happened by then."""
        day = self.published.date
        if day is None:
            return Interval(None, None, "unknown")
        if modality in _AHEAD:
            return Interval(day, None, "publication")
        news = draft.type in _OF_THE_DAY | _SPOKEN or self._finite(draft)
        done = modality in (Modality.ASSERTED, Modality.DENIED)
        if news and done and not self._looks_back(draft):
            return Interval(day - dt.timedelta(days=1), day, "publication")
        return Interval(None, day, "publication")

    def _finite(self, draft: Draft) -> bool:
        """True for what a verb tells to have happened; "the withdrawal" alone may be of any day."""
        parse = draft.scene.parse
        verb = draft.head if draft.carrier < 0 else draft.carrier
        return draft.type not in _SUMMED and parse.words[verb].pos == "VERB"

    def _looks_back(self, draft: Draft) -> bool:
        """True in a relative clause, and for the outlet's own "had shelled"; a speaker's is a perfect put back a tense."""
        parse = draft.scene.parse
        words = parse.words
        earlier = any(words[k].low in _HAD for k in parse.kids(draft.head, "aux"))
        aside = any(words[k].rel == "relcl" for k in (draft.head, *parse.ancestors(draft.head)))
        return aside or (earlier and not draft.speakers)

    def so_far(self, draft: Draft) -> Interval:
        """ "Since 2014" reaches to the day of the report, which can tell no further; plans stay open."""
        time, day = draft.time, self.published.date
        done = draft.modality in (Modality.ASSERTED, Modality.REPORTED, Modality.DENIED)
        if time.latest is None and time.earliest and day and time.earliest < day and time.basis == "text" and done:
            return replace(time, latest=day)
        return time

    def background(self, interval: Interval) -> bool:
        """True where a claim is told as history: over well before the report came out, or going on since long ago."""
        day = self.published.date
        if interval.basis != "text" or day is None:
            return False
        end = interval.latest or interval.earliest
        return end is not None and day - end > _OLD


def _whole_year(word: TimeWord) -> bool:
    first, last = word.interval.earliest, word.interval.latest
    return first is not None and last is not None and (last - first).days >= 364


def _names_by_year(parse: Parse, at: int) -> bool:
    """True for a year that says which of many is meant: "the 1994 genocide", "le massacre de 1994"."""
    word = parse.words[at]
    above = parse.words[word.head] if word.head >= 0 else word
    return above.pos in ("NOUN", "PROPN") and (not word.prep or word.prep in ("of", "de", "d'"))
