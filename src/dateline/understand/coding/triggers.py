"""The codebook compiled for one language: which trigger stands at a word of a parsed sentence, its conditions met."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from dateline.codebook import Codebook, Trigger
from dateline.model import Span
from dateline.understand.coding.conditions import Condition, Conditions
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["Hit", "Triggers"]

_WORD = re.compile(r"\w+")
_RANK = attrgetter("rank")
_SKIP = frozenset("a an the le la les l' un une des du de d' their its his her son sa ses leur leurs".split())
_QUOTES = frozenset('«»“”"')  # "une opération « antiterroriste »"
_SAID = frozenset({"statement", "demand"})
_VERBAL, _NOMINAL = ("VERB", "AUX", "ADJ"), ("NOUN", "PROPN", "VERB", "ADJ")
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
class _Entry:
    """A trigger with the words it has besides its head and its conditions read.

    `rank` puts the surest first, then that of most words, then that told first: the first one whose conditions hold is
    the best one at its head.
    """

    trigger: Trigger
    rest: tuple[str, ...]
    clitics: tuple[str, ...]  # "se", and "en" of "s'en prendre"
    needs: tuple[Condition, ...]
    bars: tuple[Condition, ...]
    rank: tuple[float, int, int]
    wanted: frozenset[str] | None  # one of these must stand in the sentence


@dataclass(frozen=True, slots=True)
class _Entries:
    """The triggers with one head: those of that word alone, and those with further words by the first of these.

    A common verb has dozens of the latter, of which hardly one has its words in a sentence.
    """

    alone: list[_Entry] = field(default_factory=list)
    beside: dict[str, list[_Entry]] = field(default_factory=lambda: defaultdict(list))

    def among(self, forms: Iterable[str]) -> list[_Entry]:
        """Return those that can stand where these words are near, the best first."""
        found = [entry for form in forms for entry in self.beside.get(form, ())]
        return sorted([*self.alone, *found], key=_RANK) if found else self.alone


class Triggers:
    """Finds the codebook's triggers in a sentence."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon, triggers: Iterable[Trigger] | None = None) -> None:
        self.language = lexicon.language
        self.conditions = Conditions(codebook, lexicon)
        self.groups = {event_type.id: event_type.group for event_type in codebook.types.values()}
        self.verbs: dict[str, _Entries] = defaultdict(_Entries)
        self.nouns: dict[str, _Entries] = defaultdict(_Entries)
        self.phrases: dict[str, dict[str, list[tuple[str, _Entry]]]] = {}  # by their first word, then their second
        for order, trigger in enumerate(triggers if triggers is not None else codebook.triggers(self.language)):
            self._add(order, trigger)
        for entries in (*self.verbs.values(), *self.nouns.values()):
            entries.alone.sort(key=_RANK)
        self.heads = frozenset(self.verbs) | frozenset(self.nouns)

    def _add(self, order: int, trigger: Trigger) -> None:
        words = trigger.words.replace("’", "'")
        if trigger.part == "phrase":
            first, *rest = _WORD.findall(words)  # "us-backed" lies under "us", as the text is cut
            found = self.phrases.setdefault(first, {}).setdefault("".join(rest[:1]), [])
            found.append((words, self._entry(order, trigger, ())))
            return
        if trigger.part == "verb":
            opening, bare = _reflexive(words)
            head, *rest = [w for w in bare.replace("'", "' ").split() if w not in _SKIP]
            entry = self._entry(order, trigger, tuple(rest), opening)
            _file(self.verbs[head], entry, rest)
            return
        if self.language == "en":  # the English tokenizer splits at hyphens, the French one keeps "cessez-le-feu"
            words = words.replace("-", " - ")
        parts = [w for w in words.replace("'", "' ").split() if w not in _SKIP]
        head, *rest = reversed(parts) if self.language == "en" else parts
        _file(self.nouns[head], self._entry(order, trigger, tuple(rest)), rest)

    def _entry(self, order: int, trigger: Trigger, rest: tuple[str, ...], clitics: tuple[str, ...] = ()) -> _Entry:
        needs, bars = self.conditions.read(trigger.needs), self.conditions.read(trigger.bars)
        size = 1 + len(rest)
        rank = (-_score(trigger, size), -size, order)
        wanted = next((need.forms for need in needs if need.plain), None)
        return _Entry(trigger, tuple(part.rstrip("'") for part in rest), clitics, needs, bars, rank, wanted)

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
        words = scene.parse.words
        for i in sorted({i for form in self.heads & scene.spelled for i in scene.forms.get(form, ())}):
            word = words[i]
            if word.name >= 0:
                continue
            if word.lemma in self.verbs and (word.pos in _VERBAL or word.tense):
                yield from self._verb_hit(scene, word)
            if word.pos in _NOMINAL and (word.lemma in self.nouns or word.low in self.nouns):
                yield from self._noun_hits(scene, word)
        yield from self._phrase_hits(scene)

    def _verb_hit(self, scene: Scene, word: Word) -> Iterator[Hit]:
        parse, entries = scene.parse, self.verbs[word.lemma]
        if self._held(parse, word) or (self.language == "fr" and _within_an_actor(scene, word)):
            return
        if word.rel == "amod" and word.lemma in _HURT and word.head > word.i:
            return  # "wounded people are taken out": who they are, not what is done
        spelled, near = scene.spelled, parse.words[word.i + 1 : word.i + _WINDOW] if entries.beside else ()
        for entry in entries.among({form for other in near for form in _forms(other)}):
            if entry.wanted is not None and entry.wanted.isdisjoint(spelled):
                continue  # as with most that a common verb can mean
            if word.rel == "amod" and self.groups.get(entry.trigger.type) in _SAID:
                continue  # "the alleged attack" accuses nobody
            words = self._verb_words(parse, word, entry.rest, entry.clitics)
            if words and self.conditions.hold(scene, word.i, entry.needs, entry.bars, words):
                yield self._hit(parse, entry.trigger, word.i, words)
                return

    def _noun_hits(self, scene: Scene, word: Word) -> Iterator[Hit]:
        parse, low = scene.parse, word.low
        if parse.kids(word.i, "aux"):
            return
        verbal = word.pos in ("VERB", "ADJ")
        if verbal and (
            word.tense in ("part", "past")
            or (word.tense == "ger" and parse.kids(word.i, "obj"))  # "brigades fighting Assad"
        ):
            return
        beside = self._beside(parse, word.i)
        near = {*_forms(parse.words[beside])} if 0 <= beside < len(parse.words) else ()
        for key in (key for key in dict.fromkeys((word.lemma, low)) if key in self.nouns):
            for entry in self.nouns[key].among(near):
                if verbal and not entry.rest and low != key:
                    continue
                if entry.wanted is not None and entry.wanted.isdisjoint(scene.spelled):
                    continue
                words = self._noun_words(parse, word, entry.rest)
                if words and self.conditions.hold(scene, word.i, entry.needs, entry.bars, words):
                    noun = word.head if word.pos == "ADJ" and word.head in words else word.i  # "violents combats"
                    yield self._hit(parse, entry.trigger, noun, words)
                    break

    def _held(self, parse: Parse, word: Word) -> bool:
        """True for "rebel-held", a statement of control and no event, and for "US-led", "Britain-based"."""
        hyphen = word.i > 0 and parse.words[word.i - 1].text == "-"
        return (word.lemma in HOLDING and (hyphen or (word.i > 0 and word.rel == "amod"))) or (
            hyphen and word.lemma in _LABELS
        )

    def _verb_words(self, parse: Parse, word: Word, rest: tuple[str, ...], clitics: tuple[str, ...]) -> tuple[int, ...]:
        """Return the words of a verb trigger at this verb, () where a particle, "se" or "en" is missing."""
        if clitics and not _itself(parse, word.i, clitics):
            return ()
        found = [word.i]
        at = word.i
        for part in rest:
            for k in range(at + 1, min(at + _WINDOW, len(parse.words))):
                if part in _forms(parse.words[k]) and self._tied(parse, word.i, k, at):
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
        if word.rel == "obj" and word.head != verb and parse.words[word.head].pos == "VERB":
            return word.head in parse.coordinates(verb)  # "prit la ville, provoquant la fuite" is no taking flight
        above = parse.words[word.head] if word.head >= 0 else word
        if word.prep == "de" and word.head == verb and parse.words[verb].lemma == "faire":
            return False  # "fait état de dix morts" killed nobody
        if self.language == "fr" and word.pos == "NOUN" and word.rel == "obl" and above.pos == "NOUN":
            return above.i <= last and above.i > verb  # "font état de crimes de guerre" makes no war
        if word.rel != "case":
            return True
        if any(parse.words[j].pos not in ("ADV", "PART") for j in range(last + 1, k)):
            return False
        below = parse.words[word.head]
        return below.rel != "advcl" and (below.head == verb or k == verb + 1)

    def _noun_words(self, parse: Parse, word: Word, rest: tuple[str, ...]) -> tuple[int, ...]:
        """Return the words of a noun trigger whose head is this noun: compounds stand before it, French ones after."""
        found = [word.i]
        for part in rest:
            k = self._beside(parse, found[-1])
            if not 0 <= k < len(parse.words) or part not in _forms(parse.words[k]):
                return ()
            found.append(k)
        return tuple(sorted(found))

    def _beside(self, parse: Parse, i: int) -> int:
        """Return where the next word of a noun trigger stands, outside the sentence where there is none."""
        if self.language == "en":
            return i - 1
        k = i + 1
        while self.language == "fr" and k < len(parse.words) and parse.words[k].low in _SKIP | _QUOTES:
            k += 1
        return k

    def _phrase_hits(self, scene: Scene) -> Iterator[Hit]:
        parse, parsed = scene.parse, scene.parsed
        known = self.phrases
        low = parsed.low.replace("’", "'")
        offset = parsed.sentence.span.start
        for k in [k for k, first in enumerate(scene.lows) if first in known]:
            phrases, token = known[scene.lows[k]], parsed.tokens[k]
            told = phrases.get(scene.lows[k + 1]) if k + 1 < len(scene.lows) else None
            for phrase, entry in (*(told or ()), *phrases.get("", ())):
                at = token.start - offset
                end = at + len(phrase)
                if low.startswith(phrase, at) and not low[end : end + 1].isalnum():
                    words = tuple(w.i for w in parse.words if w.start < end + offset and token.start < w.end)
                    if words:
                        head = self._phrase_head(parse, words)
                        if self.conditions.hold(scene, head, entry.needs, entry.bars, words):
                            yield self._hit(parse, entry.trigger, head, words)

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
        return Hit(trigger, head, words, span, _score(trigger, len(words)))


