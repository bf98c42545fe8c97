"""Where an event happens: a draft and its parsed sentence in, the places its frame or its neighbourhood in the tree tell, out.

A frame's own slots come first ("withdrew from X"). Else every place of the sentence is weighed by its way through the tree
from the trigger: steps cost, a clause between them costs more, "near X" is taken only where nothing says "in".
"""

from collections.abc import Iterator
from itertools import islice

from dateline.codebook import Trigger
from dateline.model import Evidence
from dateline.theatres.gazetteer import load_gazetteer
from dateline.understand.draft import ADDRESSED, Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.parse.mending import INVERTED
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.auspices import AUSPICES
from dateline.understand.syntax import CLAUSES, Parse

__all__ = ["NEAR", "PLACE_WORDS", "Locations", "in_passing", "is_venue", "unlisted"]

_UP, _DOWN, _CLAUSE, _NEAR_COST, _AWAY, _WIDE = 1.0, 0.5, 2.0, 3.0, 1.5, 0.12
_AIM, _POINTING = 0.5, 0.5  # what is demanded lies near the demand; a name tells more than "the area"
_INSIDE = 1.5  # what more a place may cost that lies within the cheapest one
_INSIDE_WIDE = 3.5  # the same for a province or country: "near the town of X in the province of Y" is at X
_ANOTHER = 2.5  # what stands with something that happened before or after
_BESIDE = 12  # characters between a place and the country it is told with: ", in the ", ", au "
_FARTHEST = 5.5  # a place that costs more tells of something else
_EXTENTS = (
    *("site", "village", "neighbourhood", "camp", "town", "air base", "city", "district"),
    *("area", "province", "border", "country"),
)
_MOVING = frozenset({"evacuation", "withdrawal", "displacement", "return", "refusal", "deployment"})
_LEFT = frozenset({"evacuation", "displacement", "ultimatum", "demand", "refusal"})
_GOALS = frozenset({"to", "towards", "toward", "into", "for", "vers", "à", "pour", "jusque"})
NEAR = frozenset({"near", "close", "outside", "près", "outskirts", "hors"})
PLACE_WORDS = frozenset(
    "area region zone sector territory town city village district part capital suburb port province stronghold "
    "quartier région secteur territoire ville partie capitale banlieue bastion fief localité village cité chef-lieu métropole "
    "localités villages villes quartiers".split()
)
_SOURCED = frozenset({"selon", "accord"})
_SIGNING = frozenset(
    "reach sign conclude strike broker negotiate seal clinch agree hammer thrash initial announce conclure signer négocier "
    "sceller parapher trouver convenir arracher annoncer".split()
)
_AT = frozenset({"in", "at", "à", "en", "dans"})
_MADE = frozenset("signing signature conclusion summit conference sommet conférence".split())
_DEALING = frozenset({"agreement", "negotiation", "ceasefire"})
_SPEAKING = INVERTED | frozenset(
    "say tell announce declare state warn add urge condemn call vote stress reiterate note explain insist argue deny "
    "voter appeler condamner réclamer demander exhorter".split()
)
_THROUGH = frozenset({"through", "via", "par"})
_OWN = frozenset({"of", "de", "d'"})
_ELSEWHEN = frozenset("after before following since après avant depuis".split())
_IN_RETURN = frozenset("retaliation response reprisal revenge reply représailles réponse riposte".split())
_PARTIES = frozenset({"with", "by", "against", "between", "avec", "par", "contre", "entre"})
_OWNERS = frozenset({"of", "de", "d'", "du", "des", "in", "at", "dans", "à"})


def is_venue(parse: Parse, word: int) -> bool:
    """True for where a deal was made: "the agreement reached in Sweden", "the signing in Minsk"; nothing else happens there."""
    if parse.words[word].prep not in _AT:
        return False
    for k in islice(parse.ancestors(word), 2):
        made = parse.words[k]
        if made.lemma in _MADE or (made.lemma in _SIGNING and made.rel in ("acl", "relcl")):
            return True
        if made.pos == "VERB":
            break
    return False


