"""Work that runs while pages are shown: weighing anew after decisions, and reading dropped reports; one at a time."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.errors import DatelineError
from dateline.show.web.hands import Hands

__all__ = ["Background", "State"]

_QUIET = 1.0  # seconds without a new decision before weighing begins
_LONGEST = 30.0


@dataclass(frozen=True, slots=True)
class State:
    """What is going on: `task` is weighing, reading or nothing; `revision` counts what was finished."""

    task: str = ""
    step: str = ""
    done: int = 0
    total: int = 0
    revision: int = 0
    problems: tuple[str, ...] = ()
    error: str = ""
    waiting: bool = False


class Background:
    """A thread that weighs when decisions have come in and nobody has decided for a moment, and reads what is dropped."""

    def __init__(self, hands: Hands, after: Callable[[], None], pending: bool = False) -> None:
        """Take what can be done, and what to do after reading; with `pending`, decisions of an earlier run are weighed."""
        self._hands, self._after = hands, after
        self._state = State()
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._asked = time.monotonic() if pending and hands.weigh else 0.0
        self._jobs: list[Callable[[], None]] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="workbench", daemon=True)

    @property
    def state(self) -> State:
        """What is going on now."""
        with self._lock:
            return replace(self._state, waiting=bool(self._asked or self._jobs))

    def start(self) -> None:
        """Begin to work: first what is done after reading, which an earlier run may have left."""
        self._jobs.append(self._after)
        self._wake.set()
        self._thread.start()

    def stop(self) -> None:
        """End after what is being done; decisions are in the log, so nothing is lost."""
        self._ended.set()
        self._wake.set()
        self._thread.join(_LONGEST)

    def weigh_soon(self) -> None:
        """Weigh anew as soon as nobody decides for a moment."""
        with self._lock:
            self._asked = time.monotonic() if self._hands.weigh else 0.0
        self._wake.set()

    def read(self, paths: Sequence[Path], outlet: str, published: str, after: Callable[[], None]) -> None:
        """Read reports into the record; `after` is called whatever comes of it."""
        with self._lock:
            self._jobs.append(lambda: self._read(paths, outlet, published, after))
        self._wake.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wake.wait(_QUIET if self._asked else None)
            self._wake.clear()
            if self._ended.is_set():
                return
            if self._jobs:
                self._jobs.pop(0)()
                self._wake.set()
            elif self._asked and time.monotonic() - self._asked >= _QUIET:
                self._weigh()

    def _weigh(self) -> None:
        with self._lock:
            self._asked = 0.0
        self._do("weighing", lambda: self._hands.weigh() if self._hands.weigh else None)

    def _read(self, paths: Sequence[Path], outlet: str, published: str, after: Callable[[], None]) -> None:
        def tell(step: str, done: int, total: int) -> None:
            self._set(step=step, done=done, total=total)

        def work() -> None:
            self._set(problems=())
            if self._hands.read:
                self._set(problems=tuple(self._hands.read(paths, outlet, published, tell)))
                self._after()

        try:
            self._do("reading", work)
        finally:
            after()

    def _do(self, task: str, work: Callable[[], None]) -> None:
        self._set(task=task, step="", done=0, total=0, error="")
        try:
            work()
        except (DatelineError, OSError) as error:
            self._set(error=str(error))
        finally:
            self._set(task="", revision=self._state.revision + 1)

    def _set(self, **values: object) -> None:
        with self._lock:
            self._state = replace(self._state, **values)  # type: ignore[arg-type]
