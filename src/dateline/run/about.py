"""An id of a record in; the thing behind it, its anchor, and whether a value fits a field of it, out."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.errors import DecisionError
from dateline.model import (
    Actor,
    Anchor,
    Article,
    Claim,
    ControlStatement,
    Event,
    Figure,
    Mention,
    Outlet,
    Place,
    content_id,
)
from dateline.model.fields import read_value
from dateline.record import Record
from dateline.resolve.anchoring import anchor_of
from dateline.run.names import Names
from dateline.theatres import fold

__all__ = ["LookUp", "a", "as_json", "named"]

_ACTORS = ("actors", "targets", "mediators", "speakers", "holder")
_PLACES = ("places", "place")
_PLACED = ("kind", "lat", "lon", "radius_km", "country", "parent", "precision")


class LookUp:
    """Looks up what decisions on one record are about."""

    def __init__(self, record: Record, blind: bool = False) -> None:
        self.record, self.blind, self.names = record, blind, Names(record)
        own = record.settings().codebook
        self.types = load_codebook(Path(own) if own and Path(own).is_dir() else None).types

    def thing(self, id: str) -> object:
        thing = self.record.thing(id) or self.record.thing(self.record.resolve_id(id))
        thing = thing or self.names.known(id, Actor) or self.names.known(id, Place)
        if thing is None:
            raise DecisionError(
                f"{self.record.path}: holds nothing with the id {id!r}; list what is there to see its ids"
            )
        return thing

    def anchor(self, id: str) -> Anchor:
        return self.anchors(self.thing(id))[0]

    def anchors(self, thing: object) -> tuple[Anchor, ...]:
        if isinstance(thing, Claim | Figure | ControlStatement | Mention):
            return (self.in_text(thing),)
        if isinstance(thing, Event):
            return (self.event(thing), *self.claims(thing.claims))
        return (named(thing),)

    def in_text(self, thing: Claim | Figure | ControlStatement | Mention) -> Anchor:
        as_read = self.record.claim_as_read(thing.id) if self.blind and isinstance(thing, Claim) else None
        return anchor_of(as_read or thing, self.article(thing.document))

    def event(self, event: Event) -> Anchor:
        return Anchor(event.id, "event", label=event.type)

    def claims(self, ids: Iterable[str]) -> tuple[Anchor, ...]:
        return tuple(self.in_text(claim) for id in ids if (claim := self.record.claim(id)))

    def article(self, document: str) -> Article:
        article = self.record.article_as_read(document)
        if article is None:
            raise DecisionError(f"{document}: the record holds no document with this id")
        return article

    def mentions(self, thing: Actor | Place, parts: Sequence[str]) -> list[Mention]:
        """Return the mentions of a thing that are named, by their own id or by that of their document."""
        own = [mention for mention in self.record.mentions() if mention.refers_to == thing.id]
        strange = set(parts) - {mention.id for mention in own} - {mention.document for mention in own}
        if strange or not parts:
            what = f"{min(strange)} is no mention of it and no document that names it" if strange else "which mentions?"
            raise DecisionError(f"{thing.id}: {what}; `dateline explain RECORD {thing.id}` lists them")
        return [mention for mention in own if mention.id in parts or mention.document in parts]

    def into(self, thing: Actor | Place, into: str, mentions: Sequence[Mention]) -> tuple[Anchor, str]:
        """Return whom split-off mentions mean: somebody known by id, or somebody new by that name."""
        listed = self.names.known(into, type(thing)) if into else None
        if listed is not None:
            return named(listed), listed.name
        new = content_id("n", thing.id, into, *sorted(mention.id for mention in mentions))
        slug = fold(into).replace(" ", "-") if into else ""
        return Anchor(f"{slug}-{new[2:8]}" if slug else new, "actor"), into or thing.name

    # --- checking ---------------------------------------------------------------------------------------------------
    def check(self, anchor: Anchor, field: str, text: str) -> None:
        """Raise DecisionError where a field cannot be set to this."""
        try:
            value = read_value(anchor.kind, field, text)
        except ValueError as problem:
            raise DecisionError(f"{anchor.id}: {problem}") from None
        if field == "type" and value not in self.types:
            raise DecisionError(f"{anchor.id}: no event type {value!r}; `dateline codebook show` names the types")
        for id in _ids(field, value, ("figures",)):
            if not isinstance(self.record.thing(id), Figure):
                raise DecisionError(f"{anchor.id}: figures: the record holds no figure {id!r}")

    def with_ids(self, field: str, value: object) -> tuple[object, tuple[Anchor, ...]]:
        """Return a value with ids in the place of names, and anchors of those it names, so that they stay known."""
        words = _ids(field, value, (*_ACTORS, *_PLACES))
        if not words:
            return value, ()
        kind: type[Actor | Place] = Place if field in _PLACES else Actor
        found = [self.names.find(word, kind) for word in words]
        ids: list[str] = [thing.id for thing in found]
        return ids[0] if isinstance(value, str) else ids, tuple(map(named, found))


def named(thing: object) -> Anchor:
    """Return the anchor of an actor, a place or an outlet: its name, and what else is known of it."""
    if isinstance(thing, Actor):
        return Anchor(
            thing.id, "actor", label=thing.name, before=as_json({"kind": thing.kind, "country": thing.country})
        )
    if isinstance(thing, Place):
        return Anchor(
            thing.id, "place", label=thing.name, before=as_json({name: getattr(thing, name) for name in _PLACED})
        )
    if isinstance(thing, Outlet):
        return Anchor(thing.id, "outlet", label=thing.name)
    raise DecisionError(f"{getattr(thing, 'id', thing)}: nothing can be decided on this; see docs/reviewing.md")


def _ids(field: str, value: object, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that a value names, where its field is one of those that do."""
    if field not in fields or not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
