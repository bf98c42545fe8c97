"""What happened to one thing of a record when it was weighed anew: it came, went or says something else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Alteration"]

AlteredKind = Literal["document", "claim", "figure", "control", "event", "ledger", "deal", "contradiction"]


@dataclass(frozen=True, slots=True)
class Alteration:
    """One change. `into` names what stands in the place of something that went: several where it was split, the same for
    several where they were joined, none where it is gone for good. `fields` are those that changed.
    """

    when: datetime
    kind: AlteredKind
    id: str
    what: Literal["appeared", "changed", "vanished"]
    into: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
