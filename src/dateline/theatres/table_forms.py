"""The form of a theatre's tables: their columns, those that must hold something, and the values some columns take."""

import re
from functools import lru_cache

from dateline.theatres.gazetteer import load_gazetteer
from dateline.theatres.theatre import load_theatre

__all__ = [
    "ACTOR_KINDS",
    "AREAS",
    "COLUMNS",
    "DATED",
    "ID",
    "LANGUAGE",
    "REQUIRED",
    "STANCES",
    "WORDS_ABOUT",
    "WORDS_COUNT",
]
__all__ += ["country_codes"]

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors.csv": (
        *("id", "name", "kind", "role", "part_of", "country"),
        *("camp", "since", "until", "wikidata", "source"),
    ),
    "aliases.csv": ("actor", "alias", "language", "from", "to"),
    "places.csv": (
        *("id", "name", "kind", "lat", "lon", "radius_km", "parent", "country", "source"),
        *("aliases_en", "aliases_fr", "aliases_ar", "aliases_ru"),
    ),
    "outlets.csv": ("id", "name", "aliases", "country", "owner", "camp", "kind", "reliability", "reason"),
    "wording.csv": ("phrase", "language", "stance", "about", "neutral", "note", "when"),
    "nouns.csv": ("noun", "language", "number", "kind", "role", "id"),
    "countries.csv": ("id", "iso2", "name", "capital", "lat", "lon", "radius_km"),
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "actors.csv": ("id", "name", "kind"),
    "aliases.csv": ("actor", "alias"),
    "places.csv": ("id", "name", "kind", "lat", "lon"),
    "outlets.csv": ("id", "name"),
    "wording.csv": ("phrase", "language", "stance", "about"),
    "nouns.csv": ("noun", "language", "number", "kind"),
    "countries.csv": ("id", "iso2", "name", "lat", "lon"),
}
# What the kinds of `world` and the rules of reading know; another kind is told as it stands and helps no rule.
ACTOR_KINDS = frozenset(
    {
        *("state", "state force", "state body", "armed group", "political group", "civilian group", "coalition"),
        *("intergovernmental", "humanitarian", "ngo", "monitor", "media", "person", "local body", "company"),
        *("source", "family", "think tank"),
    }
)
AREAS = frozenset({"area", "province", "country", "district", "neighbourhood", "camp", "sea", "island", "mountain"})
STANCES = ("favourable", "unfavourable", "neutral")
WORDS_COUNT = ("", "quoted", "beside")
WORDS_ABOUT = ("self", "modified", "subject", "object", "none")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}")
DATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Return the codes of states, and of what the gazetteer counts as countries besides (Greenland, Puerto Rico)."""
    return frozenset(state.code for state in load_theatre(()).countries.values()) | {*load_gazetteer().country_codes}
