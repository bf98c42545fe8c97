"""Figures and the sentences they stand in, in; the figures out, with those that count a part of another marked so."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from dateline.model import Claim, Figure
from dateline.weigh.scene import Scene

__all__ = ["mark_parts", "parts_of_event"]

_SMALLER = 0.5  # a part is at most so much of its whole; two counts nearer to each other may be rivals


def mark_parts(figures: Iterable[Figure], scene: Scene) -> tuple[Figure, ...]:
    """Return figures in their order; "82 civilians, including 11 women and 13 children" counts 82 people and no more.

    A count that follows a much larger one of the same role in the same breath (sentence and speakers) is its part.
    """
    listed = list(figures)
    breaths: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(listed, key=lambda f: (f.document, f.span, f.id)):
        if figure.unit == "person" and figure.role and figure.low:
            at = scene.sentence(figure.document, figure.span.start)
            breaths[figure.document, at, figure.role, figure.speakers].append(figure)
    whole: dict[str, str] = {}
    for told in breaths.values():
        for place, figure in enumerate(told):
            larger = [f for f in told[:place] if (f.low or 0.0) * _SMALLER >= (figure.low or 0.0)]
            if larger and not figure.part_of:
                whole[figure.id] = larger[0].id
    return tuple(replace(f, part_of=whole[f.id]) if f.id in whole else f for f in listed)


def parts_of_event(claims: Iterable[Claim], figures: Mapping[str, Figure], scene: Scene) -> Mapping[str, Figure]:
    """Return the figures of one event's claims, with those that count a part of another, anywhere in their report, marked so.

    Parts are counts of women, children, teachers where the report counts more people besides, whoever tells it, and counts
    of one sentence that add up to another: "four people were killed ... two women and two soldiers died".
    """
    told = {key: figures[key] for claim in claims for key in claim.figures if key in figures}
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in told.values():
        if figure.unit == "person" and figure.role and figure.low and not figure.part_of:
            groups[figure.document, figure.role].append(figure)
    for listed in groups.values():
        for part, whole in _parts(sorted(listed, key=lambda f: (f.span, f.id)), scene):
            told[part.id] = replace(part, part_of=whole.id)
    return told


def _parts(listed: Sequence[Figure], scene: Scene) -> Iterable[tuple[Figure, Figure]]:
    """Yield the parts among one report's counts in one role, each with its whole."""
    kinds = [figure for figure in listed if scene.last_word(figure.document, figure.span) in _kinds()]
    whole = max((f for f in listed if f not in kinds), key=lambda f: f.low or 0.0, default=None)
    yield from ((kind, whole) for kind in kinds if whole and (kind.low or 0.0) < (whole.low or 0.0))
    by_sentence: dict[int, list[Figure]] = defaultdict(list)
    for figure in listed:
        by_sentence[scene.sentence(figure.document, figure.span.start)].append(figure)
    for beside in by_sentence.values():
        total = sum(figure.low or 0.0 for figure in beside)
        sums = [figure for figure in listed if figure.low == total and figure not in beside]
        if len(beside) > 1 and sums:
            yield from ((figure, sums[0]) for figure in beside)


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """Return words for kinds of people of whom a report counts how many were among the rest."""
    text = (resources.files("dateline.weigh") / "part_words.csv").read_text(encoding="utf-8")
    return frozenset(word for row in csv.DictReader(text.splitlines()) for word in row["words"].split("|"))
