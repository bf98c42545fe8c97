"""A theatre compiled for one language: which known name or role noun starts at a word of a sentence."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dateline.model import Actor, Place
from dateline.theatres import RoleNoun, Theatre, fold, words_of

__all__ = ["Known", "Lexicon", "NameEntry", "Token", "tokens_of"]

_WORD = re.compile(r"\w+")
_GAP_AND_WORD = re.compile(r"(\W*)(\w+)")
_LED = ("led", "coalition")
_PARTS = frozenset("()[]{};:«»“”")
_KIND_WORDS = frozenset("state province region oblast governorate county district camp".split())
_VOWELS = ("", *"aeiou")
_APOSTROPHES = re.compile(r"['’ʿʾ`]")


@dataclass(slots=True, eq=False)
class Token:
    """One word of a sentence before any model sees it; `spaced` where only blanks part it from the word before, `parted` where
    a bracket or the end of a clause does."""

    text: str
    folded: str
    start: int
    end: int
    spaced: bool = True
    parted: bool = False
    known: "Known | None" = None  # what the lexicon knows of the word
    begins: "tuple[int, list[NameEntry]] | None" = None  # the longest name from here, where it was looked for


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in the lexicon: folded words, which of them must be capitalised, and whom or what it names."""

    words: tuple[str, ...]
    shape: tuple[str, ...]  # "A" all capitals as written, "C" a capital first, "" any
    kind: Literal["actor", "place", "state"]
    id: str


