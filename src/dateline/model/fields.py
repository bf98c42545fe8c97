"""The fields that a human may set, by kind of thing: JSON or plain words in, the value of the field out, or what is wrong."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from dateline.model.claim import Modality
from dateline.model.when import Interval

__all__ = ["FIELDS", "read_value", "value_in_words"]

_RELIABILITY = "ABCDEF"
Reader = Callable[[Any], object]


def read_value(kind: str, field: str, value: str) -> object:
    """Return what a field of a `kind` is set to. Raises ValueError, in words for the user, for what it cannot be."""
    fields = FIELDS.get(kind, {})
    if field not in fields:
        known = ", ".join(fields) or "nothing"
        raise ValueError(f"a {kind} has no field {field!r} that can be set; of a {kind} can be set: {known}")
    try:
        return fields[field](json.loads(value))
    except json.JSONDecodeError as error:
        raise ValueError(f"{field}: {value!r} is no JSON ({error})") from None
    except ValueError as error:
        raise ValueError(f"{field}: {error}") from None


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no word; give one in quotation marks")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text; give it in quotation marks")
    return value


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError(f'{value!r} is no list of ids; write it as ["one-id", "another-id"], or [] for none')
    return tuple(dict.fromkeys(value))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _number(value: Any) -> float | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or value < 0):
        raise ValueError(f"{value!r} is no number from 0 up; write null for an open end")
    return None if value is None else float(value)


def _day(value: Any) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f'{value!r} is no day; write it as "2018-03-25", or null where it is not known') from None


def _time(value: Any) -> Interval:
    if not isinstance(value, dict) or not {"earliest", "latest"} <= set(value) <= {"earliest", "latest", "basis"}:
        raise ValueError(f'{value!r} is no time; write {{"earliest": "2018-03-25", "latest": "2018-03-26"}}')
    earliest, latest = _day(value["earliest"]), _day(value["latest"])
    if earliest and latest and earliest > latest:
        raise ValueError(f"{earliest} is after {latest}; give the earlier day first")
    return Interval(earliest, latest, "text" if earliest or latest else "unknown")


def _modality(value: Any) -> Modality:
    try:
        return Modality(value)
    except ValueError:
        raise ValueError(f"{value!r} is no modality; known are {', '.join(Modality)}") from None


def _letter(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 1 or value not in _RELIABILITY:
        raise ValueError(f"{value!r} is no grade of reliability; give a letter from A (best) to F (cannot be judged)")
    return value


def _credibility(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 6:
        raise ValueError(f"{value!r} is no grade of credibility; give a number from 1 (best) to 6 (cannot be judged)")
    return value


# Kind of thing -> field -> how its JSON is read.
FIELDS: dict[str, dict[str, Reader]] = {
    "claim": {
        "type": _word,
        "actors": _ids,
        "targets": _ids,
        "mediators": _ids,
        "places": _ids,
        "time": _time,
        "speakers": _ids,
        "modality": _modality,
        "background": _flag,
        "figures": _ids,
    },
    "figure": {"low": _number, "high": _number, "unit": _word, "role": _words, "places": _ids, "time": _time},
    "control": {"place": _word, "holder": _words, "since": _day, "until": _day, "as_of": _day, "denied": _flag},
    "outlet": {"reliability": _letter},
    "event": {"credibility": _credibility},
}


def value_in_words(kind: str, field: str, words: str) -> object:
    """Return as JSON knows it what a user wrote for a field: ids with commas, days with .. between, yes and no.

    Raises ValueError where the field cannot be set.
    """
    reader = FIELDS.get(kind, {}).get(field)
    if reader is None:
        read_value(kind, field, "null")
    return _PLAIN.get(reader, str)(words.strip()) if reader else None


def _plain_flag(words: str) -> object:
    known = {"yes": True, "true": True, "no": False, "false": False}
    return known.get(words.lower(), words)


def _plain_number(words: str) -> object:
    if words.lower() in ("", "open"):
        return None
    try:
        return float(words)
    except ValueError:
        return words


def _plain_time(words: str) -> object:
    first, dots, last = words.partition("..")
    return {"earliest": first.strip() or None, "latest": (last if dots else first).strip() or None}


_PLAIN: dict[Reader, Callable[[str], object]] = {
    _ids: lambda words: [part.strip() for part in words.split(",") if part.strip()],
    _flag: _plain_flag,
    _number: _plain_number,
    _day: lambda words: words or None,
    _time: _plain_time,
    _credibility: lambda words: int(words) if words.isdecimal() else words,
}
