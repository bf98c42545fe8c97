"""The layers of figures, control statements, framings and deals, each found by its words."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.model import ControlStatement, Deal, Figure, Framing
from dateline.model.agreement import alpha
from dateline.show.scoring.claiming import WIDEST_TRIGGER
from dateline.show.scoring.gold import GoldDeal, GoldItem, GoldReport
from dateline.show.scoring.ground import Ground
from dateline.show.scoring.spans import likeness, paired, shared
from dateline.show.scoring.tally import Counts, Scores

__all__ = ["score_control", "score_deals", "score_figures", "score_framings"]

R = TypeVar("R", Figure, ControlStatement, Framing)
_UNITS = {"people": "person", "civilian": "person", "percentage": "percent", "%": "percent", "km": "kilometre"}
_UNITS |= {"kilometer": "kilometre"}


def score_figures(ground: Ground, scores: Scores) -> None:
    """Score numbers with their unit, and what people are counted as."""
    counts, roles = Counts(), []
    values: list[tuple[float, float]] = []
    for report in ground.gold.reports:
        ours = [one for one in ground.figures[report.name] if not report.is_quiet(one.span)]
        pairs = _pair(ground, scores, counts, report, ("figure", report.figures, ours), _figure_fit(report))
        both = [(report.figures[at], ours[to]) for at, to in sorted(pairs.items())]
        roles += [gold.role == one.role for gold, one in both if gold.role]
        values += [(gold.low, one.low) for gold, one in both if gold.low is not None and one.low is not None]
    scores.prf("figures", counts)
    scores.share("figure role", sum(roles), len(roles))
    scores.alphas["figure values"] = alpha(values, "ratio")


def _figure_fit(report: GoldReport) -> Callable[[GoldItem, Figure], float]:
    def fit(gold: GoldItem, ours: Figure) -> float:
        words = report.text[gold.span.start : gold.span.end]
        vague = not re.search(r"\d", words) or "'s" in words or "’s" in words
        if _unit(gold.unit) != _unit(ours.unit) or not _close(gold.low, ours.low, vague):
            return 0.0
        if not _close(gold.high, ours.high, vague) and not (vague and gold.low is not None):
            return 0.0
        return likeness(gold.span, ours.span) * (2 if gold.role == ours.role else 1)

    return fit


def _close(gold: float | None, ours: float | None, vague: bool) -> bool:
    """Equal; a number in words leaves half as much on either side."""
    if gold is None or ours is None or gold == ours:
        return gold == ours
    return vague and abs(gold - ours) <= 0.5 * max(abs(gold), abs(ours))


def _unit(unit: str) -> str:
    low = unit.lower()
    bare = low.removesuffix("s")
    return _UNITS.get(bare, _UNITS.get(low, bare))


def score_control(ground: Ground, scores: Scores) -> None:
    """Score statements on who holds a place: the place must meet, and a holder with a name must be the same."""
    counts = Counts()

    def fit(gold: GoldItem, ours: ControlStatement) -> float:
        right = ground.near(gold.place, ours.place) and ground.same(gold.holder, ours.holder)
        return likeness(gold.span, ours.span) if right else 0.0

    for report in ground.gold.reports:
        _pair(ground, scores, counts, report, ("control", report.control, ground.control[report.name]), fit)
    scores.prf("control", counts)


def score_framings(ground: Ground, scores: Scores) -> None:
    """Score wording that takes a side; the same words of a report count once, where they meet the gold best."""
    counts, stances, abouts = Counts(), [], []

    def fit(gold: GoldItem, ours: Framing) -> float:
        return float(shared(gold.span, ours.span)) if ours.span.end - ours.span.start <= WIDEST_TRIGGER else 0.0

    for report in ground.gold.reports:
        ours = _once(report, ground.framings[report.name])
        pairs = _pair(ground, scores, counts, report, ("framing", report.framings, ours), fit)
        for at, to in sorted(pairs.items()):
            gold, one = report.framings[at], ours[to]
            stances.append(gold.stance == one.stance)
            if gold.about in ground.named:
                abouts.append(ground.ours.get(gold.about) == one.about)
    scores.prf("framing", counts)
    scores.share("framing stance", sum(stances), len(stances))
    scores.share("framing about", sum(abouts), len(abouts))


def _once(report: GoldReport, framings: Sequence[Framing]) -> list[Framing]:
    wanted = [gold.span for gold in report.framings]
    ordered = sorted(framings, key=lambda one: -max((shared(span, one.span) for span in wanted), default=0))
    kept: dict[str, Framing] = {}
    for one in ordered:
        if not report.is_quiet(one.span):
            kept.setdefault(report.text[one.span.start : one.span.end].lower(), one)
    return list(kept.values())


def _pair(
    ground: Ground,
    scores: Scores,
    counts: Counts,
    report: GoldReport,
    layer: tuple[str, Sequence[GoldItem], Sequence[R]],
    fit: Callable[[GoldItem, R], float],
) -> dict[int, int]:
    name, gold, ours = layer
    pairs = paired(gold, ours, fit)
    counts.add(len(pairs), len(ours) - len(pairs), len(gold) - len(pairs))
    for at, one in enumerate(gold):
        if at not in pairs:
            scores.miss(name, report.name, ground.quote(report, one.span))
    return pairs


def score_deals(ground: Ground, scores: Scores) -> None:
    """Score deals: found where one of the record shares a named party and the place, and rests on this report too."""
    name_of_claim = {claim.id: name for name, claims in ground.claims.items() for claim in claims}
    deals = list(ground.record.deals())
    found: list[bool] = []
    points: list[float] = []
    for report in ground.gold.reports:
        here = [deal for deal in deals if any(name_of_claim.get(id) == report.name for id in deal.claims)]
        for gold in report.deals:
            fitting = [deal for deal in here if _is_deal(ground, gold, deal)]
            found.append(bool(fitting))
            if not fitting:
                scores.miss("deal", report.name, f"{list(gold.parties)} {list(gold.places)} {gold.status}")
                continue
            told = {status for deal in fitting for status in _statuses(deal, report, name_of_claim)}
            points.append((gold.status in told) / max(1, len(told) - 1))
    scores.share("deals found", sum(found), len(found))
    scores.share("deal status", sum(points), len(points))


def _is_deal(ground: Ground, gold: GoldDeal, deal: Deal) -> bool:
    want = {ground.ours.get(id, f"?{id}") for id in gold.parties if id in ground.named}
    if want and want.isdisjoint(deal.parties):
        return False
    return not gold.places or any(ground.near(place, deal.place) for place in gold.places)


def _statuses(deal: Deal, report: GoldReport, name_of_claim: dict[str, str]) -> list[str]:
    """What this report's claims say of the deal's course; its latest status where they say nothing."""
    course = [s.status for s in deal.history if any(name_of_claim.get(id) == report.name for id in s.claims)]
    return course or [deal.status]
