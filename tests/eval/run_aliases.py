"""python tests/eval/run_aliases.py [--show]: what the theatres know by heart of the hand-coded reports, and what is lost without it.

Names of actors and places that stand in the reports of seeds and dev, and in no other text at hand (the public sets and our own
examples), are cut from a copy of the theatres; the same reports are then read with that copy. The difference is what was memorised.
Main names, which a row cannot be without, stay.
"""

import argparse
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.theatres import fold
from tests.eval import sets
from tests.eval.public import FOLDER

SETS = ("seeds", "dev")
FIGURES = ("actor mentions resolved", "place mentions located", "claim actor F1", "claim target F1", "claim place F1")
PACKAGE = sets.ROOT / "src" / "dateline"


def folded(texts: Iterable[str]) -> str:
    """Return texts as one, folded, a blank around each word."""
    return " " + " ".join(fold(text) for text in texts) + " "


def gold_texts() -> Iterator[str]:
    """Yield the hand-coded reports."""
    for name in SETS:
        for path in sorted(sets.folders(name)[1].glob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")


def in_sight() -> Iterator[str]:
    """Yield the hand-coded reports but those kept apart: what stands in them alone is never shown."""
    for name in SETS:
        for report in sets.measure(name).in_sight:
            yield (sets.folders(name)[1] / report).read_text(encoding="utf-8", errors="replace")


def other_texts() -> Iterator[str]:
    """Yield all texts at hand that nobody coded for seeds and dev."""
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in (".md", ".jsonl", ".json", ".xml", ".csv", ".txt") and path.is_file():
            yield re.sub(r"\\u[0-9a-f]{4}|\\n", " ", path.read_text(encoding="utf-8", errors="replace"))
    for path in sorted((sets.ROOT / "examples" / "aleppo-2016").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


class Cutting:
    """Cuts names that only the gold texts have from the tables of a folder, and remembers them."""

    def __init__(self, gold: str, others: str) -> None:
        self.gold, self.others = gold, others
        self.cut: list[tuple[str, str]] = []  # table, name

    def only_gold(self, name: str) -> bool:
        words = f" {fold(name)} "
        return bool(words.strip()) and words in self.gold and words not in self.others

    def theatre(self, folder: Path) -> None:
        """Rewrite the tables of one theatre."""
        self._table(folder / "aliases.csv", lambda row: not self._is_cut("aliases", row["alias"]))
        self._table(folder / "places.csv", self._place)

    def _place(self, row: dict[str, str]) -> bool:
        for column in (column for column in row if column.startswith("aliases_")):
            kept = [name for name in row[column].split("|") if not self._is_cut("places", name)]
            row[column] = "|".join(kept)
        return True

    def _is_cut(self, table: str, name: str) -> bool:
        if self.only_gold(name):
            self.cut.append((table, name))
            return True
        return False

    def _table(self, path: Path, keep: Callable[[dict[str, str]], bool]) -> None:
        if not path.exists():
            return
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            rows = [row for row in reader if keep(row)]
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, reader.fieldnames or (), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def measured() -> dict[str, dict[str, float]]:
    """Return the figures of both sets with the theatres that this process sees."""
    return {name: sets.measure(name).figures for name in SETS}


def without(cutting: Cutting) -> dict[str, dict[str, float]]:
    """Return the figures with a copy of the program whose theatres lack the names cut."""
    with tempfile.TemporaryDirectory() as kept:
        copy = Path(kept) / "dateline"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for folder in sorted((copy / "theatres").iterdir()):
            if folder.is_dir():
                cutting.theatre(folder)
        command = [sys.executable, __file__, "--measure"]
        env = {**os.environ, "PYTHONPATH": kept, "DATELINE_EVAL": str(sets.ELSEWHERE)}
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    found: dict[str, dict[str, float]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="show the names that were cut, but for reports kept apart")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured()))
        return
    if not all(map(sets.is_here, SETS)):
        print("the hand-coded sets are not here; set DATELINE_EVAL to the folder that holds gold/ and seeds/")
        return
    cutting = Cutting(folded(gold_texts()), folded(other_texts()))
    full, cut = measured(), without(cutting)
    names = {name for _, name in cutting.cut}
    print(f"{len(names)} names cut that stand in no other text at hand ({len(cutting.cut)} rows or cells)")
    print(f"  {'':34}{'with':>8}{'without':>9}{'lost':>8}")
    for name in SETS:
        for figure in FIGURES:
            one, other = full[name].get(figure, 0.0), cut[name].get(figure, 0.0)
            print(f"  {name + ': ' + figure:34}{one:8.3f}{other:9.3f}{one - other:8.3f}")
    if options.show:
        seen = folded(in_sight())
        shown = sorted({(table, name) for table, name in cutting.cut if f" {fold(name)} " in seen})
        print("\n".join(f"  {table}: {name}" for table, name in shown))


if __name__ == "__main__":
    main()
