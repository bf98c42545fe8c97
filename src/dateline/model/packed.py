"""Many small values in, the same list held as bytes out: for what is gone through a few times and seldom looked up.

An archive has fifty mentions a report: as objects they take several times the memory of its text, packed less than it.
"""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints, overload

__all__ = ["Packed"]

T = TypeVar("T")
_Row = tuple[Any, ...]
_PORTION = 512


class Packed(Sequence[T]):
    """A list of dataclasses of one kind that only grows; each time it is gone through they are made anew."""

    __slots__ = ("_kind", "_open", "_portions")

    def __init__(self, items: Iterable[T] = ()) -> None:
        """Pack some items; `extend` takes more."""
        self._kind: type | None = None
        self._portions: list[bytes] = []  # each of just _PORTION rows
        self._open: list[_Row] = []
        self.extend(items)

    def extend(self, items: Iterable[T]) -> None:
        """Add items at the end."""
        for item in items:
            self._kind = self._kind or type(item)
            self._open.append(_packing(self._kind)[0](item))
            if len(self._open) == _PORTION:
                self._portions.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), 1))
                self._open = []

    def __len__(self) -> int:
        return len(self._portions) * _PORTION + len(self._open)

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._portions) + 1):
            yield from self._items(number)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(self)[at]
        place = range(len(self))[at]
        return self._items(place // _PORTION)[place % _PORTION]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _items(self, number: int) -> list[T]:
        """Return the items of a portion, the last being the open one."""
        whole = number < len(self._portions)
        rows = pickle.loads(zlib.decompress(self._portions[number])) if whole else self._open
        return list(map(_packing(self._kind)[1], rows)) if self._kind else []


@lru_cache(maxsize=16)
def _packing(kind: type) -> tuple[Callable[[Any], _Row], Callable[[_Row], Any]]:
    """Return what makes a row of an item, a dataclass inside it spread over several fields, and what makes the item again."""
    names: list[str] = []
    owners: list[tuple[Any, int, int]] = []
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        inner = [f"{field.name}.{part.name}" for part in fields(hint)] if is_dataclass(hint) else [field.name]
        owners.append((hint if is_dataclass(hint) else None, len(names), len(names) + len(inner)))
        names += inner

    def made(row: _Row) -> Any:
        return kind(*[owner(*row[first:last]) if owner else row[first] for owner, first, last in owners])

    return attrgetter(*names), made
