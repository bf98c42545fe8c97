"""The log of decisions in; which of them stand, what each coder says of a thing, and whose word counts, out.

The rules: what was undone does not count. A coder's newest word on a thing is that coder's word. Of several coders' words
the newest definite one counts ("unsure" and a flag never outweigh it), and where two coders differ the thing is marked as
disputed until they agree. Who accepts a thing, or changes a field of it, vouches for the other fields as they stood.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from dateline.model.review import Act, Decision, Judgement, Review

__all__ = ["VERDICT", "coder_words", "fields_set", "review_of", "standing"]

VERDICT = "verdict"
_DEFINITE = {Act.ACCEPT: "accept", Act.CHANGE: "accept", Act.ADD: "accept", Act.REJECT: "reject"}


def standing(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that nobody took back, the oldest first; an undo that was undone takes nothing back.

    The order is that of time, so that the logs of two copies of a record come to the same in whatever order they are joined.
    """
    ordered = sorted({decision.id: decision for decision in log}.values(), key=_moment)
    undos: dict[str, list[str]] = {}
    for decision in ordered:
        if decision.act is Act.UNDO:
            undos.setdefault(decision.about, []).append(decision.id)
    return tuple(one for one in ordered if one.act is not Act.UNDO and not _taken_back(one.id, undos))


def _moment(decision: Decision) -> tuple[datetime, str]:
    when = decision.when
    return when if when.tzinfo else when.replace(tzinfo=UTC), decision.id


def _taken_back(id: str, undos: Mapping[str, Sequence[str]], above: tuple[str, ...] = ()) -> bool:
    """True where an undo of it stands; one that leads in a circle does not."""
    own = (undo for undo in undos.get(id, ()) if undo not in above and undo != id)
    return any(not _taken_back(undo, undos, (*above, id)) for undo in own)


def review_of(id: str, decisions: Sequence[Decision]) -> Review:
    """Return what standing decisions on one thing come to."""
    newest: dict[str, Decision] = {}
    flagged = False
    for decision in decisions:
        flagged = decision.act is Act.FLAG or (flagged and decision.act not in _DEFINITE)  # a definite word answers it
        if decision.act in _DEFINITE or decision.act is Act.UNSURE:
            newest.pop(decision.who, None)
            newest[decision.who] = decision
    definite = [decision for decision in newest.values() if decision.act in _DEFINITE]
    judgement = _judgement(definite[-1], decisions) if definite else Judgement.UNSURE if newest else None
    behind = tuple(dict.fromkeys(decision.id for decision in decisions))
    return Review(id, judgement, _disputed(decisions), flagged, behind)


def _judgement(counts: Decision, decisions: Iterable[Decision]) -> Judgement:
    if counts.act is Act.REJECT:
        return Judgement.REJECTED
    return Judgement.CHANGED if fields_set(decisions) else Judgement.ACCEPTED


def fields_set(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the fields of one thing that a human set, with the value (JSON) that counts.

    The newest word on a field counts: also that of another coder who vouched since for the field as the program had it.
    """
    values: dict[str, Decision] = {}
    for decision in decisions:
        vouched = _before(decision) if decision.act in (Act.ACCEPT, Act.CHANGE) else {}
        for field, other in list(values.items()):
            if other.who != decision.who and vouched.get(field, _normal(other.value)) != _normal(other.value):
                del values[field]
        if decision.act is Act.CHANGE:
            values[decision.field] = decision
    return {field: values[field].value for field in sorted(values)}


def coder_words(decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """Return by coder what they say of one thing: a verdict, and for who accepts it the value of each field.

    Who is unsure says nothing.
    """
    words: dict[str, dict[str, str]] = {}
    changed: dict[str, dict[str, str]] = {}
    for decision in decisions:
        if decision.act is Act.UNSURE:
            words[decision.who] = {}
        if decision.act not in _DEFINITE:
            continue
        own = changed.setdefault(decision.who, {})
        if decision.act is Act.CHANGE:
            own[decision.field] = _normal(decision.value)
        verdict = _DEFINITE[decision.act]
        vouched = {**_before(decision), **own} if verdict == "accept" else {}
        words[decision.who] = {VERDICT: verdict, **vouched}
    return words


def _before(decision: Decision) -> dict[str, str]:
    anchors = decision.anchors[:1]  # the others are of actors and places that the decision names
    known = anchors[0].before if anchors and anchors[0].kind == "claim" else ""
    return {name: _normal(json.dumps(value)) for name, value in json.loads(known or "{}").items()}


def _normal(value: str) -> str:
    """Return JSON in one form: the order of ids and of keys says nothing, nor does what a time was read from."""
    try:
        found = json.loads(value)
    except ValueError:
        return value
    if isinstance(found, dict):
        found.pop("basis", None)
    return json.dumps(sorted(found, key=str) if isinstance(found, list) else found, sort_keys=True)


def _disputed(decisions: Sequence[Decision]) -> bool:
    told: dict[str, set[str]] = {}
    for words in coder_words(decisions).values():
        for name, value in words.items():
            told.setdefault(name, set()).add(value)
    return any(len(values) > 1 for values in told.values())
