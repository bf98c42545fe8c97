"""Which place a word of holding is about: a sentence and the draft of its statement in, the keys of the places out."""

import re

from dateline.understand.draft import Draft
from dateline.understand.holders.holding import ANYWHERE, IN, TOWN_WORDS, LastPlaces
from dateline.understand.holders.land import Land
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene
from dateline.understand.slots.locations import PLACE_WORDS
from dateline.understand.syntax import CLAUSES, Parse, Word

__all__ = ["HeldPlaces"]

# What stands between a place and the noun that says whose stronghold it is.
_APPOSED = re.compile(r",?\s+(?:the|an?|its|their|le|la|l['’]|une?|son|leur)\b[^,;:.()]{0,40}$", re.I)
_NEW = frozenset({"a", "an", "another", "un", "une", "des"})
_KNOWN = frozenset({"the", "this", "that", "le", "la", "l'", "l’", "cette", "ce"})
_CAPITALS = frozenset({"capital", "capitale"})
_MUCH = frozenset("much most part parts half all".split())  # behind "control" that the model takes for a noun
_OVER = frozenset({"over", "on", "sur"})
_BELOW_NOUN = ("acl", "relcl", "amod")


class HeldPlaces:
    """Finds the places that statements of control are about."""

    def __init__(self, lexicon: Lexicon, land: Land, features: frozenset[str]) -> None:
        """`features` are words for what lies in a town, as an airport does."""
        self.lexicon, self.land, self.features = lexicon, land, features

    def find(self, scene: Scene, draft: Draft, last: LastPlaces) -> list[str]:
        """Return the places that a statement is about: all that are held, or the one that the words stand for."""
        parse = scene.parse
        if draft.hit.trigger.part == "noun":
            draft.places = [key for key in draft.places if not self._of_another(scene, draft, key)]
        before = self._named_before(scene, draft, last) if draft.hit.trigger.part == "noun" else ""
        if before:
            return [before]
        under = next((k for k in parse.kids(draft.head, "case") if parse.words[k].low in ("under", "sous")), 0)
        if under and under - 1 in scene.places:
            return [scene.places[under - 1].key]  # "put the area under militant control at"
        held = draft.hit.trigger.part == "verb" and any(k in scene.places for k in parse.objects(draft.head))
        around = [r for r in scene.places.values() if r.key in draft.places and parse.words[r.word].prep in IN]
        if around and not held and all(self.lexicon.is_country(key) for key in draft.places):
            return self._inside(scene, draft.head)  # "fights in X": a country is held by who is said to hold it
        if draft.hit.trigger.part == "verb" and draft.places:
            return self._all_joined(scene, draft)
        named = draft.places[:1] or self._beside_verb(scene, draft.head)
        named = named or self._inside(scene, draft.head) or self._right_behind(scene, draft.head)
        return named or list(filter(None, [self._unnamed(scene, draft.head, last)]))

    def _of_another(self, scene: Scene, draft: Draft, key: str) -> bool:
        """True for "X fighters close in on Y's bastion": X says only where the fighters are from."""
        words = scene.parse.words
        told = {e.span for e in draft.evidence if e.field == "place"}
        refs = [words[r.word] for r in scene.places.values() if r.key == key and r.span in told]
        whose = [words[word.head] for word in refs if word.rel in ("compound", "amod")]
        people = [w for w in whose if w.rel == "subj" and w.i not in scene.places and w.lemma not in PLACE_WORDS]
        return bool(people) and len(people) == len(refs)

    def _beside_verb(self, scene: Scene, head: int) -> list[str]:
        """ "They hold sway over X", "tightened their grip on X": what the model hung on the verb that carries the noun."""
        parse, word = scene.parse, scene.parse.words[head]
        if word.pos != "NOUN" or word.rel not in ("obj", "subj", "subj:pass") or word.head < 0:
            return []
        behind = [k for k in parse.kids(word.head, "obl") if k > head and parse.words[k].prep in _OVER]
        found = [c for k in behind for c in (k, *parse.kids(k, "obl", "compound")) if c in scene.places]
        return [scene.places[k].key for k in found[:1]]

    def _right_behind(self, scene: Scene, head: int) -> list[str]:
        """ "The rebel stronghold X", « le fief rebelle X »: X, whatever the model hung it on."""
        words = scene.parse.words
        following = next((w for w in words[head + 1 :] if w.pos != "ADJ"), None)
        place = scene.places.get(following.i) if following is not None and words[head].pos == "NOUN" else None
        return [place.key] if place is not None and place.form == "name" else []

    def in_part(self, scene: Scene, head: int) -> bool:
        """True for "the territory that X holds in Y": not all of Y."""
        return any(self.land.untold(scene, k) for k in self._nouns(scene.parse, head))

    def _all_joined(self, scene: Scene, draft: Draft) -> list[str]:
        """ "Held X and Y", "encircled in X and Y": all of them."""
        parse = scene.parse
        below = [k for k in (*parse.objects(draft.head), *parse.kids(draft.head, "obl")) if k in scene.places]
        first = next((k for k in below if scene.places[k].key == draft.places[0]), None)
        joined = [c for c in parse.coordinates(first) if c in scene.places] if first is not None else []
        return list(dict.fromkeys([draft.places[0], *(scene.places[c].key for c in joined)]))

    def _unnamed(self, scene: Scene, head: int, last: LastPlaces) -> str:
        """Return the place that is told by no name: "their strongholds in the north", "the city", "areas held by X"."""
        nouns = self._nouns(scene.parse, head)
        told = (self.land.part(scene, k, last) for k in nouns)
        untold = (k for k in nouns if self.land.untold(scene, k) and not self.land.away(scene, k))
        anywhere = (self.land.anywhere(scene, k, last) for k in untold)
        return (
            next(filter(None, told), "")
            or self._where(scene, head)
            or self._bare(scene, head, last)
            or next(anywhere, "")
        )

    def _where(self, scene: Scene, head: int) -> str:
        """ "Y, where X is in charge", "Y, where X has its strongholds": Y."""
        parse = scene.parse
        clause = parse.clause(head)
        where = next((k for k in sorted(clause) if parse.words[k].low in ("where", "où")), 0)
        before = where - 2 if where > 1 and parse.words[where - 1].text == "," else where - 1
        return scene.places[before].key if before in scene.places else ""

    def _nouns(self, parse: Parse, head: int) -> list[int]:
        """Return the nouns for what is held: "much of the desert", "areas held by X", "their stronghold"."""
        word = parse.words[head]
        nouns = [*([head] if word.pos == "NOUN" else []), *parse.objects(head)]
        nouns += [k for k in (head + 1,) if k < len(parse.words) and parse.words[k].low in _MUCH]
        nouns += [word.head] if word.rel in _BELOW_NOUN else []
        return nouns + [k for n in nouns for k in parse.kids(n, "obl") if parse.words[k].prep in ("of", "de")]

    def _named_before(self, scene: Scene, draft: Draft, last: LastPlaces) -> str:
        """ "X, the biggest stronghold of Y in the north": X."""
        word = scene.parse.words[draft.head]
        beside = [word.head] if word.rel == "appos" else scene.parse.subjects(word.head) if word.rel == "attr" else []
        if told := [scene.places[k] for k in beside if k in scene.places]:
            return told[0].key  # "X is the group's last bastion in the north" too
        if any(self._the(scene.parse, k) and scene.parse.words[k].lemma in TOWN_WORDS for k in beside) and last.town:
            return last.town  # "the city is their last bastion in the north"
        offset = scene.parsed.sentence.span.start
        before = max((p for p in scene.places.values() if p.span.end <= word.start), key=lambda p: p.span, default=None)
        between = scene.parsed.text[before.span.end - offset : word.start - offset] if before else ""
        return before.key if before and before.form == "name" and _APPOSED.match(between) else ""

    def _inside(self, scene: Scene, head: int) -> list[str]:
        """ "Territory that X holds in Y": the place named after the verb, or after the noun that it holds."""
        parse = scene.parse
        nouns = [
            head,
            *parse.objects(head),
            *([parse.words[head].head] if parse.words[head].rel in _BELOW_NOUN else []),
        ]
        lying = [k for n in nouns for k in parse.kids(n, "obl") if parse.words[k].prep in IN]
        found = [c for k in lying for c in (k, *parse.kids(k, "obl", "compound")) if c in scene.places]
        joined = [c for k in found[:1] for c in parse.coordinates(k) if c in scene.places]
        named = [scene.places[k].key for k in joined if scene.places[k].form == "name"]
        if not named and parse.words[head].rel in _BELOW_NOUN:  # "the countryside west of the city, held by X"
            below = sorted(parse.subtree(parse.words[head].head, CLAUSES + _BELOW_NOUN))
            named = [scene.places[k].key for k in below if k in scene.places][:1]
        return named

    def _bare(self, scene: Scene, head: int, last: LastPlaces) -> str:
        """A statement that names no place at all speaks of the last one: "they still hold it", "30 percent of the city"."""
        parse = scene.parse
        verb = next((k for k in (head, *parse.ancestors(head)) if parse.words[k].pos in ("VERB", "AUX")), head)
        noun = parse.words[verb].head if parse.words[verb].rel in ("acl", "relcl") else -1
        if noun >= 0 and (self._new(parse, noun) or parse.words[noun].lemma in self.features):
            return ""  # "a zone controlled by X", "areas held by X": not told of before; an airport is not the town
        words = parse.clause(head)
        told = [k for k in words if parse.words[k].lemma in PLACE_WORDS]
        if any(c in scene.places for k in told for c in parse.kids(k, "obl")):
            return (
                last.town if any(parse.words[k].lemma in _CAPITALS for k in told) else ""
            )  # "the capital of Y province"
        if any(parse.words[k].lemma in _CAPITALS and self._the(parse, k) for k in told) and scene.home:
            return self.lexicon.capital_of(scene.home)
        place = last.town if any(parse.words[k].lemma in TOWN_WORDS for k in told) else last.place
        if not place or any(k in scene.places or self._elsewhere(parse.words[k]) for k in words):
            return ""
        return place if all(self._the(parse, k) for k in told) else ""

    def _elsewhere(self, word: Word) -> bool:
        """True for "in the steelworks": a place is told, be it by no known name."""
        named = word.rel == "obl" and word.pos in ("NOUN", "PROPN") and word.lemma not in PLACE_WORDS
        return named and word.prep in ("in", "inside", "dans") and word.low not in self.land.directions

    def _new(self, parse: Parse, noun: int) -> bool:
        """True for a zone or areas not told of before; "northern Syrian territories" are those told of."""
        dets = {parse.words[k].low for k in parse.kids(noun, "det")}
        bare = parse.words[noun].plural and not dets and parse.words[noun].lemma in ANYWHERE
        known = any(parse.words[k].low in self.lexicon.demonyms for k in parse.kids(noun, "amod", "compound"))
        return bool(dets & _NEW) or (bare and not known)

    def _the(self, parse: Parse, noun: int) -> bool:
        """True for "the city", "the enclave": one told of before."""
        dets = {parse.words[k].low for k in parse.kids(noun, "det")}
        return bool(dets & _KNOWN) and not parse.words[noun].plural
