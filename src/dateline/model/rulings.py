"""What the human decisions come to on today's ids, as one value: it goes into resolving and weighing with the readings."""

from dataclasses import dataclass, field

from dateline.model.claim import Claim
from dateline.model.review import Anchor, Orphan, Review

__all__ = ["NO_RULINGS", "Change", "Grading", "Linkage", "Merging", "Regrouping", "Rulings"]


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a human set, and its value as JSON."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Merging:
    """Actors or places that a human said are one: `others` are taken for `keep`."""

    keep: Anchor
    others: tuple[Anchor, ...]
    decision: str


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Mentions that a human took out of an actor or a place (`thing`): they mean `into` instead, called `name`."""

    thing: str
    mentions: tuple[str, ...]
    into: str
    name: str
    decision: str


@dataclass(frozen=True, slots=True)
class Linkage:
    """Groups of claims that a human said are one happening (`together`), or that no two of them are."""

    groups: tuple[tuple[str, ...], ...]
    together: bool
    decision: str
    who: str


@dataclass(frozen=True, slots=True)
class Grading:
    """A grade that a human set: the outlet's letter, or the credibility of the event that holds most of these claims."""

    about: str
    claims: tuple[str, ...]
    value: str
    reason: str
    decision: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """All that stands of the log. `changes` and `rejected` are by the id of a claim, figure or control statement.

    `identities` keep the order of the log; `named` are the actors and places that decisions speak of, by their ids.
    """

    changes: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    added: tuple[Claim, ...] = ()
    identities: tuple[Merging | Regrouping, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    gradings: tuple[Grading, ...] = ()
    reviews: tuple[Review, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    named: dict[str, Anchor] = field(default_factory=dict)


NO_RULINGS = Rulings()
