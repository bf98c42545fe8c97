"""A theatre compiled for one language: which known name or role noun starts at a word of a sentence."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from dateline.model import Actor, Place
from dateline.theatres import RoleNoun, Theatre, fold, words_of

__all__ = ["Lexicon", "NameEntry", "Token", "tokens_of"]

_WORD = re.compile(r"\w+")
_LED = ("led", "coalition")
_APOSTROPHES = re.compile(r"['’ʿʾ`]")


@dataclass(slots=True, eq=False)
class Token:
    """One word of a sentence before any model sees it; `spaced` where only blanks part it from the word before."""

    text: str
    folded: str
    start: int
    end: int
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in the lexicon: folded words, which of them must be capitalised, and whom or what it names."""

    words: tuple[str, ...]
    shape: tuple[str, ...]  # "A" all capitals as written, "C" a capital first, "" any
    kind: Literal["actor", "place", "state"]
    id: str


@dataclass(eq=False)
class Lexicon:
    """Names, role nouns and demonyms of a theatre for one language, ready for look-up."""

    theatre: Theatre
    language: str
    names: dict[str, list[NameEntry]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, list[tuple[tuple[str, ...], RoleNoun]]] = field(default_factory=lambda: defaultdict(list))
    demonyms: dict[str, str] = field(default_factory=dict)  # folded word -> country id
    capitals: dict[str, str] = field(default_factory=dict)  # place id or folded name -> country id
    coalitions: dict[str, str] = field(default_factory=dict)  # country id -> the "X-led coalition" of a theatre

    def __post_init__(self) -> None:
        self._add_states()
        self._add_actors()
        self._add_places()
        for noun in self.theatre.nouns:
            if noun.language == self.language:
                words = words_of(noun.text)
                self.nouns[words[0]].append((words, noun))
        self._add_coalitions()
        for entries in self.nouns.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._index_nouns()
        self._index_names()

    def name_at(self, tokens: list[Token], i: int) -> tuple[int, list[NameEntry]]:
        """Return how many tokens from i the longest known name takes, and all entries of that name."""
        best = 0
        found: list[NameEntry] = []
        first = tokens[i].folded
        longer = self._longer.get((first, tokens[i + 1].folded), ()) if i + 1 < len(tokens) else ()
        for entry in (*longer, *self._single.get(first, ())):
            size = len(entry.words)
            if size < best:
                break
            if _matches(entry, tokens, i):
                found.append(entry)
                best = size
        return best, found

    def noun_at(self, tokens: list[Token], i: int) -> tuple[int, RoleNoun | None]:
        """Return how many tokens from i the longest role noun takes, and the noun."""
        first = tokens[i].folded
        longer = self._longer_nouns.get((first, tokens[i + 1].folded), ()) if i + 1 < len(tokens) else ()
        for words, noun in longer:
            size = len(words)
            if size <= len(tokens) - i and all(tokens[i + k].folded == words[k] for k in range(2, size)):
                return size, noun
        single = self._single_nouns.get(first)
        return (1, single) if single else (0, None)

    def demonym_at(self, tokens: list[Token], i: int) -> str:
        """Return the country whose adjective or people's name stands at i, or ""."""
        country = self.demonyms.get(tokens[i].folded, "")
        return country if country and (self.language != "en" or tokens[i].text[0].isupper()) else ""

    def with_role(self, country: str, role: str) -> str:
        """Return the id of the actor that plays a role for a country, composed where no theatre lists one.

        A machine is no body: "Russian jets" are Russia's, as "Russian strikes" are. Only the state that a theatre is
        about is told apart from its air force, since its name stands for all who fight there.
        """
        known = self.theatre.countries.get(country)
        code = known.code if known else ""
        if role == "aircraft":
            return self.with_role(country, "air-force") if self.is_home(country) else country
        listed = self.theatre.roles.get((code, role))
        if listed:
            return listed.id
        return country if role in ("government", "") else f"{country}-{role}"

    def acting_state(self, country: str) -> str:
        """Return who acts where a country or capital is named: its government where a theatre is about it, else the state."""
        return self.with_role(country, "government") if self.is_home(country) else country

    def is_home(self, country: str) -> bool:
        """True for a country that a theatre is about."""
        known = self.theatre.countries.get(country)
        return known is not None and any(home.country == known.code for home in self.theatre.homes)

    def actor(self, actor_id: str) -> Actor | None:
        """Return a listed actor."""
        return self.theatre.actors.get(actor_id)

    def spoken_for(self, speaker: str) -> str:
        """Return whom "we" means when a speaker says it: a spokesman or commander speaks for his body."""
        actor = self.actor(speaker)
        return actor.part_of[0].parent if actor and actor.kind == "person" and actor.part_of else speaker

    def is_country(self, key: str) -> bool:
        """True for a country's id or key."""
        return _bare(key) in self.theatre.countries

    def wide(self, key: str) -> bool:
        """True for a place as large as a province or a country: to be there is not to be at one spot."""
        place = self.place(_bare(key))
        return self.is_country(key) or (place is not None and place.kind in ("province", "country"))

    def holds(self, wide: str, narrow: str) -> bool:
        """True where one place (an id or a report's key) is known to lie within the other."""
        outer, seen = _bare(wide), set[str]()
        place = self.place(_bare(narrow))
        country = self.theatre.countries.get(outer)
        if country is not None and place is not None and place.kind != "country":
            return place.country == country.code
        while place is not None and place.parent and place.parent not in seen:
            if place.parent == outer:
                return True
            seen.add(place.parent)
            place = self.place(place.parent)
        return False

    def place(self, place_id: str) -> Place | None:
        """Return a listed place."""
        return self.theatre.places.get(place_id)

    def _add_states(self) -> None:
        for country in self.theatre.countries.values():
            for language, name in country.names:
                if language in ("", self.language, "en"):
                    self._add(name, "state", country.id)
            for language, word in country.demonyms:
                if language == self.language:
                    self.demonyms.setdefault(fold(word), country.id)
            self.capitals.update({fold(capital): country.id for capital in country.capitals if capital})

    def _add_actors(self) -> None:
        for actor in self.theatre.actors.values():
            if actor.kind != "state" and actor.name[0].isupper():
                self._add(actor.name.split(" (")[0], "actor", actor.id)
        for alias in self.theatre.aliases:
            if alias.language in ("", self.language, "en") or self.language == "":
                actor_kind = self.theatre.actors[alias.actor].kind
                self._add(alias.text, "state" if actor_kind == "state" else "actor", alias.actor)

    def _add_coalitions(self) -> None:
        """Learn from the name "US-led coalition" whose strikes "US-led strikes" are."""
        led = [entry for entries in self.names.values() for entry in entries if entry.words[-2:] == _LED]
        for entry in led:
            who = entry.words[:-2]
            states = (e.id for e in self.names.get(who[0], ()) if e.kind == "state" and e.words == who)
            country = next(states, "") or (self.demonyms.get(who[0], "") if len(who) == 1 else "")
            if country and entry.kind == "actor":
                self.coalitions.setdefault(country, entry.id)

    def _add_places(self) -> None:
        for place_id, language, name in self.theatre.place_names:
            if language in ("", self.language, "en") and place_id not in self.theatre.countries:
                self._add(name, "place", place_id)
                if fold(name) in self.capitals:
                    self.capitals[place_id] = self.capitals[fold(name)]

    def _index_nouns(self) -> None:
        """Lay each noun of several words under its first two, the longest first: this is asked of every word of a text."""
        self._single_nouns: dict[str, RoleNoun] = {}
        self._longer_nouns: dict[tuple[str, str], list[tuple[tuple[str, ...], RoleNoun]]] = defaultdict(list)
        for words, noun in (entry for entries in self.nouns.values() for entry in entries):
            if len(words) == 1:
                self._single_nouns.setdefault(words[0], noun)
            else:
                self._longer_nouns[words[0], words[1]].append((words, noun))

    def _index_names(self) -> None:
        """Lay each name under its first two words, since hundreds begin with "al", the longest first."""
        self._single: dict[str, list[NameEntry]] = defaultdict(list)
        self._longer: dict[tuple[str, str], list[NameEntry]] = defaultdict(list)
        for entry in (entry for entries in self.names.values() for entry in entries):
            for word in _forms(entry, min(1, len(entry.words) - 1)):
                if len(entry.words) == 1:
                    self._single[word].append(entry)
                else:
                    self._longer[entry.words[0], word].append(entry)
        for word, found in self._single.items():
            found.sort(key=lambda entry: entry.words[0] != word)
        for found in self._longer.values():
            found.sort(key=lambda entry: -len(entry.words))

    def _add(self, name: str, kind: Literal["actor", "place", "state"], entry_id: str) -> None:
        for variant in {name, _APOSTROPHES.sub("", name)}:
            raw = [word for word in _WORD.findall(variant) if fold(word)]
            words = words_of(variant)
            if words and len(words) == len(raw):
                entry = NameEntry(words, tuple(map(_shape, raw)), kind, entry_id)
                if entry not in self.names[words[0]]:
                    self.names[words[0]].append(entry)


