"""Names in, and for a name that none of them spells: those that look or sound almost so, with how like they are."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from dateline.theatres.folding import fold, skeleton
from dateline.theatres.gazetteer import load_gazetteer, without_glottals

__all__ = ["Spellings", "bare", "spellings_in"]

_LIKE, _LIKE_WITH_SKELETON, _BONES = 88.0, 75.0, 3
# With as many consonants alike in one country, vowels and article may differ more: "Hodeidah", "Al Hudaydah".
_LIKE_AT_HOME, _BONES_AT_HOME = 60.0, 4
_ARTICLES = ("al ", "el ", "as ", "ash ", "at ", "an ", "ad ", "ar ", "az ", "ال")


class Spellings:
    """Folded names by their first letter and by their consonants."""

    def __init__(self, names: Iterable[str], *, one_country: bool = False) -> None:
        """Take folded names; `one_country` where a namesake elsewhere cannot be meant, so that less likeness will do."""
        self._bones: dict[str, list[str]] = defaultdict(list)
        self._starts: dict[str, list[str]] = defaultdict(list)
        self._one_country = one_country
        for name in sorted(filter(None, names)):
            for form in {name, bare(name)} if one_country else {name}:
                self._bones[skeleton(form)].append(name)
            self._starts[bare(name)[:1]].append(name)

    def similar(self, folded: str) -> list[tuple[str, float]]:
        """Return the names like a folded one, each with its likeness (0-100)."""
        if len(folded) < 4:
            return []
        near = self._starts.get(bare(folded)[:1], ())
        found = process.extract(folded, near, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=5)
        out = [(name, score) for name, score, _ in found]
        bones = skeleton(folded)
        length = len(bones.replace(" ", ""))
        for name in dict.fromkeys(self._bones.get(bones, ())) if length >= _BONES else ():
            score = fuzz.ratio(folded, name)
            at_home = self._one_country and length >= _BONES_AT_HOME
            if score >= _LIKE_WITH_SKELETON or (at_home and fuzz.ratio(bare(folded), bare(name)) >= _LIKE_AT_HOME):
                out.append((name, score))
        return out


@lru_cache(maxsize=8)
def spellings_in(country: str) -> Spellings:
    """Return the main names of the gazetteer's places in a country (ISO code)."""
    places = load_gazetteer().in_country(country)
    return Spellings({fold(without_glottals(place.name)) for place in places}, one_country=True)


def bare(folded: str) -> str:
    """Return a folded name without its Arabic article."""
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) > len(article) + 2:
            return folded.removeprefix(article)
    return folded
