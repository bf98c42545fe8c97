"""Into whose hands a place falls, where its capture is told by them: a draft in, its actor noted."""

from collections.abc import Callable

from dateline.understand.draft import Draft
from dateline.understand.scene import Ref

__all__ = ["find_hands"]

_HANDS = frozenset("hand control grip grasp possession main contrôle emprise coupe giron".split())
_IN = frozenset("in into under to within à aux dans entre sous".split())


def find_hands(draft: Draft, refs_at: Callable[[int], list[Ref]], take: Callable[[str, list[Ref], str], None]) -> None:
    """ "The port is in the hands of X", "back under rebel control", "tombée aux mains de X": X took it, nobody took X's."""
    if draft.type != "capture" or draft.actors:
        return
    words = draft.scene.parse.words
    heads = {draft.head, *draft.hit.words}
    heads |= {word.i for word in words if word.head in heads and word.pos == "ADV"}  # "is back under their control"
    for word in words:
        if word.lemma in _HANDS and word.prep in _IN and (word.i in heads or word.head in heads):
            refs = refs_at(word.i)
            told = {ref.key for ref in refs}
            draft.targets[:] = [key for key in draft.targets if key not in told]
            draft.evidence = [e for e in draft.evidence if e.field != "target" or e.span not in {r.span for r in refs}]
            take("actor", refs, f"in whose {word.low}")
            return
