"""States and capitals in their sentence in, whether each acts or is where something is out: a government or its land.

"Kyiv said", "relations with Ankara", "the Khartoum government", "an accord between Kigali and Kinshasa" are governments;
"in Kyiv", "the road between Kigali and Kinshasa", "the mayor of Kyiv" are places.
"""

from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.mentions.names import Name
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["CAPITAL", "Acting"]

CAPITAL = "capital for its government"


class Acting:
    """Tells governments from lands, and notes capitals that stand for their government."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    # --- capitals ---------------------------------------------------------------------------------------------------
    def capital(self, scene: Scene, word: Word, text: str, span: Span, place: str = "") -> bool:
        """Note a capital that speaks, decides or deals as its government; False for one that is a place here."""
        country = self.memory.lexicon.capitals.get(place) or self.memory.lexicon.capitals.get(fold(text), "")
        if not country:
            return False
        if word.text.isupper() and len(word.text) > 4 and _heads_report(scene.parse, word):
            return False  # "MOSCOW October 18 (Agency)"
        key = self.memory.lexicon.acting_state(country)
        owning = self._owns_body(scene, word)
        if self.modifies(scene.parse, word) or owning:
            ref = Ref(word.i, span, "actor", "nominal", key, CAPITAL, (key,))
            ref.modifies = not owning
            scene.actors[word.i] = ref
            return True
        if self._dealt_with(scene, word):
            scene.actors[word.i] = Ref(word.i, span, "actor", "name", key, CAPITAL, (key,))
            return True
        if not self._decides(scene, word):
            return False
        ref = Ref(word.i, span, "actor", "name", key, CAPITAL, (key,))
        scene.actors[word.i] = ref
        self.memory.hear(scene, ref, "state body", "government", named=True)
        return True

    def _owns_body(self, scene: Scene, word: Word) -> bool:
        """ "The Khartoum government", "Kyiv's troops", "le régime de Damas": a body that a town does not have of its own."""
        parse = scene.parse
        head = parse.words[word.head] if word.head >= 0 else None
        if head is None or head.text[0].isupper():
            return False  # "Damascus Police Command"
        if word.rel in ("compound", "poss") and head.i > word.i:
            deed = word.rel == "poss" and head.lemma in _DEEDS | _SPOKESMEN
            return deed or head.lemma in _RULING
        return word.rel == "obl" and word.prep in ("de", "d'", "from") and head.lemma in _RULING

    def _dealt_with(self, scene: Scene, word: Word) -> bool:
        """ "Relations avec Kiev", "loyales à Damas", "an accord between Kigali and Kinshasa", "pressure on Ankara"."""
        parse = scene.parse
        first = parse.words[parse.first_conjunct(word.i)]
        if first.rel != "obl" or first.head < 0:
            return False
        above = [parse.words[first.head], *(parse.words[k] for k in parse.ancestors(first.head))]
        if first.prep in ("between", "entre"):
            many = len(parse.coordinates(first.i)) > 1
            return many and not {w.lemma for w in above[:2]} & _WAYS and self._all_states(scene, first)
        beside = parse.words[first.i - 2].lemma if first.i > 1 else ""  # "milices loyales à Damas", however it hangs
        return bool({above[0].lemma, beside} & (_OF_STATES.get(first.prep, frozenset()) - _SEATED))

    def _all_states(self, scene: Scene, first: Word) -> bool:
        """True for capitals or states in a row, of which the report tells no road or distance."""
        words = (scene.parse.words[k] for k in (first.i, *scene.parse.coordinates(first.i)))
        return all(self._of_state(scene, word) for word in words)

    def _of_state(self, scene: Scene, word: Word) -> bool:
        name = scene.parsed.names[word.name] if word.name >= 0 else None
        ids = name.ids[0] if name else ""
        capitals = self.memory.lexicon.capitals
        state = name is not None and name.kind == "state"
        return state or ids in capitals or fold(name.text if name else word.text) in capitals

    def _decides(self, scene: Scene, word: Word) -> bool:
        parse = scene.parse
        if _opens_clause(parse, word):
            return True
        first = parse.words[parse.first_conjunct(word.i)]
        head = parse.words[first.head] if first.head >= 0 else None
        if head is None or head.pos not in ("VERB", "AUX") or (first.prep == "par" and head.lemma in _PASSING):
            return False
        if first.rel in ("subj", "agent", "iobj") and head.lemma not in STATIC and not parse.passive(head.i):
            return True
        return (
            (first.rel == "obj" and head.lemma in _ADDRESSING)  # "accuses Kinshasa"
            or (first.rel == "obj" and _made_to(parse, head, first))
            or first.rel == "agent"
            or (first.prep == "par" and parse.passive(head.i))  # "envoyés par Paris"
            or first.prep == "selon"  # "des civils ont été tués, selon Kiev"
            or first.prep in ("between", "entre")
            or (first.prep == "to" and head.lemma in GIVING)
        )

    # --- states -----------------------------------------------------------------------------------------------------
    def is_land(self, scene: Scene, word: Word, name: Name) -> bool:
        """A state's name is a place after a locative, and for the country the reports are about; else it acts."""
        before = scene.parse.words[word.i - 1].low if word.i else ""
        if word.prep == "à" and before in ("l'", "la"):  # "en Syrie", "au Liban" are places, "à l'Arabie saoudite" acts
            return False
        if word.prep in self.memory.locative and word.rel == "obl":
            return not self._given_or_taken(scene, word)
        if word.low.split()[-1] in _SEATS:
            return False
        if word.rel == "obj" and word.head >= 0 and scene.parse.words[word.head].lemma in _GOING:
            return True
        if name.ids[0] == self.memory.discourse.home:
            return self.memory.lexicon.is_home(name.ids[0]) or not (self.acts(scene, word) or self._owns(scene, word))
        if self._with_place(scene, word) or self._bordering(scene.parse, word):
            return True
        beside = {scene.parse.words[k].lemma for k in scene.parse.kids(word.i, "amod")}
        above = scene.parse.words[word.head].lemma if word.head >= 0 else ""
        if beside & _BESIDE or (above in _BORDERS and word.rel == "obl"):
            return True  # "in Syria and neighbouring Iraq", "the border with Turkey"
        return word.rel == "appos" and word.head in scene.places

    def acts(self, scene: Scene, word: Word) -> bool:
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

    def modifies(self, parse: Parse, word: Word) -> bool:
        """True for the state in "US-led", "Turkey-backed", "Britain-based"."""
        after = [w.low for w in parse.words[word.i + 1 : word.i + 3]]
        return len(after) == 2 and after[0] == "-" and after[1].endswith(("ed", "led", "based", "run", "made", "born"))

    def _given_or_taken(self, scene: Scene, word: Word) -> bool:
        """True for "sold to Iran", "sanctions on Russia", "l'ambassade du Rwanda", "on the part of Azerbaijan"."""
        head = scene.parse.words[word.head]
        return (
            (word.prep in ("to", "à", "between", "entre", "from") and head.lemma in GIVING)
            or (word.prep in ("on", "upon", "sur") and head.lemma in UPON)
            or (word.prep == "at" and head.lemma in _AT)
            or head.lemma in _OF_STATES.get(word.prep, ())
        )

    def _owns(self, scene: Scene, word: Word) -> bool:
        """ "By Israel's count", "Mali's army": the state's, where the report has told before of what it does."""
        head = scene.parse.words[word.head] if word.rel == "poss" and word.head >= 0 else None
        if head is None or head.text[0].isupper():
            return False
        return head.lemma in _DEEDS | _RULING and self._has_acted(scene, word)

    def _has_acted(self, scene: Scene, word: Word) -> bool:
        """True where the report has spoken of a state as somebody."""
        ids = scene.parsed.names[word.name].ids
        return any(past.key in ids for past in self.memory.discourse.spoken)

    def _with_place(self, scene: Scene, word: Word) -> bool:
        """True for a state named in one breath with a place: "strikes in northern Syria and Iraq"."""
        first = scene.parse.first_conjunct(word.i)
        ref = scene.places.get(first) if first != word.i else None
        return ref is not None and scene.parse.words[first].rel in ("obl", "obj")

    def _bordering(self, parse: Parse, word: Word) -> bool:
        """True for the state behind "the border with", however the model hung it."""
        before = [w.lemma for w in parse.words[max(0, word.i - 4) : word.i]]
        return bool(_BORDERS & {*before}) and bool({"with", "avec", "between", "entre"} & {*before})


