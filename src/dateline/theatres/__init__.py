"""Theatres: folders of what is known of a conflict (CSV), and the loader that makes one Theatre of them."""

from dateline.theatres.folding import fold, fold_text, skeleton, words_of
from dateline.theatres.tables import Alias, Country, RoleNoun, Wording
from dateline.theatres.theatre import Theatre, find_theatre, is_theatre, load_theatre, shipped_theatres

__all__ = [
    "Alias",
    "Country",
    "RoleNoun",
    "Theatre",
    "Wording",
    "find_theatre",
    "fold",
    "fold_text",
    "is_theatre",
    "load_theatre",
    "shipped_theatres",
    "skeleton",
    "words_of",
]
