"""Statements of control in set phrases: a sentence in, what "X, held by Y", "Y-held X" and "X in Y hands" say out."""

import re
from collections.abc import Iterator
from itertools import islice, product

from dateline.model import Span
from dateline.theatres import fold
from dateline.understand.holders.holding import ANYWHERE, IN, TOWN_WORDS, Holding, LastPlaces
from dateline.understand.holders.land import QUARTERS, Land
from dateline.understand.lexicon import Lexicon
from dateline.understand.parse.words import Word
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.locations import NEAR, PLACE_WORDS

__all__ = ["HeldPhrases"]

_HELD = re.compile(r"\b(?P<who>\w+)(?P<gap>-|\s)(?:held|controlled|occupied|dominated|ruled|run)\b", re.I)
_BE = (
    r"(?:is|was|are|were|remains?|remained|has been|had been|being|(?:a|ont|avait|avaient) été"
    r"|est|sont|était|étant|reste|restée?|tombée?|passée?)"
)
_SO = r"(?:itself |still |now |mostly |largely |partly |firmly |toujours |encore |désormais )?"
# What stands between a place and who holds it, told in so many words.
_TOLD = re.compile(
    rf"(?: itself| même| elle-même)?(?P<gap>,?)\s+(?P<which>which |that |qui )?(?P<be>{_BE} )?{_SO}"
    r"(?:(?:under|sous) (?:the |le )?(?:full )?(?:control|contrôle|rule|domination) (?:of|de|des|du|d['’])"
    r"|(?:in|into|aux|entre les) (?:the )?(?:hands|mains) (?:of|de|des|du|d['’])"
    r"|(?:held|controlled|ruled|run|occupied|governed|dominated)(?: [\w-]+){0,5}? by"
    r"|(?:tenue?s?|contrôlée?s?|dominée?s?|occupée?s?|dirigée?s?)(?: [\w-]+){0,5}? par"
    r"|(?:declared|proclaimed|déclarée?s?|proclamée?s?) (?:an? |une )?[«“\"']? ?(?:(?:city|town|zone|ville) )?"
    r"(?:free|liberated|libres?|libérée?s?)(?: (?:city|town|zone|ville))? ?[»”\"']? (?:by|par))"
    r" ?(?:the |le |la |les |l['’])?",
    re.I,
)
_JOINT = re.compile(r"\s*(?:,|,? et|,? ou)\s+(?:d[eu] |des |d['’])?(?:la |le |l['’])?")
_OF_BOTH = re.compile(r"\b(?:tenu|contrôlé|dominé|occupé|dirigé)e?s\b", re.I)  # in the plural: all that are named
_LARGEST = re.compile(
    r"\b(?:the|la|cette|this) (?P<town>city|town|village|ville|localité),? (?:is |was |est |était )?(?:the|la) "
    r"(?:largest|biggest|last|only|first|main|dernière|seule|principale|plus grande)(?: (?:one|town|city|ville))?"
    r"(?: still| encore| toujours)?$",
    re.I,
)
# "Held by X since 2012, Y was shelled": the holder, and behind the comma the place.
_OPENING = re.compile(
    r"^\W*(?P<was>once |formerly |previously |autrefois |jadis )?(?:long )?(?:held|controlled|ruled|occupied|run|governed"
    r"|dominated|tenue?s?|contrôlée?s?|occupée?s?|dirigée?s?|dominée?s?)\b[^,;:.]{0,40}?\b(?:by|par) (?P<who>[^,;:.]+),",
    re.I,
)
# "In Houthi hands": whose hands they are stands right before them.
_HANDS = re.compile(r"\bin(?:to)? (?:the )?(?P<who>[\w-]+?)(?: \w+)?[’']? hands\b", re.I)
# "Under Houthi rule", « sous contrôle djihadiste »: the same, but of a place that the sentence names.
_UNDER = re.compile(
    r"\bunder (?:the |full |firm |total )*(?P<who>[\w-]+?)(?: (?:army|military|government))?(?:['’]s? ?| )"
    r"(?:control|rule|occupation|domination)\b",
    re.I,
)
_SOUS = re.compile(r"\bsous (?:le |la |l['’])?(?:contrôle|domination|occupation) (?P<who>[\w-]+)\b", re.I)
_IN_HANDS = (("hands", _HANDS), ("under", _UNDER), ("sous", _SOUS))
# "X remained part of Y", "X is Malian again": whose the place is once more or still.
_BELONGS = re.compile(
    rf"\b(?P<be>remain(?:s|ed)?|becomes|became|stays|stayed|reste|demeure|redevient|est redevenue?|{_BE})"
    r"(?P<still> (?:now|again|once (?:more|again)|still|firmly|toujours|désormais|de nouveau|à nouveau))?"
    r" (?:(?P<part>(?:a )?part of |(?:une )?partie (?:intégrante )?d(?:e la |e l['’]|e |u |['’]))?(?P<who>[\w-]+))"
    r"(?P<anew> (?:again|once more|once again|anew|de nouveau|à nouveau)\b)?",
    re.I,
)
_LASTING = re.compile(r"remain|becom|became|stay|rest|demeur|redev", re.I)
_SEVERAL = frozenset(
    "towns villages cities areas districts zones regions localites villes quartiers regions communes".split()
)
_WHO = frozenset("the a an its his her their own other".split())
_HELD_AS = frozenset("as the a an its his her their them him it talks elections in at on until for".split())
_FORMER = (["former"], ["formerly"], ["previously"], ["once"], ["ex-"])
# "Factions, including X and Y": who they are stands right behind.
_NAMELY = re.compile(
    r"\W{0,2}(?:including|such as|among them|namely|notamment|dont|comme|parmi lesquels)[\s:]"
    r"(?:(?:the|so-called|le|la|les|des|du) )*"
)
# "North of X", « du sud-ouest de X »: X is where something lies, not what it is; then, before this, the town that lies there.
_TOWARDS = re.compile(
    r",? (?:(?:just|to the|[\d,.]+ ?(?:km|kilom[eè]t\w+|miles?)) )*"
    r"(?:(?:north|south|east|west)[\w-]* of|near|close to|outside"
    r"|(?:située?s? )?(?:près|(?:au|du|dans le) (?:nord|sud)[\w-]*|(?:à|de|dans) l['’](?:est|ouest)) d(?:e|u|es|['’]))"
    r" ?(?:the |la |le |les |l['’])?(?:\w+ )?(?:(?:city|town|capital|ville|capitale) (?:of |de |d['’])?)?$",
    re.I,
)
_IN_WIDE = re.compile(r",? (?:située? )?(?:in|of|de|dans|en)(?: the| la)? ?$", re.I)  # "this town in the province of X"
_TOWN = re.compile(
    r"\b(?P<this>this|that|cette|ce) (?:[\w-]+ )?(?:city|town|village|suburb|ville|localité|bourg)$", re.I
)
_ASIDE = re.compile(r"\s*\([^()]*\)")  # "X (west), a town held by"
_CARRIED = ("aux", "aux:pass", "cop")
_NEXT = 6  # characters between "of" and the holder; words between a place and "under control"
_REACH = 8  # words after "rebel-held" in which the place stands
_WHAT_IT_IS = frozenset(fold(word) for word in PLACE_WORDS) | frozenset(
    "localite locality camp base enclave pocket bourg commune".split()
)
_ARMED = ("armed group", "coalition", "state force")


