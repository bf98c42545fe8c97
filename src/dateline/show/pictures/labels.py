"""Where labels stand: points with names in, positions at which no label covers another label or a dot out."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.show.pictures.drawing import text_width

__all__ = ["Box", "Label", "leader", "place_labels"]


@dataclass(frozen=True, slots=True)
class Label:
    """Words for the dot at x, y."""

    words: str
    x: float
    y: float
    radius: float
    size: float
    italic: bool = False


Box = tuple[float, float, float, float]  # left, top, right, bottom
_FAR = (14.0, 28.0, 44.0, 62.0)
_MOST = 200  # more names than a page can hold


def place_labels(
    labels: list[Label], width: float, height: float, blocked: Iterable[Box] = ()
) -> list[tuple[Label, float, float]]:
    """Return each label with the left end of its base line; one for which there is no room is left out.

    The first labels choose first; nothing is put on what is `blocked`. A line to a label crosses nothing; only for labels
    that then find no place may it cross a dot.
    """
    dots = [(one, _dot(one)) for one in labels]
    fixed, lines = [*blocked, *(dot for _, dot in dots)], list[Box]()
    placed: list[tuple[Label, float, float]] = []
    waiting = dots[:_MOST]
    for may_cross in (False, True):
        left = []
        for one, dot in waiting:
            words = [_box(*other) for other in placed]
            in_the_way = words if may_cross else [*words, *lines, *(other for other in fixed if other is not dot)]
            for x, y in _choices(one):
                box, line = _box(one, x, y), _steps(leader(one, x, y))
                inside = box[0] >= 2 and box[2] <= width - 2 and box[1] >= 14 and box[3] <= height - 24
                if inside and not _meet_any([box], [*fixed, *words, *lines]) and not _meet_any(line, in_the_way):
                    placed.append((one, x, y))
                    lines += line
                    break
            else:
                left.append((one, dot))
        waiting = left
    return placed


def _box(one: Label, x: float, y: float) -> Box:
    return x - 1, y - 0.8 * one.size, x + text_width(one.words, one.size) + 1, y + 0.25 * one.size


def _dot(one: Label) -> Box:
    return one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius


def _choices(one: Label) -> list[tuple[float, float]]:
    """Beside, above, below, then aslant; then the same farther off, which the map joins to the dot by a line."""
    wide = text_width(one.words, one.size)
    return [choice for far in (0.0, *_FAR) for choice in _around(one, wide, one.radius + 4 + far)]


def _around(one: Label, wide: float, gap: float) -> list[tuple[float, float]]:
    right, left, middle = one.x + gap, one.x - gap - wide, one.x - wide / 2
    level, over, under = one.y + 0.3 * one.size, one.y - gap, one.y + gap + 0.7 * one.size
    return [
        (right, level),
        (left, level),
        (middle, over),
        (middle, under),
        (right, over),
        (left, over),
        (right, under),
        (left, under),
    ]


def leader(one: Label, x: float, y: float) -> Box | None:
    """Return the ends of the line from a dot to its label, where that stands too far off to be taken for its own."""
    left, right, top, bottom = x, x + text_width(one.words, one.size), y - 0.7 * one.size, y + 0.2 * one.size
    near_x, near_y = min(max(one.x, left), right), min(max(one.y, top), bottom)
    away = math.hypot(near_x - one.x, near_y - one.y)
    if away < one.radius + _FAR[0]:
        return None
    edge = one.radius / away
    return one.x + (near_x - one.x) * edge, one.y + (near_y - one.y) * edge, near_x, near_y


def _steps(line: Box | None) -> list[Box]:
    """Return small boxes along a line, without its ends, which lie at the dot and at the label."""
    if not line:
        return []
    x, y, wide, high = line[0], line[1], line[2] - line[0], line[3] - line[1]
    count = max(3, int(math.hypot(wide, high) / 3))
    points = ((x + wide * part / count, y + high * part / count) for part in range(1, count))
    return [(left - 1, top - 1, left + 1, top + 1) for left, top in points]


def _meet_any(some: list[Box], others: list[Box]) -> bool:
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in some for b in others)
