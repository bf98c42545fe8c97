"""Figures and the sentences they stand in, in; the figures out, with those that count a part of another marked as such."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Figure
from dateline.weigh.scene import Scene

__all__ = ["mark_parts"]

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
