"""Counts, shares and distances in a parsed sentence: their range, unit, and what people are counted as."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.lexicon import Lexicon
from dateline.understand.memory import THINGS
from dateline.understand.numbers import Numbers, NumberWord
from dateline.understand.scene import Scene
from dateline.understand.slots.locations import PLACE_WORDS
from dateline.understand.syntax import Word

__all__ = ["FigureWord", "Figures"]

_NOW = re.compile(
    r"\s+(?:today|now|at present|currently|aujourd['’]hui|maintenant|à présent|actuellement)(?=[\s.,;)]*$|\s*[,;])",
    re.I,
)
_AFTER = 5  # words after a number in which its unit stands
_NAMED = re.compile(
    r"\b(?:resolution|article|no\.?|number|page|chapter|line|flight|channel|kilometre|km|room|group|g|phase|day|highway|m|route|unit|brigade|division|battalion)\s*$",
    re.I,
)
_PART = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom)|dont|parmi (?:eux|elles|lesquels))\s+"
    r"(?:at least |about |au moins )?$",
    re.I,
)
_DATE_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|during|from|en|de|depuis|avant|late|early|mid)|[A-Za-zéû]{3,9}\.?)\s*$", re.I
)


@dataclass(slots=True, eq=False)
class FigureWord:
    """A figure found: the number, its whole span in the article, unit, role and the word that carries its unit."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    role: str
    word: int
    whole: "FigureWord | None" = None  # the count this one is a part of: "12 people, including 4 children"


