"""Common nouns that stand for actors ("the group", "residents"): whom they mean here."""

from dateline.model import Span
from dateline.theatres import RoleNoun, fold
from dateline.understand.memory import Memory
from dateline.understand.mentions.acting import CAPITAL
from dateline.understand.mentions.bodies import CHOSEN, CIVILIANS, chosen_of, led_by, mere_people, sent
from dateline.understand.mentions.both_sides import EACH, TWO_SIDES, other_side, two_sides
from dateline.understand.mentions.discourse import ARMED, STATE
from dateline.understand.mentions.home import MILITANTS
from dateline.understand.mentions.namesakes import mission_of
from dateline.understand.parse.parsing import ParsedSentence
from dateline.understand.scene import PARTIES, PERSON_PRONOUNS, PLURAL_PRONOUNS, POSSESSIVES, Ref, Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["DEFINITE", "OTHER", "Nominals"]

DEFINITE = frozenset(
    "the this that these those its their his her le la les l' ce cet cette ces son sa ses leur leurs du des au aux".split()
)
OTHER = frozenset(
    "other another various several multiple different many some certain rival autre autres plusieurs divers certains".split()
)
GROUPS = frozenset(
    {"armed group", "political group", "coalition", "intergovernmental", "ngo", "monitor", "humanitarian"}
)
OWNED = frozenset(
    {"armed group", "person", "state force", "civilian group", "political group", "media", "source", "state body"}
)
COLLECTIVE = frozenset(
    "group faction outfit organisation organization militia force brigade groupe organisation milice".split()
)
# Words for the armed group a report is about; "rebels" may be others than the one group it names.
_MILITANTS = frozenset("militant extremist terrorist gunman insurgent terroriste extrémiste insurgé".split())
_MOVEMENTS = frozenset({"movement", "mouvement"})  # armed groups call themselves so, and are called so
_BELONGING = frozenset({"belong", "appartenir", "relevant"})
_TRADING = frozenset("commercial merchant cargo fishing civilian passenger container migrant rescue marchand".split())
_OF_WHOM = ("of", "from", "de", "d'", "within", "loyal", "dans")
_LOYAL = frozenset({"loyal", "faithful", "fidèle"})
_PRO = "pro-"
_OF_A_KIND = ("militaire", "terroriste", "terroristes")  # French adjectives that tell of what kind something is
_AGES = ("jeune", "jeunes")
_BLUE = frozenset("blue bleu bleus un u.n.".split())
_COMMON_BODIES = frozenset(
    {"", "government", "army", "forces", "police"}
)  # each country has them: the home's are meant

# Monitors that somebody sends are none of those who count the dead from afar.
_SENT = frozenset("un inspector mission commission weapons observer inquiry team".split())


