"""The ACLED sub-event of a claim, chosen by the codebook's rules from type, words and kinds of actors."""

from collections.abc import Callable

from dateline.codebook import EventType
from dateline.understand.roles import Draft

__all__ = ["acled_code"]


def acled_code(event_type: EventType, draft: Draft, kind_of: Callable[[str], str]) -> str:
    """Return the code of the first rule that fits, "" where the type has none."""
    lemmas = {word.lemma for word in draft.scene.parse.words}
    actors, targets = {kind_of(k) for k in draft.actors}, {kind_of(k) for k in draft.targets}
    for rule in event_type.acled:
        if rule.words and not lemmas & set(rule.words):
            continue
        if rule.actors and not actors & set(rule.actors):
            continue
        if rule.targets and not targets & set(rule.targets):
            continue
        return rule.code
    return ""
