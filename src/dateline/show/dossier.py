"""The dossier: a selection in; a page out that tells every event with each claim in its own words, and what a person decided.

A brief chooses; a dossier leaves nothing out that the filter keeps. It is for the file on one place, actor or week.
"""

from dateline.model import Claim, Event, Figure, Judgement, Side, Span
from dateline.show.days import label
from dateline.show.facts import Facts
from dateline.show.footnotes import Footnotes, published_words
from dateline.show.inert import one_line
from dateline.show.page import Block, Bullets, Line, Mark, Page, Paragraph, Section, Table, Words, line
from dateline.show.reckoning import reports_read
from dateline.show.selection import Selection
from dateline.show.sentences import capital

__all__ = ["compose_dossier"]

_REVIEW = {Judgement.ACCEPTED: "confirmed by a reviewer", Judgement.CHANGED: "corrected by a reviewer"}
_HEAD = ("report", "says", "in its words", "review")


def compose_dossier(selection: Selection) -> Page:
    """Return the dossier as a page that any format can show."""
    writing = _Writing(Facts(selection))
    events = sorted(writing.contents.events, key=_by_day)
    sections = (
        writing.about(),
        *map(writing.event, events),
        writing.held(),
        writing.deals(),
        writing.decisions(),
        writing.reports(),
    )
    title = f"Dossier: {_subject(selection)}"
    shown = tuple(section for section in sections if section.blocks)
    return Page(title, reports_read(writing.contents), shown, writing.notes.notes)


def _subject(selection: Selection) -> str:
    wanted = selection.shown_filter
    days = [f"from {wanted.since}" if wanted.since else "", f"to {wanted.until}" if wanted.until else ""]
    parts = filter(None, (wanted.place, wanted.actor, *days))
    return one_line(", ".join(parts) or selection.path.stem)


def _by_day(event: Event) -> tuple[str, str]:
    day = event.time.earliest or event.time.latest
    return day.isoformat() if day else "9999", event.id


