"""A record in; who held a place on which days, and each deal with its course, as text for a terminal out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dateline.errors import DatelineError
from dateline.model import Article, Claim, ControlStatement, Deal, LedgerEntry, Place
from dateline.record import Record
from dateline.show.inert import one_line

__all__ = ["control_text", "deals_text"]

_MOST_QUOTES = 3
_WIDEST = 140
_MEANING = {
    "claimed": "told by one side",
    "reported": "told by opposed sides",
    "contested": "another holder is told for the same day",
    "unknown": "no holder is told",
}


def control_text(record: Record, place: str, on: date | None = None) -> str:
    """Return who is told to hold a place, on one day or over time, with the words behind each line.

    Raises DatelineError for a place the record does not know.
    """
    names = _Names(record)
    wanted = names.place_ids(place)
    if not wanted:
        raise DatelineError(
            f"{record.path}: no place with the id or name {place!r}; `dateline list RECORD places` shows those it has"
        )
    entries = [e for e in record.ledger() if e.place in wanted and (on is None or _covers(e, on))]
    entries.sort(key=lambda e: (e.place, e.since or date.min, e.until or date.max, e.holder, e.id))
    day = f" on {on.isoformat()}" if on else ""
    title = ", ".join(names.place(p) for p in sorted(wanted))
    lines = [f"Who held {title}{day}, by the reports of this record:"]
    lines += [line for entry in entries for line in _entry(entry, names)]
    if not entries:
        lines.append("  not known: no report of this record tells it")
    return "\n".join(lines) + "\n"


def deals_text(record: Record) -> str:
    """Return every deal and ultimatum: between whom, over what place, its terms and its course."""
    names = _Names(record)
    deals = sorted(record.deals(), key=lambda d: (names.place(d.place), d.parties, d.id))
    if not deals:
        return "No deals or ultimatums are told of in this record.\n"
    return "\n".join("\n".join(_deal(deal, names)) + "\n" for deal in deals)


def _entry(entry: LedgerEntry, names: "_Names") -> Iterator[str]:
    since = entry.since.isoformat() if entry.since else "an untold day"
    until = f"until {entry.until.isoformat()}" if entry.until else "no end told"
    if entry.since is None and entry.until is None:
        since = "days not told"
        until = ""
    days = f"{since}, {until}" if until else since
    yield f"  {names.actor(entry.holder)}  ({days}; {entry.status}: {_MEANING[entry.status]})"
    yield from names.quotes(entry.claims)


def _deal(deal: Deal, names: "_Names") -> Iterator[str]:
    between = ", ".join(map(names.actor, deal.parties)) or "parties not told"
    through = f" (through {', '.join(map(names.actor, deal.mediators))})" if deal.mediators else ""
    yield f"{names.place(deal.place)}: {between}{through} – {deal.status}"
    for term in deal.terms:
        yield f"  term: {one_line(term)[:_WIDEST]}"
    for step in deal.history:
        yield f"  {step.date.isoformat() if step.date else 'undated'}  {step.status}"
        yield from names.quotes(step.claims)


def _covers(entry: LedgerEntry, on: date) -> bool:
    """True where an entry speaks of a day; one without days speaks of none."""
    if entry.since is None and entry.until is None:
        return False
    return (entry.since or date.min) <= on <= (entry.until or date.max)


class _Names:
    """Names for ids, and the quoted words behind claims and statements."""

    def __init__(self, record: Record) -> None:
        self.actors = {a.id: a.name for a in record.actors()}
        self.places: dict[str, Place] = {p.id: p for p in record.places()}
        self.articles: Mapping[str, Article] = {a.id: a for a in record.documents()}
        self.behind: dict[str, Claim | ControlStatement] = {c.id: c for c in record.control()}
        self.behind |= {c.id: c for c in record.claims()}

    def actor(self, id: str) -> str:
        return one_line(self.actors.get(id, id.replace("-", " ")))

    def place(self, id: str) -> str:
        return one_line(self.places[id].name if id in self.places else id)

    def place_ids(self, text: str) -> frozenset[str]:
        """Return the places of that id, else those of that name, in any case."""
        if text in self.places:
            return frozenset({text})
        low = text.casefold()
        return frozenset(
            p.id for p in self.places.values() if low in (p.name.casefold(), *map(str.casefold, p.aliases))
        )

    def quotes(self, ids: Sequence[str]) -> Iterator[str]:
        """Yield a line for each of the first few reports: where it stands and its words."""
        found = [self.behind[id] for id in ids if id in self.behind]
        for one in found[:_MOST_QUOTES]:
            article = self.articles[one.document]
            words = one_line(article.text[one.span.start : one.span.end])
            clipped = words if len(words) <= _WIDEST else words[: _WIDEST - 1].rstrip() + "…"
            yield f"      {self._who(article, one.speakers)}: “{clipped}” [{one.id}]"
        if len(found) > _MOST_QUOTES:
            yield f"      and {len(found) - _MOST_QUOTES} more"

    def _who(self, article: Article, speakers: Iterable[str]) -> str:
        source = article.outlet or article.path.rsplit("/", 1)[-1]
        told = ", citing ".join(map(self.actor, speakers))
        return one_line(f"{source}, citing {told}" if told else source)
