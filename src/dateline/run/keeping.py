"""Readings as they are made, in; kept in the record many at a time, since each write waits for the disk.

What is held is written every second and when the run ends, also when it is stopped or fails: little is ever lost.
"""

from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType

from dateline.model import Article, Reading
from dateline.record import Record

__all__ = ["Keeping"]

_SECONDS, _MOST = 1.0, 200


class Keeping(AbstractContextManager["Keeping"]):
    """The one writer of a run; `mark` is the code, theatres and profile that the readings were made with."""

    def __init__(self, record: Record, mark: str) -> None:
        self.record, self.mark = record, mark
        self._held: list[tuple[Article, Reading]] = []
        self._since = monotonic()

    def __call__(self, article: Article, reading: Reading) -> None:
        """Keep a document and what was understood from it."""
        self._held.append((article, reading))
        if len(self._held) >= _MOST or monotonic() - self._since >= _SECONDS:
            self._write()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is held."""
        self._write()

    def _write(self) -> None:
        held, self._held = self._held, []
        if held:
            self.record.add_readings(held, self.mark)
        self._since = monotonic()