@dataclass(slots=True, eq=False)
class Known:
    """All that a lexicon knows of a word, found by one look-up a token: most words of a text begin no name and no noun.

    What has several words lies under its second one, the longest first, since hundreds of names begin with "al".
    """

    country: str = ""  # whose adjective or people's name the word is
    peoples: dict[str, str] = field(default_factory=dict)  # the same for two words, by the second: "North Korean"
    names: list[NameEntry] = field(default_factory=list)
    longer_names: dict[str, list[NameEntry]] = field(default_factory=lambda: defaultdict(list))
    nouns: list[RoleNoun] = field(default_factory=list)
    longer_nouns: dict[str, list[tuple[tuple[str, ...], RoleNoun]]] = field(default_factory=lambda: defaultdict(list))


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
        self._added: set[NameEntry] = set()
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
        index: dict[str, Known] = defaultdict(Known)
        for word, country in self.demonyms.items():
            first, _, second = word.partition(" ")
            if second:
                index[first].peoples[second] = country
            else:
                index[word].country = country
        self._index_nouns(index)
        self._index_names(index)
        self.known: Callable[[str], Known | None] = index.get  # what is known of a folded word, None for most

    def name_at(self, tokens: list[Token], i: int) -> tuple[int, list[NameEntry]]:
        """Return how many tokens from i the longest known name takes, and all entries of that name."""
        token = tokens[i]
        known = token.known
        if known is None:
            return 0, []
        if token.begins is not None and token.begins[0] <= len(tokens) - i:
            return token.begins  # looked for among at least as many words
        best = 0
        found: list[NameEntry] = []
        longer = known.longer_names.get(tokens[i + 1].folded) if known.longer_names and i + 1 < len(tokens) else None
        for entry in (*longer, *known.names) if longer else known.names:
            size = len(entry.words)
            if size < best:
                break
            if _matches(entry, tokens, i):
                found.append(entry)
                best = size
        return best, found

    def noun_at(self, tokens: list[Token], i: int) -> tuple[int, RoleNoun | None]:
        """Return how many tokens from i the longest role noun takes, and the noun."""
        known = tokens[i].known
        if known is None:
            return 0, None
        longer = known.longer_nouns.get(tokens[i + 1].folded, ()) if known.longer_nouns and i + 1 < len(tokens) else ()
        for words, noun in longer:
            size = len(words)
            if size <= len(tokens) - i and all(tokens[i + k].folded == words[k] for k in range(2, size)):
                return size, noun
        return (1, known.nouns[0]) if known.nouns else (0, None)

    def demonym_at(self, tokens: list[Token], i: int) -> str:
        """Return the country whose adjective or people's name stands at i, or "": of "South Sudanese" at both words."""
        known = tokens[i].known
        if known is None or not (known.country or known.peoples):
            return ""
        country = known.peoples.get(tokens[i + 1].folded, "") if known.peoples and i + 1 < len(tokens) else ""
        if not country and known.country:
            before = tokens[i - 1].known if i else None
            country = (before.peoples.get(tokens[i].folded, "") if before is not None else "") or known.country
        return country if self.language != "en" or tokens[i].text[0].isupper() else ""

    def demonym_size(self, tokens: list[Token], i: int) -> int:
        """Return how many words the adjective at i takes: two for "sud-soudanaise"."""
        known = tokens[i].known
        return 2 if known is not None and i + 1 < len(tokens) and tokens[i + 1].folded in known.peoples else 1

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

    def own(self, country: str, noun: RoleNoun) -> str:
        """Return whom "the opposition" means in a country whose own one is listed by name; "" if none is."""
        word = fold(noun.text)
        peoples = [adjective for adjective, of in self.demonyms.items() if of == country]
        told = (e.id for p in peoples for first, pair in ((p, (p, word)), (word, (word, p)))
                for e in self.names.get(first, ()) if e.words == pair and e.kind == "actor")  # fmt: skip
        return next(told, "")

    def acting_state(self, country: str) -> str:
        """Return who acts where a country or capital is named: its government where a theatre is about it, else the state."""
        return self.with_role(country, "government") if self.is_home(country) else country

    def body_of(self, code: str, role: str) -> str:
        """Return the id of a state's body of a role by the country's code, "" where the country is not listed."""
        country = next((country.id for country in self.theatre.countries.values() if country.code == code), "")
        return self.with_role(country, role) if country else ""

    def is_home(self, country: str) -> bool:
        """True for a country that a theatre is about."""
        known = self.theatre.countries.get(country)
        return known is not None and any(home.country == known.code for home in self.theatre.homes)

    def actor(self, actor_id: str) -> Actor | None:
        """Return a listed actor."""
        return self.theatre.actors.get(actor_id)

    def code_of(self, key: str) -> str:
        """Return the country code of a state, or of an actor composed of one and its role ("france-army"); "" for others."""
        return _code_of(self, key)

    def side_of(self, key: str) -> str:
        """Return a state's code for it, its bodies and forces, else who stands at the head of a group's family."""
        seen: set[str] = set()
        while (actor := self.actor(key)) and key not in seen:
            seen.add(key)
            if actor.kind.startswith("state"):
                return actor.country or key
            if not actor.part_of:
                return key
            key = actor.part_of[0].parent
        return self.code_of(key) or key

    def spoken_for(self, speaker: str, bodies: Mapping[str, str]) -> str:
        """Return whom "we" means when a speaker says it: a spokesman or commander speaks for his body.

        `bodies` are those that the report itself names.
        """
        speaker = bodies.get(speaker, speaker)
        actor = self.actor(speaker)
        return actor.part_of[0].parent if actor and actor.kind == "person" and actor.part_of else speaker

    def is_country(self, key: str) -> bool:
        """True for a country's id or key."""
        return _bare(key) in self.theatre.countries

    def capital_of(self, country: str) -> str:
        """Return the key of a country's capital, "" where no list knows it."""
        told = [place for place, of in self.capitals.items() if of == country]
        listed = next((place for place in told if self.place(place)), "")
        return f"@{listed}" if listed else f"@?{told[0]}" if told else ""

    def capital_named(self, key: str) -> str:
        """Return a capital's name by the key that a report knows it by, "" for any other place."""
        bare = key.removeprefix("@?")
        state = self.theatre.countries.get(self.capitals.get(bare, "").lstrip("@")) if bare != key else None
        told = [name for name in state.capitals if fold(name) == bare] if state else []
        return next(iter(told), "")

    def wide(self, key: str) -> bool:
        """True for a place as large as a province or a country: to be there is not to be at one spot."""
        place = self.place(_bare(key))
        return self.is_country(key) or (place is not None and place.kind in ("province", "border", "country"))

    def is_site(self, key: str) -> bool:
        """True for one listed building or installation: a mosque, a dam, an air base."""
        place = self.place(_bare(key))
        return place is not None and place.is_site

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

    def _index_nouns(self, index: dict[str, Known]) -> None:
        for words, noun in (entry for entries in self.nouns.values() for entry in entries):
            for last in _with_lost_apostrophe(words[-1]) if self.language == "en" else words[-1:]:
                written = (*words[:-1], last)
                if len(written) == 1:
                    index[last].nouns.append(noun)
                else:
                    index[written[0]].longer_nouns[written[1]].append((written, noun))

    def _index_names(self, index: dict[str, Known]) -> None:
        for entry in (entry for entries in self.names.values() for entry in entries):
            for word in _forms(entry, min(1, len(entry.words) - 1)):
                if len(entry.words) == 1:
                    index[word].names.append(entry)
                else:
                    index[entry.words[0]].longer_names[word].append(entry)
        for word, known in index.items():
            known.names.sort(key=lambda entry, word=word: entry.words[0] != word)  # type: ignore[misc]
            for found in known.longer_names.values():
                found.sort(key=lambda entry: -len(entry.words))

    def _add(self, name: str, kind: Literal["actor", "place", "state"], entry_id: str) -> None:
        for variant in {name, _APOSTROPHES.sub("", name)}:
            raw = [word for word in _WORD.findall(variant) if fold(word)]
            words = words_of(variant)
            if words and len(words) == len(raw):
                shape = tuple(map(_shape, raw))
                if kind == "place" and len(raw) > 1 and words[-1] in _KIND_WORDS:
                    shape = (*shape[:-1], "")  # "Chin State", "Chin state"
                entry = NameEntry(words, shape, kind, entry_id)
                if entry not in self._added:
                    self._added.add(entry)
                    self.names[words[0]].append(entry)


