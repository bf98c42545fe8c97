"""A record's readings, multiplied to archives of several sizes, in; time and memory of resolving, weighing, writing and showing out.

Each archive is a record of its own, made first and in another process: what is measured begins with stored readings.
"""

import datetime as dt
import io
import multiprocessing
import resource
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from time import process_time

from dateline.cycles import without_collecting
from dateline.model import Event
from dateline.record import Around, Record, Wanted, create_or_open, find, find_all_ids, open_record, part_of
from dateline.resolve import Resolve
from dateline.run.readings import Readings
from dateline.show import write_brief
from dateline.theatres import load_theatre
from dateline.weigh import Weigh
from tests.bench.vary import Pair, multiply

__all__ = ["Growth", "grow"]

_THEATRES = ("world", "syria")
_AT_ONCE = 500  # readings written in one transaction


@dataclass(frozen=True)
class Growth:
    """What an archive of one size took: seconds of processor time, the memory at its most, and the record's size.

    `resolve` includes reading the stored readings back. `page` is the first page of the events of its busiest week,
    `brief` the brief of that week.
    """

    documents: int
    claims: int
    resolve: float
    weigh: float
    write: float
    page: float
    brief: float
    megabytes: int
    file: int


def grow(record: Path, sizes: Sequence[int]) -> Iterator[Growth]:
    """Measure each size in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        for size in sizes:
            with tempfile.TemporaryDirectory() as work:
                archive = Path(work) / "archive"
                pool.submit(_multiplied, record, archive, size).result()
                yield pool.submit(_measured, archive).result()


def _multiplied(path: Path, archive: Path, size: int) -> None:
    """Write the archive: its texts and readings, not weighed yet."""
    small, large, theatre = open_record(path), create_or_open(archive), load_theatre(_THEATRES)
    pairs = list(zip(small.articles(), small.readings(), strict=True))
    for portion in _portions(multiply(pairs, theatre, size)):
        large.add_readings(portion, "bench")


def _portions(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    stream = iter(pairs)
    while portion := list(islice(stream, _AT_ONCE)):
        yield portion


def _measured(path: Path) -> Growth:
    theatre, record = load_theatre(_THEATRES), open_record(path)
    resolve, weigh = Resolve(theatre), Weigh(theatre)
    marks = [process_time()]
    with without_collecting():
        articles = list(record.articles())
        resolved = resolve(Readings(record))
        marks.append(process_time())
        views = weigh(articles, resolved)
    marks.append(process_time())
    record.replace_views(views)
    marks.append(process_time())
    claims, megabytes = len(views.claims), _peak()
    week = _busiest(views.events)
    del views, resolved, articles
    find(record, Event, week)
    marks.append(process_time())
    _brief(record, week)
    marks.append(process_time())
    resolving, weighing, writing, page, brief = (later - earlier for earlier, later in pairwise(marks))
    file = path.stat().st_size // 1_000_000
    return Growth(len(record.document_ids()), claims, resolving, weighing, writing, page, brief, megabytes, file)


def _busiest(events: Sequence[Event]) -> Wanted:
    """Return the week on which most events begin."""
    weeks = Counter(event.time.earliest.toordinal() // 7 for event in events if event.time.earliest)
    first = dt.date.fromordinal(max(weeks, key=lambda week: (weeks[week], week)) * 7)
    return Wanted(since=first, until=first + dt.timedelta(days=6))


def _brief(record: Record, week: Wanted) -> None:
    write_brief(part_of(record, Around(events=find_all_ids(record, Event, week))), "md", io.StringIO())


def _peak() -> int:
    """Return the most memory this process has held, in MB; what `getrusage` says includes the process it was started by."""
    status = Path("/proc/self/status")
    told = status.read_text(encoding="utf-8").partition("VmHWM:")[2].split() if status.is_file() else []
    return (int(told[0]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
