"""One object of the record in, one flat JSON object out, for every kind that exports know."""

import datetime as dt
from typing import TypeAlias

from dateline.model import (
    Actor,
    Article,
    Claim,
    Contradiction,
    ControlStatement,
    Deal,
    Event,
    Figure,
    Framing,
    Interval,
    LedgerEntry,
    Mention,
    Outlet,
    Place,
    Span,
    Story,
)
from dateline.show.selection import Selection

__all__ = ["Json", "Rows"]

Json: TypeAlias = "str | float | int | bool | list[Json] | dict[str, Json] | None"


class Rows:
    """Makes the rows of one selection; keeps what is needed to fill a row from other tables."""

    def __init__(self, selection: Selection) -> None:
        self.selection, self.review = selection, selection.review
        self.weighings = {weighing.document: weighing for weighing in selection.weighings()}
        self.copies = {copy.document: copy for copy in selection.copies()}

    # --- sources ----------------------------------------------------------------------------------------------------
    def outlet(self, one: Outlet) -> dict[str, Json]:
        """Who publishes."""
        return {
            "object": "outlet",
            "id": one.id,
            "name": one.name,
            "country": one.country or None,
            "camp": one.camp or None,
            "kind": one.kind or None,
            "reliability": one.reliability,
            "reason": one.reason,
        }

    def document(self, one: Article) -> dict[str, Json]:
        """A report, with its date, its copies and what it is chiefly about."""
        weighing, copy = self.weighings.get(one.id), self.copies.get(one.id)
        published: dict[str, Json] = {
            "date": _day(one.published.date),
            "earliest": _day(one.published.earliest),
            "latest": _day(one.published.latest),
            "basis": one.published.basis,
        }
        return {
            "object": "document",
            "id": one.id,
            "path": one.path,
            "title": one.title,
            "outlet": (weighing.outlet if weighing else "") or one.outlet or None,
            "language": one.language,
            "published": published,
            "sha256": one.sha256,
            "lead_claim": (weighing.lead_claim or None) if weighing else None,
            "copy_of": (copy.original or None) if copy else None,
            "similarity": copy.similarity if copy else None,
            "spun": copy.spun if copy else False,
            "spun_evidence": list(copy.evidence) if copy else [],
            "boilerplate": [_pair(span) for span in one.boilerplate],
            "url": one.url or None,
            "coded": one.coded,
            "note": one.note or None,
            "format": one.format,
            "author": one.author or None,
            "retrieved": one.retrieved.isoformat() if one.retrieved else None,
            "record_id": one.record_id or None,
            "text": self._extracted(one),
        }

    def _extracted(self, one: Article) -> str | None:
        """The text that offsets point into, where the file does not hold it as it stands."""
        in_file = one.format == "text" and one.path != "stdin" and not set("!#") & set(one.path)
        return None if in_file else one.text

    # --- who and where ----------------------------------------------------------------------------------------------
    def actor(self, one: Actor) -> dict[str, Json]:
        """Who acts."""
        part_of: list[Json] = [member.parent for member in one.part_of]
        memberships: list[Json] = [
            {"actor": member.parent, "from": member.since or None, "to": member.until or None} for member in one.part_of
        ]
        return {
            "object": "actor",
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "role": one.role or None,
            "country": one.country or None,
            "camp": one.camp or None,
            "part_of": part_of,
            "memberships": memberships,
            "aliases": list(one.aliases),
            "wikidata": one.wikidata or None,
            "known": one.known,
        }

    def place(self, one: Place) -> dict[str, Json]:
        """Where."""
        return {
            "object": "place",
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "lat": one.lat,
            "lon": one.lon,
            "radius_km": one.radius_km,
            "country": one.country or None,
            "parent": one.parent or None,
            "precision": one.precision,
            "aliases": list(one.aliases),
            "reason": one.reason or None,
        }

    def mention(self, one: Mention) -> dict[str, Json]:
        """Words that point at an actor or a place."""
        more: dict[str, Json] = {"kind": one.kind, "form": one.form, "refers_to": one.refers_to, "rule": one.rule}
        return self._located("mention", one.id, one.document, one.span) | more

    # --- what is said -----------------------------------------------------------------------------------------------
    def claim(self, one: Claim) -> dict[str, Json]:
        """What one report says at one place."""
        evidence: list[Json] = [
            {
                "field": item.field,
                "start": item.span.start,
                "end": item.span.end,
                "text": self._words(one.document, item.span),
                "rule": item.rule,
            }
            for item in one.evidence
        ]
        return self._located("claim", one.id, one.document, one.span) | {
            "trigger": _pair(one.trigger),
            "trigger_text": self._words(one.document, one.trigger),
            "type": one.type,
            "actors": list(one.actors),
            "targets": list(one.targets),
            "mediators": list(one.mediators),
            "places": list(one.places),
            "time": _time(one.time),
            "speakers": list(one.speakers),
            "modality": str(one.modality.value),
            "background": one.background,
            "figures": list(one.figures),
            "plover": one.plover or None,
            "acled": one.acled or None,
            "confidence": one.confidence,
            "rule": one.rule,
            "lead": one.lead,
            "evidence": evidence,
            "review": self.review.get(one.id),
            "disputed": one.id in self.selection.disputed,
        }

    def figure(self, one: Figure) -> dict[str, Json]:
        """A number a report gives."""
        return self._located("figure", one.id, one.document, one.span) | {
            "low": one.low,
            "high": one.high,
            "unit": one.unit,
            "role": one.role or None,
            "places": list(one.places),
            "speakers": list(one.speakers),
            "time": _time(one.time),
            "part_of": one.part_of or None,
            "rule": one.rule,
            "review": self.review.get(one.id),
            "disputed": one.id in self.selection.disputed,
        }

    def control(self, one: ControlStatement) -> dict[str, Json]:
        """A statement on who holds a place."""
        return self._located("control", one.id, one.document, one.span) | {
            "place": one.place or None,
            "holder": one.holder or None,
            "from": _day(one.since),
            "to": _day(one.until),
            "as_of": _day(one.as_of),
            "share": one.share,
            "speakers": list(one.speakers),
            "claim": one.claim or None,
            "denied": one.denied,
            "rule": one.rule,
            "review": self.review.get(one.id),
            "disputed": one.id in self.selection.disputed,
        }

    def framing(self, one: Framing) -> dict[str, Json]:
        """Wording that takes a side."""
        more: dict[str, Json] = {
            "about": one.about or None,
            "stance": one.stance,
            "neutral": one.neutral,
        }
        return self._located("framing", one.id, one.document, one.span) | more | {"rule": one.rule}

    # --- what all say together --------------------------------------------------------------------------------------
    def event(self, one: Event) -> dict[str, Json]:
        """A happening, as all claims tell it."""
        counts: dict[str, Json] = {
            count.role: {"low": count.low, "best": count.best, "high": count.high} for count in one.counts
        }
        return {
            "object": "event",
            "id": one.id,
            "type": one.type,
            "actors": list(one.actors),
            "targets": list(one.targets),
            "places": list(one.places),
            "time": _time(one.time),
            "claims": list(one.claims),
            "documents": list(one.documents),
            "independent_sources": one.independent_sources,
            "camps": list(one.camps),
            "contested": one.contested,
            "counts": counts,
            "credibility": one.credibility,
            "reasons": list(one.reasons),
            "why": one.why or None,
            "review": self.review.get(one.id),
            "disputed": one.id in self.selection.disputed,
        }

    def ledger(self, one: LedgerEntry) -> dict[str, Json]:
        """Who holds a place on which days."""
        return {
            "object": "ledger",
            "id": one.id,
            "place": one.place,
            "holder": one.holder or None,
            "from": _day(one.since),
            "to": _day(one.until),
            "status": one.status,
            "claims": list(one.claims),
        }

    def deal(self, one: Deal) -> dict[str, Json]:
        """A deal and its course."""
        history: list[Json] = [
            {"status": step.status, "date": _day(step.date), "claims": list(step.claims)} for step in one.history
        ]
        return {
            "object": "deal",
            "id": one.id,
            "parties": list(one.parties),
            "mediators": list(one.mediators),
            "place": one.place or None,
            "terms": list(one.terms),
            "status": one.status,
            "history": history,
            "claims": list(one.claims),
        }

    def contradiction(self, one: Contradiction) -> dict[str, Json]:
        """Claims that cannot all be so."""
        sides: list[Json] = [{"value": side.value, "claims": list(side.claims)} for side in one.sides]
        return {
            "object": "contradiction",
            "id": one.id,
            "about": one.about,
            "event": one.event or None,
            "sides": sides,
        }

    def story(self, one: Story) -> dict[str, Json]:
        """Reports of one running story."""
        return {
            "object": "story",
            "id": one.id,
            "title": one.title,
            "documents": list(one.documents),
        }

    # --- parts ------------------------------------------------------------------------------------------------------
    def _located(self, kind: str, id: str, document: str, span: Span) -> dict[str, Json]:
        words = self._words(document, span)
        return {"object": kind, "id": id, "document": document, "start": span.start, "end": span.end, "text": words}

    def _words(self, document: str, span: Span) -> str:
        return self.selection.words(document, span)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _time(time: Interval) -> dict[str, Json]:
    return {"earliest": _day(time.earliest), "latest": _day(time.latest), "basis": time.basis}


def _pair(span: Span) -> list[Json]:
    return [span.start, span.end]
