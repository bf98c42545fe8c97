"""Known names in a parsed sentence: whom or what each means here, a state or its land, a capital or its government."""

from dateline.model import Place, Span
from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.theatres.spelling import spellings_in
from dateline.understand.memory import Memory
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

    def read(self, scene: Scene) -> None:
        """Add the known names of the sentence to the scene."""
        for word in scene.parse.words:
            if word.name >= 0:
                self._name(scene, word, by_report(scene.parsed.names[word.name], self.memory))

    def _name(self, scene: Scene, word: Word, name: Name) -> None:
        if name.kind == "place" and self.capital_acts(scene, word, name.text, name.ids[0]):
            return
        if name.kind == "place" or (name.kind == "state" and self._stands_for_place(scene, word, name)):
            self._place(scene, word, name.ids, name.text, "gazetteer" if name.kind == "place" else "state name")
            return
        if (
            name.lands and word.rel == "obl" and word.prep in _INSIDE
        ):  # "the war in Artsakh": the land, not who rules it
            self._place(scene, word, name.lands, name.text, "land of that name")
            return
        if name.kind == "state" and self._town_of_that_name(scene, word, name):
            return
        led = self.memory.lexicon.coalitions.get(name.ids[0], "") if name.kind == "state" else ""
        if led and [w.low for w in scene.parse.words[word.i + 1 : word.i + 3]] == ["-", "led"]:
            span = Span(word.start, scene.parse.words[word.i + 2].end)
            scene.actors[word.i] = Ref(word.i, span, "actor", "nominal", led, "coalition that the state leads")
            return
        if name.kind == "state" and self._modifies(scene.parse, word):
            scene.actors[word.i] = Ref(
                word.i, word.span, "actor", "nominal", name.ids[0], "state in a compound", name.ids, modifies=True
            )
            return
        actor = self.memory.lexicon.actor(name.ids[0])
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

    def capital_acts(self, scene: Scene, word: Word, text: str, place: str = "") -> bool:
        """ "Damascus denied", "between Moscow and Tehran": a capital that speaks, decides or deals is its government."""
        country = self.memory.lexicon.capitals.get(place) or self.memory.lexicon.capitals.get(fold(text), "")
        parse = scene.parse
        first = parse.words[parse.first_conjunct(word.i)]
        head = parse.words[first.head] if first.head >= 0 else None
        if country and self._modifies(parse, word):
            key = self.memory.lexicon.acting_state(country)
            scene.actors[word.i] = Ref(
                word.i, word.span, "actor", "nominal", key, "capital for its government", (key,), modifies=True
            )
            return True
        if country and head is not None and first.rel == "obl" and head.lemma in _OF_STATES.get(first.prep, ()):
            key = self.memory.lexicon.acting_state(country)  # "relations avec Kiev", "le soutien de Moscou"
            scene.actors[word.i] = Ref(word.i, word.span, "actor", "name", key, "capital for its government", (key,))
            return True
        if not country or head is None or head.pos not in ("VERB", "AUX"):
            return False
        acts = first.rel in ("subj", "agent", "iobj") and head.lemma not in STATIC and not parse.passive(head.i)
        acts = acts or (first.rel == "obj" and head.lemma in _ADDRESSING)  # "accuses Kinshasa"
        acts = acts or first.prep == "selon"  # "des civils ont été tués, selon Kiev"
        if not acts and not (
            first.rel == "agent" or first.prep in ("between", "entre") or (first.prep == "to" and head.lemma in GIVING)
        ):
            return False
        key = self.memory.lexicon.acting_state(country)
        ref = Ref(word.i, word.span, "actor", "name", key, "capital for its government", (key,))
        scene.actors[word.i] = ref
        self.memory.hear(scene, ref, "state body", "government", named=True)
        return True

    def _modifies(self, parse: Parse, word: Word) -> bool:
        """True for the state in "US-led", "Turkey-backed", "Britain-based"."""
        after = [w.low for w in parse.words[word.i + 1 : word.i + 3]]
        return len(after) == 2 and after[0] == "-" and after[1].endswith(("ed", "led", "based", "run", "made", "born"))

    def _stands_for_place(self, scene: Scene, word: Word, name: Name) -> bool:
        """A state's name is a place after a locative, and for the country the reports are about; else it acts."""
        before = scene.parse.words[word.i - 1].low if word.i else ""
        if word.prep == "à" and before in ("l'", "la"):  # "en Syrie", "au Liban" are places, "à l'Arabie saoudite" acts
            return False
        if word.prep in self.memory.locative and word.rel == "obl":
            head = scene.parse.words[word.head]
            given = word.prep in ("to", "à", "between", "entre", "from") and head.lemma in GIVING
            whom = (word.prep in ("on", "upon", "sur") and head.lemma in UPON) or (
                word.prep == "at" and head.lemma in _AT
            )
            return not given and not whom
        if word.rel == "obj" and word.head >= 0 and scene.parse.words[word.head].lemma in _GOING:
            return True
        if name.ids[0] == self.memory.discourse.home:
            return self.memory.lexicon.is_home(name.ids[0]) or not self._acts(scene, word)
        if self._with_place(scene, word) or self._bordering(scene.parse, word):
            return True
        beside = {scene.parse.words[k].lemma for k in scene.parse.kids(word.i, "amod")}
        above = scene.parse.words[word.head].lemma if word.head >= 0 else ""
        if beside & _BESIDE or (above in _BORDERS and word.rel == "obl"):
            return True  # "in Syria and neighbouring Iraq", "the border with Turkey"
        return word.rel == "appos" and word.head in scene.places

    def _with_place(self, scene: Scene, word: Word) -> bool:
        """True for a state named in one breath with a place: "strikes in northern Syria and Iraq"."""
        first = scene.parse.first_conjunct(word.i)
        ref = scene.places.get(first) if first != word.i else None
        return ref is not None and scene.parse.words[first].rel == "obl"

    def _bordering(self, parse: Parse, word: Word) -> bool:
        """True for the state behind "the border with", however the model hung it."""
        before = [w.lemma for w in parse.words[max(0, word.i - 4) : word.i]]
        return bool(_BORDERS & {*before}) and bool({"with", "avec", "between", "entre"} & {*before})

    def _of_kind(self, ids: tuple[str, ...], hint: str) -> tuple[str, ...]:
        """Put the place of the kind that the text names first: "Deir ez-Zor city", "the province of Deir ez-Zor"."""
        kinds = _KINDS.get(hint, ())
        fitting = [i for i in ids if (p := self.memory.lexicon.place(i)) and p.kind in kinds]
        return (*fitting, *(i for i in ids if i not in fitting))

    def _acts(self, scene: Scene, word: Word) -> bool:
        """True for a state's name that does what governments do: "Israel said", "accused by Syria"."""
        parse = scene.parse
        first = parse.words[parse.first_conjunct(word.i)]
        head = parse.words[first.head] if first.head >= 0 else None
        if head is None or head.pos not in ("VERB", "AUX"):
            return False
        spoken_to = first.rel == "obj" and head.lemma in _ADDRESSING
        return (
            spoken_to
            or first.rel == "agent"
            or (first.rel == "subj" and head.lemma not in STATIC and not parse.passive(head.i))
        )

    def _place(self, scene: Scene, word: Word, ids: tuple[str, ...], text: str, rule: str) -> None:
        place = self.memory.lexicon.place(ids[0])
        start, direction = word.start, ""
        before = scene.parse.words[word.i - 1] if word.i > 0 else None
        if before is not None and before.low in self.memory.directions and before.end + 1 == word.start:
            start, direction = before.start, self.memory.directions[before.low]
        if place and self._elsewhere(place, text):
            ids = ()
        ids = self._of_kind(ids, hint_beside(self.memory, scene.parse, word))
        key = f"@{ids[0] if ids else '?' + fold(text)}" + (f"/{direction}" if direction else "")
        ref = Ref(word.i, Span(start, word.end), "place", "name", key, rule, ids, direction=direction)
        ref.hint = hint_beside(self.memory, scene.parse, word)
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
            if word.name >= 0 or word.i in scene.actors or word.i in scene.places or word.pos not in ("PROPN", "NOUN"):
                continue
            key = (
                self.memory.short.get(fold(word.text))
                if word.text[0].isupper() and (word.i > 0 or word.pos == "PROPN")
                else None
            )
            if key:
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "name", key, "short form of a name")
                self.memory.hear(scene, scene.actors[word.i], self._kind(key), "", named=True)
        for ref in [r for r in scene.actors.values() if r.form == "name" and r.noun is None]:
            words = fold(
                scene.parsed.text[
                    ref.span.start - scene.parsed.sentence.span.start : ref.span.end - scene.parsed.sentence.span.start
                ]
            ).split()
            if len(words) > 1 and len(words[-1]) > 3 and self._kind(ref.key) in SHORTENED:
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
            if noun and (
                k < word.i or parse.words[k].rel in ("root", "obl", "subj", "obj", "conj", "appos", "subj:pass")
            ):
                return noun[0]
    return ""


