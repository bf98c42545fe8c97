"""Offices told beside a name: a sentence's references in, "Foreign Secretary X" and "X, the leader of Y" joined out."""

from functools import lru_cache

from dateline.theatres import RoleNoun, fold
from dateline.understand.lexicon import Lexicon
from dateline.understand.memory import Memory
from dateline.understand.scene import POSSESSIVES, Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["Offices"]

_REACH = 14  # words an office may have
_JOINTS = frozenset("of for the and to in on at de des du la le les l' d' et pour en a an al el aux à ' - 's".split())
_HELD = frozenset({"former", "late", "acting", "deputy", "then", "new", "ancien", "ancienne", "défunt", "nouveau"})
_WITH_ARTICLE = frozenset({"du", "au"})  # "une déclaration du ministre, X"
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l'"})
_TITLES = frozenset("HE H.E. Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Sir Lord Lady M. Mme Me Hon Rt".split())
_ACTS = frozenset({"VERB", "AUX", "SCONJ"})


class Offices:
    """Lets the word for an office that stands right beside a person's name mean that person."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.heads = _heads(memory.lexicon)

    def read(self, scene: Scene) -> None:
        """Join each person named in the sentence with the office told before or behind the name."""
        persons = [ref for ref in scene.actors.values() if ref.form == "name" and self._is_person(ref)]
        for ref in sorted(persons, key=lambda ref: ref.span):
            first, last = self._around(scene, ref)
            for office in (*self._before(scene, first), self._behind(scene, last), self._is(scene, ref)):
                if office is not None:
                    self._join(scene, office, ref)

    def _is_person(self, ref: Ref) -> bool:
        actor = self.memory.lexicon.actor(ref.key)
        return actor.kind == "person" if actor else ref.key.startswith("?person:")

    def _around(self, scene: Scene, ref: Ref) -> tuple[int, int]:
        """Return the first and last word of a name."""
        inside = [word.i for word in scene.parse.words if ref.span.overlaps(word.span)]
        return (inside[0], inside[-1]) if inside else (ref.word, ref.word)

    def _before(self, scene: Scene, first: int) -> list[Word]:
        """Return the office words in "Foreign Office Minister X", or in "the former leader of Y, Colonel X"."""
        words, offices = scene.parse.words, []
        for _ in range(2):
            while first and (words[first - 1].text in _TITLES or (first > 1 and words[first - 1].text == ".")):
                first -= 1
            comma = first > 0 and words[first - 1].text == ","
            window = self._window(scene, first - comma)
            office = next((word for word in window if self._is_office(word)), None)
            if office is None or (comma and not self._opens(scene, window[0])):
                break
            offices.append(office)
            first = window[0].i
        return offices

    def _window(self, scene: Scene, end: int) -> list[Word]:
        """Return the words before a name that can all belong to an office."""
        window: list[Word] = []
        told = [ref.span for ref in scene.actors.values() if ref.form == "nominal"]  # "ministre de l'intérieur"
        for word in reversed(scene.parse.words[max(0, end - _REACH) : end]):
            small = word.low
            theirs = fold(word.text) in self.memory.lexicon.demonyms  # "le Premier ministre israélien, X"
            known = theirs or word.text[0].isupper() or small in _JOINTS | _HELD | POSSESSIVES or self._is_office(word)
            known = known or any(span.covers(word.span) for span in told)
            if not known or word.pos in _ACTS or self._names_person(scene, word):
                break
            window.insert(0, word)
        while len(window) > 1 and window[0].low in _JOINTS - _ARTICLES - _WITH_ARTICLE:
            window.pop(0)
        return window

    def _opens(self, scene: Scene, first: Word) -> bool:
        """True where words before a comma are an office alone: "The former leader of Y, X", not "told minister Z, X"."""
        as_one = first.i > 0 and scene.parse.words[first.i - 1].low in ("as", "comme")
        return first.i == 0 or as_one or first.low in _ARTICLES | _WITH_ARTICLE | POSSESSIVES

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

    def _is(self, scene: Scene, person: Ref) -> Word | None:
        """Return the office word in "His chief of staff is X"."""
        words = scene.parse.words
        word = words[person.word]
        head = words[word.head] if word.rel == "attr" and word.head >= 0 else None
        if head is None or head.lemma not in ("be", "être"):
            return None
        return next((words[k] for k in scene.parse.subjects(head.i) if self._is_office(words[k])), None)

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
        return not word.plural and (last[0] in self.heads or word.lemma in self.heads)

    def _names_person(self, scene: Scene, word: Word) -> bool:
        ref = scene.actors.get(word.i)
        return ref is not None and ref.form == "name" and self._is_person(ref)

    def _body(self, scene: Scene, office: Word) -> str:
        """Return whose office it is: "a TPLF spokesperson", "le ministre de la défense de l'Ukraine"."""
        parse = scene.parse
        for k in parse.subtree(office.i, ("relcl", "acl", "appos", "conj")):
            ref = scene.actors.get(k)
            if ref is not None and ref.key and k != office.i and not self._is_person(ref) and ref.key != "officials":
                return ref.key
        return ""

    def _join(self, scene: Scene, office: Word, person: Ref) -> None:
        before = scene.actors.get(office.i)
        body = self._body(scene, office) or (before.key if before is not None and before.key != "officials" else "")
        if body and body != person.key:
            self.memory.discourse.bodies.setdefault(person.key, body)
        if before is None:
            scene.actors[office.i] = Ref(office.i, office.span, "actor", "nominal", person.key, "office of the person")
        else:
            before.key, before.rule = person.key, f"{before.rule}; office of the person"
            before.form = "nominal"


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that carry the offices of a lexicon; there are thousands of nouns to look through."""
    spelled = [words for nouns in lexicon.nouns.values() for words, noun in nouns if _is_held(noun)]
    return frozenset(_head(words, lexicon.language) for words in spelled)


def _is_held(noun: RoleNoun) -> bool:
    """True for a noun that says what somebody is: minister, commander, chief."""
    return noun.number == "singular" and (noun.kind == "person" or noun.actor == "officials")


def _head(words: tuple[str, ...], language: str) -> str:
    """Return the word that carries an office: "secretary" of "foreign secretary", "chief" of "chief of staff"."""
    return words[0] if language == "fr" or "of" in words else words[-1]
