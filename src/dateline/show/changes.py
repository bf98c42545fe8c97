"""What changed in a record since a day: a record and a day in, text or JSON out, with what stands in place of what went."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from dateline.model import Alteration, Decision
from dateline.record import Record
from dateline.show.contents import Contents
from dateline.show.inert import inert
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer

__all__ = ["changes_json", "changes_text"]

_ORDER = ("document", "event", "claim", "figure", "control", "ledger", "deal", "contradiction")
_CUT = 100


def changes_text(record: Record, since: date, most: int = 20) -> str:
    """Return how many things came, went and changed, then up to `most` of each kind; `most` 0: all."""
    lines = _Telling(record, since).lines(most)
    return "\n".join(inert(line).replace("\n", " ") for line in lines) + "\n"


def changes_json(record: Record, since: date) -> str:
    """Return the changes as one JSON object; its keys are described in docs/comparing.md."""
    telling = _Telling(record, since)
    content = {
        "record": record.path.name,
        "since": since.isoformat(),
        "changes": [
            {
                "when": one.when.isoformat(),
                "kind": one.kind,
                "id": one.id,
                "what": one.what,
                "into": telling.now(one.into),
                "fields": list(one.fields),
            }
            for one in telling.changes
        ],
        "decisions": [
            {"when": one.when.isoformat(), "about": one.about, "act": one.act.value, "who": one.who}
            for one in telling.decisions
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


class _Telling:
    """Tells the changes of one record since the beginning of a day (UTC)."""

    def __init__(self, record: Record, since: date) -> None:
        start = datetime.combine(since, time(), UTC)
        self.record, self.since = record, since
        self.changes = record.changes(start)
        self.decisions: list[Decision] = [one for one in record.decisions() if _aware(one.when) >= start]
        self.contents = Contents(record)
        self.composer = Composer(self.contents, Naming(self.contents))
        self.events = {event.id: event for event in self.contents.events}
        self._later = {one.id: one.into for one in self.changes if one.what == "vanished"}

    def now(self, ids: Iterable[str]) -> list[str]:
        """What stands there today: what came in between and went again is followed to its heirs."""
        found: dict[str, None] = {}
        waiting, seen = list(ids), set()
        while waiting:
            id = waiting.pop(0)
            if id in seen:
                continue
            seen.add(id)
            if id in self._later:
                waiting += self._later[id]
            else:
                found[id] = None
        return list(found)

    def lines(self, most: int) -> Iterator[str]:
        """Yield the whole text."""
        yield f"{self.record.path.name} since {self.since}"
        if not self.changes and not self.decisions:
            yield "nothing changed"
            return
        for kind in _ORDER:
            numbers = Counter(change.what for change in self.changes if change.kind == kind)
            if numbers:
                told = ", ".join(
                    f"{numbers[what]} {what}" for what in ("appeared", "changed", "vanished") if numbers[what]
                )
                yield f"{kind:14} {told}"
        if self.decisions:
            yield f"{'decision':14} {len(self.decisions)} by people"
        for kind in _ORDER:
            yield from self._listed(kind, most)
        if self.decisions:
            yield from ("", "Decided by people")
            for one in self.decisions[: most or None]:
                yield f"  {one.when:%Y-%m-%d} {one.about} {one.act.value} by {one.who}"

    def _listed(self, kind: str, most: int) -> Iterator[str]:
        of_kind = [change for change in self.changes if change.kind == kind]
        if not of_kind:
            return
        yield from ("", kind.capitalize())
        order = {"vanished": 0, "changed": 1, "appeared": 2}
        for change in sorted(of_kind, key=lambda one: (order[one.what], one.when, one.id))[: most or None]:
            yield f"  {self._told(change)}"
        if most and len(of_kind) > most:
            yield f"  and {len(of_kind) - most} more: --all shows them, --json has them"

    def _told(self, change: Alteration) -> str:
        words = f"{change.when:%Y-%m-%d} {change.what} {change.id}"
        if change.what == "vanished":
            heirs = self.now(change.into)
            return f"{words}, now {', '.join(heirs)}" if heirs else f"{words}, gone"
        if change.what == "changed":
            return f"{words} in {', '.join(change.fields)}{self._words(change.id)}"
        return f"{words}{self._words(change.id)}"

    def _words(self, id: str) -> str:
        """What the thing says today, in short; nothing where it went again."""
        if id in self.events:
            told = self.composer.tell(self.events[id])
            return f": {told.sentence if told else self.composer.noun(self.events[id])}"[:_CUT]
        if id in self.contents.documents:
            return f": {self.contents.documents[id].path}"
        about = self.contents.about(id)
        return f": “{self.contents.text(about.document, about.span)[:_CUT]}”" if about else ""


def _aware(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)
