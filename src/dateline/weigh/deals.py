"""What claims say of deals in; deals and ultimatums with their course out: one for each place and set of opponents."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.model import Claim, Deal, DealStep, content_id
from dateline.weigh.deal_signs import term_of
from dateline.weigh.deal_words import DealReader, DealWord
from dateline.weigh.geography import Geography
from dateline.weigh.sides import Sides

__all__ = ["build_deals"]

_RUNS = dt.timedelta(days=45)  # words further apart speak of another deal over the same place
_NEAR = 3  # sentences from a deal within which its terms stand
_ORDER = (
    "demanded",
    "offered",
    "negotiated",
    "agreed",
    "in-force",
    "delayed",
    "broken",
    "implemented",
    "refused",
    "lapsed",
)
_TRUSTED = 0.6
_LONGEST = 120  # characters of a quoted term
_BESIDE_KM = 2.5


@dataclass(slots=True)
class _Group:
    """Words on one deal while they are gathered; `opponents` are its named parties that are no state's."""

    words: list[DealWord]
    opponents: tuple[str, ...]
    days: list[dt.date] = field(default_factory=list)

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
    for word in sorted(reader.words(listed), key=lambda w: _rank(w, reader.sides)):
        gather.add(word)
    terms = defaultdict(list)
    for claim in sorted(listed, key=lambda c: (c.document, c.trigger, c.id)):
        if term_of(claim):
            terms[claim.document].append(claim)
    deals = [
        _deal(group, terms, reader)
        for group in gather.groups
        if any(w.parties or w.claim.mediators for w in group.words)
    ]
    return tuple(sorted(deals, key=lambda deal: deal.id))


def _rank(word: DealWord, sides: Sides) -> tuple[int, int, int, str, str]:
    """Words that name an opponent come first, then those with more parties, so that sparse ones find their deal."""
    named = any(map(sides.is_opponent, word.parties))
    return (-int(named), -len(word.parties), -int(word.day is not None), word.claim.id, word.place)


