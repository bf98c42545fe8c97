"""A model's parse of one sentence into words with one set of relation names, so that one set of rules serves every language.

Relations: subj, subj:pass, obj, iobj, agent, obl (a phrase with a preposition, kept in `prep`), poss, compound, amod,
appos, conj, relcl, acl, advcl, xcomp, ccomp, neg, aux, mark, prt, num, det, advmod, attr, root, dep.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.strings import StringStore
from spacy.tokens import Doc

from dateline.understand.parse.french import VerbForm
from dateline.understand.parse.mending import WITH_ETRE, mend
from dateline.understand.parse.relations import (
    CLEARNLP,
    NEGATING,
    NEGATION,
    PREPS,
    RELATIVE,
    SLOTS,
    SUBJECT_CONTROL,
    UD,
    tense_of,
)
from dateline.understand.parse.words import ACCUSING, AIMS, CALLS, GIVES, INSTEAD, OFFERS, PURPOSE, Shown, Word

__all__ = ["MODALS", "Parse", "Word", "parse_of"]

_ASKED = [LEMMA, POS, DEP, MORPH, HEAD]  # of each word; hashes, but for HEAD: how many words away
_NO_FORMS: Mapping[str, VerbForm] = MappingProxyType({})


class _Grammar(NamedTuple):
    """What the model says of all words of one form."""

    pos: str
    dep: str
    plural: bool
    tense: str


@dataclass(slots=True, eq=False)
class Parse:
    """One sentence's words as a tree."""

    words: list[Word]
    language: str
    _passive: dict[int, bool] = field(default_factory=dict)  # asked again and again, as are clauses
    _clauses: dict[int, frozenset[int]] = field(default_factory=dict)

    def kids(self, i: int, *rels: str) -> list[int]:
        """Return the dependents of word i, or only those with one of the relations."""
        words = self.words
        kids = words[i].kids
        if not kids:  # most words have none, and this is asked a hundred times a sentence
            return []
        return [k for k in kids if words[k].rel in rels] if rels else list(kids)

    def subtree(self, i: int, stop: tuple[str, ...] = ()) -> Iterator[int]:
        """Yield word i and all below it, without going below the relations in `stop`."""
        stack = [i]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(k for k in self.words[current].kids if self.words[k].rel not in stop)

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above word i, nearest first."""
        seen = {i}
        while (i := self.words[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def coordinates(self, i: int) -> list[int]:
        """Return word i and everything joined to it by "and" or a comma."""
        out = [i]
        for current in out:
            out.extend(k for k in self.kids(current, "conj") if k not in out)
        return out

    def first_conjunct(self, i: int) -> int:
        """Return the head of the coordination that word i belongs to."""
        while self.words[i].rel == "conj" and self.words[i].head >= 0:
            i = self.words[i].head
        return i

    def passive(self, i: int) -> bool:
        """True where word i is a verb in the passive, or a past participle that modifies a noun."""
        if i not in self._passive:
            self._passive[i] = self._is_passive(i)
        return self._passive[i]

    def _is_passive(self, i: int) -> bool:
        word = self.words[i]
        if any(self.words[k].rel in ("subj:pass", "agent", "aux:pass") for k in word.kids):
            return True
        if self._bare_participle(word):
            return True
        if word.rel == "conj" and word.tense == "part" and not self.kids(i, "subj", "obj", "aux"):
            return self.passive(word.head)
        if self.language == "fr" and word.lemma in WITH_ETRE:
            return False  # "une ville tombée aux mains de X": it fell
        participle = word.rel in ("acl", "amod") and word.tense in ("part", "past") and word.head >= 0
        return participle and not self.kids(i, "obj")

    def _bare_participle(self, word: Word) -> bool:
        """True for "Driven from the city, the group regrouped": passive, of the subject of the clause it opens."""
        if word.rel != "advcl" or word.tense != "part" or word.head <= word.i:
            return False
        return not self.kids(word.i, "subj", "aux", "obj", "mark")

    def negated(self, i: int) -> bool:
        """True where "not", "no longer", "never" or "n'... pas" stands at word i or at the verb that carries it."""
        word = self.words[i]
        carriers = [i] if word.pos in ("VERB", "AUX") or word.head < 0 else [i, word.head]
        for k in carriers:
            for c in self.words[k].kids:
                kid = self.words[c]
                if kid.rel == "neg" or (kid.rel == "advmod" and any(self.words[g].rel == "neg" for g in kid.kids)):
                    return True
        return False

    def subjects(self, i: int, depth: int = 0) -> list[int]:
        """Return the doers of verb i as the grammar tells them: also shared, controlled and relative ones."""
        if depth > 6:
            return []
        if self.passive(i):
            return self.kids(i, "agent", "npadvmod")
        own = self.kids(i, "subj")
        if own:
            return [self._antecedent(i, k) for k in own]
        return self._borrowed(i, depth)

    def objects(self, i: int, depth: int = 0) -> list[int]:
        """Return those whom verb i is done to; for a passive its grammatical subject."""
        if self.passive(i):
            own = self.kids(i, "subj:pass")
            if own:
                return [self._antecedent(i, k) for k in own]
            return self._borrowed(i, depth)
        own = self.kids(i, "obj")
        word = self.words[i]
        if not own:  # "told the group to leave": the model hangs the one told below the infinitive
            own = [
                s
                for k in self.kids(i, "ccomp", "xcomp")
                if self.words[k].tense == "inf" and not any(self.words[a].lemma in MODALS for a in self.kids(k, "aux"))
                for s in self.kids(k, "subj")
            ]
        if not own and word.rel == "relcl" and self.kids(i, "subj") and word.head >= 0 and not self._relative(i):
            return [word.head]
        return [self._antecedent(i, k) for k in own]

    def clause(self, i: int) -> frozenset[int]:
        """Return the words of the clause that word i stands in, without the clauses inside it."""
        if i not in self._clauses:
            self._clauses[i] = self._clause(i)
        return self._clauses[i]

    def _clause(self, i: int) -> frozenset[int]:
        while self.words[i].pos not in ("VERB", "AUX") and self.words[i].head >= 0 and self.words[i].rel not in CLAUSES:
            i = self.words[i].head
        out: set[int] = set()
        stack = [i]
        while stack:
            current = stack.pop()
            out.add(current)
            for k in self.words[current].kids:
                word = self.words[k]
                if word.rel not in CLAUSES and not (word.rel == "conj" and word.pos == "VERB"):
                    stack.append(k)
        return frozenset(out)

    def slot(self, i: int, slot: str) -> list[int]:
        """Return the words in a slot of a verb or noun: subject, object, indirect, poss, modifier, xcomp or a preposition."""
        if slot == "subject":
            return self.subjects(i)
        if slot == "object":
            return self.objects(i)
        if slot == "self":
            return [i]
        if slot == "above":
            return self._above(i)
        if slot == "governor":
            head = self.words[self.first_conjunct(i)].head
            while head >= 0 and self.words[head].pos == "ADV":  # "came back under their control"
                head = self.words[head].head
            return self.subjects(head) if head >= 0 and self.words[head].pos in ("VERB", "AUX") else []
        rels = SLOTS.get(slot)
        if rels:
            return self.kids(i, *rels)
        found = [
            k
            for k in self.words[i].kids
            if self.words[k].prep == slot and self.words[k].rel in ("obl", "agent", "advcl", "acl")
        ]
        return [*found, *self._marked(i, slot)] if slot == "for" else found

    def doers(self, clause: int) -> list[int]:
        """Return who does what a clause tells: "alleged that soldiers had shot him", "that he had been shot by soldiers"."""
        if self.words[clause].pos not in ("VERB", "AUX"):
            return [clause]
        return self.kids(clause, "agent") or self.subjects(clause) or [clause]

    def _marked(self, i: int, mark: str) -> list[int]:
        """Return whom a clause is for: "set a deadline for the group to leave"."""
        clauses = [k for k in self.kids(i, "advcl", "acl", "xcomp", "ccomp") if self.words[k].tense == "inf"]
        marked = [k for k in clauses if any(self.words[m].text.lower() == mark for m in self.kids(k, "mark"))]
        return [s for k in marked for s in self.kids(k, "subj", "subj:pass")]

    def _above(self, i: int) -> list[int]:
        """Return the noun a phrase hangs on ("Douma under their control"), or the subject of its verb."""
        word = self.words[self.first_conjunct(i)]
        if word.head < 0:
            return self.subjects(word.i)
        if self.words[word.head].pos in ("VERB", "AUX"):
            return self.subjects(word.head) or self.objects(word.head)
        return [word.head]

    def _addressees(self, i: int) -> list[int]:
        """Return to whom something is given or said."""
        return [
            k
            for k in self.kids(i, "obl", "iobj")
            if self.words[k].prep in ("to", "for", "on", "upon", "à", "aux", "pour")
        ]

    def aim_of(self, i: int) -> int:
        """Return the verb whose aim a clause before it tells, -1 for other clauses: "to retake Aleppo, the army bombed it"."""
        word = self.words[i]
        if word.tense != "inf" or word.head < 0:
            return -1
        above = self.words[word.head]
        carried = above.lemma == "afin" or (above.lemma in ("order", "but") and above.prep in ("in", "dans"))
        if carried and above.head >= 0:
            above = self.words[above.head]  # "in order to retake Aleppo"
        elif word.rel != "advcl":
            return -1
        opening = {self.words[k].text.lower() for k in self.kids(i, "mark", "aux", "case")} | {word.prep}
        aimed = carried or opening & {"to", *AIMS}
        return above.i if aimed and above.i > i and above.pos in ("VERB", "AUX") else -1

    def opened_by(self, i: int, openings: tuple[str, ...]) -> bool:
        """True where one of these phrases stands right before a word."""
        return " ".join(word.text.lower() for word in self.words[max(0, i - 4) : i]).endswith(openings)

    def _relative(self, i: int) -> bool:
        """True where a relative clause's own subject is the pronoun that stands for its head."""
        return any(self.words[k].lemma in RELATIVE for k in self.kids(i, "subj", "subj:pass"))

    def _antecedent(self, verb: int, k: int) -> int:
        """Return the noun that a relative pronoun stands for."""
        if self.words[k].lemma in RELATIVE and self.words[k].pos in ("PRON", "DET", "SCONJ"):
            for up in (verb, *self.ancestors(verb)):
                if self.words[up].rel in ("relcl", "acl") and self.words[up].head >= 0:
                    return self.words[up].head
        return k

    def _borrowed(self, i: int, depth: int) -> list[int]:
        """Return the subject a verb without one takes from its neighbourhood."""
        word = self.words[i]
        head = word.head
        if head < 0:
            return []
        if word.rel in ("aux", "dep") and word.lemma == "faire":
            return self.subjects(head, depth + 1)  # "ont fait sauter le pont"
        if word.rel == "conj":
            if self.passive(i) and self.passive(head):
                return self.objects(head, depth + 1)
            if self.words[head].pos in ("VERB", "AUX"):
                return self.objects(head, depth + 1) if self.passive(head) else self.subjects(head, depth + 1)
            return []
        if (whose := self.aim_of(i)) >= 0:
            return self.subjects(whose, depth + 1)
        if word.rel == "advcl" and self._bare_participle(word):
            return self.objects(head, depth + 1) if self.passive(head) else self.subjects(head, depth + 1)
        if (
            word.rel in ("advcl", "xcomp")
            and self.words[head].lemma in ACCUSING
            and word.prep in ("of", "de", "d'", "with")
        ):
            return self.objects(head, depth + 1)  # "accused X of shelling": X is said to have shelled
        if word.rel in ("xcomp", "ccomp", "advcl") and self.words[head].pos in ("VERB", "AUX", "ADJ"):
            wants = word.rel != "advcl" or (word.tense == "inf" and self.words[head].lemma in CALLS | GIVES)
            controlled = self.kids(head, "obj", "iobj") if wants else []
            if wants and not controlled and self.words[head].lemma in CALLS:
                controlled = [k for k in self._addressees(head) if k < i]
            if any(self.words[k].lemma in OFFERS for k in controlled):  # "gave an ultimatum to X to leave": X leaves
                asked = [a for k in controlled for a in self._addressees(k)]
                controlled = self.kids(head, "iobj") + self._addressees(head) + asked
            if controlled and self.words[head].lemma not in SUBJECT_CONTROL:
                return controlled
            if word.rel == "ccomp" and self.words[head].rel == "relcl" and not self._relative(head):
                return [self.words[head].head]  # "rebels, who the UN says are backed by X": they are
            if self.passive(head):
                return self.objects(head, depth + 1)
            return self.subjects(head, depth + 1)
        if word.rel == "acl" and self.words[head].lemma in OFFERS:
            above = self.words[head].head
            return self._addressees(head) or (self.kids(above, "iobj") + self._addressees(above) if above >= 0 else [])
        pressed = self.kids(head, "subj") if self.kids(head, "cop") else []
        if word.rel in ("acl", "advcl", "xcomp") and word.tense == "inf" and self.words[head].prep in ("sous", "under"):
            return pressed  # "ils sont sous pression pour partir": they leave
        if word.tense == "inf" and self.opened_by(i, PURPOSE + INSTEAD):
            above = next((k for k in self.ancestors(i) if self.words[k].pos in ("VERB", "AUX")), -1)
            return self.subjects(above, depth + 1) if above >= 0 else []  # "met in order to sign": they sign
        if word.rel in ("acl", "amod") and self.words[head].pos in ("NOUN", "PROPN", "PRON"):
            return [head]
        return []


