"""Common nouns that point back to a place: a sentence with "the town" or "the capital" in, which one is meant out."""

from dateline.understand.memory import Memory
from dateline.understand.mentions.nominals import DEFINITE, OTHER
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["PlaceNouns"]


class PlaceNouns:
    """Notes the sentence's common nouns for places."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def read(self, scene: Scene) -> None:
        """Add to the scene each place that a noun alone means."""
        for word in scene.parse.words:
            if (
                word.lemma in self.memory.place_nouns
                and word.i not in scene.places
                and word.i not in scene.actors
                and word.pos in ("NOUN", "PROPN")
            ):
                self._place_noun(scene, word)

    def _place_noun(self, scene: Scene, word: Word) -> None:
        """The town, the region: the last place of that kind."""
        parse = scene.parse
        if any(
            k in scene.places for k in (*parse.kids(word.i, "obl", "compound", "appos", "flat"), word.head) if k >= 0
        ):
            return
        if self._of_something(parse, word):
            return
        own = {parse.words[k].low for k in parse.kids(word.i)}
        if not own & DEFINITE or own & OTHER or word.plural or (own & _HERE and _in_quotes(scene, word)):
            return
        index = scene.parsed.sentence.index
        here = [(index, r.key, p.kind) for r in scene.places.values() if r.word < word.i and r.form == "name"
                and (p := self.memory.lexicon.place(r.ids[0] if r.ids else ""))]  # fmt: skip
        kinds = self.memory.place_nouns[word.lemma]
        key = self._capital(scene, word) or self.memory.discourse.pointed_at(kinds, index, here)
        if key:
            scene.places[word.i] = Ref(word.i, word.span, "place", "nominal", key, "noun pointing back")

    def _capital(self, scene: Scene, word: Word) -> str:
        """ "The capital" of the country told of, be it named in the report or not: no town named since is meant."""
        if word.lemma not in _CAPITALS or not scene.home or scene.parse.kids(word.i, "amod", "compound", "obl"):
            return ""  # "the provincial capital"
        capitals, here = self.memory.lexicon.capitals, scene.home.lstrip("@")
        told = (key for _, key, _ in reversed(self.memory.discourse.places))
        named = next((key for key in told if capitals.get(key.lstrip("@?"), "").lstrip("@") == here), "")
        return named or self.memory.lexicon.capital_of(scene.home)

    def _of_something(self, parse: Parse, word: Word) -> bool:
        """True for "the area of the blast": told by what happened there, not by a place told before."""
        below = [k for k in parse.kids(word.i, "obl", "nmod") if parse.words[k].prep in _OF]
        things = [
            k for k in below if parse.words[k].pos == "NOUN" and parse.words[k].lemma not in self.memory.place_nouns
        ]
        return any(parse.words[c].low in _THE for k in things for c in parse.kids(k, "det"))


_HERE = frozenset({"this", "these"})  # in a quotation they point with a finger
_CAPITALS = frozenset({"capital", "capitale"})
_OF = frozenset({"of", "de"})
_THE = frozenset("the this that la le l' cette ce".split())


def _in_quotes(scene: Scene, word: Word) -> bool:
    """True where a quotation is open at a word."""
    before = scene.parsed.text[: word.start - scene.parsed.sentence.span.start]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1
