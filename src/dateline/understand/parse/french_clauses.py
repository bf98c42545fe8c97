"""French clauses that the model hangs in the wrong place: a sentence's words in, subjects and verbs tied to one another out."""

from dateline.understand.parse.french_openings import tie_openings
from dateline.understand.parse.french_tree import (
    NOUNS,
    PARTICIPLES,
    VERBS,
    chain_from,
    finite,
    has_opening,
    is_time,
    kids_of,
    name_head,
)
from dateline.understand.parse.words import AIMS, Word

__all__ = ["tie_clauses"]

_QUE = ("que", "qu'", "qu’")
_STILL = frozenset("rester demeurer voir sembler paraître".split())  # "reste contesté par X"


def tie_clauses(words: list[Word]) -> None:
    """Tie the clauses of a French sentence as they belong; heads are set, dependents are not yet noted."""
    for word in words:
        _behind_que(words, word)
        _who_does_it(words, word)
        _aim_in_its_clause(words, word)
        _relative_perfect(words, word)
        _loose_relative(words, word)
        _having_done(words, word)
        _what_is_told(words, word)
        _day_of_its_clause(words, word)
        _done_by_whom(words, word)
        _left_out_verb(words, word)
        _second_clause(words, word)
        _in_the_course_of_which(words, word)
        _said_who_it_is(words, word)
        _agrees(words, word)
    tie_openings(words)


def _behind_que(words: list[Word], word: Word) -> None:
    """ "Ce que dément l'armée", "la ville que tient le M23": who stands behind the verb of such a clause acts in it."""
    if word.pos not in VERBS or word.tense in ("inf", "part", "ger"):
        return
    kids = list(kids_of(words, word.i))
    que = [kid for kid in kids if kid.low in _QUE and kid.i < word.i]
    if any(kid.rel in ("subj", "subj:pass", "expl") and kid not in que for kid in kids):
        return
    first = min([word.i, *(kid.i for kid in kids if kid.i < word.i)])
    opens = bool(que) or any(words[k].low in _QUE for k in range(max(0, first - 1), word.i))
    behind = (w for w in words[word.i + 1 : word.i + 4] if w.pos in NOUNS and not w.prep)
    doer = next(
        (w for w in behind if w.head in (word.i, *(k.i for k in que), word.head) or words[w.head].text == "ce"), None
    )
    if opens and doer is not None and (que or word.rel in ("relcl", "acl", "acl:relcl")):
        doer.head, doer.rel = word.i, "subj"
        for kid in que:
            kid.rel = "obj"


def _who_does_it(words: list[Word], word: Word) -> None:
    """ "Le groupe, qui bénéficie de X, a annoncé": the clause with "qui" tells of the noun, the verb behind it is its own."""
    if word.low != "qui" or word.rel not in ("subj", "subj:pass") or not word.i or word.head < word.i:
        return
    verb = words[word.head]
    at = word.i - 1 - (words[word.i - 1].text == ",")
    noun = name_head(words, at) if at >= 0 and words[at].pos in NOUNS else None
    if noun is None or (verb.rel in ("relcl", "acl", "acl:relcl") and noun.rel != "root"):
        return
    above = words[verb.head] if verb.head > verb.i and verb.rel in ("subj", "advcl", "dep") else None
    below = (w for w in words[verb.i + 1 :] if w.head == verb.i and finite(words, w) and not has_opening(words, w))
    main = above if above is not None and finite(words, above) else next(below, None)
    if main is None or noun.head not in (-1, verb.i, main.i):
        return
    if main is above:
        verb.head, verb.rel = main.head, main.rel
    main.head, main.rel = (-1, "root") if verb.head in (-1, noun.i) else (verb.head, verb.rel)
    noun.head, noun.rel = main.i, "subj"
    verb.head, verb.rel = noun.i, "relcl"


