"""Suggestions in; text to read, with rows to paste, or the rows of one table alone, out."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from dateline.resolve.suggesting import Suggestion
from dateline.theatres import fold
from dateline.theatres.table_forms import COLUMNS

__all__ = ["as_csv", "as_text"]

_NONE = "Every name met so often is in the theatres already.\n"
_HEAD = """\
# Names that no theatre lists, the most frequent first. Each is a guess: read its sentences, mend kind and spelling,
# leave out what is no name, and no name of a private person. Lines that begin with # are for you, the others are rows.
"""


def as_text(suggested: Iterable[Suggestion]) -> str:
    """Return all suggestions, each with what speaks for it and its rows."""
    parts = [_part(number, one) for number, one in enumerate(suggested, 1)]
    return _HEAD + "\n" + "\n".join(parts) if parts else _NONE


def as_csv(suggested: Iterable[Suggestion], table: str) -> str:
    """Return the rows of one table for all suggestions, below its columns."""
    rows = [row for one in suggested for row in _rows(one).get(table, ())]
    return "".join(_line(row) for row in [list(COLUMNS[table]), *rows])


def _part(number: int, one: Suggestion) -> str:
    times = f"{one.count} time{'s' * (one.count != 1)} in {one.reports} report{'s' * (one.reports != 1)}"
    lines = [f"# {number}. {one.name}: {times}; likely {one.kind} ({one.why})"]
    spelled = ", ".join(f"{s.text} ({s.language} {s.count})" for s in one.spellings)
    lines += [f"#    spelled: {spelled}"] if len(one.spellings) > 1 else []
    lines += [f"#    likely a spelling of {one.known} ({one.likeness:.0f} of 100)"] if one.known else []
    lines += [f"#    “{words}” ({path})" for words, path in one.examples]
    for table, rows in _rows(one).items():
        lines += ["#    a place needs its point: fill in lat and lon"] if table == "places.csv" else []
        lines += [f"# {table}", *(_line(row).rstrip("\n") for row in rows)]
    return "\n".join(lines) + "\n"


def _rows(one: Suggestion) -> dict[str, list[Sequence[str]]]:
    """Return a suggestion's rows by table: names of what is listed already, else a new actor or place."""
    source = f"suggested from {one.reports} report{'s' * (one.reports != 1)}; not checked"
    slug = one.known or re.sub(r"\W+", "-", fold(one.name)).strip("-")
    spellings = [(s.text, s.language) for s in one.spellings if one.known or fold(s.text) != fold(one.name)]
    if one.what == "actor":
        aliases: list[Sequence[str]] = [(slug, text, language, "", "") for text, language in spellings]
        actor = (slug, one.name, one.kind, "", "", one.country, "", "", "", "", source)
        rows: dict[str, list[Sequence[str]]] = {} if one.known else {"actors.csv": [actor]}
        return rows | ({"aliases.csv": aliases} if aliases else {})
    if one.known:
        return {}
    by_language = {language: [] for language in ("en", "fr", "ar", "ru")}  # type: dict[str, list[str]]
    for text, language in spellings:
        by_language.setdefault(language, []).append(text)
    names = ["|".join(by_language[language]) for language in ("en", "fr", "ar", "ru")]
    return {"places.csv": [(slug, one.name, one.kind, "", "", "0", "", one.country, source, *names)]}


def _line(row: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()
