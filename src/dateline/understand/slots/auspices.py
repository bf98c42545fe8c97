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
# Of a deal or talks between two, not of an evacuation: "with the help of X", "in the presence of X".
_HELP = frozenset(
    "help assistance presence participation intervention intercession involvement office aide concours présence "
    "intermédiaire truchement intervention intercession".split()
)
_HELPING = frozenset("with in through thanks avec en grâce par after après".split())
_AUTHORS = frozenset(  # of a deal that two others accept: "a truce drawn up by X", "which X had proposed"
    "propose draft draw work devise arrange craft negotiate initiate put suggest engineer secure "
    "proposer élaborer rédiger concevoir négocier obtenir arracher".split()
)
_HOSTS = BROKERING | frozenset(
    "guarantee host oversee supervise chair convene garantir accueillir superviser présider faciliter".split()
)
_WITH = frozenset("under through with via sous par grâce avec après à".split())
_AFTER = frozenset("issue terme suite faveur end outcome".split())  # "à l'issue d'une médiation de X"
_OF = ("de", "of", "by", "par")


def find_brokers(draft: Draft, refs_at: Callable[[Scene, int, str], list[Ref]]) -> None:
    """Make those under whose auspices a deal, truce or talks stand its mediators; they are no party and no place of it."""
    if draft.type not in BROKERED:
        return
    parse = draft.scene.parse
    told = [k - 2 for k in _backing(draft)] + _agents(draft, parse) + _pairs(draft, parse)
    for k in _phrases(draft, parse):
        below = parse.kids(k, "obl", "poss", "amod", "compound")
        told += [c for c in below if parse.words[c].rel != "obl" or parse.words[c].prep in _OF]
    for ref in (
        ref for c in told for ref in refs_at(draft.scene, c, "mediator") if not _past_comma(parse, c, ref.word)
    ):
        for box in (draft.actors, draft.targets):
            if ref.key in box:
                box.remove(ref.key)
        if ref.key not in draft.mediators:
            draft.mediators.append(ref.key)
            draft.evidence.append(Evidence("mediator", ref.span, f"under the auspices; {ref.rule}"))


def _pairs(draft: Draft, parse: Parse) -> list[int]:
    """Return both of "a Saudi-American brokered truce"."""
    verbs = (k for head in (draft.head, *draft.absorbed) for k in (head, *parse.kids(head, "amod", "acl")))
    led = [k for k in verbs if k > 2 and parse.words[k].lemma in BROKERING | LED and parse.words[k - 2].text == "-"]
    return [n for k in led for n in (k - 3, k - 1)]


def _past_comma(parse: Parse, first: int, word: int) -> bool:
    """True for Y and Z of "with the help of X, Y and Z agreed", which the parser joins to X."""
    return any(w.text == "," for w in parse.words[first:word]) and not any(w.text == "," for w in parse.words[word:])


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
    only = {"negotiation": brokered, "support": [*backed, *brokered], "aid": brokered}
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
    heads += [k for head in heads for k in parse.kids(head, "acl")]  # "a truce signed in May under the auspices of X"
    found = [k for head in heads for k in parse.kids(head, "obl", "advcl", "agent")]
    found += [c for k in found if parse.words[k].lemma in _AFTER for c in parse.kids(k, "obl")]
    helped = draft.type in TWO_SIDED
    return [
        k
        for k in found
        if (parse.words[k].lemma in AUSPICES and parse.words[k].prep in (*_WITH, *_OF))
        or (helped and parse.words[k].lemma in _HELP and parse.words[k].prep in _HELPING)
    ]


def _agents(draft: Draft, parse: Parse) -> list[int]:
    """Return who hosts or guarantees a deal, or drew it up for two others: "a truce mediated by X and guaranteed by Y"."""
    if draft.type not in TWO_SIDED:
        return []
    told: list[int] = []
    clauses = [k for head in (draft.head, *draft.absorbed) for k in parse.kids(head, "acl", "relcl")]
    clauses += [parse.first_conjunct(draft.head)] if parse.words[draft.head].rel == "conj" else []
    for verb in (c for k in clauses for c in parse.coordinates(k)):
        does = {parse.words[k].lemma for k in (verb, *parse.kids(verb, "xcomp"))}  # "which X hopes to convene"
        if does.isdisjoint(_HOSTS) and (does.isdisjoint(_AUTHORS) or len(draft.actors) < 2):
            continue
        whose = list(parse.slot(verb, "by") or parse.slot(verb, "par"))
        if not whose and not parse.passive(verb):
            whose = [k for k in parse.subjects(verb) if k != draft.head]
        told += [c for k in whose for c in parse.coordinates(k)]
    return told
