"""The ACLED sub-event of a claim, chosen by the codebook's rules from type, words and kinds of actors."""

from collections.abc import Iterable

from dateline.codebook import EventType
from dateline.model import Modality
from dateline.understand.draft import Draft
from dateline.understand.lexicon import Lexicon
from dateline.understand.scene import Scene

__all__ = ["acled_code", "plover_code"]

_STATES = frozenset({"state", "state force", "state body"})


def acled_code(event_type: EventType, draft: Draft, lexicon: Lexicon) -> str:
    """Return the code of the first rule that fits, "" where the type has none."""
    for rule in event_type.acled:
        if rule.words and not _told(rule.words, draft.scene):
            continue
        if rule.actors and _kinds(draft.actors, lexicon).isdisjoint(rule.actors):
            continue
        if not rule.targets or not _kinds(draft.targets, lexicon).isdisjoint(rule.targets):
            return rule.code
    return ""


def _told(words: Iterable[str], scene: Scene) -> bool:
    """True where one of the words stands in the sentence; one of several parts is looked for in the running text."""
    several = []
    for word in words:
        if " " in word:
            several.append(word)
        elif word in scene.forms:
            return True
    text = f" {scene.parsed.low.replace('’', chr(39))} " if several else ""
    return any(word in text for word in several)


def _kinds(keys: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Return the kinds of some actors; a state's are home or foreign too, for ACLED counts territory by that."""
    kinds: set[str] = set()
    homes = {home.country for home in lexicon.theatre.homes}
    for key in keys:
        actor = lexicon.actor(key)
        kind = actor.kind if actor else key[1:].split(":")[0] if key.startswith("?") else "state body"
        kinds.add(kind)
        if kind in _STATES:
            country = actor.country if actor else lexicon.code_of(key)
            kinds.add("foreign state" if homes and country and country not in homes else "home state")
    return kinds


# PLOVER codes what is promised or threatened apart from what is done (PLOVER codebook: AGREE, THREATEN, REQUEST).
_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
_AHEAD = frozenset({Modality.PLANNED, Modality.AGREED, Modality.THREATENED})


def plover_code(category: str, modality: Modality) -> str:
    """Return a claim's PLOVER category: its type's own for what is told as done, else by what is promised or asked."""
    if modality is Modality.DEMANDED and category:
        return "REQUEST"
    if modality in _AHEAD and category in _COOPERATIVE:
        return "AGREE"
    return "THREATEN" if modality in _AHEAD and category in _HOSTILE else category
