"""Dataclasses to JSON and back by their type hints: dates are ISO, tuples are lists, names are field names."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

__all__ = ["decode", "encode", "field_types", "from_plain", "reader_of", "to_plain"]

T = TypeVar("T")


def encode(value: object) -> str:
    """Return `value` as JSON; equal values give equal JSON."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def decode(kind: type[T], text: str) -> T:
    """Return the value of type `kind` that `encode` made `text` of; raises ValueError where it does not fit."""
    try:
        return cast(T, from_plain(kind, json.loads(text)))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this JSON is no {kind.__name__}: {error}") from error


@lru_cache(maxsize=256)
def field_types(kind: Any) -> Mapping[str, Any]:
    """Return the type of each field of a dataclass, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def to_plain(value: object) -> object:
    """Return `value` in what JSON knows: dict, list, str, number, bool, None."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: to_plain(getattr(value, name)) for name in field_types(kind)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} has no place in a record")


def from_plain(kind: Any, value: Any) -> object:
    """Return what `to_plain` was given, `kind` being its type."""
    return reader_of(kind)(value)


@lru_cache(maxsize=512)
def reader_of(kind: Any) -> Callable[[Any], object]:
    """Return the function that reads one type; built once for each, since a reading holds thousands of values."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_reader(args)
    if origin in (Union, UnionType):
        return _optional_reader(args)
    if origin is Literal:
        return _literal_reader(args)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if kind in (datetime, date):
        return cast(Callable[[Any], object], kind.fromisoformat)
    if kind is float:
        return float
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, bool):
        return _plain_reader(kind)
    raise TypeError(f"{kind} has no place in a record")


def _plain_reader(kind: type) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _literal_reader(allowed: tuple[object, ...]) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if value not in allowed:
            raise TypeError(f"{value!r} is none of {allowed}")
        return value

    return read


def _optional_reader(args: tuple[Any, ...]) -> Callable[[Any], object]:
    inner = [arg for arg in args if arg is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"a union of {args} has no place in a record")
    read = reader_of(inner[0])
    return lambda value: None if value is None else read(value)


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Any], object]:
    if len(args) == 2 and args[1] is Ellipsis:
        read = reader_of(args[0])
        return lambda value: tuple([read(item) for item in value])
    readers = [reader_of(arg) for arg in args]
    return lambda value: tuple([read(item) for read, item in zip(readers, value, strict=True)])


def _dataclass_reader(kind: type) -> Callable[[Any], object]:
    readers = {name: reader_of(hint) for name, hint in field_types(kind).items()}

    def read(value: Any) -> object:
        return kind(**{name: readers[name](item) for name, item in value.items()})

    return read
