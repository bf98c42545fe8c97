"""Who a source is: the noun before a verb of saying in, the person, body or state it stands for out."""

from collections.abc import Iterable, Sequence

from dateline.understand.mentions.discourse import Discourse
from dateline.understand.scene import PERSON_PRONOUNS, WE, Ref, Scene
from dateline.understand.slots.roles import Roles
from dateline.understand.speech.french_order import same_again
from dateline.understand.syntax import Word

__all__ = ["BODY_NOUNS", "Sources", "name_behind"]

_NEAR = 9  # words between an office and the name beside it
_OFFICIAL = frozenset(
    "official officer minister diplomat spokesman spokeswoman spokesperson authority responsable officiel".split()
)
_THE = frozenset("the le la l' l’ ce cet cette".split())
# Who tells, by what they are to the reporter: "the source added" is whoever spoke before.
_TELLERS = frozenset(
    "source reporter correspondent statement official spokesman spokeswoman spokesperson activist witness "
    "correspondant responsable porte-parole militant témoin communiqué".split()
)
_PAPERS = frozenset("statement communique communiqué readout release bulletin".split())  # "a terse communique said"
_STUDIES = frozenset(
    "report study investigation inquiry tweet post message letter video rapport étude enquête message".split()
)
_WRITTEN_BY = frozenset("by from of de d' par".split())
# Bodies whose noun alone means the one of them that spoke before.
BODY_NOUNS = frozenset(
    "ministry command council directorate mission committee union commission federation office staff centre center "
    "observatory network ministère commandement conseil mission comité commission observatoire".split()
)
_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson director head chief commander minister governor mayor chairman chairwoman "
    "president secretary coordinator envoy ambassador adviser deputy leader official".split()
)
_ALIKE = frozenset(
    {"monitoring", "monitor", "watchdog", "base"}
)  # "the Britain-based monitoring group" is no other one
_COUNTS = frozenset("count account estimate reckoning tally admission figure telling calculation".split())
_VOICES = 8  # speakers back to which such a noun reaches
_TITLED = 7  # words of rank and name behind an office
_GROUPS = frozenset(
    "group organisation organization monitor watchdog network agency charity body groupe organisme organisation ong "
    "réseau agence association".split()
)
_FIGHTERS = frozenset({"state force", "armed group"})
_HELD_BY = frozenset("control hand rule authority grip contrôle main autorité".split())  # "under our control"
_BODIES = {
    **dict.fromkeys(("military", "army", "militaire"), "army"),
    **dict.fromkeys(("government", "gouvernemental"), "government"),
    "police": "police",
}


