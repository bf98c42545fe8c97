"""A theatre's CSV files, row by row, into typed rows; a broken row is named with its file and line."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import TheatreError
from dateline.model import Actor, Membership, Outlet, Place

__all__ = ["Alias", "Country", "PlaceRow", "RoleNoun", "Wording", "read_actors", "read_aliases", "read_countries"]
__all__ += ["read_nouns", "read_outlets", "read_places", "read_wording"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor in a language ("" for any), with the years it was used in where that is known."""

    actor: str
    text: str
    language: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the theatre and its names by language; "" holds the usual English name."""

    place: Place
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A common noun that stands for an actor: "troops", "the monitor", "habitants"."""

    text: str
    language: str
    number: str
    kind: str
    role: str
    actor: str


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its names, capital and demonyms by language make "Russian warplanes" and "Damascus rejected" readable."""

    id: str
    code: str
    capitals: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    demonyms: tuple[tuple[str, str], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Wording:
    """Loaded words: whom they are about, in which direction, a neutral wording, and when they count.

    `when` is "" (always), "quoted" (in quotation marks only) or "beside" (only in a report that takes sides in other words
    too). A row of stance "neutral" tells of words that look loaded and are not.
    """

    phrase: str
    language: str
    stance: str
    about: str
    neutral: str
    note: str
    when: str = ""


def read_actors(path: Path) -> Iterator[Actor]:
    """Yield the actors of an actors.csv, without their aliases."""
    for row in _rows(path, "id", "name", "kind"):
        yield Actor(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            role=row.get("role", ""),
            country=row.get("country", ""),
            camp=row.get("camp", ""),
            part_of=tuple(_membership(part) for part in _split(row.get("part_of", ""))),
            wikidata=row.get("wikidata", ""),
        )


def read_aliases(path: Path) -> Iterator[Alias]:
    """Yield the aliases of an aliases.csv."""
    for row in _rows(path, "actor", "alias"):
        since, until = row.get("from", ""), row.get("to", "")
        yield Alias(row["actor"], row["alias"], row.get("language", ""), since, until)


def read_places(path: Path) -> Iterator[PlaceRow]:
    """Yield the places of a places.csv with all their names."""
    for row in _rows(path, "id", "name", "kind", "lat", "lon"):
        place = _place(row, path)
        names = [("", row["name"])]
        names += [(key[8:], name) for key in row if key.startswith("aliases_") for name in _split(row[key])]
        yield PlaceRow(place, tuple(dict.fromkeys(names)))


def read_nouns(path: Path) -> Iterator[RoleNoun]:
    """Yield the role nouns of a nouns.csv."""
    for row in _rows(path, "noun", "language", "number", "kind"):
        yield RoleNoun(row["noun"], row["language"], row["number"], row["kind"], row.get("role", ""), row.get("id", ""))


def read_countries(path: Path) -> Iterator[Country]:
    """Yield the states of a countries.csv."""
    for row in _rows(path, "id", "iso2", "name", "lat", "lon"):
        names = [("", row["name"]), *_by_language(row, "names_")]
        place = _place({**row, "kind": "country", "country": row["iso2"]}, path)
        demonyms = tuple(_by_language(row, "demonyms_"))
        capitals = dict.fromkeys([row.get("capital", ""), *(name for _, name in _by_language(row, "capitals_"))])
        yield Country(row["id"], row["iso2"], tuple(capitals), tuple(dict.fromkeys(names)), demonyms, place)


def read_outlets(path: Path) -> Iterator[tuple[Outlet, tuple[str, ...]]]:
    """Yield the outlets of an outlets.csv, each with its other names."""
    for row in _rows(path, "id", "name"):
        known = {key: row[key] for key in ("country", "camp", "kind", "reliability", "reason") if row.get(key)}
        yield Outlet(row["id"], row["name"], **known), _split(row.get("aliases", ""))


def read_wording(path: Path) -> Iterator[Wording]:
    """Yield the loaded words of a wording.csv, one row a variant."""
    for row in _rows(path, "phrase", "language", "stance", "about"):
        for phrase in _split(row["phrase"]):
            told = (row[column] for column in ("language", "stance", "about"))
            yield Wording(phrase, *told, *(row.get(column, "") for column in ("neutral", "note", "when")))


def _rows(path: Path, *required: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file as text; nothing where the file is absent."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        missing = set(required) - set(reader.fieldnames or ())
        if missing:
            raise TheatreError(f"{path}: no column {', '.join(sorted(missing))}; add it to the first line")
        for row in reader:
            clean = {key: (value or "").strip() for key, value in row.items() if key}
            empty = [key for key in required if not clean.get(key)]
            if empty:
                raise TheatreError(f"{path}, line {reader.line_num}: nothing in column {', '.join(empty)}; fill it in")
            yield clean


def _place(row: dict[str, str], path: Path) -> Place:
    """Return the place of a row, its numbers checked."""
    try:
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row.get("radius_km") or 0)
    except ValueError as error:
        raise TheatreError(f"{path}, place {row['id']}: {error}; write degrees such as 33.51") from error
    return Place(
        row["id"],
        row["name"],
        row["kind"],
        lat,
        lon,
        radius,
        row.get("country", ""),
        row.get("parent", ""),
        precision(row["kind"]),
    )


def precision(kind: str) -> int:
    """Return UCDP GED's 1-7 precision code for a kind of place."""
    by_kind = {"province": 4, "country": 6, "district": 3, "area": 5, "river": 5, "road": 5, "mountain": 5, "sea": 7}
    return by_kind.get(kind, 1)


def _membership(text: str) -> Membership:
    """Read `parent@2013..2017`."""
    parent, _, dates = text.partition("@")
    since, _, until = dates.partition("..")
    return Membership(parent, since, until)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _by_language(row: dict[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        if key.startswith(prefix):
            for name in _split(value):
                yield key.removeprefix(prefix), name
