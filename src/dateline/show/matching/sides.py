"""Are these the same side? A name out of a data set and an actor of a record in, yes or no out.

A data set writes "Government of Syria" or "Military Forces of Syria (2000-)" where reports name an army or a minister, and
"insurgents" where they name a group: so an actor answers to its names, to those of the bodies it is part of, and to what
its kind and country make it.
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from dateline.model import Actor
from dateline.show.contents import Contents
from dateline.show.exports.countries import country

__all__ = ["Sides"]

_ALIKE = 88  # of 100: above it two names are spellings of one
_STATES = frozenset({"state", "state force", "state body"})
_STATE_WORDS = re.compile(
    r"\b(government|military forces|police forces|armed forces|army) of (?P<land>[\w .'-]+)", re.I
)
_GENERAL = {
    "civilians": frozenset({"civilian group", "family", "person", "humanitarian", "media", "ngo"}),
    "insurgents": frozenset({"armed group"}),
    "rebels": frozenset({"armed group"}),
    "opposition": frozenset({"armed group", "political group"}),
}
_NOBODY = ("unknown", "xxx", "unidentified", "protesters (", "rioters (")  # how data sets write that nobody is named
_BRACKETS = re.compile(r"\s*\([^)]*\)")


class Sides:
    """Compares names of a data set with the actors of one record."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def same(self, names: tuple[str, ...], ids: tuple[str, ...]) -> bool | None:
        """True where one of the names means one of the actors, or nobody is named at all; None where one side is not."""
        named = [name for name in names if name and not name.lower().startswith(_NOBODY)]
        if not named or not ids:
            return None if named or ids else True
        return any(self._is(name, id) for name in named for id in ids)

    def _is(self, name: str, id: str) -> bool:
        actor = self.contents.actors.get(id)
        if actor is None:
            return _alike(name, id)
        bare = _BRACKETS.sub("", name).strip()
        state = _STATE_WORDS.search(name)
        if state:
            land = country(actor.country).name.lower()
            return actor.kind in _STATES and (not land or land in state["land"].lower())
        for word, kinds in _GENERAL.items():
            if word in bare.lower():
                return actor.kind in kinds
        return any(_alike(bare, own) for own in self._names(actor))

    def _names(self, actor: Actor) -> list[str]:
        names = [actor.name, *actor.aliases]
        for member in actor.part_of:
            parent = self.contents.actors.get(member.parent)
            names += [parent.name, *parent.aliases] if parent else []
        return names


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    left, right = (anyascii(name).casefold().replace("-", " ").strip() for name in (one, other))
    if min(len(left), len(right)) <= 4:  # "IS", "YPG": an abbreviation is itself or nothing
        return left == right
    return fuzz.token_sort_ratio(left, right) >= _ALIKE
