"""The same happening told again in one report: a mention takes from another what it leaves out itself."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Interval
from dateline.understand.coding.conditions import QUANTITIES
from dateline.understand.coding.focus import Focus
from dateline.understand.draft import Draft
from dateline.understand.slots.locations import is_venue, unlisted

__all__ = ["Repeats"]

_REACH = 8  # sentences within which one happening is told again
_PLACE_REACH = 3
_TIME_REACH = 2
_SHORT = dt.timedelta(days=3)
_DAY = dt.timedelta(days=1)
# Acts of speech happen where they are said, not where the last battle was.
_PLACELESS = frozenset(
    "criticism praise accusation denial appeal vote sanction support claim-responsibility investigation threat".split()
)
_FAMILIES = (
    frozenset({"airstrike", "shelling", "bombing", "chemical-attack", "attack", "killing", "destruction"}),
    frozenset({"offensive", "capture", "loss", "clash", "siege"}),
    frozenset({"negotiation", "agreement", "ceasefire", "refusal", "ultimatum", "violation", "demand"}),
    frozenset({"evacuation", "withdrawal", "handover", "surrender", "disarmament", "corridor"}),
)
_DEALING = frozenset({"negotiation", "agreement", "ceasefire", "prisoner-exchange"})
_BACK = frozenset("the this that these those le la les l' ce cet cette ces".split())
_NEARBY = frozenset("nearby there here alentours environs".split())
_ONE_MORE = frozenset("a an another more several further new some un une autre plusieurs".split())
_AFTER = frozenset("after following since après".split())
_OF_THE_DAY = frozenset(
    "airstrike shelling bombing attack killing clash destruction chemical-attack capture loss".split()
)


@dataclass(frozen=True, slots=True)
class Repeats:
    """Fills empty slots of a report's drafts.

    `holds` says whether the first place's key holds the second one's, `wide` whether a place is a province or more,
    `site` whether it is one building.
    """

    holds: Callable[[str, str], bool]
    wide: Callable[[str], bool]
    site: Callable[[str], bool]

    def __call__(self, drafts: Sequence[Draft], named: Mapping[int, set[str]], headline: bool = False) -> None:
        """Fill slots from the nearest draft of the same happening, earlier ones first; then from what is told around.

        `named` are the places that each sentence names; `headline` says whether the first sentence is one.
        """
        alike: dict[str, list[Draft]] = defaultdict(list)
        placed = [bool(draft.places) for draft in drafts]
        for draft in drafts:
            alike[draft.type].append(draft)
        for same_type in alike.values():
            for at, draft in enumerate(same_type):
                for same in (*_earlier(same_type, at, _REACH), *_later(same_type, at, _REACH)):
                    if self._same(same, draft):
                        self._inherit(draft, same, _tied(draft, same))
        focus = Focus(named, self.wide, headline)
        for at, draft in enumerate(drafts):
            earlier = _earlier(drafts, at, _PLACE_REACH)
            _near_place(draft, earlier, named)
            if not placed[at] and draft.places and not self.site(draft.places[0]):
                focus.back(draft)
            if not draft.sentence:
                _headline_place(draft, _later(drafts, at, _PLACE_REACH))
            _near_time(draft, earlier)
            _before(draft, drafts)
        for at, draft in enumerate(drafts):
            if draft.type in _DEALING:
                later = [] if draft.actors else drafts[at + 1 :]  # who deals with one told is not told afterwards
                self._parties(draft, [*reversed(drafts[:at]), *later])

    def _same(self, a: Draft, b: Draft) -> bool:
        """True where two drafts can be one happening: one type, and no role, place, mode or date that contradicts."""
        if a.type != b.type or (a.modality == "asserted") != (b.modality == "asserted"):
            return False
        if a.background != b.background or _apart(a.time, b.time):
            return False
        for role in ("actor", "target"):
            mine, yours = set(a.role(role)), set(b.role(role))
            if mine and yours and not mine & yours:
                return False
        return not (a.places and b.places) or self._meet(a.places, b.places)

    def _meet(self, some: Sequence[str], others: Sequence[str]) -> bool:
        return any(x == y or self.holds(x, y) or self.holds(y, x) for x in some for y in others)

    def _parties(self, draft: Draft, others: Sequence[Draft]) -> None:
        """A deal, truce or talks told without both sides is between those who deal with one another in the report."""
        if len(draft.actors) > 1 or draft.background or _new(draft):
            return
        if draft.mediators:  # "the truce between X and Y under a deal brokered by Z": the same two, in one sentence
            others = [other for other in others if not _distance(other, draft)]
        for other in others:
            near = abs(_distance(other, draft)) <= _REACH and other.type in _DEALING
            here = not draft.places or not other.places or self._meet(draft.places, other.places)
            if near and here and len(other.actors) > 1 and set(draft.actors) <= set(other.actors):
                draft.actors[:] = other.actors
                return

    def _inherit(self, draft: Draft, same: Draft, tied: bool) -> None:
        """Take actor, target, place and time from the other mention where this one names none; who did it only if tied."""
        here = not _new(draft) and any(not self.wide(k) for k in set(draft.places) & set(same.places))
        if not draft.actors and (here or _pointing(draft)):
            draft.actors.extend(key for key in same.actors if key not in draft.targets)
        if not draft.targets and (here or _pointing(draft)) and set(draft.actors) & set(same.actors):
            draft.targets.extend(key for key in same.targets if key not in draft.actors and key != "civilians")
        shared = {*draft.actors, *draft.targets} & {*same.actors, *same.targets}
        if tied and not draft.places:
            draft.places.extend(same.places)
        undated = draft.time.basis in ("publication", "unknown") and same.time.basis in ("text", "context")
        undated = undated and same.time.latest is not None  # "since March" is told of one thing, not of all after it
        if undated and (tied or shared or self._meet(draft.places, same.places)):
            draft.time = Interval(same.time.earliest, same.time.latest, "context")


def _earlier(drafts: Sequence[Draft], at: int, reach: int) -> list[Draft]:
    """Return the drafts before one within so many sentences, the nearest first."""
    first, start = drafts[at].sentence - reach, at
    while start and drafts[start - 1].sentence >= first:
        start -= 1
    return list(reversed(drafts[start:at]))


def _later(drafts: Sequence[Draft], at: int, reach: int) -> Sequence[Draft]:
    """Return the drafts behind one within so many sentences."""
    last, end = drafts[at].sentence + reach, at + 1
    while end < len(drafts) and drafts[end].sentence <= last:
        end += 1
    return drafts[at + 1 : end]


def _distance(a: Draft, b: Draft) -> int:
    return b.sentence - a.sentence


def _apart(a: Interval, b: Interval) -> bool:
    """True where both are dated by their own words and share no day."""
    return a.basis == b.basis == "text" and not a.overlaps(b)


def _tied(a: Draft, b: Draft) -> bool:
    """True where a mention surely is that of another: told right before, at one told place, or "the strikes" again."""
    if 0 <= _distance(b, a) <= 1 or set(a.places) & set(b.places):
        return True
    parse = a.scene.parse
    return any(parse.words[k].low in _BACK for k in parse.kids(a.head, "det")) and not a.places


def _pointing(draft: Draft) -> bool:
    """True for "the strikes", "this attack": a noun that points back."""
    parse = draft.scene.parse
    named = any(k in draft.scene.actors for k in parse.kids(draft.head, "compound", "amod", "poss"))
    return not named and any(parse.words[k].low in _BACK for k in parse.kids(draft.head, "det"))


def _new(draft: Draft) -> bool:
    """True for "an airstrike", "several raids", "more than a dozen strikes": told as one more, not as the one told before."""
    parse = draft.scene.parse
    kids = [parse.words[k] for k in parse.kids(draft.head)]
    above = parse.words[draft.head].head
    counted = above >= 0 and parse.words[above].lemma in QUANTITIES
    return counted or any(k.rel == "num" or k.low in _ONE_MORE for k in kids)


def _near_place(draft: Draft, earlier: list[Draft], named: Mapping[int, set[str]]) -> None:
    """Take the place of the nearest earlier draft: a report stays where it is until it names another place.

    A look back (background) does not move the report; only a draft that surely belongs there takes its place.
    """
    if draft.places or draft.type in _PLACELESS:
        return
    nearby = _NEARBY & {draft.scene.parse.words[k].low for k in draft.scene.parse.subtree(draft.head)}
    earlier = [d for d in earlier if d.modality not in _UNREAL and not _at_venue(d)]
    done = [d for d in earlier if d.type not in _PLACELESS]
    earlier = done if any(d.places for d in done) else earlier  # where things were said is no surer than that
    listed = [d for d in earlier if d.places and not unlisted(d.places[0])]
    for other in listed or [d for d in earlier if d.places]:  # a bridge or quarter of no list moves no report
        told, now = other.scene.parsed.sentence.index, draft.scene.parsed.sentence.index
        since = [named[i] for i in range(now - 1, told, -1) if named.get(i) and not named[i] & set(other.places)]
        if since:  # the report has gone elsewhere
            draft.places.extend(since[0] if len(since[0]) == 1 else ())
            return
        if nearby or _shares_place(other, draft) or (_distance(other, draft) and not other.background):
            draft.places.extend(other.places[:1])
            return
    here = draft.scene.parsed.sentence.index
    last = next((named[i] for i in range(here - 1, here - 1 - _PLACE_REACH, -1) if named.get(i)), set[str]())
    draft.places.extend(last if len(last) == 1 else ())


def _at_venue(draft: Draft) -> bool:
    """True for a deal told only where it was made: "the truce signed in Minsk" takes no report there."""
    parse = draft.scene.parse
    venues = {ref.key for ref in draft.scene.places.values() if is_venue(parse, ref.word)}
    return bool(venues) and venues.issuperset(draft.places)


_UNREAL = frozenset({"threatened", "hypothetical"})  # "he threatens to push on to X": the report stays


def _headline_place(draft: Draft, later: Sequence[Draft]) -> None:
    """A headline leaves out where; the sentences below it tell."""
    if not draft.places and draft.type not in _PLACELESS:
        near = next((d for d in later if d.places and _shares_place(draft, d)), None)
        draft.places.extend(near.places[:1] if near is not None else ())


def _near_time(draft: Draft, earlier: list[Draft]) -> None:
    """News of one day: violence told right after dated violence, without a date of its own, is of that day."""
    if (
        draft.type not in _OF_THE_DAY
        or draft.time.basis not in ("publication", "unknown")
        or draft.modality != "asserted"
    ):
        return
    for other in earlier:
        short = other.time.earliest and other.time.latest and other.time.latest - other.time.earliest <= _SHORT
        told = other.modality in ("asserted", "reported") and not other.background
        if short and other.type in _OF_THE_DAY and told and _distance(other, draft) <= _TIME_REACH:
            draft.time = Interval(other.time.earliest, other.time.latest, "context")
            return


def _before(draft: Draft, drafts: Sequence[Draft]) -> None:
    """What another act of the sentence followed ("shelled it after a pilot was killed") is of that day or the one before."""
    parse = draft.scene.parse
    if draft.type not in _OF_THE_DAY or draft.time.basis == "text":
        return
    chain = [draft.head, *parse.ancestors(draft.head)]
    at = next((n for n, k in enumerate(chain) if _follows(draft, k)), None)
    if at is None:
        return
    above = set(chain[at + 1 :])
    main = next((d for d in drafts if d.scene is draft.scene and ({d.head, *d.absorbed} & above)), None)
    if main is not None and main.time.latest and main.time.earliest == main.time.latest:
        draft.time = Interval(main.time.latest - _DAY, main.time.latest, "context")


def _follows(draft: Draft, k: int) -> bool:
    parse = draft.scene.parse
    marks = {parse.words[c].low for c in parse.kids(k, "mark", "case")}
    return bool(marks & _AFTER) or parse.words[k].prep in _AFTER


def _shares_place(a: Draft, b: Draft) -> bool:
    """True where the place of one is likely that of the other: the same sentence, family, or a shared actor."""
    if _distance(a, b) == 0:
        return True
    family = any(a.type in f and b.type in f for f in _FAMILIES)
    return family or bool({*a.actors, *a.targets} & {*b.actors, *b.targets})