def tokens_of(text: str, offset: int) -> list[Token]:
    """Return the words of a sentence that begins at `offset` of its article."""
    out: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        folded = fold(word)
        if folded:
            spaced = text[last:start].isspace() or not last
            if end - start == 1 and _closes_initials(text, word, start, last):
                end += 1
            out.append(Token(word, folded, start + offset, end + offset, spaced))
            last = end
    return out


def _closes_initials(text: str, letter: str, at: int, last: int) -> bool:
    """True for the last letter of "U.S.": the stop behind it belongs to it."""
    before, behind = text[last - 1 : at], text[at + 1 : at + 2]
    return letter.isupper() and behind == "." and before[1:] == "." and before[:1].isupper()


def _bare(key: str) -> str:
    return key.removeprefix("@").partition("/")[0]


def _shape(word: str) -> str:
    """Say how a name's word must be written in a text to be that word of the name."""
    if word.isupper() and len(word) <= 5:
        return "A" if len(word) > 1 else "C"
    return "C" if word[0].isupper() and word.lower() not in ("al", "el") else ""


def _forms(entry: NameEntry, k: int) -> tuple[str, ...]:
    """Return how word k of a name may be written: a text that lost its apostrophes may add an s to the last."""
    word = entry.words[k]
    return (word, word + "s") if k == len(entry.words) - 1 and len(word) > 3 and entry.shape[k] else (word,)


def _matches(entry: NameEntry, tokens: list[Token], i: int) -> bool:
    """True where the entry's words stand at token i."""
    size = len(entry.words)
    if i + size > len(tokens):
        return False
    for k, shape in enumerate(entry.shape):
        token = tokens[i + k]
        if token.folded != entry.words[k] and token.folded not in _forms(entry, k):
            return False
        if k and len(entry.words[k]) == len(entry.words[k - 1]) == 1 and token.spaced:
            return False  # "A U.S." is no "A.U."
        if shape == "A" and not token.text.isupper():
            return False
        if shape == "C" and not token.text[0].isupper() and token.text[0].lower() != token.text[0].upper():
            return False
    return True
