"""Claims and the scenes of their reports in; what each says of a deal (status, place, parties, day) out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model import Article, Claim
from dateline.weigh.deal_days import dated, with_its_fate
from dateline.weigh.deal_places import DealPlaces
from dateline.weigh.deal_signs import (
    LEAVING,
    TERMS,
    carried_out,
    says_agreed,
    says_alone,
    says_at_once,
    says_holds,
    says_since,
    says_talks,
    says_under,
    status_of,
)
from dateline.weigh.deal_word import DealWord
from dateline.weigh.geography import Geography
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["DealReader"]

_ONLOOKERS = frozenset({"monitor", "media", "source", "ngo", "think tank", "humanitarian", "company"})
_BOTH = "warring-parties"  # as a person may enter it: the reading itself looks for the two
_NO_PARTY = frozenset({"unknown", "prisoners", _BOTH})
_FIGHTING = frozenset({"capture", "attack", "offensive", "airstrike", "shelling", "bombing", "siege"})
_NEAR = 3  # sentences within which words on one deal lend each other parties
_REACHED = frozenset({"agreed", "in-force", "implemented"})
_KEPT = ("agreed", "in-force")
_FAILED = frozenset({"broken", "refused", "delayed", "lapsed"})
_TOLD = ("asserted", "reported", "agreed")
_DONE = ("asserted", "reported")
_BEFORE = 30
_BROKEN = 60  # characters between a deal and the word that it failed
_AFTER = 60  # characters around the word for a deal that still say how it stands
_AREA_KM = 6.0
_PLURAL = frozenset({"agreement", "ceasefire"})  # types that one clause can tell of several places
_SCENERY = frozenset({"demand"})  # types that speak of a deal only together with a term that is asked


class DealReader:
    """Reads from claims what they say of deals, report by report."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        geography: Geography,
        sides: Sides,
        scene: Scene,
        witnesses: Witnesses,
    ) -> None:
        self.articles, self.geography, self.sides = articles, geography, sides
        self.scene, self.witnesses = scene, witnesses
        self.places = DealPlaces(geography, sides, scene)

    def words(self, claims: Iterable[Claim]) -> tuple[DealWord, ...]:
        """Return all words on deals, in a fixed order."""
        by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: (c.document, c.trigger, c.id)):
            by_document[claim.document].append(claim)
        return tuple(word for told in by_document.values() for word in self._of_report(told))

    def _of_report(self, claims: Sequence[Claim]) -> Iterator[DealWord]:
        words = [word for claim in claims for word in self._read(claim, claims)]
        content = [word for word in words if _is_content(word, words)]
        words = [self._with_content(word, content) for word in words if word not in content]
        words = [self._with_place(word, words) for word in words]
        words = [self._at_its_deal(word, words) for word in words]
        words = [self._at_what_it_refuses(word, words) for word in words]
        words = [with_its_fate(self._with_parties(word, words), words) for word in words]
        words = [self._as_mention(word, words) for word in words]
        words = dated(words, self.witnesses.published(claims[0].document))
        yield from words
        said = {word.claim.id for word in words}
        for claim in claims:
            if carried_out(claim) and claim.id not in said and (deal := self._deal_of(claim, words)):
                yield replace(deal, claim=claim, status="implemented", day=self._day(claim))

    def _read(self, claim: Claim, told: Sequence[Claim]) -> Iterator[DealWord]:
        text = self.articles[claim.document].text
        status = status_of(claim, self._clause(claim), text[claim.trigger.start : claim.trigger.end])
        if not status or (claim.type in _SCENERY and not self._asks(claim, told)):
            return
        parties = self._parties(claim)
        if not parties and claim.type in _PLURAL and claim.modality not in _TOLD:
            return  # a wish for some truce is no deal yet
        if claim.type == "refusal" and any(
            c.type in _FIGHTING and 0 <= c.trigger.start - claim.trigger.end <= 1 for c in told
        ):
            return  # "no intention of capturing": who will not attack refuses nothing
        if not parties and claim.type in TERMS and status == "demanded":
            return  # somebody asks for something, and nobody who could make a deal is named
        adrift, alone = claim.type == "ceasefire" and self._adrift(claim, parties), self._alone(claim, parties)
        if adrift and not alone:
            return
        sentence = self.scene.sentence(claim.document, claim.trigger.start)
        title = self.scene.in_title(claim)
        soon = claim.type == "violation" and says_at_once(self._clause(claim))
        talks = claim.type == "refusal" and says_talks(text[claim.trigger.start : claim.trigger.end + _AFTER])
        for place in self.places.of(claim, parties):
            for step, day in self._steps(claim, status, told):
                yield DealWord(claim, step, place, parties, day, sentence, title, soon, talks, adrift)

    def _steps(self, claim: Claim, status: str, told: Sequence[Claim]) -> Iterator[tuple[str, dt.date | None]]:
        """Yield what a claim tells with its day: "a truce declared in March, which they broke" tells of two steps.

        What was agreed and "still holds" is in force on the day of the report.
        """
        text, published = self.articles[claim.document].text, self.witnesses.published(claim.document)
        dates = next((one.span for one in claim.evidence if one.field == "time"), None)
        if status == "broken" and dates and says_since(text[claim.trigger.end : max(claim.trigger.end, dates.start)]):
            yield "agreed", self._day(claim)
            if not self._broke_on(claim, told):
                yield status, None
            return
        holds = status in _KEPT and claim.modality in _DONE and says_holds(self._rest(claim))
        if (
            status == "in-force"
            and claim.time.basis == "text"
            and claim.time.earliest
            and not _closed(claim, published)
        ):
            yield status, claim.time.earliest  # "in force since Monday"
            return
        if not holds or claim.time.basis == "text" or (status == "agreed" and says_agreed(self._clause(claim))):
            yield status, self._day(claim)
        if holds and not (status == "in-force" and claim.time.basis == "text"):
            yield "in-force", published

    def _broke_on(self, claim: Claim, told: Sequence[Claim]) -> bool:
        """True where another word of a breach's sentence tells the day: "breaking a truce of March, which collapsed in May"."""
        others = [c for c in told if c.type == "violation" and c is not claim and c.time.basis == "text"]
        at = self.scene.sentence(claim.document, claim.trigger.start)
        return any(self.scene.sentence(c.document, c.trigger.start) == at for c in others)

    def _adrift(self, claim: Claim, parties: tuple[str, ...]) -> bool:
        """True for a truce of one side whose place is only carried over: one cannot tell which deal it belongs to."""
        own = any(one.field == "place" for one in claim.evidence)
        named = self.scene.named_near(claim, 0)
        return len(parties) == 1 and bool(claim.places) and not own and not any(p in named for p in claim.places)

    def _alone(self, claim: Claim, parties: tuple[str, ...]) -> bool:
        """True for a truce that one side declares over the area that the report is set in."""
        area = all(self.geography.wide(p) or self.geography.radius(p) >= _AREA_KM for p in claim.places)
        return area and all(map(self.sides.is_principal, parties)) and says_alone(self._clause(claim))

    def _rest(self, claim: Claim) -> str:
        """Return a claim's clause up to the end of its sentence: "a truce last month between them, and it still holds"."""
        article = self.articles[claim.document]
        end = article.sentences[self.scene.sentence(claim.document, claim.trigger.start)].span.end
        return self._clause(claim) + article.text[claim.trigger.end : end]

    def _clause(self, claim: Claim) -> str:
        text = self.articles[claim.document].text
        first = max(0, min(claim.span.start, claim.trigger.start - _BEFORE))
        return text[first : max(claim.span.end, claim.trigger.end + _AFTER)]

    def _asks(self, claim: Claim, told: Sequence[Claim]) -> bool:
        """True where a demand is followed by what it asks for."""
        return any(c.modality == "demanded" and 0 <= c.trigger.start - claim.trigger.start <= 250 for c in told)

    def _day(self, claim: Claim) -> dt.date | None:
        """Return the day a claim tells, at the latest that of its report where it tells of something done."""
        published = self.witnesses.published(claim.document)
        day = claim.time.latest or claim.time.earliest or published
        if day and published and day > published and claim.modality in _DONE:
            return claim.time.earliest if claim.time.earliest and claim.time.earliest <= published else published
        return day

    def _parties(self, claim: Claim) -> tuple[str, ...]:
        """Return who deals with whom: not those who only report it, nor who mediates; who demands a term is party too."""
        acts = claim.type not in TERMS or claim.type in LEAVING or claim.type == "ceasefire"
        named = dict.fromkeys((*claim.actors, *claim.targets) if acts else ())
        if claim.modality == "demanded":
            named |= dict.fromkeys(claim.speakers)
        if _BOTH in named:
            return ()  # "both sides": those of the report's word on it that names them
        found = tuple(a for a in named if a not in claim.mediators and self._is_party(a))
        return found or tuple(a for a in self.scene.actors_near(claim) if self.sides.is_armed_group(a))

    def _is_party(self, actor: str) -> bool:
        private = self.sides.kind(actor) == "person" and not self.sides.is_state(actor)
        return actor not in _NO_PARTY and not private and self.sides.kind(actor) not in _ONLOOKERS

    def _with_parties(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """A word that names one party or none takes those of the nearest word on the same place, of two the one before it."""
        if len(word.parties) > 1:
            return word
        near = [
            (abs(other.sentence - word.sentence), other.sentence > word.sentence, other.claim.id, other)
            for other in words
            if len(other.parties) > len(word.parties)
            and abs(other.sentence - word.sentence) <= _NEAR
            and (self.geography.one_spot(other.place, word.place) or self._like_it(word, other))
            and set(word.parties) <= set(other.parties)
        ]
        if not near:
            return self._with_the_only_ones(word, words)
        other = min(near, key=lambda n: n[:3])[3]
        lent = other.parties
        if not self.geography.one_spot(other.place, word.place):  # "a similar deal" has no named fighters in common
            lent = tuple(p for p in lent if not self.sides.is_opponent(p))
        return replace(word, parties=lent or word.parties)

    def _with_the_only_ones(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """A word that names nobody has the parties of its report's deals there, where they are always the same."""
        told = {
            frozenset(w.parties): w.parties
            for w in words
            if len(w.parties) > 1 and self._shares(word, w) and w is not word
        }
        return replace(word, parties=next(iter(told.values()))) if len(told) == 1 and not word.parties else word

    def _as_mention(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """A deal that is only named stands as the same report says it came out: "fighters wreck the deal"."""
        told = word.claim.time.basis == "text" or says_agreed(self._clause(word.claim))
        if word.claim.type != "agreement" or word.status != "agreed" or told:
            return word
        near = [
            (abs(other.sentence - word.sentence), other.claim.id, other)
            for other in words
            if other.status in _FAILED | {"implemented"}
            and self.geography.one_spot(other.place, word.place)
            and (not word.claim.speakers or word.claim.speakers == other.claim.speakers)
        ]
        fate = min(near, key=lambda n: n[:2])[2] if near else None
        return replace(word, status=fate.status, day=fate.day) if fate else word

    def _with_content(self, word: DealWord, content: Sequence[DealWord]) -> DealWord:
        """A deal's word has the parties of its terms and of the talks that led to it, told in the same sentence."""
        if word.claim.type not in _PLURAL or any(map(self.sides.is_opponent, word.parties)):
            return word  # one sentence can tell of two groups' deals
        own = [w for w in content if w.sentence == word.sentence]
        lent = [p for w in own for p in w.parties if p in (*w.claim.actors, *w.claim.targets)]
        own_parties = (
            word.parties if _names_its_parties(word.claim) or not any(map(self.sides.is_opponent, lent)) else ()
        )
        return replace(word, parties=tuple(dict.fromkeys((*own_parties, *lent))))

    def _with_place(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """A word whose sentence does not name its place speaks of the place named just before, with its parties or none."""
        own = word.place in self.scene.named_near(word.claim, 0) or self.geography.area(word.place)
        if own or self._told_before(word, words):
            return word
        near = [
            (word.sentence - other.sentence, other.claim.id, other.place)
            for other in words
            if 0 <= word.sentence - other.sentence <= _NEAR - 1
            and other.place in self.scene.named_near(other.claim, 0)
            and (self._same_people(word.parties, other.parties) or (word.parties and not other.parties))
        ]
        return replace(word, place=min(near)[2]) if near else word

    def _told_before(self, word: DealWord, words: Sequence[DealWord]) -> bool:
        """True where the report's other words of these parties name the place that reading gave this one."""
        return word.place in word.claim.places and any(
            other.place == word.place
            and set(word.parties) == set(other.parties)
            and word.place in self.scene.named_near(other.claim, 0)
            for other in words
            if other is not word
        )

    def _at_its_deal(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """An agreed act whose own words tell no place is a term of its sentence's deal; a breach is one of it."""
        if word.claim.type == "violation":
            return _of_its_truce(word, words)
        if word.claim.modality != "agreed" or word.place in self.scene.named_near(word.claim, 0):
            return word
        deals = [w for w in words if w.sentence == word.sentence and w.claim.type in _PLURAL and w.status in _REACHED]
        carried = not _names_its_parties(word.claim)
        told = [
            w
            for w in deals
            if w.claim.modality != "agreed" and (carried or self._same_people(w.parties, word.parties or w.parties))
        ]
        if not told:
            return word
        return replace(word, place=told[0].place, parties=told[0].parties if carried else word.parties)

    def _same_people(self, parties: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """True where a party is named again, or only people are who make no deals of their own."""
        principals = [p for p in parties if self.sides.is_principal(p)]
        return bool(parties) and (not principals or (self.sides.meet(principals, others) or 0.0) >= 1.0)

    def _like_it(self, word: DealWord, other: DealWord) -> bool:
        """True where a word without parties directly follows another: "much as earlier deals did"; or titles it."""
        titles = word.title and other.claim.type in _PLURAL and other.status == word.status
        return not word.parties and (titles or 0 <= word.sentence - other.sentence <= 1)

    def _deal_of(self, claim: Claim, words: Sequence[DealWord]) -> DealWord | None:
        """Return the deal, reached by the same report and not failed since, that an act told as done carries out."""
        sentence, day = self.scene.sentence(claim.document, claim.trigger.start), self._day(claim)
        beside = [word for word in words if word.sentence == sentence]
        if beside:  # what the sentence of a deal tells is its content
            return next((word for word in beside if self._is_under(claim, word)), None)
        for word in sorted(words, key=lambda w: (abs(w.sentence - sentence), w.claim.id)):
            here = any(self.geography.one_spot(p, word.place) for p in claim.places or (word.place,))
            if not here or word.status not in _REACHED:
                continue
            fit = self.sides.meet(claim.targets or claim.actors, word.parties)  # those who leave, not who lets them
            failed = [w for w in words if w.status in _FAILED and self.geography.one_spot(w.place, word.place)]
            since = all(w.day and day and w.day < day for w in failed)
            if since and (fit is None or fit > 0):
                return word
        return None

    def _is_under(self, claim: Claim, word: DealWord) -> bool:
        """True where an act told as done stands before the deal it is done under: "they left under the accord"."""
        first, last = claim.trigger.end, word.claim.trigger.start
        told = word.claim.type in _PLURAL and word.status in _REACHED and first < last
        return told and says_under(self.articles[claim.document].text[first:last])

    def _at_what_it_refuses(self, word: DealWord, words: Sequence[DealWord]) -> DealWord:
        """A refusal at a place of its own, the seat of who refuses, answers what the report tells just before it."""
        if word.claim.type != "refusal" or any(self._shares(word, other) for other in words if other is not word):
            return word
        before = [
            other
            for other in words
            if 0 < word.sentence - other.sentence <= _NEAR and other.claim.type != "refusal" and other.parties
        ]
        if not before:
            return word
        asked = max(before, key=lambda other: (other.claim.trigger, other.place))
        return replace(word, place=asked.place, parties=tuple(dict.fromkeys((*word.parties, *asked.parties))))

    def _shares(self, word: DealWord, other: DealWord) -> bool:
        return self.geography.one_spot(word.place, other.place)


def _names_its_parties(claim: Claim) -> bool:
    """True where a claim's own words tell who takes part; what reading carried over from other sentences is a guess."""
    return any(one.field in ("actor", "target") for one in claim.evidence) or not claim.evidence


def _is_content(word: DealWord, words: Sequence[DealWord]) -> bool:
    """True for a term or for talks told in the sentence of a deal that was reached: "under the deal, they must leave"."""
    term = word.claim.type in TERMS and word.claim.type not in _PLURAL and word.status == "demanded"
    if not term and word.status != "negotiated":
        return False
    return any(w.sentence == word.sentence and w.claim.type in _PLURAL and w.status in _REACHED for w in words)


def _of_its_truce(word: DealWord, words: Sequence[DealWord]) -> DealWord:
    """A breach is at the place of the deal that its sentence names before it: "the truce of X ended when they took Y"."""
    near = [
        other
        for other in words
        if other.sentence == word.sentence
        and other.claim.type in _PLURAL
        and other.status in _KEPT
        and 0 <= word.claim.trigger.start - other.claim.trigger.end <= _BROKEN
    ]
    deal = max(near, key=lambda other: (other.claim.trigger, other.place), default=None)
    return replace(word, place=deal.place, parties=word.parties or deal.parties) if deal else word


def _closed(claim: Claim, published: dt.date | None) -> bool:
    """True where a claim's words tell an end, unlike "since Monday", which reaches to the day of the report."""
    return claim.time.latest is not None and claim.time.latest != published