MODALS = frozenset("will would can could may might shall should must".split())
CLAUSES = ("advcl", "ccomp", "relcl", "parataxis")


def parse_of(doc: Doc, shown: Shown, language: str, forms: Mapping[str, VerbForm] = _NO_FORMS) -> Parse:
    """Turn the parse of the words shown into a Parse."""
    words, deps = _read(doc, shown, CLEARNLP if language == "en" else UD)
    _fold_prepositions(deps, words) if language == "en" else _read_cases(words)
    mend(words, language, forms)
    return Parse(words, language)


def _read(doc: Doc, shown: Shown, table: Mapping[str, str]) -> tuple[list[Word], list[str]]:
    """Return the words and the model's own names of their relations.

    The model is asked for all words at once, as one array: asking token by token takes ten times as long.
    """
    strings = doc.vocab.strings
    told = doc.to_array(_ASKED)
    heads = told[:, -1].astype(np.int64).tolist()
    words, deps = [], []
    for i, (text, name, (lemma, pos, dep, morph, _)) in enumerate(
        zip(shown.texts, shown.names, told.tolist(), strict=True)
    ):
        grammar = _grammar(strings, pos, dep, morph)
        rel = table.get(grammar.dep, grammar.dep)
        if rel in NEGATING and text.lower() in NEGATION:
            rel = "neg"
        form = _lemma(strings, lemma, text) if name < 0 else text
        head, start, end = i + heads[i] if heads[i] else -1, shown.starts[i], shown.ends[i]
        words.append(Word(i, text, form, grammar.pos, rel, start, end, head, "", grammar.plural, grammar.tense, name))
        deps.append(grammar.dep)
    return words, deps


