"""Who says it: from a parsed sentence and what was said before to the speakers of each claim, outermost first."""

import re
from dataclasses import dataclass, field

from dateline.codebook import Codebook
from dateline.model import Evidence, Modality, Span
from dateline.understand.draft import SAYS_IT, Draft
from dateline.understand.mentions.discourse import Discourse
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.roles import Roles
from dateline.understand.speech.backdrop import backdrop, cost_so_far
from dateline.understand.speech.cited import Cited
from dateline.understand.speech.french_order import tells_of_it
from dateline.understand.speech.going_on import GOES_ON, GoingOn, Speech
from dateline.understand.speech.mode_clauses import unheld
from dateline.understand.speech.saying import TAIL, Saying
from dateline.understand.speech.saying_words import (
    ALLEGING,
    ASKING,
    CHARGE,
    CHARGING,
    CITING,
    DENOUNCING,
    DISPUTING,
    GAINSAYING,
    PERFORMED,
    PLEDGING,
    RECKONING,
    REPORTING,
    SELF_SAID,
    STANCES,
    TALKS,
    TELLING,
    VOICED,
)
from dateline.understand.speech.sources import Sources, name_behind
from dateline.understand.syntax import Word

__all__ = ["Attribution"]

_COLON = re.compile(r"\s?:\s*(?=[«“\"])")
_BROKEN_OFF = frozenset({",", '"', "”", "»"})
_TAG, _TOLD = 5, 4  # words beside a colon that name who speaks, and words that are a saying
_REACH = 9  # words behind "…”, said" in which the speaker must stand


