"""Loaded words at a place of a sentence in, whom they are about out: by the grammar that ties them to an actor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Span
from dateline.theatres import Wording, fold
from dateline.understand.lexicon import Lexicon
from dateline.understand.parse.words import Word
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.roles import Roles

__all__ = ["LoadedWords", "Whom", "bears_no_arms"]

_REACH = 5  # words to the right in which a modified name stands
_UP = 3  # words above a noun in which the verb that carries it stands
_BY = frozenset({"by", "par"})
_WITH = frozenset({"with", "avec"})
_OF = frozenset({"of", "de", "du", "des", "d'"})
_ORGANISED = frozenset({"armed group", "political group", "company", "coalition"})  # "mercenaries of the X group" are X
_CARRIERS = frozenset(
    "commit carry launch perpetrate wage conduct engage continue use spread cause unleash announce declare achieve "
    "bomb kill attack shell strike target besiege fire raid burn terrorise terrorize massacre slaughter murder shoot execute "
    "starve torture abduct kidnap wound injure behead displace commettre mener lancer perpétrer poursuivre utiliser "
    "semer provoquer annoncer remporter bombarder tuer attaquer viser assiéger tirer massacrer terroriser assassiner "
    "égorger exécuter affamer torturer enlever blesser".split()
)
_RULE = "regime"
_OPENING = frozenset('(«“"-–—')
_MAKERS = frozenset("make gain advance effort attempt operation offensive campaign bid battle faire tenter".split())


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """Loaded words at a place of the text and the entity they are about ("" if nobody is named)."""

    span: Span
    about: str
    row: Wording
    word: int = -1
    named: bool = False  # it is a name that tells whom, not "the group"


class Whom:
    """Finds whom loaded words are about."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles

    def told(self, scene: Scene, span: Span, row: Wording) -> LoadedWords:
        """Return the words with whom they are about; a name that they modify belongs to them."""
        words = [w for w in scene.parse.words if w.start < span.end and span.start < w.end]
        if not words or row.about == "none":
            return LoadedWords(span, "", row)
        head = self._head(scene, words)
        if row.about in ("subject", "object"):
            ref = next(iter(self._done(scene, head, row.about)), None)
            wide = self._with_noun(scene, span, words)
            return LoadedWords(wide, ref.key if ref else "", row, head.i, bool(ref and ref.form == "name"))
        ref = self._covering(scene, span) or next(iter(self._noun(scene, words, head, row)), None)
        if ref is None:
            return LoadedWords(self._with_noun(scene, span, words), "", row, head.i)
        about = self._governing(ref) if _RULE in fold(row.phrase) else ref.key
        return LoadedWords(self._widened(scene, span, ref, words), about, row, head.i, ref.form == "name")

    def _governing(self, ref: Ref) -> str:
        """ "The regime of X", "regime warplanes": of their government the word speaks, but "regime forces" are forces."""
        actor, lexicon = self.roles.lexicon.actor(ref.key), self.roles.lexicon
        machine = ref.noun is not None and ref.noun.role == "aircraft"
        ruling = actor is not None and actor.country and (actor.kind == "person" or machine)
        return lexicon.body_of(actor.country, "government") or ref.key if actor is not None and ruling else ref.key

    def anyone(self, scene: Scene, word: int) -> bool:
        """True where a word, or one joined to it, means an actor or a person."""
        parse = scene.parse
        joined = [c for k in parse.coordinates(word) for c in (k, *self._of(scene, parse.words[k]))]
        return bool(self.roles.refs_at(scene, word)) or any(
            parse.words[k].pos in ("PRON", "PROPN", "NUM") for k in joined
        )

    def _head(self, scene: Scene, words: list[Word]) -> Word:
        """Return the word that the others of a phrase hang on: its verb, else the one whose head lies outside."""
        inside = {w.i for w in words}
        verb = next((w for w in words if w.pos == "VERB"), None)
        return verb or next((w for w in reversed(words) if w.head not in inside), words[-1])

    def _covering(self, scene: Scene, span: Span) -> Ref | None:
        """ "The Syrian regime": the whole name is the wording."""
        return next((r for r in scene.actors.values() if r.form == "name" and r.span.overlaps(span)), None)

    def _widened(self, scene: Scene, span: Span, ref: Ref, words: list[Word]) -> Span:
        """Take in the name right behind ("terrorist group X" stays, "so-called X" is told with X)."""
        if ref.span.overlaps(span) or words[-1].i < ref.word <= words[-1].i + _REACH:
            between = scene.parse.words[words[-1].i + 1 : ref.word]
            if not any(w.pos in ("VERB", "AUX", "PUNCT", "ADP") for w in between if w.text not in ("-", "«", '"', "“")):
                return Span(min(span.start, ref.span.start), max(span.end, ref.span.end))
        return self._with_noun(scene, span, words)

    def _with_noun(self, scene: Scene, span: Span, words: list[Word]) -> Span:
        """ "A murderous campaign": an adjective is told with the noun right behind it."""
        last = words[-1]
        noun = scene.parse.words[last.head] if last.head > last.i and last.rel in ("amod", "compound") else None
        plain = noun is not None and last.head == last.i + 1 and noun.i not in scene.places
        return Span(span.start, noun.end) if noun is not None and plain else span

    def _noun(self, scene: Scene, words: list[Word], head: Word, row: Wording) -> Iterator[Ref]:
        """Yield whom a naming noun or an adjective means, the surest first."""
        parse = scene.parse
        noun = head
        if row.about == "modified" and head.head >= 0 and head.rel in ("amod", "compound", "advmod", "acl", "nmod"):
            noun = parse.words[head.head]
        own = scene.actors.get(noun.i)
        if own is not None and own.form == "name":
            yield own
        beside = [*parse.kids(noun.i, "compound", "appos"), *([noun.head] if noun.rel in ("appos", "compound") else [])]
        if row.about == "self":
            yield from self._right_behind(scene, words[-1].i + 1)
        yield from self._named(scene, beside)
        if row.about == "self":
            if noun.rel != "compound":
                yield from self._left(scene, words[0])
            below = [c for k in self._of(scene, noun) for c in (k, *parse.kids(k, "compound"))]
            of = [*self._named(scene, below), *self._refs(scene, below)]
            yield from (r for r in of if self._kind(r) in _ORGANISED or "govern" in row.neutral)
        elif own is not None and own.form == "nominal":
            yield from self._refs(
                scene, [k for k in parse.kids(noun.i, "poss") if k in scene.actors]
            )  # "their so-called state"
        for k in (
            noun.i,
            *([noun.head] if noun.rel == "compound" or (noun.rel == "advcl" and row.about == "self") else []),
        ):
            if k in scene.actors and scene.actors[k].key:
                yield scene.actors[k]
        yield from self._right(scene, words, noun, row)
        people = (self.roles.nationality(scene, w.i) for w in words)  # "Armenian fascists"
        yield from (ref for ref in people if ref is not None)
        if noun.rel == "attr" and noun.head >= 0:  # "the group is a death cult"
            yield from self._refs(scene, parse.subjects(noun.head))
        if row.about == "modified" and noun.i not in scene.places:  # "a murderous campaign": whoever wages it
            yield from self._done(scene, noun, "subject")

    def _left(self, scene: Scene, first: Word) -> Iterator[Ref]:
        """Yield the names right before a naming noun: "the X and Y terrorist groups"."""
        for k in range(first.i - 1, max(first.i - 1 - 2 * _REACH, -1), -1):
            word, ref = scene.parse.words[k], scene.actors.get(k)
            if ref is not None and ref.form == "name" and ref.ids:
                yield ref
            elif word.pos not in ("PROPN", "CCONJ") and word.text != "-":
                return

    def _right_behind(self, scene: Scene, at: int) -> Iterator[Ref]:
        """Yield the name that stands right behind, or there in brackets: "the resistance (Hezbollah)"."""
        words = scene.parse.words
        at += at < len(words) and words[at].text in _OPENING
        ref = scene.actors.get(at)
        if ref is not None and ref.form == "name" and ref.key and ref.span.start == words[at].start:
            yield ref

    def _right(self, scene: Scene, words: list[Word], noun: Word, row: Wording) -> Iterator[Ref]:
        """Yield the actor that stands to the right, in the same noun's reach."""
        last = max(words[-1].i, noun.i if row.about == "modified" else -1)
        for k in range(words[0].i, min(words[-1].i + _REACH, len(scene.parse.words))):
            ref = scene.actors.get(k)
            if ref is not None and ref.key:
                yield ref
            if k > last + (row.about == "self") or (k > last and scene.parse.words[k].pos in ("VERB", "AUX", "PUNCT")):
                return

    def _done(self, scene: Scene, head: Word, slot: str) -> Iterator[Ref]:
        """Yield who does the act that the words name, or to whom it is done."""
        above = scene.parse.words[head.head] if head.head >= 0 else head
        manner = head.pos == "ADV" or (
            head.pos == "NOUN" and head.prep in _WITH
        )  # "acted mercilessly", "with ferocity"
        if slot == "subject" and manner and above.pos == "VERB":
            yield from self._by_verb(scene, above, slot)
        elif head.pos in ("VERB", "AUX") or (head.rel in ("acl", "amod") and scene.parse.passive(head.i)):
            yield from self._by_verb(scene, head, slot)
        else:
            yield from self._by_noun(scene, head, slot)

    def _by_verb(self, scene: Scene, verb: Word, slot: str) -> Iterator[Ref]:
        parse = scene.parse
        doing = slot == "subject"
        yield from self._refs(scene, parse.subjects(verb.i) if doing else parse.objects(verb.i), civilians=not doing)
        above = parse.words[verb.head] if verb.head >= 0 else verb
        if doing and verb.rel in ("acl", "advcl") and above.lemma in _MAKERS and above.head >= 0:
            yield from self._refs(scene, parse.subjects(above.head))  # "is making advances to liberate X"

    def _by_noun(self, scene: Scene, noun: Word, slot: str) -> Iterator[Ref]:
        parse = scene.parse
        if slot == "object":
            yield from self._refs(scene, self._of(scene, noun))
            return
        by = [k for k in parse.kids(noun.i, "agent", "obl") if parse.words[k].prep in _BY]
        yield from self._refs(scene, by)
        yield from self._refs(scene, parse.kids(noun.i, "poss", "compound", "amod"), civilians=False)
        yield from (r for r in self._refs(scene, self._of(scene, noun), civilians=False) if not r.key.startswith("?"))
        for k in parse.kids(noun.i, "relcl", "acl"):
            yield from self._refs(scene, parse.subjects(k), civilians=False)
        for k in [*parse.ancestors(noun.i)][:_UP]:
            if parse.words[k].pos == "VERB":
                if parse.words[k].lemma in _CARRIERS:
                    engaged = parse.objects(k) if parse.passive(k) and parse.words[k].lemma == "engage" else []
                    yield from self._refs(scene, engaged or parse.subjects(k))
                return

    def _of(self, scene: Scene, noun: Word) -> list[int]:
        return [k for k in scene.parse.kids(noun.i, "obl", "nmod", "poss") if scene.parse.words[k].prep in _OF]

    def _refs(self, scene: Scene, slots: Iterable[int], civilians: bool = True) -> Iterator[Ref]:
        for k in slots:
            for ref in self.roles.refs_at(scene, k):
                if ref.key and (civilians or not bears_no_arms(ref.key, self.roles.lexicon)):
                    yield ref

    def _named(self, scene: Scene, slots: Iterable[int]) -> Iterator[Ref]:
        found = [scene.actors[c] for k in slots for c in scene.parse.coordinates(k) if c in scene.actors]
        yield from (ref for ref in found if ref.form == "name" and ref.key and not ref.modifies)

    def _kind(self, ref: Ref) -> str:
        actor = self.roles.lexicon.actor(ref.key)
        return ref.noun.kind if ref.noun else actor.kind if actor else ""


def bears_no_arms(key: str, lexicon: Lexicon) -> bool:
    """True for civilians, who do not do what loaded words tell of."""
    actor = lexicon.actor(key)
    return key == "civilians" or (actor is not None and actor.kind == "civilian group")