class Figures:
    """Finds the figures of one language."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = codebook.figures[lexicon.language]
        self.numbers = Numbers(self.words)
        self.units = {fold_unit(word): unit for unit, words in self.words.units.items() for word in words}
        self.months = frozenset(codebook.times[lexicon.language].months)
        classes = codebook.classes
        self.things = frozenset(
            word for name in THINGS for word in classes.get(name, {}).get(lexicon.language, frozenset())
        )
        self.roles = {word: role for role, words in self.words.roles.items() for word in words}

    def find(self, scene: Scene, dates: Sequence[Span] = ()) -> list[FigureWord]:
        """Return the sentence's figures from left to right; numbers inside `dates` are none."""
        text = scene.parsed.text
        out: list[FigureWord] = []
        for number in self.numbers.find(text):
            at = number.core + scene.parsed.sentence.span.start
            figure = None if any(d.start <= at < d.end for d in dates) else self._figure(scene, text, number)
            if out and out[-1].unit == "person" and (now := _NOW.match(text[number.end :])):
                figure = self._left(scene, number, out[-1], now.end())
            if figure:
                before = text[: figure.span.start - scene.parsed.sentence.span.start]
                if out and _PART.search(before) and out[-1].unit == "person" == figure.unit:
                    figure.whole = out[-1].whole or out[-1]
                    figure.role = figure.role or figure.whole.role
                out.append(figure)
        return out

    def _figure(self, scene: Scene, text: str, number: NumberWord) -> FigureWord | None:
        offset = scene.parsed.sentence.span.start
        before, after = text[: number.core], text[number.end :]
        if re.match(r"\s*(?:%|per\s?cent|pour\s?cent)", after, re.I):
            size = re.match(r"\s*(?:%|per\s?cent|pour\s?cent)", after, re.I)
            assert size is not None
            word = self._word_at(scene, number.end + offset - 1)
            return FigureWord(
                Span(number.start + offset, number.end + size.end() + offset),
                number.low,
                number.high,
                "percent",
                "",
                word,
            )
        if _NOW.match(after):
            return None  # nothing is named that it would count
        if _NAMED.search(before) or re.search(r"[$€£]\s*$", before) or self._is_year(text, number):
            return None
        unit, end, word = self._unit(scene, number.end + offset)
        if unit is None:
            return self._bare(scene, number, offset)
        if unit == "":
            return None
        role = self._role(scene, word) if unit in ("person", "family") else ""
        return FigureWord(Span(number.start + offset, end), number.low, number.high, unit, role, word)

    def _left(self, scene: Scene, number: NumberWord, before: FigureWord, more: int) -> FigureWord:
        """ "160,000 people lived there, but only a few thousand today": what was counted before, counted again."""
        offset = scene.parsed.sentence.span.start
        span = Span(number.start + offset, number.end + more + offset)
        return FigureWord(
            span, number.low, number.high, before.unit, before.role, self._word_at(scene, number.core + offset)
        )

    def _is_year(self, text: str, number: NumberWord) -> bool:
        raw = text[number.core : number.end]
        return bool(re.fullmatch(r"(?:19|20)\d\d", raw)) and bool(_DATE_BEFORE.search(text[: number.core]))

    def _unit(self, scene: Scene, at: int) -> tuple[str | None, int, int]:
        """Return the unit after a number ("" for what is no figure, None where nothing countable follows), its end and word."""
        words = [w for w in scene.parse.words if w.start >= at][:_AFTER]
        last: Word | None = None
        for word in words:
            low = word.low
            if word is words[0] and low in _ANEW:
                return "", word.end, word.i  # "le 19 une offensive", "porte à 7 le nombre"
            if low in self.words.skip or word.lemma in self.words.skip or low in self.months:
                return "", word.end, word.i
            if low in (
                "of",
                "de",
                "d'",
                "des",
                "the",
                "les",
                "la",
                "le",
                "l'",
                "his",
                "its",
                "their",
                "other",
                "autres",
            ) or word.pos in ("ADJ", "ADV", "DET", "NUM"):
                if word.pos == "ADJ" and (low in self.words.people or self._counted(word) == "person"):
                    last = word
                    break
                continue
            if word.text in (",", "-", "–", "'s") and last is None:
                continue
            if word.pos in ("NOUN", "PROPN") or word.lemma in self.words.people or low in self.words.people:
                last = self._head(scene, word)
                break
            if word.name >= 0:
                last = word
                break
            break
        if last is None:
            return None, 0, -1
        # a name that is counted without a noun stands for its people: "60 Afghans"
        return self._counted(last) or ("person" if last.name >= 0 else last.lemma), last.end, last.i

    def _head(self, scene: Scene, word: Word) -> Word:
        """From a compound to its head noun: "280 ISIS fighters"."""
        parse = scene.parse
        while (
            word.rel in ("compound", "nmod")
            and word.head > word.i
            and word.head - word.i < 4
            and parse.words[word.head].pos in ("NOUN", "PROPN")
        ):
            word = parse.words[word.head]
        return word

    def _counted(self, word: Word) -> str:
        """Return the unit a noun stands for; every noun for humans is person."""
        low = word.low if word.name < 0 else word.noun  # "soldats russes" are soldiers
        unit = self.units.get(low) or self.units.get(word.lemma)
        if not unit and word.lemma in self.things:
            return word.lemma
        if unit:
            return unit
        if low in self.words.people or word.lemma in self.words.people:
            return "person"
        if word.pos in ("NOUN", "PROPN") and word.text[0].isupper() and fold(low) in self.lexicon.demonyms:
            return "person"  # "des milliers d'Afghans"
        nouns = self.lexicon.nouns.get(fold(low), []) or self.lexicon.nouns.get(fold(word.lemma), [])
        for words, noun in nouns:
            if len(words) == 1 and noun.kind in HUMANS and fold(low) not in COLLECTIVES:
                return "person"
        return ""

    def _bare(self, scene: Scene, number: NumberWord, offset: int) -> FigureWord | None:
        """A number without a noun counts people where it is the object of killing, wounding and the like ("killing 12")."""
        word = self._word_at(scene, number.core + offset)
        if word < 0:
            return None
        head = scene.parse.words[word].head
        role = self.roles.get(scene.parse.words[head].lemma, "") if head >= 0 else ""
        if counted := self._toll(scene, word):
            return FigureWord(
                Span(number.start + offset, number.end + offset), number.low, number.high, "person", counted, word
            )
        if role not in ("killed", "wounded", "captured", "displaced", "evacuated") or scene.parse.words[
            word
        ].rel not in ("obj", "subj", "subj:pass", "num", "conj"):
            return None
        if (number.low or 0) in (1.0,) and not number.high:
            return None
        return FigureWord(
            Span(number.start + offset, number.end + offset), number.low, number.high, "person", role, word
        )

    def _toll(self, scene: Scene, word: int) -> str:
        """Return whom a number counts that a verb sets a count to: "put the number of dead at 900", "the toll rose to 43"."""
        parse = scene.parse
        number = parse.words[word]
        if number.head < 0 or number.prep not in _SETS_TO:
            return ""
        for k in parse.kids(number.head, "obj", "subj", "subj:pass"):
            if parse.words[k].lemma in _COUNTS:
                below = (k, *(w.i for w in parse.words if k in list(parse.ancestors(w.i))[:2] and w.i != word))
                found = next((role for i in below if (role := self._named(parse.words[i])) in _HARM), "")
                if found:
                    return found
        return ""

    def _word_at(self, scene: Scene, at: int) -> int:
        return next((w.i for w in scene.parse.words if w.start <= at < w.end), -1)

    def _role(self, scene: Scene, word: int) -> str:
        """Return what people are counted as: by participles at the noun, the verb above it, then the noun itself."""
        parse = scene.parse
        noun = parse.words[word]
        for k in [*parse.kids(word, "acl", "relcl", "amod"), word + 1]:
            if k < len(parse.words) and (
                parse.words[k].pos in ("VERB", "ADJ") or parse.words[k].tense or k == word + 1
            ):
                role = self._named(parse.words[k])
                if role and role not in ("fighter",):
                    return role
        own = self._named(noun)
        above = parse.words[noun.head] if noun.head >= 0 else None
        if above is not None and noun.prep in ("of", "de") and above.lemma in PLACE_WORDS and own in ("", "resident"):
            return "resident"  # "a town of 100,000 people"
        if own and own not in ("fighter", "resident", "captured"):
            return own
        for k in list(parse.ancestors(word))[:3]:
            if parse.words[k].pos == "NOUN" and noun.rel == "conj" and self._named(parse.words[k]) == "fighter":
                continue  # "four soldiers and several civilians"
            if parse.words[k].lemma in _MADE_UP:  # "those killed include 14 children"
                for c in parse.subjects(k):
                    for part in (c, *parse.kids(c, "acl", "amod", "relcl")):
                        if role := self._named(parse.words[part]):
                            return role
            grown = [self._named(parse.words[c]) for c in parse.subjects(k)]
            if "resident" in grown and parse.words[word].rel != "subj":
                return "resident"  # "the camp's population fell from 200,000 people"
            role = self._named(parse.words[k])
            if role and not (role == "fighter" and parse.words[k].pos == "VERB"):
                return role
            if parse.words[k].rel == "conj" and parse.words[k].pos == "VERB":
                break  # what its partner tells is told of others
            if parse.words[k].rel in ("ccomp", "root") and parse.words[k].pos != "NOUN":
                for c in parse.kids(k, "xcomp", "advcl"):
                    role = self._named(parse.words[c])
                    if role and not parse.kids(k, "obj"):
                        return role
                break
        return own

    def _named(self, word: Word) -> str:
        role = self.roles.get(word.lemma) or self.roles.get(word.low, "")
        return role or self.roles.get(word.noun) or self.roles.get(word.noun.removesuffix("s"), "")


_COUNTS = frozenset("toll number count tally figure bilan nombre chiffre total".split())
_SETS_TO = frozenset({"at", "to", "à"})
_HARM = frozenset({"killed", "wounded", "missing", "displaced", "captured"})
_ANEW = frozenset({"un", "une", "le", "la", "l'"})
_MADE_UP = frozenset({"include", "comprise", "be", "compter", "comprendre", "figurer"})
HUMANS = frozenset({"civilian group", "armed group", "person", "state force", "source"})
COLLECTIVES = frozenset(
    "group groups groupes militias milices forces army armies factions brigades organisations organizations "
    "outfits police units warplanes jets aircraft".split()
)


def fold_unit(word: str) -> str:
    """Return a unit's word as it is looked up."""
    return word.lower()
