"""A theatre in; what it holds out as plain text: counts by kind, or all that is known of one actor or place."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dateline.errors import TheatreError
from dateline.model import Actor, Membership, Place
from dateline.theatres import tables
from dateline.theatres.folding import fold
from dateline.theatres.theatre import Theatre, find_theatre, load_theatre

__all__ = ["as_text", "thing_as_text"]

_SHOWN = 60  # names shown of one actor or place in one language


def as_text(name: str) -> str:
    """Return what the tables of a theatre hold, without `world`."""
    folder = find_theatre(name)
    actors, aliases = [*tables.read_actors(folder / "actors.csv")], [*tables.read_aliases(folder / "aliases.csv")]
    places, outlets = [*tables.read_places(folder / "places.csv")], [*tables.read_outlets(folder / "outlets.csv")]
    wording, nouns = [*tables.read_wording(folder / "wording.csv")], [*tables.read_nouns(folder / "nouns.csv")]
    named = {alias.actor for alias in aliases}
    lines = [f"theatre {name}: {folder}", f"actors   {len(actors):6,}  {_counted(a.kind for a in actors)}"]
    lines += [f"                 by camp: {_counted(a.camp or 'none given' for a in actors)}"] if actors else []
    lines.append(f"names    {len(aliases):6,}  {_counted(a.language or 'any language' for a in aliases)}")
    lines.append(f"places   {len(places):6,}  {_counted(row.place.kind for row in places)}")
    lines.append(f"outlets  {len(outlets):6,}  {_counted(outlet.reliability for outlet, _ in outlets)}")
    lines.append(f"wording  {len(wording):6,}  {_counted(word.language for word in wording)}")
    lines += [f"nouns    {len(nouns):6,}  {_counted(noun.language for noun in nouns)}"] if nouns else []
    bare = sorted(actor.id for actor in actors if actor.id not in named)
    lines += [f"actors without other names: {', '.join(bare)}"] if bare and name != "world" else []
    return "\n".join(lines) + "\n"


def thing_as_text(name: str, wanted: str) -> str:
    """Return all that a theatre knows of an actor or place, by id or by name. Raises TheatreError where it has none."""
    theatre = load_theatre(() if name == "world" else (name,))
    texts = [_actor(theatre, actor) for actor in _actors(theatre, wanted)]
    texts += [_place(theatre, place) for place in _places(theatre, wanted)]
    if not texts:
        raise TheatreError(f"{wanted}: theatre {name} has no actor and no place of that id or name")
    return "\n".join(texts)


def _actors(theatre: Theatre, wanted: str) -> list[Actor]:
    if wanted in theatre.actors:
        return [theatre.actors[wanted]]
    ids = {alias.actor for alias in theatre.aliases if fold(alias.text) == fold(wanted)}
    ids |= {actor.id for actor in theatre.actors.values() if fold(actor.name) == fold(wanted)}
    return [theatre.actors[id] for id in sorted(ids)]


def _places(theatre: Theatre, wanted: str) -> list[Place]:
    if wanted in theatre.places:
        return [theatre.places[wanted]]
    ids = {id for id, _, name in theatre.place_names if fold(name) == fold(wanted)}
    return [theatre.places[id] for id in sorted(ids)]


def _actor(theatre: Theatre, actor: Actor) -> str:
    camp = actor.camp or (f"{theatre.camp_of(actor.id)} (by membership)" if theatre.camp_of(actor.id) else "")
    told = (actor.kind, actor.role, actor.country, f"camp {camp}" if camp else "", actor.wikidata)
    lines = [f"actor {actor.id}: {actor.name}", f"  {', '.join(filter(None, told))}"]
    lines += [f"  part of {part.parent}{_dates(part)}" for part in actor.part_of]
    parts = sorted(
        f"{one.id}{_dates(part)}"
        for one in theatre.actors.values()
        for part in one.part_of
        if part.parent == actor.id and one.id != actor.id
    )
    lines += [f"  has as parts: {', '.join(parts)}"] if parts else []
    names = [
        (a.language, a.text + (f" ({a.since or '...'} to {a.until or '...'})" if a.since or a.until else ""))
        for a in theatre.aliases
        if a.actor == actor.id
    ]
    return "\n".join([*lines, *_by_language(names), ""])


def _place(theatre: Theatre, place: Place) -> str:
    extent = f", radius {place.radius_km:g} km" if place.radius_km else ""
    within = f", in {place.parent}" if place.parent else ""
    lines = [f"place {place.id}: {place.name}"]
    lines.append(f"  {place.kind}, {place.lat}, {place.lon}{extent}{within}, precision {place.precision} of 7")
    names = [(language, name) for id, language, name in theatre.place_names if id == place.id]
    return "\n".join([*lines, *_by_language(names), ""])


def _by_language(names: Iterable[tuple[str, str]]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for language, name in names:
        found.setdefault(language, []).append(name)
    for language, texts in sorted(found.items()):
        once = list(dict.fromkeys(texts))
        more = f" and {len(once) - _SHOWN} more" if len(once) > _SHOWN else ""
        yield f"  {language or 'any'}: {', '.join(once[:_SHOWN])}{more}"


def _dates(part: Membership) -> str:
    return f" ({part.since or '...'} to {part.until or '...'})" if part.since or part.until else ""


def _counted(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {number:,}" for value, number in Counter(values).most_common())
