"""PLOVER: a selection in, a JSON list of its event records out, one a claim, each on a line of its own.

PLOVER's records are of single reports, so a record is a claim. What it is told as stands in `historical`, `future`,
`hypothetical` and `negated`; the list holds claims whose event type has a PLOVER category.
"""

import json
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.model import Actor, Claim, Figure, Modality, Place
from dateline.show.exports.countries import country
from dateline.show.exports.form import Files
from dateline.show.exports.rows import Json
from dateline.show.selection import Selection

__all__ = ["PLOVER", "write_plover"]

PLOVER = "plover.json"
_FUTURE = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED, Modality.AGREED})


@cache
def _book() -> dict[str, Any]:
    text = (resources.files("dateline.show.exports") / "plover.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def write_plover(selection: Selection, files: Files) -> None:
    """Write the records in the order of the reports."""
    making = _Making(selection)
    with files.text(PLOVER) as stream:
        stream.write("[")
        between = "\n"
        for claim in selection.claims():
            if not claim.plover:
                files.leave_out("claims of types that PLOVER has no category for")
                continue
            stream.write(between + json.dumps(making.record(claim), ensure_ascii=False))
            between = ",\n"
        stream.write("\n]\n")


class _Making:
    """Makes the records of one selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.actors = {actor.id: actor for actor in selection.actors()}
        self.places = {place.id: place for place in selection.places()}
        self.figures = {figure.id: figure for figure in selection.figures()}
        self.documents = {article.id: (article.language, article.url) for article in selection.documents()}
        names = {outlet.id: outlet.name for outlet in selection.outlets()}
        self.publications = {one.document: names.get(one.outlet, "") for one in selection.weighings()}

    def record(self, claim: Claim) -> dict[str, Json]:
        """The record of one claim; a key that is not known is null."""
        language, url = self.documents.get(claim.document, ("", ""))
        day = claim.time.earliest or claim.time.latest
        return {
            "id": claim.id,
            "date": day.isoformat() if day else None,
            "dateEarliest": claim.time.earliest.isoformat() if claim.time.earliest else None,
            "dateLatest": claim.time.latest.isoformat() if claim.time.latest else None,
            "source": [self._actor(id) for id in claim.actors],
            "target": [self._actor(id) for id in claim.targets],
            "event": claim.plover,
            "mode": _mode(claim),
            "context": None,
            "historical": claim.background,
            "future": claim.modality in _FUTURE,
            "hypothetical": claim.modality is Modality.HYPOTHETICAL,
            "negated": claim.modality is Modality.DENIED,
            "modality": claim.modality.value,
            "eventText": self.selection.words(claim.document, claim.trigger),
            "text": self.selection.words(claim.document, claim.span),
            "start": claim.span.start,
            "end": claim.span.end,
            "location": [self._location(self.places[id]) for id in claim.places if id in self.places],
            "dead": self._most(claim, "killed"),
            "injured": self._most(claim, "wounded"),
            "size": self._most(claim, "protester"),
            "attributedTo": [self._actor(id) for id in claim.speakers],
            "publication": self.publications.get(claim.document) or None,
            "url": url or None,
            "document": claim.document,
            "language": language or None,
            "type": claim.type,
            "confidence": claim.confidence,
            "review": self.selection.review.get(claim.id),
            "coder": "Dateline",
            "version": "PLOVER 2021 categories and modes",
        }

    def _actor(self, id: str) -> dict[str, Json]:
        actor = self.actors.get(id, Actor(id, id, ""))
        sector = _book()["sectors"].get(actor.kind, "CVL")
        return {"actorText": actor.name, "id": id, "code": country(actor.country).code3 or None, "sector": sector}

    def _location(self, place: Place) -> dict[str, Json]:
        """The keys of GeoNames, as PLOVER takes them over."""
        return {
            "name": place.name,
            "id": place.id,
            "lat": place.lat,
            "lng": place.lon,
            "countryCode": place.country or None,
            "precision": place.precision,
        }

    def _most(self, claim: Claim, role: str) -> float | None:
        figures = (self.figures[id] for id in claim.figures if id in self.figures)
        found = [_number(figure) for figure in figures if figure.role == role]
        return max((number for number in found if number is not None), default=None)


def _number(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


def _mode(claim: Claim) -> str | None:
    """How it was done; of what is promised, asked or threatened PLOVER tells another category, and no such mode."""
    modes: dict[str, str] = _book()["modes"].get(claim.type, {})
    if claim.plover not in modes:
        return None
    return str(_book()["sub_events"].get(claim.acled, modes[claim.plover]))
