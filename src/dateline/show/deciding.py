"""Human decisions in, plain words for them out."""

from dateline.model import Act, Decision
from dateline.show.inert import one_line

__all__ = ["decided"]

_WORDS = {
    Act.ACCEPT: "confirmed by a reviewer",
    Act.REJECT: "rejected by a reviewer",
    Act.UNSURE: "a reviewer was not sure",
    Act.FLAG: "flagged by a reviewer",
    Act.CHANGE: "corrected by a reviewer",
    Act.MERGE: "put together by a reviewer",
    Act.SPLIT: "taken apart by a reviewer",
    Act.ADD: "added by a reviewer",
    Act.GRADE: "graded by a reviewer",
    Act.UNDO: "taken back by a reviewer",
}


def decided(decision: Decision) -> str:
    """Return one decision as a line: what was decided, by whom, when and why."""
    words = _WORDS[decision.act]
    if decision.field:
        words = f"{words} ({decision.field} is {one_line(decision.value)})"
    why = f", {one_line(decision.why)}" if decision.why else ""
    return f"{words}: {one_line(decision.who)}, {decision.when:%Y-%m-%d}{why}"
