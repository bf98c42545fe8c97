"""French words that the model takes for what they are not: a sentence's words in, the same words read aright out.

"Est" is a point of the compass, "reprise" behind a name a participle; "plus de" counts, "lors de" leads to a noun.
"""

from dateline.understand.french_tree import NOUNS, PARTICIPLES, VERBS, is_time, kids_of, name_head
from dateline.understand.words import Word

__all__ = ["read_words"]

_COMPASS = frozenset({"est", "ouest", "nord", "sud"})
_BEFORE_COMPASS = frozenset({"l'", "l’", "le", "du"})
_TAKEN = {
    **dict.fromkeys(("prise", "prises", "pris"), "prendre"),
    **dict.fromkeys(("reprise", "reprises", "repris"), "reprendre"),
    **dict.fromkeys(("conquise", "conquises"), "conquérir"),
}
_ONE = frozenset({"le", "du", "au", "un", "ce", "son", "l'", "ancien", "vice"})
_BEFORE_PLUS = 4  # words from "ne" to "plus": "n'est bientôt plus"
_LATER = {"ait": "cond", "aient": "cond", "a": "fut", "ont": "fut"}
_IRREGULAR = {
    "ouvert": "ouvrir", "rouvert": "rouvrir", "offert": "offrir", "découvert": "découvrir", "détruit": "détruire",
    "conduit": "conduire", "réduit": "réduire", "fait": "faire", "mort": "mourir", "perdu": "perdre", "rendu": "rendre",
}  # fmt: skip
_DEEDS = frozenset(
    "attaque attaques frappe frappes avance marche menace demande enquête reprise prise chute visite rencontre trêve".split()
)
_ARTICLES = frozenset("l' l’ la une cette leur sa les des ces d' d’".split())
_GOVERNED = ("obj", "subj", "subj:pass", "obl", "conj")
_COPULAS = frozenset("être devenir rester demeurer sembler paraître".split())
_HOW_MANY = frozenset({"plus", "moins", "près"})
_COUNTS = frozenset("dizaine douzaine quinzaine vingtaine trentaine centaine millier million demi-million".split())
_ASIDES = (
    "par la suite", "à deux reprises", "à plusieurs reprises", "dans la foulée", "en grande partie", "en partie",
    "à nouveau", "de nouveau", "d' abord", "en vain", "sans succès", "au passage", "du même coup", "de son côté", "de leur côté", "pour sa part", "pour leur part", "par ailleurs", "à son tour", "à leur tour",
)  # fmt: skip
_LEADS = frozenset("lors près autour auprès loin hors".split())
# Nouns that only lead to another, each with the preposition before it and the one that says the same in a word.
_LEADING_NOUNS = {
    ("à", "suite"): "lors", ("au", "cours"): "lors", ("en", "raison"): "lors", ("à", "cause"): "lors",
    ("à", "occasion"): "lors", ("sous", "effet"): "lors", ("en", "marge"): "lors", ("au", "terme"): "après",
    ("en", "cas"): "en cas de", ("à", "issue"): "après", ("au", "lendemain"): "après",
}  # fmt: skip


def read_words(words: list[Word]) -> None:
    """Read the words of a French sentence aright; heads are set, dependents are not yet noted."""
    for word in words:
        if word.rel == "neg" and word.text.lower() == "plus" and not _denies(words, word):
            word.rel = "advmod"  # "plus de 40 % du pays", "plus tard" deny nothing
        _is_a_deed(words, word)
        _is_a_name(words, word)
        _tensed(word)
        _exchange(words, word)
        _joined_participle(words, word)
        _passive(words, word)
        _quote_on_top(words, word)
        _no_copula(words, word)
        _case_of_the_next(words, word)
        _compass(words, word)
        _is_a_noun(words, word)
        _parted(words, word)
        _led_by_two(words, word)
        _led_by_a_noun(words, word)
        _according(words, word)
        _made_known(words, word)
    for word in words:
        _so_many(words, word)
    for word in words:
        _taken(words, word)


def _denies(words: list[Word], word: Word) -> bool:
    """True where "ne" stands before "plus" in its clause."""
    before = words[max(0, word.i - _BEFORE_PLUS) : word.i]
    return any(w.text.lower() in ("ne", "n'", "n’") for w in before)


