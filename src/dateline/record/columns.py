"""Dataclasses to the columns of one table row and back: a Span is two columns, a time three, a list of words JSON."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin

from sqlalchemy import Boolean, Column, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from dateline.model import Span
from dateline.record.codec import field_types, from_plain, to_plain

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
    for field, column, hint, owner in _layout(kind):
        if field in without:
            continue
        held = getattr(value, field)
        if owner is not None:
            part = column if owner is Span and field == _BARE else column[len(field) + 1 :]
            held = getattr(held, _field_name(part))
        plain = to_plain(held)
        row[column] = json.dumps(plain, ensure_ascii=False) if get_origin(hint) is tuple else plain
    return row


def from_row(kind: Any, row: Mapping[Any, Any], kept: Mapping[str, object]) -> Any:
    """Return the `kind` whose columns are in `row`, the fields in `kept` being given."""
    arguments: dict[str, object] = dict(kept)
    spread: dict[str, tuple[type, list[object]]] = {}
    for field, column, hint, owner in _layout(kind):
        if field in kept:
            continue
        raw = row[column]
        value = from_plain(hint, json.loads(raw) if get_origin(hint) is tuple else raw)
        if owner is None:
            arguments[field] = value
        else:
            spread.setdefault(field, (owner, []))[1].append(value)
    arguments.update({field: owner(*values) for field, (owner, values) in spread.items()})
    return kind(**arguments)


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
