"""Offices told beside a person's name: a sentence's references in, "Foreign Secretary X" and "X, the leader of Y" joined out."""

from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.scene import POSSESSIVES, Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["Offices"]

_REACH = 14  # words an office may have
_JOINTS = frozenset("of for the and to in on at de des du la le les l' d' et pour en a an al el aux à ' - 's".split())
_HELD = frozenset({"former", "late", "acting", "deputy", "then", "new", "ancien", "ancienne", "défunt", "nouveau"})
_ACTS = frozenset({"VERB", "AUX", "SCONJ"})


class Offices:
    """Lets the word for an office that stands right beside a person's name mean that person."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def read(self, scene: Scene) -> None:
        """Join each person named in the sentence with the office told before or behind the name."""
        persons = [ref for ref in scene.actors.values() if ref.form == "name" and self._is_person(ref)]
        for ref in sorted(persons, key=lambda ref: ref.span):
            first, last = self._around(scene, ref)
            office = self._before(scene, first) or self._behind(scene, last)
            if office is not None:
                self._join(scene, office, ref)

    def _is_person(self, ref: Ref) -> bool:
        actor = self.memory.lexicon.actor(ref.key)
        return actor.kind == "person" if actor else ref.key.startswith("?person:")

    def _around(self, scene: Scene, ref: Ref) -> tuple[int, int]:
        """Return the first and last word of a name."""
        inside = [word.i for word in scene.parse.words if ref.span.overlaps(word.span)]
        return (inside[0], inside[-1]) if inside else (ref.word, ref.word)

    def _before(self, scene: Scene, first: int) -> Word | None:
        """Return the office word in "Foreign Office Minister X", or in "the former leader of Y, X"."""
        words = scene.parse.words
        comma = first > 0 and words[first - 1].text == ","
        window: list[Word] = []
        for word in reversed(words[max(0, first - _REACH) : first - comma]):
            small = word.text.lower()
            if not (word.text[0].isupper() or small in _JOINTS | _HELD | POSSESSIVES or self._is_office(word)):
                break
            if word.pos in _ACTS or self._names_person(scene, word):
                break
            window.insert(0, word)
        while window and window[0].text.lower() in _JOINTS - {"the", "la", "le", "les", "l'", "a", "an"}:
            window.pop(0)
        office = next((word for word in window if self._is_office(word)), None)
        if office is None or (comma and not self._opens(window)):
            return None
        return office

    def _opens(self, window: list[Word]) -> bool:
        """True where words before a comma are an office alone: "The former leader of Y, X", not "told the minister, X"."""
        before = window[0]
        return before.text.lower() in {"the", "his", "her", "their", "its", "l'", "le", "la", "son"} or before.i == 0

    def _behind(self, scene: Scene, last: int) -> Word | None:
        """Return the office word in "X, the UK Special Representative for Y,"."""
        words = scene.parse.words
        if last + 2 >= len(words) or words[last + 1].text != ",":
            return None
        for word in words[last + 2 : last + 2 + _REACH]:
            if word.text in (",", ".", ";", ":") or word.pos in _ACTS or self._names_person(scene, word):
                return None
            if self._is_office(word):
                return word if self._closes(scene, word.i) else None
        return None

    def _closes(self, scene: Scene, at: int) -> bool:
        """True where the words behind a name end with a comma or the sentence, so that they only say who it is."""
        words = scene.parse.words
        for word in words[at + 1 : at + _REACH]:
            if word.text in (",", ".", ";", "–", ")"):
                return True
            if word.pos in _ACTS or self._names_person(scene, word):
                return False
        return at + 1 >= len(words)

    def _is_office(self, word: Word) -> bool:
        last = fold(word.text).split()[-1:] or [""]
        nouns = self.memory.lexicon.nouns.get(last[0], ()) or self.memory.lexicon.nouns.get(word.lemma, ())
        return any(noun.kind == "person" and len(spelled) == 1 for spelled, noun in nouns) and not word.plural

    def _names_person(self, scene: Scene, word: Word) -> bool:
        ref = scene.actors.get(word.i)
        return ref is not None and ref.form == "name" and self._is_person(ref)

    def _join(self, scene: Scene, office: Word, person: Ref) -> None:
        before = scene.actors.get(office.i)
        if before is None:
            scene.actors[office.i] = Ref(office.i, office.span, "actor", "nominal", person.key, "office of the person")
        else:
            before.key, before.rule = person.key, f"{before.rule}; office of the person"
            before.form = "nominal"

