"""Two bundles of claims in; how well they can tell of one happening, slot by slot, out."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dateline.model import Claim, Figure
from dateline.weigh.bundles import ONCE, REMEMBERED, SLACK, Bundle, Toll, Window, family_of
from dateline.weigh.geography import Geography
from dateline.weigh.rival_counts import VAGUE
from dateline.weigh.scene import Scene
from dateline.weigh.sides import Sides
from dateline.weigh.witnesses import Witnesses

__all__ = ["Likeness", "is_fact"]

V = TypeVar("V")

_POLITICS = frozenset({"agreement", "negotiation", "violation", "vote", "demand", "accusation", "denial", "refusal"})
_WEEK = dt.timedelta(days=7)
_FORTNIGHT = dt.timedelta(days=14)
_JUST_BEFORE = dt.timedelta(days=3)  # how far "by Thursday" reaches back
_HALF_YEAR = dt.timedelta(days=180)
_LASTING = frozenset({"siege"})  # a state, told about on any of its days
_OF_ONE_PLACE = frozenset({"capture"})  # families whose act over an area is another act than over a town in it
_TAKEN, _FOUGHT = frozenset({"capture", "loss"}), frozenset({"offensive", "clash"})
_OF_PARTIES = frozenset({"agreement", "negotiation"})  # families that the parties tell apart
_FACT = ("asserted", "reported", "denied")
_ASKED = ("demanded", "threatened")  # what remains is planned, agreed or imagined
_APART = 4.0  # two tolls so many times apart are not of one happening
_OPEN = 4.0  # "dozens" may be so many times more than they are read as
_TOLD = ("text", "context")  # what dates a claim by words
_AGAIN = 0.1  # what the time is worth where one report only remembers what another dates
_KIN = 0.5  # what one type in common is worth
_MEANS = frozenset({"airstrike", "shelling", "bombing"})  # one bombardment, as different people see it
_OF_A_WAR = 10_000.0  # killed: no single happening's toll
_SAME_TEXT, _OTHER_TEXT = 1.0, 2.2  # how much must speak for one happening, within a report and between two


class Likeness:
    """Measures how alike two bundles are; a slot that contradicts rules the pair out."""

    def __init__(
        self, geography: Geography, sides: Sides, witnesses: Witnesses, figures: Mapping[str, Figure], scene: Scene
    ) -> None:
        self.geography, self.sides, self.witnesses = geography, sides, witnesses
        self.figures, self.scene = figures, scene
        self._known: dict[Any, Any] = {}  # parts of bundles: an archive has millions, of which most are equal

    def bundle(self, claims: Iterable[Claim]) -> Bundle:
        """Return claims with their slots joined; the first claim is the fullest and sets the window."""
        listed = tuple(claims)
        windows = [w for c in listed if (w := self.window(c))]
        places = self._same(_union(c.places for c in listed))
        return Bundle(
            claims=listed,
            family=family_of(listed[0].type),
            mode=_mode(listed[0]),
            types=self._same(frozenset(c.type for c in listed)),
            actors=self._same(_union(_doers(c) for c in listed)),
            targets=self._same(_union(_done_to(c) for c in listed)),
            places=places,
            window=self._same(_commonest(windows)),
            tolls=tuple(sorted({toll for c in listed for toll in self._tolls(c)})),
            denied=all(c.modality == "denied" for c in listed),
            home=self._home(listed[0].document, places),
            named=self._same(frozenset(p for c in listed for p in self.scene.named_near(c, 0))),
            loose=not any(c.time.basis in _TOLD for c in listed if c.type == listed[0].type),
            title=all(self.scene.in_title(c) for c in listed),
            sure=any(self._tells_place(c) for c in listed),
        )

    def _same(self, value: V) -> V:
        same: V = self._known.setdefault(value, value)
        return same

    def _home(self, document: str, places: Iterable[str]) -> str:
        """Return a report's main place, where claims of it tell no narrower place and no other country."""
        home = self.scene.main_place(document)
        return "" if any(self.geography.narrows(p, home) for p in places) else home

    def _tells_place(self, claim: Claim) -> bool:
        beside = any(one.field == "place" for one in claim.evidence)
        return beside or any(p in self.scene.named_near(claim, 0) for p in claim.places)

    def window(self, claim: Claim) -> Window | None:
        """Return the days a claim can be about, open ends closed by the publication date; None where nothing is known."""
        published = self.witnesses.published(claim.document)
        first, last = claim.time.earliest, claim.time.latest
        loose = claim.time.basis not in _TOLD
        if claim.background and loose:
            return None
        if claim.type in _LASTING and last and not first:
            return Window(last - _HALF_YEAR, last)
        if first and last:
            return Window(first, max(first, last))
        if last:
            return Window(last - (_WEEK if loose else _JUST_BEFORE), last)
        if first:
            end = published if published and published > first else first
            return Window(first, end if is_fact(claim) else first + _FORTNIGHT)
        return Window(published - _WEEK, published) if published else None

    def within_text(self, a: Bundle, b: Bundle) -> float:
        """Return how well two bundles of one report fit, 0 where they do not."""
        slots = self._slots(a, b)
        if slots is None:
            return 0.0
        time, place, actor, target, toll = slots
        if a.window is None and b.window is None:
            time = 0.5
        same = _KIN if a.types & b.types else 0.2 if _means_alike(a, b) else -0.3
        near = 0.5 if _beside(a, b) else 0.0
        headline = 0.5 if self._repeats_title(a, b) else 0.0  # what a title tells is told again below it
        score = 0.5 * time + place + actor + target + toll + same + near + headline
        told = place + actor + target + toll + headline > 0 or (near > 0 and (_bare(a) or _bare(b)))
        return score if told and score >= _SAME_TEXT else 0.0

    def between_texts(self, a: Bundle, b: Bundle) -> float:
        """Return how well bundles of two reports fit, 0 where they do not: the place must be one, or all doers and the day."""
        slots = self._slots(a, b)
        if slots is None:
            return 0.0
        time, place, actor, target, toll = slots
        same = _KIN if a.types & b.types else 0.0
        names = self._shared_names(a, b)
        if place < 0.5:  # a country or "the north" in both tells less than the town that both reports are about
            place = max(place, 0.7 * self._place(a, b, homes=True))
        score = time + place + actor + target + toll + same + 0.5 * max(0, names - 1)
        located = place >= 0.8 and (actor + target + toll > 0 or (same > 0 and time >= 1.0))
        doers = actor + target >= 1.0 and time >= 0.5
        at_home = place >= 0.5 and same > 0 and (doers or (place >= 0.7 and time >= 1.0))
        whoever = same > 0 and names >= 2
        if a.family in _OF_ONE_PLACE and same > 0 and place >= 1.0 and time >= 0.5:
            return score  # a town is not taken twice in the same weeks
        return score if (located or at_home or whoever) and score >= _OTHER_TEXT else 0.0

    def _slots(self, a: Bundle, b: Bundle) -> tuple[float, float, float, float, float] | None:
        """Return the fit of time, place, actors, targets and tolls; None where one contradicts, the likeliest asked first."""
        time = self._time(a, b)
        if time < 0:
            return None
        place = self._place(a, b)
        if time == _AGAIN and place < 0.8:
            return None
        if place < 0 and not self._place_may_err(a, b, time):
            return None
        if self._other_acts(a, b):
            return None
        actor, target = (
            self._who(a.actors, b.actors),
            self._whom(a.targets, b.targets, a.types == b.types == {"killing"}),
        )
        if actor < 0 and (self._may_deal(a, b) or self._repeats_title(a, b)):
            actor = 0.0
        toll = self._toll(a, b)
        if min(actor, target, toll) < 0 or (time == _AGAIN and actor + target < 1.0):
            return None
        if 0 < actor < 1 and a.targets and b.targets and not a.types & b.types:
            return None  # "rebels" killed him and a named group shot him down: two acts
        return time, max(place, 0.0), actor, target, toll

    def _other_acts(self, a: Bundle, b: Bundle) -> bool:
        """True for a denial of another kind of act, the toll of a war, and deals and talks of other opponents of a state."""
        if _toll_of_war(a) != _toll_of_war(b) or self._fight_and_outcome(a, b):
            return True
        if a.denied != b.denied and not (a.types & b.types and _tells_whose(a if a.denied else b)):
            return True
        if a.family not in _OF_PARTIES:
            return False
        xs, ys = self._parties(a), self._parties(b)
        return bool(xs and ys) and not any(self.sides.alike(x, y) > 0 for x in xs for y in ys)

    def _fight_and_outcome(self, a: Bundle, b: Bundle) -> bool:
        """True for fighting and for ground taken, told in two sentences: a battle has many days, its outcome one."""
        if not ((a.types <= _TAKEN and b.types <= _FOUGHT) or (a.types <= _FOUGHT and b.types <= _TAKEN)):
            return False
        spots = [{(c.document, self.scene.sentence(c.document, c.trigger.start)) for c in x.claims} for x in (a, b)]
        return spots[0].isdisjoint(spots[1])

    def _may_deal(self, a: Bundle, b: Bundle) -> bool:
        """True where two tellings of talks or a deal each name one side of it, or one of them only who helped."""
        return a.family in _OF_PARTIES and not (self._parties(a) and self._parties(b))

    def _repeats_title(self, a: Bundle, b: Bundle) -> bool:
        """True for a title and the act of its report: whom a title names is less sure than what it says was done.

        Not so for attacks: "strikes kill 45 after shells hit the capital" tells of two.
        """
        if a.family == family_of("attack"):
            return False
        one_text = a.claims[0].document == b.claims[0].document
        return one_text and a.title != b.title and bool(a.types & b.types)

    def _parties(self, bundle: Bundle) -> list[str]:
        """Return who deals with a state, or with whom its foes deal: what tells one deal from another."""
        return [a for a in dict.fromkeys((*bundle.actors, *bundle.targets)) if not self.sides.is_state(a)]

    def _place_may_err(self, a: Bundle, b: Bundle, time: float) -> bool:
        """True where the doers and what is done are so clearly the same that a misread place must not part them."""
        names = self._shared_names(a, b)
        if not a.types & b.types or a.family in _OF_ONE_PLACE:
            return False
        one_text = a.claims[0].document == b.claims[0].document
        if a.family in _POLITICS:  # one report that names two towns tells of two talks
            return names >= 2 or (names >= 1 and time >= 0.5 and not one_text)
        return one_text and names >= 2 and bool(a.targets) and time >= 0.5 and not (a.sure and b.sure)

    def _time(self, a: Bundle, b: Bundle) -> float:
        x, y = a.window, b.window
        if x is None or y is None:
            return 0.2
        if x.first - SLACK > y.last or y.first - SLACK > x.last:
            return _AGAIN if self._remembers(a, b) or self._remembers(b, a) else -1.0
        return 1.0 if x.sharp and y.sharp else 0.5

    def _remembers(self, late: Bundle, early: Bundle) -> bool:
        """True where an undated telling of what is done once in a while comes out after a dated one of it."""
        if not (late.loose and late.window and early.window and not early.loose and late.types & early.types & ONCE):
            return False
        return dt.timedelta(0) < late.window.last - early.window.last <= REMEMBERED

    def _place(self, a: Bundle, b: Bundle, homes: bool = False) -> float:
        """1 for a shared place, less for one in the other's area, -1 for places apart, 0 where one tells none.

        With `homes`, a bundle that tells no place that could be located is taken to be at its report's main place.
        """
        geography = self.geography
        xs = [p for p in self._spots(a, homes) if not geography.wide(p)]
        ys = [p for p in self._spots(b, homes) if not geography.wide(p)]
        if not xs or not ys:
            return 0.3 if set(a.places) & set(b.places) else 0.0
        if set(xs) & set(ys):
            return 1.0
        if any(self._one_scene(a, p, q) for p in xs for q in ys):
            return 0.8
        if {*xs, *a.named} & {*ys, *b.named}:
            return 0.5
        return -1.0 if (a.sure and b.sure) or a.family in _OF_ONE_PLACE else 0.0

    def _one_scene(self, bundle: Bundle, p: str, q: str) -> bool:
        """True for one spot; for ground taken or lost, and for deals, an area is another spot than a town in it."""
        if bundle.family not in _OF_ONE_PLACE:
            return self.geography.one_spot(p, q)
        return self.geography.beside(p, q)

    def _spots(self, bundle: Bundle, homes: bool) -> tuple[str, ...]:
        return (bundle.home,) if homes and bundle.home else bundle.places

    def _who(self, xs: tuple[str, ...], ys: tuple[str, ...]) -> float:
        """Compare named actors with named ones, general words only where one side has no names."""
        general = self.sides.general
        named = [x for x in xs if x not in general], [y for y in ys if y not in general]
        fit = self.sides.meet(*named) if all(named) else self.sides.meet(xs, ys)
        if fit is None:
            return 0.0
        return fit if fit > 0 else -1.0

    def _whom(self, xs: tuple[str, ...], ys: tuple[str, ...], killed: bool) -> float:
        """As for doers, but one act hits many: two persons rule it out, and the killing of a person that of civilians."""
        kinds = [{self.sides.kind(x) for x in group} for group in (xs, ys)]
        if killed and {"person"} in kinds and {"civilian group"} in kinds:
            return -1.0
        fit = self._who(xs, ys)
        return fit if fit >= 0 else -1.0 if kinds == [{"person"}, {"person"}] else -0.0

    def _shared_names(self, a: Bundle, b: Bundle) -> int:
        """Return how many named actors two bundles have in common, in whatever role."""
        xs, ys = {*a.actors, *a.targets} - self.sides.general, {*b.actors, *b.targets} - self.sides.general
        return sum(any(self.sides.alike(x, y) >= 1.0 for y in ys) for x in xs)

    def _tolls(self, claim: Claim) -> Iterable[Toll]:
        for key in claim.figures:
            figure = self.figures.get(key)
            if figure and figure.role and figure.low and not figure.part_of:
                most = figure.high or (_OPEN * figure.low if figure.low in VAGUE else figure.low)
                yield Toll(figure.role, figure.low, most, claim.targets)

    def _toll(self, a: Bundle, b: Bundle) -> float:
        """0.5 where two bundles count alike, -1 where their counts of the same people are worlds apart."""
        alike = [(x, y) for x in a.tolls for y in b.tolls if x.role == y.role and self.sides.meet(x.of, y.of) != 0.0]
        if not alike:
            return 0.0
        apart = min(max(x.count, y.count) / min(x.most, y.most) for x, y in alike)
        return 0.5 if apart <= 1.1 else 0.0 if apart < _APART else -1.0


