"""Whom and what a user means: an id or a part of a name in, the ids that it stands for out."""

from dateline.errors import DatelineError
from dateline.record import Record, names

__all__ = ["meant"]


def meant(record: Record, kind: str, words: str) -> tuple[str, ...]:
    """Return the ids of the actors or places (`kind`) with that id, else of all whose names hold the words; none for "".

    Raises DatelineError where there is none: a slip of the pen.
    """
    if not words:
        return ()
    low = words.casefold()
    found: dict[str, None] = {}
    for id, name in names(record, f"{kind}s"):
        if id == words:
            return (id,)
        if low in name.casefold():
            found[id] = None
    if not found:
        raise DatelineError(
            f"{record.path}: no {kind} with the id or name {words!r}; `dateline list RECORD {kind}s` shows those it has"
        )
    return tuple(found)
