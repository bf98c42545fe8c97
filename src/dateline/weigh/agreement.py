"""What several coders say of the same things in; how far they agree, field by field, and where they differ, out.

Krippendorff's alpha for nominal data, any number of coders and missing values, computed from coincidences of values as in
K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43:

    alpha = 1 - (n - 1) * sum of o(c,k) / sum of n(c) * n(k), both over pairs of different values c and k

where o(c,k) counts the pairs of coders who gave c and k to one unit, each divided by the coders of that unit less one, n(c)
is how often c stands in such a pair, and n is the sum of these. 1 is perfect agreement, 0 what chance would give.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from dateline.model import Agreement, Disagreement

__all__ = ["agreement", "alpha", "disagreements"]

Words = Mapping[str, Mapping[str, str]]  # coder -> field -> value


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Return alpha for units, each with the values that coders gave it; None where there is nothing that could differ."""
    weights: dict[tuple[str, str], float] = {}
    for values in units:
        for pair in permutations(values, 2):
            weights[pair] = weights.get(pair, 0.0) + 1 / (len(values) - 1)
    margins: dict[str, float] = {}
    for (value, _), weight in weights.items():
        margins[value] = margins.get(value, 0.0) + weight
    total = sum(margins.values())
    expected = total**2 - sum(margin**2 for margin in margins.values())
    if len(margins) < 2 or expected <= 0:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (total - 1) * observed / expected


def agreement(things: Iterable[Words]) -> tuple[Agreement, ...]:
    """Return for each field that two coders or more told of one thing how far they agree."""
    listed = list(things)
    fields = sorted({field for words in listed for told in words.values() for field in told})
    return tuple(found for field in fields if (found := _of_field(field, listed)))


def _of_field(field: str, things: Iterable[Words]) -> Agreement | None:
    units, coders = [], set()
    for words in things:
        told = {coder: fields[field] for coder, fields in sorted(words.items()) if field in fields}
        if len(told) > 1:
            units.append(tuple(told.values()))
            coders |= set(told)
    if not units:
        return None
    agreed = sum(len(set(values)) == 1 for values in units)
    return Agreement(field, alpha(units), len(units), agreed, tuple(sorted(coders)))


def disagreements(things: Mapping[str, Words]) -> Iterator[Disagreement]:
    """Yield the fields in which coders differ, thing by thing."""
    for id in sorted(things):
        told: dict[str, dict[str, str]] = {}
        for coder, fields in sorted(things[id].items()):
            for field, value in fields.items():
                told.setdefault(field, {})[coder] = value
        for field in sorted(told):
            if len(set(told[field].values())) > 1:
                yield Disagreement(id, field, tuple(told[field].items()))
