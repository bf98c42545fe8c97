"""Known names in a sentence, before it is parsed: actors, places, states, and nationality + role ("Russian warplanes")."""

from dataclasses import dataclass, replace
from typing import Literal

from dateline.theatres import RoleNoun
from dateline.understand.lexicon import Lexicon, NameEntry, Token

__all__ = ["Name", "find_names"]

# Between a nationality and its noun: "Syrian government forces", "Russian military police".
_AGAINST = frozenset({"pro", "anti", "non", "ex"})
_BETWEEN = 2
_JOINS = frozenset({"and", "or"})
_SIDE = frozenset({"side", "partie"})  # "the Russian side", "la partie turque": the state at the table
# What a nationality with one of these nouns names is a body of the state, not a loose crowd of its citizens.
_BODIES = frozenset({"state force", "state", "state body", "state media", "media"})


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: `first` to `last` (exclusive) are token numbers, `ids` what it can be, the likeliest first."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: Literal["actor", "place", "state"]
    ids: tuple[str, ...]
    noun: RoleNoun | None = None
    lands: tuple[str, ...] = ()  # places that bear an actor's name too: "Artsakh", "South Ossetia"


def find_names(tokens: list[Token], lexicon: Lexicon) -> list[Name]:
    """Return the known names of a sentence, leftmost longest, none inside another."""
    out = []
    i = 0
    while i < len(tokens):
        if tokens[i].known is None and tokens[i].folded not in _SIDE:
            i += 1  # the word begins nothing that the lexicon knows
            continue
        if i and not tokens[i].spaced and tokens[i - 1].folded in _AGAINST:
            i += 1  # "pro-regime forces" are not the regime's
            continue
        name = _composed(tokens, i, lexicon)
        size, entries = lexicon.name_at(tokens, i)
        if entries and (name is None or size >= name.last - name.first):
            name = _listed(tokens, i, size, entries)
        name = name or _people(tokens, i, lexicon)
        if name:
            out.append(name)
        i = name.last if name else i + 1
    return out


def _listed(tokens: list[Token], i: int, size: int, entries: list[NameEntry]) -> Name:
    """A name that a theatre lists; actors come before places of the same name."""
    order = {"actor": 0, "state": 1, "place": 2}
    entries = sorted(entries, key=lambda entry: order[entry.kind])
    kind = entries[0].kind
    ids = tuple(dict.fromkeys(entry.id for entry in entries if entry.kind == kind))
    name = _name(tokens, i, i + size, kind, ids)
    lands = tuple(dict.fromkeys(entry.id for entry in entries if kind == "actor" and entry.kind == "place"))
    return replace(name, lands=lands) if lands else name


def _composed(tokens: list[Token], i: int, lexicon: Lexicon) -> Name | None:
    """Nationality + role noun ("Turkish troops", "armée syrienne"), the body composed from country and role."""
    if lexicon.language == "fr":
        if tokens[i].folded in _SIDE and i + 1 < len(tokens) and lexicon.demonym_at(tokens, i + 1):
            return _name(tokens, i, i + 2, "actor", (lexicon.demonym_at(tokens, i + 1),))
        size, noun = lexicon.noun_at(tokens, i)
        country = lexicon.demonym_at(tokens, i + size) if noun and i + size < len(tokens) else ""
        if noun and country and ((noun.kind in _BODIES and noun.kind != "media") or noun.role):
            last = i + size + lexicon.demonym_size(tokens, i + size)
            return _name(tokens, i, last, "actor", (lexicon.with_role(country, noun.role),), noun)
        return None
    country = lexicon.demonym_at(tokens, i)
    if not country:
        return None
    if i + 1 < len(tokens) and tokens[i + 1].folded in _SIDE:
        return _name(tokens, i, i + 2, "actor", (country,))
    for gap in range(_BETWEEN + 1):
        j = i + 1 + gap
        if j >= len(tokens) or _joined(tokens, j - 1, j) or (gap and _apart(tokens, j - 1, lexicon)):
            return None
        size, noun = lexicon.noun_at(tokens, j)
        if noun:
            if any(lexicon.demonym_at(tokens, k) for k in range(i + 1, j)):  # "Russian and Syrian planes": each its own
                return _name(tokens, i, i + 1, "actor", (lexicon.with_role(country, noun.role),), noun)
            role, last = _widest(tokens, j, size, noun, lexicon)
            if role.kind not in _BODIES and not role.role:
                return None
            return _name(tokens, i, last, "actor", (lexicon.with_role(country, role.role),), role)
    return None


def _apart(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where a nationality and a later noun are two things: "Russian and regime strikes", "Lebanese Hezbollah fighters"."""
    joins = tokens[j].folded in _JOINS and not lexicon.demonym_at(tokens, j + 1)
    named = not lexicon.demonym_at(tokens, j) and lexicon.name_at(tokens, j)[1]
    return joins or any(entry.kind == "actor" for entry in named or ())


def _widest(tokens: list[Token], j: int, size: int, noun: RoleNoun, lexicon: Lexicon) -> tuple[RoleNoun, int]:
    """Let the last of several role nouns decide: in "Syrian regime forces" it is the forces."""
    last = j + size
    while last < len(tokens) and not _joined(tokens, last - 1, last):
        size, following = lexicon.noun_at(tokens, last)
        if following is None or following.kind not in _BODIES or following.kind == "person":
            break
        noun, last = following, last + size
    return noun, last


def _people(tokens: list[Token], i: int, lexicon: Lexicon) -> Name | None:
    """A people's name that stands for its state: "the Russians", "les Saoudiens"."""
    country = lexicon.demonym_at(tokens, i)
    text = tokens[i].text
    if not country or not text[0].isupper() or not text.endswith(("s", "x")):
        return None
    singular = tokens[i].folded[:-1]
    if singular not in lexicon.demonyms or any(country == home_id for home_id in _homes(lexicon)):
        return None
    if i + 1 < len(tokens) and _joined(tokens, i, i + 1):
        return None
    return _name(tokens, i, i + 1, "actor", (country,))


def _homes(lexicon: Lexicon) -> list[str]:
    codes = {home.country for home in lexicon.theatre.homes}
    return [country.id for country in lexicon.theatre.countries.values() if country.code in codes]


def _joined(tokens: list[Token], i: int, j: int) -> bool:
    """True where more than a blank stands between two words: "Turkish-backed" is no Turkish body."""
    return any(not token.spaced for token in tokens[i + 1 : j + 1])


def _name(
    tokens: list[Token],
    first: int,
    last: int,
    kind: Literal["actor", "place", "state"],
    ids: tuple[str, ...],
    noun: RoleNoun | None = None,
) -> Name:
    text = " ".join(token.text for token in tokens[first:last])
    return Name(first, last, tokens[first].start, tokens[last - 1].end, text, kind, ids, noun)
