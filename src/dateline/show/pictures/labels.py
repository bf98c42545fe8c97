"""Where labels stand: points with names in, positions at which no label covers another label or a dot out."""

from dataclasses import dataclass

from dateline.show.pictures.drawing import text_width

__all__ = ["Label", "place_labels"]


@dataclass(frozen=True, slots=True)
class Label:
    """Words for the dot at x, y; the label of an area stands in its middle."""

    words: str
    x: float
    y: float
    radius: float
    size: float
    area: bool = False


_Box = tuple[float, float, float, float]


def place_labels(labels: list[Label], width: float, height: float) -> list[tuple[Label, float, float]]:
    """Return each label with the left end of its base line; one for which there is no room is left out."""
    taken: list[_Box] = [
        (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in labels if one.radius
    ]
    placed = []
    for index, one in enumerate(sorted(labels, key=lambda label: label.area)):
        own = (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius)
        for x, y in _choices(one):
            box = (x, y - 0.8 * one.size, x + text_width(one.words, one.size), y + 0.25 * one.size)
            inside = box[0] >= 2 and box[2] <= width - 2 and box[1] >= 14 and box[3] <= height - 24
            if inside and not any(_meet(box, other) for other in taken if other != own):
                taken.append(box)
                placed.append((one, x, y))
                break
        if index > 200:  # more names than a page can hold
            break
    return placed


def _choices(one: Label) -> list[tuple[float, float]]:
    """Beside, above, below, then aslant; an area's own middle first."""
    wide, gap = text_width(one.words, one.size), one.radius + 4
    right, left, middle = one.x + gap, one.x - gap - wide, one.x - wide / 2
    level, over, under = one.y + 0.3 * one.size, one.y - gap, one.y + gap + 0.7 * one.size
    around = [
        (right, level),
        (left, level),
        (middle, over),
        (middle, under),
        (right, over),
        (left, over),
        (right, under),
        (left, under),
    ]
    if one.area:
        far = [(middle, one.y + step * one.size) for step in (-2.2, 2.8, -3.6, 4.2)]
        return [(middle, level), *far, *around]
    return around


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
