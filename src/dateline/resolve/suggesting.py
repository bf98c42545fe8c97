"""What a record read and a theatre in; names that the theatre lacks out, with likely kind, spellings and examples.

A name counts as lacking where reading made an actor or place of it that no list has, or passed it by although it is
written as a name. Spellings of one name meet by their folded form, their consonants, or by looking almost alike.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from rapidfuzz import fuzz, process

from dateline.codebook import load_codebook
from dateline.model import Actor, Article, Mention, Place, Span
from dateline.theatres import Theatre, fold, skeleton

__all__ = ["Seen", "Spelling", "Suggestion", "suggest_rows"]

_CAPITALISED = re.compile(r"(?<![\w.])[A-ZÀ-Þ][\w'’-]+(?:[ -](?:(?:al|el|ibn|bin|of|de|du)[ -])?[A-ZÀ-Þ][\w'’-]+)*")
_SMALL = re.compile(r"(?<![\w'’-])[a-zà-þ][\w'’-]+")
_BONES, _ALIKE, _EXAMPLES, _LONGEST = 4, 90.0, 3, 240
_PERSONS = frozenset({"person"})
_ADJECTIVAL = ("ish", "ic", "ian", "ean", "arab")  # the "Kurdish" of "Kurdish forces" names nobody by itself


@dataclass(frozen=True, slots=True)
class Seen:
    """What a record holds: its reports, the names found in them, and whom or what they were taken for."""

    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as reports of one language write it, and how often."""

    text: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name worth a row: `known` is the listed actor or place whose spelling it likely is, with the likeness of 0-100."""

    name: str
    what: str  # actor or place
    kind: str
    why: str
    count: int
    reports: int
    spellings: tuple[Spelling, ...]
    examples: tuple[tuple[str, str], ...]  # sentence, path of the report
    known: str = ""
    likeness: float = 0.0
    country: str = ""


@dataclass(slots=True)
class _Group:
    """The places in the texts where one unknown name stands."""

    what: str
    kind: str
    found: list[tuple[str, Span, str]] = field(default_factory=list)  # report, place in its text, words


def suggest_rows(seen: Seen, theatre: Theatre, at_least: int = 2) -> tuple[Suggestion, ...]:
    """Return what the theatre lacks, the most frequent first; a name must stand `at_least` so often."""
    texts = {article.id: article for article in seen.articles}
    listed = _Listed(theatre)
    groups = [*_unlisted(seen, texts).values(), *_passed_by(seen, theatre, listed).values()]
    home = next((home.country for home in theatre.homes), "")
    suggested = [
        _suggestion(group, texts, listed, home) for group in _joined(groups) if _enough(group, at_least) and group.found
    ]
    return tuple(sorted(suggested, key=lambda one: (-one.count, one.name)))


def _enough(group: _Group, at_least: int) -> bool:
    return len(group.found) >= at_least


def _unlisted(seen: Seen, texts: dict[str, Article]) -> dict[str, _Group]:
    """Return the names that were taken for actors and places of which no list knows."""
    groups = {actor.id: _Group("actor", actor.kind) for actor in seen.actors if not actor.known}
    groups |= {place.id: _Group("place", place.kind) for place in seen.places if place.lat is None}
    for mention in seen.mentions:
        if mention.names and mention.refers_to in groups and mention.document in texts:
            words = _words(texts[mention.document], mention.span)
            groups[mention.refers_to].found.append((mention.document, mention.span, words))
    return groups


def _passed_by(seen: Seen, theatre: Theatre, listed: "_Listed") -> dict[str, _Group]:
    """Return words written as names, within a sentence, that no mention covers and no list knows."""
    taken: dict[str, list[Span]] = defaultdict(list)
    for mention in seen.mentions:
        taken[mention.document].append(mention.span)
    common = _common_words(theatre) | _small_words(seen.articles)
    nobody = common | _of_many(theatre)
    groups: dict[str, _Group] = {}
    for article in seen.articles:
        for span, words in _capitalised(article, common) if article.coded else ():
            known = fold(words) in listed or all(word in nobody for word in fold(words).split())
            if known or any(span.overlaps(other) for other in taken[article.id]):
                continue
            groups.setdefault(fold(words), _Group("actor", "")).found.append((article.id, span, words))
    return groups


def _common_words(theatre: Theatre) -> set[str]:
    """Return folded words that are written as names and name nobody to be listed: days, months, peoples, outlets."""
    words = {fold(noun.text) for noun in theatre.nouns} | theatre.outlet_names.keys()
    words |= {fold(word) for state in theatre.countries.values() for _, word in state.demonyms}
    for times in load_codebook().times.values():
        words |= {*map(fold, times.weekdays), *map(fold, times.months), *(f"{fold(day)}s" for day in times.weekdays)}
    return words


def _of_many(theatre: Theatre) -> set[str]:
    """Return the adjectives that begin listed names: by themselves they name nobody."""
    names = (*(alias.text for alias in theatre.aliases), *(name for _, _, name in theatre.place_names))
    return {words[0] for name in names if len(words := fold(name).split()) > 1 and words[0].endswith(_ADJECTIVAL)}


def _small_words(articles: Iterable[Article]) -> set[str]:
    """Return the folded words that the reports write with a small letter somewhere: capitals make no names of them."""
    return {fold(word) for article in articles if article.coded for word in _SMALL.findall(article.text)}


def _capitalised(article: Article, common: set[str]) -> Iterator[tuple[Span, str]]:
    """Yield runs of capitalised words, without a common word that only heads its sentence; none of headlines."""
    for sentence in article.sentences:
        text = article.text[sentence.span.start : sentence.span.end]
        if sentence.quiet or _is_headline(text):
            continue
        for match in _CAPITALISED.finditer(text):
            words, start = match[0], sentence.span.start + match.start()
            first, _, rest = words.partition(" ")
            if rest and fold(first) in common:
                words, start = rest, start + len(first) + 1
            heads = not text[: match.start()].strip(" \n“\"'«(") and " " not in match[0]
            if len(words) > 3 and not words.isupper() and not heads:
                yield Span(start, start + len(words)), words


def _is_headline(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[0].isupper() for word in words) > len(words) / 2


# --- spellings of one name -----------------------------------------------------------------------------------------
def _joined(groups: list[_Group]) -> list[_Group]:
    """Join the groups whose names are spellings of each other, and are both of persons or both not."""
    out: list[_Group] = []
    by_key: dict[tuple[bool, str], _Group] = {}
    for group in sorted((g for g in groups if g.found), key=lambda g: (-len(g.found), _main(g))):
        keys = [(group.kind in _PERSONS, key) for name in _names(group) for key in _keys(name)]
        into = next((by_key[key] for key in keys if key in by_key), None)
        if into is None:
            into = group
            out.append(group)
        else:
            into.found += group.found
            into.kind = into.kind or group.kind
        for key in keys:
            by_key.setdefault(key, into)
    return out


def _keys(name: str) -> Iterator[str]:
    yield fold(name)
    bones = skeleton(name)
    if len(bones.replace(" ", "")) >= _BONES:
        yield f"~{bones}"


def _names(group: _Group) -> list[str]:
    return [name for name, _ in Counter(words for *_, words in group.found).most_common()]


def _main(group: _Group) -> str:
    return min(_names(group), key=lambda name: (-sum(words == name for *_, words in group.found), name))


# --- one suggestion ------------------------------------------------------------------------------------------------
def _suggestion(group: _Group, texts: dict[str, Article], listed: "_Listed", home: str) -> Suggestion:
    name = _main(group)
    what, kind, why = _kind(group, name)
    counted = Counter((words, texts[document].language) for document, _, words in group.found)
    spellings = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    known, likeness = listed.like(what, name)
    return Suggestion(
        name,
        what,
        kind,
        why,
        len(group.found),
        len({document for document, *_ in group.found}),
        tuple(Spelling(text, language, number) for (text, language), number in spellings),
        tuple(_examples(group, texts)),
        known,
        likeness,
        home,
    )


def _kind(group: _Group, name: str) -> tuple[str, str, str]:
    """Return whether a name is an actor's or a place's, its likely kind, and what tells it: a word of the name before all."""
    for word, fits in _telling_words(name):
        what, kind = fits
        if what == "place" or group.kind not in _PERSONS:
            return what, kind, f"“{word}” in its name"
    if group.what == "place":
        known = group.kind not in ("unknown", "")
        return "place", group.kind if known else "village", "the report says so" if known else "nothing tells the kind"
    if group.kind in ("", "organisation"):
        return "actor", "unknown", "nothing in its name tells the kind"
    return "actor", group.kind, "reading took it for one"


def _telling_words(name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the words of a name that tell a kind: the last, the first, then those between, with what they tell."""
    words, table = fold(name).split(), _kind_words()
    if len(words) > 1:
        for word, where in ((words[-1], "last"), (words[0], "first"), *((word, "") for word in words)):
            fits = table.get((word, where)) or table.get((word, ""))
            if fits:
                yield word, fits


