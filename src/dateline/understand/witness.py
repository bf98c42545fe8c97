"""Clauses and the types their triggers propose in, verdicts out: how far to trust a trigger, and what speaks against it.

The trigger is the first witness. The `fast` profile takes its weight for what such weights were worth on claims coded by
hand. The `accurate` one puts doubtful clauses before a second witness too: sentence vectors that have read the examples.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dateline.codebook import Codebook
from dateline.settings import PROFILES
from dateline.understand.heads import NONE, Head, head_for
from dateline.understand.vectors import FloatArray, vectors_of

__all__ = ["FLOOR", "SURE", "VETO", "Curve", "Proposal", "Question", "SecondWitness", "Verdict", "confidence"]

SURE = 0.8  # a trigger of this weight is doubted by nobody
VETO = 0.3  # a doubted claim trusted less is dropped
OVERRULE, RATIO = 0.95, 100.0  # another type of the same group: so likely, and so much likelier than the trigger's
FLOOR = 1e-4  # what the vectors hold less likely is all the same
# Logistic curves: start, slope by the trigger's weight, slope by the logarithm of what the vectors make of its type.
# `tests/eval/run_witness.py --fit` fits them to claims coded by hand.
Curve = tuple[float, float, float]
ALONE: Curve = (-1.31, 2.66, 0.0)  # `fast`
UNDOUBTED: Curve = (0.60, 0.65, 0.0)  # `accurate`, triggers of weight SURE and more
DOUBTED: Curve = (0.30, 0.65, 0.25)  # and the others


@dataclass(frozen=True, slots=True)
class Proposal:
    """A type that a trigger proposes, and how surely the trigger means it (0-1)."""

    type: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """The clause around a trigger and what that trigger proposes.

    `others` are the types that other triggers of the sentence tell: what speaks for them does not speak against this.
    A `settled` type rests on more than the clause: it can be trusted more or less, but not replaced.
    """

    clause: str
    proposal: Proposal
    others: frozenset[str] = frozenset()
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type ("" for none), how likely that is right, and what besides the trigger says so."""

    type: str
    confidence: float
    rule: str = ""


class SecondWitness:
    """Judges clauses: `fast` by the trigger's weight, `accurate` by strong sentence vectors too where there is doubt."""

    def __init__(self, profile: str, codebook: Codebook) -> None:
        if profile not in PROFILES:
            raise ValueError(f"there is no profile {profile!r}; choose one of {', '.join(PROFILES)}")
        self.profile, self.codebook = profile, codebook
        self.group = {event_type.id: event_type.group for event_type in codebook.types.values()}

    def judge(self, questions: Sequence[Question]) -> tuple[Verdict, ...]:
        """Return one verdict a question; all clauses are read in one go."""
        curve = UNDOUBTED if self.profile == "accurate" else ALONE
        verdicts = [Verdict(q.proposal.type, confidence(curve, q.proposal.weight)) for q in questions]
        doubtful = [k for k, q in enumerate(questions) if self.doubts(q)]
        likely = self.likely([questions[k] for k in doubtful]) if doubtful else ()
        for k, p in zip(doubtful, likely, strict=True):
            verdicts[k] = self._verdict(questions[k], dict(zip(self.head.types, p.tolist(), strict=True)))
        return tuple(verdicts)

    def doubts(self, question: Question) -> bool:
        """True where the vectors are asked."""
        return self.profile == "accurate" and question.proposal.weight < SURE

    def likely(self, questions: Sequence[Question]) -> FloatArray:
        """Return (n, types): how likely the vectors hold each type, other triggers' types taken out; a text is read once."""
        texts = list(dict.fromkeys(q.clause for q in questions))
        read = self.head.probabilities(vectors_of("strong").features(texts))
        out: FloatArray = read[[texts.index(q.clause) for q in questions]]
        for p, question in zip(out, questions, strict=True):
            p[[k for k, t in enumerate(self.head.types) if t in question.others and t != question.proposal.type]] = 0
        return out / np.maximum(out.sum(axis=1, keepdims=True), np.float32(FLOOR))

    @cached_property
    def head(self) -> Head:
        """The head over the strong vectors."""
        return head_for("strong", self.codebook)

    def _verdict(self, question: Question, likely: dict[str, float]) -> Verdict:
        proposed, weight = question.proposal.type, question.proposal.weight
        top = max(likely, key=lambda t: likely[t])
        if not question.settled and self._overrules(top, proposed, likely):
            return Verdict(top, confidence(DOUBTED, weight, likely[top]), f"strong vectors over {proposed}")
        sure = confidence(DOUBTED, weight, likely.get(proposed, 0.0))
        if sure < VETO:
            return Verdict("", round(1 - sure, 3), f"strong vectors against {proposed}")
        return Verdict(proposed, sure, "strong vectors")

    def _overrules(self, top: str, proposed: str, likely: dict[str, float]) -> bool:
        """True where another type of the same group is all but certain."""
        same = top != NONE and self.group.get(top) == self.group.get(proposed)
        return same and likely[top] >= OVERRULE and likely[top] > RATIO * likely.get(proposed, 0.0)


def confidence(curve: Curve, weight: float, likely: float = 1.0) -> float:
    """Return how likely a trigger of this weight is right, given what the vectors make of its type."""
    start, by_weight, by_vectors = curve
    x = start + by_weight * weight + by_vectors * float(np.log(likely + FLOOR))
    return round(float(1 / (1 + np.exp(-x))), 3)
