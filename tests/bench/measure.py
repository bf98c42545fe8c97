"""Measures speed and memory: texts in, docs/performance.md with its tables written anew out.

    python -m tests.bench.measure [--documents 60] [--growth 1000,10000]

Every figure is the processor's time of one core (the least of several runs, taken by turns, so that what else the machine does
falls on all alike), beside the bare language model's parse of the same sentences in the same process: the ratio is what counts.
"""

import argparse
import gc
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

import dateline
from dateline.model import Article
from dateline.read import Defaults, read_article
from dateline.record import Record, create_or_open
from dateline.run import weigh_record
from dateline.show import write_brief
from dateline.understand import Understand, report
from dateline.understand.models import load_parser
from tests.bench.corpus import EXAMPLES, FA_KES, write_fa_kes
from tests.bench.growth import Growth, grow
from tests.eval.sets import ROOT

__all__ = ["Stage", "measure"]

PAGE = ROOT / "docs" / "performance.md"
_RUNS = 3
_THEATRES = ("world", "syria")


@dataclass(frozen=True)
class Stage:
    """One measured stage: seconds for all documents, and how many times the bare parse that is."""

    name: str
    seconds: float
    ratio: float


@dataclass(frozen=True)
class Measured:
    """A set of reports: its size and its stages."""

    name: str
    documents: int
    words: int
    sentences: int
    stages: tuple[Stage, ...]


def measure(name: str, folder: Path, accurate: bool = True) -> Measured:
    """Measure all stages over the reports of a folder."""
    with tempfile.TemporaryDirectory() as work:
        record = dateline.build([folder], into=Path(work) / "record")
        articles = [article for article in record.articles() if article.coded]
        stages = _stages(articles, record, Path(work), accurate)
        gc.freeze()  # as a run does with all that it has loaded
        least = dict.fromkeys(stages, float("inf"))
        for _ in range(_RUNS):
            for stage, run in stages.items():
                begun = process_time()
                run()
                least[stage] = min(least[stage], process_time() - begun)
    bare = least["bare parse"]
    words = sum(len(article.text.split()) for article in articles)
    sentences = sum(not s.quiet for article in articles for s in article.sentences)
    table = tuple(Stage(stage, seconds, seconds / bare) for stage, seconds in least.items())
    return Measured(name, len(articles), words, sentences, table)


def _stages(articles: list[Article], record: Record, work: Path, accurate: bool) -> dict[str, Callable[[], None]]:
    """Return what is measured, each with its models loaded."""
    fast, coding = Understand(_THEATRES), Understand(_THEATRES)  # the second one never meets a model
    given = {article.language: _Given(load_parser(article.language)) for article in articles}
    for article in articles:  # parses once, which are then given
        _with(given, partial(coding.read, article))
        fast.read(article)
    stages: dict[str, Callable[[], None]] = {
        "bare parse": lambda: _parse(articles),
        "read": lambda: _read([Path(article.path) for article in articles]),
        "understand, `fast`": lambda: _understand(fast, articles),
        "coding alone, parses given": lambda: _with(given, lambda: _understand(coding, articles)),
    }
    if accurate:
        careful = Understand(_THEATRES, "", "accurate")
        careful.read(articles[0])
        stages["understand, `accurate`"] = lambda: _understand(careful, articles)
    views = weigh_record(record, _THEATRES)
    copy = create_or_open(work / "copy")
    stages["resolve and weigh"] = lambda: _drop(weigh_record(record, _THEATRES))
    stages["write the views"] = lambda: copy.replace_views(views)
    stages["brief"] = lambda: _brief(record)
    return stages


def _parse(articles: Sequence[Article]) -> None:
    for article in articles:
        spoken = (article.text[s.span.start : s.span.end] for s in article.sentences if not s.quiet)
        for _ in load_parser(article.language).pipe(spoken, batch_size=32):
            pass


