"""Which events a brief tells: a record's events in, the weightiest as sentences by day out, older ones apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from dateline.model import Claim, Event, Modality
from dateline.show.contents import Contents
from dateline.show.days import event_day
from dateline.show.sentences import Composer, Told
from dateline.show.templates import templates

__all__ = ["Chosen", "choose", "span_of"]

_GROUP_WEIGHT = {"deal": 3.0, "territory": 3.0, "violence": 2.5, "movement": 2.0, "demand": 1.5, "unrest": 1.5}
_DEALS = frozenset({"agreement", "ceasefire", "ultimatum", "negotiation", "refusal", "demand"})
_TERMS_OF = (("agreement", Modality.AGREED), ("ceasefire", Modality.AGREED), ("ultimatum", Modality.DEMANDED))
_LEAVING = frozenset({"withdrawal", "evacuation", "displacement", "handover"})
_CHIEF = 6  # events among which the lead is sought
_EARLIER = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is told: of these days, of earlier ones, how many events are left to the record, and what leads."""

    told: tuple[Told, ...]
    earlier: tuple[Told, ...]
    left_out: int
    lead: tuple[Told, ...]


def choose(contents: Contents, composer: Composer, most: int = 40, most_earlier: int = 8) -> Chosen:
    """Choose by sources, figures, kind and what the reports are chiefly about."""
    sentences = [told for event in contents.events if (told := composer.tell(event))]
    ranked = _without_repeats(contents, sorted(sentences, key=lambda told: _rank(contents, told)))
    start = earliest_day(contents, contents.documents)
    now: list[Told] = []
    then: list[Told] = []
    for told in ranked:
        (then if is_earlier(contents, told.event, start) else now).append(told)
    shown, shown_then = _in_order(now[:most]), _in_order(then[:most_earlier])
    left_out = len(contents.events) - len(shown) - len(shown_then)
    return Chosen(shown, shown_then, left_out, _lead(contents, composer, now))


def weight(contents: Contents, event: Event, sources: int) -> float:
    """How much an event matters to someone who reads only a page."""
    group = templates()[event.type].group if event.type in templates() else ""
    led = contents.leads & set(event.claims)
    named = bool(event.actors) + bool(event.targets) + bool(event.places)
    reports = 1.5 * min(len(event.documents), 6)
    known = 3.0 * min(sources, 4) + reports + 2.0 * bool(event.counts) + event.contested + 0.5 * named
    return known + _GROUP_WEIGHT.get(group, 0.5) + 4.0 * min(len(led), 3)


def earliest_day(contents: Contents, documents: Iterable[str]) -> date | None:
    """The day before which all is history to these reports: 60 days before the middle of their publication dates."""
    published = [contents.documents[id].published for id in documents if id in contents.documents]
    days = [day.toordinal() for one in published if (day := one.date or one.latest)]
    return date.fromordinal(int(median(days))) - _EARLIER if days else None


def is_earlier(contents: Contents, event: Event, start: date | None) -> bool:
    """True for events told as history: by the reports that tell it, else by all of them (`start`)."""
    if all(claim.background for claim in contents.claims_of(event)):
        return True
    start = earliest_day(contents, event.documents) or start
    last = event.time.latest or event.time.earliest
    return bool(start and last and last < start)


def _rank(contents: Contents, told: Told) -> tuple[float, str]:
    return -weight(contents, told.event, told.sources), told.event.id


def span_of(told: tuple[Told, ...]) -> tuple[date, date] | None:
    """The first and the last day of what is told."""
    days = [day for one in told for day in (one.event.time.earliest, one.event.time.latest) if day]
    return (min(days), max(days)) if days else None