@lru_cache(maxsize=65536)
def _lemma(strings: StringStore, key: int, text: str) -> str:
    return ((strings[key] if key else "") or text).lower()


@lru_cache(maxsize=16384)
def _grammar(strings: StringStore, pos: int, dep: int, morph: int) -> _Grammar:
    """Return what three hashes say; a language has a few hundred such forms."""
    of_speech, relation, told = (strings[key] if key else "" for key in (pos, dep, morph))
    parts = (part.partition("=") for part in told.split("|"))  # "Number=Plur|Tense=Past"
    features = {name: values.split(",") for name, _, values in parts}
    return _Grammar(of_speech, relation, features.get("Number") == ["Plur"], tense_of(of_speech, features))


def _fold_prepositions(deps: list[str], words: list[Word]) -> None:
    """English: hang the noun on the verb itself and keep the preposition as its mark ("fired at the town")."""
    heads = [word.head for word in words]  # as the model has them, whatever changes below
    joined = [word for word in words if deps[word.i] == "conj" and word.pos == "ADP"]
    for word in words:
        dep, above = deps[word.i], heads[word.i]
        if dep not in ("pobj", "pcomp") or word.head < 0:
            continue
        chain = words[word.head]
        preps = [chain.lemma]
        while chain.head >= 0 and deps[chain.i] in ("prep", "agent", "dative") and deps[chain.head] == "prep":
            chain = words[chain.head]
            preps.insert(0, chain.lemma)
        word.head = chain.head
        word.prep = PREPS.get(preps[-1], preps[-1]) if len(preps) == 1 else preps[0] if preps[0] != "out" else "from"
        if dep == "pobj":
            word.rel = "agent" if deps[chain.i] == "agent" and word.prep == "by" else "obl"
        for inner in joined:
            if heads[inner.i] == above:
                inner.head = chain.head
        words[above].rel = "case"
        words[above].head = word.i


def _read_cases(words: list[Word]) -> None:
    """Universal Dependencies: the preposition hangs below its noun already; note its lemma."""
    for word in words:
        if word.rel == "case" and word.head >= 0:
            lemma = word.text.lower()
            head = words[word.head]
            if not head.prep:
                head.prep = PREPS.get(lemma, lemma)
    for word in words:
        if word.rel == "mark" and word.head >= 0 and words[word.head].rel in ("advcl", "acl"):
            words[word.head].prep = word.lemma
