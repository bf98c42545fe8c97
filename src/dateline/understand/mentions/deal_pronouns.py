"""What "it" means where a deal was told of just before: sentence by sentence, the pronouns that stand for a deal's noun."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.codebook import Codebook
from dateline.understand.scene import Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["DealPronouns"]

_CLASSES = ("DEAL", "CEASEFIRE")
_LOOSE = frozenset(
    "plan framework understanding arrangement settlement compromise roadmap reconciliation pause calm lull concord "
    "règlement convention réconciliation désescalade de-escalation deescalation".split()
)  # of other things as well
_FEMININE = frozenset("trêve entente déclaration cessation accalmie".split())
_EITHER, _HE, _SHE = frozenset({"it", "l'", "l’"}), frozenset({"il", "le"}), frozenset({"elle", "la"})
_FILLS = frozenset({"subj", "subj:pass", "obj", "obl"})


@dataclass(slots=True)
class DealPronouns:
    """Remembers the deal that a report told of last; `nouns` are those for deals."""

    nouns: frozenset[str]
    last: Mapping[int, str] = field(default_factory=dict)  # the sentence -> its deal's noun

    @classmethod
    def of(cls, codebook: Codebook, language: str) -> "DealPronouns":
        """Return an empty memory with the codebook's nouns for deals."""
        known = (codebook.classes.get(name, {}).get(language, frozenset()) for name in _CLASSES)
        return cls(frozenset().union(*known) - _LOOSE)

    def read(self, scene: Scene) -> None:
        """Note in a scene which of its pronouns mean a deal, and keep what the next sentence can mean by one."""
        here, words = scene.parsed.sentence.index, scene.parse.words
        told, since = self.last.get(here - 1, ""), -1
        for word in words:
            if told and word.pos == "PRON" and word.rel in _FILLS and _stands_for(word, told):
                if not _other_told(scene.parse, since, word):
                    scene.mean(word.i, told)
            elif self._is_told(scene.parse, word):
                told, since = word.lemma, word.i
        self.last = {here: told} if any(word.lemma == told for word in words) or scene.meant else {}

    def _is_told(self, parse: Parse, word: Word) -> bool:
        """True for a deal's noun in a place of its own: not "the truce talks", nor one of many."""
        own = word.pos in ("NOUN", "PROPN") and not word.plural and word.rel in _FILLS | {"attr", "root", "conj"}
        return own and (word.lemma in self.nouns or word.low in self.nouns)


def _other_told(parse: Parse, since: int, pronoun: Word) -> bool:
    """True where a clause beside the pronoun's has told of another thing since: "bombed a bridge and destroyed it"."""
    own = (pronoun.head, *parse.ancestors(pronoun.i))
    between = (w for w in parse.words[since + 1 : pronoun.i] if w.pos in ("NOUN", "PROPN") and not w.plural)
    return any(w.rel in ("subj", "subj:pass", "obj") and (w.head not in own or w.rel == "obj") for w in between)


def _stands_for(word: Word, noun: str) -> bool:
    """True for a pronoun of the noun's gender."""
    return word.low in _EITHER or word.low in (_SHE if noun in _FEMININE else _HE)
