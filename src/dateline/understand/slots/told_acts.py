"""Who is spoken of where a statement and the act that it is about stand in one clause: each tells whom the other leaves out.

"Condemned the army's raids" criticises the army; "warned against American strikes" asks it of America; "accused the militia of
abductions" tells whose they are said to be; "said it brought down a Turkish drone" claims what was done to Turkey.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Evidence, Modality
from dateline.understand.draft import Draft
from dateline.understand.slots.likely import CIVILIANS, FIRED

__all__ = ["claim_acts", "share_with_acts"]

# Whom a statement is aimed at: in an act that it judges, who does it; in one that it claims, whom it is done to.
_AIMED_AT = {**dict.fromkeys("accusation criticism praise demand".split(), "actor"), "claim-responsibility": "target"}
_SHARING = frozenset({*_AIMED_AT, "loss"})
_ACTS = FIRED | frozenset(
    "killing abduction arrest siege offensive coercion destruction displacement violation sexual-violence".split()
)
_LEADING = frozenset("obj ccomp xcomp obl conj nmod subj:pass advcl".split())
_ABOUT = frozenset("of for against over at on about in to de d' contre pour sur à".split())
_STEPS = 3  # words between a statement and what it is about: "demanded an end to the raids"
_CLAIMED = FIRED | frozenset({"killing", "abduction", "destruction"})
_OF_CLAIMING = ("claim", "responsib", "revendi")
_RULE, _CLAIMS = "told with the act", "who claims it"


def share_with_acts(drafts: Iterable[Draft]) -> None:
    """Give statements whom they are aimed at from the acts they are about, losses who lost, and acts who is accused of them."""
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_sentence[draft.sentence].append(draft)
    for told in by_sentence.values():
        for draft in told:
            for act in _acts(draft, told) if draft.type in _SHARING else ():
                _share(draft, act)


def claim_acts(drafts: Sequence[Draft]) -> None:
    """Give attacks that nobody is told to have made to who claims responsibility in their sentence or the next one."""
    for draft in drafts:
        claims = draft.type == "claim-responsibility" and draft.actors and draft.modality is Modality.ASSERTED
        if not claims or not any(sign in draft.hit.trigger.words for sign in _OF_CLAIMING):
            continue  # who "said it had struck" something may have done so in return
        acts = [d for d in drafts if d.type in _CLAIMED and draft.sentence - d.sentence in (0, 1)]
        others = any(act.background or set(act.actors) - set(draft.actors) for act in acts)
        for act in () if others else acts:
            if not act.actors and not set(draft.actors) & set(act.targets):
                act.actors.extend(draft.actors)
                span = next((e.span for e in draft.evidence if e.field == "actor"), draft.hit.span)
                act.evidence.append(Evidence("actor", span, _CLAIMS))


def _share(draft: Draft, act: Draft) -> None:
    if draft.type == "loss":
        if not draft.actors:
            _take(draft, "actor", act, "actor")  # "beat off an attack by X": X loses
        if not act.targets and act.type in FIRED:
            _take(act, "target", draft, "target")  # and who beats it off was attacked
    elif not draft.targets:
        _take(draft, "target", act, _AIMED_AT[draft.type])
    elif draft.type == "accusation" and not act.actors:
        _take(act, "actor", draft, "target")


def _take(to: Draft, role: str, source: Draft, theirs: str) -> None:
    keys = [key for key in source.role(theirs) if key not in (*to.actors, *to.targets, CIVILIANS)]
    to.role(role).extend(keys)
    if keys:
        span = next((e.span for e in source.evidence if e.field == theirs), source.hit.span)
        to.evidence.append(Evidence(role, span, _RULE))


def _acts(draft: Draft, told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the acts that a statement is about: what it is of, for or against in its own clause."""
    heads = {draft.head, *draft.absorbed}
    for act in told:
        if act is not draft and act.type in _ACTS and any(_leads(act, k, heads) for k in (act.head, *act.absorbed)):
            yield act


def _leads(act: Draft, k: int, heads: set[int]) -> bool:
    words = act.scene.parse.words
    for _ in range(_STEPS):
        word = words[k]
        if word.rel not in _LEADING or (word.rel == "obl" and word.prep not in _ABOUT):
            return False
        k = word.head
        if k in heads:
            return True
    return False
