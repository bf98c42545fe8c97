"""python tests/eval/run_witness.py [--fit]: what the profiles and the head alone make of event types; worst first.

Sets: five reports of one day (seeds), coded reports in sight, those held out, the corpus in examples/, and the PLOVER gold
standard records. `--fit` prints the curves of understand/coding/witness.py anew, from all but the held-out reports and the examples.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.codebook import Codebook, load_codebook
from dateline.model import Article, Reading, Span
from dateline.read import read_article
from dateline.settings import PROFILES
from dateline.understand.coding.heads import NONE, head_for
from dateline.understand.coding.judging import Judging, question_of
from dateline.understand.coding.vectors import load_vectors
from dateline.understand.coding.witness import FLOOR, Question, SecondWitness, Verdict
from dateline.understand.models import load_parser
from dateline.understand.report import Understand
from dateline.understand.writing import ReportDraft
from tests.eval.gold import Coded, load_gold
from tests.eval.run_plover import lead, plover_records, sentence_article
from tests.eval.sets import ELSEWHERE

HERE = Path(__file__).resolve().parents[2]
FOLDERS = {
    "seeds": (ELSEWHERE / "gold" / "seeds", ELSEWHERE / "seeds"),
    "dev": (ELSEWHERE / "gold" / "dev", ELSEWHERE / "gold" / "dev" / "texts"),
    "examples": (HERE / "examples" / "gold", HERE / "examples" / "aleppo-2016"),
}
HELD_OUT = frozenset("dev-fr-3 fakes-1923102872 fakes-1926478910 fakes-1962495704".split())
FITTED = ("seeds", "in sight", "PLOVER")
SPOKEN = 0.8  # how sure the head must be to be heard without trigger
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 1.01)
Row = tuple[str, float, int]


@dataclass(frozen=True)
class Asked:
    """A question that is put while a report is read, and whether a type is right for it."""

    question: Question
    right: Callable[[str], bool]

    @property
    def found(self) -> bool:
        """True where the trigger's type is right."""
        return self.right(self.question.proposal.type)


@dataclass(frozen=True)
class Report:
    """A report coded by hand, with what is asked about it."""

    coded: Coded
    article: Article
    asked: tuple[Asked, ...]
    silent: tuple[tuple[str, frozenset[str]], ...]  # sentences without trigger, and the types that stand there


# --- what is asked ----------------------------------------------------------------------------------------------------
def listen(read: Understand, article: Article) -> tuple[Reading, list[tuple[Span, Question]]]:
    """Read an article; give the questions too, each with the place of its trigger."""
    put: list[tuple[Span, Question]] = []
    plain = Judging.__call__

    def heard(self: Judging, report: ReportDraft) -> None:
        put.extend((d.hit.span, question_of(report.article, s, d)) for s in report.scenes for d in s.drafts)
        plain(self, report)

    with patch.object(Judging, "__call__", heard):
        return read.read(article), put


def reports(read: Understand, name: str) -> Iterator[Report]:
    """Yield the reports of a folder that are coded into claims."""
    gold, texts = FOLDERS[name]
    for coded in load_gold(gold, texts):
        article = read_article(texts / coded.name)
        if article.coded:
            yield _report(read, Coded(coded.name, article.text, coded.row), article)


def _report(read: Understand, coded: Coded, article: Article) -> Report:
    gold = [(row["type"], Span(*span)) for row, span in coded.items("claims")]
    asked = []
    _, put = listen(read, article)
    for place, question in put:
        near = frozenset(kind for kind, span in gold if span.overlaps(place))
        asked.append(Asked(question, near.__contains__))
    silent = [
        (article.text[s.span.start : s.span.end], frozenset(kind for kind, span in gold if s.span.covers(span)))
        for s in article.sentences
        if not s.quiet and not any(s.span.covers(place) for place, _ in put)
    ]
    return Report(coded, article, tuple(asked), tuple(silent))


def all_asked(read: Understand, codebook: Codebook) -> tuple[dict[str, list[Asked]], list[Report]]:
    """Return the questions by set, and the reports they come from."""
    read_ = {name: list(reports(read, name)) for name in FOLDERS}
    held = [r for r in read_["dev"] if Path(r.coded.name).stem in HELD_OUT]
    sight = [r for r in read_["dev"] if r not in held]
    by_set = {"seeds": read_["seeds"], "in sight": sight, "held out": held, "examples": read_["examples"]}
    asked = {name: [a for r in given for a in r.asked] for name, given in by_set.items()}
    asked["PLOVER"] = list(_plover(codebook))
    return asked, [r for given in by_set.values() for r in given]


