"""A clause and the types its trigger words propose in, a verdict out: the second witness, who has read the examples.

The trigger words stay the first witness: on hand-coded reports they are right more often. The second one says how far
to trust them, drops what both hold unlikely, and speaks up alone only where it is very sure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dateline.codebook import Codebook
from dateline.understand.heads import NONE, Head, head_for
from dateline.understand.vectors import FloatArray, VectorKind, vectors_of

__all__ = ["Proposal", "Question", "SecondWitness", "Trust", "Verdict"]

SURE = 0.9  # a single trigger of this weight is not doubted by the fast profile
SETTLED = 0.8  # nor, after the light vectors, by the accurate one
VETO = 0.4  # a claim trusted less is dropped: of 24 such in the PLOVER records one was right
OVERRULE, RATIO = 0.9, 1000.0  # another type of the same group: so likely, and so much likelier than the trigger's
ALONE = {"light": 0.9, "strong": 0.8}  # without a trigger
SECOND = 0.3  # and in languages with triggers, whose silence tells something, the light vectors must agree this much
ALONE_TRUST = 0.5  # where triggers found nothing, about half of what it says holds in reports
OPEN_TRUST = 0.75  # where there are no triggers it has the easy sentences too; but reports also hold quiet ones
FLOOR = 1e-4  # what lies below is all the same
PULL = 12.0  # how many powers of e a trigger of weight 1 is ahead of one of weight 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A type that a trigger proposes, and how surely the trigger means it (0-1)."""

    type: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """The clause around a trigger with what that trigger proposes, or a sentence without trigger.

    `others` are the types that other triggers of the sentence tell: what speaks for them does not speak against this.
    """

    clause: str
    proposals: tuple[Proposal, ...] = ()
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type ("" for none), how likely it is right, and how that was found."""

    type: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Trust:
    """How likely a trigger is right: a logistic curve over its weight and what the vectors make of it."""

    start: float
    weight: float
    likely: float
    alone_start: float
    alone_weight: float

    def of(self, weight: float, likely: float) -> float:
        """Return the confidence in a trigger whose type the vectors hold to be `likely`."""
        return _logistic(self.start + self.weight * weight + self.likely * float(np.log(likely + FLOOR)))

    def unasked(self, weight: float) -> float:
        """Return the confidence in a trigger by its weight alone."""
        return _logistic(self.alone_start + self.alone_weight * weight)


class SecondWitness:
    """Judges clauses by sentence vectors: `fast` by the light ones, `accurate` by the strong ones where doubt stays."""

    def __init__(self, profile: str, codebook: Codebook) -> None:
        self.profile, self.codebook = profile, codebook
        self.group = {event_type.id: event_type.group for event_type in codebook.types.values()}
        self.triggered = {t.language for event_type in codebook.types.values() for t in event_type.triggers}

    def judge(self, questions: Sequence[Question], language: str) -> tuple[Verdict, ...]:
        """Return one verdict a question."""
        light = self._light
        verdicts = [self._unasked(question, light) for question in questions]
        doubtful = [k for k, q in enumerate(questions) if self._doubted(q, language)]
        likely: dict[int, FloatArray] = {}
        if language in vectors_of("light").languages:
            likely = self._ask("light", questions, doubtful)
            for k, p in likely.items():
                verdicts[k] = self._verdict("light", questions[k], p, language)
        if self.profile == "accurate":
            left = [k for k in doubtful if not self._settled(verdicts[k], questions[k])]
            for k, p in self._ask("strong", questions, left).items():
                verdicts[k] = self._verdict("strong", questions[k], p, language, likely.get(k))
        return tuple(verdicts)

    # --- which are asked ----------------------------------------------------------------------------------------------
    def _doubted(self, question: Question, language: str) -> bool:
        """True where triggers do not suffice; where a language has some, `fast` takes their silence for an answer."""
        if not question.proposals:
            return self.profile == "accurate" or language not in self.triggered
        return len({p.type for p in question.proposals}) > 1 or question.proposals[0].weight < SURE

    def _settled(self, verdict: Verdict, question: Question) -> bool:
        return bool(question.proposals) and verdict.confidence >= SETTLED

    def _unasked(self, question: Question, head: Head) -> Verdict:
        """Return what the triggers say by themselves."""
        if not question.proposals:
            return Verdict("", 0.0, "no trigger")
        best = max(question.proposals, key=lambda p: p.weight)
        return Verdict(best.type, Trust(*head.trust).unasked(best.weight), "trigger")

    # --- what the vectors say -----------------------------------------------------------------------------------------
    @cached_property
    def _light(self) -> Head:
        return head_for("light", self.codebook)

    @cached_property
    def _strong(self) -> Head:
        return head_for("strong", self.codebook)

    def _ask(self, kind: VectorKind, questions: Sequence[Question], which: Sequence[int]) -> dict[int, FloatArray]:
        """Return the probabilities for the questions asked; each text is read once."""
        if not which:
            return {}
        head = self._light if kind == "light" else self._strong
        texts = list(dict.fromkeys(questions[k].clause for k in which))
        likely = dict(zip(texts, head.probabilities(vectors_of(kind).features(texts)), strict=True))
        return {k: self._explained(head, questions[k], likely[questions[k].clause]) for k in which}

    def _explained(self, head: Head, question: Question, likely: FloatArray) -> FloatArray:
        """Take out what other triggers of the sentence account for."""
        own = {p.type for p in question.proposals}
        out = likely.copy()
        out[[k for k, t in enumerate(head.types) if t in question.others and t not in own]] = 0
        total = float(out.sum())
        return out / np.float32(total) if total > 0 else likely

    def _verdict(
        self, kind: VectorKind, question: Question, likely: FloatArray, language: str, light: FloatArray | None = None
    ) -> Verdict:
        head = self._light if kind == "light" else self._strong
        if not question.proposals:
            return self._alone(kind, head, likely, language, light)
        by_type = dict(zip(head.types, likely.tolist(), strict=True))
        chosen = max(question.proposals, key=lambda p: PULL * p.weight + np.log(by_type.get(p.type, 0.0) + FLOOR))
        mine = by_type.get(chosen.type, 0.0)
        top = max(by_type, key=lambda t: by_type[t])
        if kind == "strong" and self._overrules(top, by_type[top], chosen.type, mine):
            return Verdict(top, round(by_type[top] * ALONE_TRUST, 3), f"{kind} vectors over trigger of {chosen.type}")
        confidence = Trust(*head.trust).of(chosen.weight, mine)
        if confidence < VETO:
            return Verdict("", round(1 - confidence, 3), f"{kind} vectors against trigger of {chosen.type}")
        return Verdict(chosen.type, round(confidence, 3), f"trigger weighed by {kind} vectors")

    def _overrules(self, top: str, likely: float, proposed: str, mine: float) -> bool:
        """True where another type of the same group is all but certain."""
        same = top != NONE and self.group.get(top) == self.group.get(proposed)
        return same and top != proposed and likely >= OVERRULE and likely > RATIO * mine

    def _alone(
        self, kind: VectorKind, head: Head, likely: FloatArray, language: str, light: FloatArray | None
    ) -> Verdict:
        """Speak without a trigger, where very sure."""
        at = int(likely.argmax())
        top, sure = head.types[at], float(likely[at])
        silent = Verdict("", 0.0, f"no trigger, {kind} vectors unsure")
        if top == NONE or sure < ALONE[kind]:
            return silent
        if language in self.triggered and (light is None or float(light[self._light.types.index(top)]) < SECOND):
            return silent
        trust = ALONE_TRUST if language in self.triggered else OPEN_TRUST
        return Verdict(top, round(sure * trust, 3), f"{kind} vectors alone")


def _logistic(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))
