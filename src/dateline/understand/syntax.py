"""A model's parse of one sentence into words with one set of relation names, so that one set of rules serves every language.

Relations: subj, subj:pass, obj, iobj, agent, obl (a phrase with a preposition, kept in `prep`), poss, compound, amod,
appos, conj, relcl, acl, advcl, xcomp, ccomp, neg, aux, mark, prt, num, det, advmod, attr, root, dep.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.understand.parse.mending import WITH_ETRE
from dateline.understand.parse.relations import (
    RELATIVE,
    SLOTS,
    SUBJECT_CONTROL,
)
from dateline.understand.parse.words import ACCUSING, AIMS, CALLS, GIVES, INSTEAD, OFFERS, PURPOSE, Word

__all__ = ["MODALS", "Parse", "Word"]

_BY_PREPOSITION = frozenset({"obl", "agent", "advcl", "acl"})
_WAYS = frozenset(
    "back down up home away over across off out deep deeper straight further farther north south east west".split()
)
_WITHOUT_KIDS = frozenset({"subject", "object", "self", "above", "governor"})  # slots that others than kids may fill
_NONE: Mapping[str, tuple[int, ...]] = MappingProxyType({})


@dataclass(slots=True, eq=False)
class Parse:
    """One sentence's words as a tree; what the many rules ask of a word again and again is found once."""

    words: list[Word]
    language: str
    _below: list[Mapping[str, tuple[int, ...]]] = field(init=False)  # each word's dependents by relation
    _heads: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _joined: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _passive: dict[int, bool] = field(default_factory=dict)
    _clauses: dict[int, frozenset[int]] = field(default_factory=dict)
    _slots: dict[tuple[int, str], tuple[int, ...]] = field(default_factory=dict)
    _led: dict[int, dict[str, tuple[int, ...]]] = field(default_factory=dict)  # its dependents by preposition

    def __post_init__(self) -> None:
        words = self.words
        self._below = [_by_relation(words, word.kids) if word.kids else _NONE for word in words]

    def kids(self, i: int, *rels: str) -> tuple[int, ...]:
        """Return the dependents of word i, or only those with one of the relations."""
        below = self._below[i]
        if not below:  # most words have none, and this is asked a hundred times a sentence
            return ()
        if not rels:
            return tuple(self.words[i].kids)
        if len(rels) == 1:
            return below.get(rels[0], ())
        found: tuple[int, ...] = ()
        for rel in rels:
            if rel in below:
                if found:
                    words = self.words
                    return tuple([k for k in words[i].kids if words[k].rel in rels])
                found = below[rel]
        return found

    def subtree(self, i: int, stop: tuple[str, ...] = ()) -> Iterator[int]:
        """Yield word i and all below it, without going below the relations in `stop`."""
        words = self.words
        stack = [i]
        while stack:
            current = stack.pop()
            yield current
            if kids := words[current].kids:
                stack += [k for k in kids if words[k].rel not in stop] if stop else kids

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Return the heads above word i, nearest first."""
        found = self._heads.get(i)
        if found is None:
            words, above = self.words, list[int]()
            k = words[i].head
            while k >= 0 and k != i and k not in above:
                above.append(k)
                k = words[k].head
            found = self._heads[i] = tuple(above)
        return found

    def coordinates(self, i: int) -> tuple[int, ...]:
        """Return word i and everything joined to it by "and" or a comma."""
        if "conj" not in self._below[i]:
            return (i,)
        found = self._joined.get(i)
        if found is None:
            out = [i]
            for current in out:
                out.extend(k for k in self.kids(current, "conj") if k not in out)
            found = self._joined[i] = tuple(out)
        return found

    def first_conjunct(self, i: int) -> int:
        """Return the head of the coordination that word i belongs to."""
        while self.words[i].rel == "conj" and self.words[i].head >= 0:
            i = self.words[i].head
        return i

    def passive(self, i: int) -> bool:
        """True where word i is a verb in the passive, or a past participle that modifies a noun."""
        found = self._passive.get(i)
        if found is None:
            found = self._passive[i] = self._is_passive(i)
        return found

    def _is_passive(self, i: int) -> bool:
        word, below = self.words[i], self._below[i]
        if "subj:pass" in below or "agent" in below or "aux:pass" in below:
            return True
        if self._bare_participle(word):
            return True
        if word.rel == "conj" and word.tense == "part" and not self.kids(i, "subj", "obj", "aux"):
            return self.passive(word.head)
        if self.language == "fr" and word.lemma in WITH_ETRE:
            return False  # "une ville tombée aux mains de X": it fell
        participle = word.rel in ("acl", "amod") and word.tense in ("part", "past") and word.head >= 0
        return participle and not self.kids(i, "obj") and "aux" not in below  # "le texte que Moscou a rejeté"

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
            below = self._below[k]
            if "neg" in below or any("neg" in self._below[c] for c in below.get("advmod", ())):
                return True
        return False

    def subjects(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """Return the doers of verb i as the grammar tells them: also shared, controlled and relative ones."""
        if depth > 6:
            return ()
        if self.passive(i):
            return self.kids(i, "agent", "npadvmod")
        own = self._below[i].get("subj")
        return tuple([self._antecedent(i, k) for k in own]) if own else self._borrowed(i, depth)

    def objects(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """Return those whom verb i is done to; for a passive its grammatical subject."""
        below = self._below[i]
        if self.passive(i):
            own = below.get("subj:pass", ())
            return tuple([self._antecedent(i, k) for k in own]) if own else self._borrowed(i, depth)
        own = below.get("obj", ())
        word = self.words[i]
        if not own and ("ccomp" in below or "xcomp" in below):
            # "told the group to leave": the model hangs the one told below the infinitive
            own = tuple(
                s
                for k in self.kids(i, "ccomp", "xcomp")
                if self.words[k].tense == "inf" and not any(self.words[a].lemma in MODALS for a in self.kids(k, "aux"))
                for s in self.kids(k, "subj")
            )
        if not own and word.rel == "relcl" and "subj" in below and word.head >= 0 and not self._relative(i):
            return (word.head,)
        return tuple([self._antecedent(i, k) for k in own])

    def clause(self, i: int) -> frozenset[int]:
        """Return the words of the clause that word i stands in, without the clauses inside it."""
        found = self._clauses.get(i)
        if found is None:
            words, top = self.words, i
            while (word := words[top]).pos not in ("VERB", "AUX") and word.head >= 0 and word.rel not in CLAUSES:
                top = word.head
            found = self._clauses[top] if top in self._clauses else self._clause(top)
            self._clauses[i] = self._clauses[top] = found
        return found

    def _clause(self, top: int) -> frozenset[int]:
        words = self.words
        out, stack = {top}, [top]
        while stack:
            for k in words[stack.pop()].kids:
                word = words[k]
                if word.rel not in CLAUSES and not (word.rel == "conj" and word.pos == "VERB"):
                    out.add(k)
                    if word.kids:
                        stack.append(k)
        return frozenset(out)

    def slot(self, i: int, slot: str) -> tuple[int, ...]:
        """Return the words in a slot of a verb or noun: subject, object, indirect, poss, modifier, xcomp or a preposition."""
        found = self._slots.get((i, slot))
        if found is None:
            if slot not in _WITHOUT_KIDS and not self._below[i]:
                return ()
            found = self._slots[i, slot] = self._slot(i, slot)
        return found

    def _slot(self, i: int, slot: str) -> tuple[int, ...]:
        if slot == "subject":
            return self.subjects(i)
        if slot == "object":
            return self.objects(i)
        if slot == "self":
            return (i,)
        if slot == "above":
            return self._above(i)
        if slot == "themselves":  # "the army said they had": by which word those who say it tell of themselves
            return tuple(s for k in self.kids(i, "ccomp") for s in self.subjects(k) if self._is_own(s))
        if slot == "governor":
            head = self.words[self.first_conjunct(i)].head
            while head >= 0 and self.words[head].pos == "ADV":  # "came back under their control"
                head = self.words[head].head
            if head >= 0 and self.words[head].pos == "NOUN" and self.kids(head, "cop"):
                return self.kids(head, "subj")  # "est en partie sous le contrôle de X"
            return self.subjects(head) if head >= 0 and self.words[head].pos in ("VERB", "AUX") else ()
        rels = SLOTS.get(slot)
        if rels:
            return self.kids(i, *rels)
        led = self._led.get(i)
        if led is None:
            led = self._led[i] = self._by_preposition(i)
        found = led.get(slot, ())
        return (*found, *self._marked(i, slot)) if slot == "for" else found

    def _by_preposition(self, i: int) -> dict[str, tuple[int, ...]]:
        """Return what hangs on a word by each preposition, also by way of "back": "sent his army back into the province"."""
        led: dict[str, tuple[int, ...]] = {}
        for k in self.words[i].kids:
            kid = self.words[k]
            way = kid.kids if kid.rel in ("advmod", "prt") and kid.low in _WAYS else ()
            for at in (k, *way):
                word = self.words[at]
                if word.rel in _BY_PREPOSITION:
                    led[word.prep] = (*led.get(word.prep, ()), at)
        return led

    def doers(self, clause: int) -> tuple[int, ...]:
        """Return who does what a clause tells: "alleged that soldiers had shot him", "that he had been shot by soldiers"."""
        if self.words[clause].pos not in ("VERB", "AUX"):
            return (clause,)
        return self.kids(clause, "agent") or self.subjects(clause) or (clause,)

    def _marked(self, i: int, mark: str) -> list[int]:
        """Return whom a clause is for: "set a deadline for the group to leave"."""
        clauses = [k for k in self.kids(i, "advcl", "acl", "xcomp", "ccomp") if self.words[k].tense == "inf"]
        marked = [k for k in clauses if any(self.words[m].low == mark for m in self.kids(k, "mark"))]
        return [s for k in marked for s in self.kids(k, "subj", "subj:pass")]

    def _is_own(self, i: int) -> bool:
        """True for "it" and "they", and for "its forces"."""
        return self.words[i].pos == "PRON" or any(
            self.words[k].low in ("its", "their", "our") for k in self.kids(i, "poss")
        )

    def _above(self, i: int) -> tuple[int, ...]:
        """Return the noun a phrase hangs on ("Douma under their control"), or the subject of its verb."""
        word = self.words[self.first_conjunct(i)]
        if word.head < 0:
            return self.subjects(word.i)
        if self.words[word.head].pos in ("VERB", "AUX"):
            return self.subjects(word.head) or self.objects(word.head)
        return (word.head,)

    def _addressees(self, i: int) -> tuple[int, ...]:
        """Return to whom something is given or said."""
        return tuple(
            k
            for k in self.kids(i, "obl", "iobj")
            if self.words[k].prep in ("to", "for", "on", "upon", "à", "aux", "pour")
        )

    def aim_of(self, i: int) -> int:
        """Return the verb whose aim a clause tells, -1 for other clauses: "to retake Aleppo, the army bombed it"."""
        word = self.words[i]
        if word.tense != "inf" or word.head < 0:
            return -1
        if self.opened_by(i, PURPOSE):  # "in order to retake Aleppo", wherever it stands
            return next((k for k in self.ancestors(i) if self.words[k].pos in ("VERB", "AUX")), -1)
        above = self.words[word.head]
        if word.rel != "advcl" or above.i < i or above.pos not in ("VERB", "AUX"):
            return -1
        opening = {self.words[k].low for k in self.kids(i, "mark", "aux", "case")} | {word.prep}
        return above.i if opening & {"to", *AIMS} else -1

    def opened_by(self, i: int, openings: tuple[str, ...]) -> bool:
        """True where one of these phrases stands right before a word."""
        return " ".join(word.low for word in self.words[max(0, i - 4) : i]).endswith(openings)

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

    def _borrowed(self, i: int, depth: int) -> tuple[int, ...]:
        """Return the subject a verb without one takes from its neighbourhood."""
        word = self.words[i]
        head = word.head
        if head < 0:
            return ()
        if word.rel in ("aux", "dep") and word.lemma == "faire":
            return self.subjects(head, depth + 1)  # "ont fait sauter le pont"
        if word.rel == "conj":
            if self.passive(i) and self.passive(head):
                return self.objects(head, depth + 1)
            if self.words[head].pos in ("VERB", "AUX"):
                return self.objects(head, depth + 1) if self.passive(head) else self.subjects(head, depth + 1)
            return ()
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
            controlled = self.kids(head, "obj", "iobj") if wants else ()
            if wants and not controlled and self.words[head].lemma in CALLS:
                controlled = tuple(k for k in self._addressees(head) if k < i)
            if any(self.words[k].lemma in OFFERS for k in controlled):  # "gave an ultimatum to X to leave": X leaves
                asked = (a for k in controlled for a in self._addressees(k))
                controlled = (*self.kids(head, "iobj"), *self._addressees(head), *asked)
            if controlled and self.words[head].lemma not in SUBJECT_CONTROL:
                return controlled
            if word.rel == "ccomp" and self.words[head].rel == "relcl" and not self._relative(head):
                return (self.words[head].head,)  # "rebels, who the UN says are backed by X": they are
            if self.passive(head):
                return self.objects(head, depth + 1)
            return self.subjects(head, depth + 1)
        if word.rel == "acl" and self.words[head].lemma in OFFERS:
            above = self.words[head].head
            return self._addressees(head) or (self.kids(above, "iobj") + self._addressees(above) if above >= 0 else ())
        pressed = self.kids(head, "subj") if self.kids(head, "cop") else ()
        if word.rel in ("acl", "advcl", "xcomp") and word.tense == "inf" and self.words[head].prep in ("sous", "under"):
            return pressed  # "ils sont sous pression pour partir": they leave
        if word.tense == "inf" and self.opened_by(i, INSTEAD):
            above = next((k for k in self.ancestors(i) if self.words[k].pos in ("VERB", "AUX")), -1)
            return self.subjects(above, depth + 1) if above >= 0 else ()  # "au lieu de partir, ils ...": they
        if word.rel in ("acl", "amod") and self.words[head].pos in ("NOUN", "PROPN", "PRON"):
            return (head,)
        return ()


def _by_relation(words: list[Word], kids: list[int]) -> Mapping[str, tuple[int, ...]]:
    """Return a word's dependents by their relation to it."""
    found: dict[str, tuple[int, ...]] = {}
    for k in kids:
        rel = words[k].rel
        found[rel] = (*found[rel], k) if rel in found else (k,)
    return found


MODALS = frozenset("will would can could may might shall should must".split())
CLAUSES = ("advcl", "ccomp", "relcl", "parataxis")
