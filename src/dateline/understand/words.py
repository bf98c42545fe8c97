"""One word of a parsed sentence, in the one vocabulary of relations that every language's parse is turned into."""

from dataclasses import dataclass, field

from dateline.model import Span

__all__ = ["ACCUSING", "CALLS", "GIVES", "OFFERS", "Word"]

ACCUSING = frozenset("accuse blame suspect charge accuser soupçonner".split())  # of what comes behind "of", "de"
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
