"""Headlines With Capitals: a sentence's words in, the same words as a writer would put them in running text out.

A parser trained on running text takes "Strikes Kill Ten" for one long name. Words that the model's own word list knows
are put in lower case; what it does not know stays as it is, since it is likely a name.
"""

from collections.abc import Sequence
from functools import lru_cache

from spacy.language import Language

__all__ = ["lowered"]

_SHARE = 0.9  # of the longer words must have a capital
_LONG, _FEWEST, _FEWEST_SHOUTED, _ACRONYM = 4, 4, 2, 5
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def lowered(words: Sequence[str], free: Sequence[bool], nlp: Language) -> list[str]:
    """Return the words of a headline in lower case where they are common words; other sentences stay as they are.

    `free` marks the words that are no part of a known name.
    """
    own = [word for word, loose in zip(words, free, strict=True) if loose and len(word) >= _LONG and word[0].isalpha()]
    shouted = all(word.isupper() for word in own)  # "RUINED MOSQUE RETAKEN": two words of it tell
    if len(own) < (_FEWEST_SHOUTED if shouted else _FEWEST) or sum(word[0].isupper() for word in own) < _SHARE * len(
        own
    ):
        return list(words)
    known = _common(nlp)
    return [w.lower() if loose and _is_common(w, known, shouted) else w for w, loose in zip(words, free, strict=True)]


def _is_common(word: str, known: frozenset[str], shouted: bool) -> bool:
    low = word.lower()
    if not word[0].isupper() or (word.isupper() and not shouted and len(word) <= _ACRONYM):
        return False
    return low in known or any(low.endswith(end) and low[: -len(end)] + put in known for end, put in _ENDINGS)


@lru_cache(maxsize=4)
def _common(nlp: Language) -> frozenset[str]:
    """Return the words of the model's list of lemmas, whatever their part of speech; the model keeps them in long lists."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    tables = [lookups.get_table(name, {}).values() for name in ("lemma_index", "lemma_exc")]  # also "taken", "fled"
    return frozenset(nlp.Defaults.stop_words).union(*(words for table in tables for words in table))
