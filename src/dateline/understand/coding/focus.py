"""The town that a report is about: the places its sentences name in, where it goes back to from a place named in passing."""

from collections import Counter
from collections.abc import Callable, Mapping

from dateline.understand.draft import Draft

__all__ = ["Focus", "is_headline"]

_OFTEN = 2  # sentences that name the town
_AHEAD = 1.5  # times as many as name any other
_PASSING = 2  # times as many as name the place in passing

_STOPS = (".", "!", "?", "…", '"', "”", "»")


def is_headline(sentence: str) -> bool:
    """True for a sentence without a stop: where it is the first one, a headline."""
    return not sentence.rstrip().endswith(_STOPS)


class Focus:
    """Puts what was carried over from a place named in passing at the town of the report.

    A province or country is no town, and where two towns are told of alike there is none.
    """

    def __init__(self, named: Mapping[int, set[str]], wide: Callable[[str], bool], headline: bool = False) -> None:
        """`named` are the places that each sentence names, `wide` says whether one is a province or more.

        Where the first sentence is a `headline`, the place that it names counts twice.
        """
        self.named = named
        self.counts = Counter(key for keys in named.values() for key in keys)
        if headline:
            self.counts.update(named.get(min(named, default=0), ()))
        towns = sorted((-count, key) for key, count in self.counts.items() if not wide(key))
        most, next_most = (-towns[k][0] if len(towns) > k else 0 for k in (0, 1))
        self.town = towns[0][1] if most >= _OFTEN and most >= _AHEAD * next_most else ""

    def back(self, draft: Draft) -> None:
        """Put a draft whose place was carried over from another sentence at the town, if that place was named in passing."""
        if not self.town or not draft.places or draft.places[0] == self.town:
            return
        here = draft.scene.parsed.sentence.index
        passing = self.counts[draft.places[0]] * _PASSING <= self.counts[self.town]
        if passing and draft.places[0] not in self.named.get(here, ()):
            draft.places[:] = [self.town]
