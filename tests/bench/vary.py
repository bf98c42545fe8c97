"""A small archive multiplied: readings of real reports in, as many varied ones as asked for out.

The reports are told over and over, in rounds. A round is the same war elsewhere: its places are others of the theatre (each
of its kind), its named groups and persons too, its dates are moved, its counts multiplied, and names that no theatre lists
get another ending. In the texts the capitalised words and digits are written in the round's own letters, and three in ten
common words are others of the same length: so no round's text is a copy of another's, and every offset still holds.
Of the reports of a round three in ten come twice: as the copy by another outlet, on the same or the next day, with one word
in thirty changed. The same seed gives the same archive.
"""

import datetime as dt
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Article, Claim, Entity, Figure, Interval, Published, Reading, content_id
from dateline.theatres import Theatre

__all__ = ["multiply"]

_COPIES = 0.3
_REWORDED, _EDITED = 0.3, 1 / 30  # part of the common words that a round, or a copy, puts otherwise
_YEARS = 10 * 365  # days over which the rounds are spread
_NAME, _COMMON = re.compile(r"\b[A-Z]\w*"), re.compile(r"\b[a-z]{4,}\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_VARIED = frozenset({"armed group", "person", "political group", "organisation"})

Pair = tuple[Article, Reading]


def multiply(pairs: Sequence[Pair], theatre: Theatre, count: int, seed: int = 7) -> Iterator[Pair]:
    """Yield `count` varied reports, each with its reading."""
    vocabulary = _vocabulary(pairs)
    made = number = 0
    while made < count:
        war = _war(theatre, random.Random(f"{seed} {number}"), number)
        for pair in _round(pairs, war, vocabulary):
            if made < count:
                yield pair
                made += 1
        number += 1


@dataclass(frozen=True)
class _War:
    """What is other in one round."""

    number: int
    chance: random.Random
    ids: dict[str, tuple[str, str]]  # place or actor -> the one in its stead, with its name
    letters: dict[int, int]
    days: dt.timedelta
    times: int
    ending: str


def _war(theatre: Theatre, chance: random.Random, number: int) -> _War:
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place in theatre.places.values():
        if place.lat is not None and place.kind != "country":
            kinds[f"place {place.kind}"].append((place.id, place.name))
    for actor in theatre.actors.values():
        if actor.kind in _VARIED:
            kinds[f"actor {actor.kind}"].append((actor.id, actor.name))
    ids = {}
    for _, listed in sorted(kinds.items()):
        others = chance.sample(listed, len(listed)) if number else listed
        ids.update({one[0]: other for one, other in zip(listed, others, strict=True)})
    letters = {}
    for group in (_VOWELS, _CONSONANTS, "0123456789") if number else ():
        mixed = "".join(chance.sample(group, len(group)))
        letters.update(str.maketrans(group + group.upper(), mixed + mixed.upper()))
    syllables = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(3))
    days = dt.timedelta(days=number * 37 % _YEARS)
    return _War(number, chance, ids, letters, days, 1 + number % 5, "".join(syllables) if number else "")


def _vocabulary(pairs: Sequence[Pair]) -> dict[int, list[str]]:
    """Return the common words of all texts by their length."""
    words = sorted({word for article, _ in pairs for word in _COMMON.findall(article.text)})
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)
    return by_length


def _round(pairs: Sequence[Pair], war: _War, vocabulary: dict[int, list[str]]) -> Iterator[Pair]:
    outlets = sorted({article.outlet for article, _ in pairs})
    for article, reading in pairs:
        text = _NAME.sub(lambda match: match.group().translate(war.letters), article.text)
        text = _reworded(text.translate({k: v for k, v in war.letters.items() if chr(k).isdigit()}), war, vocabulary)
        own = replace(article, text=text, published=_moved(article.published, war.days))
        yield _named(own, _told(reading, war), f"{war.number}")
        if war.chance.random() < _COPIES:
            later = dt.timedelta(days=war.chance.randrange(2))
            copy = replace(
                own,
                text=_reworded(text, war, vocabulary, _EDITED),
                outlet=war.chance.choice(outlets),
                published=_moved(own.published, later),
            )
            yield _named(copy, _told(reading, war), f"{war.number} copy")


