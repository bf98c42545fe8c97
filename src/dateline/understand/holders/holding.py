"""One statement of who holds a place, and the words by which the modules that read such statements tell places apart."""

from dataclasses import dataclass

from dateline.model import Span
from dateline.understand.scene import Scene

__all__ = ["ANYWHERE", "IN", "PRESENT", "TOWNS", "TOWN_WORDS", "Holding", "LastPlaces"]

TOWNS = frozenset({"city", "town", "village", "capital", ""})  # kinds of places; a town may be of no known kind
TOWN_WORDS = frozenset("city town village capital ville village capitale localité".split())
ANYWHERE = frozenset(
    "area region territory zone sector town village land swathe swath zone région territoire secteur ville".split()
)
PRESENT = "stands there:"  # how the rule begins where somebody is told to be in a place, not to hold it
IN = frozenset({"in", "within", "inside", "across", "throughout", "dans", "à", "en"})


@dataclass(frozen=True, slots=True)
class LastPlaces:
    """The last place that a report spoke of, and the last town; empty where it spoke of none.

    They count this sentence; `before` are those that were told before it.
    """

    place: str
    town: str
    before: "LastPlaces | None" = None

    def at(self, scene: Scene, start: int) -> "LastPlaces":
        """Return them as they are at a character: what is named further on in the sentence is not yet told."""
        told = any(ref.form == "name" and ref.span.end <= start for ref in scene.places.values())
        return self.before if self.before is not None and not told else self


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
