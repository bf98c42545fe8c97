"""The codebook compiled for one language: which trigger stands at a word of a parsed sentence, its conditions met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook import Codebook, Trigger
from dateline.model import Span
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["Hit", "Triggers"]

_SKIP = frozenset("a an the le la les l' un une des du de d' their its his her son sa ses leur leurs".split())
_QUOTES = frozenset('«»“”"')  # "une opération « antiterroriste »"
_KINDS = {
    "ARMED": frozenset({"armed group"}),
    "FORCE": frozenset({"state force"}),
    "ARMY": frozenset({"armed group", "state force", "coalition"}),
    "CIVILIAN": frozenset({"civilian group"}),
    "STATE": frozenset({"state", "state body", "intergovernmental", "coalition"}),
    "PERSON": frozenset({"person"}),
    "MEDIA": frozenset({"media"}),
}
_POINTING = frozenset({"ANY", "PLACE", "ACTOR"})
_ACTING = frozenset({"subj", "agent", "subj:pass"})  # where a state's name means the state
_SAID = frozenset({"statement", "demand"})
_WINDOW = 7  # words in which the further parts of a trigger ("lay ... down") must follow
_LABELS = frozenset({"lead", "base", "style", "speak", "bear", "make"})


@dataclass(slots=True, eq=False)
class Hit:
    """A trigger found at a word: `words` are all words of the trigger, `score` how surely it means its type."""

    trigger: Trigger
    head: int
    words: tuple[int, ...]
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a condition asks for: forms of words, what a name may be called beside them, and all that has to be looked at."""

    forms: frozenset[str]
    nouns: frozenset[str]
    others: tuple[str, ...]  # several words, or whom or what a word points at


