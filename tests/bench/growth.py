"""A record's readings, multiplied to archives of several sizes, in; time and memory of resolving, weighing and writing out."""

import multiprocessing
import resource
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import process_time

from dateline.record import create_or_open, open_record
from dateline.resolve import Resolve
from dateline.theatres import load_theatre
from dateline.weigh import Weigh
from tests.bench.vary import multiply

__all__ = ["Growth", "grow"]

_THEATRES = ("world", "syria")


@dataclass(frozen=True)
class Growth:
    """What an archive of one size took: seconds of processor time, and the memory at its most."""

    documents: int
    claims: int
    resolve: float
    weigh: float
    write: float
    megabytes: int


def grow(record: Path, sizes: Sequence[int]) -> list[Growth]:
    """Measure each size in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        return [pool.submit(_grown, record, size).result() for size in sizes]


def _grown(path: Path, size: int) -> Growth:
    theatre = load_theatre(_THEATRES)
    record = open_record(path)
    pairs = list(multiply(list(zip(record.articles(), record.readings(), strict=True)), theatre, size))
    articles, readings = [a for a, _ in pairs], [r for _, r in pairs]
    del pairs
    marks = [process_time()]
    resolved = Resolve(theatre)(readings)
    del readings
    marks.append(process_time())
    views = Weigh(theatre)(articles, resolved)
    marks.append(process_time())
    with tempfile.TemporaryDirectory() as work:
        create_or_open(Path(work) / "record").replace_views(views)
    marks.append(process_time())
    resolve, weigh, write = (later - earlier for earlier, later in pairwise(marks))
    return Growth(size, len(views.claims), resolve, weigh, write, _peak())


def _peak() -> int:
    """Return the most memory this process has held, in MB; what `getrusage` says includes the process it was started by."""
    status = Path("/proc/self/status")
    told = status.read_text(encoding="utf-8").partition("VmHWM:")[2].split() if status.is_file() else []
    return (int(told[0]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
