"""What several coders say of the same things in; how far they agree, field by field, and where they differ, out."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Agreement, Disagreement
from dateline.model.agreement import alpha

__all__ = ["agreement", "disagreements"]

Words = Mapping[str, Mapping[str, str]]  # coder -> field -> value


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
    return Agreement(field, alpha(units)[0], len(units), agreed, tuple(sorted(coders)))


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
