"""French words that lead to others, count them or part them: a sentence's words in, the phrases tied aright out.

"Lors de" and "à la suite de" lead to a noun, "plus de" counts, "de son côté" parts an auxiliary from its verb.
"""

from dateline.understand.parse.french_tree import NOUNS, PARTICIPLES, VERBS, is_time, kids_of, name_head
from dateline.understand.parse.words import Word

__all__ = ["tie_leads"]

_HOW_MANY = frozenset({"plus", "moins", "près"})
_COUNTS = frozenset("dizaine douzaine quinzaine vingtaine trentaine centaine millier million demi-million".split())
_ASIDES = (
    "par la suite", "à deux reprises", "à plusieurs reprises", "dans la foulée", "en grande partie", "en partie",
    "à nouveau", "de nouveau", "d' abord", "en vain", "sans succès", "au passage", "du même coup", "de son côté",
    "de leur côté", "pour sa part", "pour leur part", "par ailleurs", "à son tour", "à leur tour",
)  # fmt: skip
_LEADS = frozenset("lors près autour auprès loin hors".split())
# Nouns that only lead to another, each with the preposition before it and the one that says the same in a word.
_LEADING_NOUNS = {
    ("à", "suite"): "lors", ("au", "cours"): "lors", ("en", "raison"): "lors", ("à", "cause"): "lors",
    ("à", "occasion"): "lors", ("sous", "effet"): "lors", ("en", "marge"): "lors", ("au", "terme"): "après",
    ("en", "cas"): "en cas de", ("à", "issue"): "après", ("au", "lendemain"): "après",
}  # fmt: skip


def tie_leads(words: list[Word]) -> None:
    """Tie what leads to a noun, counts it or parts a verb; heads are set, dependents are not yet noted."""
    for word in words:
        _case_of_the_next(words, word)
        _parted(words, word)
        _led_by_two(words, word)
        _led_by_a_noun(words, word)
        _according(words, word)
        _made_known(words, word)
    for word in words:
        _so_many(words, word)


def _case_of_the_next(words: list[Word], word: Word) -> None:
    """ "La chute de cette ville-clé": a preposition that the model hung on the verb leads to the noun behind it."""
    if word.pos != "ADP" or word.rel != "case" or word.i == 0 or words[word.i - 1].pos not in NOUNS:
        return
    behind = next((w for w in words[word.i + 1 : word.i + 4] if w.pos in NOUNS), None)
    if behind is None or behind.prep or behind.head != word.head or word.head < behind.i or behind.i == word.head:
        return
    if behind.rel in ("subj", "subj:pass") and all(
        w.pos in ("DET", "ADJ", "NUM") for w in words[word.i + 1 : behind.i]
    ):
        before = name_head(words, word.i - 1)
        word.head, behind.prep = behind.i, "de" if word.low in ("de", "du", "des", "d'", "d’") else word.lemma
        behind.head, behind.rel = before.i, "obl"


def _parted(words: list[Word], word: Word) -> None:
    """ "A de son côté affirmé": what stands between an auxiliary and its verb parts them only for the model."""
    if word.pos != "AUX" or word.rel in ("aux", "aux:pass", "cop"):
        return
    low = " ".join(w.low for w in words[word.i + 1 : word.i + 5])
    size = next((len(aside.split()) for aside in _ASIDES if low.startswith(aside)), 0) or _between_commas(words, word)
    verb = words[word.i + 1 + size] if size and word.i + 1 + size < len(words) else None
    if verb is None or verb.pos not in ("VERB", "ADJ") or not verb.low.endswith((*PARTICIPLES, "t", "ts", "te")):
        return
    above = words[word.head] if word.rel not in ("root", "conj", "ccomp", "parataxis") and word.head >= 0 else None
    if above is not None:  # the model took what stands before for the verb: "affilié à Y, a de son côté affirmé"
        above.head, above.rel = verb.i, "advcl" if above.tense == "part" else above.rel
        word.head, word.rel = -1, "root"
    verb.head, verb.rel, verb.pos, verb.tense = word.head, word.rel, "VERB", "part"
    for kid in list(kids_of(words, word.i)):
        kid.head = verb.i
    word.head, word.rel = verb.i, "aux"
    _around_the_aside(words, word, verb)


def _between_commas(words: list[Word], word: Word) -> int:
    """Return how many words part an auxiliary from its participle: "avait, par l'intermédiaire de Y, proposé"; 0 for none."""
    behind = words[word.i + 1 :]
    if not behind or behind[0].text != "," or word.lemma not in ("avoir", "être"):
        return 0
    close = next((k for k in range(1, len(behind) - 1) if behind[k].text == ","), 0)
    inside = behind[1:close]
    told = close and behind[close + 1].low.endswith(PARTICIPLES) and behind[close + 1].pos in ("VERB", "ADJ")
    return close + 1 if told and not any(w.pos in VERBS for w in inside) else 0


