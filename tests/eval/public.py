"""Public sets that others labelled: what a runner found report by report in; figures with intervals, misses and floors out.

The sets lie in the folder `eval` of DATELINE_EVAL (else of `../shared` beside the project); none of them is part of the project.
"""

import argparse
import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from dateline.model import Article, Span
from dateline.read import read_article
from tests.eval import floors
from tests.eval.scoring import Tally
from tests.eval.sets import ELSEWHERE

FOLDER = ELSEWHERE / "eval"
DRAWS = 1000


@dataclass(frozen=True)
class Line:
    """One figure: its value, how many items it counts, where 95 of 100 resamples of the reports lie; `note` says more."""

    figure: str
    value: float
    n: int
    low: float
    high: float
    note: str = ""


@dataclass(frozen=True)
class Outcome:
    """One set as the program reads it today. Lines whose name is in `unfloored` are for people and hold no floor."""

    name: str
    about: str
    mark: str
    lines: tuple[Line, ...]
    misses: Mapping[str, Sequence[str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def figures(self) -> dict[str, float]:
        """The values by name, as floors hold them."""
        return {line.figure: line.value for line in self.lines}


@dataclass
class Sheet:
    """What a runner writes down while it compares: a tally for each figure and report, and misses in words."""

    name: str
    mark: str
    tallies: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Tally)))
    kinds: dict[str, str] = field(default_factory=dict)
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def share(self, figure: str, report: str, right: bool, miss: str = "") -> None:
        """Count one item of which a share is right."""
        self.kinds[figure] = "share"
        self.tallies[figure][report].add(right, not right, not right)
        if miss and not right:
            self.misses[figure].append(miss)

    def found(self, figure: str, report: str, tally: tuple[int, int, int], misses: Iterable[str] = ()) -> None:
        """Count what was found, what was too many and what was missed, for an F1."""
        self.kinds[figure] = "F1"
        self.tallies[figure][report].add(*tally)
        self.misses[figure] += misses

    def outcome(self, about: str, more: Iterable[Line] = (), notes: Iterable[str] = ()) -> Outcome:
        """Return everything counted."""
        lines = (*(self._line(figure) for figure in self.tallies), *more)
        return Outcome(self.name, about, self.mark, lines, self.misses, tuple(notes))

    def _line(self, figure: str) -> Line:
        counts = np.array([(t.right, t.wrong, t.missed) for t in self.tallies[figure].values()], dtype=float)
        chance = np.random.default_rng(0)
        draws = chance.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=DRAWS) @ counts
        values = np.sort(_f1(draws))
        right, wrong, missed = counts.sum(axis=0)
        note = ""
        if self.kinds[figure] == "F1":
            note = f"precision {right / max(right + wrong, 1):.3f}, recall {right / max(right + missed, 1):.3f}"
        low, high = values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS) - 1]
        return Line(
            figure,
            float(_f1(counts.sum(axis=0, keepdims=True))[0]),
            round(right + missed),
            float(low),
            float(high),
            note,
        )