class _Writing:
    """Writes the sections of one dossier; footnotes are numbered as they come."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.contents = facts, facts.contents
        self.notes = Footnotes(self.contents)

    def about(self) -> Section:
        """What is in it, and how to read it."""
        wanted = self.facts.selection.shown_filter
        asked = {
            "status": wanted.status,
            "since": wanted.since,
            "until": wanted.until,
            "place": wanted.place,
            "actor": wanted.actor,
        }
        kept = ", ".join(f"{name} {value}" for name, value in asked.items() if value)
        names = " Private persons go without their names." if wanted.redact_persons else ""
        told = f"{len(self.contents.events)} events, {len(self.contents.claims)} claims; kept: {kept}.{names}"
        how = (
            "Under each event stand the claims it is joined from: who publishes, who says so, and the words. What stands in a "
            "frame is the program's assessment or a person's decision, never a report's words."
        )
        return Section("About this dossier", (Paragraph(line(told)), Paragraph(line(how))))

    # --- events -----------------------------------------------------------------------------------------------------
    def event(self, event: Event) -> Section:
        """One event: the sentence, how it stands, its claims, its counts, what contradicts it."""
        title = capital(f"{label(event.time)}: {self.facts.words(event).rstrip('.')}")
        rows = tuple(map(self._claim, self.contents.claims_of(event)))
        blocks: list[Block] = [Paragraph(self._standing(event)), Table(_HEAD, rows)]
        counts = [line(f"{c.role}: {_ends(c.low, c.high)}, best {_number(c.best)}") for c in event.counts]
        figures = [self._figure(figure) for figure in self.contents.figures_of(event)]
        if counts or figures:
            blocks.append(Bullets((*counts, *figures)))
        against = [one for one in self.contents.contradictions if one.event == event.id]
        if against:
            blocks.append(Bullets(tuple(self._against(one.about, one.sides) for one in against)))
        return Section(title, tuple(blocks))

    def _standing(self, event: Event) -> Line:
        reasons = "; ".join(event.reasons)
        assessed = f"credibility {event.credibility} of 6{f': {reasons}' if reasons else ''}"
        judged = self._review(event.id)
        marks = [Mark(assessed, "assessed"), *([Mark("contested", "assessed")] if event.contested else [])]
        return line(f"{event.type}, id {event.id}. ", *marks, *([Mark(judged)] if judged else []))

    def _claim(self, claim: Claim) -> tuple[Line, ...]:
        published = published_words(self.contents, claim.document)
        sayers = ", ".join(self.facts.actor_names(claim.speakers))
        says = f"{claim.modality.value}{f', according to {sayers}' if sayers else ', on its own account'}"
        words = self._sentence(claim)
        judged = self._review(claim.id)
        return (
            line(f"{self.contents.publisher(claim.document)}, {published}"),
            line(says),
            (*line(Words(words, "quote")), *self.notes.cite([claim])),
            line(Mark(judged) if judged else "nobody looked"),
        )

    def _sentence(self, claim: Claim) -> str:
        """The whole sentence that a claim stands in: a clause alone can mislead."""
        start, end = self.contents.sentence(claim.document, claim.span)
        whole = Span(min(start, claim.span.start), max(end, claim.span.end))
        return one_line(self.contents.text(claim.document, whole))

    def _figure(self, figure: Figure) -> Line:
        words = one_line(self.contents.text(figure.document, figure.span))
        said = f"{self.contents.publisher(figure.document)} counts {_ends(figure.low, figure.high)} {figure.unit}"
        role = f", {figure.role}" if figure.role else ""
        return (*line(f"{said}{role}: ", Words(words, "quote")), *self.notes.cite([figure]))

    def _against(self, about: str, sides: tuple[Side, ...]) -> Line:
        values = " against ".join(one_line(side.value) for side in sides)
        return line(Mark(f"{about} contradicted: {values}", "assessed"))

    # --- the rest ---------------------------------------------------------------------------------------------------
    def held(self) -> Section:
        """Who is said to hold which place on which days."""
        rows = []
        for one in self.contents.ledger:
            sources = self.contents.sources(one.claims)
            holder = ", ".join(self.facts.actor_names([one.holder])) if one.holder else "nobody named"
            days = f"{one.since or 'start not told'} to {one.until or 'end not told'}"
            cells = (line(self.facts.place_name(one.place)), line(holder), line(days))
            rows.append((*cells, (*line(Mark(one.status, "assessed")), *self.notes.cite(sources))))
        return Section(
            "Who held what", (Table(("place", "holder", "days", "how it stands"), tuple(rows)),) if rows else ()
        )

    def deals(self) -> Section:
        """Each deal and its course."""
        lines = []
        for deal in self.contents.deals:
            parties = " and ".join(self.facts.actor_names(deal.parties)) or "parties not named"
            course = "; ".join(f"{step.date or 'undated'}: {step.status}" for step in deal.history)
            where = f" over {self.facts.place_name(deal.place)}" if deal.place else ""
            told = line(f"{parties}{where}: {course or deal.status}. ", *(Words(f"{term} ") for term in deal.terms))
            lines.append((*told, *self.notes.cite(self.contents.sources(deal.claims))))
        return Section("Deals", (Bullets(tuple(lines)),) if lines else ())

    def decisions(self) -> Section:
        """What people decided on what is kept, the oldest first."""
        known = (
            self.contents.claims.keys() | {event.id for event in self.contents.events} | self.contents.figures.keys()
        )
        private = self.facts.selection.private
        lines = [
            line(f"{one.when:%Y-%m-%d}: {one.act.value}, {one.about}, by {one_line(one.who)}")
            + (line(f": {private.clean(one_line(one.why))}") if one.why else ())
            for one in self.facts.selection.standing_decisions()
            if one.about in known
        ]
        return Section("What people decided", (Bullets(tuple(lines)),) if lines else ())

    def reports(self) -> Section:
        """Every report, with the mark of its file and its address."""
        rows = tuple(self._report(id) for id in self.contents.documents)
        head = ("report", "published by", "on", "file", "claims")
        return Section("Reports", (Table(head, rows),) if rows else ())

    def _report(self, id: str) -> tuple[Line, ...]:
        article = self.contents.documents[id]
        number = sum(claim.document == id for claim in self.contents.claims.values())
        title = one_line(article.title) or self.contents.file_name(id)
        file = (
            f"{self.contents.file_name(id)}, SHA-256 {article.sha256[:16]}…{f', {article.url}' if article.url else ''}"
        )
        published = published_words(self.contents, id)
        return line(title), line(self.contents.publisher(id)), line(published), line(file), line(str(number))

    def _review(self, id: str) -> str:
        judgement = self.contents.review.get(id)
        return _REVIEW.get(judgement, "") if judgement else ""


def _ends(low: float | None, high: float | None) -> str:
    if low is not None and high is None:
        return f"at least {_number(low)}"
    ends = dict.fromkeys(_number(end) for end in (low, high) if end is not None)
    return " to ".join(ends) or "no number"


def _number(value: float | None) -> str:
    return (
        f"{value:,.0f}"
        if value is not None and value == int(value)
        else f"{value:g}"
        if value is not None
        else "not told"
    )
