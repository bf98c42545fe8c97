"""What is told as others tell it: a draft in, the word that says so out ("accused of", "reports that", "thought to be")."""

from collections.abc import Mapping

from dateline.understand.draft import Draft
from dateline.understand.parse.words import ACCUSING
from dateline.understand.speech.mode_words import BEHIND, THOUGHT
from dateline.understand.speech.saying_words import CHARGE
from dateline.understand.syntax import Parse, Word

__all__ = ["Hearsay", "authored"]

_CLIMB = 6
_CHAIN = frozenset({"obl", "obj", "conj", "acl", "advcl", "xcomp", "compound", "subj:pass", "ccomp", "agent"})
_CHARGES = CHARGE | {"with", "d’"}
_BLAMING = frozenset({"blame", "imputer"})  # the deed is their object: "blamed the raid on the army"
_MEDIA = frozenset({"media", "médias"})  # some or other, not "state media"
_SUGGESTING = frozenset("suggest indicate imply point hint suggérer indiquer laisser".split())
_TRACES = frozenset(
    "image imagery footage video photo photograph picture picture test result finding evidence sign indication data "
    "analysis record document testimony account wound symptom fragment remains intelligence information "
    "vidéo photo analyse indice élément résultat trace témoignage document donnée renseignement".split()
)
_CLAUSES = frozenset({"ccomp", "acl", "advcl", "xcomp", "parataxis"})


def authored(parse: Parse, report: int) -> bool:
    """True for "a UN report", "the report by X": one of somebody is no rumour."""
    whose = parse.kids(report, "compound", "poss", "agent") + tuple(
        k for k in parse.kids(report, "obl", "amod") if parse.words[k].prep in ("by", "de") or parse.words[k].name >= 0
    )
    return any(parse.words[k].pos == "PROPN" or parse.words[k].name >= 0 for k in whose)


def traced(parse: Parse, told: Word, verb: Word) -> bool:
    """True for "images suggest that X", "tests point to X": what has only left traces, nobody has told."""
    by = told.rel in ("ccomp", "xcomp") or (verb.lemma in ("point", "hint") and told.rel == "obl" and told.prep == "to")
    traces = any(parse.words[k].lemma in _TRACES for k in parse.kids(verb.i, "subj"))
    return by and traces and verb.lemma in _SUGGESTING and not parse.negated(verb.i)


class Hearsay:
    """Finds signs of hearsay that stand farther from a trigger than its own words and the verb above it."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the codebook's words of what is only reported."""
        self.nouns, self.adjectives = words["nouns"], words["adjectives"]

    def at(self, draft: Draft, types: Mapping[int, Draft], violent: bool) -> tuple[int, str] | None:
        """Return the word that tells a draft as hearsay, and how; `types` are the sentence's drafts by word."""
        parse = draft.scene.parse
        return self._above(parse, draft.head, violent) or self._thought(parse, draft, types)

    def charged(self, draft: Draft) -> tuple[int, str] | None:
        """Return the verb of "accuses the army of wanting to raze the camp": what one is said to want is no plan of theirs."""
        parse = draft.scene.parse
        for k in (draft.head, *parse.ancestors(draft.head)):
            word = parse.words[k]
            above = parse.words[word.head] if word.head >= 0 else word
            if (
                above.lemma in ACCUSING
                and word.rel in _CLAUSES | {"obl"}
                and word.prep in _CHARGES | {""}
                and k > above.i
            ):
                return above.i, f"charged by {above.lemma}"
            if word.rel not in ("xcomp", "obj", "obl", "ccomp"):
                return None
        return None

    def _above(self, parse: Parse, head: int, violent: bool) -> tuple[int, str] | None:
        current, below = parse.words[head], parse.words[head]
        for _ in range(_CLIMB):
            linked = current.rel in _CHAIN or (current.rel == "amod" and self._hangs_on(parse, current))
            if current.head < 0 or not linked or current.prep in BEHIND:
                return None
            above = parse.words[current.head]
            if above.lemma in ACCUSING | _BLAMING and self._charged(current, below, above, violent):
                return above.i, f"charged by {above.lemma}"
            if traced(parse, current, above):
                return above.i, f"told by what {above.lemma}s it"
            if current.rel in _CLAUSES and (noun := self._rumour(parse, above)) >= 0:
                return noun, "told by reports"
            if above.lemma in self.nouns and above.plural and self._is_of(parse, current, above):
                return above.i, "told by reports"
            current, below = above, current
        return None

    def _hangs_on(self, parse: Parse, word: Word) -> bool:
        """True for "of burning schools and poisoning wells", "of having burnt schools and poisoned wells"."""
        noun = parse.words[word.head]
        listed = noun.rel == "conj" and noun.head >= 0 and parse.words[noun.head].pos == "VERB"
        return word.tense == "ger" or (word.tense in ("past", "part") and listed)

    def _is_of(self, parse: Parse, told: Word, reports: Word) -> bool:
        """True for "reports of a surge in fighting", and of "reports of the murder of X and the abduction of Y"."""
        if told.rel == "conj":
            return bool(parse.kids(reports.i, "obl"))
        return told.rel == "obl" and told.prep in ("of", "de", "d'") and told.pos in ("NOUN", "PROPN")

    def _charged(self, charge: Word, below: Word, verb: Word, violent: bool) -> bool:
        """True for what somebody is charged with, not for who is, nor for how it is said."""
        if (
            charge.rel == "obj" and below is not charge
        ):  # "accused the army of raids": the parser may hang them on the army
            return below.rel in ("obl", "acl", "advcl") and below.prep in CHARGE
        if charge.rel in ("obj", "subj:pass"):
            return violent and verb.lemma in _BLAMING  # that a town fell is known, whoever is blamed for it
        return charge.prep in _CHARGES and charge.rel in ("obl", "advcl", "acl", "xcomp")

    def _rumour(self, parse: Parse, verb: Word) -> int:
        """Return the noun of "reports have been rife that", "media reported that", -1 where there is none."""
        told = [parse.words[k] for k in parse.kids(verb.i, "subj", "subj:pass")]
        reports = (w.i for w in told if w.plural and w.lemma in self.nouns)
        media = (w.i for w in told if w.low in _MEDIA and not parse.kids(w.i, "amod", "compound", "det", "poss"))
        return next(iter((*reports, *media)), -1)

    def _thought(self, parse: Parse, draft: Draft, types: Mapping[int, Draft]) -> tuple[int, str] | None:
        """ "Raids thought to be theirs killed 12", "killed by suspected rebel shelling": the deed is only ascribed."""
        deeds = [draft.head, *(k for k in parse.kids(draft.head, "subj", "subj:pass", "agent") if k in types)]
        for k in deeds:
            marks = (parse.words[m] for m in parse.kids(k, "acl", "amod"))
            if said := next((m for m in marks if self._ascribes(parse, m)), None):
                return said.i, f"told as {said.low}"
        return None

    def _ascribes(self, parse: Parse, mark: Word) -> bool:
        """True for "thought to be" and "alleged", not for "reported hearing"."""
        told = parse.kids(mark.i, "xcomp", "ccomp", "obj", "subj")
        return mark.lemma in THOUGHT if told else mark.low in self.adjectives
