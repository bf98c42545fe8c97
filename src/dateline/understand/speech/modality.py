"""In what mode a claim is told: fact, plan, threat, demand, term of a deal, hearsay, denial or mere possibility."""

from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Evidence, Modality
from dateline.understand.draft import DUE, TERM, Draft
from dateline.understand.parse.words import ACCUSING, INSTEAD, PURPOSE
from dateline.understand.scene import NO_ONE
from dateline.understand.speech.ahead import ahead
from dateline.understand.speech.french_tenses import mode_of_tense
from dateline.understand.speech.hearsay import Hearsay, authored
from dateline.understand.speech.mode_clauses import around, ending, inverted, only_mentioned, told_before, unheld
from dateline.understand.speech.mode_signs import sign_at
from dateline.understand.speech.mode_text import (
    asked_in_time,
    follows_a_menace,
    in_vain,
    opened,
    seems,
    supposed_on,
)
from dateline.understand.speech.mode_words import (
    ACTS_OF_SPEECH,
    AIMING,
    AIMS_AT,
    BEHIND,
    CARRY,
    CEASING,
    EXACTING,
    FAILING,
    LINKS,
    MAKING,
    NAMING,
    NOBODY,
    NONE,
    NOUN_VERBS,
    OBLIGING,
    OPPOSED,
    OWED,
    PARTS,
    PREPARING,
    REPORTING,
    TELLING,
    TERM_GROUPS,
    USES,
    VIOLENT_WILL,
    WARNING,
    WITHOUT,
)
from dateline.understand.speech.saying_words import ASKING, DISPUTING
from dateline.understand.speech.set_by import finite, set_by
from dateline.understand.speech.terms import settled, term_of
from dateline.understand.speech.undone import Undone
from dateline.understand.syntax import MODALS, Parse, Word

__all__ = ["Modalities"]

_CATEGORIES = ("denied", "demanded", "threatened", "hypothetical", "agreed", "planned", "reported")
_CLIMB = 5
_WHAT_IS_SAID = frozenset({Modality.THREATENED, Modality.DEMANDED, Modality.AGREED})  # a threat made is a fact


@dataclass(frozen=True, slots=True)
class Found:
    """A mode and the word that sets it."""

    modality: Modality
    word: int
    rule: str
    told_as: str = ""


