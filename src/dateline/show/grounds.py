"""Where within a place ground was gained: a claim and the words around its place in, whether they tell of a part only out."""

import re

from dateline.model import Claim, Evidence
from dateline.show.contents import Contents

__all__ = ["told_in_part"]

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
