"""Entity keys of single reports into actors of the record: listed by id, composed by country and role, new by name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.model import Actor, Entity, Membership
from dateline.theatres import Theatre, fold, skeleton

__all__ = ["ActorLinker"]


class ActorLinker:
    """Gives every actor entity its id; names that no theatre lists cluster by folded name and consonant skeleton."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre

    def link(self, entities: Iterable[Entity]) -> dict[str, Actor]:
        """Return the actor behind each entity key; the order of the entities plays no part."""
        keys: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            if entity.kind == "actor":
                keys[entity.key].update((entity.name, *entity.surfaces))
        unknown = {key: names for key, names in keys.items() if key.startswith("?")}
        clusters = self._clusters(unknown)
        known = {key: self.known(key) for key in keys if key not in unknown}
        return known | {key: self._new(cluster, unknown) for cluster in clusters for key in cluster}

    def known(self, key: str) -> Actor:
        """Return the actor that the theatre lists under a key, or that it composes of a country and a role."""
        listed = self.theatre.actors.get(key)
        if listed:
            return listed
        country, _, role = key.rpartition("-")
        state = self.theatre.countries.get(country)
        if state:
            name = f"{state.place.name}: {role.replace('-', ' ')}"
            return Actor(key, name, "state body", role, state.code, part_of=(Membership(state.id),))
        return Actor(key, key.replace("-", " "), "unknown", known=False)

    def _clusters(self, unknown: dict[str, set[str]]) -> list[list[str]]:
        """Join keys of one kind whose names share a skeleton: "Osam Bawizani" and "Osama Bawizani"."""
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in sorted(unknown):
            kind, _, name = key[1:].partition(":")
            bones = skeleton(name)
            groups[kind, bones if len(bones.replace(" ", "")) >= 4 else name].append(key)
        return list(groups.values())

    def _new(self, cluster: list[str], unknown: dict[str, set[str]]) -> Actor:
        kind, _, folded = cluster[0][1:].partition(":")
        names = sorted({name for key in cluster for name in unknown[key] if name}, key=lambda n: (-len(n), n))
        slug = re.sub(r"\W+", "-", fold(folded)).strip("-") or "unnamed"
        name = names[0] if names else folded
        return Actor(f"{kind}-{slug}", name, kind, aliases=tuple(names), known=False)
