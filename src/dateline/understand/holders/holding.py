"""One statement of who holds a place, and the words by which the modules that read such statements tell places apart."""

from dataclasses import dataclass

from dateline.model import Span

__all__ = ["ANYWHERE", "IN", "TOWNS", "TOWN_WORDS", "Holding", "LastPlaces"]

TOWNS = frozenset({"city", "town", "village", "capital", ""})  # kinds of places; a town may be of no known kind
TOWN_WORDS = frozenset("city town village capital ville village capitale localité".split())
ANYWHERE = frozenset("area region territory zone town village land zone région territoire ville".split())
IN = frozenset({"in", "within", "inside", "across", "throughout", "dans", "à", "en"})


@dataclass(frozen=True, slots=True)
class LastPlaces:
    """The last place that a report spoke of, and the last town; empty where it spoke of none."""

    place: str
    town: str


@dataclass(slots=True, eq=False)
class Holding:
    """One statement of control: place and holder by key, the words, and the share in percent where told."""

    span: Span
    place: str
    holder: str
    share: float | None
    head: int
    rule: str
    denied: bool = False  # told not to hold it, or not any more
