"""Who fights whom in a report: its drafts and statements of control in; the other side filled in where the words leave it out.

"The army captured Shire" names no loser; a reader takes it from who held the town, or from whom the army fights in the
same report. What is filled in says so in its evidence, and rests on the words that show the two at odds.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from dateline.model import FROM_ALONE, FROM_FOE, FROM_HOLDER, Evidence, Modality, Span
from dateline.theatres import fold
from dateline.understand.draft import TWO_SIDED, Draft
from dateline.understand.holders.holding import Holding
from dateline.understand.lexicon import Lexicon
from dateline.understand.slots.aimed_at import of_all_parties, on_military
from dateline.understand.writing import ReportDraft

__all__ = ["Belligerents"]

_FIGHTING = frozenset(
    "offensive clash attack shelling airstrike bombing chemical-attack capture loss siege killing abduction arrest".split()
)
# Those who make a truce with one another, or threaten one another, are at odds; a blow counts for more.
_BLOW = 3
_AT_ODDS = frozenset(
    "ceasefire agreement negotiation ultimatum threat demand accusation refusal surrender violation".split()
)
_TALKS = frozenset({"negotiation", "agreement"})
_FIGHTERS = frozenset({"state", "state body", "state force", "armed group", "coalition"})
# From whom ground is taken, and who is shut in on it: told by who holds the place, or by whom they fight.
_TAKING = frozenset({"capture", "offensive", "siege"})
_ONE_LEFT_OUT = _TAKING | {"loss"}
_AT_FOES = frozenset({"threat", "ultimatum", "surrender"})  # whom one fights is threatened, and given up to
_MAIN = 0.6  # of all that is told of foes: the share from which two are the sides of the report
_WITH_ANOTHER = frozenset({"clash", "agreement", "negotiation"})  # a truce may be one side's own
_BETWEEN_TWO = _WITH_ANOTHER | {"ceasefire"}
_APART = frozenset("another other similar separate such autre semblable similaire tel".split())
_NEAR = 3  # sentences within which a bombardment is that told of before
_BOMBARDMENT = ("shelling", "airstrike")
_T = TypeVar("_T")


class _Foes(NamedTuple):
    """`one` is told to be at odds with `other`, in these words; `weight` says how much that counts."""

    one: str
    other: str
    span: Span
    weight: int


class Belligerents:
    """Fills in the other side."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.told: list[str] = []  # who acts in the report

    def __call__(self, report: ReportDraft) -> None:
        """Give captures, offensives, losses and clashes the side that they leave out."""
        drafts = report.drafts
        self.told = [key for draft in drafts for key in draft.actors]
        holdings = [
            holding for scene in report.scenes for holding in scene.holdings if holding.holder and not holding.denied
        ]
        self._leaving([draft for draft in drafts if draft.type == "withdrawal"])
        foes = list(self._foes(drafts))
        for draft in drafts:
            if draft.type in _TAKING and draft.actors and not draft.targets:
                self._fill(draft, "target", self._holder(draft, holdings))
        foes = foes or list(self._foes(drafts))  # whose land is taken is fought too, where no blow is told
        for draft in drafts:
            mutual = draft.type in _WITH_ANOTHER and not draft.mediators
            self._all_parties(draft, foes)
            if draft.type in _ONE_LEFT_OUT and bool(draft.actors) != bool(draft.targets):
                self._fill(draft, "target" if draft.actors else "actor", self._foe(draft, foes))
            elif draft.actors and not draft.targets and (draft.type in _AT_FOES or on_military(draft)):
                self._fill(draft, "target", self._foe(draft, foes))
            elif mutual and len(draft.actors) == 1 and not draft.targets:
                self._fill(draft, "actor", self._foe(draft, foes))
            elif draft.type in _BETWEEN_TWO and not (draft.actors or draft.background or draft.mediators):
                self._both(draft, "actor", foes, _parties_there(draft, drafts))
        self._bombarding(drafts)

    def _all_parties(self, draft: Draft, foes: Sequence[_Foes]) -> None:
        """ "Both sides said", "urged all parties": where no sentence named two, the two that fight in the report."""
        for role in ("actor", "target"):
            if not draft.role(role) and of_all_parties(draft, role):
                self._both(draft, role, foes)

    def _leaving(self, drafts: Sequence[Draft]) -> None:
        """A retreat of nobody is that of the only side told to retreat, but for one which that side demands."""
        told = [draft for draft in drafts if any(map(self._fights_itself, draft.actors))]
        told = [draft for draft in told if draft.modality is not Modality.DENIED]
        if len({self.lexicon.side_of(key) for draft in told for key in draft.actors}) != 1:
            return
        side = {self.lexicon.side_of(key) for key in told[0].actors}
        for draft in drafts:
            asked = draft.modality is Modality.DEMANDED and side & {self.lexicon.side_of(k) for k in draft.speakers}
            if not (draft.actors or draft.targets or draft.background or asked or _another(draft)):
                near = min(told, key=lambda d: abs(d.hit.span.start - draft.hit.span.start))
                draft.actors.extend(near.actors)
                draft.evidence.append(Evidence("actor", near.hit.span, FROM_ALONE))

    def _both(self, draft: Draft, role: str, foes: Sequence[_Foes], parties: Collection[str] = ()) -> None:
        """Fighting told of nobody is between the two sides that the report tells of, where it tells of two only."""
        pairs = _weighed(
            (frozenset((self.lexicon.side_of(told.one), self.lexicon.side_of(told.other))), told.weight)
            for told in foes
        )
        if not pairs or _another(draft):
            return
        sides, often = pairs.most_common(1)[0]
        if often <= _MAIN * pairs.total() or any(self.lexicon.side_of(key) not in sides for key in parties):
            return
        for side in sorted(sides):
            told = [told for told in foes if self.lexicon.side_of(told.one) == side]
            named = [key for key in sorted(parties) if self.lexicon.side_of(key) == side]  # who deals there
            usual = self._usual(draft, [(told.one, told.weight) for told in told])
            draft.role(role).append(named[0] if len(named) == 1 else usual)
            draft.evidence.append(Evidence(role, told[0].span, FROM_FOE))

    def _bombarding(self, drafts: Sequence[Draft]) -> None:
        """Shells and bombs of nobody are of the only one told to shell or bomb in the report."""
        for kind in _BOMBARDMENT:
            told = [d for d in drafts if d.type == kind and d.actors]
            if len({self.lexicon.side_of(key) for d in told for key in d.actors}) != 1:
                continue
            for draft in drafts:
                near = any({*d.places} & {*draft.places} or abs(d.sentence - draft.sentence) <= _NEAR for d in told)
                if draft.type == kind and not draft.actors and not draft.background and near:
                    draft.actors.append(told[0].actors[0])
                    draft.evidence.append(Evidence("actor", told[0].hit.span, FROM_ALONE))

    def _foes(self, drafts: Sequence[Draft]) -> Iterator[_Foes]:
        """Yield who is told to be at odds with whom, in both directions."""
        acting = {key for draft in drafts for key in draft.actors}
        for draft in drafts:
            if draft.type not in _FIGHTING | _AT_ODDS:
                continue
            two = draft.type in TWO_SIDED and len(draft.actors) == 2
            pairs = [(draft.actors[0], draft.actors[1])] if two else []
            hit = [key for key in draft.targets if not self._people(draft, key)]
            pairs += [(one, other) for one in draft.actors for other in hit]
            # A name that no list knows and that does nothing in the report is likelier a victim's than a side's.
            pairs = [(one, other) for one, other in pairs if not other.startswith("?") or other in acting]
            for one, other in pairs:
                apart = self.lexicon.side_of(one) != self.lexicon.side_of(other)
                apart = apart and (draft.type not in _TALKS or self._against_state(one, other))
                if apart and self._fights_itself(one) and self._fights_itself(other):
                    weight = _BLOW if draft.type in _FIGHTING else 1
                    yield _Foes(one, other, draft.hit.span, weight)
                    yield _Foes(other, one, draft.hit.span, weight)

    def _fill(self, draft: Draft, role: str, found: tuple[str, Span, str] | None) -> None:
        """Fill `role` with who is found to be at odds with the side that is told."""
        if found is not None:
            key, span, rule = found
            draft.role(role).append(key)
            draft.evidence.append(Evidence(role, span, rule))

    def _own(self, draft: Draft) -> set[str]:
        """Return the sides that a claim tells of."""
        return {self.lexicon.side_of(key) for key in draft.actors or draft.targets}

    def _holder(self, draft: Draft, holdings: Sequence[Holding]) -> tuple[str, Span, str] | None:
        """Return who is told to hold the place, or the area it lies in: the nearest statement."""
        own = self._own(draft)
        told = [
            holding
            for holding in holdings
            if holding.rule != "capture"
            and self.lexicon.side_of(holding.holder) not in own
            and self._fights_itself(holding.holder)
            and any(holding.place == p or self._around(holding.place, p) for p in draft.places)
        ]
        at = draft.hit.span.start
        near = min(told, key=lambda holding: abs(holding.span.start - at), default=None)
        return (near.holder, near.span, FROM_HOLDER) if near else None

    def _around(self, area: str, place: str) -> bool:
        """True for an area less than a country that a place lies in: who holds land somewhere in a country need not hold it."""
        return not self.lexicon.is_country(area) and self.lexicon.holds(area, place)

    def _foe(self, draft: Draft, foes: Sequence[_Foes]) -> tuple[str, Span, str] | None:
        """Return whom a side is told to fight most often; nobody where two others are told equally often."""
        own = self._own(draft)
        theirs = [told for told in foes if self.lexicon.side_of(told.one) in own]
        most = _weighed((self.lexicon.side_of(told.other), told.weight) for told in theirs).most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        told = [told for told in theirs if self.lexicon.side_of(told.other) == most[0][0]]
        key = self._usual(draft, [(told.other, told.weight) for told in told])
        return key, told[0].span, FROM_FOE

    def _usual(self, draft: Draft, keys: Sequence[tuple[str, int]]) -> str:
        """Return the key told most often of those of one side: armies fight, governments deal, where both are told."""
        dealing = draft.type in ("agreement", "negotiation", "ceasefire")
        fitting = [told for told in keys if (a := self.lexicon.actor(told[0])) and (a.kind == "state force") != dealing]
        key = _weighed(fitting or keys).most_common(1)[0][0]
        actor = self.lexicon.actor(key)
        led = dealing and actor is not None and actor.kind == "state force"
        return self._state_of(key) if led else key

    def _state_of(self, key: str) -> str:
        """Return the state whose army a key is, as the report names it."""
        side = self.lexicon.side_of(key)
        told = (a for k in self.told if (a := self.lexicon.actor(k)) and self.lexicon.side_of(k) == side)
        return next(
            (a.id for a in told if a.kind in ("state", "state body")), self.lexicon.body_of(side, "government") or key
        )

    def _people(self, draft: Draft, key: str) -> bool:
        """True for "shot three Ukrainians": who is hit is of a state's people, which need not be one of its soldiers."""
        spans = [e.span for e in draft.evidence if e.field == "target"] if self.lexicon.is_country(key) else []
        start, text = draft.scene.parsed.sentence.span.start, draft.scene.parsed.text
        named = {fold(text[span.start - start : span.end - start]) for span in spans}
        return any(name.endswith("s") and name[:-1] in self.lexicon.demonyms for name in named)

    def _against_state(self, one: str, other: str) -> bool:
        """True unless both are states: they talk and deal with those they do not fight too."""
        actors = [self.lexicon.actor(key) for key in (one, other)]
        return any(actor is None or not actor.kind.startswith("state") for actor in actors)

    def _fights_itself(self, key: str) -> bool:
        actor = self.lexicon.actor(key)
        return actor.kind in _FIGHTERS if actor else not key.startswith(("?person", "?media"))


def _weighed(told: Iterable[tuple[_T, int]]) -> Counter[_T]:
    """Return how much each counts; of equal ones the first told comes first."""
    counted: Counter[_T] = Counter()
    for key, weight in told:
        counted[key] += weight
    return counted


def _another(draft: Draft) -> bool:
    """True for "a similar agreement", "new clashes elsewhere": told apart from what the report tells of."""
    parse = draft.scene.parse
    return any(parse.words[k].lemma in _APART for k in parse.kids(draft.head, "amod", "det"))


def _parties_there(draft: Draft, drafts: Sequence[Draft]) -> set[str]:
    """Return who the report says has a deal at the place of another deal, which may be theirs and not the foes'."""
    if draft.type not in _DEALS:
        return set()
    there = (d for d in drafts if d.type in _DEALS and not set(d.places).isdisjoint(draft.places))
    return {key for d in there for key in d.actors}


_DEALS = frozenset({"agreement", "ceasefire", "negotiation"})
