"""Names in reports that cannot be understood yet: takes an article, gives back the record's places and actors its text names.

Only names that other reports of the record led to are looked for, in the spellings that the theatre gives for them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from dateline.model import Article, Span
from dateline.theatres import Theatre, fold

__all__ = ["KnownNames"]

_LONGEST = 4  # words in a name
_SHORTEST = 4  # letters, below which a name is too often another word
_WORD = re.compile(r"\w+")
_ARABIC_FRONT = re.compile(r"^(?:[وفبلك]?ال|لل|[وفبل](?=\w{4}))")
_RUSSIAN_END = re.compile(r"(?:[аеёиоуыэюяйь]+|ами|ями|ого|его|ому|ему|ой|ей|ом|ем|ах|ях|ов|ев)$")


class KnownNames:
    """Looks up names of one record."""

    def __init__(self, theatre: Theatre, places: Collection[str], actors: Collection[str]) -> None:
        self.by_name: dict[str, Mapping[str, str]] = {}
        self._names: dict[str, dict[str, str]] = defaultdict(dict)
        for place, language, name in sorted(theatre.place_names):
            if place in places:
                self._add(language, name, place)
        for alias in theatre.aliases:
            if alias.actor in actors:
                self._add(alias.language, alias.text, alias.actor)

    def find(self, article: Article) -> Iterator[tuple[str, Span]]:
        """Yield ids with the place of their names, the longest name at each word."""
        names = {**self._names.get("", {}), **self._names.get(article.language, {})}
        words = [(m.start(), m.end(), _bare(m.group(), article.language)) for m in _WORD.finditer(article.text)]
        at = 0
        while at < len(words):
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                name = " ".join(bare for *_, bare in words[at : at + size])
                if found := names.get(name):
                    yield found, Span(words[at][0], words[at + size - 1][1])
                    at += size - 1
                    break
            at += 1

    def count(self, article: Article) -> Counter[str]:
        """Return how often a report names each."""
        return Counter(found for found, _ in self.find(article))

    def _add(self, language: str, name: str, found: str) -> None:
        bare = " ".join(_bare(word, language) for word in _WORD.findall(name))
        if len(bare) >= _SHORTEST:
            self._names[language].setdefault(bare, found)


def _bare(word: str, language: str) -> str:
    """Return a word without what Arabic puts before it and Russian behind it."""
    folded = fold(word)
    if language == "ar":
        return _ARABIC_FRONT.sub("", folded) if len(folded) > _SHORTEST else folded
    if language == "ru":
        return _RUSSIAN_END.sub("", folded) if len(folded) > _SHORTEST else folded
    return folded