def _is_a_deed(words: list[Word], word: Word) -> None:
    """ "A attribué l'attaque à X": behind an article and governed by a verb this is what was done, no verb."""
    before = words[word.i - 1].text.lower() if word.i else ""
    if word.pos != "VERB" or word.text.lower() not in _DEEDS or before not in _ARTICLES or word.rel not in _GOVERNED:
        return
    if not any(kid.rel.startswith(("subj", "aux", "expl")) for kid in kids_of(words, word.i)):
        word.pos, word.lemma, word.tense = "NOUN", word.text.lower().removesuffix("s"), ""


def _is_a_name(words: list[Word], word: Word) -> None:
    """ "La chute de Konna": capitals behind a preposition are a name's, no verb's."""
    case = words[word.i - 1] if word.i else word
    if word.pos == "VERB" and word.text[0].isupper() and case.rel == "case" and case.head == word.i:
        word.pos, word.lemma, word.tense = "PROPN", word.text.lower(), ""


def _tensed(word: Word) -> None:
    """ "Tenteraient", "frapperont": an infinitive with such an ending is a conditional or a future, no past."""
    if word.pos not in VERBS or not word.lemma.endswith(("er", "ir", "re")) or word.name >= 0:
        return
    low = word.text.lower()
    if (word.tense == "inf" and low.endswith(("é", "ée", "és", "ées"))) or (word.tense == "past" and low.endswith("is")):
        word.tense = "part"  # "négocié", "repris": news has no "je repris"
    if word.tense in ("inf", "part", "ger"):
        return
    stem = word.lemma.removesuffix("e")
    if low.startswith(stem) and low.removeprefix(stem) in _LATER:
        word.tense = _LATER[low.removeprefix(stem)]


def _joined_participle(words: list[Word], word: Word) -> None:
    """ "A retiré ses hommes et ouvert la route": joined to a perfect and with an object, it is a participle too."""
    verb = words[word.head] if word.head >= 0 else None
    lemma = _IRREGULAR.get(word.text.lower().rstrip("es") if len(word.text) > 4 else word.text.lower(), "")
    if verb is None or word.pos != "ADJ" or word.rel != "conj" or verb.pos not in VERBS or not lemma:
        return
    if any(kid.rel == "aux" for kid in kids_of(words, verb.i)) and any(k.rel == "obj" for k in kids_of(words, word.i)):
        word.pos, word.lemma, word.tense = "VERB", lemma, "part"


def _exchange(words: list[Word], word: Word) -> None:
    """ "Libérer les otages en échange d'une trêve": behind "en" this is a noun, and what stands before is no subject of it."""
    if word.text.lower() != "échange" or word.pos != "VERB" or not word.i or words[word.i - 1].text.lower() != "en":
        return
    word.pos, word.lemma, word.tense, word.rel, word.prep = "NOUN", "échange", "", "obl", "en"
    for kid in list(kids_of(words, word.i)):
        if kid.rel in ("subj", "obj") and kid.i < word.i:
            kid.head, kid.rel = (word.head, "obj") if word.head >= 0 else (kid.head, kid.rel)


def _passive(words: list[Word], word: Word) -> None:
    """ "La trêve a été violée": "été" before a participle makes a passive, however the model calls it."""
    verb = words[word.head] if word.head >= 0 else None
    if verb is None or word.rel != "cop" or word.lemma != "être" or verb.pos != "VERB" or verb.tense != "part":
        return
    word.rel = "aux:pass"
    for kid in kids_of(words, verb.i):
        kid.rel = "subj:pass" if kid.rel == "subj" else kid.rel


def _quote_on_top(words: list[Word], word: Word) -> None:
    """ "Est « sous le contrôle de X »": a quotation mark governs nothing; the first word of what is quoted does."""
    kids = list(kids_of(words, word.i)) if word.pos == "PUNCT" else []
    heir = next((kid for kid in kids if kid.i > word.i and kid.pos in (*NOUNS, *VERBS, "ADJ")), None)
    if heir is None:
        return
    heir.head, heir.rel = word.head, word.rel
    word.head, word.rel = heir.i, "punct"
    for kid in kids:
        kid.head = heir.i if kid is not heir else kid.head


