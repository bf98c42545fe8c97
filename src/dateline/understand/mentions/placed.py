"""Names that the words around show to be places: a sentence's references in, those of lists, roads, datelines and regions out.

"The towns of X and Y", "the X-Y highway", "BEIRUT A strike killed", "Dakar, le 2 avril", "les villes du Nord". A name that a
model took for somebody's is let go; one that a theatre lists stays what it is.
"""

import re
from collections.abc import Iterator

from dateline.model import ASIDES, Span
from dateline.theatres import fold
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.memory import Memory
from dateline.understand.mentions.kind_words import of_others
from dateline.understand.mentions.naming import Naming
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Word

__all__ = ["Placed"]

_ARTICLE = r"(?:(?:[Aa]l|[Ee]l|[Aa]d|[Aa]n|[Aa]r|[Aa]s|[Aa]sh|[Aa]z)[- ])?"
_WORD = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = rf"{_ARTICLE}{_WORD}(?: {_ARTICLE}{_WORD}){{0,2}}"
_ROW = re.compile(rf"{_NAME}(?:(?:,? (?:and|et) |, ){_NAME})*")
_ROW_BEFORE = re.compile(rf"\b(?:[Tt]he|in|of) (?P<row>(?:{_NAME}, )*{_NAME},? and {_NAME}) $")
_NAMES = re.compile(_NAME)
_WAY = re.compile(
    rf"(?P<one>{_WORD})[-–](?P<other>{_ARTICLE}{_WORD}(?: {_WORD})?) (?:\w+ )?"
    r"(?:road|highway|motorway|axis|front|line|railway|corridor)\b"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.)"
_DATELINE = re.compile(
    rf"(?:^|\d{{4}} )(?P<town>[A-Z]{{4,}}(?: [A-Z]{{3,}})?)(?= (?:An?|The|At|In|On) [A-Za-z]| {_MONTH} \d| \()"
)
_OPENING = re.compile(rf"^(?P<town>{_WORD})(?=, (?:le )?\d{{1,2}}(?:er)? [a-zà-ÿ]|[ \u00a0]:[ \u00a0])")
_REGION = re.compile(
    r"(?:\b(?:du|le|au|the|dans le)\s|\b[LldD]['’])(?P<region>Nord|Sud|Est|North|South|East)(?![\w’'-]|\s[A-ZÀ-Þ])"
)
_LARGE = 10_000  # people: a town that opens a report