class Nominals:
    """Notes the sentence's common nouns for actors."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def read(self, scene: Scene) -> None:
        """Add to the scene each actor that a noun alone means."""
        at = {w.start: w for w in scene.parse.words}
        taken = {k for name in scene.parsed.names for k in range(name.first, name.last)}
        tokens = scene.parsed.tokens
        found: dict[int, tuple[RoleNoun, Span]] = {}
        i = 0
        while i < len(tokens):
            if tokens[i].known is None or i in taken:
                i += 1
                continue
            size, noun = self.memory.lexicon.noun_at(tokens, i)
            if noun and i and not tokens[i].spaced and tokens[i - 1].folded in ("pro", "anti", "non", "ex"):
                noun = None
            if noun and _begins_a_name(scene.parsed, i + size - 1):
                noun = None
            if noun and noun.role == "navy" and i and tokens[i - 1].folded in _TRADING:
                noun = None  # "commercial vessels"
            word = at.get(tokens[i + size - 1].start) if noun else None
            if noun and word and self.memory.lexicon.language == "fr":
                inside = [at[t.start] for t in tokens[i : i + size] if t.start in at]
                word = next((w for w in inside if w.pos in ("NOUN", "PROPN")), at.get(tokens[i].start))
            adjective = word is not None and word.rel == "amod" and word.pos == "ADJ"
            if noun and word is not None and word.text == "état" and not scene.parse.kids(word.i, "det"):
                noun = None  # "faire état de", "coup d'état"
            if noun and adjective and (noun.kind == "humanitarian" or noun.text in _OF_A_KIND):
                noun = None  # "une trêve humanitaire", "un camp militaire", "un acte terroriste" are nobody's
            if noun and word is not None and word.rel == "amod" and noun.text in _AGES:
                noun = None  # "les jeunes partisans" are partisans
            if noun and word and word.i not in scene.actors and word.pos in ("NOUN", "PROPN", "ADJ"):
                found[word.i] = (noun, Span(tokens[i].start, tokens[i + size - 1].end))
            i += max(size, 1)
        for head, (role_noun, span) in found.items():
            self._noun(scene, scene.parse.words[head], role_noun, span, found)

    def _noun(
        self, scene: Scene, word: Word, noun: RoleNoun, span: Span, found: dict[int, tuple[RoleNoun, Span]]
    ) -> None:
        if word.i in scene.actors:
            return
        parse = scene.parse
        french = self.memory.lexicon.language == "fr"  # "l'homme fort, le maréchal X": X
        for k in parse.kids(word.i, "obl", "poss", "compound", *(("appos",) if french else ())):
            if k in found and k != word.i:
                self._noun(scene, parse.words[k], *found[k], {})
        owner = "" if mere_people(word, noun) else self._owner(scene, word, noun)
        if noun.kind in ("armed group", "state force"):
            force = noun.role or "army" if noun.kind == "state force" else ""
            owner = led_by(owner, self.memory.lexicon, force)
        plural = noun.number == "plural" or word.plural
        if noun.actor == CIVILIANS and chosen_of(parse, word):
            key, rule = CHOSEN, "body of them"
        elif owner:
            key, rule = owner, "noun with its name"
            if noun.kind == "armed group" and word.lemma not in COLLECTIVE:
                self.memory.called[word.lemma] = owner  # "terrorists of X": later "the terrorists" are X's
                for k in parse.kids(word.i, "amod"):  # "paramilitary fighters of X": later "the paramilitaries"
                    self.memory.called[parse.words[k].lemma] = owner
        elif span == word.span and {word.lemma, word.low} & self.memory.things:
            key, rule = self._spoken_of(scene, word, noun), "thing told of before"
        else:
            key, rule = self._meant(scene, word, noun, plural)
        if not key:
            return
        sides: tuple[str, ...] = ()
        if key == PARTIES and (plural or noun.text.split()[0] in EACH):
            sides = two_sides(self.memory.discourse, self.memory.lexicon, scene.parsed.sentence.index, word.i)
            rule = TWO_SIDES if sides else rule
        ref = Ref(word.i, span, "actor", "nominal", key, rule, (), noun, plural, sides=sides)
        scene.actors[word.i] = ref
        if not (parse.words[word.i].rel in ("compound", "amod") and word.head >= 0):
            self.memory.hear(scene, ref, noun.kind, noun.role, named=bool(owner))

    def _spoken_of(self, scene: Scene, word: Word, noun: RoleNoun) -> str:
        """ "The plane" is that of the air force spoken of; whose "warplanes" or "artillery" are, nobody says."""
        dets = {scene.parse.words[k].low for k in scene.parse.kids(word.i, "det")}
        if not dets & DEFINITE or word.plural or not noun.role:
            return ""
        roles = ("air-force", "aircraft") if noun.role == "aircraft" else (noun.role,)
        return next((s.key for s in reversed(self.memory.discourse.spoken) if s.role in roles), "")

    def _owner(self, scene: Scene, word: Word, noun: RoleNoun) -> str:
        """Return the named actor a noun belongs to: "ISIS militants", "fighters from X", "terroristes de X", "the group X"."""
        parse = scene.parse
        if sided := self._sided(scene, word) or self._coalition(parse, word):
            return sided
        below = {parse.words[k].rel for k in word.kids}
        for rel in ("compound", "flat", "appos", "amod", "poss", "det", "obl"):
            if rel not in below and not (rel == "obl" and "acl" in below):
                continue
            kids = [*parse.kids(word.i, rel)]
            kids += [
                c for k in kids if rel == "compound" for c in parse.kids(k, "compound")
            ]  # "US-led coalition fighter jets"
            for k in [*kids] if rel == "amod" else ():  # "a US-led military coalition", "forces loyal to X"
                kids += parse.kids(k, "npadvmod", *(("obl",) if parse.words[k].lemma in _LOYAL else ()))
            owning = [k for k in parse.kids(word.i, "acl") if rel == "obl" and parse.words[k].lemma in _BELONGING]
            owners = [c for k in owning for c in parse.kids(k, "obl", "obj")]  # "a helicopter belonging to the army"
            kids += owners
            for k in kids:
                if rel == "det" and parse.words[k].low not in POSSESSIVES:
                    continue
                ref = scene.actors.get(k)
                if rel == "poss" and parse.words[k].low == "whose":
                    return self._antecedent(scene, word)
                if self._says_whose(rel, parse.words[k], noun):
                    owner = self._leader(scene, parse.words[k]) or self._possessor(scene, word)
                    if noun.kind == "state force" and self.memory.lexicon.is_country(owner):
                        return self.memory.lexicon.with_role(owner, noun.role or "forces")  # "Russia sent its army"
                    if owner or noun.kind != "armed group":
                        return owner
                    many = parse.words[k].low in PLURAL_PRONOUNS
                    return self.memory.discourse.pronoun(many, False, scene.parsed.sentence.index, word.i)
                if (
                    ref is None
                    or ref.modifies
                    or (
                        ref.form != "name"
                        and ref.key == (ref.noun.actor if ref.noun else "")
                        and noun.kind != "coalition"
                        and not sent(word, ref)
                    )
                ):
                    continue
                if rel == "obl" and noun.actor == "prisoners":
                    continue  # "hostages of X": they are held by it
                speaks = parse.words[k].prep == "for" and noun.kind in ("person", "source")  # "a spokesman for X"
                if rel == "obl" and parse.words[k].prep not in _OF_WHOM and k not in owners and not speaks:
                    continue
                led = noun.kind == "coalition" and ref.key in self.memory.lexicon.coalitions.values()
                of_groups = noun.kind == "coalition" and ref.noun is not None and ref.noun.kind == "armed group"
                if rel in ("compound", "poss", "obl", "amod") and noun.kind not in OWNED and not (led or of_groups):
                    continue
                if rel in ("appos", "flat") and noun.kind == "civilian group":
                    continue
                seat = ref.rule == CAPITAL and noun.kind == "state body" and self.memory.lexicon.is_country(ref.key)
                return self.memory.lexicon.with_role(ref.key, noun.role or "government") if seat else ref.key
        return self._seated(scene, word, noun) or self._name_beside(scene, word)

    def _seated(self, scene: Scene, word: Word, noun: RoleNoun) -> str:
        """ "The defence ministry in Moscow": that of the state whose capital it sits in."""
        lexicon, words = self.memory.lexicon, scene.parse.words
        seats = (words[k] for k in scene.parse.kids(word.i, "obl") if words[k].prep in ("in", "à"))
        country = next((c for seat in seats if (c := lexicon.capitals.get(fold(seat.text), ""))), "")
        if not country or noun.kind not in STATE or not noun.role:
            return ""
        return lexicon.with_role(lexicon.acting_state(country), noun.role)

    def _name_beside(self, scene: Scene, word: Word) -> str:
        """Return the name that a noun stands right before or with: "the rebel group X", "group X fighters"."""
        head, parse = word.head, scene.parse
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

    def _sided(self, scene: Scene, word: Word) -> str:
        """ "Les forces pro-X": X's own where X is a group that fights; what is for a government need not be its own."""
        tokens = scene.parsed.tokens
        for k in scene.parse.kids(word.i, "amod"):
            side = scene.parse.words[k]
            at = next((i for i, token in enumerate(tokens) if token.start == side.start + len(_PRO)), -1)
            if side.low.startswith(_PRO) and at >= 0:
                for entry in self.memory.lexicon.name_at(tokens, at)[1]:
                    actor = self.memory.lexicon.actor(entry.id)
                    if actor is not None and actor.kind == "armed group":
                        return actor.id
        return ""

    def _coalition(self, parse: Parse, word: Word) -> str:
        """ "Saudi-led warplanes": those of the coalition that the state leads, where one is listed."""
        lexicon = self.memory.lexicon
        led = [c for k in parse.kids(word.i, "amod") if parse.words[k].low == "led" for c in parse.kids(k, "npadvmod")]
        states = (lexicon.demonyms.get(fold(parse.words[k].text), "") for k in led)
        return next((lexicon.coalitions[state] for state in states if state in lexicon.coalitions), "")

    def _says_whose(self, rel: str, word: Word, noun: RoleNoun) -> bool:
        """True for "its forces", "ses militaires"; French writes its possessives as articles, and "ses civils" are nobody's."""
        if word.low not in POSSESSIVES or noun.kind not in OWNED:
            return False
        return rel == "poss" or (rel == "det" and noun.kind in ("state force", "armed group"))

    def _leader(self, scene: Scene, word: Word) -> str:
        """ "His fighters": the group of the person told of before, where he leads one."""
        if word.low not in PERSON_PRONOUNS:
            return ""
        person = self.memory.discourse.pronoun(False, True, scene.parsed.sentence.index, word.i)
        group = led_by(person, self.memory.lexicon)
        return group if group != person else ""

    def _antecedent(self, scene: Scene, word: Word) -> str:
        """ "Eritrea, whose soldiers fight there": they are of what the clause hangs on."""
        above = next((k for k in scene.parse.ancestors(word.i) if scene.parse.words[k].rel == "relcl"), -1)
        owner = scene.parse.words[above].head if above >= 0 else -1
        ref = scene.actors.get(owner)
        if ref is None and owner in scene.places:
            return next((i for i in scene.places[owner].ids if self.memory.lexicon.is_country(i)), "")
        return ref.key if ref is not None else ""

    def _possessor(self, scene: Scene, word: Word) -> str:
        """ "Evacuate its forces": they belong to the subject of the verb above; "said its forces won": to who says so."""
        parse = scene.parse
        for above in parse.ancestors(word.i):
            if parse.words[above].pos not in ("VERB", "AUX") or parse.passive(above):
                continue
            subjects = parse.subjects(above)
            for k in subjects:
                ref = scene.actors.get(k)
                if ref is not None and k != word.i:
                    return ref.key
            if word.i not in subjects:
                break
        return ""

    def _meant(self, scene: Scene, word: Word, noun: RoleNoun, plural: bool) -> tuple[str, str]:
        """Return whom a bare noun means and how that was found."""
        parse, discourse = scene.parse, self.memory.discourse
        index = scene.parsed.sentence.index
        own = {parse.words[k].low for k in parse.kids(word.i)}
        if word.i > 0:
            own.add(parse.words[word.i - 1].low)
        definite = bool(own & DEFINITE) and not own & OTHER
        if noun.kind in STATE:
            return self._state_noun(scene, word.i, noun)
        if noun.kind == "person":
            if definite and not plural:
                past = discourse.latest(frozenset({"person"}), index, word.i, 1, named=True)
                if past:
                    return past, "noun pointing back"
            return noun.actor, "generic noun"
        held = word.i + 1 < len(parse.words) and parse.words[word.i + 1].text == "-"  # "the rebel-held town"
        of_many = self.memory.lexicon.is_home(discourse.home)  # where a theatre tells dozens of groups apart
        lone = "" if of_many else self.memory.alone.get(noun.kind, "")
        clause = parse.clause(word.i) if lone else frozenset()
        if any(ref.key == lone and ref.form == "name" and i in clause for i, ref in scene.actors.items()):
            lone = ""  # "gunmen attacked X's men": others
        bare = not own & OTHER and not parse.kids(word.i, "det", "num", "amod")  # "militants attacked"
        if (definite or bare) and plural and lone and word.lemma in _MILITANTS and not held:
            return lone, "the only armed group named"
        if definite and noun.kind == "armed group" and not held:
            past = discourse.latest(ARMED, index, word.i, 4, named=True)
            if plural:
                past = self.memory.called.get(word.lemma, "")
            if past or (lone and not plural):
                return past or lone, "noun pointing back" if past else "the only armed group named"
        if definite and not plural and noun.kind in GROUPS | {"media"}:
            kinds = frozenset({noun.kind}) | (ARMED if word.lemma in _MOVEMENTS else frozenset())
            past = discourse.latest(kinds, index, word.i, 6, named=True)
            if past:
                return past, "noun pointing back"
        if noun.actor == "peacekeepers" and (mission := self._mission(noun)):
            return mission, "mission in the country told of"
        listed = self.memory.lexicon.actor(noun.actor)
        only = self.memory.alone.get(noun.kind) or self.memory.alone.get(listed.camp if listed else "", "")
        if (
            noun.kind == "armed group"
            and word.lemma in _MILITANTS
            and not (listed and listed.camp)
            and (same := self.memory.alone.get(MILITANTS))
        ):
            return same, "the only kind of armed groups told of"
        if noun.actor == PARTIES:
            across = "" if plural else other_side(discourse, self.memory.lexicon, index, word.i)
            return (across, TWO_SIDES) if across else (noun.actor, "generic noun")
        if noun.kind == "coalition" and only:
            return only, "the only one of its kind named"
        if noun.kind == "armed group" and listed is not None and listed.camp and only:
            return only, "the only one of its camp named"
        if noun.kind == "monitor" and not plural and not set(noun.text.lower().split()) & _SENT:
            return (only, "the only one of its kind named") if only else (noun.actor, "generic noun")
        if noun.kind == "political group" and discourse.home:
            listed_by_name = self.memory.lexicon.own(discourse.home, noun)
            return listed_by_name or noun.actor, "the one of the country told of" if listed_by_name else "generic noun"
        return noun.actor, "generic noun"

    def _mission(self, noun: RoleNoun) -> str:
        """ "Un Casque bleu": of the mission of the report's country; "the peacekeepers" are those of the one it names."""
        united = bool(_BLUE & set(noun.text.lower().split()))
        return mission_of(self.memory) if united else self.memory.alone.get("un-mission", "")

    def _country_told(self, scene: Scene, word: int) -> str:
        """ "In Armenia, where police detained": a country that sets the scene for the word's own clause."""
        parse = scene.parse
        above = {*parse.ancestors(word)}
        for i, ref in scene.places.items():
            country = next((key for key in ref.ids if self.memory.lexicon.is_country(key)), "")
            set_there = parse.words[i].rel == "obl" and parse.words[i].prep in ("in", "en", "au", "à")
            if country and i < word and set_there and (i in above or parse.words[i].head in above):
                return country
        return ""

    def _state_noun(self, scene: Scene, word: int, noun: RoleNoun) -> tuple[str, str]:
        """The army, the government: of the country the report is about, unless another was just spoken of."""
        discourse, index = self.memory.discourse, scene.parsed.sentence.index
        if noun.role in _COMMON_BODIES and (rulers := self._rulers(scene, word)):
            return rulers, "body of the land named with it"
        told = discourse.latest(frozenset({noun.kind}), index, word, named=True, role=noun.role)
        if told and noun.role not in _COMMON_BODIES:
            return (
                told,
                "noun pointing back",
            )  # "the ministry", "the general staff": the one just named, whose ever it is
        elsewhere = self._country_told(scene, word)
        if elsewhere and noun.role in _COMMON_BODIES:
            return self.memory.lexicon.with_role(
                elsewhere, noun.role or "government"
            ), "body of the country named before"
        if discourse.home:
            return self.memory.lexicon.with_role(
                discourse.home, noun.role or "government"
            ), "body of the country told of"
        past = discourse.latest(frozenset({noun.kind}), index, word, 3, role=noun.role)
        return (past, "noun pointing back") if past else (noun.actor, "generic noun")

    def _rulers(self, scene: Scene, word: int) -> str:
        """ "The authorities of Artsakh": a land that no state holds has its own, of the same name."""
        for k in scene.parse.kids(word, "obl", "poss"):
            ref, name = scene.places.get(k), scene.parse.words[k].name
            for key in scene.parsed.names[name].ids if ref is not None and name >= 0 else ():
                actor = self.memory.lexicon.actor(key)
                if actor is not None and actor.kind == "local body":
                    return key
        return ""


def _begins_a_name(parsed: ParsedSentence, last: int) -> bool:
    """True for the "Boy" of "Boy-Rabe": a word with a capital, joined to another one."""
    tokens, end = parsed.tokens, parsed.tokens[last].end
    if last + 1 == len(tokens) or tokens[last + 1].start != end + 1 or not tokens[last].text[0].isupper():
        return False
    return parsed.text[end - parsed.sentence.span.start] == "-" and tokens[last + 1].text[0].isupper()
