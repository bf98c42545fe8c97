"""The layers across reports: stories, events joined, contradictions, and who held a place by day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from dateline.show.scoring.claiming import WIDEST_TRIGGER
from dateline.show.scoring.gold import Held, Ref
from dateline.show.scoring.ground import Ground
from dateline.show.scoring.spans import shared
from dateline.show.scoring.tally import Counts, Scores

__all__ = ["score_across"]


def score_across(ground: Ground, scores: Scores) -> None:
    """Score what is coded across reports, as far as it is."""
    if ground.gold.stories is not None:
        _stories(ground, scores)
    if ground.gold.events is not None:
        _events(ground, scores)
    _contradictions(ground, scores)
    _held(ground, scores)


def _stories(ground: Ground, scores: Scores) -> None:
    """Pairs of reports in one story; a pair that the gold calls related is no fault."""
    gold = _pairs(ground, ground.gold.stories or ())
    excused = _pairs(ground, ground.gold.related)
    of_record = (
        [ground.name_of[id] for id in one.documents if id in ground.name_of] for one in ground.record.stories()
    )
    ours = _pairs(ground, of_record)
    counts = Counts()
    counts.add(len(gold & ours), len(ours - gold - excused), len(gold - ours))
    scores.prf("same story", counts)


def _pairs(ground: Ground, groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    here = {report.name for report in ground.gold.reports}
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group) & here), 2)}


def _events(ground: Ground, scores: Scores) -> None:
    """Pairs of claims found: those that the gold joins must share an event, all others must not."""
    events_of: dict[str, set[str]] = defaultdict(set)
    for event in ground.record.events():
        for claim in event.claims:
            events_of[claim].add(event.id)
    found: list[tuple[int, set[str]]] = []
    for number, refs in enumerate(ground.gold.events or ()):
        for ref in refs:
            ids = _things_at(ground, ref)
            if ids:
                found.append((number, set().union(*(events_of[id] for id in ids))))
    counts = Counts()
    for (number, events), (other, others) in combinations(found, 2):
        joined = bool(events & others)
        same = number == other
        counts.add(joined and same, joined and not same, same and not joined)
    scores.prf("same event, of claims found", counts)


def _contradictions(ground: Ground, scores: Scores) -> None:
    """A contradiction is found where one of the record has things said at two of its sides on two sides of its own."""
    ours = [[set(side.claims) for side in one.sides] for one in ground.record.contradictions()]
    found: list[bool] = []
    for about, sides in ground.gold.contradictions:
        if sum(bool(side) for side in sides) < 2:
            continue
        ids = [set().union(*(_things_at(ground, ref) for ref in side)) for side in sides]
        hit = any(_opposed(one, other, own) for one, other in combinations(ids, 2) for own in ours)
        found.append(hit)
        if not hit:
            scores.miss("contradiction", "across", about)
    scores.share("contradictions found", sum(found), len(found))


def _opposed(one: set[str], other: set[str], sides: list[set[str]]) -> bool:
    """True where one thing stands only on one side and the other only on another."""
    apart = ((a - b, b - a) for at, a in enumerate(sides) for to, b in enumerate(sides) if at != to)
    return any(one & left and other & right for left, right in apart)


def _held(ground: Ground, scores: Scores) -> None:
    """Who held a place on a day: a holder is told for it, and where the gold's has a name, it is the same."""
    ledger = list(ground.record.ledger())
    found: list[bool] = []
    for held in ground.gold.held:
        day = held.day or date.min
        cells = [
            one
            for one in ledger
            if ground.near(held.place, one.place) and (one.since or date.min) <= day <= (one.until or date.max)
        ]
        found.append(any(one.holder and ground.same(held.holder, one.holder) for one in cells))
        if not found[-1]:
            scores.miss("ledger", "across", _words(held))
    scores.share("control by day", sum(found), len(found))


def _words(held: Held) -> str:
    return f"{held.place} on {held.day}: {held.holder or 'nobody named'}"


def _things_at(ground: Ground, ref: Ref) -> set[str]:
    """The claims and figures of the record that stand at some words."""
    claims = {
        claim.id
        for claim in ground.claims[ref.document]
        if shared(ref.span, claim.trigger) and claim.trigger.end - claim.trigger.start <= WIDEST_TRIGGER
    }
    return claims | {figure.id for figure in ground.figures[ref.document] if shared(ref.span, figure.span)}
