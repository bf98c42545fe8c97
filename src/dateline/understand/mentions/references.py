"""Every word that points at an actor or a place, and whom or what it means: names, common nouns and pronouns."""

from dateline.understand.memory import Memory
from dateline.understand.mentions.discourse import Discourse
from dateline.understand.mentions.forms import Forms
from dateline.understand.mentions.guesses import Guesses
from dateline.understand.mentions.naming import Naming
from dateline.understand.mentions.nominals import Nominals
from dateline.understand.mentions.offices import Offices
from dateline.understand.mentions.other_names import OtherNames
from dateline.understand.mentions.place_nouns import PlaceNouns
from dateline.understand.mentions.place_pronouns import PlacePronouns
from dateline.understand.mentions.placed import Placed
from dateline.understand.mentions.relative import Relatives
from dateline.understand.mentions.within import Within
from dateline.understand.parse.parsing import ParsedSentence
from dateline.understand.scene import PERSON_PRONOUNS, PLURAL_PRONOUNS, SINGLE_PRONOUNS, WE, Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["References"]


class References:
    """Reads a report's sentences in order and says of every word whom it means; remembers what was said before."""

    def __init__(self, memory: Memory, relatives: Relatives, within: Within) -> None:
        """Take the empty memory of a report."""
        self.memory = memory
        self.naming = Naming(self.memory)
        self.guesses = Guesses(self.memory, self.naming)
        self.placed = Placed(self.memory, self.naming)
        self.forms = Forms(self.memory)
        self.nominals, self.place_nouns = Nominals(self.memory), PlaceNouns(self.memory)
        self.place_pronouns = PlacePronouns(self.memory)
        self.other_names = OtherNames(self.memory)
        self.offices = Offices(self.memory)
        self.relatives, self.within = relatives, within

    @property
    def discourse(self) -> Discourse:
        """What the report has spoken of so far."""
        return self.memory.discourse

    def read(self, parsed: ParsedSentence) -> Scene:
        """Return the sentence's references and remember them."""
        scene = Scene(parsed, {}, {}, self.discourse.home)
        self.naming.read(scene)
        self.guesses.read(scene)
        self.placed.read(scene)
        self.forms.read(scene)
        self.other_names.read(scene)
        self.within.read(scene)
        self.relatives.read(scene)
        self.naming.short_forms(scene)
        self.nominals.read(scene)
        self.place_nouns.read(scene)
        self.offices.read(scene)
        self._pronouns(scene)
        self.place_pronouns.read(scene)
        return scene

    def _pronouns(self, scene: Scene) -> None:
        latter = not _LATTER_OR_THIS_ONE.isdisjoint(scene.spelled)
        for word in scene.parse.words:
            if latter and self._is_latter(scene, word):
                low = word.low
                plural = low.startswith(("derniers", "dernières", "ceux", "celles"))
                if key := self.discourse.nearest(plural, scene.parsed.sentence.index, word.i):
                    ref = Ref(word.i, word.span, "actor", "pronoun", key, "the latter", (), None, plural)
                    scene.actors[word.i] = ref
                continue
            if word.pos not in ("PRON", "DET") or word.rel == "expl" or word.i in scene.actors:
                continue
            low = word.low
            index = scene.parsed.sentence.index
            key = ""
            if low in WE:
                key = self.memory.spoken_for(self.discourse.speakers[-1]) if self.discourse.speakers else ""
            elif low in PLURAL_PRONOUNS and (teller := self._teller(scene, word)):
                key = teller
            elif low in PLURAL_PRONOUNS:
                key = self.discourse.pronoun(True, False, index, word.i, strict=True) or self.discourse.pronoun(
                    True, False, index, word.i
                )
            elif low in PERSON_PRONOUNS and (self.memory.lexicon.language == "en" or low == "lui"):
                key = self.discourse.pronoun(False, True, index, word.i)
            elif low in SINGLE_PRONOUNS and self.memory.lexicon.language == "fr":
                key = self.discourse.pronoun(False, True, index, word.i) or self.discourse.pronoun(
                    False, False, index, word.i
                )
            elif low in SINGLE_PRONOUNS:
                key = self.discourse.pronoun(False, False, index, word.i)
            if key:
                plural = low in PLURAL_PRONOUNS
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "pronoun", key, "pronoun", (), None, plural)

    def _teller(self, scene: Scene, word: Word) -> str:
        """ "The army said they had repelled the attack": who tells of themselves is told of, where they are several."""
        parse = scene.parse
        verb = parse.words[word.head] if word.rel in ("subj", "subj:pass") and word.head >= 0 else None
        if verb is None or verb.rel != "ccomp" or verb.head < 0 or verb.head > word.i:
            return ""
        for k in parse.kids(verb.head, "subj"):
            ref = scene.actors.get(k)
            if ref is not None and (ref.plural or len(parse.coordinates(k)) > 1 or self._many(ref)):
                return ref.key
        return ""

    def _many(self, ref: Ref) -> bool:
        actor = self.memory.lexicon.actor(ref.key)
        kind = actor.kind if actor else ref.noun.kind if ref.noun else ""
        return kind in ("armed group", "state force", "civilian group", "coalition")

    def _is_latter(self, scene: Scene, word: Word) -> bool:
        """True for "ces derniers", "ce dernier" without a noun, and for "celle-ci"."""
        low, words = word.low, scene.parse.words
        before = words[word.i - 1].low if word.i else ""
        after = words[word.i + 1] if word.i + 1 < len(words) else None
        if low.removesuffix("-ci") in _THIS_ONE:
            return low.endswith("-ci") or (after is not None and after.low in ("-ci", "ci", "-"))
        alone = after is None or after.pos not in ("NOUN", "PROPN", "ADJ")
        return low in _LATTER and before in ("ce", "cet", "cette", "ces") and alone


_LATTER = frozenset("dernier dernière derniers dernières".split())
_THIS_ONE = frozenset("celui celle ceux celles".split())
_LATTER_OR_THIS_ONE = _LATTER | _THIS_ONE | {f"{word}-ci" for word in _THIS_ONE}
