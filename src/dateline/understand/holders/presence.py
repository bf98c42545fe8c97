"""Who stands in a place without a word of holding it: a sentence in, "positions of X in Y" and "X fighters in Y" out.

Weak statements: what an armed group has somewhere is a part of the place. An army stands in its own country everywhere, and a
base abroad makes no ruler, so only armed groups are meant; and to be somewhere in a country is to hold nothing that has a name.
"""

import re
from collections.abc import Iterator
from itertools import product

from dateline.codebook import Codebook
from dateline.model import Span
from dateline.understand.coding.triggers import Triggers
from dateline.understand.draft import Draft
from dateline.understand.holders.holding import IN, PRESENT, Holding, LastPlaces
from dateline.understand.holders.land import Land
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.locations import PLACE_WORDS, unlisted
from dateline.understand.slots.roles import Roles

__all__ = ["Presence"]

_ARMED = "armed group"
_MADE = frozenset({"as", "into", "comme"})
# "X fighters are still in Y": what stands between the two.
_STANDING = re.compile(
    r" (?:are|were|is|was|have been|remain|remains|remained|stay|stayed|sont|étaient|restent|demeurent|se trouv(?:ent|aient))"
    r"(?: (?:still|now|already|also|present|active|holed up|encore|toujours|déjà|désormais|présents|actifs|basés))*"
    r" (?:in|inside|within|across|dans|à|au|en) (?:the |la |le |l['’])?"
    r"(?:(?:city|town|village|camp|district|province|ville|village|quartier|région) (?:of |d(?:e |u |['’])))?",
    re.I,
)
_TALKS = frozenset("talk negotiation delegation meeting summit négociation pourparlers délégation réunion".split())
_LAST = frozenset("last remaining surviving dernier derniers dernière dernières ultimes restants".split())
_OF = frozenset({"of", "de"})
_PARTS = frozenset(
    "centre center outskirts suburbs heart centre-ville faubourgs périphérie".split()
)  # of the town spoken of
_REACH = 6  # words behind "positions of X in" among which the place stands


