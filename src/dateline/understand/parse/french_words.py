"""French words that the model takes for what they are not: a sentence's words in, the same words read aright out.

"Est" is a point of the compass, "reprise" behind a name a participle; "plus de" counts, "lors de" leads to a noun.
"""

from dateline.understand.parse.french_leads import tie_leads
from dateline.understand.parse.french_tree import NOUNS, VERBS, is_time, kids_of, name_head
from dateline.understand.parse.words import Word

__all__ = ["read_words"]

_COMPASS = frozenset({"est", "ouest", "nord", "sud"})
_BEFORE_COMPASS = frozenset({"l'", "l’", "le", "du"})
_TAKEN = {
    **dict.fromkeys(("prise", "prises", "pris"), "prendre"),
    **dict.fromkeys(("reprise", "reprises", "repris"), "reprendre"),
    **dict.fromkeys(("conquise", "conquises"), "conquérir"),
}
_ONE = frozenset({"le", "du", "au", "un", "ce", "son", "l'", "ancien", "vice"})
_BEFORE_PRESS = frozenset("la de point points conférence dossier service attaché communiqué".split())
_BEFORE_PLUS = 4  # words from "ne" to "plus": "n'est bientôt plus"
_DENYING = frozenset("pas plus jamais rien personne aucun aucune ni guère point".split())
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


def read_words(words: list[Word]) -> None:
    """Read the words of a French sentence aright; heads are set, dependents are not yet noted."""
    for word in words:
        if word.rel == "neg" and word.low == "plus" and not _denies(words, word):
            word.rel = "advmod"  # "plus de 40 % du pays", "plus tard" deny nothing
        if word.rel == "neg" and word.low in ("ne", "n'", "n’") and _only(words, word):
            word.rel = "advmod"  # "ne visait que des dépôts": it was aimed at them
        if word.rel == "det" and word.low in ("aucun", "aucune"):
            word.rel = "neg"  # "n'a fait état d'aucune perte"
        if word.low in ("s'", "s’") and word.i + 1 < len(words) and words[word.i + 1].low in ("il", "ils"):
            word.low = word.lemma = "si"  # "s'ils attaquent": no "se" stands before these
            word.rel = "mark"
        _is_a_deed(words, word)
        _is_a_name(words, word)
        _tensed(word)
        _exchange(words, word)
        _joined_participle(words, word)
        _passive(words, word)
        _quote_on_top(words, word)
        _no_copula(words, word)
        _compass(words, word)
        _is_a_noun(words, word)
    tie_leads(words)
    for word in words:
        _taken(words, word)


def _denies(words: list[Word], word: Word) -> bool:
    """True where "ne" stands before "plus" in its clause."""
    before = words[max(0, word.i - _BEFORE_PLUS) : word.i]
    return any(w.low in ("ne", "n'", "n’") for w in before)


def _only(words: list[Word], word: Word) -> bool:
    """True for "ne ... que" with nothing that denies between the two: what is told is so, of that alone."""
    verb = words[word.head] if word.head > word.i else None
    behind = [w.low for w in words[verb.i + 1 : verb.i + _BEFORE_PLUS]] if verb is not None else []
    if verb is None or not {"que", "qu'", "qu’"} & set(behind):
        return False
    at = next(k for k, low in enumerate(behind) if low in ("que", "qu'", "qu’")) + verb.i + 1
    after = words[at + 1] if at + 1 < len(words) else word
    denied = _DENYING & {w.low for w in words[word.i : at]}
    return not denied and after.pos in ("DET", "NOUN", "PROPN", "NUM", "ADP")


def _is_a_deed(words: list[Word], word: Word) -> None:
    """ "A attribué l'attaque à X": behind an article and governed by a verb this is what was done, no verb."""
    before = words[word.i - 1].low if word.i else ""
    if word.pos != "VERB" or word.low not in _DEEDS or before not in _ARTICLES or word.rel not in _GOVERNED:
        return
    if not any(kid.rel.startswith(("subj", "aux", "expl")) for kid in kids_of(words, word.i)):
        word.pos, word.lemma, word.tense = "NOUN", word.low.removesuffix("s"), ""


