"""Modes told by the clause around an event: a draft or the word it hangs on in, the word that sets the mode out.

What an offer hopes to bring about, what would come of an assault, what is rejected or averted has not happened; what a
denial or remark only says something about ("denies that the retreat was chaotic") has.
"""

from collections.abc import Collection

from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.speech.mode_words import ENDING, HALTING
from dateline.understand.syntax import Parse, Word

__all__ = ["around", "ending", "hoped_for", "inverted", "only_mentioned", "told_before", "unheld"]

_AVERTING = frozenset("avoid prevent avert forestall pre-empt preempt".split())
_CONSEQUENCE = frozenset("lead end cause trigger result spark mean provoke unleash bring risk produce entail".split())
_MAY = frozenset("would could might may".split())
_HOLDING = frozenset(
    "convene hold host organise organize launch start open call sign broker secure reach conclude stage resume".split()
)
_HOPING = frozenset("hope plan want seek intend aim wish aspire expect propose try".split())
_SPURNING = frozenset("reject refuse oppose spurn rebuff veto decline rule turn dismiss exclude".split())
_WITH_PARTICLE = {"rule": "out", "turn": "down"}
_ONE = frozenset({"any", "a", "an", "another", "further"})
_DEMANDS = frozenset({"ultimatum", "demand", "appeal", "threat", "accusation"})  # refused, they were made all the same
_ACCEPTING = frozenset("accept tolerate countenance permit allow brook".split())
_MENTIONING = frozenset("mention discuss address comment name specify detail describe note touch".split())
_BRANDING = frozenset("denounce condemn decry brand label describe dub characterise characterize slam deplore".split())
_OPENINGS = frozenset("opportunity chance permission right choice option possibility permit".split())
_GIVING = frozenset("give grant offer afford provide".split())
_PERFECT = frozenset({"had", "have", "has", "'d", "'ve"})
_INVERTED = frozenset({"had", "should", "were"})
_OPENERS = frozenset({'"', "“", ",", "and", "but", "or", ";", ":", "—", "–"})
_ALLEGING = "allege"
_WORRIES = frozenset("concern worry fear crainte craindre inquiétude redouter".split())
_AHEAD = frozenset("will would could may might can should 'll".split())
_SHARES = frozenset(
    "role part hand involvement responsibility participation rôle part responsabilité implication".split()
)
_DISOWNING = frozenset("deny reject refute disclaim nier démentir rejeter réfuter récuser contester".split())
_CLAUSES = frozenset({"ccomp", "xcomp"})


def around(draft: Draft, word: Word, head: Word, unsure: Collection[str]) -> tuple[Modality, int, str] | None:
    """Return the mode that a verb sets and its word; `word` hangs on `head` above the event, `unsure` are "likely" and such."""
    parse = draft.scene.parse
    if _averted(word, head):
        return Modality.HYPOTHETICAL, head.i, f"to {head.lemma} it"
    if (may := _consequence(parse, word, head)) >= 0:
        return Modality.HYPOTHETICAL, may, "what would come of it"
    if draft.type not in _DEMANDS and _spurned(parse, parse.words[draft.head], word, head):
        return Modality.HYPOTHETICAL, head.i, f"none yet: {head.lemma}"
    if _opened_to(parse, word, head):
        return Modality.AGREED, head.i, f"given the {head.lemma}"
    if head.lemma == _ALLEGING and word.rel == "ccomp" and not parse.negated(head.i):
        return Modality.REPORTED, head.i, "only alleged"
    if _described(parse, word, head):
        return Modality.REPORTED, head.i, "so called"
    if _perhaps(parse, word, unsure, head) or _may_have(parse, word, head) or _worried(parse, word, head):
        return Modality.REPORTED, head.i, f"of what is past: {head.lemma}"
    if _disowned(parse, word, head):
        return Modality.DENIED, head.i, f"no {head.lemma} in it"
    return None


