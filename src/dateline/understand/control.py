"""Who holds a place, as a sentence tells it: words of holding, "rebel-held", and captures told as done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.draft import Draft
from dateline.understand.figures import FigureWord
from dateline.understand.lexicon import Lexicon
from dateline.understand.locations import NEAR, PLACE_WORDS
from dateline.understand.roles import Roles
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Word
from dateline.understand.triggers import Triggers

__all__ = ["Holding", "Holdings"]

_HELD = re.compile(r"\b(?P<who>\w+)(?:-|\s)(?:held|controlled|occupied|dominated|ruled|run)\b", re.I)
_BE = (
    r"(?:is|was|are|were|remains?|remained|has been|had been|being|est|sont|était|étant|reste|restée?|tombée?|passée?)"
)
_SO = r"(?:itself |still |now |mostly |largely |partly |firmly |toujours |encore |désormais )?"
# What stands between a place and who holds it, told in so many words.
_TOLD = re.compile(
    rf"(?P<gap>,?)\s+(?P<which>which |that |qui )?(?P<be>{_BE} )?{_SO}"
    r"(?:(?:under|sous) (?:the |le )?(?:full )?(?:control|contrôle|rule|domination) (?:of|de|des|du|d['’])"
    r"|(?:in|into|aux|entre les) (?:the )?(?:hands|mains) (?:of|de|des|du|d['’])"
    r"|(?:held|controlled|ruled|run|occupied|governed|dominated)(?: [\w-]+){0,3} by"
    r"|(?:tenue?s?|contrôlée?s?|dominée?s?|occupée?s?|dirigée?s?)(?: [\w-]+){0,3} par)"
    r" ?(?:the |le |la |les |l['’])?",
    re.I,
)
_SIGNS = re.compile("held|control|contrôl|occup|domin|rul|run|hand|main|govern|tenu|dirig")  # of all words above
_WORDS = frozenset(fold(word) for word in PLACE_WORDS)
_ANYWHERE = frozenset("area region territory zone town village land zone région territoire ville".split())
_NEXT = 6  # characters between "of" and the holder; words between a place and "under control"
_IN_THE_SINGULAR = frozenset({"authority", "command"})
_NEW = frozenset({"a", "an", "another", "un", "une"})
_FORMER = (["former"], ["formerly"], ["previously"], ["once"], ["ex-"])
_REACH = 8  # words after "rebel-held" in which the place stands
_THRESHOLD = 0.5


@dataclass(slots=True, eq=False)
class Holding:
    """One statement of control: place and holder by key, the words, and the share in percent where told."""

    span: Span
    place: str
    holder: str
    share: float | None
    head: int
    rule: str


class Holdings:
    """Finds the statements of control of one language."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon, roles: Roles) -> None:
        self.triggers = Triggers(
            codebook, lexicon, (t for t in codebook.control.triggers if t.language == lexicon.language)
        )
        self.lexicon, self.roles = lexicon, roles
        self.features = codebook.places[lexicon.language].features

    def find(self, scene: Scene, drafts: list[Draft], figures: list[FigureWord], last_place: str) -> list[Holding]:
        """Return the sentence's statements; `last_place` is what "the area" would mean."""
        told = _SIGNS.search(scene.parsed.low)  # the patterns take long to find nothing
        under = list(self._under(scene)) if told else []
        out = [
            *under,
            *(h for h in self._worded(scene, last_place) if not any(h.span.overlaps(u.span) for u in under)),
            *(self._held(scene, last_place) if told else ()),
            *self._captured(drafts),
            *self._forces(scene),
        ]
        unreal = {k for d in drafts if d.modality not in ("asserted", "reported") for k in (*d.hit.words, *d.absorbed)}
        out = [holding for holding in out if holding.head not in unreal]
        for holding in out:
            shares = [f for f in figures if f.unit == "percent" and f.span.overlaps(holding.span)]
            near = [f for f in figures if f.unit == "percent"]
            share = (shares or near)[0] if near else None
            holding.share = share.low if share else None
        return list({(holding.place, holding.holder): holding for holding in reversed(out)}.values())[::-1]

    def _under(self, scene: Scene) -> Iterator[Holding]:
        """ "X, held by Y", "X is in the hands of Y": the place right before, the holder right behind."""
        offset = scene.parsed.sentence.span.start
        for match in _TOLD.finditer(scene.parsed.text):
            start, end = match.start() + offset, match.end() + offset
            apart = match["gap"] and match["be"] and not match["which"]  # "X, the city ..., is in the hands of Y"
            place = self._subject(scene, match.start("be") + offset) if apart else self._told_of(scene, start)
            behind = sorted(
                (a for a in scene.actors.values() if end <= a.span.start <= end + _NEXT), key=lambda a: a.span
            )
            places = self._all_told(scene, place) if place is not None else []
            for place in places if behind and behind[0].key else ():
                joined = [scene.actors[k] for k in scene.parse.coordinates(behind[0].word) if k in scene.actors]
                for holder in joined or behind[:1]:
                    span = Span(place.span.start, max(holder.span.end, behind[0].span.end))
                    yield Holding(span, place.key, holder.key, None, place.word, "held by")

    def _all_told(self, scene: Scene, place: Ref) -> list[Ref]:
        """Return a place, and those named in one breath before it: "X and Y, two towns held by Z"."""
        first = scene.parse.first_conjunct(place.word)
        return [scene.places[k] for k in scene.parse.coordinates(first) if k in scene.places] or [place]

    def _subject(self, scene: Scene, at: int) -> Ref | None:
        """Return the place that is the subject of the verb that begins at a character."""
        verb = next((w.i for w in scene.parse.words if w.start == at), -1)
        found = (scene.places.get(k) for k in scene.parse.kids(verb, "subj", "subj:pass")) if verb >= 0 else ()
        return next((place for place in found if place is not None), None)

    def _told_of(self, scene: Scene, end: int) -> Ref | None:
        """Return the place right before, or before words that say what it is: "X, the last area still under control of"."""
        before = sorted((p for p in scene.places.values() if p.span.end <= end), key=lambda p: p.span)
        if not before:
            return None
        offset = scene.parsed.sentence.span.start
        between = scene.parsed.text[before[-1].span.end - offset : end - offset]
        if not between.strip():
            town = before[-2] if len(before) > 1 and self.lexicon.is_country(before[-1].key) else None
            inside = town is not None and before[-1].span.start - town.span.end <= len(", dans la ")
            return town if inside else before[-1]  # "Raqqa, Syria, held by": the town, not the country
        words = fold(between).split()
        named = between.startswith(", ") and not set(between[2:]) & set(",;:.()")
        return before[-1] if named and len(words) <= _NEXT and set(words) & _WORDS else None

    def _worded(self, scene: Scene, last_place: str) -> list[Holding]:
        out = []
        for hit in self.triggers.find(scene):
            above = (
                scene.parse.words[scene.parse.words[hit.head].head].lemma
                if scene.parse.words[hit.head].head >= 0
                else ""
            )
            if hit.score < _THRESHOLD or (hit.trigger.part == "noun" and above in NOT_HOLDING):
                continue
            if (
                hit.trigger.part == "noun"
                and scene.parse.words[hit.head].plural
                and hit.trigger.words in _IN_THE_SINGULAR
            ):
                continue  # "the authorities" are people
            if scene.parse.negated(hit.head):
                continue  # who does not hold a place holds nothing to be told
            draft = Draft(scene, hit, "control")
            self.roles.fill(draft)
            places = draft.places or self._bare(scene, hit.head, last_place)
            span = self._span(scene, draft)
            if hit.trigger.part == "noun":
                places = [p for p in places if not self.lexicon.is_country(p)]  # no stronghold is as large as a country
            for place in places[:1]:
                for holder in draft.actors or ([""] if hit.trigger.part == "verb" else []):
                    if holder:
                        out.append(Holding(span, place, holder, None, draft.head, f"holding word {hit.trigger.words}"))
        return out

    def _bare(self, scene: Scene, head: int, last_place: str) -> list[str]:
        """A statement that names no place at all speaks of the last one: "they still hold it"."""
        noun = scene.parse.words[head].head if scene.parse.words[head].rel in ("acl", "relcl") else -1
        if noun >= 0 and any(scene.parse.words[k].text.lower() in _NEW for k in scene.parse.kids(noun, "det")):
            return []  # "a zone controlled by X": one not told of before
        if noun >= 0 and scene.parse.words[noun].lemma in self.features:
            return []  # "the airport, held by X": in the town, not the town
        words = scene.parse.clause(head)
        told = (scene.parse.words[k] for k in words)
        named = any(w.lemma in PLACE_WORDS or w.i in scene.places or self._inside(w) for w in told)
        return [last_place] if last_place and not named else []

    def _inside(self, word: Word) -> bool:
        """True for "in the steelworks": a place is told, be it by no known name."""
        return word.rel == "obl" and word.pos in ("NOUN", "PROPN") and word.prep in ("in", "inside", "dans")

    def _span(self, scene: Scene, draft: Draft) -> Span:
        """Return the words from the first to the last that the statement rests on, at most the sentence."""
        spans = [draft.hit.span, *(e.span for e in draft.evidence if e.span.end and e.field in ("actor", "place"))]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def _held(self, scene: Scene, last_place: str) -> list[Holding]:
        """ "The rebel-held town of X", "militant-held area"."""
        offset = scene.parsed.sentence.span.start
        out = []
        for match in _HELD.finditer(scene.parsed.text):
            holder = self._holder(scene, match["who"], match.start("who") + offset)
            if not holder or fold(scene.parsed.text[: match.start()]).split()[-1:] in _FORMER:
                continue
            end = match.end() + offset
            following = [w for w in scene.parse.words if w.start >= end][:_REACH]
            near = [scene.places[w.i] for w in following if w.i in scene.places]
            many = next((w.plural and w.lemma in _ANYWHERE for w in following if w.pos == "NOUN"), True)
            beside = bool(near) and scene.parse.words[near[0].word].prep in NEAR
            if many and (not near or beside):
                continue  # "militant-held areas", "rebel-held areas near the capital" are nowhere in particular
            place = near[0].key if near else last_place
            if place:
                stop = near[0].span.end if near else following[0].end if following else end
                out.append(Holding(Span(match.start() + offset, stop), place, holder, None, -1, "-held"))
        return out

    def _holder(self, scene: Scene, word: str, at: int) -> str:
        ref = next((r for r in scene.actors.values() if r.span.start <= at < r.span.end), None)
        if ref:
            return ref.key
        if country := self.lexicon.demonyms.get(fold(word), ""):
            return self.lexicon.acting_state(country)
        for form in (word.lower(), word.lower() + "s"):
            for words, noun in self.lexicon.nouns.get(form, ()):
                if len(words) == 1:
                    if noun.kind in ("state force", "state body", "state") and scene.home:
                        return self.lexicon.with_role(scene.home, noun.role or "government")
                    return noun.actor
        return ""

    def _captured(self, drafts: list[Draft]) -> list[Holding]:
        """A capture told as done: whoever took the place holds it."""
        out = []
        for draft in drafts:
            if draft.type == "capture" and draft.modality in ("asserted", "reported"):
                for place in draft.places:
                    for actor in draft.actors:
                        out.append(Holding(self._span(draft.scene, draft), place, actor, None, draft.head, "capture"))
        return out

    def _forces(self, scene: Scene) -> list[Holding]:
        """Weak control: "X fighters in Y", "the Z branch in Y": an armed actor's noun with a place right behind it."""
        parse = scene.parse
        out = []
        for i, ref in scene.actors.items():
            if ref.noun is None or ref.noun.kind != "armed group" or ref.rule != "noun with its name":
                continue
            for k in parse.kids(i, "obl"):
                place = scene.places.get(k)
                if place and parse.words[k].prep in ("in", "à", "dans", "en", "inside") and place.form == "name":
                    out.append(
                        Holding(Span(ref.span.start, place.span.end), place.key, ref.key, None, i, "force in place")
                    )
        return out


# "Hand over control", "seek control": the word is there, the holding is not.
NOT_HOLDING = frozenset(
    "hand lose give cede seek want contest surrender accept relinquish yield transfer fight demand céder perdre "
    "remettre chercher".split()
)