def _doers(claim: Claim) -> tuple[str, ...]:
    """Return who acts; who takes, where a loss tells who loses: it is compared with the capture of the same ground."""
    return claim.targets if claim.type == "loss" else claim.actors


def _done_to(claim: Claim) -> tuple[str, ...]:
    return claim.actors if claim.type == "loss" else claim.targets


def is_fact(claim: Claim) -> bool:
    """True for an act told, heard of or denied, and for an agreement that was reached."""
    return _mode(claim) == "fact"


def _mode(claim: Claim) -> str:
    if claim.modality in _FACT or (claim.modality == "agreed" and family_of(claim.type) == "agreement"):
        return "fact"
    return claim.modality if claim.modality in _ASKED else "planned"


def _commonest(windows: Sequence[Window]) -> Window | None:
    """Return the narrow window that most claims tell, of equals the narrowest; a wide one where none is narrow."""
    return max(windows, key=lambda w: (w.sharp, windows.count(w), w.first - w.last, w.first), default=None)


def _tells_whose(bundle: Bundle) -> bool:
    """True where a denial says of whom, or of which place, something did not happen."""
    return bool(bundle.actors or bundle.targets or bundle.family in _OF_ONE_PLACE)


def _toll_of_war(bundle: Bundle) -> bool:
    return any(toll.role == "killed" and toll.count >= _OF_A_WAR for toll in bundle.tolls)


def _means_alike(a: Bundle, b: Bundle) -> bool:
    return bool(a.types & _MEANS and b.types & _MEANS)


def _bare(bundle: Bundle) -> bool:
    return not (bundle.actors or bundle.targets or bundle.places)


def _beside(a: Bundle, b: Bundle) -> bool:
    """True where two bundles of one text stand within a few sentences of each other."""
    return any(abs(x.trigger.start - y.trigger.start) <= 300 for x in a.claims for y in b.claims)


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))
