"""A record in; its readings, to be gone through as often as asked, out: held where they are few, else read anew each time."""

from collections.abc import Iterator
from functools import cached_property

from dateline.model import Reading
from dateline.record import Record

__all__ = ["Readings"]

_HELD = 5000  # readings that fit into memory beside all that is made of them


class Readings:
    """The readings of a record by document, but for some documents."""

    def __init__(self, record: Record, without: frozenset[str] = frozenset()) -> None:
        """Note which readings there are; none is read yet."""
        self._record = record
        self._ids = sorted(id for id in record.document_ids() if id not in without)

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._all) if len(self._ids) <= _HELD else self._record.readings_of(self._ids)

    @cached_property
    def _all(self) -> tuple[Reading, ...]:
        return tuple(self._record.readings_of(self._ids))