def ending(group: str, word: Word, head: Word) -> bool:
    """True for what goes on and is to end: "called for an end to the raids", "sent troops to halt the advance"."""
    if word.rel != "obj" and (word.rel != "obl" or word.prep in ("in", "with", "dans", "par")):
        return False  # "would end in a massacre"
    return (group == "violence" and head.lemma in ENDING) or (group == "territory" and head.lemma in HALTING)


def _averted(word: Word, head: Word) -> bool:
    """True for the verb of "fell back to avoid encirclement", "in order to prevent a massacre": it was not to happen."""
    return head.lemma in _AVERTING and head.tense in ("inf", "ger") and word.rel in ("obj", "obl", "advcl")


def _consequence(parse: Parse, word: Word, head: Word) -> int:
    """Return the "would" of "an assault would lead to a massacre", else -1: neither is told as done or threatened."""
    if head.lemma not in _CONSEQUENCE or word.rel not in ("subj", "obl", "obj"):
        return -1
    return next((k for k in parse.kids(head.i, "aux") if parse.words[k].low in _MAY), -1)


def inverted(draft: Draft) -> tuple[Modality, int, str] | None:
    """Read "should the town fall", "had they left, we would have said so": an "if" told by the order of the words."""
    parse = draft.scene.parse
    low = draft.scene.parsed.low
    for k in (draft.head, *parse.ancestors(draft.head)):
        doers = parse.kids(k, "subj", "subj:pass")
        first = next((a for a in parse.kids(k, "aux", "aux:pass") if parse.words[a].low in _INVERTED), -1)
        opens = first == 0 or (first > 0 and parse.words[first - 1].text in _OPENERS)
        if doers and 0 <= first < min(doers) and opens and "?" not in low:
            unreal = parse.words[first].low == "had" and "would have" in low
            return (Modality.DENIED if unreal else Modality.HYPOTHETICAL), first, "an if by its order"
        if parse.words[k].rel in ("ccomp", "relcl"):
            return None
    return None


def hoped_for(draft: Draft) -> int:
    """Return the verb of "a meeting which the union hopes to convene", else -1."""
    parse = draft.scene.parse
    if parse.words[draft.head].pos != "NOUN":
        return -1
    clauses = (k for k in parse.subtree(draft.head) if parse.words[k].rel == "relcl")
    hoping = (k for k in clauses if parse.words[k].lemma in _HOPING and parse.words[k].tense == "pres")
    return next((k for k in hoping if any(parse.words[c].lemma in _HOLDING for c in parse.kids(k, "xcomp"))), -1)


def _spurned(parse: Parse, event: Word, word: Word, head: Word) -> bool:
    """True for "rejected any handover", "would not accept a pullout": there is none. "Rejected the deal": there is one."""
    below = {parse.words[k].low for k in parse.kids(word.i, "det", "amod")}
    if head.lemma in _ACCEPTING:
        unmet = event.tense == "ger" and word.rel == "obj" and event.head in (word.i, head.i)
        return parse.negated(head.i) and (unmet or not below.isdisjoint(_ONE))
    particle = _WITH_PARTICLE.get(head.lemma)
    told = particle is None or any(parse.words[k].low == particle for k in parse.kids(head.i, "prt"))
    return head.lemma in _SPURNING and told and word.rel in ("obj", "subj:pass") and not below.isdisjoint(_ONE)


def only_mentioned(word: Word) -> bool:
    """True for the verb of "its statement did not mention the talks": it is the mention that is missing."""
    return word.lemma in _MENTIONING


def _described(parse: Parse, word: Word, head: Word) -> bool:
    """True for what stands behind "denounced the deal as": so it is called, and not vouched for."""
    # The parser hangs it on the verb or on what is denounced.
    verb = parse.words[head.head] if head.rel == "obj" and head.head >= 0 else head
    return word.rel in ("obl", "advcl") and word.prep == "as" and verb.lemma in _BRANDING and not parse.negated(verb.i)