def _f1(
    counts: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Return F1 of rows of right, wrong, missed; where wrong is missed over again, that is the share that is right."""
    whole = 2 * counts[:, 0] + counts[:, 1] + counts[:, 2]
    return np.asarray(2 * counts[:, 0] / np.where(whole > 0, whole, 1))


def resampled(figure: str, number: int, of: Callable[[Sequence[int]], float], note: str = "") -> Line:
    """Return the line of a figure that is no sum over reports: `of` tells it for any choice of item numbers."""
    chance = np.random.default_rng(0)
    values = sorted(of(chance.integers(0, number, number).tolist()) for _ in range(DRAWS))
    low, high = values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS) - 1]
    return Line(figure, of(range(number)), number, low, high, note)


# --- names in texts ---------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Names:
    """Spans of one kind in one report: those that count, and those that may be found or not."""

    wanted: tuple[Span, ...]
    open: tuple[Span, ...] = ()

    @cached_property
    def groups(self) -> tuple[tuple[Span, ...], ...]:
        """The wanted names, those that overlap together: "the UN Security Council" and "Security Council" are one to find.

        A name that holds two others side by side ("the ministers of Iran and Egypt") is a list of names and is left out.
        """
        single = [s for s in dict.fromkeys(self.wanted) if not self._is_list(s)]
        groups: list[list[Span]] = []
        for span in sorted(single):
            if groups and any(span.overlaps(other) for other in groups[-1]):
                groups[-1].append(span)
            else:
                groups.append([span])
        return tuple(map(tuple, groups))

    def _is_list(self, span: Span) -> bool:
        inside = [other for other in self.wanted if other != span and span.covers(other)]
        return any(a.end <= b.start for a in inside for b in inside)


def match(
    names: Names, ours: Sequence[Span], loose: Sequence[Span] = (), *, aligned: bool = False
) -> tuple[list[int], list[int]]:
    """Return which groups of names are met, and which of our spans meet nothing at all.

    A name is met where shared characters make up half of what the two cover; `aligned` also where ours is its beginning or
    its end ("Ban" in "the secretary-general, Ban"). `loose` spans of ours may meet and are never too many.
    """
    all_ours = (*ours, *loose)
    met = [k for k, group in enumerate(names.groups) if any(_meets(g, o, aligned) for g in group for o in all_ours)]
    known = (*names.wanted, *names.open)
    extra = [k for k, span in enumerate(ours) if not any(span.overlaps(other) for other in known)]
    return met, extra


def _meets(gold: Span, ours: Span, aligned: bool) -> bool:
    if aligned and gold.covers(ours) and (gold.start == ours.start or gold.end == ours.end):
        return True
    shared = min(gold.end, ours.end) - max(gold.start, ours.start)
    return shared > 0 and shared * 2 >= max(gold.end, ours.end) - min(gold.start, ours.start)


# --- texts --------------------------------------------------------------------------------------------------------------
def articles(texts: Mapping[str, str]) -> dict[str, Article]:
    """Read texts by name as files are read; their characters stay where they are."""
    with tempfile.TemporaryDirectory() as kept:
        out = {}
        for name, text in texts.items():
            path = Path(kept) / f"{name}.txt"
            path.write_bytes(text.encode("utf-8"))
            out[name] = read_article(path)
    return out


def mark_of(*paths: Path) -> str:
    """Return a hash of the files of a set: floors hold for one version of it only."""
    digest = hashlib.sha256()
    for path in sorted(file for given in paths for file in ([given] if given.is_file() else given.rglob("*"))):
        if path.is_file():
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def absent(path: Path) -> str:
    """Say that a set is not here, or "" where it is."""
    if path.exists():
        return ""
    return f"{path.name} is not here: it is looked for at {path} (DATELINE_EVAL names the folder that holds eval/)"


# --- the command line ---------------------------------------------------------------------------------------------------
def table(outcome: Outcome) -> str:
    """Return the figures, worst first."""
    lines = [f"\n{outcome.name}: {outcome.about}"]
    lines.append(f"  {'':54}{'value':>6}{'n':>7}  95 of 100")
    for line in sorted(outcome.lines, key=lambda line: (line.value, line.figure)):
        lines.append(
            f"  {line.figure:54}{line.value:6.3f}{line.n:7}  {line.low:.3f}-{line.high:.3f}  {line.note}".rstrip()
        )
    return "\n".join([*lines, *(f"  {note}" for note in outcome.notes)])


def run(measure: Callable[[], Outcome], needs: Path, about: str) -> None:
    """Serve a runner's command line: measure, print, show misses and move floors where told to."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses of each figure")
    parser.add_argument("--raise-floors", action="store_true", help="raise floors to just below what was measured")
    parser.add_argument("--lower", action="append", default=[], metavar="FIGURE", help="let the floor of FIGURE sink")
    options = parser.parse_args()
    if told := absent(needs):
        print(told)
        return
    outcome = measure()
    print(table(outcome))
    if options.misses:
        for figure, missed in outcome.misses.items():
            print(f"\n  {figure}, {min(len(missed), options.misses)} of {len(missed)} misses")
            print("\n".join(f"    {miss}" for miss in missed[: options.misses]))
    if options.raise_floors or options.lower:
        floors.save({outcome.name: floors.raised(outcome, tuple(options.lower))})
    for line in floors.below(outcome):
        print(f"BELOW ITS FLOOR: {line}")