def _aim_in_its_clause(words: list[Word], word: Word) -> None:
    """ "Alors qu'elle avance pour reprendre la zone, l'armée a lancé": no comma parts the aim from the clause it closes."""
    main = words[word.head] if word.tense == "inf" and word.rel == "advcl" and word.head > word.i else None
    if main is None or not any(kid.low in AIMS for kid in kids_of(words, word.i)):
        return
    before = (w for w in reversed(words[: word.i]) if w.text == "," or (w.head == main.i and finite(words, w)))
    clause = next(before, None)
    if clause is not None and clause.rel == "advcl":
        word.head = clause.i


def _relative_perfect(words: list[Word], word: Word) -> None:
    """ "La ville que l'armée avait désertée": with "avoir" and a subject of its own it is a clause, no bare participle."""
    kids = list(kids_of(words, word.i))
    helped = any(kid.rel == "aux" and kid.lemma == "avoir" for kid in kids)
    que = [kid for kid in kids if kid.low in _QUE]
    if any(kid.rel in ("obj", "xcomp", "ccomp") and kid not in que for kid in kids):
        return  # "c'est après la chute de X que Y a décidé d'intervenir"
    noun = words[que[0].i - 2] if que and que[0].i > 1 and words[que[0].i - 1].text == "," else None
    agreed = helped and word.tense == "part" and word.low.endswith(("és", "ées", "ée", "is", "ies", "us", "ues"))
    if noun is not None and agreed and noun.pos in NOUNS and word.rel in ("ccomp", "advcl"):
        word.head, word.rel = name_head(words, noun.i).i, "relcl"  # "des otages, qu'ils ont relâchés": its ending tells
        que[0].rel, word.prep = "obj", ""
    if word.rel == "acl" and helped and que and any(kid.rel == "subj" and kid not in que for kid in kids):
        word.rel = "relcl"
        for kid in que:
            kid.rel, word.prep = "obj", ""


def _loose_relative(words: list[Word], verb: Word) -> None:
    """ "Des groupes armés qui contrôlent la ville": a clause that the model cut loose hangs on the noun before its "qui"."""
    if verb.rel != "root" or verb.pos not in VERBS:
        return
    qui = next((kid for kid in kids_of(words, verb.i) if kid.low == "qui" and kid.rel in ("subj", "subj:pass")), None)
    if qui is None or qui.i > verb.i or all(w.rel != "root" or w is verb for w in words):
        return
    noun = next((w for w in reversed(words[max(0, qui.i - 3) : qui.i]) if w.pos not in ("ADJ", "PUNCT")), None)
    if noun is not None and noun.pos in NOUNS and verb.i not in chain_from(words, noun.i):
        verb.head, verb.rel = noun.i, "relcl"


def _having_done(words: list[Word], word: Word) -> None:
    """ "A accusé X d'avoir massacré Y": "avoir" helps the participle, and what stood before it is the accusing verb's own."""
    if word.low != "avoir" or word.rel in ("aux", "aux:pass") or word.i + 1 >= len(words):
        return
    behind = next((w for w in words[word.i + 1 : word.i + 4] if w.pos != "ADV"), None)
    main = next((w for w in reversed(words[: word.i]) if finite(words, w)), None)
    if behind is None or main is None or behind.pos not in ("VERB", "ADJ") or not _is_participle(behind):
        return
    old = (behind.i, word.i)
    for other in words:
        if main.i < other.i < word.i and other.pos in NOUNS and other.head in old and not other.prep:
            other.head, other.rel = main.i, "obj"
        elif other is not behind and other.head == word.i:
            other.head = behind.i
    behind.head, behind.rel, behind.pos, behind.tense = main.i, "xcomp", "VERB", "part"
    word.head, word.rel, word.pos = behind.i, "aux", "AUX"
    mark = words[word.i - 1]
    if mark.low in ("d'", "d’", "de"):
        mark.head, mark.rel, behind.prep = behind.i, "mark", "de"


