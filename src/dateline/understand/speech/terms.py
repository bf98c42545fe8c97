"""Terms of a deal: a draft in, the word that tells it as a term out ("under the deal", "the accord provides for A and B")."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.understand.days.taking_effect import in_force
from dateline.understand.draft import Draft
from dateline.understand.speech.mode_text import text_before
from dateline.understand.speech.mode_words import AGREED_ON, DEAL_PREPS, SETTLING, TERMS, TERMS_TOLD_BY
from dateline.understand.syntax import MODALS, Parse, Word

__all__ = ["settled", "term_of"]

_IN_RETURN = re.compile(r"\b(?:in (?:return|exchange) for|en échange (?:de|du|des|d['’]))\s*(?:[\w-]+['’\s]+){0,3}$")
_DEALS = frozenset({"agreement", "ceasefire"})
_OPENING = 3  # words in which a sentence's subject stands, whatever is inserted behind it
_DEAL_NOUNS = frozenset(
    "accord agreement deal pact treaty protocol truce armistice memorandum text "
    "pacte traité protocole trêve mémorandum texte".split()
)
_LISTING = frozenset("among to à parmi".split())
_NO_TERMS = frozenset({"agreement", "negotiation", "violation"})


class Told(NamedTuple):
    """The word by which an act is a term of a deal, and how that is told; `leads` where further terms may follow."""

    word: int
    rule: str
    leads: bool = True


def term_of(draft: Draft, types: Mapping[int, Draft]) -> Told | None:
    """Return the word by which a draft is a term of a deal, and how it is told; `types` are the sentence's drafts by word."""
    if _IN_RETURN.search(text_before(draft)) is not None:  # "gave up guns in return for a safe way out"
        return Told(draft.head, "given in return", leads=False)
    if draft.type in _NO_TERMS:
        return None
    words = draft.scene.parse.words
    for at, other in types.items():
        noun = words[at]
        told = other.type in _DEALS and noun.rel == "obl" and noun.prep in DEAL_PREPS and at < draft.head
        if told and (noun.prep not in ("in", "by", "with", "dans") or at < 4):
            return Told(at, "under a deal")
    if draft.head > (made := _made_on_terms(draft.scene.parse)) >= 0:
        return Told(made, "under what was agreed")
    under = next((w for w in words[: draft.head] if w.lemma in TERMS and w.rel == "obl" and _of_terms(w)), None)
    if under is not None and under.prep not in ("in", "with", "dans"):
        return Told(under.i, "under the terms")
    if (among := _among(draft.scene.parse, draft.head)) >= 0:
        return Told(among, "listed among the terms")
    verb = _listed(draft, (at for at, other in types.items() if other.type in _DEALS))
    return Told(verb, "listed as a term") if verb >= 0 else None


def _of_terms(word: Word) -> bool:
    """True for "under the terms" and "aux termes"."""
    return word.prep in DEAL_PREPS or (word.prep == "à" and word.plural and word.lemma == "terme")


def _among(parse: Parse, head: int) -> int:
    """Return the noun of "to these clauses is added a truce", "parmi les clauses figure le retrait", else -1."""
    noun = parse.words[parse.first_conjunct(head)]
    verb = noun.head if noun.pos == "NOUN" and noun.rel in ("subj", "subj:pass", "obj", "attr", "xcomp") else -1
    listed = (w for w in parse.words[: max(verb, 0)] if w.lemma in TERMS or w.lemma == "clause")
    openings = ((w, {k.low for k in parse.words[max(0, w.i - 2) : w.i]}) for w in listed)
    return next((w.i for w, before in openings if not before.isdisjoint(_LISTING) and w.i < noun.i), -1)


def settled(draft: Draft) -> int:
    """Return the verb of "the two signed a truce", -1 where none is: what is signed is a term of a deal, until it holds."""
    parse = draft.scene.parse
    if draft.type != "ceasefire" or parse.words[draft.head].plural or in_force(draft) >= 0:
        return -1
    verbs = (k for k in (draft.carrier, *draft.absorbed) if k >= 0 and parse.words[k].lemma in SETTLING)
    done = (k for k in verbs if parse.words[k].tense in ("past", "pres", "part") and not parse.negated(k))
    return next((k for k in done if not any(parse.words[a].low in MODALS for a in parse.kids(k, "aux"))), -1)


def _made_on_terms(parse: Parse) -> int:
    """Return the word of "under a surrender agreed on Monday" that tells on what terms, whatever else it tells, else -1."""
    nouns = (w for w in parse.words if w.pos == "NOUN" and w.rel == "obl" and w.prep in ("under", "per", "below"))
    agreed = (w.i for w in nouns if any(parse.words[k].lemma in AGREED_ON for k in parse.kids(w.i, "acl")))
    return next(agreed, -1)


def _listed(draft: Draft, deals: Iterable[int]) -> int:
    """Return the verb behind which a term of a deal is listed, else -1: "the accord provides for A, B and C"; "it foresees A".

    `deals` are the words of the sentence that tell a deal. The parser hangs long lists anyhow, so what counts is that
    the term is no clause of its own and that none begins between it and the verb.
    """
    parse, told = draft.scene.parse, set(deals)
    if parse.words[draft.head].pos not in ("NOUN", "PROPN") or parse.kids(draft.head, "subj", "subj:pass"):
        return -1
    for word in reversed(parse.words[: draft.head]):
        whose = _whose(parse, word) if word.pos in ("VERB", "AUX") and word.tense != "inf" else []
        if not whose:
            continue
        if word.lemma not in TERMS_TOLD_BY:
            return -1
        behind = [k.low for k in parse.words[word.i + 1 : word.i + 3]]
        of_deal = any(
            k.i in told or k.lemma in _DEAL_NOUNS or (k.pos == "PRON" and k.low in ("it", "il")) for k in whose
        )
        needed = TERMS_TOLD_BY[word.lemma]
        return word.i if of_deal and (not needed or needed in behind) else -1
    return -1


def _whose(parse: Parse, verb: Word) -> list[Word]:
    """Return a verb's subjects; behind an inserted clause the parser may hang them as if they had a preposition."""
    subjects = [parse.words[k] for k in parse.subjects(verb.i)]
    if verb.lemma not in TERMS_TOLD_BY or any(word.lemma in _DEAL_NOUNS for word in subjects):
        return subjects
    fronted = [parse.words[k] for k in parse.kids(verb.i, "obl") if k < verb.i and not parse.words[k].prep]
    opening = [word for word in parse.words[:_OPENING] if word.lemma in _DEAL_NOUNS]  # "L'accord, signé par X, prévoit"
    return subjects if subjects and verb.rel not in ("acl", "relcl") else fronted or opening or subjects
