"""Reports coded by hand: a folder of YAML files and the texts in, one Coded report each out, quotes turned into spans."""

import csv
import hashlib
import math
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Span = tuple[int, int]
Row = dict[str, Any]

_PROCLITICS = "[وفبلك]{0,2}"  # Arabic writes "and", "in", "to" together with the name that follows


@dataclass(frozen=True)
class Coded:
    """One report with what a person found in it."""

    name: str
    text: str
    row: Row

    @property
    def language(self) -> str:
        return str(self.row["language"])

    @cached_property
    def furniture(self) -> list[Span]:
        given = self.row.get("boilerplate") or []
        return [(part[0], part[1]) if isinstance(part, list) else self.quoted(part) for part in given]

    def items(self, layer: str) -> list[tuple[Row, Span]]:
        """The annotations of a layer, each with the place of its words."""
        rows = self.row.get(layer) or []
        return [(row, (row["span"][0], row["span"][1]) if "span" in row else self.quoted(row["quote"])) for row in rows]

    def quoted(self, words: str) -> Span:
        at = self.text.find(words)
        if at < 0:
            raise ValueError(f"{self.name}: these words are not in the text: {words!r}")
        return at, at + len(words)

    def is_furniture(self, span: Span) -> bool:
        return any(shared(span, part) for part in self.furniture)

    def names(self) -> tuple[list[tuple[Span, str]], list[tuple[Span, str]], list[Span]]:
        """Names of actors, names of places, and names that can be either here and so count neither way."""
        actors, places = self.row.get("actors") or {}, self.row.get("places") or {}
        found = self._occurrences({**actors, **places})
        either = set(actors) & set(places)
        who: list[tuple[Span, str]] = []
        where: list[tuple[Span, str]] = []
        open_: list[Span] = []
        for span in found:
            form = self.text[span[0] : span[1]]
            if form in either:
                continue
            if not self.is_furniture(span):
                (who if form in actors else where).append((span, (actors if form in actors else places)[form]))
        if either:
            open_ = self._occurrences(dict.fromkeys(either, ""))
        return who, where, open_

    def _occurrences(self, forms: Row) -> list[Span]:
        """Where the forms stand, the longest first, none within another."""
        before = _PROCLITICS if self.language == "ar" else ""
        taken: list[Span] = []
        for form in sorted(forms, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){before}({re.escape(form)})(?!\w)", self.text):
                if not any(shared(match.span(1), other) for other in taken):
                    taken.append(match.span(1))
        return sorted(taken)


@dataclass(frozen=True)
class Spot:
    """Where a place of the gold lies, and how far off still counts."""

    lat: float
    lon: float
    tolerance_km: float

    def meets(self, lat: float | None, lon: float | None) -> bool:
        if lat is None or lon is None:
            return False
        north, south = math.radians(self.lat), math.radians(lat)
        chord = math.sin((south - north) / 2) ** 2
        chord += math.cos(north) * math.cos(south) * math.sin(math.radians(lon - self.lon) / 2) ** 2
        return 2 * 6371 * math.asin(math.sqrt(min(1.0, chord))) <= self.tolerance_km


def load_gold(folder: Path, texts: Path) -> list[Coded]:
    """Return the coded reports of a folder, by file name."""
    reports = []
    for path in sorted(folder.glob("*.yaml")):
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        if row and "document" in row:
            with (texts / row["document"]).open(encoding="utf-8", newline="") as stream:
                reports.append(Coded(row["document"], stream.read(), row))
    return reports


def load_spots(folder: Path) -> dict[str, Spot]:
    """Return the places of the places.csv in the folder or above it."""
    path = next(base / "places.csv" for base in (folder, *folder.parents) if (base / "places.csv").exists())
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["id"]: Spot(float(row["lat"]), float(row["lon"]), float(row["tolerance_km"])) for row in rows}


def mark_of(folder: Path) -> str:
    """Return a hash of all gold in a folder: floors hold for one gold only."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def shared(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: Span, other: Span) -> float:
    """Return the shared part of two spans over all that they cover."""
    common = shared(one, other)
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common else 0.0
