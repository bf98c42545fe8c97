"""What a trigger asks of the words around it: a condition of the codebook and a sentence in, whether it is met out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Filling, Scene
from dateline.understand.syntax import Parse

__all__ = ["KINDS", "QUANTITIES", "Condition", "Conditions"]

KINDS = {
    "ARMED": frozenset({"armed group"}),
    "FORCE": frozenset({"state force"}),
    "ARMY": frozenset({"armed group", "state force", "coalition"}),
    "CIVILIAN": frozenset({"civilian group"}),
    "STATE": frozenset({"state", "state body", "intergovernmental", "coalition"}),
    "PERSON": frozenset({"person"}),
    "MEDIA": frozenset({"media"}),
}
_POINTING = frozenset({"ANY", "PLACE", "ACTOR", "NUMBER"})
_PARTED = re.compile(r" |'\w")  # of several words, as "d'obus" is
_WORDS = frozenset({"ANY", "NUMBER"})  # which any word may be
_ACTING = frozenset({"subj", "agent", "subj:pass"})  # where a state's name means the state
_PARTICLES = 4  # words behind a verb in which a particle stands


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand, or must not, in one slot: forms of words, or what has to be looked at word by word."""

    slot: str
    forms: frozenset[str]
    nouns: frozenset[str] = frozenset()  # what a name may say that it is
    phrases: tuple[str, ...] = ()  # of several words
    pointing: tuple[str, ...] = ()  # whom or what a word points at, in capitals
    plain: bool = False  # nothing but one of the forms is asked for


class Conditions:
    """Reads and tries the conditions of one language's triggers."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self.codebook, self.lexicon = codebook, lexicon
        self._known: dict[tuple[str, tuple[str, ...]], Condition] = {}  # many triggers ask for the same

    def read(self, told: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Condition, ...]:
        """Return what slots and values ask for; done once for each trigger."""
        out = []
        for slot, values in told:
            if (slot, values) not in self._known:
                self._known[slot, values] = self._condition(slot, values)
            out.append(self._known[slot, values])
        return tuple(out)

    def _condition(self, slot: str, values: tuple[str, ...]) -> Condition:
        if slot == "particle":
            return Condition(slot, frozenset(values), plain=True)
        classes = [v for v in values if v in self.codebook.classes]
        pointing = tuple(v for v in values if v in _POINTING or v in KINDS)
        words = [v.lower() for v in values if v not in classes and v not in pointing]
        phrases = tuple(v for v in words if _PARTED.search(v))
        plain = frozenset(words).difference(phrases)
        members = frozenset(form for v in classes for form in self._class(v))
        return Condition(slot, members | plain, members | plain, phrases, pointing, not phrases and not pointing)

    def _class(self, name: str) -> frozenset[str]:
        return self.codebook.classes.get(name, {}).get(self.lexicon.language, frozenset())

    def hold(
        self, scene: Scene, head: int, needs: tuple[Condition, ...], bars: tuple[Condition, ...], own: tuple[int, ...]
    ) -> bool:
        """True where all needs of a trigger with these words are met and no bar is."""
        for need in needs:
            if not self._met(scene, head, need, own):
                return False
        spelled = scene.spelled
        for bar in bars:
            if bar.plain and bar.forms.isdisjoint(spelled):
                continue  # the whole sentence has none of it
            if self._met(scene, head, bar, own, bars=True):
                return False
        return True

    def _met(self, scene: Scene, head: int, asked: Condition, own: tuple[int, ...], bars: bool = False) -> bool:
        """True where a slot holds what is asked for; what bars a trigger must stand in its own clause."""
        if asked.slot == "context":
            return self._around(scene, asked, scene.parse.clause(head) if bars else None, own)
        if asked.slot == "particle":
            behind = scene.parse.words[head + 1 : head + 1 + _PARTICLES]
            return any(word.low in asked.forms for word in behind)
        found = scene.fillings.get((head, asked.slot))
        if found is None:  # the many triggers of one verb ask for its slots again and again
            found = scene.fillings[head, asked.slot] = self._filling(scene, head, asked.slot)
        if not (asked.forms.isdisjoint(found.forms) and asked.nouns.isdisjoint(found.nouns)):
            return True
        told = [phrase for phrase in asked.phrases if phrase in scene.parsed.low]
        if any(self._stands(scene, k, phrase) for phrase in told for k in found.words):
            return True
        whole = [
            k for k in found.words if not (bars and scene.parse.words[k].rel == "compound")
        ]  # not of "army trucks"
        return any(self._is(scene, k, value) for value in asked.pointing for k in whole)

    def _filling(self, scene: Scene, head: int, slot: str) -> Filling:
        parse = scene.parse
        words = parse.slot(head, slot)
        if slot == "object" and parse.words[head].pos == "NOUN":
            words = words + parse.slot(head, "of") + parse.slot(head, "de")
        numbers = tuple(k for w in words for k in self._within(parse, w))
        found = [parse.words[k] for k in numbers]
        forms = frozenset(form for word in found for form in (word.lemma, word.low))
        if slot in _WHOM and any(_bare_number(parse, k) for k in words):
            forms |= _PEOPLE
        nouns = frozenset(noun for word in found for noun in word.nouns)
        return Filling(numbers, forms, nouns | {scene.meant[k] for k in numbers if k in scene.meant})

    def _within(self, parse: Parse, i: int) -> Iterator[int]:
        """Yield a slot's word, what is joined to it, and what it is a number or kind of ("dozens of shells")."""
        for k in parse.coordinates(i):
            yield k
            yield from parse.kids(k, "compound")
            if parse.words[k].lemma in QUANTITIES or parse.words[k].low in _SOME or parse.words[k].text[0].isdigit():
                for inner in (*parse.slot(k, "of"), *parse.slot(k, "de"), *parse.slot(k, "per")):
                    yield inner
                    if parse.words[inner].lemma in QUANTITIES:  # "des dizaines de milliers de personnes"
                        yield from parse.slot(inner, "de")

    def _around(self, scene: Scene, asked: Condition, clause: frozenset[int] | None, own: tuple[int, ...]) -> bool:
        """True where what is asked for stands in the sentence, or in the clause, apart from the trigger's own words."""
        for wanted, there in ((asked.forms, scene.forms), (asked.nouns, scene.nouns)):
            for form in wanted & there.keys():
                if any(k not in own and (clause is None or k in clause) for k in there[form]):
                    return True
        if not asked.phrases and not asked.pointing:
            return False
        words, low = scene.parse.words, scene.parsed.low
        near = (set(range(len(words))) if clause is None else clause) - set(own)
        if asked.phrases and near:
            joined = low if clause is None else " ".join([words[k].text for k in sorted(clause)]).lower()
            told = [phrase for phrase in asked.phrases if phrase in low]
            if any(phrase in joined for phrase in asked.phrases) or any(
                self._stands(scene, k, phrase) for phrase in told for k in near
            ):
                return True
        if not asked.pointing:
            return False
        who = near & (scene.actors.keys() | scene.places.keys())
        return any(self._is(scene, k, value) for value in asked.pointing for k in (near if value in _WORDS else who))

    def _stands(self, scene: Scene, i: int, phrase: str) -> bool:
        """True where several words stand around word i."""
        word = scene.parse.words[i]
        at = word.start - scene.parsed.sentence.span.start
        return phrase in scene.parsed.text[max(0, at - len(phrase)) : at + len(word.text) + len(phrase)].lower()

    def _is(self, scene: Scene, i: int, value: str) -> bool:
        """True where word i points at what `value` names in capitals."""
        if value == "ANY":
            return True
        if value == "NUMBER":
            return _counted(scene.parse, i)
        if value == "PLACE":
            return i in scene.places
        ref = scene.actors.get(i)
        if value in ("ACTOR", "STATE") and ref is None and i in scene.places:
            return any(key in self.lexicon.theatre.countries for key in scene.places[i].ids) and (
                scene.parse.words[i].rel in _ACTING
            )
        if value == "ACTOR":
            return ref is not None
        return ref is not None and self._kind_of(ref.key, ref.noun.kind if ref.noun else "") in KINDS[value]

    def _kind_of(self, key: str, fallback: str = "") -> str:
        """Return the kind of an actor by its key."""
        actor = self.lexicon.actor(key)
        if actor:
            return actor.kind
        if key.startswith("?"):
            return fallback or key[1:].split(":")[0]
        return fallback or "state force"


