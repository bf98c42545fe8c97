"""Rows of a table to texts: takes column names and rows, guesses which column holds what, gives back what each row tells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from itertools import chain, islice

import yaml

from dateline.errors import InputError
from dateline.model import UNKNOWN_PUBLISHED, Skipped
from dateline.read.dates import guess_order, read_date, read_moment
from dateline.read.given import COLUMNS, TOML_NAME
from dateline.read.language import language_code
from dateline.read.source import Piece, Source, Told, compose, found_in

__all__ = ["Row", "Rows", "guess_columns", "known_names"]

_SIGNS = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")  # how NewsAPI ends what it shows only a part of
_SAMPLE = 200
_TOLD_AT_MOST = 5  # rows without text that are named one by one


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands (`#12`), and its cells by column; `problem` tells why it cannot be trusted."""

    part: str
    cells: Mapping[str, str]
    problem: str = ""


def guess_columns(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each field the columns that may hold it, the likeliest first."""
    by_folded = {_fold(name): name for name in reversed([*names])}
    known = known_names()
    return {field: tuple(by_folded[name] for name in known[field] if name in by_folded) for field in COLUMNS}


class Rows:
    """Makes texts of the rows of one table, or of the objects of one JSON file, whose fields may differ."""

    def __init__(self, source: Source) -> None:
        """Take the table; its columns are guessed from the rows."""
        self.source = source
        self._guessed: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def read(self, rows: Iterator[Row]) -> Iterator[Piece]:
        """Yield the text of each row that has one; rows without are told, many of them together.

        Raises InputError where no column holds a text, or where one that was given is not there.
        """
        first, rest = _looked_at(rows)
        if first:
            self._check(dict.fromkeys(name for row in first for name in row.cells))
        order = self.source.given.dates or guess_order(self._cell(row, "published") for row in first)
        empty = 0
        for row in chain(first, rest):
            text = compose(self._cell(row, "title"), self._text(row))
            if text and not row.problem:
                yield found_in(self.source, row.part, text, self._told(row, order))
                continue
            empty += 1
            if empty <= _TOLD_AT_MOST:
                why = row.problem or "no text in this row"
                yield Skipped(self.source.path + row.part, f"{self.source.path}{row.part}: {why}")
        if empty > _TOLD_AT_MOST:
            yield Skipped(self.source.path, f"{self.source.path}: {empty} rows like these, all together")

    def _check(self, found: Mapping[str, None]) -> None:
        names = [name for name in found if name]
        shown = ", ".join(name[:40] for name in names[:12]) or "none"
        listed = f"its columns are {shown}{' and others' if len(names) > 12 else ''}"
        for name in self.source.given.columns.values():
            if name not in found:
                raise InputError(f"{self.source.path}: there is no column '{name}', which {TOML_NAME} names; {listed}")
        columns = self._columns(tuple(found))
        if not (columns["text"] or columns["title"]):
            raise InputError(
                f"{self.source.path}: no column is known to hold the reports' text; {listed}; name it in a {TOML_NAME} "
                'beside the file: [columns], and below it such as text = "remarks"'
            )

    def _columns(self, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        if names not in self._guessed:
            given = {field: (name,) for field, name in self.source.given.columns.items()}
            self._guessed[names] = guess_columns(names) | given
        return self._guessed[names]

    def _text(self, row: Row) -> str:
        from dateline.read.formats.page import text_of_fragment

        text = _CUT_OFF.sub("", self._cell(row, "text"))
        return text_of_fragment(text) if re.search(r"</?(?:p|br|div|a|span)\b", text) else text

    def _cell(self, row: Row, field: str) -> str:
        names = self._columns(tuple(row.cells))[field]
        return next((cell for name in names if (cell := row.cells.get(name, "").strip())), "")

    def _told(self, row: Row, order: str) -> Told:
        known, published = self.source.told, self._cell(row, "published")
        return replace(
            known,
            title=self._cell(row, "title"),
            author=self._cell(row, "author"),
            outlet=self._cell(row, "outlet") or known.outlet,
            published=read_date(published, order) if published else UNKNOWN_PUBLISHED,
            language=language_code(self._cell(row, "language")),
            url=self._cell(row, "url"),
            retrieved=read_moment(self._cell(row, "retrieved")),
            record_id=self._cell(row, "id"),
        )


def _looked_at(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """The first rows, and those that follow; where the table breaks off among the first, what follows tells so."""
    first: list[Row] = []
    try:
        first.extend(islice(rows, _SAMPLE))
    except InputError as error:
        if not first:
            raise
        return first, _raising([error])
    return first, rows


def _raising(errors: list[InputError]) -> Iterator[Row]:
    for error in errors:
        raise error
    yield from ()


def _fold(name: str) -> str:
    """A column's name without case and signs: `publishedAt`, `published_at` and `Published at` are one."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip().lstrip("\ufeff"))
    return _SIGNS.sub(" ", spaced).strip().lower()


@lru_cache(maxsize=1)
def known_names() -> dict[str, list[str]]:
    """Return for each field the names by which its columns are known, the likeliest first."""
    file = resources.files("dateline.read") / "columns.yaml"
    table = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {field: [_fold(str(name)) for name in table[field]] for field in COLUMNS}
