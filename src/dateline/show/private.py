"""Private people: a record in; out: who goes without a name, under which neutral id, and texts without those names."""

import re

from dateline.model import Actor
from dateline.record import Record

__all__ = ["PRIVATE_NAME", "PrivateNames"]

PRIVATE_NAME = "a private person"


class PrivateNames:
    """Replaces people whom no theatre lists; made without a record, it replaces nothing."""

    def __init__(self, record: Record | None = None) -> None:
        """Find the private people of `record`; their neutral ids follow the order of the record's ids."""
        private = [actor for actor in record.actors() if actor.kind == "person" and not actor.known] if record else []
        self._ids = {actor.id: f"private-person-{number}" for number, actor in enumerate(private, 1)}
        words = {word for actor in private for name in (actor.name, *actor.aliases) for word in _spellings(name)}
        longest = sorted(words, key=lambda word: (-len(word), word))
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE) if longest else None

    def id(self, id: str) -> str:
        """The id to show for an actor."""
        return self._ids.get(id, id)

    def ids(self, ids: tuple[str, ...]) -> list[str]:
        """The ids to show for several actors."""
        return [self.id(id) for id in ids]

    def is_private(self, actor: Actor) -> bool:
        """True where the actor goes without a name."""
        return actor.id in self._ids

    @property
    def hides(self) -> bool:
        """True where there is anybody whose name is left out."""
        return self._names is not None

    def clean(self, text: str) -> str:
        """Return `text` without the names of private people."""
        return self._names.sub(PRIVATE_NAME, text) if self._names else text


def _spellings(name: str) -> list[str]:
    """The whole name and its parts that are long enough to be no other word."""
    name = name.strip()
    parts = [part for part in name.split() if len(part) > 3 and part[:1] == part[:1].upper()]
    return [word for word in (name, *parts) if len(word) > 1]
