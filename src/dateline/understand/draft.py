"""A claim in the making: what the stages of reading fill in, one after the other, before it is written down."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dateline.model import UNKNOWN_TIME, Evidence, Interval, Modality, Span
from dateline.understand.coding.triggers import Hit
from dateline.understand.scene import Scene

__all__ = ["ADDRESSED", "DUE", "JUDGING", "SAYS_IT", "TERM", "TWO_SIDED", "Draft"]

# Types whose target is spoken to: there a capital stands for its government.
ADDRESSED = frozenset(
    "ultimatum demand appeal threat refusal accusation criticism praise denial handover surrender disarmament sanction support "
    "investigation violation".split()
)
JUDGING = frozenset({"criticism", "praise", "refusal"})  # what is judged is done by the target: "abuses by the militia"
_UNDER = frozenset({"under", "accord", "per", "selon", "below", "suivant", "conformément", "aux"})
TERM, DUE = "term", "due"
SAYS_IT = "says it"  # how the evidence begins where a threat or refusal is of who says it
TWO_SIDED = frozenset({"negotiation", "agreement", "ceasefire", "clash", "prisoner-exchange"})  # both sides act


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making: roles hold entity keys, the latest evidence beside them."""

    scene: Scene
    hit: Hit
    type: str
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    mediators: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    absorbed: list[int] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    modality: Modality = Modality.ASSERTED
    told_as: str = ""  # a term of a deal by its own words, or an act that is due: what tells the terms of a deal on
    time: Interval = UNKNOWN_TIME
    background: bool = False
    figures: list[str] = field(default_factory=list)
    carrier: int = -1  # the light verb that carries a noun trigger: its tense and mode are the event's
    head: int = field(init=False)  # the trigger's head word
    sentence: int = field(init=False)  # the number of its sentence

    def __post_init__(self) -> None:
        self.head, self.sentence = self.hit.head, self.scene.parsed.sentence.index

    @property
    def follows(self) -> bool:
        """True for "under the deal, ...": what a deal told before leads to, not the deal itself, is told here."""
        word = self.scene.parse.words[self.head]
        return self.type in ("agreement", "ceasefire") and word.rel == "obl" and word.prep in _UNDER

    def give_up(self, key: str, span: Span) -> None:
        """Take from actors and targets one who was read from words that name this claim's speaker, unless for saying it."""
        for name in ("actor", "target"):
            wrong = [e for e in self.evidence if e.field == name and e.span == span and not e.rule.startswith(SAYS_IT)]
            if wrong and key in self.role(name):
                self.role(name).remove(key)
                self.evidence = [e for e in self.evidence if e not in wrong]

    def fill_usual(self, usual: Iterable[tuple[str, str]]) -> None:
        """Put in who is usually in a role of the type (role, actor), where the report names nobody for it.

        `target` in an actor's place: whom the words name as moved ("they are taken to Idlib") is the one who leaves.
        """
        for name, key in usual:
            if key == "target" and not self.actors:
                self.actors, self.targets = self.targets, []
                self.evidence = [replace(e, field="actor") if e.field == "target" else e for e in self.evidence]
            elif self.modality is Modality.AGREED and self.type != "aid":
                continue  # "laid down arms in return for safe passage": a term is for whoever the deal is with
            elif not self.role(name) and key not in ("target", *self.actors, *self.targets):
                self.role(name).append(key)
                self.evidence.append(Evidence(name, self.hit.span, "usual of the type"))

    def role(self, name: str) -> list[str]:
        """Return the list behind a role's name."""
        keys: list[str] = getattr(self, f"{name}s")
        return keys
