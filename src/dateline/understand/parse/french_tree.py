"""The tree of a French sentence while it is mended, when only heads are set: a word in, those below and above it out."""

from collections.abc import Iterator

from dateline.understand.parse.words import Word

__all__ = [
    "NOUNS",
    "PARTICIPLES",
    "TIMES",
    "VERBS",
    "above_of",
    "below_of",
    "chain_from",
    "finite",
    "has_opening",
    "is_time",
    "kids_of",
    "name_head",
    "verb_above",
]

TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre jour journée matin matinée midi après-midi soir soirée nuit semaine week-end mois an année "
    "hier aujourd'hui heure veille lendemain aube printemps été automne hiver".split()
)
NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")


def kids_of(words: list[Word], i: int) -> Iterator[Word]:
    return (word for word in words if word.head == i)


def name_head(words: list[Word], at: int) -> Word:
    """Return the head of a name of several words."""
    word = words[at]
    while word.rel in ("flat", "compound") and word.head >= 0 and word.head < word.i:
        word = words[word.head]
    return word


def above_of(words: list[Word], i: int) -> set[int]:
    return set(chain_from(words, i))


def chain_from(words: list[Word], i: int) -> Iterator[int]:
    seen = {i}
    while (i := words[i].head) >= 0 and i not in seen:
        seen.add(i)
        yield i


def below_of(words: list[Word], i: int) -> set[int]:
    return {word.i for word in words if i in above_of(words, word.i)}


def is_time(word: Word) -> bool:
    return word.name < 0 and (word.lemma in TIMES or word.low in TIMES)


def finite(words: list[Word], word: Word) -> bool:
    helped = any(kid.rel.startswith("aux") and kid.tense not in ("inf", "ger") for kid in kids_of(words, word.i))
    return word.pos == "VERB" and (helped or word.tense in ("past", "pres", "fut", "cond"))


def has_opening(words: list[Word], word: Word) -> bool:
    """True for a clause with a subject or a conjunction of its own."""
    return any(kid.rel in ("subj", "subj:pass", "expl:subj", "mark", "cc") for kid in kids_of(words, word.i))


def verb_above(words: list[Word], word: Word) -> Word | None:
    """Return the verb that a time word hangs on, through other time words."""
    for above in (words[k] for k in chain_from(words, word.i)):
        if above.pos in VERBS:
            return above
        if not is_time(above) and above.pos != "NUM":
            return None
    return None
