"""Why the record says so: an id in, plain text out with the sentence, each field's words and rule, how claims meet."""

from collections.abc import Iterable

from dateline.errors import DatelineError
from dateline.model import Claim, ControlStatement, Event, Figure, Judgement, Side, Span
from dateline.record import Record
from dateline.show.contents import Contents
from dateline.show.days import label
from dateline.show.deciding import decided
from dateline.show.explain_things import Things, placed_because
from dateline.show.footnotes import published_words
from dateline.show.inert import clip, inert, one_line
from dateline.show.phrases import Naming
from dateline.show.sentences import Composer

__all__ = ["explain"]

_MOST_NAMES = 12
_AROUND = 60  # characters on each side of a mention


def explain(record: Record, id: str) -> str:
    """Return what a claim, event, figure, control statement, actor, place or report rests on.

    Raises DatelineError for an unknown id.
    """
    return Explanation(record).of(id)


class Explanation:
    """Explains the objects of one record."""

    def __init__(self, record: Record) -> None:
        self.record, self.contents = record, Contents(record)
        self.naming = Naming(self.contents)
        self.composer = Composer(self.contents, self.naming)
        self.decisions = {decision.id: decision for decision in record.decisions()}
        self.figures = {figure.id: figure for figure in record.figures()}
        self.control = {one.id: one for one in record.control()}
        self.claims = {claim.id: claim for claim in record.claims()}  # rejected ones too: they can be asked about

    def of(self, id: str) -> str:
        """Return the explanation of one object."""
        event = self.record.event(id)
        if event is not None:
            return _text(self._event(event))
        if id in self.claims:
            return _text(self._claim(self.claims[id]))
        other = self.figures.get(id) or self.control.get(id)
        if other is not None:
            return _text(self._other(other))
        if thing := Things(self.contents).of(id):
            return _text([*thing, *self._merged(id), *self._mentions(id), *self._reviewed(id)])
        now = self.record.resolve_id(id)
        if now and now != id:
            return _text([f"{id} is {now} now", ""]) + self.of(now)
        raise DatelineError(
            f"{self.record.path}: holds no claim, event, figure, control statement, actor, place or report "
            f"with the id {id!r}; list them to see their ids"
        )

    # --- events -----------------------------------------------------------------------------------------------------
    def _event(self, event: Event) -> list[str]:
        told = self.composer.tell(event, with_days=True)
        lines = [
            f"event {event.id}: {event.type}",
            f"  {told.sentence}." if told else "  (too little is known for a sentence)",
        ]
        lines += self._roles(event)
        lines.append(f"  when: {label(event.time)} (from {event.time.basis})")
        lines.append(
            f"  independent sources: {event.independent_sources}; sides: {', '.join(event.camps) or 'not told'}"
        )
        lines.append(f"  credibility ({self._by(event.id)}): {event.credibility} of 6{_because(event.reasons)}")
        lines += (
            [f"  contested: claims of it contradict each other{self._contradictions(event)}"] if event.contested else []
        )
        lines += [f"  joined because: {one_line(event.why)}"] if event.why else []
        lines += self._reviewed(event.id)
        for id in event.claims:
            if id in self.claims:
                lines += ["", *self._claim(self.claims[id], within_event=True)]
        return lines

    def _contradictions(self, event: Event) -> str:
        found = [one for one in self.contents.contradictions if one.event == event.id or _shared(one.sides, event)]
        return f" ({'; '.join(f'{one.about}: {self._sides(one.sides)}' for one in found)})" if found else ""

    def _sides(self, sides: Iterable[Side]) -> str:
        return " against ".join(one_line(side.value) for side in sides)

    # --- claims -----------------------------------------------------------------------------------------------------
    def _claim(self, claim: Claim, within_event: bool = False) -> list[str]:
        lines = [
            f"claim {claim.id}: {claim.type}, {claim.modality.value}{', told as history' if claim.background else ''}"
        ]
        lines.append(f"  {self._marked(claim)}")
        lines += self._source(claim.document, claim.span)
        lines.append(f"  found by: {claim.rule}; sure to {claim.confidence:.0%} that the text says this")
        lines.append(f"  who says so: {self._speakers(claim.speakers)}")
        lines += self._roles(claim)
        lines.append(f"  when: {label(claim.time)} (from {claim.time.basis})")
        lines += [
            f"  {item.field}: “{self._quote(claim.document, item.span)}” [{item.rule}]" for item in claim.evidence
        ]
        lines += [
            f"  figure: {self._figure(self.contents.figures[id])}"
            for id in claim.figures
            if id in self.contents.figures
        ]
        codes = [f"PLOVER {claim.plover}"] * bool(claim.plover) + [f"ACLED {claim.acled}"] * bool(claim.acled)
        lines += [f"  codes: {', '.join(codes)}"] if codes else []
        lines += self._reviewed(claim.id)
        return lines if within_event else lines + self._others(claim)

    def _marked(self, claim: Claim) -> str:
        """The sentence with its signal words between marks."""
        text = self.contents.full_text(claim.document)
        span, trigger = claim.span, claim.trigger
        if not span.covers(trigger):
            return (
                f"“{one_line(text[span.start : span.end])}” (signal: “{one_line(text[trigger.start : trigger.end])}”)"
            )
        parts = (text[span.start : trigger.start], text[trigger.start : trigger.end], text[trigger.end : span.end])
        before, words, after = map(inert, parts)
        return "“" + " ".join(f"{before}>>{words}<<{after}".split()) + "”"

    def _others(self, claim: Claim) -> list[str]:
        event = next((one for one in self.record.events() if claim.id in one.claims), None)
        if event is None:
            rejected = self.contents.review.get(claim.id) is Judgement.REJECTED
            return [f"  event: none; {'it was rejected' if rejected else 'it was joined with no other claim'}"]
        others = [self.claims[id] for id in event.claims if id != claim.id and id in self.claims]
        why = f", joined because: {one_line(event.why)}" if event.why and others else ""
        lines = [f"  event: {event.id} with {len(others)} other claim{'' if len(others) == 1 else 's'}{why}"]
        for one in others:
            lines.append(f"    {one.id} ({self.contents.publisher(one.document)}): {self._marked(one)}")
            lines.append(f"      in common: {'; '.join(self._common(claim, one)) or 'the context alone'}")
        return lines

    def _common(self, claim: Claim, other: Claim) -> list[str]:
        """What two claims of one event tell alike, slot by slot."""
        told = [f"type {claim.type}"] if claim.type == other.type else []
        for name, ids, others in (
            ("who", claim.actors, other.actors),
            ("to whom", claim.targets, other.targets),
            ("where", claim.places, other.places),
        ):
            shared = [id for id in ids if id in others]
            told += [f"{name} {', '.join(map(self._called, shared))}"] if shared else []
        first, last = claim.time.earliest or other.time.earliest, claim.time.latest or other.time.latest
        dated = first is not None and last is not None and claim.time.overlaps(other.time)
        return told + (["days that can be the same"] if dated else [])

    def _called(self, id: str) -> str:
        known = self.contents.actors.get(id) or self.contents.places.get(id)
        return one_line(known.name) if known else id

    # --- actors and places --------------------------------------------------------------------------------------------
    def _merged(self, id: str) -> list[str]:
        """Return what a human joined to an actor or place."""
        stones = [s for s in self.record.tombstones() if s.kept == id and s.decision in self.decisions]
        return [f"  {stone.id} {decided(self.decisions[stone.decision])}" for stone in stones]

    def _mentions(self, id: str) -> list[str]:
        """Return every mention of an actor or place by the id that a split takes, with its words."""
        found = [mention for mention in self.record.mentions() if mention.refers_to == id]
        told = (f"    {m.id} in {m.document}: “{self._around(m.document, m.span)}” [{m.rule}]" for m in found)
        return [f"  mentions ({len(found)}):", *told] if found else []

    def _around(self, document: str, span: Span) -> str:
        text = self.contents.full_text(document)
        return clip(text, max(0, span.start - _AROUND), span.end + _AROUND, 3 * _AROUND)

    # --- parts ------------------------------------------------------------------------------------------------------
    def _other(self, found: Figure | ControlStatement) -> list[str]:
        if isinstance(found, Figure):
            head = [f"figure {found.id}: {self._figure(found)}"]
        else:
            holder = self.naming.actor(found.holder)
            words = "does not hold" if found.denied else "holds"
            who, place = holder.text if holder else "nobody named", self.naming.place_name(found.place)
            head = [f"control {found.id}: {who} {words} {place}"]
        quote = f"  “{self._quote(found.document, found.span)}” [{found.rule}]"
        return [
            *head,
            quote,
            *self._source(found.document, found.span),
            f"  who says so: {self._speakers(found.speakers)}",
            *self._reviewed(found.id),
        ]

    def _figure(self, figure: Figure) -> str:
        low, high = (("open" if number is None else f"{number:g}") for number in (figure.low, figure.high))
        role = f", {figure.role}" if figure.role else ""
        return f"{low} to {high} {figure.unit}{role} (“{self._quote(figure.document, figure.span)}”)"

    def _source(self, document: str, span: Span) -> list[str]:
        article = self.contents.documents.get(document)
        outlet, copy = self.contents.outlet(document), self.contents.copy_of(document)
        judged = (
            f"; reliability ({self._by(outlet.id)}) {outlet.reliability}: {one_line(outlet.reason)}"
            if outlet
            else "; outlet not known"
        )
        weighing = self.contents.weighings.get(document)
        because = f" because {one_line(weighing.published_why)}" if weighing and weighing.published_why else ""
        lines = [
            f"  in: {self.contents.publisher(document)}, {published_words(self.contents, document)}{because}{judged}",
            f"      {one_line(article.path) if article else document}, characters {span.start}-{span.end}",
        ]
        if copy and copy.spun:
            lines.append("      machine-spun text: " + "; ".join(f"“{one_line(words)}”" for words in copy.evidence))
        if copy and copy.original:
            lines.append(f"      repeats {self.contents.publisher(copy.original)} ({copy.similarity:.0%} alike)")
        return lines

    def _roles(self, thing: Claim | Event) -> list[str]:
        named = [("who", thing.actors), ("to whom", thing.targets)]
        named += [("through", thing.mediators)] if isinstance(thing, Claim) else []
        lines = [f"  {name}: {', '.join(self._named(id) for id in ids)}" for name, ids in named if ids]
        where = [f"{self.naming.place_name(id) or id} [{id}]{self._chosen(id)}" for id in thing.places]
        return lines + ([f"  where: {', '.join(where)}"] if where else [])

    def _named(self, id: str) -> str:
        actor = self.contents.actors.get(id)
        return f"{one_line(actor.name)} [{id}]{'' if actor.known else ' (in no theatre)'}" if actor else id

    def _chosen(self, place: str) -> str:
        found = self.contents.places.get(place)
        return f" ({placed_because(found)})" if found and found.reason else ""

    def _speakers(self, ids: tuple[str, ...]) -> str:
        return ", who cites ".join(self._named(id) for id in ids) or "the outlet itself"

    def _quote(self, document: str, span: Span) -> str:
        words = self.contents.text(document, span)
        return clip(words, 0, len(words), 160)

    def _by(self, id: str) -> str:
        return "set by a reviewer" if self.contents.is_graded(id) else "assessed"

    def _reviewed(self, id: str) -> list[str]:
        review = self.record.review(id)
        if review is None:
            return []
        lines = [decided(self.decisions[one]) for one in review.decisions if one in self.decisions]
        disputed = ["  reviewers differ on this; the newest definite word counts"] if review.disputed else []
        return [f"  {line}" for line in lines] + disputed


def _shared(sides: Iterable[Side], event: Event) -> bool:
    return any(set(side.claims) & set(event.claims) for side in sides)


def _because(reasons: tuple[str, ...]) -> str:
    return f", because {'; '.join(map(one_line, reasons))}" if reasons else ""


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