def _plover(codebook: Codebook) -> Iterator[Asked]:
    """Yield the question about each record's lead claim, if its type has a category: it is right where that is."""
    read = Understand(("world",))
    for record in plover_records(read):
        reading, put = listen(read, sentence_article(record.text))
        first = lead(reading.claims)
        for place, question in put:
            if first and first.plover and place == first.trigger and question.proposal.type == first.type:
                yield Asked(question, partial(_is_category, codebook, record.category))


def _is_category(codebook: Codebook, category: str, kind: str) -> bool:
    return bool(kind) and codebook.types[kind].plover == category


# --- what the profiles make of it -------------------------------------------------------------------------------------
def compare(asked: dict[str, list[Asked]], codebook: Codebook) -> None:
    """Print what each profile changes, and how honest its confidence is, set by set."""
    asked = {**asked, "all reports": [a for name, some in asked.items() if name != "PLOVER" for a in some]}
    witnesses = {profile: SecondWitness(profile, codebook) for profile in PROFILES}
    for name, some in asked.items():
        print(f"{name}: {len(some)} claims")
        tell("weight as it stands", [(a.question.proposal.weight, a.found) for a in some])
        for profile, witness in witnesses.items():
            verdicts = list(zip(some, witness.judge([a.question for a in some]), strict=True))
            dropped(profile, verdicts)
            said = [(v.confidence, a.right(v.type)) for a, v in verdicts if v.type]
            tell(profile, said)
            if len(said) < len(some):
                out = [(1 - v.confidence, a.found) for a, v in verdicts if not v.type]
                tell(f"{profile}, dropped ones too", [*said, *out])
            if name == "all reports":
                table(said)


def dropped(profile: str, verdicts: Sequence[tuple[Asked, Verdict]]) -> None:
    """Print what was dropped, and how much of it was right."""
    out = [a.found for a, v in verdicts if not v.type]
    print(f"  {profile}: dropped {len(out)}, of them right {sum(out)}")


def tell(name: str, said: Sequence[tuple[float, bool]]) -> None:
    """Print how often what was said with a confidence is right, and how well confidence ranks."""
    print(f"  {name}: n {len(said)}, mean {np.mean([c for c, _ in said]):.2f}, right {np.mean([r for _, r in said]):.3f}, "
          f"Brier {np.mean([(c - r) ** 2 for c, r in said]):.3f}, ranking {ranking(said):.3f}")  # fmt: skip


def table(said: Sequence[tuple[float, bool]]) -> None:
    """Print how often claims of about one confidence are right."""
    for low, high in pairwise(BINS):
        inside = [(c, r) for c, r in said if low <= c < high]
        if inside:
            mean, right = np.mean([c for c, _ in inside]), np.mean([r for _, r in inside])
            print(f"    {low:.2f}-{min(high, 1):.2f}: n {len(inside):4}, said {mean:.2f}, right {right:.2f}")


def ranking(said: Sequence[tuple[float, bool]]) -> float:
    """Return how often a right one has more confidence than a wrong one (area under the ROC curve)."""
    good, bad = [c for c, r in said if r], [c for c, r in said if not r]
    return float(np.mean([(g > b) + 0.5 * (g == b) for g in good for b in bad])) if good and bad else float("nan")


# --- the head by itself -----------------------------------------------------------------------------------------------
def alone(codebook: Codebook, given: Sequence[Report]) -> Iterator[Row]:
    """Yield how well the head does without triggers: on quotes, on sentences without trigger, on PLOVER records."""
    head, vectors = head_for(codebook), load_vectors()
    quotes = [(row["type"], row["quote"]) for r in given for row, _ in r.coded.items("claims") if "quote" in row]
    top = head.probabilities(vectors.features([quote for _, quote in quotes])).argmax(axis=1)
    right = share(head.types[k] == kind for k, (kind, _) in zip(top, quotes, strict=True))
    yield "head, type of a coded quote", right, len(quotes)
    silent = [s for r in given for s in r.silent]
    likely = head.probabilities(vectors.features([text for text, _ in silent]))
    sure = [(head.types[p.argmax()], near) for p, (_, near) in zip(likely, silent, strict=True) if p.max() >= SPOKEN]
    spoken = [t in near for t, near in sure if t != NONE]
    yield "head, right where sure without trigger", share(spoken), len(spoken)
    records = plover_records(Understand(("world",)))
    said = categories(codebook, [r.text for r in records])
    right = share(a == r.category for a, r in zip(said, records, strict=True))
    yield "head, PLOVER category", right, len(records)


