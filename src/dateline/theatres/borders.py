"""The borders of states and what they are called in: "the Turkish border", "the Syrian-Turkish border" as places out."""

import csv
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from dateline.errors import TheatreError
from dateline.model import Place
from dateline.theatres.tables import Country, PlaceRow

__all__ = ["read_borders"]

_FRENCH_ARTICLES = ("la ", "le ", "les ", "l'", "")


def read_borders(path: Path, countries: Mapping[str, Country]) -> Iterator[tuple[PlaceRow, frozenset[str]]]:
    """Yield the borders of a borders.csv, named by both countries and by either, with the codes of both."""
    if not path.exists():
        return
    states = {country.code: country for country in countries.values()}
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            try:
                one, other = states[row["one"]], states[row["other"]]
                lat, lon, radius = (float(row[column]) for column in ("lat", "lon", "radius_km"))
            except (KeyError, ValueError) as error:
                raise TheatreError(
                    f"{path}: no border can be read in {row} ({error}); write two codes and three numbers"
                ) from error
            name = f"{one.place.name}–{other.place.name} border"
            place = Place(f"{one.id}-{other.id}-border", name, "border", lat, lon, radius, precision=5)
            names = dict.fromkeys((("", name), *_english(one, other), *_french(one, other)))
            yield PlaceRow(place, tuple(names)), frozenset((one.code, other.code))


def _english(one: Country, other: Country) -> Iterator[tuple[str, str]]:
    """Yield "Turkish-Syrian border", "Syria-Turkey border", "Turkish border", "border with Turkey"."""
    for a, b in ((one, other), (other, one)):
        first, second = _adjectives(a, "en")[:1], _adjectives(b, "en")[:1]
        yield from (("en", f"{x}-{y} border") for x, y in product((*first, a.place.name), (*second, b.place.name)))
        yield from (("en", f"{x} border") for x in first)
        yield from (("en", f"border {word} {b.place.name}") for word in ("with", "of"))
        yield "en", f"border between {a.place.name} and {b.place.name}"


def _french(one: Country, other: Country) -> Iterator[tuple[str, str]]:
    """Yield "frontière turque", "frontière avec la Turquie"."""
    for country in (one, other):
        yield from (("fr", f"frontière {word}") for word in _adjectives(country, "fr"))
        names = [name for language, name in country.names if language == "fr"][:1]
        yield from (("fr", f"frontière avec {article}{name}") for name in names for article in _FRENCH_ARTICLES)


def _adjectives(country: Country, language: str) -> tuple[str, ...]:
    """Return the words for what is of a country; French ones in small letters, since those of its people are written large."""
    words = (word for known, word in country.demonyms if known == language)
    return tuple(word for word in words if language != "fr" or word.islower())