# A sentence without any of these has no set phrase of holding, and without any of those tells of nothing that stays with one.
_AT_ALL = (
    "held",
    "control",
    "contrôl",
    "occup",
    "domin",
    "rul",
    "run",
    "hands",
    "mains",
    "govern",
    "tenu",
    "dirig",
    "clar",
    "proclam",
    "proclaim",
)
_STAYING = ("part", "again", "once", "anew", "still", "now", "firmly", "toujours", "désormais", "nouveau", "redev")


class HeldPhrases:
    """Finds the set phrases of holding."""

    def __init__(self, lexicon: Lexicon, land: Land) -> None:
        self.lexicon, self.land = lexicon, land

    def find(self, scene: Scene, last: LastPlaces) -> tuple[list[Holding], list[Holding]]:
        """Return what is told in so many words ("X, held by Y"), and what other set phrases say."""
        low = scene.parsed.low
        belonging = list(self._belonging(scene, last)) if any(part in low for part in _STAYING) else []
        if not any(part in low for part in _AT_ALL):
            return [], belonging
        others = [*self._hyphened(scene, last), *self._hands(scene, last), *self._opening(scene), *belonging]
        return list(self._told(scene, last)), others

    def _told(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """ "X, held by Y", "X is in the hands of Y": the place right before, the holder right behind."""
        offset = scene.parsed.sentence.span.start
        for match in _TOLD.finditer(scene.parsed.text):
            start, end = match.start() + offset, match.end() + offset
            apart = match["gap"] and match["be"] and not match["which"]  # "X, the city ..., is in the hands of Y"
            place = self._subject(scene, match.start("be") + offset) if apart else self._told_of(scene, start, last)
            place = place or self._superlative(scene, start, last.at(scene, start))
            places = (
                self._joined(scene, place, scene.parsed.text[: match.start("gap")], bool(match["be"]), match[0])
                if place
                else []
            )
            behind = sorted(
                (a for a in scene.actors.values() if end <= a.span.start <= end + _NEXT), key=lambda a: a.span
            )
            if place is not None and behind and behind[0].key:
                first = self._namely(scene, behind[0])
                joined = [scene.actors[k] for k in scene.parse.coordinates(first.word) if k in scene.actors]
                for place, holder in product(places, joined or [first]):
                    span = Span(place.span.start, max(holder.span.end, behind[0].span.end))
                    yield Holding(span, place.key, holder.key, None, place.word, "held by")

    def _namely(self, scene: Scene, group: Ref) -> Ref:
        """ "Factions, including X": X, where a group of no name is followed by who is in it."""
        match = _NAMELY.match(scene.parsed.text, group.span.end - scene.parsed.sentence.span.start)
        if match is None or group.form == "name":
            return group
        end = match.end() + scene.parsed.sentence.span.start
        named = (a for a in scene.actors.values() if a.form == "name" and 0 <= a.span.start - end <= _NEXT)
        return min(named, key=lambda a: a.span, default=group)

    def _joined(self, scene: Scene, place: Ref, before: str, told: bool, words: str = "") -> list[Ref]:
        """ "X and Y are held by", "X and Y, two towns held by": both places."""
        if _OF_BOTH.search(words):
            return self._row(scene, place)
        several = told or any(w in _SEVERAL for w in fold(before).split()[-3:])
        first = scene.parse.first_conjunct(place.word)
        joined = [scene.places[k] for k in scene.parse.coordinates(first) if k in scene.places]
        return joined if several and place in joined else [place]

    def _row(self, scene: Scene, last: Ref) -> list[Ref]:
        """ "Vers X et les villages de Y et Z, tenus par": Y and Z, in one breath before the word."""
        row, offset = [last], scene.parsed.sentence.span.start
        for other in sorted(scene.places.values(), key=lambda p: p.span, reverse=True):
            gap = scene.parsed.text[max(0, other.span.end - offset) : row[-1].span.start - offset]
            if other.span.end <= row[-1].span.start and _JOINT.fullmatch(gap):
                row.append(other)
        return row[::-1]

    def _opening(self, scene: Scene) -> Iterator[Holding]:
        """ "Held by X since 2012, Y was shelled"."""
        match = _OPENING.match(scene.parsed.text)
        offset = scene.parsed.sentence.span.start
        if match is None:
            return
        start, end = match.start("who") + offset, match.end() + offset
        first = min((p for p in scene.places.values() if p.span.start > end), key=lambda p: p.span, default=None)
        for holder in sorted(scene.actors.values(), key=lambda a: a.span):
            if first is not None and holder.key and start <= holder.span.start < end:
                span = Span(offset, first.span.end)
                yield Holding(span, first.key, holder.key, None, holder.word, "held by", denied=bool(match["was"]))

    def _belonging(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """ "X remained part of Y", "X is Malian again"; what merely lies in Y ("X is part of Y") tells of no holder."""
        offset, text = scene.parsed.sentence.span.start, scene.parsed.text
        for match in _BELONGS.finditer(text):
            again = match["anew"] or match["be"].lower().startswith(("redev", "est redev"))
            aimed = text[: match.start()].endswith("to ")  # "wants it to remain part of Y"
            lasting = not aimed and (again or match["still"] or (match["part"] and _LASTING.match(match["be"])))
            start, end = match.start("who") + offset, match.end() + offset
            place = self._subject(scene, match.start() + offset) or self._told_of(scene, match.start() + offset, last)
            country = next(
                (p.key.removeprefix("@") for p in scene.places.values() if p.span.start <= start < p.span.end), ""
            )
            acting = next((a.key for a in scene.actors.values() if a.span.start <= start < a.span.end), "")
            country = country or acting or self.lexicon.demonyms.get(fold(match["who"]), "")
            if lasting and place is not None and place.key != country and self.lexicon.is_country(country):
                holder = self.lexicon.acting_state(country)
                yield Holding(Span(place.span.start, end), place.key, holder, None, place.word, "part of")

    def _subject(self, scene: Scene, at: int) -> Ref | None:
        """Return the place that is the subject of the verb that begins at a character."""
        verb = next((w.head if w.rel in _CARRIED else w.i for w in scene.parse.words if w.start == at), -1)
        found = (scene.places.get(k) for k in scene.parse.kids(verb, "subj", "subj:pass")) if verb >= 0 else ()
        return next((place for place in found if place is not None), None)

    def _told_of(self, scene: Scene, end: int, last: LastPlaces) -> Ref | None:
        """Return the place right before, or before words that say what it is: "X, the last area still under control of"."""
        before = sorted((p for p in scene.places.values() if p.span.end <= end), key=lambda p: p.span)
        if not before:
            return None
        offset = scene.parsed.sentence.span.start
        between = _ASIDE.sub("", scene.parsed.text[before[-1].span.end - offset : end - offset])
        if not between.strip():
            town = before[-2] if len(before) > 1 and self.lexicon.is_country(before[-1].key) else None
            inside = town is not None and before[-1].span.start - town.span.end <= len(", dans la ")
            # "Raqqa, Syria, held by": the town, not the country
            return town if inside else self._not_beside(scene, before, last)
        if between.strip() == "," and before[-1].form == "name":
            return self._not_beside(scene, before, last)  # "X, sous contrôle houthi"
        words = fold(between).split()
        named = between.startswith(", ") and not set(between[2:]) & set(",;:.()")
        kinds = {word.removesuffix("s") for word in words} & _WHAT_IT_IS
        return before[-1] if named and len(words) <= _NEXT and kinds else None

    def _not_beside(self, scene: Scene, before: list[Ref], last: LastPlaces) -> Ref:
        """Return the last place, or what is told to lie by it: "X, east of Y", "this town south of Y"."""
        place, offset = before[-1], scene.parsed.sentence.span.start
        text = scene.parsed.text[: place.span.start - offset]
        lying = _TOWARDS.search(text) or (_IN_WIDE.search(text) if self.lexicon.wide(place.key) else None)
        if lying is None:
            return place
        if len(before) > 1 and before[-2].span.end == lying.start() + offset:
            return before[-2]
        town = _TOWN.search(text, 0, lying.start())
        word = next((w for w in scene.parse.words if town and w.start == town.start("this") + offset), None)
        spoken = (last.before or last).town or last.town  # what the report spoke of, not what stands by the way
        return Ref(word.i, word.span, "place", "nominal", spoken, "town spoken of") if word and spoken else place

    def _superlative(self, scene: Scene, end: int, last: LastPlaces) -> Ref | None:
        """ "The town, the biggest that X has left": the town spoken of."""
        match = _LARGEST.search(scene.parsed.text, 0, end - scene.parsed.sentence.span.start)
        start = match.start("town") + scene.parsed.sentence.span.start if match else -1
        word = next((w for w in scene.parse.words if w.start == start), None)
        if word is None or word.i in scene.places or not last.town:
            return scene.places.get(word.i) if word is not None else None
        return Ref(word.i, word.span, "place", "nominal", last.town, "town spoken of")

    def _hyphened(self, scene: Scene, last: LastPlaces) -> list[Holding]:
        """ "The rebel-held town of X", "militant-held area"."""
        offset = scene.parsed.sentence.span.start
        out = []
        for match in _HELD.finditer(scene.parsed.text):
            holder = self._holder(scene, match["who"], match.start("who") + offset)
            behind = fold(scene.parsed.text[match.end() :]).split()[:1]
            if not holder or fold(scene.parsed.text[: match.start()]).split()[-1:] in _FORMER:
                continue
            if match["gap"] == " " and (
                not behind or behind[0] in _HELD_AS or self._by_verb(scene, match.end() + offset)
            ):
                continue  # "the coalition held the government responsible", "civilians held as human shields"
            end = match.end() + offset
            following = [w for w in scene.parse.words if w.start >= end][:_REACH]
            place, stop = self._held_place(scene, following, last.at(scene, end))
            if place:
                out.append(Holding(Span(match.start() + offset, stop or end), place, holder, None, -1, "-held"))
        return out

    def _held_place(self, scene: Scene, following: list[Word], last: LastPlaces) -> tuple[str, int]:
        """Return the place that "-held" speaks of and where its words end; "" where it is nowhere in particular."""
        near = [scene.places[w.i] for w in following if w.i in scene.places]
        small = [place for place in near if not self.lexicon.is_country(place.key)]
        place = next(iter(small or near), None)
        noun = self._held_noun(scene, following)
        between = noun is not None and (place is None or noun.i < place.word)
        actor = scene.actors.get(noun.i) if noun is not None and between else None
        if actor is not None and actor.noun is not None and actor.noun.kind in _ARMED:
            return "", 0  # "the Kurdish-dominated alliance"
        if place is None:
            return (self._unnamed(scene, noun, last), noun.end) if noun is not None else ("", 0)
        prep = scene.parse.words[place.word].prep
        if noun is not None and between:
            if noun.lemma in TOWN_WORDS and (prep in IN or not small):
                return "", 0  # "a rebel-held town in the north of Syria": one without a name
            if noun.plural and noun.lemma in ANYWHERE and prep in NEAR:
                return f"{place.key}/countryside", place.span.end  # "rebel-held areas near the capital"
        return (place.key if small else self.land.around(scene, place)), place.span.end

    def _held_noun(self, scene: Scene, following: list[Word]) -> Word | None:
        """Return the noun that says what is held: "area", "east"; a place's own words are none."""
        named = [place.span for place in scene.places.values()]
        nouns = (w for w in following if w.pos == "NOUN" or (w.low in self.land.directions and w.rel != "amod"))
        return next((w for w in nouns if not any(span.covers(w.span) for span in named)), None)

    def _unnamed(self, scene: Scene, noun: Word, last: LastPlaces) -> str:
        """ "A rebel-held area" lies in the country, "the rebel-held districts" in the town, "the area" is the last place."""
        if self.land.untold(scene, noun.i):  # but "safe passage to rebel-held areas" leads elsewhere
            return "" if self.land.away(scene, noun.i) else self.land.anywhere(scene, noun.i, last)
        of_town = self.lexicon.is_country(last.place) or noun.lemma in QUARTERS
        before = (last.town if of_town else "") or last.place
        toward = self.land.directions.get(noun.low, "")  # "the rebel-held east"
        return f"{before}/{toward}" if before and toward and "/" not in before else before

    def _by_verb(self, scene: Scene, end: int) -> bool:
        """True where the word of holding that ends here is the verb of a clause with its subject and object."""
        word = next((w for w in scene.parse.words if w.end == end), None)
        return word is not None and bool(scene.parse.kids(word.i, "subj") and scene.parse.kids(word.i, "obj", "obl"))

    def _hands(self, scene: Scene, last: LastPlaces) -> Iterator[Holding]:
        """ "X is back in Houthi hands"."""
        offset = scene.parsed.sentence.span.start
        text = scene.parsed.text
        likely = [words for part, words in _IN_HANDS if part in scene.parsed.low]
        for match in (found for words in likely for found in words.finditer(text)):
            start, end = match.start() + offset, match.end() + offset
            hands = next((w for w in scene.parse.words if w.end == end), None)
            holder = (
                "" if match["who"].lower() in _WHO else self._holder(scene, match["who"], match.start("who") + offset)
            )
            if holder and hands is not None:
                subjects = (k for a in scene.parse.ancestors(hands.i) for k in scene.parse.kids(a, "subj", "subj:pass"))
                place = next((scene.places[k] for k in subjects if k in scene.places), None) or self._told_of(
                    scene, start, last
                )
                key = place.key if place else last.place if match.re is _HANDS else ""
                if key and not (place and place.key == self.lexicon.demonyms.get(fold(match["who"]))):
                    at = min(place.span.start, start) if place else start
                    denied = any(scene.parse.negated(k) for k in (hands.i, *islice(scene.parse.ancestors(hands.i), 2)))
                    yield Holding(Span(at, end), key, holder, None, hands.i, "in hands", denied)

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
                    own = self.lexicon.own(scene.home, noun) if noun.kind == "political group" and scene.home else ""
                    return own or noun.actor
        return next(
            (noun.actor for words, noun in self.lexicon.nouns.get(fold(word), ()) if words[1:] == ("forces",)), ""
        )
