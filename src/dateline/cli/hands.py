"""What the workbench can do to a record, made of what `run` offers: a record in, hands for its pages out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import Act, Decision
from dateline.settings import Settings, login_name

if TYPE_CHECKING:
    from dateline.record import Record
    from dateline.run import Decider
    from dateline.show.web import Hands, Progress, Word

__all__ = ["hands_for"]


def hands_for(record: "Record", who: str = "") -> "Hands":
    """Return hands that read reports into `record`, decide on what is in it, and weigh it anew."""
    from dateline.run import Decider, build, decide, weigh_again
    from dateline.show.web import Hands

    @lru_cache(maxsize=16)
    def decider(name: str, blind: bool) -> Decider:
        return Decider(record, name, blind)

    def say(name: str, words: Sequence["Word"]) -> list[str]:
        decisions = [_decision(decider(name, word.blind), word) for word in words]
        decide(record, decisions, weigh=False)
        return [decision.id for decision in decisions]

    def read(paths: Sequence[Path], outlet: str, published: str, tell: "Progress") -> list[str]:
        own = record.settings()
        settings = replace(Settings(outlet=outlet, published=published), profile=own.profile or "fast")
        summary = build(paths, record.path, settings, tell)
        return [f"{Path(one.path).name}: {one.reason}" for one in (*summary.skipped, *summary.uncoded)]

    return Hands(who or login_name() or "reviewer", say, lambda: weigh_again(record), read)


def _decision(decider: "Decider", word: "Word") -> Decision:
    """Return the decision that a word comes to. Raises DatelineError for one that does not fit the record."""
    if word.act is Act.CHANGE:
        return decider.change(word.about, word.field, word.value, word.why)
    if word.act is Act.GRADE:
        return decider.grade(word.about, str(word.value) if word.field == "reliability" else word.value, word.why)
    if word.act is Act.UNDO:
        return decider.undo(word.about, word.why)
    if word.act is Act.MERGE:
        return decider.merge(word.about, word.others, word.why)
    if word.act is Act.SPLIT:
        return decider.split(word.about, word.others, word.into, word.why)
    if word.act is Act.ADD and word.span and isinstance(word.value, dict):
        return decider.add(word.about, word.span, word.value, word.why)
    return decider.judge(word.about, word.act, word.why)
