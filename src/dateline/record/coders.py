"""Coders compared: a record in; how far two or more people agree, field by field, and where they do not, out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Act, Decision
from dateline.record.store import Record
from dateline.resolve.log import coder_words, standing
from dateline.weigh.agreement import alpha

__all__ = ["Agreement", "Difference", "agreement"]

_OF_MANY = frozenset({Act.MERGE, Act.SPLIT, Act.GRADE})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which coders differ: what each of them says of one thing."""

    about: str
    field: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree in one field: Krippendorff's alpha (None where nothing can be compared), on how many things.

    `same` is the share of things on which all who coded them say the same.
    """

    field: str
    alpha: float | None
    things: int
    words: int
    same: float


def agreement(record: Record) -> tuple[list[Agreement], list[Difference], tuple[str, ...]]:
    """Return the agreement by field, every difference, and who coded."""
    said = _said(standing(record.decisions()))
    units: dict[str, list[list[str]]] = defaultdict(list)
    differences: list[Difference] = []
    for about, by_coder in sorted(said.items()):
        for field in sorted({field for words in by_coder.values() for field in words}):
            told = {who: words[field] for who, words in by_coder.items() if field in words}
            units[field].append(list(told.values()))
            if len(set(told.values())) > 1:
                differences.append(Difference(about, field, tuple(sorted(told.items()))))
    coders = tuple(sorted({who for words in said.values() for who in words}))
    return [_of(field, units[field]) for field in sorted(units)], differences, coders


def _said(log: tuple[Decision, ...]) -> Mapping[str, dict[str, dict[str, str]]]:
    by_thing: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        if decision.act not in _OF_MANY:
            by_thing[decision.about].append(decision)
    return {about: words for about, found in by_thing.items() if (words := coder_words(found))}


def _of(field: str, units: list[list[str]]) -> Agreement:
    shared = [values for values in units if len(values) > 1]
    same = sum(len(set(values)) == 1 for values in shared) / len(shared) if shared else 0.0
    return Agreement(field, alpha(shared), len(shared), sum(map(len, shared)), same)
