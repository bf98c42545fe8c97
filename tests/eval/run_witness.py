"""python tests/eval/run_witness.py: how well triggers, sentence vectors and both together tell event types; worst first.

Sets: the codebook's examples (cross-validated by tools/train_heads.py), the PLOVER gold standard records, and the hand-coded
reports that are in sight (quotes of claims, and the claims that triggers find). Nothing is trained on the latter two.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dateline.codebook import Codebook, load_codebook
from dateline.model import Article, Claim, Published, Reading, Sentence, Span
from dateline.read import read_article
from dateline.understand.heads import HEADS, NONE, head_for
from dateline.understand.report import Understand
from dateline.understand.vectors import KINDS, VectorKind, vectors_of
from dateline.understand.witness import Proposal, Question, SecondWitness, Verdict
from tests.eval.gold import Coded
from tests.eval.sets import ELSEWHERE

PLOVER = ELSEWHERE / "eval" / "plover_gsr" / "PLOVER_GSR_CAMEO.txt"
NEWER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
IN_SIGHT = (
    "dev-fr-1 dev-fr-2 fakes-1915433695 fakes-1918150039 fakes-1923102902 fakes-1923102944 fakes-1926479106 "
    "fakes-1926479178 fakes-1965511172"
)
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Told:
    """A question put to the witness, and whether a type is right for it."""

    question: Question
    language: str
    right: Callable[[str], bool]


def sentence_article(text: str, language: str = "en") -> Article:
    """Return a sentence as a report of its own."""
    whole = (Sentence(0, Span(0, len(text))),)
    return Article("d", "", "", "", language, Published(None, None, None, "unknown"), "", "0" * 64, text, whole, ())


def question_of(article: Article, claim: Claim, claims: Sequence[Claim]) -> Question:
    """Return what report.py would ask about a claim."""
    home = next(s.span for s in article.sentences if s.span.covers(claim.trigger))
    others = frozenset(c.type for c in claims if home.covers(c.trigger) and c.id != claim.id)
    proposal = Proposal(claim.type, claim.confidence)
    return Question(article.text[claim.span.start : claim.span.end], (proposal,), others - {claim.type})


# --- PLOVER ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Record:
    """A PLOVER record: its sentence, its category by today's name, what the triggers find, and who acts on whom."""

    text: str
    category: str
    reading: Reading
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def plover_records(read: Understand) -> list[Record]:
    """Return the records with what triggers make of them."""
    rows = json.loads(PLOVER.read_text(encoding="utf-8"))
    return [
        Record(
            row["text"],
            NEWER.get(row["event"], row["event"]),
            read.read(sentence_article(row["text"])),
            _actors(row.get("source")),
            _actors(row.get("target")),
        )
        for row in rows
        if row["event"] != "DOCUMENT"
    ]


def _actors(given: object) -> tuple[str, ...]:
    """Return the words for the actors of a record; where it has none, an empty text stands for the list."""
    listed = given if isinstance(given, list) else []
    return tuple(row["actorText"] for row in listed if row.get("actorText"))


