"""python tests/eval/run_across.py [--misses N] [--raise-floors] [--lower FIGURE]: what several reports together say.

Short reports by outlets of opposed sides on well-known happenings of other wars, made up for this; the gold was written from
the texts alone, before the program had read them. The reports of each war make a record of their own, as a user has them.
"""

import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline import build
from dateline.show import export
from tests.eval import public
from tests.eval.across import Across
from tests.eval.gold import Row
from tests.eval.public import Outcome, Sheet

FOLDER = Path(__file__).with_name("across")
GOLD, TEXTS = FOLDER / "gold" / "across.yaml", FOLDER / "texts"
ABOUT = "events, contradictions, deals and control of {reports} reports on {wars} wars"


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read the reports with the real pipeline and compare."""
    with (TEXTS / "documents.csv").open(encoding="utf-8", newline="") as stream:
        given = sorted(csv.DictReader(stream), key=lambda row: row["file"])
    wars = {war: list(rows) for war, rows in groupby(given, key=lambda row: row["file"].partition("-")[0])}
    with tempfile.TemporaryDirectory() as kept:
        rows = [row for war, listed in wars.items() for row in read(listed, Path(kept) / war)]
    sheet = Across(GOLD, TEXTS, rows, Sheet("across", public.mark_of(GOLD, TEXTS))).run()
    return sheet.outcome(ABOUT.format(reports=len(given), wars=len(wars)))


def read(listed: list[Row], folder: Path) -> Iterator[Row]:
    """Yield the rows of a record of one war's reports."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    with (texts / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    for row in listed:
        shutil.copy(TEXTS / row["file"], texts)
    record = build([texts], into=folder / "across.dateline")
    path = folder / "across.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        export(record, "jsonl", stream)
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
