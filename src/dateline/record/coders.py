"""Coders compared: a record in; how far two or more people agree, field by field, and where they do not, out."""

from collections import defaultdict
from dataclasses import dataclass

from dateline.model import Act
from dateline.record.store import Record
from dateline.resolve.log import coder_words
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
    said = _said(record)
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


def _said(record: Record) -> dict[str, dict[str, dict[str, str]]]:
    """Return by thing, under its id of today, and by coder what is said of it."""
    log = {one.id: one for one in record.decisions()}
    said = {}
    for review in record.reviews():
        found = [log[id] for id in review.decisions if id in log and log[id].act not in _OF_MANY]
        if words := coder_words(found):
            said[review.id] = words
    return said


def _of(field: str, units: list[list[str]]) -> Agreement:
    shared = [values for values in units if len(values) > 1]
    same = sum(len(set(values)) == 1 for values in shared) / len(shared) if shared else 0.0
    return Agreement(field, alpha(shared), len(shared), sum(map(len, shared)), same)
