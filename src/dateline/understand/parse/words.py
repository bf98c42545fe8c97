"""The words of a sentence: as they stand in its text, as a model is shown them, and as its parse ties them together."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.model import Span

__all__ = ["ACCUSING", "AIMS", "CALLS", "GIVES", "OFFERS", "Shown", "Word", "words_in"]

_WORD = re.compile(r"\w+")
ACCUSING = frozenset("accuse blame suspect charge accuser soupçonner".split())  # of what comes behind "of", "de"
AIMS = frozenset("pour afin".split())  # open a clause of purpose
# What opens a clause of purpose, or of what was not done instead.
PURPOSE = (
    "in order to",
    "afin de",
    "afin d'",
    "en vue de",
    "en vue d'",
    "le but de",
    "le but d'",
    "l' intention de",
    "l' intention d'",
)
INSTEAD = ("au lieu de", "au lieu d'", "plutôt que de", "plutôt que d'", "instead of", "rather than")
OFFERS = frozenset(
    "ultimatum order deadline warning permission chance opportunity right call demand request appeal guarantee hour "
    "day choice pressure "
    "ordre délai avertissement permission occasion droit appel demande garantie heure choix pression possibilité".split()
)
GIVES = frozenset("give allow order warn force leave donner laisser".split())  # "gave them until Monday to go": they go
CALLS = frozenset(
    "call appeal plead beg cry appeler ordonner demander enjoindre intimer interdire permettre recommander conseiller".split()
)  # "called on X to help": X helps


@dataclass(slots=True, eq=False)
class Word:
    """One word (or one known name of several words) in its sentence; `start`/`end` are offsets into the article."""

    i: int
    text: str
    lemma: str
    pos: str
    rel: str
    start: int
    end: int
    low: str  # the text in lower case, which most rules look at
    head: int = -1
    prep: str = ""
    plural: bool = False
    tense: str = ""  # past, pres, fut, cond, inf, part (past participle), ger
    name: int = -1  # index of the known name this word stands for
    kids: list[int] = field(default_factory=list)
    noun: str = ""  # of a name of several words, the one that says what it is: "aircraft" of "Russian aircraft"

    @property
    def span(self) -> Span:
        """The word's place in the article."""
        return Span(self.start, self.end)

    @property
    def nouns(self) -> tuple[str, ...]:
        """How a condition may write what a name says that it is: "chars" or "char" of "chars de l'armée"."""
        one = self.noun.removesuffix("s")
        return () if not self.noun else (self.noun,) if one == self.noun else (self.noun, one)


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence's words as the model is shown them: where each stands in the article, whether a blank follows, and the
    number of the known name that it stands for (-1 for none)."""

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    names: list[int] = field(default_factory=list)

    def add(self, text: str, start: int, end: int, space: bool, name: int = -1) -> None:
        """Add the next word."""
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)
        self.spaces.append(space)
        self.names.append(name)


@lru_cache(maxsize=2)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a sentence in lower case. Patterns of hundreds of words take long to find nothing, so that it is
    asked first, of each sentence several times, whether any of their words is there."""
    return frozenset(_WORD.findall(text.lower()))
