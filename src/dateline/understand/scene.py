"""A parsed sentence with whom and what its words point at: the form in which the rules of reading pass it on."""

from dataclasses import dataclass, field, replace
from typing import Literal

from dateline.model import Span
from dateline.theatres import RoleNoun
from dateline.understand.parse.parsing import ParsedSentence
from dateline.understand.syntax import Parse

__all__ = [
    "NO_ONE",
    "PARTIES",
    "PERSON_PRONOUNS",
    "PLURAL_PRONOUNS",
    "POSSESSIVES",
    "SINGLE_PRONOUNS",
    "WE",
    "Filling",
    "Ref",
    "Scene",
]

PERSON_PRONOUNS = frozenset("he she him her his il lui".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves ils elles eux leur leurs".split())
SINGLE_PRONOUNS = frozenset("it its itself il elle".split())
WE = frozenset("we us our ours nous notre nos i my je".split())
NO_ONE = frozenset("no neither aucun aucune nul nulle".split())  # but not "plus de 4 000 combattants"
POSSESSIVES = frozenset("its their his her son sa ses leur leurs".split())
PARTIES = "warring-parties"  # the actor of nouns for all who fight: "both sides"


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
    own: Span | None = None  # where a place is told by another, the words that name that one
    within: str = ""  # the key of a place that it is told to lie in or by
    modifies: bool = False  # "US-led", "Britain-based": names a state, but nobody acts or speaks here
    sides: tuple[str, ...] = ()  # whom "both sides" means

    def each(self) -> list["Ref"]:
        """Return one reference for each side that "both sides" means, or just itself; none where nobody can tell who."""
        if self.key == PARTIES:
            return [replace(self, key=side, sides=()) for side in self.sides]
        return [self]


@dataclass(frozen=True, slots=True)
class Filling:
    """The words that fill a slot of a trigger, and all forms and nouns among them."""

    words: tuple[int, ...]
    forms: frozenset[str]
    nouns: frozenset[str]


@dataclass(slots=True, eq=False)
class Scene:
    """A parsed sentence with its references by word number, and what many triggers ask of it, found once."""

    parsed: ParsedSentence
    actors: dict[int, Ref]
    places: dict[int, Ref]
    home: str = ""
    parse: Parse = field(init=False)
    forms: dict[str, list[int]] = field(init=False)  # word numbers by the lemma, and by what stands in the text
    spelled: frozenset[str] = field(init=False)  # all of these forms, with what names say that they are
    nouns: dict[str, list[int]] = field(init=False)  # those of names, by what they say that they are
    lows: list[str] = field(init=False)  # the tokens in lower case
    fillings: dict[tuple[int, str], Filling] = field(default_factory=dict)  # by a trigger's head and a slot's name
    meant: dict[int, str] = field(default_factory=dict)  # the noun for which a pronoun stands

    def __post_init__(self) -> None:
        self.parse = self.parsed.parse
        self.nouns = {}
        self.lows = [token.text.lower() for token in self.parsed.tokens]
        forms = self.forms = {}
        for word in self.parse.words:
            low, lemma = word.low, word.lemma
            if low in forms:
                forms[low].append(word.i)
            else:
                forms[low] = [word.i]
            if lemma != low:
                forms.setdefault(lemma, []).append(word.i)
            for noun in word.nouns:
                self.nouns.setdefault(noun, []).append(word.i)
        self.spelled = frozenset((*forms, *self.nouns))

    def mean(self, i: int, noun: str) -> None:
        """Note that a pronoun stands for a noun of an earlier clause."""
        self.meant[i] = noun
        self.spelled |= {noun}

    def named_at(self, i: int) -> Ref | None:
        """Return the person in whose name of several words word i stands, however the model hung its parts."""
        word = self.parse.words[i]
        if word.pos != "PROPN" or not word.text[0].isupper():
            return None
        names = (ref for ref in self.actors.values() if ref.form == "name")
        return next((r for r in names if r.span.covers(word.span) or r.span.end + 1 == word.start), None)
