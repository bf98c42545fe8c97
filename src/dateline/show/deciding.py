"""Human decisions, doubts and agreement in; plain words and JSON for them out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from dateline.model import Act, Decision, Doubt
from dateline.record import Record
from dateline.show.inert import clip, one_line

__all__ = [
    "LogLine",
    "agreement_json",
    "agreement_text",
    "decided",
    "log_json",
    "log_of",
    "log_text",
    "queue_json",
    "queue_text",
]

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
_QUOTE = 100


def decided(decision: Decision) -> str:
    """Return one decision as a line: what was decided, by whom, when and why."""
    words = _WORDS[decision.act]
    if decision.field:
        words = f"{words} ({decision.field} is {_value(decision.value)}{_was(decision)})"
    why = f", {one_line(decision.why)}" if decision.why else ""
    return f"{words}: {one_line(decision.who)}, {decision.when:%Y-%m-%d}{why}"


def _was(decision: Decision) -> str:
    """Say what a field was before it was changed; "" where that is not noted."""
    before = json.loads(decision.anchors[0].before or "{}") if decision.anchors else {}
    return f", was {_value(json.dumps(before[decision.field]))}" if decision.field in before else ""


def _value(value: str) -> str:
    """Return JSON in plain words: ids with commas, two days with dots between."""
    found = json.loads(value)
    if isinstance(found, list):
        return one_line(", ".join(map(str, found))) or "none"
    if isinstance(found, dict):
        ends = [str(found.get(end) or "") for end in ("earliest", "latest")]
        return "..".join(dict.fromkeys(ends)) if any(ends) else "not known"
    if isinstance(found, bool):
        return "yes" if found else "no"
    return "open" if found is None else one_line(str(found))


# --- the log --------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class LogLine:
    """One decision and how it stands: `stands`, `taken back` or `waiting`, then with the `reason`.

    `now` is the id under which the thing is found now, "" where it is nowhere; `was` is what it was called or quoted as.
    """

    decision: Decision
    state: str
    reason: str
    now: str
    was: str


def log_of(record: Record) -> list[LogLine]:
    """Return the log of a record, the oldest first."""
    waiting = {orphan.id: orphan.reason for orphan in record.orphans()}
    left = {decision.id for decision in record.standing_decisions()}
    log = record.decisions()
    now = record.resolve_ids({decision.about for decision in log if decision.act is not Act.UNDO})
    return [_line(decision, now.get(decision.about, ""), left, waiting) for decision in log]


def _line(decision: Decision, now: str, left: set[str], waiting: dict[str, str]) -> LogLine:
    reason = waiting.get(decision.id, "")
    counts = decision.id in left or decision.act is Act.UNDO
    state = "waiting" if reason else "stands" if counts else "taken back"
    anchor = decision.anchors[0] if decision.anchors else None
    was = (anchor.quote or anchor.label) if anchor else ""
    return LogLine(decision, state, reason, now, one_line(was))


def log_text(lines: Sequence[LogLine]) -> str:
    """Return the log for a terminal."""
    if not lines:
        return "No decisions.\n"
    return "".join(_log_line(line) for line in lines)


def _log_line(line: LogLine) -> str:
    one = line.decision
    was = f" (“{clip(line.was, 0, len(line.was), _QUOTE)}”)" if line.was else ""
    moved = f", now {line.now}" if line.now and line.now != one.about else ""
    state = "" if line.state == "stands" else f"\n    {line.state}{': ' if line.reason else ''}{one_line(line.reason)}"
    return f"{one.id}  {one.act.value} {one_line(one.about)}{was}{moved}\n    {decided(one)}{state}\n"


def log_json(lines: Iterable[LogLine]) -> str:
    """Return the log as one JSON list."""
    return _json([_log_row(line) for line in lines])


def _log_row(line: LogLine) -> dict[str, object]:
    one = line.decision
    return {
        "id": one.id,
        "act": one.act.value,
        "about": one.about,
        "now": line.now or None,
        "who": one.who,
        "when": one.when.isoformat(),
        "why": one.why or None,
        "field": one.field or None,
        "value": json.loads(one.value) if one.value else None,
        "state": line.state,
        "reason": line.reason or None,
    }


# --- what to look at ------------------------------------------------------------------------------------------------
def queue_text(record: Record, doubts: Sequence[Doubt]) -> str:
    """Return doubts for a terminal, each with the words of its claim."""
    if not doubts:
        return "Nothing to check.\n"
    return "".join(_doubt(record, doubt) for doubt in doubts)


def _doubt(record: Record, doubt: Doubt) -> str:
    claim = record.claim(doubt.id)
    article = record.article_as_read(claim.document) if claim else None
    words = article.text[claim.span.start : claim.span.end] if claim and article else ""
    type_ = claim.type if claim else ""
    shares = f"{doubt.priority:.2f} = doubt {doubt.doubt:.2f} × importance {doubt.importance:.2f}"
    quote = clip(words, 0, len(words), 2 * _QUOTE)
    return f"{doubt.id}  {type_}  {shares}\n    “{quote}”\n    {one_line(doubt.reason)}. {doubt.question}\n"


def queue_json(doubts: Iterable[Doubt]) -> str:
    """Return doubts as one JSON list."""
    return _json([asdict(doubt) for doubt in doubts])


# --- agreement ------------------------------------------------------------------------------------------------------
def agreement_text(record: Record) -> str:
    """Return for a terminal how far coders agree, and each thing they differ on."""
    found = record.agreement()
    if not found:
        return "No two coders have judged the same thing.\n"
    lines = ["field        alpha   agree  coders"]
    for one in found:
        alpha = "    –" if one.alpha is None else f"{one.alpha:5.2f}"
        of = f"{one.agreed}/{one.units}"
        lines.append(f"{one.field:<12} {alpha} {of:>7}  {', '.join(map(one_line, one.coders))}")
    lines.append("alpha is Krippendorff's, nominal: 1 is perfect, 0 what chance gives, – where nothing varies.")
    for other in record.disagreements():
        told = "; ".join(f"{one_line(coder)} {one_line(value)}" for coder, value in other.words)
        lines.append(f"{other.id}  {other.field}: {told}")
    return "\n".join(lines) + "\n"


def agreement_json(record: Record) -> str:
    """Return agreement and disagreements as JSON."""
    fields = [asdict(one) for one in record.agreement()]
    differ = [{"id": one.id, "field": one.field, "words": dict(one.words)} for one in record.disagreements()]
    return _json({"fields": fields, "disagreements": differ})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
