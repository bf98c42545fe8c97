"""Who holds a place, as a sentence tells it: words of holding, "rebel-held", and captures told as done."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Protocol

from dateline.codebook import Codebook
from dateline.model import Span
from dateline.understand.coding.triggers import Hit, Triggers
from dateline.understand.draft import Draft
from dateline.understand.figures import FigureWord
from dateline.understand.holders.held_phrases import HeldPhrases
from dateline.understand.holders.held_places import HeldPlaces
from dateline.understand.holders.holding import ANYWHERE, IN, TOWN_WORDS, Holding, LastPlaces
from dateline.understand.holders.land import QUARTERS, Land
from dateline.understand.holders.presence import Presence
from dateline.understand.holders.takers import Takers
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene
from dateline.understand.slots.roles import Roles
from dateline.understand.syntax import Parse

__all__ = ["Holdings"]

# Who gets further into a place does not yet hold it.
_ADVANCING = re.compile(
    r"\b(?:advanc|gain(?!\w* control)|inroad|progress|breakthrough|push\w* (?:in|on|deep|forward)|press|break|broke|punch"
    r"|enter\b|penetrate|entrer|pénétrer"
    r"|breach|pierce|smash|rupture|thrust|cut through|inch|creep|grip|(?<!full )(?<!total )victory"
    r"|avanc|percer|percée|enfoncer|grignoter|infiltrer"
    r"|terrain|points)",
    re.I,
)
_POWER = frozenset("control rule authority sway grip contrôle emprise mainmise".split())
_NO_HOLDERS = frozenset({"civilian group", "humanitarian", "ngo", "monitor", "media", "source", "family", "think tank"})
_MANAGING = frozenset(
    "manage succeed help continue able claim say report begin start come appear seem remain parvenir réussir arriver "
    "continuer affirmer dire commencer sembler".split()
)
_REAL = ("asserted", "reported", "denied")
_ONCE = frozenset("once formerly previously former ex ancien autrefois jadis".split())
_LOSING = frozenset("lose perdre loss perte libérer affranchir délivrer free liberate".split())  # or freed from it
_OUTSIDE = frozenset({"outside", "beyond", "hors"})
_ESCAPING = frozenset("escape elude evade slip échapper".split())
_DENYING = frozenset({"deny", "dispute", "démentir", "nier"})
_FORCES = frozenset("army force troop soldier armée force troupe soldat".split())
_IN_THE_SINGULAR = frozenset({"authority"})
_SOMEBODY = "?person:"  # how the key of a person begins whom no list knows
_ALLIES = "allied-forces"  # "the army and its allies": said of the army already
_AND = re.compile(r",? (?:and|et) (?:(?:the|its|allied|so-called|various|other|local|les|des|leurs?|la|le) |l['’])*")
_NATION = re.compile(r"(?:[A-Z]\w+ )?")  # "and allied Syrian armed groups"
_IN_A_ROW = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only next-to-last newest "
    "premier première deuxième troisième quatrième cinquième dernier dernière seul seule".split()
)
# Who enters a place where nobody fights has it.
_UNOPPOSED = re.compile(
    r"\bunopposed\b|\bwith(?:out| (?:no|little)) (?:a |any |firing a (?:single )?)?"
    r"(?:fight|shot|battle|resistance|opposition|bloodshed)\b"
    r"|\bsans (?:combat(?:tre|s)?|coup férir|(?:rencontrer (?:de |la moindre )?)?résistance|tirer un (?:seul )?coup)",
    re.I,
)
_THRESHOLD = 0.5
_CAPTURE = "capture"  # the rule of those who took a place
_STOPS = (".", "!", "?", "…", '"', "”", "»")  # how a sentence ends, and hardly a title
# "Hand over control", "seek control": the word is there, the holding is not.
_NOT_HOLDING = frozenset(
    "hand give cede seek want contest surrender accept relinquish yield transfer fight demand céder "
    "remettre chercher".split()
)


class SceneHoldings(Protocol):
    """A sentence with what it tells of who holds what."""

    scene: Scene
    holdings: list[Holding]


class Holdings:
    """Finds the statements of control of one language."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon, roles: Roles) -> None:
        self.triggers = Triggers(
            codebook, lexicon, (t for t in codebook.control.triggers if t.language == lexicon.language)
        )
        self.lexicon, self.roles = lexicon, roles
        words = codebook.places[lexicon.language]
        land = Land(lexicon, words)
        self.phrases = HeldPhrases(lexicon, land)
        self.places = HeldPlaces(lexicon, land, words.features)
        self.presence = Presence(codebook, lexicon, roles, land)

    def find(self, scene: Scene, drafts: list[Draft], figures: list[FigureWord], last: LastPlaces) -> list[Holding]:
        """Return the sentence's statements; `last` is what "the area" and "the city" would mean."""
        under, phrases = self.phrases.find(scene, last)
        out = [
            *under,
            *(h for h in self._worded(scene, last) if not any(h.span.overlaps(u.span) for u in under)),
            *phrases,
            *self.captured(drafts),
            *self.presence.find(scene, last),
        ]
        unreal = {k for d in drafts if d.modality not in _REAL for k in (*d.hit.words, *d.absorbed)}
        out += [other for one in out if (other := self._joined(scene, one)) is not None]
        out = [one for one in out if one.head not in unreal and self._can_hold(one.holder)]
        for holding in out:
            shares = [f for f in figures if f.unit == "percent" and f.span.overlaps(holding.span)]
            near = [f for f in figures if f.unit == "percent"]
            share = (shares or near)[0] if near else None
            holding.share = share.low if share else None
        return list({(holding.place, holding.holder): holding for holding in reversed(out)}.values())[::-1]

    def _can_hold(self, key: str) -> bool:
        """True for a state, a force or a party: aid workers and civilians hold no place."""
        actor = self.lexicon.actor(key)
        return actor is None or actor.kind not in _NO_HOLDERS

    def _took(self, key: str) -> bool:
        """True for who may take a place or keep it: a person of whom nothing is known merely tells of it, as in "we hold X"."""
        return not key.startswith(_SOMEBODY)

    def _lost(self, one: Holding, drafts: list[Draft]) -> bool:
        """True for "retook the rebel-held X": whose it was, and not any more."""
        kind = one.rule.removeprefix("holding word ") in QUARTERS | ANYWHERE or one.rule == "-held"
        taken = (d for d in drafts if kind and self._took_place(d) and one.place in d.places)
        return any(
            d.actors and one.holder not in d.actors and self._span(d.scene, d, []).covers(one.span) for d in taken
        )

    def _worded(self, scene: Scene, last: LastPlaces) -> list[Holding]:
        out = []
        for hit in self.triggers.find(scene):
            wanted = hit.trigger.part == "verb" and _aimed_at(scene.parse, hit.head)  # "wants to control X"
            if hit.score < _THRESHOLD or wanted or self._idle(scene, hit):
                continue
            draft = Draft(scene, hit, "control")
            self.roles.fill(draft)
            places = self.places.find(scene, draft, last.at(scene, hit.span.start))
            inside = [r.span for r in scene.places.values() if r.key in places and r.form == "name"]
            span = self._span(scene, draft, inside)
            part = "; a part" if self.places.in_part(scene, draft.head) else ""
            rule = f"holding word {hit.trigger.words}{part}"
            if hit.trigger.part == "noun" and hit.trigger.words not in _POWER:
                # No stronghold is as large as a country, though one may lie in the north of it.
                places = [p for p in places if "/" in p or not self.lexicon.is_country(p)]
            denied = self._denied(scene.parse, draft.head)
            holders = list(filter(None, draft.actors)) or self._apposed(scene, hit)
            if hit.trigger.part == "verb":
                holders = list(filter(self._took, holders))
            told = product(self.phrases.land.parts(scene, places), holders)
            out += [Holding(span, place, who, None, draft.head, rule, denied) for place, who in told]
        return out

    def _joined(self, scene: Scene, one: Holding) -> Holding | None:
        """ "Held by X and the so-called Y": the same of Y, whatever the model hung it on, but not "held by X and Y said"."""
        holder = next((a for a in scene.actors.values() if a.key == one.holder and a.span.end == one.span.end), None)
        text, offset = scene.parsed.text, scene.parsed.sentence.span.start
        joint = _AND.match(text, one.span.end - offset) if holder else None
        if joint is None:
            return None
        after = (a for a in scene.actors.values() if a.key and a.span.start >= joint.end() + offset)
        other = min(after, key=lambda a: a.span, default=None)
        if other is None or not _NATION.fullmatch(text, joint.end(), other.span.start - offset):
            return None
        acts = scene.parse.words[other.word].rel in ("subj", "subj:pass")
        same = acts or other.key == one.holder
        return None if same else replace(one, span=Span(one.span.start, other.span.end), holder=other.key)

    def _apposed(self, scene: Scene, hit: Hit) -> list[str]:
        """ "In X's former stronghold of Y", where a text has lost its apostrophes: X."""
        word = scene.parse.words[hit.head]
        return [ref.key for ref in self.roles.refs_at(scene, word.head)] if word.rel == "appos" else []

    def _denied(self, parse: Parse, head: int) -> bool:
        """True where somebody is told not to hold a place, to have lost it or to have held it once."""
        word = parse.words[head]
        above = parse.words[word.head].lemma if word.head >= 0 else ""
        once = any(parse.words[k].lemma in _ONCE for k in parse.kids(head, "advmod", "amod"))
        said = next(
            (k for k in (head, *parse.ancestors(head)) if parse.words[k].rel in ("ccomp", "relcl", "root")), head
        )
        untrue = parse.words[said].rel == "ccomp" and parse.words[parse.words[said].head].lemma in _DENYING
        lost = word.pos == "NOUN" and above in _LOSING  # "lost control", "freed from the rule of"
        outside = (
            word.prep in _OUTSIDE or above in _ESCAPING
        )  # "remain outside government control", "échappe au contrôle"
        return parse.negated(head) or once or lost or untrue or (word.pos == "NOUN" and outside)

    def _idle(self, scene: Scene, hit: Hit) -> bool:
        """True for a noun of holding that tells of no holding: "seek control", "the authorities"."""
        word = scene.parse.words[hit.head]
        above = scene.parse.words[word.head].lemma if word.head >= 0 else ""
        people = word.plural and hit.trigger.words in _IN_THE_SINGULAR
        people = people or (hit.trigger.words == "occupation" and above in _FORCES)  # "l'armée d'occupation"
        aim = hit.trigger.words in _POWER and word.head >= 0 and _aimed_at(scene.parse, word.head)
        return hit.trigger.part == "noun" and (above in _NOT_HOLDING or people or aim)

    def _span(self, scene: Scene, draft: Draft, places: list[Span]) -> Span:
        """Return the words from the first to the last that the statement rests on, at most the sentence."""
        spans = [
            *places,
            draft.hit.span,
            *(e.span for e in draft.evidence if e.span.end and e.field in ("actor", "place")),
        ]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def takers(self, drafts: list[Draft]) -> Takers:
        """Return who took which place in a report."""
        return Takers(drafts, lambda key: self._can_hold(key) and self._took(key), self.lexicon.wide)

    def captured(self, drafts: list[Draft], takers: Takers | None = None) -> list[Holding]:
        """A capture or a handover told as done: whoever took or got the place holds it."""
        out = []
        for draft in drafts:
            got = draft.type == "handover" and self._done(draft)
            if got or self._took_place(draft):
                for place in draft.places if not self._in_part(draft) else ():
                    actors = draft.targets if got else draft.actors
                    told = takers is not None and not got and draft.hit.trigger.part == "verb"
                    actors = actors or (takers.of(place, draft.sentence) if takers and told else [])
                    for actor in filter(self._took, filter(self._can_hold, actors)):
                        out.append(
                            Holding(self._span(draft.scene, draft, []), place, actor, None, draft.head, _CAPTURE)
                        )
        return out

    def _took_place(self, draft: Draft) -> bool:
        """True for a capture told as done, and not for an advance or an aim."""
        parse, places = draft.scene.parse, draft.scene.places
        into = [k for k in parse.kids(draft.head, "obj", "obl") if k in places and places[k].key in draft.places]
        whole = into and _UNOPPOSED.search(draft.scene.parsed.text)
        advancing = _ADVANCING.search(draft.hit.trigger.words) and not whole
        return draft.type == "capture" and not advancing and self._done(draft)

    def _done(self, draft: Draft) -> bool:
        """True for what is told to have happened, and not for an aim."""
        parse, told = draft.scene.parse, draft.modality in ("asserted", "reported")
        return told and not _undone(parse, draft.head) and not _aimed_at(parse, draft.head)

    def told_once(self, scenes: Sequence[SceneHoldings]) -> None:
        """Take from a title the captures that the report itself tells again: a title stands for the text below it."""
        if not scenes:
            return
        first, *others = scenes
        if first.scene.parsed.text.rstrip().endswith(_STOPS):
            return
        below = {(one.place, one.holder) for scene in others for one in scene.holdings if one.rule == _CAPTURE}
        told = (one for one in first.holdings if one.rule != _CAPTURE or (one.place, one.holder) not in below)
        first.holdings = list(told)

    def _in_part(self, draft: Draft) -> bool:
        """True for "seized a village in the north of X": X as a whole is not held."""
        parse, scene = draft.scene.parse, draft.scene
        taken = [k for o in parse.objects(draft.head) for k in parse.coordinates(o)]
        for k in list(taken):
            taken += [c for c in parse.kids(k, "obl", "compound", "appos") if parse.words[c].prep not in IN]
        named = {scene.places[k].key for k in taken if k in scene.places}
        land = any(parse.words[k].lemma in ANYWHERE - TOWN_WORDS for k in taken)  # a part of X, and that is held
        if not taken or named or land:
            return False
        return all(self._as_wide(place) for place in draft.places) or self._beside(draft, taken)

    def _as_wide(self, key: str) -> bool:
        """True for a province and for an area: "took the town in X" is not to take X."""
        place = self.lexicon.place(key.lstrip("@"))
        return self.lexicon.wide(key) or (place is not None and place.kind == "area")

    def _beside(self, draft: Draft, taken: list[int]) -> bool:
        """True for "BAGHDAD Troops took a village": a town stands by the way, and nothing says that the village lies there."""
        words = draft.scene.parse.words
        town = any(words[k].lemma in TOWN_WORDS for k in taken)
        near = {e.span for e in draft.evidence if e.field == "place" and e.rule.startswith("place nearest")}
        refs = [ref for ref in draft.scene.places.values() if ref.span in near]
        return town and bool(refs) and not any(words[ref.word].prep for ref in refs)

    def renewed(self, scene: Scene, holdings: list[Holding], drafts: list[Draft], takers: Takers) -> list[Holding]:
        """Return a sentence's statements with its captures as the whole report tells them."""
        told = {(one.place, one.holder): one for one in holdings if one.rule != _CAPTURE}
        shares = {one.head: one.share for one in holdings}
        named = {ref.key for ref in scene.places.values()}
        for one in (*self.captured(drafts, takers), *takers.told(scene)):
            if one.place not in named:
                continue  # a capture told again, without the place: nothing new
            one.share = shares.get(one.head)
            told.setdefault((one.place, one.holder), one)
        others = {(one.place, one.head) for one in told.values() if one.holder != _ALLIES}
        alone = (one for one in told.values() if one.holder != _ALLIES or (one.place, one.head) not in others)
        return [one for one in alone if not self._lost(one, drafts)]


def _undone(parse: Parse, head: int) -> bool:
    """True for "had not fallen into rebel hands": a noun below a verb that is told not to have happened."""
    if parse.words[head].pos != "NOUN":
        return False
    verb = next((k for k in islice(parse.ancestors(head), 2) if parse.words[k].pos == "VERB"), -1)
    return verb >= 0 and parse.negated(verb)


def _aimed_at(parse: Parse, verb: int) -> bool:
    """True for "an offensive to take X", "fights to take X", and not for "managed to take X"."""
    word = parse.words[verb]
    above = parse.words[word.head].lemma if word.head >= 0 else ""
    managed = above in _MANAGING and word.rel != "advcl"  # "began to control", not "began an offensive to control"
    if word.rel in ("acl", "relcl") and word.head >= 0 and _one_of_a_row(parse, word.head):
        return False
    return word.tense == "inf" and word.rel in ("acl", "advcl", "xcomp", "obl") and not managed


def _one_of_a_row(parse: Parse, noun: int) -> bool:
    """True for "the third town to be taken": it was."""
    return any(parse.words[k].low in _IN_A_ROW for k in parse.kids(noun, "amod", "num", "det"))
