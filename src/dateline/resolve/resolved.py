"""All readings under the ids of one record, as one value, and how ids in it are replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.model import (
    NO_RULINGS,
    Actor,
    Claim,
    ControlStatement,
    Figure,
    Framing,
    Mention,
    Place,
    Rulings,
    Tombstone,
)

__all__ = ["Resolved", "renamed"]

T = TypeVar("T", Claim, Figure, ControlStatement, Framing, Mention)


@dataclass(frozen=True, slots=True)
class Resolved:
    """All readings with their entity keys turned into ids, and the human words on them that weighing needs.

    What was rejected is in it, and named in `rulings`; `tombstones` are the ids of actors and places merged into others.
    """

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: Sequence[Mention]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    control: tuple[ControlStatement, ...]
    framings: Sequence[Framing]
    rulings: Rulings = NO_RULINGS
    tombstones: tuple[Tombstone, ...] = ()

    def counted(self) -> "Resolved":
        """Return it without what humans rejected, and without figures that only rejected claims carry."""
        rejected = self.rulings.rejected
        if not rejected:
            return self
        claims = tuple(claim for claim in self.claims if claim.id not in rejected)
        carried = {id for claim in claims for id in claim.figures}
        lost = {id for claim in self.claims if claim.id in rejected for id in claim.figures} - carried
        figures = tuple(figure for figure in self.figures if figure.id not in rejected | lost)
        known = {figure.id for figure in figures}
        claims = tuple(_with_figures(claim, known) for claim in claims)
        control = tuple(one for one in self.control if one.id not in rejected)
        return replace(self, claims=claims, figures=figures, control=control)


def _with_figures(claim: Claim, known: set[str]) -> Claim:
    kept = tuple(id for id in claim.figures if id in known)
    return claim if kept == claim.figures else replace(claim, figures=kept)


def renamed(item: T, table: Mapping[str, str]) -> T:
    """Return a claim, figure, statement, framing or mention with ids in place of keys."""

    def ids(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(table.get(key, key) for key in keys))

    if isinstance(item, Claim):
        targets = tuple(key for key in ids(item.targets) if key not in ids(item.actors))
        return replace(
            item,
            actors=ids(item.actors),
            targets=targets,
            mediators=ids(item.mediators),
            places=ids(item.places),
            speakers=ids(item.speakers),
        )
    if isinstance(item, Figure):
        return replace(item, places=ids(item.places), speakers=ids(item.speakers))
    if isinstance(item, ControlStatement):
        return replace(
            item,
            place=table.get(item.place, item.place),
            holder=table.get(item.holder, item.holder),
            speakers=ids(item.speakers),
        )
    if isinstance(item, Framing):
        return replace(item, about=table.get(item.about, item.about))
    return replace(item, refers_to=table.get(item.refers_to, item.refers_to))