class Sources:
    """Finds whom "a military source", "Russian officials" or "the group's spokesman" stand for."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles

    def of(self, scene: Scene, ref: Ref) -> Ref:
        """Return who a source is: the person named beside the office, whom a source is close to, whose source it is."""
        if ref.form == "name" or ref.noun is None or ref.noun.kind not in ("source", "person", "media"):
            return ref
        below = sorted(
            k for k in scene.parse.subtree(ref.word, ("relcl", "ccomp", "advcl")) if k in scene.actors and k != ref.word
        )
        named = [r for k in below if (r := scene.actors[k]).form == "name" and abs(k - ref.word) < _NEAR]
        people = [r for r in named if self.is_person(r.key)]
        nations = (self.roles.nationality(scene, k) for k in scene.parse.kids(ref.word, "amod", "compound"))
        state = next((nation for nation in nations if nation is not None), None)
        if people or named:
            return (people or named)[0]
        official = scene.parse.words[ref.word].lemma in _OFFICIAL
        if state is not None and (ref.noun.kind == "source" or official):
            return state  # "Russian sources", "Nigerian officials"
        return self._whose(scene, ref) if ref.noun.kind == "source" else ref

    def is_person(self, key: str) -> bool:
        actor = self.roles.lexicon.actor(key)
        return actor.kind == "person" if actor else key.startswith("?person")

    def same_speaker(self, scene: Scene, subjects: tuple[int, ...], discourse: Discourse) -> None:
        """ "It added", "he said", "the group said": who spoke last goes on, whoever was spoken of in between."""
        for k in subjects:
            ref = scene.actors.get(k)
            if ref is None or not discourse.speakers:
                continue
            if self.goes_on(scene, ref, discourse.speakers[-1]):
                ref.key = discourse.speakers[-1]
            elif spoke := self.of_that_name(scene, ref, discourse.voices):
                ref.key = spoke

    def unnamed(self, scene: Scene, verb: int, discourse: Discourse) -> list[Ref]:
        """Return who spoke last for "a statement said", "he added" of whom nobody can tell who it is; else nothing."""
        parse = scene.parse
        for k in parse.kids(verb, "subj"):
            by = (b for b in parse.kids(k, "obl", "agent") if parse.words[b].prep in _WRITTEN_BY and b in scene.actors)
            if parse.words[k].lemma in _PAPERS | _STUDIES and (whose := next(by, -1)) >= 0:
                return [self.of(scene, scene.actors[whose])]  # "a report by X found"
        for k in parse.kids(verb, "subj") if discourse.speakers else ():
            word, last = parse.words[k], discourse.speakers[-1]
            below = {parse.words[b].rel for b in word.kids}
            paper = word.lemma in _PAPERS and below <= {"det", "amod", "punct"}
            if k not in scene.actors and (paper or (word.low in PERSON_PRONOUNS and self.is_person(last))):
                return [Ref(k, word.span, "actor", "nominal" if paper else "pronoun", last, "spoke last")]
        return []

    def goes_on(self, scene: Scene, ref: Ref, last: str) -> bool:
        """Return whether who says something is the one who spoke last: "it", "he", "the group", "the ministry"."""
        word = scene.parse.words[ref.word]
        low = word.low
        beside = {w.text for w in scene.parse.words[max(0, word.i - 1) : word.i + 2 : 2]}
        if ref.form == "pronoun" and beside == {","}:
            return False  # "une faction, elle, affirme": set against others, it is who stands before it
        if ref.form == "pronoun":
            if low in ("ils", "elles") and ref.key:
                return False  # French says how many they are: they are not the one who spoke
            return self.is_person(last) == (low in PERSON_PRONOUNS) and low not in WE
        again = same_again(scene.parse, ref.word) if ref.form == "nominal" else ""
        if again:
            return (again == "person") == self.is_person(last)
        if ref.form != "nominal" or ref.plural or not self._points_back(scene, word):
            return False
        actor = self.roles.lexicon.actor(last)
        kind = "person" if self.is_person(last) else actor.kind if actor else ""
        if word.lemma in _TELLERS:
            return True
        if word.lemma in _GROUPS:
            return kind not in ("person", "state", "state body", "state force", "civilian group")
        return word.lemma in last.split("-") or (actor is not None and word.lemma in actor.name.casefold().split())

    def of_that_name(self, scene: Scene, ref: Ref, voices: Sequence[str]) -> str:
        """Return who of those who spoke before bears the noun in their name: "the ministry", "the council"; "" if none."""
        word = scene.parse.words[ref.word]
        back = ref.form == "nominal" and word.lemma in BODY_NOUNS and not ref.plural and self._points_back(scene, word)
        return next((key for key in reversed(voices[-_VOICES:]) if back and word.lemma in key.split("-")), "")

    def named_behind(self, scene: Scene, office: int) -> Ref | None:
        """Return the person named behind an office and a comma: "the spokesman for the command, Colonel Ali Ahmad"."""
        words = scene.parse.words
        if words[office].pos != "NOUN" or words[office].lemma not in _OFFICES:
            return None
        comma = next((w.i for w in words[office : office + _NEAR] if w.text == ","), -1)
        if comma < 0 or any(w.pos in ("VERB", "AUX") and w.name < 0 for w in words[office:comma]):
            return None
        near = (scene.actors[w.i] for w in words[comma + 1 : comma + _TITLED] if w.i in scene.actors)
        found = next((ref for ref in near if ref.form == "name"), None)
        begun = found is not None and all(w.pos in ("PROPN", "ADJ", "NOUN") for w in words[comma + 1 : found.word])
        behind = words[found.word + 1 : found.word + 2] if found is not None else []
        closed = not behind or behind[0].pos in ("PUNCT", "CCONJ", "AUX", "VERB")
        return found if found is not None and begun and closed and self.is_person(found.key) else None

    def counting(self, scene: Scene) -> tuple[int, Ref] | None:
        """Return whose count "by the UN's count", "by its own admission" is, and its word: all it stands beside is theirs."""
        parse = scene.parse
        for word in parse.words:
            if word.lemma in _COUNTS and word.prep in ("by", "on") and word.rel == "obl":
                whose = next((scene.actors[k] for k in parse.kids(word.i, "poss") if k in scene.actors), None)
                if whose is not None and whose.key:
                    return word.i, self.of(scene, whose)
        return None

    def _points_back(self, scene: Scene, word: Word) -> bool:
        """True for "the group" and "the source" that nothing tells apart from others."""
        parse = scene.parse
        before = parse.words[word.i - 1].low if word.i else ""
        own = {parse.words[k].low for k in parse.kids(word.i, "det")} | {before}
        told = parse.kids(word.i, "amod", "compound", "obl", "nmod", "poss", "appos", "num", "conj", "flat")
        passing = (
            word.i + 1 < len(parse.words) and parse.words[word.i + 1].text == ","
        )  # "the group, whose count …, puts"
        told += () if passing else parse.kids(word.i, "relcl", "acl")
        apart = [k for k in told if parse.words[k].lemma not in _ALIKE and not parse.words[k].low.endswith("based")]
        return bool(own & _THE) and not apart

    def ourselves(self, scene: Scene, scope: Iterable[int], tellers: Sequence[Ref], discourse: Discourse) -> None:
        """Let "we" and "our soldiers" in what is said mean whom its speaker speaks for, and theirs."""
        parse, teller = scene.parse, tellers[-1].key if tellers else ""
        side = self.roles.lexicon.spoken_for(teller, discourse.bodies) if teller else ""
        for word in (parse.words[k] for k in scope if side):
            ref = scene.actors.get(word.i)
            ours = word.rel in ("poss", "det") and word.head >= 0 and parse.words[word.head].lemma in _HELD_BY
            if word.low in WE and (ours or (word.pos == "PRON" and word.rel != "poss")):
                scene.actors[word.i] = Ref(word.i, word.span, "actor", "pronoun", side, "pronoun")
            elif ref is not None and ref.noun is not None and ref.noun.kind in _FIGHTERS:
                whose = {parse.words[k].low for k in parse.kids(word.i, "poss", "det", "nmod")}
                ref.key = side if whose & WE else ref.key

    def _whose(self, scene: Scene, ref: Ref) -> Ref:
        """ "A military source", "government sources": the body of the country told of."""
        start = scene.parsed.sentence.span.start
        words = scene.parsed.text[ref.span.start - start : ref.span.end - start].lower().split()
        words += [scene.parse.words[k].lemma for k in scene.parse.kids(ref.word, "amod", "compound")]
        role = next((_BODIES[word] for word in words if word in _BODIES), "")
        if role and scene.home:
            ref.key = self.roles.lexicon.with_role(scene.home, role)
        return ref


def name_behind(scene: Scene, verb: int) -> Ref | None:
    """Return the name that ends a sentence right behind a verb of saying: "… said the group's director Ali Ahmad." """
    if scene.parse.words[verb].lemma != "say":
        return None  # "The army announced Operation Dawn."
    words = scene.parse.words[verb + 1 :]
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    nouns = (w.pos in ("DET", "ADJ", "PROPN", "NOUN", "PART") or w.lemma == "monitor" for w in words)
    if not words or len(words) > _NEAR or not all(nouns):
        return None
    named = [scene.actors[w.i] for w in words if w.i in scene.actors and scene.actors[w.i].form == "name"]
    return named[-1] if named else None
