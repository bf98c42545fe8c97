"""Counts, shares and distances in a parsed sentence: their range, unit, and what people are counted as."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.counted_as import CountedAs
from dateline.understand.lexicon import Lexicon
from dateline.understand.memory import THINGS
from dateline.understand.numbers import Numbers, NumberWord
from dateline.understand.scene import Scene
from dateline.understand.syntax import Word

__all__ = ["FigureWord", "Figures"]

_NOW = re.compile(
    r"\s+(?:today|now|at present|currently|aujourd['’]hui|maintenant|à présent|actuellement)(?=[\s.,;)]*$|\s*[,;])",
    re.I,
)
_AFTER = 7  # words after a number in which its unit stands
_NAMED = re.compile(
    r"(?<!same )(?<!that )(?<!next )(?<!this )"
    r"\b(?:resolution|article|no\.?|number|page|chapter|line|flight|channel|kilometre|km|room|group|g|phase|day|highway|m|route|unit|brigade|division|battalion)\s*$",
    re.I,
)
_PART = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom)|dont|parmi (?:eux|elles|lesquels))\s+"
    r"(?:at least |about |au moins )?$",
    re.I,
)
_NUMBER_OF = re.compile(  # "évalue à 700 le nombre de morts"
    r"\s+(?:le (?:nombre|total)|the (?:total |overall )?number)(?: total)? (?:des? |d['’]|of (?:the )?)"
)
_STOREYS = re.compile(
    r"[\s-](?:stor(?:e?y|eys|ies)|star|star-rated|[ée]tages?|storey\w*)\b", re.I
)  # of a house, not counted
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
        self.counted_as = CountedAs(self.words.roles)

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
        if _STOREYS.match(after):
            return None
        number_of = _NUMBER_OF.match(after)
        unit, end, word = self._unit(scene, number.end + offset + (number_of.end() if number_of else 0))
        if unit is None:
            return self._bare(scene, number, offset)
        if unit == "":
            return None
        role = self.counted_as.role(scene.parse, word) if unit in ("person", "family") else ""
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
        joined = -1  # the last word of one with a hyphen: "two booby-trapped houses"
        for n, word in enumerate(words):
            low = word.low
            if n == 0 and low in _ANEW:
                return None, word.end, word.i  # "le 19 une offensive", "porte à 7 le nombre"
            if low in self.words.skip or low in self.months or (word.lemma in self.words.skip and low not in _OTHERS):
                return "", word.end, word.i
            joined = max(joined, n + 2 if _hyphened(words[n : n + 4]) else -1)
            if n <= joined:
                continue
            if low in _PASSED or word.pos in ("ADJ", "ADV", "DET", "NUM"):
                if low in _A:
                    break  # "injured scores, a monitor said"
                if word.pos == "ADJ" and (low in self.words.people or self._counted(word) == "person"):
                    last = word
                    break
                continue
            if word.text in (",", "-", "–", "'s") and last is None:
                continue
            if low in _OF_THEM and n and words[n - 1].low in _OF:
                continue  # "three of them children"
            if word.pos in ("NOUN", "PROPN") or word.lemma in self.words.people or low in self.words.people:
                last = self._head(scene, word)
                break
            if word.name >= 0:
                last = word
            break
        if last is None:
            return None, 0, -1
        # a name that is counted without a noun stands for its people: "60 Afghans"
        unit = self._counted(last) or ("person" if last.name >= 0 else last.lemma)
        return self._squared(unit, scene.parse.words[last.i - 1 : last.i + 2]), last.end, last.i

    def _squared(self, unit: str, around: Sequence[Word]) -> str:
        square = any(w.low in _SQUARE for w in around)
        return f"square {unit}" if square and unit in ("kilometre", "mile", "metre") else unit

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
        parse, word = scene.parse, self._word_at(scene, number.core + offset)
        if word < 0:
            return None
        span = Span(number.start + offset, number.end + offset)
        if counted := self.counted_as.toll(parse, word):
            return FigureWord(span, number.low, number.high, "person", counted, word)
        if (noun := self.counted_as.number_of(parse, word)) >= 0:
            unit = self._counted(parse.words[noun]) or parse.words[noun].lemma
            return FigureWord(span, number.low, number.high, unit, "", word)
        if (number.low or 0) in (1.0,) and not number.high:
            return None
        if parse.words[word].rel in _COUNTING and (role := self.counted_as.bare(parse, word)):
            return FigureWord(span, number.low, number.high, "person", role, word)
        return None

    def _word_at(self, scene: Scene, at: int) -> int:
        return next((w.i for w in scene.parse.words if w.start <= at < w.end), -1)


_COUNTING = frozenset({"obj", "subj", "subj:pass", "num", "conj", "root"})
_PASSED = frozenset("of de d' des the les la le l' his its their other autres".split())
_OTHERS = frozenset({"autres"})
_A = frozenset({"a", "an"})
_OF, _OF_THEM = frozenset({"of", "among"}), frozenset({"them"})
_SQUARE = frozenset({"square", "sq", "carré", "carrés"})
_ANEW = frozenset({"un", "une", "le", "la", "l'"})
HUMANS = frozenset({"civilian group", "armed group", "person", "state force", "source"})
COLLECTIVES = frozenset(
    "group groups groupes militias milices forces army armies factions brigades organisations organizations "
    "outfits police units warplanes jets aircraft".split()
)


def _hyphened(words: Sequence[Word]) -> bool:
    """True for "booby-trapped houses": two words joined by a hyphen that say of which kind the third is."""
    if len(words) < 4 or words[1].text != "-" or words[0].end != words[1].start or words[1].end != words[2].start:
        return False
    return words[2].low.endswith(_PARTICIPLES) and words[3].pos in ("NOUN", "PROPN", "ADJ", "VERB")


_PARTICIPLES = ("ed", "ing", "led", "held", "built", "run", "made", "born", "affiliated")


def fold_unit(word: str) -> str:
    """Return a unit's word as it is looked up."""
    return word.lower()