def _without_repeats(contents: Contents, ranked: list[Told]) -> list[Told]:
    """Leave out events that stand within another sentence, and those that say the same of the same days."""
    within = {id for told in ranked for id in told.joined}
    asked = {
        key for told in ranked for id in told.joined if id in contents.claims for key in _asked(contents.claims[id])
    }
    terms = _terms_told(contents, ranked)
    done: dict[str, list[Claim]] = defaultdict(list)
    for main in (told.claims[0] for told in ranked):
        if main.modality is Modality.ASSERTED:
            done[main.type].append(main)
    kept: list[Told] = []
    said: dict[object, list[Told]] = {}
    for told in ranked:
        main = told.claims[0]
        alike = [one for key in (told.core, _roles(told)) for one in said.get(key, ())]
        again = any(told.event.time.overlaps(one.event.time) for one in alike)
        part = all(claim.id in within for claim in told.claims) or bool(asked & set(_asked(main)))
        less = any(_says_less(told, one) for one in said.get((_kind(main), *told.event.documents[:1]), ()))
        if again or part or less or main.id in terms or _was_done(main, done.get(main.type, ())):
            continue
        kept.append(told)
        # What tells the same more fully is of the same reports, so it is looked up by each of them.
        for key in (told.core, _roles(told), *((_kind(main), document) for document in told.event.documents)):
            said.setdefault(key, []).append(told)
    return kept


def _was_done(plan: Claim, done: Iterable[Claim]) -> bool:
    """True for a plan of what the same actors are told to have done at the same place; `done` are acts of its type."""
    if plan.modality is not Modality.PLANNED or not plan.actors:
        return False
    return any(set(plan.places) <= set(one.places) and set(plan.actors) <= set(one.actors) for one in done)


def _kind(claim: Claim) -> tuple[str, str]:
    """What a claim tells and in what mode; an ultimatum is one whether it is told or demanded."""
    group = templates()[claim.type].group if claim.type in templates() else ""
    return claim.type, "" if group == "demand" else claim.modality


def _says_less(told: Told, other: Told) -> bool:
    """True where the same reports tell the same of the same days in another sentence, and more fully."""
    less, more = told.claims[0], other.claims[0]
    slots = ((less.actors, more.actors), (less.targets, more.targets), (less.places, more.places))
    fuller = all(set(few) <= set(many) for few, many in slots)
    fuller = fuller and not less.figures and bool(less.actors or less.targets)
    same = set(told.event.documents) <= set(other.event.documents)
    return fuller and same and told.event.time.overlaps(other.event.time)


def _asked(claim: Claim) -> Iterator[tuple[object, ...]]:
    """What a claim asks or promises of whom: the same asked twice over is one thing to tell."""
    if claim.modality in (Modality.DEMANDED, Modality.AGREED):
        what = "leave" if claim.type in _LEAVING else claim.type
        for actor in claim.actors:
            for place in claim.places or ("",):
                yield claim.modality, what, actor, place


def _terms_told(contents: Contents, ranked: list[Told]) -> set[str]:
    """The claims that are terms of a deal or an ultimatum which is told itself: the table of deals lists them."""
    main = {told.claims[0].id: told.claims[0] for told in ranked}
    terms: set[str] = set()
    for deal in contents.deals:
        types = {main[id].type for id in deal.claims if id in main}
        modes = {mode for type, mode in _TERMS_OF if type in types}
        terms |= {id for id in deal.claims if id in main and main[id].modality in modes and main[id].type not in _DEALS}
    return terms


def _roles(told: Told) -> tuple[object, ...]:
    """What makes two sentences say the same, whoever tells them."""
    main = told.claims[0]
    return main.type, main.modality, frozenset(main.actors), frozenset(main.targets), frozenset(main.places)


def _in_order(told: list[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=_order))


def _order(told: Told) -> tuple[date, bool, tuple[str, ...], str]:
    """By day, what surely happened on it before what happened by then, then by place."""
    time = told.event.time
    return event_day(time), not (time.earliest and time.latest), told.event.places, told.event.id


def _lead(contents: Contents, composer: Composer, ranked: list[Told]) -> tuple[Told, ...]:
    """The two weightiest events of those that reports lead with, then of all; not two of one act at one place."""
    led = [told for told in ranked if not contents.leads.isdisjoint(told.event.claims)]
    chief: list[Told] = []
    for told in (*led, *ranked[:_CHIEF]):
        main = told.claims[0]
        if all((main.type, main.places) != (one.claims[0].type, one.claims[0].places) for one in chief):
            chief.append(told)
    return tuple(lead for one in chief[:2] if (lead := composer.tell(one.event, with_days=True)))
