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
_HOW_MANY = frozenset({"plus", "moins", "près"})
_COUNTS = frozenset("dizaine douzaine quinzaine vingtaine trentaine centaine millier million demi-million".split())
_ASIDES = ("de son côté", "de leur côté", "pour sa part", "pour leur part", "par ailleurs", "à son tour", "à leur tour")
_LEADS = frozenset("lors près autour auprès loin hors".split())


def read_words(words: list[Word]) -> None:
    """Read the words of a French sentence aright; heads are set, dependents are not yet noted."""
    for word in words:
        _compass(words, word)
        _is_a_noun(words, word)
        _parted(words, word)
        _led_by_two(words, word)
    for word in words:
        _so_many(words, word)
    for word in words:
        _taken(words, word)


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
    low = " ".join(w.text.lower() for w in words[word.i + 1 : word.i + 4])
    size = next((len(aside.split()) for aside in _ASIDES if low.startswith(aside)), 0)
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


def _led_by_two(words: list[Word], word: Word) -> None:
    """ "Lors de combats", "près de la frontière": two words lead to the noun together."""
    lead = words[word.head] if word.head >= 0 else None
    if lead is None or lead.pos != "ADV" or lead.text.lower() not in _LEADS or word.prep != "de" or word.i < lead.i:
        return
    if word.pos in NOUNS and lead.head >= 0:
        word.head, word.rel, word.prep = lead.head, "obl", lead.text.lower()
        lead.head, lead.rel = word.i, "case"


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
    if not lemma or word.pos not in ("NOUN", "ADJ") or at < 0 or words[at].pos != "PROPN":
        return
    if any(kid.rel in ("det", "case", "aux", "cop") for kid in kids_of(words, word.i)):
        return
    name = name_head(words, at)
    word.pos, word.lemma, word.tense = "VERB", lemma, "part"
    if name.head == word.i:
        name.head, name.rel = word.head, word.rel
    word.head, word.rel = name.i, "acl"
