"""Who acts: a person, group, force, state or body, with its names and what it belonged to when."""

from dataclasses import dataclass

__all__ = ["Actor", "Membership", "Outlet"]


@dataclass(frozen=True, slots=True)
class Membership:
    """Part of `parent` between two dates as written (`2013`, `2013-06`, or empty for open)."""

    parent: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `known` is False for a name no theatre lists: it waits for a human word."""

    id: str
    name: str
    kind: str
    role: str = ""
    country: str = ""
    camp: str = ""
    part_of: tuple[Membership, ...] = ()
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: `reliability` is A-F of the Admiralty code, always with its reason in words."""

    id: str
    name: str
    country: str = ""
    camp: str = ""
    kind: str = ""
    reliability: str = "F"
    reason: str = "nothing is recorded about this outlet, so its reliability cannot be judged"
