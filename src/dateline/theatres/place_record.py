"""What an import of places takes and gives: the file with what is wanted of it, and one place as the file has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["PlaceRecord", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file of places and what is wanted of it; readers count in `skipped` what they leave out, by reason.

    `country` is a code, "" for all; `kind` is what rows that do not tell theirs are; `note` tells where the file is from.
    """

    path: Path
    country: str = ""
    kind: str = ""
    note: str = ""
    min_population: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def leave_out(self, why: str) -> None:
        """Count something left out."""
        self.skipped[why] = self.skipped.get(why, 0) + 1


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place of a file, its names by language beside the main one."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    source: str
    radius_km: float = 0.0
    parent: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
