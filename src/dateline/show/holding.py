"""Who held what: a record's ledger in, one row for each place and holder that an analyst can use out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from dateline.model import Claim, ControlStatement, Interval, LedgerEntry
from dateline.show.amounts import bare_number
from dateline.show.backing import Backing
from dateline.show.contents import Contents
from dateline.show.days import day, label, span_of_days
from dateline.show.grounds import Grounds
from dateline.show.phrases import Naming, is_general, join_words

__all__ = ["Holding", "Row"]

# Who tells of a place, or lives in it, does not hold it.
_HOLDS_NOTHING = frozenset({"monitor", "media", "source", "ngo", "think tank", "humanitarian", "company", "family"})
_TELLS_START = ("capture", "handover")
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
        self.grounds = Grounds(contents)
        self._statements: dict[str, list[ControlStatement]] = defaultdict(list)
        for one in contents.control.values():
            self._statements[one.claim if one.claim in contents.claims else one.id].append(one)

    def rows(self) -> list[Row]:
        """Return the rows by place and day."""
        by_place: dict[str, list[Row]] = defaultdict(list)
        for entry in sorted(self.contents.ledger, key=lambda e: (e.since or e.until or date.max, e.id)):
            if self._counts(entry):
                self._add(by_place[entry.place], entry)
        kept = [row for rows in by_place.values() for row in self._told(rows)]
        for row in kept:
            if row.status == "contested" and not any(o.place == row.place for o in _beside(row, kept)):
                row.status = "claimed"  # the other side's words tell of no such place
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

    def share(self, row: Row) -> str:
        """Return ` (90%)` or ` (in part)` where a row tells of a part of its place; the number only as its words give it."""
        told = self._behind(row.claims, row.holders)
        if not told and self.grounds.is_area(row.place):
            return " (in part)"  # ground gained there, and nobody who says who holds the area
        shares = {one.share for one in told if one.share and bare_number(one.share) in self._words(one)}
        parts = bool(told) and all(one.share is not None or self.grounds.in_part(one) for one in told)
        number = f"{bare_number(shares.pop())}%" if len(shares) == 1 else ""
        counting = {one.document for one in told if one.share}
        others = {
            one.document for one in self.contents.sources(row.claims)
        } - counting  # who told of it without a number
        if number and (others or any(one.share is None for one in told)):
            return f" (in part; {number} by {self.contents.publisher(next(o for o in told if o.share).document)})"
        return f" ({number})" if number else " (in part)" if parts else ""

    def days(self, row: Row) -> str:
        """Return when: from a day on where words tell the start, by one where it had begun, else as of the days told."""
        if not row.dated or row.since is None:
            return f"until {day(row.until)}" if row.until else "not told"
        start = self._start(row)
        until = f"until {day(row.until)}" if row.until else ""
        if start is None:
            told = [one.as_of for one in self._behind(row.claims, row.holders) if one.as_of]
            last = max([row.since, *(on for on in told if row.since <= on <= (row.until or on))])
            since = f"as of {span_of_days(row.since, last)}" if row.since != row.until else ""
        elif start.latest is None:
            since = label(start)
        else:
            words = span_of_days(start.earliest, start.latest) if start.earliest else ""
            whole = start.earliest == start.latest or words.isdigit() or not words[:1].isdigit()  # a year or a month
            since = f"from {words}" if words and whole else f"by {day(row.since)}"
        return ", ".join(filter(None, [since, until]))

    def _start(self, row: Row) -> Interval | None:
        """The days within which a holding began, where words tell a start."""
        for one in self._behind(row.claims, row.holders):
            if one.since == row.since:
                return Interval(one.since, None, "text")
        acts = [c for id in row.claims if (c := self.contents.as_read.get(id)) and c.type in _TELLS_START]
        return next((c.time for c in acts if row.since in (c.time.latest, c.time.earliest)), None)

    def _behind(self, ids: list[str], holders: list[str]) -> list[ControlStatement]:
        """The statements of these holders behind these ids."""
        return [one for id in ids for one in self._statements.get(id, ()) if one.holder in holders]

    def _words(self, one: ControlStatement) -> str:
        return self.contents.text(one.document, one.span)

    def _counts(self, entry: LedgerEntry) -> bool:
        place, holder = self.contents.places.get(entry.place), self.contents.actors.get(entry.holder)
        if place is None or place.kind == "country" or entry.place in self.contents.doubtful:
            return False
        held = holder is not None and holder.kind not in _HOLDS_NOTHING and self.naming.actor(entry.holder) is not None
        if not self.contents.sources(entry.claims) or not (held or entry.status == "unknown"):
            return False
        told = self._behind(list(entry.claims), [entry.holder])
        own = any(id in self.contents.claims and entry.place in self.contents.claims[id].places for id in entry.claims)
        return any(map(self.grounds.stands, told)) or (own and not told)

    def _add(self, rows: list[Row], entry: LedgerEntry) -> None:
        """Put an entry to the row of its own side on the same days, or let it open one."""
        for row in rows:
            together = self._one_side(entry.holder, row) or self._one_breath(entry, row)
            if together and _overlap(entry.since, entry.until, row.since, row.until):
                row.holders += [entry.holder] if entry.holder not in row.holders else []
                row.since = min((d for d in (row.since, entry.since) if d), default=None)
                row.until = None if row.until is None or entry.until is None else max(row.until, entry.until)
                row.status = min(row.status, entry.status, key=_WORST.index)
                row.claims += [c for c in entry.claims if c not in row.claims]
                return
        rows.append(Row(entry.place, [entry.holder], entry.since, entry.until, entry.status, list(entry.claims)))

    def _one_breath(self, entry: LedgerEntry, row: Row) -> bool:
        """True for holders whom the same words name together: "the army and its allies hold"."""
        mine = {(one.document, one.span) for one in self._behind(list(entry.claims), [entry.holder])}
        theirs = {(one.document, one.span) for one in self._behind(row.claims, row.holders)}
        return bool(mine) and mine <= theirs

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
