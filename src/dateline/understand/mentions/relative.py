"""Places told by another: a sentence's places in, those of "10 km south of X", "the outskirts of X", "between X and Y" marked.

The mark is the `direction` of a reference: `10km-south`, `10km`, `outskirts`, `countryside-east` or `between:KEY`, which
resolving turns into a point with a radius. Where the phrase only says where a named place lies ("Y, 10 km south of X"),
X stays X.
"""

import re
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.codebook.words import RelativeWords
from dateline.model import Span
from dateline.understand.scene import Ref, Scene

__all__ = ["Relatives"]

_MILE_KM = 1.609
_LEAD = r"(?:\b(?:{articles})\s*)?"
_KIND = r"(?:(?:the|la|le|l['’])\s*)?(?:(?:{nouns})\s+(?:of|de|d['’])\s*)?$"
_BETWEEN_PLACES = re.compile(r"\s+(?:and|et)\s+$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What may stand before a place, up to it, in one language."""

    distance: re.Pattern[str]
    edge: re.Pattern[str]
    country: re.Pattern[str]
    between: re.Pattern[str]


class Relatives:
    """Marks the places of a sentence that are told by another, in one language."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        words = codebook.places.get(language)
        self.words: RelativeWords | None = words.relative if words else None
        self.directions = words.directions if words else {}
        self.patterns = self._compiled(words.relative, tuple(words.nouns)) if words and words.relative else None
        relative = words.relative if words else None
        marks = (*relative.kilometres, *relative.miles, *relative.edges, *relative.countryside) if relative else ()
        self.marks = tuple(
            f"{mark.lower()} " for mark in marks
        )  # what is told of a place but "between" has one of them

    def read(self, scene: Scene) -> None:
        """Mark what the words before each place tell of it."""
        if self.patterns is None:
            return
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        flat = " ".join(scene.parsed.low.split()) if scene.places else ""
        marked = any(mark in flat for mark in self.marks)  # the patterns take long to find nothing
        for ref in list(scene.places.values()):
            if ref.form != "name" or ref.direction:
                continue
            before = text[: ref.span.start - offset]
            found = self._told(before) if marked else None
            if found and not self._describes(scene, before[: found[1]], offset):
                _mark(ref, found[0], offset + found[1])
            elif not found:
                self._between(scene, ref, text, offset)

    def _told(self, before: str) -> tuple[str, int] | None:
        """Return the mark and where its words begin, for distances, outskirts and countrysides."""
        assert self.patterns is not None
        if match := self.patterns.distance.search(before):
            km = self._km(match["number"], match["unit"])
            toward = self.directions.get((match["toward"] or "").lower(), "")
            return (f"{km:g}km" + (f"-{toward}" if toward else ""), match.start()) if km else None
        if match := self.patterns.edge.search(before):
            return "outskirts", match.start()
        if match := self.patterns.country.search(before):
            toward = self.directions.get((match["toward"] or match["after"] or "").lower(), "")
            return (f"countryside-{toward}" if toward else "countryside"), match.start()
        return None

    def _between(self, scene: Scene, ref: Ref, text: str, offset: int) -> None:
        """Mark both places of "between X and Y": together they tell one stretch."""
        assert self.patterns is not None
        for other in scene.places.values():
            first, last = other.span.start - offset, other.span.end - offset
            states = "state name" in (other.rule, ref.rule)  # between states lies a quarrel or a deal
            if other is ref or other.direction or states or other.form != "name":
                continue
            if _BETWEEN_PLACES.fullmatch(text[last : ref.span.start - offset]):
                match = self.patterns.between.search(text[:first])
                if match:
                    one, two = other.key, ref.key
                    _mark(other, f"between:{two}", other.span.start)
                    _mark(ref, f"between:{one}", offset + match.start())
                    return

    def _describes(self, scene: Scene, before: str, offset: int) -> bool:
        """True where the phrase says where the place named just before it lies."""
        assert self.words is not None
        bare = before.rstrip(" ,(–-")
        while (last := bare.rpartition(" ")[2].lower().strip(",")) in self.words.fillers and bare:
            bare = bare[: len(bare) - len(bare.rpartition(" ")[2])].rstrip(" ,(–-")
        ends = offset + len(bare)
        named = any(ref.span.start < ends <= ref.span.end for ref in scene.places.values())
        return named or (bool(last) and bare.rpartition(" ")[2][:1].isupper() and " " in bare)

    def _km(self, number: str, unit: str) -> float:
        assert self.words is not None
        value = self.words.few.get(number.lower())
        if value is None:
            try:
                value = float(number.replace(",", "."))
            except ValueError:
                return 0.0
        return round(value * (_MILE_KM if unit.lower() in self.words.miles else 1.0), 1)

    def _compiled(self, words: RelativeWords, nouns: tuple[str, ...]) -> _Patterns:
        toward = "|".join(sorted(map(re.escape, self.directions), key=len, reverse=True))
        kind = _KIND.format(nouns="|".join(map(re.escape, nouns)))
        number = "|".join([r"\d+(?:[.,]\d+)?", *map(re.escape, words.few)])
        unit = "|".join(map(re.escape, sorted((*words.kilometres, *words.miles), key=len, reverse=True)))
        of = f"(?:{'|'.join(words.of)})\\s*"
        way = rf"(?:(?:{'|'.join(words.way)})\s*)?(?P<toward>{toward})?\s*"
        edge, land = ("|".join(map(re.escape, group)) for group in (words.edges, words.countryside))
        lead = _LEAD.format(articles="|".join(words.articles))
        fit = [
            rf"\b(?P<number>{number})[ \u00a0-]?(?P<unit>{unit})\s+{way}{of}{kind}",
            rf"{lead}(?:(?:{toward})\s+)?\b(?:{edge})\s+{of}{kind}",
            rf"{lead}(?:(?P<toward>{toward})\s+)?\b(?:{land})\s+(?:(?P<after>{toward})\s+)?{of}{kind}",
            rf"\b(?:{'|'.join(words.between)})\s+$",
        ]
        return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in fit))


def _mark(ref: Ref, mark: str, start: int) -> None:
    """Note what the words tell of a place, and that they begin at `start`."""
    ref.direction, ref.own = mark, ref.own or ref.span
    ref.key = f"{ref.key}/{mark}"
    ref.span = Span(start, ref.span.end)
