"""The world's populated places: a name in any script goes in, the places of that name come out, the largest first.

`gazetteer.bin` (cut from GeoNames by tools) is `MAGIC`, the header's length in four bytes (big-endian),
a JSON header and then the sections the header lists. A column of numbers, less its lowest one, is stored as it stands
or as steps from row to row: the lowest bytes of all rows, then the second bytes and so on, packed where that gains
much. Of a name only a 40-bit hash is kept, so a word that is no place's name passes for one about once in a million.
"""

import hashlib
import json
import lzma
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.errors import TheatreError
from dateline.model import Place
from dateline.theatres.folding import fold

__all__ = ["Gazetteer", "distance_km", "load_gazetteer", "name_hash", "settlement_kind", "unpack", "without_glottals"]

MAGIC = b"DATELINE GAZETTEER 1\n"
HASH_BYTES = 5
DEGREE = 10_000  # coordinates are whole ten-thousandths of a degree, about 11 m
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]
_EARTH_KM = 6371.0
_GLOTTALS = re.compile("[\u2018\u2019\u02bb\u02bc\u02be\u02bf\u00b4\u2032`']")
_PREFIX = "gn-"

Numbers = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True)
class Gazetteer:
    """Places as columns, ordered by country and GeoNames id; name hashes in rising order beside the place of each."""

    ids: Numbers
    lats: Numbers
    lons: Numbers
    populations: Numbers
    countries: Numbers
    country_codes: tuple[str, ...]
    names: bytes  # primary names, UTF-8, one after the other
    name_ends: Numbers
    hashes: Numbers
    owners: Numbers  # the row of the place that bears the name of that hash

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, name: object) -> bool:
        """True where a place has this name, in whatever case, accents or script."""
        if not isinstance(name, str) or not (folded := fold(name)):
            return False
        wanted = name_hash(folded)
        at = int(self.hashes.searchsorted(wanted))
        return at < len(self.hashes) and int(self.hashes[at]) == wanted

    def find(self, name: str) -> tuple[Place, ...]:
        """Return all places of this name, the most populous first; none for a name that no place has."""
        folded = fold(name)
        if not folded:
            return ()
        wanted = name_hash(folded)
        start = int(self.hashes.searchsorted(wanted))
        end = int(self.hashes.searchsorted(wanted, side="right"))
        rows = self.owners[start:end].tolist()
        return tuple(self._place(row) for row in sorted(rows, key=lambda row: (-self.populations[row], self.ids[row])))

    def place(self, place_id: str) -> Place | None:
        """Return the place `gn-<number>`, or None."""
        row = self._row(place_id)
        return None if row is None else self._place(row)

    def population(self, place_id: str) -> int:
        """Return how many people GeoNames counts in the place `gn-<number>`; 0 where it does not know."""
        row = self._row(place_id)
        return 0 if row is None else int(self.populations[row])

    def _row(self, place_id: str) -> int | None:
        number = place_id.removeprefix(_PREFIX)
        return self._rows.get(int(number)) if place_id.startswith(_PREFIX) and number.isdecimal() else None

    def in_country(self, code: str) -> Iterator[Place]:
        """Yield every place of the country with that ISO code."""
        if code in self.country_codes:
            for row in np.flatnonzero(self.countries == self.country_codes.index(code)).tolist():
                yield self._place(row)

    @cached_property
    def _rows(self) -> "_Rows":
        return _Rows(self.ids)

    def _place(self, row: int) -> Place:
        start = int(self.name_ends[row - 1]) if row else 0
        return Place(
            id=f"{_PREFIX}{self.ids[row]}",
            name=self.names[start : int(self.name_ends[row])].decode("utf-8"),
            kind=settlement_kind(int(self.populations[row])),
            lat=int(self.lats[row]) / DEGREE,
            lon=int(self.lons[row]) / DEGREE,
            country=self.country_codes[int(self.countries[row])],
        )


class _Rows:
    """From GeoNames id to row, by a sorted copy of the ids: a dict of them all would cost time at every start."""

    def __init__(self, ids: Numbers) -> None:
        self._order = ids.argsort()
        self._sorted = ids[self._order]

    def get(self, number: int) -> int | None:
        at = int(self._sorted.searchsorted(number))
        return int(self._order[at]) if at < len(self._sorted) and int(self._sorted[at]) == number else None


def settlement_kind(population: int) -> str:
    """Return what a place of so many people is called: city, town or village."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


def without_glottals(name: str) -> str:
    """Return a name without the signs for a glottal stop or ayn, which GeoNames writes and most reports leave out."""
    return _GLOTTALS.sub("", name)


def name_hash(folded: str) -> int:
    """Return the 40-bit hash under which a folded name is kept."""
    return int.from_bytes(hashlib.blake2b(folded.encode("utf-8"), digest_size=HASH_BYTES).digest(), "big")


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Return the great-circle distance between two points given in degrees."""
    lat1, lat2 = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the gazetteer that comes with the program."""
    file = resources.files("dateline.theatres") / "gazetteer.bin"
    try:
        packed = file.read_bytes()
    except OSError as error:
        raise TheatreError(f"{file}: cannot be read ({error}); install Dateline again") from error
    try:
        return unpack(packed)
    except (ValueError, KeyError, lzma.LZMAError) as error:
        raise TheatreError(f"{file}: is damaged ({error}); install Dateline again") from error


def unpack(packed: bytes) -> Gazetteer:
    """Return the gazetteer held in the bytes of a gazetteer.bin."""
    if not packed.startswith(MAGIC):
        raise ValueError("it does not start as a gazetteer does")
    start = len(MAGIC) + 4
    end = start + int.from_bytes(packed[len(MAGIC) : start], "big")
    header = json.loads(packed[start:end])
    sections: dict[str, bytes] = {}
    for name, codec, size in header["sections"]:
        part, end = packed[end : end + size], end + size
        sections[name] = lzma.decompress(part, lzma.FORMAT_RAW, filters=FILTERS) if codec == "lzma" else part
    columns = {name: _column(sections, name, *shape) for name, shape in header["columns"].items()}
    narrow = {name: columns[name].astype(np.int32) for name in ("lats", "lons", "populations", "countries", "owners")}
    return Gazetteer(
        ids=columns["ids"],
        **narrow,
        country_codes=tuple(header["countries"]),
        names=sections["names"],
        name_ends=columns["name_lengths"].cumsum(dtype=np.int32),
        hashes=columns["hashes"],
    )


def _column(sections: dict[str, bytes], name: str, stepped: bool, floor: int) -> Numbers:
    """Return the column of numbers held in the sections `<name>.0` (the lowest bytes), `<name>.1` and so on."""
    octets = np.zeros((len(sections[f"{name}.0"]), 8), dtype=np.uint8)
    for place in range(8):
        if (plane := sections.get(f"{name}.{place}")) is not None:
            octets[:, place] = np.frombuffer(plane, dtype=np.uint8)
    values = octets.view("<i8").ravel().astype(np.int64) + floor
    return values.cumsum() if stepped else values
