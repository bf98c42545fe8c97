"""A parsed sentence with whom and what its words point at: the form in which the rules of reading pass it on."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.model import Span
from dateline.theatres import RoleNoun
from dateline.understand.parsing import ParsedSentence
from dateline.understand.syntax import Parse

__all__ = ["NO_ONE", "PERSON_PRONOUNS", "PLURAL_PRONOUNS", "POSSESSIVES", "SINGLE_PRONOUNS", "WE", "Ref", "Scene"]

PERSON_PRONOUNS = frozenset("he she him her his il lui".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves ils elles eux leur leurs".split())
SINGLE_PRONOUNS = frozenset("it its itself il elle".split())
WE = frozenset("we us our ours nous notre nos i my je".split())
NO_ONE = frozenset("no neither aucun aucune nul nulle".split())  # but not "plus de 4 000 combattants"
POSSESSIVES = frozenset("its their his her son sa ses leur leurs".split())


@dataclass(slots=True, eq=False)
class Ref:
    """One pointing word: `key` is the entity it means ("" if nobody can tell), `rule` how that was found."""

    word: int
    span: Span
    kind: Literal["actor", "place"]
    form: Literal["name", "nominal", "pronoun"]
    key: str
    rule: str
    ids: tuple[str, ...] = ()
    noun: RoleNoun | None = None
    plural: bool = False
    hint: str = ""
    direction: str = ""
    modifies: bool = False  # "US-led", "Britain-based": names a state, but nobody acts or speaks here


@dataclass(slots=True, eq=False)
class Scene:
    """A parsed sentence with its references by word number."""

    parsed: ParsedSentence
    actors: dict[int, Ref]
    places: dict[int, Ref]
    home: str = ""

    _forms: dict[str, list[int]] = field(default_factory=dict)

    @property
    def forms(self) -> dict[str, list[int]]:
        """The numbers of the words by their forms: the lemma, and what stands in the text."""
        if not self._forms:
            for word in self.parse.words:
                for form in {word.lemma, word.text.lower()}:
                    self._forms.setdefault(form, []).append(word.i)
        return self._forms

    def named_at(self, i: int) -> Ref | None:
        """Return the person in whose name of several words word i stands, however the model hung its parts."""
        word = self.parse.words[i]
        if word.pos != "PROPN" or not word.text[0].isupper():
            return None
        names = (ref for ref in self.actors.values() if ref.form == "name")
        return next((r for r in names if r.span.covers(word.span) or r.span.end + 1 == word.start), None)

    @property
    def parse(self) -> Parse:
        """The sentence's words."""
        return self.parsed.parse