def _bare_number(parse: Parse, i: int) -> bool:
    """True for "40,000 are trapped", "hundreds were shot": a number that counts nothing else counts people."""
    word = parse.words[i]
    if word.pos != "NUM" and word.lemma not in _MANY:
        return False
    if _YEAR.fullmatch(word.text) or (i and parse.words[i - 1].text in _MONEY):
        return False
    counted = any(parse.words[k].prep in ("of", "de", "per") for k in parse.kids(i, "obl"))
    return not counted and not parse.kids(i, "compound", "relcl", "appos") and word.rel != "compound"


def _counted(parse: Parse, i: int) -> bool:
    """True for a number, and for what is counted: "trois soldats", "des dizaines de morts"."""
    words, word = parse.words, parse.words[i]
    near = [words[k] for k in (i, *parse.kids(i, "num", "advmod", "det", "compound"))]
    near += [words[word.head]] if word.head >= 0 and word.prep in ("de", "of") else []
    return any(w.text[0].isdigit() or w.pos == "NUM" or w.lemma in _MANY for w in near)


_WHOM = frozenset({"subject", "object"})
_PEOPLE = frozenset({"people", "person", "personne"})
_YEAR = re.compile(r"(1[89]|20)\d\d")
_MONEY = frozenset("$€£")
_SOME = frozenset("one two three un une deux trois".split())  # "un de ses avions" is an aircraft
_MANY = frozenset("dozen hundred thousand million dizaine centaine millier vingtaine trentaine quinzaine".split())
QUANTITIES = frozenset(
    "% percent cent percentage share swath swathe third quarter total string spate slew handful much "
    "dozen hundred thousand score number group part most majority lot couple series wave member all many several "
    "some rest half last "
    "million milliard poignée dizaine centaine millier vingtaine trentaine quarantaine soixantaine cinquantaine quinzaine "
    "nombre "
    "groupe partie pourcent cent tiers quart plupart majorité série vague membre".split()
)
