"""Which theatres fit a set of reports: `world`, each shipped one whose names the reports use, and their folders' own.

A folder of reports may hold tables of a theatre, such as an outlets.csv that tells who its outlets are.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dateline.theatres import find_theatre, fold, is_theatre, shipped_theatres
from dateline.theatres.tables import read_actors, read_aliases, read_places

__all__ = ["choose_codebook", "choose_theatres", "in_order", "theatres_beside"]

_ENOUGH = 3  # different names of a theatre that one report must use
_SHARE = 0.05  # part of the reports that must use them
_WORD = re.compile(r"\w+")


def theatres_beside(paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the folders of these files that hold tables of a theatre themselves."""
    folders = sorted({folder.resolve() for folder in {path.parent for path in paths}})
    return tuple(str(folder) for folder in folders if is_theatre(str(folder)))


def choose_codebook(asked: str, before: str, theatres: Iterable[str]) -> str:
    """Return a folder of one's own types: the one asked for, the record's, a theatre's `codebook`; else ""."""
    beside = (str(Path(name) / "codebook") for name in theatres if name not in shipped_theatres())
    chosen = asked or next((folder for folder in (before, *beside) if folder and Path(folder).is_dir()), "")
    return str(Path(chosen).resolve()) if chosen else ""


def in_order(theatres: Iterable[str]) -> tuple[str, ...]:
    """Return each theatre once, the shipped ones first, so that it does not matter in which order reports came in."""
    shipped = [*shipped_theatres()]
    return tuple(sorted(set(theatres), key=lambda name: (name != "world", name not in shipped, name)))


def choose_theatres(theatre: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the theatres to load: the one asked for, or those that the texts name."""
    if theatre != "auto":
        folder = find_theatre(theatre)
        return ("world", theatre if theatre in shipped_theatres() else str(folder.resolve()))
    wanted = ["world"]
    others = [name for name in shipped_theatres() if name != "world"]
    hits, number = dict.fromkeys(others, 0), 0
    for text in texts:  # one at a time: they may be many
        number += 1
        folded = f" {fold(text)} "
        for name in others:
            hits[name] += _uses(folded, _own_names(name))
    wanted += [name for name in others if hits[name] and hits[name] >= _SHARE * number]
    return tuple(wanted)


def _uses(text: str, names: dict[str, tuple[str, ...]]) -> bool:
    """True where a text uses enough different names of a theatre."""
    found: set[str] = set()
    for word in set(text.split()):
        found.update(name for name in names.get(word, ()) if f" {name} " in text)
        if len(found) >= _ENOUGH:
            return True
    return False


@lru_cache(maxsize=16)
def _own_names(name: str) -> dict[str, tuple[str, ...]]:
    """Return a theatre's folded names by their first word; short ones say too little."""
    folder = find_theatre(name)
    texts = {actor.name for actor in read_actors(folder / "actors.csv") if actor.kind != "media"}
    texts |= {alias.text for alias in read_aliases(folder / "aliases.csv")}
    texts |= {text for row in read_places(folder / "places.csv") for _, text in row.names}
    table: dict[str, list[str]] = {}
    for folded in sorted({fold(text) for text in texts}):
        if len(folded) >= 5 and _WORD.match(folded):
            table.setdefault(folded.split()[0], []).append(folded)
    return {word: tuple(found) for word, found in table.items()}
