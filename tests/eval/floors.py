"""Floors: figures that a change may not lower, kept in floors.json beside a hash of the gold they were measured on."""

import json
from pathlib import Path
from typing import Protocol, TypedDict

FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.01  # below what was measured, so that a change elsewhere of one item in a hundred is no failure


class Measured(Protocol):
    """A set as the program reads it today; `mark` is the hash of its gold."""

    @property
    def name(self) -> str: ...

    @property
    def mark(self) -> str: ...

    @property
    def figures(self) -> dict[str, float]: ...


class Floors(TypedDict):
    """The floors of one set."""

    gold: str
    floors: dict[str, float]


def load() -> dict[str, Floors]:
    """Return the floors of all sets."""
    found: dict[str, Floors] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return found


def below(measured: Measured) -> list[str]:
    """Say which figures of a set lie below their floors."""
    known = load().get(measured.name, {"gold": measured.mark, "floors": {}})
    if known["gold"] != measured.mark:
        return [f"{measured.name}: the gold has changed; look at the figures, then run its runner with --raise-floors"]
    now = measured.figures
    return [
        f"{measured.name}: {figure} {now.get(figure, 0):.3f}, floor {floor:.3f}"
        for figure, floor in known["floors"].items()
        if now.get(figure, 0) < floor - 1e-9
    ]


def raised(measured: Measured, lower: tuple[str, ...] = ()) -> Floors:
    """Return floors just below what was measured; none is lowered but those named."""
    before = load().get(measured.name, {"gold": "", "floors": {}})["floors"]
    floors = {}
    for figure, value in measured.figures.items():
        floor = max(0.0, round(value - MARGIN, 3))
        floors[figure] = floor if figure in lower else max(floor, before.get(figure, 0.0))
    return {"gold": measured.mark, "floors": floors}


def save(sets: dict[str, Floors]) -> None:
    """Write the floors of these sets; those of others stay."""
    FILE.write_text(json.dumps(load() | sets, indent=1) + "\n", encoding="utf-8", newline="\n")
