"""What lies ahead of what is told: a draft and the verb above it in, the word that puts the draft ahead out.

A parliament that authorises a deployment has not deployed anybody, and who will oversee a pullout has not seen it yet.
"""

from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.syntax import Parse, Word

__all__ = ["ahead"]

_AUTHORISING = frozenset("authorise authorize approve sanction autoriser approuver avaliser".split())
_LETTING = frozenset("let allow permit enable authorise authorize autoriser permettre laisser".split())
_VOTING = frozenset({"vote", "voter"})
_MOVES = frozenset({"movement", "territory"})
# Who does this to an event goes with it: where the one lies ahead, so does the other.
_RUNNING = frozenset(
    "oversee supervise monitor accompany facilitate ensure guarantee verify organise organize complete include entail "
    "superviser surveiller accompagner faciliter assurer garantir vérifier organiser achever inclure comporter".split()
)
# What does this to something else in times to come has not happened yet: "the pullout will pave the way for talks".
_OPENING = frozenset("pave allow enable follow precede permettre ouvrir suivre précéder".split())
_WILL = frozenset("will shall would 'll".split())


def ahead(draft: Draft, word: Word, head: Word, group: str) -> tuple[Modality, int, str] | None:
    """Return the mode planned, the word that sets it and how; `word` hangs on `head`, `group` is that of the draft's type."""
    parse = draft.scene.parse
    noun = word.pos in ("NOUN", "PROPN") and word.rel in ("obj", "subj:pass")
    if noun and group in _MOVES and head.lemma in _AUTHORISING and not parse.negated(head.i):
        return Modality.PLANNED, head.i, f"{head.lemma}d, and no more"
    if noun and head.lemma in _RUNNING and _will(parse, head):
        return Modality.PLANNED, head.i, f"what they will {head.lemma}"
    if word.rel == "subj" and group in _MOVES and head.lemma in _OPENING and _will(parse, head):
        return Modality.PLANNED, head.i, f"what will {head.lemma}"
    above = parse.words[head.head] if head.head >= 0 else head
    if head.lemma in ("way", "voie") and word.prep in ("for", "to", "à") and _will(parse, above):
        return Modality.PLANNED, head.i, "what the way is open for"
    voted = parse.words[head.head] if head.head >= 0 and head.tense == "inf" else head
    if head.lemma in _LETTING and word.rel in ("ccomp", "xcomp") and voted.lemma in _VOTING:
        return Modality.PLANNED, voted.i, "voted for"
    return None


def _will(parse: Parse, verb: Word) -> bool:
    return verb.tense == "fut" or any(parse.words[k].low in _WILL for k in parse.kids(verb.i, "aux"))
