"""Every word that points at an actor or a place, and whom or what it means: names, common nouns and pronouns."""

from dataclasses import dataclass
from typing import Literal

from dateline.codebook import Codebook
from dateline.model import Place, Span
from dateline.theatres import RoleNoun, fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.discourse import ARMED, STATE, Discourse, Spoken
from dateline.understand.lexicon import Lexicon
from dateline.understand.names import Name
from dateline.understand.parsing import ParsedSentence
from dateline.understand.syntax import Parse, Word

__all__ = ["PERSON_PRONOUNS", "THINGS", "WE", "Ref", "References", "Scene"]

DEFINITE = frozenset(
    "the this that these those its their his her le la les l' ce cet cette ces son sa ses leur leurs du des au aux".split()
)
OTHER = frozenset(
    "other another various several multiple different many some certain rival autre autres plusieurs divers certains".split()
)
PERSON_PRONOUNS = frozenset("he she him her his il lui".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves ils elles eux leur leurs".split())
SINGLE_PRONOUNS = frozenset("it its itself il elle celui-ci celle-ci".split())
WE = frozenset("we us our ours nous notre nos i my je".split())
GROUPS = frozenset(
    {"armed group", "political group", "coalition", "intergovernmental", "ngo", "monitor", "humanitarian"}
)


@dataclass(slots=True, eq=False)
class Ref:
    """One pointing word: `key` is the entity it means ("" if nobody can tell), `rule` how that was found."""

    word: int
    span: Span
    kind: Literal["actor", "place"]
    form: Literal["name", "nominal", "pronoun"]
    key: str
    rule: str
    ids: tuple[str, ...] = ()
    noun: RoleNoun | None = None
    plural: bool = False
    hint: str = ""
    direction: str = ""
    modifies: bool = False  # "US-led", "Britain-based": names a state, but nobody acts or speaks here


@dataclass(slots=True, eq=False)
class Scene:
    """A parsed sentence with its references by word number."""

    parsed: ParsedSentence
    actors: dict[int, Ref]
    places: dict[int, Ref]
    home: str = ""

    @property
    def parse(self) -> Parse:
        """The sentence's words."""
        return self.parsed.parse


class References:
    """Reads a report's sentences in order and says of every word whom it means; remembers what was said before."""

    def __init__(self, lexicon: Lexicon, codebook: Codebook, home: str) -> None:
        self.lexicon = lexicon
        self.discourse = Discourse(home)
        self.short: dict[str, str] = {}
        self.called: dict[str, str] = {}
        words = codebook.places.get(lexicon.language)
        self.place_nouns = words.nouns if words else {}
        self.directions = words.directions if words else {}
        self.locative = (words.locative | words.source | words.goal) if words else frozenset()
        times = codebook.times.get(lexicon.language)
        self.no_names = (
            frozenset(map(fold, (*times.weekdays, *times.months, *self.directions))) if times else frozenset()
        )
        things = (codebook.classes.get(name, {}).get(lexicon.language, ()) for name in THINGS)
        self.things = frozenset(word for words in things for word in words)
        self.no_names |= frozenset(lexicon.demonyms) | NO_PLACES

    def read(self, parsed: ParsedSentence) -> Scene:
        """Return the sentence's references and remember them."""
        scene = Scene(parsed, {}, {}, self.discourse.home)
        for word in parsed.parse.words:
            if word.name >= 0:
                self._name(scene, word, parsed.names[word.name])
        self._guesses(scene)
        self._home_places(scene)
        self._short_forms(scene)
        self._nouns(scene)
        self._pronouns(scene)
        return scene

    # --- names ------------------------------------------------------------------------------------------------------
    def _name(self, scene: Scene, word: Word, name: Name) -> None:
        if name.kind == "place" and self._capital_acts(scene, word, name.text, name.ids[0]):
            return
        if name.kind == "place" or (name.kind == "state" and self._stands_for_place(scene, word, name)):
            self._place(scene, word, name.ids, name.text, "gazetteer" if name.kind == "place" else "state name")
            return
        if name.kind == "state" and self._modifies(scene.parse, word):
            scene.actors[word.i] = Ref(
                word.i, word.span, "actor", "nominal", name.ids[0], "state in a compound", name.ids, modifies=True
            )
            return
        actor = self.lexicon.actor(name.ids[0])
        kind = actor.kind if actor else (name.noun.kind if name.noun else "state")
        ref = Ref(word.i, Span(name.start, name.end), "actor", "name", name.ids[0], "alias", name.ids, name.noun)
        ref.plural = bool(name.noun and name.noun.number == "plural")
        if name.noun:
            ref.rule = "nationality and role"
        scene.actors[word.i] = ref
        self._hear(scene, ref, kind, (actor.role if actor else "") or (name.noun.role if name.noun else ""), named=True)

    def _capital_acts(self, scene: Scene, word: Word, text: str, place: str = "") -> bool:
        """ "Damascus denied", "between Moscow and Tehran": a capital that speaks, decides or deals is its government."""
        country = self.lexicon.capitals.get(place) or self.lexicon.capitals.get(fold(text), "")
        parse = scene.parse
        first = parse.words[parse.first_conjunct(word.i)]
        head = parse.words[first.head] if first.head >= 0 else None
        if country and self._modifies(parse, word):
            key = self.lexicon.acting_state(country)
            scene.actors[word.i] = Ref(
                word.i, word.span, "actor", "nominal", key, "capital for its government", (key,), modifies=True
            )
            return True
        if not country or head is None or head.pos not in ("VERB", "AUX"):
            return False
        acts = first.rel in ("subj", "agent") and head.lemma not in STATIC and not parse.passive(head.i)
        if not acts and not (
            first.rel == "agent" or first.prep in ("between", "entre") or (first.prep == "to" and head.lemma in GIVING)
        ):
            return False
        key = self.lexicon.acting_state(country)
        ref = Ref(word.i, word.span, "actor", "name", key, "capital for its government", (key,))
        scene.actors[word.i] = ref
        self._hear(scene, ref, "state body", "government", named=True)
        return True

    def _modifies(self, parse: Parse, word: Word) -> bool:
        """True for the state in "US-led", "Turkey-backed", "Britain-based"."""
        after = [w.text.lower() for w in parse.words[word.i + 1 : word.i + 3]]
        return len(after) == 2 and after[0] == "-" and after[1].endswith(("ed", "led", "based", "run", "made", "born"))

    def _stands_for_place(self, scene: Scene, word: Word, name: Name) -> bool:
        """A state's name is a place after a locative, and for the country the reports are about; else it acts."""
        before = scene.parse.words[word.i - 1].text.lower() if word.i else ""
        if word.prep == "à" and before in ("l'", "la"):  # "en Syrie", "au Liban" are places, "à l'Arabie saoudite" acts
            return False
        if word.prep in self.locative and word.rel == "obl":
            head = scene.parse.words[word.head]
            given = word.prep in ("to", "à", "between", "entre", "from") and head.lemma in GIVING
            return not given and not (word.prep in ("on", "upon", "sur") and head.lemma in UPON)
        if name.ids[0] == self.discourse.home:
            return True
        return word.rel == "appos" and word.head in scene.places

    def _place(self, scene: Scene, word: Word, ids: tuple[str, ...], text: str, rule: str) -> None:
        place = self.lexicon.place(ids[0])
        start, direction = word.start, ""
        before = scene.parse.words[word.i - 1] if word.i > 0 else None
        if before is not None and before.text.lower() in self.directions and before.end + 1 == word.start:
            start, direction = before.start, self.directions[before.text.lower()]
        if place and self._elsewhere(place, text):
            ids = ()
        key = f"@{ids[0] if ids else '?' + fold(text)}" + (f"/{direction}" if direction else "")
        ref = Ref(word.i, Span(start, word.end), "place", "name", key, rule, ids, direction=direction)
        ref.hint = self._hint(scene.parse, word)
        scene.places[word.i] = ref
        if not self._only_near(scene.parse, word):
            self.discourse.see(scene.parsed.sentence.index, key, place.kind if place else ref.hint)

    def _only_near(self, parse: Parse, word: Word) -> bool:
        """True where a place only tells where another one lies: "near Damascus", "40 km northeast of Damascus"."""
        if word.rel == "appos" and word.head >= 0:  # "near the capital Damascus"
            word = parse.words[word.head]
        above = parse.words[word.head].lemma if word.head >= 0 else ""
        return word.prep in ("near", "près", "around") or (
            word.prep in ("of", "de", "from") and (above in self.directions or above in DISTANCES)
        )

    def _hint(self, parse: Parse, word: Word) -> str:
        """Return the kind word beside a place: "the town of X", "X province", "la ville de X"."""
        near = [word.i - 1, word.i - 2, word.i + 1]
        for k in near:
            if 0 <= k < len(parse.words):
                noun = self.place_nouns.get(parse.words[k].lemma)
                if noun and (
                    k < word.i or parse.words[k].rel in ("root", "obl", "subj", "obj", "conj", "appos", "subj:pass")
                ):
                    return noun[0]
        return ""

    def _guesses(self, scene: Scene) -> None:
        """Names that no theatre lists: what the model takes for a person, body or place, typed by the words beside it."""
        for first, last, label in scene.parsed.entities:
            words = scene.parse.words[first:last]
            while words and words[0].pos in ("DET", "PUNCT", "ADP", "NUM"):
                words = words[1:]
            while words and words[-1].pos in ("PUNCT", "PART"):
                words = words[:-1]
            if (
                not words
                or not all(w.text[0].isupper() for w in (words[0], words[-1]))
                or any(w.i in scene.actors for w in words)
            ):
                continue
            text = " ".join(w.text for w in words)
            head = next((w for w in words if not words[0].i <= w.head <= words[-1].i), words[-1])
            span = Span(words[0].start, words[-1].end)
            self._guess(scene, head, span, text, label)

    def _guess(self, scene: Scene, head: Word, span: Span, text: str, label: str) -> None:
        words = fold(text).split()
        if all(w in self.no_names for w in words) or (len(words) == 1 and self.lexicon.nouns.get(words[0])):
            return  # "Rebels", "Militants" at the head of a sentence are no names
        if " " not in text and head.rel in ("amod", "compound") and (head.pos == "ADJ" or text.endswith(_ADJECTIVAL)):
            return  # "a Damascan suburb"
        if self._capital_acts(scene, head, text):
            return
        hint = self._hint(scene.parse, head) or self._hint_inside(text)
        nobody = label not in ("PERSON", "PER")
        placed = " " not in text and self._stands_as_place(scene.parse, head, text)
        if nobody and (self._home_has(text) or placed):
            label = "GPE"
        located = head.rel == "obl" and head.prep in self.locative
        if hint or (label in ("GPE", "LOC", "FAC") and (located or label != "LOC")):
            if label in ("GPE", "LOC", "FAC") or hint:
                ref = Ref(head.i, span, "place", "name", f"@?{fold(text)}", "model guess", (), hint=hint)
                scene.places[head.i] = ref
                self.discourse.see(scene.parsed.sentence.index, ref.key, hint)
        elif label in ("PERSON", "PER") and (" " in text or self._titled(scene.parse, head)):
            self._unknown(scene, head, span, text, "person")
        elif label == "ORG" and len(fold(text)) > 3:
            self._unknown(scene, head, span, text, "organisation")

    def _stands_as_place(self, parse: Parse, head: Word, text: str) -> bool:
        """True for a name of the world's gazetteer behind "in", "near" or "from", whatever the model took it for."""
        return head.rel == "obl" and head.prep in self.locative and text in load_gazetteer()

    def _home_places(self, scene: Scene) -> None:
        """Names that neither theatre nor model knows, but the gazetteer in the country the report is about."""
        words = scene.parse.words
        i = 0
        while i < len(words):
            size = next((n for n in (3, 2, 1) if self._is_home_place(scene, words[i : i + n])), 0)
            if size:
                span, text = (
                    Span(words[i].start, words[i + size - 1].end),
                    " ".join(w.text for w in words[i : i + size]),
                )
                inside = range(i, i + size)
                head = next((k for k in inside if words[k].head not in inside), i)
                hint = self._hint(scene.parse, words[head])
                scene.places[head] = Ref(
                    head, span, "place", "name", f"@?{fold(text)}", "gazetteer of the country", hint=hint
                )
                self.discourse.see(scene.parsed.sentence.index, f"@?{fold(text)}", hint or "town")
            i += size or 1

    def _is_home_place(self, scene: Scene, words: list[Word]) -> bool:
        """True for capitalised words that are nobody's name and no part of a longer one."""
        if any(
            w.pos not in ("PROPN", "NOUN") or not w.text[0].isupper() or w.i in scene.actors or w.i in scene.places
            for w in words
        ):
            return False
        parse, text = scene.parse, " ".join(w.text for w in words)
        inside = {w.i for w in words}
        head = next((w for w in words if w.head not in inside), words[0])
        around = [parse.words[k] for k in (words[0].i - 1, words[-1].i + 1) if 0 <= k < len(parse.words)]
        if any(w.pos == "PROPN" or w.i in scene.actors for w in around) and not self._hint(parse, head):
            return False  # part of a longer name
        return len(fold(text)) > 3 and fold(text) not in self.no_names and self._home_has(text)

    def _elsewhere(self, place: Place, text: str) -> bool:
        """True where a theatre's place only bears the name of one in the country that the report is about."""
        home = self.lexicon.theatre.countries.get(self.discourse.home)
        abroad = home is not None and place.kind != "country" and place.country not in ("", home.code)
        return abroad and self._home_has(text)

    def _home_has(self, text: str) -> bool:
        home = self.lexicon.theatre.countries.get(self.discourse.home)
        return home is not None and any(place.country == home.code for place in load_gazetteer().find(text))

    def _hint_inside(self, text: str) -> str:
        noun = self.place_nouns.get(text.split()[-1].lower()) or self.place_nouns.get(text.split()[0].lower())
        return noun[0] if noun else ""

    def _titled(self, parse: Parse, word: Word) -> bool:
        """True where a title or office stands before a single name."""
        before = parse.words[word.i - 1] if word.i > 0 else None
        return before is not None and any(
            noun.kind == "person" for _, noun in self.lexicon.nouns.get(fold(before.lemma), ())
        )

    def _unknown(self, scene: Scene, head: Word, span: Span, text: str, kind: str) -> None:
        known = [
            p.key for p in self.discourse.spoken if p.key.startswith("?") and p.key.endswith(fold(text).split()[-1])
        ]
        key = known[-1] if known and kind == "person" and " " not in text else f"?{kind}:{fold(text)}"
        ref = Ref(head.i, span, "actor", "name", key, "model guess", ())
        scene.actors[head.i] = ref
        self._hear(scene, ref, kind, "", named=True)

    def _short_forms(self, scene: Scene) -> None:
        """A name's last word alone, later in the report: "Alloush" after "Islam Alloush", "the Council" after its full name."""
        for word in scene.parse.words:
            if word.name >= 0 or word.i in scene.actors or word.i in scene.places or word.pos not in ("PROPN", "NOUN"):
                continue
            key = (
                self.short.get(fold(word.text))
                if word.text[0].isupper() and (word.i > 0 or word.pos == "PROPN")
                else None
            )
            if key:
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "name", key, "short form of a name")
                self._hear(scene, scene.actors[word.i], self._kind(key), "", named=True)
        for ref in [r for r in scene.actors.values() if r.form == "name" and r.noun is None]:
            words = fold(
                scene.parsed.text[
                    ref.span.start - scene.parsed.sentence.span.start : ref.span.end - scene.parsed.sentence.span.start
                ]
            ).split()
            if len(words) > 1 and len(words[-1]) > 3 and self._kind(ref.key) in SHORTENED:
                self.short[words[-1]] = ref.key

    def _kind(self, key: str) -> str:
        actor = self.lexicon.actor(key)
        return actor.kind if actor else key[1:].split(":")[0] if key.startswith("?") else ""

    # --- common nouns -----------------------------------------------------------------------------------------------
    def _nouns(self, scene: Scene) -> None:
        """Common nouns that stand for actors ("the group", "residents") and places ("the town")."""
        at = {w.start: w for w in scene.parse.words}
        taken = {k for name in scene.parsed.names for k in range(name.first, name.last)}
        tokens = scene.parsed.tokens
        found: dict[int, tuple[RoleNoun, Span]] = {}
        i = 0
        while i < len(tokens):
            size, noun = self.lexicon.noun_at(tokens, i) if i not in taken else (0, None)
            if noun and i and not tokens[i].spaced and tokens[i - 1].folded in ("pro", "anti", "non", "ex"):
                noun = None
            word = at.get(tokens[i + size - 1].start) if noun else None
            if noun and word and self.lexicon.language == "fr":
                word = at.get(tokens[i].start)
            if noun and word and word.i not in scene.actors and word.pos in ("NOUN", "PROPN", "ADJ"):
                found[word.i] = (noun, Span(tokens[i].start, tokens[i + size - 1].end))
            i += max(size, 1)
        for head, (role_noun, span) in found.items():
            self._noun(scene, scene.parse.words[head], role_noun, span, found)
        for word in scene.parse.words:
            if (
                word.lemma in self.place_nouns
                and word.i not in scene.places
                and word.i not in scene.actors
                and word.pos in ("NOUN", "PROPN")
            ):
                self._place_noun(scene, word)

    def _noun(
        self, scene: Scene, word: Word, noun: RoleNoun, span: Span, found: dict[int, tuple[RoleNoun, Span]]
    ) -> None:
        if word.i in scene.actors:
            return
        parse = scene.parse
        for k in parse.kids(word.i, "obl", "poss", "compound"):  # "members of the group": whose group first
            if k in found and k != word.i:
                self._noun(scene, parse.words[k], *found[k], {})
        owner = self._owner(scene, word, noun)
        plural = noun.number == "plural" or word.plural
        if owner:
            key, rule = owner, "noun with its name"
            if noun.kind == "armed group" and word.lemma not in COLLECTIVE:
                self.called[word.lemma] = owner  # "terrorists of X": later "the terrorists" are X's
        elif word.lemma in self.things or word.text.lower() in self.things:
            return  # "warplanes", "artillery": whose, nobody says
        else:
            key, rule = self._meant(scene, word, noun, plural)
        if not key:
            return
        ref = Ref(word.i, span, "actor", "nominal", key, rule, (), noun, plural)
        scene.actors[word.i] = ref
        if not (parse.words[word.i].rel in ("compound", "amod") and word.head >= 0):
            self._hear(scene, ref, noun.kind, noun.role, named=bool(owner))

    def _owner(self, scene: Scene, word: Word, noun: RoleNoun) -> str:
        """Return the named actor a noun belongs to: "ISIS militants", "fighters from X", "terroristes de X", "the group X"."""
        parse = scene.parse
        for rel in ("compound", "flat", "appos", "amod", "poss", "det", "obl"):
            kids = parse.kids(word.i, rel)
            kids += [
                c for k in kids if rel == "compound" for c in parse.kids(k, "compound")
            ]  # "US-led coalition fighter jets"
            for k in kids:
                if rel == "det" and parse.words[k].text.lower() not in POSSESSIVES:
                    continue
                ref = scene.actors.get(k)
                if rel == "poss" and parse.words[k].text.lower() in POSSESSIVES and noun.kind in OWNED:
                    owner = self._possessor(scene, word)
                    if owner or noun.kind != "armed group":
                        return owner
                    many = parse.words[k].text.lower() in PLURAL_PRONOUNS
                    return self.discourse.pronoun(many, False, scene.parsed.sentence.index, word.i)
                if (
                    ref is None
                    or ref.modifies
                    or (ref.form != "name" and ref.key == (ref.noun.actor if ref.noun else ""))
                ):
                    continue
                if rel == "obl" and parse.words[k].prep not in ("of", "from", "de", "d'", "within", "loyal", "dans"):
                    continue
                if rel in ("compound", "poss", "obl", "amod") and noun.kind not in OWNED:
                    continue
                if rel in ("appos", "flat") and noun.kind == "civilian group":
                    continue
                return ref.key
        head = word.head
        if (
            head >= 0
            and word.rel in ("compound", "appos", "flat")
            and head in scene.actors
            and scene.actors[head].form == "name"
        ):
            return scene.actors[head].key
        before = word.i + 1
        if before < len(parse.words) and before in scene.actors and parse.words[word.i].rel == "compound":
            return scene.actors[before].key
        return ""

    def _possessor(self, scene: Scene, word: Word) -> str:
        """ "Evacuate its forces": they belong to the subject of the verb above."""
        parse = scene.parse
        for above in parse.ancestors(word.i):
            if parse.words[above].pos in ("VERB", "AUX"):
                for k in parse.subjects(above):
                    ref = scene.actors.get(k)
                    if ref is not None and k != word.i:
                        return ref.key
                break
        return ""

    def _meant(self, scene: Scene, word: Word, noun: RoleNoun, plural: bool) -> tuple[str, str]:
        """Return whom a bare noun means and how that was found."""
        parse, discourse = scene.parse, self.discourse
        index = scene.parsed.sentence.index
        own = {parse.words[k].text.lower() for k in parse.kids(word.i)}
        if word.i > 0:
            own.add(parse.words[word.i - 1].text.lower())
        definite = bool(own & DEFINITE) and not own & OTHER
        if noun.kind in STATE:
            return self._state_noun(index, word.i, noun)
        if noun.kind == "person":
            if definite and not plural:
                past = discourse.latest(frozenset({"person"}), index, word.i, 1, named=True)
                if past:
                    return past, "noun pointing back"
            return noun.actor, "generic noun"
        held = word.i + 1 < len(parse.words) and parse.words[word.i + 1].text == "-"  # "the rebel-held town"
        if definite and noun.kind == "armed group" and not held:
            past = discourse.latest(ARMED, index, word.i, 4, named=True)
            if plural:
                past = self.called.get(word.lemma, "")
            if past:
                return past, "noun pointing back"
        if definite and not plural and noun.kind in GROUPS | {"media"}:
            past = discourse.latest(frozenset({noun.kind}), index, word.i, 6, named=True)
            if past:
                return past, "noun pointing back"
        return noun.actor, "generic noun"

    def _state_noun(self, index: int, word: int, noun: RoleNoun) -> tuple[str, str]:
        """The army, the government: of the country the report is about, unless another was just spoken of."""
        discourse = self.discourse
        told = discourse.latest(frozenset({noun.kind}), index, word, named=True, role=noun.role)
        if told and noun.role not in _COMMON_BODIES:
            return (
                told,
                "noun pointing back",
            )  # "the ministry", "the general staff": the one just named, whose ever it is
        if discourse.home:
            return self.lexicon.with_role(discourse.home, noun.role or "government"), "body of the country told of"
        past = discourse.latest(frozenset({noun.kind}), index, word, 3, role=noun.role)
        return (past, "noun pointing back") if past else (noun.actor, "generic noun")

    def _place_noun(self, scene: Scene, word: Word) -> None:
        """The town, the region: the last place of that kind."""
        parse = scene.parse
        if any(
            k in scene.places for k in (*parse.kids(word.i, "obl", "compound", "appos", "flat"), word.head) if k >= 0
        ):
            return
        own = {parse.words[k].text.lower() for k in parse.kids(word.i)}
        if not own & DEFINITE or own & OTHER or word.plural or (own & _HERE and _in_quotes(scene, word)):
            return
        index = scene.parsed.sentence.index
        here = [(index, r.key, p.kind) for r in scene.places.values() if r.word < word.i and r.form == "name"
                and (p := self.lexicon.place(r.ids[0] if r.ids else ""))]  # fmt: skip
        kinds = self.place_nouns[word.lemma]
        key = self.discourse.pointed_at(kinds, index, here)
        if key:
            scene.places[word.i] = Ref(word.i, word.span, "place", "nominal", key, "noun pointing back")

    # --- pronouns ---------------------------------------------------------------------------------------------------
    def _pronouns(self, scene: Scene) -> None:
        for word in scene.parse.words:
            low = word.text.lower()
            if word.i in scene.actors or word.pos not in ("PRON", "DET") or word.rel == "expl":
                continue
            index = scene.parsed.sentence.index
            key = ""
            if low in WE:
                key = self.lexicon.spoken_for(self.discourse.speakers[-1]) if self.discourse.speakers else ""
            elif low in PLURAL_PRONOUNS:
                key = self.discourse.pronoun(True, False, index, word.i, strict=True) or self.discourse.pronoun(
                    True, False, index, word.i
                )
            elif low in PERSON_PRONOUNS and (self.lexicon.language == "en" or low == "lui"):
                key = self.discourse.pronoun(False, True, index, word.i)
            elif low in SINGLE_PRONOUNS and self.lexicon.language == "fr":
                key = self.discourse.pronoun(False, True, index, word.i) or self.discourse.pronoun(
                    False, False, index, word.i
                )
            elif low in SINGLE_PRONOUNS:
                key = self.discourse.pronoun(False, False, index, word.i)
            if key:
                plural = low in PLURAL_PRONOUNS
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "pronoun", key, "pronoun", (), None, plural)

    def _hear(self, scene: Scene, ref: Ref, kind: str, role: str, named: bool) -> None:
        word = scene.parse.words[ref.word]
        subject = word.rel in ("subj", "subj:pass", "root")
        self.discourse.hear(
            Spoken(ref.key, kind, role, ref.plural, named, subject, scene.parsed.sentence.index, word.i)
        )


