"""Where within a place ground was gained: a claim and the words around its place in, whether they tell of a part only out."""

import re

from dateline.model import Claim, Evidence
from dateline.show.contents import Contents

__all__ = ["told_in_part"]

_BEFORE = 48  # characters before a place's name that can say which part of it is meant
# "districts in X", "half of X", "areas around X": something at a place, not the place itself.
_PART = re.compile(
    r"(?<!\w)(?:in|inside|within|near|around|outside|across|dans|parmi|autour|près|"
    r"parts?|most|half|much|percent|per cent|pour cent|areas?|neighbou?rhoods?|villages|towns|districts|quarters|suburbs|"
    r"streets?|positions?|points?|pockets?|edges?|outskirts|swathes?|dozens|several|some|"
    r"parties?|moitié|majorité|zones?|quartiers|villes|secteurs?|rues?|positions?|périphérie|plusieurs|"
    r"в|около|вблизи|часть|части|районы|районов|кварталы|сёла|деревни|"
    r"في|داخل|قرب|محيط|أجزاء|مناطق|أحياء|قرى|بلدات)(?!\w)|%",
    re.IGNORECASE,
)


def told_in_part(contents: Contents, claim: Claim) -> bool:
    """True where the words before the name of the place taken tell of something in it."""
    text = contents.full_text(claim.document)
    return any(_PART.search(_before(text, claim, one)) for one in claim.evidence if one.field == "place")


def _before(text: str, claim: Claim, place: Evidence) -> str:
    """Return the words between the verb and the place, or those before a place that stands ahead of its verb."""
    first = max(place.span.start - _BEFORE, claim.span.start, 0)
    if claim.trigger.end <= place.span.start:
        first = max(first, claim.trigger.end)
    return text[first : place.span.start]
