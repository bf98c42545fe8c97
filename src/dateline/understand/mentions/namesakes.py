"""A name that several bear in; whom or what it means in this report first: told so before, called so then, of its country."""

import datetime as dt
from dataclasses import replace

from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.mentions.names import Name

__all__ = ["by_report", "called_so"]


def by_report(name: Name, memory: Memory) -> Name:
    """Return the name, the actor or border first that the report means by it."""
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


def called_so(actor: str, text: str, memory: Memory) -> bool:
    """True unless a theatre dates the name of an actor and the report's day lies outside."""
    used = memory.lexicon.theatre.dated_names.get((actor, fold(text)), ())
    return not used or memory.day is None or any(_covers(since, until, memory.day) for since, until in used)


def _covers(since: str, until: str, day: dt.date) -> bool:
    """True for a day within dates as a theatre writes them: 2013, 2013-06 or 2013-06-01, both ends included."""
    told = day.isoformat()
    return since <= told[: len(since)] and (not until or told[: len(until)] <= until)
