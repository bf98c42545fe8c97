"""French verbs that the tagger misses: verbs of the codebook in, the forms in which news tells them and their lemma out.

The model takes "contrôlent" for an adjective and "assiège" for a noun. Only the third persons, the participles and the
infinitive are built, by the regular patterns of -er, -ir and -re verbs; irregular verbs are known to the model well enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["VerbForm", "verb_forms"]

_ER = {
    "e": "pres", "ent": "pres", "ait": "past", "aient": "past", "a": "past", "èrent": "past", "era": "fut", "eront": "fut",
    "erait": "cond", "eraient": "cond", "é": "part", "ée": "part", "és": "part", "ées": "part", "er": "inf",
}  # fmt: skip
_IR = {
    "it": "pres", "issent": "pres", "issait": "past", "issaient": "past", "irent": "past", "ira": "fut", "iront": "fut",
    "irait": "cond", "iraient": "cond", "i": "part", "ie": "part", "is": "part", "ies": "part", "ir": "inf",
}  # fmt: skip
_RE = {
    "": "pres", "ent": "pres", "ait": "past", "aient": "past", "it": "past", "irent": "past", "ra": "fut", "ront": "fut",
    "rait": "cond", "raient": "cond", "u": "part", "ue": "part", "us": "part", "ues": "part", "re": "inf",
}  # fmt: skip
_TIR = {
    "": "pres", "ent": "pres", "ait": "past", "aient": "past", "it": "past", "irent": "past", "ira": "fut", "iront": "fut",
    "irait": "cond", "iraient": "cond", "i": "part", "ie": "part", "is": "part", "ies": "part", "ir": "inf",
}  # fmt: skip
_LEAST = 4  # letters of a form; shorter ones are too often other words


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form's infinitive and its tense as `Word.tense` names it."""

    lemma: str
    tense: str


def verb_forms(lemmas: Iterable[str]) -> dict[str, VerbForm]:
    """Return form -> verb for regular French verbs; where two verbs share a form, the first in order of the alphabet has it."""
    forms: dict[str, VerbForm] = {}
    for lemma in sorted(set(lemmas)):
        stem, endings = lemma[:-2], {"er": _ER, "ir": _IR, "re": _RE}.get(lemma[-2:])
        endings = _TIR if lemma.endswith("ntir") and not lemma.endswith("antir") else endings  # "dément", "mentent"
        if endings is None or " " in lemma:
            continue
        for ending, tense in endings.items():
            form = _spelled(stem, ending)
            if len(form) >= _LEAST:
                forms.setdefault(form, VerbForm(lemma, tense))
    return forms


def _spelled(stem: str, ending: str) -> str:
    """Join stem and ending as French writes them: "assiège", "annonçait", "exigeait"."""
    if ending in ("e", "ent") and len(stem) > 1:
        for k in (len(stem) - 2, len(stem) - 3):
            if k >= 0 and stem[k] == "é" and not set(stem[k + 1 :]) & set("aeiouéè"):
                stem = f"{stem[:k]}è{stem[k + 1 :]}"
    if ending[:1] in ("a", "è"):
        stem = (
            f"{stem[:-1]}ç" if stem.endswith("c") else f"{stem}e" if stem.endswith("g") and ending[:1] == "a" else stem
        )
    return stem + ending
