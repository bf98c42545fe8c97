"""A look for each holder of a record: ledger entries and names in, a colour and two letters an actor out.

The same on the map, in its key and in its pictures; whoever is told for most places chooses first, over the whole record,
so that neither a day nor a filter changes a colour.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model import LedgerEntry

__all__ = ["COLOURS", "Look", "looks"]

# Okabe and Ito's colours without black, their yellow darkened: told apart by the colour-blind. Letters say the same.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#b8a800")
_MORE = "#7b8288"
_SMALL_WORDS = frozenset("al the of and de la les du el".split())


@dataclass(frozen=True, slots=True)
class Look:
    """How one holder is drawn."""

    colour: str
    letters: str


def looks(entries: Iterable[LedgerEntry], names: Mapping[str, str]) -> dict[str, Look]:
    """Return the look of each holder by its id."""
    places: dict[str, set[str]] = {}
    for entry in entries:
        if entry.holder:
            places.setdefault(entry.holder, set()).add(entry.place)
    often = Counter({holder: len(held) for holder, held in places.items()})
    taken: set[str] = set()
    found = {}
    for rank, holder in enumerate(sorted(often, key=lambda id: (-often[id], id))):
        letters = _letters(names.get(holder, holder), taken)
        taken.add(letters)
        found[holder] = Look(COLOURS[rank] if rank < len(COLOURS) else _MORE, letters)
    return found


def _letters(name: str, taken: set[str]) -> str:
    """Return the first letters of two words, or two letters of one; others where somebody has those already."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL_WORDS] or [name or "?"]
    first = words[0][0].upper()
    choices = [first + words[1][0].upper()] if len(words) > 1 else []
    choices += [first + letter for letter in words[0][1:]] + [first + digit for digit in "23456789"]
    return next((choice for choice in choices if choice not in taken), "…")
