"""What is said goes on: an open quotation or "X said:" in, the sentences behind it that are still X's words out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Span
from dateline.understand.mentions.discourse import Discourse
from dateline.understand.scene import Ref, Scene

__all__ = ["GOES_ON", "GoingOn", "Speech"]

GOES_ON = "quotation goes on"
_HEADED = 6  # words of a line that names who speaks in the next
_QUOTE = re.compile(r"[\"“«]")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_OURS = re.compile(r"\b(we|our|us|I|my|nous|notre|nos|je|mon|ma)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Speech:
    """One act of saying in a sentence: its verb (-1 for "according to X"), the speakers and the words it covers."""

    verb: int
    speakers: list[Ref]
    scope: set[int]
    rule: str
    whole: bool = False


@dataclass(slots=True, eq=False)
class GoingOn:
    """Remembers from one sentence to the next who speaks in an open quotation, or was announced with a colon."""

    text: str  # the report's
    open_quote: bool = False
    announced: bool = False  # the sentence before ended in a colon: what follows is its speaker's
    told_to: int = 0  # where the sentence before ended
    said_to: int = 0  # how far goes what was announced
    carried: tuple[str, ...] = field(default=())

    def over(self, scene: Scene) -> list[Speech]:
        """Return the speech that goes on in a sentence which names no speaker of its own."""
        span = scene.parsed.sentence.span
        if self.announced and "\n" in self.text[self.told_to : span.start]:
            self.said_to = self._statement_end(span.start)
        announced = self.announced or span.start < self.said_to
        if not self.carried or not (self.open_quote or _quoted(scene.parsed.text) or announced):
            return []
        refs = [Ref(-1, Span(0, 0), "actor", "name", key, "carried over") for key in self.carried]
        return [Speech(-1, refs, set(range(len(scene.parse.words))), GOES_ON, whole=True)]

    def note(self, scene: Scene, found: Sequence[Speech], discourse: Discourse, asks: bool) -> None:
        """Note who speaks on after a sentence; `asks` where it has a verb of saying and nobody who says it."""
        text = scene.parsed.text
        self.told_to = scene.parsed.sentence.span.end
        self._quotes(text)
        spoken = tuple(dict.fromkeys(ref.key for speech in found for ref in speech.speakers if ref.key))
        announces = text.rstrip().endswith(":")
        if spoken:
            self.carried = spoken
            discourse.speakers = spoken
            discourse.voices.extend(spoken)
        elif not self.open_quote and not _quoted(text) and not announces:
            self.carried = ()
        if announces and asks:
            self.carried = discourse.speakers  # "and adds:": who spoke last
        elif announces and not found and len(scene.parse.words) <= _HEADED:
            names = [ref.key for ref in scene.actors.values() if ref.form == "name"]
            self.carried = tuple(names) if len(names) == 1 else self.carried  # a line of its own: "Ali Ahmad:"
        self.announced = announces and bool(self.carried)

    def _statement_end(self, start: int) -> int:
        """Return how far goes what a line ending in a colon announces: its line, or all lines told as "we" and "I".

        A quotation tells by its marks how far it goes; another line that ends in a colon announces somebody else.
        """
        at = last = self._line_end(start)
        while at < len(self.text):
            line = self.text[at + 1 : (end := self._line_end(at + 1))]
            if line.rstrip().endswith(":") or _QUOTE.search(self.text[start:at].strip()[:1]):
                break
            at = end
            if _OURS.search(_QUOTED.sub("", line)):
                last = end
        return last

    def _line_end(self, start: int) -> int:
        return (self.text.find("\n", start) + 1 or len(self.text) + 1) - 1

    def _quotes(self, text: str) -> None:
        """Note whether a quotation is open at the end of a sentence."""
        opens, closes = text.count("“") + text.count("«"), text.count("”") + text.count("»")
        straight = text.count('"') % 2 == 1
        if opens > closes or (straight and not self.open_quote):
            self.open_quote = True
        elif closes > opens or straight:
            self.open_quote = False


def _quoted(text: str) -> bool:
    """True where a sentence opens with a quotation mark: nobody else is named, so the last speaker goes on."""
    return text.lstrip()[:1] in tuple('"“«')
