"""How French sentences open: their words in, a place, name, participle or source before the main verb tied to it out."""

from dateline.understand.parse.french_tree import NOUNS, VERBS, finite, has_opening, is_time, kids_of
from dateline.understand.parse.words import Word

__all__ = ["tie_openings"]

_APART = 5  # words between two subjects


def tie_openings(words: list[Word]) -> None:
    """Tie what opens a sentence to its main verb; heads are set, dependents are not yet noted."""
    _from_sources(words)
    _opened_by_a_participle(words)
    _opened_by_a_place(words)
    _told_of_apart(words)
    _opened_by_a_name(words)
    _opened_by_two(words)
    _is_somewhere(words)


def _from_sources(words: list[Word]) -> None:
    """ "De sources concordantes, un gendarme a été tué": the sources say so, the gendarme is the one of the verb."""
    first = next((w for w in words if w.lemma == "source" and w.prep == "de"), None)
    if first is None or first.i > 1 or first.rel not in ("subj", "subj:pass", "root", "obl"):
        return
    behind = next((w for w in words if w.rel == "conj" and w.head == first.i and w.pos in NOUNS), None)
    verb = next((w for w in words[first.i :] if finite(words, w)), None)
    if verb is None or (first.rel == "obl" and behind is None):
        return
    if behind is not None:
        for other in words:
            if other.rel in ("subj", "subj:pass") and other.head == verb.i and other is not first:
                other.head, other.rel = behind.i, "conj"
        behind.head, behind.rel = verb.i, "subj:pass" if first.rel == "subj:pass" else "subj"
    first.head, first.rel = verb.i, "obl"
    if verb.head == first.i:
        verb.head, verb.rel = -1, "root"


def _opened_by_a_participle(words: list[Word]) -> None:
    """ "Occupée par X, la région a été reprise": the participle tells of the subject of the sentence it opens."""
    first = next((word for word in words if word.pos not in ("PUNCT", "ADV", "ADP")), None)
    if first is None or first.tense != "part" or first.pos not in ("VERB", "ADJ"):
        return
    if any(kid.rel in ("aux", "aux:pass", "cop", "subj", "subj:pass") for kid in kids_of(words, first.i)):
        return
    comma = next((word.i for word in words[first.i :] if word.text == ","), -1)
    later = [w for w in words[comma:] if finite(words, w)] if comma > 0 else []
    main = next((w for w in later if w.head in (-1, first.i)), None)
    if main is None or (first.head >= 0 and first.head != main.i):
        return
    first.head, first.rel = main.i, "advcl"
    main.head, main.rel = -1, "root"
    _by_whom_at_first(words, first, comma)


def _by_whom_at_first(words: list[Word], first: Word, comma: int) -> None:
    """ "Chassés de X par l'armée, accusés d'avoir tué": before the comma it is told by whom, and of what they are accused."""
    inside = words[first.i + 1 : comma]
    if not any(kid.rel == "agent" for kid in kids_of(words, first.i)):
        by = next((w for w in inside if w.prep == "par" and w.pos in NOUNS and not is_time(w)), None)
        below = by is not None and all(w.pos not in VERBS for w in words[first.i + 1 : by.i])
        if by is not None and below:
            by.head, by.rel = first.i, "agent"
    for other in inside:
        if other.head == first.i and other.rel == "acl" and other.pos in VERBS and other.prep == "de":
            other.rel = "xcomp"


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


def _told_of_apart(words: list[Word]) -> None:
    """ "L'Iran, allié de X, a condamné": a name, words about it between commas, and its verb."""
    top = next((word for word in words if word.pos != "PUNCT" and word.rel == "root"), None)
    if top is None or top.pos not in NOUNS or top.prep or top.i + 1 >= len(words):
        return
    for verb in (w for w in words[top.i :] if w.pos == "VERB" and (w.head == top.i or w.rel == "root")):
        if not finite(words, verb) or has_opening(words, verb) or verb.rel in ("relcl", "acl", "acl:relcl"):
            continue
        first = min([verb.i, *(k.i for k in kids_of(words, verb.i) if k.rel.startswith(("aux", "expl", "neg")))])
        if words[first - 1].text != "," or not any(w.text == "," for w in words[top.i + 1 : first - 1]):
            continue
        passive = any(kid.rel == "aux:pass" for kid in kids_of(words, verb.i))
        top.head, top.rel = verb.i, "subj:pass" if passive else "subj"
        verb.head, verb.rel = -1, "root"
        return


def _opened_by_a_name(words: list[Word]) -> None:
    """ "Paris juge l'offensive injustifiée": a name right before a verb is its subject, the noun behind it its object."""
    if len(words) < 3 or words[0].pos != "PROPN" or words[0].rel != "root":
        return
    verb = next((word for word in words[1:3] if word.low not in ("se", "s'", "ne", "n'", "en", "y")), words[1])
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
    joined = [w for w in words if w is not top and ((w.head == top.i and w.rel == "conj") or w.rel == "root")]
    for verb in [w for w in joined if finite(words, w)]:
        second = next((kid for kid in kids_of(words, verb.i) if kid.rel in ("subj", "subj:pass")), None)
        between = [w.low for w in words[top.i + 1 : second.i]] if second is not None else []
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
