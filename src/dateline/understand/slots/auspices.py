"""Who brokers a deal that no verb of brokering tells: "talks under the auspices of X" in, its mediators out."""

from collections.abc import Callable, Sequence

from dateline.model import Evidence
from dateline.understand.draft import TWO_SIDED, Draft
from dateline.understand.scene import Ref, Scene
from dateline.understand.slots.role_words import BROKERING, LED
from dateline.understand.syntax import Parse

__all__ = ["AUSPICES", "BROKERED", "find_brokers", "only_brokers"]

BROKERED = TWO_SIDED - {"clash"} | {"evacuation", "corridor"}
AUSPICES = frozenset(
    "auspex auspice auspices aegis mediation brokerage sponsorship patronage facilitation supervision oversight "
    "chairmanship égide médiation entremise parrainage houlette".split()
)
_WITH = frozenset("under through with via sous par grâce avec après à".split())
_AFTER = frozenset("issue terme suite faveur end outcome".split())  # "à l'issue d'une médiation de X"
_OF = ("de", "of", "by", "par")


def find_brokers(draft: Draft, refs_at: Callable[[Scene, int, str], list[Ref]]) -> None:
    """Make those under whose auspices a deal, truce or talks stand its mediators; they are no party and no place of it."""
    if draft.type not in BROKERED:
        return
    parse = draft.scene.parse
    told = [k - 2 for k in _backing(draft)]
    for k in _phrases(draft, parse):
        below = parse.kids(k, "obl", "poss", "amod", "compound")
        told += [c for c in below if parse.words[c].rel != "obl" or parse.words[c].prep in _OF]
    for ref in (ref for c in told for ref in refs_at(draft.scene, c, "mediator")):
        for box in (draft.actors, draft.targets):
            if ref.key in box:
                box.remove(ref.key)
        if ref.key not in draft.mediators:
            draft.mediators.append(ref.key)
            draft.evidence.append(Evidence("mediator", ref.span, f"under the auspices; {ref.rule}"))


def _backing(draft: Draft) -> list[int]:
    """Return the "backed" of "a Saudi-backed truce", whether the truce or the verb that has it for its object is told."""
    parse = draft.scene.parse
    verb = draft.hit.trigger.part == "verb"
    deals = [draft.head, *draft.absorbed, *(parse.objects(draft.head) if verb else ())]
    led = (k for deal in deals for k in parse.kids(deal, "amod", "acl"))
    return [k for k in led if k > 1 and parse.words[k - 1].text == "-" and parse.words[k].lemma in LED | BROKERING]


def only_brokers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that only tell who brokered another's deal: "grâce à la médiation de X", "a Saudi-backed truce"."""
    brokered = [k for draft in drafts if draft.mediators for k in _phrases(draft, draft.scene.parse)]
    backed = [k for draft in drafts if draft.mediators for k in _backing(draft)]
    only = {"negotiation": brokered, "support": backed}
    return [draft for draft in drafts if draft.head in only.get(draft.type, ())]


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
