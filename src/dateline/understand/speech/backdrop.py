"""What a saying only recalls: in "400 have died since the war began, the UN said" the war is known, whoever counts the dead."""

from collections.abc import Container

from dateline.understand.draft import Draft
from dateline.understand.syntax import Parse

__all__ = ["backdrop", "cost_so_far"]

# What these bring in dates the rest by what everybody knows; what happened "after" something is as often told with it.
_SINCE = frozenset("since depuis suite".split())
_WHEN = frozenset({"when", "où"})  # "since Monday, when they fled": told, and not only dating
_DURING = frozenset("during pendant".split())  # what is done there may be what is told: "died during a raid"

_LASTING = frozenset({"clash", "offensive", "siege"})
_KNOWN = frozenset("the this le la les l' l’ ce cette".split())
_COSTING = frozenset("cost kill claim leave displace uproot drive coûter faire tuer déplacer jeter".split())
_PERFECT = frozenset({"has", "have", "a", "ont"})


def cost_so_far(draft: Draft) -> bool:
    """True for the war of "the war has cost 2,000 lives, by the UN's count": counted are the lives, the war is known."""
    parse = draft.scene.parse
    noun = parse.words[parse.first_conjunct(draft.head)]
    verb = parse.words[noun.head] if noun.rel == "subj" and noun.head >= 0 else None
    if draft.type not in _LASTING or verb is None or verb.lemma not in _COSTING:
        return False
    known = any(parse.words[k].low in _KNOWN for k in parse.kids(noun.i, "det"))
    return known and any(parse.words[k].low in _PERFECT for k in parse.kids(verb.i, "aux"))


def backdrop(parse: Parse, head: int, said: Container[int]) -> bool:
    """Return whether a word of what is said stands in a phrase that dates the rest by what is known."""
    for k in (head, *parse.ancestors(head)):
        word = parse.words[k]
        if k not in said or word.head not in said:
            return False
        if word.rel == "relcl" and any(parse.words[m].low in _WHEN for m in parse.kids(k, "advmod")):
            return False
        opening = {word.prep, *(parse.words[m].low for m in parse.kids(k, "mark"))}
        since = not _SINCE.isdisjoint(opening) or (k != head and not _DURING.isdisjoint(opening))
        if word.rel in ("obl", "advcl") and since:
            return True
    return False
