"""French relative clauses: a sentence's words in, who acts behind the verb and what "que" stands for tied aright out."""

from dateline.understand.parse.french_tree import NOUNS, VERBS, above_of, is_time, kids_of, name_head
from dateline.understand.parse.words import Word

__all__ = ["tie_relatives"]

_WHERE = frozenset("où dont auquel auxquels auxquelles laquelle lequel lesquels lesquelles".split())
_QUE = ("que", "qu'", "qu’")
_LOOSE = frozenset("parataxis xcomp conj ccomp dep advcl".split())
_TOPS = frozenset("root ccomp parataxis".split())
_BEHIND = 4  # words behind a verb in which its subject stands
_REACH = 8  # words behind "ce que" in which its verb stands
# What these tell is their own deed or somebody's: "que les rebelles disent avoir prise" was taken by the rebels.
_TOLD = frozenset(
    "dire affirmer assurer prétendre déclarer estimer croire penser reconnaître nier démentir espérer vouloir compter "
    "devoir pouvoir avouer admettre confirmer jurer clamer".split()
)


def tie_relatives(words: list[Word]) -> None:
    """Tie French relative clauses; heads are set, dependents are not yet noted."""
    for word in words:
        _behind_an_insertion(words, word)
        _before_an_insertion(words, word)
        _infinitive_beside(words, word)
        _helped_by_avoir(words, word)
        _of_the_name_before(words, word)
        _doer_behind(words, word)
        _que_is_done_to(words, word)
        _what_they_tell(words, word)
        _of_all_before(words, word)


def _helped_by_avoir(words: list[Word], word: Word) -> None:
    """ "Disent avoir libérée": only "être" makes a passive."""
    if word.lemma == "avoir" and word.rel == "aux:pass":
        word.rel = "aux"


def _behind_an_insertion(words: list[Word], verb: Word) -> None:
    """ "Le chef, venu saluer X, a dit que Y", "L'ONU, qui n'a pu s'y rendre, a dit que Y": it is the chief who says so."""
    inner = words[verb.head] if verb.head >= 0 and verb.rel in _LOOSE and verb.pos in VERBS else None
    if inner is None or inner.i > verb.i or inner.pos not in VERBS or inner.rel not in _TOPS:
        return
    kids = list(kids_of(words, verb.i))
    first = min([verb.i, *(kid.i for kid in kids if kid.rel in ("aux", "aux:tense", "aux:pass", "expl", "neg", "obj"))])
    own = any(kid.rel.startswith("subj") and kid.i < verb.i for kid in kids) or any(kid.rel == "cc" for kid in kids)
    if own or words[first - 1].text != "," or not _is_finite(verb, kids):
        return
    doer = next((kid for kid in kids_of(words, inner.i) if kid.rel in ("subj", "subj:pass") and kid.pos in NOUNS), None)
    if doer is None or doer.i > inner.i or "," not in {w.text for w in words[doer.i : inner.i]}:
        return
    beside = list(kids_of(words, inner.i))
    passing = inner.tense == "part" and not any(kid.rel.startswith("aux") or kid.rel == "cop" for kid in beside)
    if not passing and not any(kid.low == "qui" and doer.i < kid.i < inner.i for kid in beside):
        return
    verb.head, verb.rel = inner.head, inner.rel
    inner.head, inner.rel = doer.i, "acl" if passing else "relcl"
    doer.head, doer.rel = verb.i, "subj:pass" if any(kid.rel == "aux:pass" for kid in kids) else "subj"


def _before_an_insertion(words: list[Word], doer: Word) -> None:
    """ "Le chef, venu saluer ses hommes, a dit que X", hung the other way: who came is who said so."""
    inner = words[doer.head] if doer.head >= 0 and doer.rel == "subj" and doer.pos in NOUNS else None
    verb = words[inner.head] if inner is not None and inner.head >= 0 and inner.rel == "advcl" else None
    if inner is None or verb is None or not doer.i < inner.i < verb.i or inner.tense != "part":
        return
    kids = list(kids_of(words, verb.i))
    helped = any(kid.rel.startswith("aux") or kid.rel == "cop" for kid in kids_of(words, inner.i))
    own = any(kid.rel.startswith("subj") and kid.i < verb.i for kid in kids)
    if helped or own or words[doer.i + 1].text != "," or not _is_finite(verb, kids):
        return
    doer.head, doer.rel = verb.i, "subj:pass" if any(kid.rel == "aux:pass" for kid in kids) else "subj"
    inner.head, inner.rel = doer.i, "acl"


def _infinitive_beside(words: list[Word], word: Word) -> None:
    """ "Il est prévu d'échanger des prisonniers, remis à X, et d'ouvrir un couloir": beside the infinitive, not beside X."""
    above = words[word.head] if word.head >= 0 and word.rel == "conj" and word.tense == "inf" else None
    if above is None or above.pos in VERBS or not _marked_de(words, word):
        return
    before = (w for w in reversed(words[: above.i]) if w.tense == "inf" and w.rel in ("xcomp", "ccomp", "advcl"))
    first = next((w for w in before if _marked_de(words, w)), None)
    if first is not None and any(kid.rel == "cc" for kid in kids_of(words, word.i)):
        word.head = first.i


def _marked_de(words: list[Word], word: Word) -> bool:
    return any(kid.low in ("de", "d'", "d’") and kid.rel in ("mark", "case") for kid in kids_of(words, word.i))


def _is_finite(verb: Word, kids: list[Word]) -> bool:
    tenses = {kid.tense for kid in kids if kid.rel.startswith("aux")} | {verb.tense}
    return not tenses.isdisjoint(("pres", "past", "fut", "cond"))


