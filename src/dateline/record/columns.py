"""Dataclasses to the columns of one table row and back: a Span is two columns, a time three, a list of words JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin

from sqlalchemy import Boolean, Column, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from dateline.model import Span
from dateline.record.codec import field_types, reader_of, to_plain

__all__ = ["columns_of", "from_row", "to_row"]

# Words that SQL keeps for itself, so that a reader need not quote them.
_RENAMED = {"when": "decided", "index": "number", "end": "stop"}
# The span of a thing is its place in the text: its columns stand without a prefix.
_BARE = "span"
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
    whole, spread = _readers(kind, frozenset(kept))
    arguments: dict[str, object] = dict(kept)
    for field, column, listed, read in whole:
        arguments[field] = read(json.loads(row[column]) if listed else row[column])
    for field, owner, parts in spread:
        arguments[field] = owner(*[read(row[column]) for column, read in parts])
    return kind(**arguments)


_AS_THEY_ARE = frozenset({str, int, float, bool})
_Read = Callable[[Any], object]


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


@lru_cache(maxsize=128)
def _readers(
    kind: Any, kept: frozenset[str]
) -> tuple[list[tuple[str, str, bool, _Read]], list[tuple[str, type, list[tuple[str, _Read]]]]]:
    """Return what reads the fields that are one column, and those that are spread over several."""
    whole: list[tuple[str, str, bool, _Read]] = []
    spread: dict[str, tuple[type, list[tuple[str, _Read]]]] = {}
    for field, column, hint, owner in _layout(kind):
        if field in kept:
            continue
        if owner is None:
            whole.append((field, column, get_origin(hint) is tuple, reader_of(hint)))
        else:
            spread.setdefault(field, (owner, []))[1].append((column, reader_of(hint)))
    return whole, [(field, owner, parts) for field, (owner, parts) in spread.items()]


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