def in_passing(parse: Parse, word: int) -> bool:
    """True for where a deal was made or somebody only speaks: "told reporters in Geneva", « à New York, M. X a soutenu »."""
    place = parse.words[word]
    above = parse.words[place.head] if place.head >= 0 else None
    spoken = above is not None and place.rel == "obl" and place.prep in _AT and above.lemma in _SPEAKING
    return spoken or is_venue(parse, word)


def unlisted(key: str) -> bool:
    """True for a place of a report that neither theatre nor gazetteer lists."""
    return key.startswith("@?") and key.removeprefix("@?").partition("/")[0] not in load_gazetteer()


class Locations:
    """Finds the places of drafts in one language."""

    def __init__(self, lexicon: Lexicon, locative: frozenset[str]) -> None:
        self.lexicon, self.locative = lexicon, locative

    def fill(self, draft: Draft, trigger: Trigger) -> None:
        """Give a draft its places and the words they rest on."""
        scene, parse = draft.scene, draft.scene.parse
        for slot in trigger.slots("place"):
            refs = [r for w in parse.slot(draft.head, slot) for r in self._named(scene, w)]
            if refs:
                told = [ref for wide in self._narrower(draft, refs) for ref in self._lying_in(scene, wide)]
                told = [ref for ref in told if not any(self._holds(ref, other) for other in told)] or told
                self._take(draft, told, f"frame slot {slot}")
                return
        if draft.type == "control" or draft.follows:
            return  # who holds what is told in so many words
        best = self._nearest(draft) or self._teller_at(draft)
        if best is not None:
            joined = [scene.places[k] for k in self._joined(parse, best.word) if k in scene.places] or [best]
            told = [ref for wide in joined for ref in self._lying_in(scene, wide)]
            self._take(draft, told, "place nearest in the sentence")

    def _lying_in(self, scene: Scene, wide: Ref) -> list[Ref]:
        """Return the places that the words right before a country or province tell to lie in it: "Mandera, in Kenya"."""
        if self._extent(wide) < _EXTENTS.index("province") or wide.direction:
            return [wide]
        inner = [ref for ref in scene.places.values() if ref.within == wide.key and ref.span.end < wide.span.start]
        inner = [ref for ref in inner if not in_passing(scene.parse, ref.word)]
        near = max(inner, key=lambda ref: ref.span.end, default=None)
        return [near] if near is not None and wide.span.start - near.span.end <= _BESIDE else [wide]

    def _narrower(self, draft: Draft, refs: list[Ref]) -> list[Ref]:
        """ "Near the town of X in the province of Y": the town nearby tells more than its province."""
        if min(map(self._extent, refs)) < _EXTENTS.index("province"):
            return refs
        parse = draft.scene.parse
        near = [k for at in (draft.head, *parse.objects(draft.head)) for slot in NEAR for k in parse.slot(at, slot)]
        told = [ref for k in near for ref in self._named(draft.scene, k)]
        return [ref for ref in told if self._extent(ref) < _EXTENTS.index("province")] or refs

    # --- the frame's slots ------------------------------------------------------------------------------------------
    def _named(self, scene: Scene, word: int, depth: int = 0) -> list[Ref]:
        """Return the places a word and those joined to it name: also "a rebel-held town near X"."""
        parse = scene.parse
        out: list[Ref] = []
        for k in parse.coordinates(word):
            if k in scene.places:
                out.append(scene.places[k])
                continue
            if parse.words[k].rel == "appos" and parse.words[k].head in scene.places:
                out.append(scene.places[parse.words[k].head])  # "Afrin, a town in the north besieged by X": Afrin
                continue
            inner = [self._named(scene, c, depth + 1) for c in self._inner(parse, k)] if depth < 3 else []
            told = [refs for refs in inner if refs]
            if (
                told and k not in scene.actors
            ):  # "the Douma region of Eastern Ghouta": Douma; "the camps of X and Y": both
                out.extend(min(told, key=lambda refs: min(map(self._extent, refs))))
        return out

    def _inner(self, parse: Parse, k: int) -> Iterator[int]:
        """Yield the phrases that can name the place a noun speaks of."""
        for c in parse.kids(k, "obl", "appos", "compound", "poss", "amod", "flat"):
            word = parse.words[c]
            if word.rel != "obl" or word.prep in _OWNERS or word.prep in self.locative - NEAR:
                yield c

    def _extent(self, ref: Ref) -> int:
        """Rank a place by how much it covers, so that the most telling of several is taken."""
        place = self.lexicon.place(ref.ids[0]) if ref.ids else None
        return _EXTENTS.index(place.kind) if place and place.kind in _EXTENTS else 4

    # --- the neighbourhood ------------------------------------------------------------------------------------------
    def _nearest(self, draft: Draft) -> Ref | None:
        """Return the place with the cheapest way from the trigger, None where all are too far."""
        rated = [(self._cost(draft, ref), ref.word, ref) for ref in draft.scene.places.values()]
        if draft.type in _MOVING:  # "they want to go to X, that region in the south": by no other name do they leave it
            goals = {ref.key for cost, _, ref in rated if cost == float("inf")}
            rated = [one for one in rated if one[2].key not in goals]
        cost, _, best = min(rated, default=(_FARTHEST + 1, 0, None), key=lambda one: one[:2])
        if best is None or cost > _FARTHEST:
            return None
        more = _INSIDE if self._extent(best) <= _EXTENTS.index("area") else _INSIDE_WIDE
        inside = [one for one in rated if one[0] <= cost + more and self._holds(best, one[2])]
        return min(inside, key=lambda one: one[:2])[2] if inside else best

    def _teller_at(self, draft: Draft) -> Ref | None:
        """ "Residents of X said soldiers had searched their homes": where those are at home who tell of it."""
        scene, parse = draft.scene, draft.scene.parse
        for k in (draft.head, *parse.ancestors(draft.head)):
            verb = parse.words[k].head
            if parse.words[k].rel in ("ccomp", "parataxis") and verb >= 0:
                local = [s for s in parse.kids(verb, "subj") if parse.words[s].pos == "NOUN" and s not in scene.places]
                at = [c for s in local for c in parse.kids(s, "obl") if parse.words[c].prep in _OWNERS]
                found = [
                    ref for c in at if (ref := scene.places.get(c)) and self._extent(ref) < _EXTENTS.index("province")
                ]
                return found[0] if found else None
        return None

    def _holds(self, wide: Ref, narrow: Ref) -> bool:
        """True where one place is known to lie in the other: "a district of X in Y" speaks of X."""
        return bool(narrow.ids) and any(self.lexicon.holds(outer, narrow.ids[0]) for outer in wide.ids)

    def _cost(self, draft: Draft, ref: Ref) -> float:
        """Return what the way from a draft's trigger to a place costs; infinite where it cannot be the event's place."""
        parse = draft.scene.parse
        if draft.type not in _DEALING and is_venue(parse, ref.word):
            return float("inf")
        up = [draft.head, *parse.ancestors(draft.head)]
        down = [ref.word, *parse.ancestors(ref.word)]
        meet = next((k for k in down if k in up), None)
        if meet is None:
            return float("inf")
        path_up, path_down = up[: up.index(meet)], down[: down.index(meet)]
        cost = _UP * len(path_up) + _DOWN * len(path_down) + _WIDE * self._extent(ref)
        if path_down and any(parse.words[k].prep in _SOURCED for k in (*path_down, meet)):
            return float("inf")  # "selon l'état-major à Paris": there it was said
        if any(self._says(parse, k) for k in path_down):
            return float("inf")  # "…, ont indiqué des sources à Niamey"
        cost += sum(self._climb(parse, k) for k in path_up)
        spoken = draft.type in ADDRESSED
        cost += sum(
            _AIM if spoken and self._is_aim(parse, k) else _CLAUSE for k in path_down if parse.words[k].rel in CLAUSES
        )
        cost += _POINTING if ref.form != "name" else 0.0
        return cost + self._phrase(draft, ref, path_down)

    def _says(self, parse: Parse, k: int) -> bool:
        word = parse.words[k]
        return word.rel == "subj" and word.head >= 0 and word.i > word.head and parse.words[word.head].lemma in INVERTED

    def _is_aim(self, parse: Parse, k: int) -> bool:
        """True for what is demanded or agreed: "an ultimatum to leave X", "pour qu'ils quittent X"."""
        marks = {parse.words[c].low for c in parse.kids(k, "mark", "aux")}
        return parse.words[k].rel in ("advcl", "ccomp") and bool(marks & {"to", "pour", "afin", "de", "à"})

    def _climb(self, parse: Parse, k: int) -> float:
        """What hangs on the verb of saying tells where it was said."""
        rel = parse.words[k].rel
        if rel in ("ccomp", "parataxis"):
            return _FARTHEST
        return _AWAY if rel in ("advcl", "relcl") else 0.0

    def _phrase(self, draft: Draft, ref: Ref, path: list[int]) -> float:
        """Return what a place's preposition costs: near, from, towards; whom it is spoken to or dealt with is no place."""
        words = draft.scene.parse.words
        if words[ref.word].rel in ("subj", "agent") and self._extent(ref) > _EXTENTS.index("area"):
            return float("inf")  # a country or province that acts
        acts = any(e.span == ref.span for e in draft.evidence if e.field in ("actor", "target", "mediator"))
        if acts or self._describes(draft.scene, ref):
            return float("inf")  # "a request from Damascus", "Mosul, Iraq's second city"
        if any(words[k].lemma in AUSPICES for k in path):
            return float("inf")  # "sous l'égide de X": who brokers is no place
        preps = [words[k].prep for k in path if words[k].rel == "obl"]
        if draft.type in _MOVING and any(prep in _GOALS for prep in preps):
            return float("inf")  # where they go is not where they leave
        if draft.type in _LEFT and any(prep in _THROUGH for prep in preps):
            return float("inf")  # nor is what they pass through
        own = next((prep for prep in preps if prep not in _OWN), "")
        if own in NEAR and words[ref.word].head in draft.scene.parse.objects(draft.head):
            return _NEAR_COST / 3  # "struck positions near X"
        another = any(words[k].rel == "obl" and words[k].prep in _ELSEWHEN for k in path)
        if another or any(words[k].lemma in _IN_RETURN for k in path):
            return _ANOTHER
        if own in NEAR or _EXTENTS[self._extent(ref)] == "border":  # a border says no more than which side it is by
            return _NEAR_COST
        if own in _PARTIES:
            return _CLAUSE if self._extent(ref) < _EXTENTS.index("area") else _FARTHEST
        if own == "from" and words[ref.word].head in draft.scene.actors:
            return float("inf")  # "freed by fighters from X": where they are at home
        return _AWAY if own in ("from", "depuis") and draft.type not in _MOVING else 0.0

    def _describes(self, scene: Scene, ref: Ref) -> bool:
        """True for the wider place in words that say what the place before them is: "Mosul, Iraq's second city"."""
        words = scene.parse.words
        above = words[ref.word].head
        if above < 0 or words[ref.word].rel not in ("poss", "obl", "nmod") or words[above].lemma not in PLACE_WORDS:
            return False
        first = min(scene.parse.subtree(above))
        return first >= 2 and words[first - 1].text == "," and words[first - 2].i in scene.places

    def _joined(self, parse: Parse, word: int) -> tuple[int, ...]:
        """Return a place and those named in one breath with it."""
        first = word
        while parse.words[first].rel == "conj" and parse.words[first].head >= 0 and parse.words[first].pos == "PROPN":
            first = parse.words[first].head
        return parse.coordinates(first)

    def _take(self, draft: Draft, refs: list[Ref], rule: str) -> None:
        for ref in refs:
            if ref.key and ref.key not in draft.places:
                draft.places.append(ref.key)
                draft.evidence.append(Evidence("place", ref.span, f"{rule}; {ref.rule}"))