class Presence:
    """Finds the statements of presence of one language."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon, roles: Roles, land: Land) -> None:
        triggers = (t for t in codebook.presence.triggers if t.language == lexicon.language)
        self.triggers = Triggers(codebook, lexicon, triggers)
        self.lexicon, self.roles, self.land = lexicon, roles, land

    def find(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """Yield what a sentence tells of posts and of fighters."""
        yield from self._posts(scene, last)
        yield from self._fighters(scene)
        yield from self._standing(scene, last)

    def _posts(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """ "The positions of X in Y", "X fighters positioned in Y"."""
        for hit in self.triggers.find(scene):
            if scene.parse.words[hit.head].prep in _MADE:
                continue  # "used the town as a base": the town is told of by the verb
            draft = Draft(scene, hit, "control")
            self.roles.fill(draft)
            spans = [hit.span, *(e.span for e in draft.evidence if e.span.end)]
            behind = [] if draft.places else self._right_behind(scene, max(s.end for s in spans))
            nouns = (hit.head, *(k for slot in IN for k in scene.parse.slot(hit.head, slot)))
            parts = (self.land.part(scene, k, last.at(scene, hit.span.start)) for k in nouns)
            unnamed = [part for part in parts if part and not unlisted(part)][:1]
            places = draft.places or [ref.key for ref in behind] or unnamed
            places = self.land.parts(scene, list(filter(None, places))) or self._around(scene, hit.head)
            spans += [ref.span for ref in behind]
            span = Span(min(s.start for s in spans), max(s.end for s in spans))
            if hit.trigger.part == "phrase":
                places = [
                    p for p in places if not self.lexicon.wide(p)
                ]  # to be active in a province is to be anywhere in it
            rule, negated = f"{PRESENT} {hit.trigger.words}", scene.parse.negated(hit.head)
            for place, who in product(filter(self._some_spot, places), self._groups(draft.actors)):
                yield Holding(span, place, who, None, hit.head, rule, negated)

    def _right_behind(self, scene: Scene, end: int) -> list[Ref]:
        """ "Struck positions of X in the town of Y": whatever the model hung "in" on; with Y those joined to it."""
        words = scene.parse.words
        following = [w for w in words if w.start >= end and w.pos != "PUNCT"]
        if not following or following[0].low not in IN:
            return []
        for word in following[1:_REACH]:
            if word.i in scene.places:
                return [scene.places[k] for k in scene.parse.coordinates(word.i) if k in scene.places]
            said = word.lemma in PLACE_WORDS or word.low in self.land.directions  # "the town of", "the north of"
            if not said and word.pos not in ("ADP", "DET", "ADJ"):
                break
        return []

    def _around(self, scene: Scene, noun: int) -> list[str]:
        """ "In the town of Y the army struck a base of X": where it is struck it lies."""
        parse = scene.parse
        verb = next((k for k in parse.ancestors(noun) if parse.words[k].pos in ("VERB", "AUX")), -1)
        told = [k for k in parse.kids(verb, "obl") if parse.words[k].prep in IN] if verb >= 0 else []
        refs = [scene.places[c] for k in told for c in (k, *parse.kids(k, "obl", "compound")) if c in scene.places]
        return [ref.key for ref in refs if ref.form == "name"]

    def _fighters(self, scene: Scene) -> Iterator[Holding]:
        """ "X fighters in Y", "the Z branch in Y": an armed actor's noun with a place right behind it."""
        for i, ref in scene.actors.items():
            last = self._last_ones(scene, i) and self._groups([ref.key])
            if not last and (ref.noun is None or ref.noun.kind != _ARMED or ref.rule != "noun with its name"):
                continue
            for place in self._behind(scene, i, IN | _OF if last else IN):
                span = Span(ref.span.start, place.span.end)
                yield Holding(span, self.land.around(scene, place), ref.key, None, i, "force in place")

    def _standing(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """ "X fighters are still in Y", "the rebels remain in the town", "... in its centre"."""
        offset, text = scene.parsed.sentence.span.start, scene.parsed.text
        for i, ref in scene.actors.items():
            match = _STANDING.match(text, ref.span.end - offset)
            if match is None or not self._groups([ref.key]) or _TALKS & scene.spelled:
                continue
            end = match.end() + offset
            place = next((p for p in scene.places.values() if p.span.start <= end < p.span.end), None)
            word = next((w for w in scene.parse.words if w.start == end), None)
            part = last.at(scene, ref.span.start).town if word is not None and word.low in _PARTS else ""
            if place is not None and self._some_spot(place.key):
                span, where = Span(ref.span.start, place.span.end), self.land.around(scene, place)
                yield Holding(span, where, ref.key, None, i, f"{PRESENT} {match[0].split()[0]}")
            elif part and word is not None and not any(k in scene.places for k in scene.parse.kids(word.i, "obl")):
                yield Holding(
                    Span(ref.span.start, word.end), part, ref.key, None, i, f"{PRESENT} {match[0].split()[0]}"
                )

    def _last_ones(self, scene: Scene, noun: int) -> bool:
        """True for "the last rebels of X", "the remaining Y fighters in X": where there is a last one, they stand."""
        return any(scene.parse.words[k].low in _LAST for k in scene.parse.kids(noun, "amod"))

    def _behind(self, scene: Scene, noun: int, preps: frozenset[str]) -> Iterator[Ref]:
        for k in scene.parse.kids(noun, "obl"):
            place = scene.places.get(k)
            if place and place.form == "name" and scene.parse.words[k].prep in preps and self._some_spot(place.key):
                yield place

    def _some_spot(self, place: str) -> bool:
        """True for all but a whole country: "northern Iraq" is a part of one."""
        return "/" in place or not self.lexicon.is_country(place)

    def _groups(self, keys: list[str]) -> list[str]:
        """Return the armed groups among some actors; of "X terrorists" those with a name."""
        groups = [a for key in keys if (a := self.lexicon.actor(key)) is not None and a.kind == _ARMED]
        named = [a for a in groups if a.name[0].isupper()]
        return [a.id for a in named or groups]
