"""Who brokers a deal that no verb of brokering tells: "talks under the auspices of X" in, its mediators out."""

from collections.abc import Callable, Sequence

from dateline.model import Evidence
from dateline.understand.draft import TWO_SIDED, Draft
from dateline.understand.scene import Ref, Scene
from dateline.understand.syntax import Parse

__all__ = ["AUSPICES", "find_brokers", "only_brokers"]

_BROKERED = TWO_SIDED - {"clash"} | {"evacuation", "corridor"}
AUSPICES = frozenset(
    "auspex auspice auspices aegis mediation brokerage égide médiation entremise parrainage houlette".split()
)
_WITH = frozenset("under through with via sous par grâce avec après à".split())
_AFTER = frozenset("issue terme suite faveur end outcome".split())  # "à l'issue d'une médiation de X"
_OF = ("de", "of", "by", "par")


def find_brokers(draft: Draft, refs_at: Callable[[Scene, int, str], list[Ref]]) -> None:
    """Make those under whose auspices a deal, truce or talks stand its mediators; they are no party and no place of it."""
    if draft.type not in _BROKERED:
        return
    parse = draft.scene.parse
    for k in _phrases(draft, parse):
        below = [
            c for c in parse.kids(k, "obl", "poss", "amod") if parse.words[c].rel != "obl" or parse.words[c].prep in _OF
        ]
        for ref in (ref for c in below for ref in refs_at(draft.scene, c, "mediator")):
            for box in (draft.actors, draft.targets):
                if ref.key in box:
                    box.remove(ref.key)
            if ref.key not in draft.mediators:
                draft.mediators.append(ref.key)
                draft.evidence.append(Evidence("mediator", ref.span, f"under the auspices; {ref.rule}"))


def only_brokers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of talks that only tell who brokered another draft's deal: "conclu grâce à la médiation de X"."""
    brokered = [k for draft in drafts if draft.mediators for k in _phrases(draft, draft.scene.parse)]
    return [draft for draft in drafts if draft.type == "negotiation" and draft.head in brokered]


def _phrases(draft: Draft, parse: Parse) -> list[int]:
    """Return the words for auspices that hang on the deal or on the verbs above it in its clause."""
    heads = [draft.head, *draft.absorbed]
    above = parse.words[draft.head].head
    while above >= 0 and above not in heads:
        heads.append(above)
        if parse.words[above].pos in ("VERB", "AUX"):
            break
        above = parse.words[above].head
    found = [k for head in heads for k in parse.kids(head, "obl", "advcl", "agent")]
    found += [c for k in found if parse.words[k].lemma in _AFTER for c in parse.kids(k, "obl")]
    return [k for k in found if parse.words[k].lemma in AUSPICES and parse.words[k].prep in (*_WITH, *_OF)]