def _score(trigger: Trigger, size: int) -> float:
    """Return how surely a trigger of so many words means its type: the more it asks for, the surer."""
    return trigger.weight + 0.06 * len(trigger.needs) + 0.1 * (size - 1)


def _reflexive(words: str) -> tuple[tuple[str, ...], str]:
    """Return the pronouns a French verb trigger opens with and the rest of it: "se" and "en" of "s'en prendre"."""
    bare = words.removeprefix("se ").removeprefix("s'")
    if bare == words:
        return (), bare
    more = next((pronoun for pronoun in ("en", "y") if bare.startswith(f"{pronoun} ")), "")
    return (("se", more), bare[len(more) + 1 :]) if more else (("se",), bare)


def _itself(parse: Parse, verb: int, clitics: tuple[str, ...]) -> bool:
    """True where the pronouns of a trigger stand before its verb: "s'", "en" and "est" in "s'en est prise"."""
    k = verb - 1
    while k >= 0 and (parse.words[k].pos in ("AUX", "PRON", "ADV", "PART") or parse.words[k].lemma == "se"):
        k -= 1
    before = {word.low.replace("’", "'") for word in parse.words[k + 1 : verb]}
    itself = before & {"se", "s'"} or parse.kids(verb, "expl") or (verb and parse.words[verb - 1].low in _OURSELVES)
    return bool(itself) and before.issuperset(clitics[1:])


def _file(entries: _Entries, entry: _Entry, rest: list[str]) -> None:
    """Lay a trigger under the first of its further words."""
    (entries.beside[entry.rest[0]] if rest else entries.alone).append(entry)


def _within_an_actor(scene: Scene, word: Word) -> bool:
    """True for "armés" in "des hommes armés": a part of the words for who it is tells no deed."""
    return any(
        ref.noun is not None and ref.span.start < word.start < ref.span.end
        for ref in scene.actors.values()
        if ref.word < word.i
    )


def _forms(word: Word) -> tuple[str, str]:
    """Return how a word may be written in a trigger: as it stands, or as its lemma."""
    return word.low.rstrip("'"), word.lemma


_OURSELVES = frozenset({"me", "nous", "vous"})
_HURT = frozenset({"wound", "injure", "blesser"})
HOLDING = frozenset({"hold", "control", "occupy", "rule", "dominate"})