def _what_is_told(words: list[Word], word: Word) -> None:
    """ "Dément qu'un avion ait été abattu", "dément avoir bombardé X", "a dit un témoin, précisant que": told by that verb."""
    above = words[word.head] if word.head >= 0 else None
    if word.pos != "VERB" or above is None or above.i > word.i:
        return
    if word.tense == "ger":
        word.rel = "advcl" if word.rel in ("advmod", "amod", "obl") else word.rel
        tag = next((w for w in words[above.i : word.i] if w.rel == "parataxis" and w.head == above.i), None)
        word.head = tag.i if tag is not None and word.rel == "advcl" else word.head
    if word.tense == "ger" or above.pos not in VERBS:
        return
    if word.tense == "inf":
        free = word.rel in ("obj", "obl") and word.i == above.i + 1 and not word.prep
        word.rel = "xcomp" if free else word.rel  # "l'armée compte reprendre la ville"
    kids = list(kids_of(words, word.i))
    opened = any(kid.low in _QUE and kid.pos == "SCONJ" and above.i < kid.i < word.i for kid in kids)
    helped = any(kid.rel.startswith("aux") and kid.tense == "inf" for kid in kids)
    if opened and word.rel in ("relcl", "acl", "acl:relcl"):
        word.rel = "ccomp"
    elif helped and word.rel in ("obl", "obj", "dep", "advcl", "advmod") and not word.prep:
        word.rel = "xcomp"


def _is_participle(word: Word) -> bool:
    return word.tense == "part" or word.low.endswith((*PARTICIPLES, "t", "ts", "te", "tes"))


def _day_of_its_clause(words: list[Word], word: Word) -> None:
    """ "A tué dix civils mercredi à X, ont dit des témoins": the day before the comma dates the verb before it."""
    if not is_time(word) or word.head <= word.i or word.prep or word.i < 2 or words[word.i - 1].text == ",":
        return
    verb = next((w for w in reversed(words[: word.i]) if w.text == "," or finite(words, w)), None)
    parted = any(w.text == "," for w in words[word.i : word.head])
    if verb is not None and verb.text != "," and parted and words[word.head].pos in VERBS:
        word.head, word.rel = verb.i, "obl"


def _done_by_whom(words: list[Word], word: Word) -> None:
    """ "Ont été libérés par le Hamas": behind a passive "par" leads to who does it, however the model calls the phrase."""
    if word.rel != "obl" or word.prep != "par" or word.pos not in NOUNS or word.head < 0 or is_time(word):
        return
    verb, rels = words[word.head], {kid.rel for kid in kids_of(words, word.head)}
    still = verb.tense == "part" and verb.rel == "xcomp" and verb.head >= 0 and words[verb.head].lemma in _STILL
    if ("aux:pass" in rels or still) and "agent" not in rels and verb.i < word.i:
        word.rel = "agent"


def _left_out_verb(words: list[Word], word: Word) -> None:
    """ "Quatre policiers ont été tués et deux postes incendiés": the second half shares the auxiliary of the first."""
    noun = words[word.head] if word.head >= 0 else None
    if noun is None or word.rel not in ("acl", "amod") or word.i != noun.i + 1 or noun.rel != "conj" or noun.head < 0:
        return
    participle = word.tense == "part" or (word.pos == "ADJ" and word.low.endswith(PARTICIPLES))
    verb = words[noun.head]
    rels = {kid.rel for kid in kids_of(words, verb.i)}
    if not participle or verb.pos not in VERBS or "aux:pass" not in rels or noun.pos not in NOUNS or verb.i > noun.i:
        return
    word.head, word.rel, word.pos, word.tense = verb.i, "conj", "VERB", "part"
    noun.head, noun.rel = word.i, "subj:pass"
    for kid in list(kids_of(words, noun.i)):
        if kid.rel == "cc" or (kid.i > word.i and kid.rel in ("obl", "advmod")):
            kid.head = word.i


