"""W3C Web Annotation: a selection in, a collection of annotations out, each on the words that a claim, figure, control
statement or framing rests on, with a text quote selector and a text position selector.
"""

import base64
import json
from collections.abc import Iterator

from dateline.model import Claim, ControlStatement, Figure, Framing, Span
from dateline.show.exports.form import Files
from dateline.show.exports.permalink import web_address
from dateline.show.exports.rows import Json
from dateline.show.selection import Selection

__all__ = ["WEBANNOTATION", "write_webannotation"]

WEBANNOTATION = "annotations.jsonld"
_AROUND = 32  # characters before and after a quote, by which it is found again
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Located = Claim | Figure | ControlStatement | Framing


def write_webannotation(selection: Selection, files: Files) -> None:
    """Write one collection with one page that holds all annotations, in the order of the reports."""
    items = list(_Making(selection).all())
    collection: dict[str, Json] = {
        "@context": _CONTEXT,
        "id": "urn:dateline:annotations",
        "type": "AnnotationCollection",
        "label": "What reports say, as read by Dateline",
        "total": len(items),
        "first": {"id": "urn:dateline:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    with files.text(WEBANNOTATION) as stream:
        json.dump(collection, stream, ensure_ascii=False, indent=1)
        stream.write("\n")


class _Making:
    """Makes the annotations of one selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.names = {actor.id: actor.name for actor in selection.actors()}
        self.names |= {place.id: place.name for place in selection.places()}
        self.sources = {one.id: _source(one.url, one.sha256) for one in selection.documents()}
        self.languages = {one.id: one.language for one in selection.documents()}

    def all(self) -> Iterator[Json]:
        """Yield every annotation."""
        for claim in self.selection.claims():
            yield self._annotation("claim", claim, [claim.type, claim.modality.value], self._claim(claim))
        for figure in self.selection.figures():
            yield self._annotation("figure", figure, ["figure", figure.role or figure.unit], _figure(figure))
        for one in self.selection.control():
            yield self._annotation("control", one, ["control"], self._control(one))
        for framing in self.selection.framings():
            words = f"{framing.stance} wording about {self._name(framing.about) or 'nobody named'}; neutral: {framing.neutral}"
            yield self._annotation("framing", framing, ["framing", framing.stance], words)

    def _annotation(self, kind: str, one: Located, tags: list[str], words: str) -> dict[str, Json]:
        """One annotation; what a person decided is a tag of its own, and absent where nobody has."""
        review = self.selection.review.get(one.id)
        tagged = [*tags, *([f"review:{review}"] if review else ["review:none"])]
        bodies: list[Json] = [_body("describing", words), *(_body("tagging", tag) for tag in tagged if tag)]
        return {
            "@context": _CONTEXT,
            "id": f"urn:dateline:{kind}:{one.id}",
            "type": "Annotation",
            "motivation": "classifying",
            "creator": {"type": "Software", "name": "Dateline"},
            "body": bodies,
            "target": {
                "source": self.sources.get(one.document, f"urn:dateline:document:{one.document}"),
                "selector": self._selectors(one.document, one.span),
            },
        }

    def _selectors(self, document: str, span: Span) -> list[Json]:
        before, after = self.selection.around(document, span, _AROUND)
        words = self.selection.words(document, span)
        return [
            {"type": "TextQuoteSelector", "exact": words, "prefix": before, "suffix": after},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ]

    def _claim(self, claim: Claim) -> str:
        parts = (
            ("who", self._list(claim.actors)),
            ("to whom", self._list(claim.targets)),
            ("through", self._list(claim.mediators)),
            ("where", self._list(claim.places)),
            ("when", _days(claim)),
            ("according to", self._list(claim.speakers)),
        )
        told = "; ".join(f"{name}: {words}" for name, words in parts if words)
        return f"{claim.type}, {claim.modality.value}{'; ' if told else ''}{told}"

    def _control(self, one: ControlStatement) -> str:
        holds = "does not hold" if one.denied else "holds"
        return f"{self._name(one.holder) or 'nobody named'} {holds} {self._name(one.place) or 'a place not named'}"

    def _list(self, ids: tuple[str, ...]) -> str:
        return ", ".join(map(self._name, ids))

    def _name(self, id: str) -> str:
        return self.names.get(id, id)


def _body(purpose: str, value: str) -> dict[str, Json]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}


def _source(url: str, sha256: str) -> str:
    """The report's address, or the name of its file's content (RFC 6920)."""
    if web_address(url):
        return url
    try:
        digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    except ValueError:
        return f"urn:dateline:sha256:{sha256}"
    return f"ni:///sha-256;{digest}"


def _days(claim: Claim) -> str:
    ends = (claim.time.earliest, claim.time.latest)
    if not any(ends):
        return ""
    start, end = (day.isoformat() if day else "open" for day in ends)
    return start if start == end else f"{start} to {end}"


def _figure(figure: Figure) -> str:
    ends = [f"{end:g}" for end in dict.fromkeys((figure.low, figure.high)) if end is not None]
    least = "at least " if figure.low is not None and figure.high is None else ""
    return f"{least}{' to '.join(ends)} {figure.unit}{f', {figure.role}' if figure.role else ''}"
