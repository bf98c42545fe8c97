"""The same happening told again in one report: a mention takes from another what it leaves out itself."""

import datetime as dt

from dateline.model import Interval, Published
from dateline.understand.draft import TWO_SIDED, Draft

__all__ = ["fill_from_context"]

_REACH = 8  # sentences within which one happening is told again
_PLACE_REACH = 3
_TIME_REACH = 2
_SHORT = dt.timedelta(days=3)
# Acts of speech happen where they are said, not where the last battle was.
_PLACELESS = frozenset(
    "criticism praise accusation denial appeal vote sanction support claim-responsibility investigation threat".split()
)
_FAMILIES = (
    frozenset({"airstrike", "shelling", "bombing", "chemical-attack", "attack", "killing", "destruction"}),
    frozenset({"offensive", "capture", "loss", "clash", "siege"}),
    frozenset({"negotiation", "agreement", "ceasefire", "refusal", "ultimatum", "violation", "demand"}),
    frozenset({"evacuation", "withdrawal", "handover", "surrender", "disarmament", "corridor"}),
)
_BACK = frozenset("the this that these those le la les l' ce cet cette ces".split())
_OF_THE_DAY = frozenset(
    "airstrike shelling bombing attack killing clash destruction chemical-attack capture loss".split()
)


def fill_from_context(drafts: list[Draft], published: Published) -> None:
    """Fill empty slots of each draft from the nearest draft of the same happening, earlier ones first; then places and
    times from what is told around it."""
    for at, draft in enumerate(drafts):
        around = [d for d in reversed(drafts[:at]) if _distance(d, draft) <= _REACH]
        around += [d for d in drafts[at + 1 :] if _distance(draft, d) <= _REACH]
        for same in (d for d in around if _same(d, draft)):
            _inherit(draft, same, _tied(draft, same))
    for at, draft in enumerate(drafts):
        earlier = [d for d in reversed(drafts[:at]) if _distance(d, draft) <= _PLACE_REACH]
        _near_place(draft, earlier)
        _near_time(draft, earlier)


def _distance(a: Draft, b: Draft) -> int:
    return b.scene.parsed.sentence.index - a.scene.parsed.sentence.index


def _same(a: Draft, b: Draft) -> bool:
    """True where two drafts can be one happening: one type, and no role, place, mode or date that contradicts."""
    if a.type != b.type or (a.modality == "asserted") != (b.modality == "asserted"):
        return False
    if a.background != b.background or _apart(a.time, b.time):
        return False
    for role in ("actor", "target", "place"):
        mine, yours = set(a.role(role)), set(b.role(role))
        if mine and yours and not mine & yours:
            return False
    return True


def _apart(a: Interval, b: Interval) -> bool:
    """True where both are dated by their own words and share no day."""
    return a.basis == b.basis == "text" and not a.overlaps(b)


def _tied(a: Draft, b: Draft) -> bool:
    """True where two mentions are surely one happening: next to each other, at one told place, or "the strikes" again."""
    if abs(_distance(a, b)) <= 1 or set(a.places) & set(b.places):
        return True
    parse = a.scene.parse
    return any(parse.words[k].text.lower() in _BACK for k in parse.kids(a.head, "det")) and not a.places


def _inherit(draft: Draft, same: Draft, tied: bool) -> None:
    """Take actor, target, place and time from the other mention where this one names none; who did it only if tied."""
    if tied and not draft.actors:
        draft.actors.extend(key for key in same.actors if key not in draft.targets)
    if tied and not draft.targets and draft.type not in TWO_SIDED:
        draft.targets.extend(key for key in same.targets if key not in draft.actors)
    if tied and not draft.places:
        draft.places.extend(same.places)
    if draft.time.basis in ("publication", "unknown") and same.time.basis in ("text", "context"):
        draft.time = Interval(same.time.earliest, same.time.latest, "context")


def _near_place(draft: Draft, earlier: list[Draft]) -> None:
    """Take the place of the nearest earlier draft that is likely at the same place."""
    if draft.places or draft.type in _PLACELESS:
        return
    near = next((d for d in earlier if d.places and _shares_place(d, draft)), None)
    if near is not None:
        draft.places.extend(near.places[:1])


def _near_time(draft: Draft, earlier: list[Draft]) -> None:
    """News of one day: violence told right after dated violence, without a date of its own, is of that day."""
    if (
        draft.type not in _OF_THE_DAY
        or draft.time.basis not in ("publication", "unknown")
        or draft.modality != "asserted"
    ):
        return
    for other in earlier:
        short = other.time.earliest and other.time.latest and other.time.latest - other.time.earliest <= _SHORT
        if short and other.type in _OF_THE_DAY and not other.background and _distance(other, draft) <= _TIME_REACH:
            draft.time = Interval(other.time.earliest, other.time.latest, "context")
            return


def _shares_place(a: Draft, b: Draft) -> bool:
    """True where the place of one is likely that of the other: the same sentence, family, or a shared actor."""
    if _distance(a, b) == 0:
        return True
    family = any(a.type in f and b.type in f for f in _FAMILIES)
    return family or bool({*a.actors, *a.targets} & {*b.actors, *b.targets})
