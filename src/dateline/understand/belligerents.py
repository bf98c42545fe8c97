"""Who fights whom in a report: its drafts and statements of control in; the other side filled in where the words leave it out.

"The army captured Shire" names no loser; a reader takes it from who held the town, or from whom the army fights in the
same report. What is filled in says so in its evidence, and rests on the words that show the two at odds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.model import FROM_CONTEXT, Evidence, Span
from dateline.understand.draft import TWO_SIDED, Draft
from dateline.understand.holding import Holding
from dateline.understand.lexicon import Lexicon
from dateline.understand.writing import ReportDraft

__all__ = ["Belligerents"]

_FIGHTING = frozenset(
    "offensive clash attack shelling airstrike bombing chemical-attack capture loss siege killing abduction arrest".split()
)
# Those who make a truce with one another, or threaten one another, are at odds; blows count for more.
_AT_ODDS = frozenset(
    "ceasefire agreement negotiation ultimatum threat demand accusation refusal surrender violation".split()
)
_BLOWS = 3
_FIGHTERS = frozenset({"state", "state body", "state force", "armed group", "coalition"})
_TAKING = frozenset({"capture", "offensive"})  # from whom: told by who holds the place, or by whom they fight
_MAIN = 0.6  # of all that is told of foes: the share from which two are the sides of the report
_WITH_ANOTHER = frozenset({"clash", "agreement", "negotiation"})  # a truce may be one side's own
_APART = frozenset("another other similar separate such autre semblable similaire tel".split())
_BOMBARDMENT = ("shelling", "airstrike")
_FROM_HOLDER, _FROM_FOE, _ALONE = FROM_CONTEXT


class Belligerents:
    """Fills in the other side."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, report: ReportDraft) -> None:
        """Give captures, offensives, losses and clashes the side that they leave out."""
        drafts = report.drafts
        holdings = [
            holding for scene in report.scenes for holding in scene.holdings if holding.holder and not holding.denied
        ]
        fights = list(self._fights(drafts))
        for draft in drafts:
            if draft.type in _TAKING and bool(draft.actors) != bool(draft.targets):
                role = "target" if draft.actors else "actor"
                self._fill(draft, role, draft.actors or draft.targets, holdings if draft.actors else [], fights)
            elif draft.type == "loss" and bool(draft.actors) != bool(draft.targets):
                role = "target" if draft.actors else "actor"
                self._fill(draft, role, draft.actors or draft.targets, [], fights)
            elif draft.type in _WITH_ANOTHER and len(draft.actors) == 1 and not draft.targets and not draft.mediators:
                self._fill(draft, "actor", draft.actors, [], fights)
            elif draft.type in _WITH_ANOTHER and not draft.actors and not draft.mediators and not draft.background:
                self._both(draft, fights)
        self._alone(drafts)

    def _both(self, draft: Draft, fights: Sequence[tuple[str, str, Span]]) -> None:
        """Fighting told of nobody is between the two sides that the report tells of, where it tells of two only."""
        pairs = Counter(frozenset((self._side(one), self._side(other))) for one, other, _ in fights)
        if not pairs or _another(draft):
            return
        sides, often = pairs.most_common(1)[0]
        if often <= _MAIN * pairs.total():
            return
        for side in sorted(sides):
            told = [(one, span) for one, _, span in fights if self._side(one) == side]
            draft.actors.append(self._usual(draft, [one for one, _ in told]))
            draft.evidence.append(Evidence("actor", told[0][1], _FROM_FOE))

    def _alone(self, drafts: Sequence[Draft]) -> None:
        """Shells and bombs of nobody are of the only one told to shell or bomb in the report."""
        for kind in _BOMBARDMENT:
            told = [d for d in drafts if d.type == kind and d.actors]
            if len({self._side(key) for d in told for key in d.actors}) != 1:
                continue
            for draft in drafts:
                if draft.type == kind and not draft.actors and not draft.background:
                    draft.actors.append(told[0].actors[0])
                    draft.evidence.append(Evidence("actor", told[0].hit.span, _ALONE))

    def _fights(self, drafts: Sequence[Draft]) -> Iterator[tuple[str, str, Span]]:
        """Yield who is told to fight whom, in both directions, with the words."""
        acting = {key for draft in drafts for key in draft.actors}
        for draft in drafts:
            if draft.type not in _FIGHTING | _AT_ODDS:
                continue
            two = draft.type in TWO_SIDED and len(draft.actors) == 2
            pairs = [(draft.actors[0], draft.actors[1])] if two else []
            pairs += [(one, other) for one in draft.actors for other in draft.targets]
            # A name that no list knows and that does nothing in the report is likelier a victim's than a side's.
            pairs = [(one, other) for one, other in pairs if not other.startswith("?") or other in acting]
            for one, other in pairs:
                if self._fights_itself(one) and self._fights_itself(other) and self._side(one) != self._side(other):
                    for _ in range(_BLOWS if draft.type in _FIGHTING else 1):
                        yield one, other, draft.hit.span
                        yield other, one, draft.hit.span

    def _fill(
        self,
        draft: Draft,
        role: str,
        against: Sequence[str],
        holdings: Sequence[Holding],
        fights: Sequence[tuple[str, str, Span]],
    ) -> None:
        own = {self._side(key) for key in against}
        found = self._holder(draft, holdings, own) or self._foe(draft, own, fights)
        if found is not None:
            key, span, rule = found
            draft.role(role).append(key)
            draft.evidence.append(Evidence(role, span, rule))

    def _holder(self, draft: Draft, holdings: Sequence[Holding], own: set[str]) -> tuple[str, Span, str] | None:
        """Return who is told to hold the place, or the area it lies in: the nearest statement."""
        told = [
            holding
            for holding in holdings
            if holding.rule != "capture"
            and self._side(holding.holder) not in own
            and self._fights_itself(holding.holder)
            and any(holding.place == p or self.lexicon.holds(holding.place, p) for p in draft.places)
        ]
        at = draft.hit.span.start
        near = min(told, key=lambda holding: abs(holding.span.start - at), default=None)
        return (near.holder, near.span, _FROM_HOLDER) if near else None

    def _foe(
        self, draft: Draft, own: set[str], fights: Sequence[tuple[str, str, Span]]
    ) -> tuple[str, Span, str] | None:
        """Return whom a side is told to fight most often; nobody where two others are told equally often."""
        told = Counter(self._side(other) for one, other, _ in fights if self._side(one) in own)
        most = told.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        keys = [
            (other, span) for one, other, span in fights if self._side(one) in own and self._side(other) == most[0][0]
        ]
        key = self._usual(draft, [other for other, _ in keys])
        return key, keys[0][1], _FROM_FOE

    def _usual(self, draft: Draft, keys: Sequence[str]) -> str:
        """Return the key told most often of those of one side: armies fight, governments deal, where both are told."""
        dealing = draft.type in ("agreement", "negotiation")
        fitting = [key for key in keys if (a := self.lexicon.actor(key)) and (a.kind == "state force") != dealing]
        key = Counter(fitting or keys).most_common(1)[0][0]
        actor = self.lexicon.actor(key)
        led = dealing and actor is not None and actor.kind == "state force" and actor.part_of
        return actor.part_of[0].parent if led and actor else key

    def _fights_itself(self, key: str) -> bool:
        actor = self.lexicon.actor(key)
        return actor.kind in _FIGHTERS if actor else not key.startswith(("?person", "?media"))

    def _side(self, key: str) -> str:
        """Return a state for its bodies and forces, else who stands at the head of a group's family."""
        seen: set[str] = set()
        while (actor := self.lexicon.actor(key)) and key not in seen:
            seen.add(key)
            if actor.kind.startswith("state"):
                return actor.country or key
            if not actor.part_of:
                return key
            key = actor.part_of[0].parent
        country = next((c for c in self.lexicon.theatre.countries if key.startswith(f"{c}-")), "")
        known = self.lexicon.theatre.countries.get(country or key)
        return known.code if known else key


def _another(draft: Draft) -> bool:
    """True for "a similar agreement", "new clashes elsewhere": told apart from what the report tells of."""
    parse = draft.scene.parse
    return any(parse.words[k].lemma in _APART for k in parse.kids(draft.head, "amod", "det"))
