"""Dataclasses to the columns of one table row and back: a Span is two columns, a time three, a list of words JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from sqlalchemy import Boolean, Column, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from dateline.model import Span
from dateline.record.codec import field_types, reader_of, to_plain

__all__ = ["columns_of", "from_row", "maker", "to_row"]

# Words that SQL keeps for itself, so that a reader need not quote them.
_RENAMED = {"when": "decided", "index": "number", "end": "stop"}
# The span of a thing is its place in the text: its columns stand without a prefix.
_BARE = "span"
_Read = Callable[[Any], object]
_SCALARS: Mapping[Any, type[TypeEngine[Any]]] = {str: Text, int: Integer, float: Float, bool: Boolean}


@lru_cache(maxsize=128)
def _layout(kind: Any) -> tuple[tuple[str, str, Any, Any], ...]:
    """Return (field, column, type, owner): `owner` is the type of a field that is spread over several columns."""
    rows: list[tuple[str, str, Any, Any]] = []
    for name, hint in field_types(kind).items():
        if is_dataclass(hint) and isinstance(hint, type):
            prefix = "" if hint is Span and name == _BARE else f"{name}_"
            inner = field_types(hint).items()
            rows.extend((name, prefix + _RENAMED.get(part, part), of, hint) for part, of in inner)
        else:
            rows.append((name, _RENAMED.get(name, name), hint, None))
    return tuple(rows)


def columns_of(kind: type, *, key: str = "", without: frozenset[str] = frozenset()) -> list[Column[Any]]:
    """Return the columns that hold a `kind`; `key` is the primary key's, `without` names fields kept elsewhere."""
    return [
        Column(column, _sql_type(hint), primary_key=column == key, nullable=_is_optional(hint))
        for field, column, hint, _ in _layout(kind)
        if field not in without
    ]


def to_row(value: object, without: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return column names and values of one dataclass."""
    row: dict[str, object] = {}
    kind: Any = type(value)
    for field, part, column, listed in _writers(kind, without):
        held = getattr(value, field)
        if part:
            held = getattr(held, part)
        plain = held if held is None or type(held) in _AS_THEY_ARE else to_plain(held)
        row[column] = json.dumps(plain, ensure_ascii=False) if listed else plain
    return row


def from_row(kind: Any, row: Mapping[Any, Any], kept: Mapping[str, object]) -> Any:
    """Return the `kind` whose columns are in `row`, the fields in `kept` being given."""
    columns = _columns(kind, frozenset(kept))
    return maker(kind, columns, tuple(kept))([row[column] for column in columns], *kept.values())


@lru_cache(maxsize=256)
def maker(kind: Any, columns: tuple[str, ...], kept: tuple[str, ...]) -> Callable[..., Any]:
    """Return what makes a `kind` of the values of `columns`, in that order, and of those of the fields in `kept`.

    What it does for a row is little, since an export makes hundreds of thousands: values of columns that need no reading
    stay as they are, all others come to stand behind them, and one look-up puts them in the order of the fields.
    """
    at = {column: index for index, column in enumerate(columns)}
    reads: list[tuple[int, _Read]] = []
    spread: list[tuple[Any, Callable[[Any], tuple[object, ...]]]] = []
    order: list[int] = []
    for name, hint in field_types(kind).items():
        parts = [(column, of, owner) for field, column, of, owner in _layout(kind) if field == name]
        if name in kept:
            order.append(~kept.index(name))
            continue
        reads += [(at[column], read) for column, of, _ in parts if (read := _read_of(of)) is not None]
        if parts[0][2] is None:
            order.append(at[parts[0][0]])
        else:
            order.append(len(columns) + len(spread))
            spread.append((hint, itemgetter(*[at[column] for column, _, _ in parts])))
    picked = itemgetter(*[number if number >= 0 else len(columns) + len(spread) + ~number for number in order])

    def make(row: Iterable[Any], *given: object) -> Any:
        values = [*row]
        for index, read in reads:
            values[index] = read(values[index])
        values += [owner(*parts(values)) for owner, parts in spread]
        values += given
        return kind(*picked(values))

    return make


def _columns(kind: Any, kept: frozenset[str]) -> tuple[str, ...]:
    return tuple(column for field, column, _, _ in _layout(kind) if field not in kept)


def _read_of(hint: Any) -> _Read | None:
    """Return what reads the value of a column; None where it is there as it should be: the column has its type."""
    if get_origin(hint) is tuple:
        read = reader_of(hint)
        return lambda value: read(json.loads(value))
    inner = set(get_args(hint)) - {NoneType} if _is_optional(hint) else {hint}
    return None if inner <= _AS_THEY_ARE or get_origin(hint) is Literal else reader_of(hint)


_AS_THEY_ARE = frozenset({str, int, float, bool})


@lru_cache(maxsize=128)
def _writers(kind: Any, without: frozenset[str]) -> tuple[tuple[str, str, str, bool], ...]:
    """Return (field, field of the field or "", column, whether it is a list); worked out once."""
    out = []
    for field, column, hint, owner in _layout(kind):
        bare = owner is Span and field == _BARE
        part = _field_name(column if bare else column[len(field) + 1 :]) if owner is not None else ""
        if field not in without:
            out.append((field, part, column, get_origin(hint) is tuple))
    return tuple(out)


def _field_name(column: str) -> str:
    return next((field for field, renamed in _RENAMED.items() if renamed == column), column)


def _is_optional(hint: Any) -> bool:
    return NoneType in get_args(hint)


def _sql_type(hint: Any) -> type[TypeEngine[Any]]:
    inner = next((arg for arg in get_args(hint) if arg is not NoneType), hint) if _is_optional(hint) else hint
    if inner in _SCALARS:
        return _SCALARS[inner]
    is_text = inner in (date, datetime) or get_origin(inner) is not None or issubclass(inner, Enum)
    if not is_text:
        raise TypeError(f"{hint} has no column")
    return Text
