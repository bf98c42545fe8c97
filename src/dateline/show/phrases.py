"""How actors and places are called in an English sentence: ids in, noun phrases with article and number out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from dateline.model import Actor, Place
from dateline.show.contents import Contents
from dateline.show.inert import one_line

__all__ = ["Naming", "Phrase", "is_general", "join_words"]

# The head of a name stands before these words: "Observatory for Human Rights", "Ministry of Defence".
_TAIL = re.compile(r"\s(?:of|for|in|to|against|on|at|within|without)\s", re.IGNORECASE)
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9-]{1,7}$")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ON = frozenset({"road", "island"})
# How the names of places told by another one begin, and what stands before them.
_TOLD_BY = {r"outskirts of": "on the", r"(?:\w+ )?countryside of": "in the", r"between |\d": ""}
_AT = frozenset({"air base", "border", "border crossing", "site", "mountain"})
_ADDED = {
    "province": ("province", r"provin|governor|oblast|region|state|district|wilay|prefect|county"),
    "district": ("district", r"distri|raion|quarter|county|subdistrict"),
    "camp": ("camp", r"camp"),
    "air base": ("air base", r"base|airport|airfield|aerodrome"),
    "border crossing": ("border crossing", r"crossing|border|gate|checkpoint"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they stand within a sentence, and whether the verb beside them is plural."""

    text: str
    plural: bool = False
    several: bool = False


def join_words(parts: list[str], most: int = 4) -> str:
    """Return `a, b and c`; more than `most` end with how many others there are."""
    if len(parts) > most:
        parts = [*parts[: most - 1], f"{len(parts) - most + 1} others"]
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else ""


class Naming:
    """Calls the actors and places of one record by name."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.rules = _rules()
        self._actors: dict[str, Phrase | None] = {}

    def actor(self, id: str) -> Phrase | None:
        """One actor as a phrase; None for nobody in particular."""
        if id not in self._actors:
            self._actors[id] = self._called(id)
        return self._actors[id]

    def _called(self, id: str) -> Phrase | None:
        general = self.rules.general.get(id)
        if general is not None:
            return Phrase(general, True) if general else None
        actor = self.contents.actors.get(id)
        return self._named(actor) if actor is not None else None

    def actors(self, ids: tuple[str, ...]) -> Phrase | None:
        """Several actors as one phrase; None where there is no name to tell."""
        found = [phrase for phrase in map(self.actor, dict.fromkeys(ids)) if phrase]
        texts = list(dict.fromkeys(phrase.text for phrase in found))
        if not texts:
            return None
        return Phrase(join_words(texts), len(texts) > 1 or found[0].plural, len(texts) > 1)

    def _named(self, actor: Actor) -> Phrase:
        bare = _bare(actor)
        if is_general(actor):
            plural = self.rules.is_plural(bare)
            return Phrase(bare if plural else f"the {bare}", plural)
        if actor.kind == "person":
            return Phrase(bare)
        if bare.lower().startswith("the "):
            return Phrase("the " + bare[4:], self.rules.is_plural(bare))
        return Phrase(("the " if self.rules.wants_the(bare) else "") + bare, self.rules.is_plural(bare))

    def is_named(self, id: str) -> bool:
        """True for an actor with a name of its own, not "rebels" or "civilians"."""
        actor = self.contents.actors.get(id)
        return actor is not None and not is_general(actor)

    def place_name(self, id: str) -> str:
        """A place's name with its kind where the name alone could mean something else; empty if unknown."""
        place = self.contents.places.get(id)
        if place is None:
            return ""
        name = _BRACKETS.sub("", one_line(place.name))
        kind, has_kind = _ADDED.get(place.kind, ("", ""))
        name = f"{name} {kind}" if kind and not re.search(has_kind, name, re.IGNORECASE) else name
        return f"the {name}" if self._place_wants_the(place, name) else name

    def _place_wants_the(self, place: Place, name: str) -> bool:
        low = name.lower()
        if low.startswith("the "):
            return False
        if place.kind in ("river", "sea", "road", "border", "border crossing", "air base"):
            return True
        return place.kind == "country" and low in self.rules.countries

    def bare_places(self, ids: tuple[str, ...]) -> str:
        """Several places as one phrase, without a preposition; those that contain another of them are left out."""
        return join_words([name for name in map(self.place_name, self._innermost(ids)) if name], 3)

    def where(self, ids: tuple[str, ...]) -> str:
        """A phrase such as `in Northbridge and Hilltown`; empty where no place is known."""
        groups: dict[str, list[str]] = {}
        for id in self._innermost(ids):
            if name := self.place_name(id):
                groups.setdefault(self._preposition(self.contents.places[id]), []).append(name)
        return join_words([f"{preposition} {join_words(names, 3)}".strip() for preposition, names in groups.items()])

    def _innermost(self, ids: tuple[str, ...]) -> list[str]:
        outer = {ancestor for id in ids for ancestor in self.contents.ancestors(id)}
        return [id for id in dict.fromkeys(ids) if id in self.contents.places and id not in outer]

    def _preposition(self, place: Place) -> str:
        if place.precision == 2 and not place.parent:
            return "near"
        if place.kind == "river":
            return "along"
        for beginning, preposition in _TOLD_BY.items():
            if re.match(beginning, place.name):
                return preposition
        if place.precision == 2 and place.kind == "unknown":
            return "at"  # a gate, a plant, a bridge that no list has, in the town it is told by
        return "on" if place.kind in _ON else "at" if place.kind in _AT else "in"


def is_general(actor: Actor) -> bool:
    """True for an actor that is no one in particular: its name is a common noun."""
    return actor.name == actor.name.lower() and actor.name.isascii() and not actor.name.startswith("al-")


def _bare(actor: Actor) -> str:
    """An actor's name without what stands in brackets beside it."""
    name = one_line(actor.name)
    return _BRACKETS.sub("", name).strip() or name


@dataclass(frozen=True, slots=True)
class _Rules:
    """naming.yaml as read."""

    general: dict[str, str]
    heads: frozenset[str]
    with_article: frozenset[str]
    countries: frozenset[str]
    bare_capitals: frozenset[str]
    bare: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]

    def wants_the(self, name: str) -> bool:
        """True where English puts "the" before this name."""
        low = name.lower()
        if low in self.bare:
            return False
        if low in self.countries or low in self.with_article:
            return True
        if _ACRONYM.match(name):
            return name not in self.bare_capitals
        return {self._head(low), low.split()[-1]} & self.heads != set() or low.endswith(tuple(self._long_heads()))

    def _long_heads(self) -> list[str]:
        return [f" {head}" for head in self.heads if " " in head]

    def is_plural(self, name: str) -> bool:
        """True where the name takes a plural verb."""
        low = name.lower()
        head = self._head(low)
        if low in self.singular or head in self.singular:
            return False
        if low in self.plural or head in self.plural:
            return True
        if low in self.with_article and low.endswith("s"):
            return True
        if _ACRONYM.match(name) or not head.endswith("s") or head.endswith(("ss", "us", "is")):
            return False
        return head in self.heads or low in self.bare or name == low

    def _head(self, low: str) -> str:
        words = _TAIL.split(low, maxsplit=1)[0].replace(",", " ").split()
        return words[-1] if words else low


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data = yaml.safe_load((resources.files("dateline.show") / "naming.yaml").read_text(encoding="utf-8"))
    sets = (frozenset(map(str, data[key])) for key in _Rules.__slots__[1:])
    return _Rules(dict(data["general"]), *sets)
