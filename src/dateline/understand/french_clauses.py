"""French clauses that the model hangs in the wrong place: a sentence's words in, subjects and verbs tied to one another out."""

from dateline.understand.french_tree import NOUNS, VERBS, finite, has_opening, kids_of, name_head
from dateline.understand.words import AIMS, Word

__all__ = ["tie_clauses"]

_QUE = ("que", "qu'", "qu’")
_APART = 5  # words between two subjects


def tie_clauses(words: list[Word]) -> None:
    """Tie the clauses of a French sentence as they belong; heads are set, dependents are not yet noted."""
    for word in words:
        _behind_que(words, word)
        _who_does_it(words, word)
        _aim_in_its_clause(words, word)
    _opened_by_a_participle(words)
    _opened_by_a_place(words)
    _opened_by_a_name(words)
    _opened_by_two(words)
    _is_somewhere(words)


def _behind_que(words: list[Word], word: Word) -> None:
    """ "Ce que dément l'armée", "la ville que tient le M23": who stands behind the verb of such a clause acts in it."""
    if word.pos not in VERBS or word.tense in ("inf", "part", "ger"):
        return
    kids = list(kids_of(words, word.i))
    que = [kid for kid in kids if kid.text.lower() in _QUE and kid.i < word.i]
    if any(kid.rel in ("subj", "subj:pass", "expl") and kid not in que for kid in kids):
        return
    first = min([word.i, *(kid.i for kid in kids if kid.i < word.i)])
    opens = bool(que) or any(words[k].text.lower() in _QUE for k in range(max(0, first - 1), word.i))
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
    if word.text.lower() != "qui" or word.rel not in ("subj", "subj:pass") or not word.i or word.head < word.i:
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
    if main is None or not any(kid.text.lower() in AIMS for kid in kids_of(words, word.i)):
        return
    before = (w for w in reversed(words[: word.i]) if w.text == "," or (w.head == main.i and finite(words, w)))
    clause = next(before, None)
    if clause is not None and clause.rel == "advcl":
        word.head = clause.i


def _opened_by_a_participle(words: list[Word]) -> None:
    """ "Occupée par X, la région a été reprise": the participle tells of the subject of the sentence it opens."""
    first = next((word for word in words if word.pos not in ("PUNCT", "ADV", "ADP")), None)
    if first is None or first.tense != "part" or first.pos not in ("VERB", "ADJ") or first.head >= 0:
        return
    if any(kid.rel in ("aux", "aux:pass", "cop", "subj", "subj:pass") for kid in kids_of(words, first.i)):
        return
    comma = next((word.i for word in words[first.i :] if word.text == ","), -1)
    main = next((w for w in words[comma:] if finite(words, w) and w.head in (-1, first.i)), None) if comma > 0 else None
    if main is not None:
        first.head, first.rel = main.i, "advcl"
        main.head, main.rel = -1, "root"


def _opened_by_a_place(words: list[Word]) -> None:
    """ "À Tripoli, des combats ont fait huit morts": the place before the comma stands in the clause behind it."""
    top = next((word for word in words if word.pos != "PUNCT" and word.rel == "root"), None)
    if top is None or top.pos not in NOUNS or not top.prep:
        return
    comma = next((word.i for word in words[top.i :] if word.text == ","), -1)
    later = (
        (w for w in words[comma:] if w.head in (-1, top.i) and w is not top and finite(words, w)) if comma > 0 else ()
    )
    main = next((w for w in later if any(kid.rel in ("subj", "subj:pass") for kid in kids_of(words, w.i))), None)
    if main is not None and main.rel not in ("relcl", "acl"):
        main.head, main.rel = -1, "root"
        top.head, top.rel = main.i, "obl"


def _opened_by_a_name(words: list[Word]) -> None:
    """ "Paris juge l'offensive injustifiée": a name right before a verb is its subject, the noun behind it its object."""
    if len(words) < 3 or words[0].pos != "PROPN" or words[0].rel != "root":
        return
    verb = next((word for word in words[1:3] if word.text.lower() not in ("se", "s'", "ne", "n'", "en", "y")), words[1])
    if verb.pos not in VERBS or not finite(words, verb) or verb.rel not in ("subj", "acl", "relcl", "flat", "amod"):
        return
    above = words[verb.head] if verb.head >= 0 else None
    verb.head, verb.rel = -1, "root"
    words[0].head, words[0].rel = verb.i, "subj"
    if above is not None and above is not words[0] and above.i > verb.i and above.pos in NOUNS:
        above.head, above.rel = verb.i, "obj"


def _opened_by_two(words: list[Word]) -> None:
    """ "L'armée et les rebelles ont conclu une trêve": the verb is both theirs, not joined to the first."""
    top = next((word for word in words if word.rel == "root" and word.pos in NOUNS), None)
    if top is None or top.prep:
        return
    for verb in [w for w in words if w.head == top.i and w.rel == "conj" and finite(words, w)]:
        second = next((kid for kid in kids_of(words, verb.i) if kid.rel in ("subj", "subj:pass")), None)
        between = [w.text.lower() for w in words[top.i + 1 : second.i]] if second is not None else []
        if second is None or second.i > verb.i or "et" not in between or len(between) > _APART:
            continue
        rel, second.rel = second.rel, "conj"
        second.head, top.head, top.rel = top.i, verb.i, rel
        verb.head, verb.rel = -1, "root"
        for other in words[verb.i + 1 :]:
            other.head = verb.i if other.head == top.i else other.head
        return


def _is_somewhere(words: list[Word]) -> None:
    """ "Tombouctou est aux mains de X": what is said to be so is the subject, however the model left it."""
    tops = [word for word in words if word.rel == "root" and word.pos in NOUNS]
    rels = {kid.rel for kid in kids_of(words, tops[1].i)} if len(tops) > 1 else set()
    if "cop" in rels and not rels & {"subj", "subj:pass"} and not tops[0].prep:
        tops[0].head, tops[0].rel = tops[1].i, "subj"