def categories(codebook: Codebook, texts: Sequence[str]) -> list[str]:
    """Return the likeliest category of each text: the types' probabilities added up."""
    head = head_for(codebook)
    likely = head.probabilities(load_vectors().features(texts))
    category = [codebook.types[t].plover if t != NONE else "" for t in head.types]
    names = sorted(set(category) - {""})
    summed = np.stack([likely[:, [c == name for c in category]].sum(axis=1) for name in names], axis=1)
    return [names[k] for k in summed.argmax(axis=1)]


def plover(profile: str) -> Row:
    """Return how often a profile's lead claim has the category of the record."""
    records = plover_records(Understand(("world",), profile=profile))
    first = [lead(r.reading.claims) for r in records]
    right = share(c is not None and c.plover == r.category for c, r in zip(first, records, strict=True))
    return f"{profile}, PLOVER category", right, len(records)


# --- the curves -------------------------------------------------------------------------------------------------------
def fit(asked: dict[str, list[Asked]], codebook: Codebook) -> None:
    """Print the curves fitted to claims coded by hand, the held-out reports and the examples left alone."""
    given = [a for name in FITTED for a in asked[name]]
    right = np.asarray([a.found for a in given])
    weight = np.asarray([a.question.proposal.weight for a in given])
    start, slope = logistic(weight[:, None], right)
    print(f"ALONE = ({start:.2f}, {slope:.2f}, 0.0)")
    witness = SecondWitness("accurate", codebook)
    doubted = np.asarray([witness.doubts(a.question) for a in given])
    likely = np.log(np.asarray(witness.likely([a.question for a in given])) + FLOOR)
    columns = np.column_stack([weight, doubted, doubted * likely])
    start, slope, more, by_vectors = logistic(columns, right)
    print(f"DOUBTED = ({start + more:.2f}, {slope:.2f}, {by_vectors:.2f}), beside ({start:.2f}, {slope:.2f}) undoubted")


def logistic(columns: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit a logistic curve by Newton's method, slopes held a little towards 0."""
    x = np.column_stack([np.ones(len(right)), columns])
    beta, ridge = np.zeros(x.shape[1]), np.diag([1e-6, *[1.0] * columns.shape[1]])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (right - p) - ridge @ beta)
    return beta


# --- speed ------------------------------------------------------------------------------------------------------------
def speed(given: Sequence[Report]) -> None:
    """Print the processor's milliseconds a sentence: of the bare parse, of whole reads, and of the vectors."""
    articles = [r.article for r in given]
    texts = [(a.language, a.text[s.span.start : s.span.end]) for a in articles for s in a.sentences if not s.quiet]

    def parse() -> None:
        for language in {language for language, _ in texts}:
            list(load_parser(language).pipe((text for of, text in texts if of == language), batch_size=32))

    bare = timed(parse, len(texts))
    print(f"  bare parse: {bare:.1f}")
    for profile in PROFILES:
        read = Understand(("syria",), profile=profile)
        whole = timed(partial(_exhaust, read, articles), len(texts))
        print(f"  {profile}, whole read: {whole:.1f}, {whole / bare:.2f} times the bare parse")
    vectors, plain = load_vectors(), [text for _, text in texts]
    print(f"  vectors: {timed(partial(vectors.features, plain), len(plain)):.1f}")


def _exhaust(read: Understand, articles: Sequence[Article]) -> None:
    for _ in read(articles):
        pass


def timed(work: Callable[[], object], number: int) -> float:
    """Return milliseconds a piece: warm, the best of three."""
    work()
    taken = []
    for _ in range(3):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken) / number * 1000


def share(right: Iterable[bool]) -> float:
    values = list(right)
    return sum(values) / max(len(values), 1)


def main() -> None:
    """Print all figures."""
    codebook = load_codebook()
    asked, given = all_asked(Understand(("syria",)), codebook)
    if "--fit" in sys.argv[1:]:
        return fit(asked, codebook)
    compare(asked, codebook)
    rows = [plover(profile) for profile in PROFILES]
    rows += alone(codebook, given)
    print("\nFigures, worst first")
    for name, value, number in sorted(rows, key=lambda row: row[1]):
        print(f"  {name:50} {value:.3f}  n {number}")
    print("\nMilliseconds a sentence, one core")
    speed([r for r in given if r.article.language in ("en", "fr")])


if __name__ == "__main__":
    main()
