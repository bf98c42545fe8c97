"""Claims taken together, with their slots joined: what is compared when claims are joined into events."""

import datetime as dt
from dataclasses import dataclass

from dateline.model import Claim

__all__ = ["FAMILIES", "ONCE", "REMEMBERED", "SLACK", "Bundle", "Toll", "Window", "days_of", "family_of"]

# Types that different reports give to one happening.
FAMILIES = (
    frozenset({"airstrike", "shelling", "attack", "killing", "bombing", "chemical-attack", "destruction"}),
    frozenset({"evacuation", "withdrawal", "displacement"}),
    frozenset({"offensive", "capture", "loss", "clash"}),
    frozenset({"agreement", "ceasefire"}),
    frozenset({"ultimatum", "demand"}),
    frozenset({"abduction", "arrest"}),
    frozenset({"protest", "riot"}),
)
_FAMILY = {kind: min(family) for family in FAMILIES for kind in family}
SLACK = dt.timedelta(days=1)
# What is done once in a while, so that a report which dates it by nothing speaks of the last time.
ONCE = frozenset({"capture", "loss", "agreement", "ceasefire", "ultimatum"})
REMEMBERED = dt.timedelta(days=90)
_NARROW = 4  # days: a window that tells happenings apart


@dataclass(frozen=True, slots=True)
class Window:
    """The days a bundle can be about; `sharp` where few."""

    first: dt.date
    last: dt.date

    @property
    def sharp(self) -> bool:
        """True where the window is narrow enough to tell happenings apart."""
        return (self.last - self.first).days <= _NARROW


@dataclass(frozen=True, slots=True, order=True)
class Toll:
    """A count in one role, and of whom where the claim tells: 13 soldiers and 170 civilians are no two tolls of one thing."""

    role: str
    count: float
    most: float  # what it may be at most: "dozens" are up to 96
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Claims taken together, and their slots joined: what is compared when bundles are joined further."""

    claims: tuple[Claim, ...]
    family: str
    mode: str  # a demand, a plan or a threat is another thing than its fulfilment
    types: frozenset[str]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    window: Window | None
    tolls: tuple[Toll, ...]
    denied: bool = False  # told only as not having happened
    home: str = ""  # the report's main place, where the claims tell none that could be located
    named: frozenset[str] = frozenset()  # other places that the sentences name
    loose: bool = False  # no words date it: it may be an older happening, told again
    title: bool = False  # told in a title alone
    sure: bool = True  # the place is told beside the act, not carried over from another sentence


def days_of(bundle: Bundle) -> tuple[int, int]:
    """Return the first and last day of a bundle, as numbers, so that two whose days do not meet cannot be of one happening."""
    if bundle.window is None:
        return 0, dt.date.max.toordinal()
    first, last = bundle.window.first.toordinal(), bundle.window.last.toordinal()
    if bundle.types.isdisjoint(ONCE):
        return first - SLACK.days, last
    return min(first - SLACK.days, last - REMEMBERED.days), last + REMEMBERED.days


def family_of(kind: str) -> str:
    """Return the name of the family of types that one happening can be told as."""
    return _FAMILY.get(kind, kind)
