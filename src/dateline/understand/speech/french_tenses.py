"""What a French verb's tense says of its mode: a future plans, a conditional reports hearsay or a future told in the past."""

from collections.abc import Sequence

from dateline.model import Modality
from dateline.understand.syntax import Parse

__all__ = ["mode_of_tense"]

_TRYING = frozenset("tenter essayer commencer continuer chercher parvenir réussir poursuivre".split())


def mode_of_tense(parse: Parse, verbs: Sequence[int], spoken: bool) -> tuple[Modality, str] | None:
    """Return the mode that the tense of any of the verbs sets, and why; `spoken` where the event is itself an act of speech."""
    tenses = {_tense(parse, k) for k in verbs}
    if "fut" in tenses:
        return Modality.PLANNED, "future tense"
    if "cond" in tenses and any(_future_in_the_past(parse, k) for k in verbs):
        return None if spoken else (Modality.PLANNED, "future told in the past")
    if "cond" in tenses or any(_followed_hearsay(parse, k) for k in verbs):
        return Modality.REPORTED, "conditional of hearsay"
    return None


def _tense(parse: Parse, verb: int) -> str:
    """Return the tense that tells a verb's time: of its first auxiliary, else its own."""
    tenses = (parse.words[k].tense for k in parse.kids(verb, "aux", "aux:pass", "cop"))
    own, word = next((tense for tense in tenses if tense), parse.words[verb].tense), parse.words[verb]
    if own == "inf" and word.rel == "xcomp" and word.head >= 0 and parse.words[word.head].lemma in _TRYING:
        return _tense(parse, word.head)  # "tenteraient de progresser"
    return own


def _future_in_the_past(parse: Parse, verb: int) -> bool:
    """True for "a annoncé qu'il quitterait la ville": in the clause of a past verb the bare conditional is a future."""
    word = parse.words[verb]
    if word.tense != "cond" or word.rel != "ccomp" or word.head < 0:
        return False
    helped = _tense(parse, word.head) in ("past", "pres") and bool(parse.kids(word.head, "aux"))
    return helped or parse.words[word.head].tense == "past"


def _followed_hearsay(parse: Parse, verb: int) -> bool:
    """True for "auraient incendié X avant de fuir": what followed is as sure as what it followed."""
    word = parse.words[verb]
    marks = {parse.words[k].low for k in parse.kids(verb, "mark", "case")}
    before = word.tense == "inf" and word.rel in ("advcl", "obl") and "avant" in marks and word.head >= 0
    return before and _tense(parse, word.head) == "cond"