@lru_cache(maxsize=1)
def _kind_words() -> dict[tuple[str, str], tuple[str, str]]:
    """Return what words tell of a name, by the word and where in the name it must stand ("" for anywhere)."""
    file = resources.files("dateline.theatres") / "kind_words.csv"
    with file.open(encoding="utf-8") as handle:
        return {(row["word"], row["where"]): (row["what"], row["kind"]) for row in csv.DictReader(handle)}


def _examples(group: _Group, texts: dict[str, Article]) -> Iterator[tuple[str, str]]:
    """Yield sentences in which the name stands, of different reports as far as there are."""
    seen: set[str] = set()
    first = {document: (document, span) for document, span, _ in reversed(group.found)}
    for document, span in [*first.values(), *((document, span) for document, span, _ in group.found)]:
        article = texts[document]
        home = next((s.span for s in article.sentences if s.span.covers(span)), span)
        words = _words(article, home)
        if words not in seen and len(seen) < _EXAMPLES:
            seen.add(words)
            yield (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"), article.path


def _words(article: Article, span: Span) -> str:
    text = article.text[span.start : span.end]
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class _Listed:
    """The names a theatre has, to find the one that an unknown name is a spelling of."""

    def __init__(self, theatre: Theatre) -> None:
        actors = [(alias.actor, alias.text) for alias in theatre.aliases]
        actors += [(actor.id, actor.name) for actor in theatre.actors.values()]
        places = [(place, name) for place, _, name in theatre.place_names]
        self.ids: dict[str, dict[str, str]] = {"actor": {}, "place": {}}
        self.bones: dict[str, dict[str, str]] = {"actor": {}, "place": {}}
        for what, pairs in (("actor", sorted(actors)), ("place", sorted(places))):
            for thing, name in pairs:
                self.ids[what].setdefault(fold(name), thing)
                self.bones[what].setdefault(skeleton(name), fold(name))

    def __contains__(self, folded: str) -> bool:
        return any(folded in names for names in self.ids.values())

    def like(self, what: str, name: str) -> tuple[str, float]:
        """Return the listed actor or place whose name is almost this one, and how like the two are; "" for none."""
        folded, ids = fold(name), self.ids[what]
        same = self.bones[what].get(skeleton(name), "")
        if len(skeleton(name).replace(" ", "")) >= _BONES and same:
            return ids[same], round(fuzz.ratio(folded, same))
        best: Iterable[tuple[str, float, int]] = process.extract(
            folded, [*ids], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=1
        )
        return next(((ids[found], round(score)) for found, score, _ in best), ("", 0.0))
