"""The atom: what one report says at one place in its text, who says so, and in what mode."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from dateline.model.control import ControlStatement
from dateline.model.figure import Figure
from dateline.model.text import Span
from dateline.model.when import Interval

__all__ = [
    "ASIDES",
    "FROM_ALONE",
    "FROM_CONTEXT",
    "FROM_FOE",
    "FROM_HOLDER",
    "INNER",
    "MERE_PEOPLE",
    "Claim",
    "Entity",
    "Evidence",
    "Framing",
    "Mention",
    "Modality",
    "Reading",
]


class Modality(StrEnum):
    """In what mode a claim is told; the values of the annotation guide."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    AGREED = "agreed"
    REPORTED = "reported"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor or place as one report knows it; claims of a reading name it by `key`, resolving turns that into an id.

    `candidates` are ids the theatre offers for the name, the likeliest first; `hint` is the kind word beside it ("town",
    "province", "brigade"); `direction` is set for a part of a place ("northern Syria": `north`); `within` is
    the key of a place that it is told to lie in or by ("the village of Tokhar near Manbij").
    """

    key: str
    kind: Literal["actor", "place"]
    name: str
    surfaces: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    hint: str = ""
    direction: str = ""
    within: str = ""


# Rules of names beside the text, of which no claim is read: where it was written, captions and credits.
ASIDES = ("dateline", "caption or credit")
INNER = "name within another"  # the rule of "Homs" in "northern Homs", of "US" in "US forces"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that point at an actor or a place: a name, a common noun ("the group") or a pronoun."""

    id: str
    document: str
    span: Span
    kind: Literal["actor", "place"]
    form: Literal["name", "nominal", "pronoun"]
    refers_to: str
    rule: str

    @property
    def aside(self) -> bool:
        """True for a name beside the text, which says little of where and between whom things happen."""
        return self.rule in ASIDES

    @property
    def names(self) -> bool:
        """True for a name, and for words that tell a place by the name of another one: "northern Homs"."""
        return self.form == "name" or (self.kind == "place" and self.rule != INNER)


# Rules that fill a side which a sentence leaves out: from what the report tells elsewhere, or from what it does not tell.
FROM_HOLDER = "who held the place"
FROM_FOE = "whom it fights in this report"
FROM_ALONE = "the only one told to do so in this report"
MERE_PEOPLE = "people of whom nothing more is told"
FROM_CONTEXT = (FROM_HOLDER, FROM_FOE, FROM_ALONE, MERE_PEOPLE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a field of a claim rests on, and the rule that read them."""

    field: str
    span: Span
    rule: str

    @property
    def of_context(self) -> bool:
        """True where the words tell it of something else in the report, or less than it: a good guess, not told of this."""
        return self.rule in FROM_CONTEXT


@dataclass(frozen=True, slots=True)
class Claim:
    """Report `document` says, having it from `speakers`, that `actors` did `type` to `targets` at `places` in `time`.

    Within a Reading the roles hold entity keys; after resolving they hold actor and place ids. `trigger` is the words that
    signal the event, `span` the clause around it. `confidence` is 0-1 and says how sure the machine is that the text says
    this, not how true it is.
    """

    id: str
    document: str
    span: Span
    trigger: Span
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    places: tuple[str, ...]
    time: Interval
    speakers: tuple[str, ...]
    modality: Modality
    background: bool
    figures: tuple[str, ...]
    plover: str
    acled: str
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...] = ()
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Framing:
    """Wording that takes a side: the words, about whom, in which direction, and a neutral wording to put beside them."""

    id: str
    document: str
    span: Span
    about: str
    stance: Literal["favourable", "unfavourable"]
    neutral: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood from one article. `uncoded` are sentences with an event word and no claim."""

    document: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    control: tuple[ControlStatement, ...]
    framings: tuple[Framing, ...]
    uncoded: tuple[Span, ...] = ()
