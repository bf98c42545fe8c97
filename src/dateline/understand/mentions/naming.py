"""Known names in a parsed sentence: whom or what each means here, a state or its land, a capital or its government."""

from dateline.model import Place, Span
from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.theatres.spelling import spellings_in
from dateline.understand.memory import Memory
from dateline.understand.mentions.acting import Acting
from dateline.understand.mentions.kind_words import of_others
from dateline.understand.mentions.names import Name
from dateline.understand.mentions.namesakes import by_report, called_so
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["Naming", "hint_beside"]

_ALLIES = "allied-forces"  # a coalition that no theatre lists


class Naming:
    """Notes the sentence's known names as actors and places."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.acting = Acting(memory)

    def read(self, scene: Scene) -> None:
        """Add the known names of the sentence to the scene."""
        for word in scene.parse.words:
            if word.name >= 0:
                self._name(scene, word, by_report(scene.parsed.names[word.name], self.memory))

    def _name(self, scene: Scene, word: Word, name: Name) -> None:
        if name.kind == "place" and self.acting.capital(
            scene, word, name.text, Span(name.start, name.end), name.ids[0]
        ):
            return
        if name.kind == "place" or (name.kind == "state" and self.acting.is_land(scene, word, name)):
            self._place(scene, word, name.ids, name.text, "gazetteer" if name.kind == "place" else "state name")
            return
        if name.lands and self._is_its_land(scene, word, name):
            self._place(scene, word, name.lands, name.text, "land of that name")
            return
        if name.kind == "state" and self._town_of_that_name(scene, word, name):
            return
        led = self.memory.lexicon.coalitions.get(name.ids[0], "") if name.kind == "state" else ""
        if led and [w.low for w in scene.parse.words[word.i + 1 : word.i + 3]] == ["-", "led"]:
            span = Span(word.start, scene.parse.words[word.i + 2].end)
            scene.actors[word.i] = Ref(word.i, span, "actor", "nominal", led, "coalition that the state leads")
            return
        if name.kind == "state" and self.acting.modifies(scene.parse, word):
            scene.actors[word.i] = Ref(
                word.i, word.span, "actor", "nominal", name.ids[0], "state in a compound", name.ids, modifies=True
            )
            return
        actor = self.memory.lexicon.actor(name.ids[0])
        if actor and actor.kind == "media" and _tells_of_what(scene.parse, word):
            return
        if actor and actor.kind == "coalition" and not called_so(name.ids[0], name.text, self.memory):
            span = Span(name.start, name.end)  # "the US-led coalition" of an earlier war
            scene.actors[word.i] = Ref(word.i, span, "actor", "nominal", _ALLIES, "a coalition before the listed one")
            return
        kind = actor.kind if actor else (name.noun.kind if name.noun else "state")
        ref = Ref(word.i, Span(name.start, name.end), "actor", "name", name.ids[0], "alias", name.ids, name.noun)
        ref.plural = bool(name.noun and name.noun.number == "plural")
        if name.noun:
            ref.rule = "nationality and role"
        scene.actors[word.i] = ref
        self.memory.hear(
            scene, ref, kind, (actor.role if actor else "") or (name.noun.role if name.noun else ""), named=True
        )
        last = fold(name.text).split()[-1]
        if (
            kind == "armed group"
            and " " in name.text
            and any(n.kind == kind for _, n in self.memory.lexicon.nouns.get(last, ()))
        ):
            self.memory.called[last.removesuffix("s")] = ref.key  # "M23 rebels": later "the rebels" are M23's

    def _is_its_land(self, scene: Scene, word: Word, name: Name) -> bool:
        """ "Artsakh said" is who rules it, "in Artsakh" and "the people of Artsakh" are the land of that name."""
        actor = self.memory.lexicon.actor(name.ids[0])
        return actor is not None and actor.kind == "local body" and not self.acting.acts(scene, word)

    def _town_of_that_name(self, scene: Scene, word: Word, name: Name) -> bool:
        """ "Port Sudan": a town whose name holds a state's."""
        before = scene.parse.words[word.i - 1] if word.i else None
        if before is None or not before.text[0].isupper() or before.name >= 0:
            return False
        text = f"{before.text} {name.text}"
        if text not in load_gazetteer():
            return False
        span = Span(before.start, name.end)
        scene.places[word.i] = Ref(word.i, span, "place", "name", f"@?{fold(text)}", "town with a state's name")
        self.memory.discourse.see(scene.parsed.sentence.index, f"@?{fold(text)}", "town")
        return True

    def _of_kind(self, ids: tuple[str, ...], hint: str) -> tuple[str, ...]:
        """Put the place of the kind that the text names first: "Deir ez-Zor city", "the province of Deir ez-Zor"."""
        kinds = _KINDS.get(hint, ())
        fitting = [i for i in ids if (p := self.memory.lexicon.place(i)) and p.kind in kinds]
        return (*fitting, *(i for i in ids if i not in fitting))

    def _place(self, scene: Scene, word: Word, ids: tuple[str, ...], text: str, rule: str) -> None:
        place = self.memory.lexicon.place(ids[0])
        start, direction = word.start, ""
        before = scene.parse.words[word.i - 1] if word.i > 0 else None
        beside = before is not None and before.low in self.memory.directions and before.end + 1 == word.start
        if before is not None and beside and fold(text).split()[0] not in self.memory.place_nouns:
            start, direction = before.start, self.memory.directions[before.low]
        if place and self._elsewhere(place, text):
            ids = ()
        ids = self._of_kind(ids, hint_beside(self.memory, scene.parse, word))
        key = f"@{ids[0] if ids else '?' + fold(text)}" + (f"/{direction}" if direction else "")
        ref = Ref(word.i, Span(start, word.end), "place", "name", key, rule, ids, direction=direction)
        ref.hint = hint_beside(self.memory, scene.parse, word)
        ref.own = word.span
        scene.places[word.i] = ref
        if not self._only_near(scene.parse, word):
            self.memory.discourse.see(scene.parsed.sentence.index, key, place.kind if place else ref.hint)

    def _only_near(self, parse: Parse, word: Word) -> bool:
        """True where a place only tells where another one lies: "near Damascus", "40 km northeast of Damascus"."""
        if word.rel == "appos" and word.head >= 0:  # "near the capital Damascus"
            word = parse.words[word.head]
        above = parse.words[word.head].lemma if word.head >= 0 else ""
        return word.prep in ("near", "près", "around") or (
            word.prep in ("of", "de", "from") and (above in self.memory.directions or above in DISTANCES)
        )

    def _elsewhere(self, place: Place, text: str) -> bool:
        """True where a theatre's place only bears the name of one in the country that the report is about."""
        home = self.memory.lexicon.theatre.countries.get(self.memory.discourse.home)
        abroad = home is not None and place.kind != "country" and place.country not in ("", home.code)
        return abroad and self.home_has(text)

    def home_has(self, text: str) -> bool:
        home = self.memory.lexicon.theatre.countries.get(self.memory.discourse.home)
        return home is not None and any(place.country == home.code for place in load_gazetteer().find(text))

    def home_city(self, text: str) -> bool:
        """True where a name is that of a city of the country the report is about."""
        home = self.memory.lexicon.theatre.countries.get(self.memory.discourse.home)
        found = load_gazetteer().find(text) if home is not None else ()
        return home is not None and any(p.country == home.code and p.kind == "city" for p in found)

    def home_has_like(self, text: str) -> bool:
        """True where a place of the country the report is about is spelled almost so."""
        home = self.memory.lexicon.theatre.countries.get(self.memory.discourse.home)
        return home is not None and bool(spellings_in(home.code).similar(fold(text)))

    def short_forms(self, scene: Scene) -> None:
        """A name's last word alone, later in the report: "Alloush" after "Islam Alloush", "the Council" after its full name."""
        for word in scene.parse.words:
            known = scene.actors.get(word.i) or scene.places.get(word.i)
            if word.name >= 0 or (known and known.rule != GUESSED) or word.pos not in ("PROPN", "NOUN"):
                continue
            key = (
                self.memory.short.get(fold(word.text))
                if word.text[0].isupper() and (word.i > 0 or word.pos == "PROPN")
                else None
            )
            if known and key and self._kind(key) != "armed group":
                continue  # a guess says more of a person: whether it is a new one of the name
            if key:
                scene.places.pop(word.i, None)
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "name", key, "short form of a name")
                self.memory.hear(scene, scene.actors[word.i], self._kind(key), "", named=True)
        for ref in [r for r in scene.actors.values() if r.form == "name" and r.noun is None]:
            words = fold(
                scene.parsed.text[
                    ref.span.start - scene.parsed.sentence.span.start : ref.span.end - scene.parsed.sentence.span.start
                ]
            ).split()
            kind = self._kind(ref.key)
            many = kind == "armed group" and words[-1].endswith("s") and words[-1] not in _FIGHTERS  # "the Tigers"
            if len(words) > 1 and len(words[-1]) > 3 and (kind in SHORTENED or many):
                self.memory.short[words[-1]] = ref.key
                self.memory.spelled[ref.key] = self.memory.spelled.get(ref.key, frozenset()) | set(words)

    def _kind(self, key: str) -> str:
        actor = self.memory.lexicon.actor(key)
        return actor.kind if actor else key[1:].split(":")[0] if key.startswith("?") else ""