def _no_copula(words: list[Word], word: Word) -> None:
    """ "Ils contrôleraient 85 % de la ville": a verb of its own is no copula, what follows it is its object."""
    told = words[word.head] if word.head >= 0 else None
    if told is None or word.rel != "cop" or word.pos not in VERBS or word.lemma in _COPULAS or told.i < word.i:
        return
    word.pos, word.head, word.rel = "VERB", told.head, told.rel
    told.head, told.rel = word.i, "obl" if told.prep else "obj"
    for kid in list(kids_of(words, told.i)):
        kid.head = word.i if kid.i < word.i else kid.head


def _case_of_the_next(words: list[Word], word: Word) -> None:
    """ "La chute de cette ville-clé": a preposition that the model hung on the verb leads to the noun behind it."""
    if word.pos != "ADP" or word.rel != "case" or word.i == 0 or words[word.i - 1].pos not in NOUNS:
        return
    behind = next((w for w in words[word.i + 1 : word.i + 4] if w.pos in NOUNS), None)
    if behind is None or behind.prep or behind.head != word.head or word.head < behind.i or behind.i == word.head:
        return
    if behind.rel in ("subj", "subj:pass") and all(w.pos in ("DET", "ADJ", "NUM") for w in words[word.i + 1 : behind.i]):
        before = name_head(words, word.i - 1)
        word.head, behind.prep = behind.i, "de" if word.text.lower() in ("de", "du", "des", "d'", "d’") else word.lemma
        behind.head, behind.rel = before.i, "obl"


def _compass(words: list[Word], word: Word) -> None:
    """ "L'est du pays": a point of the compass, not the verb "être"."""
    low = word.text
    if low in _COMPASS and word.i and word.pos in (*VERBS, "ADV") and words[word.i - 1].text.lower() in _BEFORE_COMPASS:
        word.pos, word.lemma, word.tense = "NOUN", low, ""


def _is_a_noun(words: list[Word], word: Word) -> None:
    """ "Le président": behind a singular article this is the man, not what several do."""
    if (
        word.text.lower() != "président"
        or word.pos != "VERB"
        or words[word.i - 1].text.lower() not in _ONE
        or not word.i
    ):
        return
    word.pos, word.lemma, word.tense = "NOUN", "président", ""
    for kid in list(kids_of(words, word.i)):
        if is_time(kid):
            kid.head, kid.rel = (word.head, "obl") if word.head >= 0 else (kid.head, kid.rel)
        elif kid.pos in ("ADJ", "PROPN") and kid.rel in ("obl", "obj", "subj"):
            kid.rel = "amod" if kid.pos == "ADJ" else "flat"


def _parted(words: list[Word], word: Word) -> None:
    """ "A de son côté affirmé": what stands between an auxiliary and its verb parts them only for the model."""
    if word.pos != "AUX" or word.rel in ("aux", "aux:pass", "cop"):
        return
    low = " ".join(w.text.lower() for w in words[word.i + 1 : word.i + 5])
    size = next((len(aside.split()) for aside in _ASIDES if low.startswith(aside)), 0) or _between_commas(words, word)
    verb = words[word.i + 1 + size] if size and word.i + 1 + size < len(words) else None
    if (
        verb is None
        or verb.pos not in ("VERB", "ADJ")
        or not verb.text.lower().endswith((*PARTICIPLES, "t", "ts", "te"))
    ):
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


def _between_commas(words: list[Word], word: Word) -> int:
    """Return how many words part an auxiliary from its participle: "avait, par l'intermédiaire de Y, proposé"; 0 for none."""
    behind = words[word.i + 1 :]
    if not behind or behind[0].text != "," or word.lemma not in ("avoir", "être"):
        return 0
    close = next((k for k in range(1, len(behind) - 1) if behind[k].text == ","), 0)
    inside = behind[1:close]
    told = close and behind[close + 1].text.lower().endswith(PARTICIPLES) and behind[close + 1].pos in ("VERB", "ADJ")
    return close + 1 if told and not any(w.pos in VERBS for w in inside) else 0


