"""Takes what the head said about examples it had not seen and whether it was right, gives a table and a picture."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

EDGES = tuple(np.linspace(0, 1, 11))
SIZE, MARGIN = 320, 46
COLOUR = "#2166ac"


@dataclass(frozen=True, slots=True)
class Bin:
    """Examples whose likeliest type had about the same probability."""

    said: float
    right: float
    examples: int

    def row(self) -> dict[str, float]:
        """Return it for a JSON file."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def bins(said: NDArray[np.floating], right: NDArray[np.bool_]) -> list[Bin]:
    """Return the bins that hold any example."""
    out = []
    for low, high in pairwise(EDGES):
        inside = (said >= low) & ((said < high) | (high == 1))
        if inside.any():
            out.append(Bin(float(said[inside].mean()), float(right[inside].mean()), int(inside.sum())))
    return out


def draw(curve: Sequence[Bin]) -> str:
    """Return an SVG: how sure the head was (across) and how often it was right (up); on the diagonal both agree."""
    full = SIZE + 2 * MARGIN
    points = " ".join(f"{_x(b.said)},{_y(b.right)}" for b in curve)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {full}" width="{full}" height="{full}" '
        'role="img" font-family="sans-serif" font-size="11" fill="#333">',
        "<title>How often the head is right when it says how sure it is</title>",
        f'<rect width="{full}" height="{full}" fill="#fff"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>',
        *(f'<text x="{_x(v)}" y="{_y(0) + 16}" text-anchor="middle">{v:.1f}</text>' for v in (0, 0.5, 1)),
        *(f'<text x="{_x(0) - 6}" y="{_y(v) + 4}" text-anchor="end">{v:.1f}</text>' for v in (0, 0.5, 1)),
        f'<text x="{_x(0.5)}" y="{full - 8}" text-anchor="middle">probability of the likeliest type</text>',
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>',
        f'<polyline points="{points}" fill="none" stroke="{COLOUR}" stroke-width="1.5"/>',
        *(
            f'<circle cx="{_x(b.said)}" cy="{_y(b.right)}" r="{2 + 5 * (b.examples / 400) ** 0.5:.1f}" fill="{COLOUR}" '
            f'fill-opacity=".7"><title>{b.examples} examples</title></circle>'
            for b in curve
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _x(value: float) -> float:
    return round(MARGIN + SIZE * value, 1)


def _y(value: float) -> float:
    return round(MARGIN + SIZE * (1 - value), 1)
