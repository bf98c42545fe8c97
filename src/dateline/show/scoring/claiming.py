"""The layer of claims: found by the words that signal them; what they tell is judged on those found."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from dateline.model import Claim
from dateline.model.agreement import alpha
from dateline.show.scoring.gold import GoldClaim, GoldReport
from dateline.show.scoring.ground import Ground
from dateline.show.scoring.spans import likeness, paired, shared
from dateline.show.scoring.tally import Counts, Scores

__all__ = ["WIDEST_TRIGGER", "score_claims"]

WIDEST_TRIGGER = 160  # characters: a trigger is the words that signal the event, not the sentence
_LEAST_SHARED = 0.25
_OPEN_END = 7  # days that an end may be off where the other is open
_SHORTEST = 3  # days; how long an interval may be, however short the gold's


@dataclass(frozen=True, slots=True)
class _Found:
    """A claim of the gold and the one of the record that tells it."""

    report: GoldReport
    gold: GoldClaim
    ours: Claim


def score_claims(ground: Ground, scores: Scores) -> None:
    """Score claims three times over (same type, same group of types, any type), then what those of the same type tell."""
    groups = ground.gold.groups
    exact = _find(ground, scores, "claims, exact type", lambda one, other: one == other, tell=True)
    _find(ground, scores, "claims, type group", lambda one, other: groups.get(one, one) == groups.get(other, other))
    loose = _find(ground, scores, "claims, any type", lambda one, other: True)
    _roles(ground, scores, exact)
    _places(ground, scores, exact)
    _sayers(ground, scores, exact)
    _modes(ground, scores, exact)
    _times(ground, scores, exact)
    scores.alphas["claim type"] = alpha([(one.gold.type, one.ours.type) for one in loose])
    modes = [(one.gold.modality, one.ours.modality.value) for one in exact if one.gold.modality]
    scores.alphas["claim modality"] = alpha(modes)


def _find(
    ground: Ground, scores: Scores, name: str, same: Callable[[str, str], bool], tell: bool = False
) -> list[_Found]:
    counts, found = Counts(), []

    def fit(gold: GoldClaim, ours: Claim) -> float:
        width, common = ours.trigger.end - ours.trigger.start, shared(gold.span, ours.trigger)
        if not same(gold.type, ours.type) or width > WIDEST_TRIGGER or not common or common < _LEAST_SHARED * width:
            return 0.0
        return likeness(gold.span, ours.trigger) + 0.001 * (gold.type == ours.type)

    for report in ground.gold.reports:
        ours = [claim for claim in ground.claims[report.name] if not report.is_quiet(claim.trigger)]
        pairs = paired(report.claims, ours, fit)
        counts.add(len(pairs), len(ours) - len(pairs), len(report.claims) - len(pairs))
        found += [_Found(report, report.claims[at], ours[to]) for at, to in sorted(pairs.items())]
        if tell:
            _tell(ground, scores, report, ours, pairs)
    scores.prf(name, counts)
    return found


def _tell(ground: Ground, scores: Scores, report: GoldReport, ours: list[Claim], pairs: dict[int, int]) -> None:
    for at, gold in enumerate(report.claims):
        if at not in pairs:
            scores.miss("claim", report.name, f"{gold.type}: {ground.quote(report, gold.span)}")
    for to, claim in enumerate(ours):
        if to not in pairs.values():
            scores.miss("claim too many", report.name, f"{claim.type}: {ground.quote(report, claim.trigger)}")


# --- who ------------------------------------------------------------------------------------------------------------
def _roles(ground: Ground, scores: Scores, found: list[_Found]) -> None:
    back = _general(ground, found)
    roles: tuple[tuple[str, Callable[[GoldClaim], tuple[str, ...]], Callable[[Claim], tuple[str, ...]]], ...] = (
        ("actor", lambda gold: gold.actors, lambda ours: ours.actors),
        ("target", lambda gold: gold.targets, lambda ours: ours.targets),
        ("mediator", lambda gold: gold.mediators, lambda ours: ours.mediators),
    )
    for role, of_gold, of_ours in roles:
        counts, named, empty, invented = Counts(), Counts(), 0, 0
        for one in found:
            want, have = set(of_gold(one.gold)), {back.get(id, id) for id in of_ours(one.ours)}
            counts.add(len(want & have), len(have - want), len(want - have))
            named.add(len(want & have & ground.named), 0, len((want - have) & ground.named))
            empty += not want
            invented += not want and bool(have)
            if want != have:
                words = f"{one.gold.type} {ground.quote(one.report, one.gold.span)}"
                scores.miss(role, one.report.name, f"{words}: want {sorted(want)}, have {sorted(have)}")
        scores.put(f"claim {role} F1", counts.f1, counts.wanted)
        scores.put(f"claim {role}, named R", named.recall, named.wanted)
        if role != "mediator":
            scores.share(f"invented {role}s", invented, empty)


def _general(ground: Ground, found: list[_Found]) -> dict[str, str]:
    """The record's actors as the gold's: those named through their names, others ("rebels") as they most often meet."""
    meet: Counter[tuple[str, str]] = Counter()
    known = set(ground.ours.values())
    for one in found:
        for want, have in ((one.gold.actors, one.ours.actors), (one.gold.targets, one.ours.targets)):
            for id in sorted(set(have) - known):
                meet.update((id, other) for other in sorted(set(want) - ground.ours.keys()))
    back = {have: want for want, have in ground.ours.items()}
    for (id, other), _ in meet.most_common():
        back.setdefault(id, other)
    return back


def _sayers(ground: Ground, scores: Scores, found: list[_Found]) -> None:
    """One sayer that both have is right; claims whose sayer has no name in the texts are left out."""
    counts = Counts()
    for one in found:
        want, have = one.gold.speakers, one.ours.speakers
        if any(id not in ground.named for id in want):
            continue
        hit = any(ground.ours.get(id) in have for id in want)
        counts.add(hit, bool(have) and not hit, bool(want) and not hit)
        if not hit and (want or have):
            scores.miss("speaker", one.report.name, f"{one.gold.type}: want {list(want)}, have {list(have)}")
    scores.put("claim speaker F1", counts.f1, counts.wanted)


# --- where, how, when -----------------------------------------------------------------------------------------------
def _places(ground: Ground, scores: Scores, found: list[_Found]) -> None:
    counts = Counts()
    for one in found:
        want, have = one.gold.places, one.ours.places
        if not want:
            continue
        hit = sum(any(ground.near(place, id) for id in have) for place in want)
        more = sum(not any(ground.near(place, id) for place in want) for id in have)
        counts.add(hit, more, len(want) - hit)
        if hit < len(want):
            scores.miss("claim place", one.report.name, f"{one.gold.type}: want {list(want)}, have {list(have)}")
    scores.put("claim place F1", counts.f1, counts.wanted)


def _modes(ground: Ground, scores: Scores, found: list[_Found]) -> None:
    told = [one for one in found if one.gold.modality]
    rare = [one for one in told if one.gold.modality != "asserted"]
    for name, ones in (("claim modality", told), ("claim modality, not asserted", rare)):
        scores.share(name, sum(one.gold.modality == one.ours.modality for one in ones), len(ones))
    for one in told:
        if one.gold.modality != one.ours.modality:
            what = f"want {one.gold.modality}, have {one.ours.modality.value}"
            scores.miss(
                "modality", one.report.name, f"{one.gold.type} {ground.quote(one.report, one.gold.span)}: {what}"
            )


def _times(ground: Ground, scores: Scores, found: list[_Found]) -> None:
    dated: list[bool] = []
    opened: list[bool] = []
    for one in found:
        if one.gold.time is None:
            continue
        first, last = one.gold.time
        ours = (one.ours.time.earliest, one.ours.time.latest)
        if first and last:
            dated.append(_meets((first, last), ours))
        else:
            opened.append(_is_near(last or first, ours[1] if last else ours[0]))
        if not (dated if first and last else opened)[-1]:
            want, have = (" to ".join(map(_shown, ends)) for ends in ((first, last), ours))
            scores.miss("time", one.report.name, f"{one.gold.type}: want {want}, have {have}")
    scores.share("claim time, dated", sum(dated), len(dated))
    scores.share("claim time, open", sum(opened), len(opened))


def _meets(gold: tuple[dt.date, dt.date], ours: tuple[dt.date | None, dt.date | None]) -> bool:
    """True where the days meet and ours are at most twice as many."""
    first, last = ours
    if first is None or last is None:
        return False
    longest = max(_SHORTEST, 2 * (gold[1] - gold[0]).days)
    return first <= gold[1] and gold[0] <= last and (last - first).days <= longest


def _is_near(gold: dt.date | None, ours: dt.date | None) -> bool:
    return gold is not None and ours is not None and abs((gold - ours).days) <= _OPEN_END


def _shown(day: dt.date | None) -> str:
    return day.isoformat() if day else "open"
