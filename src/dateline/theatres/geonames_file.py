"""A GeoNames dump (allCountries.txt, XX.txt) in, its places line by line out: kinds by feature code, names by script."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator

from dateline.errors import TheatreError
from dateline.theatres.gazetteer import settlement_kind, without_glottals
from dateline.theatres.place_record import PlaceRecord, Source

__all__ = ["read_geonames"]

_COLUMNS = 19  # geonameid, name, asciiname, alternatenames, latitude, longitude, feature class and code, country ...
_NAME, _ASCII, _OTHERS, _LAT, _LON, _CLASS, _CODE, _COUNTRY, _PEOPLE = 1, 2, 3, 4, 5, 6, 7, 8, 14
# Feature code -> kind and usual radius in km; what has no entry is left out, but populated places by their size.
_KINDS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("ADM1", "ADM1H"), ("province", 50.0)),
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADMD"), ("district", 15.0)),
    **dict.fromkeys(("PPLX", "PPLL"), ("neighbourhood", 1.0)),
    **dict.fromkeys(("CMPRF", "CMP"), ("camp", 1.0)),
    **dict.fromkeys(("AIRB", "INSM", "MILB"), ("air base", 2.0)),
    **dict.fromkeys(("AIRP", "AIRF", "AIRH", "PRT", "HBR", "DAM", "OILF", "OILR", "PRN", "HSP"), ("site", 1.0)),
    **dict.fromkeys(("PS", "PSH", "PSN", "RUIN", "CSTL", "FT", "MFG", "SILO", "CSTM"), ("site", 0.5)),
    **dict.fromkeys(("RGN", "AREA", "PLN", "VAL", "DSRT", "OAS", "COLF"), ("area", 10.0)),
    **dict.fromkeys(("MT", "MTS", "HLL", "HLLS", "PK", "PASS"), ("mountain", 3.0)),
    **dict.fromkeys(("ISL", "ISLS"), ("island", 5.0)),
    **dict.fromkeys(("STM", "WAD"), ("river", 10.0)),
    **dict.fromkeys(("LK", "RSV"), ("sea", 5.0)),
}
_VILLAGES_FROM = frozenset({"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLC", "PPLF", "PPLG", "PPLS", "PPLR", "STLMT"})
_SHORTEST = 4  # shorter names mostly mean something else in a report


def read_geonames(source: Source) -> Iterator[PlaceRecord]:
    """Yield the places of a dump; a line that is none is counted. Raises TheatreError where the file is no dump at all."""
    with source.path.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if len(row) != _COLUMNS:
                if number == 1:
                    problem = f"{len(row)} columns where a GeoNames dump has {_COLUMNS}"
                    raise TheatreError(f"{source.path}, line 1: {problem}; take an unzipped XX.txt of GeoNames")
                source.leave_out("lines that do not have 19 columns")
                continue
            record = _record(row, source)
            if record:
                yield record


def _record(row: list[str], source: Source) -> PlaceRecord | None:
    if source.country and row[_COUNTRY] != source.country:
        source.leave_out("places of other countries")
        return None
    try:
        lat, lon, people = float(row[_LAT]), float(row[_LON]), int(row[_PEOPLE] or 0)
    except ValueError:
        source.leave_out("lines whose numbers are none")
        return None
    kind, radius = _KINDS.get(row[_CODE], ("", 0.0))
    if row[_CODE] in _VILLAGES_FROM:
        kind, radius = settlement_kind(people), 0.0
        if people < source.min_population:
            source.leave_out(f"settlements with fewer than {source.min_population:,} people")
            return None
    name = _plain(row[_NAME])
    if not kind or len(name) < _SHORTEST:
        source.leave_out("features of kinds that reports seldom name" if not kind else "names shorter than 4 letters")
        return None
    names = _by_script([row[_NAME], row[_ASCII], *row[_OTHERS].split(",")])
    told = source.note or f"GeoNames {row[0]}, CC BY 4.0"
    return PlaceRecord(f"gn-{row[0]}", name, kind, lat, lon, row[_COUNTRY], told, radius, names=names)


def _plain(name: str) -> str:
    """Return a transliterated name in the letters that reports write."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", without_glottals(name)) if not unicodedata.combining(c))
    return re.sub(r"^(A[dnrstz]|Ash|Ath|Adh|El) (?=[A-Z])", "Al ", bare.strip())


def _by_script(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the names by the language of their script: the dump does not tell languages."""
    found: dict[str, list[str]] = {"en": [], "ar": [], "ru": []}
    for name in filter(None, map(str.strip, names)):
        if len(name) < _SHORTEST or "http" in name or name.isupper():
            continue
        if re.fullmatch(r"[\u0621-\u064a ]+", name):
            found["ar"].append(name)
        elif re.fullmatch(r"[А-ЯЁ][А-Яа-яЁё' -]+", name):
            found["ru"].append(name)
        elif re.fullmatch(r"[A-Z][A-Za-z' -]+", _plain(name)):
            found["en"].append(_plain(name))
    return {language: tuple(dict.fromkeys(kept)) for language, kept in found.items()}
