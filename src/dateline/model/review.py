"""Human words on the machine's findings: data that outlives every later run."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Decision", "Judgement"]


class Judgement(StrEnum):
    """What a human said of a finding; nobody having looked is the absence of a decision."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """One human decision on the object with id `about`: for `changed`, `field` and its new `value` (JSON)."""

    id: str
    about: str
    judgement: Judgement
    who: str
    when: datetime
    why: str = ""
    field: str = ""
    value: str = ""