def lead(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim a sentence is chiefly about."""
    return next((c for c in claims if c.lead), claims[0] if claims else None)


def head_categories(codebook: Codebook, kind: VectorKind, texts: Sequence[str]) -> list[str]:
    """Return the likeliest category of each text: the types' probabilities added up."""
    head = head_for(kind, codebook)
    likely = head.probabilities(vectors_of(kind).features(texts))
    category = [codebook.types[t].plover if t != NONE else "" for t in head.types]
    names = sorted(set(category) - {""})
    summed = np.stack([likely[:, [c == name for c in category]].sum(axis=1) for name in names], axis=1)
    return [names[k] for k in summed.argmax(axis=1)]


def witnessed(record: Record, witness: SecondWitness, codebook: Codebook) -> str:
    """Return the category after the second witness: that of the lead claim, else of the surest one left."""
    article, claims = sentence_article(record.text), record.reading.claims
    questions = [question_of(article, claim, claims) for claim in claims] or [Question(record.text)]
    verdicts = witness.judge(questions, "en")
    first = lead(claims)
    ranked = sorted(zip(verdicts, claims or [None], strict=True), key=lambda v: (v[1] is not first, -v[0].confidence))
    kept = [verdict for verdict, _ in ranked if verdict.type]
    return codebook.types[kept[0].type].plover if kept else ""


def plover(codebook: Codebook, read: Understand) -> list[tuple[str, float, int]]:
    """Return category accuracies on the PLOVER records."""
    records = plover_records(read)
    gold = [r.category for r in records]
    first = [lead(r.reading.claims) for r in records]
    said = {"triggers": [c.plover if c else "" for c in first]}
    for kind in KINDS:
        said[f"{kind} head"] = head_categories(codebook, kind, [r.text for r in records])
    for profile in ("fast", "accurate"):
        witness = SecondWitness(profile, codebook)
        said[f"both, {profile}"] = [witnessed(r, witness, codebook) for r in records]
    return [
        (f"PLOVER category, {name}", share(a == b for a, b in zip(x, gold, strict=True)), len(gold))
        for name, x in said.items()
    ]


# --- hand-coded reports -----------------------------------------------------------------------------------------------
def reports(read: Understand) -> list[tuple[Coded, Article, Reading]]:
    """Return the reports in sight with what triggers find in them; the others are not opened."""
    out = []
    for name in IN_SIGHT.split():
        gold = load_one(name)
        article = read_article(ELSEWHERE / "gold" / "dev" / "texts" / f"{name}.txt")
        out.append((gold, article, read.read(article)))
    return out


def load_one(name: str) -> Coded:
    """Return the gold of one report."""
    row = yaml.safe_load((ELSEWHERE / "gold" / "dev" / f"{name}.yaml").read_text(encoding="utf-8"))
    text = (ELSEWHERE / "gold" / "dev" / "texts" / f"{name}.txt").read_bytes().decode("utf-8-sig")
    return Coded(name, text, row)


def found_claims(read: list[tuple[Coded, Article, Reading]]) -> list[Told]:
    """Return the claims that triggers find: right where a quote of that type holds the trigger."""
    out = []
    for coded, article, reading in read:
        gold = [(row["type"], Span(*span)) for row, span in coded.items("claims")]
        for claim in reading.claims:
            near = frozenset(t for t, span in gold if span.overlaps(claim.trigger))
            out.append(Told(question_of(article, claim, reading.claims), article.language, near.__contains__))
    return out


def quotes(read: list[tuple[Coded, Article, Reading]]) -> list[Told]:
    """Return the gold quotes with the trigger that stands in them, if any."""
    out = []
    for coded, article, reading in read:
        for row, span in coded.items("claims"):
            inside = [c for c in reading.claims if Span(*span).covers(c.trigger)]
            best = max(inside, key=lambda c: c.confidence, default=None)
            asked = question_of(article, best, reading.claims) if best else Question(row["quote"])
            out.append(Told(asked, article.language, row["type"].__eq__))
    return out


def silent(read: list[tuple[Coded, Article, Reading]]) -> list[Told]:
    """Return the sentences without trigger."""
    out = []
    for coded, article, reading in read:
        gold = [(row["type"], Span(*span)) for row, span in coded.items("claims")]
        for sentence in article.sentences:
            if not sentence.quiet and not any(sentence.span.covers(c.trigger) for c in reading.claims):
                text = article.text[sentence.span.start : sentence.span.end]
                near = frozenset(t for t, span in gold if sentence.span.covers(span))
                out.append(Told(Question(text), article.language, near.__contains__))
    return out


def judged(told: Sequence[Told], witness: SecondWitness) -> list[Verdict]:
    """Put all questions."""
    out: list[Verdict | None] = [None] * len(told)
    for language in {t.language for t in told}:
        which = [k for k, t in enumerate(told) if t.language == language]
        for k, verdict in zip(which, witness.judge([told[k].question for k in which], language), strict=True):
            out[k] = verdict
    return [verdict for verdict in out if verdict is not None]


def first_type(told: Told) -> str:
    return told.question.proposals[0].type if told.question.proposals else ""


def hand_coded(codebook: Codebook, read: list[tuple[Coded, Article, Reading]]) -> list[tuple[str, float, int]]:
    """Return accuracy on quotes and precision of claims, before and after."""
    asked, claims = quotes(read), found_claims(read)
    rows = [
        ("type of gold quotes, triggers", share(t.right(first_type(t)) for t in asked), len(asked)),
        ("right among claims found, triggers", share(t.right(first_type(t)) for t in claims), len(claims)),
    ]
    for kind in KINDS:
        head = head_for(kind, codebook)
        likely = head.probabilities(vectors_of(kind).features([t.question.clause for t in asked]))
        top = [head.types[k] for k in likely.argmax(axis=1)]
        rows.append(
            (
                f"type of gold quotes, {kind} head",
                share(t.right(x) for t, x in zip(asked, top, strict=True)),
                len(asked),
            )
        )
    for profile in ("fast", "accurate"):
        witness = SecondWitness(profile, codebook)
        verdicts = judged(asked, witness)
        rows.append(
            (
                f"type of gold quotes, both, {profile}",
                share(t.right(v.type) for t, v in zip(asked, verdicts, strict=True)),
                len(asked),
            )
        )
        kept = [(t, v) for t, v in zip(claims, judged(claims, witness), strict=True)]
        rows.append(
            (
                f"right among claims found, both, {profile}",
                share(t.right(v.type) for t, v in kept if v.type),
                sum(bool(v.type) for _, v in kept),
            )
        )
        changes(profile, kept)
        alone = [(t, v) for t, v in zip(silent(read), judged(silent(read), witness), strict=True) if v.type]
        print(
            f"  {profile}: of sentences without trigger, proposed {len(alone)}, right {sum(t.right(v.type) for t, v in alone)}"
        )
        reliability(
            f"claims of hand-coded reports, {profile}", [(v.confidence, t.right(v.type)) for t, v in kept if v.type]
        )
    weights = [(t.question.proposals[0].weight, t.right(first_type(t))) for t in claims]
    reliability("claims of hand-coded reports, trigger weight as it stands", weights)
    return rows


def changes(profile: str, kept: Sequence[tuple[Told, Verdict]]) -> None:
    """Print what the witness changed, and whether for better."""
    dropped = [t.right(first_type(t)) for t, v in kept if not v.type]
    turned = [(t.right(first_type(t)), t.right(v.type)) for t, v in kept if v.type and v.type != first_type(t)]
    print(f"  {profile}: dropped {len(dropped)} claims, of them right {sum(dropped)}; retyped {len(turned)}, before right "
          f"{sum(a for a, _ in turned)}, after {sum(b for _, b in turned)}")  # fmt: skip


def reliability(name: str, said: Sequence[tuple[float, bool]]) -> None:
    """Print how often what was said with a confidence is right, and how well confidence ranks."""
    print(f"  {name}: n {len(said)}, mean {np.mean([c for c, _ in said]):.2f}, right {np.mean([r for _, r in said]):.2f}, "
          f"Brier {np.mean([(c - r) ** 2 for c, r in said]):.3f}, ranking {ranking(said):.3f}")  # fmt: skip
    for low, high in pairwise(BINS):
        inside = [(c, r) for c, r in said if low <= c < high]
        if inside:
            print(
                f"    {low:.1f}-{min(high, 1):.1f}: n {len(inside):4}, said {np.mean([c for c, _ in inside]):.2f}, right {np.mean([r for _, r in inside]):.2f}"
            )


def ranking(said: Sequence[tuple[float, bool]]) -> float:
    """Return how often a right one has more confidence than a wrong one (area under the ROC curve)."""
    good, bad = [c for c, r in said if r], [c for c, r in said if not r]
    return float(np.mean([(g > b) + 0.5 * (g == b) for g in good for b in bad])) if good and bad else float("nan")


# --- speed ------------------------------------------------------------------------------------------------------------
def speed(
    read: Understand, read_reports: list[tuple[Coded, Article, Reading]], codebook: Codebook
) -> list[tuple[str, float]]:
    """Return milliseconds a sentence: of understanding without vectors, of vectors, and of the witness within a report."""
    articles = [article for _, article, _ in read_reports]
    sentences = [a.text[s.span.start : s.span.end] for a in articles for s in a.sentences if not s.quiet]
    out = [("triggers (all of understanding)", timed(lambda: list(read(articles)), len(sentences)))]
    for kind in KINDS:
        out.append(
            (f"{kind} vectors and head", timed(partial(head_categories, codebook, kind, sentences), len(sentences)))
        )
    for profile in ("fast", "accurate"):
        witness = SecondWitness(profile, codebook)
        out.append((f"second witness, {profile}", timed(partial(each_report, witness, read_reports), len(sentences))))
    return out


def each_report(witness: SecondWitness, read_reports: list[tuple[Coded, Article, Reading]]) -> None:
    """Ask report by report, as report.py does."""
    for one in read_reports:
        judged([*found_claims([one]), *silent([one])], witness)


def timed(work: Callable[[], object], number: int) -> float:
    """Return milliseconds a piece, warm."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) / number * 1000


def share(right: Iterable[bool]) -> float:
    values = list(right)
    return sum(values) / max(len(values), 1)


def examples() -> list[tuple[str, float, int]]:
    """Return the cross-validated figures that stand beside the heads."""
    rows = []
    for kind in KINDS:
        told = json.loads((HEADS / f"{kind}.json").read_text(encoding="utf-8"))
        for language, row in told["by_language"].items():
            rows.append((f"codebook examples, {kind} head, {language}", row["accuracy"], row["examples"]))
        rows.append(
            (
                f"codebook examples, {kind} head",
                told["accuracy_in_five_fold_cross_validation"],
                sum(r["examples"] for r in told["by_language"].values()),
            )
        )
    return rows


def main() -> None:
    """Print all figures."""
    codebook = load_codebook()
    read = Understand(("syria",))
    read_reports = reports(read)
    print("What the witness changes")
    rows = [*hand_coded(codebook, read_reports), *plover(codebook, read), *examples()]
    print("\nFigures, worst first")
    for name, value, number in sorted(rows, key=lambda row: row[1]):
        print(f"  {name:50} {value:.3f}  n {number}")
    print("\nMilliseconds a sentence, one core")
    for name, value in speed(read, read_reports, codebook):
        print(f"  {name:50} {value:.1f}")


if __name__ == "__main__":
    main()
