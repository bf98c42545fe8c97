"""Unknown names with a word for a kind of place beside them: a sentence in, "Zubdiya neighbourhood", "the village of X" out.

"Al-Shifa hospital", "the Azovstal steel plant", "l'aéroport X" are told so too, whatever a model took the name for.
"""

from collections.abc import Iterator

from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.memory import Memory
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Parse, Word

__all__ = ["KindWords", "is_short", "of_others"]

_LONGEST = 3  # words of a name
_ADJECTIVAL = ("an", "ian", "ese", "ite")
_OF = frozenset({"of", "de", "d'", "d’", "du", "des"})
_AREAS = frozenset({"area", "region", "axis", "front"})
_WHERE = frozenset("in at near around from to into on".split())
_ARTICLES = frozenset("al el ad an ar as ash at az".split())
# Kinds whose word beside a name says that it is a place's; an area or a country may be called after anybody.
_TELLING = frozenset({"city", "town", "village", "neighbourhood", "district", "camp", "island", "air base"})


class KindWords:
    """Tells the kind of place that the words beside a name say it is."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kinds = {word: kinds[0] for word, kinds in memory.place_nouns.items() if kinds[0] in _TELLING}
        self.kinds |= {word: word for word in memory.features if word not in self.kinds}

    def read(self, scene: Scene) -> None:
        """Note names that nothing else found."""
        words, offset = scene.parse.words, scene.parsed.sentence.span.start
        for run in self._runs(scene):
            hint = self.beside(scene.parse, run[0].i, run[-1].i) or self._area(scene.parse, run[0].i, run[-1].i)
            text = scene.parsed.text[run[0].start - offset : run[-1].end - offset]
            adjective = len(run) == 1 and (run[0].pos == "ADJ" or text.endswith(_ADJECTIVAL))  # "a Damascan suburb"
            if not hint or adjective or is_short(text) or all(fold(word.text) in self.memory.no_names for word in run):
                continue
            head = next((word for word in run if not run[0].i <= word.head <= run[-1].i), run[-1])
            joined = run[0].i > 1 and words[run[0].i - 1].text == "-" and fold(words[run[0].i - 2].text) in _ARTICLES
            span = Span(words[run[0].i - 2].start if joined else run[0].start, run[-1].end)
            key = f"@?{fold(text)}"
            scene.places[head.i] = Ref(head.i, span, "place", "name", key, "kind word beside", hint=hint)
            self.memory.discourse.see(scene.parsed.sentence.index, key, hint)

    def beside(self, parse: Parse, first: int, last: int) -> str:
        """Return the kind that the words around the words `first` to `last` tell, "" where they tell none."""
        words = parse.words
        behind = words[last + 1 : last + 3]
        if self.memory.lexicon.language == "en" and behind:
            if kind := self._kind(behind[0]):
                return kind
            if len(behind) == 2 and behind[0].pos in ("NOUN", "ADJ") and behind[0].text.islower():
                return self._kind(behind[1])  # "steel plant", "residential neighbourhood"
            of = first > 1 and words[first - 1].lemma in _OF and not of_others(parse, first - 2, words[first])
            return self._kind(words[first - 2]) if of else ""
        before = first - 2 if first > 1 and words[first - 1].low in _OF else first - 1
        return self._kind(words[before]) if first and before >= 0 else ""

    def _area(self, parse: Parse, first: int, last: int) -> str:
        """ "At Shabellow area": an area may be called after anybody, but one where something is lies at a place."""
        behind = parse.words[last + 1] if last + 1 < len(parse.words) else None
        before = parse.words[first - 1].low if first else ""
        before = parse.words[first - 2].low if before in ("the", "-") and first > 1 else before
        return "area" if behind is not None and behind.low in _AREAS and before in _WHERE else ""

    def _kind(self, word: Word) -> str:
        return self.kinds.get(word.lemma, "") if word.text.islower() and not word.plural else ""

    def _runs(self, scene: Scene) -> Iterator[list[Word]]:
        """Yield the words with capitals that stand together and name nobody yet."""
        run: list[Word] = []
        taken = {*scene.actors, *scene.places}
        spans = [ref.span for ref in (*scene.actors.values(), *scene.places.values()) if ref.form == "name"]
        for word in scene.parse.words:
            free = word.i not in taken and word.name < 0 and word.pos in ("PROPN", "NOUN", "ADJ")
            free = free and not any(span.covers(word.span) for span in spans)
            joined = bool(run) and run[-1].end == word.start
            part = joined and run[-1].text == "-"  # "Boy-Rabe" is nobody's boy
            if free and word.text[0].isupper() and (part or not self._role(scene.parse, word)):
                run.append(word)
                continue
            if joined and word.text == "-":
                run.append(word)
                continue
            run = run[:-1] if run and run[-1].text == "-" else run
            while len(run) > 1 and run[0].pos == "ADJ" and run[0].text.endswith(_ADJECTIVAL):
                run = run[1:]  # "the mainly Christian X neighbourhood"
            named = [word for word in run if word.text != "-" and fold(word.text) not in _ARTICLES]
            if 0 < len(named) <= _LONGEST and (run[0].i or len(run) > 1 or run[0].pos == "PROPN"):
                yield run
            run = []

    def _role(self, parse: Parse, word: Word) -> bool:
        """True for a common noun for somebody, or for a kind of place, that begins no name of several parts."""
        behind = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else None
        if behind is not None and behind.text == "-" and behind.start == word.end:
            return False
        return fold(word.text) in self.memory.lexicon.nouns or word.lemma in self.kinds


def of_others(parse: Parse, kind: int, word: Word) -> bool:
    """True for the Kabul of "the Karteh district of Kabul" and of "two districts of Kabul": those are districts, not it."""
    if kind != word.i - 2 or parse.language != "en":
        return False
    before = parse.words[kind - 1] if kind else None
    named = before is not None and before.text[0].isupper() and before.pos in ("PROPN", "NOUN", "ADJ")
    named = named and before is not None and before.rel != "amod"  # "the Syrian city of Homs"
    return named or (parse.words[kind].plural and len(parse.coordinates(word.i)) == 1)


def is_short(text: str) -> bool:
    """True for a short form in capitals: "TNLA villages" are not a place of that name."""
    return text.isupper() and len(text) <= 5
