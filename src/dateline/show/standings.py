"""The tables of a brief: a record in; sections on contradictions, control, deals, figures and wording out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.model import (
    Claim,
    Contradiction,
    ControlStatement,
    Deal,
    DealStep,
    Event,
    Figure,
    Framing,
    Modality,
    Side,
)
from dateline.show.amounts import amount_of_figure, bare_number, told_counts
from dateline.show.contents import Contents
from dateline.show.days import day, span_of_days
from dateline.show.footnotes import Footnotes
from dateline.show.grounds import Grounds
from dateline.show.holding import Holding, Row
from dateline.show.inert import clip, one_line
from dateline.show.page import Line, Paragraph, Piece, Section, Table, Words, line
from dateline.show.phrases import Naming, join_words
from dateline.show.questions import Questions
from dateline.show.sentences import Composer, capital
from dateline.show.templates import templates

__all__ = ["Standings"]

_COURSE = {"implemented": "carried out", "negotiated": "in talks"}
_OWN_WORD = frozenset({"accusation", "denial"})  # types whose doer is the one who says it
_AS_FACT = ("asserted", "told as fact")
_TERM_MODES = frozenset({Modality.AGREED, Modality.DEMANDED})
_OF_DEAL = frozenset({"negotiation", "agreement", "ultimatum", "refusal", "violation", "demand"})
_TERMS = 8
# Words and other developments: a number told beside them counts people of another happening.
_STATES = frozenset(
    {"resident", "fighter", "besieged", "in need", "protester"}
)  # what people are, not what befell them
_NO_COUNT = ("statement", "demand", "other")
_ROWS, _WORDINGS = 30, 8
_STEPS = 8  # of a deal's course; a longer one is shortened in its middle


_Source = Claim | Figure | ControlStatement


@dataclass(frozen=True, slots=True)
class _Cited:
    """Sources that a cell cites once it is known that it is shown."""

    sources: Sequence[_Source | Framing]
    most: int


_Cell = tuple[Piece | _Cited, ...]
_Row = tuple[_Cell, ...]


class Standings:
    """Makes the tables of one record's brief."""

    def __init__(self, contents: Contents, naming: Naming, composer: Composer, notes: Footnotes) -> None:
        self.contents, self.naming, self.composer, self.notes = contents, naming, composer, notes
        self.questions = Questions(contents, naming, composer)
        self.grounds = Grounds(contents)
        self._counted_before: set[str] = set()

    # --- contested --------------------------------------------------------------------------------------------------
    def contested(self) -> Section:
        """What cannot all be so: question, one side, the others."""
        rows: dict[str, _Row] = {}
        for one in self.contents.contradictions:
            if (question := self.questions.ask(one)) and question not in rows and (row := self._contradiction(one)):
                rows[question] = (line(question), *row)
        return self._section("Contested", ("question", "one side", "other side"), tuple(rows.values()))

    def _contradiction(self, found: Contradiction) -> _Row:
        sides = [cell for side in found.sides if (cell := self._side(found, side))]
        if len(sides) < 2:
            return ()
        others = sides[1]
        for side in sides[2:]:
            others = (*others, Words("; "), *side)
        return sides[0], others

    def _side(self, found: Contradiction, side: Side) -> _Cell:
        sources = [one for one in self.contents.sources(side.claims) if self._answers(found, side, one)]
        if not sources:
            return ()
        hearsay = {isinstance(one, Claim) and one.modality is Modality.REPORTED for one in sources}
        value = side.value if side.value not in _AS_FACT or hearsay == {False} else "reported"
        value = "partly reported" if value == "reported" and len(hearsay) > 1 else value
        told = f"{self.questions.value(found, replace(side, value=value))} ({self._tellers(sources)})"
        return Words(told), _Cited(sources, 3)

    def _answers(self, found: Contradiction, side: Side, one: _Source) -> bool:
        """False for words that do not bear a side out: a call to stop an act is no word that it was done."""
        if isinstance(one, ControlStatement) and not side.value.endswith("%"):
            return self.grounds.stands(one)
        if isinstance(one, Claim) and found.about == "status" and side.value in _AS_FACT:
            return one.modality in (Modality.ASSERTED, Modality.REPORTED, Modality.DENIED)
        return True

    def _tellers(self, sources: Iterable[_Source]) -> str:
        """Who tells these: who accuses or denies, the speakers where a report names one, else the outlets."""
        names: dict[str, None] = {}
        for source in sources:
            own = isinstance(source, Claim) and source.type in _OWN_WORD and bool(source.actors)
            ids = source.actors[:1] if own and isinstance(source, Claim) else self._speakers(source)[-1:]
            said = self.naming.actors(ids)
            names[said.text if said else self.contents.publisher(source.document)] = None
        return join_words(list(names), 4)

    def _speakers(self, source: _Source) -> tuple[str, ...]:
        """Who says it; of a count whose own words name nobody, who says what it is told beside."""
        carrying = self.contents.carriers.get(source.id, ()) if isinstance(source, Figure) else ()
        said = {claim.speakers for claim in carrying}
        return source.speakers or (said.pop() if len(said) == 1 else ())

    # --- control ----------------------------------------------------------------------------------------------------
    def held(self) -> Section:
        """Who held what, when, by whom told."""
        holding = Holding(self.contents, self.naming, self.composer.knowing.backing)
        rows = tuple(self._held(row, holding) for row in holding.rows())
        return self._section("Who held what", ("place", "holder", "when", "by whom told", "how it stands"), rows)

    def _held(self, row: Row, holding: Holding) -> _Row:
        holders = self.naming.actors(tuple(row.holders))
        name = capital(holders.text) if holders else "not known"
        place = capital(self.naming.place_name(row.place))
        told = self._told_by(self.contents.sources(row.claims))
        return line(place), line(name + holding.share(row)), line(holding.days(row)), told, line(holding.status(row))

    # --- deals ------------------------------------------------------------------------------------------------------
    def deals(self) -> Section:
        """Where each deal stands."""
        rows = [row for deal in self.contents.deals if (row := self._deal(deal))]
        return self._section("Where each deal stands", ("deal", "parties (through)", "terms", "status"), tuple(rows))

    def _deal(self, deal: Deal) -> _Row:
        sources = self.contents.sources(deal.claims)
        parties = [phrase.text for phrase in map(self.naming.actor, self.questions.parties(deal)) if phrase]
        known = self.contents.places.get(deal.place)
        place = self.naming.place_name(deal.place) if known and known.kind != "country" else ""
        terms = "; ".join(dict.fromkeys(map(one_line, self._terms(deal))))
        if not sources or not (len(parties) > 1 or terms):
            return ()
        through = [phrase.text for phrase in map(self.naming.actor, deal.mediators) if phrase]
        between = join_words(parties) or "not told"
        between += f" (through {join_words(through)})" if through else ""
        status = (Words(self._course(deal)), _Cited(sources, 4))
        return line(capital(place) or "–"), line(capital(between)), line(capital(terms) or "not told"), status

    def _terms(self, deal: Deal) -> list[str]:
        """The terms in neutral words where claims tell them, one of each kind first, else as the record quotes them."""
        claims = [self.contents.claims[id] for id in deal.claims if id in self.contents.claims]
        asked = [claim for claim in claims if claim.modality in _TERM_MODES and claim.type not in _OF_DEAL]
        told = {term: claim.type for claim in asked if (term := self.composer.term(claim))}
        firsts = {kind: term for term, kind in reversed(told.items())}
        ranked = sorted(told, key=lambda term: firsts[told[term]] != term)
        return ranked[:_TERMS] or [clip(term, 0, 90, 120) for term in deal.terms[:2]]

    def _course(self, deal: Deal) -> str:
        """The status told last, then the course in the record's order; a status told again at once is told once."""
        dated = any(step.date for step in deal.history)
        steps: list[tuple[str, str]] = []
        year = 0
        for step in deal.history:
            if not steps or steps[-1][0] != step.status:
                new = step.date is not None and step.date.year != year
                steps.append((step.status, self._step(step, new, dated)))
                year = step.date.year if step.date else year
        disputed = self._disputed(deal)
        last = disputed or (steps[-1][1] if len(steps) == 1 else _status(deal.status))
        told = [words for _, words in steps]
        if len(steps) > _STEPS:
            told = [*told[:2], "…", *told[2 - _STEPS :]]
        dayless = "" if dated else " (no days told)"
        course = " → ".join(told) + dayless if len(told) > 1 or disputed else ""
        return "; ".join(filter(None, (last, course)))

    def _disputed(self, deal: Deal) -> str:
        """Return what reports tell against each other of a deal; empty where they agree."""
        one = self._disputes.get(deal.id)
        sides = [self.questions.value(one, side) for side in one.sides] if one else []
        return f"contested: {', or '.join(sides)}" if sides else ""

    @cached_property
    def _disputes(self) -> dict[str, Contradiction]:
        """The contradiction over each deal's course."""
        found = ((self.questions.deal(one), one) for one in self.contents.contradictions)
        return {deal.id: one for deal, one in found if deal}

    def _step(self, step: DealStep, year: bool, dated: bool) -> str:
        """One step with its days; "by" the last one where words do not tell them all."""
        if not step.date:
            return f"{_status(step.status)} on an untold day" if dated else _status(step.status)
        times = [self.contents.claims[id].time for id in step.claims if id in self.contents.claims]
        told = [time for time in times if time.basis == "text" and step.date in (time.earliest, time.latest)]
        whole = next((span_of_days(t.earliest, t.latest, year) for t in told if t.earliest and t.latest), "")
        return f"{_status(step.status)} {whole or f'by {day(step.date, year)}'}"

    # --- figures ----------------------------------------------------------------------------------------------------
    def figures(self) -> Section:
        """Lowest, best and highest of each event and role where told, then people counted beside no event."""
        rows = [row for event in self._by_fit() for row in self._counted(event)]
        told = {figure.id for event in self.contents.events for figure in self._own_figures(event)}
        known = {(f.role, f.low) for id in told if (f := self.contents.figures.get(id))}
        rest: dict[object, list[Figure]] = defaultdict(list)
        for figure in self.contents.figures.values():
            value = (figure.role, figure.low, figure.high)
            if figure.id not in told and figure.unit == "person" and figure.role and value[:2] not in known:
                rest[value].append(figure)
        rows += [row for figures in rest.values() if (row := self._loose(figures))]
        head = ("event", "counted as", "lowest", "best", "highest", "by whom told")
        return self._section("Figures", head, tuple(rows))

    def _own_figures(self, event: Event) -> tuple[Figure, ...]:
        """The figures that count people of an event; a number told beside a speech or a find counts others."""
        template = templates().get(event.type)
        beside = template is None or template.group in _NO_COUNT
        return () if beside else self.contents.figures_of(event)

    def _by_fit(self) -> list[Event]:
        """Events whose own people are counted first, so that a number told beside another one is not told twice."""
        return sorted(self.contents.events, key=lambda event: not self._fits(event))

    def _fits(self, event: Event) -> bool:
        template = templates().get(event.type)
        return template is not None and template.people_role in {count.role for count in event.counts}

    def _counted(self, event: Event) -> list[_Row]:
        rows: list[_Row] = []
        for count in told_counts(event):
            sources = [one for one in self._own_figures(event) if one.role == count.role]
            if sources and not self._counted_before.issuperset(one.id for one in sources):
                self._counted_before |= {one.id for one in sources}
                highest = bare_number(count.high) + (" or more" if _is_open(sources, count.high) else "")
                numbers = map(line, (bare_number(count.low), bare_number(count.best), highest))
                noun = capital(self.composer.noun(event))
                rows.append((line(noun), line(count.role), *numbers, self._told_by(sources)))
        return rows

    def _loose(self, figures: list[Figure]) -> _Row:
        """One row for a count of no event, by all who tell it."""
        figure = next((one for one in figures if one.places), figures[0])
        amount = amount_of_figure(self.contents, figure)
        if amount is None:
            return ()
        where = self.naming.where(tuple(id for id in figure.places if id not in self.contents.doubtful))
        words = line(capital(f"{amount.people()} {where}".strip()))
        low, high = line(bare_number(figure.low)), line(bare_number(figure.high))
        # Done, planned or feared: that is a claim's to tell, and no claim carries this count.
        counted = figure.role if figure.role in _STATES else f"{figure.role} (done or expected: not coded)"
        return words, line(counted), low, line("–"), high, self._told_by(figures)

    def _told_by(self, sources: Sequence[_Source]) -> _Cell:
        return Words(capital(self._tellers(sources))), _Cited(sources, 3)

    # --- wording ----------------------------------------------------------------------------------------------------
    def wording(self) -> Section:
        """Loaded words by outlet and by whom they are about, with neutral words beside them."""
        groups: dict[tuple[str, str], dict[str, tuple[str, Framing]]] = defaultdict(dict)
        for framing in _whole(self.contents.framings):
            about = self.naming.actor(framing.about) if framing.about else None
            words = one_line(self.contents.text(framing.document, framing.span))
            key = (self.contents.publisher(framing.document), capital(about.text) if about else "no one named")
            if words:
                groups[key].setdefault(words.lower(), (words, framing))
        told = [(key, list(groups[key].values())[:_WORDINGS]) for key in sorted(groups)]
        shown = {framing.id for _, used in told[:_ROWS] for _, framing in used}
        for framing in self.contents.framings:  # numbered as they come in the reports
            if framing.id in shown:
                self.notes.cite([framing])
        rows = [(line(outlet), line(about), _loaded(used), line(_neutral(used))) for (outlet, about), used in told]
        return self._section("How it is worded", ("outlet", "about", "words used", "neutral wording"), tuple(rows))

    # --- rows -------------------------------------------------------------------------------------------------------
    def _section(self, title: str, head: tuple[str, ...], rows: Sequence[_Row]) -> Section:
        """Return a table of the first rows; those alone cite, for a note that nothing points at helps nobody."""
        if not rows:
            return Section(title, ())
        shown = Table(head, tuple(tuple(self._told(cell) for cell in row) for row in rows[:_ROWS]))
        more = len(rows) - _ROWS
        note = [Paragraph(line(f"The record holds {more} more."))] if more > 0 else []
        return Section(title, (shown, *note))

    def _told(self, cell: _Cell) -> Line:
        """Return a cell with the numbers of its notes."""
        parts = (self.notes.cite(part.sources, part.most) if isinstance(part, _Cited) else (part,) for part in cell)
        return tuple(piece for part in parts for piece in part)


