"""Names made comparable: folding for exact look-up in any script, and a consonant skeleton for spelling variants."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

__all__ = ["fold", "fold_text", "skeleton", "words_of"]

_WORD = re.compile(r"\w+")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "at", "an", "ad", "ar", "az", "the", "le", "la", "les", "l"})
# Sounds that transliterations of Arabic, Russian and Persian names write in different letters.
_SOUNDS = (("ch", "S"), ("sh", "S"), ("sch", "S"), ("kh", "K"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "g", "w": None, "y": None, "h": None, "x": "k", "v": "f"})


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` without case, accents, apostrophes inside words and Arabic spelling differences; idempotent."""
    return fold_text(text)


def fold_text(text: str) -> str:
    """Do what `fold` does, and remember nothing: for running text, which seldom comes twice."""
    bare = text.casefold()
    if not bare.isascii():  # what is has nothing that could be taken off
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
        bare = unicodedata.normalize("NFKC", bare.translate(_ARABIC)).casefold()
    return " ".join(_WORD.findall(bare.replace("'", "").replace("’", "").replace("ʿ", "").replace("`", "")))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`; an apostrophe ends a word ("l'armée" is two)."""
    return tuple(filter(None, (fold(word) for word in _WORD.findall(text))))


@lru_cache(maxsize=200_000)
def skeleton(text: str) -> str:
    """Return the consonants of a name, articles dropped and like sounds merged: Jaysh al-Islam and Jaïch el-Islam meet."""
    out = []
    for word in fold(anyascii(text)).split():
        if word in _ARTICLES:
            continue
        for sound, sign in _SOUNDS:
            word = word.replace(sound, sign)
        bones = re.sub(r"[aeiou0-9_]", "", word.translate(_LETTERS))
        out.append(re.sub(r"(.)\1+", r"\1", bones))
    return " ".join(filter(None, out))
