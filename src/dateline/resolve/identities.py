"""Resolved readings and the mergings and splits of humans in; the same with one id for what they said is one, out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from dateline.model import (
    Actor,
    Anchor,
    Claim,
    ControlStatement,
    Figure,
    Framing,
    Mention,
    Merging,
    Orphan,
    Place,
    Regrouping,
    Rulings,
    Span,
    Tombstone,
)
from dateline.resolve.named import actor_named, place_named
from dateline.resolve.resolved import Resolved, renamed
from dateline.theatres import Theatre, fold

__all__ = ["Identities"]

T = TypeVar("T", Figure, ControlStatement, Framing)

_ROLES = {"actor": "actors", "target": "targets", "mediator": "mediators", "place": "places", "speaker": "speakers"}


class Identities:
    """Merges and splits actors and places, one decision after the other in the order of the log."""

    def __init__(self, theatre: Theatre, known: Callable[[str], Actor], rulings: Rulings) -> None:
        self.theatre, self.known, self.rulings = theatre, known, rulings
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.table: dict[str, Tombstone] = {}
        self.orphans: list[Orphan] = []

    def apply(self, resolved: Resolved) -> Resolved:
        """Return the readings with merged ids replaced and split mentions under ids of their own."""
        self.actors = {actor.id: actor for actor in resolved.actors}
        self.places = {place.id: place for place in resolved.places}
        for ruling in self.rulings.identities:
            if isinstance(ruling, Merging):
                self._merge(ruling)
            else:
                resolved = self._regroup(self._rename(resolved), ruling)
        return self._rename(resolved)

    def finish(self, resolved: Resolved) -> Resolved:
        """Return the readings with merged ids replaced in what humans set, and everybody named in it listed."""
        resolved = self._rename(resolved)
        self._list_all(resolved)
        orphans = tuple(sorted((*resolved.rulings.orphans, *self.orphans), key=lambda orphan: orphan.id))
        return replace(
            resolved,
            actors=tuple(self._in_table(self.actors[id]) for id in sorted(self.actors)),
            places=tuple(self._placed(self.places[id]) for id in sorted(self.places)),
            rulings=replace(resolved.rulings, orphans=orphans),
            tombstones=tuple(self.table[id] for id in sorted(self.table)),
        )

    # --- merging ----------------------------------------------------------------------------------------------------
    def _merge(self, ruling: Merging) -> None:
        kept = self._present(ruling.keep)
        others = sorted({self._present(anchor) for anchor in ruling.others} - {kept, ""})
        if not others:
            names = ", ".join(anchor.label or anchor.id for anchor in ruling.others)
            self.orphans.append(
                Orphan(ruling.decision, f"nothing to merge: the record does not name {names or 'the others'} now")
            )
            return
        keep = kept or self._listed(ruling.keep)
        for other in others:
            self._take_over(keep, other)
            self.table[other] = Tombstone(other, keep, ruling.decision)
        self.table = {id: self._moved(stone) for id, stone in self.table.items()}

    def _moved(self, stone: Tombstone) -> Tombstone:
        """Let an older merge lead on to where its goal was merged since."""
        onward = self.table.get(stone.kept)
        return replace(stone, kept=onward.kept) if onward and onward.kept != stone.id else stone

    def _present(self, anchor: Anchor) -> str:
        """Return the id that an actor or place has in the record now, "" where it is not there."""
        things: Mapping[str, Actor | Place] = self.actors if anchor.kind == "actor" else self.places
        if anchor.id in things:
            return anchor.id
        if anchor.id in self.table:
            return self.table[anchor.id].kept
        name = fold(anchor.label)
        new = (one for one in things.values() if not self._is_listed(one.id))
        return min((one.id for one in new if name in {fold(n) for n in (one.name, *one.aliases)}), default="")

    def _is_listed(self, id: str) -> bool:
        return id in self.theatre.actors or id in self.theatre.places

    def _listed(self, anchor: Anchor) -> str:
        """Return the id of an actor or place that no report names under it, now listed."""
        if anchor.kind == "actor":
            self.actors[anchor.id] = actor_named(anchor.id, self.rulings.named, self.theatre, self.known)
        else:
            self.places[anchor.id] = place_named(anchor.id, self.rulings.named, self.theatre)
        return anchor.id

    def _take_over(self, keep: str, other: str) -> None:
        """Give the names of one thing to another, and drop the one."""
        if other in self.actors and keep in self.actors:
            gone, kept = self.actors.pop(other), self.actors[keep]
            self.actors[keep] = replace(kept, aliases=_names(kept.aliases, gone))
        elif other in self.places and keep in self.places:
            lost, place = self.places.pop(other), self.places[keep]
            self.places[keep] = replace(place, aliases=_names(place.aliases, lost))

    # --- splitting --------------------------------------------------------------------------------------------------
    def _regroup(self, resolved: Resolved, ruling: Regrouping) -> Resolved:
        taken = {m.id: m for m in resolved.mentions if m.id in set(ruling.mentions)}
        for document in sorted({mention.document for mention in taken.values()}):
            own = [m for m in taken.values() if m.document == document]
            for thing in sorted({m.refers_to for m in own} - {ruling.into}):
                moving = [m for m in own if m.refers_to == thing]
                left = [m for m in resolved.mentions if m.document == document and m.refers_to == thing]
                left = [m for m in left if m.id not in taken]
                resolved = _Moving(document, thing, ruling.into, moving, left).move(resolved)
                self._list_part(thing, ruling)
        self.table.pop(ruling.into, None)
        return resolved

    def _list_part(self, thing: str, ruling: Regrouping) -> None:
        """List what split-off mentions mean: something known, or something new of the same kind."""
        named = {ruling.into: Anchor(ruling.into, "actor", label=ruling.name), **self.rulings.named}
        if thing in self.actors and ruling.into not in self.actors:
            part = actor_named(ruling.into, named, self.theatre, self.known)
            self.actors[part.id] = part if part.known else replace(part, kind=self.actors[thing].kind)
        elif thing in self.places and ruling.into not in self.places:
            place = place_named(ruling.into, named, self.theatre)
            self.places[place.id] = place if place.lat is not None else replace(place, kind=self.places[thing].kind)

    # --- ids --------------------------------------------------------------------------------------------------------
    def _rename(self, resolved: Resolved) -> Resolved:
        table = {id: stone.kept for id, stone in self.table.items()}
        if not table:
            return resolved
        return replace(
            resolved,
            mentions=tuple(renamed(one, table) for one in resolved.mentions),
            claims=tuple(renamed(one, table) for one in resolved.claims),
            figures=tuple(renamed(one, table) for one in resolved.figures),
            control=tuple(renamed(one, table) for one in resolved.control),
            framings=tuple(renamed(one, table) for one in resolved.framings),
        )

    def _in_table(self, actor: Actor) -> Actor:
        """Return an actor whose bodies have the ids they were merged into; none is a part of itself."""
        parts = (replace(p, parent=self.table[p.parent].kept) if p.parent in self.table else p for p in actor.part_of)
        return replace(actor, part_of=tuple(part for part in parts if part.parent != actor.id))

    def _placed(self, place: Place) -> Place:
        parent = self.table[place.parent].kept if place.parent in self.table else place.parent
        return replace(place, parent="" if parent == place.id else parent)

    def _list_all(self, resolved: Resolved) -> None:
        """List the actors and places that only a human named."""
        told = {*self.rulings.changes, *(claim.id for claim in self.rulings.added)}
        changed = [claim for claim in resolved.claims if claim.id in told]
        doers = {id for c in changed for id in (*c.actors, *c.targets, *c.mediators, *c.speakers)}
        doers |= {one.holder for one in resolved.control if one.holder}
        spots = {id for c in changed for id in c.places} | {one.place for one in resolved.control if one.place}
        spots |= {id for figure in resolved.figures for id in figure.places}
        for id in sorted(doers - set(self.actors)):
            self.actors[id] = actor_named(id, self.rulings.named, self.theatre, self.known)
        for id in sorted(spots - set(self.places)):
            self.places[id] = place_named(id, self.rulings.named, self.theatre)


class _Moving:
    """Moves some mentions of one report from one thing to another, and the roles that rest on them."""

    def __init__(self, document: str, thing: str, into: str, moving: list[Mention], left: list[Mention]) -> None:
        self.document, self.into = document, into
        self.table = {thing: into}
        self.ids = {mention.id for mention in moving}
        self.moving = [mention.span for mention in moving]
        self.left = [mention.span for mention in left]

    def move(self, resolved: Resolved) -> Resolved:
        """Return the readings with everything moved that rests on the mentions."""
        return replace(
            resolved,
            mentions=tuple(replace(m, refers_to=self.into) if m.id in self.ids else m for m in resolved.mentions),
            claims=tuple(self._claim(c) if c.document == self.document else c for c in resolved.claims),
            figures=tuple(self._whole(f) for f in resolved.figures),
            control=tuple(self._whole(c) for c in resolved.control),
            framings=tuple(self._whole(f) for f in resolved.framings),
        )

    def _claim(self, claim: Claim) -> Claim:
        """A role moves where its own words do; one without words of its own where all words around it do."""
        around = self._moves(claim.span)
        moved: dict[str, tuple[str, ...]] = {}
        for role, field in _ROLES.items():
            spans = [one.span for one in claim.evidence if one.field == role and self._near(one.span)]
            if any(map(self._touches, spans)) or (not spans and around):
                moved[field] = tuple(dict.fromkeys(self.table.get(id, id) for id in getattr(claim, field)))
        return replace(claim, **moved) if moved else claim  # type: ignore[arg-type]  # all fields of roles hold ids

    def _whole(self, one: T) -> T:
        return renamed(one, self.table) if one.document == self.document and self._moves(one.span) else one

    def _moves(self, span: Span) -> bool:
        """True where a stretch holds moving mentions and none that stays, or where none of the report stays."""
        return not self.left or (self._touches(span) and not any(span.overlaps(other) for other in self.left))

    def _touches(self, span: Span) -> bool:
        return any(span.overlaps(other) for other in self.moving)

    def _near(self, span: Span) -> bool:
        return any(span.overlaps(other) for other in (*self.moving, *self.left))


def _names(aliases: Iterable[str], gone: Actor | Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*aliases, gone.name, *gone.aliases)))
