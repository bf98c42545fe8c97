"""A name that several bear in; whom or what it means in this report first: told so before, called so then, of its country."""

import datetime as dt
from dataclasses import replace

from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.mentions.names import Name

__all__ = ["by_report", "called_so", "mission_of"]


def by_report(name: Name, memory: Memory) -> Name:
    """Return the name, the actor or border first that the report means by it."""
    if name.ids[0] == _PEACEKEEPERS:
        return replace(name, ids=(mission_of(memory) or _PEACEKEEPERS,))
    if name.kind == "actor" and name.noun is None and (people := memory.alone.get(fold(name.text))):
        return replace(name, ids=(people,))
    if len(name.ids) == 1:
        return name
    theatre = memory.lexicon.theatre
    home = theatre.countries.get(memory.discourse.home)
    if name.kind == "place" and home:  # "the Iraqi border": the one with the country that the report is about
        return replace(
            name, ids=tuple(sorted(name.ids, key=lambda i: home.code not in theatre.borders.get(i, {home.code})))
        )
    if name.kind != "actor":
        return name
    told = memory.short.get(fold(name.text), "")

    def rank(actor: str) -> tuple[bool, bool, bool]:
        then = called_so(actor, name.text, memory)
        listed = theatre.actors.get(actor)
        return actor != told, not then, bool(home) and (listed is None or home is None or listed.country != home.code)

    return replace(name, ids=tuple(sorted(name.ids, key=rank)))


def mission_of(memory: Memory) -> str:
    """Return the mission that "the blue helmets" or "the UN mission" are here: the one named, else its country's."""
    lexicon, home = memory.lexicon, memory.discourse.home
    if memory.alone.get(_MISSION):
        return memory.alone[_MISSION]
    known = lexicon.with_role(home, _MISSION) if home else ""
    actor = lexicon.actor(known)
    served = actor.part_of if actor is not None else ()
    then = memory.day is None or any(_covers(part.since, part.until, memory.day) for part in served)
    return known if served and then else ""


_PEACEKEEPERS, _MISSION = "un-peacekeeping", "un-mission"


def called_so(actor: str, text: str, memory: Memory) -> bool:
    """True unless a theatre dates the name of an actor and the report's day lies outside."""
    used = memory.lexicon.theatre.dated_names.get((actor, fold(text)), ())
    return not used or memory.day is None or any(_covers(since, until, memory.day) for since, until in used)


def _covers(since: str, until: str, day: dt.date) -> bool:
    """True for a day within dates as a theatre writes them: 2013, 2013-06 or 2013-06-01, both ends included."""
    told = day.isoformat()
    return since <= told[: len(since)] and (not until or told[: len(until)] <= until)
