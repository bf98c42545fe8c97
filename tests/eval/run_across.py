"""python tests/eval/run_across.py [--misses N] [--raise-floors] [--lower FIGURE]: what several reports together say.

Eighteen short reports by outlets of opposed sides on six well-known happenings of other wars, made up for this; the gold was
written from the texts alone, before the program had read them.
"""

import json
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline import build
from dateline.show import export
from tests.eval import public
from tests.eval.across import Across
from tests.eval.public import Outcome, Sheet

FOLDER = Path(__file__).with_name("across")
GOLD, TEXTS = FOLDER / "gold" / "across.yaml", FOLDER / "texts"
ABOUT = "events, contradictions, deals and control of 18 reports on six wars"


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Read the reports with the real pipeline and compare."""
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept) / "across.jsonl"
        record = build([TEXTS], into=Path(kept) / "across.dateline")
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            export(record, "jsonl", stream)
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    sheet = Sheet("across", public.mark_of(GOLD, TEXTS))
    return Across(GOLD, TEXTS, rows, sheet).run().outcome(ABOUT)


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