def _reworded(text: str, war: _War, vocabulary: dict[int, list[str]], part: float = _REWORDED) -> str:
    """Put other words of the same length for a part of the common ones."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return war.chance.choice(vocabulary.get(len(word), [word])) if war.chance.random() < part else word

    return _COMMON.sub(other, text)


def _moved(published: Published, days: dt.timedelta) -> Published:
    date, first, last = (day + days if day else None for day in (published.date, published.earliest, published.latest))
    return Published(date, first, last, published.basis)


def _later(time: Interval, days: dt.timedelta) -> Interval:
    first, last = (day + days if day else None for day in (time.earliest, time.latest))
    return Interval(first, last, time.basis)


def _told(reading: Reading, war: _War) -> Reading:
    """Return a reading as the round's war has it; its ids are still the old ones."""
    entities = tuple(_entity(entity, war) for entity in reading.entities)
    keys = {old.key: new.key for old, new in zip(reading.entities, entities, strict=True)}

    def other(found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(keys.get(key, key) for key in found))

    def claim(one: Claim) -> Claim:
        who, whom, between = other(one.actors), other(one.targets), other(one.mediators)
        where, told_by = other(one.places), other(one.speakers)
        moved = replace(one, actors=who, targets=whom, mediators=between, places=where, speakers=told_by)
        return replace(moved, time=_later(one.time, war.days))

    def figure(one: Figure) -> Figure:
        ends = (end * war.times if end is not None else None for end in (one.low, one.high))
        low, high = ends
        time = _later(one.time, war.days)
        return replace(one, low=low, high=high, places=other(one.places), speakers=other(one.speakers), time=time)

    control = tuple(
        replace(
            one,
            place=keys.get(one.place, one.place),
            holder=keys.get(one.holder, one.holder),
            speakers=other(one.speakers),
            since=one.since + war.days if one.since else None,
            until=one.until + war.days if one.until else None,
            as_of=one.as_of + war.days if one.as_of else None,
        )
        for one in reading.control
    )
    return replace(
        reading,
        entities=entities,
        mentions=tuple(replace(m, refers_to=keys.get(m.refers_to, m.refers_to)) for m in reading.mentions),
        claims=tuple(map(claim, reading.claims)),
        figures=tuple(map(figure, reading.figures)),
        control=control,
        framings=tuple(replace(f, about=keys.get(f.about, f.about)) for f in reading.framings),
    )


def _entity(entity: Entity, war: _War) -> Entity:
    bare, _, part = entity.key.removeprefix("@").partition("/")
    sign = "@" if entity.key.startswith("@") else ""
    if bare in war.ids:
        found, name = war.ids[bare]
        key = f"{sign}{found}" + (f"/{part}" if part else "")
        return replace(entity, key=key, name=name, surfaces=(name,), candidates=(found,))
    if bare.startswith("?") and war.ending:
        name = f"{entity.name} {war.ending}"
        return replace(entity, key=f"{entity.key} {war.ending}", name=name, surfaces=(name,))
    return entity


def _named(article: Article, reading: Reading, which: str) -> Pair:
    """Give a report and all that was read in it ids of their own."""
    document = content_id("d", article.id, which)

    def new(old: str) -> str:
        return content_id(old.partition("-")[0], old, which) if old else ""

    article = replace(article, id=document, path=f"{which.replace(' ', '-')}/{article.path}", sha256=document)
    claims = tuple(
        replace(c, id=new(c.id), document=document, figures=tuple(map(new, c.figures))) for c in reading.claims
    )
    figures = tuple(replace(f, id=new(f.id), document=document, part_of=new(f.part_of)) for f in reading.figures)
    control = tuple(replace(s, id=new(s.id), document=document, claim=new(s.claim)) for s in reading.control)
    return article, replace(
        reading,
        document=document,
        claims=claims,
        figures=figures,
        control=control,
        mentions=tuple(replace(m, id=new(m.id), document=document) for m in reading.mentions),
        framings=tuple(replace(f, id=new(f.id), document=document) for f in reading.framings),
    )
