"""The same happening told again in one report: a later mention takes from the earlier one what it leaves out."""

from dateline.understand.roles import TWO_SIDED, Draft

__all__ = ["fill_from_context"]

_REACH = 6  # sentences back in which the same happening may have been told
_PLACE_REACH = 3
# Acts of speech happen where they are said, not where the last battle was.
_PLACELESS = frozenset(
    {
        "criticism",
        "praise",
        "accusation",
        "denial",
        "appeal",
        "vote",
        "sanction",
        "support",
        "claim-responsibility",
        "investigation",
        "threat",
    }
)
_FAMILIES = (
    frozenset({"airstrike", "shelling", "bombing", "chemical-attack", "attack", "killing", "destruction"}),
    frozenset({"offensive", "capture", "loss", "clash", "siege"}),
    frozenset({"negotiation", "agreement", "ceasefire", "refusal", "ultimatum", "violation", "demand"}),
    frozenset({"evacuation", "withdrawal", "handover", "surrender", "disarmament", "corridor"}),
)


def fill_from_context(drafts: list[Draft]) -> None:
    """Fill empty slots of each draft from the nearest earlier draft of the same happening; places from what is near."""
    for at, draft in enumerate(drafts):
        earlier = [d for d in drafts[:at] if _distance(d, draft) <= _REACH]
        same = next((d for d in reversed(earlier) if _same(d, draft)), None)
        if same is not None:
            _inherit(draft, same)
        if not draft.places and draft.type not in _PLACELESS:
            near = next(
                (
                    d
                    for d in reversed(earlier)
                    if d.places and _distance(d, draft) <= _PLACE_REACH and _shares_place(d, draft)
                ),
                None,
            )
            if near is not None:
                draft.places.extend(near.places[:1])


def _distance(a: Draft, b: Draft) -> int:
    return b.scene.parsed.sentence.index - a.scene.parsed.sentence.index


def _same(a: Draft, b: Draft) -> bool:
    """True where two drafts can be one happening: one type, roles and places that do not contradict."""
    if a.type != b.type:
        return False
    for role in ("actor", "target", "place"):
        mine, yours = set(a.role(role)), set(b.role(role))
        if mine and yours and not mine & yours:
            return False
    return True


def _inherit(draft: Draft, same: Draft) -> None:
    """Take actor, target and place from the earlier mention where this one names none."""
    if not draft.actors:
        draft.actors.extend(key for key in same.actors if key not in draft.targets)
    if not draft.targets and draft.type not in TWO_SIDED:
        draft.targets.extend(key for key in same.targets if key not in draft.actors)
    if not draft.places:
        draft.places.extend(same.places)
    if draft.time.basis in ("publication", "unknown") and same.time.basis == "text" and same.modality == draft.modality:
        draft.time = same.time


def _shares_place(a: Draft, b: Draft) -> bool:
    """True where the place of one is likely that of the other: the same sentence, family, or a shared actor."""
    if _distance(a, b) == 0:
        return True
    family = any(a.type in f and b.type in f for f in _FAMILIES)
    return family or bool({*a.actors, *a.targets} & {*b.actors, *b.targets})