class Triggers:
    """Finds the codebook's triggers in a sentence."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon, triggers: Iterable[Trigger] | None = None) -> None:
        self.codebook, self.lexicon = codebook, lexicon
        self.language = lexicon.language
        self.groups = {event_type.id: event_type.group for event_type in codebook.types.values()}
        self.verbs: dict[str, list[tuple[Trigger, tuple[str, ...], bool]]] = defaultdict(list)
        self.nouns: dict[str, list[tuple[Trigger, tuple[str, ...]]]] = defaultdict(list)
        self.phrases: dict[str, list[Trigger]] = defaultdict(list)
        self._conditions: dict[tuple[str, ...], _Asked] = {}
        for trigger in triggers if triggers is not None else codebook.triggers(self.language):
            self._add(trigger)

    def _add(self, trigger: Trigger) -> None:
        words = trigger.words.replace("’", "'")
        if trigger.part == "phrase":
            self.phrases[words.split()[0].split("'")[0].strip('"-')].append(trigger)
            return
        if trigger.part == "verb":
            reflexive = words.startswith(("se ", "s'"))
            parts = [
                w for w in words.removeprefix("se ").removeprefix("s'").replace("'", "' ").split() if w not in _SKIP
            ]
            self.verbs[parts[0]].append((trigger, tuple(parts[1:]), reflexive))
            return
        if self.language == "en":  # the English tokenizer splits at hyphens, the French one keeps "cessez-le-feu"
            words = words.replace("-", " - ")
        parts = [w for w in words.replace("'", "' ").split() if w not in _SKIP]
        head = parts[-1] if self.language == "en" else parts[0]
        self.nouns[head].append((trigger, tuple(parts)))

    def find(self, scene: Scene) -> list[Hit]:
        """Return the best trigger at each word that has one, in the order of the text."""
        parse = scene.parse
        best: dict[int, Hit] = {}
        for hit in self._hits(scene):
            old = best.get(hit.head)
            if old is None or (hit.score, len(hit.words)) > (old.score, len(old.words)):
                best[hit.head] = hit
        hits = sorted(best.values(), key=lambda hit: hit.head)
        covered = {w: hit for hit in hits for w in hit.words if len(hit.words) > 1}
        return [hit for hit in hits if not self._swallowed(hit, covered) and parse.words[hit.head].name < 0]

    def _swallowed(self, hit: Hit, covered: dict[int, Hit]) -> bool:
        """True where a longer trigger of another head takes this word in."""
        other = covered.get(hit.head)
        return other is not None and other is not hit and len(other.words) > len(hit.words)

    def _hits(self, scene: Scene) -> Iterator[Hit]:
        parse = scene.parse
        for word in parse.words:
            if word.name >= 0:
                continue
            lemma = word.lemma
            verbs = self.verbs.get(lemma, ()) if word.pos in ("VERB", "AUX", "ADJ") or word.tense else ()
            if verbs and not self._held(parse, word):
                for trigger, rest, reflexive in verbs:
                    if word.rel == "amod" and word.lemma in _HURT and word.head > word.i:
                        continue  # "wounded people are taken out": who they are, not what is done
                    if word.rel == "amod" and self.groups.get(trigger.type) in _SAID:
                        continue  # "the alleged attack" accuses nobody
                    words = self._verb_words(parse, word, rest, reflexive)
                    if words and self._holds(scene, word.i, trigger, set(words)):
                        yield self._hit(parse, trigger, word.i, words)
            if word.pos in ("NOUN", "PROPN", "VERB", "ADJ"):
                keys = [key for key in dict.fromkeys((lemma, word.text.lower())) if key in self.nouns]
                for key in keys if not parse.kids(word.i, "aux") else ():
                    for trigger, parts in self.nouns.get(key, ()):
                        if word.pos in ("VERB", "ADJ") and (
                            (len(parts) == 1 and word.text.lower() != key)
                            or word.tense in ("part", "past")
                            or (word.tense == "ger" and parse.kids(word.i, "obj"))  # "brigades fighting Assad"
                        ):
                            continue
                        words = self._noun_words(parse, word, parts)
                        if words and self._holds(scene, word.i, trigger, set(words)):
                            yield self._hit(parse, trigger, word.i, words)
        yield from self._phrase_hits(scene)

    def _held(self, parse: Parse, word: Word) -> bool:
        """True for "rebel-held", a statement of control and no event, and for "US-led", "Britain-based"."""
        hyphen = word.i > 0 and parse.words[word.i - 1].text == "-"
        return (word.lemma in HOLDING and (hyphen or (word.i > 0 and word.rel == "amod"))) or (
            hyphen and word.lemma in _LABELS
        )

    def _verb_words(self, parse: Parse, word: Word, rest: tuple[str, ...], reflexive: bool) -> tuple[int, ...]:
        """Return the words of a verb trigger at this verb, () where a particle or "se" is missing."""
        if reflexive and not parse.kids(word.i, "expl"):
            clitic = parse.words[word.i - 1].text.lower() if word.i else ""
            if clitic not in ("se", "s'", "me", "nous", "vous"):
                return ()
        found = [word.i]
        at = word.i
        for part in rest:
            bare = part.rstrip("'")
            for k in range(at + 1, min(at + _WINDOW, len(parse.words))):
                if bare in (parse.words[k].text.lower().rstrip("'"), parse.words[k].lemma) and self._tied(
                    parse, word.i, k, at
                ):
                    found.append(k)
                    at = k
                    break
            else:
                return ()
        return tuple(found)

    def _tied(self, parse: Parse, verb: int, k: int, last: int) -> bool:
        """True where a further part of a trigger belongs to its verb: not the "after" of the next clause, nor the "in" of
        "took place in" for "take in"; between a verb and its preposition stand adverbs at most."""
        word = parse.words[k]
        if word.rel != "case":
            return True
        if any(parse.words[j].pos not in ("ADV", "PART") for j in range(last + 1, k)):
            return False
        below = parse.words[word.head]
        return below.rel != "advcl" and (below.head == verb or k == verb + 1)

    def _noun_words(self, parse: Parse, word: Word, parts: tuple[str, ...]) -> tuple[int, ...]:
        """Return the words of a noun trigger whose head is this noun: compounds stand before it, French ones after."""
        if len(parts) == 1:
            return (word.i,)
        step = -1 if self.language == "en" else 1
        others = parts[-2::-1] if self.language == "en" else parts[1:]
        found = [word.i]
        k = word.i
        for part in others:
            k += step
            while (
                self.language == "fr" and 0 <= k < len(parse.words) and parse.words[k].text.lower() in _SKIP | _QUOTES
            ):
                k += step
            if not 0 <= k < len(parse.words) or part.rstrip("'") not in (
                parse.words[k].text.lower().rstrip("'"),
                parse.words[k].lemma,
            ):
                return ()
            found.append(k)
        return tuple(sorted(found))

    def _phrase_hits(self, scene: Scene) -> Iterator[Hit]:
        parse, parsed = scene.parse, scene.parsed
        low = parsed.text.lower().replace("’", "'")
        offset = parsed.sentence.span.start
        for token in parsed.tokens:
            for trigger in self.phrases.get(token.text.lower(), ()):
                phrase, at = trigger.words.replace("’", "'"), token.start - offset
                end = at + len(phrase)
                if low.startswith(phrase, at) and not low[end : end + 1].isalnum():
                    words = tuple(w.i for w in parse.words if w.start < end + offset and token.start < w.end)
                    if words:
                        head = self._phrase_head(parse, words)
                        if self._holds(scene, head, trigger, set(words)):
                            yield self._hit(parse, trigger, head, words)

    def _phrase_head(self, parse: Parse, words: tuple[int, ...]) -> int:
        """Return the word of a phrase under which the others hang: its last verb, else its top word."""
        verbs = [w for w in words if parse.words[w].pos == "VERB"]
        if verbs:
            return verbs[-1]
        inside = set(words)
        top = next((w for w in words if parse.words[w].head not in inside), words[0])
        return parse.words[top].head if parse.words[top].rel in ("cop", "case", "aux", "mark") else top

    def _hit(self, parse: Parse, trigger: Trigger, head: int, words: tuple[int, ...]) -> Hit:
        near = [w for w in words if abs(w - head) <= _WINDOW]
        span = Span(min(parse.words[w].start for w in near), max(parse.words[w].end for w in near))
        score = trigger.weight + 0.06 * len(trigger.needs) + 0.1 * (len(words) - 1)
        return Hit(trigger, head, words, span, score)

    # --- conditions -------------------------------------------------------------------------------------------------
    def _holds(self, scene: Scene, head: int, trigger: Trigger, own: set[int]) -> bool:
        """True where all needs are met and no bar is."""
        for slot, values in trigger.needs:
            if not self._met(scene, head, slot, values, own):
                return False
        return not any(self._met(scene, head, slot, values, own, bar=True) for slot, values in trigger.bars)

    def _met(
        self, scene: Scene, head: int, slot: str, values: tuple[str, ...], own: set[int], bar: bool = False
    ) -> bool:
        """True where a slot holds one of the values; what bars a trigger must stand in its own clause."""
        parse, asked = scene.parse, self._asked(values)
        if slot == "context":
            return self._around(scene, asked, parse.clause(head) if bar else None, own)
        if slot == "particle":
            return any(parse.words[k].text.lower() in values for k in range(head + 1, min(head + 5, len(parse.words))))
        words = parse.slot(head, slot)
        if slot == "object" and parse.words[head].pos == "NOUN":
            words = words + parse.slot(head, "of") + parse.slot(head, "de")
        return any(self._is_any(scene, k, asked) for w in words for k in self._within(parse, w))

    def _asked(self, values: tuple[str, ...]) -> "_Asked":
        """Sort what a condition asks for; done once for each."""
        asked = self._conditions.get(values)
        if asked is None:
            plain = {v for v in values if " " not in v and (not v.isupper() or len(v) < 3)}
            named = [v for v in values if v not in plain]
            classes = [v for v in named if v.isupper() and v not in _POINTING and v not in _KINDS]
            members = frozenset(form for v in classes for form in self._class(v))
            asked = _Asked(members | plain, members, tuple(v for v in named if v not in classes))
            self._conditions[values] = asked
        return asked

    def _around(self, scene: Scene, asked: "_Asked", clause: set[int] | None, own: set[int]) -> bool:
        """True where one of the values stands in the sentence, or in the clause, apart from the trigger's own words."""
        words = scene.parse.words
        near = (set(range(len(words))) if clause is None else clause) - own
        for form in scene.forms.keys() & asked.forms:
            if not near.isdisjoint(scene.forms[form]):
                return True
        if not near:
            return False
        if asked.nouns and any(words[k].noun in asked.nouns for k in near):
            return True
        low = scene.parsed.text.lower() if asked.others else ""
        clause_low = " ".join(words[k].text for k in sorted(clause)).lower() if asked.others and clause else low
        pointing = scene.actors.keys() | scene.places.keys()
        for value in asked.others:
            if " " in value and value in clause_low:
                return True
            may = (near if value in low else ()) if " " in value else near if value == "ANY" else near & pointing
            if any(self._is(scene, k, value) for k in may):
                return True
        return False

    def _is_any(self, scene: Scene, i: int, asked: "_Asked") -> bool:
        """True where word i is one of the forms, or belongs to one of the classes."""
        word = scene.parse.words[i]
        if word.lemma in asked.forms or word.text.lower() in asked.forms or word.noun in asked.nouns:
            return True
        return any(self._is(scene, i, value) for value in asked.others)

    def _within(self, parse: Parse, i: int) -> Iterator[int]:
        """Yield a slot's word, what is joined to it, and what it is a number or kind of ("dozens of shells")."""
        for k in parse.coordinates(i):
            yield k
            yield from parse.kids(k, "compound")
            if parse.words[k].lemma in QUANTITIES:
                yield from parse.slot(k, "of")
                yield from parse.slot(k, "de")

    def _is(self, scene: Scene, i: int, value: str) -> bool:
        """True where word i stands in the words of `value`, or points at what it names in capitals."""
        word = scene.parse.words[i]
        if not value.isupper():  # words of more than one part stand around the word itself
            at = word.start - scene.parsed.sentence.span.start
            return value in scene.parsed.text[max(0, at - len(value)) : at + len(word.text) + len(value)].lower()
        if value == "ANY":
            return True
        if value == "PLACE":
            return i in scene.places
        ref = scene.actors.get(i)
        if value in ("ACTOR", "STATE") and ref is None and i in scene.places:
            return any(key in self.lexicon.theatre.countries for key in scene.places[i].ids) and word.rel in _ACTING
        if value == "ACTOR":
            return ref is not None
        return ref is not None and self.kind_of(ref.key, ref.noun.kind if ref.noun else "") in _KINDS[value]

    def _class(self, name: str) -> frozenset[str]:
        return self.codebook.classes.get(name, {}).get(self.language, frozenset())

    def kind_of(self, key: str, fallback: str = "") -> str:
        """Return the kind of an actor by its key."""
        actor = self.lexicon.actor(key)
        if actor:
            return actor.kind
        if key.startswith("?"):
            return key[1:].split(":")[0]
        return fallback or "state force"


_HURT = frozenset({"wound", "injure", "blesser"})
HOLDING = frozenset({"hold", "control", "occupy", "rule", "dominate"})
QUANTITIES = frozenset(
    "% percent cent percentage share swath swathe third quarter total string spate slew handful much "
    "dozen hundred thousand score number group part most majority lot couple series wave member all many several "
    "some rest half last "
    "dizaine centaine millier vingtaine trentaine quarantaine soixantaine cinquantaine quinzaine nombre "
    "groupe partie pourcent cent tiers quart plupart majorité série vague membre".split()
)
