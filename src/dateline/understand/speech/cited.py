"""Who is cited beside a sentence: "according to X", "selon X", "by X's count"; a scene in, what X says out."""

from collections.abc import Iterable

from dateline.understand.mentions.discourse import Discourse
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.roles import Roles
from dateline.understand.speech.going_on import Speech
from dateline.understand.speech.saying import within_semicolons
from dateline.understand.speech.saying_words import LEARNT, SOURCES, UNCLEAR
from dateline.understand.speech.sources import Sources
from dateline.understand.syntax import Word

__all__ = ["Cited"]

_REACH = 9  # words after "according to" in which the speaker must stand
_LEARNING = ("appris", "apprend", "recueill", "obtenu", "interrog")
_LEARNT_BEFORE = 30  # characters: "a-t-on appris lundi soir auprès de"
_RELATIVE = frozenset("who which whose whom qui dont que qu' qu’ où".split())
_WHOM = frozenset("whom which lequel laquelle lesquels lesquelles qui".split())
_BESIDE = 3  # characters: a comma between who is named and "selon lequel"
_FIRST = 3  # words within which "according to X, …" opens its sentence


class Cited:
    """Finds "according to X", "selon X", "citing X": the next actor speaks, for the whole sentence."""

    def __init__(self, openings: Iterable[str], roles: Roles, sources: Sources) -> None:
        self.openings = sorted(frozenset(openings) - UNCLEAR, key=len, reverse=True)
        self.roles, self.sources = roles, sources

    def find(self, scene: Scene, discourse: Discourse) -> list[Speech]:
        """Return what is told as others' words in a sentence: one "according to", one count."""
        low = scene.parsed.low.replace("’", "'")
        for opening in self.openings:
            at = low.find(opening)
            behind = low[at + len(opening) : at + len(opening) + 1]
            if at < 0 or (at and low[at - 1].isalnum()) or behind.isalnum() or behind == "-":
                continue  # "d'après-midi" cites nobody
            if opening in LEARNT and not any(verb in low[max(0, at - _LEARNT_BEFORE) : at] for verb in _LEARNING):
                continue
            if speech := self._opened(scene, opening, at, discourse):
                return [speech]
        if counted := self.sources.counting(scene):
            at, whose = counted
            told = within_semicolons(scene.parse.words, at) - set(scene.parse.subtree(at))
            return [Speech(-1, [whose], told, "by their count", whole=True)]
        return []

    def _opened(self, scene: Scene, opening: str, at: int, discourse: Discourse) -> Speech | None:
        """Return what is told by whom an opening found at a character of the sentence names."""
        offset = scene.parsed.sentence.span.start
        end = at + len(opening) + offset
        if opening.endswith(SOURCES):
            end -= len(opening.rsplit(" ", 1)[-1])  # "de sources concordantes": they are who speaks
        if before := self._as_told_by(scene, at + offset, end):
            return Speech(
                -1, [self.sources.of(scene, before)], {w.i for w in scene.parse.words if w.start >= end}, opening
            )
        first = self._named(scene, end)
        if first < 0:
            return None
        behind = self.sources.named_behind(scene, first)
        self.sources.same_speaker(scene, (first,), discourse)
        refs = [behind or self.sources.of(scene, ref) for ref in self.roles.refs_at(scene, first, "speaker")]
        words = self._told_beside(scene, at + offset, first) - self._who(scene, at + offset, first)
        return Speech(-1, refs, words, f"named behind {opening}" if behind else opening, whole=True)

    def _as_told_by(self, scene: Scene, at: int, end: int) -> Ref | None:
        """Return who stands right before "…, selon lequel X", "…, according to whom X": X is all they say."""
        words = scene.parse.words
        pronoun = next((w for w in words if w.start >= end), None)
        if pronoun is None or pronoun.low not in _WHOM:
            return None
        near = [ref for ref in scene.actors.values() if at - _BESIDE <= ref.span.end <= at and not ref.modifies]
        return max(near, key=lambda ref: (ref.span.end, ref.form == "name"), default=None)

    def _named(self, scene: Scene, end: int) -> int:
        """Return the word of the actor right behind an opening that ends at an offset, -1 where none stands there."""
        words = scene.parse.words
        following = [w for w in words if w.start >= end][:_REACH]
        comma = next((n for n, w in enumerate(following) if w.text == ","), _REACH)
        if any(w.pos in ("NOUN", "PROPN") for w in following[:comma]):
            following = following[:comma]  # "selon des informations, le général": he does not say so
        first = next((w.i for w in following if w.i in scene.actors and not scene.actors[w.i].modifies), -1)
        while first >= 0 and words[first].rel in ("amod", "compound") and words[first].head in scene.actors:
            first = words[first].head
        noun = next((w.i for w in following if w.pos in ("NOUN", "PROPN")), -1)
        return noun if first < 0 and noun in scene.places else first  # "according to Kyiv"

    def _who(self, scene: Scene, at: int, teller: int) -> set[int]:
        """Return the words that name who speaks; at the start of the sentence they end at a comma, whatever hangs on them."""
        words, named = scene.parse.words, set(scene.parse.subtree(teller))
        opening = next((w.i for w in words if w.start >= at), 0)
        if opening > _FIRST:
            return named
        commas = [w.i for w in words[teller:] if w.text == ","]
        if len(commas) > 1 and words[commas[0] + 1].low in _RELATIVE:
            commas = commas[1:]  # "selon l'agence, qui cite un officier, …"
        return {k for k in named if not commas or k < commas[0]}

    def _told_beside(self, scene: Scene, at: int, teller: int) -> set[int]:
        """Return what "according to X" covers: the sentence to the next semicolon, or "backed according to X by Y" alone."""
        words = scene.parse.words
        participle = next((w.i - 1 for w in words if w.start >= at), 0)
        inside = words[participle].tense == "part" and words[participle].rel in ("acl", "relcl", "amod")
        if inside:
            return set(scene.parse.subtree(participle))
        opening = next((w.i for w in words if w.start >= at), 0)
        if aside := self._aside(scene, opening, teller):
            return aside
        if [w.low for w in words[max(0, opening - 2) : opening]] in (["and", ","], ["et", ","]):
            return {w.i for w in words[opening:]}  # "… and, according to X, …": what stands before is told by others
        return within_semicolons(words, teller)

    def _aside(self, scene: Scene, opening: int, teller: int) -> set[int]:
        """Return the clause of "the units, which left on Friday, according to X, are back": X tells no more than that."""
        words = scene.parse.words
        clause = next((w for w in words[:opening] if self._relates(scene, w, opening)), None)
        if clause is None or words[opening - 1].text != ",":
            return set()
        head = words[clause.head]
        verb = words[head.head] if head.rel in ("subj", "subj:pass") and head.head >= 0 else None
        if verb is None or verb.i < teller or ";" in {w.text for w in words[opening : verb.i]}:
            return set()
        return {k for k in scene.parse.subtree(clause.i) if k < opening}

    def _relates(self, scene: Scene, word: Word, opening: int) -> bool:
        """True for the verb of a clause between commas before an opening: ", which left on Friday, according to X"."""
        first = min((k for k in word.kids), default=-1)
        parted = first > 0 and scene.parse.words[first - 1].text == ","
        return word.rel == "relcl" and word.head >= 0 and word.head < first and parted and word.i < opening
