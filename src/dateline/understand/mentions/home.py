"""Which country a report is about, so that "the army" and "the government" can be read."""

from collections import defaultdict
from functools import lru_cache
from itertools import takewhile

from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.lexicon import Lexicon, Token
from dateline.understand.mentions.opening import Opening

__all__ = ["MILITANTS", "home_of", "one_named"]

MILITANTS = "militants"  # whom a report means by "terrorists" and the like
_REBELS = frozenset(
    "rebel insurgent opposition guerrilla separatist rebelle insurgé opposant séparatiste guérillero".split()
)

_NAMED, _ACTING = 2.0, 1.0  # votes of a state's name or people, and of an actor or capital of it
_TOP, _FIRST = 120, 1.5  # characters of a headline; how much more a state named there counts
_CITY = 50_000  # people: a place of another country than the theatre's counts from this size
_BORDERS = frozenset({"frontiere", "frontieres"})
_OF_A_PEOPLE = frozenset({"armed group", "local body"})  # "the Serbs" of a report on the Bosnian Serbs
_OFTEN = 2  # so many mentions of one place count
_AT_HOME = 1.5  # a theatre's own country is likelier, where anything but the names of its villages speaks for it


def home_of(opening: Opening, lexicon: Lexicon) -> str:
    """Return the id of the country most spoken of, "" where none is.

    States, peoples and actors vote for their country; a place's name then votes for each country that has such a place,
    more for those already spoken of, so that one village's namesake does not decide.
    """
    codes = _codes(lexicon)
    votes: dict[str, float] = defaultdict(float)
    named: dict[str, list[set[str]]] = defaultdict(list)
    tokens = opening.tokens
    i = 0
    while i < len(tokens):
        size, entries = tokens[i].begins or (0, [])
        kind = entries[0].kind if entries else ""
        told = _FIRST if tokens[i].start < _TOP else 1.0  # headline and dateline tell where a report is from
        if kind == "state":
            votes[entries[0].id] += _NAMED * told
        elif kind == "actor" and (actor := lexicon.actor(entries[0].id)):
            vote = _ACTING / 2 if actor.kind == "armed group" else _ACTING
            votes["" if actor.kind == "media" else codes.get(actor.country, "")] += vote
        elif i and tokens[i - 1].folded in _BORDERS:
            pass  # "la frontière algérienne": the neighbour's
        elif country := lexicon.demonym_at(tokens, i):
            votes[country] += _NAMED * told
        elif entries or tokens[i].text[0].isupper():
            lands = {place.country for entry in entries if (place := lexicon.place(entry.id))}
            lands.update(_abroad(tokens[i : i + max(size, 1)]) if tokens[i].text[0].isupper() else ())
            if lands:
                name = " ".join(token.folded for token in tokens[i : i + max(size, 1)])
                named[name].append({codes[code] for code in lands if code in codes})
        i += max(size, 1)
    votes.pop("", None)
    homes = {codes[home.country] for home in lexicon.theatre.homes if home.country in codes}
    for home in homes & set(votes):
        votes[home] *= _AT_HOME
    spoken = set(votes)
    told_of = (places for mentions in named.values() for places in mentions[:_OFTEN])
    for places in filter(None, told_of):  # a report on one battle says one town's name all the time
        likely = places & spoken or places
        for country in likely:
            votes[country] += 1 / len(likely)
    return max(votes, key=lambda country: (votes[country], country)) if votes else ""


@lru_cache(maxsize=8)
def _codes(lexicon: Lexicon) -> dict[str, str]:
    return {country.code: country.id for country in lexicon.theatre.countries.values()}


def one_named(opening: Opening, lexicon: Lexicon, home: str) -> dict[str, str]:
    """Return who alone stands for a kind or camp in the report: of monitors, coalitions, jihadists the only one named.

    "A war monitor", "coalition jets", "the jihadists" are then that one, also before it is named. Whom others are only
    said to be close to ("groups linked to X") is not the one that acts.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for i, token in enumerate(opening.tokens):
        for entry in token.begins[1] if token.begins else ():
            actor = lexicon.actor(entry.id) if entry.kind == "actor" else None
            if actor is not None and actor.name[0].isupper() and not _only_close(opening.tokens, i):
                named[actor.kind if actor.kind != "coalition" or "coalition" in fold(actor.name) else ""].add(actor.id)
                named[actor.camp if actor.kind == "armed group" else ""].add(actor.id)
                named[actor.role if actor.role == "un-mission" else ""].add(actor.id)
                for word in entry.words if len(entry.words) > 1 and actor.kind in _OF_A_PEOPLE else ():
                    named[word if word in lexicon.demonyms and word[-1] == "s" else ""].add(actor.id)
    alone = {kind: next(iter(ids)) for kind, ids in named.items() if kind and len(ids) == 1}
    if not lexicon.is_home(home) and (told := _militants(opening, lexicon)):
        alone[MILITANTS] = alone.get(told[1], told[0])
    return alone


def _militants(opening: Opening, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the only kind of armed groups of a camp that a report tells of ("jihadists") and its camp, if only one.

    Its "terrorists" and "militants" are then the same; of rebels told beside them, nobody can say who is meant.
    """
    told: dict[str, str] = {}
    for i, token in enumerate(opening.tokens):
        if token.known is None:
            continue
        _, noun = lexicon.noun_at(opening.tokens, i)
        actor = lexicon.actor(noun.actor) if noun is not None and noun.kind == "armed group" else None
        if actor is not None and actor.camp:
            told[actor.id] = actor.camp
        elif noun is not None and any(word.rstrip("s") in _REBELS for word in noun.text.casefold().split()):
            return None
    return next(iter(told.items())) if len(told) == 1 else None


def _only_close(tokens: list[Token], i: int) -> bool:
    """True for a name that others are told to be close to: "affiliated with X", "des groupes liés à X"."""
    before = [token.folded for token in tokens[max(0, i - _CLOSE_REACH) : i]]
    return not _CLOSE.isdisjoint(before)


_CLOSE_REACH = 8  # words between "affiliated" and the name: "some affiliated with X and others with Y"
_CLOSE = frozenset(
    "affiliated affiliate affiliates linked allied loyal allegiance inspired sympathetic ties branch offshoot "
    "affilie affilies affiliee affiliees lie lies liee liees proche proches allegeance filiale inspires".split()
)


def _abroad(tokens: list[Token]) -> tuple[str, ...]:
    """Return the countries with a city of this name, which has a capital letter."""
    name = " ".join(token.text for token in tokens)
    return _cities(name) if len(name) > 3 else ()


@lru_cache(maxsize=65536)
def _cities(name: str) -> tuple[str, ...]:
    gazetteer = load_gazetteer()
    large = takewhile(lambda place: gazetteer.population(place.id) >= _CITY, gazetteer.find(name))
    return tuple(place.country for place in large)