_INSIDE = frozenset("in inside within into across throughout en dans".split())
_OF_STATES = {
    "contre": frozenset("sanction embargo accusation plainte résolution représailles".split()),
    "de": frozenset("soutien appui aval refus accord aide allié alliée veto réponse décision pression demande".split()),
    "avec": frozenset(
        "relation accord négociation pourparler alliance dialogue lien contact rompre renouer négocier discuter dialoguer "
        "coopérer".split()
    ),
    "à": frozenset("loyal fidèle favorable hostile opposé allié lié".split()),
}
_KINDS = dict.fromkeys(("city", "town", "village"), ("city", "town", "village")) | {"province": ("province",)}
_ADDRESSING = frozenset(
    "accuse blame urge condemn warn criticise criticize denounce ask slam blast assail lambast lambaste rebuke chide "
    "censure reproach scold berate praise thank commend applaud implore beg press pressure beseech tell order threaten "
    "sanction sue petition assure accuser condamner exhorter critiquer dénoncer remercier féliciter menacer blâmer "
    "presser sanctionner appeler".split()
)
# What a state or a capital is left, entered or crossed as: its land, whatever the reports are about.
_GOING = frozenset("leave quit exit enter reach flee depart vacate tour quitter fuir atteindre gagner".split())
_AT = frozenset("lash hit fume rage snap rail".split())  # "lashed out at Ankara": whom, not where
_BESIDE = frozenset("neighbor neighbour neighboring neighbouring nearby adjacent voisin".split())
_BORDERS = frozenset("border frontier frontière".split())
DISTANCES = frozenset("km kilometre kilometer mile outskirt outskirts kilomètre kilometers miles kilometres".split())
SHORTENED = frozenset(
    {"person", "political group", "intergovernmental", "monitor", "ngo", "coalition", "state body", "media"}
)
# What a capital does as a place: verbs that no government does.
STATIC = frozenset("be remain lie stand fall wake see come suffer become have host être rester tomber".split())
# What is laid on a state, not on its territory.
UPON = frozenset("sanction embargo pressure tariff blame call impose pression sanctions".split())
GIVING = frozenset(
    "hand give surrender deliver transfer sell tell speak appeal belong send provide return talk pressure remettre "
    "livrer donner "
    "rendre parler fournir vendre transférer".split()
)
