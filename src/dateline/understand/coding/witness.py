"""Clauses and the types their triggers propose in, verdicts out: how far to trust a trigger, and what speaks against it.

The trigger is the first witness. The `fast` profile takes its weight for what such weights were worth on claims coded by
hand. The `accurate` one puts doubtful clauses before a second witness too: sentence vectors that have read the examples.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from dateline.codebook import Codebook
from dateline.settings import PROFILES
from dateline.understand.coding.heads import Head, head_for
from dateline.understand.coding.vectors import FloatArray, load_vectors

__all__ = ["FLOOR", "SURE", "VETO", "Curve", "Proposal", "Question", "SecondWitness", "Verdict", "confidence"]

SURE = 0.85  # a trigger of this weight is doubted by nobody
VETO = 0.45  # a doubted claim trusted less is dropped
REST = "other"  # holds what is like nothing else, so that likeness says nothing about it
FLOOR = 1e-4  # what the vectors hold less likely is all the same
# Logistic curves: start, slope by the trigger's weight, slope by the logarithm of what the vectors make of its type.
# `tests/eval/run_witness.py --fit` fits them to claims coded by hand.
Curve = tuple[float, float, float]
ALONE: Curve = (-0.54, 1.90, 0.0)
DOUBTED: Curve = (0.16, 1.59, 0.25)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A type that a trigger proposes, and how surely the trigger means it (0-1)."""

    type: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """The clause around a trigger and what that trigger proposes.

    `others` are the types that other triggers of the sentence tell: what speaks for them does not speak against this.
    """

    clause: str
    proposal: Proposal
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type ("" for none), how likely that is right, and what besides the trigger says so."""

    type: str
    confidence: float
    rule: str = ""


class SecondWitness:
    """Judges clauses: `fast` by the trigger's weight, `accurate` by sentence vectors too where there is doubt."""

    def __init__(self, profile: str, codebook: Codebook) -> None:
        if profile not in PROFILES:
            raise ValueError(f"there is no profile {profile!r}; choose one of {', '.join(PROFILES)}")
        self.profile, self.codebook = profile, codebook

    def judge(self, questions: Sequence[Question]) -> tuple[Verdict, ...]:
        """Return one verdict a question; all clauses are read in one go."""
        verdicts = [Verdict(q.proposal.type, confidence(ALONE, q.proposal.weight)) for q in questions]
        doubtful = [k for k, q in enumerate(questions) if self.doubts(q)]
        likely = self.likely([questions[k] for k in doubtful]) if doubtful else []
        for k, p in zip(doubtful, likely, strict=True):
            verdicts[k] = self._verdict(questions[k].proposal, p)
        return tuple(verdicts)

    def doubts(self, question: Question) -> bool:
        """True where the vectors are asked."""
        return self.profile == "accurate" and question.proposal.weight < SURE and question.proposal.type != REST

    def likely(self, questions: Sequence[Question]) -> list[float]:
        """Return how likely the vectors hold each type, once other triggers' types are taken out; a text is read once."""
        texts = list(dict.fromkeys(q.clause for q in questions))
        read = self.head.probabilities(load_vectors().features(texts))
        return [self._share(q, read[texts.index(q.clause)]) for q in questions]

    def _share(self, question: Question, read: FloatArray) -> float:
        by_type: dict[str, float] = dict(zip(self.head.types, read.tolist(), strict=True))
        mine = by_type.get(question.proposal.type, 0.0)
        left = sum(p for t, p in by_type.items() if t == question.proposal.type or t not in question.others)
        return mine / max(left, FLOOR)

    @cached_property
    def head(self) -> Head:
        """The head over the sentence vectors."""
        return head_for(self.codebook)

    def _verdict(self, proposal: Proposal, likely: float) -> Verdict:
        sure = confidence(DOUBTED, proposal.weight, likely)
        if sure < VETO:
            return Verdict("", round(1 - sure, 3), f"vectors against {proposal.type}")
        return Verdict(proposal.type, sure, "vectors")


@lru_cache(maxsize=4096)  # triggers have a few dozen weights
def confidence(curve: Curve, weight: float, likely: float = 1.0) -> float:
    """Return how likely a trigger of this weight is right, given what the vectors make of its type."""
    start, by_weight, by_vectors = curve
    x = start + by_weight * weight + by_vectors * float(np.log(likely + FLOOR))
    return round(float(1 / (1 + np.exp(-x))), 3)
