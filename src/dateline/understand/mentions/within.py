"""Places told to lie in or by others: a sentence's places in, the other place noted where the words beside one say so.

"Bamba in the Gao region", "Tokhar near Manbij", "Mosul's Old City", "Rimbo, Sweden": of many namesakes the one there is
meant, and what no list has lies somewhere there.
"""

import re
from itertools import pairwise

from dateline.codebook import Codebook
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Ref, Scene

__all__ = ["Within"]

_IN = r"(?:in|of|within|inside|near|close to|outside|dans|en|au|aux|à|du|des|de|d['’]|près de|près d['’]|non loin de)"
_OWNING = re.compile(r"['’]s?\s+(?:\w+ern\s+)?")
_JOINING = re.compile(r",? (?:and |et )?")
_WIDE = frozenset({"country", "province", "area"})


class Within:
    """Notes which place of a sentence lies in which, in one language."""

    def __init__(self, codebook: Codebook, language: str, lexicon: Lexicon) -> None:
        words = codebook.places.get(language)
        self.lexicon = lexicon
        kinds = (*words.nouns, *words.directions, *words.features) if words else ()
        small = "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))
        self.between = re.compile(
            rf"\s*(?:(?:,\s*(?:an?|the|une?|la|le|l['’])\s*)?(?:[a-zà-ÿ-]+\s+)?(?:{small})s?\s*)?(?:,?\s*(?:part|located|situated|situé[es]*)\s+)?{_IN}\s*"
            rf"(?:(?:the|la|le|les|l['’]|{small}|{_IN})\s*)*",
            re.IGNORECASE,
        )
        self.kind = re.compile(rf"\s+(?:{small})\s*,\s*", re.IGNORECASE)

    def read(self, scene: Scene) -> None:
        """Note the larger place of each place that the words behind or before it tell."""
        named = sorted((ref for ref in scene.places.values() if ref.form == "name"), key=lambda ref: ref.span)
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for one, other in pairwise(named):
            gap = text[one.span.end - offset : other.span.start - offset]
            if not self._wide(one) and self._holds(gap, other):
                one.within = one.within or _bare(other)
            elif _OWNING.fullmatch(gap):
                other.within = other.within or _bare(one)
        for other, one in pairwise(reversed(named)):
            gap = text[one.span.end - offset : other.span.start - offset]
            if other.within and one.hint and one.hint == other.hint and _JOINING.fullmatch(gap):
                one.within = one.within or other.within  # "the X and Y neighbourhoods of Z"

    def _holds(self, gap: str, other: Ref) -> bool:
        """True where the words between two places say that the first lies in the other."""
        if self.between.fullmatch(gap):
            return True
        behind = re.fullmatch(r",?\s*", gap) or self.kind.fullmatch(gap)  # "Rimbo, Sweden", "Jadida district, Mosul"
        return bool(behind) and self._wide(other)

    def _wide(self, ref: Ref) -> bool:
        """True for a country, province or region, of which many stand in a row: "Ohio, Idaho and Texas"."""
        place = self.lexicon.place(ref.ids[0]) if ref.ids else None
        return ref.rule == "state name" or (place is not None and place.kind in _WIDE)


def _bare(ref: Ref) -> str:
    return ref.key.partition("/")[0]
