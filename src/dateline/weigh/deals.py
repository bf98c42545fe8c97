"""What claims say of deals in; deals and ultimatums with their course out: one for each place and set of opponents."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from dateline.model import Claim, Deal, content_id
from dateline.weigh.deal_course import status_of_course, steps_of
from dateline.weigh.deal_signings import (
    ended_before,
    freshness,
    is_signing,
    overlap,
    signed_apart,
    signed_before,
    talks_apart,
    took_effect,
)
from dateline.weigh.deal_terms import Terms
from dateline.weigh.deal_word import DealWord, is_told_day
from dateline.weigh.deal_words import DealReader
from dateline.weigh.geography import Geography
from dateline.weigh.sides import Sides

__all__ = ["build_deals"]

_RUNS = dt.timedelta(days=45)  # words further apart speak of another deal over the same place
_MENTIONED = dt.timedelta(days=180)  # how long after a deal reports still speak of it
_BODIES = ("organisation", "intergovernmental", "unknown", "")  # who agrees on words of its own, or is not known
_ASKED = ("demanded", "offered", "negotiated", "refused")
_SIGNED = frozenset({"agreed", "in-force"})
_ENDED = frozenset({"broken", "lapsed"})
_TRUSTED = 0.6
_BESIDE_KM = 2.5
_SUBURB_KM = 15.0  # from a town's centre to its works and suburbs


@dataclass(slots=True)
class _Group:
    """Words on one deal while they are gathered; `opponents` are its named parties that are no state's."""

    words: list[DealWord]
    opponents: tuple[str, ...]
    days: list[dt.date] = field(default_factory=list)
    cells: dict[object, None] = field(default_factory=dict)  # with `whens`: the blocks it is looked up in
    whens: dict[object, None] = field(default_factory=dict)
    spot: str = ""  # with the next two: found once, and again when a word has come in
    signings: set[tuple[str, dt.date]] | None = None
    states: set[str] | None = None

    @property
    def place(self) -> str:
        """The place of the word that opened the group."""
        return self.words[0].place


def build_deals(claims: Iterable[Claim], reader: DealReader) -> tuple[Deal, ...]:
    """Return the deals that claims of demands, talks, agreements, truces, refusals, breaches and carried-out acts tell of.

    Competing words on one deal's status stand side by side in its history, each step with its claims.
    """
    listed = list(claims)
    gather = _Gather(reader.geography, reader.sides)
    for word in sorted(reader.words(listed), key=lambda w: _rank(w, reader.sides, reader.geography)):
        gather.add(word)
    groups = [group for group in gather.merged() if _is_deal(group, reader.sides)]
    terms = Terms(listed, reader, [group.words for group in groups])
    deals = [_deal(group, terms, at, reader) for at, group in enumerate(groups)]
    return tuple(sorted(deals, key=lambda deal: deal.id))


def _is_deal(group: _Group, sides: Sides) -> bool:
    """True where a state, a force or a mediator has a hand in it: a council that agrees on a wording makes no deal.

    Nor is it one yet where a single claim has one party ask for something, talk or refuse, and names nobody it could be with.
    """
    only = group.words[0] if len(group.words) == 1 else None
    if only and len(only.parties) < 2 and only.status in _ASKED and not only.claim.mediators:
        return False
    return any(w.claim.mediators or any(map(sides.is_principal, w.parties)) for w in group.words)


def _rank(word: DealWord, sides: Sides, geography: Geography) -> tuple[int, int, int, int, float, str, str]:
    """Words that name an opponent come first, then those with more parties, so that sparse ones find their deal.

    A deal is there before it is carried out. Of equals, a town's word opens a deal before one of the area
    around it, which other towns' deals would fit as well.
    """
    named = any(map(sides.is_opponent, word.parties))
    return (
        -int(named),
        -int(is_signing(word)) + int(word.status == "implemented"),
        -sum(map(sides.is_principal, word.parties)),
        -int(word.day is not None),
        geography.radius(word.place),
        word.claim.id,
        word.place,
    )