def _made_to(parse: Parse, verb: Word, who: Word) -> bool:
    """True for whoever is moved to act: "prompted Ankara to close its border"."""
    below = (parse.words[k] for k in parse.kids(verb.i, "xcomp", "advcl") if k > who.i)
    return verb.lemma in _MOVING and any(act.tense == "inf" for act in below)


def _opens_clause(parse: Parse, word: Word) -> bool:
    """True right behind "and", "que" or a comma and before a verb of its own, however the model hung the name.

    "Rebels stormed the camp and Khartoum has since closed the road", "ce que Riyad dément".
    """
    first = min((word.i, *parse.kids(word.i, "compound", "flat")))  # "Addis Ababa"
    before = parse.words[first - 1].low if first else ""
    if before not in _BEFORE_CLAUSE:
        return False
    helped = False
    for after in parse.words[word.i + 1 : word.i + 6]:
        if after.rel == "aux:pass":
            return False
        if after.pos == "AUX":
            helped = True
        elif after.pos == "VERB":
            finite = after.tense in ("past", "pres") or (helped and after.tense in ("part", "inf"))
            return finite and after.lemma not in STATIC and not parse.passive(after.i)
        elif after.pos != "ADV" and after.rel != "advmod" and after.low not in _CLITICS:
            return False
    return False