def _led_by_two(words: list[Word], word: Word) -> None:
    """ "Lors de combats", "près de la frontière": two words lead to the noun together."""
    lead = words[word.head] if word.head >= 0 else None
    if lead is None or lead.pos != "ADV" or lead.text.lower() not in _LEADS or word.prep != "de" or word.i < lead.i:
        return
    if word.pos in NOUNS and lead.head >= 0:
        word.head, word.rel, word.prep = lead.head, "obl", lead.text.lower()
        lead.head, lead.rel = word.i, "case"


def _led_by_a_noun(words: list[Word], word: Word) -> None:
    """ "À la suite de tirs", "au cours d'un raid": the noun in the middle says no more than a preposition does."""
    lead = words[word.head] if word.head >= 0 else None
    if lead is None or word.prep != "de" or word.pos not in NOUNS or word.rel != "obl" or lead.head < 0 or is_time(word):
        return
    case = next((kid for kid in kids_of(words, lead.i) if kid.rel == "case"), None)
    prep = _LEADING_NOUNS.get((case.text.lower(), lead.text.lower())) if case is not None else None
    between = words[lead.i + 1 : word.i]
    if prep is None or not all(w.pos in ("ADP", "DET", "ADJ", "NUM", "ADV") for w in between):
        return
    word.head, word.rel, word.prep = lead.head, "obl", prep
    lead.head, lead.rel = word.i, "case"


def _made_known(words: list[Word], word: Word) -> None:
    """ "A fait savoir le gouverneur", "a fait état de dix morts": "faire" is the verb, what follows goes with it."""
    if word.lemma == "état" and word.rel == "obj" and 0 <= word.head < word.i and words[word.head].lemma == "faire":
        for kid in list(kids_of(words, word.i)):
            kid.head = word.head if kid.prep == "de" else kid.head
    make = words[word.i - 1] if word.i else word
    if word.text.lower() != "savoir" or make.lemma != "faire" or make.head != word.i:
        return
    make.head, make.rel, make.pos = word.head, word.rel, "VERB"
    word.head, word.rel = make.i, "xcomp"
    for kid in list(kids_of(words, word.i)):
        said_by = kid.rel in ("obj", "subj") and kid.i > word.i and kid.pos in NOUNS
        kid.head, kid.rel = (make.i, "subj") if said_by else (make.i if kid.i < make.i else word.i, kid.rel)


def _so_many(words: list[Word], word: Word) -> None:
    """ "Plus de 200 000 personnes ont fui": the people are the subject, "plus de" only says how many."""
    more = words[word.head] if word.head >= 0 else None
    if (
        more is None
        or more.text.lower() not in _HOW_MANY
        or word.pos not in NOUNS
        or word.i < more.i
        or word.prep != "de"
    ):
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


def _taken(words: list[Word], word: Word) -> None:
    """ "Gao reprise", "Kidal, prise par l'armée": right behind a name these are participles, not nouns."""
    lemma = _TAKEN.get(word.text.lower(), "")
    at = word.i - 1 - (word.i > 0 and words[word.i - 1].text == ",")
    loose = word.pos == "VERB" and word.rel in ("obj", "obl", "dep", "flat")
    named = at >= 0 and (words[at].pos == "PROPN" or (words[at].pos == "NOUN" and words[at].text[0].isupper()))
    if not lemma or not (word.pos in ("NOUN", "ADJ") or loose) or not named:
        return
    if any(kid.rel in ("det", "case", "aux", "cop") for kid in kids_of(words, word.i)):
        return
    name = name_head(words, at)
    word.pos, word.lemma, word.tense = "VERB", lemma, "part"
    if name.head == word.i:
        name.head, name.rel = word.head, word.rel
    word.head, word.rel = name.i, "acl"
    for kid in list(kids_of(words, name.i)):
        apart = kid.rel == "conj" and kid.i > word.i and not any(k.rel == "cc" for k in kids_of(words, kid.i))
        kid.rel = "dep" if apart else kid.rel  # "Gao reprise, Tombouctou encerclée": the second was not retaken


def _according(words: list[Word], word: Word) -> None:
    """ "D'après le ministère": the two words lead to who says it, not to whose it is."""
    after = words[word.i + 1].text.lower() if word.i + 1 < len(words) else ""
    if word.rel == "case" and word.head >= 0 and word.text.lower() in ("d'", "d’") and after == "après":
        words[word.head].prep = "selon"
