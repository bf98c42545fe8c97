"""python tests/eval/run_across.py [--misses N] [--raise-floors] [--lower FIGURE]: what several reports together say.

Short reports by outlets of opposed sides on well-known happenings of other wars, made up for this; the gold was written from
the texts alone. The misses of the eighteen reports of `across` were read and worked on; those of the nine of `unseen` never
were: never ask for them (`--misses` does not show them).
"""

import json
import sys
import tempfile
from functools import lru_cache, partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline import build
from dateline.show import export
from tests.eval import public
from tests.eval.across import Across
from tests.eval.public import Outcome, Sheet

FOLDER = Path(__file__).with_name("across")
FOLDERS = {"across": FOLDER, "unseen": FOLDER / "unseen"}
TEXTS = FOLDER
ABOUT = {
    "across": "events, contradictions, deals and control of 18 reports on six wars",
    "unseen": "the same of 9 reports on three wars whose misses nobody read",
}


@lru_cache(maxsize=2)
def measure(name: str = "across") -> Outcome:
    """Read the reports of a set with the real pipeline and compare."""
    gold, texts = FOLDERS[name] / "gold" / "across.yaml", FOLDERS[name] / "texts"
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept) / "across.jsonl"
        record = build([texts], into=Path(kept) / "across.dateline")
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            export(record, "jsonl", stream)
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    sheet = Across(gold, texts, rows, Sheet(name, public.mark_of(gold, texts))).run()
    if name == "unseen":
        sheet.misses.clear()
    return sheet.outcome(ABOUT[name])


if __name__ == "__main__":
    for name in FOLDERS:
        public.run(partial(measure, name), TEXTS, __doc__ or name)
