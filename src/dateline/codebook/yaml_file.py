"""A YAML file in, its content and the line of each of its parts out; one that cannot be read is named."""

from pathlib import Path
from typing import Any

import yaml

from dateline.errors import CodebookError

__all__ = ["Lines", "load_mapping", "load_with_lines", "slot_text"]

Lines = dict[tuple[str | int, ...], int]  # where a part stands: keys and places in lists -> line number from 1

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_mapping(path: Path) -> dict[str, Any]:
    """Return the mapping a file holds."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CodebookError(f"{path}: cannot be read as YAML ({error}); mend the file") from error
    if not isinstance(data, dict):
        raise CodebookError(f"{path}: holds no mapping; see docs/codebook.md for the form")
    return data


def load_with_lines(path: Path) -> tuple[dict[str, Any], Lines]:
    """Return the mapping a file holds and where its parts stand."""
    data = load_mapping(path)
    lines: Lines = {}
    _note(yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER), (), lines)
    return data, lines


def slot_text(value: object) -> str:
    """Return one word as text; YAML reads a bare `on` as true."""
    return "on" if value is True else "off" if value is False else str(value)


def _note(node: yaml.Node | None, where: tuple[str | int, ...], lines: Lines) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines[(*where, str(key.value))] = key.start_mark.line + 1
            _note(value, (*where, str(key.value)), lines)
    elif isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            lines[(*where, at)] = item.start_mark.line + 1
            _note(item, (*where, at), lines)