OWNED = frozenset(
    {"armed group", "person", "state force", "civilian group", "political group", "media", "source", "state body"}
)
THINGS = ("AIRCRAFT", "WEAPON", "WEAPON_INDIRECT", "VEHICLE", "BOMB")  # classes of what is used, not of who uses it
COLLECTIVE = frozenset(
    "group faction outfit organisation organization militia force brigade groupe organisation milice".split()
)
_HERE = frozenset({"this", "these"})  # in a quotation they point with a finger
_ADJECTIVAL = ("an", "ian", "ese", "ite")
_COMMON_BODIES = frozenset(
    {"", "government", "army", "forces", "police"}
)  # each country has them: the home's are meant
DISTANCES = frozenset("km kilometre kilometer mile outskirt outskirts kilomètre kilometers miles kilometres".split())
NO_PLACES = frozenset(
    "arab arabic islamic islamist muslim christian shiite shia sunni jewish western kurdish arabe islamique".split()
)
SHORTENED = frozenset(
    {"person", "political group", "intergovernmental", "monitor", "ngo", "coalition", "state body", "media"}
)
POSSESSIVES = frozenset("its their his her son sa ses leur leurs".split())
# What a capital does as a place: verbs that no government does.
STATIC = frozenset("be remain lie stand fall wake see come suffer become have host être rester tomber".split())
# What is laid on a state, not on its territory.
UPON = frozenset("sanction embargo pressure tariff blame call impose pression sanctions".split())
GIVING = frozenset(
    "hand give surrender deliver transfer sell tell speak appeal belong send provide return talk pressure remettre "
    "livrer donner "
    "rendre parler fournir vendre transférer".split()
)


def _in_quotes(scene: Scene, word: Word) -> bool:
    """True where a quotation is open at a word."""
    before = scene.parsed.text[: word.start - scene.parsed.sentence.span.start]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1
