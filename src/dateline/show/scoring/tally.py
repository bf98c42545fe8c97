"""Figures while they are counted: right, too many and missed in; shares, precision, recall and F1 by name out."""

from dataclasses import dataclass, field

__all__ = ["Counts", "Scores"]


@dataclass(slots=True)
class Counts:
    """What was right, what was too many, what was missed."""

    right: float = 0
    more: float = 0
    missed: float = 0

    def add(self, right: float, more: float = 0, missed: float = 0) -> None:
        """Count some more."""
        self.right += right
        self.more += more
        self.missed += missed

    @property
    def precision(self) -> float:
        """The right among all that the record has."""
        return self.right / (self.right + self.more) if self.right + self.more else 0.0

    @property
    def recall(self) -> float:
        """The right among all that there was to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def wanted(self) -> int:
        """How many there were to find."""
        return round(self.right + self.missed)


@dataclass(slots=True)
class Scores:
    """Figures by name with the number of items behind each, agreement beyond chance by layer, and what was missed."""

    figures: dict[str, tuple[float, int]] = field(default_factory=dict)
    alphas: dict[str, tuple[float | None, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def put(self, name: str, value: float, number: int) -> None:
        """Note one figure."""
        self.figures[name] = (round(value, 4), number)

    def share(self, name: str, right: float, number: int, if_none: float = 0.0) -> None:
        """Note the share of `number` that is right."""
        self.put(name, right / number if number else if_none, number)

    def prf(self, name: str, counts: Counts) -> None:
        """Note precision, recall and F1."""
        self.put(f"{name} P", counts.precision, round(counts.right + counts.more))
        self.put(f"{name} R", counts.recall, counts.wanted)
        self.put(f"{name} F1", counts.f1, counts.wanted)

    def miss(self, layer: str, document: str, what: str) -> None:
        """Note what was not found, or found otherwise."""
        self.misses.append(f"{layer}: {document}: {what}")
