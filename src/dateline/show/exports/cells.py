"""Values and CSV cells: a value and its kind in, a cell that no spreadsheet takes for a formula out, and back again.

Text that begins with a sign that starts a formula (= + - @, their wide forms, tab, line ends) gets an apostrophe before it;
so does text that begins with apostrophes and then such a sign. Reading back takes one apostrophe away from those.
"""

import json
import re

from dateline.show.exports.rows import Json
from dateline.show.exports.tables import Cell, Kind

__all__ = ["escaped", "from_cell", "to_cell", "unescaped"]

_STARTS = "=+\\-@\t\r\n＝＋－＠"
_DANGEROUS = re.compile(rf"'*[{_STARTS}]")
_ESCAPED = re.compile(rf"'+[{_STARTS}]")
_BETWEEN = "; "


def escaped(text: str) -> str:
    """Return text that no spreadsheet computes."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unescaped(cell: str) -> str:
    """Return the text that `escaped` was given."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def to_cell(value: Cell, kind: Kind) -> str:
    """Return the cell of a value; an unknown one is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value).removesuffix(".0")
    if isinstance(value, list):
        return escaped(_joined(value) if kind == "list" else json.dumps(value) if value else "")
    return escaped(value)


def from_cell(cell: str, kind: Kind) -> Json:
    """Return the value that a cell holds."""
    text = unescaped(cell)
    if kind == "words":
        return text
    if kind in ("list", "spans"):
        return _parted(text)
    if not text:
        return None
    if kind == "boolean":
        return text == "true"
    return int(text) if kind == "integer" else float(text) if kind == "number" else text


def _joined(items: list[Json]) -> str:
    """Join with semicolons; a list whose words hold some, are empty or look like JSON is written as JSON."""
    words = list(map(str, items))
    odd = any(not word or ";" in word or word != word.strip() for word in words) or "".join(words[:1]).startswith("[")
    return json.dumps(items, ensure_ascii=False) if odd else _BETWEEN.join(words)


def _parted(text: str) -> Json:
    if text.startswith("["):
        parsed: Json = json.loads(text)
        return parsed
    return list(text.split(_BETWEEN)) if text else []
