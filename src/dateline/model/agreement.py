"""Agreement beyond chance: what coders gave to each unit in, Krippendorff's alpha out (None where nothing can vary).

Alpha is one less the disagreement observed within units over that expected if values were dealt out by chance. Values may
be names (nominal), ranks (ordinal), or numbers compared by difference (interval) or by proportion (ratio); a unit that
fewer than two coders gave a value says nothing and is left out. The formulas are those of K. Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43. 1 is perfect agreement, 0 chance.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

__all__ = ["Metric", "alpha"]

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
V = TypeVar("V", str, int, float)


def alpha(units: Sequence[Sequence[V | None]], metric: Metric = "nominal") -> tuple[float | None, int]:
    """Return alpha, rounded, and the number of units that count; each unit holds the coders' values, None for none."""
    coded = [[value for value in unit if value is not None] for unit in units]
    coded = [values for values in coded if len(values) > 1]
    every = Counter(value for values in coded for value in values)
    number = sum(every.values())
    far = _distance(metric, every)
    expected = (
        sum(a * b * far(x, y) for x, a in every.items() for y, b in every.items()) / (number - 1) if number else 0
    )
    observed = sum(_within(values, far) for values in coded)
    return (round(1 - observed / expected, 4), len(coded)) if expected else (None, len(coded))


def _within(values: list[V], far: Callable[[V, V], float]) -> float:
    """The disagreement within a unit: of all ordered pairs, by the number of values each was compared with."""
    return sum(far(x, y) for x in values for y in values) / (len(values) - 1)


def _distance(metric: Metric, every: Counter[V]) -> Callable[[V, V], float]:
    if metric == "nominal":
        return lambda x, y: float(x != y)
    if metric == "ordinal":
        return _ranks(every)
    if metric == "interval":
        return lambda x, y: (float(x) - float(y)) ** 2
    return lambda x, y: ((float(x) - float(y)) / (float(x) + float(y))) ** 2 if float(x) + float(y) else 0.0


def _ranks(every: Counter[V]) -> Callable[[V, V], float]:
    """The distance of two ranks: how many values lie between them, their own by half."""
    order = sorted(every)

    def far(x: V, y: V) -> float:
        low, high = sorted((x, y))
        between = sum(every[value] for value in order if low <= value <= high)
        return float((between - (every[low] + every[high]) / 2) ** 2)

    return far
