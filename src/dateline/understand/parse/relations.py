"""What the models call relations between words, in our own terms, and which of them fill a slot of a trigger."""

from collections.abc import Mapping

__all__ = [
    "CLEARNLP",
    "NEGATING",
    "NEGATION",
    "PREPS",
    "RELATIVE",
    "SLOTS",
    "SUBJECT_CONTROL",
    "UD",
    "tense_of",
]

SLOTS = {
    "indirect": ("iobj",),
    "poss": ("poss",),
    "modifier": ("compound", "amod", "nmod"),
    "xcomp": ("xcomp", "ccomp", "advcl", "acl"),
    "complement": ("xcomp", "ccomp", "acl"),
    "particle": ("prt", "advmod"),
}
RELATIVE = frozenset({"who", "which", "that", "whom", "qui", "que", "lequel", "dont", "où"})
SUBJECT_CONTROL = frozenset({"promise", "use", "take", "make", "promettre", "utiliser", "proposer"})
CLEARNLP = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "subj:pass", "csubjpass": "subj:pass", "dobj": "obj", "dative": "iobj",
    "pobj": "obl", "pcomp": "advcl", "nmod": "compound", "npadvmod": "npadvmod", "acomp": "xcomp", "auxpass": "aux:pass",
    "nummod": "num", "quantmod": "advmod", "oprd": "xcomp", "predet": "det", "ROOT": "root", "attr": "attr",
    "preconj": "cc", "parataxis": "parataxis", "intj": "dep", "meta": "dep",
}  # fmt: skip
UD = {
    "nsubj": "subj", "nsubj:pass": "subj:pass", "nsubj:caus": "subj", "csubj": "subj", "obl:arg": "obl", "obl:mod": "obl",
    "obl:agent": "agent", "nmod": "obl", "nummod": "num", "acl:relcl": "relcl", "aux:tense": "aux", "aux:caus": "aux",
    "cop": "cop", "flat:name": "flat", "flat:foreign": "flat", "ROOT": "root", "fixed": "flat", "expl:subj": "expl",
    "expl:comp": "expl", "expl:pass": "expl", "expl": "expl", "dislocated": "dep",
}  # fmt: skip
PREPS = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d": "de", "l'": "le", "upon": "on", "onto": "on"}
NEGATING = ("neg", "advmod", "det")
NEGATION = frozenset({"not", "n't", "never", "no", "ne", "n'", "pas", "jamais", "plus", "aucun"})


def tense_of(pos: str, features: Mapping[str, list[str]]) -> str:
    """Return the verb form that tells time: fut, cond, past, pres, inf, part or ger."""
    if pos not in ("VERB", "AUX"):
        return ""
    form, tense, mood = (features.get(key, []) for key in ("VerbForm", "Tense", "Mood"))
    if "Inf" in form:
        return "inf"
    if "Part" in form:
        return "ger" if "Pres" in tense or "Prog" in features.get("Aspect", []) else "part"
    if "Ger" in form:
        return "ger"
    if "Cnd" in mood:
        return "cond"
    return {"Fut": "fut", "Past": "past", "Imp": "past", "Pres": "pres"}.get(tense[0], "") if tense else ""
