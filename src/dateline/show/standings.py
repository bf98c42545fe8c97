"""The tables of a brief: a record in; sections on contradictions, control, deals, figures and wording out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import (
    Claim,
    Contradiction,
    ControlStatement,
    Deal,
    DealStep,
    Event,
    Figure,
    LedgerEntry,
    Modality,
    Side,
)
from dateline.show.amounts import amount_of_figure, bare_number, told_counts
from dateline.show.contents import Contents
from dateline.show.days import day, since_until
from dateline.show.footnotes import Footnotes
from dateline.show.inert import clip, one_line
from dateline.show.page import Line, Notes, Paragraph, Section, Table, Words, line
from dateline.show.phrases import Naming, join_words
from dateline.show.sentences import Composer, capital
from dateline.show.templates import templates

__all__ = ["Standings"]

_STATUS = {
    "claimed": "told by one side only",
    "reported": "told on more than one side",
    "contested": "contested: reports differ",
    "unknown": "not known",
}
_VALUES = {
    "asserted": "yes",
    "told as fact": "yes",
    "denied": "no, or denied",
    "agreed": "yes",
    "refused or broken": "no: refused or broken",
    "planned": "planned",
    "demanded": "demanded",
    "threatened": "threatened",
    "reported": "unconfirmed reports say so",
}
_TERM_MODES = frozenset({Modality.AGREED, Modality.DEMANDED})
_OF_DEAL = frozenset({"negotiation", "agreement", "ultimatum", "refusal", "violation", "demand"})
_TERMS = 5
# Words and other developments: a number told beside them counts people of another happening.
_NO_COUNT = ("statement", "demand", "other")
_ROWS = 30


class Standings:
    """Makes the tables of one record's brief."""

    def __init__(self, contents: Contents, naming: Naming, composer: Composer, notes: Footnotes) -> None:
        self.contents, self.naming, self.composer, self.notes = contents, naming, composer, notes

    # --- contested --------------------------------------------------------------------------------------------------
    def contested(self) -> Section:
        """What cannot all be so: question, one side, the others."""
        rows = [self._contradiction(one) for one in self.contents.contradictions if len(one.sides) > 1]
        table = Table(("question", "one side", "other side"), tuple(row for row in rows if row))
        return _section("Contested", table)

    def _contradiction(self, found: Contradiction) -> tuple[Line, ...]:
        sides = [cell for side in found.sides if (cell := self._side(found, side))]
        if len(sides) < 2:
            return ()
        others: Line = sides[1]
        for side in sides[2:]:
            others = (*others, Words("; "), *side)
        return line(self._question(found)), sides[0], others

    def _question(self, found: Contradiction) -> str:
        event = self._event(found)
        if found.about == "control":
            statements = self.contents.sources(id for side in found.sides for id in side.claims)
            place = self.naming.place_name(next((_place(one) for one in statements if _place(one)), ""))
            return f"Who held {place or 'the place'}?"
        if event is None:
            return {"figure": "How many?"}.get(found.about, "What is so?")
        noun = self.composer.noun(event)
        questions = {"figure": self._how_many(found, event), "status": self.composer.question(event)}
        questions |= {"actor": f"Who was behind {noun}?", "place": f"Where was {noun}?", "time": f"When was {noun}?"}
        return questions.get(found.about, f"{capital(noun)}?")

    def _how_many(self, found: Contradiction, event: Event) -> str:
        sources = self.contents.sources(id for side in found.sides for id in side.claims)
        roles = [source.role for source in sources if isinstance(source, Figure) and source.role]
        where = self.naming.where(event.places)
        return (
            " ".join(filter(None, [f"How many people were counted as {roles[0]}" if roles else "How many", where]))
            + "?"
        )

    def _event(self, found: Contradiction) -> Event | None:
        by_id = {event.id: event for event in self.contents.events}
        claims = (id for side in found.sides for id in side.claims)
        return by_id.get(found.event) or next(
            (self.contents.event_of[id] for id in claims if id in self.contents.event_of), None
        )

    def _side(self, found: Contradiction, side: Side) -> Line:
        sources = self.contents.sources(side.claims)
        if not sources:
            return ()
        return (Words(f"{self._value(side.value)} ({self._tellers(sources)})"), *self.notes.cite(sources, 3))

    def _value(self, value: str) -> str:
        """A side's value in words: ids become names, modes of telling become what they mean."""
        value = one_line(value)
        if value in _VALUES:
            return _VALUES[value]
        return re.sub(r"[\w.:-]+", lambda match: self._called(match[0]), value) or "not told"

    def _called(self, id: str) -> str:
        if id in self.contents.places:
            return self.naming.place_name(id)
        phrase = self.naming.actor(id) if id in self.contents.actors else None
        return phrase.text if phrase else id

    def _tellers(self, sources: Iterable[Claim | Figure | ControlStatement]) -> str:
        """Who tells these: the speakers where a report names one, else the outlets."""
        names: dict[str, None] = {}
        for source in sources:
            said = self.naming.actor(source.speakers[0]) if source.speakers else None
            names[said.text if said else self.contents.publisher(source.document)] = None
        return join_words(list(names), 4)

    # --- control ----------------------------------------------------------------------------------------------------
    def held(self) -> Section:
        """Who held what, when, by whom told."""

        def order(entry: LedgerEntry) -> tuple[str, str, str]:
            return self.naming.place_name(entry.place), str(entry.since or entry.until or "9"), entry.id

        rows = [row for entry in sorted(self.contents.ledger, key=order) if (row := self._held(entry))]
        return _section("Who held what", Table(("place", "holder", "when", "by whom told", "status"), tuple(rows)))

    def _held(self, entry: LedgerEntry) -> tuple[Line, ...]:
        sources = self.contents.sources(entry.claims)
        place, holder = self.naming.place_name(entry.place), self.naming.actor(entry.holder)
        known = self.contents.places.get(entry.place)
        if not place or entry.place in self.contents.doubtful or known is None or known.kind == "country":
            return ()
        if not sources or (holder is None and entry.status != "unknown"):
            return ()
        shares = {source.share for source in sources if isinstance(source, ControlStatement) and source.share}
        share = f" ({bare_number(shares.pop())}%)" if len(shares) == 1 else ""
        told = self._told_by(sources)
        name = capital(holder.text) if holder else "not known"
        days = since_until(entry.since, entry.until)
        return line(capital(place)), line(name + share), line(days), told, line(_STATUS.get(entry.status, entry.status))

    # --- deals ------------------------------------------------------------------------------------------------------
    def deals(self) -> Section:
        """Where each deal stands."""
        rows = [row for deal in self.contents.deals if (row := self._deal(deal))]
        return _section("Where each deal stands", Table(("deal", "parties (through)", "terms", "status"), tuple(rows)))

    def _deal(self, deal: Deal) -> tuple[Line, ...]:
        sources = self.contents.sources(deal.claims)
        parties = [phrase.text for phrase in map(self.naming.actor, deal.parties) if phrase]
        known = self.contents.places.get(deal.place)
        place = self.naming.place_name(deal.place) if known and known.kind != "country" else ""
        terms = "; ".join(dict.fromkeys(map(one_line, self._terms(deal))))
        if not sources or not (len(parties) > 1 or terms):
            return ()
        through = [phrase.text for phrase in map(self.naming.actor, deal.mediators) if phrase]
        between = join_words(parties) or "not told"
        between += f" (through {join_words(through)})" if through else ""
        status = (Words(self._course(deal)), *self.notes.cite(sources, 4))
        return line(capital(place) or "–"), line(capital(between)), line(capital(terms) or "not told"), status

    def _terms(self, deal: Deal) -> list[str]:
        """The terms in neutral words where claims tell them, else as the record quotes them."""
        claims = [self.contents.claims[id] for id in deal.claims if id in self.contents.claims]
        told = [
            self.composer.term(claim)
            for claim in claims
            if claim.modality in _TERM_MODES and claim.type not in _OF_DEAL
        ]
        return [term for term in told if term][:_TERMS] or [f"“{clip(term, 0, 90, 120)}”" for term in deal.terms[:2]]

    def _course(self, deal: Deal) -> str:
        steps = [_step(step) for step in deal.history][-5:]
        last = deal.status.replace("-", " ")
        return " → ".join(steps) if steps and steps[-1].startswith(last) else " → ".join([*steps, last])

    # --- figures ----------------------------------------------------------------------------------------------------
    def figures(self) -> Section:
        """Lowest, best and highest of each event and role where told, then people counted beside no event."""
        rows = [row for event in self.contents.events for row in self._counted(event)]
        told = {figure.id for event in self.contents.events for figure in self.contents.figures_of(event)}
        rest = [
            one for one in self.contents.figures.values() if one.id not in told and one.unit == "person" and one.role
        ]
        rows += [row for figure in rest if (row := self._loose(figure))]
        head = ("event", "counted as", "lowest", "best", "highest", "by whom told")
        return _section("Figures", Table(head, tuple(rows)))

    def _counted(self, event: Event) -> list[tuple[Line, ...]]:
        rows = []
        for count in told_counts(event):
            sources = [one for one in self.contents.figures_of(event) if one.role == count.role]
            numbers = (line(bare_number(number)) for number in (count.low, count.best, count.high))
            template = templates().get(event.type)
            if sources and (template is None or template.group in _NO_COUNT):
                rows += [row for one in sources if (row := self._loose(one))]
            elif sources:
                noun = capital(self.composer.noun(event))
                rows.append((line(noun), line(count.role), *numbers, self._told_by(sources)))
        return rows

    def _loose(self, figure: Figure) -> tuple[Line, ...]:
        amount = amount_of_figure(self.contents, figure)
        if amount is None:
            return ()
        where = self.naming.where(tuple(id for id in figure.places if id not in self.contents.doubtful))
        words = line(capital(f"{amount.people()} {where}".strip()))
        low, high = line(bare_number(figure.low)), line(bare_number(figure.high))
        return words, line(figure.role), low, line("–"), high, self._told_by([figure])

    def _told_by(self, sources: Sequence[Claim | Figure | ControlStatement]) -> Line:
        return (Words(capital(self._tellers(sources))), *self.notes.cite(sources, 3))

    # --- wording ----------------------------------------------------------------------------------------------------
    def wording(self) -> Section:
        """Loaded words by outlet and by whom they are about, with neutral words beside them."""
        groups: dict[tuple[str, str], dict[str, tuple[str, str, Notes | None]]] = defaultdict(dict)
        for framing in self.contents.framings:
            about = self.naming.actor(framing.about) if framing.about else None
            words = one_line(self.contents.text(framing.document, framing.span))
            key = (self.contents.publisher(framing.document), capital(about.text) if about else "no one named")
            if words and words.lower() not in groups[key]:
                cited = self.notes.cite([framing])
                groups[key][words.lower()] = (
                    words,
                    one_line(framing.neutral),
                    next((n for n in cited if isinstance(n, Notes)), None),
                )
        rows = [
            (line(outlet), line(about), _loaded(words), line(_neutral(words)))
            for (outlet, about), words in sorted(groups.items())
        ]
        return _section("How it is worded", Table(("outlet", "about", "words used", "neutral wording"), tuple(rows)))


def _loaded(words: dict[str, tuple[str, str, Notes | None]]) -> Line:
    """The words as quotes, each with its note."""
    pieces: list[Words | Notes] = []
    for text, _, note in list(words.values())[:8]:
        pieces += [Words(", ")] if pieces else []
        pieces += [Words(text, "quote"), *([note] if note else [])]
    return tuple(pieces)


def _neutral(words: dict[str, tuple[str, str, Notes | None]]) -> str:
    return ", ".join(dict.fromkeys(neutral for _, neutral, _ in list(words.values())[:8] if neutral)) or "–"


def _step(step: DealStep) -> str:
    status = step.status.replace("-", " ")
    return f"{status} {day(step.date)}" if step.date else status


def _place(source: Claim | Figure | ControlStatement) -> str:
    return source.place if isinstance(source, ControlStatement) else next(iter(source.places), "")


def _section(title: str, table: Table) -> Section:
    if not table.rows:
        return Section(title, ())
    shown = Table(table.head, table.rows[:_ROWS])
    more = len(table.rows) - _ROWS
    note = (
        (
            Paragraph(
                line(f"The record holds {more} more."),
            ),
        )
        if more > 0
        else ()
    )
    return Section(title, (shown, *note))
