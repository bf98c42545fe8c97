"""Reports and what each is about in; the pairs of reports that can tell one story, and how alike two are, out."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.model import Article, Copy, Published
from dateline.theatres import fold_text
from dateline.weigh.story_profiles import Profile
from dateline.weigh.vectors import Vectors

__all__ = ["Likeness"]

_SPAN = 12  # days between two reports of a story that no other report bridges
_PLACES, _ACTORS, _WORDS = 0.45, 0.10, 0.45
_CHIEF = 0.15  # what it adds where one report tells what the other is chiefly about
# How alike reports must be by the days between them; the second where they share something that goes on for days.
_NEEDED = ((0, 0.33, 0.18), (1, 0.68, 0.22), (4, 0.78, 0.32), (_SPAN, 0.78, 0.45))
_UNDATED = (0.80, 0.52)
_COPIED = 10.0  # the likeness of a copy and its original, whatever their days
_DAYS = np.array([days for days, *_ in _NEEDED])
_NEEDS = np.array([*(needs for _, *needs in _NEEDED), _UNDATED])
_STEM = 6
_COMMON = 300  # reports naming one place in one window beyond which it leads nobody together
_ROUNDED = 1e-6


class Likeness:
    """How alike two reports are, against how alike they would have to be: 1 and more joins.

    Reports are counted by their days, those without one last.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Mapping[str, Profile],
        dates: Mapping[str, Published],
        copies: Iterable[Copy],
    ) -> None:
        ordered = sorted(articles, key=lambda a: (dates[a.id].date or dt.date.max, a.id))
        self.ids = [article.id for article in ordered]
        self.at = {id: at for at, id in enumerate(self.ids)}
        self.days = [day.toordinal() if (day := dates[id].date) else None for id in self.ids]
        self.languages = [article.language for article in ordered]
        self.coded = [article.coded for article in ordered]
        listed = [profiles[id] for id in self.ids]
        self._on = np.array([-1 if day is None else day for day in self.days], dtype=np.int64)
        self._spoken = np.unique(np.array(self.languages, dtype=object), return_inverse=True)[1]
        self._understood = np.array(self.coded, dtype=bool)
        self.courses = [profile.courses for profile in listed]
        self.told = [(profile.chief, profile.told) for profile in listed]
        self._dated = int(np.count_nonzero(self._on >= 0))
        self.copied = {self._pair(c.document, c.original) for c in copies if c.original and c.original != c.document}
        self._copies: dict[int, set[int]] = defaultdict(set)
        for one, other in self.copied:
            self._copies[one].add(other)
            self._copies[other].add(one)
        self.places = Vectors(profile.places for profile in listed)
        self.actors = Vectors(profile.actors for profile in listed)
        self.words = Vectors(_words(article) for article in ordered)

    def pairs(self) -> Iterator[tuple[float, str, str]]:
        """Yield pairs that join with how surely; pairs of reports that name no place in common are never looked at."""
        for one, other in self.copied:
            yield (_COPIED, *sorted((self.ids[one], self.ids[other])))  # type: ignore[misc]
        for one, near in self._near():
            for other in self._likely(one, near):
                pair = (one, other) if one < other else (other, one)
                if pair not in self.copied and (surely := self._of(*pair)) >= 1:
                    yield (surely, *sorted((self.ids[one], self.ids[other])))  # type: ignore[misc]

    def between(self, one: int, group: Sequence[int]) -> Iterator[float]:
        """Yield the likeness of a report to each of a group that it can be compared with, as a part of what joins them.

        The group stands in order, so that of a long one only the reports of near days are looked at.
        """
        copies, near = self._copies.get(one, set()), group
        if (day := self.days[one]) is not None:
            undated = bisect_left(group, self._dated)
            first = bisect_left(group, day - _SPAN, 0, undated, key=self._on.__getitem__)
            last = bisect_right(group, day + _SPAN, first, undated, key=self._on.__getitem__)
            near = (*group[first:last], *group[undated:])
        yield from (_COPIED for _ in copies.intersection(group))
        yield from (alike for other in near if other not in copies and (alike := self._of(one, other)) > 0)

    def _pair(self, a: str, b: str) -> tuple[int, int]:
        one, other = self.at[a], self.at[b]
        return (one, other) if one < other else (other, one)

    def _of(self, one: int, other: int) -> float:
        needed = self._needed(one, other)
        if needed is None or self.places.of(one).keys().isdisjoint(self.places.of(other)):
            return (
                0.0  # a capital's reaction and the scene name no place in common: that speaks neither for nor against
            )
        if self.ids[other] < self.ids[one]:
            one, other = other, one  # so that what is added up comes in one order, whatever the dates
        parts = [(self.places.alike(one, other), _PLACES), (self.actors.alike(one, other), _ACTORS)]
        if self.languages[one] == self.languages[other]:
            parts.append((self.words.alike(one, other), _WORDS))
        alike = sum(part * weight for part, weight in parts) / sum(weight for _, weight in parts)
        return (alike + _CHIEF * self._one_tells_of_the_other(one, other)) / needed

    def _one_tells_of_the_other(self, one: int, other: int) -> bool:
        """True where one report tells the happening that the other is chiefly about."""
        (chief, told), (others_chief, others_told) = self.told[one], self.told[other]
        return chief in others_told or others_chief in told

    def _needed(self, one: int, other: int) -> float | None:
        """Return the likeness that two reports need, by the days between them; None where it is too long."""
        # What has not been understood can share no course; its places and actors must do.
        running = not (self.coded[one] and self.coded[other]) or not self.courses[one].isdisjoint(self.courses[other])
        first, second = self.days[one], self.days[other]
        if first is None or second is None:
            return _UNDATED[running]
        apart = abs(first - second)
        return next((needs[running] for days, *needs in _NEEDED if apart <= days), None)

    def _likely(self, one: int, near: NDArray[np.int64]) -> Iterator[int]:
        """Yield of the reports near one those that may join it; the cheapest part is compared first: places rule out most."""
        needed = self._all_needed(one, near) - _ROUNDED
        words = _WORDS * (self._spoken[near] == self._spoken[one])
        places = _PLACES * self.places.nearly(one, near)
        may = (places + _ACTORS + words) / (_PLACES + _ACTORS + words) + _CHIEF >= needed
        near, words, needed, places = near[may], words[may], needed[may], places[may]
        alike = places + _ACTORS * self.actors.nearly(one, near) + words * self.words.nearly(one, near)
        missing = needed - alike / (_PLACES + _ACTORS + words)
        for other, more in zip(near.tolist(), missing.tolist(), strict=True):
            if more <= 0 or (more <= _CHIEF and self._one_tells_of_the_other(one, other)):
                yield other

    def _all_needed(self, one: int, near: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return what `_needed` does for many at once; the reports are near enough by their days."""
        own = self.courses[one]
        running = ~self._understood[near] | (not self.coded[one])
        if own:
            running |= np.array([not own.isdisjoint(self.courses[other]) for other in near.tolist()], dtype=bool)
        steps = np.searchsorted(_DAYS, np.abs(self._on[near] - self._on[one]))
        steps[(self._on[near] < 0) | (self._on[one] < 0)] = len(_DAYS)
        found: NDArray[np.float64] = _NEEDS[steps, running.astype(np.int64)]
        return found

    def _near(self) -> Iterator[tuple[int, NDArray[np.int64]]]:
        """Yield with each report those that name a place with it within the span of a story, each pair once."""
        by_place: dict[int, list[int]] = defaultdict(list)
        undated: dict[int, list[int]] = defaultdict(list)
        dated = self._dated
        for one in range(dated):
            for place in self.places.things(one):
                by_place[place].append(one)
        for one in range(dated, len(self.ids)):
            for place in self.places.things(one):
                if len(undated[place]) < _COMMON:
                    undated[place].append(one)
        for one, day in enumerate(self.days):  # report by report: all pairs at once would fill the memory
            near: set[int] = set()
            last = bisect_right(self.days, day + _SPAN, 0, dated) if day is not None else 0  # type: ignore[type-var]
            for place in self.places.things(one):
                if day is not None or one in undated[place]:
                    near.update(undated.get(place, ()))
                if day is not None:
                    listed = by_place[place]
                    first = bisect_right(listed, one)
                    near.update(listed[first : min(first + _COMMON - 1, bisect_right(listed, last - 1, first))])
            near.discard(one)
            if day is None:
                near = {other for other in near if other > one}
            if near:
                yield one, np.fromiter(near, dtype=np.int64, count=len(near))


def _words(article: Article) -> Counter[str]:
    kept = (article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
    return Counter(word[:_STEM] for text in kept for word in fold_text(text).split() if len(word) > 4)