def _read(paths: Sequence[Path]) -> None:
    for path in paths:
        read_article(path, Defaults())


def _understand(stage: Understand, articles: Sequence[Article]) -> None:
    for _ in stage(articles):
        pass


def _brief(record: Record) -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as stream:
        write_brief(record, "md", stream)


def _drop(_: object) -> None:
    """Let a result go."""


class _Given:
    """A language model whose parses are made already."""

    def __init__(self, model: Language) -> None:
        self.model = model
        self.docs: dict[bytes, Doc] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self.model, name)

    def pipe(self, docs: Iterator[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Yield what the model made of the same words the first time."""
        for doc in docs:
            words = doc.to_array(ORTH).tobytes()
            if words not in self.docs:
                self.docs[words] = self.model(doc)
            yield self.docs[words]


def _with(given: dict[str, _Given], run: Callable[[], object]) -> None:
    """Run with parses that are given in place of the models."""
    loaded = vars(report)["load_parser"]
    try:
        vars(report)["load_parser"] = given.__getitem__
        run()
    finally:
        vars(report)["load_parser"] = loaded


# --- the page -------------------------------------------------------------------------------------------------------
def _table(measured: Measured) -> str:
    lines = ["| stage | documents/s | words/s | times the bare parse |", "| --- | ---: | ---: | ---: |"]
    for stage in measured.stages:
        documents, words = measured.documents / stage.seconds, measured.words / stage.seconds
        lines.append(f"| {stage.name} | {documents:,.1f} | {words:,.0f} | {stage.ratio:.2f} |")
    coding = next(s for s in measured.stages if s.name.startswith("coding"))
    head = f"{measured.documents} documents, {measured.words:,} words, {measured.sentences:,} sentences"
    return f"{head}; coding alone {measured.sentences / coding.seconds:,.0f} sentences a second:\n\n" + "\n".join(lines)


def _growth_table(found: Sequence[Growth]) -> str:
    lines = [
        "| documents | claims | read back and resolve | weigh | write | peak memory | a page of a week | its brief | file |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in found:
        per = [f"{seconds / one.claims * 1e6:,.0f} µs" for seconds in (one.resolve, one.weigh, one.write)]
        shown = f"{one.page * 1000:,.0f} ms | {one.brief:,.1f} s | {one.file:,} MB"
        lines.append(f"| {one.documents:,} | {one.claims:,} | {' | '.join(per)} | {one.megabytes:,} MB | {shown} |")
    return "Time a claim, peak memory, and what showing the busiest week takes:\n\n" + "\n".join(lines)


def _fill(name: str, text: str) -> None:
    """Put a table in the place of the one before in the page."""
    page = PAGE.read_text(encoding="utf-8")
    where = re.compile(rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    assert where.search(page), f"{PAGE} has no place for {name}"
    PAGE.write_text(where.sub(lambda m: f"{m[1]}\n{text}\n\n{m[2]}", page), encoding="utf-8", newline="\n")


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores."


def main() -> None:
    """Measure and write the page."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=60, help="articles of FA-KES to measure")
    asked.add_argument("--growth", default="1000,10000", help="sizes of the multiplied archive; empty for none")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as work:
        sets = {"examples": EXAMPLES}
        if FA_KES.is_file():
            sets["fa_kes"] = write_fa_kes(Path(work) / "fa_kes", options.documents)
        for name, folder in sets.items():
            table = _table(measure(name, folder))
            print(f"{name}\n{table}\n", file=sys.stderr)
            _fill(name, table)
        sizes = [int(size) for size in options.growth.split(",") if size]
        if sizes:
            record = dateline.build([sets.get("fa_kes", EXAMPLES)], into=Path(work) / "growth")
            table = _growth_table(list(grow(record.path, sizes)))
            print(table, file=sys.stderr)
            _fill("growth", table)
    _fill("machine", _machine())


if __name__ == "__main__":
    main()
