"""Pronouns that stand for a place: a sentence with "they retook it" in, the place told right before noted for "it".

Only what such a verb does is done to places ("retook", "govern", "besiege"); and what was told last must be a place:
in "they lost a helicopter there and the rebels captured it" it is the helicopter.
"""

from dateline.understand.memory import Memory
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["PlacePronouns"]

_ONE = frozenset("it elle il la le l' l’".split())
_MANY = frozenset("they them elles ils les".split())
_FALLING = frozenset({"fall", "tomber"})  # what is told of a place itself
_DONE_TO = ("obj", "subj:pass")
_TOLD_OF = (*_DONE_TO, "subj", "attr", "root")
_MADE_OF = frozenset("part much most half rest bulk whole all partie moitié reste totalité ensemble".split())


class PlacePronouns:
    """Notes the pronouns of a report that stand for places; remembers what its last sentence told of."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.before: tuple[str, bool] = ("", False)  # the place that the last sentence spoke of last, and whether many

    def read(self, scene: Scene) -> None:
        """Add to the scene each place that a pronoun means."""
        for word in scene.parse.words:
            if (word.low in _ONE or word.low in _MANY) and word.pos == "PRON" and self._of_places(scene, word):
                key, many = self._last(scene, word.i) or self.before
                if key and many == (word.low in _MANY):
                    scene.actors.pop(word.i, None)
                    scene.places[word.i] = Ref(word.i, word.span, "place", "nominal", key, "pronoun for a place")
        self.before = self._last(scene, len(scene.parse.words)) or ("", False)

    def _of_places(self, scene: Scene, word: Word) -> bool:
        """True for what a verb does to a place, or where "it fell"."""
        verb = scene.parse.words[word.head] if word.head >= 0 else None
        if verb is None or verb.pos != "VERB":
            return False
        fell = verb.lemma in _FALLING and word.rel == "subj"
        return fell or (word.rel in _DONE_TO and verb.lemma in self.memory.place_verbs)

    def _last(self, scene: Scene, end: int) -> tuple[str, bool] | None:
        """Return the nearest place before a word and whether it is one of several; None where nothing was told of.

        A thing told since, that somebody does something to, is what a pronoun would mean: then the key is empty.
        """
        for word in reversed(scene.parse.words[:end]):
            ref = scene.places.get(word.i)
            if ref is not None and ref.key and not self.memory.lexicon.is_country(ref.key):
                if self._by_the_way(scene, word):
                    return "", False
                first = scene.parse.first_conjunct(word.i)
                joined = [k for k in scene.parse.coordinates(first) if k in scene.places]
                return scene.places[joined[0]].key if joined else ref.key, len(joined) > 1 or word.plural
            if self._thing(scene, word):
                return "", False
        return None

    def _by_the_way(self, scene: Scene, place: Word) -> bool:
        """True for "lost a helicopter near X": of the two, the thing is told of."""
        verb = place.head if place.rel == "obl" else -1
        return verb >= 0 and any(self._thing(scene, scene.parse.words[k]) for k in scene.parse.kids(verb, *_DONE_TO))

    def _thing(self, scene: Scene, word: Word) -> bool:
        """True for one thing that the sentence tells of."""
        one = word.pos in ("NOUN", "PROPN") and not word.plural  # what several do or are, "it" does not mean
        told = one and word.rel in _TOLD_OF and word.i not in scene.actors
        part = word.i in scene.places or word.lemma in self.memory.place_nouns or word.lemma in _MADE_OF
        return told and not part
