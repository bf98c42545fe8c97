"""Who held what: a record's ledger in, one row for each place and holder that an analyst can use out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from dateline.model import Claim, ControlStatement, LedgerEntry
from dateline.show.backing import Backing
from dateline.show.contents import Contents
from dateline.show.phrases import Naming, is_general, join_words

__all__ = ["Holding", "Row"]

# Who tells of a place, or lives in it, does not hold it.
_HOLDS_NOTHING = frozenset({"monitor", "media", "source", "ngo", "think tank", "humanitarian", "company", "family"})
_WORST = ("contested", "reported", "claimed", "unknown")


@dataclass(slots=True)
class Row:
    """One line on a place: whom reports tell to hold it, on which days, how that stands, and the ledger entries behind."""

    place: str
    holders: list[str]
    since: date | None
    until: date | None
    status: str
    claims: list[str] = field(default_factory=list)
    shared: bool = False  # others are told to hold parts of it on the same days

    @property
    def dated(self) -> bool:
        """False where no report tells any day."""
        return self.since is not None or self.until is not None


class Holding:
    """Makes rows of one record's ledger: an army and its government are one, and "rebels" give way to who they are."""

    def __init__(self, contents: Contents, naming: Naming, backing: Backing) -> None:
        self.contents, self.naming, self.backing = contents, naming, backing

    def rows(self) -> list[Row]:
        """Return the rows by place and day."""
        by_place: dict[str, list[Row]] = defaultdict(list)
        for entry in sorted(self.contents.ledger, key=lambda e: (e.since or e.until or date.max, e.id)):
            if self._counts(entry):
                self._add(by_place[entry.place], entry)
        kept = [row for rows in by_place.values() for row in self._told(rows)]
        return sorted(kept, key=lambda row: (self.naming.place_name(row.place), row.since or row.until or date.max))

    def status(self, row: Row) -> str:
        """Return in words how well a row stands: who is behind it, and whether another side is told for the same days."""
        if row.status == "contested":
            return "contested: another side is told to hold it"
        sources = [s for s in self.contents.sources(row.claims) if isinstance(s, Claim | ControlStatement)]
        count = len(self.backing.witnesses(sources))
        camps = self.backing.camps(sources)
        side = f", {join_words(camps)} side{'s' if len(camps) > 1 else ''}" if camps else ""
        words = f"{count} independent sources{side}" if count > 1 else f"one source{side}"
        return f"{words}; others held parts" if row.shared else words

    def _counts(self, entry: LedgerEntry) -> bool:
        place, holder = self.contents.places.get(entry.place), self.contents.actors.get(entry.holder)
        if place is None or place.kind == "country" or entry.place in self.contents.doubtful:
            return False
        held = holder is not None and holder.kind not in _HOLDS_NOTHING and self.naming.actor(entry.holder) is not None
        return bool(self.contents.sources(entry.claims)) and (held or entry.status == "unknown")

    def _add(self, rows: list[Row], entry: LedgerEntry) -> None:
        """Put an entry to the row of its own side on the same days, or let it open one."""
        for row in rows:
            if self._one_side(entry.holder, row) and _overlap(entry.since, entry.until, row.since, row.until):
                row.holders += [entry.holder] if entry.holder not in row.holders else []
                row.since = min((d for d in (row.since, entry.since) if d), default=None)
                row.until = None if row.until is None or entry.until is None else max(row.until, entry.until)
                row.status = min(row.status, entry.status, key=_WORST.index)
                row.claims += [c for c in entry.claims if c not in row.claims]
                return
        rows.append(Row(entry.place, [entry.holder], entry.since, entry.until, entry.status, list(entry.claims)))

    def _one_side(self, holder: str, row: Row) -> bool:
        kin = any(self.backing.within(holder, h) or self.backing.within(h, holder) for h in row.holders)
        return kin or all(self._is_anyone(id) for id in (holder, *row.holders))

    def _is_anyone(self, id: str) -> bool:
        """True for "rebels" or "the opposition": fighters of no name, who are one side to a reader."""
        actor = self.contents.actors.get(id)
        return actor is not None and is_general(actor) and actor.kind in ("armed group", "political group")

    def _told(self, rows: list[Row]) -> list[Row]:
        """Leave out what another row of the place says more exactly; mark rows that share a place."""
        kept = [row for row in rows if row.status == "contested" or not self._said_better(row, rows)]
        for row in kept:
            others = (o for o in _beside(row, kept) if o.dated and not self._one_side(o.holders[0], row))
            row.shared = row.dated and any(others)
        return kept

    def _said_better(self, row: Row, rows: list[Row]) -> bool:
        """True for "rebels" where a group with a name is told to hold the place on the same days."""
        if not self._is_general(row) or self._is_state(row):
            return False
        return any(not self._is_general(o) and not self._is_state(o) for o in _beside(row, rows))

    def _is_general(self, row: Row) -> bool:
        return all(id in self.contents.actors and is_general(self.contents.actors[id]) for id in row.holders)

    def _is_state(self, row: Row) -> bool:
        kinds = {self.contents.actors[id].kind for id in row.holders if id in self.contents.actors}
        return bool(kinds & {"state", "state force", "state body"})


def _beside(row: Row, rows: list[Row]) -> list[Row]:
    """Return the other rows of a place that share a day with a row."""
    return [o for o in rows if o is not row and _overlap(o.since, o.until, row.since, row.until)]


def _overlap(since: date | None, until: date | None, other: date | None, other_until: date | None) -> bool:
    """True where two runs share a day; a run without any days fits every other."""
    return (since or date.min) <= (other_until or date.max) and (other or date.min) <= (until or date.max)
