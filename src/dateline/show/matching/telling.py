"""What a comparison found, for people and programs: a Laid in, text or JSON out."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.show.inert import inert
from dateline.show.matching.coded import CodedEvent
from dateline.show.matching.laying import Laid, Missed, Pair, count_words, days_words

__all__ = ["as_json", "as_text"]


def as_text(laid: Laid, most: int = 20) -> str:
    """Return the figures, then up to `most` events of each kind with the reasons; `most` 0: all."""
    lines = (inert(line).replace("\n", " ") for line in _lines(laid, most))  # names are others' words
    return "\n".join(lines) + "\n"


def _lines(laid: Laid, most: int) -> Iterator[str]:
    theirs, ours = len(laid.pairs) + len(laid.missed), len(laid.pairs) + len(laid.extra)
    differing = [pair for pair in laid.pairs if pair.differences]
    days = f" ({laid.days[0]} to {laid.days[1]})" if laid.days else ""
    yield f"{laid.record} beside {laid.file.name} ({laid.file.scheme})"
    yield f"theirs on days that the reports cover{days}: {theirs}; beyond them: {laid.beyond}"
    yield f"sums of more than a month or half a country, no single events: {laid.sums}; rows not read: {len(laid.file.unread)}"
    yield f"ours of the kind that such a data set holds: {ours}; told too vaguely to be laid beside: {laid.vague}"
    yield ""
    shares = (_share(len(laid.pairs), whole) for whole in (theirs, ours))
    yield "found      {0} of {1} of theirs{3}, of {2} of ours{4}".format(len(laid.pairs), theirs, ours, *shares)
    agreeing = len(laid.pairs) - len(differing)
    yield f"agreeing   {agreeing} of {len(laid.pairs)}{_share(agreeing, len(laid.pairs))}"
    abouts = Counter(difference.about for pair in differing for difference in pair.differences)
    told = ", ".join(f"{about} {number}" for about, number in abouts.most_common())
    yield f"differing  {len(differing)}{f' ({told})' if told else ''}"
    yield f"missed     {len(laid.missed)}"
    yield f"extra      {len(laid.extra)} of {ours} of ours"
    yield from _listed("Differing", [_pair(pair) for pair in differing], most)
    yield from _listed("Missed", [_missed(one) for one in laid.missed], most)
    yield from _listed("Extra", [_missed(one) for one in laid.extra], most)
    yield from _listed("Not read", [[line] for line in laid.file.unread], most)


def _share(part: int, whole: int) -> str:
    return f" ({100 * part / whole:.0f} %)" if whole else ""


def _listed(title: str, items: list[list[str]], most: int) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield title
    for lines in items[: most or None]:
        yield from (f"  {line}" for line in lines)
    if most and len(items) > most:
        yield f"  and {len(items) - most} more: --all shows them, --json has them"


def _pair(pair: Pair) -> list[str]:
    differences = [f"{d.about}: theirs {d.theirs}; ours {d.ours}" for d in pair.differences]
    return [f"{pair.theirs.id} = {pair.ours.id}, {days_words(pair.theirs)}, {pair.theirs.place}", *differences]


def _missed(missed: Missed) -> list[str]:
    one = missed.event
    return [f"{one.id}, {days_words(one)}, {one.place}, dead: {count_words(one)}: {missed.why}"]


def as_json(laid: Laid) -> str:
    """Return everything as one JSON object; its keys are described in docs/comparing.md."""
    content: dict[str, Any] = {
        "record": laid.record,
        "file": laid.file.name,
        "scheme": laid.file.scheme,
        "days": [day.isoformat() for day in laid.days] if laid.days else None,
        "beyond": laid.beyond,
        "sums": laid.sums,
        "vague": laid.vague,
        "unread": list(laid.file.unread),
        "found": [_found(pair) for pair in laid.pairs],
        "missed": [_event(one.event) | {"why": one.why} for one in laid.missed],
        "extra": [_event(one.event) | {"why": one.why} for one in laid.extra],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _found(pair: Pair) -> dict[str, Any]:
    differences = [{"about": d.about, "theirs": d.theirs, "ours": d.ours} for d in pair.differences]
    return {
        "theirs": _event(pair.theirs),
        "ours": _event(pair.ours),
        "km": round(pair.km, 1),
        "differences": differences,
    }


def _event(one: CodedEvent) -> dict[str, Any]:
    days: list[dt.date] = [one.start, one.end]
    return {
        "id": one.id,
        "days": [day.isoformat() for day in days],
        "place": one.place,
        "sides": [list(side) for side in one.sides],
        "deaths": {"low": one.low, "best": one.best, "high": one.high},
    }
