"""JSON Lines and JSON: one report an object, told as `file.jsonl#12` by its line, in a JSON list by its number."""

import json
from collections.abc import Iterator, Mapping

from dateline.errors import InputError
from dateline.model import Skipped
from dateline.read.decoding import EndlessLineError, decode, encoding_of, lines_of
from dateline.read.rows import Row, Rows
from dateline.read.source import Piece, Source

__all__ = ["read", "read_json"]

# Where services put the list of what they found; NewsAPI and GDELT say `articles`.
_LISTS = ("articles", "documents", "results", "items", "stories", "hits", "data", "entries", "response", "docs")
_DEEPEST = 3
_BROKEN_AT_MOST = 5


def read(source: Source) -> Iterator[Piece]:
    """Yield the text of each line, little held at a time; a line that is no JSON is told and stops no other."""
    with source.open() as stream:
        encoding = encoding_of(stream, source.path)
    with source.open() as stream:
        broken: list[Skipped] = []
        rows = _rows(source, lines_of(stream, encoding, source.path), broken)
        yield from Rows(source).read(rows)
    yield from broken[:_BROKEN_AT_MOST]
    if len(broken) > _BROKEN_AT_MOST:
        yield Skipped(source.path, f"{source.path}: {len(broken)} lines are no JSON objects, all together")


def read_json(source: Source) -> Iterator[Piece]:
    """Yield the text of each object of the list in a JSON file, or of the one object that it is."""
    text = decode(source.read(), source.path).removeprefix("\ufeff")
    try:
        objects = list(_objects(json.loads(text), _DEEPEST))
    except (ValueError, RecursionError) as error:
        if "Extra data" in str(error):  # JSON Lines under the name of JSON
            yield from read(source)
            return
        raise InputError(f"{source.path}: no valid JSON ({error}); export it anew, or mend it there") from None
    if not objects:
        raise InputError(f"{source.path}: no list of reports in this JSON; give a list of objects with a text in each")
    parts = [f"#{number}" for number in range(1, len(objects) + 1)] if len(objects) > 1 else [""]
    yield from Rows(source).read(Row(part, _cells(one)) for part, one in zip(parts, objects, strict=True))


def _rows(source: Source, lines: Iterator[str | EndlessLineError], broken: list[Skipped]) -> Iterator[Row]:
    """Yield the object of each line; those that hold none are noted in `broken`."""
    for number, line in enumerate(lines, 1):
        if isinstance(line, EndlessLineError):
            broken.append(Skipped(f"{source.path}#{number}", str(line)))
            continue
        try:
            value = json.loads(line.strip("\ufeff \t\r\n") or "{}")
        except (ValueError, RecursionError) as error:
            broken.append(
                Skipped(f"{source.path}#{number}", f"{source.path}#{number}: no valid JSON ({error}); mend it")
            )
            continue
        if not isinstance(value, dict):
            broken.append(Skipped(f"{source.path}#{number}", f"{source.path}#{number}: no JSON object; write {{...}}"))
        elif value:
            _refuse_own_export(source, value)
            yield Row(f"#{number}", _cells(value))


def _refuse_own_export(source: Source, value: Mapping[str, object]) -> None:
    if {"object", "id", "reliability"} <= value.keys() or {"object", "lead_claim", "sha256"} <= value.keys():
        raise InputError(f"{source.path}: an export of Dateline, not reports; give the reports that it was made of")


def _objects(value: object, deepest: int) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a list, or of the list that an object holds under a usual name; else the object itself."""
    if isinstance(value, list):
        yield from (one.get("_source", one) for one in value if isinstance(one, dict))
    elif isinstance(value, dict):
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list | dict)), None)
        if inner is not None and deepest:
            yield from _objects(inner, deepest - 1)
        elif value:
            yield value


def _cells(value: object) -> dict[str, str]:
    """An object's fields as cells: of an object within it, its name, and each of its fields as `source.name`."""
    cells: dict[str, str] = {}
    for key, held in (value if isinstance(value, Mapping) else {}).items():
        if isinstance(held, Mapping):
            cells |= {f"{key}.{inner}": _cell(one) for inner, one in held.items()}
            held = held.get("name") or held.get("title") or held.get("rendered")
        cells[str(key)] = _cell(held)
    return cells


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return "; ".join(one for one in value if isinstance(one, str))
    return "" if value is None or isinstance(value, bool | Mapping) else str(value)