class _Gather:
    """Gathers words into deals; only words that share a grid cell are compared."""

    def __init__(self, geography: Geography, sides: Sides) -> None:
        self.geography, self.sides = geography, sides
        self.groups: list[_Group] = []
        self._blocks: dict[object, dict[int, None]] = defaultdict(dict)

    def add(self, word: DealWord) -> None:
        """Put a word to the deal it fits best, or let it open one."""
        tried = sorted({at for key in self._near(word) for at in self._blocks[key]})
        score, at = max(((self._fit(word, self.groups[at]), -at) for at in tried), default=(0.0, 0))
        if score <= 0:
            at = -len(self.groups)
            self.groups.append(_Group([], ()))
        group = self.groups[-at]
        self._put(group, word)
        group.cells |= dict.fromkeys((*self.geography.cells(word.place), word.claim.document))
        group.whens |= dict.fromkeys((_half(word.day) if word.day else "undated", "any"))
        for key in product(group.cells, group.whens):
            self._blocks[key][-at] = None

    def merged(self) -> list[_Group]:
        """Return the deals, those put together that turned out to be over one place, of one set of opponents and time."""
        kept: list[_Group] = []
        spots: list[tuple[object, ...]] = []
        blocks: dict[object, dict[int, None]] = defaultdict(dict)
        for group in sorted(self.groups, key=_only_fails):  # a truce is there before its breach
            place = self._spot(group)
            cells: tuple[object, ...] = self.geography.cells(place)
            halves = _halves(group)
            pairs = combinations(sorted(self._states(group)), 2)
            others: list[tuple[object, ...]] = [
                *product(self._signings(group), ("signed",)),
                *product(pairs, halves),
            ]
            if _only_fails(group) or self._is_general(group):
                others += [("truce", half) for half in halves]
            if any(is_signing(word) for word in group.words):
                others += product(combinations(sorted(self._sides(group)), 2), halves, ("begun",))
            near = dict.fromkeys(at for key in (*product(cells, halves), *others) for at in sorted(blocks[key]))
            same = [n for n in near if self._is_same(group, place, kept[n])]
            at = max(
                same, key=lambda n: signed_before(group.words, kept[n].words), default=-1
            )  # of level ones the nearest
            if at >= 0:
                for word in group.words:
                    self._put(kept[at], word)
            else:
                at = len(kept)
                kept.append(group)
                spots.append(cells)
            for key in (*product(spots[at], _halves(kept[at])), *others):
                blocks[key][at] = None
        return kept

    def _signings(self, group: _Group) -> set[tuple[str, dt.date]]:
        """Return on which days, by their words, reports have which sides agree: it is one deal wherever it is told."""
        if group.signings is not None:
            return group.signings
        told = [w for w in group.words if w.status in _SIGNED and w.day and is_told_day(w)]
        group.signings = {(side, w.day) for w in told for side in self._sides(group) if w.day}
        return group.signings

    def _is_same(self, group: _Group, place: str, other: _Group) -> bool:
        there = self._spot(other)
        if talks_apart(group.words, other.words):
            return False
        if not (group.days and other.days) or group.words[0].alone != other.words[0].alone:
            return False
        near = self.geography.beside(place, there) or self._signed(group, other) or self._of_states(group, other)
        near = near or (
            (self.geography.km(place, there) or _SUBURB_KM) < _SUBURB_KM and self._asked_alike(group, other)
        )
        if not (near or self._is_fate(group, other) or self._is_fate(other, group)):
            return False
        apart = max(min(group.days), min(other.days)) - min(max(group.days), max(other.days))
        if apart > _RUNS or any(signed_apart(w, other.words) for w in group.words if is_signing(w)):
            return False
        if any(ended_before(w, other.words) for w in group.words) or any(
            ended_before(w, group.words) for w in other.words
        ):
            return False
        if place == there and (_blames_another(group, other) or _blames_another(other, group)):
            return True
        if group.opponents and other.opponents:
            return any(self._one_side(p, other.opponents) for p in group.opponents)
        parties = tuple(p for w in other.words for p in w.parties)
        return any(self._one_side(p, parties) for w in group.words for p in w.parties)

    def _is_fate(self, group: _Group, truce: _Group) -> bool:
        """True where a group only tells how a truce fared at a town, which its sides had signed over the area or abroad."""
        if not (_only_fails(group) and self._is_general(truce)):
            return False
        home = {self.sides.country(p) for w in truce.words for p in w.parties} - {""}
        parties = tuple(dict.fromkeys(p for w in truce.words for p in w.parties))
        signed = min(w.day for w in truce.words if w.day and w.status in _SIGNED)
        return (
            bool(group.days)
            and signed <= min(group.days)
            and self.geography.country(self._spot(group)) in home
            and all(self._one_side(p, parties) for w in group.words for p in w.parties if self.sides.is_principal(p))
        )

    def _is_general(self, group: _Group) -> bool:
        """True for a truce that two sides signed over an area, or abroad over no town that is told."""
        place = self.place([w for w in group.words if w.claim.type != "violation"] or group.words)
        home = {self.sides.country(p) for w in group.words for p in w.parties} - {""}
        sides = self._sides(group)
        over = self.geography.wide(place) or (bool(home) and self.geography.country(place) not in home | {""})
        return over and len(sides) > 1 and any(w.day and w.status in _SIGNED for w in group.words)

    def _of_states(self, group: _Group, other: _Group) -> bool:
        """True for what the same two states deal with each other in the same weeks: towns named beside it are its scenes."""
        both = self._states(group) & self._states(other)
        return len(both) > 1 and not (group.opponents or other.opponents)

    def _states(self, group: _Group) -> set[str]:
        if group.states is None:
            group.states = {self.sides.side(p) for w in group.words for p in w.parties if self.sides.is_state(p)}
        return group.states

    def _spot(self, group: _Group) -> str:
        group.spot = group.spot or self.place(group.words)
        return group.spot

    def _signed(self, group: _Group, other: _Group) -> bool:
        """True where one side agreed on one day, told of an area and a town in it, or of a venue in another country."""
        place, there = group.place, other.place
        venue = self.geography.country(place) != self.geography.country(there)
        both = len(self._sides(group) & self._sides(other)) > 1
        if venue and both and (took_effect(group.words, other.words) or took_effect(other.words, group.words)):
            return True
        return (venue or self.geography.one_spot(place, there)) and bool(self._signings(group) & self._signings(other))

    def _asked_alike(self, group: _Group, other: _Group) -> bool:
        """True where one side is told to ask on one day, of a town and of a site in it."""
        asked = [w for w in group.words if w.status == "demanded" and is_told_day(w)]
        return any(
            w.status == "demanded" and is_told_day(w) and overlap(w, one) and self._one_side(p, w.parties)
            for one in asked
            for p in one.parties
            for w in other.words
        )

    def _sides(self, group: _Group) -> set[str]:
        return {self.sides.side(p) for w in group.words for p in w.parties if self.sides.is_principal(p)}

    def place(self, words: Sequence[DealWord]) -> str:
        """Return the place most words name, a venue abroad only where no other is told; of equals the smallest.

        A deal over a town is told as one over its area as well; a truce is not over each town where it is broken.
        """
        over = [w for w in words if w.claim.type != "violation"]
        breached = {w.place for w in words if w.claim.type == "violation"}
        counted = Counter(w.place for w in (words if len(breached) == 1 or not over else over))
        home = {self.sides.country(p) for w in words for p in w.parties} - {""}
        abroad = {p for p in counted if home and self.geography.country(p) not in home | {""}}
        return min(counted, key=lambda p: (p in abroad, -counted[p], self.geography.radius(p), p))

    def _put(self, group: _Group, word: DealWord) -> None:
        group.words.append(word)
        group.spot, group.signings, group.states = "", None, None
        named = filter(self.sides.is_opponent, word.parties)
        group.opponents = tuple(dict.fromkeys((*group.opponents, *named)))
        group.days += [word.day] if word.day else []

    def _near(self, word: DealWord) -> list[object]:
        """Return the blocks in which a word's deal may be: a dated one's lie not far before or after, or have no days."""
        whens: set[object] = {"any"}
        if word.day:
            whens = {_half(word.day + step) for step in (-_MENTIONED, -_RUNS, dt.timedelta(0), _RUNS)} | {"undated"}
        return [*product((*self.geography.cells(word.place), word.claim.document), whens)]

    def _fit(self, word: DealWord, group: _Group) -> float:
        """Return how well a word fits a deal, 0 where place, days or opponents are others."""
        same_text = any(w.claim.document == word.claim.document for w in group.words)
        in_area = same_text and self._in_area(word, group)
        if not same_text and talks_apart([word], group.words):
            return 0.0
        if word.alone != group.words[0].alone or not (self.geography.one_spot(word.place, group.place) or in_area):
            return 0.0
        if word.day and group.days and not self._in_time(word, word.day, group.days):
            return 0.0
        if (is_signing(word) and signed_apart(word, group.words)) or ended_before(word, group.words):
            return 0.0
        named = [p for p in word.parties if self.sides.is_opponent(p)]
        here = word.place == group.place or (self.geography.km(word.place, group.place) or 99.0) <= _BESIDE_KM
        general = [p for p in word.parties if p in self.sides.general and self.sides.is_armed_group(p)]
        if named and group.opponents:
            fit = self.sides.meet(named, group.opponents) or 0.0
            one_camp = here and any(self._one_side(p, group.opponents) for p in named)
            sure = fit >= _TRUSTED or one_camp
            if not sure and not (same_text and word.title and word.place == group.place):
                return 0.0
            opponents = 2.0 if sure else 0.3
        elif word.parties and not (here or same_text):
            return 0.0  # an area and a town in it, and nothing that says it is one deal
        else:
            opponents = 0.5 if general or named else 0.3
        if not here and not self._share_party(word, group) and not (in_area and _is_part(word, group)):
            return 0.0
        told_much = min(0.4, 0.02 * len(group.words))
        return (
            opponents + 2.0 * (word.place == group.place) + 0.5 * same_text + told_much + freshness(word, group.words)
        )

    def _in_area(self, word: DealWord, group: _Group) -> bool:
        """True for a town in the area that a report's deal is over, and for that area and the venue abroad."""
        if self.geography.covers(word.place, group.place) or self.geography.covers(group.place, word.place):
            return True
        area = any(self.geography.area(p) for p in (word.place, group.place))
        abroad = self.geography.country(word.place) != self.geography.country(group.place)
        return area and abroad and word.status in _SIGNED and any(w.status in _SIGNED for w in group.words)

    def _in_time(self, word: DealWord, day: dt.date, days: Sequence[dt.date]) -> bool:
        """True for words of the same weeks; what a report only mentions when it comes out may be older."""
        mention = not is_told_day(word) and word.status not in ("demanded", "offered", "negotiated")
        mention |= word.status in ("implemented", *_ENDED)  # arms are handed over, a truce ends months after the deal
        later = mention and dt.timedelta(0) <= day - max(days) <= _MENTIONED
        return later or min(abs(day - other) for other in days) <= _RUNS

    def _share_party(self, word: DealWord, group: _Group) -> bool:
        """True where a word names a party of a deal, its side, or no party at all."""
        parties = tuple(dict.fromkeys(p for w in group.words for p in w.parties))
        return not (word.parties and parties) or any(self._one_side(p, parties) for p in word.parties)

    def _one_side(self, party: str, parties: Iterable[str]) -> bool:
        return any(self.sides.one_side(party, other) for other in parties)