class Modalities:
    """Reads the mode of drafts of one language."""

    def __init__(self, codebook: Codebook, language: str, speech: frozenset[str]) -> None:
        lists = codebook.modality.get(language, {})
        self.language, self.speech = language, speech
        self.group = {t.id: t.group for t in codebook.types.values()}
        self.words = {c: {part: lists.get(f"{c}.{part}", frozenset()) for part in PARTS} for c in _CATEGORIES}
        self.undone = Undone(self.words["denied"]["phrases"], self.group)
        self.hearsay = Hearsay(self.words["reported"])
        self.gainsaying = self.words["denied"]["verbs"] | lists.get("refused.verbs", frozenset())
        self.unsure = self.words["hypothetical"]["adjectives"]
        self.resets = lists.get("resets", frozenset())

    def read(self, draft: Draft, types: dict[int, Draft], alleged: int = -1) -> tuple[Modality, list[Evidence]]:
        """Return a draft's mode and its words; `types` are the sentence's drafts by word, `alleged` who alleges it."""
        found = self._find(draft, types)
        if found is None and alleged >= 0 and self.group.get(draft.type) not in ACTS_OF_SPEECH:
            found = Found(Modality.REPORTED, alleged, "charged with it")
        said = found is not None and self.group.get(draft.type) in ACTS_OF_SPEECH and found.modality in _WHAT_IS_SAID
        said |= found is not None and draft.type == "agreement" and found.modality is Modality.AGREED  # there is one
        if found is None or said or (draft.type in DISPUTING and found.modality is Modality.REPORTED):
            return Modality.ASSERTED, []
        draft.told_as = found.told_as
        word = draft.scene.parse.words[found.word] if found.word >= 0 else None
        return found.modality, [Evidence("modality", word.span, found.rule)] if word else []

    def _find(self, draft: Draft, types: dict[int, Draft]) -> Found | None:
        trigger, parse = draft.hit.trigger, draft.scene.parse
        if trigger.modality:
            return Found(Modality(trigger.modality), draft.head, "trigger")
        if self.group.get(draft.type) == "violence" and follows_a_menace(draft, self.words["threatened"]["phrases"]):
            return Found(Modality.THREATENED, draft.head, "told as what follows otherwise")
        own = self._own(parse, draft)
        timed = Found(Modality.DEMANDED, draft.head, "asked within a time") if asked_in_time(draft) else None
        above = timed or self._above(parse, draft, types)
        spoken = self.group.get(draft.type) in ACTS_OF_SPEECH
        if (
            spoken
            and own
            and own.modality in (Modality.PLANNED, Modality.DENIED)
            and own.rule != NOBODY
            and draft.type != "claim-responsibility"  # what nobody claims is not claimed
            and not (draft.type in ASKING and own.modality is Modality.PLANNED)  # "will be asked to"
        ):
            own = None  # "will not retreat", "would not go unpunished": the refusal or threat itself is a fact
        if own and own.rule == "conditional clause":
            return own
        if told_before(draft):
            return own
        if supposed := inverted(draft):
            return Found(*supposed)
        if spoken and above and above.modality is Modality.DENIED and parse.words[draft.head].rel == "conj":
            above = None  # "denied it and blamed the rebels"
        told = term_of(draft, types) if self.group.get(draft.type) in TERM_GROUPS else None
        term = Found(Modality.AGREED, told.word, told.rule, TERM if told.leads else "") if told else None
        asked = above is not None and above.modality is Modality.DEMANDED
        if term and not (asked and above and parse.words[above.word].lemma not in OBLIGING):
            return term  # "under the deal they are obliged to leave": agreed, and not asked
        if own and own.modality is Modality.DENIED:
            return own
        if above and above.modality in (Modality.DEMANDED, Modality.AGREED, Modality.THREATENED, Modality.HYPOTHETICAL):
            return above
        if own and own.modality is Modality.PLANNED:
            return self._will(draft, own)
        if found := own or above:
            if found.modality is Modality.PLANNED and not spoken and (charged := self.hearsay.charged(draft)):
                return Found(Modality.REPORTED, *charged)
            return self._supposed(parse, self._gainsaid(parse, found))
        said = None if spoken else self.hearsay.at(draft, types, self.group.get(draft.type) == "violence")
        return Found(Modality.REPORTED, *said) if said else None

    def _gainsaid(self, parse: Parse, found: Found) -> Found:
        """ "Denied allegations that its troops had shelled the town": what is only reported is denied."""
        said = parse.words[found.word]
        verb = parse.words[said.head] if said.head >= 0 and said.rel == "obj" else None
        denied = found.modality is Modality.REPORTED and verb is not None and verb.lemma in self.gainsaying
        return Found(Modality.DENIED, said.head, f"{parse.words[said.head].lemma} what is said") if denied else found

    def _own(self, parse: Parse, draft: Draft) -> Found | None:
        """What stands at the trigger itself: auxiliaries, negation, adverbs, adjectives, a conditional clause."""
        head = draft.head if draft.carrier < 0 else draft.carrier
        word = parse.words[head]
        kids = [parse.words[k] for k in word.kids]
        if draft.carrier >= 0:
            kids += [parse.words[k] for k in parse.kids(draft.head, "amod", "advmod")]
        if (
            word.prep in ("of", "de", "d'") and word.head >= 0 and parse.words[word.head].lemma in USES
        ):  # "the possible use of force"
            kids += [parse.words[k] for k in parse.kids(word.head, "amod")]
        if word.rel == "conj" and not any(k.rel == "aux" for k in kids) and word.head >= 0:
            kids += [parse.words[k] for k in parse.kids(parse.first_conjunct(head), "aux", "mark")]
        verbal = draft.hit.trigger.part != "phrase" or (self.language == "fr" and parse.words[draft.head].pos == "VERB")
        if draft.type == draft.hit.trigger.type and verbal:  # "personne n'a été tué"
            negated = next((k for k in kids if k.rel == "neg" and k.i not in draft.hit.words), None)
            negated = None if head != draft.head and only_mentioned(word) else negated
            goes_on = draft.type == "clash" and word.lemma in CEASING  # "les combats n'ont jamais cessé"
            if negated is not None and not goes_on:
                return Found(Modality.DENIED, negated.i, "negated")
            tried = word.head if word.rel == "xcomp" and not any(k.rel == "subj" for k in kids) else head
            doers = [parse.words[k] for k in parse.kids(tried, "subj", "subj:pass")]
            nobody = [n for k in doers for n in parse.kids(k.i, "neg") if parse.words[n].low in NO_ONE]
            nobody += [k.i for k in doers if k.lemma in NONE and k.pos in ("PRON", "DET", "CCONJ")]
            if nobody:
                return Found(Modality.DENIED, nobody[0], NOBODY)
        opposed = next((k for k in kids if k.rel == "case" and k.low in OPPOSED), None)
        if opposed is not None and any(k.rel == "cop" for k in kids):
            return Found(Modality.HYPOTHETICAL, opposed.i, "opposed")
        lacking = next((k for k in kids if k.rel == "case" and k.low in WITHOUT), None)
        if lacking is not None and draft.head == head and lacking.i not in draft.hit.words:
            return Found(Modality.DENIED, lacking.i, "without")
        for kid in kids:
            if kid.rel in ("mark", "case") and kid.low in self.words["hypothetical"]["conjunctions"]:
                return Found(Modality.HYPOTHETICAL, kid.i, "conditional clause")
        if parse.opened_by(draft.head, INSTEAD):
            return Found(Modality.DENIED, draft.head, "told not to have been done")
        if undone := self.undone.at(draft):
            return Found(Modality.DENIED, *undone)
        if sign := sign_at(draft, self.words):
            return Found(*sign, f"told as {parse.words[sign[1]].lemma}")
        for kid in kids:
            if found := self._word_mode(kid):
                return found
        prepared = next((k for k in draft.absorbed if parse.words[k].lemma in PREPARING), -1)
        if prepared >= 0:
            return Found(Modality.PLANNED, prepared, f"planned by {parse.words[prepared].lemma}")
        if self.group.get(draft.type) not in ACTS_OF_SPEECH and word.lemma in PREPARING:
            return Found(Modality.PLANNED, head, f"planned by {word.lemma}")
        if self.language == "fr":
            verbs = [head, *(k for k in draft.absorbed if parse.words[k].pos == "VERB")]  # "auraient été tués"
            if told := mode_of_tense(parse, verbs, self.group.get(draft.type) in ACTS_OF_SPEECH):
                return Found(told[0], head, told[1], DUE if told[0] is Modality.PLANNED else "")
        return None

    def _word_mode(self, kid: Word) -> Found | None:
        low = kid.low
        part = {"aux": "auxiliaries", "advmod": "adverbs", "amod": "adjectives"}.get(kid.rel)
        if part is None:
            return None
        if kid.lemma in OWED and kid.tense == "past":
            return Found(Modality.PLANNED, kid.i, "was due")
        for category in _CATEGORIES:
            words = self.words[category][part]
            if low in words or kid.lemma in words:
                return Found(Modality(category), kid.i, f"{part[:-1]} {low}", DUE if kid.rel == "aux" else "")
        if kid.rel == "aux" and low in ("'ll", "wo"):
            return Found(Modality.PLANNED, kid.i, "auxiliary will", DUE)
        return None

    def _above(self, parse: Parse, draft: Draft, types: dict[int, Draft]) -> Found | None:
        """What governs the trigger: "agreed to", "plans for", "if"; nearest first."""
        current, group = draft.head if draft.carrier < 0 else draft.carrier, self.group.get(draft.type, "")
        if (made := settled(draft)) >= 0:
            return Found(Modality.AGREED, made, f"agreed by {parse.words[made].lemma}")
        if opening := opened(draft, self.words["hypothetical"]["conjunctions"]):
            return Found(Modality.HYPOTHETICAL, draft.head, opening)
        if draft.carrier >= 0 and ending(group, parse.words[draft.head], parse.words[current]):
            return None
        if carried := self._carried(parse, draft):
            return carried
        if draft.carrier >= 0 and (told := around(draft, parse.words[draft.head], parse.words[current], self.unsure)):
            return Found(*told)
        for _ in range(_CLIMB):
            word = parse.words[current]
            if word.head < 0 or word.rel not in CARRY or word.prep in BEHIND:
                return None
            head = parse.words[word.head]
            if word.rel == "conj" and head.tense == "inf" and finite(parse, word):
                current = next((k for k in parse.ancestors(head.i) if finite(parse, parse.words[k])), -1)
                if current < 0:
                    return None
                continue  # "wants to fight on and calls for a truce": it stands beside what she wants
            if word.rel in ("ccomp", "parataxis") and any(w.text == ";" for w in parse.words[word.i : head.i]):
                return None  # "X accused Y of shelling; Z denied it": the first half stands for itself
            aimed = parse.opened_by(word.i, PURPOSE) or (word.i == draft.head and parse.aim_of(word.i) >= 0)
            if aimed and group in AIMS_AT:
                return Found(Modality.PLANNED, word.i, "the aim of what is told")
            if ending(group, word, head) or unheld(parse, word, head):
                return None  # "called for an end to the raids": there are raids
            told = around(draft, word, head, self.unsure) or set_by(draft, word, head, types, group == "violence")
            if told := told or ahead(draft, word, head, group):
                return Found(*told)
            if found := self._governor(parse, draft, word, head):
                return found
            if word.rel == "ccomp" and head.lemma in self.speech:
                return None  # what is said stands for itself, whatever the saying hangs on
            if word.rel == "xcomp" or head.lemma in self.resets or (word.rel == "advcl" and word.tense == "inf"):
                for kid in parse.kids(head.i, "aux"):
                    if mode := self._word_mode(parse.words[kid]):
                        return mode
            if word.rel in ("obl", "subj") and head.pos == "NOUN" and head.lemma not in LINKS:
                return None
            current = word.head
            if (clause := self._condition(parse, current)) >= 0 and parse.words[current].rel == "advcl":
                return Found(Modality.HYPOTHETICAL, clause, "conditional clause")
        return None

    def _carried(self, parse: Parse, draft: Draft) -> Found | None:
        """ "Fears a massacre", "wants a truce": the verb that carries a noun of action may only expect or want it."""
        carrier = parse.words[draft.carrier] if draft.carrier >= 0 else None
        if carrier is None or carrier.i in draft.absorbed:
            return None
        if carrier.lemma in EXACTING:
            return Found(Modality.DEMANDED, carrier.i, f"demanded by {carrier.lemma}")
        found = self._category(carrier, "verbs", ("hypothetical", "planned"), parse.words[draft.head])
        return found or (Found(Modality.PLANNED, carrier.i, "due") if carrier.lemma in OWED else None)

    def _condition(self, parse: Parse, verb: int) -> int:
        """Return the "if" that opens a verb's clause, -1 where none does."""
        marks = self.words["hypothetical"]["conjunctions"]
        return next((k for k in parse.kids(verb, "mark") if parse.words[k].low in marks), -1)

    def _governor(self, parse: Parse, draft: Draft, word: Word, head: Word) -> Found | None:
        if head.i in draft.hit.words or head.i in draft.absorbed or word.rel in ("conj", "appos"):
            return None
        if head.lemma in NAMING and word.pos in ("NOUN", "PROPN") and not (word.prep or parse.kids(head.i, "prt")):
            return None  # "calls the operation an evacuation" asks for none
        clause = word.rel in ("xcomp", "ccomp", "acl", "advcl")
        to = any(parse.words[k].low == "to" for k in parse.kids(word.i, "aux", "mark"))
        bare = word.rel == "subj:pass" and head.lemma in REPORTING and not parse.kids(head.i, "agent")
        if bare and self.group.get(draft.type) not in ACTS_OF_SPEECH:
            return Found(Modality.REPORTED, head.i, f"only {head.lemma}ed")
        if head.lemma == "be" and word.rel == "xcomp" and (word.tense == "inf" or to):
            opening = self._condition(parse, head.i)
            if opening >= 0:
                return Found(Modality.HYPOTHETICAL, opening, "conditional clause")
            return Found(Modality.PLANNED, head.i, "is to", DUE)
        if word.rel in ("subj", "subj:pass") and seems(parse, head):
            return Found(Modality.REPORTED, head.i, f"told as what {head.lemma}s")
        if word.rel in ("subj", "subj:pass") and not (word.rel == "subj:pass" or parse.passive(head.i)):
            return None
        if head.pos in ("VERB", "AUX", "ADJ"):
            found = self._verb(parse, word, head, clause)
            open_still = found is not None and found.modality in (Modality.AGREED, Modality.PLANNED)
            unmet = open_still and parse.negated(head.i)
            return Found(Modality.DENIED, head.i, f"not {head.lemma}") if unmet else found
        if clause and self.group.get(draft.type) != "violence" and in_vain(parse, head):
            return Found(Modality.DENIED, head.head, f"efforts that {parse.words[head.head].lemma}")
        if head.lemma in FAILING and not clause:
            return None  # "the failure of the offensive": there was one
        if head.pos in ("NOUN", "PROPN") and (
            clause or word.prep in ("of", "for", "to", "de", "à", "pour", "on", "sur") or word.rel == "compound"
        ):
            return self._category(head, "nouns", _CATEGORIES, word)
        return None

    def _verb(self, parse: Parse, word: Word, head: Word, clause: bool) -> Found | None:
        if (
            word.rel == "advcl"
            and word.tense != "inf"
            and word.prep not in ("against", "from", "on", "of", "about", "à", "de")
        ):
            return None
        if self._subject_is(parse, head.i, "agreed") and self._category(head, "verbs", ("agreed", "planned"), word):
            return Found(Modality.AGREED, head.i, f"the deal: {head.lemma}")
        if head.lemma in AIMING and word.prep in ("at", "à"):
            return Found(Modality.PLANNED, head.i, "what is aimed at")
        if head.lemma in WARNING and word.prep in ("against", "contre"):
            return Found(Modality.HYPOTHETICAL, head.i, f"warned against by {head.lemma}")
        if head.lemma in ACCUSING and (clause or word.prep in ("for", "over", "of", "de", "pour")):
            return Found(Modality.REPORTED, head.i, f"reported by {head.lemma}")
        if clause and head.lemma in self.speech and self._subject_is(parse, head.i, "reported"):
            return Found(Modality.REPORTED, head.i, "told by reports")
        will = head.lemma == "tell" and any(parse.words[k].lemma in MODALS for k in parse.kids(word.i, "aux"))
        finite = word.tense != "inf" or will
        if word.rel == "ccomp" and head.lemma in self.speech and finite:
            demands = self._category(head, "verbs", ("denied", "demanded"), word)
            if demands and head.lemma not in ("insist", "tell", "appeler"):
                return demands
            hearsay = parse.passive(head.i) and not parse.kids(head.i, "agent")
            return self._category(head, "verbs", ("reported",)) if hearsay else None
        if clause:
            hearsay = head.lemma in self.speech and not parse.passive(head.i)
            categories = _CATEGORIES[:-1] if hearsay else _CATEGORIES
            made = head.lemma == "possible" and any(parse.words[k].lemma in MAKING for k in (head.head, *head.kids))
            found = self._category(head, "verbs", categories, word)
            return found if found or made else self._category(head, "adjectives", categories)
        if any(
            f"{head.lemma} {parse.words[k].lemma}" in self.words["denied"]["verbs"] for k in parse.kids(head.i, "prt")
        ):
            return Found(Modality.DENIED, head.i, f"told to be stopped: {head.lemma}")
        if head.lemma in TELLING or (
            word.rel == "obl" and word.prep not in ("for", "pour", "à", "against", "from", "to")
        ):
            return None
        return self._category(head, "verbs", NOUN_VERBS, word)

    def _subject_is(self, parse: Parse, verb: int, category: str) -> bool:
        """True where a deal ("the accord provides") or hearsay ("reports said") is the subject of a verb."""
        told = (k for k in parse.kids(verb, "subj") if parse.words[k].lemma in self.words[category]["nouns"])
        return any(category != "reported" or not authored(parse, k) for k in told)

    def _category(self, word: Word, part: str, categories: tuple[str, ...], below: Word | None = None) -> Found | None:
        """Return the first category whose list has the word, alone or with the preposition of what stands below it."""
        if word.lemma in OWED and word.tense == "past":
            return Found(Modality.PLANNED, word.i, "was due")  # "4 000 civils devaient quitter la ville"
        if word.lemma in ("pouvoir", "devoir") and word.tense == "part":
            return None  # "ont pu être évacués", "ont dû fuir": they were, they did
        tails = {"to", "de", "à"} if below is not None and below.tense == "inf" else set()
        tails |= {below.prep} if below is not None else set()
        for category in categories:
            words = self.words[category][part]
            if word.lemma == "tell" and category == "demanded" and "to" not in tails:
                continue  # "told of women abducted"
            if word.lemma in words or any(f"{word.lemma} {tail}" in words for tail in tails):
                due = DUE if word.lemma in OWED else ""
                return Found(Modality(category), word.i, f"{category} by {word.lemma}", due)
        return None

    def _supposed(self, parse: Parse, found: Found) -> Found:
        """ "If the town were to fall, they would succeed in besieging it": both are supposed."""
        opening = supposed_on(parse, found.word, self.words["hypothetical"]["conjunctions"])
        return Found(Modality.HYPOTHETICAL, opening, "supposed on a condition") if opening >= 0 else found

    def _will(self, draft: Draft, own: Found) -> Found:
        """A future act: a term where a deal opens the sentence, a threat where an "if" and violence meet, else a plan."""
        low = draft.scene.parsed.low
        if any(phrase in low for phrase in self.words["agreed"]["phrases"]):
            return Found(Modality.AGREED, own.word, "future under a deal", TERM)
        supposed = self._supposed(draft.scene.parse, own)
        if supposed is not own:
            return supposed
        conditional = any(f"{c} " in low for c in ("if", "unless", "in case", "otherwise", "si", "faute de"))
        if conditional and self.group.get(draft.type) in VIOLENT_WILL:
            return Found(Modality.THREATENED, own.word, "future harm on a condition")
        return own
