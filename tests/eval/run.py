"""python tests/eval/run.py [examples|seeds|dev|all] [--misses N] [--raise-floors] [--lower FIGURE]: measures and prints figures."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.eval import floors, sets
from tests.eval.scoring import FIGURES
from tests.eval.sets import Measured


def table(measured: Measured) -> str:
    """Return the figures of a set, worst first, each with how many items it counts and where 95 of 100 resamples lie."""
    columns = [("in sight", measured.in_sight), ("held out", measured.held_out)]
    columns = columns if measured.held_out else []
    lines = [f"\n{measured.name}: {len(measured.reports)} reports"]
    lines.append(f"  {'':26}{'all':>6}{'n':>6}  {'95 of 100':13}" + "".join(f"{title:>14}" for title, _ in columns))
    rows = [(measured.score.total(figure, measured.reports), figure) for figure in FIGURES]
    for tally, figure in sorted(rows, key=lambda row: (row[0].value is None, row[0].value or 0)):
        if tally.value is None:
            lines.append(f"  {figure:26}{'-':>6}{0:6}")
            continue
        span = measured.score.interval(figure, measured.reports)
        line = f"  {figure:26}{tally.value:6.3f}{tally.n:6}  " + (
            f"{span[0]:.3f}-{span[1]:.3f}  " if span else " " * 13
        )
        for _, reports in columns:
            part = measured.score.total(figure, reports)
            line += f"{part.value:8.3f} ({part.n:3})" if part.value is not None else f"{'-':>14}"
        lines.append(line)
    other = {figure: value for figure, value in measured.figures.items() if _differs(measured, figure, value)}
    if other:
        lines.append("  by the other scorer: " + ", ".join(f"{figure} {value:.3f}" for figure, value in other.items()))
    return "\n".join(lines)


def _differs(measured: Measured, figure: str, value: float) -> bool:
    ours = measured.score.total(figure, measured.reports).value
    return ours is None or abs(ours - value) > 0.005


def misses(measured: Measured, number: int) -> str:
    """Return up to `number` misses of each figure, from reports in sight only."""
    lines, told = [], dict.fromkeys(FIGURES, 0)
    for name in measured.in_sight:
        for miss in measured.score.misses[name]:
            figure = miss.partition(":")[0]
            told[figure] += 1
            if told[figure] <= number:
                lines.append(f"  {miss}")
    return "\n".join(sorted(lines))


def main() -> None:
    """Measure the sets asked for, print them, and move floors where told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="all", choices=[*sets.SETS, "all"])
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses of each figure")
    parser.add_argument("--raise-floors", action="store_true", help="raise floors to just below what was measured")
    parser.add_argument("--lower", action="append", default=[], choices=FIGURES, metavar="FIGURE")
    options = parser.parse_args()
    asked = [name for name in sets.SETS if options.set in (name, "all")]
    measured = []
    for name in asked:
        if sets.is_here(name):
            measured.append(sets.measure(name))
            print(table(measured[-1]))
            if options.misses:
                print(misses(measured[-1], options.misses))
        else:
            print(
                f"\n{name}: not here; its gold is looked for in {sets.ELSEWHERE} (DATELINE_EVAL names another folder)"
            )
    if options.raise_floors or options.lower:
        floors.save({one.name: floors.raised(one, tuple(options.lower)) for one in measured})
    for line in (line for one in measured for line in floors.below(one)):
        print(f"BELOW ITS FLOOR: {line}")


if __name__ == "__main__":
    main()