def _second_clause(words: list[Word], verb: Word) -> None:
    """ "Une femme a été tuée et vingt personnes ont été blessées": who stands before the second verb is its subject."""
    if not finite(words, verb) or has_opening(words, verb) or verb.rel not in ("advcl", "conj", "parataxis", "ccomp"):
        return
    first = min([verb.i, *(kid.i for kid in kids_of(words, verb.i) if kid.rel.startswith(("aux", "neg")))])
    noun = next((w for w in reversed(words[:first]) if w.rel == "conj" and w.pos in NOUNS and not w.prep), None)
    main = words[noun.head] if noun is not None and noun.head >= 0 else None
    if noun is None or main is None or main.pos not in VERBS or verb.head != main.i or main.i > noun.i:
        return
    between = words[noun.i + 1 : first]
    if any(w.pos in ("PUNCT", "VERB", "CCONJ") for w in between):
        return
    passive = any(kid.rel == "aux:pass" for kid in kids_of(words, verb.i))
    noun.head, noun.rel = verb.i, "subj:pass" if passive else "subj"
    verb.rel = "conj"


def _in_the_course_of_which(words: list[Word], word: Word) -> None:
    """ "La vague d'attaques au cours de laquelle dix soldats ont été tués": the clause tells of the attacks."""
    verb = words[word.head] if word.head >= 0 else None
    if word.lemma not in ("lequel", "laquelle") or verb is None or word.i < 4 or word.prep != "de":
        return
    lead, case = words[word.i - 2], words[word.i - 3]
    case = words[word.i - 4] if case.pos == "DET" else case
    noun = words[case.i - 1]
    if verb.head == lead.i and case.rel == "case" and case.head == lead.i and noun.pos in NOUNS:
        verb.head, verb.rel = name_head(words, noun.i).i, "relcl"
        lead.head, lead.rel, word.prep = word.i, "case", "lors"


def _said_who_it_is(words: list[Word], word: Word) -> None:
    """ "L'homme fort, le maréchal X, s'est emparé": no "et" joins the two, so they are one; "dont" is no subject."""
    noun = words[word.head] if word.head >= 0 else None
    if noun is None:
        return
    if word.low == "dont" and word.rel == "subj":
        word.rel = "obl"
    named = any(kid.rel == "flat" and kid.name >= 0 for kid in kids_of(words, word.i))
    joined = any(kid.rel == "cc" for kid in kids_of(words, word.i))
    if word.rel == "conj" and noun.pos == "NOUN" and named and not joined and not (word.plural or noun.plural):
        listed = sum(w.rel == "conj" and w.head == noun.i for w in words)
        if listed == 1 and words[word.i - 1].pos in ("DET", "PUNCT"):
            word.rel = "appos"


def _agrees(words: list[Word], verb: Word) -> None:
    """ "Des frappes dans le sud qui avaient fait dix morts": the clause tells of the noun that its verb agrees with."""
    noun = words[verb.head] if verb.rel in ("relcl", "acl:relcl") and verb.head >= 0 else None
    kids = list(kids_of(words, verb.i))
    who = next((kid for kid in kids if kid.low == "qui" and kid.rel.startswith("subj")), None)
    if noun is None or who is None or noun.pos != "NOUN" or any(kid.rel == "conj" for kid in kids_of(words, noun.i)):
        return
    told = next((kid for kid in kids if kid.rel.startswith("aux")), verb)
    many = told.low.endswith(("nt", "NT"))
    if noun.plural == many or noun.name >= 0:
        return
    above = [*(w for w in words[noun.i : who.i] if w.head == noun.i and w.prep == "de")]
    above += [words[k] for k in chain_from(words, noun.i) if words[k].i < who.i]
    chain = [w for w in above if w.pos == "NOUN" and w.name < 0]
    right = next((w for w in chain if w.plural == many and w.pos == "NOUN"), None)
    if right is not None:
        verb.head = right.i
