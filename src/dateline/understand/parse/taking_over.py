"""A model's parse of the words shown in, the same as one tree of our own words out: one array of numbers, read once."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.strings import StringStore
from spacy.tokens import Doc

from dateline.understand.parse.french import VerbForm
from dateline.understand.parse.mending import mend
from dateline.understand.parse.relations import CLEARNLP, NEGATING, NEGATION, PREPS, UD, tense_of
from dateline.understand.parse.words import Shown, Word
from dateline.understand.syntax import Parse

__all__ = ["parse_of"]

_ASKED = [LEMMA, POS, DEP, MORPH, HEAD]  # of each word; hashes, but for HEAD: how many words away
_LETTERS = 3
_HASHES = 1 << 64  # in which the model counts its hashes, though they are read with a sign, as HEAD has one
_NO_FORMS: Mapping[str, VerbForm] = MappingProxyType({})


class _Grammar(NamedTuple):
    """What the model says of all words of one form."""

    pos: str
    dep: str
    plural: bool
    tense: str


def parse_of(doc: Doc, shown: Shown, language: str, forms: Mapping[str, VerbForm] = _NO_FORMS) -> Parse:
    """Turn the parse of the words shown into a Parse."""
    words, deps = _read(doc, shown, CLEARNLP if language == "en" else UD)
    _fold_prepositions(deps, words) if language == "en" else _read_cases(words)
    mend(words, language, forms)
    return Parse(words, language)


def _read(doc: Doc, shown: Shown, table: Mapping[str, str]) -> tuple[list[Word], list[str]]:
    """Return the words and the model's own names of their relations.

    The model is asked for all words at once, as one array: asking token by token takes ten times as long.
    """
    strings = doc.vocab.strings
    told = doc.to_array(_ASKED).view(np.int64).tolist()
    words, deps = [], []
    for i, (text, name, start, end, (lemma, pos, dep, morph, away)) in enumerate(
        zip(shown.texts, shown.names, shown.starts, shown.ends, told, strict=True)
    ):
        part, dep, plural, tense = _grammar(strings, pos, dep, morph)
        rel, low = table.get(dep, dep), text.lower()
        if rel in NEGATING and low in NEGATION:
            rel = "neg"
        form = _lemma(strings, lemma, text) if name < 0 else text
        if table is CLEARNLP and len(form) > _LETTERS and form.endswith(("'", "’")):
            form = form[:-1]  # 'full control' in quotes: the last one sticks to the word
        words.append(Word(i, text, form, part, rel, start, end, low, i + away if away else -1, "", plural, tense, name))
        deps.append(dep)
    return words, deps


@lru_cache(maxsize=65536)
def _lemma(strings: StringStore, key: int, text: str) -> str:
    return ((strings[key % _HASHES] if key else "") or text).lower()


@lru_cache(maxsize=16384)
def _grammar(strings: StringStore, pos: int, dep: int, morph: int) -> _Grammar:
    """Return what three hashes say; a language has a few hundred such forms."""
    of_speech, relation, told = (strings[key % _HASHES] if key else "" for key in (pos, dep, morph))
    parts = (part.partition("=") for part in told.split("|"))  # "Number=Plur|Tense=Past"
    features = {name: values.split(",") for name, _, values in parts}
    return _Grammar(of_speech, relation, features.get("Number") == ["Plur"], tense_of(of_speech, features))


def _fold_prepositions(deps: list[str], words: list[Word]) -> None:
    """English: hang the noun on the verb itself and keep the preposition as its mark ("fired at the town")."""
    heads = [word.head for word in words]  # as the model has them, whatever changes below
    joined = [word for word in words if deps[word.i] == "conj" and word.pos == "ADP"]
    for word in words:
        dep, above = deps[word.i], heads[word.i]
        if dep not in ("pobj", "pcomp") or word.head < 0:
            continue
        chain = words[word.head]
        preps = [chain.lemma]
        while chain.head >= 0 and deps[chain.i] in ("prep", "agent", "dative") and deps[chain.head] == "prep":
            chain = words[chain.head]
            preps.insert(0, chain.lemma)
        word.head = chain.head
        word.prep = PREPS.get(preps[-1], preps[-1]) if len(preps) == 1 else preps[0] if preps[0] != "out" else "from"
        if dep == "pobj":
            word.rel = "agent" if deps[chain.i] == "agent" and word.prep == "by" else "obl"
        for inner in joined:
            if heads[inner.i] == above:
                inner.head = chain.head
        words[above].rel = "case"
        words[above].head = word.i


def _read_cases(words: list[Word]) -> None:
    """Universal Dependencies: the preposition hangs below its noun already; note its lemma."""
    for word in words:
        if word.rel == "case" and word.head >= 0:
            lemma = word.low
            head = words[word.head]
            if not head.prep:
                head.prep = PREPS.get(lemma, lemma)
    for word in words:
        if word.rel == "mark" and word.head >= 0 and words[word.head].rel in ("advcl", "acl"):
            words[word.head].prep = word.lemma
