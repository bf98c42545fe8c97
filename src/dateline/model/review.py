"""Human words on the machine's findings: data that outlives every later run, and what they come to on today's ids."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from dateline.model.text import Span

__all__ = [
    "Act",
    "Agreement",
    "Anchor",
    "AnchorKind",
    "Decision",
    "Disagreement",
    "Doubt",
    "Judgement",
    "Orphan",
    "Review",
    "Tombstone",
]

_NOWHERE = Span(0, 0)
AnchorKind = Literal["claim", "figure", "control", "mention", "event", "actor", "place", "outlet", "document"]


class Act(StrEnum):
    """What a decision does; nothing is ever deleted, so taking one back is a decision too."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    FLAG = "flag"
    CHANGE = "change"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"
    GRADE = "grade"
    UNDO = "undo"


class Judgement(StrEnum):
    """How a thing stands after all decisions on it; nobody having looked is the absence of a judgement."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the thing decided on stood: what leads a decision back to it after a report or a codebook was edited.

    `quote` is the words at `span`, `head` and `tail` are those around them; `label` is the type of a claim or the name of
    an actor, a place or an outlet; `before` holds its fields as they were (JSON).
    """

    id: str
    kind: AnchorKind
    document: str = ""
    path: str = ""
    url: str = ""
    sha256: str = ""
    span: Span = _NOWHERE
    quote: str = ""
    head: str = ""
    tail: str = ""
    label: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One human decision: `act` on the thing with id `about`, by `who`, `when`, and `why`.

    `field` and its new `value` (JSON) belong to `change` and `grade`. `merge` and `split` have in `value` what is put
    together or kept apart, `add` the fields of the new claim; `undo` is about another decision. `anchors` tell where all
    that stood in the reports.
    """

    id: str
    act: Act
    about: str
    who: str
    when: datetime
    why: str = ""
    field: str = ""
    value: str = ""
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What all decisions on one thing come to: its judgement (None where nobody judged), whether coders differ in it.

    `decisions` are those behind it, the oldest first; `flagged` tells that somebody wants others to look at it.
    """

    id: str
    judgement: Judgement | None
    disputed: bool
    flagged: bool
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The id of something that was merged into another, and that other's id."""

    id: str
    kept: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision (by its id) that fits nothing in the record now, and why; it waits and is tried again in every run."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a claim (by its id) should be looked at: what is most doubtful of it, as a reason and a question.

    `doubt` and `importance` are 0-1, `priority` is their product; `field` is what the question is about.
    """

    id: str
    priority: float
    doubt: float
    importance: float
    field: str
    reason: str
    question: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree in one field: Krippendorff's alpha (None where nothing varies), and what it rests on.

    `units` are the things that two coders or more told the field of, `agreed` those of them on which all say the same.
    """

    field: str
    alpha: float | None
    units: int
    agreed: int
    coders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field of a thing (by its id) in which coders differ, and what each says (coder, JSON)."""

    id: str
    field: str
    words: tuple[tuple[str, str], ...]
