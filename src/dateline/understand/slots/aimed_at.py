"""Whether the words of a claim aim it at whoever is fought: a draft in, true for "struck positions" and for "both sides"."""

from dateline.understand.draft import Draft
from dateline.understand.scene import PARTIES
from dateline.understand.slots.likely import FIRED

__all__ = ["of_all_parties", "on_military"]

# What only those who fight have: whoever shells it shells whom they fight.
_MILITARY = frozenset(
    "position site post outpost base stronghold trench bunker fortification barracks headquarters depot launcher "
    "launchpad battery armour armor tank convoy column line target hideout den tunnel dugout camp "
    "poste avant-poste bastion tranchée caserne dépôt rampe batterie blindé char colonne ligne cible repaire".split()
)
_AT = ("object", "on", "at", "against", "sur", "contre")
_SLOTS = {"actor": ("subject", "by", "between"), "target": ("object", "on", "to", "of")}


def on_military(draft: Draft) -> bool:
    """True for fire on positions, depots and the like of which nobody says whose they are."""
    if draft.type not in FIRED:
        return False
    scene = draft.scene
    struck = [k for slot in _AT for k in scene.parse.slot(draft.head, slot) if k not in scene.actors]
    return any(scene.parse.words[k].lemma in _MILITARY for k in struck)


def of_all_parties(draft: Draft, role: str) -> bool:
    """True where "both sides", "the warring parties" stand in a role, and nobody knows yet whom they mean."""
    scene = draft.scene
    told = (k for slot in _SLOTS[role] for k in scene.parse.slot(draft.head, slot))
    return any((ref := scene.actors.get(k)) is not None and ref.key == PARTIES and not ref.sides for k in told)