def _is_a_name(words: list[Word], word: Word) -> None:
    """ "La chute de Konna": capitals behind a preposition are a name's, no verb's."""
    before = words[word.i - 1] if word.i else word
    if not word.text[0].isupper() or word.name >= 0 or not word.i:
        return
    led = word.pos in VERBS and before.rel == "case" and before.head == word.i
    taken = word.pos == "X" and before.pos == "VERB" and word.head == before.i  # "ont repris Sake"
    if led or taken:
        word.pos, word.lemma, word.tense = "PROPN", word.low, ""
        free = not any(kid.rel == "obj" for kid in kids_of(words, before.i))
        word.rel = "obj" if taken and free and word.rel in ("advmod", "obl", "dep") else word.rel


def _tensed(word: Word) -> None:
    """ "Tenteraient", "frapperont": an infinitive with such an ending is a conditional or a future, no past."""
    if word.pos not in VERBS or not word.lemma.endswith(("er", "ir", "re")) or word.name >= 0:
        return
    low = word.low
    if (word.tense == "inf" and low.endswith(("é", "ée", "és", "ées"))) or (
        word.tense == "past" and low.endswith("is")
    ):
        word.tense = "part"  # "négocié", "repris": news has no "je repris"
    if word.tense in ("inf", "part", "ger"):
        return
    stem = word.lemma.removesuffix("e")
    if low.startswith(stem) and low.removeprefix(stem) in _LATER:
        word.tense = _LATER[low.removeprefix(stem)]


def _joined_participle(words: list[Word], word: Word) -> None:
    """ "A retiré ses hommes et ouvert la route": joined to a perfect and with an object, it is a participle too."""
    verb = words[word.head] if word.head >= 0 else None
    lemma = _IRREGULAR.get(word.low.rstrip("es") if len(word.text) > 4 else word.low, "")
    if verb is None or word.pos != "ADJ" or word.rel != "conj" or verb.pos not in VERBS or not lemma:
        return
    if any(kid.rel == "aux" for kid in kids_of(words, verb.i)) and any(k.rel == "obj" for k in kids_of(words, word.i)):
        word.pos, word.lemma, word.tense = "VERB", lemma, "part"


def _exchange(words: list[Word], word: Word) -> None:
    """ "Libérer les otages en échange d'une trêve": behind "en" this is a noun, and what stands before is no subject of it."""
    if word.low != "échange" or word.pos != "VERB" or not word.i or words[word.i - 1].low != "en":
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


def _compass(words: list[Word], word: Word) -> None:
    """ "L'est du pays": a point of the compass, not the verb "être"."""
    low = word.text
    if low in _COMPASS and word.i and word.pos in (*VERBS, "ADV") and words[word.i - 1].low in _BEFORE_COMPASS:
        word.pos, word.lemma, word.tense = "NOUN", low, ""


def _is_a_noun(words: list[Word], word: Word) -> None:
    """ "Le président", "un point presse": behind such a word this is the man, or the press, not what somebody does."""
    one = word.low == "président" and words[word.i - 1].low in _ONE
    press = word.low == "presse" and words[word.i - 1].low in _BEFORE_PRESS
    if word.pos != "VERB" or not word.i or not (one or press):
        return
    word.pos, word.lemma, word.tense = "NOUN", word.low, ""
    for kid in list(kids_of(words, word.i)):
        if is_time(kid):
            kid.head, kid.rel = (word.head, "obl") if word.head >= 0 else (kid.head, kid.rel)
        elif kid.pos in ("ADJ", "PROPN") and kid.rel in ("obl", "obj", "subj"):
            kid.rel = "amod" if kid.pos == "ADJ" else "flat"


def _taken(words: list[Word], word: Word) -> None:
    """ "Gao reprise", "Kidal, prise par l'armée": right behind a name these are participles, not nouns."""
    lemma = _TAKEN.get(word.low, "")
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
