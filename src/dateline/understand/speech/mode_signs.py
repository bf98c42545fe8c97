"""Signs at a deed's own words that nobody vouches for it, that it was not done, or that it is still to come."""

from collections.abc import Collection, Mapping

from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.speech.mode_clauses import hoped_for
from dateline.understand.speech.mode_words import AGREED_ON, ANNOUNCED, ANNOUNCING, BEGINNING, PREPARING, THOUGHT

__all__ = ["announced", "sign_at"]

_AHEAD = frozenset({"schedule", "expect", "set"})
_COMING = frozenset("come go enter entrer prendre".split())  # into force


def sign_at(draft: Draft, words: Mapping[str, Mapping[str, frozenset[str]]]) -> tuple[Modality, int] | None:
    """Return the mode that a sign sets and its word; `words` are the codebook's, by mode and part of speech."""
    reported = words["reported"]
    for sign, mode in (
        (_nor(draft), Modality.DENIED),
        (_hedged(draft, reported["adjectives"], reported["adverbs"]), Modality.REPORTED),
        (_perhaps_done(draft), Modality.REPORTED),
        (_agreed_on(draft), Modality.AGREED),
        (announced(draft), Modality.PLANNED),
        (hoped_for(draft), Modality.PLANNED),
        (_due_to_begin(draft, words["planned"]["adjectives"] | _AHEAD), Modality.PLANNED),
    ):
        if sign >= 0:
            return mode, sign
    return None


def _hedged(draft: Draft, adjectives: frozenset[str], adverbs: frozenset[str]) -> int:
    """Return the word by which nobody vouches for a deed, else -1: "an alleged US-led strike", "raids thought to be theirs".

    The word may stand at the noun that tells the deed, at a part of its name, or at the verb that the noun hangs on.
    """
    parse = draft.scene.parse
    for at in (draft.head, *draft.absorbed):
        if parse.words[at].pos not in ("NOUN", "PROPN"):
            continue
        parts = (at, *parse.kids(at, "compound", "amod"))
        for k in (k for part in parts for k in parse.kids(part, "amod", "acl", "compound")):
            word = parse.words[k]
            if not adjectives.isdisjoint((word.lemma, word.low)) and word.rel != "acl":
                return k
            if word.rel == "acl" and word.tense == "part" and word.lemma in THOUGHT:
                return k
        above = parse.words[at].head
        if above >= 0 and parse.words[above].pos == "VERB" and parse.words[at].rel in ("obl", "subj"):
            told = next((k for k in parse.kids(above, "advmod") if parse.words[k].low in adverbs), -1)
            if told >= 0:
                return told
    return -1


def _agreed_on(draft: Draft) -> int:
    """Return the "agreed" of "a surrender agreed between the two", else -1."""
    parse = draft.scene.parse
    marks = (k for k in parse.kids(draft.head, "acl") if parse.words[k].lemma in AGREED_ON)
    deal = draft.type in ("agreement", "ceasefire")  # there is one
    return next((k for k in marks if parse.words[k].tense == "part" and not deal), -1)


def announced(draft: Draft) -> int:
    """Return the word that only announces an act to come, else -1: "ordered an offensive", "the announcement of talks"."""
    parse = draft.scene.parse
    noun = parse.words[draft.head]
    above = parse.words[noun.head] if noun.pos == "NOUN" and noun.head >= 0 else None
    if above is None or draft.type not in ANNOUNCED or above.lemma not in ANNOUNCING:
        return -1
    told = noun.rel == "obj" if above.pos == "VERB" else noun.prep in ("of", "de", "d'")
    return above.i if told else -1


def _due_to_begin(draft: Draft, due: Collection[str]) -> int:
    """Return the word of "talks are due to begin", "une marche prévue lundi" that puts it ahead, else -1."""
    parse = draft.scene.parse
    noun = parse.words[draft.head]
    if noun.pos == "VERB" and noun.rel == "xcomp" and parse.words[noun.head].lemma == "devoir":
        it = any(k in draft.scene.meant for k in (*parse.subjects(noun.i), *parse.subjects(noun.head)))
        return noun.head if it else -1  # "elle doit entrer en vigueur", of a truce
    if noun.pos not in ("NOUN", "PROPN"):
        return -1
    planned = (k for k in parse.kids(noun.i, "acl") if parse.words[k].tense == "part")
    if (ahead := next((k for k in planned if parse.words[k].lemma in PREPARING), -1)) >= 0:
        return ahead
    verb = parse.words[noun.head] if noun.rel in ("subj", "subj:pass") and noun.head >= 0 else None
    if verb is None:
        return -1
    begins = [k for k in parse.kids(verb.i, "xcomp") if parse.words[k].lemma in BEGINNING | _COMING]
    if begins and (verb.lemma in due or (verb.lemma in ("be", "devoir") and parse.words[begins[0]].tense == "inf")):
        return verb.i  # "the truce is to come into force"
    return next((k for k in parse.kids(verb.i, "xcomp") if parse.words[k].lemma in due), -1)


def _nor(draft: Draft) -> int:
    """Return the "nor" that opens a trigger's clause, else -1: "nor was the clinic bombed"."""
    parse = draft.scene.parse
    opens = (k for k in parse.words[draft.head].kids if k < draft.head and parse.words[k].low in ("nor", "neither"))
    return next(opens, -1)


def _perhaps_done(draft: Draft) -> int:
    """Return the "may" of "may have been taken prisoner", else -1: told of what is past, it is hearsay."""
    parse = draft.scene.parse
    aux = parse.kids(draft.head, "aux")
    have = any(parse.words[k].lemma == "have" for k in aux)
    return next((k for k in aux if have and parse.words[k].low in ("may", "might")), -1)
