"""What is known of a conflict: actors, aliases, places, outlets and wording of one or more theatre folders, merged."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

import yaml

from dateline.errors import TheatreError
from dateline.model import Actor, Outlet, Place
from dateline.theatres import tables
from dateline.theatres.borders import read_borders
from dateline.theatres.folding import fold
from dateline.theatres.tables import Alias, Country, RoleNoun, Wording

__all__ = ["Theatre", "find_theatre", "is_theatre", "load_theatre", "shipped_theatres"]

_FILES = ("actors.csv", "places.csv", "outlets.csv")  # one of them makes a folder a theatre


@dataclass(frozen=True, slots=True)
class Home:
    """The country a theatre is about, and which actor a bare "the army" or "the government" means there."""

    country: str
    roles: dict[str, str]


@dataclass(frozen=True)
class Theatre:
    """All knowledge that reading and resolving use, merged from `folders`; later folders add to and override earlier ones."""

    names: tuple[str, ...]
    folders: tuple[str, ...]
    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    place_names: list[tuple[str, str, str]] = field(default_factory=list)  # place id, language, name
    borders: dict[str, frozenset[str]] = field(default_factory=dict)  # place id -> codes of the countries on both sides
    nouns: list[RoleNoun] = field(default_factory=list)
    countries: dict[str, Country] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    outlet_names: dict[str, str] = field(default_factory=dict)  # folded name -> outlet id
    wording: list[Wording] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)

    @cached_property
    def roles(self) -> dict[tuple[str, str], Actor]:
        """(country code, role) -> actor; the home list of a theatre decides where several play the same role."""
        roles: dict[tuple[str, str], Actor] = {}
        for actor in self.actors.values():
            if actor.country and actor.role and actor.kind != "person":
                roles.setdefault((actor.country, actor.role), actor)
        for home in self.homes:
            listed = {role: self.actors[name] for role, name in home.roles.items() if name in self.actors}
            roles.update({(home.country, role): actor for role, actor in listed.items()})
        return roles

    @cached_property
    def dated_names(self) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
        """(actor, folded name) -> the years in which the actor was called so, for names that tell them."""
        found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for alias in self.aliases:
            if alias.since or alias.until:
                found[alias.actor, fold(alias.text)].append((alias.since, alias.until))
        return {name: tuple(years) for name, years in found.items()}

    def camp_of(self, actor: str) -> str:
        """Return the camp of an actor, or of the nearest body it is part of; "" where none is known."""
        seen: set[str] = set()
        queue = [actor]
        while queue:
            current = queue.pop(0)
            known = self.actors.get(current)
            if known is None or current in seen:
                continue
            if known.camp:
                return known.camp
            seen.add(current)
            queue += [part.parent for part in known.part_of]
        return ""

    def outlet_called(self, name: str) -> Outlet:
        """Return the outlet of that name, or a new one that is marked as not to be judged."""
        found = self.outlet_names.get(fold(name))
        return self.outlets[found] if found else Outlet(fold(name).replace(" ", "-") or "unknown", name)


def shipped_theatres() -> dict[str, Path]:
    """Return the theatres that come with the program: name -> folder."""
    root = Path(str(resources.files("dateline.theatres")))
    return {folder.name: folder for folder in sorted(root.iterdir()) if (folder / "actors.csv").exists()}


def find_theatre(name: str) -> Path:
    """Return the folder of a shipped theatre, or of a user's own given by path."""
    shipped = shipped_theatres()
    if name in shipped:
        return shipped[name]
    folder = Path(name)
    if _has_tables(folder):
        return folder
    known, files = ", ".join(shipped), ", ".join(_FILES)
    raise TheatreError(f"{name}: no theatre of that name, and no folder with one of {files}; known are {known}")


def is_theatre(name: str) -> bool:
    """True where `find_theatre` finds a theatre of that name or path."""
    return name in shipped_theatres() or _has_tables(Path(name))


def _has_tables(folder: Path) -> bool:
    return any((folder / name).is_file() for name in _FILES)


@lru_cache(maxsize=8)
def load_theatre(names: tuple[str, ...]) -> Theatre:
    """Load and merge theatres by name or folder, `world` always first."""
    wanted = tuple(dict.fromkeys(("world", *names)))
    folders = tuple(find_theatre(name) for name in wanted)
    theatre = Theatre(wanted, tuple(map(str, folders)))
    for folder in folders:
        _add_folder(theatre, folder)
    _add_aliases(theatre)
    return theatre


def _add_folder(theatre: Theatre, folder: Path) -> None:
    """Read one folder's tables into the theatre."""
    for actor in tables.read_actors(folder / "actors.csv"):
        theatre.actors[actor.id] = actor
    theatre.aliases.extend(tables.read_aliases(folder / "aliases.csv"))
    for row in tables.read_places(folder / "places.csv"):
        theatre.places[row.place.id] = row.place
        theatre.place_names.extend((row.place.id, language, name) for language, name in row.names)
    _add_nouns(theatre, folder)
    for country in tables.read_countries(folder / "countries.csv"):
        theatre.countries[country.id] = country
        theatre.places[country.id] = country.place
        theatre.place_names.extend((country.id, language, name) for language, name in country.names)
    for border, sides in read_borders(folder / "borders.csv", theatre.countries):
        theatre.places[border.place.id] = border.place
        theatre.place_names.extend((border.place.id, language, name) for language, name in border.names)
        theatre.borders[border.place.id] = sides
    _add_outlets(theatre, folder)
    theatre.wording.extend(tables.read_wording(folder / "wording.csv"))
    theatre.homes.extend(_homes(folder / "theatre.yaml"))


def _add_nouns(theatre: Theatre, folder: Path) -> None:
    """Add a folder's role nouns; one that an earlier folder has too takes its place: "separatists" differ by conflict."""
    nouns = [*tables.read_nouns(folder / "nouns.csv")]
    own = {(fold(noun.text), noun.language) for noun in nouns}
    if own:
        theatre.nouns[:] = [noun for noun in theatre.nouns if (fold(noun.text), noun.language) not in own]
    theatre.nouns.extend(nouns)


def _add_outlets(theatre: Theatre, folder: Path) -> None:
    for outlet, others in tables.read_outlets(folder / "outlets.csv"):
        theatre.outlets[outlet.id] = outlet
        for name in (outlet.id, outlet.name, *others):
            theatre.outlet_names[fold(name)] = outlet.id


def _homes(path: Path) -> Iterable[Home]:
    if path.exists():
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        yield Home(str(data.get("country", "")), {str(k): str(v) for k, v in (data.get("home") or {}).items()})


def _add_aliases(theatre: Theatre) -> None:
    """Check that every alias has its actor, and show each actor its names."""
    names: dict[str, list[str]] = defaultdict(list)
    for alias in theatre.aliases:
        if alias.actor not in theatre.actors:
            raise TheatreError(
                f"aliases.csv: {alias.text!r} names the unknown actor {alias.actor!r}; add it to actors.csv"
            )
        names[alias.actor].append(alias.text)
    for actor_id, texts in names.items():
        theatre.actors[actor_id] = replace(theatre.actors[actor_id], aliases=tuple(dict.fromkeys(texts)))