def _is_part(word: DealWord, group: _Group) -> bool:
    """True for words of one agreement on one day that name one side each: "the government agreed", "the rebels will disarm"."""
    few = len(word.parties) < 2 or all(len(w.parties) < 2 for w in group.words)
    return few and word.status in _SIGNED and any(w.status in _SIGNED and w.day == word.day for w in group.words)


def _blames_another(group: _Group, truce: _Group) -> bool:
    """True where a report tells breaches alone of a side beside the truce of its foe there: "each accused the other"."""
    if not _only_fails(group) or _only_fails(truce):
        return False
    return {w.claim.document for w in group.words} <= {w.claim.document for w in truce.words}


def _only_fails(group: _Group) -> bool:
    """True for words that tell of a breach or an end alone."""
    return all(w.claim.type == "violation" for w in group.words)


def _half(day: dt.date) -> int:
    """Return the half-year of a day."""
    return day.toordinal() // 183


def _halves(group: _Group) -> range:
    """Return the half-years in which a deal of the same weeks can be; none for one without a day."""
    return range(_half(min(group.days) - _RUNS), _half(max(group.days) + _RUNS) + 1) if group.days else range(0)


def _deal(group: _Group, terms: Terms, at: int, reader: DealReader) -> Deal:
    words = sorted(group.words, key=lambda w: (w.claim.document, w.claim.trigger, w.claim.id, w.status))
    mediators = tuple(dict.fromkeys(m for w in words for m in w.claim.mediators))
    parties = _parties(words, reader.sides)
    place = _Gather(reader.geography, reader.sides).place(words)
    own_terms, told_terms = terms.of(words, at)
    steps = steps_of(words)
    ids = tuple(dict.fromkeys((*(w.claim.id for w in words), *(c.id for c in own_terms))))
    return Deal(
        id=content_id("a", place, *sorted(w.claim.id for w in words)),
        parties=parties,
        mediators=mediators,
        place=place,
        terms=told_terms,
        status=status_of_course(steps, _is_alone(words, reader.sides)),
        history=steps,
        claims=ids,
    )


def _is_alone(words: Sequence[DealWord], sides: Sides) -> bool:
    """True where all who are told to hold their fire or to agree are of one side."""
    doers = (p for w in words if w.status in _SIGNED for p in (*w.claim.actors, *w.claim.targets))
    return len({sides.side(p) for p in doers if sides.is_principal(p)}) == 1


def _parties(words: Sequence[DealWord], sides: Sides) -> tuple[str, ...]:
    """Return the parties, those most words name first; unknown bodies only where nobody else is named."""
    counted = Counter(p for w in words for p in w.parties)
    ordered = sorted(counted, key=lambda p: (-counted[p], p))
    known = [p for p in ordered if sides.kind(p) not in _BODIES]
    return tuple(known or ordered)
