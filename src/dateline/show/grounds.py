"""How a place is told of: a claim or statement and the words around its place in; whether of a part, or only near it, out."""

import re
from collections import defaultdict

from dateline.model import Claim, ControlStatement, Evidence
from dateline.show.contents import Contents

__all__ = ["AREAS", "Grounds", "told_in_part"]

AREAS = frozenset({"area", "province", "district", "country", "unknown", "", "river", "road", "mountain"})

_AREA_KM = 4.0  # a place that reaches so far can be held in part
_BEFORE = 48  # characters before a place's name that can say which part of it is meant
# "districts in X", "half of X", "areas around X" are something at a place; "the towns of X and Y" are the places.
_PART = re.compile(
    r"(?<!\w)(?:in|inside|within|near|around|outside|across|dans|parmi|autour|près|"
    r"parts?|most|half|much|percent|per cent|pour cent|areas?|streets?|positions?|points?|pockets?|edges?|outskirts|swathes?|"
    r"(?:neighbou?rhoods?|villages|towns|districts|quarters|suburbs)(?!\s+of\b)|dozens|several|"
    r"parties?|moitié|majorité|zones?|quartiers|secteurs?|rues?|périphérie|plusieurs|"
    r"в|около|вблизи|часть|части|районы|районов|кварталы|сёла|деревни|"
    r"في|داخل|قرب|محيط|أجزاء|مناطق|أحياء|قرى|بلدات)(?!\w)|%",
    re.IGNORECASE,
)


# Rules of reading that find a holder of something within a place: "rebel-held areas", "the last pocket", ground taken.
_HELD_IN_PART = ("-held", "stronghold", "pocket", "poche", "enclave", "bastion", "fief", "area", "capture", "present")
_NEAR = re.compile(
    r"(?<!\w)(?:near|close to|outside|around|beside|près d|autour d|proche d|aux portes d|около|вблизи|под|قرب|حول|محيط)",
    re.IGNORECASE,
)


def told_in_part(contents: Contents, claim: Claim) -> bool:
    """True where the words before the name of the place taken tell of something in it."""
    named = [one for one in claim.evidence if one.field == "place"]
    first = min(named, key=lambda one: (one.span.start < claim.trigger.start, one.span.start), default=None)
    return first is not None and bool(_PART.search(_before(contents.full_text(claim.document), claim, first)))


def _before(text: str, claim: Claim, place: Evidence) -> str:
    """Return the words between the verb and the place, or those before a place that stands ahead of its verb."""
    first = max(place.span.start - _BEFORE, claim.span.start, 0)
    if claim.trigger.end <= place.span.start:
        first = max(first, claim.trigger.end)
    return text[first : place.span.start]


class Grounds:
    """Judges one record's statements on who holds a place."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._named: dict[tuple[str, str], list[int]] | None = None

    def stands(self, one: ControlStatement) -> bool:
        """True where the statement's own sentence names its place, and not merely as what something lies near."""
        if _NEAR.search(self.contents.text(one.document, one.span)):
            return False
        claim = self.contents.as_read.get(one.claim)
        if claim is not None and any(e.field == "place" for e in claim.evidence):
            return True
        first, last = self.contents.sentence(one.document, one.span)
        return any(first <= at < last for at in self._names()[one.document, one.place])

    def in_part(self, one: ControlStatement) -> bool:
        """True where it can be told of a part of its place only."""
        claim = self.contents.as_read.get(one.claim)
        if claim is not None and claim.type == "capture" and told_in_part(self.contents, claim):
            return True
        return self.is_area(one.place) and any(words in one.rule for words in _HELD_IN_PART)

    def is_area(self, id: str) -> bool:
        """True for a place of which a part can be held."""
        place = self.contents.places.get(id)
        return place is not None and (place.kind in AREAS or place.radius_km >= _AREA_KM)

    def _names(self) -> dict[tuple[str, str], list[int]]:
        """Where each report that tells of holders names which places."""
        if self._named is None:
            told = sorted({one.document for one in self.contents.control.values()})
            self._named = defaultdict(list)
            for document, place, start in self.contents.record.places_named(told):
                self._named[document, place].append(start)
        return self._named