class Placed:
    """Notes names as places by what stands around them."""

    def __init__(self, memory: Memory, naming: Naming) -> None:
        self.memory, self.naming = memory, naming
        self._of = ("of",) if memory.lexicon.language == "en" else ("de", "d'", "d’")

    def read(self, scene: Scene) -> None:
        """Add these places to the scene."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for start, end, kind in self._rows(scene):
            for match in _NAMES.finditer(text, start, end):
                span = Span(match.start() + offset, match.end() + offset)
                self._place(scene, span, match[0], "in a row of places", hint=kind)
        if "-" in text or "–" in text:
            self._ways(scene)
        self._openings(scene)
        home = self.memory.discourse.home
        for match in _REGION.finditer(text) if home else ():
            span = Span(match.start("region") + offset, match.end("region") + offset)
            direction = self.memory.directions.get(match["region"].lower(), "")
            word = next((w for w in scene.parse.words if span.overlaps(w.span)), None)
            if direction and word is not None and not self._taken(scene, span):
                key = f"@{home}/{direction}"
                scene.places[word.i] = Ref(
                    word.i, span, "place", "name", key, "part of the country told of", (home,), direction=direction
                )

    def _openings(self, scene: Scene) -> None:
        """Note the town that a report opens with; where it was written, nothing that it tells need happen."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for pattern in (_DATELINE, _OPENING):
            match = pattern.search(text)
            if match is None or not self._opens(match["town"]):
                continue
            span = Span(match.start("town") + offset, match.end("town") + offset)
            self._place(scene, span, match["town"], "town that a report opens with", listed=True)
            written = next((i for i, ref in scene.places.items() if ref.span == span), -1)
            if written >= 0 and not text[match.end("town") :].lstrip().startswith(":"):
                ref = scene.places.pop(written)
                ref.rule = ASIDES[0]
                self.memory.beside.append(ref)

    def _rows(self, scene: Scene) -> Iterator[tuple[int, int, str]]:
        """Yield where names stand behind a word for a kind of place and "of", and the kind."""
        text, offset, words = scene.parsed.text, scene.parsed.sentence.span.start, scene.parse.words
        for word in words[:-2]:
            if word.lemma in self.memory.place_nouns and word.text.islower() and words[word.i + 1].low in self._of:
                match = _ROW.match(text, words[word.i + 2].start - offset)
                if match and (word.plural or not re.search(r",| and | et ", match[0])):
                    others = of_others(scene.parse, word.i, words[word.i + 2])
                    yield *match.span(), "" if others else self._kind(word)
        if self.memory.lexicon.language == "en":
            yield from self._rows_before(scene)

    def _rows_before(self, scene: Scene) -> Iterator[tuple[int, int, str]]:
        """Yield where names stand before the word for their kind, and the kind: "the X, Y and Z districts"."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for word in scene.parse.words[2:]:
            if word.plural and word.lemma in self.memory.place_nouns and word.text.islower():
                match = _ROW_BEFORE.search(text, 0, word.start - offset)
                if match:
                    yield *match.span("row"), self._kind(word)

    def _kind(self, word: Word) -> str:
        return self.memory.place_nouns[word.lemma][0]

    def _ways(self, scene: Scene) -> None:
        """ "The Damascus-Beirut highway": both ends, where one of them is known to be a place."""
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        for match in _WAY.finditer(text):
            ends = [
                (match[name], Span(match.start(name) + offset, match.end(name) + offset)) for name in ("one", "other")
            ]
            known = any(ref.span.overlaps(span) for _, span in ends for ref in scene.places.values())
            if known or all(name in load_gazetteer() for name, _ in ends):
                for name, span in ends:
                    self._place(scene, span, name, "end of a road")

    def _opens(self, name: str) -> bool:
        """True for a town of some size, or of the report's country."""
        gazetteer = load_gazetteer()
        return self.naming.home_has(name) or any(gazetteer.population(p.id) >= _LARGE for p in gazetteer.find(name))

    def _taken(self, scene: Scene, span: Span) -> bool:
        return any(ref.span.overlaps(span) for ref in (*scene.actors.values(), *scene.places.values()))

    def _place(self, scene: Scene, span: Span, name: str, rule: str, listed: bool = False, hint: str = "") -> None:
        """Note a place, unless its words name one already or somebody whom a theatre lists."""
        inside = [word for word in scene.parse.words if span.overlaps(word.span)]
        here = [ref for ref in scene.places.values() if ref.span.overlaps(span)]
        for ref in here:
            ref.hint = ref.hint or (hint if ref.span == span else "")
        if not inside or here:
            return
        there = {i: ref for i, ref in scene.actors.items() if ref.span.overlaps(span)}
        if any(ref.ids and not listed for ref in there.values()) or self._common(name):
            return
        for i in there:
            del scene.actors[i]
        head = inside[-1] if self.memory.lexicon.language == "en" else inside[0]
        key = f"@?{fold(name)}"
        scene.places[head.i] = Ref(head.i, span, "place", "name", key, rule, (), hint=hint)
        self.memory.discourse.see(scene.parsed.sentence.index, key, hint or "town")

    def _common(self, name: str) -> bool:
        words = fold(name).split()
        return all(w in self.memory.no_names or w in self.memory.lexicon.nouns for w in words) or (
            name.isupper() and len(name) < 4
        )
