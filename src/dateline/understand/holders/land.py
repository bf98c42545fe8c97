"""Land told of without a name: a noun of a sentence in, the part of the country or town that its words mean out.

"Their strongholds in the north", "northern Malian land" and "a rebel-held area" lie in the country that the report is
about; "the eastern districts" lie in the town it speaks of.
"""

from collections.abc import Iterator

from dateline.codebook.words import PlaceWords
from dateline.theatres import fold
from dateline.understand.holders.holding import ANYWHERE, IN, TOWN_WORDS, LastPlaces
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Ref, Scene

__all__ = ["QUARTERS", "Land"]

QUARTERS = frozenset(
    "neighbourhood neighborhood district quarter suburb street side half quartier arrondissement rue faubourg banlieue".split()
)
_LYING = IN | {"of", "de", "du", "au"}
_TOLD = frozenset("the this that these those its their his her le la les l' ce cet cette ces ses leurs".split())
_WITHIN = IN - {"à"}
_OF = frozenset({"of", "de", "d'"})
_COUNTRY = frozenset({"country", "nation", "pays"})
_BESIDE = ("amod", "compound", "nmod", "poss", "flat", "appos")


class Land:
    """Finds where land lies that no name is given for."""

    def __init__(self, lexicon: Lexicon, words: PlaceWords) -> None:
        self.lexicon, self.goal = lexicon, words.goal
        self.directions = {toward: toward for toward in words.directions.values()} | words.directions

    def anywhere(self, scene: Scene, noun: int, last: LastPlaces) -> str:
        """Return the key of the town or country, or of the part of it, that the noun's words tell; "" if none is known."""
        return self.part(scene, noun, last) or self._whole(scene, noun, last)

    def away(self, scene: Scene, noun: int) -> bool:
        """True for "safe passage to rebel-held areas": where people go is anywhere but here."""
        return scene.parse.words[noun].prep in self.goal

    def part(self, scene: Scene, noun: int, last: LastPlaces) -> str:
        """Return the key only where a direction is told: "areas in the north", "the eastern districts"."""
        toward = next(self._toward(scene, noun), "")
        whole = self._whole(scene, noun, last) if toward else ""
        return f"{whole.partition('/')[0]}/{toward}" if whole else ""

    def around(self, scene: Scene, place: Ref) -> str:
        """Return the key of a named place, or of the part of it that is told: "in the north of Syria"."""
        above = scene.parse.words[place.word].head
        word = scene.parse.words[above] if above >= 0 else None
        toward = self.directions.get(word.low, "") if word else ""
        if word is None or not toward or "/" in place.key:
            return place.key
        apart = (
            not self.lexicon.is_country(place.key) and word.prep not in _WITHIN
        )  # "north of Aleppo" is outside of it
        return place.key if apart else f"{place.key}/{toward}"

    def parts(self, scene: Scene, keys: list[str]) -> list[str]:
        """Return places with what the sentence says of which part of them is meant."""
        named = {ref.key: ref for ref in reversed(scene.places.values()) if ref.form == "name"}
        return [self.around(scene, named[key]) if key in named else key for key in keys]

    def untold(self, scene: Scene, noun: int) -> bool:
        """True for "an area", "areas", "territory": not told of before, as "the area" is."""
        dets = {scene.parse.words[k].low for k in scene.parse.kids(noun, "det", "poss")}
        return scene.parse.words[noun].lemma in ANYWHERE - TOWN_WORDS and not dets & _TOLD

    def _whole(self, scene: Scene, noun: int, last: LastPlaces) -> str:
        parse = scene.parse
        beside = (parse.words[k].text for k in parse.kids(noun, *_BESIDE))
        country = next((c for word in beside if (c := self.lexicon.demonyms.get(fold(word), ""))), scene.home)
        if parse.words[noun].lemma in QUARTERS:
            return last.town
        return f"@{country}" if country else ""

    def _toward(self, scene: Scene, noun: int) -> Iterator[str]:
        """Yield the directions that a noun is, has beside it or lies in; none that a place is told for."""
        parse = scene.parse
        lying = [k for k in parse.kids(noun, "obl") if parse.words[k].prep in _LYING] + self._right_behind(scene, noun)
        for k in (noun, *parse.kids(noun, *_BESIDE), *lying):
            toward = self.directions.get(parse.words[k].low, "")
            kids = (parse.words[c] for c in parse.kids(k, "obl", "compound"))
            other = any(w.i in scene.places or (w.prep in _OF and w.lemma not in _COUNTRY) for w in kids)
            if toward and toward != "centre" and not other:  # "the west of the city" is not the country's
                yield toward

    def _right_behind(self, scene: Scene, noun: int) -> list[int]:
        """ "Left them their strongholds in the north": whatever the model hung the phrase on."""
        words = scene.parse.words[noun + 1 : noun + 4]
        case = bool(words) and words[0].low in _LYING
        behind = next((w for w in words[1:] if w.pos != "DET"), None) if case else None
        return [behind.i] if behind is not None and behind.rel != "amod" else []  # not "of the eastern districts"
