"""Who is likely in a role whatever the grammar says: civilians are struck in markets and shell nobody, media take no towns."""

from dataclasses import replace

from dateline.model import Evidence
from dateline.understand.coding.conditions import QUANTITIES
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.syntax import Parse

__all__ = ["FIRED", "Likely"]

FIRED = frozenset({"shelling", "airstrike", "attack", "bombing", "chemical-attack"})
# What media and monitors do in their own name.
_REPORTED_BY = frozenset(
    "accusation denial criticism praise investigation appeal demand threat support discovery claim-responsibility".split()
)
_UNARMED = ("civilian group", "source")
_BY_ARMS = frozenset({"clash", "shelling", "airstrike", "chemical-attack", "capture", "offensive", "siege"})
_HOUSED = frozenset("displaced refugee refugees civilians déplacés réfugiés".split())
_LIVED_IN = frozenset("residential résidentiel".split())
CIVILIANS, PRISONERS = "civilians", "prisoners"


class Likely:
    """Puts in and takes out of a draft's roles; `civil` are the words for where civilians live, heal, learn and trade."""

    def __init__(self, lexicon: Lexicon, civil: frozenset[str]) -> None:
        self.lexicon, self.civil = lexicon, civil

    def inhabitants(self, draft: Draft) -> None:
        """ "Hit a hospital and a school", "a raid on a market": who is struck there is civilian, unless told otherwise."""
        if draft.targets or draft.type not in FIRED:
            return
        parse = draft.scene.parse
        struck = [
            k for slot in ("object", "on", "at", "sur", "contre", "against") for k in parse.slot(draft.head, slot)
        ]
        struck += [k for o in parse.objects(draft.head) for slot in ("sur", "contre") for k in parse.slot(o, slot)]
        for k in (c for word in struck for c in parse.coordinates(word)):
            if self._civil(parse, k):
                draft.targets.append(CIVILIANS)
                draft.evidence.append(Evidence("target", parse.words[k].span, "where civilians are"))
                return

    def _civil(self, parse: Parse, k: int) -> bool:
        if parse.words[k].lemma in QUANTITIES:  # "a number of the residential districts"
            return any(self._civil(parse, c) for slot in ("of", "de") for c in parse.slot(k, slot))
        before = [parse.words[c].lemma for c in parse.kids(k, "compound", "amod")]
        if _LIVED_IN & {*before}:
            return True
        if parse.words[k].lemma == "camp" and _HOUSED & {parse.words[c].low for c in parse.subtree(k)}:
            return True  # "a camp for displaced people"
        return parse.words[k].lemma in self.civil or any(f"{b} {parse.words[k].lemma}" in self.civil for b in before)

    def swapped(self, draft: Draft) -> None:
        """ "15,000 prisoners will be swapped": they are what is exchanged, unless it is told who lets them go."""
        let_go = draft.actors and draft.hit.trigger.part == "verb"
        if draft.type == "prisoner-exchange" and PRISONERS in draft.targets and not let_go:
            draft.targets.remove(PRISONERS)

    def reporters(self, draft: Draft) -> None:
        """Monitors and media report; they reject no deal, hold no talks and take no towns."""
        if draft.type in _REPORTED_BY:
            return
        for key in [k for k in draft.actors if self._tells(k)]:
            draft.actors.remove(key)

    def _tells(self, key: str) -> bool:
        """True for a monitor or outlet, also one that no theatre lists."""
        actor = self.lexicon.actor(key)
        return key.startswith("?media:") if actor is None else actor.kind in ("monitor", "media", "state media")

    def unarmed(self, draft: Draft) -> None:
        """ "Civilian deaths", "activists feared shelling": civilians fire no shells and take no towns; the dead are theirs."""
        suffered = draft.type == "killing" and draft.hit.trigger.part == "noun"
        if not suffered and draft.type not in _BY_ARMS:
            return
        for key in [k for k in draft.actors if (a := self.lexicon.actor(k)) and a.kind in _UNARMED]:
            draft.actors.remove(key)
            told = [e for e in draft.evidence if e.field == "actor"]
            if suffered and key not in draft.targets:
                draft.targets.append(key)
                draft.evidence += [replace(e, field="target") for e in told]
            draft.evidence = [e for e in draft.evidence if e not in told]