def _whole(framings: Sequence[Framing]) -> list[Framing]:
    """Leave out loaded words within longer ones about the same: the "terror group" of a "so-called X terror group"."""
    by_document: dict[tuple[str, str], list[Framing]] = defaultdict(list)
    for framing in framings:
        by_document[framing.document, framing.about].append(framing)
    return [
        one
        for one in framings
        if not any(
            other.span != one.span and other.span.start <= one.span.start and one.span.end <= other.span.end
            for other in by_document[one.document, one.about]
        )
    ]


def _is_open(figures: Sequence[Figure], high: float | None) -> bool:
    """True where nobody counts as many as `high` without leaving room for more."""
    closed = any(figure.high == high for figure in figures)
    return high is not None and not closed and any(figure.high is None and figure.low == high for figure in figures)


def _loaded(used: Sequence[tuple[str, Framing]]) -> _Cell:
    """The words as quotes, each with its note."""
    pieces: list[Words | _Cited] = []
    for text, framing in used:
        pieces += [Words(", ")] if pieces else []
        pieces += [Words(text, "quote"), _Cited([framing], 1)]
    return tuple(pieces)


def _neutral(used: Sequence[tuple[str, Framing]]) -> str:
    neutral = (one_line(framing.neutral) for _, framing in used)
    return ", ".join(dict.fromkeys(filter(None, neutral))) or "–"


def _status(status: str) -> str:
    return _COURSE.get(status, status.replace("-", " "))
