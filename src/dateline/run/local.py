"""The local executor: a stage over articles in this process, or in several that hold the language models together.

Where the system can fork (Linux), the models are loaded once, before the processes part: they start at once and share the
memory. Elsewhere each process loads its own.
"""

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from multiprocessing.context import BaseContext
from types import TracebackType

from dateline.errors import DatelineError
from dateline.model import Article, Reading
from dateline.run.shards import shards

__all__ = ["Local", "Stage"]

_SHARD = 10_000  # characters: some seconds of work at most, so that little is lost when a run is cut off
_AHEAD = 3  # shards a worker that wait for it, so that the memory does not grow with the archive

Stage = Callable[[Iterable[Article]], Iterator[Reading]]
Understood = Iterator[tuple[Article, Reading]]


class Local(AbstractContextManager["Local"]):
    """Runs a stage on this machine; as a context, so that its processes end with it."""

    portion = 1000

    def __init__(self, stage: Stage, workers: int) -> None:
        self.stage, self.workers = stage, workers
        self._pool: ProcessPoolExecutor | None = None
        self._loaded = False

    def __call__(self, articles: list[Article]) -> Understood:
        """Yield each article with its reading, in order."""
        parts = list(shards(articles, _SHARD))
        if self.workers <= 1 or (len(parts) <= 1 and self._pool is None):
            yield from self._alone(articles)
            return
        try:
            yield from self._side_by_side(parts)
        except BrokenProcessPool as error:
            raise DatelineError(
                "a process that read reports was ended by the system, mostly for want of memory; what is read so far is "
                "kept: run the same command again with fewer --workers"
            ) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what they have not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        gc.unfreeze()

    def _alone(self, articles: list[Article]) -> Understood:
        """Read in this process; what the first article loads stays to the end, and is out of the way of the collector,
        which else looks through all of it again every thousand sentences."""
        for article, reading in zip(articles, self.stage(articles), strict=True):
            if not self._loaded:
                gc.freeze()
                self._loaded = True
            yield article, reading

    def _side_by_side(self, parts: list[list[Article]]) -> Understood:
        pool = self._pool = self._pool or self._open(article for part in parts for article in part)
        waiting: deque[tuple[list[Article], Future[list[Reading]]]] = deque()
        for part in parts:
            waiting.append((part, pool.submit(_read, part)))
            if len(waiting) > _AHEAD * self.workers:
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())

    def _open(self, articles: Iterable[Article]) -> ProcessPoolExecutor:
        """Start the processes; before a fork an article of each language is read, which loads all that they then share."""
        context = _context()
        if context.get_start_method() == "fork":
            shortest = sorted((a for a in articles if a.coded), key=lambda a: -len(a.text))
            list(self.stage({article.language: article for article in shortest}.values()))
            gc.collect()
            gc.freeze()  # else the collector writes to every shared page, and each process gets its own copy
        return ProcessPoolExecutor(self.workers, context, _begin, (self.stage,))


def _context() -> BaseContext:
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _finished(part: list[Article], readings: "Future[list[Reading]]") -> Understood:
    yield from zip(part, readings.result(), strict=True)


# What a worker process keeps from shard to shard: the stage with its models. Set once, before its first shard.
_kept: list[Stage] = []


def _begin(stage: Stage) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one ends the others
    gc.freeze()
    _kept[:] = [stage]


def _read(part: list[Article]) -> list[Reading]:
    return list(_kept[0](part))