def _around_the_aside(words: list[Word], word: Word, verb: Word) -> None:
    """Tie to a verb what hung on the words between the commas that part it from its auxiliary."""
    aside = words[word.i + 1 : verb.i]
    if not any(w.text == "," for w in aside):
        return
    for other in words[: word.i]:
        if other.pos in NOUNS and other.rel == "root" and not other.prep:
            other.head, other.rel = verb.i, "subj"
    verb.head, verb.rel = -1, "root"
    for other in aside:
        if other.pos in NOUNS and (other.head < 0 or other.head == verb.i):
            other.head, other.rel = verb.i, "obl"


def _led_by_two(words: list[Word], word: Word) -> None:
    """ "Lors de combats", "près de la frontière": two words lead to the noun together."""
    lead = words[word.head] if word.head >= 0 else None
    if lead is None or lead.pos != "ADV" or lead.low not in _LEADS or word.prep != "de" or word.i < lead.i:
        return
    if word.pos in NOUNS and lead.head >= 0:
        word.head, word.rel, word.prep = lead.head, "obl", lead.low
        lead.head, lead.rel = word.i, "case"


def _led_by_a_noun(words: list[Word], word: Word) -> None:
    """ "À la suite de tirs", "au cours d'un raid": the noun in the middle says no more than a preposition does."""
    lead = words[word.head] if word.head >= 0 else None
    if (
        lead is None
        or word.prep != "de"
        or word.pos not in NOUNS
        or word.rel != "obl"
        or lead.head < 0
        or is_time(word)
    ):
        return
    case = next((kid for kid in kids_of(words, lead.i) if kid.rel == "case"), None)
    prep = _LEADING_NOUNS.get((case.low, lead.low)) if case is not None else None
    between = words[lead.i + 1 : word.i]
    if prep is None or not all(w.pos in ("ADP", "DET", "ADJ", "NUM", "ADV") for w in between):
        return
    word.head, word.rel, word.prep = lead.head, "obl", prep
    lead.head, lead.rel = word.i, "case"


def _according(words: list[Word], word: Word) -> None:
    """ "D'après le ministère": the two words lead to who says it, not to whose it is."""
    after = words[word.i + 1].low if word.i + 1 < len(words) else ""
    if word.rel == "case" and word.head >= 0 and word.low in ("d'", "d’") and after == "après":
        words[word.head].prep = "selon"


def _made_known(words: list[Word], word: Word) -> None:
    """ "A fait savoir le gouverneur", "a fait état de dix morts": "faire" is the verb, what follows goes with it."""
    if word.lemma == "état" and word.rel == "obj" and 0 <= word.head < word.i and words[word.head].lemma == "faire":
        for kid in list(kids_of(words, word.i)):
            kid.head = word.head if kid.prep == "de" else kid.head
    make = words[word.i - 1] if word.i else word
    if word.low != "savoir" or make.lemma != "faire" or make.head != word.i:
        return
    make.head, make.rel, make.pos = word.head, word.rel, "VERB"
    word.head, word.rel = make.i, "xcomp"
    for kid in list(kids_of(words, word.i)):
        said_by = kid.rel in ("obj", "subj") and kid.i > word.i and kid.pos in NOUNS
        kid.head, kid.rel = (make.i, "subj") if said_by else (make.i if kid.i < make.i else word.i, kid.rel)


def _so_many(words: list[Word], word: Word) -> None:
    """ "Plus de 200 000 personnes ont fui": the people are the subject, "plus de" only says how many."""
    more = words[word.head] if word.head >= 0 else None
    if more is None or more.low not in _HOW_MANY or word.pos not in NOUNS or word.i < more.i or word.prep != "de":
        return
    counted = any(w.text[0].isdigit() or w.pos == "NUM" or w.lemma in _COUNTS for w in words[more.i + 2 : word.i + 1])
    verb = words[more.head] if more.head >= 0 else None
    if not counted or verb is None:
        return
    rel = more.rel
    if verb.pos in VERBS and rel not in ("subj", "subj:pass", "obj"):
        rels = {kid.rel for kid in kids_of(words, verb.i)}
        before = "subj:pass" if "aux:pass" in rels else "subj"
        rel = before if word.i < verb.i and not rels & {"subj", "subj:pass"} else "obj" if not rels & {"obj"} else "obl"
    word.head, word.rel, word.prep = verb.i, rel, more.prep
    more.head, more.rel = word.i, "advmod"
    for kid in kids_of(words, word.i):
        kid.rel = "advmod" if kid.rel == "case" and kid.i == more.i + 1 else kid.rel