def hint_beside(memory: Memory, parse: Parse, word: Word) -> str:
    """Return the kind word beside a place: "the town of X", "X province", "la ville de X"."""
    first = word.i  # of a name of several words: "the village of Kafr Kila"
    while first and parse.words[first - 1].rel in ("compound", "flat") and parse.words[first - 1].head == word.i:
        first -= 1
    near = [first - 1, first - 2, word.i + 1]
    for k in near:
        if 0 <= k < len(parse.words):
            noun = memory.place_nouns.get(parse.words[k].lemma)
            if (
                noun
                and not of_others(parse, k, word)
                and (k < word.i or parse.words[k].rel in ("root", "obl", "subj", "obj", "conj", "appos", "subj:pass"))
            ):
                return noun[0]
    return ""


_KINDS = dict.fromkeys(("city", "town", "village"), ("city", "town", "village")) | {"province": ("province",)}
DISTANCES = frozenset("km kilometre kilometer mile outskirt outskirts kilomètre kilometers miles kilometres".split())
GUESSED = "model guess"  # the language model takes it for a name; no list knows it
_FIGHTERS = frozenset(
    "forces units troops rebels fighters militants groups combattants rebelles unites troupes".split()
)
SHORTENED = frozenset(
    {"person", "political group", "intergovernmental", "monitor", "ngo", "coalition", "state body", "media"}
)


def _tells_of_what(parse: Parse, word: Word) -> bool:
    """True for "Libération de deux otages" at a sentence's head: a noun with a capital, not the newspaper."""
    after = parse.words[word.i + 1].low if word.i + 1 < len(parse.words) else ""
    return word.i == 0 and after in ("de", "d'", "des", "du", "of")
