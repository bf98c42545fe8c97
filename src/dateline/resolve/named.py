"""An id that only a human named in, with what is known of it; the actor or place of that id out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dateline.model import Actor, Anchor, Place
from dateline.theatres import Theatre

__all__ = ["actor_named", "place_named"]

_BY_HAND = "named by a reviewer"


def actor_named(id: str, named: Mapping[str, Anchor], theatre: Theatre, known: Callable[[str], Actor]) -> Actor:
    """Return the actor that the theatre lists, else one with the name and kind that it had when it was decided on."""
    if id in theatre.actors:
        return theatre.actors[id]
    anchor = named.get(id)
    if anchor is None:
        return known(id)
    before = _fields(anchor)
    kind, country = str(before.get("kind") or "unknown"), str(before.get("country") or "")
    return Actor(id, anchor.label or id, kind, country=country, known=False)


def place_named(id: str, named: Mapping[str, Anchor], theatre: Theatre) -> Place:
    """Return the place that the theatre lists, else one with the name and the point that it had when decided on."""
    if id in theatre.places:
        return replace(theatre.places[id], reason=_BY_HAND)
    anchor = named.get(id)
    before = _fields(anchor) if anchor else {}
    name = anchor.label if anchor else ""
    place = Place(id, name or id.removeprefix("unplaced-").replace("-", " "), "unknown", precision=7, reason=_BY_HAND)
    return replace(place, **{key: before[key] for key in before if key in Place.__slots__})


def _fields(anchor: Anchor) -> dict[str, Any]:
    return dict(json.loads(anchor.before)) if anchor.before else {}