def _of_the_name_before(words: list[Word], word: Word) -> None:
    """ "Étendre l'offensive à X, où sont déployés des soldats": such a clause tells of the name before its comma.

    So does "X, que tient le M23, est isolée", where the model knows "que" for what is done to.
    """
    verb = words[word.head] if word.head >= 0 else None
    loose = verb is not None and verb.rel in ("advcl", "ccomp", "conj", "dep", "obl") and verb.pos in VERBS
    opens = word.low == "où" or (word.low in _QUE and word.rel == "obj" and word.pos == "PRON")
    if not opens or verb is None or not loose or word.i < 2 or verb.i < word.i:
        return
    noun = words[word.i - 2] if words[word.i - 1].text == "," else words[word.i - 1]
    if noun.pos in NOUNS and not is_time(noun) and verb.i not in above_of(words, noun.i):
        verb.head, verb.rel = name_head(words, noun.i).i, "relcl"


def _doer_behind(words: list[Word], word: Word) -> None:
    """ "La base où sont stationnées des troupes", "que gardent des soldats": the noun behind such a verb is its subject."""
    if word.pos not in VERBS or word.rel not in ("relcl", "acl", "acl:relcl") or word.tense in ("inf", "ger"):
        return
    kids = list(kids_of(words, word.i))
    opening = [kid for kid in kids if kid.i < word.i and (kid.low in _WHERE or kid.low in _QUE)]
    if not opening or any(kid.rel in ("subj", "subj:pass", "expl:subj") and kid not in opening for kid in kids):
        return
    behind = words[word.i + 1 : word.i + 1 + _BEHIND]
    doer = next((w for w in behind if w.pos in NOUNS and w.head == word.i and not is_time(w)), None)
    if doer is None or any(w.pos not in ("DET", "ADP", "NUM", "ADJ") for w in words[word.i + 1 : doer.i]):
        return
    case = next((kid for kid in kids_of(words, doer.i) if kid.rel == "case"), None)
    if case is not None and (case.low != "des" or case.i != word.i + 1):
        return
    passive = any(kid.rel == "aux:pass" for kid in kids)
    doer.rel, doer.prep = "subj:pass" if passive else "subj", ""
    for kid in opening:
        kid.rel = "obl" if kid.rel.startswith("subj") else kid.rel
    if case is not None:
        case.rel, case.pos = "det", "DET"


def _que_is_done_to(words: list[Word], word: Word) -> None:
    """ "Les soldats que l'ONU accuse d'avoir tué X": "que" stands for whom the verb speaks of."""
    verb = words[word.head] if word.head >= 0 else None
    if word.low not in _QUE or word.rel != "mark" or verb is None or verb.rel not in ("relcl", "acl:relcl"):
        return
    rels = {kid.rel for kid in kids_of(words, verb.i)}
    if "subj" in rels and not rels & {"obj", "ccomp", "expl", "cop", "aux:pass"} and verb.i > word.i:
        word.rel = "obj"


def _what_they_tell(words: list[Word], word: Word) -> None:
    """ "La ville que les rebelles disent avoir prise": it is the town that was taken."""
    above = words[word.head] if word.head >= 0 else None
    told = word.rel in ("xcomp", "ccomp", "obj") and word.pos == "VERB" and above is not None and word.i > above.i
    if above is None or not told or above.lemma not in _TOLD or above.rel not in ("relcl", "acl:relcl"):
        return
    kids = list(kids_of(words, word.i))
    helped = word.tense == "inf" or any(kid.rel == "aux" and kid.tense == "inf" for kid in kids)
    que = next((kid for kid in kids_of(words, above.i) if kid.low in _QUE and kid.i < above.i), None)
    taken = any(kid.rel in ("obj", "ccomp", "xcomp", "subj", "aux:pass") for kid in kids)
    if helped and que is not None and not taken:
        que.head, que.rel, word.rel = word.i, "obj", "xcomp"


def _of_all_before(words: list[Word], ce: Word) -> None:
    """ "…, ce que dément l'armée", "…, ce que les deux camps nient": one noun beside the verb, and that is who does it."""
    at = ce.i
    if ce.low != "ce" or not 0 < at < len(words) - 2 or words[at - 1].text != "," or words[at + 1].low not in _QUE:
        return
    verb = next((w for w in words[at + 2 : at + 2 + _REACH] if w.pos == "VERB" and w.tense not in ("inf", "ger")), None)
    if verb is None or any(w.text in ",;:" for w in words[at : verb.i]):
        return
    before = [w for w in words[at + 2 : verb.i] if w.pos in NOUNS and not w.prep and not is_time(w)]
    spoken = any(w.pos == "PRON" and w.low not in ("se", "s'", "s’") for w in words[at + 2 : verb.i])
    behind = [w for w in words[verb.i + 1 : verb.i + 1 + _BEHIND] if w.pos in NOUNS and not w.prep and not is_time(w)]
    doer = next(iter(before or behind), None)
    if spoken or doer is None:
        return
    for kid in list(kids_of(words, verb.i)):
        if kid.rel.startswith("subj") and kid is not doer:
            kid.rel = "dep"
    verb.head, verb.rel = at, "relcl"
    words[at + 1].head, words[at + 1].rel = verb.i, "obj"
    doer.head, doer.rel = verb.i, "subj"
    if ce.head < 0 or ce.head > at:
        ce.head, ce.rel = next((w.i for w in reversed(words[:at]) if w.pos in VERBS), -1), "dep"
    ce.rel = "dep" if ce.rel.startswith("subj") else ce.rel
