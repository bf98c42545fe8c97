"""Who took a place, as the whole report tells it: all its drafts in, for a capture told without a doer out whose it is.

"The town has fallen" and "the liberated town of X" name nobody; another sentence tells who captured X, or who attacked it.
"""

from collections.abc import Callable, Iterator, Sequence

from dateline.model import Span
from dateline.understand.draft import Draft
from dateline.understand.holders.holding import Holding
from dateline.understand.scene import Ref, Scene

__all__ = ["TAKEN", "Takers"]

TAKEN = "told as taken"  # the rule of "the liberated town of X"
_TAKEN = frozenset(
    "liberated freed recaptured retaken reconquered reclaimed captured conquered overrun seized occupied "
    "libéré reconquis repris conquis occupé".split()
)
_ATTACKS = frozenset({"offensive", "siege", "attack"})
_REAL = ("asserted", "reported")
_BESIDE = ("amod", "acl")
_NAMING = ("obl", "compound", "appos", "flat")


class Takers:
    """Knows who took which place in one report."""

    def __init__(self, drafts: Sequence[Draft], holds: Callable[[str], bool], wide: Callable[[str], bool]) -> None:
        """`holds` says who may hold a place at all, `wide` what is a province or more, of which many take a part."""
        real = [d for d in drafts if d.modality in _REAL and d.actors and d.places]
        self.captures = [d for d in real if d.type == "capture"]
        self.attacks = [d for d in real if d.type in _ATTACKS]
        self.holds, self.wide = holds, wide

    def of(self, place: str, sentence: int) -> list[str]:
        """Return who took a place, as the nearest sentence tells that tells it; else who alone attacked it."""
        told = [d for d in self.captures if place in d.places and not self.wide(place)]
        if told:
            near = min(told, key=lambda d: abs(d.sentence - sentence))
            return list(filter(self.holds, near.actors))
        attackers = {tuple(d.actors) for d in self.attacks if place in d.places and not self.wide(place)}
        return list(filter(self.holds, attackers.pop())) if len(attackers) == 1 else []

    def told(self, scene: Scene) -> Iterator[Holding]:
        """ "The liberated town of X": it is held by who took it."""
        if _TAKEN.isdisjoint(scene.spelled):
            return
        for ref in scene.places.values():
            word = next((k for k in self._beside(scene, ref) if self._said(scene, k)), -1)
            if word < 0 or ref.form != "name":
                continue
            start, end = scene.parse.words[word].start, scene.parse.words[word].end
            span = Span(min(start, ref.span.start), max(end, ref.span.end))
            for holder in self.of(ref.key, scene.parsed.sentence.index):
                yield Holding(span, ref.key, holder, None, word, TAKEN)

    def _beside(self, scene: Scene, place: Ref) -> Iterator[int]:
        """Yield what describes a place, or the noun that it is the name of: "the liberated town of X"."""
        parse, word = scene.parse, scene.parse.words[place.word]
        yield from parse.kids(word.i, *_BESIDE)
        named = word.head if word.rel in _NAMING and word.prep in ("", "of", "de") else -1
        if named >= 0 and parse.words[named].pos == "NOUN" and named not in scene.places:
            yield from parse.kids(named, *_BESIDE)

    def _said(self, scene: Scene, k: int) -> bool:
        word = scene.parse.words[k]
        known = word.low in _TAKEN or word.low.removesuffix("s").removesuffix("e") in _TAKEN
        return known and not scene.parse.kids(k, "agent", "subj", "neg")
