"""The sets of reports coded by hand: a set's name in, its record's export and its score out.

`examples` comes with the project, and so does `wars`: ten reports on eight other wars, made up for this in the words of
agencies, papers and partisan pages, and coded by somebody who knew nothing of the program. `seeds` and `dev` lie in a folder of their own (DATELINE_EVAL, else `../shared` beside the
project); where that is absent they are skipped.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline import build
from dateline.show import export
from tests.eval.gold import Row, load_gold, load_spots, mark_of
from tests.eval.scoring import FIGURES, Score, score

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = Path(os.environ.get("DATELINE_EVAL") or ROOT.parent / "shared").resolve()
SETS = ("examples", "wars", "seeds", "dev")


@dataclass(frozen=True)
class Measured:
    """One set as the program reads it today: the score, and the figures to hold floors for."""

    name: str
    reports: tuple[str, ...]
    score: Score
    figures: dict[str, float]
    mark: str

    @property
    def held_out(self) -> tuple[str, ...]:
        """Every third report of dev: their figures are shown, never what was missed in them."""
        return self.reports[2::3] if self.name == "dev" else ()

    @property
    def in_sight(self) -> tuple[str, ...]:
        return tuple(name for name in self.reports if name not in self.held_out)


def folders(name: str) -> tuple[Path, Path]:
    """Return the gold and the reports of a set."""
    if name == "examples":
        return ROOT / "examples" / "gold", ROOT / "examples" / "aleppo-2016"
    if name == "wars":
        return ROOT / "tests" / "eval" / "wars" / "gold", ROOT / "tests" / "eval" / "wars" / "texts"
    if name == "seeds":
        return ELSEWHERE / "gold" / "seeds", ELSEWHERE / "seeds"
    return ELSEWHERE / "gold" / "dev", ELSEWHERE / "gold" / "dev" / "texts"


def is_here(name: str) -> bool:
    """True where a set can be measured."""
    return all(folder.is_dir() for folder in folders(name))


@lru_cache(maxsize=4)
def measure(name: str) -> Measured:
    """Read a set with the real pipeline and score it."""
    gold_folder, texts = folders(name)
    with tempfile.TemporaryDirectory() as kept:
        path = Path(kept) / f"{name}.jsonl"
        record = build([texts], into=Path(kept) / f"{name}.dateline")
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            export(record, "jsonl", stream)
        rows: list[Row] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        gold = load_gold(gold_folder, texts)
        scored = score(gold, load_spots(gold_folder), rows)
        reports = tuple(report.name for report in gold)
        figures = {figure: scored.total(figure, reports).value for figure in FIGURES}
        if (ELSEWHERE / "score" / "score.py").is_file() and name not in ("examples", "wars"):
            figures |= _scored_outside(path, gold_folder, texts, Path(kept) / "figures.json")
    known = {figure: value for figure, value in figures.items() if value is not None}
    return Measured(name, reports, scored, known, mark_of(gold_folder))


def _scored_outside(export_: Path, gold: Path, texts: Path, into: Path) -> dict[str, float]:
    """Return the figures of the scorer that lies with the gold."""
    scorer = ELSEWHERE / "score" / "score.py"
    command = [sys.executable, str(scorer), str(export_), str(gold), str(texts), "--json", str(into)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    told = json.loads(into.read_text(encoding="utf-8"))
    return {figure: told[figure]["value"] for figure in FIGURES if figure in told and told[figure]["n"]}
