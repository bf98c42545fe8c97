"""Whom refusals and accusations are aimed at, where others told beside them show it: a report's drafts in, targets noted.

"Kigali proposed a truce; the rebels turned the offer down": what they refuse is Kigali's. "X alleges that ..., a charge
Y rejects" accuses Y.
"""

from collections.abc import Sequence

from dateline.model import Evidence
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon

__all__ = ["answer"]

_PROPOSED = frozenset("negotiation agreement ceasefire demand ultimatum appeal evacuation prisoner-exchange".split())
_OFFERS = frozenset(
    "proposal offer plan initiative demand call appeal ultimatum request suggestion condition term idea overture "
    "proposition offre demande appel exigence".split()
)
_RULE = "whom it answers"


def answer(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Give refusals whose offer they turn down, and accusations who rejects them in the same sentence."""
    for draft in drafts:
        if not draft.actors or draft.type not in ("refusal", "denial"):
            continue
        own = {lexicon.side_of(key) for key in draft.actors}
        for said in reversed([d for d in drafts if d.hit.span.start < draft.hit.span.start]):
            theirs = {lexicon.side_of(key) for key in said.actors}
            if own & theirs or not theirs or draft.sentence - said.sentence > 1:
                continue
            if draft.type == "denial" and said.type == "accusation" and said.sentence == draft.sentence:
                _note(said, draft)
                break
            if draft.type == "refusal" and said.type in _PROPOSED and (_of_an_offer(draft) or _bare(draft, said)):
                _note(draft, said)
                break


def _of_an_offer(draft: Draft) -> bool:
    """True where a proposal is refused, not an act or a person."""
    parse = draft.scene.parse
    refused = parse.objects(draft.head) if draft.hit.trigger.part == "verb" else parse.slot(draft.head, "of")
    return any(parse.words[k].lemma in _OFFERS for k in refused)


def _bare(draft: Draft, said: Draft) -> bool:
    """True for "the president offered a truce, but the group refused": what was just offered, and nothing else."""
    parse, verb = draft.scene.parse, draft.hit.trigger.part == "verb"
    beside = parse.kids(draft.head, "obj", "xcomp", "ccomp", "obl")
    return verb and said.sentence == draft.sentence and not beside


def _note(draft: Draft, other: Draft) -> None:
    keys = [] if draft.targets else [key for key in other.actors if key not in draft.actors]
    draft.targets.extend(keys)
    if keys:
        span = next((e.span for e in other.evidence if e.field == "actor"), other.hit.span)
        draft.evidence.append(Evidence("target", span, _RULE))
