"""Reports of one running story: articles with their dates, places, actors and events in; stories, each report in one, out.

Reports tell one story where they are about the same happening: one tells what the other is chiefly about, in like words, of
the same place. A day apart and more they do only where what goes on there lasts, such as a siege or the dispute over a gas
attack: two raids on one city in one week are two stories.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model import Article, Claim, Copy, Event, Place, Published, Story, content_id
from dateline.resolve import Resolved
from dateline.theatres import Theatre, fold
from dateline.weigh.known_names import KnownNames

__all__ = ["build_stories"]

_SPAN = 12  # days between two reports of a story that no other report bridges
_WEIGHTS = (0.45, 0.10, 0.45)  # places, actors, words
_CHIEF = 0.15  # what it adds where one report tells what the other is chiefly about
# How alike reports must be by the days between them; the second where they share something that goes on for days.
_NEEDED = ((0, 0.33, 0.18), (1, 0.68, 0.22), (4, 0.78, 0.32), (_SPAN, 0.78, 0.45))
_UNDATED = (0.80, 0.52)
_GROUP = 0.6  # part of what is needed that all reports of two groups must reach on average to be joined
_KINDS = {"province": 0.4, "district": 0.7, "city": 0.7, "area": 0.7, "river": 0.3, "sea": 0.2, "road": 0.6}
_UP = 0.6  # weight that a place hands up to what it lies in
_STATES = 0.4  # states and world bodies are named in reports of anything
_EARLY = 600.0  # characters over which the weight of a mention falls: news stands first
_TITLE = 90  # characters
_STEM = 6
_COMMON = 300  # reports naming one place in one window beyond which it leads nobody together
_ROUNDED = 1e-9
_PRIOR = 20  # reports of an imagined archive, so that words of a small one are not all common
_COURSES = {
    kind: course
    for course, kinds in {
        "leaving": ("evacuation", "withdrawal", "displacement"),
        "deal": ("agreement", "ceasefire", "negotiation", "violation", "refusal", "ultimatum"),
        "chemical": ("chemical-attack",),
    }.items()
    for kind in kinds
}


@dataclass(slots=True)
class _Profile:
    """What a report is about: weights of places, actors and words, what goes on where, and the happenings it tells."""

    places: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    actors: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    words: Counter[str] = field(default_factory=Counter)
    courses: set[tuple[str, str]] = field(default_factory=set)
    chief: str = ""  # the event that the report is chiefly about
    told: set[str] = field(default_factory=set)  # events that it tells as news, not as history


def build_stories(
    articles: Sequence[Article],
    resolved: Resolved,
    theatre: Theatre,
    dates: Mapping[str, Published],
    copies: Iterable[Copy] = (),
    events: Iterable[Event] = (),
) -> tuple[Story, ...]:
    """Return the stories of a record; the likest reports join first."""
    profiles = _Profiles(articles, resolved, theatre, events).profiles
    alike = _Likeness(articles, profiles, dates, copies)
    groups = _join(sorted(article.id for article in articles), alike)
    by_id = {article.id: article for article in articles}
    return tuple(sorted((_story(group, by_id, dates) for group in groups), key=lambda story: story.id))


class _Profiles:
    """Makes the profile of each report from its mentions and claims, or from bare names where it was not understood."""

    def __init__(
        self, articles: Sequence[Article], resolved: Resolved, theatre: Theatre, events: Iterable[Event]
    ) -> None:
        self.places: dict[str, Place] = {**theatre.places, **{place.id: place for place in resolved.places}}
        unnamed = {noun.actor for noun in theatre.nouns}
        self.actors = {actor.id: actor.kind for actor in resolved.actors if actor.id not in unnamed}
        self.profiles = {article.id: _Profile(words=_words(article)) for article in articles}
        for mention in resolved.mentions:
            if mention.form == "name" and mention.document in self.profiles:
                self._note(mention.document, mention.refers_to, mention.span.start)
        event_of = {claim: event.id for event in events for claim in event.claims}
        for claim in resolved.claims:
            if not claim.background and claim.document in self.profiles:
                self._note_claim(claim, event_of.get(claim.id, ""))
        names = KnownNames(theatre, {p.id for p in resolved.places}, self.actors)
        for article in articles:
            for found, span in names.find(article) if not article.coded else ():
                self._note(article.id, found, span.start)

    def _note_claim(self, claim: Claim, event: str) -> None:
        profile = self.profiles[claim.document]
        if event:
            profile.told.add(event)
            profile.chief = event if claim.lead else profile.chief
        if claim.type in _COURSES:
            local = [p for p in claim.places if p in self.places and self.places[p].kind != "country"]
            profile.courses.update((_COURSES[claim.type], place) for place in local or _main_place(profile))

    def _note(self, document: str, found: str, at: int) -> None:
        weight: float = 1 + 1.5 * math.exp(-at / _EARLY)
        profile = self.profiles[document]
        if found in self.actors:
            broad = self.actors[found] in ("state", "intergovernmental", "media")
            profile.actors[found] += weight * (_STATES if broad else 1)
        place, seen = self.places.get(found), set[str]()
        while place and place.kind != "country" and place.id not in seen:
            seen.add(place.id)
            profile.places[place.id] += weight * _KINDS.get(place.kind, 1.0)
            weight *= _UP
            place = self.places.get(place.parent)


def _main_place(profile: _Profile) -> list[str]:
    """Return the place a report is mostly about, where it names one."""
    return [min(profile.places, key=lambda place: (-profile.places[place], place))] if profile.places else []


class _Likeness:
    """How alike two reports are, against how alike they would have to be: 1 and more joins."""

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Mapping[str, _Profile],
        dates: Mapping[str, Published],
        copies: Iterable[Copy],
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.days = {article.id: dates[article.id].date for article in articles}
        self.profiles = profiles
        self.copied = {frozenset((c.document, c.original)) for c in copies if c.original}
        self.places = _vectors({key: profile.places for key, profile in profiles.items()})
        self.actors = _vectors({key: profile.actors for key, profile in profiles.items()})
        self.words = _vectors({key: profile.words for key, profile in profiles.items()})
        self.found: dict[tuple[str, str], float] = {}

    def pairs(self) -> Iterator[tuple[float, str, str]]:
        """Yield pairs that join with how surely; pairs of reports that name no place in common are never looked at."""
        near = (pair for pair in self._by_place() if self._may_join(*pair))
        for a, b in sorted({*near, *(tuple(sorted(pair)) for pair in self.copied if len(pair) == 2)}):
            if (surely := self.of(a, b)) >= 1:
                yield surely, a, b

    def _may_join(self, a: str, b: str) -> bool:
        """False where two reports' places alone rule out that they join: most pairs, and the cheapest part to compare."""
        needed = self._needed(a, b)
        if needed is None:
            return False
        weights = _WEIGHTS if self.articles[a].language == self.articles[b].language else _WEIGHTS[:2]
        most = _cosine(self.places[a], self.places[b]) * weights[0] + sum(weights[1:])
        return most / sum(weights) + _CHIEF + _ROUNDED >= needed

    def of(self, a: str, b: str) -> float:
        """Return the likeness of two reports as a part of what is needed to join them."""
        key = (a, b) if a < b else (b, a)
        if key not in self.found:
            self.found[key] = self._of(*key)
        return self.found[key]

    def _of(self, a: str, b: str) -> float:
        if frozenset((a, b)) in self.copied:
            return 10.0
        needed = self._needed(a, b)
        if needed is None or self.profiles[a].places.keys().isdisjoint(self.profiles[b].places):
            return (
                0.0  # a capital's reaction and the scene name no place in common: that speaks neither for nor against
            )
        parts = [_cosine(self.places[a], self.places[b]), _cosine(self.actors[a], self.actors[b])]
        if self.articles[a].language == self.articles[b].language:
            parts.append(_cosine(self.words[a], self.words[b]))
        weights = _WEIGHTS[: len(parts)]
        alike = sum(p * w for p, w in zip(parts, weights, strict=True)) / sum(weights)
        return (alike + _CHIEF * self._one_tells_of_the_other(a, b)) / needed

    def _one_tells_of_the_other(self, a: str, b: str) -> bool:
        """True where one report tells the happening that the other is chiefly about."""
        x, y = self.profiles[a], self.profiles[b]
        return x.chief in y.told or y.chief in x.told

    def _needed(self, a: str, b: str) -> float | None:
        """Return the likeness that two reports need, by the days between them; None where it is too long."""
        running = bool(self.profiles[a].courses & self.profiles[b].courses)
        # What has not been understood can share no course; its places and actors must do.
        running |= not (self.articles[a].coded and self.articles[b].coded)
        first, second = self.days[a], self.days[b]
        if first is None or second is None:
            return _UNDATED[running]
        apart = abs((first - second).days)
        return next((needs[running] for days, *needs in _NEEDED if apart <= days), None)

    def _by_place(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that name one place within the span of a story."""
        by_place: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
        undated: dict[str, list[str]] = defaultdict(list)
        at: dict[tuple[str, str], int] = {}  # where a report stands among those of a place
        for document, profile in self.profiles.items():
            for place in profile.places:
                if day := self.days[document]:
                    by_place[place].append((day, document))
                elif len(undated[place]) < _COMMON:
                    undated[place].append(document)
        for place, dated in by_place.items():
            dated.sort()
            at.update({(place, document): number for number, (_, document) in enumerate(dated)})
        for document, profile in self.profiles.items():  # report by report: all pairs at once would fill the memory
            near: set[str] = set()
            for place in profile.places:
                day = self.days[document]
                if day or document in undated[place]:
                    near.update(undated[place])
                if day:
                    after = by_place[place][at[place, document] + 1 :][: _COMMON - 1]
                    near.update(d for other, d in after if (other - day).days <= _SPAN)
            yield from (_ordered(document, other) for other in near - {document})


def _join(documents: list[str], alike: _Likeness) -> list[tuple[str, ...]]:
    """Join the surest pairs first; two groups join only if their reports are alike on the whole."""
    group: dict[str, tuple[str, ...]] = {document: (document,) for document in documents}
    for _, a, b in sorted(alike.pairs(), key=lambda pair: (-pair[0], pair[1:])):
        one, other = group[a], group[b]
        if one is other or not _fit(one, other, alike):
            continue
        merged = tuple(sorted((*one, *other)))
        group.update((document, merged) for document in merged)
    return sorted(set(group.values()))


def _fit(one: tuple[str, ...], other: tuple[str, ...], alike: _Likeness) -> bool:
    """True where the reports of two groups, beside those that cannot be compared, are alike on average."""
    found = [alike.of(a, b) for a in one for b in other]
    compared = [likeness for likeness in found if likeness > 0]
    return sum(compared) >= _GROUP * len(compared)


def _vectors(counts: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return each report's weights with rare things weighing more, at length 1."""
    common = Counter(key for count in counts.values() for key in count)
    total = len(counts) + _PRIOR
    out = {}
    for document, count in counts.items():
        vector = {key: math.sqrt(n) * math.log(1 + total / (1 + common[key])) for key, n in count.items()}
        size = math.sqrt(sum(v * v for v in vector.values()))
        out[document] = {key: v / size for key, v in vector.items()} if size else {}
    return out


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[key] for key, weight in a.items() if key in b)


def _words(article: Article) -> Counter[str]:
    kept = (article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
    return Counter(word[:_STEM] for text in kept for word in fold(text).split() if len(word) > 4)


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _story(group: tuple[str, ...], articles: Mapping[str, Article], dates: Mapping[str, Published]) -> Story:
    """Name a story after its earliest report with a headline, else after its earliest report's first words."""
    ordered = sorted(group, key=lambda d: (dates[d].date or dt.date.max, articles[d].path))
    titles = [articles[d].title for d in ordered if articles[d].title]
    known = [day for d in ordered if (day := dates[d].date)]
    lead = next((d for d in ordered if articles[d].title), ordered[0])
    return Story(
        content_id("s", *sorted(group)),
        titles[0] if titles else _first_words(articles[ordered[0]]),
        tuple(ordered),
        min(known, default=None),
        max(known, default=None),
        lead,
    )


def _first_words(article: Article) -> str:
    """Return how a report without a headline begins, whole words only."""
    first = next((s.span for s in article.sentences if not s.quiet), None)
    words = " ".join(article.text[first.start : first.end].split()) if first else ""
    return words if len(words) <= _TITLE else f"{words[:_TITLE].rsplit(' ', 1)[0]} …"