class _Gather:
    """Gathers words into deals; only words that share a grid cell are compared."""

    def __init__(self, geography: Geography, sides: Sides) -> None:
        self.geography, self.sides = geography, sides
        self.groups: list[_Group] = []
        self._blocks: dict[object, list[int]] = defaultdict(list)

    def add(self, word: DealWord) -> None:
        """Put a word to the deal it fits best, or let it open one."""
        keys = self._keys(word)
        tried = sorted({at for key in keys for at in self._blocks[key]})
        score, at = max(((self._fit(word, self.groups[at]), -at) for at in tried), default=(0.0, 0))
        if score <= 0:
            at = -len(self.groups)
            self.groups.append(_Group([], ()))
        group = self.groups[-at]
        group.words.append(word)
        named = filter(self.sides.is_opponent, word.parties)
        group.opponents = tuple(dict.fromkeys((*group.opponents, *named)))
        group.days += [word.day] if word.day else []
        for key in keys:
            if -at not in self._blocks[key]:
                self._blocks[key].append(-at)

    def _keys(self, word: DealWord) -> list[object]:
        """Return the blocks of a word: the cells of its place with its half-years; undated words have their own."""
        day = word.day
        halves = {(day + step).toordinal() // 183 for step in (-_RUNS, dt.timedelta(0), _RUNS)} if day else set()
        return [(cell, half) for cell in self.geography.cells(word.place) for half in (*sorted(halves), "any")]

    def _fit(self, word: DealWord, group: _Group) -> float:
        """Return how well a word fits a deal, 0 where place, days or opponents are others."""
        if not self.geography.one_spot(word.place, group.place):
            return 0.0
        if word.day and group.days and min(abs(word.day - day) for day in group.days) > _RUNS:
            return 0.0
        named = [p for p in word.parties if self.sides.is_opponent(p)]
        same_text = any(w.claim.document == word.claim.document for w in group.words)
        here = word.place == group.place or (self.geography.km(word.place, group.place) or 99.0) <= _BESIDE_KM
        general = [p for p in word.parties if p in self.sides.general and self.sides.is_armed_group(p)]
        if named and group.opponents:
            fit = self.sides.meet(named, group.opponents) or 0.0
            one_camp = here and any(self._one_side(p, group.opponents) for p in named)
            if fit < _TRUSTED and not one_camp:
                return 0.0
            opponents = 2.0
        elif word.parties and not (here or same_text):
            return 0.0  # an area and a town in it, and nothing that says it is one deal
        else:
            opponents = 0.5 if general or named else 0.3
        parties = tuple(dict.fromkeys(p for w in group.words for p in w.parties))
        shared = self.sides.meet(word.parties, parties)
        if shared is not None and shared <= 0 and not any(self._one_side(p, parties) for p in word.parties):
            return 0.0
        told_much = min(0.4, 0.02 * len(group.words))
        return opponents + 2.0 * (word.place == group.place) + 0.5 * same_text + told_much

    def _one_side(self, party: str, parties: Iterable[str]) -> bool:
        return any(self.sides.one_side(party, other) for other in parties)


def _deal(group: _Group, terms: dict[str, list[Claim]], reader: DealReader) -> Deal:
    words = sorted(group.words, key=lambda w: (w.claim.document, w.claim.trigger, w.claim.id, w.status))
    mediators = tuple(dict.fromkeys(m for w in words for m in w.claim.mediators))
    counted = Counter(p for w in words for p in w.parties)
    parties = tuple(sorted(counted, key=lambda p: (-counted[p], p)))
    place = _place(words, reader.geography)
    own_terms = [
        claim for key in sorted({w.claim.document for w in words}) for claim in _terms(key, words, terms, reader)
    ]
    steps = _steps(words)
    ids = tuple(dict.fromkeys((*(w.claim.id for w in words), *(c.id for c in own_terms))))
    return Deal(
        id=content_id("a", place, *sorted(w.claim.id for w in words)),
        parties=parties,
        mediators=mediators,
        place=place,
        terms=tuple(dict.fromkeys(f"{term_of(c)}: “{_quote(c, reader)}”" for c in own_terms)),
        status=_status(steps),
        history=steps,
        claims=ids,
    )


def _place(words: Sequence[DealWord], geography: Geography) -> str:
    """Return the place most words name; of equals the smallest, since a deal over a town is told as one over its area."""
    counted = Counter(w.place for w in words)
    return min(counted, key=lambda p: (-counted[p], geography.radius(p), p))


def _terms(document: str, words: Sequence[DealWord], terms: dict[str, list[Claim]], reader: DealReader) -> list[Claim]:
    """Return one report's claims of agreed or asked acts that stand near its words on the deal, at its place."""
    own = [w for w in words if w.claim.document == document]
    parties = tuple(dict.fromkeys(p for w in words for p in w.parties if reader.sides.is_opponent(p)))
    near = []
    for claim in terms[document]:
        sentence = reader.scene.sentence(document, claim.trigger.start)
        apart = min(abs(sentence - w.sentence) for w in own)
        spots = [p for p in claim.places if not reader.geography.wide(p)]
        here = any(reader.geography.one_spot(p, w.place) for p in spots for w in words)
        doers = [a for a in (*claim.actors, *claim.targets) if reader.sides.is_opponent(a)]
        others = reader.sides.meet(doers, parties) == 0.0
        if not others and (apart == 0 or (apart <= _NEAR and (here or not spots))):
            near.append(claim)
    return near


def _quote(claim: Claim, reader: DealReader) -> str:
    """Return the words that set a term, on one line: from the act to the end of its clause."""
    text = reader.articles[claim.document].text[claim.trigger.start : max(claim.trigger.end, claim.span.end)]
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _steps(words: Sequence[DealWord]) -> tuple[DealStep, ...]:
    """Return the statuses told, by day and then by their natural order; undated ones come first."""
    by_step: dict[tuple[dt.date | None, str], list[str]] = defaultdict(list)
    for word in words:
        by_step[word.day, word.status].append(word.claim.id)
    ordered = sorted(by_step, key=lambda step: (step[0] or dt.date.min, _ORDER.index(step[1])))
    return tuple(DealStep(s, day, tuple(dict.fromkeys(by_step[day, s]))) for day, s in ordered)


def _status(steps: Sequence[DealStep]) -> str:
    """Return the latest status told; of several on one day the one most claims tell, then the furthest along."""
    last = max((step.date or dt.date.min for step in steps), default=dt.date.min)
    late = [step for step in steps if (step.date or dt.date.min) == last]
    return max(late, key=lambda step: (len(step.claims), _ORDER.index(step.status))).status
