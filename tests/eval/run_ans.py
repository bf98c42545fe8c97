"""python tests/eval/run_ans.py [--misses N]: which of two Arabic headlines contradict each other (ANS corpus, stance, dev part).

Each pair becomes a small record of its own. Where it holds a contradiction between the two headlines, the answer is "disagree",
else "agree". Pairs marked "other" are left out. The figure to beat is the answer "disagree" to everything.
"""

import csv
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.model import Article
from dateline.read import CODED_LANGUAGES
from dateline.resolve import Resolve
from dateline.theatres import load_theatre
from dateline.understand import Understand
from dateline.weigh import Weigh
from tests.eval import public
from tests.eval.public import Outcome

TEXTS = public.FOLDER / "ar_claims_ans" / "stance" / "dev.csv"
ABOUT = "Arabic headlines that agree or disagree (ANS corpus)"
THEATRES = ("world", "syria")
ANSWERS = ("agree", "disagree")


@lru_cache(maxsize=1)
def measure() -> Outcome:
    """Answer for each pair and compare."""
    with TEXTS.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["stance"] in ANSWERS]
    read = public.articles({f"{k}-{side}": row[side] for k, row in enumerate(rows) for side in ("s1", "s2")})
    answer = _Answer()
    said = [answer(read[f"{k}-s1"], read[f"{k}-s2"]) for k in range(len(rows))]
    gold = [row["stance"] for row in rows]
    most = max(ANSWERS, key=gold.count)
    lines = [
        public.resampled("macro-F1", len(gold), lambda which: macro_f1(gold, said, which)),
        public.resampled(
            f"macro-F1 of always {most!r} (baseline)",
            len(gold),
            lambda which: macro_f1(gold, [most] * len(gold), which),
        ),
        public.resampled("right answers", len(gold), lambda which: sum(gold[k] == said[k] for k in which) / len(which)),
    ]
    misses = [f"{g}: {row['s1']} | {row['s2']}" for row, g, s in zip(rows, gold, said, strict=True) if g != s]
    coded = sum(article.coded for article in read.values())
    notes = (
        f"{coded} of {len(read)} headlines are in a language that is coded ({', '.join(sorted(CODED_LANGUAGES))}); "
        "in the others no claim is found, so that nothing can contradict",
    )
    return Outcome("ans", ABOUT, public.mark_of(TEXTS), tuple(lines), {"macro-F1": misses}, notes)


class _Answer:
    """Says of two headlines whether the program finds a contradiction between them."""

    def __init__(self) -> None:
        theatre = load_theatre(THEATRES)
        self.understand, self.resolve, self.weigh = Understand(THEATRES), Resolve(theatre), Weigh(theatre)

    def __call__(self, one: Article, other: Article) -> str:
        readings = [self.understand.read(article) for article in (one, other)]
        if not all(reading.claims for reading in readings):
            return "agree"
        views = self.weigh([one, other], self.resolve(readings))
        document = {claim.id: claim.document for claim in views.claims} | {f.id: f.document for f in views.figures}
        between = any(
            len({document.get(claim) for side in found.sides for claim in side.claims}) > 1
            for found in views.contradictions
        )
        return "disagree" if between else "agree"


def macro_f1(gold: Sequence[str], said: Sequence[str], which: Sequence[int]) -> float:
    """Return the mean over both answers of their F1."""
    scores = []
    for answer in ANSWERS:
        right = sum(gold[k] == answer == said[k] for k in which)
        told = sum((gold[k] == answer) + (said[k] == answer) for k in which)
        scores.append(2 * right / told if told else 0.0)
    return sum(scores) / len(scores)


if __name__ == "__main__":
    public.run(measure, TEXTS, __doc__ or ABOUT)
