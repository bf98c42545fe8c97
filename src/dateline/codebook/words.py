"""How languages speak of places, times and numbers: the codebook's word tables as typed rows."""

from dataclasses import dataclass
from typing import Any

__all__ = ["FigureWords", "PlaceWords", "RelativeWords", "TimeWords", "figure_words", "place_words", "time_words"]


@dataclass(frozen=True, slots=True)
class RelativeWords:
    """How a language tells a place by another: units of distance, vague numbers, words for edges and countryside."""

    kilometres: tuple[str, ...]
    miles: tuple[str, ...]
    few: dict[str, float]
    way: tuple[str, ...]
    of: tuple[str, ...]
    edges: tuple[str, ...]
    countryside: tuple[str, ...]
    between: tuple[str, ...]
    articles: tuple[str, ...]
    fillers: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How a language speaks of places: kinds a noun can mean, what lies in towns, directions, prepositions of place."""

    nouns: dict[str, tuple[str, ...]]
    features: frozenset[str]
    directions: dict[str, str]
    locative: frozenset[str]
    source: frozenset[str]
    goal: frozenset[str]
    relative: RelativeWords | None = None


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How a language tells time: numbers of months, weekdays and units, days from today, lists of bounding words."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, int]
    numbers: dict[str, int]
    days: dict[str, int]
    spans: dict[str, tuple[int, int]]
    from_told: dict[str, int]  # days from the day told last: "la veille"
    since: tuple[str, ...]
    until: tuple[str, ...]
    past: tuple[str, ...]
    next: tuple[str, ...]
    ago: tuple[str, ...]
    this: tuple[str, ...]
    parts: dict[str, tuple[int, int]]  # of a month: its days, counted from the end where they are below zero
    seasons: dict[str, tuple[int, int, int, int]]  # month and day of the first and the last day
    lasting: tuple[str, ...]  # before "three days": so long until the day of writing
    later: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """How a language counts: modifiers, spelled numbers, vague words, units and the roles people are counted in."""

    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    words: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[float | None, float | None]]
    ranges: tuple[str, ...]
    people: frozenset[str]
    units: dict[str, tuple[str, ...]]
    skip: frozenset[str]
    roles: dict[str, tuple[str, ...]]


def figure_words(words: dict[str, Any]) -> FigureWords:
    """Read one language of figures.yaml."""
    modifiers = words["modifiers"]
    return FigureWords(
        at_least=frozenset(modifiers["at_least"]),
        at_most=frozenset(modifiers["at_most"]),
        about=frozenset(modifiers["about"]),
        words=dict(words["words"]),
        scales=dict(words["scales"]),
        vague={phrase: (low, high) for phrase, (low, high) in words["vague"].items()},
        ranges=tuple(words["ranges"]),
        people=frozenset(words["people"]),
        units={unit: tuple(items) for unit, items in words["units"].items()},
        skip=frozenset(map(str, words["skip"])),
        roles={role: tuple(items) for role, items in words["roles"].items()},
    )


def time_words(words: dict[str, Any]) -> TimeWords:
    """Read one language of times.yaml."""
    return TimeWords(
        months=dict(words["months"]),
        weekdays=dict(words["weekdays"]),
        units=dict(words["units"]),
        numbers=dict(words["numbers"]),
        days=dict(words["days"]),
        spans={phrase: (int(first), int(last)) for phrase, (first, last) in words["spans"].items()},
        from_told=dict(words["from_told"]),
        since=tuple(words["since"]),
        until=tuple(words["until"]),
        past=tuple(words["past"]),
        next=tuple(words["next"]),
        ago=tuple(words["ago"]),
        this=tuple(words["this"]),
        parts={phrase: (int(first), int(last)) for phrase, (first, last) in words["parts"].items()},
        seasons={name: tuple(days) for name, days in words["seasons"].items()},
        lasting=tuple(words["lasting"]),
        later=tuple(words["later"]),
    )


def place_words(words: dict[str, Any]) -> PlaceWords:
    """Read one language of places.yaml."""
    return PlaceWords(
        nouns={noun: tuple(kinds) for noun, kinds in words["nouns"].items()},
        features=frozenset(words["features"]),
        directions=dict(words["directions"]),
        locative=frozenset(words["locative"]),
        source=frozenset(words["source"]),
        goal=frozenset(words["goal"]),
        relative=_relative_words(words["relative"]) if "relative" in words else None,
    )


def _relative_words(words: dict[str, Any]) -> RelativeWords:
    lists = ("kilometres", "miles", "way", "of", "edges", "countryside", "between", "articles")
    return RelativeWords(
        few={word: float(number) for word, number in words["few"].items()},
        fillers=frozenset(words["fillers"]),
        **{name: tuple(words[name]) for name in lists},
    )