def _opened_to(parse: Parse, word: Word, head: Word) -> bool:
    """True for "were given the chance to leave": a deal or its giver lets them."""
    above = parse.words[head.head] if head.head >= 0 else head
    return head.lemma in _OPENINGS and above.lemma in _GIVING and word.tense == "inf" and not parse.negated(above.i)


def unheld(parse: Parse, word: Word, head: Word) -> bool:
    """True for the noun of "the retreat was chaotic": what is said, denied or feared is how it was, not that it was."""
    known = any(
        parse.words[k].low in ("the", "this", "that", "its", "their", "his") for k in parse.kids(word.i, "det", "poss")
    )
    said = head.lemma == "be" and head.rel in _CLAUSES and not parse.kids(head.i, "aux")
    told_of = (parse.words[k] for k in parse.kids(head.i, "xcomp", "attr"))
    return word.rel == "subj" and known and said and any(k.pos in ("ADJ", "NOUN") for k in told_of)


def told_before(draft: Draft) -> bool:
    """True for "the return of people who had fled": whatever is agreed or planned around it, it has happened."""
    parse = draft.scene.parse
    for k in (draft.head, *parse.ancestors(draft.head)):
        word = parse.words[k]
        if word.rel == "relcl":
            helped = {parse.words[a].low for a in parse.kids(k, "aux")}
            return word.pos == "VERB" and not helped.isdisjoint(_PERFECT) and helped <= _PERFECT | {"been"}
        if word.rel not in ("conj", "obj", "obl", "subj", "subj:pass"):
            return False
    return False


def _perhaps(parse: Parse, word: Word, adjectives: Collection[str], head: Word) -> bool:
    """True for "it is likely that he had been killed": told of what is past, it is hearsay and no mere possibility."""
    helped = {parse.words[k].low for k in parse.kids(word.i, "aux", "aux:pass")}
    past = not helped.isdisjoint(_PERFECT) or (word.tense in ("past", "part") and helped <= {"was", "were"})
    return word.rel == "ccomp" and past and (head.lemma in adjectives or _is(parse, head, adjectives))


def _may_have(parse: Parse, word: Word, head: Word) -> bool:
    """True for "pourraient être morts", "peut avoir tué": done perhaps, and not merely possible."""
    done = any(parse.words[k].tense == "inf" for k in parse.kids(word.i, "aux", "aux:pass"))
    return head.lemma == "pouvoir" and word.rel == "xcomp" and (word.tense == "part" or word.lemma == "mort") and done


def _worried(parse: Parse, word: Word, head: Word) -> bool:
    """True for "concern that civilians had been expelled": told as done; "fear that they will be" is of what may come."""
    helped = {parse.words[k].low for k in parse.kids(word.i, "aux", "aux:pass")}
    told = word.tense in ("past", "part") or not helped.isdisjoint(_PERFECT)
    ahead = not helped.isdisjoint(_AHEAD) or word.tense in ("inf", "ger", "fut", "cond")
    return head.lemma in _WORRIES and word.i > head.i and word.rel in ("ccomp", "acl") and told and not ahead


def _disowned(parse: Parse, word: Word, head: Word) -> bool:
    """True for "denied any role in the raid", "had nothing to do with the raid": as far as they tell, it is not theirs."""
    above = parse.words[head.head] if head.head >= 0 else head
    if word.prep in ("in", "dans", "for", "de", "d'") and head.lemma in _SHARES and head.rel == "obj":
        return above.lemma in _DISOWNING or parse.negated(head.i)
    nothing = head.lemma in ("do", "voir") and above.lemma in ("nothing", "rien")
    return nothing and word.rel == "obl" and word.prep in ("with", "avec")


def _is(parse: Parse, head: Word, adjectives: Collection[str]) -> bool:
    return head.lemma == "be" and any(parse.words[k].lemma in adjectives for k in parse.kids(head.i, "xcomp", "attr"))