@dataclass(slots=True, eq=False)
class Attribution:
    """Finds who a report's claims come from; remembers an open quotation from one sentence to the next."""

    codebook: Codebook
    roles: Roles
    language: str
    text: str = ""  # the report's: a line of its own behind a colon is said to its end
    cited: Cited = field(init=False)
    quoting: frozenset[str] = field(init=False)
    saying: Saying = field(init=False)
    sources: Sources = field(init=False)
    going_on: GoingOn = field(init=False)

    def __post_init__(self) -> None:
        self.saying, self.sources = Saying(self.codebook, self.language), Sources(self.roles)
        self.going_on = GoingOn(self.text)
        lists = self.codebook.speech.get(self.language, {})
        self.cited = Cited(lists.get("prepositions", frozenset()), self.roles, self.sources)
        self.quoting = lists.get("quoting", frozenset())

    def read(self, scene: Scene, discourse: Discourse) -> list[Speech]:
        """Return the sentence's acts of saying, and note what carries over to the next sentence."""
        found = [
            *(self._closing(scene, discourse) or self._verbs(scene, discourse)),
            *self.cited.find(scene, discourse),
        ]
        if not self.going_on.announced:
            found = found or self._colon(scene)
        found = found or self.going_on.over(scene)
        for speech in found:
            self.sources.ourselves(scene, speech.scope, speech.speakers, discourse)
        asks = not found and any(self.saying.says(scene.parse, word.i) for word in scene.parse.words)
        self.going_on.note(scene, found, discourse, asks)
        return found

    def speakers(self, draft: Draft, speeches: list[Speech]) -> tuple[list[str], list[Evidence]]:
        """Return the speakers of a draft and the words that name them."""
        keys: list[str] = []
        evidence = []
        for speech in sorted(speeches, key=lambda s: (s.rule in CITING, s.verb)):  # who is cited is the inner one
            if not self._covers(draft, speech):
                continue
            if speech.rule != GOES_ON and backdrop(draft.scene.parse, draft.head, speech.scope):
                continue
            if self._granted(draft, speech):
                continue
            for ref in (side for told in speech.speakers for side in told.each()):
                if ref.key and ref.key not in keys:
                    keys.append(ref.key)
                    if ref.span.end:
                        evidence.append(Evidence("speaker", ref.span, speech.rule))
        charged = draft.type == "accusation" and draft.scene.parse.words[draft.head].lemma in CHARGING  # by others
        if not draft.actors and draft.type in VOICED and draft.hit.trigger.part != "noun" and not charged:
            self._voice(draft, keys, evidence)
        if draft.type in DISPUTING:  # "Moscow said it had no troops there": who denies or accuses is told of, not cited
            keys = [key for key in keys if draft.actors and key not in draft.actors]
            evidence = evidence if keys else []
        if not keys and self._says_so_itself(draft):
            keys = draft.actors[:1]
        return keys, evidence

    def alleged(self, draft: Draft, speeches: list[Speech]) -> int:
        """Return the verb of "…, they alleged", "…, dénonce l'ONG" that covers a deed: who charges others only alleges it."""
        words = draft.scene.parse.words
        deed = words[draft.head if draft.carrier < 0 else draft.carrier]
        told = draft.type not in TALKS and deed.rel not in ("relcl", "acl", "advcl", "obl", "subj", "amod")
        for speech in speeches:
            lemma = words[speech.verb].lemma if speech.verb >= 0 else ""
            charged = lemma == ALLEGING or (lemma in DENOUNCING and told and deed.i < speech.verb)
            if charged and draft.head in speech.scope:
                return speech.verb
        return -1

    def _says_so_itself(self, draft: Draft) -> bool:
        """True for who claims a deed, and who threatens; what is only recalled ("who had vowed to fight") is known."""
        parse = draft.scene.parse
        passing = any(parse.words[k].rel == "relcl" for k in (draft.head, *parse.ancestors(draft.head)))
        told = draft.type == "claim-responsibility" or not passing or self.saying.tells(parse, draft.hit.words)
        return draft.type in SELF_SAID and told

    def _voice(self, draft: Draft, keys: list[str], evidence: list[Evidence]) -> None:
        """ "The strike will not go unpunished, the general said": who says a threat or refusal of nobody else makes it."""
        actor = self.roles.lexicon.actor(keys[-1]) if evidence else None
        if evidence and keys[-1] not in draft.targets and (actor is None or actor.kind not in REPORTING):
            draft.actors.append(keys[-1])
            draft.evidence.append(Evidence("actor", evidence[-1].span, f"{SAYS_IT}; {evidence[-1].rule}"))

    def will(self, draft: Draft, types: dict[int, Draft]) -> list[Evidence]:
        """Give what is asked or pledged the one who asks or pledges it as its speaker; return the words."""
        parse, actor = draft.scene.parse, self.roles.lexicon.actor
        above = list(parse.ancestors(draft.head))
        if draft.modality is Modality.DEMANDED:
            asking = [d for k in above if (d := types.get(k)) and d.type in ASKING and d.actors and d is not draft][:1]
            for asked in asking:
                if (known := actor(asked.actors[-1])) is None or known.kind != "civilian group":
                    draft.speakers = asked.actors[-1:]
                    return [Evidence("speaker", parse.words[asked.head].span, f"actor of {asked.type}")]
        if draft.modality is Modality.THREATENED:
            threats = [d for k in above if (d := types.get(k)) and d.type == "threat" and d.actors and d is not draft][
                :1
            ]
            for threat in threats:
                draft.speakers = threat.actors[-1:]
                return [Evidence("speaker", parse.words[threat.head].span, "actor of threat")]
        if draft.modality in (Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED):
            willing = self.saying.asking | {"tell"} if draft.modality is Modality.DEMANDED else PLEDGING
            verb = next((k for k in above if parse.words[k].lemma in willing and not parse.passive(k)), -1)
            subjects = parse.subjects(verb) if verb >= 0 else []
            refs = [ref for k in subjects for ref in self._speaking(draft.scene, k)][:1]
            draft.speakers = [ref.key for ref in refs if ref.key]
            return [Evidence("speaker", ref.span, f"subject of {parse.words[verb].lemma}") for ref in refs]
        return []

    def stances(self, drafts: list[Draft]) -> list[Speech]:
        """Accusing, condemning and denying are sayings too: what stands below them is told by their actor."""
        out = []
        for draft in drafts:
            parse = draft.scene.parse
            silent = draft.type == "denial" and tells_of_it(parse, draft.head)  # "Damascus denies it"
            if draft.type in STANCES and draft.actors and not silent:
                below = [k for k in parse.kids(draft.head, "obj", "obl", "ccomp", "xcomp", "acl") if k > draft.head]
                below += [k for k in parse.kids(draft.head, "advcl") if parse.words[k].prep in CHARGE]
                scope = {k for c in below for k in parse.subtree(c, ("advcl",))}
                refs = [Ref(-1, Span(0, 0), "actor", "nominal", key, "actor of a stance") for key in draft.actors[:1]]
                out.append(Speech(draft.head, refs, scope, f"actor of {draft.type}"))
        return out

    def _covers(self, draft: Draft, speech: Speech) -> bool:
        """True for what is said; "puts its dead at 230" is at once the saying and what is said."""
        if speech.verb == draft.head and draft.scene.parse.words[speech.verb].lemma in RECKONING:
            return True
        return draft.head in speech.scope and draft.head != speech.verb and not self._own_act(draft, speech)

    def _granted(self, draft: Draft, speech: Speech) -> bool:
        """True for what is known whoever speaks of it: the war that has cost so many lives, the retreat that was no rout."""
        parse = draft.scene.parse
        word = parse.words[draft.head]
        if word.head < 0:
            return False
        if speech.verb < 0 and speech.whole and cost_so_far(draft):
            return True
        verb = parse.words[speech.verb].lemma if speech.verb >= 0 else ""
        return verb in GAINSAYING and unheld(parse, word, parse.words[word.head])

    def _own_act(self, draft: Draft, speech: Speech) -> bool:
        """True where the speech is itself the event ("called on", "denied", "declared a ceasefire")."""
        if speech.verb in draft.hit.words:
            return True
        verb = draft.scene.parse.words[speech.verb].lemma if speech.verb >= 0 else ""
        if draft.type in DISPUTING and draft.actors and verb in GAINSAYING | CHARGING:
            return True  # "X accused Y; Y denied it": neither tells what the other says
        parse, doers = draft.scene.parse, {ref.key for ref in speech.speakers}
        spoken = draft.type in PERFORMED and speech.verb >= 0 and doers == set(draft.actors)
        return spoken and draft.head in parse.objects(speech.verb)

    def _closing(self, scene: Scene, discourse: Discourse) -> list[Speech]:
        """ "…, X said on Friday.", "… X quoted Y as saying.": all before is said, however the model parsed it."""
        words = scene.parse.words
        end = len(words)
        for verb in range(end - 1, max(1, end - TAIL - 2), -1):
            word = words[verb]
            if word.pos not in ("VERB", "AUX") or word.name >= 0 or word.tense in ("inf", "ger"):
                continue
            if self.language == "fr" and word.tense == "part" and not scene.parse.kids(verb, "aux", "aux:pass"):
                return []  # "…, sommés de partir"
            if word.lemma in GAINSAYING and (word.rel == "relcl" or tells_of_it(scene.parse, verb)):
                return []  # "…, an assertion the army denied", "…, ce que dément l'armée": it says none of what stands before
            quoted = word.lemma in self.quoting
            if not quoted and not (word.lemma in TELLING or self.saying.says(scene.parse, verb)):
                return []
            behind = None if quoted else name_behind(scene, verb)  # "… said director Rami Abdel Rahman."
            if not quoted and not behind and any(k > verb for k in scene.parse.kids(verb, "obj", "ccomp")):
                return []  # "declared the ceasefire over" is an act, no tag behind a sentence
            if word.lemma in self.saying.willing and scene.parse.kids(verb, "xcomp"):
                return []  # "…; the ministry promised to arrest them"
            refs = [(verb, self.sources.of(scene, behind))] if behind else self._beside(scene, verb, quoted, discourse)
            told = self._last_clause(scene, refs[0][0]) if refs else set()
            if words[-1].text == ":":  # "Speaking after the fall of the city, X said:": what follows is said
                return (
                    [Speech(verb, [ref for _, ref in refs], set(), f"closing {word.lemma}", whole=True)] if refs else []
                )
            if not any(words[k].pos in ("VERB", "AUX") or words[k].rel == "subj" for k in told):
                return []
            return [Speech(verb, [ref for _, ref in refs], told, f"closing {word.lemma}", whole=True)]
        return []

    def _last_clause(self, scene: Scene, end: int) -> set[int]:
        """Return what stands before a word, after the last semicolon if a clause of its own begins there."""
        words = scene.parse.words
        start = max((w.i for w in words[:end] if w.text == ";"), default=-1) + 1
        own = any(w.pos in ("VERB", "AUX") and w.tense in ("past", "pres") for w in words[start:end])
        return set(range(start if own else 0, end))

    def _colon(self, scene: Scene) -> list[Speech]:
        """ "The president set the tone in a speech: “…”": who acts before the colon says what is quoted behind it."""
        match = _COLON.search(scene.parsed.text)
        if match is None:
            return self._tag(scene)
        words, at = scene.parse.words, match.start() + scene.parsed.sentence.span.start
        before = [w for w in words if w.end <= at]
        verb = next((w.i for w in before if w.pos == "VERB" and w.rel in ("root", "ccomp", "conj", "advcl")), -1)
        subjects = scene.parse.subjects(verb) if verb >= 0 else []
        refs = [self.sources.of(scene, ref) for k in subjects for ref in self.roles.refs_at(scene, k, "speaker")]
        told = {w.i for w in words if w.start > at}
        return [Speech(-1, refs, told, "before the colon", whole=True)] if refs else []

    def _tag(self, scene: Scene) -> list[Speech]:
        """ "Air raid kills 12 in Hama: monitor", "UN: thousands flee": headlines that tell who says so beside a colon."""
        words = scene.parse.words
        at = next((w.i for w in words if w.text == ":"), -1)
        sides = (range(at + 1, len(words)), range(at)) if at > 0 else ()
        for side in sides:
            said = [w.i for w in words if w.i not in side and w.i != at]
            alone = 0 < len(side) <= _TAG and not any(words[k].pos in ("VERB", "AUX", "NUM") for k in side)
            refs = (
                [scene.actors[k] for k in side if k in scene.actors and not scene.actors[k].modifies] if alone else []
            )
            if refs and len(said) >= _TOLD:
                return [Speech(-1, [self.sources.of(scene, refs[-1])], set(said), "beside the colon", whole=True)]
        return []

    def _beside(self, scene: Scene, verb: int, quoted: bool, discourse: Discourse) -> list[tuple[int, Ref]]:
        """Return who stands right before a closing verb of saying, outermost first, and where their words begin."""
        words = scene.parse.words
        near = [r for r in scene.actors.values() if words[verb].start - 2 <= r.span.end <= words[verb].start]
        near = [r for r in near if r.form != "pronoun" and not r.modifies]
        if not near:
            return []
        first = near[0]
        whole = (scene.actors[k] for k in scene.parse.kids(verb, "subj") if k in scene.actors)
        first = next((r for r in whole if r.form == "name" and first.word in scene.parse.subtree(r.word)), first)
        start = next(w.i for w in words if w.end > first.span.start)
        below = set(scene.parse.subtree(first.word))
        while start - 1 in below and words[start - 1].pos != "PUNCT" and not words[start - 1].plural:
            start -= 1  # "killed in the strikes X news agency quoted": the strikes are not part of the name
        self.sources.same_speaker(scene, (first.word,), discourse)
        out = [(start, self.sources.of(scene, first))]
        if quoted:
            inner = [scene.actors[k] for k in range(verb + 1, len(words)) if k in scene.actors]
            out += [(start, self.sources.of(scene, ref)) for ref in inner[:1]]
        return out

    def _verbs(self, scene: Scene, discourse: Discourse) -> list[Speech]:
        parse = scene.parse
        out: list[Speech] = []
        for word in parse.words:
            if word.pos not in ("VERB", "AUX") or word.name >= 0 or not self.saying.says(parse, word.i):
                continue
            if self.language == "fr" and word.rel == "acl" and parse.passive(word.i) and word.lemma not in self.quoting:
                continue  # "le M23, soutenu par X"
            if word.rel == "amod" or (word.lemma in GAINSAYING and tells_of_it(parse, word.i)):
                continue  # "the so-called caliphate"
            scope = self.saying.covered(parse, word.i)
            if word.tense == "ger" and out and parse.kids(word.i, "ccomp") and word.rel in ("advcl", "xcomp", "conj"):
                before = next((s for s in out if s.verb == word.head), out[-1])  # "…, X said, adding that …"
                out.append(Speech(word.i, before.speakers, scope, f"goes on: {word.lemma}"))
                continue
            subjects = self._tellers(scene, word)
            if scope:  # "they broke the truce" says nothing
                self.sources.same_speaker(scene, subjects, discourse)
            if word.tense == "inf" and any(
                parse.words[k].low in ("to", "de", "à", "pour") for k in parse.kids(word.i, "aux", "mark")
            ):
                continue  # "until Wednesday to respond": nobody has said anything yet
            if word.tense == "ger" and word.rel in ("acl", "advcl") and not parse.kids(word.i, "ccomp"):
                continue
            refs = [ref for k in subjects for ref in self._speaking(scene, k)]
            refs = refs or self.sources.unnamed(scene, word.i, discourse)
            if refs and (scope or scene.parsed.text.rstrip().endswith(":")):  # "X wrote:": what follows is X's
                out.append(Speech(word.i, refs, scope, f"subject of {word.lemma}"))
            if refs and (scope or word.lemma in GAINSAYING) and not any(r.form == "pronoun" for r in refs):
                discourse.speakers = tuple(ref.key for ref in refs if ref.key) or discourse.speakers
        return out

    def _speaking(self, scene: Scene, subject: int) -> list[Ref]:
        """Return who speaks: of "le porte-parole de la mission, Ali Ahmad" the person, not the mission."""
        ref = scene.actors.get(subject)
        beside = (scene.actors[k] for k in scene.parse.kids(subject, "appos") if k in scene.actors)
        person = next((r for r in beside if r.form == "name" and self.sources.is_person(r.key)), None)
        if person is not None and (ref is None or ref.form != "name"):
            return [person]
        return [self.sources.of(scene, ref) for ref in self.roles.refs_at(scene, subject, "speaker")]

    def _tellers(self, scene: Scene, word: Word) -> tuple[int, ...]:
        """Return whose saying a verb tells: its subject, who stands right before it, or who follows it."""
        parse = scene.parse
        finite = word.tense in ("past", "pres") and not parse.passive(word.i)
        own = [k for k in parse.kids(word.i, "subj") if not any(w.text in '"”' for w in parse.words[k : word.i])]
        if self.language == "en" and finite and not own and word.rel != "relcl":
            beside = [r for r in scene.actors.values() if word.start - 2 <= r.span.end < word.start and not r.modifies]
            if beside and beside[0].form != "pronoun":
                return (beside[0].word,)  # "… with Turkey activist Ali Ahmad told reporters", however it was parsed
        subjects = parse.subjects(word.i)
        behind = tuple(k for k in subjects if k > word.i)
        if behind and parse.words[word.i - 1].text in _BROKEN_OFF:
            return behind  # "the rebels, said X, had fled": who stands before the comma is spoken of
        return subjects or self._inverted(scene, word.i)

    def _inverted(self, scene: Scene, verb: int) -> tuple[int, ...]:
        """ "…", said X: the actor right behind a speech verb without subject."""
        if verb == 0:
            return ()
        for k in range(verb + 1, min(verb + _REACH, len(scene.parse.words))):
            if k in scene.actors and scene.actors[k].form != "pronoun":
                return (k,)
            if scene.parse.words[k].pos not in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "ADV"):
                break
        return ()