def _heads_report(parse: Parse, word: Word) -> bool:
    """True for a town in capitals with a day, a bracket or the report's first sentence behind it."""
    after = parse.words[word.i + 1 : word.i + 3]
    first = after[0] if after else None
    opens = word.i == 0 or parse.words[word.i - 1].text.isdigit()
    return (
        opens and first is not None and (first.text in "(-–—,/" or first.text[0].isupper() or first.text[0].isdigit())
    )


_MOVING = frozenset(
    "push prompt lead force drive compel press persuade convince allow encourage oblige spur provoke induce cause expect "
    "want authorise authorize enable help require permit goad pousser amener contraindre obliger convaincre inciter "
    "forcer conduire décider autoriser aider".split()
)
_SEATS = frozenset({"kremlin"})  # a name of the state that is no name of its land
# Who speaks for a government, and not for its capital.
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson ambassador envoy minister negotiator diplomat".split())
_BEFORE_CLAUSE = frozenset(", and but while that which whom what because whereas et mais que qu' dont tandis".split())
_CLITICS = frozenset("not n't ne n' lui le la les l' se s' y en leur".split())
# Through which one passes: "un convoi passé par Damas".
_PASSING = frozenset("passer transiter entrer arriver partir acheminer".split())
# Whose a town's name is that stands before or behind them: not the town's own police, mayor or residents.
_RULING = frozenset(
    "government regime junta administration army military force troop official envoy diplomat delegation ally "
    "leadership ruler negotiator proxy gouvernement régime junte armée force troupe pouvoir émissaire diplomate "
    "délégation allié dirigeant sultan"
    " négociateur".split()
)
_OF_STATES = {
    "contre": frozenset("sanction embargo accusation plainte résolution représailles".split()),
    "de": frozenset(
        "soutien appui aval refus aide allié alliée veto réponse décision pression demande égide ambassade ambassadeur "
        "ambassadrice consulat part émissaire délégation médiation menace condamnation reconnaissance nom".split()
    ),
    "avec": frozenset(
        "relation accord négociation pourparler alliance dialogue lien contact rompre renouer négocier discuter dialoguer "
        "coopérer".split()
    ),
    "à": frozenset("loyal fidèle favorable hostile opposé allié lié".split()),
    "sur": frozenset({"pression"}),
    "on": frozenset({"pressure"}),
    "with": frozenset("tie relation talk alliance agreement deal negotiation cooperation".split()),
    "to": frozenset("loyal hostile allied close".split()),
    "from": frozenset("warning pressure support aid help threat request demand criticism condemnation funding".split()),
    "of": frozenset("help support backing behalf embassy ambassador ally guise request recognition".split()),
}
# These stand in a capital too: "the embassy of Kinshasa" need not be that of its state.
_SEATED = frozenset("ambassade ambassadeur ambassadrice consulat embassy ambassador part nom request".split())
# Between two capitals these lie or go: no government has a part in them.
_WAYS = frozenset(
    "road highway route way railway line flight train bus distance border frontier corridor travel fly drive run stretch lie "
    "autoroute axe voie vol ligne distance frontière couloir voyager circuler rouler situer trajet".split()
)
# What a state has of its own doing: "Russia's invasion", "by Israel's count".
_DEEDS = frozenset(
    "count tally claim accusation allegation denial offer proposal demand request promise pledge warning threat decision "
    "refusal rejection response reaction move plan aim goal policy stance position ambition interest intention effort "
    "attempt bid fight campaign offensive invasion incursion intervention attack assault strike raid operation blockade "
    "annexation aggression withdrawal pullout ceasefire truce role involvement support backing help aid tie relation "
    "alliance rival ally enemy foe behalf".split()
)
_ADDRESSING = frozenset(
    "accuse blame urge condemn warn criticise criticize denounce ask slam blast assail lambast lambaste rebuke chide "
    "censure reproach scold berate praise thank commend applaud implore beg press pressure beseech tell order threaten "
    "sanction sue petition assure accuser condamner exhorter critiquer dénoncer remercier féliciter menacer blâmer "
    "presser sanctionner appeler".split()
)
# What a state or a capital is left, entered or crossed as: its land, whatever the reports are about.
_GOING = frozenset("leave quit exit enter reach flee depart vacate tour border quitter fuir atteindre gagner".split())
_AT = frozenset("lash hit fume rage snap rail".split())  # "lashed out at Ankara": whom, not where
_BESIDE = frozenset("neighbor neighbour neighboring neighbouring nearby adjacent voisin".split())
_BORDERS = frozenset("border frontier frontière".split())
# What a capital does as a place: verbs that no government does.
STATIC = frozenset(
    "be remain lie stand fall wake see come suffer become have host burn shake starve sleep shudder être rester tomber "
    "brûler trembler dormir".split()
)
# What is laid on a state, not on its territory.
UPON = frozenset("sanction embargo pressure tariff blame call impose pression sanctions".split())
GIVING = frozenset(
    "hand give surrender deliver transfer sell tell speak appeal belong send provide return talk pressure remettre "
    "livrer donner "
    "rendre parler fournir vendre transférer".split()
)