def tokens_of(text: str, offset: int, lexicon: Lexicon) -> list[Token]:
    """Return the words of a sentence that begins at `offset` of its article, with what the lexicon knows of them."""
    out: list[Token] = []
    last, at, known = 0, 0, lexicon.known
    for gap, word in _GAP_AND_WORD.findall(text):
        start = at + len(gap)
        at = end = start + len(word)
        if folded := fold(word):
            between = text[last:start]
            spaced = between == " " or between.isspace() or not last
            if end - start == 1 and _closes_initials(text, word, start, last):
                end += 1
            parted = not spaced and not _PARTS.isdisjoint(between)
            out.append(Token(word, folded, start + offset, end + offset, spaced, parted, known(folded)))
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
    if k < len(entry.words) - 1:
        return (word,)
    return (word, word + "s") if len(word) > 3 and entry.shape[k] else _with_lost_apostrophe(word)


def _with_lost_apostrophe(word: str) -> tuple[str, ...]:
    """Return a noun, and its genitive in a text that lost its apostrophes where that is no plural: "the armys spokesman"."""
    return (word, word + "s") if word.endswith("y") and word[-2:-1] not in _VOWELS else (word,)


def _matches(entry: NameEntry, tokens: list[Token], i: int) -> bool:
    """True where the entry's words stand at token i."""
    size = len(entry.words)
    if i + size > len(tokens):
        return False
    for k, shape in enumerate(entry.shape):
        token = tokens[i + k]
        if token.folded != entry.words[k] and token.folded not in _forms(entry, k):
            return False
        if k and token.parted:
            return False  # "the group (IS) in Libya": no name goes over a bracket
        if k and len(entry.words[k]) == len(entry.words[k - 1]) == 1 and token.spaced and token.text.isupper():
            return False  # "A U.S." is no "A.U."
        if shape == "A" and not token.text.isupper():
            return False
        if shape == "C" and not token.text[0].isupper() and token.text[0].lower() != token.text[0].upper():
            return False
    return True


@lru_cache(maxsize=4096)
def _code_of(lexicon: Lexicon, key: str) -> str:
    return next((c.code for c in lexicon.theatre.countries.values() if key == c.id or key.startswith(f"{c.id}-")), "")
