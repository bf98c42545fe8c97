"""The wording matrix: how each outlet names each actor, in loaded words and in others, as a table, JSON or CSV."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from dateline.model import Actor, Outlet
from dateline.record import Framed, Record, by_id, framed, named
from dateline.show.inert import one_line
from dateline.show.web.asking import number
from dateline.show.web.scene import Ref
from dateline.show.web.table import Cell, Column, Row

__all__ = ["WORDING_COLUMNS", "wording_page", "wording_rows"]

_ACTORS, _OUTLETS, _NAMES = 6, 30, 4
WORDING_COLUMNS = (
    Column("outlet", "Outlet"),
    Column("about", "About"),
    Column("stance", "Stance"),
    Column("words", "Words"),
    Column("neutral", "Neutral wording"),
    Column("times", "Times", number=True),
)


@dataclass(frozen=True, slots=True)
class Naming:
    """How one outlet names one actor."""

    loaded: tuple[Framed, ...]
    names: tuple[tuple[str, int], ...]


def wording_page(record: Record, request: Request) -> dict[str, Any]:
    """Return the matrix: the outlets and actors with most loaded words, or the actor asked for."""
    asked, most = request.query_params.get("actor", ""), number(request, "actors", _ACTORS, 40)
    loaded = framed(record, actor=asked, outlet=request.query_params.get("outlet", ""))
    actors = [id for id, _ in _counted(loaded, "about").most_common(most)]
    outlets = [id for id, _ in _counted(loaded, "outlet").most_common(_OUTLETS)]
    return {
        "actors": _actors(record, actors),
        "outlets": _outlets(record, outlets),
        "cells": _cells(record, loaded, actors),
        "total": len(loaded),
        "query": request.url.query,
        "known": {outlet.id: outlet for outlet in by_id(record, Outlet, outlets)},
    }


def wording_rows(record: Record, request: Request) -> list[Row]:
    """Return loaded words one by one: outlet, about whom, words, how often."""
    loaded = framed(record, actor=request.query_params.get("actor", ""), outlet=request.query_params.get("outlet", ""))
    actors = {ref.id: ref for ref in _actors(record, sorted({one.about for one in loaded}))}
    outlets = {ref.id: ref for ref in _outlets(record, sorted({one.outlet for one in loaded}))}
    return [
        Row(
            f"{one.document}:{one.start}",
            (
                Cell((outlets[one.outlet],)),
                Cell((actors[one.about],)),
                Cell(one.stance, word=True),
                Cell(one_line(one.words)),
                Cell(one.neutral),
                Cell(one.times),
            ),
        )
        for one in loaded
    ]


def _counted(loaded: list[Framed], field: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in loaded:
        found[getattr(one, field)] += one.times
    return found


def _cells(record: Record, loaded: list[Framed], actors: list[str]) -> dict[tuple[str, str], Naming]:
    words: dict[tuple[str, str], list[Framed]] = defaultdict(list)
    for one in loaded:
        words[one.outlet, one.about].append(one)
    names: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for other in named(record, actors):
        names[other.outlet, other.actor].append((one_line(other.words), other.times))
    return {key: Naming(tuple(words.get(key, ())), tuple(names.get(key, ())[:_NAMES])) for key in {*words, *names}}


def _actors(record: Record, ids: list[str]) -> list[Ref]:
    found = {actor.id: one_line(actor.name) for actor in by_id(record, Actor, ids)}
    return [Ref(id, found.get(id, id), f"/actor/{id}") if id else Ref("", "nobody in particular") for id in ids]


def _outlets(record: Record, ids: list[str]) -> list[Ref]:
    found = {outlet.id: one_line(outlet.name) for outlet in by_id(record, Outlet, ids)}
    return [Ref(id, found.get(id, "outlet not known"), f"/outlet/{id}" if id in found else "/documents") for id in ids]
